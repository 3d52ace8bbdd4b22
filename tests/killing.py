"""Runs work on a store in a process of its own that is killed at a chosen step, or a chosen time after it.

Steps are what Python tells its audit hooks (:func:`sys.addaudithook`): each opening, renaming, making and deleting of a
file of the trial. What happens inside SQLite and Oxigraph tells nothing; a delay after a step strikes there.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cinegraph.errors import CinegraphError
from cinegraph.resolve import decisions_from_json, decisions_to_json
from cinegraph.store import open_store
from cinegraph.store.layout import Layout

_TOLD = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree", "sqlite3.connect"}
FAILED = 9
# The first that fits a step's path, old name or new, is the phase that begins with it.
_PHASES = (
    ("cinegraph-part", "backup: writing"),
    ("backup.zip", "backup: taking its name"),
    (".unfinished/pending", "restore: unpacking"),
    (".unfinished/index", "index: writing"),
    (".unfinished/checksums", "checksums: writing"),
    (".unfinished/graph", "graph: writing"),
    ("/current", "publishing: pointer"),
    ("/pending", "publishing: decisions of the backup"),
    (".old", "deleting the old graph"),
    ("runs.nq", "recording the run"),
    ("decisions.jsonl", "keeping decisions"),
    ("articles.sqlite", "articles"),
    ("damaged", "mending articles"),
    ("store.json", "opening"),
    ("/lock", "opening"),
)


class Kill(NamedTuple):
    """When to kill.

    :ivar step: after so many steps
    :ivar seconds: so long after that step
    """

    step: int
    seconds: float = 0.0


class Ended(NamedTuple):
    """How work ended.

    :ivar code: 0, :data:`FAILED`, or -9 if it was killed
    :ivar steps: how many steps there were
    :ivar phase: in which it ended
    :ivar said: the error's message, or what the work gave
    """

    code: int
    steps: int
    phase: str
    said: str


def run(work: Callable[[], object], folder: Path, kill: Kill | None = None) -> Ended:
    """Do work in a process of its own.

    :param folder: steps on files in it count
    """
    return wait(begin(work, folder, kill), kill)


class Running(NamedTuple):
    """Work under way."""

    process: int
    steps: int
    answers: int


def begin(work: Callable[[], object], folder: Path, kill: Kill | None = None) -> Running:
    """Begin work in a process of its own."""
    steps, steps_out = os.pipe()
    answers, answers_out = os.pipe()
    process = os.fork()
    if process:
        os.close(steps_out)
        os.close(answers_out)
        return Running(process, steps, answers)
    try:
        os.close(steps)
        os.close(answers)
        _tell_steps(steps_out, str(folder), kill.step if kill is not None and not kill.seconds else None)
        code, said = 0, ""
        try:
            said = str(work())
        except CinegraphError as error:
            code, said = FAILED, error.message
        except BaseException as error:
            code, said = 1, f"{type(error).__name__}: {error}"
        os.write(answers_out, said.encode("utf-8", "replace")[:60_000])
        os._exit(code)
    finally:
        os._exit(1)


def _tell_steps(pipe: int, folder: str, last: int | None) -> None:
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event not in _TOLD:
            return
        paths = [str(each) for each in arguments[:2] if isinstance(each, str | os.PathLike) and folder in str(each)]
        if not paths:
            return
        count += 1
        os.write(pipe, (phase_of(event, paths) + "\n").encode("ascii"))
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def phase_of(event: str, paths: list[str]) -> str:
    """The phase that begins with a step."""
    if event == "os.rename" and paths[0].endswith(".unfinished"):
        return "publishing: rename"
    return next((phase for part, phase in _PHASES if any(part in path for path in paths)), "graph: writing")


def wait(running: Running, kill: Kill | None = None) -> Ended:
    """Wait until work has ended, killing it if that is asked for."""
    steps, phase, rest = 0, "start", b""
    while piece := os.read(running.steps, 65_536):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            steps, phase = steps + 1, line.decode("ascii")
        if kill is not None and kill.seconds and steps >= kill.step:
            time.sleep(kill.seconds)
            os.kill(running.process, signal.SIGKILL)
            kill = None
    said = b""
    while piece := os.read(running.answers, 65_536):
        said += piece
    os.close(running.steps)
    os.close(running.answers)
    code = os.waitstatus_to_exitcode(os.waitpid(running.process, 0)[1])
    return Ended(code, steps, phase, said.decode("utf-8", "replace"))


def state_of(store: Path) -> str:
    """A hash of what a store answers with, every quad, every article as read, every name, and of the decisions."""
    if not store.exists() or not Layout(store).marker.exists() or Layout(store).current_number() is None:
        return "nothing"
    digest = hashlib.sha256()
    with open_store(store) as opened:
        for quad in sorted(map(str, opened.quads())):
            digest.update(quad.encode())
        for name in opened.articles.names():
            digest.update(repr(opened.articles.extraction(name)).encode())
        digest.update(repr(opened.names.best_known(100_000)).encode())
        # One that is taken twice counts once.
        digest.update(decisions_to_json(decisions_from_json(json.dumps(opened.decisions.records()))).encode())
    return digest.hexdigest()[:16]
