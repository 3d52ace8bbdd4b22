"""Work with a time limit, in this process: a process of its own would cost a short query 70 ms."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from cinegraph.errors import TimeLimitError

Result = TypeVar("Result")


class _Worker(Thread, Generic[Result]):
    """A thread that does some work, and keeps what comes of it."""

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self._results: list[Result] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as error:
            self._error = error

    def result(self) -> Result:
        if self._error is not None:
            raise self._error
        return self._results[0]


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What the work comes to; an interrupt (Ctrl-C) is answered at once.

    Work that is not done in time cannot be stopped: it ends with the process, which :func:`cinegraph.cli.main` ends as
    soon as the failure has been told. Whoever lives on gives :meth:`cinegraph.store.Store.query` a limit instead.

    :raises TimeLimitError: if it takes longer

    >>> within(60, lambda: 6 * 7)
    42
    """
    worker = _Worker(work)
    worker.start()
    worker.join(seconds)
    if worker.is_alive():
        raise TimeLimitError(
            f"the query took longer than {seconds:g} s and was ended; ask for less, or allow more time"
        )
    return worker.result()
