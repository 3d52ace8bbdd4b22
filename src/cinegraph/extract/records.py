"""Films as line-ups list them: a title with its directors, countries, year and length in one row, or in a stanza of short lines.

Only the layout is read: what parts the fields, what each field can be, and whether the rows beside it are made alike. So titles and people are
found whatever their words look like ("Angelo | Markus Schleinz | Austria/Luxembourg").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cinegraph.extract.country_entries import find_entries
from cinegraph.extract.credit_labels import is_of_companies, labels
from cinegraph.extract.credit_titles import credits_like
from cinegraph.extract.facts_under_titles import facts_under_titles
from cinegraph.extract.layout_words import AWARD_WORD, WORKS_HEADING, like_a_person
from cinegraph.extract.line_fields import DIRECTOR_LABEL, OTHER_LABEL, Field, Line, Span, fields_of, lines_of
from cinegraph.extract.project_stanzas import find_projects
from cinegraph.extract.projects_of_fellows import find_projects_of_fellows
from cinegraph.extract.row_facts import Row, is_fact, read_fields
from cinegraph.extract.rows import QUOTED, goes_on, may_be_title, row_of
from cinegraph.extract.rows_without_makers import find_rows_without_makers
from cinegraph.extract.run_in_lists import LEAST, makers_in, run_in_list
from cinegraph.extract.tabled_records import find_tabled
from cinegraph.extract.unparted_rows import find_unparted
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind, Document

_READ = {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.PARAGRAPH, BlockKind.HEADING}
_LONGEST_STANZA = 7
# What a line that stands alone must have for a title, as a sentence may look like a row.
_TITLE_ALONE = re.compile(
    r"(?:[A-ZÀ-Þ¡¿\d][\w'’!?.,:&-]*|[a-z]{1,3})(?: (?:[A-ZÀ-Þ\d][\w'’!?.,:&-]*|[a-z]{1,3}|with|from|into))*"
)
_SECTION = re.compile(
    r"\b(?:competition|sections?|selection|line-?up|programme|program|sidebar|strand|films|titles)\b", re.IGNORECASE
)
_JURY = re.compile(r"\bjur(?:y|ies|ors?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One film as a line-up gives it.

    :ivar start: where its row or stanza begins
    :ivar end: where what is read of it ends
    :ivar title: the title, without marks
    :ivar people: for each relation of a film (``director`` first of all) those who are named
    :ivar countries: each with the name of the country
    :ivar premiere: "world", "international" and so on, where it is announced as a premiere
    :ivar read: the lines of which nothing else remains to be read
    :ivar run_in: whether a sentence lists it: that sentence says where it is shown
    :ivar companies: those that make it
    :ivar submitted: the country whose entry for the Academy Award it is, and where that stands
    :ivar project: whether it is listed as one that is to be made, so that it is shown nowhere yet
    """

    start: int
    end: int
    title: Span
    people: tuple[tuple[str, Span], ...]
    countries: tuple[tuple[Span, str], ...] = ()
    year: str | None = None
    minutes: str | None = None
    premiere: str | None = None
    read: tuple[Span, ...] = ()
    run_in: bool = False
    companies: tuple[Span, ...] = ()
    project: bool = False
    submitted: tuple[Span, str] | None = None

    @property
    def spans(self) -> Iterator[tuple[Span, str]]:
        """The names that it holds, each with its type."""
        yield self.title, "Film"
        for _, span in self.people:
            yield span, "Person"
        for span in self.companies:
            yield span, "Organization"


def find_records(document: Document, text: str, lexicon: Lexicon) -> list[Record]:
    """The films that the rows and stanzas of a document list, in text order.

    :param text: the document's text, normalised
    """
    lines = list(lines_of(document, text, _READ))
    records: list[Record] = []
    if len(lines) > 1:
        projects = list(_of_projects(lines, text, lexicon))
        projects += _of_entries(lines, lexicon)
        projects += [_record([line], row) for line, row in find_tabled(lines, lexicon)]
        projects += [_record([line], row) for line, row in find_unparted(lines, lexicon)]
        projects += [_record([line], row) for line, row in find_rows_without_makers(lines, lexicon)]
        projects += _of_fellows(lines, lexicon)
        lines = [line for line in lines if not any(one.start <= line.start < one.end for one in projects)] if projects else lines
        records = projects + _of_rows(lines, text, lexicon)
        taken = {record.start for record in records}
        records += [record for record in _of_stanzas(lines, lexicon) if record.start not in taken]
        read = [(record.start, record.end) for record in records]
        records += [_under_a_title(line, row) for line, row in facts_under_titles(lines, read, lexicon)]
    listed = list(_of_sentences(document, text, lexicon))
    records = [r for r in records if not any(r.start < one.end and one.start < r.end for one in listed)]
    return sorted(records + listed, key=lambda record: record.start)


