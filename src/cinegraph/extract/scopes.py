"""What headings and the lines above say for the lines below: the festival and its year, the section, the film of a credit block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, letter_of
from cinegraph.model import Block, BlockKind

_DECORATION = re.compile(r"[\s\W\d_]+|\b(?:the|review|film|of|week|a|an|in|at)\b")


@dataclass(slots=True)
class Scope:
    """What one heading sets: each node as the heading's reductions left it."""

    level: int
    nodes: dict[str, Node] = field(default_factory=dict)
    film_alone: bool = False


@dataclass(slots=True)
class Scopes:
    """The headings over the block that is read."""

    stack: list[Scope] = field(default_factory=list)

    def enter(self, block: Block, sentence: AbstractSentence) -> None:
        """Take in a heading (or a line that serves as one) that has been reduced."""
        level = block.level or 2
        if block.kind is not BlockKind.HEADING:
            level = 9
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        scope = Scope(level)
        for char in ANY_NODE.findall(sentence.string):
            node = sentence.nodes[char]
            letter = letter_of(char)
            if letter in "ESAFPY" and letter not in scope.nodes:
                scope.nodes[letter] = node
        rest = _DECORATION.sub("", ANY_NODE.sub("", sentence.string))
        letters = {letter_of(char) for char in ANY_NODE.findall(sentence.string)}
        scope.film_alone = not rest and "F" in letters and letters <= set("FYLN")
        self.stack.append(scope)

    def find(self, letter: str) -> Node | None:
        """The nearest node of a letter that a heading gives."""
        return next((scope.nodes[letter] for scope in reversed(self.stack) if letter in scope.nodes), None)

    def film(self) -> Node | None:
        """The film that stands alone in a heading over this block."""
        return next((scope.nodes["F"] for scope in reversed(self.stack) if scope.film_alone), None)

    def festival(self) -> Node | None:
        """The festival of the headings, with the year that they give it."""
        node = self.find("E")
        if node is None:
            section = self.find("S")
            node = section.attributes.get("festival") if section is not None else None
        if node is not None and "year" not in node.attributes and (year := self.find("Y")) is not None:
            node.attributes["year"] = year.text
        return node
