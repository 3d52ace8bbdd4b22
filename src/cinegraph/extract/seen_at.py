"""The festival at which a film was seen that an article reviews, told by its headline: "'Night Bus': Venice Review", "Sundance Review: …"."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.lexicon import Entry, Lexicon
from cinegraph.model import EntityType

_RULE = "festival in the headline of a review"
_WORD = r"[A-Z][\w-]*(?:'\w+)?"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
_SEEN = re.compile(
    rf"(?:^\W{{0,3}}|[\"']:? |: )(?P<before>(?!Film |Movie |Review){_NAME}?)(?: (?P<year>(?:19|20)\d\d))? (?:[Ff]ilm |[Mm]ovie )?[Rr]eview(?=\W*$| ?[:|–—-] )"
    rf"|\b[Rr]eview(?:ed)? ?(?:[|–—-]|at|from) (?P<behind>{_NAME})(?: (?P<year_behind>(?:19|20)\d\d))?\W*$"
    rf"|^(?P<front>{_NAME})(?: (?P<year_front>(?:19|20)\d\d))?: .*\b[Rr]eview\b\W*$"
)
_BLOCKS = 2


def state_where_seen(reading: Reading, statements: Statements) -> None:
    """State that the film under review was shown at the festival that the headline names; nothing where a name is that of several."""
    film = reading.discourse.topic_film
    if film is None or not reading.discourse.review:
        return
    found = [
        (block, match, entries[0])
        for block in reading.document.blocks[:_BLOCKS]
        for match in _SEEN.finditer(reading.text[block.start : block.end])
        if len(entries := _festivals(match, reading.lexicon)) == 1
    ]
    for block, match, entry in found[:1]:
        year = match["year"] or match["year_behind"] or match["year_front"]
        festival = Node("E", block.start, block.end, entry.name, (reading.registry.entry(entry),), "name")
        under_review = Node("F", block.start, block.start, "", (film,), "implied", note="the film under review")
        statements.state(under_review, "screened_at", festival, Source((block.start, block.end), _RULE), {"year": year} if year else None)


def _festivals(match: re.Match[str], lexicon: Lexicon) -> list[Entry]:
    name = match["before"] or match["behind"] or match["front"]
    return [entry for entry in lexicon.lookup(name) if entry.type is EntityType.FESTIVAL]
