"""What a build changed: which entities and claims came, changed, or went."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from cinegraph.rdf.terms import ANNOTATION_BODY, CG, CLAIMS_GRAPH, ENTITIES_GRAPH, RELATION_OF_IRI, entity_id
from cinegraph.store import Store
from cinegraph.store.answers import Solutions
from cinegraph.store.graphs import Difference

MOST_COMPARED = 300_000
"""Of a graph with more claims it is told only on request: it takes a third of a gigabyte for each million."""

_AMONG = "AMONG"
_ENTITIES = (
    "SELECT ?entity ?type ?label ?name { GRAPH graph:entities "
    "{ AMONG ?entity cg:slug ?slug ; a ?type ; rdfs:label ?label OPTIONAL { ?entity skos:altLabel ?name } } "
    "FILTER (?type != cg:Edition) }"
)
_CLAIMS = (
    "SELECT ?claim ?status ?ended { GRAPH graph:claims "
    "{ AMONG ?claim cg:status ?status OPTIONAL { ?claim cg:ended ?ended } } }"
)
_EVIDENCE = (
    "SELECT ?claim (COUNT(DISTINCT ?target) AS ?n) "
    "{ AMONG ?e oa:hasBody ?claim ; oa:hasTarget ?target } GROUP BY ?claim"
)
_COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH graph:claims { ?claim cg:status ?status } }"
_TOLD = (
    "SELECT ?claim ?subject ?relation ?object ?name ?year { GRAPH graph:claims "
    "{ AMONG ?claim rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?object OPTIONAL { ?claim cg:year ?year } } "
    "GRAPH graph:entities { ?s rdfs:label ?subject } OPTIONAL { GRAPH graph:entities { ?object rdfs:label ?name } } }"
)


class EntityChange(NamedTuple):
    """An entity that came, changed or went.

    :ivar before: the names it had, the preferred one first; none where it came
    :ivar after: the names it has; none where it went
    """

    id: str
    type: str
    label: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class ClaimChange(NamedTuple):
    """A claim that came, changed its status or the number of sentences behind it, or went.

    :ivar relation: its name in ``facts.md``
    :ivar before: the status it had, empty where it came
    :ivar after: the status it has, empty where it went
    :ivar sentences: how many sentences stood and stand behind it
    """

    iri: str
    subject: str
    relation: str
    object: str
    year: str
    before: str
    after: str
    sentences: tuple[int, int]


class Changes(NamedTuple):
    """What is different between two graphs: entities by id, claims by subject, relation and object."""

    entities: tuple[EntityChange, ...]
    claims: tuple[ClaimChange, ...]

    def parts(self) -> Iterator[tuple[str, str, tuple[EntityChange, ...] | tuple[ClaimChange, ...]]]:
        """What came, changed and went: of what (entities, claims), how (came, changed, went), and which."""
        for how, holds in (("came", _came), ("changed", _changed), ("went", _went)):
            yield "entities", how, tuple(each for each in self.entities if holds(each))
        for how, holds in (("came", _came), ("changed", _changed), ("went", _went)):
            yield "claims", how, tuple(each for each in self.claims if holds(each))


def _came(each: EntityChange | ClaimChange) -> bool:
    return not each.before


def _went(each: EntityChange | ClaimChange) -> bool:
    return not each.after


def _changed(each: EntityChange | ClaimChange) -> bool:
    return bool(each.before and each.after)


def comparable(store: Store) -> bool:
    """Whether a graph is so small that comparing it costs little."""
    ((number,),) = _texts(store, _COUNT)
    return int(number) <= MOST_COMPARED


def _order(each: ClaimChange) -> tuple[str, ...]:
    return each.subject, each.relation, each.object, each.year, each.iri


def changes(old: Store, new: Store, difference: Difference | None = None) -> Changes:
    """What is different in a new graph.

    :param difference: the quads that are, where they are known; nothing else is compared then
    """
    touched = Touched() if difference is None else _touched(difference)
    entities, claims = _entity_changes(old, new, touched.entities), _claim_changes(old, new, touched.claims)
    return Changes(tuple(entities), tuple(sorted(claims, key=_order)))


class Touched(NamedTuple):
    """IRIs of what may be different; None stands for everything."""

    entities: Collection[str] | None = None
    claims: Collection[str] | None = None


def _touched(difference: Difference) -> Touched:
    entities: set[str] = set()
    claims: set[str] = set()
    for quad in (*difference.added, *difference.removed):
        subject, predicate, value, graph = (_iri(part) for part in quad)
        if graph == ENTITIES_GRAPH:
            entities.add(subject)
        elif graph == CLAIMS_GRAPH:
            claims.add(subject)
        elif predicate == ANNOTATION_BODY:
            claims.add(value)
    return Touched(entities, claims)


def _iri(part: object) -> str:
    return part.value if isinstance(part, NamedNode) else ""


def _entity_changes(old: Store, new: Store, among: Collection[str] | None) -> Iterator[EntityChange]:
    before, after = _entities(old, among), _entities(new, among)
    for iri in sorted(set(before) | set(after)):
        mine, theirs = before.get(iri), after.get(iri)
        if mine != theirs:
            type_, names = theirs or mine or ("", ())
            yield EntityChange(entity_id(iri), type_, names[0], mine[1] if mine else (), theirs[1] if theirs else ())


def _entities(store: Store, among: Collection[str] | None) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Type and names of every entity, the preferred name first."""
    found: dict[str, tuple[str, str, set[str]]] = {}
    for iri, type_, label, name in _asked(store, _ENTITIES, among):
        found.setdefault(iri, (type_.removeprefix(CG), label, set()))[2].add(name)
    return {
        iri: (type_, (label, *sorted(name for name in names if name))) for iri, (type_, label, names) in found.items()
    }


