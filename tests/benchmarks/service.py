"""How fast the service answers: many clients at once, alone and beside a slow query, on a store that is given.

    python tests/benchmarks/service.py STORE

All in one run: the same quick query by 20 clients, with nothing else going on and beside one slow query.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from service_fixture import SLOW, Service, serving

QUICK = "SELECT ?s ?label WHERE { ?s a cg:Film ; rdfs:label ?label } LIMIT 50"
CLIENTS, ROUNDS = 20, 10


def timed(service: Service) -> float:
    start = time.perf_counter()
    assert service.query(QUICK).status == 200
    return 1000 * (time.perf_counter() - start)


def together(service: Service) -> tuple[float, float]:
    """The median and the longest time in milliseconds."""
    with ThreadPoolExecutor(CLIENTS) as clients:
        times = list(clients.map(lambda _: timed(service), range(CLIENTS * ROUNDS)))
    return statistics.median(times), max(times)


def main(store: Path) -> None:
    with serving(store, "--time-limit", "30") as service:
        timed(service)
        alone = [timed(service) for _ in range(50)]
        print(f"one client               {statistics.median(alone):7.1f} ms median, {max(alone):7.1f} ms longest")
        together(service)
        print("{} clients               {:7.1f} ms median, {:7.1f} ms longest".format(CLIENTS, *together(service)))
        slow = threading.Thread(target=lambda: service.query(SLOW))
        slow.start()
        time.sleep(0.5)
        print("{} clients, one slow one {:7.1f} ms median, {:7.1f} ms longest".format(CLIENTS, *together(service)))
        assert slow.is_alive(), "the slow query was too quick"
        for path in ("/", "/search?q=anna", "/sparql", "/conflicts", "/void"):
            start = time.perf_counter()
            status = service.get(path, "text/html").status
            print(f"{path:24} {1000 * (time.perf_counter() - start):7.1f} ms ({status}), beside the slow query")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