_OF_PROJECTS = re.compile(
    r"\b(?:projects?|works?[- ]in[- ](?:progress|development)|grants?|co-?production (?:support|market|forum)|funding|pitch\w*)\b", re.IGNORECASE
)


def _of_projects(lines: Sequence[Line], text: str, lexicon: Lexicon) -> Iterator[Record]:
    """What the news of funds and markets lists, or a festival in the same layout."""
    found = find_projects(lines, lexicon)
    under_way = bool(found) and _OF_PROJECTS.search(text, 0, found[0].start) is not None
    for one in found:
        yield Record(
            one.start, one.end, one.title, tuple(one.people), tuple(one.countries), read=tuple(one.read),
            companies=tuple(one.companies), project=under_way,
        )  # fmt: skip


def _of_fellows(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Record]:
    """The films that laboratories announce with those who make them: what their lines say besides remains to be read."""
    for one in find_projects_of_fellows(lines, lexicon):
        yield Record(one.start, one.end, one.title, tuple(one.people), tuple(one.countries), project=True)


def _of_entries(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Record]:
    """The films that countries send to the Academy Awards."""
    for one in find_entries(lines, lexicon):
        people = tuple(("director", span) for span in one.makers)
        yield Record(one.start, one.end, one.title, people, read=((one.start, one.end),), project=True, submitted=one.country)


def _under_a_title(line: Line, row: Row) -> Record:
    start, end = row.title
    return replace(_record([line], row), start=start, read=((start, end), (line.start, line.end)))


def _of_sentences(document: Document, text: str, lexicon: Lexicon) -> Iterator[Record]:
    """What sentences list."""
    if makers_in(text, 0, len(text)) < LEAST:
        return
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        start, end = sentence.start, sentence.end
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for item in run_in_list(text, start, end, text[block.start : start], lexicon):
            row = item.row
            yield Record(
                *item.span, row.title, tuple(row.people), tuple(row.countries), row.year, row.minutes, row.premiere, run_in=True
            )  # fmt: skip


def _of_rows(lines: Sequence[Line], text: str, lexicon: Lexicon) -> list[Record]:
    """Rows that say enough, or that stand among others made alike."""
    records: list[Record] = []
    for begin, run in _runs(lines, lexicon):
        first, row = run[0][0][0], run[0][1]
        if len(run) == 1 and first.kind is BlockKind.HEADING and not (row.labelled and row.facts):
            continue
        if len(run) == 1 and first.kind is BlockKind.PARAGRAPH and not _TITLE_ALONE.fullmatch(text[slice(*row.title)]):
            continue
        if _is_line_up([row for _, row in run], _announced(lines, begin)):
            records += [_record(of, row) for of, row in run if row.labelled or row.marked or not row.title_is_person]
    return records


