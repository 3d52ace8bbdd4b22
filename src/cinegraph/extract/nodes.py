"""The abstract sentence: each mention is one private-use character, so that patterns read like sentences of types.

This is a cascade of finite-state steps in the manner of FASTUS (Hobbs et al. 1997): mentions become nodes, nodes are reduced (coordination,
apposition, parentheses), and only then relation patterns look at what is left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

LETTERS = "PFWESAOLUYDNRCXTQVK"
"""P person, F film or series, W work, E festival, S section, A award, O organisation, L place, U publication, Y year, D date, N demonym,
R occupation, C character, X unknown capitalised name, T unknown title, Q speech,
V a craft's verb, K a craft's noun."""

_FIRST = 0xE000
_BLOCK = 0x100
BASE = {letter: _FIRST + _BLOCK * index for index, letter in enumerate(LETTERS)}


def char_class(letters: str) -> str:
    """A regular-expression class for nodes of these letters.

    >>> re.fullmatch(char_class("P"), chr(BASE["P"] + 3)) is not None
    True
    """
    return "[" + "".join(f"{chr(BASE[c])}-{chr(BASE[c] + _BLOCK - 1)}" for c in letters) + "]"


# "Warner Bros. released": a full stop inside a sentence ends no more than a word.
_ABBREVIATED = re.compile(f"({char_class('O')})\\. (?=[a-z])")
# Some sites set a blank before a comma.
_SPACE_BEFORE = re.compile(r" (?=[,;:.](?: |$))|(?<=\() | (?=\))")
_SPACES = re.compile(r" [,;:.)]|\( ")
# Translations set every name in quotation marks; only those of titles tell something.
_NAME_QUOTED = re.compile(f'"({char_class("EASO")})"')
ANY_NODE = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _BLOCK * len(LETTERS) - 1)}]")


@lru_cache(maxsize=_BLOCK * len(LETTERS) * 2)
def letter_of(char: str) -> str:
    """The letter of a node's character, or an empty string for a plain one."""
    index = (ord(char) - _FIRST) // _BLOCK
    return LETTERS[index] if 0 <= index < len(LETTERS) and ord(char) >= _FIRST else ""


@dataclass(slots=True)
class Node:
    """A mention in a sentence. ``ids`` are article-local entity ids: several where it is a coordination (then ``members`` has its parts).

    ``attributes`` gather what reductions learn (year, festival, section, for_work, role, ordinal …).
    """

    letter: str
    start: int
    end: int
    text: str
    ids: tuple[str, ...] = ()
    kind: str = "name"
    attributes: dict[str, Any] = field(default_factory=dict)
    members: list[Node] = field(default_factory=list)
    note: str = ""

    def parts(self) -> list[Node]:
        """The nodes of a coordination, or the node itself."""
        if not self.members and len(self.ids) > 1:
            return [
                Node(self.letter, self.start, self.end, self.text, (i,), self.kind, self.attributes, [], self.note)
                for i in self.ids
            ]
        return self.members or [self]

    def only(self, keys: Collection[str]) -> dict[str, Any]:
        """Those of its attributes that have one of these keys, in its order."""
        return {key: value for key, value in self.attributes.items() if key in keys}

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with ``[start, end)``."""
        return self.start < end and start < self.end


def coordinated(nodes: Sequence[Node], text: str | None = None, letter: str = "", note: str = "") -> Node:
    """One node for several that a text joins: it reaches from the first to the last, has the ids of all and them as members.

    :param text: how it is written; left out, the texts of all with "and" between them
    :param letter: left out, that of the first

    >>> both = coordinated([Node("P", 0, 3, "Ada", ("p1",)), Node("P", 8, 11, "Ben", ("p2",))])
    >>> both.text, both.ids, (both.start, both.end)
    ('Ada and Ben', ('p1', 'p2'), (0, 11))
    """
    first, last = nodes[0], nodes[-1]
    written = " and ".join(node.text for node in nodes) if text is None else text
    ids = tuple(id_ for node in nodes for id_ in node.ids)
    return Node(letter or first.letter, first.start, last.end, written, ids, first.kind, {}, list(nodes), note)


_EMPHASIS = re.compile(r"\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")


class AbstractSentence:
    """A sentence as a string of words and node characters, and the nodes behind these characters.

    :ivar whole: the words of the whole sentence, where this is a view of a part of it
    """

    def __init__(self, text: str, start: int, end: int, nodes: Iterable[Node]) -> None:
        """:param text: the normalised article; the sentence is ``text[start:end]``
        :param nodes: not overlapping, in text order
        """
        self.start, self.end = start, end
        self.whole = ""
        self.nodes: dict[str, Node] = {}
        self._used = dict.fromkeys(LETTERS, 0)
        pieces: list[str] = []
        position = start
        for node in nodes:
            pieces.append(text[position : node.start].lower())
            pieces.append(self.add(node))
            if node.letter in "FTW" and text[node.end - 2 : node.end] == ',"':
                pieces.append(",")  # “Night Bus,” it is called: the comma is the sentence's
            position = node.end
            if node.letter == "P" and text.startswith(". ", position) and node.text.endswith((" Jr", " Sr")):
                position += 1
        pieces.append(text[position:end].lower())
        string = "".join(pieces)
        if "*" in string or "_" in string:
            string = _EMPHASIS.sub("", string)
        string = " ".join(string.split())
        if '"' in string:
            string = _NAME_QUOTED.sub(r"\1", string)
        if _SPACES.search(string):
            string = _SPACE_BEFORE.sub("", string)
        self.string = _ABBREVIATED.sub(r"\1 ", string) if ". " in string else string

    def add(self, node: Node) -> str:
        """The character that stands for a node."""
        index = self._used[node.letter]
        if index >= _BLOCK:
            return " "
        self._used[node.letter] = index + 1
        char = chr(BASE[node.letter] + index)
        self.nodes[char] = node
        return char

    def saying(self, string: str) -> AbstractSentence:
        """A view of the sentence that has the same nodes and other words, most often a part of its own.

        >>> AbstractSentence("Ada won.", 0, 8, [Node("P", 0, 3, "Ada")]).saying("\ue000 was there.").readable()
        '<P:Ada> was there.'
        """
        view = AbstractSentence("", self.start, self.start, ())
        view.end, view.nodes, view._used, view.string = self.end, self.nodes, self._used, string
        view.whole = self.whole or self.string
        return view

    def letters(self) -> set[str]:
        """Which letters stand in the string as it is now."""
        string = self.string
        return {letter_of(char) for char in self.nodes if char in string}

    def readable(self) -> str:
        """The string with nodes in angle brackets, for people."""
        return ANY_NODE.sub(lambda m: f"<{letter_of(m.group())}:{self.nodes[m.group()].text}>", self.string)
