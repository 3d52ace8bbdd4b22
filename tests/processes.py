"""Which processes run, by what /proc tells."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="NOT TESTED: processes are told apart by /proc"
)


def running(*words: str) -> list[int]:
    """The processes whose command lines hold all of these words."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            told = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
            if told and all(word.encode() in told for word in words):
                found.append(int(entry.name))
    return found


def computed_aside(process: int) -> float:
    """Seconds that all threads of a process but its first one have computed."""
    ticks = 0
    for entry in Path(f"/proc/{process}/task").iterdir():
        with suppress(OSError):
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            ticks += 0 if entry.name == str(process) else int(fields[11])
    return ticks / os.sysconf("SC_CLK_TCK")
