"""Counts what a graph holds."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from cinegraph.model import EntityType
from cinegraph.rdf import terms
from cinegraph.store import Store
from cinegraph.store.answers import Solutions, Term

_ENTITIES = "SELECT ?type (COUNT(*) AS ?n) { GRAPH graph:entities { ?entity a ?type } } GROUP BY ?type"
_CLAIMS = "SELECT ?status (COUNT(*) AS ?n) { GRAPH graph:claims { ?claim cg:status ?status } } GROUP BY ?status"
_TYPES = {terms.type_iri(kind): kind for kind in EntityType}


def entities_by_type(store: Store) -> dict[EntityType, int]:
    """How many entities of each type the graph has, in the order of the types; types without any are left out."""
    found = {_TYPES[name]: number for name, number in _counted(store, _ENTITIES).items() if name in _TYPES}
    return {kind: found[kind] for kind in EntityType if kind in found}


def claims_by_status(store: Store) -> dict[str, int]:
    """How many claims of each status the graph has, most frequent first."""
    found = _counted(store, _CLAIMS)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _counted(store: Store, sparql: str) -> dict[str, int]:
    answer = store.query(sparql)
    assert isinstance(answer, Solutions)
    return {_text(name): int(_text(number)) for name, number in answer}


def _text(term: Term | None) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value
