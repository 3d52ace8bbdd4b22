"""Debian's Chromium, headless, for tests of the pages; where it is missing they skip and say how to get it."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
DRIVER = shutil.which("chromedriver")
AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"))
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
]


class Page:
    """One page in the browser, with what it logged and asked for."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path | str, hash: str = "", width: int = 1400, height: int = 900, dark: bool = False) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, still]})
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get((path if isinstance(path, str) else path.as_uri()) + hash)

    def js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def one(self, css: str) -> Any:
        return self.driver.find_element("css selector", css)

    def all(self, css: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", css))

    def text(self, css: str) -> str:
        return str(self.one(css).text)

    def button(self, text: str, within: str = "body") -> Any:
        found = [b for b in self.one(within).find_elements("css selector", "button") if b.text.strip() == text]
        assert found, f"no button {text!r}; there are {[b.text for b in self.all(f'{within} button')]}"
        return found[0]

    def keys(self, *keys: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def click_at(self, x: float, y: float, double: bool = False) -> None:
        """Click a point of the stage, in its own pixels."""
        from selenium.webdriver import ActionChains

        stage = self.one("#stage")
        size = stage.size
        actions = ActionChains(self.driver).move_to_element_with_offset(
            stage, round(x - size["width"] / 2), round(y - size["height"] / 2)
        )
        (actions.double_click() if double else actions.click()).perform()
        time.sleep(0.35)  # vis-network waits for a second tap before it calls a tap a click

    def click_node(self, node: str, double: bool = False) -> None:
        point = self.place(node)
        self.click_at(point["x"], point["y"], double)

    def settle(self) -> None:
        """Wait until the picture stands; a page without one stands at once."""
        end = time.monotonic() + 20
        stands = "return window.cinegraph ? window.cinegraph.settled() : !document.getElementById('columns')"
        while not self.js(stands):
            assert time.monotonic() < end, "the picture never rests"
            time.sleep(0.02)

    def shown(self) -> set[str]:
        """The ids of the names that are drawn."""
        return set(self.js("return window.cinegraph.shown()"))

    def place(self, node: str) -> dict[str, float]:
        """Where a name stands, in the stage's own pixels."""
        found: dict[str, float] = self.js("return window.cinegraph.placeOf(arguments[0])", node)
        return found

    def ink(self) -> int:
        """How much of the stage is painted."""
        painted = self.js(
            "const c = document.querySelector('#stage canvas');"
            "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
            "let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n"
        )
        return int(painted)

    def hash(self) -> str:
        return str(self.js("return decodeURIComponent(location.hash)"))

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def violations(self) -> list[Any]:
        """What axe-core complains of; skips the test where it is missing."""
        if not AXE.exists():
            pytest.skip("NO AXE: accessibility is not tested; npm install --no-save axe-core, or AXE_CORE=axe.min.js")
        self.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8") + ";0"})
        found: list[Any] = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document).then((result) => done("
            "result.violations.map((v) => [v.id, v.nodes.map((node) => node.html)])))"
        )
        return found

    def requests(self) -> list[str]:
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("file:", "blob:", "data:", "about:"))]


@contextmanager
def chromium(downloads: Path) -> Iterator[Page]:
    """A page in a browser of its own; skips the test where there is no browser."""
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("NO BROWSER: the pages are not tested; apt-get install chromium chromium-driver")
    webdriver = pytest.importorskip(
        "selenium.webdriver", reason="NO SELENIUM: the pages are not tested; pip install selenium"
    )
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS:
        options.add_argument(flag)
    options.add_experimental_option(
        "prefs", {"download.default_directory": str(downloads), "download.prompt_for_download": False}
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    try:
        yield Page(driver)
    finally:
        driver.quit()
