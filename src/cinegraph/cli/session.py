"""What every command knows of the call: which store, whether to talk, and how."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from cinegraph.cli.plain import one_line

if TYPE_CHECKING:
    from cinegraph.store import Location, Store


class Session(NamedTuple):
    """The options that come before the command.

    :ivar store_path: the folder of the store, or the address of a service
    :ivar quiet: whether only answers and errors are printed
    :ivar named: whether it was given on the command line, so that it has to be given again
    """

    store_path: Location
    quiet: bool = False
    named: bool = False

    def talk(self, message: str) -> None:
        """Say something that is no part of the answer, on standard error."""
        if not self.quiet:
            say(message)

    @property
    def program(self) -> str:
        """How to call this program again with this store: as it was called now, quoted for the shell."""
        import shlex
        import shutil

        called = Path(sys.argv[0])
        if called.name == "__main__.py":
            name = f"{shlex.quote(sys.executable)} -m cinegraph"
        elif called.name == "cinegraph" and shutil.which("cinegraph") != str(called.absolute()):
            name = shlex.quote(str(called))
        else:
            name = "cinegraph"
        return f"{name} --store {shlex.quote(str(self.store_path))}" if self.named else name

    @property
    def shows_progress(self) -> bool:
        """Whether somebody watches: standard error is a terminal and nobody asked for quiet."""
        return not self.quiet and sys.stderr.isatty()

    @contextmanager
    def open(self) -> Iterator[Store]:
        """The store, opened for reading; closed when the block ends."""
        from cinegraph.store import open_store

        store = open_store(self.store_path)
        store.prepare()
        try:
            yield store
        finally:
            store.close()


def say(message: str) -> None:
    """Print a message on standard error, each line of it safe for a terminal."""
    color = click.get_current_context(silent=True)
    for line in message.split("\n"):
        click.echo(one_line(line), err=True, color=color.color if color else None)


pass_session = click.make_pass_decorator(Session)
