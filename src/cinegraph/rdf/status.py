"""The status of a claim, from its evidence and from the claims that contradict it (the table of the RDF model)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from cinegraph.errors import InputError
from cinegraph.model import Claim, Entity, Knowledge, Modality
from cinegraph.rdf.contradictions import Contradiction, Seen, contradictions_among, contradictions_seen, modalities


class Status(StrEnum):
    """What the graph holds of a claim; only accepted ones become direct triples."""

    ACCEPTED = "accepted"
    HEDGED = "hedged"
    PLANNED = "planned"
    DISPUTED = "disputed"
    DENIED = "denied"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim's status and its reasons.

    :ivar ended: true once, and no longer: accepted, but no direct triple
    :ivar contradicts: the claims (places in :attr:`Knowledge.claims`) that contradict this one; of a rejected one those
        that it would contradict if it stood
    :ivar reasons: why it is disputed, in words, in order of code points
    """

    status: Status
    ended: bool = False
    contradicts: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def direct(self) -> bool:
        """Whether the claim is also asserted as a direct triple."""
        return self.status is Status.ACCEPTED and not self.ended


def verdict_of(claim: Claim) -> Verdict:
    """A claim's status by its own evidence alone.

    >>> from cinegraph.model import EntityRef
    >>> verdict_of(Claim("film/beanpole", "director", EntityRef("person/kantemir-balagov"))).status
    <Status.HEDGED: 'hedged'>
    """
    return _verdict_on(modalities(claim))


@lru_cache(maxsize=1024)
def _verdict_on(said: frozenset[Modality]) -> Verdict:
    """Of millions of claims most have one of a few verdicts, which take no memory for each."""
    if Modality.NEGATED in said:
        if said <= {Modality.NEGATED, Modality.PLANNED}:
            return Verdict(Status.DENIED)
        return Verdict(Status.DISPUTED, reasons=("both asserted and denied",))
    if Modality.ASSERTED in said:
        return Verdict(Status.ACCEPTED)
    if Modality.FORMER in said:
        return Verdict(Status.ACCEPTED, ended=True)
    return Verdict(Status.PLANNED if said == {Modality.PLANNED} else Status.HEDGED)


def verdicts(knowledge: Knowledge) -> list[Verdict]:
    """The verdict on every claim, in the order of :attr:`Knowledge.claims`; see :func:`verdicts_on`."""
    return verdicts_on(knowledge.claims, {entity.id: entity for entity in knowledge.entities})


def verdicts_on(claims: Sequence[Claim], entities: Mapping[str, Entity]) -> list[Verdict]:
    """The verdict on every claim, in their order; a person's decision overrides the evidence.

    :raises InputError: if a claim carries a decision that is no status
    """
    found: list[Verdict] = []
    decisions: dict[int, str] = {}
    seen = Seen(entities)
    for index, claim in enumerate(claims):
        how = modalities(claim)
        found.append(_verdict_on(how))
        seen.note(index, claim, how)
        if claim.decision is not None:
            decisions[index] = claim.decision
    for index, (others, said) in _contradicted_by_rejected(claims, entities, decisions).items():
        found[index] = replace(found[index], contradicts=tuple(sorted(others)), reasons=tuple(sorted(said)))
    against: dict[int, set[int]] = defaultdict(set)
    reasons: dict[int, set[str]] = defaultdict(set)
    for pair in contradictions_seen(claims, entities, seen):
        for mine, other, why in _both_ways(pair):
            against[mine].add(other)
            reasons[mine].add(why)
    for index, opposed in against.items():
        whys = tuple(sorted(reasons[index] | set(found[index].reasons)))
        found[index] = Verdict(Status.DISPUTED, False, tuple(sorted(opposed)), whys)
    for index, decision in decisions.items():
        found[index] = replace(found[index], status=_decided(decision), ended=False)
    return found


def _both_ways(pair: Contradiction) -> tuple[tuple[int, int, str], tuple[int, int, str]]:
    """Of each of two claims its place, that of the other, and why it is disputed."""
    return (pair.left, pair.right, pair.left_reason), (pair.right, pair.left, pair.right_reason)


def _contradicted_by_rejected(
    claims: Sequence[Claim], entities: Mapping[str, Entity], decisions: Mapping[int, str]
) -> dict[int, tuple[set[int], set[str]]]:
    """For each claim that a person has rejected the claims that it would contradict if it stood, and why."""
    if Status.REJECTED not in decisions.values():
        return {}
    found: dict[int, tuple[set[int], set[str]]] = defaultdict(lambda: (set(), set()))
    for pair in contradictions_among(_Undecided(claims), entities):
        for mine, other, why in _both_ways(pair):
            if decisions.get(mine) == Status.REJECTED:
                found[mine][0].add(other)
                found[mine][1].add(why)
    return found


class _Undecided(Sequence[Claim]):
    """Claims as if nobody had decided anything about them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims

    def __len__(self) -> int:
        return len(self._claims)

    def __getitem__(self, place: int) -> Claim:  # type: ignore[override]
        return replace(self._claims[place], decision=None)

    def __iter__(self) -> Iterator[Claim]:
        return (replace(claim, decision=None) for claim in self._claims)


def _decided(decision: str) -> Status:
    if decision not in {Status.ACCEPTED, Status.REJECTED}:
        raise InputError(f"a claim can be decided to be accepted or rejected, not {decision!r}")
    return Status(decision)
