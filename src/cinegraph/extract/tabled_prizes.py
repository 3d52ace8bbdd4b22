"""States what the rows of tables of prizes say: what was won, or was nominated, by whom and for which film."""

from __future__ import annotations

from collections.abc import Sequence

from cinegraph.extract.awards import honours, is_ceremony
from cinegraph.extract.nodes import Node
from cinegraph.extract.prize_tables import TabledPrize
from cinegraph.extract.reading import Reading
from cinegraph.extract.reducing import scope
from cinegraph.extract.slots import Slots
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.unknown_names import festival_of_city
from cinegraph.model import EntityType, Sentence

_RULE = "row of a table of prizes"


class TabledPrizes:
    """The rows of the tables of prizes of one article, each stated where it is read."""

    def __init__(self, reading: Reading, slots: Slots, statements: Statements) -> None:
        self.reading, self.slots, self.statements = reading, slots, statements
        self._rows = {row.start: row for row in reading.naming.tabled_prizes}
        self._read_to = 0
        self._bodies: dict[tuple[int, int], Node | None] = {}

    def read(self, sentence: Sentence, nodes: Sequence[Node]) -> bool:
        """State what the row says that begins with a sentence; False where there is none.

        :param nodes: those of the sentence
        """
        row = self._rows.get(sentence.start)
        if row is None:
            return sentence.start < self._read_to
        self._read_to = row.end
        if row.body is not None and row.body not in self._bodies:
            self._bodies[row.body] = self._body(row.body, nodes)
        if row.relation:
            self._state(row, nodes)
        return True

    def _state(self, row: TabledPrize, nodes: Sequence[Node]) -> None:
        award = self._award(row, nodes)
        source = Source((row.start, row.end), _RULE)
        year = {"year": row.year} if row.year else {}
        films = [film for span in row.works if (film := self.reading.naming.named(span, "FT")) is not None]
        people = [person for span in row.people if (person := self.reading.naming.named(span, "P")) is not None]
        if row.people and not people:
            return
        # Who is named has it; what whose prizes are listed is told of the work.
        alone = bool(people)
        about = self._about()
        if not films and about is not None and about.letter == "F":
            films = [about]
        elif not people and about is not None and about.letter == "P" and (not films or self._is_of(about, award, films[0])):
            people, alone = [about], honours(award.text) == "cast_member"
        for person in people:
            work = {"for_work": films[0]} if len(films) == 1 else {}
            self.statements.state(person, row.relation, award, source, {**year, **work})
        for film in films if not alone else ():
            self.statements.state(film, row.relation, award, source, year)

    def _about(self) -> Node | None:
        """Whom or what the article is about, whose prizes it lists."""
        discourse = self.reading.discourse
        if discourse.life and discourse.topic_person:
            return Node("P", 0, 0, "", (discourse.topic_person,), "heading", note="whose prizes are listed")
        film = discourse.topic_film
        return Node("F", 0, 0, "", (film,), "heading", note="the film whose prizes are listed") if film is not None else None

    def _is_of(self, person: Node, award: Node, film: Node) -> bool:
        """Whether a prize for a film honours what this person does, or did in it: it is then the person's, too."""
        craft = honours(award.text)
        if not craft:
            return False
        made = {(self.reading.registry.current(one), self.reading.registry.current(other)) for one, other in self.reading.collector.pairs(craft)}
        if (self.reading.registry.current(film.ids[0]), self.reading.registry.current(person.ids[0])) in made:
            return True
        return craft in self.slots.work.known(person)

    def _award(self, row: TabledPrize, nodes: Sequence[Node]) -> Node:
        """The prize of a row, with those who give it."""
        begin, end = row.category
        inside = [n for n in nodes if n.letter == "A" and n.overlaps(begin, end)]
        named = max(inside, key=lambda n: n.end - n.start, default=None)
        whole = named is not None and (named.ids or "choices" in named.attributes or (named.start <= begin and end <= named.end))
        if named is not None and whole:
            kept = {key: value for key, value in named.attributes.items() if key in ("generic", "choices", "written", "section")}
            award = Node("A", named.start, named.end, named.text, named.ids, named.kind, kept)
        else:
            award = Node("A", begin, end, self.reading.text[begin:end], attributes={"generic": "label"})
        if row.year:
            award.attributes["year"] = row.year
        body = self._bodies.get(row.body) if row.body is not None else None
        if body is not None:
            scope(award, body)
        return award

    def _body(self, span: tuple[int, int], nodes: Sequence[Node]) -> Node | None:
        """Those who give a prize: a festival, an academy or its evening, or a body of this name."""
        inside = [n for n in nodes if span[0] <= n.start and n.end <= span[1]]
        known = next((n for n in inside if n.letter in "ES" and n.ids), None)
        known = known or next((n for n in inside if n.letter == "A" and n.ids and is_ceremony(n)), None)
        city = next((n for n in inside if n.letter == "L" and (n.start, n.end) == span), None)
        if known is None and city is not None:
            known = festival_of_city(city, self.reading.registry, self.reading.lexicon)
        if known is not None:
            kept = {key: value for key, value in known.attributes.items() if key != "year"}
            return Node(known.letter, known.start, known.end, known.text, known.ids, known.kind, kept)
        name = self.reading.text[slice(*span)]
        if not name[:1].isalnum():
            return None
        kind = EntityType.FESTIVAL if "festival" in name.lower() else EntityType.ORGANIZATION
        id_ = self.reading.registry.named(kind, name)
        self.reading.registry.see(id_, name)
        return Node("E" if kind is EntityType.FESTIVAL else "O", *span, name, (id_,))
