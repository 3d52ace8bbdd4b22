"""Rows of credits that have no label: who plays whom ("Ada Doe .... Marta"), and which companies present a film."""

from __future__ import annotations

import re

from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line
from cinegraph.extract.row_facts import cased
from cinegraph.lexicon import Lexicon

_ROW = re.compile(r"(?P<left>[^.…\n\t]{2,50}(?:(?<=\b[A-Z])\.[^.…\n\t]{2,40})?)(?:\s?\.{2,}\s?|\s?…+\s?|\t+)(?P<right>[^.…\n\t]{2,60}\.?)")
_VOICE = re.compile(r"(?:with )?(?:the )?voices? of (?P<people>[^\n]{3,120})", re.IGNORECASE)
_PRESENTS = re.compile(
    r"(?P<companies>[^\n.;:]{3,200}?) presents?(?:\W*|,? (?:an?|the) [^\n.;]{0,80})|(?:an? |the )(?P<makers>[^\n.;:]{3,120}?) (?:co-?)?production", re.IGNORECASE
)
_SIGN = re.compile(r"\s*[,;/•·]\s*|\s+(?:and|&|with|in (?:association|co-?production) with)\s+(?=(?:the )?[A-ZÀ-Þ])")
_ARTICLE = re.compile(r"the ", re.IGNORECASE)
_NO_COMPANY = re.compile(r"\b(?:was|is|who|which|he|she|they|that|will|had|festivals?|awards?)\b")


def cast_of(line: Line, lexicon: Lexicon) -> Credits | None:
    """A row that says who plays whom, actor first or role first; None for any other line.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> text = "Ida Holm .... Marta, the widow"
    >>> list(cast_of(Line(0, len(text), text, False, BlockKind.PARAGRAPH), load_lexicon()).roles.items())
    [((0, 8), 'Marta, the widow')]
    """
    match = _ROW.fullmatch(line.text) or _VOICE.fullmatch(line.text)
    if match is None:
        return None
    found = Credits(line.start, line.end)
    if "people" in match.re.groupindex:
        named = [("people", "")]
    else:
        looks = {side: like_a_person(cased(match[side].strip()), lexicon) for side in ("left", "right")}
        actor, role = ("right", "left") if looks["right"] > looks["left"] else ("left", "right")
        if not looks[actor]:
            return None
        named = [(actor, match[role].strip(" ."))]
    for group, role in named:
        name = match[group].strip(" .")
        if not like_a_person(cased(name), lexicon):
            return None
        start = line.start + line.text.index(name, match.start(group))
        span = (start, start + len(name))
        found.people.append(("cast_member", span))
        if role:
            found.roles[span] = role
    return found


def presented_by(line: Line, lexicon: Lexicon) -> Credits | None:
    """A line that names the companies which present a film ("Lamp Films and Blue Door present"); None for any other line."""
    match = _PRESENTS.fullmatch(line.text)
    if match is None:
        return None
    group = "companies" if match["companies"] else "makers"
    if _NO_COMPANY.search(match[group]):
        return None
    found, begin = Credits(line.start, line.end), match.start(group)
    for sign in [*_SIGN.finditer(line.text, match.start(group), match.end(group)), None]:
        stop = sign.start() if sign is not None else match.end(group)
        article = _ARTICLE.match(line.text, begin, stop)
        first = article.end() if article is not None else begin
        name = line.text[first:stop].strip()
        if not name or not name[0].isupper() or lexicon.place(name) is not None:
            return None
        found.companies.append(("production_company", (line.start + first, line.start + first + len(name))))
        begin = sign.end() if sign is not None else stop
    return found
