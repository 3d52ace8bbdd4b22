"""Filmographies set out in lines or in a table: a heading, crafts over the lines of each, a title with its year, and what the line says besides.

Only lines below such a heading, or below a line that holds nothing but a craft ("As screenwriter"), are read so. What a film is to the one whose
films they are is told by the craft over it, by the column that says "Yes", by the words behind the title, and else left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cinegraph.extract.film_crafts import crafts_of, of_films, words_of_filmographies
from cinegraph.extract.filmography_parts import (
    DIRECTED_BY,
    YEAR,
    FilmographyRow,
    forms_in,
    minutes_in,
    moved,
    people_in,
    relations_told,
    trimmed,
    without_season,
)
from cinegraph.extract.filmography_tables import Table, cells_in, columns_of
from cinegraph.extract.line_fields import Span
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_YEARS = rf"(?P<year>{YEAR})(?: ?[-–/] ?(?:\d{{2,4}}|present))?"
_LINES = {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CAPTION}
_LONGEST = 220
# "2014 – A Title (short)", "(2014) A Title"
_YEAR_FIRST = re.compile(rf"[^\w\n]*{_YEARS}[*_)\]]*(?: ?[:.,|–—-][*_ ]*| +)(?P<rest>\S.*)", re.DOTALL)
# "A Title (2014, short)", "A Title, 2014", "A Title – 2014"
_TITLE_FIRST = re.compile(
    rf"[^\w\n¡¿#'\"]*(?P<title>[\"“*_]*[^\n()|]{{1,90}}?[\"”*_]*)(?: ?\((?P<note>[^()\n]{{0,60}}?\b{_YEARS}\b[^()\n]{{0,80}})\)|(?:,| [–—|-]) (?P<last>{YEAR})(?: ?[-–/] ?(?:\d{{2,4}}|present))?(?=$|[\s.,;)]))(?P<rest>[^\n]*)"
)
_QUOTED = re.compile(r"(?P<open>[\"“*_]{1,2})(?P<title>[^\"“”*_\n]{1,90})[\"”*_]{1,2}")
# Where a title ends that nothing sets off.
_ENDS = re.compile(
    r"\s*\(|\s*\||\s+[–—/-]\s+|\s//|;|,\s+(?=(?:short|documentary|feature|medium|animated|animation|fiction|tv|series|dir\b|directed|director|screenwriter|writer|with|co-|\d+ ?(?:min|'|’))|\d+ ?(?:min|'))|\.\s|\.$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[a-z]{4}\. [A-Z][a-z]|\b(?:is|was|were|has|had|who|which|he|she|they|won|made|received|graduated|studied|born)\b")
_NO_TITLE = re.compile(r"(?:nomin|award|prize|winner|best |grand prix|jury|member|born|graduated|assistant|professor|workshop|festival)|[^,;()]{3,60}\b(?:awards?|prizes?|prix)(?: (?:nominee|nomination|winner))?(?::| [–—-]) ", re.IGNORECASE)
# What a line that is read as any line may have behind its title.
_REMARK = re.compile(r"[\W\d_]*(?:\([^()]*\))?[\W\d_]*|[^()]*\d{4}[^()]*")


@dataclass(slots=True)
class _Section:
    """What stands over the lines: the crafts told last, and the columns of a table."""

    head: int
    relations: tuple[str, ...] | None = None
    table: Table | None = None


def find_filmography_rows(document: Document, text: str, lexicon: Lexicon, read: Sequence[Span] = ()) -> list[FilmographyRow]:
    """The lines of the filmographies of a document, in text order.

    :param text: the document's text, normalised
    :param read: the spans of lines that have been read as something else
    """
    section: _Section | None = None
    rows: list[FilmographyRow] = []
    for index, block in enumerate(document.blocks):
        if block.kind not in _LINES:
            section = None
            continue
        said = text[block.start : block.end]
        if any(start < block.end and block.start < end for start, end in read):
            continue
        if (opened := _opened(document.blocks, index, text, section)) is not None:
            section = opened
        elif section is not None:
            row = _row(section, index, block, text, lexicon) if len(said) <= _LONGEST else None
            if row is not None:
                rows += [row] if row.tells else []
            elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and not _stands_over_table(document.blocks, index):
                section = None
    return rows


def _opened(blocks: Sequence[Block], index: int, text: str, section: _Section | None) -> _Section | None:
    """The section that a line opens or goes on with: a heading of films, a craft alone, the head of a table."""
    block = blocks[index]
    said = text[block.start : block.end]
    if len(said) > _LONGEST:
        return None
    if block.kind is BlockKind.TABLE_ROW:
        return _table(blocks, index, text, section)
    headings, kinds = words_of_filmographies()
    heading = headings.fullmatch(said)
    if heading is not None and block.kind in (BlockKind.HEADING, BlockKind.BYLINE, BlockKind.LIST_ITEM):
        inside = section is not None and kinds.fullmatch(said) is not None
        relations = crafts_of(heading["craft"]) if heading["craft"] else section.relations if inside and section else None
        return _Section(section.head if inside and section else index, relations)
    if section is not None and kinds.fullmatch(said):
        return _Section(section.head, section.relations)
    crafts = crafts_of(said)
    if not crafts or (section is None and not _goes_on(blocks, index, text)):
        return None
    return _Section(section.head if section else index, of_films(crafts))


def _stands_over_table(blocks: Sequence[Block], index: int) -> bool:
    """Whether a table follows a paragraph, which explains its signs or tells what it leaves out."""
    return blocks[index].kind is BlockKind.PARAGRAPH and index + 1 < len(blocks) and blocks[index + 1].kind is BlockKind.TABLE_ROW


def _table(blocks: Sequence[Block], index: int, text: str, section: _Section | None) -> _Section | None:
    """The section of a table of films that a row heads, or whose columns it parts further."""
    said = text[blocks[index].start : blocks[index].end]
    above = section.table if section is not None else None
    if above is not None and above.first == index - 1 and above.goes_on_in(said):
        return section
    table = Table(section.head if section else index, section.relations if section else None, columns_of(said), index)
    if not table.of_films:
        return None
    if section is None and not table.has_signs([text[b.start : b.end] for b in blocks[index + 1 : index + 4] if b.kind is BlockKind.TABLE_ROW]):
        return None
    return _Section(table.head, table.relations, table)


def _goes_on(blocks: Sequence[Block], index: int, text: str) -> bool:
    """Whether the line below one that holds a craft alone has a title with its year, and so has the next."""
    below = [text[b.start : b.end] for b in blocks[index + 1 : index + 3]]
    return len(below) == 2 and all(len(b) <= _LONGEST and (_YEAR_FIRST.match(b) or _TITLE_FIRST.match(b)) for b in below)


def _row(section: _Section, index: int, block: Block, text: str, lexicon: Lexicon) -> FilmographyRow | None:
    """A line read as a title with its year; None where it is anything else."""
    said = text[block.start : block.end]
    if block.kind is BlockKind.TABLE_ROW and section.table is not None:
        return section.table.row(index, block.start, said, list(cells_in(said)), lexicon)
    match = _YEAR_FIRST.match(said)
    year = match["year"] if match is not None else ""
    if match is not None:
        begin = match.start("rest")
        title = _title_at(said, begin)
        tail_start, notes = title[1], said[title[1] :]
    else:
        match = _TITLE_FIRST.match(said)
        if match is None:
            return None
        quoted = _QUOTED.match(said, match.start("title"))
        title = quoted.span("title") if quoted else match.span("title")
        year = match["year"] or match["last"]
        tail_start, notes = match.end("title"), f"{match['note'] or ''} {match['rest']}"
    title = trimmed(said, without_season(said, trimmed(said, title)))
    name = said[title[0] : title[1]]
    if not name or not (name[0].isupper() or name[0].isdigit() or name[0] in "¡¿#.…'") or _SENTENCE.search(name) or _NO_TITLE.match(name):
        return None
    directors = _directors(said, tail_start, block.start, lexicon)
    relations = relations_told(section.relations, notes, bool(directors))
    marked = said[title[1] : title[1] + 1] in ('"', "”", "»", "*", "_")
    tells = relations is not None or bool(directors) or not marked or _REMARK.fullmatch(notes) is None
    return FilmographyRow(index, section.head, block.start, block.end, moved(title, block.start), year, relations, directors, forms_in(notes), minutes_in(notes), tells, under_craft=bool(section.relations))  # fmt: skip


def _title_at(said: str, begin: int) -> Span:
    """Where the title stands that begins at an offset: in its quotation marks, or up to the first sign that ends it."""
    quoted = _QUOTED.match(said, begin)
    if quoted is not None:
        return quoted.span("title")
    ended = _ENDS.search(said, begin)
    return begin, ended.start() if ended else len(said)


def _directors(said: str, begin: int, offset: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """Where the words behind a title name others who directed it."""
    told = DIRECTED_BY.search(said, begin)
    return tuple(people_in(said, *told.span("names"), offset, lexicon)) if told else ()
