"""Matches on short lives that say nothing of the person they name: who directs another's work adapts it, and one's own film is no other's."""

from __future__ import annotations

import re
from collections.abc import Callable

from cinegraph.extract.nodes import AbstractSentence, char_class


def _directs_it(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "She directed Ada Doe's Night Bus": a play of hers."""
    verbs = (match[slot] for slot in ("v", "w") if slot in match.re.groupindex)
    return any(verb and abstract.nodes[verb].attributes.get("relation") == "director" for verb in verbs)


def _own_work(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "She produced her Night Bus": what is told of her own film is read elsewhere."""
    return bool(set(abstract.nodes[match["d"]].ids) & set(abstract.nodes[match["o"]].ids))


def _relations(match: re.Match[str], abstract: AbstractSentence) -> list[str]:
    """What the trades that somebody is given make of a film, in their order."""
    trades = abstract.nodes[match["r"]].parts()
    return [relation for trade in trades if (relation := trade.attributes.get("relation"))]


def _several_trades(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "A composer and producer, known for Night Bus": as which of both is not told."""
    return len(set(_relations(match, abstract))) > 1


def _directs_second(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "An actress and director, known for Night Bus": only whose first trade it is has directed it."""
    return _relations(match, abstract)[:1] != ["director"]


def _no_author(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "An editor of the films of Ben Roe": no author of them."""
    return bool(match["r"]) and abstract.nodes[match["r"]].text.lower() not in ("author", "co-author", "creator")


_ACTING = re.compile(r"\bact(?:or|ress|ing)|performance|volpi", re.IGNORECASE)


def _for_acting(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "Night Bus earning her the prize for the best actress": it is no prize of the film."""
    return _ACTING.search(abstract.nodes[match["o"]].text) is not None


_SERVED = re.compile(rf"(?P<job>{char_class('R')}|\b(?:assistant|apprentice|secretary|pupil|trainee|operator|aide|stand-in|runner)) (?:to|of|for|under|with) (?:the )?(?:[\w-]+ ){{0,2}}$")
_SERVING = re.compile(r"assist|apprentice|supervisor|secretary|trainee|operator|runner|clapper|loader", re.IGNORECASE)


def _whom_one_served(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "She was an assistant to Ben Roe, working on Night Bus": she did, he is only whose assistant she was."""
    served = _SERVED.search(match.string, 0, match.start("s"))
    trade = abstract.nodes.get(served["job"]) if served is not None else None
    return served is not None and (trade is None or _SERVING.search(trade.text) is not None)


_CAST = re.compile(r"\b(?:cast|crew|starring|stars|featuring|films?|actors?) (?:also )?(?:includes?|included|are|is|was|were|features?|consists of|with|by)\b|\b(?:starring|stars|featuring)\b", re.IGNORECASE)


def _in_a_cast(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "The cast includes Ada Doe and Ben Roe", in the life of a juror: they are in a film."""
    return _CAST.search(match.string, 0, match.start("s")) is not None


def _of_no_film_craft(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "Ada Doe is a costume designer whose credits include Night Bus": she did not direct it."""
    trades = [node for char in match.group() if (node := abstract.nodes.get(char)) is not None and node.letter == "R"]
    return bool(trades) and all(part.attributes.get("relation") in (None, "worked_on") for node in trades for part in node.parts())


OF_LIVES: dict[str, Callable[[re.Match[str], AbstractSentence], bool]] = {
    "directs-it": _directs_it,
    "directs-second": _directs_second,
    "for-acting": _for_acting,
    "in-a-cast": _in_a_cast,
    "no-author": _no_author,
    "of-no-film-craft": _of_no_film_craft,
    "own-work": _own_work,
    "several-trades": _several_trades,
    "whom-one-served": _whom_one_served,
}
"""The misreadings of short lives, by the names that pattern rows give them."""
