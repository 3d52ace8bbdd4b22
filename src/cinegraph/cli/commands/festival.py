"""``cinegraph festival``: a festival's card."""

from __future__ import annotations

from cinegraph.cli.lookup import card_command
from cinegraph.kinds import EntityType

command = card_command(
    "festival",
    "Look up a festival and its editions.",
    (EntityType.FESTIVAL,),
    """A festival: where it is, its sections and prizes; by edition its winners, line-up and juries.

    NAME may be in any spelling, script, case or order, or be an id or IRI.

    Of a festival with very many claims the latest editions are told, and which years are left out.

    \b
    cinegraph festival Cannes
    cinegraph festival Locarno --year 2019
    cinegraph festival Cannes --all
    cinegraph festival Cannes --format csv -o cannes.csv
    """,
    "Only the edition of this year.",
    selects=False,
    editions=True,
)
