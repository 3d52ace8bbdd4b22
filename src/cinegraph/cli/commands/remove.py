"""``cinegraph remove``: take articles out of the graph."""

from __future__ import annotations

import click

from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.cli.summary import report_reply


@click.command("remove", short_help="Take articles out of the graph.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--changes", is_flag=True, help="List the entities and claims that changed or went.")
@output_options()
@pass_session
def command(session: Session, articles: tuple[str, ...], changes: bool, output: Output) -> None:
    """Take articles out of the graph, with everything that only they say.

    ARTICLE is a name as `cinegraph stats` and the evidence show it. A person's decisions stay.

    \b
    cinegraph remove review.html
    cinegraph remove cannes/2019.md cannes/2020.md
    cinegraph remove review.html --changes
    """
    from cinegraph.pipeline import remove

    report = remove(session.store_path, [well_formed(name) for name in articles], compared=changes)
    if not session.quiet or output.path is not None or output.format != "table":
        output.emit(report_reply(report, (), listed=changes))
