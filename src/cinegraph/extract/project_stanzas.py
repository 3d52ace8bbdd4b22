"""Films as the news of funds and markets lists them: a title with its countries or its grant, and below "Directed by", "Produced by", "Supported by" and the sum.

"Night Bus / Nattbuss (Norway, Latvia) 150,000 EUR", below it "Directed by Ada Doe (Norway)" and "Production Companies: Lamp Films (Norway)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cinegraph.extract.credit_lines import called_as_companies_are, facts_of
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.row_facts import cased, countries_in
from cinegraph.extract.word_lists import expressions
from cinegraph.lexicon import Lexicon

_AMOUNT = rf"(?:(?:{expressions('currency')}) ?)?\d{{1,3}}(?:[ .,]\d{{3}}){{0,3}}(?: ?(?:{expressions('currency')}|m|million))*"
_KIND = rf"(?:{expressions('kind_of_project')})"
_TITLE = re.compile(
    rf"(?:\d{{1,3}}[.)] +)?[\"*_“]{{0,2}}(?P<title>[^\W_a-z][^()\n\"“”]{{0,90}}?)[\"*_“”]{{0,2}}(?: ?/ ?(?P<other>[^()/\n]{{1,90}}?))?(?i:,? [–—-] ?(?:working title|w\.t\.))?"
    rf"(?: ?\((?P<countries>[^()\n\d]{{2,120}})\))?(?P<amount>(?i:[ ,:–—-]{{1,3}}\(?{_AMOUNT}\)?))?(?i:[ ,–—-]{{1,3}}\(?{_KIND}\)?)?[ .]*"
)
_DIRECTED = re.compile(r"(?:(?:written and )?directed by:? |(?:director|dir\.?)(?: ?(?:and|/|&) ?(?:writer|screenwriter))?s?(?:\(s\))?: ?)(?P<names>\S.{2,160})", re.IGNORECASE)
_MADE = re.compile(
    r"(?:(?P<by>co-?produced by|produced by|(?:co-?)?producers?(?:\(s\))?)|(?P<company>(?:main )?production(?: compan(?:y|ies))?|co-?production(?: compan(?:y|ies))?|produced through))(?::| by| (?=[A-ZÀ-Þ\d])) ?(?P<names>\S.*)",
    re.IGNORECASE,
)
_OTHER = re.compile(rf"(?:{expressions('under_projects')})\b.*|\(?{_AMOUNT}\)?[ .]*|\(?{_KIND}\)?[ .]*", re.IGNORECASE)
_SIGN = re.compile(r"\s*[,;/](?![^()]*\))\s*|\s+and\s+(?=[A-ZÀ-Þ\d])(?![^()]*\))")
_NAME = re.compile(r"(?P<name>[^()]{2,60}?)\s*(?:\((?P<inside>[^()]{2,60})\))?[ .]*")
_PARTNERS = re.compile(r",? (?:in (?:co-?production|association|collaboration) with|with the support of) ")
_LEAST = 2


@dataclass(slots=True)
class Project:
    """One film of such a list.

    :ivar title: where its title stands
    :ivar people: for each relation of a film those who are named
    :ivar companies: the companies that make it
    """

    title: Span
    start: int
    end: int
    people: list[tuple[str, Span]] = field(default_factory=list)
    companies: list[Span] = field(default_factory=list)
    countries: list[tuple[Span, str]] = field(default_factory=list)
    read: list[Span] = field(default_factory=list)
    told: bool = False


def find_projects(lines: Sequence[Line], lexicon: Lexicon) -> list[Project]:
    """The films that lines list so; nothing where there are fewer than two with countries, a sum or companies.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> said = ["Night Bus / Nattbuss (Norway)", "Directed by Ada Doe", "Salt (Latvia) 40,000 EUR", "Directed by Ilze Kalna"]
    >>> lines = [Line(100 * n, 100 * n + len(text), text, False, BlockKind.PARAGRAPH) for n, text in enumerate(said)]
    >>> [(project.title, project.countries[0][1]) for project in find_projects(lines, load_lexicon())]
    [((0, 9), 'Norway'), ((200, 204), 'Latvia')]
    """
    found: list[Project] = []
    for index in range(1, len(lines)):
        directed = _DIRECTED.fullmatch(lines[index].text)
        title = _TITLE.fullmatch(lines[index - 1].text) if directed is not None else None
        if directed is None or title is None or facts_of(lines[index - 1], lexicon) is not None:
            continue  # over "Norway, 2021, 90 min" stands the title
        project = _project(lines[index - 1], title, lexicon)
        project.people = [("director", span) for span, _ in _names(lines[index], directed, lexicon) or ()]
        project.read.append((lines[index].start, lines[index].end))
        project.end = lines[index].end
        _read_below(lines, index + 1, project, lexicon)
        found.append(project)
    sure = [project for project in found if project.people and project.told]
    return sure if len(sure) >= _LEAST else []


def _project(line: Line, match: re.Match[str], lexicon: Lexicon) -> Project:
    title = match["title"].rstrip(" ,:–—-")
    start = line.start + match.start("title")
    project = Project((start, start + len(title)), line.start, line.end, read=[(line.start, line.end)])
    if match["countries"]:
        project.countries = countries_in(line.start + match.start("countries"), match["countries"], lexicon)
    project.told = bool(project.countries or match["amount"])
    return project


def _read_below(lines: Sequence[Line], index: int, project: Project, lexicon: Lexicon) -> None:
    """Read the lines under who directs, as far as they are of the same film."""
    for below in range(index, len(lines)):
        line = lines[below]
        made = _MADE.fullmatch(line.text)
        if made is None and _OTHER.fullmatch(line.text) is None:
            return
        if below + 1 < len(lines) and _DIRECTED.fullmatch(lines[below + 1].text) and made is None:
            return  # "12,000" may be a title
        if made is not None:
            _take_makers(line, made, project, lexicon)
        project.told = True
        project.read.append((line.start, line.end))
        project.end = line.end


def _take_makers(line: Line, made: re.Match[str], project: Project, lexicon: Lexicon) -> None:
    """Take in who makes a film: companies after their label, or where their names or the countries beside them say so, else people."""
    named = list(_names(line, made, lexicon, people=False) or ())
    companies = [_is_company(line.text[a - line.start : b - line.start], inside, lexicon) for (a, b), inside in named]
    known = [like_a_person(cased(line.text[a - line.start : b - line.start]), lexicon) > 1 for (a, b), _ in named]
    for (span, _), company, person in zip(named, companies, known, strict=True):
        name = line.text[span[0] - line.start : span[1] - line.start]
        if made["company"] or company or (any(companies) and not person) or " " not in name:
            project.companies.append(span)
        elif person or (any(known) and not any(companies)):
            project.people.append(("producer", span))


def _is_company(name: str, inside: str | None, lexicon: Lexicon) -> bool:
    beside = inside is not None and bool(countries_in(0, inside, lexicon)) and like_a_person(cased(name), lexicon) < 2
    return beside or called_as_companies_are(name, lexicon)


def _names(line: Line, match: re.Match[str], lexicon: Lexicon, *, people: bool = True) -> Iterator[tuple[Span, str | None]] | None:
    """Where each name of a value stands, with what stands in parentheses behind it; None where one is nobody's."""
    found: list[tuple[Span, str | None]] = []
    begin, end = match.span("names")
    if (partners := _PARTNERS.search(line.text, begin)) is not None:
        end = partners.start()
    for sign in [*_SIGN.finditer(line.text, begin, end), None]:
        stop = sign.start() if sign is not None else end
        piece = _NAME.fullmatch(line.text, begin, stop)
        begin = sign.end() if sign is not None else stop
        if piece is None or (people and not like_a_person(cased(piece["name"]), lexicon)):
            if people:
                return None
            continue
        found.append(((line.start + piece.start("name"), line.start + piece.end("name")), piece["inside"]))
    return iter(found)
