"""Films that give the parts of an article their headings: reviews in brief, each under "Night Bus (Norway/Latvia)" or "Night Bus (2019) – 94 min".

Unlike the rows of a line-up they stand each over a paragraph of its own, which need not name its film again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.film_parentheses import Parenthesised
from cinegraph.extract.layout_words import AWARD_WORD, is_line_of_company, like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.extract.row_facts import cased, countries_in
from cinegraph.extract.rows import may_be_title
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_LEAST, _LONGEST, _PROSE, _BELOW = 2, 120, 140, 2
"""How many such headings make it an article in parts, how long one is at most, how long a paragraph is that tells of its film, and how near below that stands."""
_HEADING = re.compile(
    r"[*_# ]{0,4}(?:\d{1,2}[.)] )?[\"'*_]{0,2}(?P<title>(?!(?:18|19|20)\d\d\b.)[^\W_a-z][^()\n\"*_]{0,80}?)[\"'*_]{0,2} \((?P<inner>[^()\n]{2,60})\)[*_]{0,3}(?:(?: [–—|-] | )\d{2,3} ?min(?:utes|s)?\.?)?"
)
_PARTS = re.compile(r", | ?[|;·] ?| (?=(?:18|19|20)\d\d$)")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_MINUTES = re.compile(r"\d{2,3} ?(?:min(?:utes|s)?\.?|'|m)")
_NO_TITLE = re.compile(rf"\b(?:{'|'.join(words('no_titles_in_parentheses'))})\b", re.IGNORECASE)
_OF_FILMS = re.compile(r"\b(?:films?|features?|movies?|documentar(?:y|ies)|cinema|reviews?|capsules?|directors?)\b", re.IGNORECASE)
_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def headings_of_films(document: Document, text: str, lexicon: Lexicon, taken: Sequence[Span]) -> list[Parenthesised]:
    """Such headings, in text order; none where there are fewer than two, or where as many of them could be people.

    :param text: the document's text, normalised
    :param taken: what has been read already
    """
    if "(" not in text:
        return []
    found = [
        heading
        for index, block in enumerate(document.blocks)
        if (heading := _heading(document, text, index, block, lexicon)) is not None
        and not any(start < heading.end and heading.start < end for start, end in taken)
    ]
    people = sum(like_a_person(cased(text[slice(*each.films[0])]), lexicon) > 1 for each in found)
    told = len(found) >= _LEAST and 3 * people < len(found) and _OF_FILMS.search(text) is not None
    return found if told else []


def _heading(document: Document, text: str, index: int, block: Block, lexicon: Lexicon) -> Parenthesised | None:
    """A block read as such a heading, with a paragraph below it."""
    if block.kind not in _KINDS or block.end - block.start > _LONGEST or text[block.end - 1] in ".:?!,;":
        return None
    match = _HEADING.fullmatch(text, block.start, block.end)
    if match is None or prose_below(document, index) is None:
        return None
    title = match["title"].rstrip(" ,")
    if not may_be_title(title) or AWARD_WORD.match(title) or _NO_TITLE.search(title) or lexicon.lookup(title) or lexicon.place(title) is not None:
        return None
    if is_line_of_company(text, block.start, block.end):
        return None
    countries: list[tuple[Span, str]] = []
    year: str | None = None
    for start, part in _fields(match):
        if _YEAR.fullmatch(part):
            year = part
        elif found := countries_in(start, part, lexicon):
            countries += found
        elif not _MINUTES.fullmatch(part):
            return None
    if not countries and year is None:
        return None
    start = match.start("title")
    return Parenthesised(start, match.end(), ((start, start + len(title)),), (), "", tuple(countries), year, heads=True)


def _fields(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """What stands in the parentheses, part by part, each with its offset."""
    position = match.start("inner")
    for part in _PARTS.split(match["inner"]):
        position = match.string.index(part, position)
        yield position, part
        position += len(part)


def prose_below(document: Document, index: int) -> Block | None:
    """The paragraph that stands right below a heading, or below one line more."""
    below = document.blocks[index + 1 : index + 1 + _BELOW]
    return next((block for block in below if block.kind is BlockKind.PARAGRAPH and block.end - block.start > _PROSE), None)
