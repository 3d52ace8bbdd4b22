"""The names of what is known, for the index of names."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from cinegraph.resolve.placed import Placed
from cinegraph.store import NameRow


def name_rows(placed: Placed) -> Iterator[NameRow]:
    """Every name of every entity, with the number of claims that speak of it."""
    weights = array("i", bytes(4 * len(placed.entities)))
    for number in placed.claims.spoken_of():
        weights[number] += 1
    for weight, entity in zip(weights, placed.entities.in_order(), strict=True):
        for name in sorted({entity.label, *entity.names}):
            yield NameRow(entity.id, entity.type, entity.label, name, weight)
