"""Answers that are refused for their number of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Triple

from cinegraph.store.answers import Answer, Solutions, TooLargeError, Triples

_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_CSV_QUOTED = re.compile(rb'"(?:[^"]|"")*"')
_JSON_ROW = re.compile(rb"[\[,]\{")
_SHORTEST = {"json": 3, "xml": 17, "csv": 1, "tsv": 1}
"""No row takes fewer bytes."""


def serialized(answer: Answer, format: str, most_bytes: int, most_rows: int) -> bytes:
    """An answer in one of the W3C's formats.

    :raises TooLargeError: if it has more bytes, rows or triples than allowed
    """
    if isinstance(answer, Triples):
        return Triples(_no_more(answer, most_rows)).serialize(format, most_bytes)
    body = answer.serialize(format, most_bytes)
    # To count costs something, and most answers are so short that they cannot have too many.
    could = isinstance(answer, Solutions) and len(body) > most_rows * _SHORTEST[format]
    if could and rows_in(body, format) > most_rows:
        raise _too_many(most_rows, "rows")
    return body


def rows_in(body: bytes, format: str) -> int:
    """How many rows a written answer has.

    >>> rows_in(b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":",{"}},{}]}}', "json")
    2
    >>> rows_in(b'x,y\\r\\n1,"a\\r\\nb"\\r\\n', "csv"), rows_in(b'?x\\n"a"\\n', "tsv")
    (1, 1)
    """
    if format == "xml":
        return body.count(b"<result>")
    if format == "json":
        return len(_JSON_ROW.findall(_QUOTED.sub(b"", body)))
    return (_CSV_QUOTED.sub(b"", body) if format == "csv" else body).count(b"\n") - 1


def _no_more(triples: Triples, most: int) -> Iterator[Triple]:
    for number, triple in enumerate(triples):
        if number == most:
            raise _too_many(most, "triples")
        yield triple


def _too_many(most: int, what: str) -> TooLargeError:
    return TooLargeError(f"the answer has more than {most:,} {what}; ask for less, or for a part of it with LIMIT")
