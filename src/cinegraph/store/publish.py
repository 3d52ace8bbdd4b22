"""Writes a new graph beside the old one, then makes readers see it, at one stroke."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import StoreError
from cinegraph.store.articles import ArticleCache
from cinegraph.store.checksums import read_checksums, write_checksums
from cinegraph.store.curation import Curation, append_lines
from cinegraph.store.damage import DOOMED, UNFINISHED
from cinegraph.store.embedded import EmbeddedStore, open_store
from cinegraph.store.graphs import Difference, write_graph
from cinegraph.store.index import write_index
from cinegraph.store.interface import ArticleKey, NameRow
from cinegraph.store.layout import UNFINISHED_FILE, Layout, Snapshot, reason, sync_folder
from cinegraph.store.locks import Lock, lock_for_building
from cinegraph.store.migrate import migrate

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from cinegraph.store.archive import Archive


@contextmanager
def open_for_building(path: str | Path, *, create: bool = True) -> Iterator[Building]:
    """Open a store for a build. One build at a time.

    :param create: make the store where there is none
    :raises StoreError: at once, if another build is under way; if the folder is something else, read-only or full
    """
    layout = Layout(Path(path))
    if create:
        layout.create()
    else:
        layout.check()
    lock = lock_for_building(layout.lock, layout.root)
    try:
        with _translated(layout.root):
            migrate(layout)
            _clean(layout)
            complete_restoring(layout)
            with ArticleCache.to_write(layout.articles) as cache:
                yield Building(layout, cache)
    finally:
        lock.release()


class Building:
    """A store in the hands of the one build that may write to it.

    :ivar cache: every reading of every article
    :ivar decisions: a person's decisions
    """

    def __init__(self, layout: Layout, cache: ArticleCache) -> None:
        self.cache = cache
        self.decisions = Curation(layout.decisions)
        self._layout = layout

    def published(self, *, tolerant: bool = False) -> EmbeddedStore | None:
        """The graph that readers see at present, opened; None where there is none yet.

        :param tolerant: take a damaged one for none
        :raises StoreError: if it is damaged
        """
        try:
            return open_store(self._layout.root) if self._layout.current_number() is not None else None
        except StoreError:
            if tolerant:
                return None
            raise

    def publish(
        self, quads: Iterable[Quad], names: Iterable[NameRow], articles: Sequence[ArticleKey], key: str
    ) -> Difference | None:
        """Replace the graph. Readers see the old one or the new one; a process that is killed leaves the old one.

        :param quads: all of them; where they come in bundles (:class:`cinegraph.store.bundles.Bundled`), perhaps only
            those that have changed are written
        :param articles: the readings that the graph was made from; all of them are in the cache
        :param key: stands for everything that the graph was made from
        :returns: what is different, where only that was written
        :raises StoreError: if the disk is full, or the store cannot be written to; the old graph is still there
        """
        with _translated(self._layout.root):
            number = max(self._layout.numbers(), default=0) + 1
            snapshot = self._layout.snapshot(number)
            unfinished = Snapshot(snapshot.root.with_name(snapshot.root.name + UNFINISHED))
            try:
                difference = _write(unfinished, quads, names, articles, key, self._before())
            except BaseException:
                shutil.rmtree(unfinished.root, ignore_errors=True)
                raise
            self._switch(unfinished, number)
            return difference

    def _before(self) -> Snapshot | None:
        """The snapshot that readers open at present, if its checksums can be read."""
        try:
            number = self._layout.current_number()
            found = None if number is None else self._layout.snapshot(number)
            return None if found is None or read_checksums(found) is None else found
        except StoreError:
            return None

    def restore(self, archive: Archive) -> None:
        """Replace the graph, its articles, the decisions and the record of runs by those of a backup, at one stroke.

        Articles that the present graph shares with it stay as they are.

        :raises InputError: if the backup is damaged; the graph is still there
        :raises StoreError: if the disk is full, or the store cannot be written to; the graph is still there
        """
        from cinegraph.store.restore import unpack, unpack_articles

        with _translated(self._layout.root):
            number = max(self._layout.numbers(), default=0) + 1
            unfinished = Snapshot(self._layout.snapshot(number).root.with_name(f"{number}{UNFINISHED}"))
            try:
                unpack(archive, unfinished, self._layout)
                folders = unpack_articles(archive, unfinished, self.cache)
            except BaseException:
                shutil.rmtree(unfinished.root, ignore_errors=True)
                raise
            self._switch(unfinished, number)
            complete_restoring(self._layout)
            self.cache.set_folders(folders)

    def _switch(self, unfinished: Snapshot, number: int) -> None:
        """Make a complete snapshot the one that readers open, and delete those that nobody reads any more."""
        self.cache.sync()
        os.rename(unfinished.root, self._layout.snapshot(number).root)
        sync_folder(self._layout.snapshots)
        self._layout.point_at(number)
        self.drop_unused()

    def record_run(self, quads: Iterable[Quad]) -> None:
        """Add to the graph ``runs``, which stands apart from the others."""
        from pyoxigraph import RdfFormat, serialize

        written = serialize(quads, format=RdfFormat.N_QUADS) or b""
        append_lines(self._layout.runs, written.decode("utf-8"))

    def drop_unused(self) -> None:
        """Delete the graphs that came before the present one, but for those that somebody reads."""
        current = self._layout.current_number()
        kept = [number for number in self._layout.numbers() if number == current or not _drop(self._layout, number)]
        self.cache.keep_only(self._layout.snapshot(number).index for number in kept)


def _write(
    snapshot: Snapshot,
    quads: Iterable[Quad],
    names: Iterable[NameRow],
    articles: Sequence[ArticleKey],
    key: str,
    before: Snapshot | None,
) -> Difference | None:
    snapshot.root.mkdir()
    snapshot.lock.touch()
    difference = write_graph(snapshot, quads, before)
    write_index(snapshot.index, names, articles, key)
    write_checksums(snapshot, before if difference is not None else None)
    sync_folder(snapshot.graph)
    sync_folder(snapshot.root)
    return difference


def complete_restoring(layout: Layout) -> None:
    """Let the files of a backup whose graph has been published take their place; a crash may have come between."""
    number = layout.current_number()
    if number is None:
        return
    pending = layout.snapshot(number).pending
    if pending.is_dir():
        for file in (layout.decisions, layout.runs):
            if (pending / file.name).exists():
                os.replace(pending / file.name, file)
        sync_folder(layout.root)
        pending.rmdir()


def _clean(layout: Layout) -> None:
    """Delete what a build that was killed left behind."""
    for entry in layout.snapshots.iterdir():
        if entry.name.endswith((UNFINISHED, DOOMED)):
            shutil.rmtree(entry)
    for file in layout.root.glob("*" + UNFINISHED_FILE):
        file.unlink()
    current = layout.current_number()
    for number in layout.numbers():
        if number != current:
            _drop(layout, number)


def _drop(layout: Layout, number: int) -> bool:
    """Delete a snapshot, unless someone reads it."""
    snapshot = layout.snapshot(number)
    lock = Lock.alone(snapshot.lock)
    if lock is None:
        return False
    try:
        doomed = snapshot.root.with_name(snapshot.root.name + DOOMED)
        os.rename(snapshot.root, doomed)
        shutil.rmtree(doomed)
    finally:
        lock.release()
    return True


@contextmanager
def _translated(root: Path) -> Iterator[None]:
    """Say what the disk and its libraries say as a :class:`StoreError`."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            if shutil.disk_usage(root).free < 1_000_000:
                raise StoreError(f"the disk of {root} is full; the graph is as it was before") from error
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            raise StoreError(f"{root} is damaged ({reason(error)}); mend it with: cinegraph doctor --mend") from error
        raise StoreError(f"{root} cannot be written to ({reason(error)}); the graph is as it was before") from error
