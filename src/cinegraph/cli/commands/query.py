"""``cinegraph query``: SPARQL, inline, from a file, or by name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from cinegraph.cli.answers import FORMATS, assignments, written
from cinegraph.cli.completion import questions_of
from cinegraph.cli.deadline import within
from cinegraph.cli.input import text_of
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.store import Store

DEFAULT_LIMIT = 60.0
# A longer query may be nested so deep that the engine overruns its stack, which only a process of its own survives.
_SHORT = 2000
OWN_FOLDERS = "CINEGRAPH_QUERIES"


def own_folders(given: tuple[str, ...]) -> list[Path]:
    """The user's folders of named queries: those of the option, else those of the environment."""
    named = given or tuple(part for part in os.environ.get(OWN_FOLDERS, "").split(os.pathsep) if part)
    return [Path(each) for each in named]


@click.command("query", short_help="Answer a SPARQL query, or a named one.")
@click.argument("file", required=False, metavar="[FILE.rq | -]")
@click.option("-e", "--expression", metavar="TEXT", help="The query itself.")
@click.option(
    "-n", "--name", metavar="NAME", help="A named query; cinegraph questions lists them.", shell_complete=questions_of
)
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="A value for a named query.")
@click.option("--queries", multiple=True, metavar="DIR", help=f"A folder of .rq files of your own (or {OWN_FOLDERS}).")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.01),
    default=DEFAULT_LIMIT,
    show_default=True,
    metavar="SECONDS",
    help="Give up after so long (exit code 7).",
)
@output_options(FORMATS, default="", told="a table, or Turtle for a graph,")
@pass_session
def command(
    session: Session,
    file: str | None,
    expression: str | None,
    name: str | None,
    params: tuple[str, ...],
    queries: tuple[str, ...],
    time_limit: float,
    output: Output,
) -> None:
    """Answer a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE. Updates and SERVICE are refused.

    Our prefixes (cg:, film:, person:, rdfs: …) are declared already; the default graph is the union of all graphs.
    JSON, XML and TSV are the W3C's formats for results.

    \b
    cinegraph query -e 'SELECT ?film WHERE { ?film cg:director ?d . ?d rdfs:label "Kantemir Balagov"@en }'
    cinegraph query --name films_of_director -p director="Kantemir Balagov"
    cinegraph query mine.rq --format csv -o mine.csv
    """
    if [file, expression, name].count(None) != 2:
        raise click.UsageError("give one query: a FILE (or -), -e TEXT, or --name NAME")
    if params and name is None:
        raise click.UsageError("-p goes with --name: only named queries have parameters")
    text = expression if expression is not None else text_of(file) if file is not None else None
    with session.open() as store:
        sparql = well_formed(text) if text is not None else _named(store, str(name), params, own_folders(queries))
        output.write(_answered(store, sparql, time_limit, output))


def _answered(store: Store, sparql: str, seconds: float, output: Output) -> Iterable[str | bytes]:
    format, window = output.format, output.window
    if len(sparql) > _SHORT:
        return written(store.query(sparql, limit_seconds=seconds), format, window)
    return within(seconds, lambda: list(written(store.query(sparql), format, window)))


def _named(store: Store, name: str, params: tuple[str, ...], folders: list[Path]) -> str:
    from cinegraph.questions.library import bind, named_query

    query = named_query(well_formed(name), folders)
    return bind(query, assignments(well_formed(pair) for pair in params), store)
