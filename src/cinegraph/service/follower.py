"""Keeps a store open, and opens it anew where something has been built meanwhile."""

from __future__ import annotations

from pathlib import Path

from cinegraph.store import OpenStore, is_url, located, open_store
from cinegraph.store.layout import Layout

_Mark = tuple[int, int] | str | None


class Follower:
    """The newest graph of a store.

    :param path: the folder of the store, or the address of a service
    """

    def __init__(self, path: str | Path) -> None:
        self._path = located(str(path))
        self._store: OpenStore | None = None
        self._seen: _Mark = None

    def store(self) -> OpenStore:
        """The store as it is now; one look at a small file, or one short question to the service, tells whether it is
        still the one that is open.

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
        if is_url(self._path):
            from cinegraph.store.remote.state import version_at

            return version_at(str(self._path))
        try:
            found = Layout(Path(self._path)).current.stat()
        except OSError:
            return None
        # A build replaces the file, so it is another file with every build.
        return found.st_ino, found.st_mtime_ns
