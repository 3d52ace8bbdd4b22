"""What headings and the lines above say for the lines below: the festival and its year, the section, the film of a credit block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cinegraph.extract.awards import is_ceremony
from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class, letter_of
from cinegraph.model import Block, BlockKind

_DECORATION = re.compile(r"[\s\W\d_]+|\b(?:the|review|film|of|week|a|an|in|at)\b")
_FILMOGRAPHY = re.compile(
    r"\b(?:filmography|filmographie|selected (?:films|works)|feature films|films? as director|as director|director's films)\b|^\W*(?:films|features|shorts|short films|directed)\W*$"
)

_NOMINATED = re.compile(r"\b(?:nominations?|nominees?|nominated|contenders)\b")
_WINNERS = re.compile(r"\b(?:winners?|awards and nominations)\b")
_PROGRAMME = re.compile(
    r"\b(?:jur(?:y|ies|ors)|winners?|awards?|prizes?|honou?rs|palmar[eè]s|filmograph\w*|director|interview|review|history)\b"
)
_JURY = re.compile(r"\b(?:jur(?:y|ies)|jurors|jury members)\b")
_OF_MANY = re.compile(r"\bprogram(?:me)?s?$", re.IGNORECASE)


# "Ada Doe (Director, Norway)", "President: Ada Doe", "Members of the jury": lines of the jury over which the heading stands.
_JUROR = re.compile(
    rf"\W*(?:(?:(?:jury )?(?:president|chair\w*|head)(?: of the jury)?|members?)\W{{1,3}})?{char_class('P')}(?:\W*| ?[(,–—|-][^.!?]{{0,120}})"
)
# "Norway / Latvia": where a juror is from, under the name.
_FROM = re.compile(rf"\W*(?:{char_class('LNR')}\W*){{1,4}}")
_MEMBERS = re.compile(r"\W*(?:the )?(?:other )?(?:(?:jury )?members?|jurors?)(?: of the jury| are)?\W*")


def _names_juror(sentence: AbstractSentence) -> bool:
    """Whether a line under the heading of a jury names one of it, or only says that its members follow."""
    string = sentence.string
    if _FROM.fullmatch(string):
        return True
    if _JUROR.fullmatch(string):
        return not any(letter_of(char) in "FTSE" for char in ANY_NODE.findall(string))
    return _MEMBERS.fullmatch(ANY_NODE.sub(lambda m: sentence.nodes[m.group()].text.lower(), string)) is not None


@dataclass(slots=True)
class Scope:
    """What one heading sets: each node as the heading's reductions left it."""

    level: int
    nodes: dict[str, Node] = field(default_factory=dict)
    film_alone: bool = False
    listed: bool = False
    words: str = ""


