"""Articles a second when one process reads, when two do, and when a Dask cluster of two workers does, in one run.

    python tests/benchmarks/spreading.py 1000 3

The packaged articles are repeated under other names, read and extracted, and kept as a build keeps them; making the
graph of them is not measured (uniting.py does). The ways take turns, so that a load on the machine falls on all alike,
and what it takes to start processes is counted. On a busy machine the wall clock says little; the seconds of computing,
of all processes together, say what spreading costs. Machines differ; compare the ratios.
"""

from __future__ import annotations

import os
import resource as resource_usage
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

from cinegraph.articles import find_articles
from cinegraph.pipeline import find_extractor
from cinegraph.pipeline.cluster import connected
from cinegraph.pipeline.taking import Taking
from cinegraph.pipeline.work import Labour
from cinegraph.resources import resource
from cinegraph.store.articles import ArticleCache

WORKERS = 2


def write_articles(folder: Path, number: int) -> None:
    """So many articles, each with a name of its own."""
    known = [(path.suffix, path.read_bytes()) for path in sorted(resource("data", "articles").iterdir())]
    for each in range(number):
        ending, data = known[each % len(known)]
        (folder / f"{each:07}{ending}").write_bytes(data)


class Cost(NamedTuple):
    """What it took: seconds of the clock, and of computing, in all processes together."""

    clock: float
    computing: float


def cost(folder: Path, jobs: int | None = None, elsewhere: Labour | None = None) -> Cost:
    """What it takes to read all articles of a folder, extract from them and keep what was found.

    :param jobs: processes of this machine
    :param elsewhere: a cluster in their place
    """
    sources = find_articles([folder])
    with tempfile.TemporaryDirectory() as kept, ArticleCache.to_write(Path(kept) / "articles.sqlite") as cache:
        taking = Taking(cache, find_extractor(), {}, jobs=jobs, elsewhere=elsewhere)
        started, computed = time.perf_counter(), _computed()
        taking.take(sources, others=False)
        taken = Cost(time.perf_counter() - started, _computed() - computed)
        assert len(taking.taken) == len(sources), taking.report(()).failures
    return taken


def _computed() -> float:
    """Seconds of computing of this process and of all below it, also of those that have ended."""
    ended = resource_usage.getrusage(resource_usage.RUSAGE_CHILDREN)
    below = [sum(each.cpu_times()[:4]) for each in psutil.Process().children(recursive=True)]
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(below)


@contextmanager
def cluster(workers: int = WORKERS) -> Iterator[Labour]:
    """A Dask cluster on this machine, connected: workers of one thread, each with its process that reads."""
    from distributed import LocalCluster

    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=":0"
        ) as local,
        connected(local.scheduler_address, find_extractor()) as labour,
    ):
        yield labour


def compare(number: int, rounds: int) -> dict[str, list[Cost]]:
    """What each way takes, in each round."""
    costs: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as given, cluster() as labour:
        folder = Path(given)
        write_articles(folder, number)
        ways: dict[str, Callable[[], Cost]] = {
            "one process": lambda: cost(folder, jobs=1),
            f"{WORKERS} processes": lambda: cost(folder, jobs=WORKERS),
            f"Dask, {WORKERS} workers": lambda: cost(folder, elsewhere=labour),
        }
        for _ in range(rounds):
            for name, way in ways.items():
                costs.setdefault(name, []).append(way())
                print(f"  {name}: {costs[name][-1]}, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
    return costs


def main() -> None:
    """Print the figures."""
    number, rounds = (int(each) for each in (*sys.argv[1:], *("1000", "3")[len(sys.argv) - 1 :]))
    costs = compare(number, rounds)
    first = next(iter(costs.values()))
    clock, computing = (statistics.median(each) for each in zip(*first, strict=True))
    print(f"{number} articles, {rounds} rounds, load {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores")
    for name, found in costs.items():
        took, computed = (statistics.median(each) for each in zip(*found, strict=True))
        print(
            f"{name:16} {number / took:6.1f} articles a second ({clock / took:.2f} of one process); "
            f"{1000 * computed / number:5.1f} ms of computing an article ({computed / computing:.2f} of one process)"
        )


if __name__ == "__main__":
    main()
