"""The names of what is known, for the index of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cinegraph.model import Claim, EntityRef, Knowledge
from cinegraph.store import NameRow


def name_rows(knowledge: Knowledge) -> Iterator[NameRow]:
    """Every name of every entity, with the number of claims that speak of it."""
    weights = Counter(entity for claim in knowledge.claims for entity in _spoken_of(claim))
    for entity in knowledge.entities:
        for name in sorted({entity.label, *entity.names}):
            yield NameRow(entity.id, entity.type, entity.label, name, weights[entity.id])


def _spoken_of(claim: Claim) -> set[str]:
    values = (claim.object, *(value for _, value in claim.qualifiers))
    return {claim.subject, *(value.id for value in values if isinstance(value, EntityRef))}
