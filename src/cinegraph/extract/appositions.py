"""Who stands in an apposition and does nothing of what is said behind it: "Ada, the daughter of Ben, directed F", "the daughter of Ben, Ada, directed F"."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import char_class

_PERSON = char_class("P")
_LONGEST = 160
_OPENING = (
    rf"(?:an?|the|one of|himself|herself|then|now|once|formerly|born|trained|raised|educated|taught|married|related|close|next|{_PERSON}'s)"
)
_BETWEEN = rf"(?: the| an?| {_PERSON}'s)?(?: [\w-]+| {char_class('NRL')}){{0,2}}"
_BEHIND_A_NAME = re.compile(rf"{_PERSON}\"?, (?!who\b|whose\b|whom\b|which\b)")
_IN_PARENTHESES = re.compile(rf"{_PERSON}\"?\) ")
_NAMED_BEHIND = re.compile(rf"{_PERSON}, {_PERSON}\"?(?: \([^()]*\))?, ")
_IN_APPOSITION = re.compile(
    rf"{_PERSON}\"?(?: \([^()]*\))?, {_OPENING}(?![\w']) [^,;.:()]{{0,120}}?(?<= )(?:of|to|by|with|for|from|under|like){_BETWEEN} $"
)
_OF_WHOM = re.compile(
    rf"(?:^\W*|[,;] )(?:the|an?|his|her|{_PERSON}'s) [^,;.:()]{{1,80}}? (?:of|to)(?: the| an?)?(?: [\w-]+| {char_class('NRL')}){{0,2}} $"
)


def leaves_an_apposition(match: re.Match[str]) -> bool:
    """Whether a match begins with somebody whom an apposition or a parenthesis names, and goes on behind it."""
    start, string = match.start(), match.string
    if _IN_PARENTHESES.match(string, start, match.end()):
        return True
    if not _BEHIND_A_NAME.match(string, start, match.end()):
        return False
    if _IN_APPOSITION.search(string, max(0, start - _LONGEST), start):
        return True
    return _NAMED_BEHIND.match(string, start) is not None and stands_before_whose(string, start)


def stands_before_whose(string: str, place: int) -> bool:
    """Whether what stands at a place of an abstract sentence only tells who the one is that is named next ("the daughter of …").

    >>> stands_before_whose("the daughter of \ue000, \ue001, directed it", 16), stands_before_whose("with \ue000, \ue001, \ue002", 5)
    (True, False)
    """
    return _OF_WHOM.search(string, max(0, place - _LONGEST), place) is not None
