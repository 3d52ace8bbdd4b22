"""``cinegraph film``: a film's card."""

from __future__ import annotations

from cinegraph.cli.lookup import card_command
from cinegraph.kinds import EntityType

command = card_command(
    "film",
    "Look up a film or series, by any title.",
    (EntityType.FILM, EntityType.SERIES),
    """A film or series: what it is, credits, festivals, prizes, and what is not certain.

    NAME may be any title it goes by, in any script, or an id or IRI.

    \b
    cinegraph film Dylda
    cinegraph film "Closeness" --year 2017
    cinegraph film Beanpole --evidence
    """,
    "The film of this year, where several bear the title.",
    selects=True,
)
