"""A store on disk with the small film world of ``knowledge_fixture``, for tests of questions, queries and commands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from knowledge_fixture import KNOWLEDGE, extraction

from cinegraph.model import EntityRef, Knowledge
from cinegraph.rdf.write import quads_of
from cinegraph.store import NameRow
from cinegraph.store.interface import ArticleKey
from cinegraph.store.publish import open_for_building


def name_rows(knowledge: Knowledge) -> list[NameRow]:
    """Every name of every entity, weighted by the claims that speak of it."""
    weights: Counter[str] = Counter()
    for claim in knowledge.claims:
        weights.update({claim.subject, *([claim.object.id] if isinstance(claim.object, EntityRef) else [])})
    return [
        NameRow(entity.id, entity.type, entity.label, name, weights[entity.id])
        for entity in knowledge.entities
        for name in entity.names
    ]


def build_store(path: Path, knowledge: Knowledge = KNOWLEDGE) -> Path:
    """Write a store with this knowledge; its articles are those of the small world."""
    keys = [ArticleKey(document.name, document.sha256, "test") for document in knowledge.documents]
    with open_for_building(path) as building:
        for key in keys:
            if knowledge is KNOWLEDGE:
                building.cache.put(key, extraction(key.name))
        building.publish(quads_of(knowledge), name_rows(knowledge), keys, "test")
    return path
