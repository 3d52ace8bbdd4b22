"""The index of names at a million labels: what it takes to make, open and ask it; beside Oxigraph's CONTAINS.

Run by hand: python tests/benchmarks/names.py [LABELS]. Figures of one run only are to be compared.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from cinegraph.generate import names
from cinegraph.kinds import EntityType
from cinegraph.store import NameRow
from cinegraph.store.index import Index, write_index
from cinegraph.store.names import NameIndex

TIMES = 30


def rows(count: int) -> Iterator[NameRow]:
    """So many labels: people, with their own script where it is another, and films."""
    random = Random("names")
    made = 0
    while made < count:
        if random.random() < 0.6:
            person = names.person(random)
            told, kind = [person.name, *([person.other] if person.other else [])], EntityType.PERSON
        else:
            told, kind = (
                [f"{names.title(random)} {random.choice(('', 'II', names.town(random)))}".strip()],
                EntityType.FILM,
            )
        weight = int(random.paretovariate(0.7))
        for name in told:
            yield NameRow(f"{kind.value.lower()}/x-{made}", kind, told[0], name, weight)
        made += len(told)


def median_of(action: Callable[[], object]) -> float:
    """Milliseconds."""
    taken = []
    for _ in range(TIMES):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1000


def asked(index: NameIndex, cyrillic: str) -> dict[str, Callable[[], object]]:
    """What people type, each kind once."""
    return {
        "the name itself": lambda: index.exact("Michal Doe"),
        "in another order and case": lambda: index.exact("doe MICHAL"),
        "in Cyrillic": lambda: index.exact(cyrillic),
        "a part of a name, search": lambda: index.search("orchard"),
        "two words of three, search": lambda: index.search("quiet river"),
        "a slip of the pen, search": lambda: index.search("Krzystof Kowalsky"),
        "nothing like it, search": lambda: index.search("Qxzyv Wqxrt"),
        "did you mean": lambda: index.suggest("Mihcal Doe"),
    }


def contains(folder: Path, labels: list[str]) -> float:
    """The same part of a name by CONTAINS over labels in an Oxigraph store; milliseconds."""
    import pyoxigraph

    store = pyoxigraph.Store(str(folder / "labels"))
    label = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    store.bulk_extend(
        pyoxigraph.Quad(pyoxigraph.NamedNode(f"http://x/{number}"), label, pyoxigraph.Literal(text))
        for number, text in enumerate(labels)
    )
    store.flush()
    text = f'SELECT ?s {{ ?s {label} ?name FILTER (CONTAINS(LCASE(?name), "orchard")) }} LIMIT 20 OFFSET 9999999'
    started = time.perf_counter()
    list(store.query(text))  # type: ignore[arg-type]
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    made = list(rows(count))
    cyrillic = next(row.name for row in made if "а" in row.name)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "index.sqlite"
        started = time.perf_counter()
        write_index(path, made, (), "benchmark")
        took = time.perf_counter() - started
        print(f"{len(made):,} labels: written in {took:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        print(f"{'opened, and a name looked up':32} {median_of(lambda: opened(path)):7.2f} ms")
        index = NameIndex(Index(path))
        for what, action in asked(index, cyrillic).items():
            print(f"{what:32} {median_of(action):7.2f} ms")
        print(f"{'Oxigraph, CONTAINS over labels':32} {contains(folder, [row.name for row in made]):7.2f} ms")


def opened(path: Path) -> None:
    """Open the index, look one name up, close it."""
    index = Index(path)
    NameIndex(index).exact("Michal Doe")
    index.close()


if __name__ == "__main__":
    main()
