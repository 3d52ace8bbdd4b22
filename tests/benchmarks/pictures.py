"""Screenshots of the network page, to be looked at: five views, two sizes, light and dark.

Run by hand: python tests/benchmarks/pictures.py FOLDER. With --readme it makes the two small ones of README.md.
The graph is that of the packaged articles; the conflict, which they lack, is that of the tests' small graph.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import Page, chromium
from cinegraph import network
from cinegraph.network import to_graph
from cinegraph.resources import resource
from cinegraph.store import open_store
from cinegraph.views import write_view
from knowledge_fixture import KNOWLEDGE

SIZES = ((1400, 900), (390, 844))
README = {"person": "view-person.webp", "festival": "view-festival.webp"}


def pages(folder: Path) -> dict[str, tuple[Path, str]]:
    """For each view its file, and what of it is open."""
    store_path = folder / "store"
    build = [sys.executable, "-m", "cinegraph", "--store", str(store_path), "--quiet", "build"]
    subprocess.run(build, check=True, capture_output=True)
    with open_store(store_path) as store:
        graph = to_graph(store)
    path = network.path_between(graph, "person/kira-kovalenko", "festival/locarno-film-festival")
    disputed = to_graph(KNOWLEDGE)
    conflict = next(key for *_, key, data in disputed.edges(keys=True, data=True) if data["status"] == "disputed")
    views = {
        "overview": (write_view(network.overview(graph)), ""),
        "person": (write_view(network.neighbourhood(graph, "person/kira-kovalenko", 2)), ""),
        "festival": (write_view(network.festival(graph, "festival/cannes-film-festival", 2010, 2019)), ""),
        "path": (write_view(path), ""),
        "conflict": (write_view(network.overview(disputed)), f"#claim={conflict}"),
        "empty": (write_view(network.query_result(graph, [])), ""),
    }
    found = {}
    for name, (text, opened) in views.items():
        file = folder / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        found[name] = (file, opened)
    return found


def shoot(page: Page, target: Path, scale: float = 1.0) -> None:
    """Write a screenshot, as PNG or, by its name, as WebP."""
    import time

    time.sleep(0.4)
    width, height = page.js("return [innerWidth, innerHeight]")
    options = {"clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": scale}}
    form = {"format": "webp", "quality": 82} if target.suffix == ".webp" else {"format": "png"}
    shot = page.driver.execute_cdp_cmd("Page.captureScreenshot", {**options, **form})
    target.write_bytes(base64.b64decode(shot["data"]))


def main() -> None:
    """Write the screenshots."""
    if len(sys.argv) != 2:
        sys.exit("usage: pictures.py FOLDER | --readme")
    with tempfile.TemporaryDirectory() as folder, chromium(Path(folder)) as page:
        views = pages(Path(folder))
        if sys.argv[1] == "--readme":
            for name, file in README.items():
                page.open(*views[name], width=1200, height=720)
                shoot(page, resource("data", "pictures") / file, 0.75)
            return
        target = Path(sys.argv[1])
        target.mkdir(parents=True, exist_ok=True)
        for name, (file, opened) in views.items():
            for width, height in SIZES:
                for dark in (False, True):
                    page.open(file, opened, width=width, height=height, dark=dark)
                    shoot(page, target / f"{name}-{width}-{'dark' if dark else 'light'}.png")


if __name__ == "__main__":
    main()
