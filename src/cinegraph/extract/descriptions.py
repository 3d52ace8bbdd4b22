"""The words that stand before somebody's name and say who it is: "newcomer", "the late, great", "screen icon", "her brother", "Oscar winner".

They are looked for from the name backwards, word by word: most names have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cinegraph.extract.nodes import Node, letter_of
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words

NOUNS = frozenset(words("descriptions_of_people"))
"""What describes somebody whose name follows: "newcomer"."""
_RELATIONS = frozenset(words("relations_of_people"))
PRAISE = frozenset(words("praise_of_people"))
"""What praises such a person: "legendary"."""
_ENDS = words("ends_of_praise")
_DEGREES = frozenset(words("degrees_of_praise"))
_FIELDS = frozenset(words("fields_of_people"))
_ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})
"""Whose somebody is: "her brother"."""
_BESIDE = _ARTICLES | OWNERS | _DEGREES | _FIELDS
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
    found = Description(end)
    position, noun, related, praised = end, False, False, False
    for _ in range(_MOST):
        cut = position - 1
        if cut < 1 or string[cut] != " ":
            break
        comma = string[cut - 1] == ","
        cut -= comma
        begin = string.rfind(" ", 0, cut) + 1
        word = string[begin:cut]
        if comma and position == end and word not in _RELATIONS:
            break
        if len(word) == 1 and letter_of(word) == "N" and (noun or praised) and not comma:
            found.nations.append(nodes[word])
        elif word in _ARTICLES:
            if position == end:
                break
            if word != "the" and string.endswith(("as ", "like "), 0, begin):
                return None
            found.start = begin
            return found
        elif not noun and not praised and (word in NOUNS or word in _RELATIONS):
            noun, related = True, word in _RELATIONS
        elif not noun and not praised and (trades := trades_of(word, occupations)):
            found.trades, noun = trades, True
        elif is_praise(word):
            praised = True
        elif not ((noun and word in _FIELDS) or ((noun or praised) and (word in _DEGREES or word.endswith("ly")))):
            if word == "and" and praised and is_praise(string[string.rfind(" ", 0, begin - 1) + 1 : begin - 1].rstrip(",")):
                position = begin
                continue
            break
        position = begin
    if position == end or not (noun or praised):
        return None
    found.start = position
    before = string[:position].rstrip()
    owner = before[before.rfind(" ") + 1 :]
    mate = "fellow " in string[position:end] and not _MATES.isdisjoint(string[position:end].split())
    found.bound = related or mate or owner in OWNERS or owner.endswith(("'s", "-winning", "-nominated")) or letter_of(before[-1:] or " ") in _BOUND_TO
    return found
