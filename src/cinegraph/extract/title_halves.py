"""Titles of two halves in lines that signs part: "Night Bus: A Journey", "NIGHT BUS – A JOURNEY"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Field, Line
from cinegraph.extract.row_facts import cased, is_fact
from cinegraph.lexicon import Lexicon

_DASHES = ("-", "–", "—")


def whole_titles(line: Line, fields: Iterator[Field], lexicon: Lexicon) -> Iterator[Field]:
    """The fields of a line, those that a colon (or, between capitals, a dash) parts within one title brought together again.

    >>> from cinegraph.extract.line_fields import fields_of
    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> said = "Ada Doe - Night Bus: A Journey (Norway)"
    >>> line = Line(0, len(said), said, False, BlockKind.LIST_ITEM)
    >>> [part.text for part in whole_titles(line, fields_of(line, 0), load_lexicon())]
    ['Ada Doe', 'Night Bus: A Journey', 'Norway']
    """
    last: Field | None = None
    first = True
    for part in fields:
        if last is not None and _goes_on(last, part, lexicon, first=first):
            last = replace(last, end=part.end, text=line.text[last.start - line.start : part.end - line.start])
            continue
        if last is not None:
            yield last
            first = False
        last = part
    if last is not None:
        yield last


def _goes_on(last: Field, part: Field, lexicon: Lexicon, *, first: bool) -> bool:
    """Whether a part is the second half of the title whose first half is the last."""
    if last.inner or part.inner or is_fact(last, None, lexicon) or is_fact(part, None, lexicon):
        return False
    if part.sign == ":":
        return not (first and like_a_person(cased(last.text), lexicon) > 1 and like_a_person(cased(part.text), lexicon) == 0)
    capitals = last.text.isupper() and part.text.isupper()
    return part.sign in _DASHES and capitals and not like_a_person(cased(last.text), lexicon) and not like_a_person(cased(part.text), lexicon)
