"""What a query answers, as Python values, as a table of pandas, or as a graph of rdflib."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cinegraph.errors import InputError
from cinegraph.questions.answers import Cell, Table
from cinegraph.store.answers import Answer, Boolean, Solutions, Triples

if TYPE_CHECKING:
    import rdflib

_WHOLE = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt")
_DECIMAL = ("decimal", "double", "float")
_XSD = "http://www.w3.org/2001/XMLSchema#"


class Result:
    """The answer to a query; it may be looked at as often as one likes.

    Of a SELECT it is a sequence of rows, dictionaries by column: IRIs and texts are ``str``, numbers and truth values
    what they are in Python, what is unbound is None. Of a CONSTRUCT or DESCRIBE the columns are subject, predicate and
    object. Of an ASK, ``bool(result)`` is the answer; of the others, whether there is any row.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        if not isinstance(answer, Boolean):
            # Read once, while the graph is open.
            self._raw: list[tuple[Any, ...]] = [tuple(row) for row in answer]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        if isinstance(self._answer, Solutions):
            return self._answer.variables
        return ("answer",) if isinstance(self._answer, Boolean) else ("subject", "predicate", "object")

    @cached_property
    def table(self) -> Table:
        """The rows under their columns."""
        if isinstance(self._answer, Boolean):
            return Table(self.columns, ((bool(self._answer),),))
        return Table(self.columns, tuple(tuple(map(_value, row)) for row in self._raw))

    def rows(self) -> list[dict[str, Cell]]:
        """The rows as dictionaries."""
        return self.table.records()

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return self.table.iter_records()

    def __len__(self) -> int:
        return len(self.table.rows)

    def __getitem__(self, place: int) -> dict[str, Cell]:
        return dict(zip(self.columns, self.table.rows[place], strict=True))

    def __bool__(self) -> bool:
        return bool(self._answer) if isinstance(self._answer, Boolean) else bool(self._raw)

    def __repr__(self) -> str:
        return f"<Result {', '.join(self.columns)}: {len(self)} rows>"

    def column(self, name: str | None = None) -> list[Cell]:
        """The values of one column, by default the first.

        :raises InputError: if there is no such column
        """
        wanted = self.columns[0] if name is None else name
        if wanted not in self.columns:
            raise InputError(f"there is no column {wanted!r}; the columns are: {', '.join(self.columns)}")
        place = self.columns.index(wanted)
        return [row[place] for row in self.table.rows]

    def to_pandas(self) -> Any:
        """The rows as a ``pandas.DataFrame``.

        :raises CinegraphError: if pandas is not installed
        """
        return self.table.to_pandas()

    def to_rdflib(self) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE as an rdflib graph.

        :raises InputError: if the query was another
        """
        from pyoxigraph import DefaultGraph, Quad

        from cinegraph.rdf.exchange import to_rdflib_graph

        if not isinstance(self._answer, Triples):
            raise InputError("only a CONSTRUCT or DESCRIBE makes a graph; this query answers with rows")
        return to_rdflib_graph(Quad(row[0], row[1], row[2], DefaultGraph()) for row in self._raw)


def _value(term: Any) -> Cell:
    """A term as a Python value."""
    if term is None:
        return None
    kind = type(term).__name__
    if kind != "Literal":
        return str(term.value) if kind == "NamedNode" else str(term)
    text, datatype = str(term.value), str(term.datatype.value).removeprefix(_XSD)
    try:
        if datatype in _WHOLE:
            return int(text)
        if datatype in _DECIMAL:
            return float(text)
    except ValueError:
        return text
    return text in ("true", "1") if datatype == "boolean" else text
