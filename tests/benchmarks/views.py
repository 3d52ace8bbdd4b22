"""How fast network pages are, beside stock pyvis, on this machine, in one run: one table.

Run by hand: python tests/benchmarks/views.py [NAMES …]. It needs Debian's chromium and chromium-driver, and selenium.
The graphs are made up (tests/film_world.py), the same for both. A picture is usable once it stands: for stock pyvis
when vis-network has stabilised, as it keeps a progress bar before it; for ours when shapes and labels are drawn. Frames
are counted over three seconds in which the picture is dragged. Machines differ; compare figures of one run only.

One whole run, on two processors with nothing else to do (load 0.6 at its start), in which a page had 420 seconds; when
it was made the graph of the largest page stood in it uncompressed, so that its size and its seconds to a picture are
those of that page:

| names | claims | page | seconds to write | seconds to a picture | frames a second | slowest 1 % | MB |
|---:|---:|---|---:|---:|---:|---:|---:|
| 150 | 479 | cinegraph | 0.4 | 0.3 | 60 | 17 ms | 0.9 |
| 150 | 479 | stock pyvis | 0.1 | 8.1 | 46 | 33 ms | 0.8 |
| 950 | 3,343 | cinegraph | 0.8 | 0.2 | 60 | 17 ms | 1.1 |
| 950 | 3,343 | stock pyvis | 0.1 | 92.4 | 8 | 150 ms | 1.2 |
| 2,823 | 10,308 | cinegraph | 1.8 | 0.3 | 60 | 17 ms | 3.2 |
| 2,823 | 10,308 | stock pyvis | 0.3 | over 420 | – | – | 2.2 |
| 47,409 | 178,128 | cinegraph | 38.5 | 1.0 | 60 | 17 ms | 54.8 |

Of 50,000 names with 190,680 claims the compressed page has 9.5 MB, the one before had 58.8. Beside others that kept
both processors busy (load 5 to 10) shapes and labels stood after 1.3 to 2.2 seconds (eight runs, median 1.5), the last
line after 2.3 to 3.2 (seven runs, median 2.6), at 30 to 60 frames a second; the page before, in three runs at load 9,
after 1.9 to 2.2 and 3.0 to 3.3. The compressed page was not yet measured on a quiet machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from browser import CHROMIUM, DRIVER, FLAGS
from cinegraph import network
from cinegraph.views import write_view
from film_world import film_world

SIZES = (150, 1000, 3000, 50_000)
PYVIS_UP_TO = 3000
PATIENCE = 420.0
NAMES_A_FILM = {150: 2.9, 1000: 2.7, 3000: 2.6, 50_000: 50_000 / 21_500}
STOCK_DONE = """
const network = window.network;
if (!window.asked && network) {
  window.asked = true;
  network.once("stabilizationIterationsDone", () => { window.done = performance.now(); });
}
return window.done ?? null;
"""
OURS_DONE = "return window.cinegraph?.settled() ? performance.getEntriesByName('picture')[0].startTime : null;"
DRAG = """
const done = arguments[0];
const canvas = document.querySelector("canvas");
const box = canvas.getBoundingClientRect();
Element.prototype.setPointerCapture = () => {};
const send = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
  bubbles: true, pointerId: 1, isPrimary: true, pointerType: "mouse", button: 0,
  buttons: 1, clientX: box.left + x, clientY: box.top + y,
}));
const [startX, startY] = [6, 6];
const times = [];
const began = performance.now();
send("pointerdown", startX, startY);
const step = (now) => {
  times.push(now);
  const part = (performance.now() - began) / 1000;
  send("pointermove", startX + 200 * Math.sin(2 * part), startY + 120 * Math.sin(3 * part));
  if (part < 3) { requestAnimationFrame(step); return; }
  send("pointerup", startX, startY);
  const gaps = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
  done([gaps.length / ((times.at(-1) - times[0]) / 1000), gaps[Math.floor(gaps.length * 0.99)]]);
};
requestAnimationFrame(step);
"""


def world(names: int) -> Any:
    """A made-up graph of about so many names that are tied to others."""
    graph = network.to_graph(film_world(round(names / NAMES_A_FILM.get(names, 2.6))))
    kept = network.overview(graph, names, names).shown
    return graph.subgraph(kept).copy()


def stock(graph: Any, path: Path) -> None:
    """The page as a reader of pyvis's manual makes it: nodes with labels, edges with titles, all else by default."""
    from pyvis.network import Network

    page = Network(directed=True, cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        page.add_node(node, label=data["label"], title=data["type"])
    for a, b, data in graph.edges(data=True):
        page.add_edge(a, b, title=data["relation"])
    path.write_text(page.generate_html(), encoding="utf-8")


def ours(graph: Any, path: Path) -> None:
    """The page as ``cinegraph view`` makes it, all names shown."""
    count = graph.number_of_nodes()
    path.write_text(write_view(network.overview(graph, count, count)), encoding="utf-8")


@contextmanager
def browser() -> Iterator[Any]:
    """Headless Chromium, without a network."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in [*FLAGS, "--window-size=1400,900", "--host-resolver-rules=MAP * ~NOTFOUND"]:
        options.add_argument(flag)
    options.page_load_strategy = "none"
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER or ""))
    driver.set_script_timeout(PATIENCE)
    try:
        yield driver
    finally:
        driver.quit()


def measured(path: Path, finished: str) -> tuple[float | None, float, float]:
    """Seconds until the picture is usable (None: not in time), frames a second, the slowest hundredth in ms."""
    with browser() as driver:
        driver.get(path.as_uri())
        began = time.monotonic()
        ready = None
        # a page that is busy answers no question: the client waits no longer than we do
        driver.command_executor.client_config.timeout = PATIENCE
        while ready is None and time.monotonic() - began < PATIENCE:
            try:
                ready = driver.execute_script(finished)
            except (OSError, HTTPError, WebDriverException):
                break
            time.sleep(0.05)
        frames, slowest = driver.execute_async_script(DRAG) if ready is not None else (0.0, 0.0)
        return None if ready is None else ready / 1000, frames, slowest


def main() -> None:
    """Print the table."""
    if CHROMIUM is None or DRIVER is None:
        sys.exit("no browser: apt-get install chromium chromium-driver")
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print("| names | claims | page | seconds to write | seconds to a picture | frames a second | slowest 1 % | MB |")
    print("|---:|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            graph = world(size)
            pages = [("cinegraph", ours, OURS_DONE), ("stock pyvis", stock, STOCK_DONE)]
            for name, write, finished in pages[: 2 if size <= PYVIS_UP_TO else 1]:
                path = Path(folder) / f"{name.split()[0]}-{size}.html"
                began = time.perf_counter()
                write(graph, path)
                written = time.perf_counter() - began
                ready, frames, slowest = measured(path, finished)
                told = f"over {PATIENCE:.0f}" if ready is None else f"{ready:.1f}"
                dragged = "– | –" if ready is None else f"{frames:.0f} | {slowest:.0f} ms"
                print(
                    f"| {graph.number_of_nodes():,} | {graph.number_of_edges():,} | {name} | {written:.1f} | {told} "
                    f"| {dragged} | {path.stat().st_size / 1e6:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
