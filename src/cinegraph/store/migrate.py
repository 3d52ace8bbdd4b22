"""Brings a store of an older format to the present one. A new format needs a step here, and a store of the format
before it under ``tests/fixtures``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from cinegraph.errors import StoreError
from cinegraph.store.checksums import write_checksums
from cinegraph.store.index import Index
from cinegraph.store.layout import FORMAT, Layout, Snapshot
from cinegraph.store.opening import open_graph


def migrate(layout: Layout) -> int:
    """Bring a store to the present format; the caller holds the lock of builds. Readers may go on.

    Steps can be cut off and done again; the marker changes last.

    :returns: the format it had
    :raises StoreError: if it is no store, or of a newer format
    :raises OSError: if it cannot be written to
    """
    found = layout.check()
    for version in range(found, FORMAT):
        _STEPS[version](layout)
    if found != FORMAT:
        layout.mark()
    return found


def opens(snapshot: Snapshot) -> None:
    """Make sure that a snapshot's graph and index can be opened.

    :raises StoreError: if they are damaged
    """
    index = Index(snapshot.index)
    try:
        _ = index.key
        (told,) = index.rows("PRAGMA quick_check(1)")
    finally:
        index.close()
    if told != ("ok",):
        raise StoreError(f"{snapshot.index} is damaged ({told[0]})")
    open_graph(snapshot.graph)


def _from_1(layout: Layout) -> None:
    """Write down the checksums of snapshots, and a pointer where there is none.

    Format 1 had no pointer before the first build was published; one that was killed just then has left its snapshot.
    """
    sound = []
    for number in layout.numbers():
        if layout.snapshot(number).checksums.exists():
            sound.append(number)
            continue
        # What is damaged must not be taken for good from now on.
        with suppress(StoreError):
            opens(layout.snapshot(number))
            write_checksums(layout.snapshot(number))
            sound.append(number)
    if not layout.current.exists():
        layout.point_at(max(sound, default=0))


_STEPS: Mapping[int, Callable[[Layout], None]] = {1: _from_1}
