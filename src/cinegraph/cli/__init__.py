"""The command line: arguments → one call of the library → print."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line on the arguments of the process, and end the process with the right exit code."""
    from cinegraph.cli.program import program

    try:
        program(prog_name="cinegraph")
    except SystemExit as ending:
        _leave(ending.code if isinstance(ending.code, int) else 0)


def _leave(code: int) -> None:
    """End the process at once: all is written and closed, and taking the interpreter down costs a look-up 20 ms."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            # The reader of the pipe has gone; whoever wanted to know has been told by the exit code.
            continue
    os._exit(code)
