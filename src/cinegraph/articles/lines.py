"""The lines of a text with their offsets, and what each shows by its mark: ``#``, a bullet, a pipe, emphasis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cinegraph.model import BlockKind

BLANK = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
)
"""White space, and characters that print nothing (byte-order mark, zero-width space, direction marks, soft hyphen)."""


@dataclass(slots=True)
class Piece:
    """A line, or several lines joined: what the layout decides about.

    :ivar start: where its content begins, after its mark
    :ivar end: where its content ends
    :ivar text: the content
    :ivar kind: what it is; None while that is open
    :ivar gap: whether a blank line stands before it
    :ivar marked: whether a mark (bullet, ``#``, pipe) says what it is
    :ivar indent: how far it is indented
    :ivar broken: whether the line ends in a hard break, so that no other is joined to it
    :ivar bullet: the mark of a list item
    :ivar emphasis: ``bold`` or ``italic`` where the whole of it is set so
    """

    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    level: int = 0
    speaker: str | None = None
    gap: bool = False
    marked: bool = False
    indent: int = 0
    broken: bool = False
    bullet: str = ""
    emphasis: str | None = None

    def narrow(self, text: str, start: int, end: int) -> None:
        """Give up what stands before ``start`` and after ``end``: it was a mark."""
        part = text[start:end]
        stripped = part.strip(BLANK)
        self.start = start + (part.find(stripped) if stripped else 0)
        self.end = self.start + len(stripped)
        self.text = stripped


_FIRST = frozenset("#-*+•–—·▪◦‣●○■□►>|_=~`!<[0123456789abcdefghABCDEFGH(")
_HEADING = re.compile(r"(#{1,6})[ \t\xa0]+(?=\S)")
_HEADING_END = re.compile(r"[ \t]+#+$")
_RULE = re.compile(
    r"(?:[-*_=~•·][ \t]*){3,}$|#{1,6}$|[-*+•>]$|```\w*$|~~~\w*$"
    r"|\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$"
)
_SETEXT = re.compile(r"=+$|-{2,}$")
_BULLET = re.compile(r"(?:[-*+•–—·▪◦‣●○■□►][ \t\xa0]+|\(?\d{1,3}[.)][ \t\xa0]+|\(?[A-Ha-h]\)[ \t\xa0]+)(?=\S)")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)$")
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])((?:(?!\1).)+)(?<=[^\s*_])\1$", re.DOTALL)
_ITALIC = re.compile(r"([*_])(?=[^\s*_])((?:(?!\1).)+)(?<=[^\s*_])\1$", re.DOTALL)
# "***Night Bus* is short. Why?**" is bold, and its title is italic besides.
_BOLD_WITH_TITLE = re.compile(r"(\*\*)(\*(?=[^\s*])(?:[^*]+\*(?!\*))[^*].*)(?<=[^\s*_])\1$", re.DOTALL)
_BOLD_ITALIC = re.compile(r"(\*\*\*|___)(?=[^\s*_])([^*_]+)(?<=[^\s*_])\1$")


def pieces_of(text: str, start: int = 0) -> list[Piece]:
    """The lines of a text that are not blank, with their marks read and taken off.

    Rows of tables are told in :mod:`cinegraph.articles.tables`.

    :param start: where to begin
    """
    lines: list[Piece] = []
    position, gap = start, True
    for raw in (text[start:] if start else text).splitlines(keepends=True):
        stripped = raw.strip(BLANK)
        if stripped:
            indent = raw.find(stripped)
            begin = position + indent
            line = Piece(begin, begin + len(stripped), stripped, None, 0, None, gap, False, indent)
            line.broken = len(raw) - indent - len(stripped) > 2 and raw.rstrip("\r\n").endswith("  ")
            gap = False
            if stripped[0] not in _FIRST or _read_mark(text, line, lines):
                lines.append(line)
            else:
                gap = True
        else:
            # A line of nothing but characters that print nothing stands between parts of one cell.
            gap = gap or not raw.strip()
        position += len(raw)
    return lines


def _read_mark(text: str, line: Piece, before: Sequence[Piece]) -> bool:
    """Read the mark that a line begins with; False where the line is nothing but a mark."""
    content = line.text
    first = content[0]
    if first == ">":
        quoted = _QUOTED.match(content)
        if quoted:
            line.narrow(text, line.start + quoted.end(), line.end)
            content = line.text
            if not content:
                return False
            first = content[0]
    if _RULE.match(content):
        _underline(content, line, before)
        return False
    if first == "#":
        heading = _HEADING.match(content)
        if heading:
            closing = _HEADING_END.search(content)
            line.narrow(text, line.start + heading.end(), line.start + closing.start() if closing else line.end)
            line.kind, line.level, line.marked = BlockKind.HEADING, len(heading[1]), True
        return bool(line.text)
    if first == "!":
        image = _IMAGE.match(content)
        if image:
            line.narrow(text, line.start + image.start("alt"), line.start + image.end("alt"))
            line.kind, line.marked = BlockKind.CAPTION, True
        return bool(line.text)
    _read_item(text, line)
    return True


def _underline(content: str, line: Piece, before: Sequence[Piece]) -> None:
    """A row of = or - right under a line makes a heading of that line (setext)."""
    if before and not line.gap and _SETEXT.match(content) and not before[-1].marked and len(before[-1].text) <= 150:
        heading = before[-1]
        heading.kind, heading.level, heading.marked = BlockKind.HEADING, 1 if content[0] == "=" else 2, True


def _read_item(text: str, line: Piece) -> None:
    bullet = _BULLET.match(line.text)
    if bullet:
        line.bullet = bullet[0].strip()
        line.narrow(text, line.start + bullet.end(), line.end)
        line.kind, line.level, line.marked = BlockKind.LIST_ITEM, line.indent // 2 + 1, True


def read_emphasis(piece: Piece) -> None:
    """Note whether the whole of a piece is bold or italic; its stars stay where they are."""
    if piece.text[0] in "*_" and piece.text[-1] in "*_":
        if _BOLD.match(piece.text) or _BOLD_ITALIC.match(piece.text) or _BOLD_WITH_TITLE.match(piece.text):
            piece.emphasis = "bold"
        elif _ITALIC.match(piece.text):
            piece.emphasis = "italic"


def take_off_emphasis(text: str, piece: Piece) -> None:
    """Give up the stars around a piece that is bold or italic as a whole: they mark its place, not a title in it."""
    match = (
        _BOLD_ITALIC.match(piece.text)
        or _BOLD_WITH_TITLE.match(piece.text)
        or _BOLD.match(piece.text)
        or _ITALIC.match(piece.text)
    )
    if match:
        piece.narrow(text, piece.start + match.start(2), piece.start + match.end(2))
