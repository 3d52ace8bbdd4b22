"""Crafts as filmographies call them, over lines, at the head of columns and behind titles, and what each makes of a film."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from cinegraph.resources import resource


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("data", "lexicon", "patterns", "filmographies.toml").read_text(encoding="utf-8"))


@cache
def words_of_filmographies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Expressions of the headings over films, and of those inside a filmography that tell of what kind the films below are."""
    data = _data()
    headings = re.compile(rf"[\W_]*(?:{'|'.join(data['headings'])})(?: \(?as (?:an? )?(?P<craft>[^():]{{4,30}})\)?)?[\W_]*", re.IGNORECASE)
    kinds = re.compile(rf"[\W_]*(?:{'|'.join(data['kinds'])})[\W_]*", re.IGNORECASE)
    return headings, kinds


@cache
def craft_word() -> re.Pattern[str]:
    """An expression of the words for crafts, each group of it called after the relation."""
    crafts = "|".join(f"(?P<{name}>{words})" for name, words in _data()["roles"].items())
    return re.compile(rf"(?<![\w-])(?:{crafts})(?![\w-])", re.IGNORECASE)


def crafts_of(said: str) -> tuple[str, ...]:
    """What words that hold nothing but crafts make of a film, in their order; nothing where they hold anything else.

    >>> crafts_of("As director and screenwriter")
    ('director', 'screenwriter')
    >>> crafts_of("The director of the bank")
    ()
    """
    found = list(craft_word().finditer(said))
    rest = craft_word().sub("", said)
    if not found or re.sub(r"(?i)\b(?:as|an?|the|films?|filmography|and|works?|credits?)\b|[\W\d_]+", "", rest):
        return ()
    return tuple(dict.fromkeys(match.lastgroup or "" for match in found))


def of_films(crafts: Iterable[str]) -> tuple[str, ...]:
    """The crafts that are relations of films: an assistant's work is none."""
    return tuple(craft for craft in crafts if craft != "other")


@cache
def heads_of_columns() -> dict[str, re.Pattern[str]]:
    """Expressions of the heads of the columns of tables of films, crafts left out."""
    return {name: re.compile(words, re.IGNORECASE) for name, words in _data()["columns"].items()}


@cache
def words_of_cells() -> dict[str, re.Pattern[str]]:
    """Expressions of the signs and words in the cells of tables of films."""
    return {name: re.compile(words, re.IGNORECASE) for name, words in _data()["cells"].items()}


@cache
def _alias() -> re.Pattern[str]:
    return re.compile(_data()["alias"], re.IGNORECASE)


def alias_told(said: str, start: int, end: int) -> tuple[int, int] | None:
    """Where notes give a film another title.

    >>> said = "Short film; English title: The Last Tram"
    >>> said[slice(*alias_told(said, 0, len(said)))]
    'The Last Tram'
    """
    told = _alias().search(said, start, end)
    return told.span("title") if told is not None else None
