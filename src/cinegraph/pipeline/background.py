"""What the lexicon tells of the entities of a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cinegraph.lexicon import load_lexicon
from cinegraph.model import Entity, EntityType


def background_of(entities: Iterable[Entity]) -> Iterator[tuple[str, str, str]]:
    """Who runs the sections that are not their festival's own, and who gives the prizes.

    :returns: the entity's id, ``run_by`` or ``given_by``, and a name
    """
    entries = load_lexicon().entries
    for entity in entities:
        entry = entries.get(entity.lexicon or "")
        if entry is None:
            continue
        what, who = ("run_by", entry.run_by) if entity.type is EntityType.SECTION else ("given_by", entry.conferred_by)
        if who is not None:
            yield entity.id, what, entries[who].name if who in entries else who
