"""Titles and people that a line's layout gives: winners' lists, line-ups, filmographies and tables, whatever the names look like."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from cinegraph.extract.called_films import called_films
from cinegraph.extract.credit_blocks import CreditBlock
from cinegraph.extract.dated_titles import dated_titles
from cinegraph.extract.film_parentheses import Parenthesised
from cinegraph.extract.filmography_lines import FilmographyLine
from cinegraph.extract.filmography_parts import FilmographyRow
from cinegraph.extract.glossed_years import glossed_years
from cinegraph.extract.heads_of_lives import heads_of_lives
from cinegraph.extract.heads_of_talks import HeadOfTalk, role_lines
from cinegraph.extract.info_boxes import InfoBox
from cinegraph.extract.layout_words import AWARD_WORD, CAPITALS_AND, MARKED, WORKS_HEADING, like_a_person
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.prize_tables import TabledPrize
from cinegraph.extract.prize_values import PrizeLine
from cinegraph.extract.records import Record
from cinegraph.extract.schools_by_noun import schools_by_noun
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_LINES = {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}
_LABELLED = re.compile(
    r"[\W_]*(?:(?:1[89]|20)\d\d[:\W]{1,4})?(?P<label>[^\W\d_][^:|\n]{2,80}?)[*_]*(?:: |:\*\* | [–—|-] | \| )[*_ ]*(?P<rest>\S.*)",
    re.DOTALL,
)
_YEAR_FIRST = re.compile(
    r"[\W_]*(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?[*_]*[:.,|]?[*_]*(?: {1,3}| ?[–—-] )(?P<rest>\S.*)", re.DOTALL
)
_RANKED = re.compile(r"[\W_]*\d{1,2}[.)]?[*_]* {1,3}(?P<rest>[^\W\d_a-z].*|\d\S* ?\(.*)", re.DOTALL)
_PAREN = re.compile(r"\s*\(([^()]*)\)\s*")
_TAIL = re.compile(r"(?:\s*\([^()]*\)|[,;]? \d{2,3} ?(?:min\.?|mins\.?|minutes|')|[,;]? (?:1[89]|20)\d\d)*[\s.]*$")
_BY = re.compile(r"(?:,? (?:dir\.|directed by|by)|; dir\.) ", re.IGNORECASE)
_DASH = re.compile(r" (?:[–—|-]) ")
_FOR = re.compile(r",? (?:for|in) (?=[A-Z\"'*_])")
_COMMA = re.compile(r", ")
_FILMOGRAPHY = re.compile(r"\b(?:filmograph\w*|films|features|works)\b", re.IGNORECASE)
# What follows such a label is a company, whatever its name looks like.
_COMPANIES = re.compile(
    r"[\W_]*(?:(?:co-?)?produc(?:tion|ing)(?: (?:compan(?:y|ies)|co\.?|house)s?)?|prod\.? ?co\.?|(?:world |int'l |international |foreign |us )?(?:sales|distribution|distributors?)(?: (?:agents?|company|co\.?))?)"
    r"[*_]*(?::[*_]*| [–—|]) *(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_COMPANY_SIGNS = re.compile(r"\s*[,;/•·]\s*|\s+(?:and|with|in (?:association|co-?production) with)\s+")
_FILM_COLUMN = re.compile(
    r"(?:english |original |international )?(?:title|film|movie|feature|work|winner|winning film)s?\b", re.IGNORECASE
)
_PERSON_COLUMN = re.compile(
    r"(?:director|directed by|filmmaker|screenwriter|writer|producer|actor|actress|performer|cinematographer|editor|composer|president|recipient|winner\(s\))\w*(?:\b|$)", re.IGNORECASE
)  # fmt: skip


class LayoutName(NamedTuple):
    """A name by the place where it stands: ``type`` is Film, Person or Organization; ``plain`` where a sentence lists it."""

    start: int
    end: int
    type: str
    plain: bool = False


class _Field(NamedTuple):
    """One part of a line."""

    start: int
    end: int
    text: str


def layout_names(
    document: Document,
    text: str,
    lexicon: Lexicon,
    records: Sequence[Record] = (),
    prizes: Sequence[PrizeLine] = (),
    credited: Sequence[CreditBlock] = (),
    filmographies: Sequence[FilmographyLine] = (),
    rows: Sequence[FilmographyRow] = (),
    talk: HeadOfTalk | None = None,
    parentheses: Sequence[Parenthesised] = (),
    tabled: Sequence[TabledPrize] = (),
    boxes: Sequence[InfoBox] = (),
) -> list[LayoutName]:
    """The titles and people of the lines of a document, in text order.

    Only what the layout itself makes sure: a winner after an award's name, a title after its year in a filmography, a cell under a column's head.
    Names that are set off by typography are left to the reading of marks.

    :param text: the document's text, normalised
    :param records: the films that its line-ups list; their lines are read
    :param prizes: the lines of its winners' lists, read too
    :param credited: the credits of its films, read too
    :param filmographies: its filmographies in a line, read too
    :param rows: the lines of its other filmographies, read too
    :param talk: what the lines over a talk say of it
    :param tabled: the rows of its tables of prizes, read too
    :param boxes: its boxes of facts, read too
    :param parentheses: the films and makers beside the parentheses of its running text
    """
    names = [LayoutName(start, end, type_, record.run_in) for record in records for (start, end), type_ in record.spans]
    names += [LayoutName(start, end, type_) for line in prizes for (start, end), type_ in line.names]
    names += [LayoutName(start, end, type_) for block in credited for (start, end), type_ in block.spans]
    listed = {*(line.start for line in prizes), *(span[0] for block in credited for span in block.read), *(row.start for row in rows), *(row.start for row in tabled)}
    listed.update(block.start for box in boxes for block in document.blocks if box.start <= block.start < box.end)
    names += _tables(document, text, listed)
    names += [LayoutName(*span, type_) for box in boxes for span, type_ in box.names]
    names += [LayoutName(start, end, "Person") for start, end in heads_of_lives(document, text)]
    names += [LayoutName(start, end, "Film") for start, end in called_films(document, text)]
    names += [LayoutName(start, end, "Organization") for start, end in schools_by_noun(document, text, lexicon)]
    names += [LayoutName(start, end, "Film", True) for start, end in dated_titles(document, text, lexicon)]
    names += [LayoutName(start, end, "Film", True) for start, end in glossed_years(document, text, lexicon)]
    if talk is not None:
        names += [LayoutName(*span, "Person") for span in talk.people] + [LayoutName(*span, "Film") for span in talk.films]
        names += [LayoutName(*span, "Person") for span, _ in role_lines(document, text, talk)]
    for beside in parentheses:
        names += [LayoutName(*span, "Film", True) for span in beside.films] + [LayoutName(*span, "Person") for span in beside.people]
    names += [LayoutName(start, end, "Film") for line in filmographies for (start, end), _ in line.films]
    names += [LayoutName(*row.title, "Film") for row in rows]
    names += [LayoutName(*span, "Film") for prize in tabled for span in prize.works]
    names += [LayoutName(*span, "Person") for prize in tabled for span in prize.people]
    names += [LayoutName(*span, "Person") for row in rows for span in (*row.directors, *(span for _, span in row.others))]
    names += [LayoutName(*row.alias, "Film") for row in rows if row.alias is not None]
    read = [*((r.start, r.end) for r in records), *((line.start, line.end) for line in prizes)]
    read += [(line.start, line.end) for line in filmographies]
    read += [(row.start, row.end) for row in rows]
    read += [span for block in credited for span in block.read]
    already = Overlaps((start, end, True) for start, end in read)
    heading = ""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and not _labelled_award(text, block):
            heading = text[block.start : block.end]
        elif block.kind is BlockKind.TABLE_ROW or already.of(block.start, block.end):
            continue
        elif companies := _COMPANIES.match(text, block.start, block.end):
            names += _companies(text, companies.start("rest"), block.end, lexicon)
        elif block.kind in _LINES and _is_list(blocks, index):
            names += _line(text, block, heading, lexicon)
    return sorted(set(names))


def _companies(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[LayoutName]:
    """Names beside the label of companies; nothing where one of them is a sentence, a number or a person."""
    found: list[LayoutName] = []
    position = start
    for match in [*_COMPANY_SIGNS.finditer(text, start, end), None]:
        stop = match.start() if match else end
        name = text[position:stop].strip(" .*_")
        if name and "(" not in name and lexicon.place(name) is None:
            if (
                not (name[0].isupper() or name[0].isdigit())
                or len(name) > 60
                or ". " in name
                or like_a_person(name, lexicon) > 1
            ):
                return
            begin = text.index(name, position)
            found.append(LayoutName(begin, begin + len(name), "Organization"))
        position = match.end() if match else stop
    yield from found


def _is_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line has a like neighbour."""
    kind = blocks[index].kind
    return any(0 <= i < len(blocks) and blocks[i].kind is kind for i in (index - 1, index + 1))


