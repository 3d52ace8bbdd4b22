"""The parts of an article that are each about one film, or a talk with its makers: reviews in brief, portraits as questions and answers, news under headings.

Each is read as a review of its film, or an interview of its own, is; the article as a whole is about none of these films.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from cinegraph.extract.discourse import Discourse
from cinegraph.extract.headings_of_films import prose_below
from cinegraph.extract.naming import Naming
from cinegraph.extract.nodes import Node
from cinegraph.extract.topics import entry_of
from cinegraph.model import Block, BlockKind, Document

_LEAST, _LONGEST = 2, 120
# "Latvia: 'Night Bus'", "2. “Night Bus” (Latvia)": nothing stands in the line but the title, with a number, a country or a year.
_BEFORE = re.compile(r"[^\w\n]*(?:\d{1,2}[.)] )?(?:[^\W\d_a-z][\w ]{2,30}: )?[\"'*_“‘]{0,3}")
_AFTER = re.compile(r",?[\"'*_”’]{0,3}(?: ?\([^()\n]{2,60}\))?[^\w\n]*")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an article.

    :ivar first: the index of the block that heads it
    :ivar end: the index of the first block behind it
    :ivar film: the film that it is about
    :ivar people: whom it is a talk with
    """

    first: int
    end: int
    film: str
    people: tuple[str, ...] = ()


class PartsOfArticle:
    """The parts of one article, and in which of them the block stands that is read."""

    def __init__(self, document: Document, naming: Naming, text: str, discourse: Discourse) -> None:
        self.discourse = discourse
        self._parts = _parts(document, naming, text)
        self._part: Part | None = None
        if self._parts and discourse.topic_film in {part.film for part in self._parts}:
            discourse.topic_film, discourse.review = None, False
        self._whole = (discourse.topic_film, discourse.review, discourse.narrator, discourse.speakers, discourse.talk_film)

    def __bool__(self) -> bool:
        return bool(self._parts)

    def speaker(self, block: Block) -> str | None:
        """Who gives an answer that stands in a talk with one person, whoever spoke last in the talk above it."""
        people = self._part.people if self._part is not None else ()
        return people[0] if len(people) == 1 and block.kind is BlockKind.ANSWER else None

    def enter(self, index: int) -> bool:
        """Begin a block; True where it begins another part of the article, or what stands behind the parts."""
        part = next((part for part in self._parts if part.first <= index < part.end), None)
        if part is self._part:
            return False
        self._part, discourse = part, self.discourse
        discourse.topic_film, discourse.review, discourse.narrator, discourse.speakers, discourse.talk_film = self._whole
        if part is not None:
            discourse.topic_film, discourse.review = part.film, True
            discourse.films.append(part.film)
            discourse.previous_films, discourse.leading_film = [part.film], None
            if part.people:
                discourse.speakers, discourse.talk_film = part.people, part.film
                discourse.narrator = part.people[0] if len(part.people) == 1 else None
        return True


def _parts(document: Document, naming: Naming, text: str) -> list[Part]:
    """The parts, in text order; none where fewer than two films head one."""
    starts = [block.start for block in document.blocks]
    heads: dict[int, tuple[str, tuple[str, ...]]] = {}
    for each in naming.parentheses:
        if each.heads and len(each.films) == 1 and not each.people and (film := _id(naming, each.films[0], "F")):
            heads[bisect_right(starts, each.start) - 1] = film, ()
    for talk in naming.talks:
        if film := _id(naming, talk.films[0], "F"):
            people = tuple(id_ for span in talk.people if (id_ := _id(naming, span, "P")))
            heads[bisect_right(starts, talk.line[0]) - 1] = film, people
    first = next((index for index, block in enumerate(document.blocks) if block.kind is not BlockKind.METADATA), 0)
    for index, block in enumerate(document.blocks):
        if index > first and index not in heads and block.kind is BlockKind.HEADING and (node := _title_in(block, naming, text)) is not None:
            below = prose_below(document, index)
            # "Ada Doe (director) was born in Oslo": a page of guests is about them.
            if below is not None and entry_of(below, naming, text) is None:
                heads[index] = node.ids[0], ()
    if len({film for film, _ in heads.values()}) < _LEAST:
        return []
    return [Part(index, _end(document, index, heads), film, people) for index, (film, people) in sorted(heads.items())]


def _id(naming: Naming, span: tuple[int, int], letter: str) -> str | None:
    node = naming.named(span, letter)
    return node.ids[0] if node is not None and node.ids else None


def _title_in(block: Block, naming: Naming, text: str) -> Node | None:
    """The film whose title is all that a heading says."""
    if block.end - block.start > _LONGEST:
        return None
    place = bisect_left(naming.nodes, block.start, key=lambda node: node.start)
    here = [node for node in naming.nodes[place : place + 4] if block.start <= node.start < block.end and node.letter == "F" and node.ids]
    if len(here) != 1:
        return None
    alone = _BEFORE.fullmatch(text, block.start, here[0].start) and _AFTER.fullmatch(text, here[0].end, block.end)
    return here[0] if alone else None


def _end(document: Document, index: int, heads: dict[int, tuple[str, tuple[str, ...]]]) -> int:
    """Where a part ends: before the next one, or before another heading."""
    end = index + 1
    while end < len(document.blocks) and end not in heads and document.blocks[end].kind is not BlockKind.HEADING:
        end += 1
    return end
