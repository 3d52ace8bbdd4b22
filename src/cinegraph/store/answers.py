"""What a query answers: rows of terms, yes or no, or triples; each can be written in the W3C's formats."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, NamedTuple, cast

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from cinegraph.errors import QueryError
from cinegraph.rdf.terms import WRITTEN_PREFIXES
from cinegraph.store.layout import reason

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]

RESULT_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
"""The W3C's formats for rows and for yes or no, by their usual names."""

GRAPH_FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "json-ld": RdfFormat.JSON_LD,
}
"""The formats for triples, by their usual names."""


_TRIPLES, _RESULTS = b"t", b"r"


class Solutions:
    """The rows of a SELECT, read once, in the query's order.

    :ivar variables: the names of the columns, without question marks
    """

    def __init__(self, raw: QuerySolutions) -> None:
        self._raw = raw
        self.variables: tuple[str, ...] = tuple(variable.value for variable in raw.variables)

    def __iter__(self) -> Iterator[Row]:
        try:
            for solution in self._raw:
                yield tuple(solution)
        except (OSError, RuntimeError) as error:
            raise failed(error) from error

    def serialize(self, format: str, most_bytes: int | None = None) -> bytes:
        """The rows in one of :data:`RESULT_FORMATS`; only those not read yet.

        :raises TooLargeError: if that makes more bytes than allowed
        """
        if most_bytes is not None:
            return _bounded(most_bytes, lambda out: self._raw.serialize(out, format=RESULT_FORMATS[format]))
        return _bytes(self._raw.serialize(format=RESULT_FORMATS[format]))


class Boolean(NamedTuple):
    """The answer of an ASK."""

    raw: QueryBoolean

    def __bool__(self) -> bool:
        return bool(self.raw)

    def serialize(self, format: str, most_bytes: int | None = None) -> bytes:
        """The answer in one of :data:`RESULT_FORMATS`; it is never large."""
        return _bytes(self.raw.serialize(format=RESULT_FORMATS[format]))


class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, read once, each given once."""

    def __init__(self, raw: Iterable[Triple]) -> None:
        self._raw = raw

    def __iter__(self) -> Iterator[Triple]:
        seen: set[Triple] = set()
        try:
            for triple in self._raw:
                if triple not in seen:
                    seen.add(triple)
                    yield triple
        except (OSError, RuntimeError) as error:
            raise failed(error) from error

    def serialize(self, format: str, most_bytes: int | None = None) -> bytes:
        """The triples in one of :data:`GRAPH_FORMATS`; only those not read yet.

        :raises TooLargeError: if that makes more bytes than allowed
        """
        form, prefixes = GRAPH_FORMATS[format], dict(WRITTEN_PREFIXES)
        if most_bytes is not None:
            return _bounded(most_bytes, lambda out: serialize(self, out, format=form, prefixes=prefixes))
        return _bytes(serialize(self, format=form, prefixes=prefixes))


Answer = Solutions | Boolean | Triples
RawAnswer = QuerySolutions | QueryBoolean | QueryTriples


def answer_of(raw: RawAnswer) -> Answer:
    """An answer of Oxigraph's as one of ours."""
    if isinstance(raw, QuerySolutions):
        return Solutions(raw)
    return Boolean(raw) if isinstance(raw, QueryBoolean) else Triples(raw)


def sent(raw: RawAnswer) -> bytes:
    """An answer as bytes, for another process; :func:`received` reads it."""
    if isinstance(raw, QueryTriples):
        return _TRIPLES + _bytes(raw.serialize(format=RdfFormat.N_TRIPLES))
    return _RESULTS + _bytes(raw.serialize(format=QueryResultsFormat.JSON))


def received(data: bytes) -> Answer:
    """The answer that another process sent."""
    kind, body = data[:1], data[1:]
    if kind == _TRIPLES:
        return Triples(quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES))
    return answer_of(parse_query_results(body, format=QueryResultsFormat.JSON))


def failed(error: Exception) -> QueryError:
    """What the engine says when it cannot go on with a query."""
    return QueryError(f"the query could not be run ({reason(error)})")


class TooLargeError(QueryError):
    """An answer of more bytes than allowed."""


class _Bounded(io.RawIOBase):
    """A file in memory that refuses to grow beyond a size."""

    def __init__(self, most: int) -> None:
        self.parts: list[bytes] = []
        self._left = most
        self._most = most

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError(
                f"the answer is larger than {self._most / 1_000_000:g} MB; ask for less, or for a part of it with LIMIT"
            )
        self.parts.append(bytes(data))
        return len(data)


def _bounded(most: int, write: Callable[[IO[bytes]], object]) -> bytes:
    file = _Bounded(most)
    try:
        write(cast("IO[bytes]", file))
    except (OSError, RuntimeError) as error:
        raise failed(error) from error
    return b"".join(file.parts)


def _bytes(written: bytes | None) -> bytes:
    return written or b""
