"""Titles that a sentence calls films only after it has named them: "A, B and C are some of her best-known films"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.model import BlockKind, Document

_CALLED = re.compile(
    r",? (?:are|were|being|remain) (?:(?:just|only|also|still|probably) )?(?:some|several|a few|a number|two|three|four|five|six|among)(?: of)? (?:his|her|their|[A-Z]\w+'s) (?:[a-z'-]+,? ){0,4}?(?:films|movies|features|pictures|documentaries|shorts)\b"
)
_OPENING = re.compile(r"^.*\b(?:films|movies|features|pictures|documentaries|shorts),? (?=[A-Z])", re.DOTALL)
_SIGN = re.compile(r", (?:and )?| and | & ")
_YEAR = re.compile(r" \([^()]*\b(?:1[89]|20)\d\d\b[^()]*\)$")
# A part with one of these is no title, or more than one.
_NO_TITLE = re.compile(r"\b(?:is|was|were|are|has|had|who|which|that|he|she|they|his|her|their|by|directed|made|such|like|films?|movies)\b|[.!?:;\"]")
_LONGEST = 7


def called_films(document: Document, text: str) -> Iterator[tuple[int, int]]:
    """The spans of such titles, in text order; none where one part of the list cannot be a title.

    :param text: the document's text, normalised
    """
    for match in _CALLED.finditer(text):
        block = next((b for b in document.blocks if b.start <= match.start() < b.end), None)
        if block is None or block.kind is BlockKind.BOILERPLATE:
            continue
        sentence = next((s for s in document.sentences if s.start <= match.start() < s.end), None)
        if sentence is None:
            continue
        opening = _OPENING.match(text[sentence.start : match.start()])
        start = sentence.start + (opening.end() if opening is not None else 0)
        yield from _titles(text, start, match.start())


def _titles(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found, position = [], start
    for sign in [*_SIGN.finditer(text, start, end), None]:
        stop = sign.start() if sign is not None else end
        title = _YEAR.sub("", text[position:stop])
        marked = title[:1] in "\"'*_"
        if not title or not (marked or title[0].isupper() or title[0].isdigit()) or len(title.split()) > _LONGEST:
            return []
        if _NO_TITLE.search(title.strip("\"")):
            return []
        if not marked:
            found.append((position, position + len(title)))
        position = sign.end() if sign is not None else stop
    return found if len(found) > 1 else []
