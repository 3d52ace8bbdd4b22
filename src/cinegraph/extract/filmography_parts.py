"""What the lines and tables of filmographies have in common: a film with what it is to the one whose films they are, and what stands behind its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cinegraph.extract.film_crafts import craft_word
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.extract.text import UPPER
from cinegraph.lexicon import Lexicon

CRAFT = "@craft"
"""In the place of a relation: what the one whose films they are does in films."""
CRAFT_BESIDE = "@craft-beside"
"""The same, where somebody else directed the film."""
YEAR = r"(?:1[89]|20)\d\d"
DIRECTED_BY = re.compile(rf"\b(?:dir(?:\.|ected by|:|ector:)|d:) ?(?P<names>[{UPPER}][^()\n;–—|]{{2,80}})", re.IGNORECASE)
# "Night Bus, season 1", "Night Bus – Series 2": the title is the series'.
SEASON = re.compile(r"(?:,| [–—-])? \(?(?:seasons?|series|staffel|saison|temporada) (?:\d|one|two|three|four)\b[^()]{0,20}\)?$", re.IGNORECASE)
_NAMES = re.compile(r",? (?:and|&) |, ?|/")
_FORMS = (("short", re.compile(r"\bshort\b", re.IGNORECASE)), ("documentary", re.compile(r"\bdoc(?:umentary)?\b", re.IGNORECASE)), ("feature", re.compile(r"\bfeature(?:-length)?\b", re.IGNORECASE)))  # fmt: skip
_MINUTES = re.compile(r"\b(?P<minutes>\d{1,3}) ?(?:min\b|minutes|mins|'(?!\w))")
_ALSO = re.compile(r"\b(?:also|and)\b|\+|&", re.IGNORECASE)
_PLAYED = re.compile(r"(?:^|[\s(–—-])as (?:the |an? )?\w|\brole of\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilmographyRow:
    """A line of a filmography.

    :ivar block: the number of its block
    :ivar head: the number of the block that heads the filmography
    :ivar relations: what the film is to the one whose films they are; None where nothing tells
    :ivar directors: where the line names others who directed it
    :ivar tells: whether it says more than a title between quotation marks and its year, which is read as any line
    :ivar table: the number of the row that heads its table, if it stands in one
    :ivar others: who else had a part in it, each with the relation
    :ivar alias: where it is given under another title
    :ivar part: whom the one whose films they are plays in it
    :ivar under_craft: whether a line with a craft alone ("As editor") stands over it
    :ivar last: the number of the last block of a row whose cells stand in lines of their own
    """

    block: int
    head: int
    start: int
    end: int
    title: Span
    year: str
    relations: tuple[str, ...] | None
    directors: tuple[Span, ...] = ()
    forms: tuple[str, ...] = ()
    minutes: str = ""
    tells: bool = True
    table: int = -1
    others: tuple[tuple[str, Span], ...] = ()
    alias: Span | None = None
    last: int = -1
    part: str = ""
    under_craft: bool = False


def trimmed(said: str, span: Span) -> Span:
    """A stretch of a line without the signs and marks at its ends."""
    start, end = span
    while start < end and said[start] in " \"“*_,;:–—-|":
        start += 1
    while end > start and said[end - 1] in " \"”*_,;:.–—-|":
        end -= 1
    return start, end


def without_season(said: str, span: Span) -> Span:
    """A title without the season that stands behind it.

    >>> without_season("Night Bus, season 1 (2020)", (0, 19))
    (0, 9)
    """
    season = SEASON.search(said, *span)
    return (span[0], season.start()) if season is not None and season.start() > span[0] else span


def moved(span: Span, by: int) -> Span:
    """A span further on."""
    return span[0] + by, span[1] + by


def people_in(said: str, start: int, end: int, offset: int, lexicon: Lexicon) -> Iterator[Span]:
    """Where the people of a list stand, up to the first part that is no name.

    :param offset: what is added to each
    """
    position = start
    for sign in [*_NAMES.finditer(said, start, end), None]:
        stop = sign.start() if sign else end
        first, last = trimmed(said, (position, stop))
        if like_a_person(said[first:last], lexicon) > 0:
            yield first + offset, last + offset
        elif first < last:
            return
        position = sign.end() if sign else stop


def relations_told(over: tuple[str, ...] | None, notes: str, directed: bool) -> tuple[str, ...] | None:
    """What a film is to whose films they are, by the craft over the line and the words behind the title."""
    notes = DIRECTED_BY.sub(" ", notes)
    said = [match for match in craft_word().finditer(notes) if match.lastgroup not in ("other", None)]
    other = any(match.lastgroup == "other" for match in craft_word().finditer(notes))
    crafts = tuple(dict.fromkeys(match.lastgroup or "" for match in said))
    if _PLAYED.search(notes) and not crafts and over in (None, ("cast_member",)):
        return ("cast_member",)
    if crafts and crafts != ("cast_member",) and over is not None:
        return tuple(dict.fromkeys((*over, *(crafts if _ALSO.search(notes) else ()))))
    if crafts and over is None:
        return (CRAFT, *crafts) if re.search(r"\balso\b|\+", notes) else crafts
    if over is None and (other or directed):
        return (CRAFT_BESIDE,) if directed else ()
    return over


def forms_in(notes: str) -> tuple[str, ...]:
    """The form that notes give a film."""
    return tuple(form for form, words in _FORMS if words.search(notes))[:1]


def minutes_in(notes: str) -> str:
    """The length that notes give a film, in minutes."""
    told = _MINUTES.search(notes)
    return told["minutes"] if told else ""
