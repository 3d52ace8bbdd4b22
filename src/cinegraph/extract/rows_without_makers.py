"""Rows of line-ups that name nobody: a title, its countries and year and how long it runs ("Nattbuss (Night Bus), Norway 1966, 92'. 35mm").

Programmes of retrospectives list films so, as all of them are of the one to whom they are dedicated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Field, Line, fields_of
from cinegraph.extract.row_facts import Row, cased, is_fact, label_of
from cinegraph.extract.rows import may_be_title
from cinegraph.lexicon import Lexicon

_LONGEST = 160
# "1979–1989": begun and completed.
_YEARS = re.compile(r"\b((?:18|19|20)\d\d)[–/-](?:18|19|20)?\d\d\b")
# "92'. 35mm": what the film runs and the print, with nothing but a stop between them.
_STOPS = re.compile(r"(?<=['’′n])\. (?=[\dA-Z])")
_LEAST = 2


def find_rows_without_makers(lines: Sequence[Line], lexicon: Lexicon) -> list[tuple[Line, Row]]:
    """The lines read so, where at least two such follow one another or stand beside rows of another kind.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> said = ["Nattbuss (Night Bus), Norway 1966, 92'. 35mm", "Salt, Norway/Latvia 1971, 87'. DCP"]
    >>> lines = [Line(100 * n, 100 * n + len(text), text, False, BlockKind.LIST_ITEM) for n, text in enumerate(said)]
    >>> [(row.title, row.year, row.minutes) for _, row in find_rows_without_makers(lines, load_lexicon())]
    [((0, 8), '1966', '92'), ((100, 104), '1971', '87')]
    """
    found: list[tuple[int, Line, Row]] = []
    for index, line in enumerate(lines):
        row = _row(line, lexicon) if any(char.isdigit() for char in line.text[-40:]) else None
        if row is not None:
            found.append((index, line, row))
    places = {index for index, _, _ in found}
    return [(line, row) for index, line, row in found if {index - 1, index + 1} & places]


def _row(line: Line, lexicon: Lexicon) -> Row | None:
    if len(line.text) > _LONGEST:
        return None
    said = _STOPS.sub(", ", _YEARS.sub(lambda m: m[1].ljust(len(m[0])), line.text))
    fields = list(fields_of(Line(line.start, line.end, said, line.gap, line.kind), 0))
    if len(fields) < _LEAST or fields[0].inner:
        return None
    title, rest = fields[0], fields[1:]
    row = Row((title.start, title.end), marked=False)
    if _is_gloss(rest, lexicon):
        rest = rest[1:]
    if not all(is_fact(part, row, lexicon) for part in rest):
        return None
    told = bool(row.countries and row.year and row.minutes)
    named = may_be_title(title.text) and not is_fact(title, None, lexicon) and label_of(title) is None
    return row if told and named and like_a_person(cased(title.text), lexicon) < 2 else None


def _is_gloss(rest: Sequence[Field], lexicon: Lexicon) -> bool:
    """Whether the title in another language stands in parentheses behind it."""
    return len(rest) > 1 and rest[0].inner and not rest[1].inner and not is_fact(rest[0], None, lexicon)
