"""The formats of answers: a table for people, JSON, JSON Lines, CSV and TSV for programs, RDF where it is a graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.cli.table import layout
from cinegraph.errors import InputError
from cinegraph.questions.answers import Cell, Table

if TYPE_CHECKING:
    from pyoxigraph import Triple

TABULAR = ("table", "json", "jsonl", "csv", "tsv")
GRAPH = ("turtle", "ntriples", "nquads", "trig", "json-ld", "rdfxml")
ENDINGS = {
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "txt": "table",
    "xml": "xml",
    "srj": "json",
    "srx": "xml",
    "ttl": "turtle",
    "nt": "ntriples",
    "nq": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdf": "rdfxml",
    "graphml": "graphml",
    "gexf": "gexf",
    "cyjs": "cytoscape-json",
    "html": "html",
    "svg": "svg",
    "png": "png",
}
"""Which format the ending of an output file asks for, where ``--format`` does not say."""

# A spreadsheet takes a cell that begins so for a formula; a plain number is none.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


class Reply(NamedTuple):
    """What a command answers, in every format that it can take.

    :ivar table: for CSV, TSV and JSON Lines
    :ivar document: for JSON; None stands for the rows of the table
    :ivar text: for people, given the width of the terminal (None in a pipe); None stands for the table
    :ivar graph: for the RDF formats
    """

    table: Table
    document: Any = None
    text: Callable[[int | None], Iterable[str]] | None = None
    graph: Callable[[], Iterable[Triple]] | None = None


def render(reply: Reply, format: str, window: int | None = None) -> Iterator[str | bytes]:
    """The reply in one format, in pieces to be written one after another."""
    if format in GRAPH:
        yield serialize_graph(reply, format)
    elif format == "table":
        lines = reply.text(window) if reply.text is not None else layout(reply.table, window)
        yield from (line + "\n" for line in lines)
    elif format == "json":
        import json

        document = reply.document if reply.document is not None else reply.table.records()
        yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    elif format == "jsonl":
        import json

        yield from (json.dumps(record, ensure_ascii=False) + "\n" for record in reply.table.iter_records())
    else:
        yield from separated(reply.table, format)


def separated(table: Table, format: str) -> Iterator[str]:
    """The table as CSV (RFC 4180, safe to open in a spreadsheet) or as TSV (no quotes; blanks in cells are escaped)."""
    line = _csv_line if format == "csv" else _tsv_line
    yield line(table.columns)
    for row in table.rows:
        yield line(row)


def _csv_line(cells: Iterable[Cell]) -> str:
    return ",".join(_csv_cell(cell) for cell in cells) + "\r\n"


def _csv_cell(cell: Cell) -> str:
    text = harmless(_plain(cell)).replace("\x00", "")
    return '"' + text.replace('"', '""') + '"' if re.search(r'[",\r\n]', text) or text != text.strip() else text


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> harmless('=HYPERLINK("http://a")'), harmless("-5"), harmless("Beanpole")
    ('\\'=HYPERLINK("http://a")', '-5', 'Beanpole')
    """
    return "'" + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _tsv_line(cells: Iterable[Cell]) -> str:
    return "\t".join(harmless(_plain(cell)).translate(_TSV_ESCAPES) for cell in cells) + "\n"


_TSV_ESCAPES = {ord("\\"): "\\\\", ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}


def _plain(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def serialize_graph(reply: Reply, format: str) -> bytes:
    """The answer's triples in an RDF format.

    :raises InputError: if the answer is no graph
    """
    if reply.graph is None:
        raise InputError(f"this answer is no graph, so it has no {format}; choose from {', '.join(TABULAR)}")
    return serialize_triples(reply.graph(), format)


def serialize_triples(triples: Iterable[Triple], format: str) -> bytes:
    """Triples in an RDF format, in a stable order, with our prefixes where the format has prefixes."""
    from pyoxigraph import Quad

    from cinegraph.rdf.exchange import export

    return export((Quad(each.subject, each.predicate, each.object) for each in triples), format)
