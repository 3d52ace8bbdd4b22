"""What runs in a worker of a Dask cluster: each of its threads has a process of its own, which reads articles.

In threads Python computes by turns only, and the time that an article takes cannot be limited; and an article that ends
its process would take along all that the worker holds.
"""

from __future__ import annotations

import pickle
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock, Thread

from cinegraph.errors import CinegraphError
from cinegraph.pipeline.hand import Greeting, Hand
from cinegraph.pipeline.likeness import difference, likeness
from cinegraph.pipeline.work import Outcome, Task

_IDLE_SECONDS = 20.0
"""So long a process without an article lives on: the next bundle, or the next build, may come."""

_ADVICE = "the cluster's machines need all that this one has installed"


def perform_there(told: bytes, bundle: bytes) -> bytes:
    """What came of each task of a bundle, in order; an error, which no article can help, is the last.

    Everything is pickled by us: Dask would look into what it is given for tasks of its own.

    :param told: the greeting of a worker, and the :func:`likeness` of the machine that asks
    :param bundle: a list of tasks
    :returns: a list of outcomes
    """
    if complaint := _complaint(told):
        return pickle.dumps([CinegraphError(complaint)])
    greeting, _ = pickle.loads(told)
    tasks: list[Task] = pickle.loads(bundle)
    outcomes: list[Outcome | CinegraphError] = []
    with _CREW.hand(greeting) as hand:
        for task in tasks:
            outcomes.append(hand.outcome_of(task))
            if isinstance(outcomes[-1], CinegraphError):
                break
    return pickle.dumps(outcomes, pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=4)
def _complaint(told: bytes) -> str:
    greeting, theirs = pickle.loads(told)
    unlike = difference(theirs, likeness(greeting[0], greeting[1]))
    if not unlike:
        return ""
    return (
        f"the worker {socket.gethostname()} of the cluster might read otherwise: {unlike}; install the same on both, "
        "and start the workers again"
    )


class _Crew:
    """The processes of this worker: those that are at work belong to a thread, the others wait here for a while."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._idle: list[tuple[float, Greeting, Hand]] = []
        self._lock = Lock()
        self._has_watch = False

    @contextmanager
    def hand(self, greeting: Greeting) -> Iterator[Hand]:
        """A process for one thread, one that waited where there is one."""
        hand = self._waiting(greeting) or Hand(greeting, _ADVICE)
        try:
            yield hand
        finally:
            with self._lock:
                self._idle.append((time.monotonic(), greeting, hand))
                if not self._has_watch:
                    self._has_watch = True
                    Thread(target=self._watch, daemon=True).start()

    def _waiting(self, greeting: Greeting) -> Hand | None:
        with self._lock:
            for place, (_, known, hand) in enumerate(self._idle):
                if known == greeting:
                    del self._idle[place]
                    return hand
        return None

    def _watch(self) -> None:
        """Let those go that have waited long; ends when none waits."""
        has_watch = True
        while has_watch:
            time.sleep(self._patience / 10)
            with self._lock:
                late = time.monotonic() - self._patience
                gone = [hand for since, _, hand in self._idle if since < late]
                self._idle = [each for each in self._idle if each[0] >= late]
                self._has_watch = has_watch = bool(self._idle)
            for hand in gone:
                hand.dismiss()


_CREW = _Crew(_IDLE_SECONDS)
