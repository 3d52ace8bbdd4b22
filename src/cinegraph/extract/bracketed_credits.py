"""Credits that a sentence gives in parentheses behind a title: "Night Bus (Director: Ada Doe, Screenplay: Ben Roe, Cora Lind) won"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cinegraph.extract.credit_labels import labels
from cinegraph.extract.credit_lines import Credits, credits_of
from cinegraph.extract.line_fields import Line, Span
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind

_BRACKETS = re.compile(r"\((?P<inner>[^()\n]{8,600})\)")


def find_bracketed_credits(text: str, lexicon: Lexicon, taken: Sequence[Span] = ()) -> list[Credits]:
    """What the parentheses of a text say that hold credits with labels and colons, and nothing else; in text order.

    :param text: the document's text, normalised
    :param taken: what line-ups, lists of winners and blocks of credits have read already
    :returns: credits that begin at the opening parenthesis and end behind the closing one
    """
    found: list[Credits] = []
    for match in _BRACKETS.finditer(text):
        inner = match["inner"]
        if ":" not in inner or labels().words.search(inner) is None:
            continue
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        line = Line(match.start("inner"), match.end("inner"), inner, False, BlockKind.PARAGRAPH)
        credits = credits_of(line, lexicon)
        if credits is not None and credits.people and credits.end == line.end:
            found.append(replace(credits, start=match.start(), end=match.end()))
    return found


def without(text: str, bracketed: Iterable[Credits]) -> str:
    """The text with blanks in the place of parenthesised credits, so that every offset stays what it was."""
    for credits in bracketed:
        text = f"{text[: credits.start]}{' ' * (credits.end - credits.start)}{text[credits.end :]}"
    return text
