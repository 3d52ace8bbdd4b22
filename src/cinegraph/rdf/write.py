"""Knowledge to quads: deterministic, without blank nodes, every node named after its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from cinegraph.model import Claim, Doubt, Entity, EntityRef, Knowledge, Literal, Merge, Value
from cinegraph.rdf import terms
from cinegraph.rdf.dates import Period, period_of
from cinegraph.rdf.language import language_tag
from cinegraph.rdf.nodes import node as _node
from cinegraph.rdf.status import Verdict, verdicts
from cinegraph.rdf.write_articles import article_quads
from cinegraph.relations import RELATIONS

_TIMED_OBJECTS = frozenset({"publication_year", "birth_date"})
_TIMED_QUALIFIERS = ("year", "as_of", "since")

Statement = tuple[str, str, NamedNode | RdfLiteral]
"""Subject, predicate and object, before they are placed in a graph."""


def quads_of(knowledge: Knowledge) -> Iterator[Quad]:
    """Every quad of the graph: entities, editions, claims with status, direct triples, articles with their evidence.

    The order is that of the knowledge, so the same knowledge gives the same quads in the same order; none comes twice.

    >>> from cinegraph.model import EntityType
    >>> film = Entity("film/beanpole", EntityType.FILM, "Beanpole", ("Beanpole", "Dylda"))
    >>> [str(quad.object) for quad in quads_of(Knowledge(entities=(film,)))][2:]
    ['"Beanpole"@en', '"Dylda"@en']
    """
    found = verdicts(knowledge)
    yield from _placed(_entity_statements(knowledge), terms.ENTITIES_GRAPH)
    yield from _placed(_claim_statements(knowledge, found), terms.CLAIMS_GRAPH)
    yield from _placed(_direct_statements(knowledge, found), terms.VIEW_GRAPH)
    yield from article_quads(knowledge)


def _placed(statements: Iterator[Iterator[Statement]], graph: str) -> Iterator[Quad]:
    """The quads of statements in bundles: what one bundle says, no other says."""
    name = _node(graph)
    for bundle in statements:
        yield from dict.fromkeys(
            Quad(_node(subject), _node(predicate), value, name) for subject, predicate, value in bundle
        )


def _text(value: str) -> RdfLiteral:
    return RdfLiteral(value)


def _value(value: Value) -> NamedNode | RdfLiteral:
    return _node(terms.entity_iri(value.id)) if isinstance(value, EntityRef) else _text(value.value)


def _entity_statements(knowledge: Knowledge) -> Iterator[Iterator[Statement]]:
    yield from map(_one_entity, knowledge.entities)
    labels = {entity.id: entity.label for entity in knowledge.entities}
    for festival, year in dict.fromkeys(filter(None, map(edition_of, knowledge.claims))):
        yield _one_edition(festival, year, labels)
    yield from map(_one_doubt, knowledge.doubts)


def _one_entity(entity: Entity) -> Iterator[Statement]:
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
    iri = f"{terms.ID}doubt/{terms.digest(doubt.left, doubt.right, doubt.reason, doubt.score)}"
    yield iri, terms.TYPE, _node(terms.DOUBT)
    yield iri, terms.LEFT_ENTITY, _node(terms.entity_iri(doubt.left))
    yield iri, terms.RIGHT_ENTITY, _node(terms.entity_iri(doubt.right))
    yield iri, terms.REASON, _text(doubt.reason)
    yield iri, terms.SCORE, RdfLiteral(repr(doubt.score), datatype=_node(terms.DOUBLE))


def edition_of(claim: Claim) -> tuple[str, str] | None:
    """The festival's id and the year of the edition that a claim is about, where it gives both.

    >>> claim = Claim("film/f", "screened_at", EntityRef("festival/locarno"), (("year", Literal("2019")),))
    >>> edition_of(claim)
    ('festival/locarno', '2019')
    """
    if "edition" not in RELATIONS[claim.predicate].qualifiers:
        return None
    festival, year = claim.qualifier("festival") or claim.object, claim.qualifier("year")
    if not isinstance(festival, EntityRef) or not festival.id.startswith("festival/"):
        return None
    if not isinstance(year, Literal) or not (len(year.value) == 4 and year.value.isascii() and year.value.isdigit()):
        return None
    return festival.id, year.value


def _one_edition(festival: str, year: str, labels: Mapping[str, str]) -> Iterator[Statement]:
    iri = terms.edition_iri(festival, year)
    label = f"{labels.get(festival, terms.slug_of(festival))} {year}"
    yield iri, terms.TYPE, _node(terms.EDITION)
    yield iri, terms.SLUG, _text(f"{terms.slug_of(festival)}/{year}")
    yield iri, terms.LABEL, RdfLiteral(label, language=language_tag(label))
    yield iri, terms.EDITION_OF, _node(terms.entity_iri(festival))
    yield iri, terms.YEAR, _text(year)


def _claim_statements(knowledge: Knowledge, found: list[Verdict]) -> Iterator[Iterator[Statement]]:
    for claim, verdict in zip(knowledge.claims, found, strict=True):
        yield _one_claim(claim, verdict, [knowledge.claims[other] for other in verdict.contradicts])


def _one_claim(claim: Claim, verdict: Verdict, contradicted: list[Claim]) -> Iterator[Statement]:
    iri = terms.claim_iri(claim)
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
        yield iri, terms.CONTRADICTS, _node(terms.claim_iri(other))
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


def _direct_statements(knowledge: Knowledge, found: list[Verdict]) -> Iterator[Iterator[Statement]]:
    direct = (claim for claim, verdict in zip(knowledge.claims, found, strict=True) if verdict.direct)
    for subject, claims in groupby(direct, key=lambda claim: claim.subject):
        iri = terms.entity_iri(subject)
        yield ((iri, terms.relation_iri(claim.predicate), _value(claim.object)) for claim in claims)
