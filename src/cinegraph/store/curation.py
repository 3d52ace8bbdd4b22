"""A person's decisions: one JSON object a line, in the order in which they were taken; builds never touch them."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from cinegraph.errors import StoreError
from cinegraph.store.layout import reason

Record = Mapping[str, object]
"""One decision, in the terms of the room that decides; the store only keeps it."""


class Curation:
    """The decisions kept in a store."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def records(self) -> list[dict[str, object]]:
        """Every decision, oldest first.

        :raises StoreError: if the file cannot be read, or a line of it is no JSON object
        """
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self._path} cannot be read ({reason(error)})") from error
        return [_record(self._path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]

    def append(self, records: Sequence[Record]) -> None:
        """Keep more decisions.

        :raises StoreError: if they cannot be written
        """
        written = "".join(json.dumps(record, ensure_ascii=True, sort_keys=True) + "\n" for record in records)
        try:
            append_lines(self._path, written)
        except OSError as error:
            raise StoreError(f"{self._path} cannot be written to ({reason(error)})") from error


def append_lines(path: Path, written: str) -> None:
    """Add whole lines to a file: two processes that do so at once do not mix them, and a line that a crash left
    unfinished is dropped.

    :raises OSError: if the file cannot be written
    """
    with open(path, "a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        file.truncate(_end_of_last_line(file.read()))
        file.write(written.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _end_of_last_line(data: bytes) -> int:
    return data.rfind(b"\n") + 1


def _record(path: Path, number: int, line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise StoreError(f"{path}, line {number}, is no JSON ({error}); mend or delete that line") from error
    if not isinstance(record, dict):
        raise StoreError(f"{path}, line {number}, is no JSON object; mend or delete that line")
    return record
