"""The line over an interview that says who speaks and of which film: "Ada Doe • Director of Salt, Gone Again"."""

from __future__ import annotations

import re
from typing import NamedTuple

from cinegraph.extract.text import UPPER
from cinegraph.model import BlockKind, Document

_HEAD = re.compile(
    rf"(?P<person>[{UPPER}][\w'.-]+(?: (?:(?:de|da|do|del|di|van|von|al|el) )?[{UPPER}][\w'.-]+){{1,3}}) ?(?:[•·|–—]|,) "
    r"(?:(?:co-)?director|(?:writer|screenwriter|producer)(?: |-)(?:and |/)?director|film-?maker)(?: (?:and|/) (?:(?:co-)?(?:writer|screenwriter|producer|star)))? (?:of|behind) "
    rf"(?P<quote>[\"*_])?(?P<film>[{UPPER}\d][^\"*_\n]{{1,70}}?)(?(quote)[\"*_])",
    re.IGNORECASE,
)
# "Director of the Oslo Film Festival" heads another talk than one about a film.
_NO_FILM = re.compile(
    r"\b(?:festival|programme|program|institute|museum|academy|school|cinematheque|fund|foundation|commission|department|centre|center|photography|studies|development|market|fest|biennale|university|forum|"
    r"section|competition|association|award[- ]?winning|winning|films? such as)\b|\bthe [a-z]|\d{4}\)?, ",
    re.IGNORECASE,
)
_LINES = 8


class HeadOfTalk(NamedTuple):
    """The spans of whoever speaks and of the film."""

    person: tuple[int, int]
    film: tuple[int, int]


def head_of_talk(document: Document, text: str) -> HeadOfTalk | None:
    """The names of the line over an interview that says of which film its speaker is the director; None where there is none.

    :param text: the document's text, normalised
    """
    for block in document.blocks[:_LINES]:
        if block.kind not in (BlockKind.HEADING, BlockKind.BYLINE, BlockKind.LIST_ITEM):
            continue
        match = _HEAD.fullmatch(text, block.start, block.end)
        if match is not None and (match["film"][0].isupper() or match["film"][0].isdigit()) and not _NO_FILM.search(match["film"]):
            return HeadOfTalk(match.span("person"), match.span("film"))
    return None
