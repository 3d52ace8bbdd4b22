"""The outlines of the articles that a graph is made of, read one after the other from where they are kept."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence

from cinegraph.errors import StoreError
from cinegraph.model import Extraction
from cinegraph.pipeline.extractors import outlining_key
from cinegraph.resolve.outlines import Outline, outline_of
from cinegraph.store import ArticleKey
from cinegraph.store.articles import ArticleCache


def packed_outline(extraction: Extraction) -> bytes:
    """The outline of an article as it is kept."""
    return _packed(outline_of(extraction))


def _packed(outline: Outline) -> bytes:
    # The checksum in it tells when it is damaged.
    return _head() + zlib.compress(json.dumps(outline, separators=(",", ":")).encode("ascii"), level=1)


def _unpacked(data: bytes) -> Outline | None:
    """An outline that is whole and of this version, or None."""
    head = _head()
    if not data.startswith(head):
        return None
    try:
        return Outline(*json.loads(zlib.decompress(data[len(head) :])))
    except (zlib.error, ValueError, TypeError):
        return None


def _head() -> bytes:
    return f"{outlining_key()} ".encode("ascii")


def extraction_in(cache: ArticleCache, key: ArticleKey) -> Extraction:
    """What was found in an article.

    :raises StoreError: if it is not kept, or damaged
    """
    extraction = cache.extraction(key)
    if extraction is None:
        raise StoreError(f"the store is damaged: it lacks the article {key.name!r}; build it again")
    return extraction


class KeptOutlines:
    """Outlines in the order of their articles' names; those that are not kept are made, and kept."""

    def __init__(self, cache: ArticleCache, keys: Sequence[ArticleKey]) -> None:
        self._cache = cache
        self._keys = keys

    def __call__(self) -> Iterator[Outline]:
        """All of them.

        :raises StoreError: if an article is missing, or damaged
        """
        return map(self._one, self._keys)

    def _one(self, key: ArticleKey) -> Outline:
        found = _unpacked(self._cache.outline(key))
        if found is None:
            found = outline_of(extraction_in(self._cache, key))
            self._cache.put_outlines([(key, _packed(found))])
        return found
