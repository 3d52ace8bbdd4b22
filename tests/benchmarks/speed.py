"""How fast the parts are, on this machine, in one run: articles a second, a build, look-ups as whole processes.

Run by hand: python tests/benchmarks/speed.py. Machines differ; compare the ratios, and figures of one run only.
"""

from __future__ import annotations

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
    return f"extraction: {rate:.0f} articles of {WORDS} words a second on one core ({len(documents)} articles, {words} words)"


def process(*arguments: str, times: int = 9, store: str) -> str:
    """The median wall time of a command as a whole process, warm."""
    command = [sys.executable, "-m", "cinegraph", "--store", store, *arguments]
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        taken.append(time.perf_counter() - started)
    return f"{' '.join(arguments):32} median {statistics.median(taken) * 1000:4.0f} ms, least {min(taken) * 1000:4.0f} ms"


def main() -> None:
    """Print the figures."""
    print(extraction())
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "cinegraph", "--store", store, "--quiet", "build"], check=True, capture_output=True)
        print(f"building the packaged articles: {time.perf_counter() - started:.1f} s")
        base = [sys.executable, "-c", "import click, pyoxigraph, sqlite3"]
        taken = []
        for _ in range(9):
            started = time.perf_counter()
            subprocess.run(base, check=True)
            taken.append(time.perf_counter() - started)
        print(f"{'Python, click, pyoxigraph alone':32} median {statistics.median(taken) * 1000:4.0f} ms")
        for arguments in (("person", "Kira Kovalenko"), ("film", "Dylda"), ("search", "балагов")):
            print(process(*arguments, store=store))


if __name__ == "__main__":
    main()