def _labelled_award(text: str, block: Block) -> re.Match[str] | None:
    match = _LABELLED.match(text, block.start, block.end)
    return match if match and AWARD_WORD.search(match["label"]) and not AWARD_WORD.search(match["rest"][:20]) else None


def _line(text: str, block: Block, heading: str, lexicon: Lexicon) -> Iterator[LayoutName]:
    match = _YEAR_FIRST.match(text, block.start, block.end) or _RANKED.match(text, block.start, block.end)
    if match is None:
        return
    if not AWARD_WORD.search(match["rest"]) and (WORKS_HEADING.search(heading) or AWARD_WORD.search(heading)):
        yield from _winner(text, match.start("rest"), block.end, lexicon, whole=bool(_FILMOGRAPHY.search(heading)))


def _winner(text: str, start: int, end: int, lexicon: Lexicon, *, whole: bool) -> Iterator[LayoutName]:
    """ "Title, Person (Country)" or "Person, Title" where only the first looks like a name; with ``whole``, also a title with a comma."""
    fields = _fields(text, start, end, lexicon)
    if not fields or len(fields) > 4:
        return
    first, last = fields[0], fields[-1]
    if len(fields) == 1:
        yield from _people(first, lexicon) if like_a_person(first.text, lexicon) > 1 else _film(first)
    elif like_a_person(last.text, lexicon) == 0 and like_a_person(first.text, lexicon) > 0:
        yield from _people(first, lexicon)
        yield from _film(_Field(fields[1].start, last.end, text[fields[1].start : last.end]))
    elif like_a_person(last.text, lexicon) > 0:
        yield from _film(_Field(first.start, fields[-2].end, text[first.start : fields[-2].end]))
        yield from _people(last, lexicon)
    elif whole:
        yield from _film(_Field(first.start, last.end, text[first.start : last.end]))


