"""The graph store: an embedded one on disk, behind one small interface.

>>> from cinegraph.store import open_store
>>> with open_store(".cinegraph") as store:  # doctest: +SKIP
...     for row in store.query("SELECT ?film WHERE { ?film a cg:Film }"):
...         print(row)
"""

from cinegraph.store.embedded import EmbeddedStore, open_store
from cinegraph.store.interface import ArticleKey, Articles, NameHit, NameRow, Names, Store
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
