"""What people have decided about claims: who, when and why, from the graph ``curation``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.questions.facts import iris, texts_of

if TYPE_CHECKING:
    from cinegraph.questions.facts import Fact
    from cinegraph.store import Store

_DONE = {"accept": "accepted", "reject": "rejected"}


class Ruling(NamedTuple):
    """A decision on a claim.

    :ivar verdict: accepted or rejected
    :ivar who: who decided; may be empty
    :ivar when: the time or day; may be empty
    :ivar note: why, in the person's words; may be empty
    """

    verdict: str
    who: str = ""
    when: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """As a line.

        >>> Ruling("accepted", "vera", "2026-11-26T12:00:00Z", "seen in print").words
        'accepted by vera, 2026-11-26: seen in print'
        """
        by = f"{self.verdict} by {self.who or 'a person'}"
        return by + (f", {self.when[:10]}" if self.when else "") + (f": {self.note}" if self.note else "")


def rulings(store: Store, facts: Iterable[Fact]) -> dict[str, Ruling]:
    """For the claims that a person has decided on the latest decision, by the claim's IRI."""
    decided = {fact.iri: fact.decision for fact in facts if fact.decision}
    if not decided:
        return {}
    rows = texts_of(
        store.query(
            "SELECT ?claim ?verdict ?who ?when ?note WHERE { GRAPH graph:curation { "
            f"VALUES ?claim {{ {iris(sorted(decided))} }} ?decision cg:decides ?claim ; cg:verdict ?verdict . "
            "OPTIONAL { ?decision prov:wasAttributedTo/rdfs:label ?who } "
            "OPTIONAL { ?decision prov:generatedAtTime ?when } OPTIONAL { ?decision rdfs:comment ?note } } }"
        )
    )
    found: dict[str, Ruling] = {}
    for claim, verdict, who, when, note in sorted(rows, key=lambda row: (row[3], row)):
        ruling = Ruling(_DONE.get(verdict, verdict), who, when, note)
        if ruling.verdict == decided[claim]:
            found[claim] = ruling
    return {claim: found.get(claim, Ruling(verdict)) for claim, verdict in decided.items()}
