"""Tables as plain text: as wide as they are in a pipe, fitted to the window on a terminal.

They are not drawn by rich, which was tried: it takes 30 to 40 ms of computing to load, a third of a look-up, and seven
times as long for a table of 5,000 rows; its frames take a fifth of 60 columns; and it reads ``[red]`` in the
text of an article as an instruction. What it would show better (bold heads, wide characters, wrapped cells) is here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from cinegraph.cli.plain import one_line, width
from cinegraph.questions.answers import Cell, Table

GAP = 2
NARROWEST = 8


def layout(table: Table, window: int | None = None) -> Iterator[str]:
    """The lines of a table.

    :param window: columns of the terminal; None leaves every cell on one line, as long as it is

    >>> print(click.unstyle("\\n".join(layout(Table(("film", "year"), (("Beanpole", 2019),))))))
    film      year
    ────────  ────
    Beanpole  2019
    """
    cells = [[shown(cell) for cell in row] for row in table.rows]
    heads = [one_line(column) for column in table.columns]
    if not heads:
        return
    widths = [max(width(row[index]) for row in [heads, *cells]) for index in range(len(heads))]
    if window is not None:
        if NARROWEST * len(heads) + GAP * (len(heads) - 1) > window and sum(widths) + GAP * len(widths) > window:
            yield from _records(heads, cells)
            return
        floors = [
            max(width(word) for row in [heads, *cells] for word in row[each].split(" ")) for each in range(len(heads))
        ]
        widths = fit(widths, window - GAP * (len(heads) - 1), floors)
    numeric = [_is_numeric(table, index) for index in range(len(heads))]
    yield click.style(_line(heads, widths, numeric), bold=True)
    yield click.style(_line(["─" * size for size in widths], widths, numeric), dim=True)
    for row in cells:
        yield from _wrapped(row, widths, numeric)


def shown(cell: Cell) -> str:
    """A cell as people read it: nothing for None, ``yes`` and ``no`` for truth values."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return one_line(str(cell))


def fit(widths: Sequence[int], room: int, floors: Sequence[int] = ()) -> list[int]:
    """Widths of columns taken down, the widest first, until they fit the room.

    :param floors: for each column the width of its longest word, which is kept whole if there is room for all of them

    >>> fit([4, 60, 30], 60), fit([4, 60, 30], 60, [4, 10, 30])
    ([4, 28, 28], [4, 26, 30])
    """
    sizes = list(widths)
    least = list(floors) if floors and sum(floors) <= room else [NARROWEST] * len(sizes)
    while sum(sizes) > room and (wide := [each for each, size in enumerate(sizes) if size > least[each]]):
        top = max(sizes[each] for each in wide)
        widest = [each for each in wide if sizes[each] == top]
        lower = [size for size in sizes if size < top] + [least[each] for each in widest]
        cut = max(1, min(top - max(lower), -(-(sum(sizes) - room) // len(widest))))
        for each in widest:
            sizes[each] = max(least[each], sizes[each] - cut)
    return sizes


def wrap(text: str, size: int) -> list[str]:
    """Lines of at most ``size`` cells, broken between words where there is a space.

    >>> wrap("Un Certain Regard", 10)
    ['Un Certain', 'Regard']
    """
    if width(text) <= size:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > size:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
        while width(line) > size:
            head = _head(line, size)
            lines.append(head)
            line = line[len(head) :]
    return [*lines, line]


def _head(text: str, size: int) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += width(character)
        if taken > size:
            return text[: max(index, 1)]
    return text


def _is_numeric(table: Table, index: int) -> bool:
    values = [row[index] for row in table.rows if row[index] is not None]
    return bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = []
    for cell, size, right in zip(cells, widths, numeric, strict=True):
        padding = " " * (size - width(cell))
        padded.append(padding + cell if right else cell + padding)
    return (" " * GAP).join(padded).rstrip()


def _wrapped(row: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> Iterator[str]:
    columns = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    for index in range(max(len(column) for column in columns)):
        yield _line([column[index] if index < len(column) else "" for column in columns], widths, numeric)


def _records(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Too many columns for the window: one line for each cell, an empty line between rows."""
    size = max(width(head) for head in heads)
    for number, row in enumerate(rows):
        if number:
            yield ""
        for head, cell in zip(heads, row, strict=True):
            yield click.style(head + " " * (size - width(head)), bold=True) + "  " + cell
