"""Matches that do not say what their pattern says, told by the words around them and the trades within them.

What each pattern is prone to stands in its row: ``misread`` names checks of :mod:`cinegraph.extract.misreadings_of_credits`, :mod:`cinegraph.extract.misreadings_of_crews`
and :mod:`cinegraph.extract.misreadings_of_people`.
"""

from __future__ import annotations

import re

from cinegraph.extract.misreadings_of_credits import OF_CREDITS, from_a_story
from cinegraph.extract.misreadings_of_crews import OF_CREWS
from cinegraph.extract.misreadings_of_lives import OF_LIVES
from cinegraph.extract.misreadings_of_people import OF_PEOPLE
from cinegraph.extract.nodes import AbstractSentence
from cinegraph.extract.patterns import Pattern
from cinegraph.extract.reductions_of_people import OF_A_FESTIVAL

MISREADINGS = {**OF_CREDITS, **OF_CREWS, **OF_LIVES, **OF_PEOPLE}
"""Every check by its name."""


def misread(pattern: Pattern, match: re.Match[str], abstract: AbstractSentence) -> bool:
    """Whether a match does not say what its pattern says."""
    for name in pattern.misread:
        if MISREADINGS[name](match, abstract):
            return True
    return from_a_story(pattern.claims, match, abstract) or _is_no_office(match, abstract)


def _is_no_office(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """Whether what the slot ``office`` has taken is none that one holds at a festival."""
    office = match["office"] if "office" in match.re.groupindex else None
    return office is not None and OF_A_FESTIVAL.match(abstract.nodes[office].text.lower()) is None
