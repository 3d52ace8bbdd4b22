"""States whose the films of a filmography are, in a line or in lines of their own, and from which year."""

from __future__ import annotations

import re
from bisect import bisect_left

from cinegraph.extract.filmography_lines import FilmographyLine
from cinegraph.extract.filmography_parts import CRAFT, CRAFT_BESIDE, FilmographyRow
from cinegraph.extract.heads_of_lives import TOLD
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.slots import Slots
from cinegraph.extract.statements import Source, Statements
from cinegraph.model import Block, BlockKind

_RULE = "filmography in a line"
_ROW_RULE = "row of a filmography"
_BEGINNING = 4
_SHORT = {BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CAPTION}
# "Ada Doe (director)"
_ALONE = re.compile(r"(?: \([^()]*\))?[\s*_:.]*")
_TOLD = re.compile(TOLD)


class ListedFilmographies:
    """The filmographies in a line of one article, each stated with the block in which it stands."""

    def __init__(self, reading: Reading, slots: Slots, statements: Statements) -> None:
        self.reading, self.slots, self.statements = reading, slots, statements
        self._by_block = {line.block: line for line in reading.naming.filmographies}
        self._rows = {row.block: row for row in reading.naming.filmography_rows}
        self._within = {block for row in self._rows.values() for block in range(row.block, row.last + 1)}
        self._heads = {row.table for row in self._rows.values()}

    def state(self, block: int) -> None:
        """State what the filmography of a block says, if it has one; called when the blocks before it have been read."""
        if (row := self._rows.get(block)) is not None:
            self._state_row(row)
        line = self._by_block.get(block)
        if line is None:
            return
        source = Source((line.start, line.end), _RULE)
        owner = self._owner(line)
        relations = ["director"] if line.directing else self.slots.work.known(owner) if owner is not None else []
        for span, year in line.films:
            film = self.reading.naming.named(span, "FT")
            if film is None:
                continue
            self.statements.state(film, "publication_year", year, source)
            if owner is not None:
                for relation in relations:
                    self.statements.state(film, relation, owner, source)

    def whole(self, block: int) -> bool:
        """Whether a block is a line of a filmography that has been read as a whole."""
        return block in self._rows or block in self._heads or block in self._within

    def _state_row(self, row: FilmographyRow) -> None:
        source = Source((row.start, row.end), _ROW_RULE)
        film = self.reading.naming.named(row.title, "FT")
        if film is None:
            return
        if row.year:
            self.statements.state(film, "publication_year", row.year, source)
        for form in row.forms:
            self.statements.state(film, "form", form, source)
        if row.minutes:
            self.statements.state(film, "runtime", row.minutes, source)
        for span in row.directors:
            if (director := self.reading.naming.named(span, "P")) is not None:
                self.statements.state(film, "director", director, source)
        for relation, span in row.others:
            if (maker := self.reading.naming.named(span, "P")) is not None:
                self.statements.state(film, relation, maker, source)
        self._call(film, row)
        owner = self._owner_of_row(row)
        if owner is not None:
            for relation in self._relations(row, owner):
                part = {"role": row.part} if row.part and relation == "cast_member" else None
                self.statements.state(film, relation, owner, source, part)

    def _call(self, film: Node, row: FilmographyRow) -> None:
        """Take the other title that a row gives its film to be one."""
        other = self.reading.naming.named(row.alias, "FT") if row.alias is not None else None
        if other is not None and other.ids and film.ids:
            self.reading.registry.unite(film.ids[0], other.ids[0], "another title in a filmography")

    def _relations(self, row: FilmographyRow, owner: Node) -> list[str]:
        """What the film of a row is to whose films they are."""
        found: list[str] = []
        for relation in row.relations if row.relations is not None else (CRAFT,):
            if relation == CRAFT:
                found += self.slots.work.of(owner)
            elif relation == CRAFT_BESIDE:
                found += [work for work in self.slots.work.of(owner) if work != "director"]
            else:
                found.append(relation)
        return list(dict.fromkeys(found))

    def _owner_of_row(self, row: FilmographyRow) -> Node | None:
        """Whose films the lines list: who stands alone over them, else whom the article is about."""
        for above in reversed(self.reading.document.blocks[: row.head]):
            first = self._first(above) if above.kind in _SHORT else None
            if first is not None and first.letter == "P" and _ALONE.fullmatch(self.reading.text, first.end, above.end):
                return self._named(first)
        topic = self.reading.discourse.topic_person
        return Node("P", 0, 0, "", (topic,), "heading", note="whose films are listed") if topic else None

    def _owner(self, line: FilmographyLine) -> Node | None:
        """Whose films they are: the person whose name stands alone over them, or whose life the article is, or the paragraph above tells."""
        blocks, block, discourse = self.reading.document.blocks, line.block, self.reading.discourse
        if not line.labelled and self.reading.text[: line.start].rstrip().endswith(":"):
            return None
        for above in reversed(blocks[:block]):
            first = self._first(above) if above.kind in _SHORT else None
            if first is not None and first.letter == "P" and _ALONE.fullmatch(self.reading.text, first.end, above.end):
                return self._named(first)
            if above.kind is BlockKind.HEADING and (first is not None or not line.labelled):
                if not line.labelled:
                    return None  # "Films that he loves"
                break
        if discourse.life and discourse.topic_person:
            return Node("P", 0, 0, "", (discourse.topic_person,), "heading", note="whose life the article is")
        first = self._first(blocks[block - 1]) if block else None
        told = first is not None and _TOLD.match(self.reading.text, first.end, blocks[block - 1].end)
        return self._named(first) if first is not None and told else None

    def _first(self, block: Block) -> Node | None:
        """The node with which a block begins."""
        nodes = self.reading.naming.nodes
        index = bisect_left(nodes, block.start, key=lambda node: node.start)
        return nodes[index] if index < len(nodes) and nodes[index].start < min(block.end, block.start + _BEGINNING) else None

    def _named(self, person: Node) -> Node | None:
        if person.letter != "P" or len(person.ids) != 1:
            return None
        return Node("P", person.start, person.end, person.text, person.ids, "heading", note="whose films are listed")
