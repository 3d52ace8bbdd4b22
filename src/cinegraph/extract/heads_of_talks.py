"""The lines over an article that say who talks in it and of which film: "Interview with Ada Doe, director of Salt", "Ada Doe • Director of Salt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cinegraph.extract.line_fields import Span
from cinegraph.extract.text import UPPER
from cinegraph.extract.word_lists import expressions
from cinegraph.model import BlockKind, Document

_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|le|la|van|von|der|den|ter|al|el|bin|ben|af)"
NAME = rf"(?!The |An? |My |Interview|Meet |Talking|In )[{UPPER}][\w'.-]*(?: (?:{_PARTICLE} ){{0,2}}(?!(?:And|On|Of|Talks?|Discuss\w*|Interview) )[{UPPER}][\w'.-]*\w){{1,3}}"
_PEOPLE = rf"(?P<one>{NAME})(?:,? (?:and|&) (?P<two>{NAME}))?"
_MARKED = r"(?P<sign>\*\*|[\"'*_])(?P<marked>[^\"*_\n]{1,70}?),?(?P=sign)(?!\w)"
_PLAIN = rf"(?P<plain>[{UPPER}\d¡¿](?:(?! ')[^\"*_\n\[(|•]){{0,70}}?)"
_FILM = rf"(?:{_MARKED}|{_PLAIN})"
_END = r"(?: ?[\[(].{0,80}| ?[|•] .{0,80}| [–—-] .{0,80})?[.,;]?"
# "TIFF 2019 Women Directors: Meet Ada Doe", "Episode 12: Ada Doe on Salt"
_FRONT = r"(?:[^:\n]{2,90}: |[^:\n|•]{2,60} [|•] )?"
# "Director of the Oslo Film Festival" heads another talk than one about a film.
_NO_FILM = re.compile(
    r"\b(?:festival|programme|program|institute|museum|academy|school|cinematheque|fund|foundation|commission|department|centre|center|photography|studies|development|market|fest|biennale|university|forum|"
    r"section|competition|association|award[- ]?winning|winning|films? such as|jury)\b|(?-i:\bthe [a-z])|\d{4}\)?, ",
    re.IGNORECASE,
)
# "Ada Doe, director of Salt, dies at 80" is over no talk.
_OBITUARY = re.compile(r", (?:dies|died|dead|has died|is dead|passes away|passed away|wins?|won|gets|leaves|joins|to) ")
# Where an article shows that what talks are about is a film.
_SHOWN = (
    r"(?:\b(?:film|feature|debut|documentary|short|movie|drama|comedy|thriller|picture|making|made|shot|directed|shooting|filmed),? {0}\b|[\"*_]{0}[,\"*_]|'{0},?'"
    r"|\b{0}, (?:his|her|their|an?|the) (?:[\w-]+ ){0,3}(?:film|feature|debut|documentary|short|movie|drama|comedy|thriller)\b|\b{0} \((?:19|20)\d\d|\bIn {0},|\b{0} (?:premier|tells |is an? |was |stars |won |screen|had its|follows ))"
)
_LINES, _LONGEST, _FEW, _LONGEST_OF_PART = 8, 220, 9, 120
_OVER_ONE = re.compile(r"\b(?:of|behind) [\"'“‘*_A-ZÀ-Þ]")
_LINE = re.compile(r"(?P<mark>\*\*|__|[*_#]+ ?)?(?P<line>[^\n]+?)(?(mark)[*_]*)(?:\n|$)")
_KINDS = (BlockKind.HEADING, BlockKind.BYLINE, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.CAPTION)
ROLES = ("director", "cinematographer", "editor", "composer", "producer", "screenwriter", "cast_member")


class HeadOfTalk(NamedTuple):
    """What such lines give: the spans of those who speak and of the films, what that person is to them, and the line that tells it; ``talk`` where it is one over a talk."""

    people: tuple[Span, ...]
    films: tuple[Span, ...]
    relation: str | None
    line: Span
    talk: bool = True


def _of(name: str) -> str:
    return expressions(name, "talks.toml")


def relation_of(role: str) -> str | None:
    """What whoever is called so is to a film.

    >>> relation_of("DP"), relation_of("writer-director"), relation_of("guest")
    ('cinematographer', 'director', None)
    """
    return next((name for name, told in _roles() if told.fullmatch(role)), None)


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(_of(name), re.IGNORECASE)) for name in ROLES)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms of such lines. Where ``shown`` is a group, the article must show elsewhere that what is named is a film."""
    role = rf"(?P<role>(?i:{'|'.join(_of(name) for name in ROLES)}))"
    trade = rf"(?:(?i:{_of('trades')}) ){{0,4}}"
    talk, about = rf"(?i:{_of('openings')}):?", rf"(?i:{_of('about')})"
    sep = r"(?: ?[•·|–—]| -|,|:| \()"
    forms = (
        # "Interview with Ada Doe, director of Salt", "Ada Doe • Director of Salt"
        rf"{_FRONT}(?P<talk>{talk} )?{trade}{_PEOPLE}{sep} ?(?:the )?{role} (?:of|behind) {_FILM}{_END}",
        # "Meet Ada Doe – 'Salt'", "Interview: Ada Doe ('Salt')", "Ada Doe Interview (Salt)"
        rf"{_FRONT}{talk} {trade}{_PEOPLE}{sep} ?{_MARKED}\)?{_END}",
        rf"{_FRONT}(?:{talk} {trade}{_PEOPLE}|(?P<lone>{NAME}) [Ii]nterview) \({_FILM}\)",
        # "Salt: an interview with Ada Doe"
        rf"{_FILM}(?P<shown>)(?::| –| —| -) {talk} {trade}{_PEOPLE}{_END}",
        # "'Salt' Director Ada Doe on Her Teachers", "SALT DP Ben Roe talks light"
        rf"{_FRONT}(?:{_MARKED}|(?P<plain>[{UPPER}\d]{{2}}[^a-z\n:\"]{{1,60}})(?P<shown>)) {role} {_PEOPLE}(?:,? {about}\b.{{0,120}}|:? ?[Ii]nterview.{{0,60}}|: .{{0,120}})?",
        # "DP Ben Roe on Salt", "Ada Doe talks about her debut 'Salt'"
        rf"{_FRONT}(?:[\w' -]{{2,40}} (?=(?i:{_of('trades')}) ))?(?:{role} |{trade}){_PEOPLE},? (?P<about>{about}) (?:[^\"*_\n:]{{0,60}}? )??(?:(?i:{_of('of_film')}) ){{0,6}}(?P<shown>)(?:{_MARKED}(?: .{{0,140}})?|{_PLAIN}(?: and [a-z].{{0,80}}|, [a-z].{{0,80}})?{_END})",
        # "The director of Salt and The Ferry on trams"
        rf"The {role} (?:of|behind) {_FILM}(?: and (?P<second>[{UPPER}\d][^\"*_\n,]{{0,60}}?))? {about} .{{0,160}}",
        # "An Oral History of 'Salt'", "How we made Salt"
        rf"(?:.{{2,90}}: )?(?i:(?:an|the|our) oral history of|how we made|(?:the )?making(?: of)?|behind the scenes of) {_FILM}(?P<shown>){_END}",
        # "Interview with Ada Doe", "Ten questions for Ada Doe"
        rf"{_FRONT}(?!(?i:meet|introducing)\b){talk} {trade}{_PEOPLE}",
        rf"{_FRONT}(?i:meet|interview with|interview:|in conversation with) {trade}{_PEOPLE},? .{{0,100}}",
    )  # fmt: skip
    return tuple(map(re.compile, forms))


