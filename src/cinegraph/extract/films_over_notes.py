"""The film over a note: lists of the best and round-ups of reviews give each film a line of its own, and what stands below need not name it again."""

from __future__ import annotations

from bisect import bisect_right

from cinegraph.extract.credit_blocks import CreditBlock
from cinegraph.extract.line_fields import Span
from cinegraph.extract.naming import Naming
from cinegraph.model import BlockKind, Document

_NOTES, _SEVERAL = 2, 2
"""How many blocks below such a line are of its film at most, and how many such lines make a list."""


def films_over_notes(document: Document, text: str, naming: Naming) -> dict[int, str]:
    """The film over each block that is a note on one, by the block's index.

    :param text: the document's text, normalised
    """
    starts = [block.start for block in document.blocks]
    over: dict[int, tuple[Span, int]] = {}
    for each in naming.parentheses:
        if each.heads and len(each.films) == 1:
            index = bisect_right(starts, each.start) - 1
            rest = text[each.end : document.blocks[index].end].strip(" *_.")
            over[index] = (each.films[0], index if any(sign.isalpha() for sign in rest) else index + 1)
    titled = [(block, block.title) for block in naming.credits if block.title is not None]
    for credits, title in titled:
        over[bisect_right(starts, title[0]) - 1] = (title, _below(credits, starts))
    if len(over) < _SEVERAL:
        return {}
    films: dict[int, str] = {}
    for span, first in over.values():
        film = naming.named(span, "FT")
        for index in range(first, min(first + _NOTES, len(starts))):
            if (index in over and index != first) or document.blocks[index].kind is BlockKind.HEADING:
                break
            if film is not None and film.ids:
                films[index] = film.ids[0]
    return films


def _below(credits: CreditBlock, starts: list[int]) -> int:
    """The first block below credits."""
    last = max((span[1] for span in credits.read), default=credits.end)
    return bisect_right(starts, last - 1)
