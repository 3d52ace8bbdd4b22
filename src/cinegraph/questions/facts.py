"""Claims as a reader meets them: with names in place of IRIs, their status, and how much stands behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.rdf import terms
from cinegraph.rdf.terms import CG, ID, QUALIFIER_OF_IRI, RELATION_OF_IRI, entity_iri

if TYPE_CHECKING:
    from cinegraph.store import Store

Fields = Mapping[str, list[Any]]
"""The properties of a claim, with their values as RDF terms."""

_NOTHING: Mapping[str, Any] = {}

LINKS = ("rdf:subject", "rdf:object", "cg:forWork", "cg:festival", "cg:section", "cg:award")
"""The properties by which a claim can speak of an entity."""


class Thing(NamedTuple):
    """An entity, as a claim names it.

    :ivar id: ``type/slug``
    :ivar type: ``Person``, ``Film`` …
    """

    id: str
    type: str
    label: str

    @property
    def iri(self) -> str:
        """Its IRI."""
        return entity_iri(self.id)


class Fact(NamedTuple):
    """One claim.

    :ivar iri: the claim's IRI
    :ivar relation: its name in ``facts.md``, as in ``cast_member``
    :ivar object: an entity, or the text of a literal
    :ivar qualifiers: by their names in ``facts.md``
    :ivar status: accepted, hedged, planned, disputed, denied or rejected
    :ivar ended: true once, and no longer
    :ivar contradicts: IRIs of the claims that contradict it
    :ivar reasons: why it is disputed, in words
    :ivar articles: names of the articles behind it, sorted
    :ivar targets: IRIs of the sentences behind it, sorted
    :ivar decision: accepted or rejected where a person has decided, else empty
    """

    iri: str
    subject: Thing
    relation: str
    object: Thing | str
    qualifiers: Mapping[str, Thing | str] = _NOTHING
    status: str = "accepted"
    ended: bool = False
    contradicts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    decision: str = ""

    @property
    def sentences(self) -> int:
        """How many different sentences stand behind it."""
        return len(self.targets)

    @property
    def holds(self) -> bool:
        """Whether the graph takes it for true now."""
        return self.status == "accepted" and not self.ended

    @property
    def standing(self) -> str:
        """Its status in one word: that of the graph, or ``former`` for what was true once."""
        return "former" if self.status == "accepted" and self.ended else self.status

    @property
    def mark(self) -> str:
        """What a reader has to be told about it: nothing, or how uncertain or past it is."""
        words = {"accepted": "", "former": "formerly", "hedged": "rumoured", "rejected": "rejected by a person"}
        return words.get(self.standing, self.standing)

    def text(self, name: str) -> str | None:
        """A qualifier as text, or None."""
        value = self.qualifiers.get(name)
        return value.label if isinstance(value, Thing) else value

    @property
    def year(self) -> str | None:
        """The year it gives."""
        return self.text("year")


def label_of(value: Thing | str) -> str:
    """How a value is called."""
    return value.label if isinstance(value, Thing) else value


def facts_about(store: Store, ids: Collection[str], links: Collection[str] = LINKS) -> list[Fact]:
    """Every claim that speaks of one of the entities, in order of relation, subject, object and qualifiers.

    :param links: the properties by which it may do so; see :data:`LINKS`
    """
    return dressed(store, claims_about(store, ids, links))


def facts_where(store: Store, pattern: str, *, weighed: bool = True) -> list[Fact]:
    """Every claim that a graph pattern binds to ``?claim``, in the order of :func:`facts_about`.

    :param pattern: of the library's own, never a user's text
    :param weighed: whether it is wanted how much stands behind each
    """
    return dressed(store, claims_where(store, pattern), None if weighed else ())


def facts_named(store: Store, claims: Collection[str]) -> list[Fact]:
    """The claims with these IRIs, in the order of :func:`facts_about`."""
    return dressed(store, claims_of(store, sorted(set(claims))))


def claims_about(store: Store, ids: Collection[str], links: Collection[str] = LINKS) -> dict[str, Fields]:
    """The claims of :func:`facts_about` as the graph has them: for each claim's IRI its properties."""
    if not ids:
        return {}
    places = " UNION ".join(f"{{ ?claim {link} ?thing }}" for link in links)
    return claims_where(store, f"VALUES ?thing {{ {iris(map(entity_iri, ids))} }} {places}")


def claims_of(store: Store, claims: Collection[str]) -> dict[str, Fields]:
    """For each of the claims with these IRIs its properties as the graph has them."""
    return claims_where(store, f"VALUES ?claim {{ {iris(claims)} }} ?claim a cg:Claim") if claims else {}


