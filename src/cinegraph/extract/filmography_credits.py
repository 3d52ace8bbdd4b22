"""Films of a filmography that stand over credits of their own, as on the pages of agencies: "NIGHT BUS", below "Dir: Ada Doe", "Prod: Lamp Films"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cinegraph.extract.credit_blocks import CreditBlock
from cinegraph.extract.film_crafts import words_of_filmographies
from cinegraph.extract.filmography_parts import FilmographyRow, relations_told
from cinegraph.extract.line_fields import Span
from cinegraph.model import BlockKind, Document

_SHORT, _LONGEST = 60, 160
_HEADS = frozenset({BlockKind.HEADING, BlockKind.BYLINE})


def filmography_credits(document: Document, text: str, credited: Sequence[CreditBlock], known: Sequence[Span]) -> Iterator[FilmographyRow]:
    """The films over credits below a heading of films, each as a line of the filmography: what they are to whose films they are is left to that one's craft.

    :param credited: the credits of the document
    :param known: the titles of the lines that have been read
    """
    starts = [block.start for block in document.blocks]
    titled = [block for block in credited if block.title is not None and block.title not in known]
    for block in titled:
        index = bisect_right(starts, block.begin) - 1
        head = _head(document, text, index)
        directed = any(relation == "director" for relation, _ in block.credits.people)
        if head is not None and block.title is not None:
            yield FilmographyRow(index, head, block.begin, block.title[1], block.title, "", relations_told(None, "", directed))


def _head(document: Document, text: str, index: int) -> int | None:
    """The heading of films below which a line stands, with nothing but short lines between; None where there is none."""
    headings, kinds = words_of_filmographies()
    for above in range(index - 1, -1, -1):
        block = document.blocks[above]
        said = text[block.start : block.end]
        if block.kind in _HEADS and len(said) <= _SHORT and (headings.fullmatch(said) or kinds.fullmatch(said)):
            return above
        if len(said) > _LONGEST or block.kind is BlockKind.METADATA:
            return None
    return None
