"""Matches that take for the crew of the film under review who is only compared with it, or has no craft behind the camera."""

from __future__ import annotations

import re
from collections.abc import Callable

from cinegraph.extract.misreadings_of_credits import relation_of
from cinegraph.extract.nodes import AbstractSentence, Node, char_class

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


OF_CREWS: dict[str, Callable[[re.Match[str], AbstractSentence], bool]] = {"not-behind-the-camera": _not_behind_the_camera}
"""The misreadings of crews, by the names that pattern rows give them."""
