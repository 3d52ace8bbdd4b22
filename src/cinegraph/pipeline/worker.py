"""What runs in a worker's process: takes articles from standard input, gives what came of them to standard output."""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from cinegraph.errors import CinegraphError
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.work import Outcome, Task, perform

_MOST_BYTES = 600_000_000
"""A process that has needed more than this for an article is replaced: what it holds on to may not be given back."""

BOOTSTRAP = """\
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from cinegraph.pipeline.worker import main
main()
"""
"""Run by the interpreter, so that a worker finds the modules where its master does, and never runs the master's own."""


class Answer(NamedTuple):
    """What a worker says of a task.

    :ivar outcome: an error where something is wrong that no article can help
    :ivar last: whether the worker ends now, so that another one has to take its place
    """

    outcome: Outcome | CinegraphError
    last: bool = False


def main() -> None:
    """Do as told until standard input ends."""
    given, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever an extractor prints must not get among the answers.
    os.dup2(2, 1)
    try:
        _work(given, told)
    except (BrokenPipeError, EOFError):
        # The master has gone, and may have been killed in the middle of a task.
        os._exit(0)


def _work(given: IO[bytes], told: IO[bytes]) -> None:
    try:
        name, key, function = pickle.load(given)
        extractor = Extractor(name, key, pickle.loads(function))
    except Exception as error:
        _tell(told, f"the extractor cannot be loaded in it ({type(error).__name__}: {error})")
        return
    _tell(told, "")
    while True:
        answer = _answer(pickle.load(given), extractor)
        _tell(told, answer)
        if answer.last:
            return


def _answer(task: Task, extractor: Extractor) -> Answer:
    try:
        return Answer(perform(task, extractor), _needed() > _MOST_BYTES)
    except CinegraphError as error:
        return Answer(error)


def _needed() -> int:
    """The most bytes of memory that this process has needed so far, where the system tells."""
    with suppress(OSError):
        # What getrusage tells on Linux includes the most that the master needed before it became this process.
        for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _tell(told: IO[bytes], what: object) -> None:
    pickle.dump(what, told, pickle.HIGHEST_PROTOCOL)
    told.flush()
