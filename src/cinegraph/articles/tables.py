"""Tables and boxes of facts as a text has them: between pipes, with tabs as copied from a browser, or in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.articles.lines import BLANK, Piece
from cinegraph.inserts import GAP
from cinegraph.model import BlockKind

_LABEL = re.compile(r"(?:[A-Z][^\t\d.!?:]{1,30})(?:\(s\))?:?\t[^\t]+")
_LEAST_ROWS, _LEAST_PAIRS, _MOST_COLUMNS = 3, 3, 9
_LONGEST_HEAD, _LONGEST_VALUE = 30, 90
_CELL = re.compile(r"[\W_]*[^\W\d_a-z]|[\W_]*\d|[–—✓✔-]|(?:\d+ )?episodes?")


def read_tables(text: str, lines: Sequence[Piece]) -> None:
    """Make rows of the lines that stand in a table.

    >>> from cinegraph.articles.lines import pieces_of
    >>> text = "Year  Title  Director\\n2001  Night Bus  Yes\\n2004  Cold Tea  No"
    >>> lines = pieces_of(text)
    >>> read_tables(text, lines)
    >>> {line.kind.value for line in lines}
    {'table_row'}
    """
    tabs, bars = "\t" in text, "|" in text
    for index, line in enumerate(lines) if tabs or bars else ():
        if line.marked:
            continue
        if line.text[0] == "|" and line.text.count("|") > 1:
            _take_off_bars(text, line)
        elif "\t" in line.text and (line.text.count("\t") > 1 or _tabs_beside(lines, index)):
            line.kind, line.marked = BlockKind.TABLE_ROW, True
    if tabs:
        for run in _runs(lines):
            _mark_box(text, run)
    if "  " in text:
        for run in _runs(lines):
            _mark_columns(run)


def _take_off_bars(text: str, line: Piece) -> None:
    cells = line.text.strip("|" + BLANK)
    if cells:
        begin = line.start + line.text.find(cells)
        line.narrow(text, begin, begin + len(cells))
    line.kind, line.marked = BlockKind.TABLE_ROW, True


def _tabs_beside(lines: Sequence[Piece], index: int) -> bool:
    """Whether the line above or below has as many tabs, or the one above stands in one table with it.

    A cell that spans rows is left out in all of them but the first.
    """
    tabs = lines[index].text.count("\t")
    beside = [lines[place] for place in (index - 1, index + 1) if 0 <= place < len(lines)]
    if any(other.text.count("\t") == tabs for other in beside):
        return True
    above = lines[index - 1] if index and not lines[index].gap else None
    return above is not None and above.kind is BlockKind.TABLE_ROW and "\t" in above.text


def _runs(lines: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The lines that no blank line parts."""
    run: list[Piece] = []
    for line in lines:
        if line.gap and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _mark_box(text: str, run: Sequence[Piece]) -> None:
    """A box of facts: labels with their values behind a tab; further values stand in lines of their own."""
    pairs = [place for place, line in enumerate(run) if _LABEL.fullmatch(line.text)]
    # A label whose values are a list below it ends in the tab.
    alone = sum(text.startswith("\t", line.end) for line in run)
    if len(pairs) < _LEAST_PAIRS or 3 * (len(pairs) + alone) < len(run) - pairs[0]:
        return
    for line in run[pairs[0] :]:
        if len(line.text) > _LONGEST_VALUE and "\t" not in line.text:
            return
        if not line.marked:
            line.kind, line.marked = BlockKind.TABLE_ROW, True


def _mark_columns(run: Sequence[Piece]) -> None:
    """Columns that blanks part: a head of short cells, and rows whose cells begin as names and numbers do."""
    rows = [GAP.split(line.text) for line in run]
    if any(line.marked or "\t" in line.text or "|" in line.text for line in run) or len(run) < _LEAST_ROWS:
        return
    head = rows[0]
    if not 3 <= len(head) <= _MOST_COLUMNS or any(len(cell) > _LONGEST_HEAD for cell in head):
        return
    if all(1 < len(row) <= len(head) and _are_cells(row) for row in rows):
        for line in run:
            line.kind, line.marked = BlockKind.TABLE_ROW, True


def _are_cells(row: Sequence[str]) -> bool:
    """Whether what blanks part are cells; the last may say anything."""
    return all(_CELL.match(cell) for cell in row[:-1])
