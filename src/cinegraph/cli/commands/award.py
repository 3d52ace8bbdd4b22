"""``cinegraph award``: a prize's card."""

from __future__ import annotations

from cinegraph.cli.lookup import card_command
from cinegraph.kinds import EntityType

command = card_command(
    "award",
    "Look up a prize and its winners.",
    (EntityType.AWARD,),
    """A prize: who confers it, who won it by year and for what, who was nominated or shortlisted.

    NAME may be in any spelling, script, case or order, or be an id or IRI.

    \b
    cinegraph award "Palme d'Or"
    cinegraph award "FIPRESCI Prize" --year 2019 --evidence
    """,
    "Only this year's winners and nominees.",
    selects=False,
)
