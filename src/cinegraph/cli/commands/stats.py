"""``cinegraph stats``: what the graph holds, in numbers."""

from __future__ import annotations

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.session import Session, pass_session
from cinegraph.questions.answers import Table


@click.command("stats", short_help="Count what the graph holds.")
@click.option("--articles", is_flag=True, help="List the articles by name, with title and date, instead.")
@output_options()
@pass_session
def command(session: Session, articles: bool, output: Output) -> None:
    """Count what the graph holds: articles, sentences, entities by type, claims by status and relation.

    \b
    cinegraph stats
    cinegraph stats --articles
    cinegraph stats --format json
    """
    from cinegraph.questions.statistics import statistics

    with session.open() as store:
        if articles:
            read = [store.articles.document(name) for name in store.articles.names()]
            rows = tuple((each.name, each.title, each.publisher, each.date) for each in read)
            output.emit(Reply(Table(("article", "title", "publisher", "date"), rows)))
            return
        output.emit(Reply(statistics(store)))
