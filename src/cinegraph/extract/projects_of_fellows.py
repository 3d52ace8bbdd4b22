"""Films as laboratories and residencies announce them: who makes a film with the trade in parentheses, and behind that the title with its countries.

"Ada Doe (writer/director) and Ben Roe (producer) with Night Bus (Norway): A driver looks for his son."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.film_crafts import crafts_of, of_films
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.project_stanzas import Project
from cinegraph.extract.row_facts import cased, countries_in
from cinegraph.extract.rows import may_be_title
from cinegraph.lexicon import Lexicon

_MAKER = re.compile(r"(?P<name>[^\W\d_a-z][^():;,\n]{2,80}?) \((?P<trade>[^()\n]{4,60})\)")
_NEXT = re.compile(r",? (?:and|&) |, ")
_SIGN = re.compile(r",? (?:with|for) |: | [–—|/-] ")
_TITLE = re.compile(
    r"[\"*_“‘]{0,2}(?P<title>[^\W_a-z][^()\n\"“”]{0,80}?)[\"*_”’]{0,2}(?:,? \((?P<inside>[^()\n\d]{2,80})\))(?=[,.:;]| [–—-]|$)"
)
# "Night Bus (Norway) – Ada Doe (writer/director)"
_TITLE_FIRST = re.compile(
    r"[\"*_“‘]{0,2}(?P<title>[^\W_a-z][^()\n\"“”]{0,80}?)[\"*_”’]{0,2} \((?P<inside>[^()\n\d]{2,80})\)(?:,? by |: |,? [–—|/-] )"
)
_AND = re.compile(r" (?:and|&) ")
_MOST = 6

Makers = list[tuple[str, Span]]


def find_projects_of_fellows(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Project]:
    """The films that lines announce so, each with those whose trade stands beside them.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> said = "Ada Doe (writer/director) with Night Bus (Norway): A driver looks for his son."
    >>> line = Line(0, len(said), said, False, BlockKind.PARAGRAPH)
    >>> [(said[slice(*one.title)], [relation for relation, _ in one.people]) for one in find_projects_of_fellows([line], load_lexicon())]
    [('Night Bus', ['screenwriter', 'director'])]
    """
    for line in lines:
        if "(" not in line.text:
            continue
        project = _makers_first(line, lexicon) or _title_first(line, lexicon)
        if project is not None:
            yield project


def _makers_first(line: Line, lexicon: Lexicon) -> Project | None:
    people, end = _makers(line, 0, lexicon)
    sign = _SIGN.match(line.text, end) if people else None
    title = _TITLE.match(line.text, sign.end()) if sign is not None else None
    return _project(line, title, people, lexicon, title.end()) if title is not None else None


def _title_first(line: Line, lexicon: Lexicon) -> Project | None:
    title = _TITLE_FIRST.match(line.text)
    if title is None:
        return None
    people, end = _makers(line, title.end(), lexicon)
    told = bool(people) and (end == len(line.text) or line.text[end] in ".,:;" or line.text.startswith((" –", " —", " -"), end))
    return _project(line, title, people, lexicon, end) if told else None


def _project(line: Line, title: re.Match[str], people: Makers, lexicon: Lexicon, end: int) -> Project | None:
    countries = countries_in(line.start + title.start("inside"), title["inside"], lexicon)
    if not countries or not may_be_title(title["title"]) or like_a_person(cased(title["title"]), lexicon) > 1:
        return None
    return Project(
        (line.start + title.start("title"), line.start + title.end("title")), line.start, line.start + end, people, countries=countries, told=True
    )  # fmt: skip


def _makers(line: Line, begin: int, lexicon: Lexicon) -> tuple[Makers, int]:
    """Those whom a line names with their trades from a place on, and where they end; nothing where one of them makes nothing of a film."""
    people: Makers = []
    end = begin
    for _ in range(_MOST):
        maker = _MAKER.match(line.text, begin)
        crafts = of_films(crafts_of(maker["trade"].replace("/", " / ").replace("co-", "").replace("Co-", ""))) if maker is not None else ()
        if maker is None or not crafts:
            break
        names = list(_names(line, maker, lexicon))
        if not names:
            break
        people += [(craft, span) for craft in crafts for span in names]
        end = maker.end()
        following = _NEXT.match(line.text, end)
        if following is None:
            break
        begin = following.end()
    return people, end


def _names(line: Line, maker: re.Match[str], lexicon: Lexicon) -> Iterator[Span]:
    """Where each of those stands who share a trade ("Ada Doe and Ben Roe (writers/directors)"); nothing where one is nobody."""
    found: list[Span] = []
    begin = maker.start("name")
    for sign in [*_AND.finditer(line.text, *maker.span("name")), None]:
        stop = sign.start() if sign is not None else maker.end("name")
        if not like_a_person(cased(line.text[begin:stop]), lexicon):
            return
        found.append((line.start + begin, line.start + stop))
        begin = sign.end() if sign is not None else stop
    yield from found
