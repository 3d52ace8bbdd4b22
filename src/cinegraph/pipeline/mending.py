"""Mends a store: its files, and a damaged graph by making it anew from the articles that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cinegraph.errors import StoreError
from cinegraph.pipeline.uniting import publish
from cinegraph.store import ArticleKey, open_for_building
from cinegraph.store.articles import ArticleCache
from cinegraph.store.damage import is_readable, look_over
from cinegraph.store.layout import Layout
from cinegraph.store.mending import mend_files, readings_behind


def mend(store_path: str | Path) -> list[str]:
    """Mend what can be mended without loss; what is damaged is set aside.

    :returns: what was done, in words
    :raises StoreError: if it is no store, a build is under way, or it cannot be written to
    """
    root = Path(store_path)
    pointer_lost = "pointer" in _bad(root)
    done = mend_files(root)
    if "graph" in _bad(root) or (pointer_lost and Layout(root).current_number() is None):
        done += _graph_anew(root)
    return done


def _bad(root: Path) -> set[str]:
    return {each.what for each in look_over(root) if each.bad}


def _graph_anew(root: Path) -> list[str]:
    with open_for_building(root, create=False) as building:
        articles = readings_behind(Layout(root), building.cache)
        if not articles or not _complete(building.cache, articles):
            return []
        publish(building, articles, anew=True)
    return [f"made the graph anew from {len(articles)} articles as they were read"]


def _complete(cache: ArticleCache, articles: Mapping[str, ArticleKey]) -> bool:
    """Whether every article can be read, and claims were found in some: of a graph that was made up none are kept."""
    try:
        if not all(is_readable(cache, key) for key in articles.values()):
            return False
        found = (cache.extraction(key) for key in articles.values())
        return any(extraction is not None and extraction.claims for extraction in found)
    except StoreError:
        return False
