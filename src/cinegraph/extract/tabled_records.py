"""Line-ups in tables whose head names their columns: "Year | Title | Director | Country"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.filmography_parts import YEAR, people_in
from cinegraph.extract.filmography_tables import cells_in, columns_of
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.row_facts import Row, cased, countries_in
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind

_MINUTES = re.compile(r"\d{1,3}")
_FILMS = re.compile(r"\b(?:films?|movies?|cinemas?|documentar(?:y|ies)|shorts?|features?|screenings?|line-?up|filmography)\b", re.IGNORECASE)
_LONGEST_TITLE, _LEAST, _ABOVE = 90, 2, 8


def find_tabled(lines: Sequence[Line], lexicon: Lexicon) -> list[tuple[Line, Row]]:
    """The rows of the tables of films of an article, each with what it says; nothing of a table most of whose rows name no director.

    >>> from cinegraph.lexicon import load_lexicon
    >>> said = ["Year | Film | Director", "2019 | Night Bus | Ada Weber", "2020 | Cold Tea | Jon Berg"]
    >>> lines = [Line(0, len(text), text, False, BlockKind.TABLE_ROW) for text in said]
    >>> [said[n + 1][slice(*row.title)] for n, (_, row) in enumerate(find_tabled(lines, load_lexicon()))]
    ['Night Bus', 'Cold Tea']
    """
    found: list[tuple[Line, Row]] = []
    for place, head, rows in _tables(lines):
        columns = columns_of(head.text)
        if columns.count("title") == 1 and columns.count("director") == 1 and len(rows) >= _LEAST and _is_of_films(lines, place, columns):
            read = [(line, row) for line in rows if (row := _row(line, columns, lexicon)) is not None]
            found += read if 2 * len(read) > len(rows) else []
    return found


def _is_of_films(lines: Sequence[Line], place: int, columns: Sequence[str]) -> bool:
    """Whether the columns or the lines over a table tell that it is one of films: offices have titles and directors, too."""
    if {"country", "runtime"} & set(columns):
        return True
    return any(_FILMS.search(line.text) for line in lines[max(0, place - _ABOVE) : place + 1])


def _tables(lines: Sequence[Line]) -> Iterator[tuple[int, Line, list[Line]]]:
    """The number and the line of each table's head, and its rows."""
    place = 0
    while place < len(lines):
        stop = place + 1
        if lines[place].kind is BlockKind.TABLE_ROW:
            while stop < len(lines) and lines[stop].kind is BlockKind.TABLE_ROW and not lines[stop].gap:
                stop += 1
            yield place, lines[place], list(lines[place + 1 : stop])
        place = stop


def _row(line: Line, columns: Sequence[str], lexicon: Lexicon) -> Row | None:
    """A row with a title and who directed it; None for any other."""
    spans = list(cells_in(line.text))
    where: dict[str, Span] = {kind: span for kind, span in zip(columns, spans, strict=False) if kind}
    if "director" not in where or where["title"][1] - where["title"][0] not in range(1, _LONGEST_TITLE):
        return None
    of = {kind: line.text[slice(*span)] for kind, span in where.items()}
    makers = [*people_in(line.text, *where["director"], line.start, lexicon)]
    if not makers or not like_a_person(cased(of["director"]), lexicon) or ("year" in of and not re.match(YEAR, of["year"])):
        return None
    title = where["title"][0] + line.start, where["title"][1] + line.start
    row = Row(title, marked=True, labelled=True, people=[("director", span) for span in makers])
    if "country" in of:
        row.countries = countries_in(line.start + where["country"][0], of["country"], lexicon)
    row.year = of["year"][:4] if "year" in of else None
    minutes = _MINUTES.match(of.get("runtime", ""))
    row.minutes = minutes.group() if minutes is not None else None
    return row
