"""Keeps a store open, and opens it anew where something has been built meanwhile."""

from __future__ import annotations

from pathlib import Path

from cinegraph.store import EmbeddedStore, open_store
from cinegraph.store.layout import Layout

_Mark = tuple[int, int] | None


class Follower:
    """The newest graph of a store.

    :param path: the folder of the store
    """

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._layout = Layout(self._path)
        self._store: EmbeddedStore | None = None
        self._seen: _Mark = None

    def store(self) -> EmbeddedStore:
        """The store as it is now; one look at a small file tells whether it is still the one that is open.

        :raises StoreError: if it is missing or damaged
        """
        mark = self._mark()
        if self._store is None or mark != self._seen:
            self.close()
            self._store = open_store(self._path)
            self._seen = mark
        return self._store

    def close(self) -> None:
        """Let go of the files."""
        if self._store is not None:
            self._store.close()
        self._store = None

    def _mark(self) -> _Mark:
        try:
            found = self._layout.current.stat()
        except OSError:
            return None
        # A build replaces the file, so it is another file with every build.
        return found.st_ino, found.st_mtime_ns
