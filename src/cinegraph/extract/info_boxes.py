"""The boxes of facts beside the articles of an encyclopedia: labels with their values behind a tab or a bar, further values in lines below."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from cinegraph.extract.credit_blocks import CreditBlock
from cinegraph.extract.credit_lines import Credits, credits_of
from cinegraph.extract.filmography_tables import cells_in
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document
from cinegraph.resources import resource

_LEAST = 3
_LONGEST_TITLE, _LONGEST_VALUE = 90, 120
_GLOSS = re.compile(r" ?\((?:[^()]*\b(?:film|movie|series|miniseries|documentary)\b[^()]*|(?:18|19|20)\d\d)\)$")
_BEHIND = re.compile(r"\s*[(\[,;].*$")


@cache
def _words(table: str) -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(resource("data", "lexicon", "patterns", "info_boxes.toml").read_text(encoding="utf-8"))
    return {name: re.compile(words, re.IGNORECASE if table != "words" else 0) for name, words in data[table].items()}


@dataclass(frozen=True, slots=True)
class InfoBox:
    """A box of facts of somebody or of a film.

    :ivar title: where the title of the film stands; None where it is somebody's
    :ivar fields: each kind of label with where its values stand
    :ivar credits: what it says of a film
    """

    start: int
    end: int
    title: Span | None
    fields: tuple[tuple[str, Span], ...]
    credits: Credits | None = None

    @property
    def names(self) -> Iterator[tuple[Span, str]]:
        """The names that a box of somebody holds, each with its type."""
        for kind, span in self.fields if self.title is None else ():
            if kind in ("school", "partner"):
                yield span, "Organization" if kind == "school" else "Person"

    def block(self) -> CreditBlock | None:
        """The credits of the film whose box it is."""
        if self.title is None or self.credits is None:
            return None
        return CreditBlock(self.start, self.end, self.title, self.credits, ((self.start, self.end),))


def find_info_boxes(document: Document, text: str, lexicon: Lexicon) -> list[InfoBox]:
    """The boxes of facts of a document, in text order.

    :param text: the document's text, normalised
    """
    found: list[InfoBox] = []
    run: list[Block] = []
    for block in (*document.blocks, None):
        if block is not None and block.kind is BlockKind.TABLE_ROW:
            run.append(block)
            continue
        box = _box(document, run, text, lexicon) if len(run) >= _LEAST else None
        found += [box] if box is not None else []
        run = []
    return found


@dataclass(slots=True)
class _Lines:
    """The labels of a run of lines, each with where its values stand."""

    start: int = -1
    end: int = -1
    labelled: list[tuple[str, list[Span]]] = field(default_factory=list)


def _box(document: Document, run: Sequence[Block], text: str, lexicon: Lexicon) -> InfoBox | None:
    of_film = sum(_label(text, block, "films") is not None for block in run)
    of_person = sum(_label(text, block, "people") is not None for block in run)
    table = "films" if of_film >= of_person else "people"
    if max(of_film, of_person) < _LEAST or any(text.count("|", b.start, b.end) > 1 for b in run):
        return None
    lines = _labelled(run, text, table)
    if table == "people":
        fields = tuple(_of_person(lines, text, lexicon))
        return InfoBox(lines.start, lines.end, None, fields)
    title = _title(document, lines.start, text)
    told = [(label, span) for label, spans in lines.labelled for span in spans]
    kinds = _words("films")
    credits = _credits(lines, text, lexicon)
    if title is None or credits is None:
        return None
    fields = tuple((kind, span) for label, span in told for kind in ("release", "language") if kinds[kind].fullmatch(label))
    return InfoBox(lines.start, lines.end, title, fields, credits)


def _label(text: str, block: Block, table: str) -> str | None:
    """The label with which a row begins, or that it is, if it is one of these boxes."""
    cells = list(cells_in(text[block.start : block.end]))
    first = cells[0]
    said = text[block.start + first[0] : block.start + first[1]].strip(" :")
    kinds = [words for kind, words in _words(table).items() if kind != "original" or len(cells) > 1]
    return said if any(words.fullmatch(said) for words in kinds) else None


def _labelled(run: Sequence[Block], text: str, table: str) -> _Lines:
    found = _Lines()
    for block in run:
        spans = [(start + block.start, end + block.start) for start, end in cells_in(text[block.start : block.end])]
        label = _label(text, block, table)
        if label is not None or len(spans) > 1:
            said = label or text[slice(*spans[0])]
            found.labelled.append((said, [span for span in spans[1:] if span[1] > span[0]]))
            found.start = block.start if found.start < 0 else found.start
        elif found.labelled:
            found.labelled[-1][1].extend(spans)
        found.end = block.end
    return found


def _of_person(lines: _Lines, text: str, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    """What a box says of somebody: schools and partners by their names alone, the lines of birth as they are."""
    kinds, words = _words("people"), _words("words")
    for label, spans in lines.labelled:
        kind = next((kind for kind, known in kinds.items() if known.fullmatch(label)), "other")
        for start, end in spans:
            said = text[start:end]
            bare = _BEHIND.sub("", said)
            if kind == "school" and bare[:1].isupper() and len(said) <= _LONGEST_VALUE and not re.match(words["degree"], bare.lower()):
                if re.search(words["school"], bare) or re.search(words["school"], bare.lower()) or label.lower() == "alma mater":
                    yield "school", (start, start + len(bare))
            elif kind == "partner" and like_a_person(bare, lexicon):
                yield "partner", (start, start + len(bare))
            elif kind in ("born", "birth_place"):
                yield kind, (start, end)


def _title(document: Document, start: int, text: str) -> Span | None:
    """Where the title of the film stands whose box begins there: the last line above that is said twice, or the first of all."""
    above = [block for block in document.blocks if block.end <= start and block.kind is not BlockKind.BOILERPLATE and block.end - block.start <= _LONGEST_TITLE]
    if not above:
        return None
    said = [_GLOSS.sub("", text[b.start : b.end]).strip() for b in above]
    place = next((n for n in range(len(said) - 1, 0, -1) if said[n] in said[:n]), 0)
    begin = above[place].start + text[above[place].start : above[place].end].find(said[place])
    return (begin, begin + len(said[place])) if said[place] else None


def _credits(lines: _Lines, text: str, lexicon: Lexicon) -> Credits | None:
    found = Credits(lines.start, lines.start)
    words = _words("films")["credit"]
    for label, spans in lines.labelled:
        if not words.fullmatch(label):
            continue
        prefix = "Production companies: " if label.lower() == "companies" else f"{label}: "
        for start, end in spans:
            line = Line(start - len(prefix), end, prefix + text[start:end], False, BlockKind.TABLE_ROW)
            named = credits_of(line, lexicon) if end - start <= _LONGEST_VALUE else None
            if named is None or any(span[0] < start for span, _ in named.names):
                continue
            countries = found.countries
            found.add(named)
            found.countries = countries + [one for one in named.countries if one not in countries]
            found.labelled += 1
    found.end = lines.end
    return found if found.people else None