@dataclass(slots=True)
class Scopes:
    """The headings over the block that is read."""

    stack: list[Scope] = field(default_factory=list)
    said: str = ""

    def enter(
        self, block: Block, sentence: AbstractSentence, award: Node | None = None, *, listed: bool = False
    ) -> None:
        """Take in a heading (or a line that serves as one) that has been reduced.

        :param award: the award that it names in the plural
        :param listed: whether it is a row of a line-up, and stands over what is said of its film only
        """
        if self.jury() and award is None and _names_juror(sentence):
            return
        level = block.level or 2
        if block.kind is not BlockKind.HEADING:
            level = 9
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        scope = Scope(level, listed=listed)
        for char in ANY_NODE.findall(sentence.string):
            node = sentence.nodes[char]
            letter = letter_of(char)
            if letter == "F" and node.kind == "nominal" and _OF_MANY.search(node.text):
                continue  # "The films of the main programme"
            if letter in "ESAFPY" and letter not in scope.nodes:
                scope.nodes[letter] = node
            for key, within in (("festival", "E"), ("section", "S")):
                if letter in "AS" and (owner := node.attributes.get(key)) is not None:
                    scope.nodes.setdefault(within, owner)
        if award is not None:
            scope.nodes["A"] = award
            scope.nodes.pop("P", None)
        rest = _DECORATION.sub("", ANY_NODE.sub("", sentence.string))
        letters = {letter_of(char) for char in ANY_NODE.findall(sentence.string)}
        scope.film_alone = not rest and "F" in letters and letters <= set("FYLN")
        scope.words = ANY_NODE.sub(
            lambda m: sentence.nodes[m.group()].text.lower() if letter_of(m.group()) in "XTO" else "", sentence.string
        )
        self.stack.append(scope)

    def find(self, letter: str) -> Node | None:
        """The nearest node of a letter that a heading gives."""
        return next((scope.nodes[letter] for scope in reversed(self.stack) if letter in scope.nodes), None)

    def hear(self, sentence: str) -> None:
        """Take in what a paragraph says last: it introduces the list or the sentence that follows."""
        self.said = sentence

    def about_jury(self) -> bool:
        """Whether the nearest heading or the sentence before speaks of a jury."""
        return ("jur" in self.said and bool(_JURY.search(self.said))) or self.jury()

    def nominations(self) -> bool:
        """Whether the headings stand over those who were nominated, not over those who won."""
        said = [
            scope.words
            for scope in reversed(self.stack)
            if _NOMINATED.search(scope.words) or _WINNERS.search(scope.words)
        ]
        return bool(said) and not _WINNERS.search(said[0])

    def evening(self) -> Node | None:
        """The evening of prizes that the headings name ("the 75th BAFTA Film Awards")."""
        return next(
            (
                node
                for scope in reversed(self.stack)
                if (node := scope.nodes.get("A")) is not None and is_ceremony(node) and node.ids
            ),
            None,
        )

    def award(self) -> Node | None:
        """The award that the nearest heading names, unless it is a sentence that tells who won."""
        if not self.stack or {"F", "P"} & self.stack[-1].nodes.keys():
            return None
        return self.stack[-1].nodes.get("A")

    def award_above(self) -> Node | None:
        """The award that the nearest heading names, as those in the lines below have it: in whatever year."""
        award = self.award()
        if award is None:
            return None
        attributes = {key: value for key, value in award.attributes.items() if key != "year"}
        return Node("A", award.start, award.end, award.text, award.ids, "heading", attributes)

    def film(self) -> Node | None:
        """The film that stands alone in a heading over this block."""
        return next((scope.nodes["F"] for scope in reversed(self.stack) if scope.film_alone), None)

    def filmography(self) -> bool:
        """Whether the nearest heading announces a director's films."""
        return bool(self.stack) and bool(_FILMOGRAPHY.search(self.stack[-1].words))

    def programme(self) -> bool:
        """Whether the nearest heading stands over the films of a festival or of a section."""
        top = self.stack[-1] if self.stack else None
        return (
            top is not None
            and bool({"E", "S"} & top.nodes.keys())
            and not {"A", "P", "F"} & top.nodes.keys()
            and not _PROGRAMME.search(top.words)
        )

    def lists_films(self) -> bool:
        """Whether none of the headings over the block stands over winners, jurors or one film's credits."""
        return not any(
            {"A", "P"} & scope.nodes.keys()
            or ("F" in scope.nodes and not scope.film_alone)
            or _PROGRAMME.search(scope.words)
            for scope in self.stack
            if not scope.listed
        )

    def jury(self) -> bool:
        """Whether the nearest heading announces a jury."""
        return bool(self.stack) and "jur" in self.stack[-1].words and bool(_JURY.search(self.stack[-1].words))

    def festival(self) -> Node | None:
        """The festival of the headings, with the year that they give it."""
        node = self.find("E")
        if node is None:
            section = self.find("S")
            node = section.attributes.get("festival") if section is not None else None
        if node is not None and "year" not in node.attributes and (year := self.find("Y")) is not None:
            node.attributes["year"] = year.text
        return node


_APART_BEFORE = re.compile(r"(?:,|–|—) (?:which|who|whose|already|after|before|having|where|following)\b[^,–—]*$")
_APART_AFTER = re.compile(
    r"(?:,|–|—) (?:which|who|whose|already|himself|herself|itself|after|before|having|following)\b"
)


_LISTED = re.compile(r",? (?:and |as well as )?(?:also )?(?:for )?(?:the |its )?")


def nearest_festival(award: Node, nodes: list[Node], text: str) -> Node | None:
    """The festival of an award's own clause: none that another award of the sentence has, or that an inserted clause speaks of.

    :param nodes: the nodes of the sentence
    :param text: the document's text, normalised
    """
    begin = min((n.start for n in nodes if n.start), default=0)
    listed = _listed_before(award, nodes, text)
    taken = {
        id(n.attributes.get("festival")) for n in nodes if n.letter == "A" and n is not award and n not in listed
    }
    found = [
        n for n in nodes if n.letter == "E" and n.ids and id(n) not in taken and not _set_apart(n, award, text, begin)
    ]
    return found[-1] if found else None


def _listed_before(award: Node, nodes: list[Node], text: str) -> list[Node]:
    """The awards that an award is listed with ("two prizes from Cannes, Best Screenplay and Best Actress"): one festival gives them all."""
    listed: list[Node] = []
    for other in reversed([n for n in nodes if n.letter == "A" and n.end <= award.start]):
        if _LISTED.fullmatch(text, other.end, (listed[-1] if listed else award).start) is None:
            break
        listed.append(other)
    return listed


def _set_apart(festival: Node, award: Node, text: str, begin: int) -> bool:
    if festival.end <= award.start:
        return bool(_APART_BEFORE.search(text[begin : festival.start])) and "," in text[festival.end : award.start]
    return bool(_APART_AFTER.search(text[award.end : festival.start]))
