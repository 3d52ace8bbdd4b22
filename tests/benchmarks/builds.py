"""Builds of many articles: what they cost against the number of articles, by one process, by several, and by Dask.

Run by hand: python tests/benchmarks/builds.py [ARTICLES…], by default 100 1000; 10000 takes an hour on two cores,
100000 a night. Prints a table in Markdown, and writes it as builds.md, the same figures as builds.csv, and the plot
builds.svg. Each build is a process of its own. Seconds are those of the processor, of all processes together, but for
what is said to be by the clock: other work on the machine does not count.
"""

from __future__ import annotations

import csv
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

from many_articles import write

SIZES = (100, 1000)
MODES = ("1 process", "2 processes", "Dask, 2 workers")
COLUMNS = {
    "articles": "articles",
    "mode": "read by",
    "rate": "articles a second",
    "read": "reading, s",
    "unite": "uniting, s",
    "wall": "by the clock, s",
    "parent": "memory, MB",
    "worker": "of a worker",
    "disk": "on disk, MB",
    "same": "unchanged, s",
    "one": "one changed, s",
    "patched": "its memory, MB",
}
COLOURS = ("#d55e00", "#e69f00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9")


def build_once(store: str, folder: str, mode: str, scheduler: str | None) -> dict[str, Any]:
    """The figures of one build, in this process."""
    from cinegraph.pipeline import build, building

    united = 0.0
    publish = building.publish

    def timed(*arguments: Any, **more: Any) -> Any:
        nonlocal united
        started = time.process_time()
        found = publish(*arguments, **more)
        united = time.process_time() - started
        return found

    peaks: list[int] = []
    Thread(target=_watch, args=(peaks,), daemon=True).start()
    building.publish = timed  # type: ignore[assignment]
    started = time.perf_counter()
    jobs = None if scheduler else int(mode.split()[0])
    report = build(store, [folder], jobs=jobs, scheduler=scheduler)
    assert not report.failures, report.failures[:3]
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    total = own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime
    return {
        "wall": time.perf_counter() - started,
        "read": total - united,
        "unite": united,
        "parent": own.ru_maxrss // 1024,
        "worker": max(peaks, default=0),
    }


