"""Scores the extractor on the public benchmarks of ../shared (Re-DocRED, WebNLG, Wiki-NRE, REBEL: their film parts).

Run by hand: python tests/benchmarks/public.py [SHARED]. Writes nothing but the figures.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from cinegraph.pipeline import extract_knowledge
from cinegraph.rdf.facts import fact_lines

DEFAULT = Path(__file__).parents[3] / "shared"


def score(benchmark: Path, scorer: Path) -> str:
    """The scorer's summary line for one benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        articles, facts = Path(folder) / "articles", Path(folder) / "facts.jsonl"
        subprocess.run(
            [sys.executable, str(scorer), str(benchmark), "--write-articles", str(articles)],
            check=True,
            capture_output=True,
        )
        lines = []
        for article in sorted(articles.iterdir()):
            lines += fact_lines(extract_knowledge([str(article)]))
        facts.write_text("\n".join(line.rstrip("\n") for line in lines) + "\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(scorer), str(benchmark), str(facts)], check=True, capture_output=True, text=True
        )
        return done.stdout.strip().splitlines()[-1]


def main() -> None:
    """Print one line for each benchmark."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    scorer = shared / "tools" / "score_bench.py"
    if not scorer.exists():
        sys.exit(f"{scorer} is not here: give the folder that holds bench/ and tools/")
    for benchmark in sorted((shared / "bench").glob("*.jsonl")):
        print(score(benchmark, scorer))


if __name__ == "__main__":
    main()
