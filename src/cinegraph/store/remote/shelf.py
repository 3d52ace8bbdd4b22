"""The articles behind a service's graph: their texts and what was found in them, as literals of the service."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Iterable, Iterator

from cinegraph.errors import NotFoundError, StoreError
from cinegraph.model import Document, Extraction
from cinegraph.rdf.terms import article_iri, digest
from cinegraph.store.interface import ArticleKey
from cinegraph.store.records import document_from_json, document_to_json, extraction_from_json, extraction_to_json
from cinegraph.store.remote import vocabulary as words

_LONGEST = 50_000
_FIELDS = ("text", "document", "extraction")
Ask = Callable[[str], Iterable[tuple[str, ...]]]
"""Runs one of our own queries over all graphs of the service; gives rows of texts."""

READINGS = (
    f"SELECT ?name ?sha ?extractor WHERE {{ GRAPH <{words.STATE_GRAPH}> {{ <{words.CONTENTS}> <{words.RESTS_ON}> ?r }} "
    f"GRAPH <{words.READINGS_GRAPH}> {{ ?r <{words.NAME}> ?name ; <{words.SHA256}> ?sha ; "
    f"<{words.EXTRACTOR}> ?extractor }} }}"
)
RECORDS = f"SELECT ?d WHERE {{ GRAPH <{words.STATE_GRAPH}> {{ <{words.CONTENTS}> <{words.DECISION_RECORD}> ?d }} }}"


def reading_iri(key: ArticleKey) -> str:
    """The node of a reading."""
    return f"{words.STORE_TERMS}reading/{digest(*key)}"


def reading_triples(key: ArticleKey, extraction: Extraction) -> Iterator[tuple[str, str]]:
    """What the service keeps of a reading: pairs of property and text."""
    yield words.NAME, key.name
    yield words.SHA256, key.sha256
    yield words.EXTRACTOR, key.extractor
    document = extraction.document
    for field, written in zip(
        _FIELDS, (document.text, document_to_json(document), extraction_to_json(extraction)), strict=True
    ):
        packed = base64.b64encode(zlib.compress(written.encode("utf-8"))).decode("ascii")
        for number, start in enumerate(range(0, len(packed), _LONGEST)):
            yield words.PART, f"{field} {number:06} {packed[start : start + _LONGEST]}"


def read_reading(ask: Ask, key: ArticleKey, *, extracted: bool = True) -> Extraction:
    """A reading as the service keeps it.

    :raises StoreError: if it is missing or damaged
    """
    wanted = _FIELDS if extracted else _FIELDS[:2]
    parts = sorted(
        text
        for (text,) in ask(
            f"SELECT ?part WHERE {{ GRAPH <{words.READINGS_GRAPH}> {{ <{reading_iri(key)}> <{words.PART}> ?part }} }}"
        )
        if text.partition(" ")[0] in wanted
    )
    packed = dict.fromkeys(wanted, "")
    for part in parts:
        field, _, text = part.split(" ", 2)
        packed[field] += text
    try:
        unpacked = {field: zlib.decompress(base64.b64decode(text)).decode("utf-8") for field, text in packed.items()}
    except (ValueError, zlib.error) as error:
        raise StoreError(
            f"the service has lost or damaged the article {key.name!r} ({error}); build it again"
        ) from error
    document = document_from_json(unpacked["document"], unpacked["text"])
    return extraction_from_json(unpacked["extraction"], document) if extracted else Extraction(document)


class RemoteShelf:
    """The articles of a graph that cinegraph has built in a service."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._readings: list[ArticleKey] | None = None

    def names(self) -> list[str]:
        """Every article's name, sorted."""
        return [key.name for key in self.readings()]

    def readings(self) -> list[ArticleKey]:
        """Which reading of each article the graph was made from, sorted by name."""
        if self._readings is None:
            self._readings = sorted(ArticleKey(*row) for row in self._ask(READINGS))
        return self._readings

    def document(self, name: str) -> Document:
        """The article as it was read; see the interface."""
        return read_reading(self._ask, self._key(name), extracted=False).document

    def extraction(self, name: str) -> Extraction:
        """What the extractor found in the article; see the interface."""
        return read_reading(self._ask, self._key(name))

    def _key(self, name: str) -> ArticleKey:
        for key in self.readings():
            if key.name == name:
                return key
        raise unknown(name, self.names())


class LoadedShelf:
    """The articles of a graph that was loaded into a service as a file: what the graph says of them."""

    def __init__(self, ask: Ask, url: str) -> None:
        self._ask = ask
        self._url = url
        self._names: list[str] | None = None

    def names(self) -> list[str]:
        """Every article's name, sorted."""
        if self._names is None:
            rows = self._ask("SELECT DISTINCT ?n WHERE { ?a a cg:Article ; dcterms:identifier ?n }")
            self._names = sorted(name for (name,) in rows)
        return self._names

    def readings(self) -> list[ArticleKey]:
        """None: what the graph was made from is not in it."""
        return []

    def document(self, name: str) -> Document:
        """The article's record, without its text; see the interface."""
        if name not in self.names():
            raise unknown(name, self.names())
        properties = (
            ("sha256", "schema:sha256"),
            ("media_type", "schema:encodingFormat"),
            ("title", "dcterms:title"),
            ("author", "schema:author"),
            ("publisher", "schema:publisher"),
            ("date", "dcterms:issued"),
            ("language", "schema:inLanguage"),
            ("url", "schema:url"),
        )
        optional = " ".join(f"OPTIONAL {{ ?a {term} ?{field} }}" for field, term in properties)
        variables = " ".join(f"?{field}" for field, _ in properties)
        asked = f"SELECT {variables} WHERE {{ VALUES ?a {{ <{article_iri(name)}> }} ?a a cg:Article {optional} }}"
        fields = dict(zip((field for field, _ in properties), next(iter(self._ask(asked))), strict=True))
        sha256, media_type = fields.pop("sha256"), fields.pop("media_type")
        told = {field: value or None for field, value in fields.items()}
        return Document(name, "", sha256, media_type or "text/plain", **told)  # type: ignore[arg-type]

    def extraction(self, name: str) -> Extraction:
        """Nothing to be had: the graph holds claims and quotes, not texts.

        :raises StoreError: always
        """
        raise StoreError(
            f"the service at {self._url} holds the graph only, not the texts of its articles; to have them there, "
            "make the graph with: cinegraph --store URL build"
        )


def unknown(name: str, names: Iterable[str]) -> NotFoundError:
    """The graph has no article of this name; near ones."""
    from difflib import get_close_matches

    near = tuple(get_close_matches(name, list(names), n=5, cutoff=0.5))
    return NotFoundError(f"the graph has no article named {name!r}", near)
