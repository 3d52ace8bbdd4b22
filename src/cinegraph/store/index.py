"""The index beside a snapshot's graph: its names, the articles it was made from, and the key of what made it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from cinegraph.errors import StoreError
from cinegraph.store.interface import ArticleKey, NameRow
from cinegraph.store.names import write_names

_SCHEMA = """
CREATE TABLE articles (name TEXT PRIMARY KEY, sha256 TEXT, extractor TEXT);
CREATE TABLE about (key TEXT);
"""


def write_index(path: Path, names: Iterable[NameRow], articles: Sequence[ArticleKey], key: str) -> None:
    """Write the index of a new snapshot.

    :param key: stands for everything that the graph was made from
    :raises sqlite3.Error: if the disk is full, or the file cannot be written
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody reads the file before it is complete, so a journal would only cost time.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        rows = [(article.name, article.sha256, article.extractor) for article in articles]
        connection.executemany("INSERT INTO articles VALUES (?, ?, ?)", sorted(rows))
        connection.execute("INSERT INTO about VALUES (?)", (key,))
        write_names(connection, names)
        connection.execute("COMMIT")
    finally:
        connection.close()


class Index:
    """The index of a published snapshot, opened for reading: no locks and no journal, a read-only folder will do.

    :raises StoreError: if it cannot be opened
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise StoreError(f"{path} cannot be opened ({error}); build again") from error

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What SQLite answers.

        :raises StoreError: if the file is damaged
        """
        try:
            return self._connection.execute(sql, values).fetchall()
        except UnicodeEncodeError:
            # Half a character, as in a command's argument that is no UTF-8: no row holds one.
            return []
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} is damaged ({error}); build again with --only and all articles") from error

    @property
    def key(self) -> str:
        """Stands for everything that the graph was made from.

        :raises StoreError: if the file is damaged
        """
        return "".join(key for (key,) in self.rows("SELECT key FROM about"))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