def _watch(peaks: list[int]) -> None:
    """Note the most memory in MB that each of this process's children has needed, where the system tells."""
    while True:
        for task in Path("/proc/self/task").glob("*/children"):
            with suppress(OSError, StopIteration):
                for child in task.read_text().split():
                    lines = Path(f"/proc/{child}/status").read_text().splitlines()
                    peak = next(line for line in lines if line.startswith("VmHWM:"))
                    peaks.append(int(peak.split()[1]) // 1024)
        time.sleep(0.1)


@contextmanager
def cluster(mode: str) -> Iterator[Any]:
    """A client of a Dask cluster on this machine, where one is to read."""
    if not mode.startswith("Dask"):
        yield None
        return
    import distributed

    options = {"n_workers": 2, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": ":0"}
    with distributed.LocalCluster(**options) as local, distributed.Client(local) as client:
        yield client


def _usage() -> tuple[float, int]:
    """Seconds of the processor and most memory in MB of the worker that runs this."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    within = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = used.ru_utime + used.ru_stime + within.ru_utime + within.ru_stime
    return seconds, used.ru_maxrss // 1024


def _built(store: Path, folder: Path, mode: str) -> dict[str, Any]:
    with cluster(mode) as client:
        address = [client.scheduler.address] if client else []
        given = (sys.executable, __file__, "--one", str(store), str(folder), mode, *address)
        before = client.run(_usage) if client else {}
        found = json.loads(subprocess.run(given, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
        for worker, (seconds, peak) in (client.run(_usage) if client else {}).items():
            found["read"] += seconds - before[worker][0]
            found["worker"] = max(found["worker"], peak)
        return found


def measure(number: int, mode: str, folder: Path) -> dict[str, Any]:
    """The figures of a first build, of the same again, and of one with a changed article."""
    articles, store = folder / "articles", folder / "store"
    write(articles, number)
    found = _built(store, articles, mode)
    found |= {"articles": number, "mode": mode, "rate": number / found["wall"]}
    found["disk"] = sum(file.stat().st_size for file in store.rglob("*") if file.is_file()) / 1e6
    again = _built(store, articles, MODES[0])
    found["same"] = again["read"] + again["unite"]
    changed = min(articles.rglob("*.*"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n\nAgnès Varda directed *Vagabond* (1985).\n")
    after = _built(store, articles, MODES[0])
    found["one"], found["patched"] = after["read"] + after["unite"], after["parent"]
    return found


def told(value: float | str) -> str:
    """A figure for the table."""
    if isinstance(value, str):
        return value
    return f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"


def row_of(found: dict[str, Any]) -> str:
    """A line of the table."""
    return "| " + " | ".join(told(found[each]) for each in COLUMNS) + " |"


def plot(rows: list[dict[str, Any]]) -> str:
    """Milliseconds of an article, and memory in all, against the number of articles, as SVG."""
    modes = list(dict.fromkeys(row["mode"] for row in rows))
    by_mode = {mode: [row for row in rows if row["mode"] == mode] for mode in modes}
    time_lines = {
        f"{words}, {mode}": [(row["articles"], 1000 * row[what] / row["articles"]) for row in by_mode[mode]]
        for what, words in (("read", "reading"), ("unite", "uniting"))
        for mode in modes
    }
    mine = by_mode[modes[0]]
    memory_lines = {
        "a first build": [(row["articles"], row["parent"]) for row in mine],
        "one article changed": [(row["articles"], row["patched"]) for row in mine],
        "of a worker": [(row["articles"], row["worker"]) for row in by_mode[modes[-1]]],
    }
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 580" width="620" height="580"'
        ' font-family="sans-serif" font-size="12">',
        "<title>Seconds and memory of builds, by the number of articles</title>",
        "<style>text{fill:#333}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>",
        *_panel(time_lines, "ms an article", 0),
        *_panel(memory_lines, "MB", 290),
    ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(lines: dict[str, list[tuple[int, float]]], unit: str, top: int) -> Iterator[str]:
    sizes = sorted({size for line in lines.values() for size, _ in line})
    span = max(math.log10(sizes[-1] / sizes[0]), 1)
    most = max(value for line in lines.values() for _, value in line)
    height = 230

    def place(size: int, value: float) -> tuple[float, float]:
        return 60 + 340 * math.log10(size / sizes[0]) / span, top + 20 + height * (1 - value / most)

    yield f'<text x="54" y="{top + 24}" text-anchor="end">{most:,.0f}</text>'
    yield f'<text x="60" y="{top + 12}">{unit}</text>'
    yield f'<text x="54" y="{top + 24 + height}" text-anchor="end">0</text>'
    for size in sizes:
        x, y = place(size, 0)
        yield f'<text x="{x:.1f}" y="{y + 18:.1f}" text-anchor="middle">{size:,}</text>'
    taken: list[float] = []
    for number, (words, line) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        points = [place(*point) for point in line]
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        yield f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>'
        x, y = points[-1]
        while any(abs(y - other) < 13 for other in taken):
            y -= 1
        taken.append(y)
        yield f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" style="fill:{colour}">{words}</text>'


def main() -> None:
    """Print the table; write it, the figures and the plot."""
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    lines = ["| " + " | ".join(COLUMNS.values()) + " |", "|---:" * len(COLUMNS) + "|"]
    print("\n".join(lines))
    rows = []
    for number in sizes:
        for mode in MODES:
            with tempfile.TemporaryDirectory() as name:
                rows.append(measure(number, mode, Path(name)))
            lines.append(row_of(rows[-1]))
            print(lines[-1], flush=True)
            save(rows, lines)
    print("\nwritten: builds.md, builds.csv, builds.svg")


def save(rows: list[dict[str, Any]], lines: list[str]) -> None:
    """Write what is known so far: large sizes take long."""
    Path("builds.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with open("builds.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(COLUMNS))
        writer.writeheader()
        writer.writerows(rows)
    Path("builds.svg").write_text(plot(rows), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(build_once(*sys.argv[2:5], sys.argv[5] if len(sys.argv) > 5 else None)))
    else:
        main()
