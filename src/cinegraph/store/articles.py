"""The articles as they were read and what was found in them: an SQLite file shared by all snapshots of a store.

A row is one reading of one article (:class:`~cinegraph.store.interface.ArticleKey`) and never changes; a snapshot lists
the rows that it was made from. So a build that is killed loses none of its work and changes nothing for readers.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cinegraph.errors import NotFoundError, StoreError
from cinegraph.model import Document, Extraction
from cinegraph.store.index import Index
from cinegraph.store.interface import ArticleKey
from cinegraph.store.records import document_from_json, document_to_json, extraction_from_json, extraction_to_json

_SCHEMA = """
CREATE TABLE IF NOT EXISTS articles (
    name TEXT, sha256 TEXT, extractor TEXT, text BLOB, document BLOB, extraction BLOB,
    PRIMARY KEY (name, sha256, extractor)
);
CREATE TABLE IF NOT EXISTS folders (name TEXT PRIMARY KEY, folder TEXT);
CREATE TABLE IF NOT EXISTS outlines (
    name TEXT, sha256 TEXT, extractor TEXT, outline BLOB, PRIMARY KEY (name, sha256, extractor)
);
"""
_WHERE = "WHERE name = ? AND sha256 = ? AND extractor = ?"
_BUSY_SECONDS = 30.0


class Reading(NamedTuple):
    """A reading of an article as plain text.

    :ivar text: the article's
    :ivar document: the rest of the document, as JSON
    :ivar extraction: what was found in it, as JSON
    """

    text: str
    document: str
    extraction: str


class Packed(NamedTuple):
    """A reading of an article as the file keeps it: its text in UTF-8, the rest as compressed JSON.

    :ivar outline: what whoever unites articles makes of it, so as not to do so again; empty where it has not been made
    """

    text: bytes
    document: bytes
    extraction: bytes
    outline: bytes = b""


def pack(extraction: Extraction, outline: bytes = b"") -> Packed:
    """A reading of an article as the file keeps it."""
    document = extraction.document
    text = document.text.encode("utf-8", "surrogatepass")
    return Packed(text, _pack(document_to_json(document)), _pack(extraction_to_json(extraction)), outline)


class ArticleCache:
    """Every reading of every article that some snapshot uses, or a build under way has made.

    Use it as a context manager, or close it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def to_write(cls, path: Path) -> ArticleCache:
        """Open the file, making it where it is missing.

        :raises sqlite3.Error: if it cannot be written
        """
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        # With a write-ahead log readers never wait for a build, nor a build for readers.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
        return cls(connection)

    @classmethod
    def to_read(cls, path: Path) -> ArticleCache:
        """Open the file for reading only.

        :raises sqlite3.Error: if it cannot be opened
        """
        # Without the right to write, the log's shared memory cannot be made, but nobody can be writing either.
        frozen = "" if os.access(path.parent, os.W_OK) else "&immutable=1"
        uri = f"{path.absolute().as_uri()}?mode=ro{frozen}"
        return cls(sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False))

    def __enter__(self) -> ArticleCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __contains__(self, key: ArticleKey) -> bool:
        row = self._connection.execute(f"SELECT 1 FROM articles {_WHERE}", _values(key)).fetchone()
        return row is not None

    def put(self, key: ArticleKey, extraction: Extraction) -> None:
        """Keep a reading of an article."""
        self.put_packed(key, pack(extraction))

    def put_packed(self, key: ArticleKey, packed: Packed) -> None:
        """Keep a reading of an article that has been packed, perhaps by another process."""
        *reading, outline = packed
        self._connection.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)", (*_values(key), *reading))
        if outline:
            self.put_outlines([(key, outline)])

    def put_outlines(self, outlines: Iterable[tuple[ArticleKey, bytes]]) -> None:
        """Keep what whoever unites articles makes of some of them."""
        rows = [(*_values(key), outline) for key, outline in outlines]
        self._connection.executemany("INSERT OR REPLACE INTO outlines VALUES (?, ?, ?, ?)", rows)

    def outline(self, key: ArticleKey) -> bytes:
        """What :meth:`put_outlines` was given of an article; empty where it is not kept."""
        row = self._connection.execute(f"SELECT outline FROM outlines {_WHERE}", _values(key)).fetchone()
        return row[0] if row else b""

    def document(self, key: ArticleKey) -> Document | None:
        """The article as it was read, or None where this reading is not kept."""
        row = self._connection.execute(f"SELECT text, document FROM articles {_WHERE}", _values(key)).fetchone()
        return _document(*row) if row else None

    def extraction(self, key: ArticleKey) -> Extraction | None:
        """What was found in the article, or None where this reading is not kept."""
        row = self._connection.execute(
            f"SELECT text, document, extraction FROM articles {_WHERE}", _values(key)
        ).fetchone()
        return extraction_from_json(_unpack(row[2]), _document(row[0], row[1])) if row else None

    def reading(self, key: ArticleKey) -> Reading | None:
        """A reading as plain text, or None where it is not kept.

        :raises StoreError: if it is damaged
        """
        row = self._connection.execute(
            f"SELECT text, document, extraction FROM articles {_WHERE}", _values(key)
        ).fetchone()
        return Reading(row[0].decode("utf-8", "surrogatepass"), _unpack(row[1]), _unpack(row[2])) if row else None

    def put_readings(self, readings: Iterable[tuple[ArticleKey, Reading]]) -> None:
        """Keep readings, all of them or none; those that are kept already in good order stay."""
        self._connection.execute("BEGIN")
        try:
            for key, reading in readings:
                if self._sound(key) != reading:
                    row = (
                        *_values(key),
                        reading.text.encode("utf-8", "surrogatepass"),
                        _pack(reading.document),
                        _pack(reading.extraction),
                    )
                    self._connection.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)", row)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def latest(self) -> dict[str, ArticleKey]:
        """For each article's name the reading that was made last."""
        rows = self._connection.execute("SELECT name, sha256, extractor FROM articles ORDER BY rowid")
        return {row[0]: ArticleKey(*row) for row in rows}

    def complaint(self) -> str:
        """What SQLite finds wrong with the file; nothing if it is in good order."""
        told = str(self._connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        return "" if told == "ok" else told.splitlines()[0]

    def _sound(self, key: ArticleKey) -> Reading | None:
        try:
            return self.reading(key)
        except (StoreError, UnicodeDecodeError):
            return None

    def folders(self) -> dict[str, str]:
        """For each article's name the folder that it was built from."""
        return dict(self._connection.execute("SELECT name, folder FROM folders").fetchall())

    def set_folders(self, folders: Iterable[tuple[str, str]]) -> None:
        """Remember which folder each article was built from; what is known already is not written again."""
        known = self.folders()
        new = [(name, folder) for name, folder in folders if known.get(name) != folder]
        if new:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO folders VALUES (?, ?)", new)
            self._connection.execute("COMMIT")

    def sync(self) -> None:
        """Make sure that everything is on disk."""
        self._connection.execute("PRAGMA wal_checkpoint(FULL)")

    def keep_only(self, indexes: Iterable[Path]) -> None:
        """Drop every reading that none of these snapshots (by their index files) uses."""
        run = self._connection.execute
        run("CREATE TEMP TABLE used (name TEXT, sha256 TEXT, extractor TEXT, PRIMARY KEY (name, sha256, extractor))")
        for index in indexes:
            run("ATTACH ? AS snapshot", (str(index),))
            run("INSERT OR IGNORE INTO used SELECT name, sha256, extractor FROM snapshot.articles")
            run("DETACH snapshot")
        run("DELETE FROM articles WHERE (name, sha256, extractor) NOT IN (SELECT * FROM used)")
        run("DELETE FROM outlines WHERE (name, sha256, extractor) NOT IN (SELECT * FROM used)")
        run("DELETE FROM folders WHERE name NOT IN (SELECT name FROM used)")
        run("DROP TABLE used")


class ArticleShelf:
    """The articles that one snapshot was made from; see :class:`cinegraph.store.interface.Articles`."""

    def __init__(self, index: Index, path: Path) -> None:
        self._index = index
        self._path = path

    def names(self) -> list[str]:
        """Every article's name, sorted."""
        return [key.name for key in self.readings()]

    def readings(self) -> list[ArticleKey]:
        """Which reading of each article the graph was made from, sorted by name."""
        return [
            ArticleKey(*row) for row in self._index.rows("SELECT name, sha256, extractor FROM articles ORDER BY name")
        ]

    def document(self, name: str) -> Document:
        """The article as it was read; see the interface."""
        return self._found(name, self._read(self._key(name), extracted=False)).document

    def extraction(self, name: str) -> Extraction:
        """What the extractor found in the article; see the interface."""
        return self._found(name, self._read(self._key(name), extracted=True))

    def _key(self, name: str) -> ArticleKey:
        rows = self._index.rows("SELECT name, sha256, extractor FROM articles WHERE name = ?", (name,))
        if not rows:
            raise NotFoundError(f"the graph has no article named {name!r}", self._near(name))
        return ArticleKey(*rows[0])

    def _near(self, name: str) -> tuple[str, ...]:
        from difflib import get_close_matches

        return tuple(get_close_matches(name, self.names(), n=5, cutoff=0.5))

    def _read(self, key: ArticleKey, *, extracted: bool) -> Extraction | None:
        try:
            with ArticleCache.to_read(self._path) as cache:
                if extracted:
                    return cache.extraction(key)
                document = cache.document(key)
                return Extraction(document) if document else None
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be read ({error}); build again") from error

    def _found(self, name: str, extraction: Extraction | None) -> Extraction:
        if extraction is None:
            raise StoreError(f"{self._path} is damaged: it lacks the article {name!r}; build again")
        return extraction


def _values(key: ArticleKey) -> tuple[str, str, str]:
    return key.name, key.sha256, key.extractor


def _document(text: bytes, written: bytes) -> Document:
    return document_from_json(_unpack(written), text.decode("utf-8", "surrogatepass"))


def _pack(written: str) -> bytes:
    return zlib.compress(written.encode("ascii"), level=1)


def _unpack(packed: bytes) -> str:
    try:
        return zlib.decompress(packed).decode("ascii")
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError(f"an article in the store is damaged ({error}); build it again") from error
