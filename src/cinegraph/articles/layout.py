"""The layout of an article: its blocks in order, and its sentences in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cinegraph.articles.boilerplate import is_boilerplate
from cinegraph.articles.interview import mark_turns
from cinegraph.articles.lines import BLANK, Piece, pieces_of, read_emphasis
from cinegraph.articles.page_marks import read_page_marks
from cinegraph.articles.sentences import sentence_spans
from cinegraph.articles.short_lines import mark_short_lines
from cinegraph.articles.tables import read_tables
from cinegraph.articles.wrapping import join_around_inserts, join_lines
from cinegraph.model import Block, BlockKind, Sentence

_LONGEST_ROW = 300
_UNREAD = (BlockKind.BOILERPLATE, BlockKind.METADATA)


def layout_of(text: str, metadata: tuple[int, int] | None = None, body: int = 0) -> tuple[Block, ...]:
    """The blocks of an article, in order, never overlapping; what stands in none is white space or a mark.

    :param metadata: where the front matter's lines begin and end, if there are some
    :param body: where the article itself begins

    >>> [(block.kind.value, block.speaker) for block in layout_of("Q: Why?\\nA: For the sea.")]
    [('question', 'Q'), ('answer', 'A')]
    """
    lines = pieces_of(text, body)
    read_page_marks(text, lines)
    read_tables(text, lines)
    pieces = join_around_inserts(text, lines)
    for piece in pieces:
        if piece.text[0] in "*_":
            read_emphasis(piece)
        elif piece.kind in (None, BlockKind.LIST_ITEM, BlockKind.HEADING) and is_boilerplate(piece.text):
            piece.kind, piece.level, piece.marked = BlockKind.BOILERPLATE, 0, True
    pieces = join_lines(text, pieces)
    mark_turns(text, pieces)
    mark_short_lines(text, pieces)
    blocks = [_block(piece) for piece in pieces if piece.text]
    return (*_metadata(text, metadata), *blocks)


def sentences_of(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """The sentences of all blocks but boilerplate and metadata, in order.

    >>> text = "# Faust\\n\\nIt won. Venice, 2011."
    >>> [text[s.start:s.end] for s in sentences_of(text, layout_of(text))]
    ['Faust', 'It won.', 'Venice, 2011.']
    """
    return tuple(
        Sentence(start, end, index)
        for index, block in enumerate(blocks)
        if block.kind not in _UNREAD
        for start, end in _spans(text, block)
    )


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block; a row of a table is one, whatever full stops stand in its cells."""
    if block.kind is BlockKind.TABLE_ROW and block.end - block.start <= _LONGEST_ROW:
        return iter(((block.start, block.end),))
    return sentence_spans(text, block.start, block.end)


def _block(piece: Piece) -> Block:
    return Block(piece.start, piece.end, piece.kind or BlockKind.PARAGRAPH, piece.level, piece.speaker)


def _metadata(text: str, span: tuple[int, int] | None) -> list[Block]:
    if span is None:
        return []
    start, end = span
    content = text[start:end].strip(BLANK)
    if not content:
        return []
    begin = text.index(content, start, end)
    return [Block(begin, begin + len(content), BlockKind.METADATA)]
