"""Reductions of what is bought and sold: of whom the rights to a film are bought is no maker of it."""

from __future__ import annotations

import re

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.reducing import Reducer, Steps

steps = Steps()


@steps(
    "seller of the rights to a film",
    "(?P<film>\\b(?:rights|acquir\\w+|bought|buys|pick(?:ed|s|ing) up|nabb?ed|snapp?ed up|secur\\w+|land(?:ed|s))\\b[^.;]{0,120}?\"?<s:FT>\"?)"
    ",? from (?:(?:the )?(?:<N> |<L>-based |[\\w-]+-based )?(?:world |international )?(?:sales|seller|distributor|producers?|production)(?:'s)?(?: (?:agent|agency|company|outfit|house|banner|firm|powerhouse|label)s?)? )?"
    "<o:OXPFT>(?=[.,;:)]|$| (?:for|in|at|out|ahead|before|after|following|and|when|as|on|during|prior|with)\\b)",
    " from ",
)
def _seller(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Acme has bought all rights to F from Lamp Sales": no more is said of the film."""
    seller = reducer.node(match, "o")
    somebody = seller.letter == "P" and (len(seller.ids) > 1 or like_a_person(seller.text, reducer.lexicon) > 1)
    by_trade = re.search(r" from .*[a-z]{5,} .$", match.group()) is not None
    return match["film"] if by_trade or (seller.letter in "OX" or (not somebody and " " not in seller.text)) else None
