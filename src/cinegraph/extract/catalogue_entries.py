"""Entries of catalogues whose lines have no labels: a title, its directors, and below where and when the film was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cinegraph.extract.credit_lines import Credits, credits_of, facts_of
from cinegraph.extract.credit_titles import DATED_TITLE, left_out, title_of
from cinegraph.extract.line_fields import Field, Line, Span, fields_of
from cinegraph.extract.row_facts import Row, is_fact, people_of
from cinegraph.lexicon import Lexicon

# "by Ada Doe" under a title, as catalogues have it.
_BY = re.compile(r"by (?P<people>[^\n.;:]{4,120})", re.IGNORECASE)
_MADE_SIGNS = re.compile(r"\|.*\|")
_LONGEST_NAMES, _MOST = 90, 3


class Entry(NamedTuple):
    """One film of a catalogue: where its title stands, what the lines below say, and which lines these are."""

    title: Span
    credits: Credits
    start: int


def entries_of(lines: Sequence[Line], lexicon: Lexicon, taken: Sequence[Span]) -> list[Entry]:
    """The entries of a catalogue, in text order.

    :param taken: what has been read already
    """
    by = list(_with_by(lines, lexicon, taken))
    plain = list(_under_titles(lines, lexicon, taken))
    return sorted([*(by if len(by) > 1 else []), *plain], key=lambda entry: entry.start)


def _with_by(lines: Sequence[Line], lexicon: Lexicon, taken: Sequence[Span]) -> Iterator[Entry]:
    """ "Night Bus", below it "by Ada Doe" and "| 56' | France | 2009 |"."""
    for index, line in enumerate(lines[1:-1], 1):
        by = _BY.fullmatch(line.text)
        if by is None or left_out(line, taken):
            continue
        begin = line.start + by.start("people")
        made = credits_of(replace(line, start=begin - 10, text="Director: " + by["people"]), lexicon)
        made = made if made is not None and all(start >= begin for _, (start, _) in made.people) else None
        span = title_of(lines[index - 1], DATED_TITLE.match(lines[index - 1].text), lexicon)
        if made is None or not made.people or span is None:
            continue
        facts = None
        for below in lines[index + 1 : index + 3]:
            facts = _made_of(below, lexicon)
            if below.gap or facts is not None:
                break
        if facts is None:
            continue
        facts.people = made.people
        facts.companies = _companies(lines[index + 1], lexicon) if _made_of(lines[index + 1], lexicon) is None else []
        yield Entry(span, facts, line.start)


def _under_titles(lines: Sequence[Line], lexicon: Lexicon, taken: Sequence[Span]) -> Iterator[Entry]:
    """ "Night Bus", below it "Ada Doe" and "Norway 2019 / 97'"."""
    for index, line in enumerate(lines[1:-1], 1):
        if len(line.text) > _LONGEST_NAMES or not line.text[:1].isupper() or left_out(line, taken):
            continue
        facts = facts_of(lines[index + 1], lexicon)
        if facts is None or not facts.countries or not (facts.year or facts.minutes) or left_out(lines[index + 1], taken):
            continue
        people = list(people_of(Field(line.start, line.end, line.text, "", False), 0, lexicon))
        span = _title_over(lines, index, lexicon) if 0 < len(people) <= _MOST else None
        if span is None or any(begin < span[1] and span[0] < end for begin, end in taken):
            continue
        facts.people = [("director", person) for person, _ in people]
        yield Entry(span, facts, line.start)


def _title_over(lines: Sequence[Line], index: int, lexicon: Lexicon) -> Span | None:
    """The title over a line of names; one with another title below it ("Tihij bereg", "Quiet Shore") is the first of the two."""
    above = lines[index - 1]
    span = title_of(above, DATED_TITLE.match(above.text), lexicon)
    if span is None or credits_of(above, lexicon) is not None or facts_of(above, lexicon) is not None:
        return None
    return span


def _made_of(line: Line, lexicon: Lexicon) -> Credits | None:
    """What a line between strokes says of where and when a film was made ("| 56' | France | 2009 |")."""
    if _MADE_SIGNS.search(line.text) is None:
        return None
    found, row = Credits(line.start, line.end), Row((line.start, line.start), marked=False)
    for part in fields_of(line, 0):
        is_fact(part, row, lexicon)
    found.countries, found.year, found.minutes = row.countries, row.year, row.minutes
    return found if found.countries and found.year else None


def _companies(line: Line, lexicon: Lexicon) -> list[tuple[str, Span]]:
    """The companies that a line of a catalogue names, where each of them is called one."""
    text = f"Production company: {line.text}"
    found = credits_of(Line(line.start - 20, line.end, text, True, line.kind), lexicon)
    return found.companies if found is not None and not found.people else []
