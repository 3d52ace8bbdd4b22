"""Reads and extracts articles in processes of their own, one for each core.

Neither ``multiprocessing`` nor ``concurrent.futures`` serves here: the first runs the user's own script again in every
worker, the second gives up all work when one worker dies.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

from cinegraph.errors import CinegraphError
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.hand import EndedError, Hand, greeting_of
from cinegraph.pipeline.work import Outcome, Task

MOST_BYTES_WAITING = 64_000_000
"""Bytes of articles that are handed out and not yet read."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_travel(extractor: Extractor) -> bool:
    """Whether another process could load an extractor: one that a module offers by name."""
    try:
        pickle.dumps(extractor.extract)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return getattr(extractor.extract, "__module__", "__main__") != "__main__"


class Processes:
    """Worker processes, which live as long as there are tasks.

    :param number: how many
    """

    def __init__(self, extractor: Extractor, number: int) -> None:
        self._extractor = extractor
        self._number = number

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Each task with what came of it, as they are done; an article that kills two workers has failed.

        :raises CinegraphError: if a worker cannot be started, or finds what no article can help
        """
        todo: SimpleQueue[Task | None] = SimpleQueue()
        done: SimpleQueue[tuple[Task, Outcome | CinegraphError]] = SimpleQueue()
        hands = [Hand(greeting_of(self._extractor), "build with --jobs 1") for _ in range(self._number)]
        threads = [Thread(target=_work, args=(hand, todo, done), daemon=True) for hand in hands]
        for thread in threads:
            thread.start()
        try:
            yield from _exchanged(iter(tasks), todo, done, 2 * self._number)
        finally:
            for hand in hands:
                hand.end()
            # Any of them may take any of these.
            for _ in hands:
                todo.put(None)
            for thread in threads:
                thread.join()


def _work(hand: Hand, todo: SimpleQueue[Task | None], done: SimpleQueue[tuple[Task, Outcome | CinegraphError]]) -> None:
    """What the thread that speaks to one process does, until there is nothing to do."""
    with suppress(EndedError):
        while (task := todo.get()) is not None:
            done.put((task, hand.outcome_of(task)))
    hand.dismiss()


def _exchanged(
    tasks: Iterator[Task],
    todo: SimpleQueue[Task | None],
    done: SimpleQueue[tuple[Task, Outcome | CinegraphError]],
    ahead: int,
) -> Iterator[tuple[Task, Outcome]]:
    """Hand out tasks, never many more than are being done, and take in what comes of them."""
    waiting = size = 0
    left = True
    while True:
        while left and waiting < ahead and size < MOST_BYTES_WAITING:
            task = next(tasks, None)
            if task is None:
                left = False
                break
            todo.put(task)
            waiting, size = waiting + 1, size + len(task.data)
        if not waiting:
            return
        task, outcome = done.get()
        waiting, size = waiting - 1, size - len(task.data)
        if isinstance(outcome, CinegraphError):
            raise outcome
        yield task, outcome
