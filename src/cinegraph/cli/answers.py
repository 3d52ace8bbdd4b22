"""Answers of SPARQL queries in every format: the W3C's, and a table for people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cinegraph.cli.formats import GRAPH, TABULAR, Reply, render
from cinegraph.errors import InputError
from cinegraph.questions.answers import Cell, Table

if TYPE_CHECKING:
    from cinegraph.store.answers import Answer, Solutions, Triples

FORMATS = (*TABULAR, "xml", *GRAPH)
_W3C = ("json", "xml")
# What no XML 1.0 document can hold, not even escaped (https://www.w3.org/TR/xml/#charsets).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBERS = ("integer", "decimal", "double", "float", "int", "long")


def written(answer: Answer, format: str, window: int | None) -> Iterator[str | bytes]:
    """The answer in a format, in pieces; without a format a table, or Turtle where it is a graph.

    :raises InputError: if the answer has no such format
    """
    from cinegraph.store.answers import Boolean, Triples

    if isinstance(answer, Triples):
        yield from _graph(answer, format or "turtle", window)
    elif format in GRAPH:
        kind = "yes or no" if isinstance(answer, Boolean) else "rows"
        raise InputError(
            f"the answer is {kind}, no graph, so it has no {format}; choose from {', '.join(TABULAR)}, xml"
        )
    elif format in _W3C or (format == "tsv" and not isinstance(answer, Boolean)):
        yield (
            _xml(answer.serialize(format)) if format == "xml" else answer.serialize(format) + b"\n" * (format == "json")
        )
    elif isinstance(answer, Boolean):
        yield from render(Reply(Table(("answer",), ((bool(answer),),))), format or "table", window)
    else:
        yield from _rows(answer, format or "table", window)


def _graph(answer: Triples, format: str, window: int | None) -> Iterator[str | bytes]:
    triples = sorted(answer, key=str)
    if format == "xml":
        format = "rdfxml"
    table = Table(
        ("subject", "predicate", "object"),
        tuple(tuple(_cell(term, format) for term in triple) for triple in triples) if format not in GRAPH else (),
    )
    yield from render(Reply(table, graph=lambda: triples), format, window)


def _rows(answer: Solutions, format: str, window: int | None) -> Iterator[str | bytes]:
    rows = tuple(tuple(_cell(term, format) for term in row) for row in answer)
    yield from render(Reply(Table(answer.variables, rows)), format, window)


def _cell(term: Any, format: str) -> Cell:
    """A term as people read it in a table, as spreadsheets and programs want it elsewhere."""
    if term is None:
        return None
    kind = type(term).__name__
    if kind == "NamedNode":
        return _shortened(term.value) if format == "table" else str(term.value)
    if kind != "Literal":
        return str(term)
    datatype = term.datatype.value.rpartition("#")[2]
    if datatype in _NUMBERS:
        return _number(term.value)
    return term.value == "true" if datatype == "boolean" else str(term.value)


def _number(text: str) -> Cell:
    try:
        return int(text) if re.fullmatch(r"[+-]?\d+", text) else float(text)
    except ValueError:
        return text


def _shortened(iri: str) -> str:
    """An IRI with one of our prefixes, where what is left is a plain name; else the IRI.

    >>> _shortened("https://w3id.org/cinegraph/id/film/beanpole")
    'film:beanpole'
    """
    from cinegraph.rdf.terms import PREFIXES

    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and re.fullmatch(r"[\w%.-]+", iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _xml(document: bytes) -> bytes:
    return _NOT_XML.sub("\ufffd", document.decode("utf-8")).encode("utf-8") + b"\n"


def assignments(pairs: Iterable[str]) -> dict[str, list[str]]:
    """The values of ``-p key=value``, by key; a key given twice has both values.

    :raises InputError: if one is no assignment

    >>> assignments(["film=Beanpole", "film=Closeness"])
    {'film': ['Beanpole', 'Closeness']}
    """
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise InputError(f"a parameter is given as -p name=value, not as {pair!r}")
        found.setdefault(name.strip(), []).append(value.strip())
    return found
