"""Reads and extracts articles in processes of their own, one for each core.

A worker has one article at a time, so it is known which article it died of. Neither ``multiprocessing`` nor
``concurrent.futures`` serves here: the first runs the user's own script again in every worker, the second gives up all
work when one worker dies.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread

from cinegraph.errors import CinegraphError
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.report import Failure
from cinegraph.pipeline.work import Outcome, Task
from cinegraph.pipeline.worker import BOOTSTRAP, Answer

_TRIES = 2
_STARTS = 3
_MOST_BYTES_WAITING = 64_000_000
_DIED = (EOFError, OSError, pickle.UnpicklingError)


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
        crew = [_Hand(self._extractor, todo, done) for _ in range(self._number)]
        try:
            yield from _exchanged(iter(tasks), todo, done, 2 * self._number)
        finally:
            for hand in crew:
                hand.end()
            # Any of them may take any of these.
            for _ in crew:
                todo.put(None)
            for hand in crew:
                hand.wait()


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
        while left and waiting < ahead and size < _MOST_BYTES_WAITING:
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


class _EndedError(Exception):
    """The work is over."""


class _Hand:
    """One worker: a thread of ours that talks to a process, and starts another one when that has died."""

    def __init__(
        self,
        extractor: Extractor,
        todo: SimpleQueue[Task | None],
        done: SimpleQueue[tuple[Task, Outcome | CinegraphError]],
    ) -> None:
        self._greeting = (extractor.name, extractor.key, pickle.dumps(extractor.extract))
        self._todo = todo
        self._done = done
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._lock = Lock()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """End the process, whatever it does."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _run(self) -> None:
        with suppress(_EndedError):
            while (task := self._todo.get()) is not None:
                self._done.put((task, self._outcome_of(task)))
        self._dismiss()

    def _outcome_of(self, task: Task) -> Outcome | CinegraphError:
        ending = ""
        for _ in range(_TRIES):
            try:
                process = self._process or self._started()
            except CinegraphError as error:
                return error
            answer = _asked(process, task)
            if answer is None:
                ending = _ending(self._dismiss())
                continue
            if answer.last:
                self._dismiss()
            return answer.outcome
        return Failure(task.name, f"ended the process that read it, {_TRIES} times ({ending}); the others were read")

    def _started(self) -> subprocess.Popen[bytes]:
        """A process that is ready for tasks.

        :raises CinegraphError: if none can be had
        """
        reason = ""
        for _ in range(_STARTS):
            with self._lock:
                if self._ended:
                    raise _EndedError
                self._process = process = _start()
            try:
                _send(process, sys.path)
                _send(process, self._greeting)
                assert process.stdout is not None
                reason = pickle.load(process.stdout)
            except _DIED:
                reason = _ending(self._dismiss())
                continue
            if not reason:
                return process
            self._dismiss()
            break
        raise CinegraphError(f"a process to read articles cannot be started: {reason}; build with --jobs 1")

    def _dismiss(self) -> int:
        """Let the process go.

        :returns: its exit code; negative where a signal has ended it
        """
        with self._lock:
            process, self._process = self._process, None
        code = 0
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            code = process.wait()
        return code


def _start() -> subprocess.Popen[bytes]:
    try:
        # In a session of its own an interrupt from the keyboard does not reach it: its master ends it.
        return subprocess.Popen(
            [sys.executable, "-P", "-c", BOOTSTRAP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise CinegraphError(
            f"a process to read articles cannot be started: {error.strerror or error}; build with --jobs 1"
        ) from error


def _asked(process: subprocess.Popen[bytes], task: Task) -> Answer | None:
    """A worker's answer; None where it has died."""
    assert process.stdout is not None
    try:
        _send(process, task)
        answer = pickle.load(process.stdout)
    except _DIED:
        return None
    assert isinstance(answer, Answer)
    return answer


def _send(process: subprocess.Popen[bytes], what: object) -> None:
    assert process.stdin is not None
    pickle.dump(what, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()


def _ending(code: int) -> str:
    """How a process ended, in words.

    >>> _ending(-9), _ending(3)
    ('killed by SIGKILL', 'exit code 3')
    """
    if code < 0:
        with suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"
