"""The words that stand before somebody's name and say who it is: "newcomer", "the late, great", "screen icon", "her brother", "Oscar winner".

They are looked for from the name backwards, word by word: most names have none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cinegraph.extract.nodes import Node, char_class, letter_of
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words

NOUNS = frozenset(words("descriptions_of_people"))
"""What describes somebody whose name follows: "newcomer"."""
_RELATIONS = frozenset(words("relations_of_people"))
_GROUPS = frozenset(words("groups_of_people"))
PRAISE = frozenset(words("praise_of_people"))
"""What praises such a person: "legendary"."""
_ENDS = words("ends_of_praise")
_DEGREES = frozenset(words("degrees_of_praise"))
_FIELDS = frozenset(words("fields_of_people"))
_ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})
"""Whose somebody is: "her brother"."""
_BESIDE = _ARTICLES | OWNERS | _DEGREES | _FIELDS
# "The film will star Ada Doe"
_VERBS_TOO = frozenset({"star", "host", "master", "pioneer", "exile", "rebel"})
_PREPOSITIONS = (" by", " with", " from", " for", " of", " including", " that", " which")
# "Longtime Ada Doe collaborator Ben Roe"
_NOUN_AND_NAME = re.compile(rf" [a-z-]+,? (?:and [a-z-]+ )?{char_class('P')}")
_BEFORE_NOUNS = frozenset({"longtime", "long-time", "one-time", "onetime", "former", "erstwhile", "future", "so-called", "real-life", "cult"})
_MATES = frozenset({"student", "alumna", "alumnus", "alum", "graduate", "classmate"})
_BOUND_TO = frozenset("AOELFTSXUPWCNY")
_MOST = 9


@dataclass(slots=True)
class Description:
    """What stands before a name.

    :ivar start: where it begins in the abstract sentence
    :ivar bound: whether it hangs on somebody or something before it ("her brother", "Oscar winner")
    :ivar nations: the nations among its words
    :ivar trades: the trades of a compound ("actor-turned-director")
    """

    start: int
    bound: bool = False
    nations: list[Node] = field(default_factory=list)
    trades: list[str] = field(default_factory=list)


def is_praise(word: str) -> bool:
    """Whether a word praises somebody, or tells an age.

    >>> is_praise("legendary"), is_praise("much-loved"), is_praise("quickly")
    (True, True, False)
    """
    return word in PRAISE or ("-" in word and word.endswith(_ENDS))


def trades_of(word: str, occupations: Mapping[str, object]) -> list[str]:
    """The trades of a compound, and after "turned" the second alone; nothing where it is none.

    >>> trades_of("actor-director", {"actor": 1, "director": 1}), trades_of("lawyer-turned-director", {"director": 1})
    (['actor', 'director'], ['director'])
    """
    first, turned, last = word.partition("-turned-")
    parts = [last] if turned and first else word.replace("/", "-").split("-")
    return parts if (turned or len(parts) > 1) and all(part in occupations for part in parts) else []


def describes(word: str, following: str, occupations: Mapping[str, object], first_names: Mapping[str, object]) -> bool:
    """Whether a word with a capital describes somebody whose first name follows it ("Newcomer Ada"), and begins no name.

    >>> describes("Newcomer", "Ada", {}, {"ada": 1}), describes("Newcomer", "Road", {}, {"ada": 1})
    (True, False)
    """
    lowered = word.lower()
    told = lowered in NOUNS or is_praise(lowered) or bool(trades_of(lowered, occupations))
    return told and fold(following) in first_names


def is_description(words: Sequence[str], occupations: Mapping[str, object]) -> bool:
    """Whether the words between two names of a list describe who is named behind them ("Ada and newcomer Ben", "Ada and her husband, actor Ben").

    >>> is_description(["her", "brother"], {}), is_description(["his", "film"], {}), is_description(["Oscar", "winner"], {})
    (True, False, True)
    """
    who = [word for word in words if word in NOUNS or word in _RELATIONS or word in occupations]
    return bool(who) and words[-1] in who and all(
        word in who or is_praise(word) or word in _BESIDE or word.endswith("ly") or (word[0].isupper() and who[0] != word)
        for word in words
    )


def description_before(
    string: str, end: int, nodes: Mapping[str, Node], occupations: Mapping[str, object]
) -> Description | None:
    """What describes the name that stands at an offset of an abstract sentence; None where nothing does.

    >>> found = description_before("a film by the late, great \ue000", 26, {}, {})
    >>> (found.start, found.bound) if found else None
    (10, False)
    """
    return _Walk(string, end, nodes, occupations).description()


class _Walk:
    """The way back from a name, word by word, over what describes it."""

    def __init__(self, string: str, end: int, nodes: Mapping[str, Node], occupations: Mapping[str, object]) -> None:
        self.string, self.end, self.nodes, self.occupations = string, end, nodes, occupations
        self.found = Description(end)
        self.noun = self.praise = self.article = ""

    def description(self) -> Description | None:
        """What has been walked over, where that is a description."""
        found = self.found
        for _ in range(_MOST):
            if self.article or not self._step():
                break
        if found.start == self.end or not (self.noun or self.praise):
            return None
        apposed = self.string.endswith(", ", 0, self.end)
        if self.article:
            return None if apposed or self._is_likened() else found
        before = self.string[: found.start].rstrip()
        owner = before[before.rfind(" ") + 1 :]
        if (apposed and not _is_apposed(before, owner)) or self._is_a_verb(before):
            return None
        found.bound = found.bound or self._is_of_somebody(before, owner)
        return found

    def _step(self) -> bool:
        """Take in one word more; whether it is of a description."""
        start = self.found.start
        cut = start - 1
        if cut < 1 or self.string[cut] != " ":
            return False
        comma = self.string[cut - 1] == ","
        cut -= comma
        begin = self.string.rfind(" ", 0, cut) + 1
        begin += self.string[begin] == "("
        word = self.string[begin:cut]
        if not word or (comma and start == self.end and word not in _RELATIONS):
            return False
        if not self._is_noun(word) and not self._is_beside_noun(word, comma) and not self._joins(word, begin):
            return False
        self.found.start = begin
        return True

    def _is_noun(self, word: str) -> bool:
        """Whether a word is the noun of the description: no other stands behind it."""
        if self.noun or self.praise:
            return False
        several = word in _GROUPS and _are_several(self.string, self.end, self.nodes)
        if several or word in NOUNS or word in _RELATIONS:
            self.noun = word
            self.found.bound = word in _RELATIONS and not several
        elif trades := trades_of(word, self.occupations):
            self.noun, self.found.trades = word, trades
        return bool(self.noun)

    def _is_beside_noun(self, word: str, comma: bool) -> bool:
        """Whether a word is praise, or stands before a noun or praise: an article, a nation, a field."""
        described = bool(self.noun or self.praise)
        if is_praise(word) and (described or word not in _BEFORE_NOUNS or not self._owns_another()):
            self.praise = word
            self.found.bound = self.found.bound or word.endswith("-year-old") or letter_of(word[0]) != ""
            return True
        if described and len(word) == 1 and letter_of(word) == "N" and not comma:
            self.found.nations.append(self.nodes[word])
            return True
        if described and word in _ARTICLES:
            self.article = word
            return True
        return (described and (word in _DEGREES or word.endswith("ly"))) or (bool(self.noun) and word in _FIELDS)

    def _owns_another(self) -> bool:
        """Whether a noun and another name follow the name: "former Ada Doe collaborator Ben Roe"."""
        return _NOUN_AND_NAME.match(self.string, self.end + 1) is not None

    def _joins(self, word: str, begin: int) -> bool:
        """Whether "and" stands between two words of praise."""
        before = self.string[: max(0, begin - 1)].rstrip(",")
        return word == "and" and bool(self.praise) and is_praise(before[before.rfind(" ") + 1 :])

    def _is_likened(self) -> bool:
        """Whether it is as a newcomer that Ada Doe came."""
        return self.article != "the" and self.string.endswith(("as ", "like "), 0, self.found.start)

    def _is_a_verb(self, before: str) -> bool:
        """Whether the noun is a verb: "The film will star Ada Doe"."""
        alone = self.noun in _VERBS_TOO and self.string[self.found.start : self.end].strip() == self.noun
        return alone and not before.endswith(_PREPOSITIONS)

    def _is_of_somebody(self, before: str, owner: str) -> bool:
        """Whether a description hangs on what stands before it."""
        words = self.string[self.found.start : self.end].split()
        mate = "fellow" in words and not _MATES.isdisjoint(words)
        owned = owner in OWNERS or owner.endswith(("'s", "-winning", "-nominated"))
        return mate or owned or letter_of(before[-1:] or " ") in _BOUND_TO


def _is_apposed(before: str, owner: str) -> bool:
    """Whether "her brother," before a name is in apposition to it, and not whom somebody plays: it has an owner, and hangs on no verb."""
    left = before[: len(before) - len(owner)].rstrip()
    return (owner in OWNERS or owner.endswith("'s")) and (not left or left.endswith((",", " and", *_PREPOSITIONS)))


def _are_several(string: str, place: int, nodes: Mapping[str, Node]) -> bool:
    """Whether at a place of an abstract sentence several people stand, as one node or two."""
    node = nodes.get(string[place : place + 1])
    return (node is not None and len(node.ids) > 1) or string.startswith((" and ", " & ", "/", ", "), place + 1)
