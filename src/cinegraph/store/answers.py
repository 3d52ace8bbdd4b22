"""What a query answers: rows of terms, yes or no, or triples; each can be written in the W3C's formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
from cinegraph.rdf.terms import PREFIXES
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

    def serialize(self, format: str) -> bytes:
        """The rows in one of :data:`RESULT_FORMATS`; only those not read yet."""
        return _bytes(self._raw.serialize(format=RESULT_FORMATS[format]))


class Boolean(NamedTuple):
    """The answer of an ASK."""

    raw: QueryBoolean

    def __bool__(self) -> bool:
        return bool(self.raw)

    def serialize(self, format: str) -> bytes:
        """The answer in one of :data:`RESULT_FORMATS`."""
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

    def serialize(self, format: str) -> bytes:
        """The triples in one of :data:`GRAPH_FORMATS`; only those not read yet."""
        return _bytes(serialize(self, format=GRAPH_FORMATS[format], prefixes=dict(PREFIXES)))


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


def _bytes(written: bytes | None) -> bytes:
    return written or b""
