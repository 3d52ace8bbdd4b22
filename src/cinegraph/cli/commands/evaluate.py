"""``cinegraph evaluate``: gold against extracted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import one_line
from cinegraph.cli.session import Session, pass_session
from cinegraph.cli.table import layout
from cinegraph.questions.answers import Cell, Table

if TYPE_CHECKING:
    from cinegraph.evaluate import Figures, RelationFigures, Report
    from cinegraph.model import Knowledge

_COLUMNS = ("scope", "relation", "required", "found", "right", "wrong", "precision", "recall", "f1")


@click.command("evaluate", short_help="Measure the graph against a gold standard.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--articles", multiple=True, metavar="SRC", help="Read these articles now, instead of measuring the stored graph."
)
@output_options()
@pass_session
def command(session: Session, gold: Path, articles: tuple[str, ...], output: Output) -> None:
    """Measure the graph against a gold standard: precision, recall and F1 by relation.

    GOLD is a folder of JSON files, one for each article, in the form that the project's gold standard has.

    \b
    cinegraph evaluate gold/
    cinegraph evaluate gold/ --articles articles/ --format json
    """
    from cinegraph.evaluate import evaluate

    knowledge, texts = _extracted(articles) if articles else _stored(session)
    report = evaluate(gold, knowledge, texts)
    for name in report.missing:
        session.talk(f"Not built, so nothing was found in it: {name}")
    table = _table(report)
    output.emit(Reply(table, _document(report), lambda window: _lines(report, table, window)))


def _stored(session: Session) -> tuple[Knowledge, dict[str, str]]:
    from cinegraph.rdf.read import knowledge_of

    with session.open() as store:
        texts = {name: store.articles.document(name).text for name in store.articles.names()}
        return knowledge_of(store.quads()), texts


def _extracted(articles: tuple[str, ...]) -> tuple[Knowledge, None]:
    from cinegraph.pipeline import extract_knowledge

    return extract_knowledge(articles), None


def _table(report: Report) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for scope, score in (("core", report.core), ("all", report.all)):
        rows.append((scope, "all relations", *_numbers(score.figures), *_shares(score.figures)))
        for name, figures in score.by_relation.items():
            rows.append((scope, name, *_numbers(figures), *_relation_shares(figures)))
    return Table(_COLUMNS, tuple(rows))


def _numbers(figures: Figures | RelationFigures) -> tuple[int, int, int, int]:
    return figures.required, figures.found, figures.right, figures.wrong


def _shares(figures: Figures) -> tuple[float, float, float]:
    return round(figures.precision, 3), round(figures.recall, 3), round(figures.f1, 3)


def _relation_shares(figures: RelationFigures) -> tuple[float, float, float]:
    from cinegraph.evaluate.figures import ratio

    precision, recall = ratio(figures.right, figures.right + figures.wrong), ratio(figures.found, figures.required)
    f1 = ratio(2, 1) * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(precision, 3), round(recall, 3), round(f1, 3)


def _document(report: Report) -> dict[str, Any]:
    return {
        "schema": "cinegraph-evaluation/1",
        "missing": list(report.missing),
        **{
            scope: {
                "precision": score.figures.precision,
                "recall": score.figures.recall,
                "f1": score.figures.f1,
                "macro_f1": score.macro_f1,
                "qualifiers_right": score.figures.qualifier_share,
                "grounded": score.figures.grounded_share,
                "one_to_one": score.figures.one_to_one_share,
                "articles": {
                    each.article: {
                        "precision": each.figures.precision,
                        "recall": each.figures.recall,
                        "f1": each.figures.f1,
                    }
                    for each in score.articles
                },
            }
            for scope, score in (("core", report.core), ("all", report.all))
        },
        "relations": _table(report).records(),
    }


def _lines(report: Report, table: Table, window: int | None) -> Iterator[str]:
    for scope, score in (("Core", report.core), ("All", report.all)):
        figures = score.figures
        grounded = "not known" if figures.grounded_share is None else f"{figures.grounded_share:.3f}"
        yield one_line(
            f"{scope}: precision {figures.precision:.3f}, recall {figures.recall:.3f}, F1 {figures.f1:.3f}; "
            f"qualifiers right {figures.qualifier_share:.3f}, quotes grounded {grounded}, "
            f"one-to-one {figures.one_to_one_share:.3f}"
        )
    yield ""
    yield from layout(table, window)
