"""Dates as newspapers print them, read into ISO 8601; and the line of an article that says when it appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:18|19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:[T,]?\s*(?:(?:at|à)\s+|@\s*)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,4})?)?"
)
_FULL = "|".join(
    [
        rf"{_YEAR.format('y1')}[-/.](?P<n1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)",
        rf"{_WEEKDAY}{_DAY.format('d2')}(?:\s+of)?\s+{_MONTH.format('m2')},?\s+{_YEAR.format('y2')}",
        rf"{_WEEKDAY}{_MONTH.format('m3')}\s+{_DAY.format('d3')},?\s+{_YEAR.format('y3')}",
        rf"(?P<d4>\d{{1,2}})\.\s?(?P<n4>\d{{1,2}})\.\s?{_YEAR.format('y4')}",
    ]
)
_DATE = re.compile(rf"(?:{_FULL}){_TIME}", re.IGNORECASE)
_VAGUE = re.compile(
    rf"{_MONTH.format('m')},?\s+{_YEAR.format('y')}|{_YEAR.format('y5')}(?:-(?P<n5>0[1-9]|1[0-2]))?", re.IGNORECASE
)
_SAID = (
    r"(?:(?:(?:first\s+)?(?:published|posted|released|created)|(?:last\s+)?updated|date)"
    r"(?:\s+(?:on|at))?\s*:?\s*)?"
)
# A page that is copied may lose the blank between who wrote and when ("By our correspondent in Oslo3 May 2031").
_WHO = (
    r"(?:(?:by|text:?|words:?)\s+[^|·•\d]{3,60}?\s*(?:[|·•,—–-]|\bon\b|(?<=[^\W\d_])(?=\d)|\s(?=\d))\s*"
    r"|[^|·•\d]{3,40}?\s*[|·•]\s*)?"
)
_MORE = r"(?:\s+by\s+[^|·•]{2,40})?(?:\s*[|·•].{0,80})?"
_DATELINE = re.compile(rf"[(\[*_]*{_WHO}{_SAID}(?:{_FULL}){_TIME}[)\]*_.]*{_MORE}", re.IGNORECASE)
_NEWSWIRE = re.compile(
    rf"[*_(]*[A-Z][A-Z .'’-]{{2,40}}(?:,\s[\w .]{{2,30}}?)?,?\s\(?(?i:{_FULL})\)?[*_]*\s*[–—-]{{1,2}}\s"
)
_ANY_YEAR = re.compile(r"(?:18|19|20)\d\d")
_LAST_UPDATED = re.compile(r"(?:last\s+)?updated", re.IGNORECASE)
_AT_TOP, _AT_BOTTOM = 15, 8
_LONGEST_NEWSWIRE = 120


def iso_date(text: str) -> str | None:
    """A date as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None where it is none, or could be two (``05/06/2019``).

    >>> iso_date("5 June 2019"), iso_date("June 2019"), iso_date("31 June 2019"), iso_date("05/06/2019")
    ('2019-06-05', '2019-06', None, None)
    """
    text = text.strip()
    full = _DATE.fullmatch(text)
    if full:
        return _iso(full)
    vague = _VAGUE.fullmatch(text)
    if not vague:
        return None
    if vague["m"]:
        return f"{vague['y']}-{_month(vague['m']):02}"
    return f"{vague['y5']}-{vague['n5']}" if vague["n5"] else vague["y5"]


def is_dateline(line: str) -> str | None:
    """The date of a line that is nothing but a date, or a byline with one; None for any other line.

    >>> is_dateline("Posted on July 5, 2023"), is_dateline("It opened on July 5, 2023")
    ('2023-07-05', None)
    """
    if len(line) > 140 or not _ANY_YEAR.search(line):
        return None
    match = _DATELINE.fullmatch(line)
    return _iso(match) if match else None


def newswire_date(paragraph: str) -> str | None:
    """The date of a press release's first words: its place in capitals, its date, a dash.

    >>> newswire_date("OSLO, April 2, 2031 – The festival has begun."), newswire_date("Oslo, 2 April 2031 – it began.")
    ('2031-04-02', None)
    """
    match = _NEWSWIRE.match(paragraph[:_LONGEST_NEWSWIRE])
    return _iso(match) if match else None


def dateline(lines: Sequence[str]) -> str | None:
    """When an article appeared, from a dateline among its first or last lines; "updated" counts only if alone.

    :param lines: its lines that are not blank
    """
    updated = None
    near = list(lines[:_AT_TOP]) + list(lines[max(_AT_TOP, len(lines) - _AT_BOTTOM) :])
    for line in near:
        found = is_dateline(line) or newswire_date(line)
        if found and not _LAST_UPDATED.search(line):
            return found
        updated = updated or found
    return updated


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    for form in "1234":
        if groups[f"y{form}"]:
            month = groups.get(f"n{form}") or _month(groups[f"m{form}"])
            try:
                return date(int(groups[f"y{form}"]), int(month), int(groups[f"d{form}"])).isoformat()
            except ValueError:
                return None
    return None
