"""Matches on short lives that say nothing of the person they name: who directs another's work adapts it, and one's own film is no other's."""

from __future__ import annotations

import re
from collections.abc import Callable

from cinegraph.extract.nodes import AbstractSentence


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


OF_LIVES: dict[str, Callable[[re.Match[str], AbstractSentence], bool]] = {
    "directs-it": _directs_it,
    "directs-second": _directs_second,
    "for-acting": _for_acting,
    "no-author": _no_author,
    "own-work": _own_work,
    "several-trades": _several_trades,
}
"""The misreadings of short lives, by the names that pattern rows give them."""
