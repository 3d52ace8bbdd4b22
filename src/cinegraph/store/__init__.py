"""The graph store: an embedded one on disk or a SPARQL service, behind one small interface.

>>> from cinegraph.store import open_store
>>> with open_store(".cinegraph") as store:  # doctest: +SKIP
...     for row in store.query("SELECT ?film WHERE { ?film a cg:Film }"):
...         print(row)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cinegraph.store.interface import ArticleKey, Articles, Decisions, NameHit, NameRow, Names, OpenStore, Store
from cinegraph.store.location import Location, is_url, located, open_for_building, open_store

if TYPE_CHECKING:
    from cinegraph.store.embedded import EmbeddedStore
    from cinegraph.store.publish import Building

__all__ = [
    "ArticleKey",
    "Articles",
    "Building",
    "Decisions",
    "EmbeddedStore",
    "Location",
    "NameHit",
    "NameRow",
    "Names",
    "OpenStore",
    "Store",
    "is_url",
    "located",
    "open_for_building",
    "open_store",
]


def __getattr__(name: str) -> object:
    # Look-ups, which are many and short, do without what builds need; those of a service without the embedded store.
    if name == "Building":
        from cinegraph.store import publish

        return publish.Building
    if name == "EmbeddedStore":
        from cinegraph.store import embedded

        return embedded.EmbeddedStore
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
