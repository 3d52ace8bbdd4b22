"""``cinegraph conflicts``: where articles disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cinegraph.cli.card_text import passage_lines
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
_COLUMNS = ("conflict", "kind", "reason", "statement", "claim", *_EVIDENCE)


@click.command("conflicts", short_help="Show where articles disagree, side by side.")
@click.argument("name", required=False, shell_complete=names_of())
@click.option(
    "--fail-on", type=click.Choice(["any", "contradiction", "order"]), help="End with exit code 6 if there is one."
)
@output_options()
@pass_session
def command(session: Session, name: str | None, fail_on: str | None, output: Output) -> int:
    """Show where articles disagree (contradiction), and what cannot have happened in the order they give (order).

    The gravest first; with NAME only what is about it. Every claim comes with its sentences, articles and dates.

    \b
    cinegraph conflicts
    cinegraph conflicts "Kantemir Balagov"
    cinegraph conflicts --fail-on any --format json
    """
    from cinegraph.questions.conflicts import find_conflicts
    from cinegraph.questions.names import find_entity

    with session.open() as store:
        about = find_entity(store, well_formed(name)).id if name is not None else None
        found = find_conflicts(store, about)
        output.emit(Reply(_table(found), found.document(), lambda window: _lines(found, window)))
    kinds = {each.kind for each in found.conflicts}
    return TOO_MANY if kinds and (fail_on == "any" or fail_on in kinds) else 0


def _table(found: Conflicts) -> Table:
    rows = [
        (number, each["kind"], each["reason"], claim["statement"], claim["claim"], *(quote[key] for key in _EVIDENCE))
        for number, each in enumerate(found.document()["conflicts"], 1)
        for claim in each["claims"]
        for quote in claim["evidence"]
    ]
    return Table(_COLUMNS, tuple(rows))


def _lines(found: Conflicts, window: int | None) -> Iterator[str]:
    from cinegraph.questions.words import statement_of

    for number, each in enumerate(found.conflicts, 1):
        yield click.style(f"{number}. {one_line(each.reason)}", bold=True)
        for fact in each.facts:
            yield f"  {one_line(statement_of(fact))}"
            for passage in found.passages.get(fact.iri, ()):
                yield from passage_lines(passage, "    ", window)
        yield ""
    count = len(found.conflicts)
    yield "No conflicts." if not count else f"{count} conflict{'' if count == 1 else 's'}."
