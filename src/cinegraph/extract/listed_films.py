"""States what the rows of line-ups say: who directs each film, where it is from and when it was made, and that it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cinegraph.extract.films_over_notes import films_over_notes
from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.reading import Reading
from cinegraph.extract.records import Record
from cinegraph.extract.slots import Slots
from cinegraph.extract.statements import Source, Statements
from cinegraph.model import BlockKind, Sentence

_RULE = "row of a line-up"
_STANZA, _NOTES = 2, 3
"""How many lines of facts make a stanza at least, and how many blocks under it may be said of its film at most."""


@dataclass(slots=True)
class _Under:
    """The film whose facts have been read last, the one who made it, and the block in which they end."""

    film: str
    maker: str | None
    block: int


class ListedFilms:
    """The records of one article, each stated with the sentence in which its title stands."""

    def __init__(self, reading: Reading, slots: Slots, statements: Statements, sentences: Sequence[Sentence]) -> None:
        self.reading, self.slots, self.statements = reading, slots, statements
        self._by_sentence: dict[int, list[Record]] = {}
        self._read = Overlaps((*span, span) for record in reading.naming.records for span in record.read)
        self._under: _Under | None = None
        self._over = films_over_notes(reading.document, reading.text, reading.naming)
        index = 0
        for record in reading.naming.records:
            while index + 1 < len(sentences) and sentences[index].end <= record.title[0]:
                index += 1
            self._by_sentence.setdefault(index, []).append(record)

    def whole(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a line that has been read as a whole."""
        begun = self._read.of(sentence.start, sentence.end)
        return any(start <= sentence.start and sentence.end <= end for start, end in begun)

    def enter(self, index: int) -> None:
        """Begin a block: what stands under the facts of one film, up to the next heading, is said of that film and of who made it."""
        block = self.reading.document.blocks[index]
        under = self._under
        if under is not None and any(start <= block.start < end for start, end in self._read.of(block.start, block.end)):
            under.block = index
        elif under is not None and (index - under.block > _NOTES or block.kind is BlockKind.HEADING):
            self._under = under = None
        discourse = self.reading.discourse
        discourse.listed_film = under.film if under is not None else self._over.get(index)
        if under is not None and discourse.entry is None:
            discourse.entry = under.maker

    def state(self, index: int, announced: Node | None = None) -> None:
        """State what the records of a sentence say.

        :param announced: the section whose films the paragraph above has announced
        """
        records = self._by_sentence.get(index, ())
        for record in records:
            film = self.reading.naming.named(record.title, "FT")
            if film is not None:
                self._state(film, record, announced)
                self._under = self._under_stanza(record, film) if len(records) == 1 else None

    def _under_stanza(self, record: Record, film: Node) -> _Under | None:
        """What a note under the facts of a film is about, if these take lines of their own."""
        if len(record.read) < _STANZA or not film.ids:
            return None
        makers = [self.reading.naming.named(span, "P") for relation, span in record.people if relation == "director"]
        maker = makers[0].ids[0] if len(makers) == 1 and makers[0] is not None and makers[0].ids else None
        return _Under(film.ids[0], maker, self.reading.discourse.paragraph)

    def _state(self, film: Node, record: Record, announced: Node | None) -> None:
        source = Source((record.start, record.end), _RULE)
        for relation, span in record.people:
            person = self.reading.naming.named(span, "P")
            if person is not None:
                self.statements.state(film, relation, person, source)
        for span in record.companies:
            company = self.reading.naming.named(span, "O")
            if company is not None:
                self.statements.state(film, "production_company", company, source)
        self.statements.state_countries(film, record.countries, source)
        if record.submitted is not None:
            self.statements.state_countries(film, [record.submitted], source, "submitted_by")
        if record.year:
            self.statements.state(film, "publication_year", record.year, source)
        if record.minutes:
            self.statements.state(film, "runtime", record.minutes, source)
        for shown in () if record.run_in or record.project else self._shown_at(announced):
            self.statements.state(film, "screened_at", shown, source)
            if record.premiere:
                self.statements.state(film, "premiered_at", shown, source, {"scope": record.premiere})

    def _shown_at(self, announced: Node | None) -> list[Node]:
        """The edition or section whose films are listed, by the heading over them or because the article reports on an edition."""
        found = self.slots.programme("@programme")
        if found or self.reading.edition is None or not self.reading.scopes.lists_films():
            return found
        section = self.slots.programme("@section")
        return [announced] if announced is not None and section and section[0].letter == "E" else section
