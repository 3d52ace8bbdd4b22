"""Sizes and checksums of files, by which damage is noticed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cinegraph.errors import StoreError
from cinegraph.store.layout import Snapshot, reason, write_atomically

CHUNK = 1 << 20
# RocksDB's diary and its lock: nothing of the graph is in them.
_NO_CONTENT = ("LOG", "LOCK")


class Checksum(NamedTuple):
    """What a file is known by.

    :ivar size: in bytes
    :ivar sha256: in hexadecimal digits
    """

    size: int
    sha256: str


def graph_files(graph: Path) -> list[Path]:
    """The files in the folder of a graph that the graph consists of, sorted by name.

    :raises OSError: if the folder cannot be read
    """
    return sorted(path for path in graph.iterdir() if not path.name.startswith(_NO_CONTENT))


def pieces_of(path: Path) -> Iterator[bytes]:
    """What a file holds, piece by piece.

    :raises OSError: if it cannot be read
    """
    with open(path, "rb") as file:
        while piece := file.read(CHUNK):
            yield piece


def checksum_of(path: Path, *, sync: bool = False) -> Checksum:
    """The size and the checksum of a file.

    :param sync: whether to make sure that the file is on disk
    :raises OSError: if it cannot be read
    """
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        if sync:
            os.fsync(file.fileno())
        return Checksum(file.tell(), digest.hexdigest())


def write_checksums(snapshot: Snapshot, before: Snapshot | None = None) -> None:
    """Write down the checksums of a snapshot, and make sure that its files are on disk.

    :param before: a snapshot with which it may share files; of those the checksums are known
    :raises OSError: if the disk is full
    """
    known = {} if before is None else read_checksums(before) or {}
    sums = {}
    for path in [*graph_files(snapshot.graph), snapshot.index]:
        name = str(path.relative_to(snapshot.root))
        shared = before is not None and name in known and _is_one_file(path, before.root / name)
        sums[name] = list(known[name] if shared else checksum_of(path, sync=True))
    write_atomically(snapshot.checksums, json.dumps({"files": sums}, indent=1, sort_keys=True) + "\n")


def _is_one_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def read_checksums(snapshot: Snapshot) -> Mapping[str, Checksum] | None:
    """The checksums of a snapshot's files, or None where none were written down.

    :raises StoreError: if they cannot be read
    """
    try:
        fields = json.loads(snapshot.checksums.read_text(encoding="utf-8"))
        return {str(name): Checksum(int(size), str(sha256)) for name, (size, sha256) in fields["files"].items()}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StoreError(f"{snapshot.checksums} is damaged ({reason(error)})") from error


def damaged_files(snapshot: Snapshot) -> list[str]:
    """The files of a snapshot that are not what they were when they were written, each with what is wrong; sorted.

    Where no checksums were written down, none is found.

    :raises StoreError: if the checksums cannot be read
    """
    found = []
    for name, wanted in sorted((read_checksums(snapshot) or {}).items()):
        try:
            size, sha256 = checksum_of(snapshot.root / name)
        except FileNotFoundError:
            found.append(f"{name} is missing")
        except OSError as error:
            found.append(f"{name} cannot be read ({reason(error)})")
        else:
            if size != wanted.size:
                found.append(f"{name} has {size:,} bytes instead of {wanted.size:,}")
            elif sha256 != wanted.sha256:
                found.append(f"{name} has changed")
    return found
