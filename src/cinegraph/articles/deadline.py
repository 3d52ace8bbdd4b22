"""A limit on the time that one article may take: its parts are bounded, but their product need not be small."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from cinegraph.errors import ArticleError

LONGEST = 60.0
"""Seconds of computing (not of waiting) that reading an article may take, and again extracting from it; usual are
hundredths of one."""
_AGAIN = 1.0


class _Over(BaseException):
    """The time is up; no library that catches every :class:`Exception` may keep it to itself."""


@contextmanager
def within(name: str, seconds: float = LONGEST) -> Iterator[None]:
    """Ends what runs in the block when it has computed for so long.

    The limit holds in the main thread of a process, where the system has timers (not on Windows); elsewhere, and inside
    a limit that already runs, the block runs without one of its own.

    :param name: the article's name, for the error
    :raises ArticleError: if the time is up

    >>> with within("note.txt"):
    ...     6 * 7
    42
    """
    if not _can_limit():
        yield
        return
    before = signal.signal(signal.SIGPROF, _end)
    # Should a library swallow the first alarm after all, the next one comes.
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    except _Over:
        raise ArticleError(f"takes more than {seconds:g} s; split it into shorter articles", name) from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _can_limit() -> bool:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGPROF) is signal.SIG_DFL and signal.getitimer(signal.ITIMER_PROF)[0] == 0


def _end(number: int, frame: FrameType | None) -> None:
    raise _Over
