"""Debian's Chromium, headless, for tests of the pages; where it is missing they skip and say how to get it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from waiting import until

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
_CLICK = """
const [x, y, double] = arguments;
const stage = document.getElementById("stage").getBoundingClientRect();
const at = { clientX: stage.left + x, clientY: stage.top + y, bubbles: true };
const target = document.elementFromPoint(at.clientX, at.clientY);
const pointer = { ...at, pointerId: 1, pointerType: "mouse", isPrimary: true };
for (let click = 0; click < (double ? 2 : 1); click += 1) {
  target.dispatchEvent(new PointerEvent("pointerdown", { ...pointer, buttons: 1 }));
  target.dispatchEvent(new PointerEvent("pointerup", pointer));
}
if (double) target.dispatchEvent(new MouseEvent("dblclick", at));
"""


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

    def point_at(self, x: float, y: float) -> Any:
        """Actions that begin with the pointer at a point of the stage, in its own pixels."""
        from selenium.webdriver import ActionChains

        stage = self.one("#stage")
        size = stage.size
        return ActionChains(self.driver, duration=0).move_to_element_with_offset(
            stage, round(x - size["width"] / 2), round(y - size["height"] / 2)
        )

    def click_at(self, x: float, y: float, double: bool = False) -> None:
        """Click a point of the stage, in its own pixels, until the address says that something was chosen or let go.

        Where a machine is so slow that a click is too long for one, or two are too far apart for a double one, the same
        events come from the page itself, without any time between them.
        """
        before = self.hash()

        def taken() -> bool:
            return "open=" in self.hash() if double else self.hash() != before

        actions = self.point_at(x, y)
        (actions.double_click() if double else actions.click()).perform()
        if not taken():
            self.pause(0.6)  # what follows would else belong to this click
        if not taken():
            self.js(_CLICK, x, y, double)
        until(f"a {'double ' if double else ''}click at {x:g}, {y:g} to be taken for one", taken)

    def click_node(self, node: str, double: bool = False) -> None:
        point = self.place(node)
        self.click_at(point["x"], point["y"], double)

    def pause(self, seconds: float) -> None:
        """Let so much time pass in the page: what its own timers had to do by then is done, and drawn."""
        self.driver.execute_async_script(
            "const [milliseconds, done] = arguments;"
            "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), milliseconds)",
            1000 * seconds,
        )

    def settle(self) -> None:
        """Wait until the picture stands, and is drawn; a page without one stands at once."""
        stands = "return window.cinegraph ? window.cinegraph.settled() : !document.getElementById('columns')"
        until("the picture to rest", lambda: self.js(stands))
        self.pause(0)

    def shown(self) -> set[str]:
        """The ids of the names that are drawn."""
        return set(self.js("return window.cinegraph.shown()"))

    def place(self, node: str) -> dict[str, float]:
        """Where a name stands, in the stage's own pixels."""
        found: dict[str, float] = self.js("return window.cinegraph.placeOf(arguments[0])", node)
        return found

    def labels(self) -> list[dict[str, Any]]:
        """The labels that are drawn: whose, and their boxes on the stage."""
        self.pause(0)
        return list(self.js("return window.cinegraph.labels()"))

    def ink(self) -> int:
        """How much of the stage is painted."""
        self.pause(0)
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
    driver.set_script_timeout(100)  # axe-core takes its time; Selenium itself waits 120 s for the driver
    try:
        yield Page(driver)
    finally:
        driver.quit()
