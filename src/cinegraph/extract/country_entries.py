"""The films that countries send to the Academy Awards, as the papers list them: the country, its film and who directed it in one line.

"Norway, Night Bus, director: Ada Doe", "Norway: "Night Bus," Ada Doe", "Norway – Night Bus (dir. Ada Doe)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.row_facts import cased
from cinegraph.extract.rows import may_be_title
from cinegraph.lexicon import Lexicon

_OF_OSCARS = re.compile(
    r"\b(?:oscars?|academy awards?|international (?:feature|film)|foreign[- ]language)\b", re.IGNORECASE
)
_ENTRIES = re.compile(r"\b(?:submi(?:ssions?|tted|ts)|entr(?:y|ies)|selections?|contenders?|candidates?|in the running|eligible)\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\W{0,3}(?:\d{1,3}[.)] )?(?P<country>[^\W\d_a-z][^\n:,\"(|–—]{2,40}?)[*_]{0,2}(?:,|:| [–—|-]) ?[*_]{0,2}")
_QUOTED = re.compile(r"(?P<mark>\"|\*{1,2}|_|')(?P<title>[^\"*_\n]{1,90}?),?(?P=mark)(?!\w)(?: ?\([^()\n]{2,80}\))?(?:,| [–—|-]|,? (?=dir|by )|(?= \()|:)? ?(?P<rest>.*)")
_PLAIN = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<title>.{1,90}?)(?: ?\([^()]{2,80}\))?,? (?P<rest>(?:director|dir\.?|directed by|by|d:)[: ].+)",
        r"(?P<title>[^()]{1,90}?)(?: ?\([^()]{2,80}\))? (?P<rest>\((?:[^()]{4,80})\))",
        r"(?P<title>.{1,90}?)(?: ?\([^()]{2,80}\))? [–—|-] (?P<rest>[^–—|]{4,80})",
        r"(?P<title>.{1,90}), (?P<rest>[^,]{4,60}(?:,? directors?)?)",
    )
)
_MAKERS = re.compile(r"\W{0,2}(?:(?i:director|dir\.?|directed by|by|d)(?::| ) ?)?(?P<people>[^\W\d_a-z][^()\d:;]{3,100}?)(?:,? directors?)?[).;, ]{0,3}$")
_SIGN = re.compile(r",? and | ?& ?|, | ?/ ?")
_LEAST, _HEAD = 3, 3000


class Entry(NamedTuple):
    """One country's film.

    :ivar country: where the country stands, and its name
    :ivar title: where the title stands
    :ivar makers: where those stand who directed it
    """

    start: int
    end: int
    country: tuple[Span, str]
    title: Span
    makers: tuple[Span, ...]


def find_entries(lines: Sequence[Line], lexicon: Lexicon) -> list[Entry]:
    """The entries of an article that lists those of at least three countries; nothing where it speaks of no such prize.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> said = ["Oscar submissions", "Norway, Night Bus, director: Ada Doe", 'Chile: "Salt," Ben Roe and Eva Poe', "Peru – Dust (Ida Holm)"]
    >>> lines = [Line(100 * n, 100 * n + len(text), text, False, BlockKind.PARAGRAPH) for n, text in enumerate(said)]
    >>> [(entry.country[1], said[n][slice(*(i % 100 for i in entry.title))]) for n, entry in enumerate(find_entries(lines, load_lexicon()), 1)]
    [('Norway', 'Night Bus'), ('Chile', 'Salt'), ('Peru', 'Dust')]
    """
    head = "\n".join(line.text for line in lines[:12])[:_HEAD]
    if _OF_OSCARS.search(head) is None or _ENTRIES.search(head) is None:
        return []
    found = [entry for line in lines if (entry := _entry(line, lexicon)) is not None]
    return found if len(found) >= _LEAST else []


def _entry(line: Line, lexicon: Lexicon) -> Entry | None:
    match = _COUNTRY.match(line.text) if len(line.text) < 240 else None
    country = lexicon.countries.get(match["country"].strip().removeprefix("The ")) if match is not None else None
    if match is None or country is None:
        country = lexicon.countries.get(match["country"].strip().title()) if match is not None and match["country"].isupper() else None
        if match is None or country is None:
            return None
    for form in (_QUOTED, *_PLAIN):
        said = form.fullmatch(line.text, match.end())
        makers = tuple(_makers(line, said.start("rest"), lexicon)) if said is not None and said["rest"] else ()
        if said is None or (not makers and form is not _QUOTED) or not may_be_title(said["title"]):
            continue
        title = line.start + said.start("title"), line.start + said.end("title")
        span = line.start + match.start("country"), line.start + match.end("country")
        return Entry(line.start, line.end, (span, country), title, makers)
    return None


def _makers(line: Line, begin: int, lexicon: Lexicon) -> Iterator[Span]:
    match = _MAKERS.match(line.text, begin)
    if match is None:
        return
    found: list[Span] = []
    position = match.start("people")
    for sign in [*_SIGN.finditer(line.text, *match.span("people")), None]:
        stop = sign.start() if sign is not None else match.end("people")
        if not like_a_person(cased(line.text[position:stop]), lexicon):
            return
        found.append((line.start + position, line.start + stop))
        position = sign.end() if sign is not None else stop
    yield from found
