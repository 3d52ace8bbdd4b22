"""What trade papers say after "Production:" over their credits: "(Norway-Latvia) A Lamp Films, Blue Door production, in co-production with NRK"."""

from __future__ import annotations

import re
from typing import NamedTuple

from cinegraph.extract.line_fields import Span
from cinegraph.extract.row_facts import countries_in
from cinegraph.lexicon import Lexicon

_SAID = re.compile(
    r"\s*(?:\((?P<countries>[^()]{2,80})\)\s*)?(?:(?i:an? |the )?(?P<presenters>[^.;()]{3,160}?) presentation,? (?:of|in association with) )?(?i:an? |the )?(?P<companies>[^.;()]{3,200}?) (?:(?:(?:co-?)?production|presentation)s?(?: and )?)+"
    r"(?:,? (?:in (?:co-?production|association|collaboration) with|with) (?P<others>[^.;()]{2,160}))?(?=[.;(]|\s*$)"
)
# "A Lamp Films (in France) release of a Blue Door production."
_RELEASE = re.compile(r"\W*An? (?P<distributor>[A-Z][^.;()]{1,60}?)(?: \([^()]{2,30}\))? release(?: \([^()]{2,30}\))?(?:,? (?:of|and) |\W*$)")
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


def released_by(said: str, offset: int, lexicon: Lexicon) -> list[tuple[str, Span]]:
    """The companies that trade papers name before the credits, each with its relation to the film; none where something else is said.

    :param offset: where it begins in the article

    >>> from cinegraph.lexicon import load_lexicon
    >>> said = "A Lamp Films (in France) release of a Blue Door presentation and production. "
    >>> [(relation, said[start:end]) for relation, (start, end) in released_by(said, 0, load_lexicon())]
    [('distributor', 'Lamp Films'), ('production_company', 'Blue Door')]
    """
    release = _RELEASE.match(said)
    begin = release.end() if release is not None else 0
    made = production_of(said[begin:], offset + begin, lexicon) if said[begin : begin + 2].lower() in ("a ", "an") else None
    if (release is None and made is None) or (made is None and said[begin:].strip(" .(")):
        return []
    if made is not None and said[begin + made.end :].strip(" .("):
        return []
    found = [("production_company", span) for span in made.companies] if made is not None else []
    if release is not None:
        span = (offset + release.start("distributor"), offset + release.end("distributor"))
        found.insert(0, ("distributor", span))
    return found
