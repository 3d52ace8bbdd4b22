"""Reductions: parentheses, appositions, scopes and coordinations are folded into the node they belong to, before any relation pattern looks.

Steps run in the order of these rooms, and of each room's text, until nothing changes.
"""

from __future__ import annotations

from cinegraph.extract import (
    reductions_of_awards,
    reductions_of_ceremonies,
    reductions_of_countries,
    reductions_of_deals,
    reductions_of_descriptions,
    reductions_of_festivals,
    reductions_of_films,
    reductions_of_kinds,
    reductions_of_lists,
    reductions_of_lives,
    reductions_of_names,
    reductions_of_people,
)
from cinegraph.extract.nodes import AbstractSentence
from cinegraph.extract.reducing import Aside, Reducer, StepTable
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Lexicon

_ROOMS = (
    reductions_of_names,
    reductions_of_festivals,
    reductions_of_awards,
    reductions_of_ceremonies,
    reductions_of_countries,
    reductions_of_deals,
    reductions_of_films,
    reductions_of_lives,
    reductions_of_people,
    reductions_of_descriptions,
    reductions_of_kinds,
    reductions_of_lists,
)
REDUCTIONS = StepTable([step for room in _ROOMS for step in room.steps.all])
"""Every reduction, in order."""


def reduce(sentence: AbstractSentence, registry: Registry, lexicon: Lexicon, year: str | None) -> list[Aside]:
    """Reduce a sentence as far as it goes.

    :param year: the article's year, for "this year's"
    :returns: the claims read off on the way
    """
    reducer = Reducer(sentence, registry, lexicon, year)
    reducer.run(REDUCTIONS)
    return reducer.asides
