"""What to ask next: three commands about what the graph knows best."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cinegraph.errors import CinegraphError
from cinegraph.kinds import EntityType
from cinegraph.questions.facts import terms_of
from cinegraph.questions.names import find_entity
from cinegraph.rdf.terms import entity_id

if TYPE_CHECKING:
    from cinegraph.store import Store

_DIRECTORS = """SELECT ?person ?label (COUNT(DISTINCT ?award) AS ?awards) (COUNT(DISTINCT ?film) AS ?films) WHERE {
  ?film cg:director ?person . ?person rdfs:label ?label . OPTIONAL { ?film cg:won ?award }
} GROUP BY ?person ?label ORDER BY DESC(?awards) DESC(?films) ?person LIMIT 20"""
_OTHERS = """SELECT ?thing ?label (COUNT(?claim) AS ?claims) WHERE {
  ?claim rdf:subject|rdf:object ?thing . ?thing a ?type ; rdfs:label ?label
  VALUES ?type { cg:Person cg:Film cg:Series cg:Festival cg:Award }
} GROUP BY ?thing ?label ORDER BY DESC(?claims) ?thing LIMIT 20"""
_COMMANDS = {"person": "person", "film": "film", "series": "film", "festival": "festival", "award": "award"}
# A name with quotes, backslashes or control characters can be quoted, but nobody wants to paste it.
_PLAIN = re.compile(r"[\w .,’&():/-]+")


def next_commands(store: Store, program: str, page: str) -> tuple[str, ...]:
    """Three commands that work when they are pasted: a look-up, a SPARQL query, a network view.

    None where the graph is empty.

    :param program: how the program is called
    :param page: the name of a file that does not exist yet
    """
    best = _best(store)
    if best is None:
        return ()
    entity, term, name, awards = best
    lookup = f"{program} {_COMMANDS[entity.partition('/')[0]]} {shlex.quote(name)}"
    query = f"{program} query -e {shlex.quote(_query(entity, term, awards))}"
    return lookup, query, f"{program} view {shlex.quote(name)} -o {shlex.quote(page)}"


def _best(store: Store) -> tuple[str, str, str, bool] | None:
    """Who is known best of those whose name alone says who is meant; else the best known, by id."""
    candidates = list(_candidates(store))
    for candidate in candidates:
        if _is_enough(store, candidate[0], candidate[2]):
            return candidate
    return next(((entity, term, entity, awards) for entity, term, _, awards in candidates), None)


def _candidates(store: Store) -> Iterator[tuple[str, str, str, bool]]:
    """Who is known best, each with id, label as a SPARQL term and as text, and whether a film of theirs won a prize."""
    known = [
        (entity_id(person.value), str(label), label.value, int(awards.value) > 0)
        for person, label, awards, _ in terms_of(store.query(_DIRECTORS))
    ]
    known += [
        (entity_id(thing.value), str(label), label.value, False) for thing, label, _ in terms_of(store.query(_OTHERS))
    ]
    plain = [each for each in known if _PLAIN.fullmatch(each[2])]
    yield from plain or known


def _is_enough(store: Store, entity: str, label: str) -> bool:
    """Whether the name alone finds the entity."""
    kind = EntityType(entity.partition("/")[0].capitalize())
    try:
        return find_entity(store, label).id == entity and find_entity(store, label, (kind,)).id == entity
    except CinegraphError:
        return False


def _query(entity: str, term: str, awards: bool) -> str:
    if awards:
        return (
            f"SELECT ?film ?award WHERE {{ ?director rdfs:label {term} . ?film cg:director ?director ; cg:won ?award }}"
        )
    if entity.startswith("person/"):
        return f"SELECT ?what ?film WHERE {{ ?person rdfs:label {term} . ?film ?what ?person }}"
    return f"SELECT ?what ?value WHERE {{ ?thing rdfs:label {term} ; ?what ?value }}"
