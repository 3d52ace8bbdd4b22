"""Short documents of the list genres, written from tables of invented facts in many layouts, and what they say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cinegraph.model import EntityRef
from extracted import extraction_of

Fact = tuple[str, ...]
"""Subject, relation, object; and, where it is a qualifier, its name and its value."""
_TABLES, _LAYOUTS = (Path(__file__).with_name(f"list_{name}.toml") for name in ("tables", "layouts"))
# What a list may say besides: the film of a person's prize has it, too, and so on.
_LEFT_OUT = frozenset({"occupation", "nationality", "located_in", "form", "genre", "production_status", "language"})
_QUALIFIERS = ("year", "festival", "for_work", "section", "role")


class Film(NamedTuple):
    """A film of a table."""

    title: str
    director: str
    country: str
    minutes: str
    year: str


class Prize(NamedTuple):
    """A prize of a table.

    :ivar person: who has it, for the film
    :ivar craft: what that person did
    :ivar body: whether a body of its own gives it, not the festival
    """

    name: str
    film: Film
    person: str = ""
    craft: str = ""
    body: bool = False


class Table(NamedTuple):
    """One festival's edition: its films, and the prizes that they got."""

    festival: str
    year: str
    number: str
    town: str
    films: tuple[Film, ...]
    prizes: tuple[Prize, ...]


@cache
def tables() -> tuple[Table, ...]:
    """The tables of invented facts."""
    rows = tomllib.loads(_TABLES.read_text(encoding="utf-8"))["table"]
    found = []
    for row in rows:
        films = tuple(Film(**film) for film in row["films"])
        prizes = tuple(Prize(**{**prize, "film": films[prize["film"]]}) for prize in row["prizes"])
        found.append(Table(row["festival"], row["year"], row["number"], row["town"], films, prizes))
    return tuple(found)


class Layout(NamedTuple):
    """How a list of winners is set.

    :ivar film: the line of a prize for a film
    :ivar person: that of a prize for a person
    :ivar apart: what stands between two of them
    :ivar before: what stands before the first, and after the last
    """

    name: str
    film: str
    person: str
    apart: str = "\n\n"
    before: str = ""
    after: str = ""
    suffix: str = ".md"


@cache
def layouts() -> tuple[Layout, ...]:
    """The layouts of lists of winners."""
    rows = tomllib.loads(_LAYOUTS.read_text(encoding="utf-8"))["layout"]
    return tuple(Layout(**row) for row in rows)


@cache
def heads() -> dict[str, str]:
    """What stands over a list of winners, by what it is."""
    return dict(tomllib.loads(_LAYOUTS.read_text(encoding="utf-8"))["heads"])


def values_of(prize: Prize, table: Table) -> dict[str, str]:
    """What the fields of a layout stand for, for one prize."""
    film, person = prize.film, prize.person
    plain = {
        "prize": prize.name,
        "film": film.title,
        "director": film.director,
        "country": film.country,
        "person": person,
        "minutes": film.minutes,
        "made": film.year,
        "festival": table.festival,
        "year": table.year,
        "number": table.number,
        "town": table.town,
    }
    return {**plain, **{name.upper(): value.upper() for name, value in plain.items()}}


def winners(table: Table, layout: Layout, head: str) -> str:
    """The prizes of a table, as a list in a layout under a head."""
    rows = []
    for number, prize in enumerate(table.prizes, 1):
        line = layout.person if prize.person else layout.film
        rows.append(line.format(place=number, **values_of(prize, table)))
    whole = values_of(table.prizes[0], table)
    return head.format(**whole) + layout.before + layout.apart.join(rows) + layout.after + "\n"


def won(table: Table, layout: Layout) -> Iterator[Fact]:
    """What a list of winners says, whatever its layout."""
    for prize in table.prizes:
        shown = layout.person if prize.person else layout.film
        film, name = prize.film, prize.name
        winner = prize.person or film.title
        yield winner, "won", name
        yield winner, "won", name, "year", table.year
        yield winner, "won", name, "festival", table.festival
        yield film.title, "screened_at", table.festival
        yield film.title, "screened_at", table.festival, "year", table.year
        if not prize.body:
            yield name, "conferred_by", table.festival
        if prize.person:
            yield winner, "won", name, "for_work", film.title
            yield film.title, prize.craft, prize.person
        if "{director}" in shown or "{DIRECTOR}" in shown:
            yield film.title, "director", film.director
        if "{country}" in shown or "{COUNTRY}" in shown:
            yield film.title, "country", film.country


def facts_of(text: str, suffix: str) -> set[Fact]:
    """The claims that are asserted of a text with their qualifiers, by every name that each of their ends has."""
    extraction = extraction_of(text, suffix)
    names = {e.id: sorted({e.label, *e.names}) for e in extraction.entities}

    def called(value: object) -> Sequence[str]:
        return names[value.id] if isinstance(value, EntityRef) else (str(getattr(value, "value", value)),)

    found: set[Fact] = set()
    for claim in extraction.claims:
        if claim.predicate in _LEFT_OUT:
            continue
        modality = claim.evidence[0].modality.value
        relation = claim.predicate if modality == "asserted" else f"{claim.predicate} ({modality})"
        subject, value = "\n".join(names[claim.subject]), "\n".join(called(claim.object))
        found.add((subject, relation, value))
        for key, other in claim.qualifiers:
            if key in _QUALIFIERS:
                found.add((subject, relation, value, key, "\n".join(called(other))))
    return found


def _same(part: str, told: str, award: bool) -> bool:
    part = part.casefold()
    return any(part == name or (award and name.endswith(part)) for name in told.casefold().split("\n"))


def _means(fact: Fact, told: Fact) -> bool:
    if len(fact) != len(told) or fact[1] != told[1] or fact[3:4] != told[3:4]:
        return False
    award = fact[1] in ("won", "nominated_for"), fact[1] == "conferred_by"
    if not _same(fact[0], told[0], award[1]) or not _same(fact[2], told[2], award[0]):
        return False
    return len(fact) < 5 or _same(fact[4], told[4], False)


def compared(expected: Sequence[Fact], found: set[Fact], allowed: Sequence[Fact] = ()) -> tuple[list[Fact], list[Fact]]:
    """What of the facts that are expected is lost, and what is told besides.

    :param allowed: what may be told, and need not be
    """
    lost = [fact for fact in expected if not any(_means(fact, told) for told in found)]
    known = [*expected, *allowed]
    new = [told for told in found if len(told) == 3 and not any(_means(fact, told) for fact in known)]
    return lost, sorted(new)
