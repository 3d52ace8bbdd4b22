"""Writes the graph that a reader has opened, and all that belongs to it, into one file."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cinegraph.errors import InputError, StoreError
from cinegraph.store import archive
from cinegraph.store.archive import Manifest, write_archive
from cinegraph.store.articles import ArticleCache
from cinegraph.store.checksums import graph_files, pieces_of, read_checksums
from cinegraph.store.interface import ArticleKey
from cinegraph.store.layout import Layout, Snapshot, reason, sync_folder
from cinegraph.store.locks import Lock

_PART = ".cinegraph-part"


def write_backup(
    layout: Layout, snapshot: Snapshot, articles: Sequence[ArticleKey], key: str, target: Path, *, force: bool
) -> Manifest:
    """Write a backup of a snapshot, whole or not at all. The caller holds the snapshot's lock; builds may go on.

    :param articles: the readings that the graph was made from
    :param force: whether a file that exists may be replaced
    :raises InputError: if the file exists, or cannot be written
    :raises StoreError: if something in the store cannot be read
    """
    with _replacing(target, force) as file:
        manifest = write_archive(file, _entries(layout, snapshot, articles), key, len(articles))
        _compare(manifest, snapshot)
        return manifest


def _compare(manifest: Manifest, snapshot: Snapshot) -> None:
    """Make sure that no damage has been saved as if it were the graph."""
    for name, wanted in (read_checksums(snapshot) or {}).items():
        if manifest.files.get(name) != wanted:
            raise StoreError(f"{snapshot.root / name} is damaged; mend it with: cinegraph doctor --mend")


def _entries(
    layout: Layout, snapshot: Snapshot, articles: Sequence[ArticleKey]
) -> Iterator[tuple[str, Iterator[bytes]]]:
    try:
        files = graph_files(snapshot.graph)
    except OSError as error:
        raise _unreadable(snapshot.graph, error) from error
    for path in files:
        yield archive.GRAPH + path.name, _read(path)
    yield archive.INDEX, _read(snapshot.index)
    yield archive.ARTICLES, _article_lines(layout.articles, articles)
    yield archive.DECISIONS, _whole_lines(snapshot.pending_or(layout.decisions))
    yield archive.RUNS, _whole_lines(snapshot.pending_or(layout.runs))


def _read(path: Path) -> Iterator[bytes]:
    try:
        yield from pieces_of(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _whole_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file that somebody may just be adding to; nothing where there is none."""
    if path.exists():
        data = b"".join(_read(path))
        yield data[: data.rfind(b"\n") + 1]


def _article_lines(path: Path, articles: Sequence[ArticleKey]) -> Iterator[bytes]:
    try:
        with ArticleCache.to_read(path) as cache:
            folders = cache.folders()
            for key in articles:
                reading = cache.reading(key)
                if reading is None:
                    raise StoreError(f"{path} is damaged: it lacks the article {key.name!r}; build it again")
                fields = {**key._asdict(), "folder": folders.get(key.name), **reading._asdict()}
                yield json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"
    except sqlite3.Error as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> StoreError:
    return StoreError(f"{path} cannot be read ({reason(error)}); look what is wrong with: cinegraph doctor")


@contextmanager
def _replacing(target: Path, force: bool) -> Iterator[BinaryIO]:
    """A file to write to that takes its name only when all of it is on disk."""
    if target.is_dir():
        raise InputError(f"{target} is a folder; give the name of a file")
    if os.path.lexists(target) and not force:
        raise InputError(f"{target} exists already; add --force to replace it")
    folder = target.parent
    part = folder / f".{target.name[:100]}.{os.getpid()}{_PART}"
    try:
        _clear(folder)
        with closing(open(part, "xb")) as file:
            # By the lock others see that it is not left over.
            lock = Lock.alone(part)
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
                os.replace(part, target)
                sync_folder(folder)
            finally:
                if lock is not None:
                    lock.release()
    except BaseException as error:
        # On a disk that may only be read, even this fails.
        with suppress(OSError):
            part.unlink()
        if isinstance(error, OSError):
            raise InputError(f"{target} cannot be written ({reason(error)})") from error
        raise


def _clear(folder: Path) -> None:
    """Delete what backups that were killed have left in a folder."""
    for path in folder.glob(f".*{_PART}"):
        lock = Lock.alone(path)
        if lock is not None:
            path.unlink(missing_ok=True)
            lock.release()
