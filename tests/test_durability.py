"""A seeded slice of the harness that kills, fills, races and damages a store; by hand it runs hundreds of trials."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import cinegraph

HARNESS = Path(__file__).parent / "benchmarks" / "durability.py"


def test_nothing_is_lost() -> None:
    """In a process of its own, because it forks."""
    command = [sys.executable, str(HARNESS), "--trials", "1", "--readers", "2", "--seed", "7", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(Path(cinegraph.__file__).parents[1])}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.stdout, done.stderr
    tally = json.loads(done.stdout)
    assert tally["losses"] == []
    assert done.returncode == 0, done.stderr
    kills = {kind: outcomes for kind, outcomes in tally["outcomes"].items() if kind.startswith("kill")}
    assert len(kills) == 8
    assert sum(sum(each.values()) for each in kills.values()) == 8
    assert sum(number for phase, number in tally["phases"].items() if not phase.startswith("(")) >= 3
    assert sum(tally["outcomes"]["damaged file"].values()) == 2
    assert sum(tally["outcomes"]["look-ups beside builds"].values()) == 2
    if tally["skipped"]:
        pytest.skip(f"the rest was tried; not tried: {tally['skipped']}")
    assert {"full disk", "read-only disk"} & set(tally["outcomes"])