def claims_where(store: Store, pattern: str) -> dict[str, Fields]:
    """The claims of :func:`facts_where` as the graph has them: for each claim's IRI its properties."""
    rows = store.query(
        "SELECT ?claim ?property ?value WHERE { "
        f"{{ SELECT DISTINCT ?claim WHERE {{ GRAPH graph:claims {{ {pattern} }} }} }} "
        # What nobody reads here would cost as much as what is read.
        "GRAPH graph:claims { ?claim ?property ?value } "
        "FILTER (?property NOT IN (rdf:type, cg:edition, cg:earliest, cg:latest, cg:edtf)) }"
    )
    claims: dict[str, dict[str, list[Any]]] = {}
    for claim, predicate, value in terms_of(rows):
        claims.setdefault(claim.value, {}).setdefault(predicate.value, []).append(value)
    return dict(claims)


def dressed(store: Store, claims: Mapping[str, Fields], weighed: Collection[str] | None = None) -> list[Fact]:
    """Claims with names in place of IRIs, and with how much stands behind them; in order.

    :param weighed: the claims of which it is wanted how much stands behind them; None means all
    """
    things = things_of(store, _mentioned(claims.values()))
    behind = _evidence(store, claims if weighed is None else weighed)
    facts = [_fact(iri, fields, things, behind.get(iri, {})) for iri, fields in claims.items()]
    return sorted(facts, key=_order)


def iris(values: Iterable[str]) -> str:
    """IRIs as SPARQL terms, serialised by the RDF library."""
    from pyoxigraph import NamedNode

    return " ".join(str(NamedNode(value)) for value in values)


def things_of(store: Store, wanted: Collection[str]) -> dict[str, Thing]:
    """Label and type of the entities with these IRIs, by IRI; those that the graph does not describe are left out."""
    if not wanted:
        return {}
    rows = store.query(
        "SELECT ?thing ?label ?type WHERE { "
        f"VALUES ?thing {{ {iris(sorted(wanted))} }} "
        "GRAPH graph:entities { ?thing rdfs:label ?label ; a ?type } }"
    )
    return {iri: Thing(terms.entity_id(iri), kind.removeprefix(CG), label) for iri, label, kind in texts_of(rows)}


def _mentioned(claims: Iterable[Fields]) -> set[str]:
    found: set[str] = set()
    for fields in claims:
        for predicate, values in fields.items():
            if predicate in (terms.SUBJECT, terms.OBJECT) or predicate in QUALIFIER_OF_IRI:
                found.update(value.value for value in values if is_iri(value))
    return found


def _evidence(store: Store, claims: Collection[str]) -> dict[str, dict[str, set[str]]]:
    """For each claim the articles behind it, and for each of those the sentences."""
    if not claims:
        return {}
    rows = store.query(
        # The graph that evidence stands in is that of its article.
        "SELECT ?claim ?target ?graph WHERE { "
        f"VALUES ?claim {{ {iris(claims)} }} GRAPH ?graph {{ ?evidence oa:hasBody ?claim ; oa:hasTarget ?target }} }}"
    )
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for claim, target, graph in texts_of(rows):
        name = names.get(graph) or names.setdefault(graph, terms.article_name(graph))
        found[claim][name].add(target)
    return found


def _fact(iri: str, fields: Fields, things: Mapping[str, Thing], behind: Mapping[str, set[str]]) -> Fact:
    def value_of(predicate: str) -> Thing | str:
        term = fields[predicate][0]
        return things.get(term.value, term.value) if is_iri(term) else str(term.value)

    subject = value_of(terms.SUBJECT)
    assert isinstance(subject, Thing), f"the subject of {iri} has no name"
    return Fact(
        iri=iri,
        subject=subject,
        relation=RELATION_OF_IRI[fields[terms.PREDICATE][0].value],
        object=value_of(terms.OBJECT),
        qualifiers={name: value_of(key) for key, name in sorted(QUALIFIER_OF_IRI.items()) if key in fields},
        status=fields[terms.STATUS][0].value,
        ended=terms.ENDED in fields,
        contradicts=tuple(sorted(term.value for term in fields.get(terms.CONTRADICTS, ()))),
        reasons=tuple(sorted(term.value for term in fields.get(terms.CONTRADICTION, ()))),
        articles=tuple(sorted(behind)),
        targets=tuple(sorted({target for targets in behind.values() for target in targets})),
        decision=fields[terms.DECISION][0].value if terms.DECISION in fields else "",
    )


def _order(fact: Fact) -> tuple[str, ...]:
    qualifiers = [f"{name}={label_of(value)}" for name, value in fact.qualifiers.items()]
    return fact.relation, fact.subject.id, label_of(fact.object), *qualifiers, fact.iri


def terms_of(answer: object) -> Iterator[tuple[Any, ...]]:
    """The rows of a SELECT as RDF terms, each with a ``value``."""
    yield from answer  # type: ignore[misc]


def texts_of(answer: object) -> Iterator[tuple[str, ...]]:
    """The rows of a SELECT as strings: an IRI, or the text of a literal; what is unbound is empty."""
    for row in terms_of(answer):
        yield tuple("" if term is None else term.value for term in row)


def is_iri(term: object) -> bool:
    """Whether an RDF term is one of our IRIs, rather than a text that looks like one."""
    return type(term).__name__ == "NamedNode" and term.value.startswith(ID)  # type: ignore[attr-defined]
