"""States what the boxes of facts beside an article say of whom or what it is about, besides a film's credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.info_boxes import InfoBox
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.unknown_names import festival_of_city
from cinegraph.extract.values import with_values
from cinegraph.model import Modality, Sentence

_RULE = "box of facts"
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_WHEN = re.compile(r"[\s\u200b|]{0,9}\([^()]{2,60}\)")
_PLACE = re.compile(r"\((?P<place>[^()\d]{2,60})\)")
_OVER = re.compile(r"\b(?:div|died|sep|ann)\b\.?|(?:1[89]|20)\d\d ?[–-] ?(?:1[89]|20)\d\d|\b(?:his|her|their) death\b")


class BoxedFacts:
    """The boxes of one article, each line stated where it is read."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self._boxes = reading.naming.boxes

    def read(self, sentence: Sentence, nodes: Sequence[Node]) -> bool:
        """State what a line of a box says; False where a sentence stands in none.

        :param nodes: those of the sentence
        """
        box = next((box for box in self._boxes if box.start <= sentence.start < box.end), None)
        if box is None:
            return False
        source = Source((sentence.start, sentence.end), _RULE)
        for kind, span in box.fields:
            if sentence.start <= span[0] < sentence.end:
                if box.title is None:
                    self._of_person(kind, span, nodes, source)
                else:
                    self._of_film(box, kind, span, nodes, source)
        return True

    def _of_person(self, kind: str, span: tuple[int, int], nodes: Sequence[Node], source: Source) -> None:
        topic = self.reading.discourse.topic_person
        if topic is None:
            return
        person = Node("P", 0, 0, "", (topic,), "heading", note="whose box of facts it is")
        said = self.reading.text[slice(*span)]
        if kind == "school" and (school := self.reading.naming.named(span, "O")) is not None:
            self.statements.state(person, "educated_at", school, source)
        elif kind == "partner" and (partner := self.reading.naming.named(span, "P")) is not None:
            when = _WHEN.match(self.reading.text, span[1])
            over = Source(source.span, _RULE, Modality.FORMER) if when is not None and _OVER.search(when.group()) else source
            self.statements.state(person, "partner_of", partner, over)
        elif kind in ("born", "birth_place"):
            values = with_values([], self.reading.text, *span, self.reading.lexicon, None, None) if kind == "born" else []
            date = next((n for n in values if n.letter in "DY" and n.start == span[0]), None)
            if date is not None:
                self.statements.state(person, "birth_date", date, source)
            place = self.reading.naming.named(span, "L")
            if place is not None and not _YEAR.search(said):
                self.statements.state(person, "birth_place", place, source)

    def _of_film(self, box: InfoBox, kind: str, span: tuple[int, int], nodes: Sequence[Node], source: Source) -> None:
        film = self.reading.naming.named(box.title, "FT") if box.title is not None else None
        if film is None:
            return
        said = self.reading.text[slice(*span)]
        if kind == "language":
            for language in re.split(r", ?| and |/", said):
                if language.strip() in self.reading.lexicon.languages:
                    self.statements.state(film, "language", language.strip(), source)
        elif kind == "release" and (place := _PLACE.search(said)) is not None:
            self._released(film, (span[0] + place.start("place"), span[0] + place.end("place")), said, nodes, source)

    def _released(self, film: Node, place: tuple[int, int], said: str, nodes: Sequence[Node], source: Source) -> None:
        """State where a film was first shown, or where it was released: what stands in parentheses behind a date."""
        year = _YEAR.search(said)
        dated = {"year": year.group()} if year is not None else {}
        named = next((n for n in nodes if n.start == place[0]), None)
        if named is None:
            return
        festival = named if named.letter == "E" and named.ids else festival_of_city(named, self.reading.registry, self.reading.lexicon) if named.letter == "L" else None
        if festival is not None:
            self.statements.state(film, "premiered_at", festival, source, dated)
        elif named.letter == "L" and named.note == "country":
            self.statements.state(film, "theatrical_release", named, source, dated)
