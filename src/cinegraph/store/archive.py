"""The file that a backup is: a ZIP archive that carries a manifest with the size and the checksum of all that is in it.

::

    graph/…                 the graph (Oxigraph), file by file
    index.sqlite            names, list of articles
    articles.jsonl          for each article a line: its text as read, and what was found in it
    decisions.jsonl         a person's decisions
    runs.nq                 when what was built
    manifest.json           the last entry: what this is, and the sizes and SHA-256 of the others

It holds no time and no machine's name: two backups of one graph on one machine are the same, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cinegraph.errors import InputError
from cinegraph.store.checksums import CHUNK, Checksum
from cinegraph.store.layout import FORMAT, reason

KIND, VERSION = "cinegraph-backup", 1
MANIFEST, INDEX, ARTICLES, DECISIONS, RUNS, GRAPH = (
    "manifest.json",
    "index.sqlite",
    "articles.jsonl",
    "decisions.jsonl",
    "runs.nq",
    "graph/",
)
_REQUIRED = frozenset((INDEX, ARTICLES, DECISIONS, RUNS, f"{GRAPH}CURRENT"))
# Only such names are ever written: no way leads out of the folder, whatever an archive says.
_NAME = re.compile(r"index\.sqlite|articles\.jsonl|decisions\.jsonl|runs\.nq|graph/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")
_LONGEST_MANIFEST = 64_000_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Manifest(NamedTuple):
    """What a backup says of itself.

    :ivar format: the version of the store's format
    :ivar key: stands for everything that the graph was made from
    :ivar articles: how many articles there are
    :ivar files: for each entry its size and checksum
    """

    format: int
    key: str
    articles: int
    files: Mapping[str, Checksum]

    @property
    def size(self) -> int:
        """Bytes of all entries, unpacked."""
        return sum(each.size for each in self.files.values())


def write_archive(
    file: BinaryIO, entries: Iterable[tuple[str, Iterable[bytes]]], key: str, articles: int, format: int = FORMAT
) -> Manifest:
    """Write a backup; what its entries hold is read while it is written.

    :raises OSError: if the disk is full
    """
    files: dict[str, Checksum] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, pieces in entries:
            digest, size = hashlib.sha256(), 0
            with archive.open(name, "w", force_zip64=True) as entry:
                for piece in pieces:
                    entry.write(piece)
                    digest.update(piece)
                    size += len(piece)
            files[name] = Checksum(size, digest.hexdigest())
        manifest = Manifest(format, key, articles, files)
        archive.writestr(zipfile.ZipInfo(MANIFEST), _manifest_to_json(manifest))
    return manifest


def _manifest_to_json(manifest: Manifest) -> str:
    fields = {"kind": KIND, "version": VERSION, **manifest._asdict()}
    fields["files"] = {name: list(each) for name, each in sorted(manifest.files.items())}
    return json.dumps(fields, indent=1, sort_keys=True) + "\n"


class Archive:
    """A backup opened for reading; nothing in it is trusted.

    :ivar manifest: what it says of itself; its list of files is that of the archive
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self.manifest = self._read_manifest()
        self._compare()

    def pieces(self, name: str) -> Iterator[bytes]:
        """What an entry holds; ends with an error if it is not what the manifest says.

        :raises InputError: if it is damaged
        """
        wanted = self.manifest.files[name]
        digest, left = hashlib.sha256(), wanted.size
        try:
            with self._archive.open(name) as entry:
                # One byte more than there should be is asked for, and no more is ever unpacked.
                while piece := entry.read(min(CHUNK, left + 1)):
                    left -= len(piece)
                    if left < 0:
                        break
                    digest.update(piece)
                    yield piece
        except (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, *_DAMAGE) as error:
            raise self._damaged(f"{name} cannot be unpacked: {reason(error)}") from error
        if left or digest.hexdigest() != wanted.sha256:
            raise self._damaged(f"{name} is not what its checksum says")

    def check(self) -> None:
        """Read all of it, and compare it with its checksums.

        :raises InputError: if it is damaged
        """
        for name in self.manifest.files:
            for _ in self.pieces(name):
                pass

    def _read_manifest(self) -> Manifest:
        try:
            info = self._archive.getinfo(MANIFEST)
            if info.file_size > _LONGEST_MANIFEST:
                raise ValueError("it is too long")
            with self._archive.open(info) as entry:
                return self._parsed(json.loads(entry.read(_LONGEST_MANIFEST)))
        except KeyError as error:
            raise InputError(f"{self._path} is no backup of cinegraph: it has no {MANIFEST}") from error
        except (OSError, EOFError, ValueError, TypeError, RuntimeError, RecursionError, *_DAMAGE) as error:
            raise self._damaged(f"{MANIFEST} cannot be read: {reason(error)}") from error

    def _parsed(self, fields: object) -> Manifest:
        if not isinstance(fields, dict) or fields.get("kind") != KIND:
            raise InputError(f"{self._path} is no backup of cinegraph: its {MANIFEST} belongs to something else")
        for what, known in (("version", VERSION), ("format", FORMAT)):
            number = fields.get(what)
            if not isinstance(number, int) or number < 1:
                raise ValueError(f"{what} is {str(number)[:40]!r}")
            if number > known:
                raise InputError(
                    f"{self._path} has {what} {number}; this cinegraph reads {what} {known} and older: "
                    "install a newer cinegraph"
                )
        files = {name: Checksum(int(size), str(sha256)) for name, (size, sha256) in dict(fields["files"]).items()}
        if any(each.size < 0 for each in files.values()):
            raise ValueError("a size is negative")
        return Manifest(int(fields["format"]), str(fields["key"]), int(fields["articles"]), files)

    def _compare(self) -> None:
        """Make sure that the archive holds what the manifest lists, each once, as plain files of those sizes."""
        seen: set[str] = set()
        for info in self._archive.infolist():
            name, kind = info.filename, stat.S_IFMT(info.external_attr >> 16)
            if name == MANIFEST and name not in seen:
                seen.add(name)
                continue
            if not _NAME.fullmatch(name) or name in seen:
                raise self._damaged(f"it holds {name[:80]!r}, which no backup does")
            if kind not in (0, stat.S_IFREG) or info.compress_type not in _METHODS or info.flag_bits & 1:
                raise self._damaged(f"{name} is no plain file")
            if name not in self.manifest.files or self.manifest.files[name].size != info.file_size:
                raise self._damaged(f"{name} has another size than {MANIFEST} says")
            seen.add(name)
        if missing := sorted((_REQUIRED | set(self.manifest.files)) - seen):
            raise self._damaged(f"{missing[0][:80]!r} is missing from it")

    def _damaged(self, what: str) -> InputError:
        return InputError(f"the backup {self._path} is damaged: {what}; take another one")


_DAMAGE = (zipfile.BadZipFile, zlib.error)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a backup.

    :raises InputError: if it cannot be read, is something else, damaged, or made by a newer version
    """
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, ValueError, NotImplementedError) as error:
        raise InputError(f"{path} cannot be read ({reason(error)})") from error
    except zipfile.BadZipFile as error:
        raise InputError(f"{path} is no backup of cinegraph, or only a part of one ({reason(error)})") from error
    with archive:
        yield Archive(path, archive)
