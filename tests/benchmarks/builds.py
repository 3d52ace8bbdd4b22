"""Builds of many articles: what they cost against the number of articles, by one process and by several.

Run by hand: python tests/benchmarks/builds.py [ARTICLES…], by default 100 1000; 10000 takes half an hour on two cores,
100000 some hours. Prints a table in Markdown and writes the same figures as CSV and as a plot. Each build is a process
of its own. Seconds are those of the processor, of all processes together: other work on the machine does not count.
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
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

from many_articles import write

SIZES = (100, 1000)
JOBS = (1, 2)
COLUMNS = {
    "articles": "articles",
    "jobs": "jobs",
    "rate": "articles a second",
    "read": "reading, s",
    "unite": "uniting, s",
    "wall": "by the clock, s",
    "parent": "memory, MB",
    "worker": "of a worker",
    "disk": "on disk, MB",
    "same": "unchanged, s",
    "one": "one changed, s",
}


def build_once(store: str, folder: str, jobs: int) -> dict[str, Any]:
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
    report = build(store, [folder], jobs=jobs)
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


def _built(store: Path, folder: Path, jobs: int) -> dict[str, Any]:
    given = (sys.executable, __file__, "--one", str(store), str(folder), str(jobs))
    return json.loads(subprocess.run(given, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def measure(number: int, jobs: int, folder: Path) -> dict[str, Any]:
    """The figures of a first build, of the same again, and of one with a changed article."""
    articles, store = folder / "articles", folder / "store"
    write(articles, number)
    found = _built(store, articles, jobs)
    found |= {"articles": number, "jobs": jobs, "rate": number / found["wall"]}
    found["disk"] = sum(file.stat().st_size for file in store.rglob("*") if file.is_file()) / 1e6
    again = _built(store, articles, jobs)
    found["same"] = again["read"] + again["unite"]
    changed = min(articles.rglob("*.*"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n\nAgnès Varda directed *Vagabond* (1985).\n")
    after = _built(store, articles, jobs)
    found["one"] = after["read"] + after["unite"]
    return found


def told(value: float) -> str:
    """A figure for the table."""
    return f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"


def plot(rows: list[dict[str, Any]]) -> str:
    """Milliseconds an article of reading and of uniting against the number of articles, as SVG."""
    sizes = sorted({row["articles"] for row in rows})
    lines = {
        f"{words}, {jobs} at once": [
            (row["articles"], 1000 * row[what] / row["articles"]) for row in rows if row["jobs"] == jobs
        ]
        for what, words in (("read", "reading"), ("unite", "uniting"))
        for jobs in sorted({row["jobs"] for row in rows})
    }
    most = max(value for line in lines.values() for _, value in line)
    span = max(math.log10(sizes[-1] / sizes[0]), 1)

    def place(size: int, value: float) -> str:
        return f"{60 + 340 * math.log10(size / sizes[0]) / span:.1f},{250 - 220 * value / most:.1f}"

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 300" width="560" height="300"'
        ' font-family="sans-serif" font-size="12">',
        "<title>Milliseconds of the processor for an article, by the number of articles</title>",
        "<style>text{fill:#333}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>",
        f'<text x="54" y="34" text-anchor="end">{most:.0f} ms</text><text x="54" y="254" text-anchor="end">0</text>',
    ]
    for size in sizes:
        parts.append(f'<text x="{place(size, 0).partition(",")[0]}" y="270" text-anchor="middle">{size:,}</text>')
    for number, (words, line) in enumerate(lines.items()):
        colour = ("#d55e00", "#e69f00", "#0072b2", "#009e73")[number % 4]
        points = " ".join(place(*point) for point in line)
        x, y = place(*line[-1]).split(",")
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{float(x) + 8:.1f}" y="{float(y) + 4 - 12 * (number % 2):.1f}">{words}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> None:
    """Print the table; write the figures and the plot."""
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    print("| " + " | ".join(COLUMNS.values()) + " |\n" + "|---:" * len(COLUMNS) + "|")
    rows = []
    for number in sizes:
        for jobs in JOBS:
            with tempfile.TemporaryDirectory() as name:
                rows.append(measure(number, jobs, Path(name)))
            print("| " + " | ".join(told(rows[-1][each]) for each in COLUMNS) + " |", flush=True)
    with open("builds.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(COLUMNS))
        writer.writeheader()
        writer.writerows(rows)
    Path("builds.svg").write_text(plot(rows), encoding="utf-8")
    print("\nwritten: builds.csv, builds.svg")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(build_once(sys.argv[2], sys.argv[3], int(sys.argv[4]))))
    else:
        main()
