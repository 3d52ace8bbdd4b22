"""One service in the terms of SPARQL: questions, changes, whole graphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from pyoxigraph import (
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from cinegraph.errors import QueryError, StoreError
from cinegraph.rdf.terms import PREFIXES
from cinegraph.store.answers import Triples, answer_of, failed
from cinegraph.store.remote.address import UPDATE_VARIABLE, addresses
from cinegraph.store.remote.connection import Connection, RefusedError, Reply
from cinegraph.store.sparql import malformed

if TYPE_CHECKING:
    from cinegraph.store.answers import Answer

Dataset = tuple[Sequence[str], Sequence[str]]
"""IRIs of the graphs that make the default graph, and of those that GRAPH may name."""

_RESULTS = "application/sparql-results+json"
_TRIPLES = {"application/n-triples": RdfFormat.N_TRIPLES, "text/plain": RdfFormat.N_TRIPLES}
_TURTLE = {
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
    "text/ntriples": RdfFormat.N_TRIPLES,
}
_NT = "application/n-triples"
_UPDATE = "application/sparql-update"
_FORM = "application/x-www-form-urlencoded"
# Virtuoso answers ASK with a row or none, and writes true as 1 in JSON, where our graphs say true.
_ASKED = "__ASK_RETVAL"
_ONE = re.compile(rb'(XMLSchema#boolean"\s*,\s*"value"\s*:\s*)"([01])"')


class Endpoint:
    """A service that is asked, and perhaps changed.

    :raises InputError: if the address is none
    """

    def __init__(self, url: str) -> None:
        self._addresses = addresses(url)
        self._connection = Connection()
        self.url = self._addresses.query

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()

    def query(self, sparql: str, *, dataset: Dataset | None = None, seconds: float | None = None) -> Answer:
        """The answer to a query, read to its end.

        :param dataset: in place of whatever the service takes for the default graph
        :raises QueryError: if it is malformed, or the service cannot run it
        :raises TimeLimitError: if it takes longer than ``seconds``
        :raises StoreError: if the service fails
        """
        form = self._form(sparql)
        triples = form is QueryTriples
        fields = [("query", _declared(sparql))]
        for name, graphs in zip(("default-graph-uri", "named-graph-uri"), dataset or ((), ()), strict=True):
            fields += [(name, graph) for graph in graphs]
        try:
            reply = self._connection.send(
                "POST",
                self.url,
                data=urlencode(fields).encode("ascii"),
                headers={"Content-Type": _FORM, "Accept": f"{_NT}, text/turtle;q=0.5" if triples else _RESULTS},
                seconds=seconds,
            )
        except RefusedError as error:
            if error.status in (400, 500) and error.words:
                raise QueryError(f"{self.url} cannot run the query: {error.words}") from error
            raise
        self._check_complete(reply)
        return self._triples(reply) if triples else self._rows(reply)

    def update(self, sparql: str, seconds: float | None = None) -> None:
        """Change the service; only what may be done twice without harm.

        :raises RefusedError: if the service refuses it
        :raises StoreError: if the service fails
        """
        self._connection.send(
            "POST",
            self._update_address,
            data=sparql.encode("utf-8"),
            headers={"Content-Type": _UPDATE, "Accept": "*/*"},
            seconds=seconds,
        )

    def takes_graphs(self, known: str) -> bool:
        """Whether the service has the Graph Store Protocol.

        :param known: a graph that it is known to hold
        """
        for address in self._addresses.graphs:
            with suppress(StoreError):
                params = [("graph", known)]
                reply = self._connection.send("GET", address, params=params, headers={"Accept": _NT}, again=False)
                if reply.type in _TRIPLES and reply.body.strip():
                    self._graphs_address = address
                    return True
        return False

    def add_to_graph(self, graph: str, triples: bytes) -> None:
        """Add triples (N-Triples) to a graph by the Graph Store Protocol; after :meth:`takes_graphs`."""
        self._connection.send(
            "POST",
            self._graphs_address,
            params=[("graph", graph)],
            data=triples,
            headers={"Content-Type": "text/turtle", "Accept": "*/*"},
        )

    def graph(self, name: str) -> Iterator[Triple]:
        """Every triple of a graph.

        :raises StoreError: if the service does not give all of them
        """
        # Virtuoso says of rows, not of triples, where it has cut them off.
        for row in terms_of(self.query(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")):
            yield Triple(*row)

    _graphs_address = ""

    @cached_property
    def _update_address(self) -> str:
        """The first address that takes a change which changes nothing."""
        refusals: list[StoreError] = []
        nothing = (
            "DELETE DATA { GRAPH <urn:cinegraph:nothing> { <urn:cinegraph:a> <urn:cinegraph:b> <urn:cinegraph:c> } }"
        )
        for address in dict.fromkeys(self._addresses.updates):
            try:
                self._connection.send(
                    "POST",
                    address,
                    data=nothing.encode("ascii"),
                    headers={"Content-Type": _UPDATE, "Accept": "*/*"},
                )
                return address
            except RefusedError as error:
                refusals.append(error)
                if error.status in (401, 403):
                    break
        first = refusals[-1]
        raise StoreError(f"{first.message}. To change a service that takes changes elsewhere, set {UPDATE_VARIABLE}")

    @staticmethod
    def _form(sparql: str) -> type:
        """What kind of answer a query has; our own engine says best what is wrong with one that is malformed."""
        try:
            return type(Store().query(sparql, prefixes=dict(PREFIXES)))
        except SyntaxError as error:
            raise malformed(sparql, str(error)) from error
        except (OSError, ValueError, RuntimeError) as error:
            raise failed(error) from error

    def _check_complete(self, reply: Reply) -> None:
        most = reply.headers.get("X-SPARQL-MaxRows")
        if most is not None:
            raise StoreError(
                f"{self.url} cuts its answers after {most} rows; raise ResultSetMaxRows in its virtuoso.ini"
            )

    def _rows(self, reply: Reply) -> Answer:
        self._expect(reply, {_RESULTS, "application/json"}, "results of a query")
        body = _ONE.sub(lambda match: match[1] + (b'"true"' if match[2] == b"1" else b'"false"'), reply.body)
        try:
            # Read once to the end: what is cut off in the middle is no answer.
            tried = parse_query_results(body, format=QueryResultsFormat.JSON)
            if isinstance(tried, QuerySolutions):
                rows = sum(1 for _ in tried)
                if [each.value for each in tried.variables] == [_ASKED]:
                    body = b'{"head":{},"boolean":%s}' % (b"true" if rows else b"false")
            return answer_of(parse_query_results(body, format=QueryResultsFormat.JSON))
        except (SyntaxError, ValueError, OSError) as error:
            raise self._unreadable(error) from error

    def _triples(self, reply: Reply) -> Triples:
        self._expect(reply, {*_TRIPLES, *_TURTLE}, "triples")
        syntax = {**_TRIPLES, **_TURTLE}[reply.type]
        try:
            return Triples([quad.triple for quad in parse(reply.body, format=syntax)])
        except (SyntaxError, ValueError, OSError) as error:
            raise self._unreadable(error) from error

    def _expect(self, reply: Reply, types: Iterable[str], what: str) -> None:
        if reply.type not in types:
            raise StoreError(
                f"{self.url} answers with {reply.type or 'something without a type'} where {what} were asked for; "
                "give the address that takes SPARQL queries"
            )

    def _unreadable(self, error: Exception) -> StoreError:
        said = str(error).splitlines()[0][:200]
        return StoreError(f"the answer of {self.url} is malformed or was cut off ({said}); try again")


def _declared(sparql: str) -> str:
    """The query with those of our prefixes that it may use, all in front of its first line."""
    used = [f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items() if f"{prefix}:" in sparql]
    return " ".join([*used, sparql])


def terms_of(answer: Answer) -> Iterator[tuple[Any, ...]]:
    """The rows of a SELECT as RDF terms."""
    yield from answer  # type: ignore[misc]


def texts(answer: Answer) -> Iterator[tuple[str, ...]]:
    """The rows of a SELECT as strings: an IRI, or the text of a literal; what is unbound is empty."""
    for row in terms_of(answer):
        yield tuple("" if term is None else term.value for term in row)
