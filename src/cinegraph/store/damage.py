"""Looks over a store's files, and says in words what is damaged, left over or in the way. It changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cinegraph.errors import CinegraphError, StoreError
from cinegraph.store.articles import ArticleCache
from cinegraph.store.checksums import damaged_files, graph_files, read_checksums
from cinegraph.store.curation import Curation
from cinegraph.store.index import Index
from cinegraph.store.interface import ArticleKey
from cinegraph.store.layout import FORMAT, UNFINISHED_FILE, Layout, Snapshot, reason
from cinegraph.store.locks import holder, is_held
from cinegraph.store.migrate import opens

MEND = "mend it with: cinegraph doctor --mend"
AGAIN = "restore a backup (cinegraph restore --force), or build all articles again: cinegraph build --only"
UNFINISHED, DOOMED = ".unfinished", ".old"
_NO_SPACE = 1_000_000


class Damage(NamedTuple):
    """Something about a store that is not as it should be.

    :ivar what: which part: ``folder``, ``marker``, ``format``, ``disk``, ``lock``, ``pointer``, ``graph``,
        ``checksums``, ``articles``, ``decisions``, ``leftovers``
    :ivar bad: whether the graph, or a part of it, cannot be used; else it is a warning
    """

    what: str
    found: str
    remedy: str
    bad: bool = True


def look_over(root: Path) -> list[Damage]:
    """Everything that is wrong with the files of a store.

    :param root: the store's folder, which exists
    """
    layout = Layout(root)
    try:
        files = (*_graph(layout), *_articles(layout), *_decisions(layout), *_leftovers(layout))
        return [*_marker(layout), *_surroundings(layout), *files]
    except OSError as error:
        return [Damage("folder", f"{root} cannot be read ({reason(error)})", "see to its rights and its disk")]


def is_ours(layout: Layout) -> bool:
    """Whether a folder without a readable marker looks like a store all the same."""
    return layout.snapshots.is_dir() and (layout.current.exists() or layout.articles.exists())


def _marker(layout: Layout) -> Iterator[Damage]:
    try:
        version = layout.check()
    except StoreError as error:
        ours = is_ours(layout) and ("damaged" in error.message or not layout.marker.exists())
        yield Damage("marker", error.message, MEND if ours else "")
        return
    if version < FORMAT:
        remedy = "the next build brings it to the present one, or: cinegraph doctor --mend"
        yield Damage("format", f"version {version}, an older one", remedy, bad=False)


def _surroundings(layout: Layout) -> Iterator[Damage]:
    if not os.access(layout.root, os.W_OK):
        yield Damage("folder", f"{layout.root} may be read, not written to", "builds need that right", bad=False)
    free, needed = shutil.disk_usage(layout.root).free, _size(layout.root)
    if free < needed + _NO_SPACE:
        found = f"{free / 1e6:,.1f} MB free; a build may need {needed / 1e6:,.1f} MB, for the new graph beside the old"
        yield Damage("disk", found, "make room before the next build", bad=free < _NO_SPACE)
    process, held = holder(layout.lock), layout.lock.exists() and is_held(layout.lock)
    if held and process is not None and not _lives(process):
        found = f"process {process}, which built, has died, but one that it started still holds the lock"
        yield Damage("lock", found, "wait until that one has ended, or end it", bad=False)
    elif process is not None and not held:
        yield Damage("lock", f"process {process} was ended in the middle of a build", f"no harm; {MEND}", bad=False)


def _graph(layout: Layout) -> Iterator[Damage]:
    try:
        number = layout.current_number()
    except StoreError as error:
        yield Damage("pointer", error.message, MEND)
        return
    if number is None:
        return
    snapshot = layout.snapshot(number)
    if not snapshot.root.is_dir():
        found = f"{layout.current} names the snapshot {number}, which is missing"
        yield Damage("pointer", found, MEND if layout.numbers() or layout.articles.exists() else AGAIN)
        return
    yield from _snapshot(snapshot)


def _snapshot(snapshot: Snapshot) -> Iterator[Damage]:
    try:
        known = read_checksums(snapshot)
        wrong = damaged_files(snapshot)
    except StoreError as error:
        yield Damage("checksums", error.message, MEND, bad=False)
        known, wrong = {}, []
    if known is None:
        yield Damage("checksums", f"none in {snapshot.root}, so damage may not be noticed", MEND, bad=False)
    if not snapshot.lock.exists():
        wrong.append("lock is missing")
    if not wrong:
        try:
            opens(snapshot)
        except StoreError as error:
            wrong.append(error.message)
    if wrong:
        yield Damage("graph", f"{snapshot.root} is damaged: {'; '.join(wrong[:3])}", MEND)


def _articles(layout: Layout) -> Iterator[Damage]:
    keys = readings_listed(layout)
    if not keys:
        return
    lost, why = unreadable(layout, keys)
    if lost:
        shown = ", ".join(key.name for key in lost[:3]) + (" …" if len(lost) > 3 else "")
        found = f"{len(lost)} of {len(keys)} can no longer be read: {shown}" + (f" ({why})" if why else "")
        remedy = f"cinegraph doctor --mend, then build them again from their files: cinegraph build FILE…; or {AGAIN}"
        yield Damage("articles", found, remedy)
    elif why:
        yield Damage("articles", f"{layout.articles} is damaged ({why}), but every article can be read", MEND)


def _decisions(layout: Layout) -> Iterator[Damage]:
    kept = Curation(layout.decisions)
    if complaint := kept.complaint():
        yield Damage("decisions", complaint, f"or set it aside, with: {MEND.partition(': ')[2]}")
    elif cut_off := kept.cut_off():
        yield Damage("decisions", cut_off, MEND, bad=False)


def readings_listed(layout: Layout) -> list[ArticleKey]:
    """The readings that the present graph was made from; none where that cannot be read."""
    try:
        number = layout.current_number()
        return [] if number is None else listed_in(layout.snapshot(number))
    except StoreError:
        return []


def listed_in(snapshot: Snapshot) -> list[ArticleKey]:
    """The readings that a snapshot was made from.

    :raises StoreError: if its index is damaged
    """
    index = Index(snapshot.index)
    try:
        return [ArticleKey(*row) for row in index.rows("SELECT name, sha256, extractor FROM articles ORDER BY name")]
    finally:
        index.close()


def unreadable(layout: Layout, keys: list[ArticleKey]) -> tuple[list[ArticleKey], str]:
    """Which of these readings cannot be read any more, and what SQLite says of the file, if it is not content."""
    if not layout.articles.exists():
        return keys, "the file is missing"
    try:
        with ArticleCache.to_read(layout.articles) as cache:
            return [key for key in keys if not is_readable(cache, key)], cache.complaint()
    except sqlite3.Error as error:
        return keys, str(error)


def is_readable(cache: ArticleCache, key: ArticleKey) -> bool:
    """Whether a reading is kept, and whole."""
    try:
        extraction = cache.extraction(key)
    except (CinegraphError, sqlite3.Error, ValueError):
        return False
    if extraction is None:
        return False
    text = extraction.document.text
    # Of the text no checksum is kept, but what was quoted of it.
    return all(text[piece.start : piece.end] == piece.quote for claim in extraction.claims for piece in claim.evidence)


def _leftovers(layout: Layout) -> Iterator[Damage]:
    if layout.lock.exists() and is_held(layout.lock):
        # They may be what a build is making.
        return
    left = leftovers(layout)
    if left:
        size = sum(_size(path) for path in left)
        names = ", ".join(str(path.relative_to(layout.root)) for path in left[:3]) + (" …" if len(left) > 3 else "")
        yield Damage("leftovers", f"{names} ({size / 1e6:,.1f} MB), of a build that was cut off", MEND, bad=False)


def leftovers(layout: Layout) -> list[Path]:
    """Files and folders of builds that were cut off, and files in the graph's folder that are none of its."""
    found = list(layout.root.glob("*" + UNFINISHED_FILE))
    if layout.snapshots.is_dir():
        found += [path for path in layout.snapshots.iterdir() if path.name.endswith((UNFINISHED, DOOMED))]
    return sorted([*found, *_strays(layout)])


def _strays(layout: Layout) -> list[Path]:
    try:
        number = layout.current_number()
        snapshot = layout.snapshot(number) if number is not None else None
        known = read_checksums(snapshot) if snapshot is not None else None
    except StoreError:
        return []
    if snapshot is None or not known or not snapshot.graph.is_dir():
        return []
    return [path for path in graph_files(snapshot.graph) if f"graph/{path.name}" not in known]


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else iter((path,))
    return sum(file.lstat().st_size for file in files if file.is_file())


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
