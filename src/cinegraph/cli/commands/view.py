"""``cinegraph view``: the graph as one page for a browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cinegraph.cli.completion import names_of
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.model import EntityType

if TYPE_CHECKING:
    import networkx as nx

    from cinegraph.network import Selection
    from cinegraph.store import Store

_YEAR = click.IntRange(1000, 2999)


@click.command("view", short_help="Draw the graph as one HTML page.")
@click.argument("name", required=False, shell_complete=names_of())
@click.option("--to", "other", metavar="NAME", help="The shortest way from NAME to this one.")
@click.option("--hops", type=click.IntRange(1, 6), default=1, show_default=True, help="How far around NAME.")
@click.option("--since", type=_YEAR, metavar="YEAR", help="Of a festival: from this year.")
@click.option("--until", type=_YEAR, metavar="YEAR", help="Of a festival: up to this year.")
@click.option("--article", metavar="ARTICLE", help="What one article says.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice([kind.value.lower() for kind in EntityType]),
    help="Only names of this type; may be given several times.",
)
@click.option("--title", help="A heading of your own.")
@output_options(("html",), default="html")
@pass_session
def command(
    session: Session,
    name: str | None,
    other: str | None,
    hops: int,
    since: int | None,
    until: int | None,
    article: str | None,
    types: tuple[str, ...],
    title: str | None,
    output: Output,
) -> None:
    """Draw the graph as one HTML file that opens in any browser, without a network connection.

    Without NAME an overview; with NAME its neighbourhood, or, for a festival, what happened there.

    \b
    cinegraph view -o graph.html
    cinegraph view "Kantemir Balagov" --hops 2 -o balagov.html
    cinegraph view Cannes --since 2017 --until 2019 -o cannes.html
    cinegraph view "Kira Kovalenko" --to "Alexander Sokurov" -o path.html
    """
    if sum(part is not None for part in (name, article)) + bool(types) > 1:
        raise click.UsageError("choose one: a NAME, --article, or --type")
    if name is None and (other is not None or since is not None or until is not None):
        raise click.UsageError("--to, --since and --until go with a NAME")
    if output.path is None and sys.stdout.isatty():
        raise click.UsageError("a page is for a browser; name a file for it: -o graph.html")
    from cinegraph.network import to_graph
    from cinegraph.views import write_view

    with session.open() as store:
        asked = tuple(None if text is None else well_formed(text) for text in (name, other, article))
        ids = [None if text is None else _id(store, text) for text in asked[:2]]
        graph = to_graph(store)
        chosen = _selected(graph, ids[0], ids[1], asked[2], types, hops, (since, until))
        output.write([write_view(chosen, title=well_formed(title) if title is not None else None)])
    if output.path is not None:
        session.talk(f"Written: {output.path}. Open it in a browser.")


def _id(store: Store, name: str) -> str:
    from cinegraph.questions.names import find_entity

    return find_entity(store, name).id


def _selected(
    graph: nx.MultiDiGraph,
    entity: str | None,
    other: str | None,
    article: str | None,
    types: tuple[str, ...],
    hops: int,
    years: tuple[int | None, int | None],
) -> Selection:
    from cinegraph import network

    if article is not None:
        return network.article(graph, article)
    if types:
        return network.of_types(graph, [EntityType(kind.capitalize()) for kind in types])
    if entity is None:
        return network.overview(graph)
    if other is not None:
        return network.path_between(graph, entity, other)
    if entity.startswith("festival/"):
        return network.festival(graph, entity, *years)
    return network.neighbourhood(graph, entity, hops)
