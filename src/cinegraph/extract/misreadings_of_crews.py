"""Matches that take for the crew of the film under review who is only compared with it, or has no craft behind the camera."""

from __future__ import annotations

import re
from collections.abc import Callable

from cinegraph.extract.misreadings_of_credits import relation_of
from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.patterns import captured

_TRADES = frozenset({"cinematographer", "editor", "composer", "screenwriter"})
_COMPARED = re.compile(
    r"\b(?:recall|reminiscent|akin|like|evok|echo|inspir|influenc|homage|tribute|compar|known|famous|other|another|earlier|previous|late)\w*\b[^.;]{0,60}$"
)
_ELSEWHERE = re.compile(rf"[^.;,]{{0,12}} (?:on|for|in|of) \"?(?:the )?{char_class('FT')}")


def _not_behind_the_camera(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "Thanks to the cinematographer Ada Doe" is said of whoever shot this film, "thanks to the director Ada Doe" of anybody.
    trades = [part.attributes.get("trade") for part in abstract.nodes[match["o"]].parts()]
    if not all(isinstance(trade, Node) and relation_of(trade) in _TRADES for trade in trades):
        return True
    before = match.string[: match.start("o")]
    return _COMPARED.search(before) is not None or _ELSEWHERE.match(match.string, match.end("o")) is not None


_AT_WORK = re.compile(
    rf"\b(?:attached|hired|engaged|signed|cast|set|slated|due|supposed|meant|announced|began|started|working|worked|work|shooting|shot|direct\w*|writing|wrote|editing|edited|scor\w+|produc\w+|star\w*|play\w*|prepar\w+|develop\w+|involved|boarded|joined|on board|to (?:make|write|shoot|star|play|score|cut|edit|produce))\b|{char_class('V')}"
)
_SAW_IT = re.compile(r"\b(?:saw|seen|watch\w*|won|wins|prize|award|nominat\w+|review\w*|finished|completed)\b")


def _no_work_left(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # Only whoever was at work on a film can leave it.
    told = match.string[match.start("s") : match.start("o")]
    return _AT_WORK.search(told) is None or _SAW_IT.search(told) is not None


def _not_for_a_director(match: re.Match[str], abstract: AbstractSentence) -> bool:
    trades = [part.attributes.get("trade") for part in abstract.nodes[match["p"]].parts()]
    return any(isinstance(trade, Node) and relation_of(trade) != "director" for trade in trades)


_RIGHTS = re.compile(r"\b(?:human|civil|women's|equal|animal|remake|film|screen|adaptation|workers'|gay|life) rights\b|\bno rights\b")


def _rights_of_others(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _RIGHTS.search(match.group()) is not None


# "She cut her first feature, F": hers as its editor.
_DID = re.compile(rf"(?:\b(?:cut|cuts|shot|shoots|lit|scored|edited|lensed|photographed|wrote the \w+ (?:for|of))|({char_class('V')})) $")


def _by_another_craft(match: re.Match[str], abstract: AbstractSentence) -> bool:
    whose = captured(match, "o") if "o" in match.re.groupindex else None
    if whose is None or abstract.nodes[whose].kind != "pronoun":
        return False
    did = _DID.search(match.string, 0, match.string.index(whose, match.start()))
    if did is None or did[1] is None:
        return did is not None
    return any(relation_of(part) not in (None, "director", "screenwriter") for part in abstract.nodes[did[1]].parts())


def _shot_by_its_director(match: re.Match[str], abstract: AbstractSentence) -> bool:
    trades = [part.attributes.get("trade") for part in abstract.nodes[match["o"]].parts()]
    directs = any(isinstance(trade, Node) and relation_of(trade) == "director" for trade in trades)
    return directs or "director" in match.group() or "filmmaker" in match.group()


OF_CREWS: dict[str, Callable[[re.Match[str], AbstractSentence], bool]] = {
    "by-another-craft": _by_another_craft,
    "no-work-left": _no_work_left,
    "not-for-a-director": _not_for_a_director,
    "not-behind-the-camera": _not_behind_the_camera,
    "rights-of-others": _rights_of_others,
    "shot-by-its-director": _shot_by_its_director,
}
"""The misreadings of crews, by the names that pattern rows give them."""
