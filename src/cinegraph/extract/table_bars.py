"""Tables whose cells tabs divide, as tables copied from a page have them, or runs of blanks, are read as those with bars."""

from __future__ import annotations

from cinegraph.inserts import GAP
from cinegraph.model import BlockKind, Document


def with_bars(document: Document, text: str) -> str:
    """The text with a bar for each tab in a table's row, or for the first blank of each gap between columns, so that every offset stays what it was.

    :param text: the document's text, normalised
    """
    pieces, position = [], 0
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        raw = document.text[block.start : block.end]
        if "\t" in raw:
            said = "".join("|" if one == "\t" else char for one, char in zip(raw, text[block.start : block.end], strict=True))
        elif "|" not in raw and "  " in raw:
            said = GAP.sub(lambda gap: "|" + gap.group()[1:], text[block.start : block.end])
        else:
            continue
        pieces += [text[position : block.start], said]
        position = block.end
    return "".join([*pieces, text[position:]]) if pieces else text