def _claim_changes(old: Store, new: Store, among: Collection[str] | None) -> Iterator[ClaimChange]:
    before, after = _claims(old, among), _claims(new, among)
    different = sorted(iri for iri in {*before, *after} if before.get(iri) != after.get(iri))
    told = {**_told(old, [iri for iri in different if iri not in after])}
    told |= _told(new, [iri for iri in different if iri in after])
    for iri in different:
        was, had = before.get(iri, ("", 0))
        is_, has = after.get(iri, ("", 0))
        if iri in told:
            yield ClaimChange(iri, *told[iri], was, is_, (had, has))


def _claims(store: Store, among: Collection[str] | None) -> dict[str, tuple[str, int]]:
    """Of every claim the status, in one word, and how many sentences stand behind it."""
    behind = {iri: int(number) for iri, number in _asked(store, _EVIDENCE, among)}
    return {
        iri: ("former" if status == "accepted" and ended else status, behind.get(iri, 0))
        for iri, status, ended in _asked(store, _CLAIMS, among)
    }


def _told(store: Store, wanted: Collection[str]) -> dict[str, tuple[str, str, str, str]]:
    """Of claims their subject, relation, object and year in words."""
    return {
        iri: (subject, RELATION_OF_IRI[relation], name or value, year)
        for iri, subject, relation, value, name, year in _asked(store, _TOLD, wanted)
    }


def _asked(store: Store, sparql: str, among: Collection[str] | None) -> Iterator[tuple[str, ...]]:
    """The answers of a query about some IRIs; None stands for all."""
    if among is None:
        yield from _texts(store, sparql.replace(_AMONG, ""))
        return
    # What it is about is what it gives first.
    variable = sparql.split()[1]
    listed = sorted(among)
    for first in range(0, len(listed), 1000):
        values = " ".join(str(NamedNode(iri)) for iri in listed[first : first + 1000])
        yield from _texts(store, sparql.replace(_AMONG, f"VALUES {variable} {{ {values} }}"))


def _texts(store: Store, sparql: str) -> Iterator[tuple[str, ...]]:
    answer = store.query(sparql)
    assert isinstance(answer, Solutions)
    for row in answer:
        yield tuple("" if term is None else str(term.value) for term in row)  # type: ignore[union-attr]
