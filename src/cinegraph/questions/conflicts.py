"""Where articles disagree, side by side: contradictions, impossible orders, differences; ranked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.questions.cards import passage_document
from cinegraph.questions.evidence import Passage, passages
from cinegraph.questions.facts import Fact, facts_named, facts_where, label_of
from cinegraph.questions.rulings import Ruling, rulings
from cinegraph.questions.words import statement_of
from cinegraph.relations import RELATIONS

if TYPE_CHECKING:
    from cinegraph.store import Store

SCHEMA = "cinegraph-conflicts/1"
KINDS = ("contradiction", "order", "difference")
"""The kinds of conflicts, the gravest first: two claims exclude each other; they cannot have happened in the order that
they give; they name different people or films for one credit or prize, which may have been shared."""

_DISPUTED = '{ ?claim cg:status "disputed" } UNION { ?claim cg:decision ?decision }'
_NOTHING: Mapping[str, Ruling] = {}


class Conflict(NamedTuple):
    """Claims that do not go together: usually two; one, where a claim is both asserted and denied.

    :ivar kind: one of :data:`KINDS`
    :ivar topic: what it is about: year, value, denial, premiere, prize, credit, production, age
    :ivar reason: why, in words
    """

    kind: str
    topic: str
    reason: str
    facts: tuple[Fact, ...]

    @property
    def settled(self) -> bool:
        """Whether a person has decided on one of the claims."""
        return any(fact.decision for fact in self.facts)

    @property
    def weight(self) -> tuple[bool, int, bool, int]:
        """What it is ranked by: open ones first, then by kind, facts among films and prizes first, well supported ones
        first."""
        core = any(RELATIONS[fact.relation].core for fact in self.facts)
        return not self.settled, -KINDS.index(self.kind), core, sum(len(fact.articles) for fact in self.facts)


class Conflicts(NamedTuple):
    """Conflicts, the gravest first, those that a person has settled last.

    :ivar passages: for a claim's IRI its sentences
    :ivar rulings: for the IRI of a claim that a person has decided on, who decided what, and when
    """

    conflicts: tuple[Conflict, ...]
    passages: Mapping[str, tuple[Passage, ...]]
    rulings: Mapping[str, Ruling] = _NOTHING

    @property
    def open(self) -> tuple[Conflict, ...]:
        """Those that nobody has settled."""
        return tuple(each for each in self.conflicts if not each.settled)

    def document(self) -> dict[str, Any]:
        """The conflicts as JSON: a stable contract, whose name is in ``schema``.

        ``conflicts``, each with ``kind``, ``topic``, ``reason``, ``settled`` and ``claims``, each with ``claim``,
        ``statement``, ``status``, ``decision`` (of a person, as in an explanation, or null) and ``evidence`` (sentences
        as on a card).
        """
        return {
            "schema": SCHEMA,
            "conflicts": [
                {
                    "kind": each.kind,
                    "topic": each.topic,
                    "reason": each.reason,
                    "settled": each.settled,
                    "claims": [self._claim(fact) for fact in each.facts],
                }
                for each in self.conflicts
            ],
        }

    def _claim(self, fact: Fact) -> dict[str, Any]:
        return {
            "claim": fact.iri,
            "statement": statement_of(fact),
            "status": fact.standing,
            "decision": self.rulings[fact.iri]._asdict() if fact.iri in self.rulings else None,
            "evidence": [passage_document(each) for each in self.passages.get(fact.iri, ())],
        }


def find_conflicts(store: Store, about: str | None = None, kinds: Sequence[str] = KINDS) -> Conflicts:
    """What articles disagree on, what cannot have happened in the order that they give, and where they name others.

    :param about: the id of an entity; only conflicts about it
    :param kinds: only those of these kinds
    """
    from cinegraph.questions.conflict_rules import DATED, NAMED, contested, differences, out_of_order

    found: list[Conflict] = []
    if "contradiction" in kinds:
        found += _contradictions(_disputed(store))
    if "order" in kinds:
        dated = facts_where(store, DATED, weighed=False)
        made = [fact.iri for fact in dated if fact.relation == "production_status"]
        found += _weighed(store, list(out_of_order(dated, passages(store, made))))
    if "difference" in kinds:
        shared = contested(facts_where(store, NAMED, weighed=False))
        found += differences(facts_named(store, [fact.iri for fact in shared]))
    if about is not None:
        found = [each for each in found if any(_is_about(fact, about) for fact in each.facts)]
    ranked = sorted(found, key=lambda each: ([-int(part) for part in each.weight], _key(each)))
    facts = [fact for each in ranked for fact in each.facts]
    return Conflicts(tuple(ranked), passages(store, [fact.iri for fact in facts]), rulings(store, facts))


def _weighed(store: Store, found: Sequence[Conflict]) -> list[Conflict]:
    """The conflicts with how much stands behind their claims: looked up for these few, not for all that were tried."""
    facts = {fact.iri: fact for fact in facts_named(store, [fact.iri for each in found for fact in each.facts])}
    return [each._replace(facts=tuple(facts[fact.iri] for fact in each.facts)) for each in found]


def _disputed(store: Store) -> list[Fact]:
    """The claims that contradict others, those that a person has decided on among them, and those others."""
    facts = [fact for fact in facts_where(store, _DISPUTED) if fact.status == "disputed" or fact.reasons]
    known = {fact.iri for fact in facts}
    return facts + facts_named(store, {iri for fact in facts for iri in fact.contradicts} - known)


def _contradictions(facts: Sequence[Fact]) -> Iterator[Conflict]:
    by_iri = {fact.iri: fact for fact in facts}
    told = set()
    for fact in facts:
        against = [by_iri[iri] for iri in fact.contradicts if iri in by_iri]
        for other in against:
            if frozenset((fact.iri, other.iri)) not in told:
                told.add(frozenset((fact.iri, other.iri)))
                one, two = sorted((fact, other), key=lambda each: each.iri)
                yield Conflict("contradiction", *_reason(one, two), (one, two))
        if not against and fact.reasons:
            yield Conflict("contradiction", "denial", "; ".join(fact.reasons), (fact,))


def _reason(fact: Fact, other: Fact) -> tuple[str, str]:
    """What it is about, and what differs: the value, the year, or whether it is so at all."""
    name = fact.relation.replace("_", " ")
    if label_of(fact.object) != label_of(other.object) or fact.subject != other.subject:
        if fact.relation in ("partner_of", "classmate_of", "collaborated_with"):
            return "denial", "asserted by one, denied by the other"
        topic = "year" if fact.relation in ("publication_year", "birth_date") else "value"
        return topic, f"another {name} is given: {label_of(fact.object)}, {label_of(other.object)}"
    if fact.year and other.year and fact.year != other.year:
        return "year", f"another year is given for the same: {fact.year}, {other.year}"
    return "denial", "asserted by one, denied by the other"


def _is_about(fact: Fact, entity: str) -> bool:
    values = (fact.subject, fact.object, *fact.qualifiers.values())
    return any(not isinstance(value, str) and value.id == entity for value in values)


def _key(conflict: Conflict) -> tuple[str, ...]:
    return tuple(f"{fact.subject.id} {fact.relation} {fact.iri}" for fact in conflict.facts)
