"""Quads back to knowledge: the inverse of :mod:`cinegraph.rdf.write`, but for what the graph does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import BlankNode, NamedNode, Quad, Triple
from pyoxigraph import Literal as RdfLiteral

from cinegraph.errors import InputError
from cinegraph.model import (
    Claim,
    Document,
    Doubt,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Knowledge,
    Literal,
    Merge,
    Modality,
    Value,
)
from cinegraph.rdf import terms
from cinegraph.rdf.order import claim_order, evidence_order

Term = NamedNode | BlankNode | RdfLiteral | Triple
_TYPES = {terms.type_iri(kind): kind for kind in EntityType}


def knowledge_of(quads: Iterable[Quad]) -> Knowledge:
    """The knowledge that quads hold, whatever graphs they stand in; quads that are none of ours are left aside.

    The graph does not hold everything: texts, blocks, sentences and mentions of the articles are kept
    elsewhere, and status, editions and direct triples are computed again when needed.

    :raises InputError: if a claim, an evidence or an entity lacks what it must have, or has what it cannot have

    >>> from cinegraph.rdf.write import quads_of
    >>> film = Entity("film/beanpole", EntityType.FILM, "Beanpole", ("Beanpole", "Дылда"))
    >>> knowledge_of(quads_of(Knowledge(entities=(film,)))).entities == (film,)
    True
    """
    try:
        return _Reader(quads).knowledge()
    except ValueError as error:
        raise InputError(f"the graph holds a value that cinegraph did not write: {error}") from error


class _Reader:
    """The properties of every node, and the nodes of every class."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[str, dict[str, list[Term]]] = defaultdict(dict)
        self._members: dict[str, dict[str, None]] = defaultdict(dict)
        for quad in quads:
            if not isinstance(quad.subject, NamedNode):
                continue
            self._values[quad.subject.value].setdefault(quad.predicate.value, []).append(quad.object)
            if quad.predicate.value == terms.TYPE and isinstance(quad.object, NamedNode):
                self._members[quad.object.value][quad.subject.value] = None

    def knowledge(self) -> Knowledge:
        kinds = {iri: kind for type_iri, kind in _TYPES.items() for iri in self._members[type_iri]}
        entities = (self._entity(iri, kind) for iri, kind in kinds.items())
        evidence = self._evidence_by_claim()
        claims = (self._claim(iri, evidence.get(iri, ())) for iri in self._members[terms.CLAIM])
        documents = (self._document(iri) for iri in self._members[terms.ARTICLE])
        doubts = (self._doubt(iri) for iri in self._members[terms.DOUBT])
        return Knowledge(
            entities=tuple(sorted(entities, key=lambda entity: entity.id)),
            claims=tuple(sorted(claims, key=claim_order)),
            documents=tuple(sorted(documents, key=lambda document: document.name)),
            doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.left, doubt.right, doubt.reason, doubt.score))),
        )

    def _entity(self, iri: str, kind: EntityType) -> Entity:
        label = self._text(iri, terms.LABEL)
        return Entity(
            id=terms.entity_id(iri),
            type=kind,
            label=label,
            names=tuple(sorted({label, *self._texts(iri, terms.ALT_LABEL)})),
            lexicon=self._optional(iri, terms.LEXICON_ENTRY),
            gender=self._optional(iri, terms.GENDER),
            merges=tuple(
                sorted(
                    (self._merge(node) for node in self._iris(iri, terms.MERGE_PROPERTY)),
                    key=lambda merge: (merge.left, merge.right, merge.reason),
                )
            ),
        )

    def _merge(self, iri: str) -> Merge:
        return Merge(*(self._text(iri, part) for part in (terms.LEFT_NAME, terms.RIGHT_NAME, terms.REASON)))

    def _doubt(self, iri: str) -> Doubt:
        left, right = (terms.entity_id(self._iri(iri, side)) for side in (terms.LEFT_ENTITY, terms.RIGHT_ENTITY))
        return Doubt(left, right, self._text(iri, terms.REASON), float(self._text(iri, terms.SCORE)))

    def _claim(self, iri: str, evidence: Sequence[Evidence]) -> Claim:
        predicate = self._iri(iri, terms.PREDICATE)
        if predicate not in terms.RELATION_OF_IRI:
            raise InputError(f"the claim {iri} has the predicate {predicate}, which is no relation of the ontology")
        return Claim(
            subject=terms.entity_id(self._iri(iri, terms.SUBJECT)),
            predicate=terms.RELATION_OF_IRI[predicate],
            object=_value(self._one(iri, terms.OBJECT)),
            qualifiers=tuple(
                sorted(
                    ((terms.QUALIFIER_OF_IRI[name], _value(self._one(iri, name))) for name in self._qualifiers(iri)),
                    key=lambda pair: pair[0],
                )
            ),
            evidence=tuple(sorted(evidence, key=evidence_order)),
            decision=self._optional(iri, terms.DECISION),
        )

    def _qualifiers(self, iri: str) -> list[str]:
        return [predicate for predicate in self._values[iri] if predicate in terms.QUALIFIER_OF_IRI]

    def _evidence_by_claim(self) -> dict[str, list[Evidence]]:
        found: dict[str, list[Evidence]] = defaultdict(list)
        for iri in self._members[terms.EVIDENCE]:
            found[self._iri(iri, terms.ANNOTATION_BODY)].append(self._evidence(iri))
        return found

    def _evidence(self, iri: str) -> Evidence:
        target = self._iri(iri, terms.ANNOTATION_TARGET)
        selectors = self._iris(target, terms.SELECTOR)
        position = self._selector(target, selectors, terms.POSITION_SELECTOR)
        quote = self._selector(target, selectors, terms.QUOTE_SELECTOR)
        speakers = self._iris(iri, terms.ATTRIBUTED_TO)
        steps = (step.split(". ", 1) for step in self._texts(iri, terms.STEP))
        return Evidence(
            article=terms.article_name(self._iri(target, terms.SOURCE)),
            start=int(self._text(position, terms.START)),
            end=int(self._text(position, terms.END)),
            quote=self._text(quote, terms.EXACT),
            modality=Modality(self._text(iri, terms.MODALITY)),
            rule=self._text(iri, terms.RULE),
            cue=self._optional(iri, terms.CUE),
            speaker=self._text(speakers[0], terms.LABEL) if speakers else None,
            entailed_by=self._optional(iri, terms.ENTAILED_BY),
            steps=tuple(step for _, step in sorted((int(number), step) for number, step in steps)),
            states=tuple(sorted(terms.QUALIFIER_OF_IRI[name] for name in self._iris(iri, terms.STATES))),
        )

    def _selector(self, target: str, selectors: Sequence[str], kind: str) -> str:
        for selector in selectors:
            if selector in self._members[kind]:
                return selector
        raise InputError(f"the target {target} has no selector of class {kind}")

    def _document(self, iri: str) -> Document:
        pairs = (pair.split(": ", 1) for pair in self._texts(iri, terms.RECORD))
        return Document(
            name=terms.article_name(iri),
            text="",
            sha256=self._text(iri, terms.SHA256),
            media_type=self._text(iri, terms.MEDIA_TYPE),
            title=self._optional(iri, terms.TITLE),
            author=self._optional(iri, terms.AUTHOR),
            publisher=self._optional(iri, terms.PUBLISHER),
            date=self._optional(iri, terms.ISSUED),
            language=self._optional(iri, terms.IN_LANGUAGE),
            url=self._optional(iri, terms.URL),
            record=tuple(sorted((key, value) for key, value in pairs)),
        )

    def _one(self, iri: str, predicate: str) -> Term:
        values = self._values.get(iri, {}).get(predicate)
        if not values:
            raise InputError(f"{iri} has no {predicate}, so the graph is not one that cinegraph wrote")
        return values[0]

    def _texts(self, iri: str, predicate: str) -> list[str]:
        values = self._values.get(iri, {}).get(predicate, ())
        return [value.value for value in values if isinstance(value, RdfLiteral)]

    def _iris(self, iri: str, predicate: str) -> list[str]:
        values = self._values.get(iri, {}).get(predicate, ())
        return [value.value for value in values if isinstance(value, NamedNode)]

    def _text(self, iri: str, predicate: str) -> str:
        value = self._one(iri, predicate)
        if not isinstance(value, RdfLiteral):
            raise InputError(f"{predicate} of {iri} must be a literal, and is {value}")
        return value.value

    def _iri(self, iri: str, predicate: str) -> str:
        value = self._one(iri, predicate)
        if not isinstance(value, NamedNode):
            raise InputError(f"{predicate} of {iri} must be an IRI, and is {value}")
        return value.value

    def _optional(self, iri: str, predicate: str) -> str | None:
        return next(iter(self._texts(iri, predicate)), None)


def _value(term: Term) -> Value:
    if isinstance(term, RdfLiteral):
        return Literal(term.value)
    if isinstance(term, NamedNode):
        return EntityRef(terms.entity_id(term.value))
    raise InputError(f"the value of a claim must be an entity or a literal, and is {term}")
