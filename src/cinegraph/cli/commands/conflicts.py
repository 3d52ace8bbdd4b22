"""``cinegraph conflicts``: where articles disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cinegraph.cli.card_text import passage_lines, wrapped
from cinegraph.cli.completion import names_of
from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import one_line, well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.questions.answers import Table

if TYPE_CHECKING:
    from cinegraph.questions.conflicts import Conflicts

TOO_MANY = 6
_EVIDENCE = ("quote", "article", "date", "publisher", "modality")
_COLUMNS = ("conflict", "kind", "topic", "reason", "settled", "statement", "status", "claim", *_EVIDENCE)
_KINDS = ("contradiction", "order", "difference")


@click.command("conflicts", short_help="Show where articles disagree, side by side.")
@click.argument("name", required=False, shell_complete=names_of())
@click.option("--kind", multiple=True, type=click.Choice(_KINDS), help="Only these; may be given again.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@click.option(
    "--fail-on", type=click.Choice(["any", *_KINDS]), help="End with exit code 6 if there is one that nobody settled."
)
@output_options()
@pass_session
def command(
    session: Session, name: str | None, kind: tuple[str, ...], limit: int | None, fail_on: str | None, output: Output
) -> int:
    """Show where articles disagree, side by side, with sentence, article and date; the gravest first.

    \b
    contradiction  another year, birthplace or value; asserted by one,
                   denied by the other
    order          a screening before the premiere, a prize or a screening
                   before the film, a film finished before it was begun,
                   or before its director was ten
    difference     another director, camera, editing or music is credited,
                   the same prize goes to another; no article names both

    With NAME only what is about it. What a person has settled (cinegraph review) comes last, and fails nothing.

    \b
    cinegraph conflicts
    cinegraph conflicts "Kantemir Balagov"
    cinegraph conflicts --fail-on any --format json
    """
    from cinegraph.questions.conflicts import find_conflicts
    from cinegraph.questions.names import find_entity

    with session.open() as store:
        about = find_entity(store, well_formed(name)).id if name is not None else None
        found = find_conflicts(store, about, kind or _KINDS)
        shown = found._replace(conflicts=found.conflicts[:limit])
        output.emit(Reply(_table(shown), shown.document(), lambda window: _lines(shown, len(found.conflicts), window)))
    kinds = {each.kind for each in found.open}
    return TOO_MANY if kinds and (fail_on == "any" or fail_on in kinds) else 0


def _table(found: Conflicts) -> Table:
    rows = [
        (
            number,
            *(each[key] for key in ("kind", "topic", "reason", "settled")),
            *(claim[key] for key in ("statement", "status", "claim")),
            *(quote[key] for key in _EVIDENCE),
        )
        for number, each in enumerate(found.document()["conflicts"], 1)
        for claim in each["claims"]
        for quote in claim["evidence"]
    ]
    return Table(_COLUMNS, tuple(rows))


def _lines(found: Conflicts, of: int, window: int | None) -> Iterator[str]:
    from cinegraph.questions.words import statement_of

    for number, each in enumerate(found.conflicts, 1):
        settled = ", settled" if each.settled else ""
        yield from (
            click.style(line, bold=True)
            for line in wrapped(one_line(f"{number}. {each.reason} ({each.kind}{settled})"), "", window)
        )
        for fact in each.facts:
            ruled = f" [{found.rulings[fact.iri].words}]" if fact.iri in found.rulings else ""
            yield from wrapped(one_line(statement_of(fact._replace(status="accepted")) + ruled), "  ", window)
            for passage in found.passages.get(fact.iri, ()):
                yield from passage_lines(passage, "    ", window)
        yield ""
    count = len(found.conflicts)
    more = f" of {of}" if of > count else ""
    yield "No conflicts." if not of else f"{count}{more} conflict{'' if of == 1 else 's'}."
