"""Markdown's emphasis: which signs make words bold or italic, so that a page can show it and hide the signs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_EMPHASES = (
    (re.compile(r"(?<![\\*])(\*\*)(?=[^\s*])(.+?)(?<=[^\s*])(\*\*)(?!\*)"), "bold"),
    (re.compile(r"(?<![\\\w])(__)(?=[^\s_])(.+?)(?<=[^\s_])(__)(?!\w)"), "bold"),
    (re.compile(r"(?<![\\*])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*])(\*)(?!\*)"), "italic"),
    (re.compile(r"(?<![\\\w])(_)(?=[^\s_])([^_]+?)(?<=[^\s_])(_)(?!\w)"), "italic"),
)


MARKDOWN = (".md", ".markdown")
"""The endings of articles in which these signs mean that."""


class Emphasis(NamedTuple):
    """A stretch of text ``[start, end)``.

    :ivar kind: ``bold``, ``italic`` or ``sign``
    """

    start: int
    end: int
    kind: str


def emphasis(text: str, start: int, end: int) -> list[Emphasis]:
    """The bold and italic stretches of a block of Markdown, and the signs around them.

    >>> text = "*Beanpole* won"
    >>> [(text[e.start : e.end], e.kind) for e in emphasis(text, 0, len(text))]
    [('*', 'sign'), ('Beanpole', 'italic'), ('*', 'sign')]
    """
    return sorted(
        Emphasis(match.start(group), match.end(group), name)
        for pattern, kind in _EMPHASES
        for match in pattern.finditer(text, start, end)
        for group, name in ((1, "sign"), (2, kind), (3, "sign"))
    )


def emphasised(quote: str, article: str) -> list[tuple[str, frozenset[str]]]:
    """A sentence in pieces, each with the faces it is set in, without the signs where the article is Markdown.

    >>> [(text, sorted(faces)) for text, faces in emphasised("*Beanpole* won", "review.md")]
    [('Beanpole', ['italic']), (' won', [])]
    >>> [text for text, _ in emphasised("*Beanpole* won", "review.txt")]
    ['*Beanpole* won']
    """
    found = emphasis(quote, 0, len(quote)) if article.endswith(MARKDOWN) else []
    edges = sorted({0, len(quote), *(at for each in found for at in (each.start, each.end))})
    pieces = []
    for start, end in pairwise(edges):
        faces = frozenset(each.kind for each in found if each.start <= start and end <= each.end)
        if "sign" not in faces:
            pieces.append((quote[start:end], faces))
    return pieces
