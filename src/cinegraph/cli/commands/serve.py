"""``cinegraph serve``: the SPARQL service and its pages."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path

import click

from cinegraph.cli.commands.query import OWN_FOLDERS, own_folders
from cinegraph.cli.session import Session, pass_session, say
from cinegraph.store.location import is_url


@click.command("serve", short_help="Serve the graph: SPARQL, linked data, pages.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7878,
    show_default=True,
    metavar="PORT",
    help="The port; 0 takes any that is free.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Give up a question after so long (503).",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Work on so many questions at once; one is kept for quick ones. [default: the processors, at least 4]",
)
@click.option(
    "--max-size",
    type=click.FloatRange(min=0.001),
    default=100.0,
    show_default=True,
    metavar="MB",
    help="Refuse larger answers (400).",
)
@click.option(
    "--max-rows",
    type=click.IntRange(1),
    default=1_000_000,
    show_default=True,
    metavar="N",
    help="Refuse answers of more rows or triples (400).",
)
@click.option(
    "--max-memory",
    type=click.FloatRange(min=300),
    default=2000.0,
    show_default=True,
    metavar="MB",
    help="Give up a question that needs more (503).",
)
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="Answer to this name too; may be repeated.")
@click.option(
    "--cors",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let pages of this site read answers (https://example.org, or * for any); without it none may.",
)
@click.option("--queries", multiple=True, metavar="DIR", help=f"A folder of .rq files of your own (or {OWN_FOLDERS}).")
@click.option(
    "--format",
    type=click.Choice(["table", "json"]),
    default="table",
    help="json says where it serves as one line of JSON on standard output (address, sparql, store).",
)
@click.option("--open", "opened", is_flag=True, help="Open the page in the browser.")
@pass_session
def command(
    session: Session,
    host: str,
    port: int,
    time_limit: float,
    workers: int | None,
    max_size: float,
    max_rows: int,
    max_memory: float,
    names: tuple[str, ...],
    origins: tuple[str, ...],
    queries: tuple[str, ...],
    format: str,
    opened: bool,
) -> None:
    """Serve the graph, read-only, until interrupted: a SPARQL 1.1 endpoint at /sparql, a page for everything at /id/,
    networks, articles, and the named questions as forms.

    A new build is seen at once. Updates and SERVICE are refused. Needs: pip install 'cinegraph[service]'

    \b
    cinegraph serve --open
    cinegraph serve --port 8000 --time-limit 10
    cinegraph serve --port 0 --format json
    cinegraph serve --host 0.0.0.0 --allow-host films.example.org --cors https://example.org
    curl -H 'Accept: text/turtle' http://127.0.0.1:7878/id/film/beanpole
    curl --data-urlencode 'query=SELECT * { ?f cg:won ?a }' -H 'Accept: text/csv' http://127.0.0.1:7878/sparql
    """
    from cinegraph.questions.library import load_queries
    from cinegraph.service.running import serve
    from cinegraph.service.settings import Settings

    folders = own_folders(queries)
    # What is wrong with store or questions is said now, not to the first visitor.
    load_queries(folders)
    with session.open():
        pass
    settings = Settings(
        store=str(session.store_path if is_url(session.store_path) else Path(session.store_path).absolute()),
        host=host,
        port=port,
        seconds=time_limit,
        workers=workers or Settings._field_defaults["workers"],
        most_bytes=int(max_size * 1_000_000),
        most_rows=max_rows,
        most_memory=int(max_memory * 1_000_000),
        queries=tuple(str(folder.absolute()) for folder in folders),
        names=names,
        origins=origins,
    )

    def started(address: str) -> None:
        if format == "json":
            document = {"address": address, "sparql": f"{address}sparql", "store": str(session.store_path)}
            click.echo(json.dumps(document, ensure_ascii=False))
        elif not session.quiet:
            say(f"Serving {session.store_path} at {address} (SPARQL at {address}sparql). Ctrl-C ends it.")
        if opened:
            webbrowser.open(address)

    serve(settings, started)
