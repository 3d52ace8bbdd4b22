"""The shape of an answer: rows under named columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Cell = str | int | float | bool | None


# On the way of a look-up values are NamedTuples: a frozen dataclass costs a millisecond to define, every time.
class Table(NamedTuple):
    """Rows under named columns; a cell without a value is None.

    >>> Table(("film", "year"), (("Beanpole", "2019"),)).records()
    [{'film': 'Beanpole', 'year': '2019'}]
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """The rows as dictionaries, in order of the columns."""
        return list(self.iter_records())

    def to_pandas(self) -> Any:
        """The rows as a ``pandas.DataFrame``.

        :raises CinegraphError: if pandas is not installed
        """
        try:
            import pandas
        except ModuleNotFoundError as error:
            from cinegraph.errors import CinegraphError

            raise CinegraphError(
                "this needs pandas, which is not installed; install it with: pip install 'cinegraph[pandas]'"
            ) from error
        return pandas.DataFrame.from_records(list(self.rows), columns=list(self.columns))

    def iter_records(self) -> Iterator[dict[str, Cell]]:
        """The rows as dictionaries, one at a time."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)
