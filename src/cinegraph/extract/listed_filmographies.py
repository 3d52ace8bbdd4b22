"""States whose the films of a filmography in a line are, and from which year."""

from __future__ import annotations

import re
from bisect import bisect_left

from cinegraph.extract.filmography_lines import FilmographyLine
from cinegraph.extract.heads_of_lives import TOLD
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.slots import Slots
from cinegraph.extract.statements import Source, Statements
from cinegraph.model import Block, BlockKind

_RULE = "filmography in a line"
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

    def state(self, block: int) -> None:
        """State what the filmography of a block says, if it has one; called when the blocks before it have been read."""
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
