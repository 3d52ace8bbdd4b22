"""Which claims tell of a festival's latest editions: a card of many decades is long, and takes as long to make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.questions.facts import LINKS, iris, texts_of
from cinegraph.rdf.terms import entity_iri

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
    places = " UNION ".join(f"{{ ?claim {link} ?thing }}" for link in LINKS)
    # Years alone are asked of all claims: each further property would take as long again.
    rows = store.query(
        "SELECT DISTINCT ?claim ?year WHERE { GRAPH graph:claims { "
        f"VALUES ?thing {{ {iris([entity_iri(entity)])} }} {places} OPTIONAL {{ ?claim cg:year ?year }} }} }}"
    )
    of_year: dict[str, list[str]] = defaultdict(list)
    for claim, year in texts_of(rows):
        of_year[year[:4]].append(claim)
    kept, room, earlier = list(of_year.pop("", ())), wanted, sorted(of_year, reverse=True)
    while earlier and (room == wanted or len(of_year[earlier[0]]) <= room):
        claims = of_year[earlier.pop(0)]
        kept += claims
        room -= len(claims)
    since = next((year for year in reversed(earlier) if _something_holds(store, of_year[year])), None)
    return Latest(tuple(sorted(kept)), tuple(earlier), since)


def _something_holds(store: Store, claims: Collection[str]) -> bool:
    """Whether one of the claims is accepted, and has not ended."""
    return bool(
        store.query(
            f"ASK {{ VALUES ?claim {{ {iris(claims)} }} GRAPH graph:claims {{ ?claim cg:status "
            '"accepted" FILTER NOT EXISTS { ?claim cg:ended ?ended } } }'
        )
    )
