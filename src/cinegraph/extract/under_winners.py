"""The lines under a winner of a list, and what they say of its film: who made it, with which companies, where and when."""

from __future__ import annotations

import re

from cinegraph.extract.credit_lines import Credits, credits_of, facts_of
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import DIRECTOR_LABEL, OTHER_LABEL, Line, Span, fields_of
from cinegraph.extract.row_facts import Row, cased, is_fact, people_of
from cinegraph.extract.rows import goes_on
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary

CREDIT = re.compile(
    rf"(?:{DIRECTOR_LABEL.pattern}|{OTHER_LABEL.pattern})(?<=: )"
    r"|[*_]*(?:co-?)?(?:directed|produced|written|supported|funded|financed|backed|distributed|edited|shot|photographed) by\b",
    re.IGNORECASE,
)
"""A line that begins as credits do."""
DIRECTED = re.compile(rf"[*_]*(?:(?:written and )?directed by\b|{DIRECTOR_LABEL.pattern}(?<=: ))", re.IGNORECASE)
"""A line that says who directed a film."""
_PRODUCED = re.compile(r"[*_]*(?:co-?)?produced by:? (?P<names>.{2,300})", re.IGNORECASE)
_BESIDE = re.compile(r"\s*[,;/]\s*|\s+(?:and|&|with|in (?:co-?production|association|collaboration) with)\s+")
# "Hill Films (NO)"
_WHENCE = re.compile(r"\s*\([^()]{2,30}\)$")
_COMPANY = re.compile(
    r"[A-Z]{2,7}|(?:Studio|Les Films|Atelier) .+|[A-Z0-9].*\b(?i:films?|productions?|pictures|filmproduktion|studios?|media|entertainment|company|cinema|group|house|gmbh|ltd|inc|kft|doo|d\.o\.o|ag|oy|as|aps|srl|sarl)\.?"
)
_BY = re.compile(r"(?:a film |film )?(?:by|from|dir\.) ", re.IGNORECASE)


def told_under(line: Line, film: Span, above: str, lexicon: Lexicon) -> Credits | None:
    """What a line under a winner says of its film; None where it says something else.

    :param film: where the film's title stands
    :param above: the title
    """
    if (produced := _PRODUCED.fullmatch(line.text)) is not None and (found := _companies(line, produced, lexicon)):
        return found
    more = credits_of(line, lexicon) or facts_of(line, lexicon)
    if more is not None:
        return more
    row = Row(film, marked=False)
    if goes_on(line, row, lexicon):
        return Credits(line.start, line.end, row.people, [], {}, row.countries, row.year, row.minutes)
    made = _made_by(line, lexicon) or maker_below_capitals(line, above, lexicon)
    if made is not None:
        return made
    return Credits(line.start, line.end) if CREDIT.match(line.text) else None


def _made_by(line: Line, lexicon: Lexicon) -> Credits | None:
    """What a line says that begins with who made a film, and goes on with where it is from ("by Ada Doe", "Ada Doe, Norway, 95 min")."""
    by = _BY.match(line.text)
    parts = list(fields_of(line, by.end() if by else 0))
    row = Row((line.start, line.start), marked=False)
    people = [span for span, _ in people_of(parts[0], 0, lexicon)] if parts else []
    if not people or not (by or len(parts) > 1) or not all(is_fact(part, row, lexicon) for part in parts[1:]):
        return None
    directed = [("director", span) for span in people]
    return Credits(line.start, line.end, directed, [], {}, row.countries, row.year, row.minutes)


def maker_below_capitals(line: Line, above: str, lexicon: Lexicon) -> Credits | None:
    """Who directed a film, where a title in capitals stands over a name that is not ("NIGHT BUS", "Ada DOE")."""
    if not above.isupper() or line.text.isupper() or line.text.split(" ", 1)[0][2:].isupper() or lexicon.lookup(line.text):
        return None
    parts = list(fields_of(line, 0))
    people = [span for span, _ in people_of(parts[0], 0, lexicon)] if len(parts) == 1 else []
    return Credits(line.start, line.end, [("director", span) for span in people]) if people else None


def _companies(line: Line, produced: re.Match[str], lexicon: Lexicon) -> Credits | None:
    """The companies that a line "Produced by …" names; None where one of them is somebody."""
    found: list[tuple[str, Span]] = []
    names: list[str] = []
    position = produced.start("names")
    for match in [*_BESIDE.finditer(produced["names"]), None]:
        stop = produced.start("names") + match.start() if match else produced.end("names")
        name = _WHENCE.sub("", line.text[position:stop].rstrip(" .*_"))
        if name.startswith("the "):
            position, name = position + 4, name[4:]
        if not name[:1].isupper() and not name[:1].isdigit():
            return None
        names.append(name)
        found.append(("production_company", (line.start + position, line.start + position + len(name))))
        position = produced.start("names") + match.end() if match else stop
    return Credits(line.start, line.end, companies=found) if _are_companies(names, lexicon) else None


def _are_companies(names: list[str], lexicon: Lexicon) -> bool:
    """Whether names are those of companies: a word in one of them says so, or none of them looks like somebody's."""
    looks = max(like_a_person(cased(name), lexicon) for name in names)
    return looks == 0 or (looks == 1 and any(_COMPANY.fullmatch(name) or _is_plain(name) for name in names))


def _is_plain(name: str) -> bool:
    """Whether a name is made of plain English words ("Free Film Project")."""
    return all(word.casefold() in vocabulary() for word in name.split())
