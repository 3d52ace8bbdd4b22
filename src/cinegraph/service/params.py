"""The parameters of a page's address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cinegraph.errors import InputError


class Params:
    """The parameters of a task."""

    def __init__(self, task: Mapping[str, Any]) -> None:
        self._pairs: list[tuple[str, str]] = [(name, value) for name, value in task["params"]]

    def text(self, name: str) -> str:
        """The last value of a parameter, without blanks around it; empty where there is none."""
        return next((value.strip() for key, value in reversed(self._pairs) if key == name), "")

    def all(self, name: str) -> list[str]:
        """All values of a parameter that say something."""
        return [value.strip() for key, value in self._pairs if key == name and value.strip()]

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number.

        :raises InputError: if it is none, or out of bounds
        """
        text = self.text(name)
        if not text:
            return default
        if not text.isascii() or not text.isdigit() or not least <= int(text[:9]) <= most:
            raise InputError(f"{name} is a whole number from {least} to {most}, not {text!r}")
        return int(text)
