"""Writes the graph of a new snapshot: all of it in bulk, or a copy of the one before in which only the differences are
written. Files of the one before that never change are shared with it (hard links)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Set
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.rdf.bundles import quads_of_bundle
from cinegraph.store.bundles import Bundled, outdated, quads_written_down, write_bundles
from cinegraph.store.checksums import graph_files
from cinegraph.store.layout import Snapshot

if TYPE_CHECKING:
    from pyoxigraph import Quad

_NEVER_CHANGES = ".sst"


class Difference(NamedTuple):
    """What is different in a new graph."""

    added: Set[Quad]
    removed: Set[Quad]


def write_graph(snapshot: Snapshot, quads: Iterable[Quad], before: Snapshot | None) -> Difference | None:
    """Write the graph of a new snapshot.

    :param quads: all of them; where they come in bundles, only those that have changed are written, if they are few
    :param before: the snapshot of the graph before; its checksums are known, or damage would be handed on unseen
    :returns: the differences where only they were written
    :raises OSError: if the disk is full
    :raises sqlite3.Error: if the disk is full
    """
    if isinstance(quads, Bundled):
        if before is None or quads.whole:
            # To make all bundles twice would cost a fifteenth of all the time.
            quads = quads_written_down(snapshot.bundles, quads)
        else:
            write_bundles(snapshot.bundles, quads)
            if (found := _patched(snapshot, quads, before)) is not None:
                return found
    _load(snapshot, quads)
    return None


def _load(snapshot: Snapshot, quads: Iterable[Quad]) -> None:
    import pyoxigraph

    graph = pyoxigraph.Store(str(snapshot.graph))
    # In parts it takes some hundred megabytes less, but 1.7 times the room on disk (measured with five million quads).
    graph.bulk_extend(quads)
    # Without it the next open replays the log.
    graph.flush()


def _patched(snapshot: Snapshot, quads: Bundled, before: Snapshot) -> Difference | None:
    """Make the graph out of the one before; None where that cannot be."""
    found = outdated(snapshot.bundles, before.bundles)
    if found is None:
        return None
    try:
        _copy(before, snapshot)
        return _write_differences(snapshot, set(quads.quads_at(found.places)), found.keys)
    except (OSError, RuntimeError, ValueError):
        shutil.rmtree(snapshot.graph, ignore_errors=True)
        return None


def _copy(before: Snapshot, snapshot: Snapshot) -> None:
    """Copy a graph that nobody writes to; what never changes in it is not copied, but shared."""
    snapshot.graph.mkdir()
    for file in graph_files(before.graph):
        copy = snapshot.graph / file.name
        if file.suffix == _NEVER_CHANGES:
            with suppress(OSError):
                os.link(file, copy)
                continue
        shutil.copyfile(file, copy)


def _write_differences(snapshot: Snapshot, new: Set[Quad], keys: Iterable[str]) -> Difference:
    import pyoxigraph

    graph = pyoxigraph.Store(str(snapshot.graph))
    old = {quad for key in keys for quad in quads_of_bundle(graph, key)}
    difference = Difference(new - old, old - new)
    for quad in difference.removed:
        graph.remove(quad)
    graph.extend(difference.added)
    for name in {quad.graph_name for quad in difference.removed}:
        # A graph without quads would still be listed.
        if next(graph.quads_for_pattern(None, None, None, name), None) is None:
            graph.remove_graph(name)
    graph.flush()
    return difference