def _fields(text: str, start: int, end: int, lexicon: Lexicon) -> list[_Field]:
    """The parts of a line, without what its parentheses and its tail hold."""
    tail = _TAIL.search(text[start:end])
    end = start + tail.start() if tail else end
    line = text[start:end]
    separator = _separator(line, lexicon)
    fields, position = [], 0
    for match in [*separator.finditer(line), None]:
        stop = match.start() if match else len(line)
        fields.append(_trimmed(text, start + position, start + stop))
        position = match.end() if match else stop
    fields = [f for f in fields if f.text]
    while len(fields) > 2 and lexicon.place(fields[-1].text) is not None:
        fields.pop()  # "Title, Person, Country"
    return fields


def _separator(line: str, lexicon: Lexicon) -> re.Pattern[str]:
    """What parts a line: the first of "by", dashes, "for" and commas that stands in it; "by" only before a person."""
    by = _BY.search(line)
    if by and like_a_person(_PAREN.sub("", line[by.end() :]), lexicon):
        return _BY
    return next((separator for separator in (_DASH, _FOR) if separator.search(line)), _COMMA)


def _trimmed(text: str, start: int, end: int) -> _Field:
    """A part without blanks at its ends and without a parenthesis at its end."""
    inner = text[start:end]
    cut = re.search(r"\s*\([^()]*\)\s*$", inner)
    if cut:
        end = start + cut.start()
    while start < end and text[start] in " ,;":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    return _Field(start, end, text[start:end])


def _film(field: _Field) -> Iterator[LayoutName]:
    if (
        MARKED.search(field.text)
        or len(field.text) > 90
        or not (field.text[0].isupper() or field.text[0].isdigit() or field.text[0] in "¡¿#")
    ):
        return
    if (re.search(r"[.!?] [A-Z]", field.text) and len(field.text) > 60) or re.search(
        r"\b(?:is|was|were|has|had|who|which|he|she)\b", field.text
    ):
        return
    position = field.start
    for part in re.split(f"({CAPITALS_AND.pattern})", field.text):
        if part.strip() not in ("and", "&"):
            yield LayoutName(position, position + len(part), "Film")
        position += len(part)


def _people(field: _Field, lexicon: Lexicon) -> Iterator[LayoutName]:
    position = field.start
    for part in re.split(r"( and | & |, |/)", field.text):
        if like_a_person(part, lexicon) > 0:
            yield LayoutName(position, position + len(part), "Person")
        position += len(part)


def _tables(document: Document, text: str, read: Collection[int]) -> Iterator[LayoutName]:
    """The cells of tables whose head names their columns.

    :param read: where the rows begin that have been read as winners
    """
    columns: list[str] = []
    previous = -2
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        cells = list(cells_of(text, block))
        if index != previous + 1:
            columns = [_column(text[start:end]) for start, end in cells]
        elif block.start not in read:
            for (start, end), type_ in zip(cells, columns, strict=False):
                if type_ and end > start and not MARKED.search(text[start:end]) and len(text[start:end]) <= 90:
                    yield LayoutName(start, end, type_)
        previous = index


def _column(head: str) -> str:
    head = head.strip(" *_")
    return "Film" if _FILM_COLUMN.match(head) else "Person" if _PERSON_COLUMN.match(head) else ""


def cells_of(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The offsets of the cells of a table's row, blanks and empty marks trimmed."""
    position = block.start
    for part in text[block.start : block.end].split("|"):
        inner = part.strip(" \t*_")
        start = position + (part.index(inner) if inner else 0)
        yield start, start + len(inner)
        position += len(part) + 1
