"""Sizes and checksums of files, by which damage is noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

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


def checksum_of(path: Path) -> Checksum:
    """The size and the checksum of a file.

    :raises OSError: if it cannot be read
    """
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Checksum(file.tell(), digest.hexdigest())
