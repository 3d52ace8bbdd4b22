"""How fast the parts are, on this machine, in one run: articles a second, a build, look-ups as whole processes.

Run by hand: python tests/benchmarks/speed.py. Machines differ; compare the ratios, and figures of one run only.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cinegraph.articles import find_articles, read_article
from cinegraph.extract import extract
from cinegraph.lexicon import load_lexicon
from cinegraph.resources import resource

WORDS = 600
BASE = ("-c", "import click, pyoxigraph, sqlite3")
CALLS = (
    ("person", "Kira Kovalenko"),
    ("film", "Dylda"),
    ("festival", "Cannes Film Festival"),
    ("award", "FIPRESCI Prize"),
    ("search", "балагов"),
    ("query", "-e", "SELECT ?film { ?film a cg:Film } LIMIT 5"),
    ("doctor",),
    ("--version",),
    ("--help",),
)
TIMES = 15


def extraction() -> str:
    """Articles of 600 words a second on one core, reading excluded."""
    lexicon = load_lexicon()
    documents = [read_article(source) for source in find_articles([str(resource("data", "articles"))])]
    for document in documents:
        extract(document, lexicon)
    words = sum(len(document.text.split()) for document in documents)
    started = time.process_time()
    for document in documents:
        extract(document, lexicon)
    rate = words / WORDS / (time.process_time() - started)
    read = f"{len(documents)} articles, {words} words"
    return f"extraction: {rate:.0f} articles of {WORDS} words a second on one core ({read})"


def processes(store: str, compiled: str) -> list[str]:
    """The wall time of each command as a whole process, warm, and its ratio to a process that only loads libraries.

    They take turns, so that a load on the machine falls on all alike. Python keeps its bytecode in a folder, as it does
    for an installed program, whatever PYTHONDONTWRITEBYTECODE says here: compiling the source each time takes 30 ms.
    """
    ours = ("-m", "cinegraph", "--store", store)
    commands = {"Python, click, pyoxigraph alone": BASE} | {" ".join(call)[:31]: (*ours, *call) for call in CALLS}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(TIMES + 1):
        for name, arguments in commands.items():
            started = time.perf_counter()
            subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=True)
            # The first turn compiles.
            taken[name] += [time.perf_counter() - started] if turn else []
    base = statistics.median(next(iter(taken.values()))), min(next(iter(taken.values())))
    return [_told(name, statistics.median(each), min(each), base) for name, each in taken.items()]


def _told(name: str, median: float, least: float, base: tuple[float, float]) -> str:
    return (
        f"{name:32} median {median * 1000:4.0f} ms ({median / base[0]:.2f} of the base), "
        f"least {least * 1000:4.0f} ms ({least / base[1]:.2f})"
    )


def main() -> None:
    """Print the figures."""
    print(extraction())
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "cinegraph", "--store", store, "--quiet", "build"], check=True, capture_output=True
        )
        print(f"building the packaged articles: {time.perf_counter() - started:.1f} s")
        print(*processes(store, str(Path(folder) / "compiled")), sep="\n")


if __name__ == "__main__":
    main()
