"""Tables whose cells tabs divide, as tables copied from a page have them, are read as those with bars."""

from __future__ import annotations

from cinegraph.model import BlockKind, Document


def with_bars(document: Document, text: str) -> str:
    """The text with a bar for each tab in a table's row, so that every offset stays what it was.

    :param text: the document's text, normalised
    """
    if "\t" not in document.text:
        return text
    pieces, position = [], 0
    for block in document.blocks:
        if block.kind is BlockKind.TABLE_ROW and "\t" in document.text[block.start : block.end]:
            pieces.append(text[position : block.start])
            cells = zip(document.text[block.start : block.end], text[block.start : block.end], strict=True)
            pieces.append("".join("|" if raw == "\t" else char for raw, char in cells))
            position = block.end
    return "".join([*pieces, text[position:]])
