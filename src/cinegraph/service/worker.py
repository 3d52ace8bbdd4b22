"""A worker process: reads tasks from its standard input, and writes what comes of them to its standard output."""

from __future__ import annotations

import json
import math
import os
import signal
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

from cinegraph.service.follower import Follower
from cinegraph.service.reply import HEAD, packed, sizes
from cinegraph.service.settings import Settings
from cinegraph.service.tasks import done

_LEEWAY = 2
"""So many seconds after the deadline a worker ends by itself, where the service that should end it has gone."""


def main() -> int:
    """Work until the standard input ends."""
    settings = Settings(**json.loads(sys.argv[1]))
    tasks, answers = sys.stdin.buffer, sys.stdout.buffer
    _bound_memory(settings.most_memory)
    # Whatever prints must not come between the answers.
    sys.stdout = sys.stderr
    follower = Follower(settings.store)
    while (task := _next(tasks)) is not None:
        _set_alarm(math.ceil(settings.seconds) + _LEEWAY)
        reply = done(task, follower, settings)
        _set_alarm(0)
        answers.write(packed(reply))
        answers.flush()
    return 0


def _next(tasks: BinaryIO) -> Mapping[str, Any] | None:
    head = tasks.read(HEAD)
    if len(head) < HEAD:
        return None
    fields, _ = sizes(head)
    task: Mapping[str, Any] = json.loads(tasks.read(fields))
    return task


def _bound_memory(most: int) -> None:
    """Let the system refuse more: Oxigraph then ends the process, and nothing else on the machine suffers."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (most, resource.RLIM_INFINITY))


def _set_alarm(seconds: int) -> None:
    # The system ends the process, whatever library it is in.
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    # Nothing is left to clean up, and closing a large graph takes a while.
    os._exit(code)
