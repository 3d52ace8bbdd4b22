"""What a build or a removal did, in every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.plain import one_line
from cinegraph.questions.answers import Cell, Table

if TYPE_CHECKING:
    from cinegraph.pipeline.report import BuildReport

_LISTS = ("added", "replaced", "refreshed", "unchanged", "removed", "gone")


def report_reply(report: BuildReport, commands: Sequence[str]) -> Reply:
    """The report of a build, and the commands to try next."""
    document = {
        "schema": "cinegraph-build/1",
        "changed": report.changed,
        "articles": report.articles,
        **{name: list(getattr(report, name)) for name in _LISTS},
        "failures": [{"name": failure.name, "message": failure.message} for failure in report.failures],
        "entities": {kind.value: number for kind, number in report.entities.items()},
        "claims": dict(report.claims),
        "seconds": round(report.seconds, 3),
        "next": list(commands),
    }
    return Reply(_table(report), document, lambda _: _lines(report, commands))


def _table(report: BuildReport) -> Table:
    rows: list[tuple[Cell, ...]] = [("articles", "in the graph", report.articles)]
    rows += [("articles", name, len(getattr(report, name))) for name in _LISTS]
    rows.append(("articles", "failed", len(report.failures)))
    rows += [("entities", kind.value, number) for kind, number in report.entities.items()]
    rows += [("claims", status, number) for status, number in report.claims.items()]
    return Table(("what", "which", "number"), tuple(rows))


def _lines(report: BuildReport, commands: Sequence[str]) -> Iterator[str]:
    done = [(name, len(getattr(report, name))) for name in _LISTS]
    words = ", ".join(f"{number} {name}" for name, number in done if number)
    yield f"{_count(report.articles, 'article')} in the graph ({words or 'nothing read'}), in {report.seconds:.1f} s."
    if not report.changed:
        yield "The graph is as it was."
    for title, counts in (
        ("Entities", [(kind.value, number) for kind, number in report.entities.items()]),
        ("Claims", list(report.claims.items())),
    ):
        if counts:
            parts = ", ".join(f"{number:,} {name}" for name, number in counts)
            yield f"{click.style(title, bold=True)}  {sum(number for _, number in counts):,}: {parts}"
    if commands:
        yield ""
        yield "Try next:"
        yield from (f"  {one_line(command)}" for command in commands)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
