"""Waiting for what comes in its own time, as long as a slow and loaded machine may need for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

SOON = 60
"""Seconds that what is quick may take on a slow machine: an answer, a step in a page."""
AT_LAST = 300
"""Seconds after which a process that should have ended long ago hangs."""

Found = TypeVar("Found")


def until(what: str, found: Callable[[], Found], seconds: float = SOON) -> Found:
    """What a condition gives, as soon as it gives something.

    :param what: what is waited for, as a failure tells it
    :raises AssertionError: if it does not come in so many seconds
    """
    end = time.monotonic() + seconds
    while not (given := found()):
        assert time.monotonic() < end, f"waited {seconds:g} s in vain for {what}; there is {given!r}"
        time.sleep(0.02)
    return given
