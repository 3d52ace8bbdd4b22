"""Mends a store's files where that loses nothing: what is damaged is set aside, never deleted."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cinegraph.errors import StoreError
from cinegraph.store.articles import ArticleCache, Reading
from cinegraph.store.checksums import damaged_files, read_checksums, write_checksums
from cinegraph.store.curation import Curation
from cinegraph.store.damage import is_ours, is_readable, leftovers, listed_in, unreadable
from cinegraph.store.embedded import open_store
from cinegraph.store.interface import ArticleKey
from cinegraph.store.layout import Layout, Snapshot, reason
from cinegraph.store.locks import lock_for_building
from cinegraph.store.migrate import migrate, opens


def mend_files(root: Path) -> list[str]:
    """Mend the marker, the pointer, the file of articles and checksums; clear away leftovers; bring an old format up.

    :returns: what was done, in words
    :raises StoreError: if it is no store, a build is under way, or it cannot be written to
    """
    layout = Layout(root)
    if not is_ours(layout):
        layout.check()
    lock = lock_for_building(layout.lock, root)
    try:
        return list(_mended(layout))
    except OSError as error:
        raise StoreError(f"{root} cannot be written to ({reason(error)})") from error
    finally:
        lock.release()


def _mended(layout: Layout) -> Iterator[str]:
    yield from _marker(layout)
    layout.snapshots.mkdir(exist_ok=True)
    yield from _format(layout)
    yield from _pointer(layout)
    yield from _checksums(layout)
    yield from _articles(layout)
    yield from _decisions(layout)
    for path in leftovers(layout):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        yield f"deleted {path.relative_to(layout.root)}, left by a build that was cut off"


def _marker(layout: Layout) -> Iterator[str]:
    try:
        layout.check()
    except StoreError as error:
        if layout.marker.exists() and "damaged" not in error.message:
            raise
        layout.mark()
        yield f"wrote {layout.marker.name} anew"


def _format(layout: Layout) -> Iterator[str]:
    before = layout.check()
    migrate(layout)
    if before != (now := layout.check()):
        yield f"brought the store from format {before} to {now}"


def _pointer(layout: Layout) -> Iterator[str]:
    with suppress(StoreError):
        number = layout.current_number()
        if number is None or layout.snapshot(number).root.is_dir():
            return
    numbers = layout.numbers()
    best = max((number for number in numbers if _is_sound(layout.snapshot(number))), default=max(numbers, default=0))
    layout.point_at(best)
    yield f"made snapshot {best} the one that readers open" if best else "wrote the pointer anew: nothing is built"


def _is_sound(snapshot: Snapshot) -> bool:
    try:
        opens(snapshot)
        return not damaged_files(snapshot)
    except StoreError:
        return False


def _checksums(layout: Layout) -> Iterator[str]:
    for number in layout.numbers():
        snapshot = layout.snapshot(number)
        with suppress(StoreError):
            if read_checksums(snapshot) is not None:
                continue
        with suppress(StoreError):
            opens(snapshot)
            write_checksums(snapshot)
            yield f"wrote the checksums of snapshot {number}, which can be opened"


def _articles(layout: Layout) -> Iterator[str]:
    """Carry what can be read of a damaged file of articles into a new one; the damaged one is kept."""
    keys = sorted(_all_readings(layout))
    lost, why = unreadable(layout, keys)
    if not keys or not (why or _are_kept(layout, lost)):
        return
    new = layout.articles.with_name(layout.articles.name + ".new")
    new.unlink(missing_ok=True)
    folders: dict[str, str] = {}
    with ArticleCache.to_write(new) as cache:
        with _readable(layout.articles) as old:
            if old is not None:
                cache.put_readings(_carried(old, keys))
                with suppress(sqlite3.Error):
                    folders = old.folders()
        cache.set_folders(folders.items())
        cache.sync()
    if layout.articles.exists():
        aside = _free(layout.articles)
        os.rename(layout.articles, aside)
        yield f"set the damaged {layout.articles.name} aside as {aside.name}"
    # The log belongs to the file that was set aside; what of it could be read has been.
    for ending in ("-wal", "-shm"):
        layout.articles.with_name(layout.articles.name + ending).unlink(missing_ok=True)
    os.replace(new, layout.articles)
    yield f"wrote {len(keys) - len(lost)} of {len(keys)} articles into a new {layout.articles.name}"


def _decisions(layout: Layout) -> Iterator[str]:
    """Set aside the lines that are no decisions; those that are stay as they are."""
    kept, aside = Curation(layout.decisions), _free(layout.decisions)
    if kept.complaint() or kept.cut_off():
        number = kept.mend(aside)
        yield f"set {number} of the lines of {layout.decisions.name}, no decisions, aside as {aside.name}"


def _are_kept(layout: Layout, keys: Iterable[ArticleKey]) -> bool:
    """Whether there are rows for any of these: a build takes what has a row for read."""
    with suppress(sqlite3.Error), _readable(layout.articles) as cache:
        return cache is not None and any(key in cache for key in keys)
    return False


@contextmanager
def _readable(path: Path) -> Iterator[ArticleCache | None]:
    try:
        cache = ArticleCache.to_read(path) if path.exists() else None
    except sqlite3.Error:
        cache = None
    try:
        yield cache
    finally:
        if cache is not None:
            cache.close()


def _carried(old: ArticleCache, keys: Iterable[ArticleKey]) -> Iterator[tuple[ArticleKey, Reading]]:
    for key in keys:
        if is_readable(old, key) and (reading := old.reading(key)) is not None:
            yield key, reading


def _all_readings(layout: Layout) -> set[ArticleKey]:
    keys: set[ArticleKey] = set()
    for number in layout.numbers():
        with suppress(StoreError):
            keys |= set(listed_in(layout.snapshot(number)))
    if not keys:
        # No snapshot says any more what it was made from: everything that is kept counts.
        with suppress(sqlite3.Error), _readable(layout.articles) as cache:
            keys |= set(cache.latest().values()) if cache is not None else set()
    return keys


def _free(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    return free


def readings_behind(layout: Layout, cache: ArticleCache) -> dict[str, ArticleKey]:
    """By name the readings that the present graph was made from, however little of it can still be read.

    Its index lists them; else the graph names the articles; else every article that is kept is taken, as last read.
    """
    number = layout.current_number()
    if number is None:
        return cache.latest()
    with suppress(StoreError):
        snapshot = layout.snapshot(number)
        if not any(each.startswith(snapshot.index.name) for each in damaged_files(snapshot)):
            return {key.name: key for key in listed_in(snapshot)}
    latest = cache.latest()
    with suppress(StoreError):
        told = _told_by_graph(layout.root)
        return {name: key for name, key in latest.items() if (name, key.sha256) in told}
    return latest


def _told_by_graph(root: Path) -> set[tuple[str, str]]:
    from cinegraph.store.answers import Solutions

    with open_store(root) as store:
        answer = store.query("SELECT ?name ?sha { ?article dcterms:identifier ?name ; schema:sha256 ?sha }")
        assert isinstance(answer, Solutions)
        found = {(str(name.value), str(sha.value)) for name, sha in answer}  # type: ignore[union-attr]
    if not found:
        raise StoreError("the graph names no article")
    return found
