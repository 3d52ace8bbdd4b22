"""Lists of who plays whom below a heading of a cast: "Ada Doe as Marta, her aunt", "Ben Roe – the doctor", a name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.credit_blocks import CreditBlock
from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.extract.row_facts import cased
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_HEADING = re.compile(r"\W*(?:(?:full|main|principal|voice|selected) )?(?:cast|voices)(?: list| members)?(?: (?:and|&) (?:characters|roles))?\W*", re.IGNORECASE)
_ROW = re.compile(r"(?P<left>[^:,;()\n–—|]{3,48}?)(?: \([^()]{1,40}\))?(?P<sign>,? as |\s*(?:\.{2,}|…)\s*| [–—-] |: | ?\| ?)(?:the voice of )?(?P<right>[^\n]{2,300})")
_ROLE_ENDS = re.compile(r"\s*[,:;(–—|]|\. |\.$")
_LINES = {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.TABLE_ROW}
_LONGEST, _LONGEST_NAME, _MOST, _LEAST = 360, 48, 60, 2


def find_cast_lists(document: Document, text: str, lexicon: Lexicon, credited: Sequence[CreditBlock]) -> list[CreditBlock]:
    """The casts that a document lists, in text order; each is of the one film whose credits it has, or of the film that it is about.

    :param text: the document's text, normalised
    :param credited: the credits that have been read
    """
    titles = {block.title: block.title for block in credited if block.title is not None}
    if len({text[slice(*title)] for title in titles}) > 1:
        return []
    title = next(iter(titles), None)
    read = [span for block in credited for span in block.read]
    found: list[CreditBlock] = []
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING or block.end - block.start > _LONGEST_NAME or _HEADING.fullmatch(text, block.start, block.end) is None:
            continue
        credits, spans = _cast(document.blocks[index + 1 : index + 1 + _MOST], text, lexicon, read)
        if credits is not None:
            found.append(CreditBlock(credits.start, credits.end, title, credits, tuple(spans)))
    return found


def _cast(blocks: Sequence[Block], text: str, lexicon: Lexicon, read: Sequence[Span]) -> tuple[Credits | None, list[Span]]:
    """Whom the lines below a heading name, up to the first that is no line of a cast."""
    rows: list[tuple[Block, Span, str]] = []
    told = 0
    for block in blocks:
        if block.kind not in _LINES or block.end - block.start > _LONGEST or any(start < block.end and block.start < end for start, end in read):
            break
        row = _row(block, text, lexicon)
        if row is None:
            break
        rows.append((block, *row))
        told += bool(row[1])
    if told < _LEAST or 2 * told < len(rows):
        return None, []
    credits = Credits(rows[0][0].start, rows[-1][0].end, people=[("cast_member", span) for _, span, _ in rows], labelled=len(rows))
    credits.roles = {span: role for _, span, role in rows if role}
    return credits, [(block.start, block.end) for block, _, _ in rows]


def _row(block: Block, text: str, lexicon: Lexicon) -> tuple[Span, str] | None:
    """Where a line names an actor, and whom it says he or she plays; None where it is anything else."""
    match = _ROW.fullmatch(text, block.start, block.end)
    if match is None:
        said = text[block.start : block.end]
        return ((block.start, block.end), "") if len(said) <= _LONGEST_NAME and like_a_person(cased(said), lexicon) else None
    ends = _ROLE_ENDS.search(text, match.start("right") + 1, block.end)
    left, right = match.span("left"), (match.start("right"), ends.start() if ends is not None else block.end)
    looks = [like_a_person(cased(text[slice(*span)].strip()), lexicon) for span in (left, right)]
    if looks[1] > looks[0] and "as" not in match["sign"]:
        left, right = right, left
        looks.reverse()
    role = text[slice(*right)].strip(" \"'*_")
    return (left, role if len(role) <= _LONGEST_NAME else "") if looks[0] else None
