"""``cinegraph validate``: does the graph keep to the ontology's shapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import one_line
from cinegraph.cli.session import Session, pass_session
from cinegraph.questions.answers import Table

if TYPE_CHECKING:
    from cinegraph.rdf.shapes import Finding

FAILED = 6


@click.command("validate", short_help="Check the graph against its shapes.")
@click.option("--shapes", type=click.Path(path_type=Path), metavar="FILE", help="Shapes of your own, checked as well.")
@output_options()
@pass_session
def command(session: Session, shapes: Path | None, output: Output) -> int:
    """Check the graph against the ontology's shapes (SHACL); what is wrong is said in words, with exit code 6.

    \b
    cinegraph validate
    cinegraph validate --shapes mine.ttl --format csv -o findings.csv
    """
    from cinegraph.rdf.shapes import validate

    with session.open() as store:
        findings = validate(store.quads(), shapes)
    output.emit(Reply(_table(findings), text=lambda _: _lines(findings)))
    return FAILED if any(finding.severity == "violation" for finding in findings) else 0


def _table(findings: Sequence[Finding]) -> Table:
    rows = tuple((each.severity, each.focus, each.path, each.message) for each in findings)
    return Table(("severity", "node", "property", "message"), rows)


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for each in findings:
        where = each.focus + (f" ({each.path.rpartition('#')[2]})" if each.path else "")
        yield one_line(f"{each.severity}: {where}: {each.message}")
    if not findings:
        yield "The graph keeps to every shape."
        return
    violations = sum(each.severity == "violation" for each in findings)
    yield f"Violations: {violations}; other findings: {len(findings) - violations}."
