"""Every run of the tests tries the same examples: a check that fails now and then tells nobody what broke it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from browser import Page, chromium

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a module's pages lie, and what its browser downloads."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def browser(folder: Path) -> Iterator[Page]:
    """One browser for a module."""
    with chromium(folder) as page:
        yield page


@pytest.fixture
def show(browser: Page, folder: Path, pages: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """Opens one of the module's ``pages`` and waits for its picture.

    After the test it must have asked for nothing, and complained of nothing.
    """

    def open_page(name: str = "small", hash: str = "", **screen: object) -> Page:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_text(pages[name], encoding="utf-8")
        browser.open(file, hash, **screen)  # type: ignore[arg-type]
        browser.settle()
        return browser

    yield open_page
    assert browser.complaints() == []
    assert browser.requests() == []
