"""Ours beside bare pyoxigraph and rdflib's memory store, on made-up graphs of several sizes, in one run, as ratios.

Run by hand: python tests/benchmarks/stores.py [--readme] [TRIPLES…], by default 10000 100000 1000000. Prints a table
in Markdown and writes the same figures as CSV and as a plot, with --readme the plot of README.md. Every engine has a
process of its own, is asked the same twelve queries in turn with the others, and must find the same number of rows.
Ten million triples take two gigabytes of disk for each store, and more memory for rdflib than most machines have: leave
it out (--without-rdflib).
"""

from __future__ import annotations

import csv
import json
import math
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lookups import OURS, known_alone, timed

PICTURES = Path(__file__).parents[2] / "data" / "pictures"
SIZES = (10_000, 100_000, 1_000_000)
TIMES, TURN, LONGEST = 7, 0.05, 60
"""How many turns each query has and how often it is asked in one, seconds after which a turn ends, and after which a
query is given up and counts as that long: seconds of computing."""
NAMES = {"ours": "cinegraph", "bare": "pyoxigraph alone", "rdflib": "rdflib in memory"}
PREFIXES = """PREFIX cg: <https://w3id.org/cinegraph/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
QUERIES = {
    "all of a film": "SELECT ?p ?o { FILM ?p ?o }",
    "who made a film": "SELECT DISTINCT ?who ?name { FILM cg:director|cg:screenwriter ?who . ?who rdfs:label ?name }",
    "a director's films": "SELECT ?film ?name { ?film cg:director PERSON ; rdfs:label ?name }",
    "the evidence for a film": (
        "SELECT ?claim ?text { ?claim rdf:subject FILM . ?evidence oa:hasBody ?claim ; oa:hasTarget/oa:hasSelector ?s ."
        " ?s oa:exact ?text }"
    ),
    "who worked with somebody": (
        "SELECT DISTINCT ?who { ?film cg:director PERSON ; cg:castMember|cg:cinematographer|cg:composer ?who }"
    ),
    "who worked with those": (
        "SELECT DISTINCT ?who { ?film cg:director PERSON ; cg:castMember|cg:cinematographer|cg:composer ?with ."
        " ?other cg:castMember|cg:cinematographer|cg:composer ?with ; cg:director ?who }"
    ),
    "a festival's films by year": (
        "SELECT ?year (COUNT(DISTINCT ?film) AS ?n) { ?claim rdf:object FESTIVAL ; rdf:predicate cg:premieredAt ;"
        " rdf:subject ?film ; cg:year ?year } GROUP BY ?year ORDER BY ?year"
    ),
    "how many of each type": "SELECT ?type (COUNT(?thing) AS ?n) { ?thing cg:slug ?slug ; a ?type } GROUP BY ?type",
    "the ten busiest directors": (
        "SELECT ?who (COUNT(?film) AS ?n) { ?film cg:director ?who } GROUP BY ?who ORDER BY DESC(?n) ?who LIMIT 10"
    ),
    "a part of a title": 'SELECT ?film { ?film a cg:Film ; rdfs:label ?name FILTER CONTAINS(?name, "Orchard") }',
    "women who direct": "SELECT DISTINCT ?who { ?film cg:director ?who . ?who cg:gender ?g FILTER (?g = 'female') }",
    "films that opened nowhere": "SELECT ?film { ?film a cg:Film FILTER NOT EXISTS { ?film cg:premieredAt ?e } }",
}
CHOOSE = {
    "PERSON": "SELECT ?x { ?film cg:director ?x } GROUP BY ?x ORDER BY DESC(COUNT(?film)) ?x LIMIT 1",
    "FILM": "SELECT ?x { ?claim rdf:subject ?x . ?x a cg:Film } GROUP BY ?x ORDER BY DESC(COUNT(?claim)) ?x LIMIT 1",
    "FESTIVAL": "SELECT ?x { ?film cg:premieredAt ?x } GROUP BY ?x ORDER BY DESC(COUNT(?film)) ?x LIMIT 1",
}
Ask = Callable[[str], int]


def ours(folder: Path, triples: int) -> tuple[float, Ask]:
    """Our store: seconds to make it, and how it is asked."""
    from cinegraph.generate import generate_store
    from cinegraph.store import open_store

    started = time.perf_counter()
    generate_store(folder / "ours", triples, 1)
    took = time.perf_counter() - started
    store = open_store(folder / "ours")
    return took, lambda text: sum(1 for _ in store.query(text))  # type: ignore[union-attr, arg-type, misc]


def bare(folder: Path, triples: int) -> tuple[float, Ask]:
    """Pyoxigraph by itself, on disk."""
    import pyoxigraph

    from cinegraph.generate import generate_quads

    started = time.perf_counter()
    store = pyoxigraph.Store(str(folder / "bare"))
    store.bulk_extend(generate_quads(triples, 1))
    store.flush()
    took = time.perf_counter() - started
    del store
    opened = pyoxigraph.Store.read_only(str(folder / "bare"))
    return took, lambda text: sum(1 for _ in opened.query(text, use_default_graph_as_union=True))  # type: ignore[union-attr]


def rdflib(folder: Path, triples: int) -> tuple[float, Ask]:
    """Rdflib's memory store, from N-Triples."""
    import rdflib as library

    file = folder / "world.nt"
    subprocess.run((*OURS, "generate", str(triples), "--to", str(file)), check=True, capture_output=True)
    started = time.perf_counter()
    graph = library.Graph()
    graph.parse(file, format="ntriples")
    took = time.perf_counter() - started
    return took, lambda text: sum(1 for _ in graph.query(text))


