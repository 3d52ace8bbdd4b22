"""Films and makers that reports and essays name by parentheses in running text: "Salt (Ada Doe, Norway)", "directors Ada Doe (Salt) and Ben Roe (The Ferry)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cinegraph.extract.countries import short_country
from cinegraph.extract.credit_blocks import CreditBlock
from cinegraph.extract.filmography_lines import FilmographyLine
from cinegraph.extract.heads_of_talks import NAME, relation_of
from cinegraph.extract.layout_words import AWARD_WORD, like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.extract.makers_of_lists import MARKED_TITLE, makers_alone
from cinegraph.extract.prize_values import PrizeLine
from cinegraph.extract.records import Record
from cinegraph.extract.text import UPPER, fold
from cinegraph.extract.word_lists import alternatives, words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import Block, BlockKind, Document

_SMALL = alternatives("small_in_parenthesised_titles")
_WORD = rf"(?:(?:Mr|Mrs|Dr|St|No|Vol|[{UPPER}])\.|[{UPPER}\d¡¿&][\w'!?&/-]*(?:\.(?=\w)[\w'-]+)*)"
_TITLE = rf"{_WORD}(?: (?:{_SMALL} ){{0,3}}{_WORD}){{0,8}}[!?]?"
_WHOLE_TITLE = re.compile(_TITLE)
# Where a title stands before a parenthesis; one at the head of its line may hold commas.
_BEFORE = re.compile(rf"(?<![\w'.:-])(?P<title>{_TITLE})$")
_HEAD_OF_LINE = re.compile(rf"(?:[^:\n]{{2,40}}: )?(?P<title>{_TITLE}(?:, {_TITLE}){{1,2}})")
_FRONT = re.compile(r"(?:In|At|With|After|From|Following|For|Of|And|But|While|As|Like|Then|Another|Also|Even|Here|There|Elsewhere|By|Both|Where|When|Only|Not|Next) (?=\S)")
_PERSON_BEFORE = re.compile(rf"(?P<role>[\w-]+,? )?(?P<name>{NAME})$")
_PARENTHESIS = re.compile(r" \((?P<inner>[^()\n]{2,90})\)")
_PARTS = re.compile(r", (?:and )?|; | / | and (?=[A-Z\d])")
_FIELDS = re.compile(r",? \| |, |; | · ")
_DIRECTED = re.compile(r"(?:dir\.?|directed by|director:?|d\.|by|written and directed by|a film by) (?=[^\W\d_])", re.IGNORECASE)
_YEAR = re.compile(r"(?:18|19|20)\d\d(?:[-/–]\d{2,4})?")
_MINUTES = re.compile(r"\d{2,3} ?(?:min(?:utes|s)?\.?|'|m)")
_NO_TITLE = re.compile(
    rf"\b(?:{'|'.join(words('no_titles_in_parentheses'))})\b|^[A-Z]{{2,5}}$|^\d+$|\b(?:born|aged?|left|right|pictured|above|below|see|photo|pic)\b"
)
_ACTING = re.compile(r"\b(?:starr?\w*|cast|actors?|actress(?:es)?|plays?|played|playing|portray\w*|opposite|alongside|roles?)\b", re.IGNORECASE)
# What shows that a list of names is one of makers.
_OF_FILMS = re.compile(r"\b(?:directors|film-?makers|new wave|generation|cinema|films?|features?|debuts?|auteurs?|alumni|graduates|students)\b", re.IGNORECASE)
_OTHER_DIRECTOR = re.compile(r"\b(?:festival|artistic|casting|art|music|managing|programm?e|executive|general|musical|stage|theatre|creative|acting|deputy|museum)(?: and [a-z]+)? $", re.IGNORECASE)
_NO_FILM_BEFORE = re.compile(r"\b(?:book|novel|play|album|song|painting|poem|essay|opera|exhibition|story|novella|memoirs?|volume|collection|project|magazine),? [\"*_]?$", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:festivals?|fest|biennale|berlinale|[a-z]{0,4}iff\w*|cannes|venice|locarno|rotterdam|sundance|toronto|busan|karlovy|diary|dispatch|report|postcard|highlights|competition)\b", re.IGNORECASE)
_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUESTION, BlockKind.ANSWER)
_JOINED = (", ", " and ", ", and ", "; ")
_HEAD = 300


class Parenthesised(NamedTuple):
    """What one parenthesis ties together.

    :ivar start: where the first of its names begins
    :ivar heads: whether the film stands at the head of its line
    """

    start: int
    end: int
    films: tuple[Span, ...]
    people: tuple[Span, ...]
    relation: str
    countries: tuple[tuple[Span, str], ...] = ()
    year: str | None = None
    heads: bool = False


def film_parentheses(document: Document, text: str, lexicon: Lexicon, taken: Sequence[Span] = ()) -> Iterator[Parenthesised]:
    """The parentheses of an article that hold a film's maker, or a maker's films, in text order.

    :param text: the document's text, normalised
    :param taken: what line-ups, lists of winners and credits have read already
    """
    report = _REPORT.search(document.title or text[:_HEAD]) is not None
    alone = makers_alone(document, text, lexicon) if "(" in text else frozenset()
    for block in document.blocks:
        if block.kind not in _KINDS or "(" not in text[block.start : block.end]:
            continue
        last: Parenthesised | None = None
        for match in _PARENTHESIS.finditer(text, block.start, block.end):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            found = _film_with_maker(text, block, match, lexicon, report, match.end() - len(match["inner"]) - 2 in alone) or _maker_with_films(text, block, match, lexicon, last)
            if found is not None:
                yield found
                last = found


def _film_with_maker(text: str, block: Block, match: re.Match[str], lexicon: Lexicon, report: bool, alone: bool) -> Parenthesised | None:
    """ "Salt (Ada Doe, Norway, 2019)", "Sel (Salt, Ada Doe)", "SALT (UK, director Ada Doe)".

    :param alone: whether it stands in a list of films that gives nothing but who made each
    """
    people: list[Span] = []
    countries: list[tuple[Span, str]] = []
    year, sure, known, plain = None, alone, 0, False
    marked = MARKED_TITLE.search(text, max(block.start, match.start() - 100), match.start())
    for index, (start, end) in enumerate(_split(_FIELDS, text, match.start("inner"), match.end("inner"))):
        part = text[start:end]
        label = _DIRECTED.match(part)
        if label is not None:
            start, part, sure = start + label.end(), part[label.end() :], True
        if _YEAR.fullmatch(part) or _MINUTES.fullmatch(part):
            year, sure = part if _YEAR.fullmatch(part) else year, True
        elif found := _countries(text, start, end, lexicon):
            countries, sure = [*countries, *found], True
        elif ":" not in part and (looks := like_a_person(part, lexicon)):
            known = max(known, looks if label is None else 2)
            # "Ran Salu (Golden Robes, 1967)": what is no more than English words is as well the film's other title.
            plain = plain or (label is None and index == 0 and all(word in vocabulary() for word in part.casefold().split()))
            people += _split(re.compile(r" and | & "), text, start, end)
        elif index == 0 and _is_title(part, lexicon):
            sure = True
        else:
            return None
    if not people or (plain and not countries and not alone) or not (sure or (report and known == 2 and len(people) > 1)):
        return None
    title = marked.span("title") if marked is not None else _title_before(text, block, match.start(), lexicon, strict=not sure)
    if title is None or (known < 2 and not (countries and (year or marked)) and not alone) or _NO_FILM_BEFORE.search(text, max(block.start, title[0] - 20), title[0]):
        return None
    if marked is not None and AWARD_WORD.match(marked["title"]):
        return None
    heads = not text[block.start : title[0]].strip("*_\"' ") or (text[block.start : title[0]].rstrip().endswith((":", ".")) and title[0] - block.start < 45)
    return Parenthesised(title[0], match.end(), (title,), tuple(people), "director", tuple(countries), year, heads)


def _maker_with_films(text: str, block: Block, match: re.Match[str], lexicon: Lexicon, last: Parenthesised | None) -> Parenthesised | None:
    """ "director Ada Doe (Salt)", "Ben Roe (The Ferry, Long Grass)" behind another such."""
    before = _PERSON_BEFORE.search(text, max(block.start, match.start() - 80), match.start())
    if before is None or not like_a_person(before["name"], lexicon):
        return None
    start = before.start("name")
    follows = last is not None and last.relation != "" and text[last.end : start] in _JOINED and last.people[0][0] < last.films[0][0]
    role = (before["role"] or "").strip(" ,").lower()
    if _OTHER_DIRECTOR.search(text, max(block.start, before.start() - 30), before.start()):
        return None
    relation = relation_of(role) or (last.relation if follows and last is not None else None)
    if relation is None:
        sentence = text[max(block.start, start - 160) : match.end() + 60]
        listed = re.match(rf"(?:,| and|, and) {NAME} \(", text[match.end() : match.end() + 60]) is not None
        if not listed or like_a_person(before["name"], lexicon) < 2 or _ACTING.search(sentence) or not _OF_FILMS.search(sentence):
            return None
        relation = "director"
    films = []
    for begin, end in _split(_PARTS, text, match.start("inner"), match.end("inner")):
        title = text[begin:end]
        if _YEAR.fullmatch(title):
            continue
        if not _is_title(title, lexicon) or (like_a_person(title, lexicon) and (relation == "cast_member" or (like_a_person(title, lexicon) > 1 and (title.count(" ") == 1 or not role)))):
            return None
        if (relation == "cast_member" or role == "") and " " not in title and not follows:
            return None
        films.append((begin, end))
    if not films:
        return None
    return Parenthesised(start, match.end(), tuple(films), (before.span("name"),), relation)


def spans_taken(records: Sequence[Record], prizes: Sequence[PrizeLine], credited: Sequence[CreditBlock], filmographies: Sequence[FilmographyLine]) -> list[Span]:
    """Where line-ups, lists of winners, credits and filmographies stand."""
    lines: list[Record | PrizeLine | FilmographyLine] = [*records, *prizes, *filmographies]
    return [*((line.start, line.end) for line in lines), *(span for block in credited for span in block.read)]


def _split(sign: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    spans, position = [], start
    for match in [*sign.finditer(text, start, end), None]:
        stop = match.start() if match is not None else end
        if stop > position:
            spans.append((position, stop))
        position = match.end() if match is not None else stop
    return spans


def _countries(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """The countries that a part lists, nothing where one of its pieces is none."""
    found = []
    for begin, stop in _split(re.compile(r" ?/ ?| & |-(?=[A-Z])| and "), text, start, end):
        name = text[begin:stop]
        country = lexicon.countries.get(name) or (short_country(name) if len(name) > 1 else None)
        if country is None:
            return []
        found.append(((begin, stop), country))
    return found


def _is_title(part: str, lexicon: Lexicon) -> bool:
    if _WHOLE_TITLE.fullmatch(part) is None or _NO_TITLE.search(part) or AWARD_WORD.search(part):
        return False
    if lexicon.place(part) is not None or part in lexicon.demonyms or part in lexicon.countries or lexicon.lookup(part) or lexicon.lookup(part.removeprefix("The ")):
        return False
    return " " in part or fold(part) not in lexicon.first_names


def _title_before(text: str, block: Block, end: int, lexicon: Lexicon, *, strict: bool) -> Span | None:
    """The title that ends before a parenthesis, at the head of its line with its commas; None where it cannot be one."""
    whole = _HEAD_OF_LINE.fullmatch(text, block.start, end)
    match = whole or _BEFORE.search(text, max(block.start, end - 100), end)
    if match is None:
        return None
    start = match.start("title")
    title = match["title"]
    if (front := _FRONT.match(title)) is not None and (start == block.start or text[start - 2] in ".!?,;:"):
        start, title = start + front.end(), title[front.end() :]
    if _NO_TITLE.search(title) or AWARD_WORD.search(title) or lexicon.place(title) is not None or lexicon.lookup(title):
        return None
    if strict and " " not in title:
        return None
    return (start, end) if title and like_a_person(title, lexicon) < 2 else None
