"""Makes a store of a backup: everything is unpacked and compared with its checksums before anything is replaced."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from cinegraph.errors import CinegraphError, InputError, StoreError
from cinegraph.store import archive as names
from cinegraph.store.archive import Archive, Manifest, open_archive
from cinegraph.store.articles import ArticleCache, Reading
from cinegraph.store.checksums import write_checksums
from cinegraph.store.index import Index
from cinegraph.store.interface import ArticleKey
from cinegraph.store.layout import Layout, Snapshot, sync_folder

_LONGEST_LINE = 1 << 30
_IN_THE_WAY = ("marker", "pointer", "articles")
_SPARE = 1_000_000
_ARTICLE_FIELDS = ("name", "sha256", "extractor", "text", "document", "extraction")


def check_backup(path: str | Path) -> Manifest:
    """Read all of a backup, and compare it with its checksums.

    :returns: what is in it
    :raises InputError: if it is damaged, something else, or made by a newer version
    """
    with open_archive(Path(path)) as archive:
        archive.check()
        return archive.manifest


def restore(path: str | Path, store: str | Path, *, force: bool = False) -> Manifest:
    """Make a store of a backup, or replace one by it: readers see the old graph or the new one, never a mixture.

    :param force: whether a graph that is there may be replaced, with its articles and decisions
    :returns: what was in the backup
    :raises InputError: if there is a graph and may not be replaced, or the backup is damaged; the store is as it was
    :raises StoreError: if the store cannot be written to, or a build is under way; the graph is as it was
    """
    from cinegraph.store.damage import is_ours, look_over
    from cinegraph.store.mending import mend_files
    from cinegraph.store.publish import open_for_building

    layout = Layout(Path(store))
    if not force:
        _refuse_replacing(layout)
    elif is_ours(layout) and any(each.bad and each.what in _IN_THE_WAY for each in look_over(layout.root)):
        mend_files(layout.root)
    with open_archive(Path(path)) as archive, open_for_building(layout.root) as building:
        # Another may have built since the first look.
        if not force:
            _refuse_replacing(layout)
        building.restore(archive)
        return archive.manifest


def _refuse_replacing(layout: Layout) -> None:
    if layout.current_number() is not None:
        raise InputError(
            f"{layout.root} holds a graph already; name a new folder with --store, or add --force to replace "
            "the graph, its articles and its decisions"
        )


def unpack(archive: Archive, snapshot: Snapshot, layout: Layout) -> None:
    """Write the files of a backup into a new snapshot's folder, and open what they make.

    :raises InputError: if the backup is damaged, or larger than the disk
    :raises OSError: if the disk is full, or cannot be written to
    """
    free = shutil.disk_usage(layout.root).free
    if archive.manifest.size + _SPARE > free:
        raise StoreError(
            f"the disk of {layout.root} has {free / 1e6:,.1f} MB free, but the backup needs "
            f"{(archive.manifest.size + _SPARE) / 1e6:,.1f} MB"
        )
    for folder in (snapshot.root, snapshot.graph, snapshot.pending):
        folder.mkdir()
    snapshot.lock.touch()
    for name in archive.manifest.files:
        if name.startswith(names.GRAPH):
            _write(snapshot.graph / name.removeprefix(names.GRAPH), archive.pieces(name))
    _write(snapshot.index, archive.pieces(names.INDEX))
    _write(snapshot.pending / layout.decisions.name, archive.pieces(names.DECISIONS))
    _write(snapshot.pending / layout.runs.name, archive.pieces(names.RUNS))
    _try(archive, snapshot)
    write_checksums(snapshot)
    for folder in (snapshot.graph, snapshot.pending, snapshot.root):
        sync_folder(folder)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with open(path, "xb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _try(archive: Archive, snapshot: Snapshot) -> None:
    """Open what was unpacked: right checksums do not make a graph of anything."""
    from cinegraph.store.opening import open_graph

    try:
        index = Index(snapshot.index)
        try:
            key, articles = index.key, len(index.rows("SELECT name FROM articles"))
        finally:
            index.close()
        open_graph(snapshot.graph)
    except CinegraphError as error:
        raise InputError(f"what the backup holds is no graph: {error.message}") from error
    if (key, articles) != (archive.manifest.key, archive.manifest.articles):
        raise InputError(f"the backup's {names.INDEX} is that of another graph; take another backup")


def unpack_articles(archive: Archive, snapshot: Snapshot, cache: ArticleCache) -> list[tuple[str, str]]:
    """Add the articles of a backup to those that are kept.

    :returns: names of articles with the folders that they were built from
    :raises InputError: if the backup is damaged, or lacks one of the articles that its graph was made from
    :raises sqlite3.Error: if the disk is full
    """
    # All of it is compared with its checksum before a line of it is believed.
    for _ in archive.pieces(names.ARTICLES):
        pass
    folders: list[tuple[str, str]] = []
    index = Index(snapshot.index)
    wanted = {ArticleKey(*row) for row in index.rows("SELECT name, sha256, extractor FROM articles")}
    index.close()

    def readings() -> Iterator[tuple[ArticleKey, Reading]]:
        for number, line in enumerate(_lines(archive.pieces(names.ARTICLES)), start=1):
            key, reading, folder = _parsed(number, line)
            wanted.discard(key)
            if folder is not None:
                folders.append((key.name, folder))
            yield key, reading
        if wanted:
            raise InputError(f"the backup lacks the article {min(wanted).name!r}; take another backup")

    cache.put_readings(readings())
    return folders


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest: list[bytes] = []
    length = 0
    for piece in pieces:
        *lines, last = piece.split(b"\n")
        for line in lines:
            yield b"".join((*rest, line))
            rest, length = [], 0
        rest.append(last)
        length += len(last)
        if length > _LONGEST_LINE:
            raise InputError(f"the backup's {names.ARTICLES} has a line of more than {_LONGEST_LINE:,} bytes")
    if length:
        yield b"".join(rest)


def _parsed(number: int, line: bytes) -> tuple[ArticleKey, Reading, str | None]:
    try:
        fields = json.loads(line)
        texts = [fields[name] for name in _ARTICLE_FIELDS]
        folder = fields["folder"]
        if not all(isinstance(text, str) for text in texts) or not isinstance(folder, str | None):
            raise TypeError("a text was expected")
        return ArticleKey(*texts[:3]), Reading(*texts[3:]), folder
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise InputError(f"the backup's {names.ARTICLES}, line {number}, is no article ({error})") from error
