"""Where articles disagree, side by side, and what cannot be in the order that they give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.questions.cards import passage_document
from cinegraph.questions.evidence import Passage, passages
from cinegraph.questions.facts import Fact, facts_where, label_of
from cinegraph.questions.words import statement_of
from cinegraph.relations import RELATIONS

if TYPE_CHECKING:
    from cinegraph.store import Store

SCHEMA = "cinegraph-conflicts/1"
_PRIZES = ("won", "nominated_for", "shortlisted_for")
_DISPUTED = '?claim cg:status "disputed"'
_DATED = (
    "VALUES ?relation { cg:publicationYear cg:premieredAt cg:screenedAt cg:won cg:nominatedFor cg:shortlistedFor"
    " cg:birthDate cg:director } "
    '?claim rdf:predicate ?relation ; cg:status "accepted"'
)


class Conflict(NamedTuple):
    """Claims that do not go together: usually two; one, where a claim is both asserted and denied.

    :ivar kind: ``contradiction`` or ``order``
    :ivar reason: why, in words
    """

    kind: str
    reason: str
    facts: tuple[Fact, ...]

    @property
    def weight(self) -> tuple[bool, bool, int]:
        """What it is ranked by: contradictions first, facts among films and prizes first, well supported ones first."""
        core = any(RELATIONS[fact.relation].core for fact in self.facts)
        return self.kind == "contradiction", core, sum(len(fact.articles) for fact in self.facts)


class Conflicts(NamedTuple):
    """Conflicts, the gravest first.

    :ivar passages: for a claim's IRI its sentences
    """

    conflicts: tuple[Conflict, ...]
    passages: Mapping[str, tuple[Passage, ...]]

    def document(self) -> dict[str, Any]:
        """The conflicts as JSON: ``conflicts``, each with ``kind``, ``reason`` and ``claims``, each with ``claim``,
        ``statement``, ``status`` and ``evidence`` (sentences as on a card)."""
        return {
            "schema": SCHEMA,
            "conflicts": [
                {"kind": each.kind, "reason": each.reason, "claims": [self._claim(fact) for fact in each.facts]}
                for each in self.conflicts
            ],
        }

    def _claim(self, fact: Fact) -> dict[str, Any]:
        return {
            "claim": fact.iri,
            "statement": statement_of(fact),
            "status": fact.standing,
            "evidence": [passage_document(each) for each in self.passages.get(fact.iri, ())],
        }


def find_conflicts(store: Store, about: str | None = None) -> Conflicts:
    """What articles disagree on, and what cannot have happened in the order that they give.

    :param about: the id of an entity; only conflicts about it
    """
    disputed = facts_where(store, _DISPUTED)
    dated = facts_where(store, _DATED)
    found = [*_contradictions(disputed), *_out_of_order(dated)]
    if about is not None:
        found = [each for each in found if any(_is_about(fact, about) for fact in each.facts)]
    ranked = sorted(found, key=lambda each: ([-int(part) for part in each.weight], _key(each)))
    return Conflicts(tuple(ranked), passages(store, [fact.iri for each in ranked for fact in each.facts]))


def _contradictions(facts: Sequence[Fact]) -> Iterator[Conflict]:
    by_iri = {fact.iri: fact for fact in facts}
    for fact in facts:
        against = [by_iri[iri] for iri in fact.contradicts if iri in by_iri]
        for other in against:
            if fact.iri < other.iri:
                yield Conflict("contradiction", _reason(fact, other), (fact, other))
        if not against:
            yield Conflict("contradiction", "; ".join(fact.reasons) or "both asserted and denied", (fact,))


def _reason(fact: Fact, other: Fact) -> str:
    """What differs: the value, the year, or whether it is so at all."""
    name = fact.relation.replace("_", " ")
    if label_of(fact.object) != label_of(other.object) or fact.subject != other.subject:
        return f"another {name} is given: {label_of(fact.object)}, {label_of(other.object)}"
    if fact.year and other.year and fact.year != other.year:
        return f"another year is given for the same: {fact.year}, {other.year}"
    return "asserted by one, denied by the other"


def _out_of_order(facts: Sequence[Fact]) -> Iterator[Conflict]:
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_subject[fact.subject.id].append(fact)
    born = {fact.subject.id: fact for fact in facts if fact.relation == "birth_date"}
    for own in by_subject.values():
        yield from _film_order(own, born)


def _film_order(own: Sequence[Fact], born: Mapping[str, Fact]) -> Iterator[Conflict]:
    released = [fact for fact in own if fact.relation == "publication_year"]
    premieres = [fact for fact in own if fact.relation == "premiered_at" and (fact.text("scope") or "world") == "world"]
    for fact in own:
        for release in released:
            # A film is often dated by its release in the year after its first showing.
            if fact.relation in _PRIZES and _before(fact.year, label_of(release.object), 1):
                yield Conflict("order", "a prize before the film", (fact, release))
        for premiere in premieres:
            if fact.relation == "screened_at" and _before(fact.year, premiere.year, 0):
                yield Conflict("order", "a screening before the premiere", (fact, premiere))
        if fact.relation == "director" and not isinstance(fact.object, str) and fact.object.id in born:
            birth = born[fact.object.id]
            for release in released:
                if _before(label_of(release.object), label_of(birth.object), -10):
                    yield Conflict("order", "a film before its director was ten years old", (release, birth))


def _before(one: str | None, other: str | None, slack: int) -> bool:
    """Whether one year lies more than ``slack`` years before another."""
    if not one or not other or not (one[:4].isdecimal() and other[:4].isdecimal()):
        return False
    return int(one[:4]) < int(other[:4]) - slack


def _is_about(fact: Fact, entity: str) -> bool:
    values = (fact.subject, fact.object, *fact.qualifiers.values())
    return any(not isinstance(value, str) and value.id == entity for value in values)


def _key(conflict: Conflict) -> tuple[str, ...]:
    return tuple(f"{fact.subject.id} {fact.relation} {fact.iri}" for fact in conflict.facts)