def head_of_talk(document: Document, text: str) -> HeadOfTalk | None:
    """Who speaks in an article and of which film, as the lines over it say; None where they do not.

    :param text: the document's text, normalised
    """
    found = list(_heads(document, text))
    people: tuple[Span, ...] = next((head.people for head in found if head.people), ())
    told = next((head for head in found if head.films), None)
    if told is None:
        return HeadOfTalk(people, (), None, found[0].line) if people else None
    return HeadOfTalk(told.people or people, told.films, told.relation, told.line, told.talk)


def heads_of_talks(document: Document, text: str) -> list[HeadOfTalk]:
    """The lines of an article that stand each over a talk of its own ("Ada Doe, director of 'Salt'"); none where there is but one.

    :param text: the document's text, normalised
    """
    form = _forms()[0]
    found = []
    for block in document.blocks if _OVER_ONE.search(text) else ():
        if block.kind in _KINDS and block.end - block.start <= _LONGEST_OF_PART and text[block.end - 1] not in ".?!:":
            match = form.fullmatch(text, block.start, block.end)
            head = _head(match, text) if match is not None else None
            if head is not None and head.people and len(head.films) == 1:
                found.append(head)
    return found if len({text[slice(*head.films[0])] for head in found}) > 1 else []


def _heads(document: Document, text: str) -> Iterator[HeadOfTalk]:
    for start, end in _lines(document, text):
        for form in _forms():
            match = form.fullmatch(text, start, end)
            if match is not None and (head := _head(match, text)) is not None:
                yield head
                break


