"""Why the graph says what it says: claims with their sentences, and why names are taken to be one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.errors import NotFoundError
from cinegraph.questions.cards import passage_document
from cinegraph.questions.evidence import Passage, passages
from cinegraph.questions.facts import Fact, Thing, facts_about, facts_where, iris, label_of, texts_of
from cinegraph.questions.library import relation_name
from cinegraph.questions.names import find_entity, likely
from cinegraph.questions.rulings import Ruling, rulings
from cinegraph.questions.words import statement_of
from cinegraph.rdf.terms import ID, entity_iri

if TYPE_CHECKING:
    from cinegraph.store import Store

SCHEMA = "cinegraph-explanation/1"
_NOTHING: Mapping[str, Ruling] = {}
_CLAIM = re.compile(r"[a-z2-7]{26}")


class Reason(NamedTuple):
    """Why two names are taken to be one entity."""

    entity: str
    left: str
    right: str
    reason: str


class Explanation(NamedTuple):
    """Claims, and what is behind each.

    :ivar passages: for a claim's IRI its sentences
    :ivar merges: for the entities that the claims are about
    :ivar rulings: for the IRI of a claim that a person has decided on, who decided what, and when
    """

    facts: tuple[Fact, ...]
    passages: dict[str, tuple[Passage, ...]]
    merges: tuple[Reason, ...]
    rulings: Mapping[str, Ruling] = _NOTHING

    def document(self) -> dict[str, Any]:
        """The explanation as JSON: a stable contract, whose name is in ``schema``.

        ``claims``, each with ``claim`` (its IRI), ``statement`` (in words), ``subject``, ``relation``, ``object``,
        ``qualifiers``, ``status``, ``contradicts``, ``contradictions`` (in words), ``decision`` (of a person:
        ``verdict``, ``who``, ``when``, ``note``; else null) and ``evidence``: sentences as on a card, and ``rule``,
        ``cue``, ``speaker``, ``entailed_by`` and ``steps``; ``merges``, each with ``entity``, ``left``, ``right`` and
        ``reason``.
        """
        return {
            "schema": SCHEMA,
            "claims": [self._claim(fact) for fact in self.facts],
            "merges": [reason._asdict() for reason in self.merges],
        }

    def _claim(self, fact: Fact) -> dict[str, Any]:
        return {
            "claim": fact.iri,
            "statement": statement_of(fact),
            "subject": _value(fact.subject),
            "relation": fact.relation,
            "object": _value(fact.object),
            "qualifiers": {name: _value(value) for name, value in fact.qualifiers.items()},
            "status": fact.standing,
            "contradicts": list(fact.contradicts),
            "contradictions": list(fact.reasons),
            "decision": self.rulings[fact.iri]._asdict() if fact.iri in self.rulings else None,
            "evidence": [_evidence(passage) for passage in self.passages.get(fact.iri, ())],
        }


def explain(store: Store, target: str, relation: str | None = None, other: str | None = None) -> Explanation:
    """The claims that are meant, each with its sentences, rules and steps.

    :param target: a claim's IRI (or the last part of it), or a name
    :param relation: only claims of this relation
    :param other: only claims that name this entity too, or whose value is this text
    :raises NotFoundError: if there is no such claim or name
    :raises AmbiguousNameError: if several entities bear a name
    """
    claim = claim_named(target)
    if claim is not None:
        facts = facts_where(store, f"VALUES ?claim {{ {iris([claim])} }} ?claim a cg:Claim")
        if not facts:
            raise NotFoundError(f"the graph has no claim {claim}; a claim's IRI changes when the claim does")
    else:
        facts = _matching(store, target, relation, other)
    about = {thing.id for fact in facts for thing in _things(fact)}
    said = passages(store, [fact.iri for fact in facts])
    return Explanation(tuple(facts), said, merges(store, about), rulings(store, facts))


def claim_named(text: str) -> str | None:
    """The IRI of a claim, if the text is one or the last part of one.

    >>> claim_named("u3ipykp6yojusmxlrxj4k5nnrt")
    'https://w3id.org/cinegraph/id/claim/u3ipykp6yojusmxlrxj4k5nnrt'
    """
    last = text.strip().strip("<>").removeprefix(f"{ID}claim/").removeprefix("claim:")
    return f"{ID}claim/{last}" if _CLAIM.fullmatch(last) else None


def merges(store: Store, entities: Collection[str]) -> tuple[Reason, ...]:
    """Why the names of these entities are one, in order of entity and names."""
    if not entities:
        return ()
    rows = store.query(
        "SELECT ?entity ?label ?left ?right ?reason WHERE { GRAPH graph:entities { "
        f"VALUES ?entity {{ {iris(entity_iri(each) for each in sorted(entities))} }} "
        "?entity cg:merge ?merge ; rdfs:label ?label . "
        "?merge cg:leftName ?left ; cg:rightName ?right ; cg:reason ?reason } }"
    )
    return tuple(sorted(Reason(entity, *names) for _, entity, *names in texts_of(rows)))


def _matching(store: Store, target: str, relation: str | None, other: str | None) -> list[Fact]:
    entity = find_entity(store, target)
    facts = facts_about(store, [entity.id], ("rdf:subject", "rdf:object"))
    if relation is not None:
        name = relation_name(relation)
        facts = [fact for fact in facts if fact.relation == name]
    if other is not None:
        facts = _naming(store, facts, other)
    if not facts:
        said = " ".join(part for part in (entity.label, relation, other) if part)
        raise NotFoundError(f"the graph has no claim that says: {said}; see all with: cinegraph explain {entity.id}")
    return facts


def _naming(store: Store, facts: Sequence[Fact], other: str) -> list[Fact]:
    literal = [fact for fact in facts if isinstance(fact.object, str) and fact.object.casefold() == other.casefold()]
    if literal:
        return literal
    wanted = {hit.id for hit in likely(store, other)} or {find_entity(store, other).id}
    return [fact for fact in facts if wanted & {thing.id for thing in _things(fact)}]


def _things(fact: Fact) -> list[Thing]:
    values = [fact.subject, fact.object, *fact.qualifiers.values()]
    return [value for value in values if isinstance(value, Thing)]


def _value(value: Thing | str) -> dict[str, str]:
    if isinstance(value, str):
        return {"value": value}
    return {"id": value.id, "iri": value.iri, "label": label_of(value), "type": value.type}


def _evidence(passage: Passage) -> dict[str, Any]:
    return {
        **passage_document(passage),
        "rule": passage.rule,
        "cue": passage.cue,
        "speaker": passage.speaker,
        "entailed_by": passage.entailed_by,
        "steps": list(passage.steps),
    }
