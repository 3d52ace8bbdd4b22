"""Opens a graph in the background, so that whoever wants it soon need not wait for all of it."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from cinegraph.errors import StoreError

if TYPE_CHECKING:
    import pyoxigraph


class Opening:
    """A graph that is being opened.

    That takes 10 ms and more, whatever the size of the graph: RocksDB starts and ends 180 threads.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._outcome: pyoxigraph.Store | StoreError | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._outcome = open_graph(self._path)
        except StoreError as error:
            self._outcome = error

    def wait(self) -> None:
        """Wait until it has ended, well or not."""
        self._thread.join()

    def graph(self) -> pyoxigraph.Store:
        """The graph, once it is open.

        :raises StoreError: if it is damaged
        """
        self.wait()
        if isinstance(self._outcome, StoreError):
            raise self._outcome
        # Whatever else went wrong has ended the thread; opening again says what it was.
        return self._outcome or open_graph(self._path)


def open_graph(path: Path) -> pyoxigraph.Store:
    """Open the graph of a published snapshot.

    :raises StoreError: if it is damaged
    """
    import pyoxigraph

    from cinegraph.store.layout import reason

    try:
        return pyoxigraph.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"the graph in {path} cannot be opened ({reason(error)}); build again with --only and all articles"
        ) from error
