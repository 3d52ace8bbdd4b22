"""Who is named in a sentence and does nothing of what is said behind: "Ada, the daughter of Ben, directed F", "Ada, who met Ben, directed F", "Ben says that Ada directed F"."""

from __future__ import annotations

import re

from cinegraph.extract.asides import participle_phrases, relative_clauses
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

# "Ada studied in the class of Ben, and later left": it is Ada who did.
_OF_A_CLASS = re.compile(
    rf"\b(?:(?:class|workshop|studio|course|masterclass|group|guidance|tutelage|supervision|direction|wing) of|taught by|under|alongside|(?:assistant|assistants|assisting) (?:to|of))(?: the)?{_BETWEEN} $"
)
_GOES_ON = re.compile(rf"{_PERSON}\"?,? (?:and|then|before|but) (?:later |then |also |subsequently |afterwards )?(?![^\w\s])")

# "Ben says that Ada plays a nurse": it is Ada who does.
_TELLS = re.compile(
    rf"{_PERSON},? (?:also |once |later )?(?:says|said|recalls|recalled|remembers|remembered|tells|told|explains|explained|adds|added|reports|reported|claims|claimed|believes|believed|thinks|thought|notes|noted|reveals|revealed|confirms|confirmed|announces|announced)(?: {char_class('PU')})? (?:that|how) (?:the )?{_PERSON}"
)


def begins_with_a_bystander(match: re.Match[str]) -> bool:
    """Whether a match begins with somebody of whom its words are not said: it is somebody else who did it."""
    return _leaves_a_relative_clause(match) or _leaves_an_apposition(match) or _leaves_who_tells(match.group())


def _leaves_a_relative_clause(match: re.Match[str]) -> bool:
    """Whether a match begins within a relative clause, or a film's participle, and ends behind it: "Ada, who met Ben, directed F" has Ada direct it."""
    spans = [*relative_clauses(match.string), *participle_phrases(match.string)]
    return any(start < match.start() < end < match.end() - 1 for start, end in spans)


def _leaves_who_tells(words: str) -> bool:
    """Whether matched words begin with somebody who only tells what somebody else did."""
    return (" that " in words or " how " in words) and _TELLS.match(words) is not None


def _leaves_an_apposition(match: re.Match[str]) -> bool:
    """Whether a match begins with somebody whom an apposition or a parenthesis names, and goes on behind it."""
    start, string = match.start(), match.string
    if _IN_PARENTHESES.match(string, start, match.end()):
        return True
    if _GOES_ON.match(string, start, match.end()) and _OF_A_CLASS.search(string, max(0, start - _LONGEST), start):
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
