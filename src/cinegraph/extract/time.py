"""Years that a text gives relatively ("two years ago", "a year later"), and the year and ordinal that go with a match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.asides import relative_clauses
from cinegraph.extract.nodes import AbstractSentence, Node, char_class

_WORDS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_NUMBER = r"(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten)"
_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_SPAN = r"(?:years?|decades?)"
_SEASON = "spring|summer|autumn|fall|winter"
_TWELVE = r"(?:twelve|12) months"
_NEXT_SUBJECT = r"(?=[,.;]| (?:came|he|she|they|it|his|her|their)\b)"
_RELATIVE = re.compile(
    rf"(?<![\w-])(?:(?P<ago>{_NUMBER} {_SPAN}|{_TWELVE}) ago|(?P<later>{_NUMBER} {_SPAN}|{_TWELVE}) (?:later|afterwards?|after that|(?:on|after){_NEXT_SUBJECT})"
    rf"|(?P<earlier>{_NUMBER} {_SPAN}|{_TWELVE}) (?:earlier|before(?=[,.;]))"
    rf"|(?P<last>last year)(?!'s)|(?P<now>this year(?!'s)|last (?:week|month|{_WEEKDAY}|night)|this (?:week|month|spring|summer|autumn|fall|winter|{_WEEKDAY})|earlier this year)"
    rf"|(?P<same>(?:in |of |during )?(?:the|that) same (?:year|spring|summer|autumn|fall|{_MONTH})|(?:in |of )that year|(?:in |of )?that (?:{_SEASON}|{_MONTH})(?=[,.;]|$| (?:he|she|they|it|the|his|her|their)\b)"
    rf"|^(?:in |of )?that (?!may\b)(?:{_SEASON}|{_MONTH})(?! (?:school|camp|holiday|festival|season|night|day|morning|evening)\b))"
    rf"|(?P<following>the (?:following|next) (?:year|{_SEASON}|{_MONTH})|the year after(?=[,.;:]|$))"
    rf"|(?P<previous>the (?:previous|preceding) year|the year before(?=[,.;:]|$)))(?![\w-])"
)
_UNITS = f"year|years|decade|decades|week|month|months|night|{_SEASON}"
RELATIVE_UNITS = frozenset(f"{_UNITS}|{_WEEKDAY}|{_MONTH}".split("|"))
"""The words of which one stands in every relative expression."""
_AFTER_FILM = re.compile(rf"(?<![\w-])({_NUMBER}) ({_SPAN}) (after|before) (?:the |his |her |their )?[\"*_]*$")
_AFTER = re.compile(
    r"^\"?[),]?(?: (?!(?:and|but|while|then)\b)[\w-]+){0,2}?,?(?: (?:in|on|of|back in|during|at the|for))? ?\(?(" + char_class("YD") + ")"
)
_BEFORE = re.compile(
    r"^(?:\W*)(?:in|on|back in|during|by) (?:(?:early|late|mid|the|spring|summer|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december|of) )*("
    + char_class("YD")
    + ")"
)
_YEAR = re.compile(char_class("YD"))
# "A state prize in 1994 and the Golden Bear": the year is that of the first.
_OF_ANOTHER = re.compile(rf"{char_class('YD')},? and (?:the|an?|his|her) {char_class('A')}$")
# "Ada Doe, born in Oslo in 1989, graduated from FAMU": not in that year.
_BORN_THEN = re.compile(rf"\bborn\b[^;.]{{0,60}}?{char_class('YD')},")
_ORDINALS = (
    ("debut", "first"), ("first", "first"), ("second", "second"), ("sophomore", "second"), ("third", "third"), ("fourth", "fourth"), ("fifth", "fifth"), ("sixth", "sixth"),
    ("seventh", "seventh"), ("eighth", "eighth"), ("ninth", "ninth"), ("tenth", "tenth"), ("graduation film", "graduation film"),
)  # fmt: skip


def relative_years(
    sentence: str, offset: int, now: str | None, last: str | None, given: Sequence[tuple[int, str]] = ()
) -> Iterator[Node]:
    """Year nodes for relative expressions of a lower-cased sentence.

    :param offset: where the sentence begins in the article
    :param now: the year of the article
    :param last: the year that the text gave last before the sentence
    :param given: the years that the sentence itself gives, each with where it stands in the article

    >>> [node.text for node in relative_years("screened two years ago", 0, "2017", None)]
    ['2015']
    """
    for match in _RELATIVE.finditer(sentence):
        kind = match.lastgroup
        before = [year for place, year in given if place < offset + match.start()]
        base, step = (now, 0) if kind in ("ago", "last", "now") else (before[-1] if before else last, 0)
        if kind in ("ago", "later", "earlier"):
            step = _years(match[kind].split()[0], match.group()) * (1 if kind == "later" else -1)
        elif kind in ("last", "previous"):
            step = -1
        elif kind == "following":
            step = 1
        if base is None:
            continue
        yield Node(
            "Y",
            offset + match.start(),
            offset + match.end(),
            str(int(base) + step),
            note=f"“{match.group()}” counted from {base}",
        )


def _years(number: str, phrase: str) -> int:
    return 1 if "month" in phrase else (_WORDS.get(number) or int(number)) * (10 if "decade" in phrase else 1)


def years_after_films(text: str, start: int, end: int, films: Sequence[Node]) -> Iterator[Node]:
    """Year nodes for "two years after F" where the article gives the year of F in parentheses.

    :param text: the article, normalised, of which ``text[start:end]`` is the sentence
    """
    for film in films:
        match = _AFTER_FILM.search(text[start : film.start].lower())
        if match is None:
            continue
        dated = re.search(
            rf"{re.escape(text[film.start : film.end])}[\"*_]*,? ?\((?:[^()]{{1,60}}, )?((?:19|20)\d\d)\b", text
        )
        if dated is not None:
            step = _years(match.group(1), match.group(2)) * (1 if match.group(3) == "after" else -1)
            place = start + match.start()
            note = f"“{match.group().strip()} {film.text}” counted from {dated.group(1)}"
            yield Node(
                "Y",
                place,
                place + len(match.group(1)) + 1 + len(match.group(2)),
                str(int(dated.group(1)) + step),
                note=note,
            )


def year_in(text: str) -> str | None:
    """The four figures of a year in a date.

    >>> year_in("9 August 2017")
    '2017'
    """
    found = re.search(r"(?:1[89]|20)\d\d", text)
    return found.group() if found else None


def _without_relative_clauses(match: re.Match[str]) -> str:
    """The matched words without the relative clauses in their middle, whose years are their own."""
    start, end = match.span()
    words = match.group()
    for begin, stop in reversed(relative_clauses(match.string)):
        if start < begin and stop < end:
            words = words[: begin - start] + words[stop - start :]
    return words


def near_year(match: re.Match[str], abstract: AbstractSentence) -> str | None:
    """The year that stands with a match: inside it, right after it, or at the head of the sentence; None where it is not clear."""
    words = _without_relative_clauses(match)
    inside = [] if _OF_ANOTHER.search(words) else _YEAR.findall(_BORN_THEN.sub(" ", words))
    after = _AFTER.match(match.string[match.end() :])
    before = _BEFORE.match(match.string[: match.start()])
    _, sign, clause_before = match.string[: match.start()].rpartition(";")
    clause = _YEAR.findall(clause_before) if sign else []
    opening = _YEAR.match(match.string)
    counted = opening.group() if opening and abstract.nodes[opening.group()].note else None
    head = clause[-1] if clause else before.group(1) if before else counted
    char = inside[0] if len(inside) == 1 else after.group(1) if after else head
    return year_in(abstract.nodes[char].text) if char else None


def ordinal_of(text: str) -> str | None:
    """Which film of a career a matched phrase says it is.

    >>> ordinal_of("his debut feature film,"), ordinal_of("her second film"), ordinal_of("his film")
    ('first feature', 'second', None)
    """
    for word, ordinal in _ORDINALS:
        # "Her second film since F" counts from F.
        if word in text and re.search(rf"\b{word}\b(?!.*\b(?:since|after|following)\b)", text):
            feature = ordinal == "first" and (word == "debut" or "feature" in text)
            return f"{ordinal} feature" if feature and "short" not in text else ordinal
    return None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def iso_date(text: str) -> str:
    """A date as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; what is none, or is told two ways ("3/4/1970"), stays as it is.

    >>> iso_date("13 October 1961"), iso_date("March 8th, 1970"), iso_date("May 1970"), iso_date("1970")
    ('1961-10-13', '1970-03-08', '1970-05', '1970')
    """
    lowered = text.lower()
    year = re.search(r"(?:1[89]|20)\d\d", lowered)
    month = re.search("|".join(_MONTHS), lowered)
    if year is None or month is None:
        return text
    day = re.search(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)", lowered.replace(year.group(), ""))
    parts = [year.group(), f"{_MONTHS.index(month.group()) + 1:02}", *([f"{int(day.group(1)):02}"] if day else [])]
    return "-".join(parts)
