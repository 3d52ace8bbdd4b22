"""A request of the SPARQL 1.1 Protocol, taken apart (https://www.w3.org/TR/sparql11-protocol/#query-operation)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_UPDATES = ("update", "using-graph-uri", "using-named-graph-uri")


class RefusedError(Exception):
    """A request that gets no answer.

    :ivar status: the HTTP status that says so
    :ivar message: why, and what to do instead
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class Operation(NamedTuple):
    """A query, and the dataset that the request gives it; None where it gives none."""

    query: str
    dataset: tuple[tuple[str, ...], tuple[str, ...]] | None = None


def by_get(query_string: str) -> Operation | None:
    """The operation of a GET request, or None where it asks nothing and so asks for the service itself.

    :raises RefusedError: if it is malformed, or an update

    >>> by_get("query=ASK%20%7B%7D&default-graph-uri=https%3A%2F%2Fexample.org%2Fa%2520b")
    Operation(query='ASK {}', dataset=(('https://example.org/a%20b',), ()))
    """
    return _operation(_pairs(query_string)) if query_string else None


def by_post(content_type: str, query_string: str, body: bytes) -> Operation:
    """The operation of a POST request.

    :raises RefusedError: if it is malformed, of another content type, or an update
    """
    media_type, _, parameters = content_type.partition(";")
    media_type = media_type.strip().lower()
    if media_type == UPDATE:
        raise _no_updates()
    if media_type not in (FORM, QUERY):
        raise RefusedError(
            415, f"send the query as {FORM} (in the field “query”) or as {QUERY}, not as {media_type or 'nothing'}"
        )
    charset = parameters.lower().replace(" ", "").replace('"', "").partition("charset=")[2]
    if charset not in ("", "utf-8", "utf8"):
        raise RefusedError(415, f"queries are read as UTF-8, not as {charset}")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the request is no UTF-8: byte {error.start} is {body[error.start]:#x}") from error
    given = _pairs(query_string)
    operation = _operation([*given, ("query", text)] if media_type == QUERY else [*given, *_pairs(text)])
    if operation is None:
        raise RefusedError(400, "the request has no field “query”")
    return operation


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise RefusedError(400, "the request's parameters are no UTF-8, or too many") from error


def _operation(pairs: Sequence[tuple[str, str]]) -> Operation | None:
    if any(name in _UPDATES for name, _ in pairs):
        raise _no_updates()
    queries = [value for name, value in pairs if name == "query"]
    default = tuple(value for name, value in pairs if name == "default-graph-uri")
    named = tuple(value for name, value in pairs if name == "named-graph-uri")
    if len(queries) > 1:
        raise RefusedError(400, f"the request has {len(queries)} queries; send one")
    if not queries:
        if default or named:
            raise RefusedError(400, "the request names graphs but has no field “query”")
        return None
    return Operation(queries[0], (default, named) if default or named else None)


def _no_updates() -> RefusedError:
    return RefusedError(
        403, "updates are refused: the graph is made from articles. Change it with: cinegraph build, cinegraph remove"
    )
