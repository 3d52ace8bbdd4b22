"""States what the lines over a talk say of those who speak in it: "Interview with Ada Doe, director of Salt"."""

from __future__ import annotations

from cinegraph.extract.heads_of_talks import HeadOfTalk, role_lines
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements

_RULE = "the line over a talk"


class CreditsOfTalks:
    """The head of one article's talk, stated where its line is read."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self._roles = role_lines(reading.document, reading.text, reading.naming.talk)

    def read(self, span: tuple[int, int]) -> None:
        """State what the line says that stands in this sentence, where no pattern has read it."""
        head = self.reading.naming.talk
        if self._roles and head is not None and span[0] <= head.line[0] < span[1]:
            for line, relation in self._roles:
                for film in self._nodes(head.films, "F"):
                    for person in self._nodes((line,), "P"):
                        self.statements.state(film, relation, person, Source(line, _RULE))
        for each in self.reading.naming.talks or ([head] if head is not None else []):
            if each.relation is not None and span[0] <= each.line[0] < span[1]:
                self._state(each, each.relation, span)

    def _state(self, head: HeadOfTalk, relation: str, span: tuple[int, int]) -> None:
        current = self.reading.registry.current
        told = self.reading.collector.pairs(relation)
        for film in self._nodes(head.films, "F"):
            for person in self._nodes(head.people, "P"):
                if (current(film.ids[0]), current(person.ids[0])) not in told:
                    self.statements.state(film, relation, person, Source(span, _RULE))

    def enter(self, start: int) -> None:
        """Let whom an oral history names over a paragraph be who says "I" in it."""
        for line, _ in self._roles:
            if line[0] <= start and (node := next(iter(self._nodes((line,), "P")), None)) is not None:
                self.reading.discourse.narrator = node.ids[0]

    def _nodes(self, spans: tuple[tuple[int, int], ...], letter: str) -> list[Node]:
        named = (self.reading.naming.named(span, letter) for span in spans)
        return [node for node in named if node is not None and node.ids]
