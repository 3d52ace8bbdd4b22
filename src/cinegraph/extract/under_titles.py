"""The film under whose title and facts a block stands, in a line-up or under credits: what its notes leave out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from cinegraph.extract.films_over_notes import films_over_notes
from cinegraph.extract.line_fields import Span
from cinegraph.extract.reading import Reading
from cinegraph.model import Block, BlockKind

_LINES, _NOTES, _LONGEST_LINE = 2, 3, 140
"""How many lines of facts make a stanza at least, how many blocks under it may be said of its film, and how long a line is that is no prose."""


@dataclass(frozen=True, slots=True)
class _Stanza:
    """A title with the facts under it.

    :ivar makers: where those who direct the film are named
    """

    start: int
    end: int
    title: Span
    makers: tuple[Span, ...]


def _directors(people: Iterable[tuple[str, Span]]) -> tuple[Span, ...]:
    return tuple(span for relation, span in people if relation == "director")


class UnderTitles:
    """The stanzas of one article, and under which of them the block stands that is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        naming = reading.naming
        found = [
            _Stanza(record.start, record.end, record.title, _directors(record.people))
            for record in naming.records
            if len(record.read) >= _LINES
        ]
        found += [
            _Stanza(block.begin, block.end, block.title, _directors(block.credits.people))
            for block in naming.credits
            if block.title is not None and block.title[0] >= block.start - _LONGEST_LINE
        ]
        self._stanzas = sorted(found, key=lambda stanza: stanza.start)
        self._starts = [stanza.start for stanza in self._stanzas]
        self._stanza: _Stanza | None = None
        self._notes = 0
        self._over = films_over_notes(reading.document, reading.text, naming)

    def enter(self, block: Block, index: int) -> None:
        """Begin a block: what stands under the facts of a film, up to the next heading, is said of that film and of who made it."""
        place = bisect_right(self._starts, block.start) - 1
        stanza = self._stanzas[place] if place >= 0 else None
        if stanza is not self._stanza:
            self._stanza, self._notes = stanza, 0
        if stanza is not None and block.start >= stanza.end:
            self._notes += block.kind is not BlockKind.LIST_ITEM and self._is_prose(block)
            if block.kind is BlockKind.HEADING and self.reading.text[block.start - 2 : block.start] == "\n\n":
                self._notes = _NOTES + 1
        near = stanza if self._notes <= _NOTES else None
        discourse, naming = self.reading.discourse, self.reading.naming
        film = naming.named(near.title, "FT") if near is not None else None
        discourse.listed_film = self._over.get(index) or (film.ids[0] if film is not None and film.ids else None)
        if near is not None and film is not None and discourse.entry is None and len(near.makers) == 1:
            maker = naming.named(near.makers[0], "P")
            discourse.entry = maker.ids[0] if maker is not None and maker.ids else None

    def _is_prose(self, block: Block) -> bool:
        said = self.reading.text[block.start : block.end].rstrip()
        return len(said) > _LONGEST_LINE or said.endswith((".", "!", "?"))
