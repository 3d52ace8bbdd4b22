"""Documents and extractions come back from the store as they were put in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.errors import StoreError
from cinegraph.model import Claim, Document, Entity, EntityRef, Evidence, Extraction, Literal, Mention
from cinegraph.store import ArticleKey
from cinegraph.store.articles import ArticleCache
from cinegraph.store.records import (
    document_from_json,
    document_to_json,
    extraction_from_json,
    extraction_to_json,
)

# Any character, half ones included.
TEXTS = st.text(st.characters(), max_size=12)
VALUES = st.one_of(st.builds(EntityRef, TEXTS), st.builds(Literal, TEXTS))
EVIDENCE = st.builds(
    Evidence, quote=TEXTS, rule=TEXTS, steps=st.lists(TEXTS, max_size=2).map(tuple), states=st.just(("year",))
)
CLAIMS = st.builds(
    Claim,
    subject=TEXTS,
    object=VALUES,
    qualifiers=st.lists(st.tuples(TEXTS, VALUES), max_size=2).map(tuple),
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    decision=st.sampled_from((None, "accepted")),
)
DOCUMENTS = st.builds(Document, text=TEXTS)
EXTRACTIONS = st.builds(
    Extraction,
    document=DOCUMENTS,
    entities=st.lists(st.from_type(Entity), max_size=2).map(tuple),
    mentions=st.lists(st.from_type(Mention), max_size=2).map(tuple),
    claims=st.lists(CLAIMS, max_size=2).map(tuple),
)


@given(EXTRACTIONS)
def test_an_extraction_comes_back_from_json(extraction: Extraction) -> None:
    document = document_from_json(document_to_json(extraction.document), extraction.document.text)
    assert document == extraction.document
    assert extraction_from_json(extraction_to_json(extraction), document) == extraction


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleCache]:
    with ArticleCache.to_write(tmp_path_factory.mktemp("records") / "articles.sqlite") as opened:
        yield opened


@given(EXTRACTIONS)
def test_an_extraction_comes_back_from_the_cache(cache: ArticleCache, extraction: Extraction) -> None:
    key = ArticleKey("a", "b", "c")
    cache.put(key, extraction)
    assert key in cache
    assert cache.extraction(key) == extraction
    assert cache.document(key) == extraction.document


def test_what_was_not_put_in_is_not_there(cache: ArticleCache) -> None:
    key = ArticleKey("other", "b", "c")
    assert key not in cache
    assert cache.extraction(key) is None
    assert cache.document(key) is None


def test_folders_are_remembered(cache: ArticleCache, tmp_path: Path) -> None:
    cache.set_folders([("a.txt", str(tmp_path)), ("b.txt", "")])
    assert cache.folders() == {"a.txt": str(tmp_path), "b.txt": ""}


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"blocks": 3}', '{"entities": 1}', "\x00"])
def test_damaged_json_is_said_to_be_so(written: str) -> None:
    with pytest.raises(StoreError, match="damaged"):
        document_from_json(written, "")
    with pytest.raises(StoreError, match="damaged"):
        extraction_from_json(written, Document("a", "", ""))
