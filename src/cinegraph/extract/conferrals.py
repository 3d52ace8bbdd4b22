"""Which festival gives a prize, as far as it follows from where it was got."""

from __future__ import annotations

from cinegraph.extract.claims import Collector, Statement
from cinegraph.lexicon import Lexicon
from cinegraph.model import EntityType

LIST_OF_WINNERS = "line of a winners' list"
"""The rule of the lines of a list of winners, which is of one festival."""
_SEVERAL = ("awards", "prizes", "honours", "honors")


def conferring_festival(collector: Collector, lexicon: Lexicon, statement: Statement) -> str | None:
    """The festival that gives a prize which a film or a person got there, as the sentence says; None where a jury of its own or an academy does."""
    festival = statement.qualifiers.get("festival")
    if festival is None or collector.registry.draft(statement.object).type is not EntityType.AWARD:
        return None
    entry = lexicon.entries.get(collector.registry.draft(statement.object).lexicon or "")
    if entry is None and collector.registry.draft(statement.object).label.lower().endswith(_SEVERAL):
        return None  # "national awards": nobody knows which
    if entry is not None and (entry.conferred_by or "").startswith("organization"):
        return None
    if entry is not None and entry.festival is not None and festival[0] != f"festival:{entry.festival}":
        return None
    evidence = statement.evidence
    if evidence.rule == LIST_OF_WINNERS:
        return festival[0]
    sentence = collector.document.text[evidence.start : evidence.end]
    said = any(name in sentence for name in collector.registry.draft(festival[0]).names)
    return festival[0] if said else None