ENGINES = {"ours": ours, "bare": bare, "rdflib": rdflib}


class _TooLongError(Exception):
    pass


def _ended_after(seconds: float) -> None:
    """End what is done when it has computed for so long: the clock would count other work on the machine too."""
    last = time.process_time() + seconds

    def end(*_: object) -> None:
        # A timer that counts computing makes the clock of the process coarse, so it is looked at now and then.
        if (left := last - time.process_time()) <= 0:
            raise _TooLongError
        signal.alarm(math.ceil(left))

    signal.signal(signal.SIGALRM, end)
    signal.alarm(math.ceil(seconds))


def answer(engine: str, folder: Path, triples: int) -> None:
    """Be an engine of its own process: load, then answer each query that comes as a line with what it took.

    Lines of JSON: first the seconds of loading, then for each query its seconds of computing and its rows (none if it
    took too long), last the MB of memory.
    """
    took, ask = ENGINES[engine](folder, triples)
    print(json.dumps(took), flush=True)
    for line in sys.stdin:
        seconds, rows = float(LONGEST), None
        _ended_after(LONGEST)
        try:
            rows, seconds = _median_of_a_turn(ask, json.loads(line))
        except _TooLongError:
            pass
        finally:
            signal.alarm(0)
        print(json.dumps([seconds, rows]), flush=True)
    print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024), flush=True)


def _median_of_a_turn(ask: Ask, text: str) -> tuple[int, float]:
    # A quick query is asked some times in one go: the first finds the processor's memory full of the other engines.
    taken: list[float] = []
    while len(taken) < TIMES and sum(taken) < TURN:
        started = time.process_time()
        rows = ask(text)
        taken.append(time.process_time() - started)
    return rows, statistics.median(taken)


