"""Which festival gives a prize, as far as it follows from where it was got."""

from __future__ import annotations

from cinegraph.extract.claims import Collector, Statement
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Lexicon
from cinegraph.model import EntityType

_SEVERAL = ("awards", "prizes", "honours", "honors")


def conferring_festival(collector: Collector, lexicon: Lexicon, statement: Statement) -> str | None:
    """The festival that gives a prize which a film or a person got there, as the sentence says; None where a jury of its own or an academy does."""
    festival = statement.qualifiers.get("festival")
    if festival is None or not is_of_festival(statement.object, festival[0], collector.registry, lexicon):
        return None
    evidence = statement.evidence
    sentence = collector.document.text[evidence.start : evidence.end]
    said = any(name in sentence for name in collector.registry.draft(festival[0]).names)
    return festival[0] if said else None


def is_of_festival(award: str, festival: str, registry: Registry, lexicon: Lexicon) -> bool:
    """Whether a prize that was got at a festival is that festival's, and not one of a jury of its own or of an academy."""
    draft = registry.draft(award)
    if draft.type is not EntityType.AWARD:
        return False
    entry = lexicon.entries.get(draft.lexicon or "")
    if entry is None:
        return not draft.label.lower().endswith(_SEVERAL)  # "national awards": nobody knows which
    if (entry.conferred_by or "").startswith("organization"):
        return False
    return entry.festival is None or festival == f"festival:{entry.festival}"
