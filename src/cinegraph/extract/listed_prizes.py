"""States what the lines of winners' and nominees' lists say: who or what won which award, and for which film."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.award_linking import prize_of_jury
from cinegraph.extract.conferrals import is_of_festival
from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.nodes import Node
from cinegraph.extract.prize_values import PrizeLine
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.winners import Winner
from cinegraph.model import BlockKind, Sentence

_RULE = "line of a winners' list"
_NOMINEES = re.compile(r"\b(?:nominations?|nominees?|nominated|contenders|shortlists?)\b", re.IGNORECASE)
# "Here is the full list of nominations:", "THE NOMINEES", "The Academy has announced its nominations"
_ANNOUNCED = re.compile(
    r"\b(?:list|lists|rundown) of (?:the |all |all the |this year's |its )?(?:(?:[\w'-]+ ){0,3}(?P<up>nominations|nominees|contenders)|(?:[\w'-]+ ){0,2}(?P<won>winners|awards|prizes|laureates))\b"
    r"|^\W*(?:and )?(?:here are |these are )?(?:all )?(?:the )?(?:(?:full|complete|\d{4}) )*(?:(?P<these>nominations|nominees)(?: are| were| in full)?|(?P<winners>(?:award )?winners)(?: are| were| in full)?)(?: list)?\W*$"
    r"|\b(?:announced|unveiled|revealed) (?:the |its |their |this year's )?(?:[\w'-]+ ){0,4}(?P<told>nominations|nominees)\b",
    re.IGNORECASE | re.MULTILINE,
)
_GOES_ON = re.compile(r"(?:of|for|in|by|from|at|to|goes|went|ex|tied?|shared|joint|film|winners?|competition|nominees)\b", re.IGNORECASE)
_LONGEST_WORD = 400
_WINNERS = re.compile(r"\b(?:winners?|wins?|won|awarded|palmar[eè]s)\b", re.IGNORECASE)
# "The winners will be announced in May": nobody has won yet.
_TO_COME = re.compile(r"\bwinners? (?:of [^.]{1,40} )?(?:will|are to|is to|to be|set to)\b", re.IGNORECASE)


class ListedPrizes:
    """The prize lines of one article, each stated where it is read."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self._by_start = {line.start: line for line in reading.naming.prizes if line.winners}
        self._heads = {line.above for line in reading.naming.prizes if line.winners}
        self._named: dict[int, Node] = {}
        self._read_to = 0
        head = next((b for b in reading.document.blocks if b.kind is BlockKind.HEADING), None)
        title = reading.document.title or (reading.text[head.start : head.end] if head is not None else "")
        self._nominees = _NOMINEES.search(title) is not None
        self._winners = _WINNERS.search(title) is not None
        self._announced = list(self._announcements())

    def _announcements(self) -> Iterator[tuple[int, bool]]:
        """Where the article says whom its lists name: those who won, or those who are up for a prize."""
        text = self.reading.text
        for block in self.reading.document.blocks:
            if block.end - block.start > _LONGEST_WORD or block.kind is BlockKind.METADATA:
                continue
            for match in _ANNOUNCED.finditer(text[block.start : block.end]):
                up = match["up"] or match["these"] or match["told"]
                both = up and _WINNERS.search(_TO_COME.sub("", text[block.start : block.end])) is not None
                if not both:
                    yield block.start + match.start(), bool(up)

    def read(self, sentence: Sentence, nodes: Sequence[Node]) -> bool:
        """State what the line says that begins with a sentence; False where there is none, or its award is not known.

        :param nodes: those of the sentence
        """
        if sentence.start < self._read_to:
            return True
        if sentence.start in self._heads:
            award = self._heading(nodes)
            if award is not None:
                self._named[sentence.start] = award
                return True
        line = self._by_start.get(sentence.start)
        if line is None:
            return False
        award = self._award(line, nodes)
        if award is None:
            return False
        relation = "won" if self._won(line) else "nominated_for"
        source = Source((line.start, line.end), _RULE, of_winners=True)
        for winner in line.winners:
            self._state(winner, relation, award, source)
            if line.more is not None:
                self._state_more(winner, line.more, source)
        for nominee in line.beside:
            self._state(nominee, "nominated_for", award, source)
        self._confer(award, source)
        self._read_to = line.end
        return True

    def _heading(self, nodes: Sequence[Node]) -> Node | None:
        """The award that a line over its winners names; None where that is but the beginning of something else ("Best film snacks")."""
        text, awards = self.reading.text, [n for n in nodes if n.letter == "A"]
        if not awards:
            return None
        last = awards[-1]
        if len(awards) > 1 and awards[-2].attributes.get("choices") and text[awards[-2].end : last.start] in (" for ", " for the "):
            return awards[-2]
        rest = text[last.end : text.find("\n", last.end)].strip(" *_:")
        whole = last.ids or last.attributes.get("generic", "best") != "best" or not rest[:1].isalpha() or AWARD_WORD.search(rest) or _GOES_ON.match(rest)
        return last if whole else None

    def _confer(self, award: Node, source: Source) -> None:
        """State that a prize of a festival's list is the festival's, unless a body of its own gives it, and one of a circle's page the circle's."""
        festival, body = award.attributes.get("festival"), self.reading.body
        theirs = award.attributes.get("organization") is body
        if body is not None and theirs and award.ids:
            self.statements.state(award, "conferred_by", body, source)
        if festival is None or not festival.ids or not award.ids:
            return
        if is_of_festival(award.ids[0], festival.ids[0], self.reading.registry, self.reading.lexicon):
            self.statements.state(award, "conferred_by", festival, source)

    def _won(self, line: PrizeLine) -> bool:
        """Whether a line names who won: of winners and nominees in one list those are winners who are marked as such."""
        if line.marked:
            return True
        if line.nominee:
            return False
        if self._nominees:
            return self._winners and line.label is not None
        before = [up for start, up in self._announced if start < line.start]
        if before:
            return not before[-1]
        return not self.reading.scopes.nominations()

    def _state(self, winner: Winner, relation: str, award: Node, source: Source) -> None:
        films = [film for span in winner.films if (film := self.reading.naming.named(span, "FT")) is not None]
        for span in winner.people:
            person = self.reading.naming.named(span, "P")
            if person is None:
                continue
            for film in films:
                self.statements.state(person, relation, award, source, {"for_work": film})
            if not films:
                self.statements.state(person, relation, award, source)
        for film in films:
            self.statements.state(film, relation, award, source)
            for span in winner.directors:
                director = self.reading.naming.named(span, "P")
                if director is not None:
                    self.statements.state(film, "director", director, source)
            for span in winner.producers:
                producer = self.reading.naming.named(span, "P")
                if producer is not None:
                    self.statements.state(film, "producer", producer, source)
            self.statements.state_countries(film, winner.countries, source)

    def _state_more(self, winner: Winner, more: Credits, source: Source) -> None:
        """State what the lines under a winner say of its film."""
        film = self.reading.naming.named(winner.films[0], "FT") if len(winner.films) == 1 else None
        if film is None:
            return
        for relation, span in more.companies:
            company = self.reading.naming.named(span, "OU")
            if company is not None:
                self.statements.state(film, relation, company, source)
        for relation, span in more.people:
            person = self.reading.naming.named(span, "P")
            if person is not None:
                self.statements.state(film, relation, person, source)
        self.statements.state_countries(film, more.countries, source)
        for relation, value in (("publication_year", more.year), ("runtime", more.minutes)):
            if value:
                self.statements.state(film, relation, value, source)

    def _award(self, line: PrizeLine, nodes: Sequence[Node]) -> Node | None:
        if line.label is not None:
            within = [n for n in nodes if n.letter in "AO" and line.label[0] - 1 <= n.start and n.end <= line.label[1] + 1]
            award = next((n for n in within if n.letter == "A"), None)
            jury = next((n for n in within if n.letter == "O"), None)
            if award is None and jury is not None:
                award = prize_of_jury(jury, self.reading.registry, self.reading.lexicon)
            return award
        award = self._named.get(line.above) if line.above is not None else None
        if award is None:
            return self.reading.scopes.award_above()
        attributes = {key: value for key, value in award.attributes.items() if key != "year"}
        return Node("A", award.start, award.end, award.text, award.ids, "heading", attributes)
