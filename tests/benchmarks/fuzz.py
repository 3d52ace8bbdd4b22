"""Tries as many cases of every property that must hold whatever comes as time allows; says how many, and what broke.

Run by hand: python tests/benchmarks/fuzz.py [MINUTES [SEED]]. The properties take turns; each turn goes on from another
seed. Then every regular expression is measured on pumped texts: how much longer it takes for a text twice as long. The
exit code is 1 where something was found. A finding is mended, and its case becomes a test.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings

sys.path.insert(0, str(Path(__file__).parents[1]))

from cinegraph.extract.sieve import needs_of
from cinegraph.store import open_store
from expressions_in_use import expressions, in_letters
from fuzz_properties import PROPERTIES, Property
from queries_fixture import WIDER, build_store
from service_fixture import serving

CASES = 200
LENGTH = 300
"""Characters of a pumped text; a sentence has at most 2,000, but such long ones would take hours for all."""
TOO_LONG = 1.0
"""Seconds for twice as many."""
JOINTS = (" ", ", ", "")


class Tried:
    """What was tried of a property, and what was found."""

    def __init__(self, name: str, property_: Property, more: list[Any]) -> None:
        self.name, self.property, self.more = name, property_, more
        self.cases, self.seconds = 0, 0.0
        self.found: dict[str, str] = {}

    def turn(self, number: int) -> None:
        """Try some more cases."""

        @seed(number)
        @settings(max_examples=CASES, database=None, deadline=None, suppress_health_check=list(HealthCheck))
        @given(self.property.cases)
        def holds(case: Any) -> None:
            self.cases += 1
            self.property.check(case, *self.more)

        started = time.monotonic()
        try:
            holds()
        except Exception as error:
            place = error.__traceback__
            while place is not None and place.tb_next is not None:
                place = place.tb_next
            where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
            notes = " ".join(getattr(error, "__notes__", ())).partition("Explanation")[0]
            self.found.setdefault(f"{type(error).__name__} in {where}", f"{str(error)[:300]} {notes[:1_500]}")
        self.seconds += time.monotonic() - started


def pumped(expression: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts that lead an expression far before it fails: its own words, with and without the rarest, over and over."""
    clauses = [[in_letters(atom) for atom in sorted(clause)] for clause in needs_of(expression)]
    lead = "\ue000 " + " ".join(clause[0] for clause in clauses)
    for left_out in range(min(2, len(clauses))):
        for joint in JOINTS:
            unit = joint.join(clause[0] for clause in clauses[left_out:]) + joint
            yield (unit * length)[:length]
    for unit in ("a", "A", " ", "ly ", "recently ", "\ue000, ", "\ue100 and ", "( ", "1970 ", "-", "'s ", "the of "):
        yield (lead + (unit * length))[:length]


def measured() -> tuple[int, list[str]]:
    """How many expressions were measured on pumped texts, and which took too long."""
    used = {name: each for name, each in expressions().items() if isinstance(each.pattern, str)}
    slow = []
    for name, expression in used.items():
        for short, long in zip(pumped(expression, LENGTH), pumped(expression, 2 * LENGTH), strict=True):
            taken = []
            for text in (short, long):
                started = time.process_time()
                for _ in expression.finditer(text):
                    pass
                taken.append(time.process_time() - started)
            if taken[1] > TOO_LONG:
                slow.append(f"{name}: {taken[0]:.2f} s, then {taken[1]:.2f} s for twice {short[:40]!r}")
                break
    return len(used), slow


def main() -> int:
    """Try, and print the summary."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 15.0
    number = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    first, until = number, time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder:
        path = build_store(Path(folder) / "store", WIDER)
        with open_store(path) as store, serving(path, "--time-limit", "5", longest=60 * minutes + 600) as service:
            world: dict[str, list[Any]] = {"": [], "store": [store], "service": [service]}
            tried = [Tried(name, each, world[each.needs]) for name, each in PROPERTIES.items()]
            while time.monotonic() < until:
                number += 1
                # Those that were given the least time come first.
                min(tried, key=lambda each: each.seconds).turn(number)
    print(f"seeds {first + 1} to {number}")
    for each in tried:
        print(f"{each.name:40} {each.cases:9,} cases in {each.seconds:6.0f} s: {len(each.found)} found")
        for what, case in each.found.items():
            print(f"  {what}: {case}")
    count, slow = measured()
    print(f"{'pumped texts':40} {count:9,} expressions: {len(slow)} too slow", *slow, sep="\n  ")
    return 1 if slow or any(each.found for each in tried) else 0


if __name__ == "__main__":
    sys.exit(main())
