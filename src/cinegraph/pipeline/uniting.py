"""Makes one graph of all articles, if it would be another than the present one."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from cinegraph.errors import QueryError, StoreError
from cinegraph.pipeline import decisions as curated
from cinegraph.pipeline.changes import Changes, changes, comparable
from cinegraph.pipeline.contents import Contents
from cinegraph.pipeline.extractors import uniting_key
from cinegraph.pipeline.names import name_rows
from cinegraph.pipeline.outlines import KeptOutlines
from cinegraph.resolve import Decision, decisions_to_json
from cinegraph.resolve.resolution import place
from cinegraph.store import ArticleKey, Building, Store
from cinegraph.store.bundles import Bundled
from cinegraph.store.graphs import Difference


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
        _make(building, keys, decisions, made_from, whole=True)
        return Published(True)
    with present:
        if present.key == made_from:
            return Published(False)
        difference = _make(building, keys, decisions, made_from)
        found = _changes(building, present, difference, compared)
    building.drop_unused()
    return Published(True, found)


def _changes(building: Building, before: Store, difference: Difference | None, compared: bool) -> Changes | None:
    now = building.published()
    if now is None:
        return None
    with now, suppress(StoreError, QueryError):
        told = compared or difference is not None or comparable(before)
        return changes(before, now, difference) if told else None
    # The graph before is damaged; that is why it was written anew.
    return None


def _make(
    building: Building,
    keys: Sequence[ArticleKey],
    decisions: Sequence[Decision],
    made_from: str,
    *,
    whole: bool = False,
) -> Difference | None:
    """Write the graph; only what is different where that is little.

    :param whole: write all of it
    :returns: what is different, where only that was written
    """
    with _without_collector():
        placed = place(KeptOutlines(building.cache, keys), decisions)
        contents = Contents(placed, curated.told(placed, decisions), building.cache, keys)
        # Code that has changed may give other quads for the same content.
        bundled = Bundled(contents.bundles, uniting_key(), whole=whole)
        return building.publish(bundled, name_rows(placed), keys, made_from)


@contextmanager
def _without_collector() -> Iterator[None]:
    """No search for garbage in cycles: of millions of objects, none of them in one, it takes a third of all time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _made_from(keys: Iterable[ArticleKey], decisions: Sequence[Decision]) -> str:
    # The JSON of all of it, in parts: of a million articles it would take half a gigabyte.
    hashed = hashlib.sha256(f"[{json.dumps(uniting_key())}, [".encode("ascii"))
    for number, key in enumerate(keys):
        hashed.update(f"{', ' if number else ''}{json.dumps(list(key))}".encode("ascii"))
    hashed.update(f"], {json.dumps(decisions_to_json(decisions))}]".encode("ascii"))
    return hashed.hexdigest()
