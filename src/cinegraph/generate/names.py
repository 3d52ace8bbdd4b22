"""Names that are made up: of people by Faker's lists (MIT), of films and towns from a list of words."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from cinegraph.resources import resource


class Person(NamedTuple):
    """A made-up name.

    :ivar other: the same in its own script, where that is not Latin
    """

    name: str
    gender: str
    other: str | None = None


@cache
def words() -> Mapping[str, Sequence[str]]:
    """The words that names are made of, by what they are."""
    return tomllib.loads(resource("data", "generated", "words.toml").read_text(encoding="utf-8"))


@cache
def _lists(locale: str, gender: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    first = getattr(provider, f"first_names_{gender}", None) or provider.first_names
    last = getattr(provider, f"last_names_{gender}", None) or provider.last_names
    # Sorted, because Faker's order is its own.
    return tuple(sorted(set(first))), tuple(sorted(set(last)))


def person(random: Random) -> Person:
    """Somebody.

    >>> person(Random(1)) == person(Random(1))
    True
    """
    gender = random.choice(("female", "male"))
    first, last = _lists(random.choice(words()["locales"]), gender)
    name = f"{random.choice(first)} {random.choice(last)}"
    if name.isascii():
        return Person(name, gender)
    from anyascii import anyascii

    latin = " ".join(part.capitalize() for part in anyascii(name).split())
    return Person(latin, gender, name)


def title(random: Random) -> str:
    """The title of a film; some come twice, as in life."""
    form = random.randrange(5)
    adjective = random.choice(words()["adjectives"])
    noun, other = random.sample(words()["nouns"], 2)
    if form == 0:
        return f"The {noun} of {town(random)}"
    if form == 1:
        return f"{noun} and {other}"
    if form == 2:
        return f"A {noun} for the {other}"
    return f"The {adjective} {noun}" if form == 3 else f"{adjective} {noun}"


def town(random: Random) -> str:
    """A town."""
    return random.choice(words()["town_beginnings"]) + random.choice(words()["town_endings"])
