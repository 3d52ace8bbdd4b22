"""``cinegraph doctor``: what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import one_line
from cinegraph.cli.session import Session, pass_session
from cinegraph.questions.answers import Table

if TYPE_CHECKING:
    from cinegraph.questions.health import Check

_COLOURS = {"good": "green", "warning": "yellow", "bad": "red"}


@click.command("doctor", short_help="Say what is wrong with the installation or the store.")
@click.option("--mend", is_flag=True, help="Mend what can be mended without loss, then look again.")
@output_options()
@pass_session
def command(session: Session, mend: bool, output: Output) -> int:
    """Look over the installation and the store; say what is wrong and how to mend it (exit code 1 if something is).

    Every file of the graph is compared with its checksum, every article is read. --mend sets the pointer right, makes
    a damaged graph anew from the articles as they were read, clears away what killed builds left, and brings an older
    format up to date; what is damaged is set aside, not deleted.

    \b
    cinegraph doctor
    cinegraph doctor --mend
    cinegraph --store other.graph doctor --format json
    """
    from cinegraph.questions.health import examine

    if mend:
        _mend(session)
    checks = examine(session.store_path)
    table = Table(("what", "state", "found", "remedy"), tuple((*each[:3], each.remedy or None) for each in checks))
    output.emit(Reply(table, text=lambda _: _lines(checks)))
    return 1 if any(each.state == "bad" for each in checks) else 0


def _mend(session: Session) -> None:
    from cinegraph.store.location import folder_of

    folder = folder_of(session.store_path, "mended")
    if folder.exists():
        from cinegraph.pipeline import mend

        for done in mend(folder):
            session.talk(f"Mended: {done}.")


def _lines(checks: Sequence[Check]) -> Iterator[str]:
    for each in checks:
        state = click.style(f"{each.state:<8}", fg=_COLOURS[each.state])
        yield f"{state} {one_line(f'{each.what}: {each.found}')}"
        if each.remedy:
            yield f"         → {one_line(each.remedy)}"
