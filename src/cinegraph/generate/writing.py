"""A made-up film graph as quads, and as a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import InputError
from cinegraph.generate.world import World
from cinegraph.model import Claim, EntityRef, Extraction, Knowledge
from cinegraph.rdf.write import quads_of
from cinegraph.store import ArticleKey, Building, NameRow, open_for_building

if TYPE_CHECKING:
    from pyoxigraph import Quad

FEWEST = 10_000
_PER_FILM = 350
_EXTRACTOR = "generated"


def knowledge_in_parts(triples: int, seed: int = 1) -> Iterator[Knowledge]:
    """The knowledge of a made-up film world, in parts that fit the memory; about so many triples in all.

    :raises InputError: if fewer triples are asked for than a world needs
    """
    if triples < FEWEST:
        raise InputError(f"a film world has {FEWEST:,} triples and more, not {triples:,}")
    return World(max(1, triples // _PER_FILM), seed).parts()


def generate_quads(triples: int, seed: int = 1) -> Iterator[Quad]:
    """The quads of a made-up film world: the same for the same seed, in the same order.

    :raises InputError: if fewer triples are asked for than a world needs
    """
    for part in knowledge_in_parts(triples, seed):
        yield from quads_of(part)


def generate_store(path: str | Path, triples: int, seed: int = 1) -> tuple[int, int]:
    """Make a store of a made-up film world.

    :returns: how many quads and how many names it has
    :raises InputError: if fewer triples are asked for than a world needs
    :raises StoreError: if the folder is something else, or there is a graph in it already
    """
    with open_for_building(path) as building:
        return _fill(building, knowledge_in_parts(triples, seed), triples, seed)


def _fill(building: Building, parts: Iterator[Knowledge], triples: int, seed: int) -> tuple[int, int]:
    weights: Counter[str] = Counter()
    rows: list[NameRow] = []
    keys: list[ArticleKey] = []
    count = 0

    def quads() -> Iterator[Quad]:
        nonlocal count
        for part in parts:
            for document in part.documents:
                keys.append(ArticleKey(document.name, document.sha256, _EXTRACTOR))
                building.cache.put(keys[-1], Extraction(document))
            for claim in part.claims:
                weights.update(_spoken_of(claim))
            rows.extend(NameRow(each.id, each.type, each.label, name) for each in part.entities for name in each.names)
            for quad in quads_of(part):
                count += 1
                yield quad

    def names() -> Iterator[NameRow]:
        # A generator: it runs after the last quad, when all weights are known.
        for row in rows:
            yield row._replace(weight=weights[row.entity])

    building.publish(quads(), names(), keys, f"generated {triples} {seed}")
    return count, len(rows)


def _spoken_of(claim: Claim) -> set[str]:
    values = (claim.object, *(value for _, value in claim.qualifiers))
    return {claim.subject, *(value.id for value in values if isinstance(value, EntityRef))}
