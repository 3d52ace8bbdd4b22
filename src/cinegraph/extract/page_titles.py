"""The title of the film that a page is of, over credits that stand below a synopsis: it heads the lines that say where and when the film was made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cinegraph.extract.credit_labels import labels
from cinegraph.extract.credit_lines import Credits, facts_of
from cinegraph.extract.credit_titles import DATED_TITLE, title_of
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Field, Line, Span
from cinegraph.extract.row_facts import cased, is_of_remarks, people_of
from cinegraph.lexicon import Lexicon
from cinegraph.model import EntityType

_LONGEST, _LONGEST_FACTS, _MOST, _LEAST = 90, 140, 5, 2
_NO_FILMS = frozenset({EntityType.FESTIVAL, EntityType.SECTION, EntityType.AWARD, EntityType.ORGANIZATION})
_BY = re.compile(r"(?:(?:a )?film |(?:written (?:and|&) )?directed )?by", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"[(\[][^()\[\]]+[)\]]")


class Head(NamedTuple):
    """What stands over the lines that say where and when a film was made: its title, and who directed it."""

    title: Span
    directors: list[Span]


def title_of_page(lines: Sequence[Line], index: int, floor: int, credits: Credits, lexicon: Lexicon) -> Span | None:
    """Where the title of the film stands whose credits begin with a line, with a synopsis or more between; what stands under the title is taken in.

    :param floor: where the credits of another film end: what stands before is that film's
    """
    above = index
    while above > 0 and lines[above - 1].start >= floor:
        above -= 1
        if _made(lines[above], lexicon) is None:
            continue
        top = top_of_facts(lines, above, lexicon)
        made = [told for line in lines[top : above + 1] if (told := _made(line, lexicon)) is not None]
        if sum(bool(told) for f in made for told in (f.countries, f.year, f.minutes)) >= _LEAST:
            head = head_over(lines, top, lexicon)
            if head is not None:
                take_in(head, made, credits)
            return head and head.title
        above = top
    return None


def title_over_facts(lines: Sequence[Line], index: int, credits: Credits, lexicon: Lexicon) -> Span | None:
    """Where the title stands over the facts of a film right under which its credits begin with a line; what stands between is taken in."""
    top = top_of_facts(lines, index, lexicon)
    made = [told for line in lines[top:index] if (told := _made(line, lexicon)) is not None]
    head = head_over(lines, top, lexicon) if made else None
    if head is not None:
        take_in(head, made, credits)
    return head and head.title


def take_in(head: Head, made: Sequence[Credits], credits: Credits) -> None:
    """Add to credits what stands over them: who directed the film, and where and when it was made."""
    for told in made:
        credits.countries = credits.countries or told.countries
        credits.year, credits.minutes = credits.year or told.year, credits.minutes or told.minutes
    if not any(relation == "director" for relation, _ in credits.people):
        credits.people += [("director", span) for span in head.directors]


def top_of_facts(lines: Sequence[Line], index: int, lexicon: Lexicon) -> int:
    """The first of the lines up from one that say nothing but where, when and in what form a film was made."""
    while index and (_made(lines[index - 1], lexicon) is not None or is_of_remarks(lines[index - 1].text)):
        index -= 1
    return index


def head_over(lines: Sequence[Line], index: int, lexicon: Lexicon) -> Head | None:
    """The title over the first line of a film's facts, and the directors under it: the lines between have no blank line among them.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> said = ["Night Bus", "(Nattbussen)", "Ada Weber, Jon Berg", "Norway 2016"]
    >>> starts = [sum(len(each) + 1 for each in said[:place]) for place in range(4)]
    >>> lines = [Line(start, start + len(each), each, False, BlockKind.PARAGRAPH) for start, each in zip(starts, said)]
    >>> head_over(lines, 3, load_lexicon())
    Head(title=(0, 9), directors=[(23, 32), (34, 42)])
    """
    run = _short_lines_over(lines, index)
    directors: list[Span] = []
    if len(run) > 1:
        last = run[0]
        directors = [span for span, _ in people_of(Field(last.start, last.end, last.text, "", False), 0, lexicon)]
        run = run[1:] if directors else run
    title = next((span for line in reversed(run) if (span := _title(line, lexicon)) is not None), None)
    return None if title is None else Head(title, directors)


def _made(line: Line, lexicon: Lexicon) -> Credits | None:
    """What a short line says of where and when a film was made and how long it is, if it says nothing else."""
    return facts_of(line, lexicon) if len(line.text) <= _LONGEST_FACTS else None


def _short_lines_over(lines: Sequence[Line], index: int) -> list[Line]:
    """The short lines right over a line, the nearest first: a title, another title, who directs."""
    run: list[Line] = []
    for place in range(index - 1, max(-1, index - 1 - _MOST), -1):
        line = lines[place]
        if len(line.text) > _LONGEST or line.text.rstrip().endswith((".", ",", ";")) or (run and lines[place + 1].gap and not _BY.fullmatch(run[-1].text)):
            break
        run.append(line)
    return run


def _title(line: Line, lexicon: Lexicon) -> Span | None:
    said = line.text.strip(" :*_#")
    if _BY.fullmatch(said) or _IN_PARENTHESES.fullmatch(said) or labels().no_title.fullmatch(said) or labels().beside.fullmatch(said):
        return None
    if like_a_person(cased(said), lexicon) > 1 or any(e.type in _NO_FILMS for e in lexicon.lookup(said)):
        return None
    return title_of(line, DATED_TITLE.match(line.text), lexicon)
