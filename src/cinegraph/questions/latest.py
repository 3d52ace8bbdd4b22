"""Which claims tell of a festival's latest editions: a card of many decades is long, and takes as long to make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.questions.facts import LINKS, iris, texts_of
from cinegraph.rdf.terms import edition_iri, entity_iri

if TYPE_CHECKING:
    from cinegraph.store import Store


class Latest(NamedTuple):
    """The claims of the latest years, and what is left out.

    :ivar claims: their IRIs, those without a year among them
    :ivar earlier: the years that are left out, the latest first
    :ivar since: the first of the years left out of which something holds
    """

    claims: tuple[str, ...]
    earlier: tuple[str, ...]
    since: str | None


def latest(store: Store, entity: str, wanted: int) -> Latest:
    """The claims about a festival without a year, and those of its latest years.

    :param entity: the festival's id, ``type/slug``
    :param wanted: as many whole years as have no more claims than this together; the latest year always
    """
    elsewhere = _outside_editions(store, entity)
    numbers = _numbers(store, entity)
    years = sorted({*numbers, *elsewhere} - {""}, reverse=True)
    shown: list[str] = []
    room = wanted
    for year in years:
        number = numbers.get(year, 0) + len(elsewhere.get(year, ()))
        if shown and number > room:
            break
        shown.append(year)
        room -= number
    kept = {claim for year in ("", *shown) for claim in elsewhere.get(year, ())}
    kept |= _of_editions(store, entity, shown)
    earlier = years[len(shown) :]
    since = next((y for y in reversed(earlier) if _something_holds(store, entity, y, elsewhere.get(y, ()))), None)
    return Latest(tuple(sorted(kept)), tuple(earlier), since)


def _outside_editions(store: Store, entity: str) -> dict[str, list[str]]:
    """By year, or an empty text, the claims about a festival that belong to none of its editions."""
    festival = iris([entity_iri(entity)])
    places = " UNION ".join(f"{{ ?claim {link} {festival} }}" for link in LINKS)
    # What belongs to an edition is nearly everything, and is taken away before anything is asked of a claim: to look
    # at each claim's year takes sixty times as long.
    rows = store.query(
        f"SELECT DISTINCT ?claim ?year WHERE {{ {{ GRAPH graph:claims {{ {places} }} }} "
        f"MINUS {{ GRAPH graph:entities {{ ?edition cg:editionOf {festival} }} "
        "GRAPH graph:claims { ?claim cg:edition ?edition } } "
        "OPTIONAL { GRAPH graph:claims { ?claim cg:year ?year } } }"
    )
    found: dict[str, list[str]] = defaultdict(list)
    for claim, year in texts_of(rows):
        found[year[:4]].append(claim)
    return found


def _numbers(store: Store, entity: str) -> dict[str, int]:
    """How many claims belong to a festival's edition of each year."""
    rows = store.query(
        "SELECT ?year (COUNT(?claim) AS ?number) WHERE { "
        f"GRAPH graph:entities {{ ?edition cg:editionOf {iris([entity_iri(entity)])} ; cg:year ?year }} "
        "GRAPH graph:claims { ?claim cg:edition ?edition } } GROUP BY ?year"
    )
    return {year: int(number) for year, number in texts_of(rows)}


def _of_editions(store: Store, entity: str, years: Collection[str]) -> set[str]:
    """The claims that belong to a festival's editions of some years."""
    if not years:
        return set()
    editions = iris(edition_iri(entity, year) for year in years)
    rows = store.query(
        f"SELECT ?claim WHERE {{ VALUES ?edition {{ {editions} }} "
        "GRAPH graph:claims { ?claim cg:edition ?edition } }"
    )
    return {claim for (claim,) in texts_of(rows)}


def _something_holds(store: Store, entity: str, year: str, claims: Collection[str]) -> bool:
    """Whether something of a year is accepted, and has not ended: in its edition, or among claims outside it."""
    own = f"{{ ?claim cg:edition {iris([edition_iri(entity, year)])} }}"
    others = f" UNION {{ VALUES ?claim {{ {iris(claims)} }} }}" if claims else ""
    return bool(
        store.query(
            f"ASK {{ GRAPH graph:claims {{ {own}{others} "
            '?claim cg:status "accepted" FILTER NOT EXISTS { ?claim cg:ended ?ended } } }'
        )
    )