def _runs(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[tuple[int, list[tuple[list[Line], Row]]]]:
    """The rows that follow one another, each with the lines that say more of it, and where the first of them is."""
    run: list[tuple[list[Line], Row]] = []
    begin, other = 0, False
    for index, line in enumerate(lines):
        if line.kind is BlockKind.HEADING:
            other = bool(_JURY.search(line.text) or (AWARD_WORD.search(line.text) and not _SECTION.search(line.text)))
        row = None if other else row_of(line, lexicon)
        if row is not None:
            begin = begin if run else index
            run.append(([line], row))
        elif run and goes_on(line, run[-1][1], lexicon):
            run[-1][0].append(line)
        elif run:
            yield begin, run
            run = []
    if run:
        yield begin, run


def _announced(lines: Sequence[Line], index: int) -> bool:
    """Whether what stands over a row speaks of films that are listed."""
    above = [line.text for line in (*lines[:2], *lines[max(0, index - 2) : index])]
    return any(WORKS_HEADING.search(line) for line in above if len(line) < 200)


def _is_line_up(rows: Sequence[Row], announced: bool) -> bool:
    told = sum(row.labelled or row.facts or row.marked for row in rows)
    if len(rows) == 1:
        row = rows[0]
        return bool((row.labelled and row.countries) or (row.countries and (row.year or row.minutes or row.premiere)))
    if 2 * told >= len(rows):
        return True
    sure = sum(row.known > 1 for row in rows)
    alike = sum(row.title_is_person for row in rows)
    return announced and 2 * sure >= len(rows) and 3 * alike <= len(rows)


def _record(lines: Sequence[Line], row: Row) -> Record:
    return Record(
        lines[0].start, lines[-1].end, row.title, tuple(row.people), tuple(row.countries), row.year, row.minutes, row.premiere,
        () if row.prose else tuple((line.start, line.end) for line in lines),
    )  # fmt: skip


def _of_stanzas(lines: Sequence[Line], lexicon: Lexicon) -> list[Record]:
    """Films of which each has a few short lines between blank ones: the title, then countries, "by", "with"."""
    stanzas: list[list[Line]] = []
    for line in lines:
        if line.gap or not stanzas:
            stanzas.append([])
        stanzas[-1].append(line)
    found = [record for stanza in stanzas if not _are_credits(stanza) and (record := _stanza(stanza, lexicon)) is not None]
    sure = [record for record, sure in found if sure]
    return sure if len(found) < 2 else [record for record, _ in found]


def _are_credits(lines: Sequence[Line]) -> bool:
    """Whether labels of several kinds stand under a title ("Dir:", "Prod:", "Cast:"), as over credits, which say more than a row."""
    fields = [match["label"] for line in lines[1:] if (match := labels().field.match(line.text)) is not None and ":" in match["sign"]]
    return any(DIRECTOR_LABEL.match(f"{field}:") for field in fields) and any(is_of_companies(field) for field in fields)


def _is_maker_under_a_gloss(
    title: Sequence[Field], parts: Sequence[Field], factual: Sequence[bool], lexicon: Lexicon
) -> bool:
    """Whether a line has a person and countries, under a title with its other title beside it.

    "Nattbuss (Night Bus)", and below "Ada Doe (Norway - Latvia)".
    """
    under = len(title) == 2 and title[1].inner and not is_fact(title[1], None, lexicon)
    person = len(parts) > 1 and all(part.inner for part in parts[1:]) and all(factual[1:]) and not factual[0]
    return under and person and like_a_person(parts[0].text, lexicon) > 0


def _stanza(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Record, bool] | None:
    """A stanza read as a film, and whether it is one without any other beside it."""
    if not 2 <= len(lines) <= _LONGEST_STANZA:
        return None
    first = lines[0]
    fields = list(fields_of(first, 0))
    quoted = QUOTED.fullmatch(first.text)
    if not fields or not may_be_title(quoted["title"] if quoted else fields[0].text) or first.text.endswith((".", ":")):
        return None
    if not quoted and len(fields) > 1 and is_fact(fields[0], None, lexicon) and is_fact(fields[1], None, lexicon):
        return None  # "Czech Republic, Slovenia, 2021": the title stands above
    if not quoted and len(fields) > 1 and ":" in fields[1].sign and credits_like(first.text, lexicon):
        return None  # "Country: Norway"
    if quoted:
        row = Row((first.start + quoted.start("title"), first.start + quoted.end("title")), marked=True)
        fields = fields[:1]
    else:
        row = Row((first.start, fields[0].end), marked=False)
    for part in fields[1:]:
        if part.sign == "." and not quoted and not row.facts:
            row.title = (row.title[0], part.end)
        elif not is_fact(part, row, lexicon) and not part.inner and part.sign != "/":
            return None
    read, end = [(first.start, first.end)], first.end
    for line in lines[1:]:
        before, parts = len(row.people), list(fields_of(line, 0))
        directed = any(relation == "director" for relation, _ in row.people)
        given = DIRECTOR_LABEL.match(line.text) or OTHER_LABEL.match(line.text)
        factual = [is_fact(part, None, lexicon) for part in parts]
        if directed and not given and not all(factual):
            break
        glossed = line is lines[1] and _is_maker_under_a_gloss(fields, parts, factual, lexicon)
        if not directed and not given and any(factual) and not all(factual) and not glossed:
            # A name with a country and a year beside it is a title.
            return None
        if not read_fields(parts, row, lexicon) or row.prose:
            del row.people[before:]
            row.prose = False
            if not directed and not given and ":" not in line.text:
                return None
            continue
        read.append((line.start, line.end))
        end = line.end
    if not any(r == "director" for r, _ in row.people) or not (row.countries or row.labelled):
        return None
    record = replace(_record([first], row), end=end, read=tuple(read))
    return record, row.labelled and bool(row.countries)
