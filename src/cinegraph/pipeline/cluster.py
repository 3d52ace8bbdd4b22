"""Reads and extracts articles on the workers of a Dask cluster.

The bytes of each article go from here to the workers, so they need no access to the files, and no rights; what comes
back is what a process of this machine would have given, and is kept here. Few articles are under way at a time.
"""

from __future__ import annotations

import logging
import pickle
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from cinegraph.errors import CinegraphError, InputError
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.hand import greeting_of
from cinegraph.pipeline.likeness import likeness
from cinegraph.pipeline.report import Failure
from cinegraph.pipeline.there import perform_there
from cinegraph.pipeline.work import Outcome, Task
from cinegraph.pipeline.workers import MOST_BYTES_WAITING, can_travel

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECT_SECONDS = 5
_PATIENCE_SECONDS = 120.0
"""So long a cluster may be without any worker: one that grows on demand takes a while."""
_LOOK_SECONDS = 5.0
_MOST_TOGETHER = 16
_BYTES_TOGETHER = 200_000
_AGAIN = "what has been read is kept: the same command goes on from there"


@contextmanager
def connected(address: str, extractor: Extractor) -> Iterator[Cluster]:
    """The workers of the Dask cluster whose scheduler has this address (``tcp://host:8786``).

    :raises InputError: if it is no address, or the extractor cannot be loaded elsewhere
    :raises CinegraphError: if there is no scheduler, or ``distributed`` is not installed
    """
    if not can_travel(extractor):
        raise InputError(f"the extractor {extractor.name!r} is no function of a module, so a cluster cannot load it")
    try:
        import dask
        import distributed  # noqa: F401 # sets up its logging, which is quiet from here on
    except ImportError as error:
        raise CinegraphError("a Dask cluster needs one more package: pip install 'cinegraph[dask]'") from error
    # An article may be as large as Dask thinks that no task should be.
    with _quiet(), dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
        client = _client(address)
        try:
            yield Cluster(client, extractor, address)
        finally:
            with suppress(Exception):  # whatever it says, nothing is left to do
                client.close(timeout=_CONNECT_SECONDS)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps Dask, and the loop below it, from logging what is an error of ours, or none.

    An interrupt cuts that loop's callbacks short, and it may tell of them until the process has ended: it stays quiet.
    """
    names = ("distributed", "distributed.client", "tornado.application", "asyncio")
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    interrupted = False
    try:
        yield
    except KeyboardInterrupt:
        interrupted = True
        raise
    finally:
        for logger, level in () if interrupted else zip(loggers, before, strict=True):
            logger.setLevel(level)


def _client(address: str) -> Client:
    """A connection to a scheduler, or an error within seconds.

    :raises InputError: if this is no address
    :raises CinegraphError: if no scheduler answers there, or one that does not fit
    """
    from distributed import Client

    answers: SimpleQueue[Client | Exception] = SimpleQueue()
    late = Event()

    def connect() -> None:
        try:
            client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False, name="cinegraph")
        except Exception as error:
            answers.put(error)
            return
        answers.put(client)
        if late.is_set():
            client.close()

    # Aside, for Dask waits on and on for one who takes the connection and says nothing.
    Thread(target=connect, daemon=True).start()
    try:
        answer = answers.get(timeout=2 * _CONNECT_SECONDS)
    except Empty:
        late.set()
        answer = TimeoutError()
    if isinstance(answer, ValueError):
        raise InputError(f"{address!r} is no address of a Dask scheduler; one looks like tcp://host:8786") from answer
    if isinstance(answer, OSError):
        raise CinegraphError(
            f"no Dask scheduler answers at {address} within seconds; is it running, and is this its address?"
        ) from answer
    if isinstance(answer, Exception):
        # Of another version, or secured while nothing is set up here.
        raise CinegraphError(f"the Dask scheduler at {address} cannot be used: {answer}") from answer
    return answer


class Cluster:
    """The workers of a cluster; see :class:`cinegraph.pipeline.work.Labour`."""

    def __init__(self, client: Client, extractor: Extractor, address: str) -> None:
        self._client = client
        self._address = address
        greeting = greeting_of(extractor)
        self._told = pickle.dumps((greeting, likeness(extractor.name, extractor.key)))
        self._under_way: dict[Future, list[Task]] = {}
        self._done: SimpleQueue[Future] = SimpleQueue()
        self._number = self._size = 0
        self._threads = 0
        self._seen = self._looked = 0.0

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Each task with what came of it, as they are done; an article that ends its process twice has failed, and so
        has one that ends the cluster's workers themselves.

        :raises CinegraphError: if the cluster is lost, or a worker finds what no article can help
        """
        self._seen = time.monotonic()
        self._look()
        remaining = iter(tasks)
        suspects: list[Task] = []
        while True:
            while self._has_room() and (bundle := self._bundle(remaining)):
                self._submit(bundle)
            if not self._under_way:
                break
            bundle, outcomes = self._next()
            if outcomes is None:
                suspects += bundle
            else:
                yield from self._checked(bundle, outcomes)
        for task in suspects:
            # Alone under way, so what the workers die of is known.
            self._submit([task])
            bundle, outcomes = self._next()
            yield from self._checked(bundle, [_failure(task)] if outcomes is None else outcomes)

    def _has_room(self) -> bool:
        return len(self._under_way) < 2 * max(self._threads, 2) and self._size < MOST_BYTES_WAITING

    def _bundle(self, tasks: Iterator[Task]) -> list[Task]:
        """A few tasks to be sent together, more where there are many: sending a bundle costs milliseconds."""
        most = min(_MOST_TOGETHER, 1 + self._number // (8 * max(self._threads, 2)))
        bundle: list[Task] = []
        while len(bundle) < most and _size(bundle) < _BYTES_TOGETHER and (task := next(tasks, None)) is not None:
            bundle.append(task)
        return bundle

    def _submit(self, bundle: list[Task]) -> None:
        future = self._client.submit(perform_there, self._told, pickle.dumps(bundle), pure=False)
        self._under_way[future] = bundle
        self._size += _size(bundle)
        future.add_done_callback(self._done.put)

    def _next(self) -> tuple[list[Task], list[Outcome | CinegraphError] | None]:
        """The next bundle that is done, with what came of it; None where workers died while they had it.

        :raises CinegraphError: if none can be expected any more
        """
        future = None
        while future is None:
            if time.monotonic() - self._looked > _LOOK_SECONDS:
                self._look()
            with suppress(Empty):
                future = self._done.get(timeout=_LOOK_SECONDS)
        bundle = self._under_way.pop(future)
        self._size -= _size(bundle)
        return bundle, self._opened(future)

    def _opened(self, future: Future) -> list[Outcome | CinegraphError] | None:
        from distributed import KilledWorker

        while True:
            try:
                outcomes: list[Outcome | CinegraphError] = pickle.loads(future.result(timeout=_LOOK_SECONDS))
                return outcomes
            except TimeoutError:
                # The worker has died since, and another one reads it again.
                self._look()
            except KilledWorker:
                return None
            except Exception as error:
                if future.status != "error":
                    raise self._lost() from error
                raise CinegraphError(
                    f"a worker of the Dask cluster cannot read articles ({type(error).__name__}: {error}); "
                    "is the same cinegraph installed there?"
                ) from error

    def _checked(
        self, bundle: Iterable[Task], outcomes: Iterable[Outcome | CinegraphError]
    ) -> Iterator[tuple[Task, Outcome]]:
        for task, outcome in zip(bundle, outcomes, strict=False):
            if isinstance(outcome, CinegraphError):
                raise outcome
            self._number += 1
            yield task, outcome

    def _look(self) -> None:
        """See how many threads the workers have.

        :raises CinegraphError: if the scheduler does not answer, or there has been no worker for long
        """
        self._looked = time.monotonic()
        try:
            self._threads = sum(self._client.nthreads(callback_timeout=4 * _CONNECT_SECONDS).values())
        except Exception as error:
            raise self._lost() from error
        if self._threads:
            self._seen = self._looked
        elif self._looked - self._seen > _PATIENCE_SECONDS:
            raise CinegraphError(
                f"the Dask cluster at {self._address} has had no worker for {_PATIENCE_SECONDS:.0f} s; {_AGAIN}"
            )

    def _lost(self) -> CinegraphError:
        return CinegraphError(f"the Dask scheduler at {self._address} answers no more; {_AGAIN}")


def _size(bundle: Iterable[Task]) -> int:
    return sum(len(task.data) for task in bundle)


def _failure(task: Task) -> Failure:
    return Failure(task.name, "ended every worker of the cluster that read it; the others were read")
