"""One worker process and the talk with it: an article goes in, what came of it comes out, so it is known which article
the process died of."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Lock

from cinegraph.errors import CinegraphError
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.report import Failure
from cinegraph.pipeline.work import Outcome, Task
from cinegraph.pipeline.worker import BOOTSTRAP, Answer

TRIES = 2
_STARTS = 3
_DIED = (EOFError, OSError, pickle.UnpicklingError)

Greeting = tuple[str, str, bytes]
"""What a worker is told first: its extractor by name, key and pickled function."""


def greeting_of(extractor: Extractor) -> Greeting:
    """What a worker is told of an extractor that can travel."""
    return extractor.name, extractor.key, pickle.dumps(extractor.extract)


class EndedError(Exception):
    """The work is over."""


class Hand:
    """A process that reads articles, started when there is one to read, and again when it has died.

    One thread may give it articles; any may end it.

    :param advice: what to do where no process can be started
    """

    def __init__(self, greeting: Greeting, advice: str) -> None:
        self._greeting = greeting
        self._advice = advice
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._lock = Lock()

    def outcome_of(self, task: Task) -> Outcome | CinegraphError:
        """What came of a task; an article that ends its process twice has failed.

        :returns: an error where something is wrong that no article can help
        :raises EndedError: if the work is over
        """
        ending = ""
        for _ in range(TRIES):
            try:
                process = self._process or self._started()
            except CinegraphError as error:
                return error
            answer = _asked(process, task)
            if answer is None:
                ending = _ending(self.dismiss())
                continue
            if answer.last:
                self.dismiss()
            return answer.outcome
        return Failure(task.name, f"ended the process that read it, {TRIES} times ({ending}); the others were read")

    def end(self) -> None:
        """End the process, whatever it does, and start no other."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def dismiss(self) -> int:
        """Let the process go; the next task starts another one.

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

    def _started(self) -> subprocess.Popen[bytes]:
        """A process that is ready for tasks.

        :raises CinegraphError: if none can be had
        """
        reason = ""
        for _ in range(_STARTS):
            with self._lock:
                if self._ended:
                    raise EndedError
                try:
                    self._process = process = _start()
                except OSError as error:
                    raise self._not_started(error.strerror or str(error)) from error
            try:
                _send(process, sys.path)
                _send(process, self._greeting)
                assert process.stdout is not None
                reason = pickle.load(process.stdout)
            except _DIED:
                reason = _ending(self.dismiss())
                continue
            if not reason:
                return process
            self.dismiss()
            break
        raise self._not_started(reason)

    def _not_started(self, reason: str) -> CinegraphError:
        return CinegraphError(f"a process to read articles cannot be started: {reason}; {self._advice}")


def _start() -> subprocess.Popen[bytes]:
    # In a session of its own an interrupt from the keyboard does not reach it: its master ends it.
    return subprocess.Popen(
        [sys.executable, "-P", "-c", BOOTSTRAP], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )


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
