"""Look-ups as whole processes beside the same look-up by rdflib from a Turtle file, in one run, as ratios.

Run by hand: python tests/benchmarks/lookups.py [TRIPLES]. First on the packaged graph, then on a made-up one of TRIPLES
(a million by default). rdflib parses its file each time, as somebody without a store would; it is then asked by its
indexes, which takes it next to no time. Time by the clock says little on a machine that others use: time of computing
stands beside it, and the load.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

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
PATIENT = ("--time-limit", "1800")
"""Whom to look up is counted over the whole graph, which takes minutes at ten million triples."""


class Taken(NamedTuple):
    """Milliseconds of several runs of a process: by the clock, and of computing (user and system)."""

    clock: list[float]
    computing: list[float]

    def __str__(self) -> str:
        clock, computing = self.clock, self.computing
        return (
            f"median {statistics.median(clock):6.0f} ms, least {min(clock):6.0f} ms; "
            f"computing median {statistics.median(computing):6.0f} ms, least {min(computing):6.0f} ms"
        )


def timed(command: tuple[str, ...], environment: dict[str, str], times: int) -> Taken:
    """What the runs of a process take; the first, which compiles and warms the disk's cache, counts only if alone."""
    clock, computing = [], []
    for _ in range(times + 1):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, env=environment, capture_output=True, check=True)
        clock.append((time.perf_counter() - started) * 1000)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        computing.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    return Taken(clock[1:] or clock, computing[1:] or computing)


def run(store: Path, turtle: Path, calls: tuple[tuple[str, str], ...], environment: dict[str, str], slow: int) -> None:
    """Print the figures for one graph.

    :param slow: so often rdflib is run beside each look-up; 0 means once for all, because nearly all of it is parsing
    """
    print(f"\n{turtle.stat().st_size / 1e6:.0f} MB of Turtle; load {os.getloadavg()[0]:.1f}")
    print(f"{'Python, click, pyoxigraph alone':48} {timed(BASE, environment, TIMES)}", flush=True)
    theirs = None
    for command, name in calls:
        ours = timed((*OURS, "--store", str(store), command, name), environment, TIMES)
        print(f"{f'cinegraph {command} {name!r}':48} {ours}", end="", flush=True)
        if theirs is None or slow:
            theirs = timed((sys.executable, "-c", RDFLIB, str(turtle), name), environment, slow)
        clock, computing = statistics.median(theirs.clock), statistics.median(theirs.computing)
        print(
            f"; rdflib {clock:8.0f} ms: {clock / statistics.median(ours.clock):6.1f} times as long, "
            f"of computing {computing / statistics.median(ours.computing):6.1f} times",
            flush=True,
        )


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
    """One of each kind, with a usual number of claims and a name that nothing else bears, where there is such a one;
    and the festival of most claims, by its IRI."""
    found = []
    for command, kind in (("person", "Person"), ("film", "Film"), ("festival", "Festival"), ("award", "Award")):
        text = (
            f"SELECT ?label (COUNT(DISTINCT ?thing) AS ?things) (COUNT(?claim) AS ?claims) {{ ?thing a cg:{kind} ; "
            "rdfs:label ?label . ?claim rdf:subject|rdf:object ?thing } GROUP BY ?label "
            "HAVING (COUNT(DISTINCT ?thing) = 1) ORDER BY DESC(?claims) ?label OFFSET 10 LIMIT 1"
        )
        rows = call("--store", str(store), "query", *PATIENT, "-e", text, "--format", "csv").splitlines()  # type: ignore[operator]
        if len(rows) > 1:
            found.append((command, rows[1].split(",")[0]))
    text = (
        "SELECT ?thing (COUNT(?claim) AS ?claims) { ?thing a cg:Festival . ?claim rdf:object|cg:festival ?thing } "
        "GROUP BY ?thing ORDER BY DESC(?claims) LIMIT 1"
    )
    largest = call("--store", str(store), "query", *PATIENT, "-e", text, "--format", "csv").splitlines()[1]  # type: ignore[operator]
    return (*found, ("festival", largest.split(",")[0]))


if __name__ == "__main__":
    main()
