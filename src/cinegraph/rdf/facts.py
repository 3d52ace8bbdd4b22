"""The export of ``facts.md``: JSON Lines, one line for each claim, article and modality that counts there."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict, cast

from cinegraph.errors import InputError
from cinegraph.model import Claim, Entity, EntityRef, Evidence, Knowledge, Modality, Value
from cinegraph.rdf import terms
from cinegraph.rdf.order import claim_order, evidence_order
from cinegraph.rdf.status import Status

_STRONGEST_FIRST = (Modality.ASSERTED, Modality.FORMER, Modality.HEDGED, Modality.PLANNED)


class FactEntity(TypedDict):
    """An entity, with every other surface form that the graph knows for it."""

    iri: str
    label: str
    type: str
    aliases: list[str]


class FactLiteral(TypedDict):
    """An object that is no entity."""

    value: str


class FactQuote(TypedDict):
    """A quote, and where it stands in the article's text as read."""

    quote: str
    start: int
    end: int


class Fact(TypedDict):
    """One line of the export."""

    article: str
    subject: FactEntity
    predicate: str
    object: FactEntity | FactLiteral
    qualifiers: dict[str, FactEntity | str]
    modality: str
    evidence: list[FactQuote]


def facts_of(knowledge: Knowledge) -> Iterator[Fact]:
    """The facts of every article, by article and then by claim.

    What an article asserts beats what it hedges or plans; an article that says and denies a thing gives two facts. The
    qualifiers of a fact are those that its own evidence states. What a person has rejected is no fact.

    :raises InputError: if a claim is about an entity that the knowledge does not have
    """
    entities = {entity.id: entity for entity in knowledge.entities}
    by_article: dict[str, list[tuple[Claim, list[Evidence]]]] = defaultdict(list)
    for claim in sorted(knowledge.claims, key=claim_order):
        if claim.decision == Status.REJECTED:
            continue
        for article, evidence in _by_article(claim).items():
            by_article[article].append((claim, evidence))
    for article in sorted(by_article):
        for claim, evidence in by_article[article]:
            for modality in _modalities(evidence):
                chosen = [item for item in evidence if item.modality is modality]
                yield _fact(article, claim, modality, chosen, entities)


def fact_lines(knowledge: Knowledge) -> Iterator[str]:
    """The export itself: one line of JSON, without its line end, for each fact of :func:`facts_of`."""
    for fact in facts_of(knowledge):
        yield json.dumps(fact, ensure_ascii=False)


def read_facts(lines: Iterable[str], name: str = "facts") -> list[Fact]:
    """The facts of an export; empty lines are passed over.

    :param name: what to call the source in messages
    :raises InputError: if a line is no fact; the message names the line and what is wrong in it

    >>> read_facts(['{"article": 1}'], "my.jsonl")
    Traceback (most recent call last):
    cinegraph.errors.InputError: my.jsonl, line 1: "article" must be a text
    """
    return [_parse(line, f"{name}, line {number}") for number, line in enumerate(lines, start=1) if line.strip()]


def _by_article(claim: Claim) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for item in sorted(claim.evidence, key=evidence_order):
        found[item.article].append(item)
    return found


def _modalities(evidence: Sequence[Evidence]) -> list[Modality]:
    said = {item.modality for item in evidence}
    strongest = [modality for modality in _STRONGEST_FIRST if modality in said][:1]
    return [*strongest, *({Modality.NEGATED} & said)]


def _fact(
    article: str, claim: Claim, modality: Modality, evidence: Sequence[Evidence], entities: Mapping[str, Entity]
) -> Fact:
    quotes: list[FactQuote] = []
    for item in evidence:
        quote = FactQuote(quote=item.quote, start=item.start, end=item.end)
        if quote not in quotes:
            quotes.append(quote)
    stated = _stated(claim, evidence)
    return Fact(
        article=article,
        subject=_entity(claim.subject, entities),
        predicate=claim.predicate,
        object=_object(claim.object, entities),
        qualifiers={name: _qualifier(value, entities) for name, value in claim.qualifiers if name in stated},
        modality=modality.value,
        evidence=quotes,
    )


def _stated(claim: Claim, evidence: Sequence[Evidence]) -> frozenset[str]:
    stated = frozenset(name for item in evidence for name in item.states)
    if not stated and len({item.article for item in claim.evidence}) == 1:
        return frozenset(name for name, _ in claim.qualifiers)
    # an edition ("the 70th Cannes") gives its festival and its year
    return stated | {"festival", "year"} if "edition" in stated else stated


def _entity(identifier: str, entities: Mapping[str, Entity]) -> FactEntity:
    if identifier not in entities:
        raise InputError(f"a claim is about {identifier}, which is not among the entities; build the graph again")
    entity = entities[identifier]
    return FactEntity(
        iri=terms.entity_iri(identifier),
        label=entity.label,
        type=entity.type.value,
        aliases=sorted(set(entity.names) - {entity.label}),
    )


def _object(value: Value, entities: Mapping[str, Entity]) -> FactEntity | FactLiteral:
    return _entity(value.id, entities) if isinstance(value, EntityRef) else FactLiteral(value=value.value)


def _qualifier(value: Value, entities: Mapping[str, Entity]) -> FactEntity | str:
    return _entity(value.id, entities) if isinstance(value, EntityRef) else value.value


def _parse(line: str, where: str) -> Fact:
    try:
        fact = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: this is no JSON ({error.msg} at column {error.colno})") from error
    if not isinstance(fact, dict):
        raise InputError(f"{where}: a fact is a JSON object")
    for key, kind, word in (
        ("article", str, "a text"),
        ("subject", dict, "an object"),
        ("predicate", str, "a text"),
        ("object", dict, "an object"),
    ):
        if not isinstance(fact.get(key), kind):
            raise InputError(f'{where}: "{key}" must be {word}')
    defaults = {"qualifiers": {}, "modality": Modality.ASSERTED.value, "evidence": []}
    return cast(Fact, {**defaults, **fact})
