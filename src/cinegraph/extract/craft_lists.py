"""Prizes that a sentence names by their crafts alone: "won Best Film along with director, editing and costume design"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.nodes import Node

_ITEM = (
    r"(?:(?:original|adapted|supporting|lead(?:ing)?|costume|production|art|set|sound|visual|film|foreign[- ]language|special) ){0,2}"
    r"(?:director|directing|direction|actor|actress|screenplay|script|cinematography|editing|score|music|song|sound|design|effects|costumes|make-?up|hair and make-?up|ensemble)"
)
_END = r"(?=[.,;:)]|$| (?:at|in|from|during|while|before|after|with|went|on|for)\b)"
_MORE = rf"(?:, {_ITEM})*(?:,? (?:and|&|plus) {_ITEM})"
_PRIZES = r"(?:prizes|awards|honou?rs|trophies|statuettes|gongs)"
# "prizes for editing and costume design"
_PRIZES_FOR = re.compile(rf"\b{_PRIZES} for (?P<list>{_ITEM}{_MORE}){_END}", re.IGNORECASE)
# "… as well as original screenplay, cinematography and set design"
_AS_WELL = re.compile(
    rf"\b(?:along with|as well as|plus|in addition to|alongside)(?: (?:the )?(?:technical |craft )?(?:{_PRIZES} )?for)? (?P<list>{_ITEM}(?:{_MORE})?){_END}",
    re.IGNORECASE,
)
# "Best Film, Director and Actress"
_GOES_ON = re.compile(rf"(?P<list>(?:, {_ITEM})*,? (?:and|&) {_ITEM}){_END}", re.IGNORECASE)
_EACH = re.compile(rf"\b{_ITEM}\b", re.IGNORECASE)
# What stands where a craft does and is wrongly guessed gives way to it.
_KEPT = frozenset("ASEL")
_NAMED_BY_CRAFT = frozenset({"best", "craft", "for", "role"})


def crafts_in_lists(nodes: Sequence[Node], text: str, start: int, end: int) -> Iterator[Node]:
    """The prizes that ``text[start:end]`` names by their crafts, in lists that a prize begins.

    :param nodes: the names and the prizes that are found already

    >>> text = "It won Best Film along with director, editing and costume design."
    >>> film = Node("A", 7, 16, "Best Film", attributes={"generic": "best"})
    >>> [node.text for node in crafts_in_lists([film], text, 0, len(text))]
    ['Best Director', 'Best Editing', 'Best Costume Design']
    """
    honoured = [
        n
        for n in nodes
        if n.letter == "A" and (n.attributes.get("generic") in _NAMED_BY_CRAFT or n.text.lower().startswith("best "))
    ]
    lists = [match.span("list") for match in _PRIZES_FOR.finditer(text, start, end)]
    if honoured:
        first = honoured[0].end
        lists += [match.span("list") for match in _AS_WELL.finditer(text, first, end)]
        lists += [m.span("list") for n in honoured if (m := _GOES_ON.match(text, n.end, end)) is not None]
    taken = [(n.start, n.end) for n in nodes if n.letter in _KEPT]
    for begin, stop in sorted(set(lists)):
        for item in _EACH.finditer(text, begin, stop):
            if not any(a < item.end() and item.start() < b for a, b in taken):
                taken.append(item.span())
                yield Node(
                    "A",
                    *item.span(),
                    f"Best {item.group().title()}",
                    attributes={"generic": "best", "written": item.group()},
                )
