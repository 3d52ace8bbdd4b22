"""Joins the lines of hard-wrapped text into paragraphs; lines that stand for themselves (credits, lists) stay apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.articles.lines import Piece
from cinegraph.inserts import inserts_of
from cinegraph.model import BlockKind

_NARROWEST, _WIDEST = 45, 130
_WRAPPED_SHARE = 0.35
_FILLED = 0.8
_LABEL = re.compile(r"(?:\*\*|__)?[^\W\d_][\w.'’ -]{0,40}(?:\*\*|__)?:(?:\*\*|__)?(?:\s|$)|(?:\*\*|__)")
_OPENING, _CLOSING = '“"«„', '”"»“'
_PULL_QUOTE_LINES, _PULL_QUOTE_WIDTH = 6, 60
_JOINABLE = (None, BlockKind.LIST_ITEM)


def join_lines(text: str, lines: list[Piece]) -> list[Piece]:
    """Pieces in which wrapped lines and pull quotes set in several lines are one piece each.

    A run of lines is wrapped where they are about equally long (45 to 130 characters) and enough of them begin in lower
    case; in it, a line is joined to the one before if its first word would not have fitted there.
    """
    joined: list[Piece] = []
    begin = 0
    count = len(lines)
    while begin < count:
        end = begin + 1
        while end < count and not lines[end].gap and not lines[end].marked:
            end += 1
        if end - begin == 1:
            joined.append(lines[begin])
        else:
            joined += _joined(text, lines[begin:end])
        begin = end
    return joined


def join_around_inserts(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces in which a line that breaks off at an insert is one with the insert's lines and the line that goes on."""
    spans = list(inserts_of(text))
    if not spans:
        return pieces
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and not piece.gap and any(
            last.end > start and piece.start <= end + 1 for start, end in spans if last.start <= start
        ):
            last.end = piece.end
            last.text = text[last.start : last.end]
        else:
            joined.append(piece)
    return joined


def _joined(text: str, run: Sequence[Piece]) -> list[Piece]:
    joined = [run[0]]
    wrapped = _is_wrapped(run)
    width = max(len(line.text) for line in run) if wrapped else 0
    quote_end = _pull_quote_end(run, 0)
    for index, line in enumerate(run[1:], 1):
        previous = run[index - 1]
        if index <= quote_end or (wrapped and _continues(previous, line, width)):
            joined[-1].end = line.end
        else:
            joined.append(line)
            quote_end = _pull_quote_end(run, index)
    for piece in joined:
        piece.text = text[piece.start : piece.end]
    return joined


def _is_wrapped(run: Sequence[Piece]) -> bool:
    width = max(len(line.text) for line in run)
    if not _NARROWEST <= width <= _WIDEST or run[0].kind not in _JOINABLE:
        return False
    lower = sum(line.text[0].islower() for line in run[1:])
    return lower >= max(1, _WRAPPED_SHARE * (len(run) - 1))


def _continues(previous: Piece, line: Piece, width: int) -> bool:
    if previous.broken or _LABEL.match(line.text):
        return False
    if line.text[0].islower():
        return True
    first_word = line.text.split(None, 1)[0]
    return len(previous.text) + 1 + len(first_word) > _FILLED * width


def _pull_quote_end(run: Sequence[Piece], index: int) -> int:
    """The last line of a quotation that is set in several short lines from here on; -1 where there is none."""
    first = run[index].text
    if first[0] not in _OPENING or any(sign in first[1:] for sign in _CLOSING[:3]):
        # What a line closes again is a title.
        return -1
    for last, line in enumerate(run[index : index + _PULL_QUOTE_LINES], index):
        if len(line.text) > _PULL_QUOTE_WIDTH:
            return -1
        if last > index and line.text[-1] in _CLOSING:
            return last
    return -1
