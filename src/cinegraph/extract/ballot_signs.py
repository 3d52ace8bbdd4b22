"""The signs by which a list of nominees marks who won: stars, ticks, bold letters, the word "winner", a rank before or votes behind a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from cinegraph.extract.award_labels import WINNER_MARK

STAR, BOLD, TOLD, FIRST = "star", "bold", "told", "first"
"""Signs: a star and bold letters mark winners only where a list or its legend shows it; a word or a tick always does."""

_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<inner>(?:(?!(?P=mark)).)+(?:\*(?=\*\*$))?)(?P=mark)[\s.]*$", re.DOTALL)
_STAR_BEFORE = re.compile(r"\\?\*(?!\*)\s*")
_STAR_BEHIND = re.compile(r"\s*\\?\*$")
_TICK_BEFORE = re.compile(r"[\[(]?[★✓✔☑✅🏆]\ufe0f?[\])]?\s*")
_WORD_BEFORE = re.compile(r"[*_\[(]{0,3}winner[*_\])]{0,3}(?::| [–—-]| \|)[*_]{0,3}\s*(?=\S)", re.IGNORECASE)
_LETTER_BEFORE = re.compile(r"\[W\]\s+")
_LETTER_BEHIND = re.compile(r"\s+\[W\]$")
_RANK = re.compile(r"\d{1,2}[.)]\s+")
_POINTS = re.compile(r"\s*\(\d+ (?:points?|votes?|pts\.?)\)\W*$| [–—-] \d{1,3}(?: (?:points?|votes?))?$", re.IGNORECASE)


class Signed(NamedTuple):
    """What a line says without its signs.

    :ivar sign: what marks it, or an empty string
    :ivar ranked: whether its rank among the votes stands before it
    """

    start: int
    end: int
    sign: str = ""
    ranked: bool = False


def without_signs(text: str, start: int, end: int) -> Signed:
    """What stands in ``text[start:end]``, without what marks it as a winner, its rank and its votes.

    >>> said = "*1. Ada Doe – 49 points"
    >>> found = without_signs(said, 0, len(said))
    >>> said[found.start : found.end], found.sign, found.ranked
    ('Ada Doe', 'star', True)
    """
    sign = ""
    bold = _BOLD.match(text, start, end) if text.startswith(("**", "__"), start) else None
    if bold is not None:
        start, end, sign = bold.start("inner"), bold.end("inner"), BOLD
    start, before = _before(text, start, end)
    end, behind = _behind(text, start, end)
    rank = _RANK.match(text, start, end) if before == STAR else None
    start = rank.end() if rank else start
    points = _POINTS.search(text, start, end)
    end = points.start() if points else end
    return Signed(start, end, _strongest(sign, before, behind), rank is not None)


def _strongest(*signs: str) -> str:
    return next((sign for sign in (TOLD, STAR, BOLD) if sign in signs), "")


def _before(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a line begins behind the signs before it, and their kind."""
    for expression, sign in ((_WORD_BEFORE, TOLD), (_TICK_BEFORE, TOLD), (_LETTER_BEFORE, TOLD), (_STAR_BEFORE, STAR)):
        found = expression.match(text, start, end)
        if found is not None and (sign != STAR or _is_alone(text, start, end)):
            return found.end(), sign
    return start, ""


def _behind(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a line ends before the signs behind it, and their kind."""
    for expression, sign in ((WINNER_MARK, TOLD), (_LETTER_BEHIND, TOLD), (_STAR_BEHIND, STAR)):
        found = expression.search(text, start, end)
        if found is not None and found.start() > start and (sign != STAR or _is_alone(text, start, end)):
            return found.start(), sign
    return end, ""


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether the stars of a line are no pairs, as italics are."""
    return text.count("*", start, end) % 2 == 1
