"""Long answers on a terminal go through a pager; nothing else does."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from itertools import chain

import click

OWN = "CINEGRAPH_PAGER"


def wants_pager(ctx: click.Context) -> bool:
    """Whether somebody sits at a terminal that a pager can work on, and has not said --no-pager."""
    named = os.environ.get(OWN)
    off = ctx.find_root().params.get("no_pager") or named == "" or named == "cat"
    return not off and sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def paged(pieces: Iterable[str | bytes], color: bool | None) -> None:
    """Write the pieces; once they are more than the terminal shows, what there is and what is to come goes to a pager.

    The pager is that of CINEGRAPH_PAGER, else of PAGER, else less, which is told to leave colours and to end at once
    where all fits.
    """
    if named := os.environ.get(OWN):
        os.environ["PAGER"] = named
    os.environ.setdefault("LESS", "FRX")
    lines, room = 0, shutil.get_terminal_size().lines - 1
    coming, seen = map(_text, pieces), []
    for piece in coming:
        seen.append(piece)
        lines += piece.count("\n")
        if lines > room:
            click.echo_via_pager(chain(seen, coming), color)
            return
    for piece in seen:
        click.echo(piece, nl=False, color=color)


def _text(piece: str | bytes) -> str:
    return piece if isinstance(piece, str) else piece.decode("utf-8", "replace")
