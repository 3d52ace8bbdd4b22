"""Times as articles give them ("2019", "the 1990s", "about 2010", "spring 2022"), as day bounds and as EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}
_YEAR = r"(?P<year>[12][0-9]{3})"
_VAGUE = re.compile(r"^(?:about|around|circa|ca\.?|c\.)\s*(?P<rest>.+)$")
_DAY = re.compile(rf"^{_YEAR}-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?$")
_DECADE = re.compile(r"^(?:the\s+)?(?P<decade>[12][0-9]{2})0s$")
_RANGE = re.compile(rf"^(?:from\s+|between\s+)?{_YEAR}\s*(?:-|–|/|to|and)\s*(?P<last>[12][0-9]{{3}}|[0-9]{{2}})$")
_SEASON = re.compile(rf"^(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}$")
_MONTH = re.compile(rf"^(?P<name>{'|'.join(_MONTHS)}),?\s+{_YEAR}$")


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day a time may mean, as ``YYYY-MM-DD``, and its EDTF form where it is vague."""

    earliest: str
    latest: str
    edtf: str | None = None


def period_of(value: str) -> Period | None:
    """The days that a time may mean; None where it is no time this module knows.

    Source: Extended Date/Time Format, levels 0 and 1 (https://www.loc.gov/standards/datetime/).

    >>> period_of("2019"), period_of("1991-01-25").earliest
    (Period(earliest='2019-01-01', latest='2019-12-31', edtf=None), '1991-01-25')
    >>> [period_of(text).edtf for text in ("about 2010", "2010?", "the 1990s", "2010-12", "2001–2004", "spring 2022")]
    ['2010~', '2010?', '199X', None, '2001/2004', '2022-21']
    """
    text = " ".join(value.split()).casefold()
    if text.endswith("?"):
        return _marked(text[:-1], "?")
    if match := _VAGUE.match(text):
        return _marked(match["rest"], "~")
    return _exact(text)


def _marked(text: str, mark: str) -> Period | None:
    period = _exact(text.strip())
    if period is None or "/" in (period.edtf or ""):
        return period
    return Period(period.earliest, period.latest, (period.edtf or text.strip()) + mark)


def _exact(text: str) -> Period | None:
    if re.fullmatch(_YEAR, text):
        return _months(int(text), 1, int(text), 12)
    if match := _DAY.match(text):
        return _day(int(match["year"]), int(match["month"]), match["day"])
    if match := _DECADE.match(text):
        first = int(match["decade"]) * 10
        return _months(first, 1, first + 9, 12, f"{match['decade']}X")
    if match := _RANGE.match(text):
        return _range(match["year"], match["last"])
    if match := _SEASON.match(text):
        return _season(match["season"], int(match["year"]))
    if match := _MONTH.match(text):
        month = _MONTHS.index(match["name"]) + 1
        return _months(int(match["year"]), month, int(match["year"]), month, f"{match['year']}-{month:02}")
    return None


def _day(year: int, month: int, day: str | None) -> Period | None:
    if day is None:
        return _months(year, month, year, month)
    if int(day) > monthrange(year, month)[1]:
        return None
    return Period(f"{year:04}-{month:02}-{day}", f"{year:04}-{month:02}-{day}")


def _range(first: str, last: str) -> Period | None:
    end = first[:2] + last if len(last) == 2 else last
    return _months(int(first), 1, int(end), 12, f"{first}/{end}") if int(end) >= int(first) else None


def _season(name: str, year: int) -> Period:
    code, month = _SEASONS[name]
    # a winter runs into the next year
    last_year, last_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return _months(year, month, last_year, last_month, f"{year}-{code}")


def _months(year: int, month: int, last_year: int, last_month: int, edtf: str | None = None) -> Period:
    last_day = monthrange(last_year, last_month)[1]
    return Period(f"{year:04}-{month:02}-01", f"{last_year:04}-{last_month:02}-{last_day:02}", edtf)
