"""Gives the short lines of an article their kinds: headings, captions, bylines, datelines, credits and line-ups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.articles.captions import LONGEST_BYLINE, byline_name, is_caption
from cinegraph.articles.dates import is_dateline
from cinegraph.articles.line_ups import mark_films, mark_line_ups
from cinegraph.articles.lines import Piece, take_off_emphasis
from cinegraph.articles.shapes import (
    ends_question,
    ends_sentence,
    has_verb,
    is_credit,
    is_person_like,
    is_pull_quote,
    is_title_like,
)
from cinegraph.model import BlockKind

_TOP = 12
_NEAR = 6
_LOWEST_HEADING = 6
_LONGEST_QUESTION_TITLE = 120
_TURNS = (BlockKind.QUESTION, BlockKind.ANSWER)


def mark_short_lines(text: str, pieces: list[Piece]) -> None:
    """Give every piece that is still open its kind; what is none of the short kinds is a paragraph."""
    if not pieces:
        return
    for piece in pieces:
        if piece.kind is None and is_caption(piece.text):
            piece.kind = BlockKind.CAPTION
    mark_films(pieces)
    _mark_bylines(pieces)
    mark_line_ups(pieces)
    if len(pieces) > 1 or not has_verb(pieces[0].text):  # a sentence alone, without its full stop, is no heading
        _mark_headings(pieces)
    for piece in pieces:
        if piece.kind is None:
            piece.kind = BlockKind.PARAGRAPH
        if piece.emphasis and piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and not piece.marked:
            take_off_emphasis(text, piece)


# At the head of an article "Review: Night Bus" is its title; elsewhere such a line says who wrote it.
_KIND_OF_PIECE = re.compile(r"(?:review|interview)\s*[:|]", re.IGNORECASE)


# "U.S. Narrative" is a section, and nobody's initials.
_OF_A_NATION = re.compile(r"U\.(?:S|K)\.(?:A\.)? ")


def _mark_bylines(pieces: Sequence[Piece]) -> None:
    """Datelines, "By X", and a name that stands alone under the title or over its bearer's biography."""
    for index, piece in enumerate(pieces):
        if piece.kind is None and len(piece.text) <= LONGEST_BYLINE and _is_byline(pieces, index):
            piece.kind = BlockKind.BYLINE


def _is_byline(pieces: Sequence[Piece], index: int) -> bool:
    said = pieces[index].text
    if is_dateline(said):
        return True
    if byline_name(said) and not (index == 0 and _KIND_OF_PIECE.match(said)):
        beside = (pieces[place].text for place in (index - 1, index + 1) if 0 <= place < len(pieces))
        return not any(is_credit(other) and byline_name(other) is None for other in beside)
    alone = index > 0 and len(said) <= 50 and is_person_like(said) and not _OF_A_NATION.match(said)
    return alone and _signs(pieces, index)


def _signs(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a name that stands alone is the author's."""
    name, before = pieces[index].text, pieces[index - 1]
    following = pieces[index + 1].text if index + 1 < len(pieces) else ""
    if following and (following == name or (following.startswith(name) and has_verb(following))):
        return index >= len(pieces) - _NEAR or index > _TOP
    if not following:
        return before.kind is None and ends_sentence(before.text)
    if index > _TOP:
        return False
    above = pieces[:index]
    if pieces[index + 1].kind is BlockKind.LIST_ITEM:
        return False
    if is_dateline(following) or is_dateline(before.text) or any(byline_name(piece.text) == name for piece in above):
        return True
    surname = name.split()[-1]
    named = any(surname in piece.text for piece in (*above, *pieces[index + 1 : index + 1 + _NEAR]))
    return not named and all(is_title_like(piece.text) or piece.kind for piece in above) and ends_sentence(following)


def _mark_headings(pieces: Sequence[Piece]) -> None:
    """Short lines without the end of a sentence; the first is of level 1, those after a mark one level below it.

    Among the turns of an interview such a line is a caption, or a pull quote (a heading).
    """
    turns = [index for index, piece in enumerate(pieces) if piece.kind in _TURNS]
    zone = range(turns[0], turns[-1] + 1) if turns else range(0)
    level, top = 0, True
    said = [piece.text for piece in pieces[:_TOP]]
    for index, piece in enumerate(pieces):
        depth = min(level + 1 if level else 1 if top else 2, _LOWEST_HEADING)
        if piece.kind is BlockKind.HEADING and piece.marked:
            level = piece.level
        elif piece.kind is BlockKind.HEADING:
            piece.level = min(depth + piece.level, _LOWEST_HEADING)
        elif piece.kind is None and (index in zone or is_pull_quote(piece.text)):
            _mark_inset(piece, level)
        elif piece.kind is None and (is_title_like(piece.text) or (top and _is_title(piece, said))):
            piece.kind, piece.level = BlockKind.HEADING, depth
        elif piece.kind is None or piece.kind in _TURNS:
            top = False


def _mark_inset(piece: Piece, level: int) -> None:
    if is_pull_quote(piece.text):
        piece.kind, piece.level = BlockKind.HEADING, min(level + 2, _LOWEST_HEADING)
    elif is_title_like(piece.text):
        piece.kind = BlockKind.CAPTION


def _is_title(piece: Piece, said: Sequence[str]) -> bool:
    """Above the first paragraph, a question is a title, and so is a line that stands there twice."""
    if len(piece.text) > _LONGEST_QUESTION_TITLE or piece.emphasis:
        return False
    return (ends_question(piece.text) and ". " not in piece.text) or said.count(piece.text) > 1
