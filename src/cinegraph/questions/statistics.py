"""What is in a graph, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cinegraph.questions.answers import Table
from cinegraph.questions.facts import texts_of
from cinegraph.rdf.terms import CG, RELATION_OF_IRI

if TYPE_CHECKING:
    from cinegraph.store import Store

COLUMNS = ("what", "which", "number")
_PARTS = (
    ("articles", "SELECT ?x (COUNT(*) AS ?n) { BIND ('all' AS ?x) ?article a cg:Article } GROUP BY ?x"),
    (
        "sentences",
        "SELECT ?x (COUNT(DISTINCT ?t) AS ?n) { BIND ('all' AS ?x) ?e a cg:Evidence ; oa:hasTarget ?t } GROUP BY ?x",
    ),
    ("entities", "SELECT ?x (COUNT(*) AS ?n) { GRAPH graph:entities { ?e a ?x ; rdfs:label ?l } } GROUP BY ?x"),
    (
        "names",
        "SELECT ?x (COUNT(*) AS ?n) { BIND ('all' AS ?x) ?e rdfs:label|skos:altLabel ?l ; cg:slug ?s } GROUP BY ?x",
    ),
    ("claims", "SELECT ?x (COUNT(*) AS ?n) { GRAPH graph:claims { ?c cg:status ?x } } GROUP BY ?x"),
    ("relations", "SELECT ?x (COUNT(*) AS ?n) { GRAPH graph:claims { ?c rdf:predicate ?x } } GROUP BY ?x"),
    ("doubtful merges", "SELECT ?x (COUNT(*) AS ?n) { BIND ('all' AS ?x) ?doubt a cg:Doubt } GROUP BY ?x"),
)


def statistics(store: Store) -> Table:
    """How much of what the graph holds: articles, sentences, entities by type, claims by status and by relation.

    :returns: rows of what is counted, which of it, and the number; the most frequent first
    """
    rows: list[tuple[str, str, int]] = []
    for what, sparql in _PARTS:
        found = [(_named(which), int(number)) for which, number in texts_of(store.query(sparql))]
        rows += [(what, which, number) for which, number in sorted(found, key=lambda pair: (-pair[1], pair[0]))]
    return Table(COLUMNS, tuple(rows))


def _named(which: str) -> str:
    return RELATION_OF_IRI.get(which, which.removeprefix(CG))
