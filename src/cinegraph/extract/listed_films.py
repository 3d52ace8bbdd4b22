"""States what the rows of line-ups say: who directs each film, where it is from and when it was made, and that it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.reading import Reading
from cinegraph.extract.records import Record
from cinegraph.extract.slots import Slots
from cinegraph.extract.statements import Source, Statements
from cinegraph.model import Sentence

_RULE = "row of a line-up"


class ListedFilms:
    """The records of one article, each stated with the sentence in which its title stands."""

    def __init__(self, reading: Reading, slots: Slots, statements: Statements, sentences: Sequence[Sentence]) -> None:
        self.reading, self.slots, self.statements = reading, slots, statements
        self._by_sentence: dict[int, list[Record]] = {}
        self._read = Overlaps((*span, span) for record in reading.naming.records for span in record.read)
        index = 0
        for record in reading.naming.records:
            while index + 1 < len(sentences) and sentences[index].end <= record.title[0]:
                index += 1
            self._by_sentence.setdefault(index, []).append(record)

    def whole(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a line that has been read as a whole."""
        begun = self._read.of(sentence.start, sentence.end)
        return any(start <= sentence.start and sentence.end <= end for start, end in begun)

    def state(self, index: int, announced: Node | None = None) -> None:
        """State what the records of a sentence say.

        :param announced: the section whose films the paragraph above has announced
        """
        for record in self._by_sentence.get(index, ()):
            film = self.reading.naming.named(record.title, "FT")
            if film is not None:
                self._state(film, record, announced)

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