def _lines(document: Document, text: str) -> Iterator[Span]:
    """The first lines of an article, without the marks about them."""
    left = _LINES
    for block in document.blocks[:_LINES]:
        for line in _LINE.finditer(text, block.start, block.end) if block.kind in _KINDS else ():
            left -= 1
            if left >= 0 and line.end() - line.start() <= _LONGEST:
                yield line.span("line")


def _head(match: re.Match[str], text: str) -> HeadOfTalk | None:
    groups = match.re.groupindex

    def spans(*names: str) -> tuple[Span, ...]:
        return tuple(match.span(name) for name in names if name in groups and match[name])

    films = spans("marked", "plain", "second")
    talk = "talk" not in groups or match["talk"] is not None or not _OBITUARY.search(text, *match.span())
    if not talk and (cut := _OBITUARY.search(text, *films[0])):
        films = ((films[0][0], cut.start()),)
    role = match["role"] if "role" in groups else None
    for start, end in films:
        title = text[start:end]
        if _NO_FILM.search(title) or len(title.split()) > _FEW or not (title[0].isupper() or title[0].isdigit() or title[0] in "¡¿"):
            return None
        if "shown" in groups and match["shown"] is not None and not _is_shown(title, match, text):
            return None
    relation = relation_of(role) if role else None
    if relation in ("director", "producer", "screenwriter", "cast_member") and "about" in groups and match["about"]:
        # "Director Ada Doe on Salt" may talk of a film by somebody else.
        relation = None
    return HeadOfTalk(spans("one", "two", "lone"), films, relation, match.span(), talk)


def _is_shown(title: str, match: re.Match[str], text: str) -> bool:
    """Whether an article shows outside a line that what is named in it is a film."""
    others = text[: match.start()] + text[match.end() :]
    if match.re.groupindex.get("marked") and match["marked"]:
        return title in others or "one" not in match.re.groupindex
    capitals = title.upper()
    if len(title) > 3 and title != capitals and re.search(rf"(?<!\w){re.escape(capitals)}(?!\w)", others):
        return True
    owner = match["one"].rsplit(" ", 1)[-1] if match.re.groupindex.get("one") else ""
    if not owner and title in others:
        return True
    return (owner and f"{owner}'s {title}" in others) or re.search(_SHOWN.replace("{0}", re.escape(title)), others) is not None


_ROLE_LINE = re.compile(rf"(?P<name>{NAME}|[{UPPER}][{UPPER}'.-]+(?: [{UPPER}][{UPPER}'.-]+){{1,2}})(?: \((?P<inner>[^()\n]{{2,40}})\)(?::|\n|$)|, (?P<role>[a-z /-]{{4,40}})$)")


def role_lines(document: Document, text: str, head: HeadOfTalk | None) -> list[tuple[Span, str]]:
    """Whom an oral history names with what they were to its film: "ADA DOE (director): I had no money.", "Ben Roe, actor"."""
    if head is None or not head.films or head.people:
        return []
    found = []
    for block in document.blocks:
        start = text.rfind("\n", 0, block.start) + 1
        match = _ROLE_LINE.match(text, start, block.end)
        if match is None:
            continue
        role = (match["inner"] or match["role"]).strip()
        relation = next((told for word in re.split(r",? and |, |/| & ", role) if (told := relation_of(word))), None)
        if relation is not None:
            found.append((match.span("name"), relation))
    return found
