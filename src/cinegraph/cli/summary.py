"""What a build or a removal did, in every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.plain import one_line
from cinegraph.questions.answers import Cell, Table

if TYPE_CHECKING:
    from cinegraph.pipeline.changes import ClaimChange, EntityChange
    from cinegraph.pipeline.report import BuildReport

_SIGNS = {"came": "+", "changed": "~", "went": "-"}
_LISTS = ("added", "replaced", "refreshed", "unchanged", "removed", "gone")


def report_reply(report: BuildReport, commands: Sequence[str], *, listed: bool = False) -> Reply:
    """The report of a build, and the commands to try next.

    :param listed: tell each entity and claim that came, changed or went, not only how many
    """
    document = {
        "schema": "cinegraph-build/1",
        "changed": report.changed,
        "articles": report.articles,
        **{name: list(getattr(report, name)) for name in _LISTS},
        "failures": [{"name": failure.name, "message": failure.message} for failure in report.failures],
        "entities": {kind.value: number for kind, number in report.entities.items()},
        "claims": dict(report.claims),
        "changes": _changes_document(report, listed),
        "seconds": round(report.seconds, 3),
        "next": list(commands),
    }
    table = _changes_table(report) if listed else _table(report)
    return Reply(table, document, lambda _: _lines(report, commands, listed))


def _changes_document(report: BuildReport, listed: bool) -> dict[str, dict[str, Any]] | None:
    if report.changes is None:
        return None
    found: dict[str, dict[str, Any]] = {"entities": {}, "claims": {}}
    for what, how, each in report.changes.parts():
        found[what][how] = [item._asdict() for item in each] if listed else len(each)
    return found


def _changes_table(report: BuildReport) -> Table:
    parts = report.changes.parts() if report.changes is not None else ()
    rows = tuple((how, what, item[0], _words(item)) for what, how, each in parts for item in each)
    return Table(("how", "what", "id", "words"), rows)


def _words(item: EntityChange | ClaimChange) -> str:
    """What came, changed or went, in words."""
    from cinegraph.pipeline.changes import ClaimChange

    if isinstance(item, ClaimChange):
        return _claim_words(item)
    before, after = list(item.before), list(item.after)
    if not before or not after:
        return item.label
    return f"{item.label}: {', '.join(before)} → {', '.join(after)}"


def _claim_words(item: ClaimChange) -> str:
    from cinegraph.questions.words import PHRASES

    year = f" ({item.year})" if item.year else ""
    status = item.after or item.before
    marks = [] if status == "accepted" else [status]
    if item.before and item.after:
        marks = [f"{item.before} → {item.after}"] if item.before != item.after else marks
        had, has = item.sentences
        marks += [f"{had} → {has} sentences"] if had != has else []
    mark = f" [{', '.join(marks)}]" if marks else ""
    return f"{item.subject} {PHRASES[item.relation]} {item.object}{year}{mark}"


def _table(report: BuildReport) -> Table:
    rows: list[tuple[Cell, ...]] = [("articles", "in the graph", report.articles)]
    rows += [("articles", name, len(getattr(report, name))) for name in _LISTS]
    rows.append(("articles", "failed", len(report.failures)))
    rows += [("entities", kind.value, number) for kind, number in report.entities.items()]
    rows += [("claims", status, number) for status, number in report.claims.items()]
    return Table(("what", "which", "number"), tuple(rows))


def _lines(report: BuildReport, commands: Sequence[str], listed: bool) -> Iterator[str]:
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
    yield from _change_lines(report, listed)
    if commands:
        yield ""
        yield "Try next:"
        yield from (f"  {one_line(command)}" for command in commands)


def _change_lines(report: BuildReport, listed: bool) -> Iterator[str]:
    if report.changes is None:
        return
    parts = list(report.changes.parts())
    told = [
        f"{what} " + ", ".join(f"{len(each):,} {how}" for kind, how, each in parts if kind == what and each)
        for what in ("entities", "claims")
        if any(each for kind, _, each in parts if kind == what)
    ]
    if told:
        hint = "" if listed else " (--changes lists them)"
        yield f"{click.style('Changes', bold=True)}  {'; '.join(told)}{hint}"
    if listed:
        for _, how, each in parts:
            yield from (f"  {_SIGNS[how]} {one_line(_words(item))}" for item in each)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
