"""``cinegraph path``: how two names are connected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cinegraph.cli.card_text import passage_lines
from cinegraph.cli.completion import names_of, relations_of
from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import one_line, well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.questions.answers import Table

if TYPE_CHECKING:
    from cinegraph.questions.paths import Paths

_COLUMNS = ("path", "step", "from", "to", "relation", "statement", "status", "claim", "quote", "article", "date")


@click.command("path", short_help="Show how two names are connected, with sentences.")
@click.argument("start", shell_complete=names_of())
@click.argument("end", shell_complete=names_of())
@click.option(
    "--exclude",
    "--without",
    "without",
    multiple=True,
    metavar="RELATION",
    help="No step of this relation; may be given again.",
    shell_complete=relations_of,
)
@click.option(
    "--require",
    "--through",
    "through",
    multiple=True,
    metavar="RELATION",
    help="Some step of this relation; may be given again.",
    shell_complete=relations_of,
)
@click.option("--max-hops", type=click.IntRange(1, 12), default=6, show_default=True, help="At most so many steps.")
@click.option("--count", type=click.IntRange(1, 50), default=3, show_default=True, help="At most so many ways.")
@click.option("--all-evidence", is_flag=True, help="Every sentence behind each step, not only the first.")
@click.option("--uncertain", is_flag=True, help="Also along what is rumoured, planned or disputed.")
@output_options()
@pass_session
def command(
    session: Session,
    start: str,
    end: str,
    without: tuple[str, ...],
    through: tuple[str, ...],
    max_hops: int,
    count: int,
    all_evidence: bool,
    uncertain: bool,
    output: Output,
) -> None:
    """Show the shortest ways from START to END, and the next-shortest, with the sentence behind each step.

    Nothing that connects them ends with exit code 3.

    \b
    cinegraph path "Kira Kovalenko" "Alexander Sokurov"
    cinegraph path Beanpole "Unclenching Fists" --exclude student_of --max-hops 4
    cinegraph path "Kantemir Balagov" Cannes --require won
    """
    from cinegraph.questions.library import relation_name
    from cinegraph.questions.names import find_entity
    from cinegraph.questions.paths import CERTAIN, UNCERTAIN, Wanted, find_paths

    wanted = Wanted(
        without=[relation_name(well_formed(each)) for each in without],
        through=[relation_name(well_formed(each)) for each in through],
        hops=max_hops,
        most=count,
        statuses=UNCERTAIN if uncertain else CERTAIN,
    )
    with session.open() as store:
        ends = [find_entity(store, well_formed(name)).id for name in (start, end)]
        found = find_paths(store, ends[0], ends[1], wanted)
        output.emit(
            Reply(_table(found), found.document(), lambda window: _lines(found, window, None if all_evidence else 1))
        )


def _table(found: Paths) -> Table:
    rows = []
    for number, steps in enumerate(found.document()["paths"], 1):
        for place, step in enumerate(steps, 1):
            claim = step["claims"][0]
            quote = claim["evidence"][0] if claim["evidence"] else {"quote": None, "article": None, "date": None}
            ends = (number, place, step["from"]["label"], step["to"]["label"])
            told = tuple(claim[name] for name in ("relation", "statement", "status", "claim"))
            rows.append((*ends, *told, quote["quote"], quote["article"], quote["date"]))
    return Table(_COLUMNS, tuple(rows))


def _lines(found: Paths, window: int | None, most: int | None) -> Iterator[str]:
    from cinegraph.questions.words import statement_of

    for number, path in enumerate(found.paths):
        if number:
            yield ""
        names = [path.steps[0].start.label, *(step.end.label for step in path.steps)]
        yield click.style(one_line(" → ".join(names)), bold=True)
        for step in path.steps:
            yield f"  {one_line(statement_of(step.facts[0]))}"
            for passage in found.passages.get(step.facts[0].iri, ())[:most]:
                yield from (click.style(line, dim=True) for line in passage_lines(passage, "    ", window))
