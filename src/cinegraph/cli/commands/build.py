"""``cinegraph build``: articles into a graph."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.termui import progressbar

from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.session import Session, pass_session, say
from cinegraph.cli.summary import report_reply

if TYPE_CHECKING:
    from cinegraph.pipeline.report import BuildReport, Progress

SOME_FAILED, ALL_FAILED = 4, 2
_RATE_SECONDS = 1.0


@click.command("build", short_help="Read articles into the graph.")
@click.argument("sources", nargs=-1, metavar="[SRC]...")
@click.option("--only", is_flag=True, help="Make a graph of just these articles.")
@click.option("--prune", is_flag=True, help="Take out articles whose file has gone from a built folder.")
@click.option("--changes", is_flag=True, help="List the entities and claims that came, changed or went.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes that read at once.  [default: all cores]"
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster that reads, such as tcp://host:8786.")
@output_options()
@pass_session
def command(
    session: Session,
    sources: tuple[str, ...],
    only: bool,
    prune: bool,
    changes: bool,
    jobs: int | None,
    scheduler: str | None,
    output: Output,
) -> int:
    """Read articles into the graph; what has not changed costs nothing.

    SRC is a file, a folder, a pattern, or - for standard input; without SRC the articles that come with cinegraph are
    read. It may be a location too (cinegraph[fsspec]): a web page, an archive, a bucket, or a pattern in one of them;
    rights come from the environment or from fsspec's configuration. Text, Markdown, HTML and PDF are understood, and
    JSON Lines (.jsonl, when named): an object a line with its text and the fields of front matter (title, author,
    publisher, date). An article that fails does not stop the others (exit code 4). An interrupted build has lost
    nothing: the same command goes on where it stopped. If there was a graph before, it is told how many entities and
    claims came, changed or went; --changes lists them (JSON: changes, by entities and claims, then by came, changed
    and went: numbers, or with --changes lists).

    With --scheduler the workers of a Dask cluster read (cinegraph[dask], here and there). The articles are sent to them
    from here, so they need no access to the files; the graph is the same.

    \b
    cinegraph build
    cinegraph build articles/ 'reports/*.html'
    cinegraph build archive.jsonl
    cinegraph build https://example.org/review 'zip://2019/*.html::archive.zip' s3://bucket/press/
    cinegraph build articles/ --changes
    cinegraph build archive.jsonl --scheduler tcp://10.0.0.5:8786
    cinegraph --store festival.graph build --only articles/
    curl -s https://example.org/review.html | cinegraph build -
    """
    from cinegraph.pipeline import build
    from cinegraph.resources import resource

    if jobs is not None and scheduler is not None:
        raise click.UsageError("--jobs is for this machine: the cluster at --scheduler has workers of its own")
    given = sources or (str(resource("data", "articles")),)
    try:
        with _progress(session) as progress:
            report = build(
                session.store_path,
                given,
                only=only,
                prune=prune,
                compared=changes,
                progress=progress,
                jobs=jobs,
                scheduler=scheduler,
            )
    except KeyboardInterrupt:
        session.talk("What has been read is kept: the same command goes on from there.")
        raise
    for failure in report.failures:
        say(f"Failed: {failure.name}: {failure.message.removeprefix(failure.name + ': ')}")
    if report.warning:
        say(f"Warning: {report.warning} (see: {session.program} doctor)")
    for name in report.gone:
        session.talk(f"Gone from its folder, still in the graph: {name} (take it out with --prune)")
    if not session.quiet or output.path is not None or output.format != "table":
        output.emit(_reply(session, report, listed=changes))
    if report.nothing_read:
        return ALL_FAILED
    return SOME_FAILED if report.failures else 0


def _reply(session: Session, report: BuildReport, *, listed: bool) -> Reply:
    from cinegraph.questions.suggestions import next_commands

    if not report.articles:
        return report_reply(report, (), listed=listed)
    with session.open() as store:
        commands = next_commands(store, session.program, _free_name("graph", ".html"))
    return report_reply(report, commands, listed=listed)


def _free_name(stem: str, ending: str) -> str:
    """A file name in the current folder that nothing bears yet."""
    name, number = f"{stem}{ending}", 1
    while Path(name).exists():
        number += 1
        name = f"{stem}-{number}{ending}"
    return name


@contextmanager
def _progress(session: Session) -> Iterator[Progress | None]:
    """A bar on standard error, where somebody watches, with the articles a second and the time that is left."""
    if not session.shows_progress:
        yield None
        return
    with progressbar(length=1, label="Reading", file=sys.stderr, item_show_func=lambda rate: rate) as bar:
        since, before, rate = time.monotonic(), 0, ""

        def progress(done: int, of: int, name: str) -> None:
            nonlocal since, before, rate
            now = time.monotonic()
            if now - since > _RATE_SECONDS:
                rate = f"{(done - before) / (now - since):,.1f} articles/s"
                since, before = now, done
            bar.length = of
            if done == of:
                bar.label, rate = "Making the graph", ""
            bar.update(done - bar.pos, rate)

        yield progress
