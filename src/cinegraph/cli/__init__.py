"""The command line: arguments → one call of the library → print."""

from __future__ import annotations


def main() -> None:
    """Run the command line on the arguments of the process, and end the process with the right exit code."""
    from cinegraph.cli.program import program

    program(prog_name="cinegraph")
