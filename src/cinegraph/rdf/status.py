"""The status of a claim, from its evidence and from the claims that contradict it (the table of the RDF model)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cinegraph.model import Claim, Knowledge, Modality
from cinegraph.rdf.contradictions import contradictions, modalities
from cinegraph.rdf.terms import claim_id


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
    :ivar contradicts: the claims (places in :attr:`Knowledge.claims`) that contradict this one
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


def verdicts(knowledge: Knowledge, decisions: Mapping[str, Status] | None = None) -> list[Verdict]:
    """The verdict on every claim, in the order of :attr:`Knowledge.claims`.

    :param decisions: a person's decisions by claim id (the last part of the claim's IRI); they override the evidence
    """
    against: dict[int, list[int]] = defaultdict(list)
    reasons: dict[int, set[str]] = defaultdict(set)
    for pair in contradictions(knowledge):
        against[pair.left].append(pair.right)
        against[pair.right].append(pair.left)
        reasons[pair.left].add(pair.left_reason)
        reasons[pair.right].add(pair.right_reason)
    found = []
    for index, claim in enumerate(knowledge.claims):
        own = verdict_of(claim)
        if index in against:
            why = tuple(sorted(reasons[index] | set(own.reasons)))
            own = Verdict(Status.DISPUTED, False, tuple(sorted(set(against[index]))), why)
        decision = decisions.get(claim_id(claim)) if decisions else None
        found.append(own if decision is None else Verdict(decision, False, own.contradicts, own.reasons))
    return found
