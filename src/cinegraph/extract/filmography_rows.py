"""Filmographies set out in lines or in a table: a heading, crafts over the lines of each, a title with its year, and what the line says besides.

Only lines below such a heading, or below a line that holds nothing but a craft ("As screenwriter"), are read so. What a film is to the one whose
films they are is told by the craft over it, by the column that says "Yes", by the words behind the title, and else left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cinegraph.extract.film_crafts import craft_word, crafts_of, of_films, words_of_filmographies
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.extract.text import UPPER
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

CRAFT = "@craft"
"""In the place of a relation: what the one whose films they are does in films."""
CRAFT_BESIDE = "@craft-beside"
"""The same, where somebody else directed the film."""
_YEAR = r"(?:1[89]|20)\d\d"
_YEARS = rf"(?P<year>{_YEAR})(?: ?[-–/] ?(?:\d{{2,4}}|present))?"
_LINES = {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CAPTION}
_LONGEST = 220
# "2014 – A Title (short)", "(2014) A Title"
_YEAR_FIRST = re.compile(rf"[^\w\n]*{_YEARS}[*_)\]]*(?: ?[:.,|–—-][*_ ]*| +)(?P<rest>\S.*)", re.DOTALL)
# "A Title (2014, short)", "A Title, 2014", "A Title – 2014"
_TITLE_FIRST = re.compile(
    rf"[^\w\n¡¿#'\"]*(?P<title>[\"“*_]*[^\n()|]{{1,90}}?[\"”*_]*)(?: ?\((?P<note>[^()\n]{{0,60}}?\b{_YEARS}\b[^()\n]{{0,80}})\)|(?:,| [–—|-]) (?P<last>{_YEAR})(?: ?[-–/] ?(?:\d{{2,4}}|present))?(?=$|[\s.,;)]))(?P<rest>[^\n]*)"
)
_QUOTED = re.compile(r"(?P<open>[\"“*_]{1,2})(?P<title>[^\"“”*_\n]{1,90})[\"”*_]{1,2}")
# Where a title ends that nothing sets off.
_ENDS = re.compile(
    r"\s*\(|\s*\||\s+[–—/-]\s+|\s//|;|,\s+(?=(?:short|documentary|feature|medium|animated|animation|fiction|tv|series|dir\b|directed|director|screenwriter|writer|with|co-|\d+ ?(?:min|'|’))|\d+ ?(?:min|'))|\.\s|\.$",
    re.IGNORECASE,
)
_DIRECTED_BY = re.compile(rf"\b(?:dir(?:\.|ected by|:|ector:)|d:) ?(?P<names>[{UPPER}][^()\n;–—|]{{2,80}})", re.IGNORECASE)
_NAMES = re.compile(r",? (?:and|&) |, ?|/")
_FORMS = (("short", re.compile(r"\bshort\b", re.IGNORECASE)), ("documentary", re.compile(r"\bdoc(?:umentary)?\b", re.IGNORECASE)), ("feature", re.compile(r"\bfeature(?:-length)?\b", re.IGNORECASE)))  # fmt: skip
_MINUTES = re.compile(r"\b(?P<minutes>\d{1,3}) ?(?:min\b|minutes|mins|'(?!\w))")
_SENTENCE = re.compile(r"[a-z]{4}\. [A-Z][a-z]|\b(?:is|was|were|has|had|who|which|he|she|they|won|made|received|graduated|studied|born)\b")
_NO_TITLE = re.compile(r"(?:nomin|award|prize|winner|best |grand prix|jury|member|born|graduated|assistant|professor|workshop|festival)", re.IGNORECASE)
_YES, _NO = re.compile(r"yes|y|[✓✔☑x●•✅]", re.IGNORECASE), re.compile(r"no|n|[–—✗✘-]?", re.IGNORECASE)
# What a line that is read as any line may have behind its title.
_REMARK = re.compile(r"[\W\d_]*(?:\([^()]*\))?[\W\d_]*|[^()]*\d{4}[^()]*")
_ALSO = re.compile(r"\b(?:also|and)\b|\+|&", re.IGNORECASE)
_PLAYED = re.compile(r"(?:^|[\s(–—-])as (?:the |an? )?\w|\brole of\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilmographyRow:
    """A line of a filmography.

    :ivar block: the number of its block
    :ivar head: the number of the block that heads the filmography
    :ivar relations: what the film is to the one whose films they are; None where nothing tells
    :ivar directors: where the line names others who directed it
    :ivar tells: whether it says more than a title between quotation marks and its year, which is read as any line
    :ivar table: the number of the row that heads its table, if it stands in one
    """

    block: int
    head: int
    start: int
    end: int
    title: Span
    year: str
    relations: tuple[str, ...] | None
    directors: tuple[Span, ...] = ()
    forms: tuple[str, ...] = ()
    minutes: str = ""
    tells: bool = True
    table: int = -1


@dataclass(slots=True)
class _Section:
    """What stands over the lines: the crafts told last, and the columns of a table."""

    head: int
    relations: tuple[str, ...] | None = None
    columns: dict[int, str] = field(default_factory=dict)
    table: int = -1


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
            elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
                section = None
    return rows


def _opened(blocks: Sequence[Block], index: int, text: str, section: _Section | None) -> _Section | None:
    """The section that a line opens or goes on with: a heading of films, a craft alone, the head of a table."""
    block = blocks[index]
    said = text[block.start : block.end]
    if len(said) > _LONGEST:
        return None
    if block.kind is BlockKind.TABLE_ROW:
        columns = _columns(said) if index == 0 or blocks[index - 1].kind is not BlockKind.TABLE_ROW else {}
        if section is None or not {"title", "year"} <= set(columns.values()):
            return None
        return _Section(section.head, section.relations, columns, index)
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


def _goes_on(blocks: Sequence[Block], index: int, text: str) -> bool:
    """Whether the line below one that holds a craft alone has a title with its year, and so has the next."""
    below = [text[b.start : b.end] for b in blocks[index + 1 : index + 3]]
    return len(below) == 2 and all(len(b) <= _LONGEST and (_YEAR_FIRST.match(b) or _TITLE_FIRST.match(b)) for b in below)


def _columns(said: str) -> dict[int, str]:
    """What the columns of a table hold, by number: year, title, a craft, the name of a part, notes."""
    found: dict[int, str] = {}
    for number, (start, end) in enumerate(_cells(said)):
        head = said[start:end].strip(" *_").lower()
        if head in ("year", "date", "release year"):
            found[number] = "year"
        elif re.fullmatch(r"(?:english |original )?(?:title|film|movie|film title|name|work)s?", head) and "title" not in found.values():
            found[number] = "title"
        elif head in ("role", "character", "roles", "part"):
            found[number] = "part"
        elif head in ("credit", "credits", "credited as", "function", "as", "position", "job", "notes", "note"):
            found[number] = "notes" if head.startswith("note") else "craft"
        elif len(crafts := crafts_of(head)) == 1:
            found[number] = crafts[0]
    return found


def _cells(said: str) -> Iterator[Span]:
    position = 0
    for part in said.split("|"):
        inner = part.strip(" *_\"“”")
        start = position + (part.index(inner) if inner else 0)
        yield start, start + len(inner)
        position += len(part) + 1


def _row(section: _Section, index: int, block: Block, text: str, lexicon: Lexicon) -> FilmographyRow | None:
    """A line read as a title with its year; None where it is anything else."""
    said = text[block.start : block.end]
    if block.kind is BlockKind.TABLE_ROW and section.columns:
        return _table_row(section, index, block, said, lexicon)
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
    title = _trimmed(said, title)
    name = said[title[0] : title[1]]
    if not name or not (name[0].isupper() or name[0].isdigit() or name[0] in "¡¿#.…'") or _SENTENCE.search(name) or _NO_TITLE.match(name):
        return None
    directors = _directors(said, tail_start, block.start, lexicon)
    relations = _relations(section.relations, notes, bool(directors))
    marked = said[title[1] : title[1] + 1] in ('"', "”", "»", "*", "_")
    tells = relations is not None or bool(directors) or not marked or _REMARK.fullmatch(notes) is None
    return FilmographyRow(index, section.head, block.start, block.end, _moved(title, block.start), year, relations, directors, _forms(notes), _minutes(notes), tells)  # fmt: skip


def _table_row(section: _Section, index: int, block: Block, said: str, lexicon: Lexicon) -> FilmographyRow | None:
    cells = dict(enumerate(_cells(said)))
    of = {kind: said[slice(*cells[number])] for number, kind in section.columns.items() if number in cells}
    where = {kind: cells[number] for number, kind in section.columns.items() if number in cells}
    year = re.search(_YEAR, of.get("year", ""))
    if year is None or not of.get("title"):
        return None
    told = [kind for kind in of if kind in ("director", "screenwriter", "cinematographer", "editor", "composer", "producer", "cast_member", "other")]
    relations = section.relations
    marked = [kind for kind in told if _YES.fullmatch(of[kind])]
    directors: tuple[Span, ...] = ()
    if marked or (told and all(_NO.fullmatch(of[kind]) for kind in told)):
        relations = of_films(marked)
    elif "director" in told and like_a_person(of["director"], lexicon):
        start, end = where["director"]
        directors = tuple(_people(said, start, end, block.start, lexicon))
    if of.get("part"):
        relations = of_films(crafts_of(of["part"])) if crafts_of(of["part"]) else (*(relations or ()), "cast_member")
    notes = " ".join(of.get(kind, "") for kind in ("craft", "notes"))
    if of.get("craft"):
        relations = of_films(crafts_of(of["craft"])) or relations
    relations = _relations(relations, of.get("notes", ""), bool(directors))
    title = _trimmed(said, where["title"])
    return FilmographyRow(index, section.head, block.start, block.end, _moved(title, block.start), year.group(), relations, directors, _forms(notes), _minutes(notes), table=section.table)  # fmt: skip


def _title_at(said: str, begin: int) -> Span:
    """Where the title stands that begins at an offset: in its quotation marks, or up to the first sign that ends it."""
    quoted = _QUOTED.match(said, begin)
    if quoted is not None:
        return quoted.span("title")
    ended = _ENDS.search(said, begin)
    return begin, ended.start() if ended else len(said)


def _trimmed(said: str, span: Span) -> Span:
    start, end = span
    while start < end and said[start] in " \"“*_,;:–—-|":
        start += 1
    while end > start and said[end - 1] in " \"”*_,;:.–—-|":
        end -= 1
    return start, end


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _directors(said: str, begin: int, offset: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """Where the words behind a title name others who directed it."""
    told = _DIRECTED_BY.search(said, begin)
    return tuple(_people(said, *told.span("names"), offset, lexicon)) if told else ()


def _people(said: str, start: int, end: int, offset: int, lexicon: Lexicon) -> Iterator[Span]:
    position = start
    for sign in [*_NAMES.finditer(said, start, end), None]:
        stop = sign.start() if sign else end
        first, last = _trimmed(said, (position, stop))
        if like_a_person(said[first:last], lexicon) > 0:
            yield first + offset, last + offset
        elif first < last:
            return
        position = sign.end() if sign else stop


def _relations(over: tuple[str, ...] | None, notes: str, directed: bool) -> tuple[str, ...] | None:
    """What a film is to whose films they are, by the craft over the line and the words behind the title."""
    notes = _DIRECTED_BY.sub(" ", notes)
    said = [match for match in craft_word().finditer(notes) if match.lastgroup not in ("other", None)]
    other = any(match.lastgroup == "other" for match in craft_word().finditer(notes))
    crafts = tuple(dict.fromkeys(match.lastgroup or "" for match in said))
    if _PLAYED.search(notes) and not crafts and over in (None, ("cast_member",)):
        return ("cast_member",)
    if crafts and crafts != ("cast_member",) and over is not None:
        return tuple(dict.fromkeys((*over, *(crafts if _ALSO.search(notes) else ()))))
    if crafts and over is None:
        return (CRAFT, *crafts) if re.search(r"\balso\b|\+", notes) else crafts
    if over is None and (other or directed):
        return (CRAFT_BESIDE,) if directed else ()
    return over


def _forms(notes: str) -> tuple[str, ...]:
    return tuple(form for form, words in _FORMS if words.search(notes))[:1]


def _minutes(notes: str) -> str:
    told = _MINUTES.search(notes)
    return told["minutes"] if told else ""
