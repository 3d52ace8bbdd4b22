"""The status of a claim, from its evidence and from the claims that contradict it (the table of the RDF model)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from cinegraph.errors import InputError
from cinegraph.model import Claim, Knowledge, Modality
from cinegraph.rdf.contradictions import contradictions, modalities


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
    said = modalities(claim)
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
    """The verdict on every claim, in the order of :attr:`Knowledge.claims`; a person's decision overrides the evidence.

    :raises InputError: if a claim carries a decision that is no status
    """
    against: dict[int, list[int]] = defaultdict(list)
    reasons: dict[int, set[str]] = defaultdict(set)
    for pair in contradictions(knowledge):
        against[pair.left].append(pair.right)
        against[pair.right].append(pair.left)
        reasons[pair.left].add(pair.left_reason)
        reasons[pair.right].add(pair.right_reason)
    rejected = _contradicted_by_rejected(knowledge)
    found = []
    for index, claim in enumerate(knowledge.claims):
        own = verdict_of(claim)
        if index in rejected:
            others, theirs = rejected[index]
            own = replace(own, contradicts=tuple(sorted(others)), reasons=tuple(sorted(theirs)))
        if index in against:
            why = tuple(sorted(reasons[index] | set(own.reasons)))
            own = Verdict(Status.DISPUTED, False, tuple(sorted(set(against[index]))), why)
        found.append(own if claim.decision is None else replace(own, status=_decided(claim.decision), ended=False))
    return found


def _contradicted_by_rejected(knowledge: Knowledge) -> dict[int, tuple[set[int], set[str]]]:
    """For each claim that a person has rejected the claims that it would contradict if it stood, and why."""
    if not any(claim.decision == Status.REJECTED for claim in knowledge.claims):
        return {}
    undecided = replace(knowledge, claims=tuple(replace(claim, decision=None) for claim in knowledge.claims))
    found: dict[int, tuple[set[int], set[str]]] = defaultdict(lambda: (set(), set()))
    for pair in contradictions(undecided):
        for mine, theirs, why in (
            (pair.left, pair.right, pair.left_reason),
            (pair.right, pair.left, pair.right_reason),
        ):
            if knowledge.claims[mine].decision == Status.REJECTED:
                found[mine][0].add(theirs)
                found[mine][1].add(why)
    return found


def _decided(decision: str) -> Status:
    if decision not in {Status.ACCEPTED, Status.REJECTED}:
        raise InputError(f"a claim can be decided to be accepted or rejected, not {decision!r}")
    return Status(decision)
