"""Filmographies in one run of text: titles with their years, after a label ("Filmography: A (2001), B (2003)") or as all that a paragraph says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cinegraph.model import Block, BlockKind, Document

_BLOCKS = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.HEADING}
_YEAR = r"(?:1[89]|20)\d\d"
_LABEL = re.compile(
    r"[\W_]*(?:(?:selected|partial|main|complete|full|short|brief|recent|director's|his|her) ){0,2}(?:filmograph(?:y|ie)|filmografia|filmografía|film credits|films|feature films|features|short films|shorts|documentaries|selected works)"
    r"(?P<directing> \(?as (?:a )?director\)?)?(?: \((?:selection|selected|extracts?|partial|films?)\))? ?[*_]{0,2}(?:[:–—-]|include[sd]?:?)[*_]{0,2} *",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"[\W_]*(?:(?:selected|partial|main|complete|full|short|recent) )?(?:filmograph(?:y|ie)|filmografia|filmografía|films)(?P<directing> \(?as (?:a )?director\)?)?[\W_]*",
    re.IGNORECASE,
)
# "Night Bus (2001, short), "
_ITEM = re.compile(rf"(?P<title>[^()\n]{{1,80}}?) ?\((?P<note>[^()\n]{{0,60}}?\b(?P<year>{_YEAR})\b[^()\n]{{0,40}})\)(?P<sign> ?[,;.•|/·]? ?(?:(?:and|&|–|—|-) )?)")
_REST = re.compile(r"\W*(?:etc|among others|and others|more)?\W*")
_LEADING = re.compile(r"[\s\"*_•·–—,;.-]+")
_SENTENCE = re.compile(r"[.!?] [A-Z][a-z]|\b(?:is|was|were|are|has|had|have|who|which|he|she|they|directed|made|won|stars?|starring|produced|wrote|written|include[sd]?|including)\b")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class FilmographyLine:
    """A run of titles with their years.

    :ivar block: the number of its block
    :ivar labelled: whether it stands under a label or a heading that calls it films
    :ivar directing: whether that says that they are films directed
    :ivar films: where each title stands, and its year
    """

    block: int
    start: int
    end: int
    labelled: bool
    directing: bool
    films: tuple[tuple[tuple[int, int], str], ...]


def find_filmographies(document: Document, text: str, read: Sequence[tuple[int, int]] = ()) -> list[FilmographyLine]:
    """The filmographies in a line of a document, in text order.

    Only a block that holds nothing else but such titles is one: three of them, or any number under a label.

    :param text: the document's text, normalised
    :param read: the spans of lines that have been read as something else
    """
    found = []
    for index, block in enumerate(document.blocks):
        if block.kind not in _BLOCKS or text.find(")", block.start, block.end) < 0:
            continue
        if any(start < block.end and block.start < end for start, end in read):
            continue
        label = _LABEL.match(text, block.start, block.end)
        head = _HEADING.fullmatch(text, *_above(document.blocks, index)) if label is None and index else None
        films = _films(text, label.end() if label else block.start, block.end)
        told = label or head
        if films and (told or len(films) >= _ENOUGH):
            directing = told is not None and told["directing"] is not None
            found.append(FilmographyLine(index, block.start, block.end, told is not None, directing, films))
    return found


def _above(blocks: tuple[Block, ...], index: int) -> tuple[int, int]:
    """Where the heading just above a block stands; an empty span where there is none."""
    above = blocks[index - 1]
    return (above.start, above.end) if above.kind is BlockKind.HEADING else (above.end, above.end)


def _films(text: str, start: int, end: int) -> tuple[tuple[tuple[int, int], str], ...]:
    """The titles of a stretch of text with their years; none where anything else stands in it."""
    films: list[tuple[tuple[int, int], str]] = []
    position = start
    while (item := _ITEM.match(text, position, end)) is not None:
        begin, stop = item.span("title")
        leading = _LEADING.match(text, begin, stop)
        begin = leading.end() if leading is not None else begin
        while stop > begin and text[stop - 1] in " \"*_,;:–—-":
            stop -= 1
        title = text[begin:stop]
        if not title or not (title[0].isupper() or title[0].isdigit() or title[0] in "¡¿#'") or _SENTENCE.search(title):
            return ()
        films.append(((begin, stop), item["year"]))
        position = item.end()
    return tuple(films) if _REST.fullmatch(text, position, end) else ()
