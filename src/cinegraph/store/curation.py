"""A person's decisions: one JSON object a line, in the order in which they were taken; builds never touch them."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from cinegraph.errors import StoreError
from cinegraph.store.layout import reason, write_atomically

Record = Mapping[str, object]
"""One decision, in the terms of the room that decides; the store only keeps it."""


class Curation:
    """The decisions kept in a store."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def records(self) -> list[dict[str, object]]:
        """Every decision, oldest first; without a last line that was cut off while it was written.

        :raises StoreError: if the file cannot be read, or another line of it is no JSON object
        """
        lines, _ = self._lines()
        return [_record(self._path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]

    def cut_off(self) -> str:
        """Says that the last line was cut off while it was written, as by a crash; empty if it was not.

        Nobody was told that such a decision is kept. The next one that is taken makes an end of it.

        :raises StoreError: if the file cannot be read
        """
        lines, rest = self._lines()
        if not rest:
            return ""
        return f"{self._path}, line {len(lines) + 1}, was cut off while it was written: its decision does not count"

    def complaint(self) -> str:
        """What is wrong with the file, but for a last line that was cut off; nothing if it is in good order."""
        try:
            self.records()
        except StoreError as error:
            return error.message
        return ""

    def mend(self, aside: Path) -> int:
        """Take what is no decision out of the file.

        :param aside: a new file for the lines that are taken out, which may be mended by hand
        :returns: how many lines those are
        :raises OSError: if the files cannot be written
        """
        with open(self._path, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            lines = file.read().splitlines(keepends=True)
            bad = [line for line in lines if line.strip() and not _is_record(line)]
            if bad:
                aside.write_bytes(b"".join(bad))
                write_atomically(self._path, "".join(line.decode("utf-8") for line in lines if line not in bad))
        return len(bad)

    def _lines(self) -> tuple[list[str], str]:
        """The whole lines, and what there is of one that was cut off."""
        try:
            data = self._path.read_bytes()
            end = _end_of_last_line(data)
            return data[:end].decode("utf-8").splitlines(), data[end:].decode("utf-8", "replace")
        except FileNotFoundError:
            return [], ""
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self._path} cannot be read ({reason(error)})") from error

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
        data = file.read()
        end = _end_of_last_line(data)
        file.truncate(end)
        whole = "" if end == 0 or data[end - 1 : end] == b"\n" else "\n"
        file.write((whole + written).encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _end_of_last_line(data: bytes) -> int:
    """Where the last whole line ends; one that somebody wrote by hand may lack its line end and still be whole."""
    end = data.rfind(b"\n") + 1
    return len(data) if _is_record(data[end:]) else end


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _record(path: Path, number: int, line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise StoreError(f"{path}, line {number}, is no JSON ({error}); mend or delete that line") from error
    if not isinstance(record, dict):
        raise StoreError(f"{path}, line {number}, is no JSON object; mend or delete that line")
    return record
