"""What pages of an encyclopedia set around their text: links to edit a section, their contents, the notes below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.articles.lines import Piece
from cinegraph.model import BlockKind

_EDIT = re.compile(r"[ \xa0]?\[ ?edit(?: source)?(?: ?\| ?edit(?: source)?)? ?\]$", re.IGNORECASE)
_CONTENTS = re.compile(r"contents(?: ?\[ ?(?:hide|show) ?\])?", re.IGNORECASE)
_ENTRY = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\s+\S.{0,80}")
_PAGE = re.compile(
    r"(?:from wikipedia, the free encyclopedia|jump to (?:navigation|search|content).{0,40}"
    r"|this (?:page|article) was last (?:edited|modified) .{0,80}"
    r"|this (?:article|section|biography) (?:needs|does not cite|may|is an orphan).{0,160}"
    r"|this article about an? [^.]{3,60} is a stub.{0,160}"
    r"|you can help wikipedia.{0,80}|(?:hidden )?categories: .{0,600})",
    re.IGNORECASE,
)
# "^ Doe, Ada (2001). …", "^ a b …"
_NOTE = re.compile(r"(?:↑|\^)\s?\S")
_LONGEST_HEADING = 90


def read_page_marks(text: str, lines: Sequence[Piece]) -> None:
    """Take the links to edit off the headings that they mark, and mark what is none of the article's text.

    >>> from cinegraph.articles.lines import pieces_of
    >>> text = "Contents [hide]\\n1 Life\\n2 Films\\n\\nLife [edit]\\n^ Doe (2001)."
    >>> lines = pieces_of(text)
    >>> read_page_marks(text, lines)
    >>> [(line.text, line.kind.value) for line in lines][-2:], lines[1].kind.value
    ([('Life', 'heading'), ('^ Doe (2001).', 'boilerplate')], 'boilerplate')
    """
    if "[edit" in text or "[ edit" in text:
        for index, line in enumerate(lines):
            if _take_off_edit(text, line) and index + 1 < len(lines):
                lines[index + 1].gap = True
    listed = False
    for line in lines:
        if line.kind in (None, BlockKind.LIST_ITEM) and (_NOTE.match(line.text) or _PAGE.fullmatch(line.text)):
            _leave_out(line)
            continue
        if _CONTENTS.fullmatch(line.text):
            listed = True
            _leave_out(line)
        elif listed and (_ENTRY.fullmatch(line.text) or _numbered(line)):
            _leave_out(line)
        else:
            listed = False


def _numbered(line: Piece) -> bool:
    return line.kind is BlockKind.LIST_ITEM and line.bullet[:1].isdigit() and len(line.text) <= _LONGEST_HEADING


def _leave_out(line: Piece) -> None:
    line.kind, line.level, line.marked = BlockKind.BOILERPLATE, 0, True


def _take_off_edit(text: str, line: Piece) -> bool:
    """Make a heading of a line that ends in a link to edit it; False for any other."""
    edit = _EDIT.search(line.text) if line.text[-1] == "]" and len(line.text) <= _LONGEST_HEADING else None
    if edit is None or not edit.start():
        return False
    line.narrow(text, line.start, line.start + edit.start())
    line.kind, line.level, line.marked, line.gap = BlockKind.HEADING, max(line.level, 2), True, True
    return True