class Engine:
    """An engine in a process of its own, loaded.

    :ivar load: the seconds it took to load
    """

    def __init__(self, name: str, folder: Path, triples: int) -> None:
        words = (sys.executable, __file__, "--answer", name, str(folder), str(triples))
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.load: float = self._read()

    def ask(self, text: str) -> tuple[float, int | None]:
        """The seconds of computing that a query takes, and its rows."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        seconds, rows = self._read()
        return seconds, rows

    def end(self) -> int:
        """End it.

        :returns: the MB of memory it needed
        """
        assert self._process.stdin is not None
        self._process.stdin.close()
        memory: int = self._read()
        self._process.wait()
        return memory

    def _read(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("an engine has ended before its time; what it says stands above")
        return json.loads(line)


def in_turn(engines: dict[str, Engine], text: str) -> dict[str, tuple[float, int | None]]:
    """Ask all engines one query, in turn and again, so that other work on the machine hits all of them alike.

    :returns: of each engine the median milliseconds of computing and the rows
    :raises AssertionError: if two of them do not find the same, or nothing at all
    """
    taken: dict[str, list[float]] = {each: [] for each in engines}
    rows: dict[str, int | None] = {}
    for _ in range(TIMES):
        for name, engine in engines.items():
            if sum(taken[name]) < LONGEST / 6:
                seconds, rows[name] = engine.ask(text)
                taken[name].append(seconds)
    assert len(found := {*rows.values()} - {None}) == 1, (text, rows)
    assert found != {0}, text
    return {name: (statistics.median(taken[name]) * 1000, rows[name]) for name in engines}


def _texts(folder: Path, triples: int) -> dict[str, str]:
    """The queries with somebody and something of this graph in them."""
    import pyoxigraph

    from cinegraph.generate import generate_quads

    store = pyoxigraph.Store(str(folder / "chosen"))
    store.bulk_extend(generate_quads(triples, 1))
    things = {}
    for name, text in CHOOSE.items():
        rows = store.query(PREFIXES + text, use_default_graph_as_union=True)
        things[name] = str(next(iter(rows))["x"])  # type: ignore[call-overload, index, arg-type]
    texts = {}
    for name, text in QUERIES.items():
        for word, thing in things.items():
            text = text.replace(word, thing)
        texts[name] = PREFIXES + text
    return texts


def compared(triples: int, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The figures of the engines at one size.

    :raises AssertionError: if two of them do not find the same
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = _texts(folder, triples)
        engines = {each: Engine(each, folder, triples) for each in names}
        queries = {query: in_turn(engines, text) for query, text in texts.items()}
        figures: dict[str, dict[str, Any]] = {
            each: {
                "load": engine.load,
                "memory": engine.end(),
                "queries": {query: found[each] for query, found in queries.items()},
            }
            for each, engine in engines.items()
        }
        figures["ours"]["lookup"] = _look_up(folder)
    return figures


def _look_up(folder: Path) -> float:
    """The milliseconds of the slowest of four look-ups, each a process, medians by the clock, in a machine at rest."""
    import os

    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")

    def call(*arguments: str) -> str:
        return subprocess.run((*OURS, *arguments), check=True, capture_output=True, text=True, env=environment).stdout

    store = folder / "ours"
    calls = [(*OURS, "--store", str(store), *each) for each in known_alone(store, call)]
    return max(statistics.median(timed(each, environment, TIMES).clock) for each in calls)


def mean(values: Iterable[float]) -> float:
    """The geometric mean."""
    return math.exp(statistics.fmean(math.log(max(value, 0.001)) for value in values))


def ratio(figures: dict[str, dict[str, Any]], above: str, below: str) -> float | None:
    """How many times as long one engine takes as another: the geometric mean over the queries."""
    if above not in figures or below not in figures:
        return None
    return mean(figures[above]["queries"][query][0] / figures[below]["queries"][query][0] for query in QUERIES)


HEAD = (
    "triples", "loaded", "by pyoxigraph", "by rdflib", "memory, MB", "rdflib's", "÷ pyoxigraph", "rdflib ÷ ours",
    "look-up, ms",
)  # fmt: skip


def row(triples: int, figures: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """A row of the table."""
    loaded = [f"{figures[each]['load']:.1f} s" if each in figures else "" for each in ENGINES]
    memory = [f"{figures[each]['memory']:,}" if each in figures else "" for each in ("ours", "rdflib")]
    to_bare, to_rdflib = ratio(figures, "ours", "bare"), ratio(figures, "rdflib", "ours")
    ratios = (f"{to_bare:.2f}", "" if to_rdflib is None else f"{to_rdflib:.0f}")
    return (f"{triples:,}", *loaded, *memory, *ratios, f"{figures['ours']['lookup']:.0f}")


def plot(all_figures: dict[int, dict[str, dict[str, Any]]]) -> str:
    """The mean milliseconds of a query against the size of the graph, both on logarithmic scales, as SVG."""
    sizes = sorted(all_figures)
    means = {
        engine: {
            n: mean(t for t, _ in each[engine]["queries"].values()) for n, each in all_figures.items() if engine in each
        }
        for engine in NAMES
    }
    low = math.floor(min(math.log10(v) for each in means.values() for v in each.values()))
    high = math.ceil(max(math.log10(v) for each in means.values() for v in each.values()))

    def x(size: int) -> float:
        return 60 + 340 * (math.log10(size) - math.log10(sizes[0])) / max(
            math.log10(sizes[-1]) - math.log10(sizes[0]), 1
        )

    def y(value: float) -> float:
        return 250 - 220 * (math.log10(value) - low) / max(high - low, 1)

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 300" width="560" height="300"'
        ' font-family="sans-serif" font-size="12">',
        "<title>Milliseconds for a query, by the number of triples</title>",
        "<style>text{fill:#333}line{stroke:#bbb}@media(prefers-color-scheme:dark){text{fill:#ddd}line{stroke:#555}}</style>",
    ]
    for power in range(low, high + 1):
        height = y(10.0**power)
        parts.append(f'<line x1="60" x2="400" y1="{height:.1f}" y2="{height:.1f}"/>')
        parts.append(f'<text x="54" y="{height + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>')
    parts += [f'<text x="{x(size):.1f}" y="270" text-anchor="middle">{size:,}</text>' for size in sizes]
    parts.append('<text x="230" y="290" text-anchor="middle">triples</text>')
    for engine, colour in (("rdflib", "#d55e00"), ("ours", "#0072b2"), ("bare", "#009e73")):
        points = [(x(size), y(value)) for size, value in sorted(means[engine].items())]
        if not points:
            continue
        dashed = ' stroke-dasharray="5 4"' if engine == "bare" else ""
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        end = points[-1]
        shift = {"ours": -4, "bare": 12, "rdflib": 4}[engine]
        parts.append(f'<text x="{end[0] + 8:.1f}" y="{end[1] + shift:.1f}">{NAMES[engine]}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> None:
    """Print the table; write the figures and the plot."""
    words = sys.argv[1:]
    sizes = [int(each) for each in words if each.isdecimal()] or list(SIZES)
    engines = [each for each in ENGINES if each != "rdflib" or "--without-rdflib" not in words]
    print("| " + " | ".join(HEAD) + " |\n" + "|---:" * len(HEAD) + "|")
    found = {}
    for triples in sizes:
        found[triples] = compared(triples, engines)
        print("| " + " | ".join(row(triples, found[triples])) + " |", flush=True)
    with open("stores.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("triples", "query", "rows", *(f"{NAMES[each]}, ms" for each in engines)))
        for triples, figures in found.items():
            for query in QUERIES:
                times = [f"{figures[each]['queries'][query][0]:.3f}" for each in engines]
                writer.writerow((triples, query, figures["ours"]["queries"][query][1], *times))
    target = PICTURES / "stores.svg" if "--readme" in words else Path("stores.svg")
    target.write_text(plot(found), encoding="utf-8")
    print(f"\nwritten: stores.csv, {target.name}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--answer"]:
        answer(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
