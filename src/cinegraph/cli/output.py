"""Where an answer goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

import click

from cinegraph.cli.formats import ENDINGS, GRAPH, TABULAR, Reply, render
from cinegraph.errors import InputError

Command = TypeVar("Command", bound=Callable[..., object])


class Output(NamedTuple):
    """What the user asked of the output.

    :ivar format: one of the command's formats
    :ivar path: a file, or None for standard output
    :ivar force: whether a file that exists may be replaced
    """

    format: str
    path: Path | None = None
    force: bool = False

    def emit(self, reply: Reply) -> None:
        """Write an answer in the format that was asked for."""
        self.write(render(reply, self.format, self.window))

    def write(self, pieces: Iterable[str | bytes]) -> None:
        """Write pieces of text or bytes, to standard output or to the file."""
        if self.path is None:
            show(pieces)
            return
        with replacing(self.path, self.force) as file:
            for piece in pieces:
                file.write(piece if isinstance(piece, bytes) else click.unstyle(piece).encode("utf-8", "replace"))

    @property
    def window(self) -> int | None:
        """The columns of the terminal, or None where the answer goes to a pipe or a file."""
        if self.path is not None or not sys.stdout.isatty():
            return None
        import shutil

        return shutil.get_terminal_size().columns


def show(pieces: Iterable[str | bytes]) -> None:
    """Write pieces to standard output; on a terminal that they do not fit, through a pager."""
    from cinegraph.cli.paging import paged, wants_pager

    ctx = click.get_current_context()
    if wants_pager(ctx):
        paged(pieces, ctx.color)
        return
    for piece in _gathered(pieces):
        click.echo(piece, nl=False, color=ctx.color)


_AT_ONCE = 100
"""So many pieces are written together: each writing looks at the stream anew, which a card of 2,000 lines feels."""


def _gathered(pieces: Iterable[str | bytes]) -> Iterator[str | bytes]:
    """The same pieces, those of text some at a time."""
    waiting: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            waiting.append(piece)
        if waiting and (len(waiting) == _AT_ONCE or isinstance(piece, bytes)):
            yield "".join(waiting)
            waiting.clear()
        if isinstance(piece, bytes):
            yield piece
    if waiting:
        yield "".join(waiting)


def output_options(
    formats: tuple[str, ...] = TABULAR, default: str = "table", told: str | None = None
) -> Callable[[Command], Command]:
    """A decorator that adds ``--format``, ``--output`` and ``--force``, and gives the command an ``output``.

    :param default: the format where nothing says which
    :param told: how the help calls that default, where not by its name
    """

    def decorate(command: Command) -> Command:
        import functools

        @functools.wraps(command)
        def with_output(
            *args: object, format: str | None, output: str | None, force: bool, **options: object
        ) -> object:
            chosen = chosen_output(formats, default, format, output, force)
            return command(*args, output=chosen, **options)

        decorated: Callable[..., object] = with_output
        for option in (
            click.option("--force", is_flag=True, help="Replace the output file if it exists."),
            click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all; - is the screen."),
            click.option(
                "--format",
                type=click.Choice(formats),
                help=f"How to write it; {told or default} where neither this nor the ending of FILE says.",
            ),
        ):
            decorated = option(decorated)
        return decorated  # type: ignore[return-value]

    return decorate


def chosen_output(formats: tuple[str, ...], default: str, format: str | None, path: str | None, force: bool) -> Output:
    """The output that the options mean; the ending of the file gives the format where ``--format`` does not."""
    target = None if path in (None, "-") else Path(str(path))
    if target is not None:
        refuse_overwriting(target, force)
    if format is None and target is not None:
        ending = ENDINGS.get(target.suffix.lower().lstrip("."))
        format = ending if ending in formats else None
    return Output(format or default, target, force)


def refuse_overwriting(path: Path, force: bool) -> None:
    """Refuse early what :func:`replacing` would refuse late, after the work is done.

    :raises InputError: if the file exists and may not be replaced, or its folder does not exist
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; give the name of a file")
    if _is_regular(path) and not force:
        raise InputError(f"{path} exists already; add --force to replace it")
    if not path.parent.is_dir():
        raise InputError(f"{path.parent} is no folder; make it first")


@contextmanager
def replacing(path: Path, force: bool = False) -> Iterator[BinaryIO]:
    """A file to write to that takes its name only when all of it is written.

    :raises InputError: if the file exists and may not be replaced, or its folder cannot be written to
    """
    import tempfile

    refuse_overwriting(path, force)
    if path.exists() and not _is_regular(path):
        with path.open("wb") as device:
            yield device
        return
    target = Path(os.path.realpath(path))
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


__all__ = ["GRAPH", "TABULAR", "Output", "chosen_output", "output_options", "refuse_overwriting", "replacing"]
