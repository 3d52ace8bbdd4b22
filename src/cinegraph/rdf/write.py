"""Knowledge to quads: deterministic, without blank nodes, every node named after its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, Protocol

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from cinegraph.model import Claim, Doubt, Entity, EntityRef, Knowledge, Literal, Merge, Value
from cinegraph.rdf import terms
from cinegraph.rdf.background import PROPERTIES as BACKGROUND
from cinegraph.rdf.bundles import Bundle
from cinegraph.rdf.dates import Period, period_of
from cinegraph.rdf.language import language_tag
from cinegraph.rdf.nodes import node as _node
from cinegraph.rdf.order import value_order
from cinegraph.rdf.status import Verdict, verdicts
from cinegraph.rdf.write_articles import article_quads
from cinegraph.relations import RELATIONS

_TIMED_OBJECTS = frozenset({"publication_year", "birth_date"})
_TIMED_QUALIFIERS = ("year", "as_of", "since")

Statement = tuple[str, str, NamedNode | RdfLiteral]
"""Subject, predicate and object, before they are placed in a graph."""

Background = Mapping[str, Iterable[tuple[str, str]]]

_FESTIVAL = "festival/"


class Told(Protocol):
    """What is told, all at once as in a :class:`~cinegraph.model.Knowledge`, or read again whenever it is asked for."""

    @property
    def entities(self) -> Iterable[Entity]:
        """In order of ids."""

    @property
    def claims(self) -> Sequence[Claim]:
        """In order of keys."""

    @property
    def doubts(self) -> Iterable[Doubt]:
        """Possible merges that nobody has confirmed."""


class Iris(Sequence[str]):
    """The IRIs of claims, in their order; each takes no more memory than what tells it from others.

    >>> iris = Iris()
    >>> iris.add(Claim("film/beanpole", "director", EntityRef("person/kantemir-balagov")))
    >>> iris[0]
    'https://w3id.org/cinegraph/id/claim/u3ipykp6yojusmxlrxj4k5nnrt'
    """

    _LENGTH = 26

    def __init__(self) -> None:
        self._ids = bytearray()

    def add(self, claim: Claim) -> None:
        """Add the IRI of the next claim."""
        self._ids += terms.claim_id(claim).encode("ascii")

    def __len__(self) -> int:
        return len(self._ids) // self._LENGTH

    def __getitem__(self, place: int) -> str:  # type: ignore[override]
        start = place * self._LENGTH
        if not 0 <= start < len(self._ids):
            raise IndexError(place)
        return f"{terms.ID}claim/{self._ids[start : start + self._LENGTH].decode('ascii')}"


def quads_of(knowledge: Knowledge) -> Iterator[Quad]:
    """Every quad of the graph: entities, editions, claims with status, direct triples, articles with their evidence.

    The order is that of the knowledge, so the same knowledge gives the same quads in the same order; none comes twice.

    >>> from cinegraph.model import EntityType
    >>> film = Entity("film/beanpole", EntityType.FILM, "Beanpole", ("Beanpole", "Dylda"))
    >>> [str(quad.object) for quad in quads_of(Knowledge(entities=(film,)))][2:]
    ['"Beanpole"@en', '"Dylda"@en']
    """
    for bundle in GraphOf(knowledge, verdicts(knowledge)).bundles():
        yield from bundle.quads()
    yield from article_quads(knowledge)


class GraphOf:
    """The graph of what is told but for its articles, in bundles.

    :param verdicts: on its claims, in their order; their evidence is not asked for
    :param background: what the lexicon knows of entities, by their ids: property and name
    :ivar iris: of its claims, in their order
    """

    def __init__(
        self, told: Told, verdicts: Sequence[Verdict], background: Background = MappingProxyType({})
    ) -> None:
        self.iris = Iris()
        self._told = told
        self._background = background
        self._verdicts = verdicts
        self._editions: dict[tuple[str, str], None] = {}
        for claim in told.claims:
            self.iris.add(claim)
            if edition := edition_of(claim):
                self._editions[edition] = None

    def bundles(self) -> Iterator[Bundle]:
        """The bundles, in the order of the knowledge."""
        labels: dict[str, str] = {}
        for entity in self._told.entities:
            if entity.id.startswith(_FESTIVAL):
                labels[entity.id] = entity.label
            yield self._entity(entity)
        for festival, year in self._editions:
            label = f"{labels.get(festival, terms.slug_of(festival))} {year}"
            iri = terms.edition_iri(festival, year)
            yield _bundle(terms.ENTITIES_GRAPH, iri, (label,), _one_edition, festival, year, label)
        for doubt in self._told.doubts:
            # Its name is made of all that it says.
            yield _bundle(terms.ENTITIES_GRAPH, _doubt_iri(doubt), (), _one_doubt, doubt)
        for iri, claim, verdict in zip(self.iris, self._told.claims, self._verdicts, strict=True):
            others = tuple(self.iris[other] for other in verdict.contradicts)
            content = (verdict.status.value, verdict.ended, claim.decision, others, verdict.reasons)
            yield _bundle(terms.CLAIMS_GRAPH, iri, content, _one_claim, iri, claim, verdict, others)
        yield from self._direct()

    def _entity(self, entity: Entity) -> Bundle:
        known = tuple(self._background.get(entity.id, ()))
        merges = tuple((merge.left, merge.right, merge.reason) for merge in entity.merges)
        content = (entity.type.value, entity.label, entity.names, entity.lexicon, entity.gender, known, merges)
        return _bundle(terms.ENTITIES_GRAPH, terms.entity_iri(entity.id), content, _one_entity, entity, known)

    def _direct(self) -> Iterator[Bundle]:
        pairs = zip(self._told.claims, self._verdicts, strict=True)
        direct = (claim for claim, verdict in pairs if verdict.direct)
        for subject, claims in groupby(direct, key=lambda claim: claim.subject):
            said = tuple(dict.fromkeys((claim.predicate, *value_order(claim.object)) for claim in claims))
            yield _bundle(terms.VIEW_GRAPH, terms.entity_iri(subject), said, _one_view, subject, said)


def _bundle(
    graph: str, subject: str, content: tuple[Any, ...], make: Callable[..., Iterator[Statement]], *given: object
) -> Bundle:
    def quads() -> Iterator[Quad]:
        name = _node(graph)
        return iter(dict.fromkeys(Quad(_node(one), _node(other), value, name) for one, other, value in make(*given)))

    return Bundle(graph, subject, content, quads)


def _text(value: str) -> RdfLiteral:
    return RdfLiteral(value)


def _value(value: Value) -> NamedNode | RdfLiteral:
    return _node(terms.entity_iri(value.id)) if isinstance(value, EntityRef) else _text(value.value)


def _one_entity(entity: Entity, background: Iterable[tuple[str, str]]) -> Iterator[Statement]:
    iri = terms.entity_iri(entity.id)
    yield iri, terms.TYPE, _node(terms.type_iri(entity.type))
    yield iri, terms.SLUG, _text(terms.slug_of(entity.id))
    yield iri, terms.LABEL, RdfLiteral(entity.label, language=language_tag(entity.label))
    for name in entity.names:
        if name != entity.label:
            yield iri, terms.ALT_LABEL, RdfLiteral(name, language=language_tag(name))
    if entity.lexicon is not None:
        yield iri, terms.LEXICON_ENTRY, _text(entity.lexicon)
    if entity.gender is not None:
        yield iri, terms.GENDER, _text(entity.gender)
    for what, name in background:
        yield iri, BACKGROUND[what], _text(name)
    for merge in entity.merges:
        yield from _one_merge(iri, merge)


def _one_merge(entity: str, merge: Merge) -> Iterator[Statement]:
    iri = f"{terms.ID}merge/{terms.digest(entity, merge.left, merge.right, merge.reason)}"
    yield entity, terms.MERGE_PROPERTY, _node(iri)
    yield iri, terms.TYPE, _node(terms.MERGE)
    yield iri, terms.LEFT_NAME, _text(merge.left)
    yield iri, terms.RIGHT_NAME, _text(merge.right)
    yield iri, terms.REASON, _text(merge.reason)


def _one_doubt(doubt: Doubt) -> Iterator[Statement]:
    iri = _doubt_iri(doubt)
    yield iri, terms.TYPE, _node(terms.DOUBT)
    yield iri, terms.LEFT_ENTITY, _node(terms.entity_iri(doubt.left))
    yield iri, terms.RIGHT_ENTITY, _node(terms.entity_iri(doubt.right))
    yield iri, terms.REASON, _text(doubt.reason)
    yield iri, terms.SCORE, RdfLiteral(repr(doubt.score), datatype=_node(terms.DOUBLE))


def _doubt_iri(doubt: Doubt) -> str:
    return f"{terms.ID}doubt/{terms.digest(doubt.left, doubt.right, doubt.reason, doubt.score)}"


def edition_of(claim: Claim) -> tuple[str, str] | None:
    """The festival's id and the year of the edition that a claim is about, where it gives both.

    >>> claim = Claim("film/f", "screened_at", EntityRef("festival/locarno"), (("year", Literal("2019")),))
    >>> edition_of(claim)
    ('festival/locarno', '2019')
    """
    if "edition" not in RELATIONS[claim.predicate].qualifiers:
        return None
    festival, year = claim.qualifier("festival") or claim.object, claim.qualifier("year")
    if not isinstance(festival, EntityRef) or not festival.id.startswith(_FESTIVAL):
        return None
    if not isinstance(year, Literal) or not (len(year.value) == 4 and year.value.isascii() and year.value.isdigit()):
        return None
    return festival.id, year.value


def _one_edition(festival: str, year: str, label: str) -> Iterator[Statement]:
    iri = terms.edition_iri(festival, year)
    yield iri, terms.TYPE, _node(terms.EDITION)
    yield iri, terms.SLUG, _text(f"{terms.slug_of(festival)}/{year}")
    yield iri, terms.LABEL, RdfLiteral(label, language=language_tag(label))
    yield iri, terms.EDITION_OF, _node(terms.entity_iri(festival))
    yield iri, terms.YEAR, _text(year)


def _one_claim(iri: str, claim: Claim, verdict: Verdict, contradicted: Iterable[str]) -> Iterator[Statement]:
    yield iri, terms.TYPE, _node(terms.CLAIM)
    yield iri, terms.SUBJECT, _node(terms.entity_iri(claim.subject))
    yield iri, terms.PREDICATE, _node(terms.relation_iri(claim.predicate))
    yield iri, terms.OBJECT, _value(claim.object)
    for name, value in claim.qualifiers:
        yield iri, terms.qualifier_iri(name), _value(value)
    if edition := edition_of(claim):
        yield iri, terms.EDITION_PROPERTY, _node(terms.edition_iri(*edition))
    if period := _period_of(claim):
        yield from _one_period(iri, period)
    yield iri, terms.STATUS, _text(verdict.status)
    if claim.decision is not None:
        yield iri, terms.DECISION, _text(claim.decision)
    if verdict.ended:
        yield iri, terms.ENDED, RdfLiteral("true", datatype=_node(terms.BOOLEAN))
    for other in contradicted:
        yield iri, terms.CONTRADICTS, _node(other)
    for reason in verdict.reasons:
        yield iri, terms.CONTRADICTION, _text(reason)


def _period_of(claim: Claim) -> Period | None:
    qualifiers = [claim.qualifier(name) for name in _TIMED_QUALIFIERS]
    times = [claim.object] if claim.predicate in _TIMED_OBJECTS else qualifiers
    given = next((value for value in times if isinstance(value, Literal)), None)
    return None if given is None else period_of(given.value)


def _one_period(iri: str, period: Period) -> Iterator[Statement]:
    yield iri, terms.EARLIEST, RdfLiteral(period.earliest, datatype=_node(terms.DATE))
    yield iri, terms.LATEST, RdfLiteral(period.latest, datatype=_node(terms.DATE))
    if period.edtf is not None:
        yield iri, terms.EDTF_PROPERTY, RdfLiteral(period.edtf, datatype=_node(terms.EDTF))


def _one_view(subject: str, said: Iterable[tuple[str, str, str]]) -> Iterator[Statement]:
    iri = terms.entity_iri(subject)
    for predicate, kind, value in said:
        yield iri, terms.relation_iri(predicate), _value(EntityRef(value) if kind == "entity" else Literal(value))
