"""Every failure becomes a message and an exit code; no traceback reaches a user who did not ask for one.

Exit codes: 0 done, 1 error, 2 usage or unusable input, 3 not found, 4 built but some files failed, 5 ambiguous name,
6 validation or conflict threshold, 7 time limit, 130 interrupted;
141 when the reader of a pipe has gone, as in a shell.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from cinegraph.cli.session import say
from cinegraph.errors import AmbiguousNameError, CinegraphError, NotFoundError

INTERRUPTED = 130
PIPE_CLOSED = 141
DEBUG = "CINEGRAPH_DEBUG"
GLOBAL_OPTIONS = ("--store", "--quiet", "--no-color", "--no-pager", "--version")


class PipeClosedError(Exception):
    """The reader of our output has gone."""


def run_guarded(action: Callable[[], object]) -> int:
    """Run an action and translate whatever it raises.

    :returns: the exit code
    """
    try:
        result = action()
        sys.stdout.flush()
    except (PipeClosedError, BrokenPipeError):
        _abandon_output()
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        say("Interrupted.")
        return INTERRUPTED
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except Exception as error:
        return _reported(error)
    return result if isinstance(result, int) else 0


def _reported(error: Exception) -> int:
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, click.ClickException):
        return _report_click(error)
    if isinstance(error, CinegraphError):
        return _report_own(error)
    kind = type(error).__name__
    say(f"Error: something went wrong inside cinegraph ({kind}: {_first_line(error)}).")
    say(f"Set {DEBUG}=1 and run the command again to see where; please report it with that output.")
    return 1


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no message"])[0][:200]


def _report_click(error: click.ClickException) -> int:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        say(error.ctx.get_usage())
        say(f"Try '{error.ctx.command_path} -h' for help.")
        say("")
    say(f"Error: {error.format_message()}")
    if isinstance(error, click.NoSuchOption) and error.option_name in GLOBAL_OPTIONS:
        say(f"{error.option_name} comes before the command: cinegraph {error.option_name} … COMMAND")
    return 2 if isinstance(error, click.FileError) else error.exit_code


def _report_own(error: CinegraphError) -> int:
    say(f"Error: {error.message}")
    if isinstance(error, NotFoundError) and error.suggestions:
        say("Did you mean:")
        for suggestion in error.suggestions:
            say(f"  {suggestion}")
    if isinstance(error, AmbiguousNameError):
        for candidate in error.candidates:
            say(f"  {candidate}")
    return error.exit_code


def _abandon_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush stays quiet too."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
