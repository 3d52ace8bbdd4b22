"""Rows of line-ups in which nothing parts the title from who directed it: "Night Bus Ada Doe, Norway/Latvia, World Premiere", "NIGHT BUS Ada Doe (Norway)".

The typography that told the two apart has been lost. Capitals show where the title ends, or the first name that is known; a line that has
neither is read where most of the others like it are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import DIRECTOR_LABEL, OTHER_LABEL, Field, Line, Span, fields_of
from cinegraph.extract.row_facts import Row, is_fact
from cinegraph.extract.rows import may_be_title
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon

_WORD = re.compile(r"\S+")
_GLOSSED = re.compile(r"(?P<title>[^()]{2,80}) \([^()]{2,80}\) (?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){1,4})")
_GLOSS = re.compile(r"\([^()]*\) ?$")
_SMALL = re.compile(r"[a-zà-ÿ]")
_UPPER = re.compile(r"[A-ZÀ-Þ]{2}")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\.)+")
# "Night Bus by Ada Doe": something parts the two.
_PARTED = frozenset(words("before_makers"))
_PARTICLES = frozenset(words("particles_in_lines"))
_WORDS_TOO = frozenset(words("names_that_are_words"))
_SIGN = re.compile(r", | and | & | / ?")
_DASH = re.compile(r" [–—-] ")
_LEAST, _LONGEST = 3, 200


class _Cut(NamedTuple):
    title: Span
    makers: list[Span]
    sure: bool


def find_unparted(lines: Sequence[Line], lexicon: Lexicon) -> list[tuple[Line, Row]]:
    """The rows of a document whose title and director nothing parts, each with what it says; nothing where fewer than three are sure.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> said = ["Night Bus Anna Doe, Norway, World Premiere", "SALT IN RAIN Zvi Orr (Israel)", "The Long Way Peter Roe, Chile"]
    >>> lines = [Line(0, len(text), text, False, BlockKind.PARAGRAPH) for text in said]
    >>> [said[n][slice(*row.title)] for n, (_, row) in enumerate(find_unparted(lines, load_lexicon()))]
    ['Night Bus', 'SALT IN RAIN', 'The Long Way']
    """
    found: list[tuple[Line, Row, bool]] = []
    for line in lines:
        row, head = _facts(line, lexicon)
        cut = _cut(head, lexicon) if row is not None else None
        if row is None or cut is None:
            continue
        begin, end = cut.title
        row.title = (line.start + begin, line.start + end)
        row.people = [("director", (line.start + a, line.start + b)) for a, b in cut.makers]
        found.append((line, row, cut.sure))
    sure = sum(one for _, _, one in found)
    several = sure >= _LEAST and 2 * sure >= len(found)
    return [(line, row) for line, row, _ in found] if several else []


def _facts(line: Line, lexicon: Lexicon) -> tuple[Row | None, str]:
    """What the last fields of a line say of countries and premieres, and the words in front of them."""
    if len(line.text) > _LONGEST or line.text.endswith((".", "?", "!", ":", ";")) or ("," not in line.text and "(" not in line.text):
        return None, ""
    if DIRECTOR_LABEL.match(line.text) or OTHER_LABEL.match(line.text):
        return None, ""
    fields = list(fields_of(line, 0))
    first = next((k for k in range(1, len(fields)) if all(_is_fact(f, lexicon) for f in fields[k:])), None)
    if first is None:
        return None, ""
    row = Row((line.start, line.start), marked=False)
    for part in fields[first:]:
        is_fact(part, row, lexicon)
    head = line.text[: fields[first].start - line.start].rstrip(" ,(–—|-")
    return (row if row.countries and not _is_parted(head, lexicon) else None), head


def _is_parted(head: str, lexicon: Lexicon) -> bool:
    """Whether a sign parts the two all the same: a parenthesis open before who directed ("Night Bus (dir. Ada Doe"), a dash ("Night Bus - Ada de la Doe")."""
    behind = _DASH.split(head)[-1]
    return head.count("(") != head.count(")") or (behind != head and like_a_person(behind, lexicon) > 0)


def _is_fact(part: Field, lexicon: Lexicon) -> bool:
    plain = part.text.strip("*() ")
    return not plain or is_fact(Field(part.start, part.end, plain, part.sign, part.inner), None, lexicon)


def _cut(head: str, lexicon: Lexicon) -> _Cut | None:
    """Where the title ends and who directed begins, in the words before the facts."""
    more: list[Span] = []
    end = len(head)
    for sign in reversed(list(_SIGN.finditer(head))):
        if not like_a_person(head[sign.end() : end], lexicon):
            break
        more.insert(0, (sign.end(), end))
        end = sign.start()
    said = head[:end]
    cut = _by_capitals(said, lexicon) or _by_first_name(said, lexicon)
    if cut is None or not may_be_title(said[slice(*cut.title)]) or (more and not cut.sure):
        return None
    return _Cut(cut.title, [*cut.makers, *more], cut.sure)


def _by_capitals(said: str, lexicon: Lexicon) -> _Cut | None:
    begin = 0
    if (glossed := _GLOSSED.fullmatch(said)) is not None:
        begin = glossed.start("name")
    else:
        for word in _WORD.finditer(said):
            if _SMALL.search(word.group()) or (begin and said[:begin].count("(") == said[:begin].count(")") and _INITIAL.fullmatch(word.group())):
                break
            begin = word.end() + 1
    if not begin or not like_a_person(said[begin:], lexicon) or (glossed is None and not _UPPER.search(said, 0, begin)):
        return None
    title = _GLOSS.sub("", said[:begin].rstrip(" ,–—-")).rstrip()
    return _Cut((0, len(title)), [(begin, len(said))], sure=True)


def _by_first_name(said: str, lexicon: Lexicon) -> _Cut | None:
    """The title and the last words of a line, from a first name that is known; else, unsure, from the last but one."""
    found = list(_WORD.finditer(said))
    if len(found) < 3 or not said[:1].strip() or said.isupper():
        return None
    at = len(found) - 2
    while at > 1 and (found[at].group().casefold() in _PARTICLES or _INITIAL.fullmatch(found[at].group())):
        at -= 1
    if _PARTED.intersection(said.casefold().split()):
        return None
    known = [_is_first_name(found[k].group(), lexicon) for k in range(len(found))]
    if at > 1 and known[at - 1] and found[at - 1].group().casefold() not in _WORDS_TOO:
        at -= 1  # "David Gordon Roe"
    while found[at - 1].group().islower() and len(found) - at > 2:
        at += 1  # "The Sorrows of Anton Felix Roe": no title ends so
    start = found[at].start()
    if at < 1 or not like_a_person(said[start:], lexicon):
        return None
    title = _GLOSS.sub("", said[:start].rstrip(" ,:–—-")).rstrip()
    return _Cut((0, len(title)), [(start, len(said))], sure=known[at])


def _is_first_name(word: str, lexicon: Lexicon) -> bool:
    return word[:1].isupper() and fold(word.split("-")[0]) in lexicon.first_names
