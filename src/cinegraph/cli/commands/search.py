"""``cinegraph search``: names like this one."""

from __future__ import annotations

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.kinds import EntityType


@click.command("search", short_help="Find names in any spelling or script.")
@click.argument("text")
@click.option(
    "--type",
    "kind",
    type=click.Choice([kind.value.lower() for kind in EntityType]),
    help="Only entities of this type.",
)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="At most so many.")
@output_options()
@pass_session
def command(session: Session, text: str, kind: str | None, limit: int, output: Output) -> None:
    """Find names like TEXT: any spelling or script, parts of names, near misses; the best first.

    \b
    cinegraph search балагов
    cinegraph search "un certain" --type award
    cinegraph search sokurow --format json
    """
    with session.open() as store:
        from cinegraph.questions.search import search

        found = search(store, well_formed(text), limit, EntityType(kind.capitalize()) if kind else None)
        output.emit(Reply(found))
        if not found.rows:
            session.talk("Nothing has a name like that.")
