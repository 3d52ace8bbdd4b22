"""``cinegraph questions``: what can be asked by name."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from cinegraph.cli.commands.query import OWN_FOLDERS, own_folders
from cinegraph.cli.completion import questions_of
from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import one_line, well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.questions.answers import Table

if TYPE_CHECKING:
    from cinegraph.questions.headers import NamedQuery


@click.command("questions", short_help="List the named queries.")
@click.argument("name", required=False, shell_complete=questions_of)
@click.option("--search", "text", metavar="TEXT", help="Only those that speak of TEXT.")
@click.option("--queries", multiple=True, metavar="DIR", help=f"A folder of .rq files of your own (or {OWN_FOLDERS}).")
@output_options()
@pass_session
def command(session: Session, name: str | None, text: str | None, queries: tuple[str, ...], output: Output) -> None:
    """List the named queries with their parameters; with NAME, show one: what it tells, how to ask it, its text.

    \b
    cinegraph questions
    cinegraph questions --search festival
    cinegraph questions films_of_director
    """
    from cinegraph.questions.library import load_queries, named_query, search_queries

    folders = own_folders(queries)
    if name is not None:
        query = named_query(well_formed(name), folders)
        output.emit(Reply(_table({query.name: query}), _document(query, session), lambda _: _shown(query, session)))
        return
    found = load_queries(folders)
    if text is not None:
        found = search_queries(found, well_formed(text))
    output.emit(Reply(_table(found), [_document(query, session) for query in found.values()]))
    if not found:
        session.talk("No question speaks of that; cinegraph questions lists all.")


def _table(queries: Mapping[str, NamedQuery]) -> Table:
    rows = [(query.name, query.title, " ".join(_parameters(query))) for query in queries.values()]
    return Table(("name", "title", "parameters"), tuple(rows))


def _parameters(query: NamedQuery) -> list[str]:
    return [f"[{each.name}]" if each.optional else each.name for each in query.parameters]


def _document(query: NamedQuery, session: Session) -> dict[str, Any]:
    return {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "parameters": [
            {"name": each.name, "type": each.kind, "optional": each.optional, "description": each.description}
            for each in query.parameters
        ],
        "example": example_of(query, session.program),
    }


def example_of(query: NamedQuery, program: str) -> str:
    """A command that asks the question, with the values of its example."""
    values = " ".join(f"-p {shlex.quote(f'{name}={value}')}" for name, value in query.example)
    return f"{program} query --name {query.name} {values}".rstrip()


def _shown(query: NamedQuery, session: Session) -> Iterator[str]:
    yield click.style(one_line(query.title), bold=True)
    if query.description:
        yield one_line(query.description)
    yield ""
    for each in query.parameters:
        optional = ", may be left out" if each.optional else ""
        yield one_line(f"  {each.name} ({each.kind}{optional}): {each.description}")
    yield f"  {one_line(example_of(query, session.program))}"
    yield ""
    yield from (one_line(line) for line in query.text.rstrip().splitlines() if not line.startswith("#"))
