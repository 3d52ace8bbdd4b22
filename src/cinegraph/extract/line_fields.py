"""The lines of an article and their fields: what separators, parentheses and labels part."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from cinegraph.extract.word_lists import expressions
from cinegraph.model import BlockKind, Document

Span = tuple[int, int]
"""Offsets in the document's text."""
# What it can begin with comes first: most signs of a line part nothing.
_SEPARATOR = re.compile(
    r"(?=[;|,–—\[(\]):.\t]|\s+[;|–—/\[(\t-])(?:\s*[;|\t]\s*|,\s+|\s+[–—-]\s+|\s*[–—]\s*|\s+/\s+|\s*[\[(]|[\])][,:]?\s*|(?<=[A-Za-z]):\s+|(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bMs)(?<!\b[A-Z])\.\s+(?=[A-Z]|\d{2,3} ?min|(?:19|20)\d\d\b)|\.$)"
)
# Signs within quotation marks part no title ("The Market - A Tale of Trade").
_QUOTED = re.compile(r"(?<![\w\"])\"[^\"\n]{1,90}\"(?![\w\"])|(?<![\w*])\*[^*\n]{1,90}\*(?![\w*])|(?<!\w)_[^_\n]{1,90}_(?!\w)")
_AFTER_LABEL = r"(?::|\s|$)\s*"
DIRECTOR_LABEL = re.compile(rf"(?:{expressions('director')}){_AFTER_LABEL}", re.IGNORECASE)
OTHER_LABEL = re.compile(
    "|".join(rf"(?P<{name}>{expressions(name)}){_AFTER_LABEL}" for name in ("writer", "producer", "cast")), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article; ``gap`` where it does not stand right under the line before."""

    start: int
    end: int
    text: str
    gap: bool
    kind: BlockKind


def lines_of(document: Document, text: str, kinds: Collection[BlockKind]) -> Iterator[Line]:
    """The lines of an article that are not blank, of blocks of these kinds.

    :param text: the document's text, normalised
    """
    last = 0
    for block in document.blocks:
        if block.kind not in kinds:
            last = block.end
            continue
        position = block.start
        for raw in text[block.start : block.end].split("\n"):
            inner = raw.strip()
            start = position + (raw.find(inner) if inner else 0)
            position += len(raw) + 1
            if inner:
                yield Line(start, start + len(inner), inner, text.count("\n", last, start) != 1, block.kind)
                last = start + len(inner)


@dataclass(frozen=True, slots=True)
class Field:
    """One part of a line; ``inner`` where it stands in parentheses."""

    start: int
    end: int
    text: str
    sign: str
    inner: bool


def fields_of(line: Line, position: int) -> Iterator[Field]:
    """The parts of a line from a place on."""
    text, depth, sign = line.text, 0, ""
    quoted = [m.span() for m in _QUOTED.finditer(text, position)] if '"' in text or "*" in text or "_" in text else []
    for match in chain(_SEPARATOR.finditer(text, position), (None,)):
        if (
            match
            and match.group().startswith((":", "."))
            and (
                DIRECTOR_LABEL.fullmatch(said := text[position : match.start()].strip()) or OTHER_LABEL.fullmatch(said)
            )
        ):
            continue
        if match and any(start < match.start() and match.end() < end for start, end in quoted):
            continue
        stop = match.start() if match else len(text)
        inner = text[position:stop]
        if inner.strip():
            start = line.start + position + len(inner) - len(inner.lstrip())
            yield Field(start, start + len(inner.strip()), inner.strip(), sign, depth > 0)
        if match is None:
            return
        sign = match.group().strip()
        if sign in ("(", "["):
            depth += 1
        elif sign[:1] in (")", "]"):
            depth = max(0, depth - 1)
        position = match.end()
