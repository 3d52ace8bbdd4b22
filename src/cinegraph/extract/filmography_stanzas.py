"""Filmographies whose cells stand in lines of their own: the heads of the columns one under another, or a year, a title and crafts in three lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.film_crafts import crafts_of, of_films, words_of_filmographies
from cinegraph.extract.filmography_parts import YEAR, FilmographyRow
from cinegraph.extract.filmography_tables import Table, columns_of
from cinegraph.extract.line_fields import Span
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_YEARS = re.compile(rf"(?P<year>{YEAR})(?: ?[–-] ?(?:{YEAR}|present|\d\d)?)?")
_SENTENCE = re.compile(r"[a-z]{3}[.!?]$")
_LINES = {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CAPTION}
_LONGEST, _LEAST_HEADS, _LEAST_ROWS, _MOST_HEADS = 90, 3, 2, 9


def find_filmography_stanzas(document: Document, text: str, lexicon: Lexicon, read: Sequence[Span] = ()) -> list[FilmographyRow]:
    """The films that a document lists so, in text order.

    :param text: the document's text, normalised
    :param read: the spans of lines that have been read as something else
    """
    blocks = document.blocks
    years = [index for index, block in enumerate(blocks) if _is_year(block, text) and not any(a < block.end and block.start < b for a, b in read)]
    if len(years) < _LEAST_ROWS:
        return []
    return list(_headed(blocks, years, text, lexicon) or _of_three(blocks, years, text))


def _is_year(block: Block, text: str) -> bool:
    return block.end - block.start <= 12 and block.kind in _LINES and _YEARS.fullmatch(text, block.start, block.end) is not None


def _headed(blocks: Sequence[Block], years: Sequence[int], text: str, lexicon: Lexicon) -> list[FilmographyRow]:
    """The rows below heads of columns that stand in lines, which end at the first year."""
    columns: list[str] = []
    above = years[0] - 1
    while above >= 0 and len(columns) < _MOST_HEADS and (kinds := columns_of(_said(blocks, above, text))) != [""] and len(kinds) == 1:
        columns[:0] = kinds
        above -= 1
    table = Table(above + 1, None, columns, above + 1)
    if len(columns) < _LEAST_HEADS or not table.of_films or columns[0] != "year":
        return []
    found: list[FilmographyRow] = []
    for place, first in enumerate(years):
        stop = years[place + 1] if place + 1 < len(years) else _end(blocks, first, len(columns), text)
        if not len(columns) - (columns[-1] == "notes") <= stop - first <= len(columns):
            break
        start, last = blocks[first].start, blocks[stop - 1]
        spans = [(b.start - start, b.end - start) for b in blocks[first:stop]]
        row = table.row(first, start, text[start : last.end], spans, lexicon, stop - 1)
        if row is not None:
            found.append(row)
    return found if len(found) >= _LEAST_ROWS else []


def _end(blocks: Sequence[Block], first: int, columns: int, text: str) -> int:
    """Where the last row ends: a heading behind its cells is none of them."""
    stop = min(first + columns, len(blocks))
    headings, _ = words_of_filmographies()
    last = stop - 1
    if stop - first == columns and blocks[last].kind is BlockKind.HEADING and blocks[last - 1].kind is not BlockKind.HEADING:
        return last
    return last if headings.fullmatch(_said(blocks, last, text)) else stop


def _of_three(blocks: Sequence[Block], years: Sequence[int], text: str) -> Iterator[FilmographyRow]:
    """Years, titles and crafts, each in a line: nothing where only one film is listed so."""
    found = [index for index in years if index + 2 < len(blocks) and _is_title(blocks, index + 1, text) and crafts_of(_said(blocks, index + 2, text))]
    if len(found) < _LEAST_ROWS:
        return
    for index in found:
        year = _YEARS.match(text, blocks[index].start)
        crafts = of_films(crafts_of(_said(blocks, index + 2, text)))
        title = blocks[index + 1].start, blocks[index + 1].end
        yield FilmographyRow(
            index, found[0], blocks[index].start, blocks[index + 2].end, title, year["year"] if year else "", crafts, last=index + 2,
        )  # fmt: skip


def _is_title(blocks: Sequence[Block], index: int, text: str) -> bool:
    said = _said(blocks, index, text)
    return bool(said) and (said[0].isupper() or said[0].isdigit()) and _SENTENCE.search(said) is None and not crafts_of(said)


def _said(blocks: Sequence[Block], index: int, text: str) -> str:
    """What a short line says; nothing for any other block."""
    block = blocks[index]
    short = block.kind in _LINES and block.end - block.start <= _LONGEST
    return text[block.start : block.end] if short else ""
