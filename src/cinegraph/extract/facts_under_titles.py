"""Films whose director, country and year stand in a line of their own under the title: "(Ada Doe, Chile, 1974, 35mm, 92 min)", "Chile 1974. Dir: Ada Doe. 92 min".

Programmes of cinemas put the days of the screenings, or what is new about a print, between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.line_fields import Line, Span, fields_of
from cinegraph.extract.row_facts import REMARK, Row, read_fields
from cinegraph.extract.rows import NO_TITLE, QUOTED, may_be_title
from cinegraph.lexicon import Lexicon

_BETWEEN = 4
"""The most lines between a title and its facts."""
_WHOLE = re.compile(r"\([^()]{10,200}\)\.?")
# A day, a time or a call stands between.
_DAY = re.compile(
    r"\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)\w*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d{1,2}(?:st|nd|rd|th)?)\b[^a-z]{0,12}.{0,60}\d.{0,20}|.{1,60}!",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(
    r"(?:[A-ZÀ-Þ¡¿\d]\S*|[a-zà-ÿ]{1,3})(?: (?:[A-ZÀ-Þ\d(]\S*|[a-zà-ÿ]{1,3}|with|from|into|[/&–-]))*"
)


def facts_under_titles(lines: Sequence[Line], taken: Sequence[Span], lexicon: Lexicon) -> Iterator[tuple[Line, Row]]:
    """The lines that say who made a film, where and when, each with the film whose title stands above it.

    :param taken: where the rows stand that have been read
    """
    for index, line in enumerate(lines):
        if not index or any(start < line.end and line.start < end for start, end in taken):
            continue
        row = _facts(line, lexicon)
        title, apart = _title_above(lines, index, taken) if row is not None else (None, False)
        # What stands right under its title is read as any credits are.
        if row is not None and title is not None and (apart or _WHOLE.fullmatch(line.text)):
            row.title = title
            yield line, row


def _facts(line: Line, lexicon: Lexicon) -> Row | None:
    row = Row((line.start, line.start), marked=False)
    parts = list(fields_of(line, 0))
    if not 2 <= len(parts) <= 9 or not read_fields(parts, row, lexicon) or row.prose:
        return None
    whole = _WHOLE.fullmatch(line.text) is not None
    if whole and row.minutes and (row.year or row.countries):
        return row  # "(Norway, 2006, 96 minutes)": who made it is told further down
    if not any(relation == "director" for relation, _ in row.people) or not row.facts:
        return None
    return row if (row.labelled and not parts[0].inner) or (whole and (row.year or row.minutes)) else None


def _title_above(lines: Sequence[Line], index: int, taken: Sequence[Span]) -> tuple[Span | None, bool]:
    """Where the title of the film stands whose facts a line gives, and whether a line stands between the two."""
    apart = False
    for line in reversed(lines[max(0, index - _BETWEEN) : index]):
        if NO_TITLE.fullmatch(line.text) or REMARK.fullmatch(line.text) or _DAY.fullmatch(line.text):
            apart = True
            continue
        if any(start < line.end and line.start < end for start, end in taken):
            return None, apart
        quoted = QUOTED.fullmatch(line.text)
        if quoted is not None:
            return (line.start + quoted.start("title"), line.start + quoted.end("title")), apart
        told = may_be_title(line.text) and _TITLE.fullmatch(line.text) and not line.text.endswith((".", ":"))
        return ((line.start, line.end) if told else None), apart
    return None, apart
