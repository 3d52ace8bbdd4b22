"""What trade papers say after "Production:" over their credits: "(Norway-Latvia) A Lamp Films, Blue Door production, in co-production with NRK"."""

from __future__ import annotations

import re
from typing import NamedTuple

from cinegraph.extract.line_fields import Span
from cinegraph.extract.row_facts import countries_in
from cinegraph.lexicon import Lexicon

_SAID = re.compile(
    r"\s*(?:\((?P<countries>[^()]{2,80})\)\s*)?(?:(?i:an? |the )?(?P<presenters>[^.;()]{3,160}?) presentation,? (?:of|in association with) )?(?i:an? |the )?(?P<companies>[^.;()]{3,200}?) (?:(?:co-?)?production|presentation)s?"
    r"(?:,? (?:in (?:co-?production|association|collaboration) with|with) (?P<others>[^.;()]{2,160}))?(?=[.;(]|\s*$)"
)
_SIGN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+(?=[A-ZÀ-Þ])")


class Production(NamedTuple):
    """Where a film was made and by whom.

    :ivar countries: where each is named, and which it is
    :ivar companies: where each is named
    :ivar end: where what has been read ends in the value
    """

    countries: list[tuple[Span, str]]
    companies: list[Span]
    end: int


def production_of(value: str, offset: int, lexicon: Lexicon) -> Production | None:
    """A value read as such a statement; None where it is a bare list of companies.

    :param offset: where the value begins in the article

    >>> from cinegraph.lexicon import load_lexicon
    >>> said = "(Norway-Latvia) A Lamp Films, Blue Door production, in co-production with NRK."
    >>> found = production_of(said, 0, load_lexicon())
    >>> [country for _, country in found.countries], [said[start:end] for start, end in found.companies]
    (['Norway', 'Latvia'], ['Lamp Films', 'Blue Door', 'NRK'])
    """
    match = _SAID.match(value)
    if match is None:
        return None
    countries = (
        countries_in(offset + match.start("countries"), match["countries"], lexicon) if match["countries"] else []
    )
    companies: list[Span] = []
    for group in ("presenters", "companies", "others"):
        begin = match.start(group)
        for sign in [*_SIGN.finditer(value, *match.span(group)), None] if match[group] else ():
            stop = sign.start() if sign is not None else match.end(group)
            name = value[begin:stop].strip()
            if not name or not (name[0].isupper() or name[0].isdigit()):
                return None
            companies.append((offset + begin, offset + begin + len(name)))
            begin = sign.end() if sign is not None else stop
    return Production(countries, companies, match.end())
