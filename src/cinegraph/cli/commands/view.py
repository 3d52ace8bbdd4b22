"""``cinegraph view``: the graph as one page for a browser, or as a picture."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from cinegraph.cli.completion import names_of
from cinegraph.cli.input import text_of
from cinegraph.cli.output import Output, output_options, replacing
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.errors import InputError
from cinegraph.kinds import EntityType
from cinegraph.network import Choices, chosen, entity_types

_YEAR = click.IntRange(1000, 2999)


class YearOrName(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """Four digits are a year, anything else is a name."""

    name = "year or name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | str:
        """The year as a number, the name as it is."""
        if isinstance(value, str) and re.fullmatch(r"[12]\d{3}", value):
            return int(value)
        return value if isinstance(value, int) else well_formed(str(value))


class Types(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """Types of names, divided by commas."""

    name = "types"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[EntityType, ...]:
        """The types that are named."""
        if isinstance(value, tuple):
            return value
        try:
            return entity_types(str(value))
        except InputError as error:
            self.fail(error.message, param, ctx)


@click.command("view", short_help="Draw the graph as one HTML page, or as a picture.")
@click.argument("name", required=False, shell_complete=names_of())
@click.option("--hops", type=click.IntRange(1, 6), show_default="1", help="How far around NAME.")
@click.option("--festival", metavar="NAME", help="One festival.", shell_complete=names_of(EntityType.FESTIVAL))
@click.option("--from", "--since", "since", type=_YEAR, metavar="YEAR", help="Only what is dated this year or later.")
@click.option(
    "--to",
    "--until",
    "until",
    type=YearOrName(),
    metavar="YEAR",
    help="This year or earlier. What is no year is a name: the shortest way from NAME to it.",
)
@click.option("--path", nargs=2, metavar="A B", help="The shortest way from one name to another.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=Types(),
    metavar="TYPES",
    help="Only names of these types, and what is named.",
)
@click.option("--query", metavar="FILE.rq", help="What a CONSTRUCT finds, or a SELECT of two or three columns.")
@click.option("--article", metavar="ARTICLE", help="What one article says; a part of its name will do.")
@click.option("--page", is_flag=True, help="The article itself, with its names and claims marked.")
@click.option(
    "--max-nodes", type=click.IntRange(1, 50_000), metavar="N", help="Draw at most so many names at first (else 300)."
)
@click.option("--title", help="A heading of your own.")
@click.option("--picture", metavar="FILE", help="A still picture, .svg or .png, in place of a page; needs no browser.")
@click.option("--open", "opened", is_flag=True, help="Open the page in the browser.")
@output_options(("html", "svg", "png"), default="html")
@pass_session
def command(
    session: Session,
    name: str | None,
    hops: int | None,
    festival: str | None,
    since: int | None,
    until: int | str | None,
    path: tuple[str, str] | None,
    types: tuple[tuple[EntityType, ...], ...],
    query: str | None,
    article: str | None,
    page: bool,
    max_nodes: int | None,
    title: str | None,
    picture: str | None,
    opened: bool,
    output: Output,
) -> None:
    """Draw the graph as one HTML file that opens in any browser, without a network connection.

    Without NAME an overview; with NAME its neighbourhood, or, for a festival, what happened there. A SELECT gives
    subject and object, or subject, relation and object; what the page shows are the graph's claims between them.
    --type, --from, --to and --max-nodes narrow any of these, and a path then leads through nothing else.

    \b
    cinegraph view --open
    cinegraph view "Kantemir Balagov" --hops 2 -o balagov.html
    cinegraph view --festival Cannes --from 2017 --to 2019 -o cannes.html
    cinegraph view --path "Kira Kovalenko" "Alexander Sokurov" -o path.html
    cinegraph view --type person,film --max-nodes 100 -o makers.html
    cinegraph view --festival Cannes --from 2017 --type person,film -o guests.html
    cinegraph view --query mine.rq -o mine.html
    cinegraph view --article beanpole-review.md --page --open
    cinegraph view "Kira Kovalenko" --picture kovalenko.svg
    """
    kinds = tuple(dict.fromkeys(kind for each in types for kind in each))
    name, path, year = _way(name, path, until)
    if hops is not None and name is None:
        raise click.UsageError("--hops goes with a NAME")
    choices = Choices(
        name=_clean(name),
        festival=_clean(festival),
        path=None if path is None else (well_formed(path[0]), well_formed(path[1])),
        query=None if query is None else well_formed(text_of(query)),
        query_title="Query" if query in (None, "-") else Path(str(query)).stem,
        article=_clean(article),
        types=kinds,
        since=since,
        until=year,
        hops=hops or 1,
        max_nodes=max_nodes,
    )
    _refuse(choices, page, picture, opened, output)
    target = _target(output, picture, opened)
    with session.open() as store:
        heading = well_formed(title) if title is not None else None
        if page:
            from cinegraph.views import page_of_article

            text = page_of_article(store, str(choices.article))
        elif target.format in ("svg", "png"):
            from cinegraph.views import write_picture

            # whoever looks at a PNG cannot choose between light and dark
            text = write_picture(chosen(store, choices), title=heading, dark=False if target.format == "png" else None)
        else:
            from cinegraph.views import write_view

            text = write_view(chosen(store, choices), title=heading)
    if target.format == "png":
        from cinegraph.views import as_png

        _hand_over(session, target, as_png(text), opened)
    else:
        _hand_over(session, target, text.encode("utf-8"), opened)


def _way(
    name: str | None, path: tuple[str, str] | None, until: int | str | None
) -> tuple[str | None, tuple[str, str] | None, int | None]:
    """Name, path and last year: where ``--to`` is a name, it is the other end of a way."""
    if not isinstance(until, str):
        return name, path, until
    if name is None or path is not None:
        raise click.UsageError(f"--to {until!r} is no year; for a way between two names: --path A B")
    return None, (name, until), None


def _clean(text: str | None) -> str | None:
    return None if text is None else well_formed(text)


def _refuse(choices: Choices, page: bool, picture: str | None, opened: bool, output: Output) -> None:
    """Refuse options that do not go together."""
    if page and choices.article is None:
        raise click.UsageError("--page goes with --article")
    if page and (choices.max_nodes is not None or picture is not None or output.format != "html"):
        raise click.UsageError("--page is a text: it has no --max-nodes, and no picture")
    if picture is not None and (output.path is not None or opened):
        raise click.UsageError("--picture names its own file; leave out -o and --open")
    if output.path is None and picture is None and not opened and sys.stdout.isatty():
        raise click.UsageError("a page is for a browser: name a file for it, -o graph.html, or add --open")


def _target(output: Output, picture: str | None, opened: bool) -> Output:
    """Where the page goes: where the user says, or, only to be opened, into the system's folder for such files."""
    if picture is not None:
        from cinegraph.cli.output import chosen_output

        return chosen_output(("svg", "png"), "svg", None, picture, output.force)
    if output.path is not None or not opened:
        return output
    import tempfile

    try:
        folder = Path(tempfile.mkdtemp(prefix="cinegraph-"))
    except OSError as error:
        raise InputError(f"no file can be made to open ({error.strerror or error}); name one with -o") from error
    return Output(output.format, folder / f"graph.{output.format}", True)


def _hand_over(session: Session, target: Output, content: bytes, opened: bool) -> None:
    """Write the page, say where it is, and open it if asked to."""
    if target.path is None and target.format == "png":
        sys.stdout.buffer.write(content)
        return
    if target.path is None:
        target.write([content.decode("utf-8")])
        return
    with replacing(target.path, target.force) as file:
        file.write(content)
    started = opened and _opens(target.path)
    advice = "" if started else " Open it in a browser." if not opened else " No browser could be started; open it."
    session.talk(f"Written: {target.path}.{advice}")


def _opens(path: Path) -> bool:
    import webbrowser

    return webbrowser.open(path.resolve().as_uri())
