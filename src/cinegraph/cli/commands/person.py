"""``cinegraph person``: a person's card."""

from __future__ import annotations

from cinegraph.cli.lookup import card_command
from cinegraph.kinds import EntityType

command = card_command(
    "person",
    "Look up a person.",
    (EntityType.PERSON,),
    """A person: life, credits, prizes, teachers, students, juries, and what is not certain.

    NAME may be in any spelling, script, case or order, or be an id or IRI.

    \b
    cinegraph person "Kantemir Balagov"
    cinegraph person балагов --evidence
    cinegraph person person/kantemir-balagov --format json
    """,
    "Only what happened in this year.",
    selects=False,
)
