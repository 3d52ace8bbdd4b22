"""``cinegraph compare``: two people, films or festivals side by side."""

from __future__ import annotations

import shlex

import click

from cinegraph.cli.completion import names_of
from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.cli.table import layout
from cinegraph.questions.answers import Table


@click.command("compare", short_help="Show two people or films side by side.")
@click.argument("one", shell_complete=names_of())
@click.argument("other", shell_complete=names_of())
@output_options()
@pass_session
def command(session: Session, one: str, other: str, output: Output) -> None:
    """Show two people, films, festivals or prizes side by side, and what they share.

    Of two of different kinds, as a person and a film, it is what ties them: the claims and the names on both cards.

    \b
    cinegraph compare "Kantemir Balagov" "Kira Kovalenko"
    cinegraph compare Beanpole "Unclenching Fists" --format json
    cinegraph compare "Kira Kovalenko" "Cannes Film Festival"
    """
    from cinegraph.questions.cards import card
    from cinegraph.questions.compare import compare
    from cinegraph.questions.names import find_entity

    with session.open() as store:
        cards = [card(store, find_entity(store, well_formed(name)).id) for name in (one, other)]
        found = compare(cards[0], cards[1])
        headed = Table(("", *(each.thing.label for each in cards), "both"), found.rows)
        if found.rows or output.format != "table" or output.path is not None:
            output.emit(Reply(found, text=lambda window: layout(headed, window)))
        if not found.rows:
            names = " ".join(shlex.quote(each.thing.id) for each in cards)
            session.talk(f"No claim and no name is on both cards; how they are connected: cinegraph path {names}")
