"""Which claims tell of a festival's latest editions: a card of many decades is long, and takes as long to make."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.questions.facts import LINKS, iris, texts_of
from cinegraph.rdf.terms import entity_iri

if TYPE_CHECKING:
    from cinegraph.store import Store


class Latest(NamedTuple):
    """The claims of the latest years, and what is left out.

    :ivar claims: their IRIs, those without a year among them
    :ivar earlier: the years that are left out, the latest first
    :ivar years: every year of which something holds, sorted, those left out among them
    """

    claims: tuple[str, ...]
    earlier: tuple[str, ...]
    years: tuple[str, ...]


def latest(store: Store, entity: str, wanted: int) -> Latest:
    """The claims about a festival without a year, and those of its latest years.

    :param entity: the festival's id, ``type/slug``
    :param wanted: as many whole years as have no more claims than this together; the latest year always
    """
    places = " UNION ".join(f"{{ ?claim {link} ?thing }}" for link in LINKS)
    rows = store.query(
        "SELECT DISTINCT ?claim ?year ?status ?ended WHERE { GRAPH graph:claims { "
        f"VALUES ?thing {{ {iris([entity_iri(entity)])} }} {places} ?claim cg:status ?status "
        "OPTIONAL { ?claim cg:year ?year } OPTIONAL { ?claim cg:ended ?ended } } }"
    )
    of_year: dict[str, list[str]] = defaultdict(list)
    holding: set[str] = set()
    for claim, year, status, ended in texts_of(rows):
        of_year[year[:4]].append(claim)
        if year and status == "accepted" and not ended:
            holding.add(year[:4])
    kept, room, earlier = list(of_year.pop("", ())), wanted, sorted(of_year, reverse=True)
    while earlier and (room == wanted or len(of_year[earlier[0]]) <= room):
        claims = of_year[earlier.pop(0)]
        kept += claims
        room -= len(claims)
    return Latest(tuple(sorted(kept)), tuple(earlier), tuple(sorted(holding)))
