"""``cinegraph network``: figures of the network of names, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cinegraph.cli.card_text import wrapped
from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import one_line
from cinegraph.cli.session import Session, pass_session
from cinegraph.kinds import EntityType

if TYPE_CHECKING:
    from cinegraph.questions.figures import Figures

_FIGURES = ("central", "communities", "brokers")
_TITLES = {
    "central": "Most central",
    "communities": "Communities",
    "brokers": "Between festivals",
}


@click.command("network", short_help="Say who is central, who belongs together, who ties festivals.")
@click.option("--figure", multiple=True, type=click.Choice(_FIGURES), help="Only this one; may be given again.")
@click.option(
    "--type",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value.lower() for kind in EntityType]),
    help="Of the most central only those of this type; may be given again.",
)
@click.option("--top", type=click.IntRange(1, 1000), default=5, show_default=True, help="So many of each at most.")
@output_options()
@pass_session
def command(session: Session, figure: tuple[str, ...], kinds: tuple[str, ...], top: int, output: Output) -> None:
    """Say who is most central, which communities there are, and who ties festivals together, each in words.

    \b
    central      how many of the shortest ways between two names pass this one
    communities  groups with more ties inside than chance would give
    brokers      by whom one gets from festival to festival: films, juries

    Measured by networkx over what is accepted; the same graph gives the same figures.

    \b
    cinegraph network
    cinegraph network --figure central --type person --top 10
    cinegraph network --figure brokers --format json
    """
    from cinegraph.questions.figures import figures

    with session.open() as store:
        found = figures(store, figure or _FIGURES, top, [kind.capitalize() for kind in kinds])
    output.emit(Reply(found.table(), found.document(), lambda window: _lines(found, window)))


def _lines(found: Figures, window: int | None) -> Iterator[str]:
    parts = f"{found.parts} part{'' if found.parts == 1 else 's'} that nothing connects"
    yield f"{found.names} names, {found.ties} ties between them, in {parts if found.parts > 1 else 'one piece'}."
    shown = None
    for each in found.figures:
        if each.figure != shown:
            shown = each.figure
            yield ""
            yield click.style(_TITLES[shown], bold=True)
        yield from wrapped(one_line(f"{each.rank}. {each.words}"), "  ", window, "     ")
