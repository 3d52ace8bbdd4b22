"""What the lexicon tells of the entities of a graph."""

from __future__ import annotations

from collections.abc import Iterator

from cinegraph.lexicon import load_lexicon
from cinegraph.model import EntityType, Knowledge


def sections_run_by_others(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """The sections of the graph that are not the festival's own, each with the name of who runs it."""
    entries = load_lexicon().entries
    for entity in knowledge.entities:
        entry = entries.get(entity.lexicon or "")
        if entity.type is EntityType.SECTION and entry is not None and entry.run_by is not None:
            runner = entries.get(entry.run_by)
            yield entity.id, runner.name if runner is not None else entry.run_by
