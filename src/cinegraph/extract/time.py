"""Years that a text gives relatively ("two years ago", "a year later"), and the year and ordinal that go with a match."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_RELATIVE = re.compile(
    rf"(?<![\w-])(?:(?P<ago>{_NUMBER}) years? ago|(?P<later>{_NUMBER}) years? (?:later|afterwards?|after that|on(?=[,.;])|after(?=[,.;]))|(?P<last>last year)(?!'s)|(?P<now>this year(?!'s)|last (?:week|month|{_WEEKDAY}|night)|this (?:week|month|spring|summer|autumn|fall|winter|{_WEEKDAY})|earlier this year)"
    r"|(?P<same>(?:in |of |during )?(?:the|that) same year|(?:in |of )that year)|(?P<following>the (?:following|next) year))(?![\w-])"
)
_AFTER = re.compile(
    r"^\"?[),]?(?: [\w-]+){0,2}?,?(?: (?:in|on|of|back in|during|at the|for))? ?\(?(" + char_class("YD") + ")"
)
_BEFORE = re.compile(
    r"^(?:\W*)(?:in|on|back in|during|by) (?:(?:early|late|mid|the|spring|summer|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december|of) )*("
    + char_class("YD")
    + ")"
)
_YEAR = re.compile(char_class("YD"))
_ORDINALS = (
    ("debut", "first"), ("first", "first"), ("second", "second"), ("sophomore", "second"), ("third", "third"), ("fourth", "fourth"), ("fifth", "fifth"), ("sixth", "sixth"),
    ("seventh", "seventh"), ("eighth", "eighth"), ("ninth", "ninth"), ("tenth", "tenth"), ("graduation film", "graduation film"),
)  # fmt: skip


def relative_years(sentence: str, offset: int, now: str | None, last: str | None) -> Iterator[Node]:
    """Year nodes for relative expressions of a lower-cased sentence.

    :param offset: where the sentence begins in the article
    :param now: the year of the article
    :param last: the year that the text gave last

    >>> [node.text for node in relative_years("screened two years ago", 0, "2017", None)]
    ['2015']
    """
    if "year" not in sentence and "last " not in sentence and "this " not in sentence:
        return
    for match in _RELATIVE.finditer(sentence):
        kind = match.lastgroup
        base, step = (now, 0) if kind in ("ago", "last", "now") else (last, 0)
        if kind in ("ago", "later"):
            word = match[kind]
            step = (_WORDS.get(word) or int(word)) * (-1 if kind == "ago" else 1)
        elif kind == "last":
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


def year_in(text: str) -> str | None:
    """The four figures of a year in a date.

    >>> year_in("9 August 2017")
    '2017'
    """
    found = re.search(r"(?:1[89]|20)\d\d", text)
    return found.group() if found else None


def near_year(match: re.Match[str], abstract: AbstractSentence) -> str | None:
    """The year that stands with a match: inside it, right after it, or at the head of the sentence; None where it is not clear."""
    inside = _YEAR.findall(match.group())
    after = _AFTER.match(match.string[match.end() :])
    before = _BEFORE.match(match.string[: match.start()])
    char = inside[0] if len(inside) == 1 else after.group(1) if after else before.group(1) if before else None
    return year_in(abstract.nodes[char].text) if char else None


def ordinal_of(text: str) -> str | None:
    """Which film of a career a matched phrase says it is.

    >>> ordinal_of("his debut feature film,"), ordinal_of("her second film"), ordinal_of("his film")
    ('first feature', 'second', None)
    """
    for word, ordinal in _ORDINALS:
        if word in text and re.search(rf"\b{word}\b", text):
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
