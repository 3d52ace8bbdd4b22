"""What is laid aside in a temporary file, so that memory holds only where it lies."""

from __future__ import annotations

import marshal
import os
import tempfile
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import IO, Any
from weakref import finalize

from cinegraph.errors import CinegraphError

_MOST_BYTES = 1 << 18


def temporary_file() -> IO[bytes]:
    """A file without a name, in a folder on a disk: often ``/tmp`` is memory. ``TMPDIR`` names another folder.

    :raises CinegraphError: if there is no room for it
    """
    wanted = os.environ.get("TMPDIR") or "/var/tmp"
    usable = os.path.isdir(wanted) and os.access(wanted, os.W_OK | os.X_OK)
    try:
        return tempfile.TemporaryFile(dir=wanted if usable else None, buffering=0)
    except OSError as error:
        raise _full(error) from error


def _full(error: OSError) -> CinegraphError:
    return CinegraphError(
        f"a temporary file cannot be written ({error.strerror or error}); "
        "make room, or name a folder that has room in TMPDIR"
    )


class Spill(Sequence[Any]):
    """Records in a temporary file, to be added at the end and read in any order.

    >>> aside = Spill()
    >>> aside.append(("Ran", 1985)), aside.append(("Stalker",))
    (0, 1)
    >>> aside[1], list(aside), len(aside)
    (('Stalker',), [('Ran', 1985), ('Stalker',)], 2)
    """

    def __init__(self) -> None:
        self._file = temporary_file()
        finalize(self, self._file.close)
        self._ends = array("q", (0,))
        self._waiting = bytearray()
        self._written = 0

    def append(self, record: tuple[Any, ...]) -> int:
        """Lay a record aside.

        :param record: made of texts, numbers, None and tuples of these
        :returns: its place
        :raises CinegraphError: if the disk is full
        """
        # In this form the same value is the same bytes, whichever of its parts are one object.
        self._waiting += marshal.dumps(record, 2)
        self._ends.append(self._written + len(self._waiting))
        if len(self._waiting) >= _MOST_BYTES:
            self._write()
        return len(self._ends) - 2

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, place: int) -> Any:  # type: ignore[override]
        start, end = self._ends[place], self._ends[place + 1]
        if end > self._written:
            self._write()
        return marshal.loads(os.pread(self._file.fileno(), end - start, start))

    def __iter__(self) -> Iterator[Any]:
        return self.between(0, len(self))

    def between(self, first: int, end: int) -> Iterator[Any]:
        """The records of some places, in order: much faster than one by one."""
        self._write()
        while first < end:
            start = self._ends[first]
            last = max(first + 1, bisect_right(self._ends, start + _MOST_BYTES, first + 1, end + 1) - 1)
            data = memoryview(os.pread(self._file.fileno(), self._ends[last] - start, start))
            for begin, stop in pairwise(self._ends[first : last + 1]):
                yield marshal.loads(data[begin - start : stop - start])
            first = last

    def _write(self) -> None:
        try:
            while self._waiting:
                written = os.pwrite(self._file.fileno(), self._waiting, self._written)
                self._written += written
                del self._waiting[:written]
        except OSError as error:
            raise _full(error) from error
