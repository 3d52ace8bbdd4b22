"""The verbs that say something of films and lives, in their forms, from ``data/lexicon/patterns/clauses.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from cinegraph.resources import resource

FILM_KIND = (
    r"(?:film|movie|picture|feature|drama|comedy|thriller|documentary|short|melodrama|western|romance|epic|biopic|musical|tragicomedy|satire|fable|dramedy|chiller|mystery|adventure|adaptation"
    r"|debut|follow-up|hit|classic|masterpiece|flick|series|mini-?series|sitcom|telefilm|road movie|docudrama|mockumentary)"
)
"""The words for a film, as an expression."""


PRAISE = (
    r"(?:\w+-[\w-]+|\w{2,}(?:ed|ful|ous|ive|al|ic|ish|less|able|ible|ary|ent|ant)|new|newest|latest|last|first|second|third|own|early|great|good|fine|quiet|short|long|dark|strange|charming|moving|haunting|striking|upcoming"
    r"|forthcoming|now|very|most|much|highly|entire|whole|same|young|little|lovely|lost|once)"
)
"""A word for what a film is like, as an expression: those that stand before a title with no noun between ("the much-praised Night Bus")."""


@cache
def verb_data() -> dict[str, dict[str, list[str]]]:
    """The tables of the data: ``verbs`` and what they are joined with, and ``plainer``."""
    with resource("data", "lexicon", "patterns", "clauses.toml").open("rb") as file:
        return tomllib.load(file)


def all_forms() -> list[list[str]]:
    """Every verb as a list of its forms, the past first."""
    return [row.split() for row in [*verb_data()["verbs"]["forms"], *verb_data()["plainer"]["forms"]]]


@cache
def finite_verb() -> str:
    """An expression for a verb in the past or the present, as it stands in the text, in small letters.

    >>> [re.fullmatch(finite_verb(), word) is not None for word in ("directed", "directs", "directing", "director")]
    [True, True, False, False]
    """
    return any_of(
        {form for row in all_forms() for form in row if not form.endswith("ing")}
        | set(verb_data()["verbs"]["auxiliaries"])
    )


@cache
def third_persons() -> frozenset[str]:
    """The forms of all verbs that go with "she".

    >>> {"directs", "studies"} <= third_persons(), "directed" in third_persons()
    (True, False)
    """
    return frozenset([*dict(_third_and_past()), *verb_data()["verbs"]["told_of_oneself"]])


def _third_and_past() -> list[tuple[str, str]]:
    """The form of every verb that goes with "she", and its past."""
    return [(form, row[0]) for row in all_forms() for form in row[1:] if form.endswith("s")]


def any_of(words: Iterable[str]) -> str:
    """The words as an expression that matches any of them, the longest first."""
    return rf"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"


def plain_form(third: str) -> str:
    """The plain form of a verb, made of the one for "she".

    >>> plain_form("wins"), plain_form("studies"), plain_form("teaches"), plain_form("goes"), plain_form("premieres")
    ('win', 'study', 'teach', 'go', 'premiere')
    """
    if third.endswith("ies") and len(third) > 4:
        return third[:-3] + "y"
    return third[:-2] if third.endswith(("ches", "shes", "sses", "xes", "oes")) else third[:-1]


@cache
def past_of_plain() -> dict[str, str]:
    """The past of each verb whose third person is told, by its plain form.

    >>> past_of_plain()["win"], past_of_plain()["premiere"]
    ('won', 'premiered')
    """
    return {plain_form(form): past for form, past in reversed(_third_and_past()) if len(form) > 3}
