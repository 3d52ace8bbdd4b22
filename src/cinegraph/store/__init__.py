"""The graph store: an embedded one on disk, behind one small interface.

>>> from cinegraph.store import open_store
>>> with open_store(".cinegraph") as store:  # doctest: +SKIP
...     for row in store.query("SELECT ?film WHERE { ?film a cg:Film }"):
...         print(row)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cinegraph.store.embedded import EmbeddedStore, open_store
from cinegraph.store.interface import ArticleKey, Articles, NameHit, NameRow, Names, Store

if TYPE_CHECKING:
    from cinegraph.store.publish import Building, open_for_building

__all__ = [
    "ArticleKey",
    "Articles",
    "Building",
    "EmbeddedStore",
    "NameHit",
    "NameRow",
    "Names",
    "Store",
    "open_for_building",
    "open_store",
]


def __getattr__(name: str) -> object:
    # Look-ups, which are many and short, do without what builds need.
    if name in {"Building", "open_for_building"}:
        from cinegraph.store import publish

        return getattr(publish, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
