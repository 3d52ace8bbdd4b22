"""Look-ups as whole processes beside the same look-up by rdflib from a Turtle file, in one run, as ratios.

Run by hand: python tests/benchmarks/lookups.py [TRIPLES]. First on the packaged graph, then on a made-up one of TRIPLES
(a million by default). rdflib parses its file each time, as somebody without a store would; it is then asked by its
indexes, which takes it next to no time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OURS = (sys.executable, "-m", "cinegraph")
BASE = (sys.executable, "-c", "import click, pyoxigraph, sqlite3")
RDFLIB = """
import sys
from rdflib import RDF, RDFS, Graph, Literal, Namespace
OA = Namespace("http://www.w3.org/ns/oa#")
graph = Graph()
graph.parse(sys.argv[1], format="turtle")
thing = next(graph.subjects(RDFS.label, Literal(sys.argv[2], lang="en")))
claims = {*graph.subjects(RDF.subject, thing), *graph.subjects(RDF.object, thing)}
said = [(claim, each) for claim in claims for each in graph.predicate_objects(claim)]
where = [graph.value(evidence, OA.hasTarget) for claim in claims for evidence in graph.subjects(OA.hasBody, claim)]
print(len(said), len(where))
"""
TIMES = 9


def timed(command: tuple[str, ...], environment: dict[str, str], times: int) -> tuple[float, float]:
    """Median and least milliseconds."""
    taken = []
    for turn in range(times + 1):
        started = time.perf_counter()
        subprocess.run(command, env=environment, capture_output=True, check=True)
        # The first turn compiles and warms the disk's cache; where there is only one, it counts.
        if turn or times == 0:
            taken.append(time.perf_counter() - started)
        if times == 0:
            break
    return statistics.median(taken) * 1000, min(taken) * 1000


def run(store: Path, turtle: Path, calls: tuple[tuple[str, str], ...], environment: dict[str, str], slow: int) -> None:
    """Print the figures for one graph."""
    print(f"\n{turtle.stat().st_size / 1e6:.0f} MB of Turtle")
    base = timed(BASE, environment, TIMES)
    print(f"{'Python, click, pyoxigraph alone':48} median {base[0]:7.0f} ms, least {base[1]:7.0f} ms")
    for command, name in calls:
        ours = timed((*OURS, "--store", str(store), command, name), environment, TIMES)
        print(f"{f'cinegraph {command} {name!r}':48} median {ours[0]:7.0f} ms, least {ours[1]:7.0f} ms", end="")
        theirs = timed((sys.executable, "-c", RDFLIB, str(turtle), name), environment, slow)
        print(f"; rdflib {theirs[0]:8.0f} ms: {theirs[0] / ours[0]:6.1f} times as long")


def main() -> None:
    """Print the figures."""
    triples = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        small, big = folder / "small", folder / "big"

        def call(*arguments: str) -> str:
            return subprocess.run(
                (*OURS, *arguments), check=True, capture_output=True, text=True, env=environment
            ).stdout

        call("--store", str(small), "build")
        call("--store", str(small), "export", "-o", str(folder / "small.ttl"))
        calls = (
            ("person", "Kira Kovalenko"),
            ("film", "Beanpole"),
            ("festival", "Cannes Film Festival"),
            ("award", "Palme d'Or"),
        )
        run(small, folder / "small.ttl", calls, environment, 3)
        call("--store", str(big), "generate", triples)
        call("generate", triples, "--to", str(folder / "big.ttl"))
        run(big, folder / "big.ttl", known_alone(big, call), environment, 0)


def known_alone(store: Path, call: object) -> tuple[tuple[str, str], ...]:
    """One of each kind, with a usual number of claims and a name that nothing else bears, where there is such a one."""
    found = []
    for command, kind in (("person", "Person"), ("film", "Film"), ("festival", "Festival"), ("award", "Award")):
        text = (
            f"SELECT ?label (COUNT(DISTINCT ?thing) AS ?things) (COUNT(?claim) AS ?claims) {{ ?thing a cg:{kind} ; "
            "rdfs:label ?label . ?claim rdf:subject|rdf:object ?thing } GROUP BY ?label "
            "HAVING (COUNT(DISTINCT ?thing) = 1) ORDER BY DESC(?claims) ?label OFFSET 10 LIMIT 1"
        )
        rows = call("--store", str(store), "query", "-e", text, "--format", "csv").splitlines()  # type: ignore[operator]
        if len(rows) > 1:
            found.append((command, rows[1].split(",")[0]))
    return tuple(found)


if __name__ == "__main__":
    main()
