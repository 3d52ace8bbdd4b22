"""States what the credits on a film's page or over its review say: who made it, who plays in it, where and when it was made."""

from __future__ import annotations

import re

from cinegraph.extract.credit_blocks import CreditBlock
from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.model import Sentence

_RULE = "credits of a film"
_LONGEST, _HEAD = 600, 200
# What credits say in words: "Screenplay by Ada Doe, based on the novel by Ben Roe".
_SOURCE = re.compile(r"\b(?:based (?:up)?on|adapted from|inspired by|from (?:the|a|an|his|her|their) (?:\w+ )?(?:novel|novella|play|book|story|memoir|stories|comic|musical))\b", re.IGNORECASE)


class ListedCredits:
    """The blocks of credits of one article, each stated where it begins.

    Credits under no title are those of the film that the article reviews; where other blocks have a title, or there is a heading of credits over
    this one and no film under review, they are nobody's, and nothing is stated.
    """

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        blocks = reading.naming.credits
        self._alone = len(blocks) == 1 or all(block.title is None or self._is_reviewed(block.title) for block in blocks)
        self._stated: Node | None = None
        self._by_start = {block.start: block for block in blocks}
        self._read = Overlaps((*span, span) for block in blocks if self._belongs(block) for span in block.read)

    def _belongs(self, block: CreditBlock) -> bool:
        """Whether it is known what film a block is of, or that it is of none that is named; patterns read the others."""
        return block.title is not None or block.headed or not self._alone or self._reviewed() is not None

    def _is_reviewed(self, title: tuple[int, int]) -> bool:
        """Whether a title over credits is that of the film under review, so that further credits under none are its, too."""
        node, film = self.reading.naming.named(title, "FT"), self._reviewed()
        return node is not None and film is not None and film in map(self.reading.registry.current, node.ids)

    def _reviewed(self) -> str | None:
        """The film under review, or the one that the article's title names and that it is about."""
        discourse = self.reading.discourse
        film = discourse.topic_film
        if film is None or discourse.review:
            return film
        document = self.reading.document
        head = document.title or document.text[slice(document.blocks[0].start, document.blocks[0].end)]
        return film if self.reading.registry.draft(film).label in head else None

    def begin_with(self, sentence: Sentence) -> bool:
        """Whether credits begin with a sentence, which need not name anybody: a label may stand over them."""
        return sentence.start in self._by_start

    def read(self, sentence: Sentence) -> bool:
        """State the credits that begin with a sentence.

        :returns: whether the sentence stands in credits, so that nothing else is to be read there
        """
        block = self._by_start.get(sentence.start)
        if block is not None and (film := self._film(block)) is not None:
            self._state(film, block)
            self._stated = film
        begun = self._read.of(sentence.start, sentence.end)
        if not any(start <= sentence.start and sentence.start < end for start, end in begun):
            return False
        if self._stated is not None and _SOURCE.search(self.reading.text, sentence.start, sentence.end):
            self.reading.discourse.listed_film = self._stated.ids[0]
            return False
        return True

    def _film(self, block: CreditBlock) -> Node | None:
        if block.title is not None:
            return self.reading.naming.named(block.title, "FT")
        film = self._reviewed() if self._alone else None
        if film is None:
            return None
        note = f"the film under review is {self.reading.registry.draft(film).label}"
        return Node("F", 0, 0, "", (film,), "implied", note=note)

    def _shown_at(self) -> Node | None:
        """The edition whose films the article goes through, where its first lines name it."""
        edition = self.reading.edition
        several = sum(block.title is not None for block in self.reading.naming.credits) > 1
        return edition if several and edition is not None and edition.ids and edition.start < _HEAD else None

    def _state(self, film: Node, block: CreditBlock) -> None:
        credits, naming = block.credits, self.reading.naming
        shown = self._shown_at()
        if shown is not None:
            self.statements.state(film, "screened_at", shown, Source(block.read[0], _RULE))
        begin = block.begin

        def source(span: tuple[int, int]) -> Source:
            """The line that names somebody or something, from the title on where there is one near."""
            line = next((line for line in block.read if line[0] <= span[0] < line[1]), span)
            whole = (begin, max(line[1], begin + 1))
            near = block.title is not None and whole[1] - whole[0] <= _LONGEST
            return Source(whole if near else line, _RULE)

        for relation, span in credits.people:
            person = self._in_full(naming.named(span, "P"))
            if person is not None:
                role = credits.roles.get(span) if relation == "cast_member" else None
                self.statements.state(film, relation, person, source(span), {"role": role} if role else None)
        for craft, span in credits.crafts:
            person = naming.named(span, "P")
            if person is not None:
                self.statements.state(person, "worked_on", film, source(span), {"role": craft})
        for relation, span in credits.companies:
            company = naming.named(span, "O")
            if company is not None:
                self.statements.state(film, relation, company, source(span))
        for span, country in credits.countries:
            self.statements.state_countries(film, [(span, country)], source(span))
        for relation, told in (("publication_year", credits.year), ("runtime", credits.minutes)):
            if told:
                self.statements.state(film, relation, told, source(self._place_of(told, block)))

    def _in_full(self, person: Node | None) -> Node | None:
        """Whoever credits name by the surname alone, after the full name that the article has of one person, or of one director."""
        if person is None or " " in person.text:
            return person
        current = self.reading.registry.current
        full = {
            current(n.ids[0]): n
            for n in self.reading.naming.nodes
            if n.letter == "P" and n.ids and n.text.endswith(f" {person.text}")
        }
        if len(full) > 1:
            directors = {id_ for _, id_ in self.reading.collector.pairs("director")}
            full = {id_: node for id_, node in full.items() if id_ in directors}
        if len(full) != 1:
            return person
        bearer = next(iter(full.values()))
        return Node("P", person.start, person.end, person.text, bearer.ids, "name", note=bearer.note)

    def _place_of(self, number: str, block: CreditBlock) -> tuple[int, int]:
        """Where in the credits, or beside their title, a number stands."""
        begin = block.begin
        place = re.search(rf"(?<!\d){re.escape(number)}(?!\d)", self.reading.text[begin : block.end])
        return (begin + place.start(), begin + place.end()) if place else block.read[0]
