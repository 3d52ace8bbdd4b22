"""Exchange with the world: files in every RDF syntax, the other exports, and rdflib."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize
from pyoxigraph import Literal as RdfLiteral

from cinegraph.errors import InputError
from cinegraph.rdf import terms
from cinegraph.rdf.facts import fact_lines
from cinegraph.rdf.read import knowledge_of
from cinegraph.rdf.table import claims_csv

if TYPE_CHECKING:
    from rdflib import Dataset, Graph
    from rdflib.term import Identifier

_SYNTAXES = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "json-ld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
_TABLES: dict[str, Callable[[Iterable[Quad]], Iterable[str]]] = {
    "csv": lambda quads: claims_csv(knowledge_of(quads)),
    "facts": lambda quads: (f"{line}\n" for line in fact_lines(knowledge_of(quads))),
}
_EXTENSIONS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".n3": RdfFormat.N3,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}
# what no XML 1.0 document can hold, not even escaped (https://www.w3.org/TR/xml/#charsets)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

EXPORT_FORMATS: tuple[str, ...] = (*_SYNTAXES, *_TABLES)
"""The formats that :func:`export` knows."""


def export(quads: Iterable[Quad], form: str) -> bytes:
    """The graph in one of :data:`EXPORT_FORMATS`; the same graph gives the same bytes, whatever the order of its quads.

    Formats for one graph only (``turtle``, ``ntriples``, ``rdfxml``) hold the union of all graphs. The record of runs
    is left out of every export.

    :raises InputError: if there is no such format

    >>> film = NamedNode(terms.entity_iri("film/beanpole"))
    >>> quad = Quad(film, NamedNode(terms.TYPE), NamedNode(terms.CG + "Film"), NamedNode(terms.ENTITIES_GRAPH))
    >>> export([quad], "ntriples").decode().split()[0]
    '<https://w3id.org/cinegraph/id/film/beanpole>'
    """
    shown = (quad for quad in quads if quad.graph_name != NamedNode(terms.RUNS_GRAPH))
    if form in _TABLES:
        return "".join(_TABLES[form](shown)).encode("utf-8")
    if form not in _SYNTAXES:
        raise InputError(f"there is no export format {form!r}; the formats are: {', '.join(EXPORT_FORMATS)}")
    return _serialize(shown, _SYNTAXES[form])


def _serialize(quads: Iterable[Quad], syntax: RdfFormat) -> bytes:
    if not syntax.supports_datasets:
        quads = {Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads}
    if syntax == RdfFormat.RDF_XML:
        quads = map(_for_xml, quads)
    ordered = sorted(set(quads), key=_quad_order)
    statements = ordered if syntax.supports_datasets else [quad.triple for quad in ordered]
    written = serialize(statements, format=syntax, prefixes=dict(terms.WRITTEN_PREFIXES)) or b""
    if syntax == RdfFormat.RDF_XML:
        # a bare carriage return would be read as a line feed (https://www.w3.org/TR/xml/#sec-line-ends)
        return written.replace(b"\r", b"&#13;")
    return _tidy(written) if syntax in {RdfFormat.TURTLE, RdfFormat.TRIG} else written


def _quad_order(quad: Quad) -> tuple[str, str, int, str, str]:
    """By graph and subject; of a subject its type comes first, then its label."""
    predicate = quad.predicate.value
    rank = {terms.TYPE: 0, terms.LABEL: 1}.get(predicate, 2)
    return str(quad.graph_name), str(quad.subject), rank, predicate, str(quad.object)


def _for_xml(quad: Quad) -> Quad:
    value = quad.object
    if not isinstance(value, RdfLiteral) or not _NOT_XML.search(value.value):
        return quad
    text = _NOT_XML.sub("\ufffd", value.value)
    held = RdfLiteral(text, language=value.language) if value.language else RdfLiteral(text, datatype=value.datatype)
    return Quad(quad.subject, quad.predicate, held, quad.graph_name)


def _tidy(written: bytes) -> bytes:
    """The prefixes in order (the library writes them in that of a hash), and a blank line between subjects."""
    lines = written.split(b"\n")
    count = next((place for place, line in enumerate(lines) if not line.startswith(b"@prefix")), len(lines))
    # line ends inside literals are escaped, so a line that ends in a full stop ends a subject
    body = [line + b"\n" if line.endswith(b" .") else line for line in lines[count:]]
    return b"\n".join([*sorted(lines[:count]), b"", *body]).rstrip() + b"\n"


def read_rdf(path: Path) -> list[Quad]:
    """The quads of an RDF file: Turtle, TriG, N-Triples, N-Quads, N3, JSON-LD or RDF/XML, told by its extension.

    :raises InputError: if the file cannot be read; the message names the file, the line, and what is wrong there
    """
    syntax = _EXTENSIONS.get(path.suffix.lower())
    if syntax is None:
        known = ", ".join(sorted(_EXTENSIONS))
        raise InputError(f"{path}: {path.suffix or 'a name without extension'} is no RDF file; give one of {known}")
    try:
        return list(parse(path.read_bytes(), format=syntax, base_iri=path.absolute().as_uri()))
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        remote = "LoadDocumentCallback" in error.msg
        reason = (
            "its @context is on the web, and cinegraph fetches nothing; put it into the file" if remote else error.msg
        )
        raise InputError(f"{path}{line}: {reason}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error


def to_rdflib(quads: Iterable[Quad]) -> Dataset:
    """The quads as an rdflib dataset; its default graph is the union of all, as in our own queries.

    :raises InputError: if a quad holds a triple term, which rdflib cannot
    """
    from rdflib import Dataset, URIRef

    dataset = Dataset(default_union=True)
    _bind(dataset)
    for subject, predicate, value, graph in _rdflib_quads(quads):
        dataset.add((subject, predicate, value, dataset.graph(URIRef(graph)) if graph else dataset.default_graph))
    return dataset


def to_rdflib_graph(quads: Iterable[Quad]) -> Graph:
    """The union of all graphs as one rdflib graph.

    :raises InputError: if a quad holds a triple term, which rdflib cannot
    """
    from rdflib import Graph

    graph = Graph()
    _bind(graph)
    for subject, predicate, value, _ in _rdflib_quads(quads):
        graph.add((subject, predicate, value))
    return graph


def _bind(graph: Graph) -> None:
    for prefix, namespace in terms.PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)


def _rdflib_quads(quads: Iterable[Quad]) -> Iterator[tuple[Identifier, Identifier, Identifier, str | None]]:
    convert = lru_cache(maxsize=65_536)(_rdflib_term)
    for quad in quads:
        graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else None
        yield convert(quad.subject), convert(quad.predicate), convert(quad.object), graph


def _rdflib_term(term: NamedNode | BlankNode | RdfLiteral | Triple) -> Identifier:
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if isinstance(term, Triple):
        raise InputError(f"rdflib cannot hold the triple term {term}")
    if term.language:
        return Literal(term.value, lang=term.language)
    # a plain string stays plain, and no lexical form is rewritten
    datatype = None if term.datatype.value == terms.STRING else URIRef(term.datatype.value)
    return Literal(term.value, datatype=datatype, normalize=False)
