"""Makes one graph of all articles, if it would be another than the present one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from cinegraph.errors import StoreError
from cinegraph.model import Extraction
from cinegraph.pipeline import decisions as curated
from cinegraph.pipeline.background import background_of
from cinegraph.pipeline.changes import Changes, changes, comparable
from cinegraph.pipeline.extractors import uniting_key
from cinegraph.pipeline.names import name_rows
from cinegraph.rdf.background import background_quads
from cinegraph.rdf.curation import curation_quads
from cinegraph.rdf.write import quads_of
from cinegraph.resolve import Decision, decisions_to_json, resolve
from cinegraph.store import ArticleKey, Building, Store
from cinegraph.store.articles import ArticleCache


class Published(NamedTuple):
    """What became of a graph.

    :ivar changed: whether it is another than before; if not, nothing was written
    :ivar changes: what is different; None where there was no graph before, or it is large and nobody asked
    """

    changed: bool
    changes: Changes | None = None


def publish(
    building: Building, articles: Mapping[str, ArticleKey], *, compared: bool = False, anew: bool = False
) -> Published:
    """Make the graph of these articles the present one.

    :param articles: by name the readings to make it from; all of them are in the cache
    :param compared: compare it with the one before even if that is large
    :param anew: make it even if the present one was made from the same, or is damaged
    :raises StoreError: if it cannot be written, or a reading is missing; the graph is as it was
    """
    keys = [articles[name] for name in sorted(articles)]
    decisions = curated.load(building.decisions)
    made_from = _made_from(keys, decisions)
    present = None if anew else building.published(tolerant=True)
    if present is None:
        _make(building, keys, decisions, made_from)
        return Published(True)
    with present:
        if present.key == made_from:
            return Published(False)
        _make(building, keys, decisions, made_from)
        found = _changes(building, present, compared)
    building.drop_unused()
    return Published(True, found)


def _changes(building: Building, before: Store, compared: bool) -> Changes | None:
    now = building.published()
    if now is None:
        return None
    with now:
        return changes(before, now) if compared or comparable(before) else None


def _make(building: Building, keys: Sequence[ArticleKey], decisions: Sequence[Decision], made_from: str) -> None:
    knowledge = resolve(_extractions(building.cache, keys), decisions)
    quads = chain(
        quads_of(knowledge),
        background_quads(background_of(knowledge)),
        curation_quads(curated.told(knowledge, decisions)),
    )
    building.publish(quads, name_rows(knowledge), keys, made_from)


def _made_from(keys: Iterable[ArticleKey], decisions: Sequence[Decision]) -> str:
    parts = [uniting_key(), [list(key) for key in keys], decisions_to_json(decisions)]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def _extractions(cache: ArticleCache, keys: Iterable[ArticleKey]) -> Iterator[Extraction]:
    for key in keys:
        extraction = cache.extraction(key)
        if extraction is None:
            raise StoreError(f"the store is damaged: it lacks the article {key.name!r}; build it again")
        # Where blocks and sentences stand in them, and which words are pronouns, no longer matters.
        document = replace(extraction.document, blocks=(), sentences=())
        mentions = tuple(mention for mention in extraction.mentions if mention.kind == "name")
        yield Extraction(document, extraction.entities, mentions, extraction.claims)
