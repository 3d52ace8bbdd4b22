"""Tells short talks that name whoever answers only below: "(Ada Doe was speaking in Oslo.)", "— Ada Doe, Oslo"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.articles.lines import Piece
from cinegraph.articles.shapes import ends_question, is_title_like
from cinegraph.model import BlockKind

_CAPITAL = r"[^\W\d_a-z][\w'’.-]"
_PARTICLE = r"de|da|do|dos|del|della|di|du|le|la|van|von|der|den|ter|al|el|bin|ben|af"
_NAME = rf"(?!The |In |This |That |My |Our |It |An? ){_CAPITAL}+(?: (?:{_PARTICLE}|{_CAPITAL}*)){{1,4}}"
_TRADE = (
    r"(?:director|winner|star|author|actor|actress|cinematographer|editor|producer|screenwriter|composer|writer"
    r"|filmmaker|film-maker|animator|documentarian)"
)
_SIGNATURE = re.compile(
    rf"[^\w\n]{{0,4}}{_NAME}(?:[^\w\n]*$|,? (?:was|is) (?:speaking|talking|interviewed|in conversation)\b"
    rf"|,? (?:spoke|talked) (?:to|with|in|at|by|on)\b|,? \(?(?:the |an? )?{_TRADE}\b|,? (?:who|whose)\b"
    rf"|, {_CAPITAL}[^\n]{{2,60}}\d{{4}}\W*$"
    r"|['’]s [*_\"“‘][^\n]{2,80}\b(?:screens|opens|is|will|premieres|shows|plays|has|can be|runs|opened|was)\b)"
)
_FIRST = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me)\b")
_SECOND = re.compile(r"\b(?:you|your|yours|you['’](?:re|ve|d|ll))\b", re.IGNORECASE)
_OPEN = (None, BlockKind.LIST_ITEM)
_LONGEST, _LONGEST_FOOT, _FEWEST = 240, 220, 3


def is_signature(said: str) -> bool:
    """Whether a line below a talk names whoever has answered.

    >>> is_signature("(Ada Doe was speaking in Oslo.)"), is_signature("Ada Doe laughs.")
    (True, False)
    """
    if len(said) > _LONGEST_FOOT or ends_question(said) or _FIRST.search(said):
        return False
    return _SIGNATURE.match(said) is not None


def signed_turns(pieces: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """Which pieces of such a talk ask, and which answer; empty lists where it is none."""
    if len(pieces) < _FEWEST or not is_signature(pieces[-1].text):
        return [], []
    said = range(len(pieces) - 1)
    asked = [index for index in said[:-1] if _asks(pieces[index]) and not _asks(pieces[index + 1])]
    if not asked:
        return [], []
    told = (index for index in said if index > asked[0] and index not in asked and pieces[index].kind in _OPEN)
    answers = [index for index in told if not is_title_like(pieces[index].text)]
    spoken = any(_FIRST.search(pieces[index].text) for index in answers)
    return (asked, answers) if spoken else ([], [])


def _asks(piece: Piece) -> bool:
    """Whether a line speaks to somebody, and not of whoever writes it."""
    if piece.kind not in _OPEN or len(piece.text) > _LONGEST or _FIRST.search(piece.text):
        return False
    return ends_question(piece.text) or _SECOND.search(piece.text) is not None
