"""Which version of a graph a service holds, and who is changing it."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.errors import StoreError
from cinegraph.store.remote import vocabulary as words
from cinegraph.store.remote.endpoint import Endpoint, texts
from cinegraph.store.remote.vocabulary import is_ours

if TYPE_CHECKING:
    from cinegraph.store.remote.endpoint import Dataset

_STATE = f"SELECT ?p ?o WHERE {{ GRAPH <{words.STATE_GRAPH}> {{ <{words.STATE}> ?p ?o }} }}"
_LOADED = "SELECT DISTINCT ?g WHERE { { GRAPH ?g { ?a a cg:Article } } UNION { GRAPH ?g { ?e cg:slug ?slug } } }"
_MOST_LISTED = 500


class State(NamedTuple):
    """What a service says of its graph.

    :ivar version: another one with every graph that is published; empty where nothing was built there
    :ivar key: stands for everything that the graph was made from
    :ivar changing: whether it is neither the old graph nor the new one at present
    :ivar writers: who has announced to write, each with how often it has done so
    """

    version: str = ""
    key: str = ""
    changing: bool = False
    writers: tuple[tuple[str, int], ...] = ()


def read_state(endpoint: Endpoint, seconds: float | None = None) -> State:
    """The state at present.

    :raises StoreError: if the service fails, or its store is of another format
    """
    values: dict[str, list[str]] = {}
    for predicate, value in texts(endpoint.query(_STATE, seconds=seconds)):
        values.setdefault(predicate, []).append(value)
    format = values.get(words.FORMAT_OF, [words.FORMAT])
    if format != [words.FORMAT]:
        raise StoreError(
            f"the store at {endpoint.url} has format {', '.join(format)}; this cinegraph reads {words.FORMAT}: "
            "install the cinegraph that wrote it"
        )
    writers = [each.partition(" ") for each in values.get(words.WRITER, ())]
    return State(
        version="".join(values.get(words.VERSION, ())),
        key="".join(values.get(words.KEY, ())),
        changing=words.CHANGING in values,
        writers=tuple(sorted((token, int(beat)) for token, _, beat in writers)),
    )


class Seen:
    """The version that a reader has opened, which every later answer has to be of.

    :ivar built: whether it was built in the service by cinegraph, and not loaded into it as a file
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.state = read_state(endpoint)
        self.built = bool(self.state.version)
        if self.state.changing:
            raise self._being_changed()
        self.loaded = () if self.built else self._loaded()

    def check(self, seconds: float | None = None) -> None:
        """Make sure that the answer just read is of the version that was opened.

        :raises StoreError: if it may not be
        """
        if not self.built:
            return
        state = read_state(self._endpoint, seconds)
        if state.changing:
            raise self._being_changed()
        if state.version != self.state.version:
            raise StoreError(f"the graph at {self._endpoint.url} was replaced by a build meanwhile; ask again")

    def dataset(self, sparql: str, articles: tuple[str, ...] | None = None) -> Dataset | None:
        """The dataset that a query is about which names none itself; None leaves it to the service.

        :param articles: the graphs of all articles, where the query asks for graphs without naming them
        """
        if self.built:
            return (words.UNION_GRAPH,), (*words.FIXED_GRAPHS, *(articles or ()))
        if len(self.loaded) <= _MOST_LISTED:
            return self.loaded, self.loaded
        return None

    def _loaded(self) -> tuple[str, ...]:
        found = {graph for (graph,) in texts(self._endpoint.query(_LOADED)) if is_ours(graph)}
        if not found:
            raise StoreError(
                f"the service at {self._endpoint.url} holds no graph of cinegraph's; make one with: cinegraph build, "
                "or load into it what cinegraph export --format nquads writes"
            )
        graphs = tuple(sorted(found.union(words.FIXED_GRAPHS)))
        if len(graphs) > _MOST_LISTED and not self._endpoint.query("ASK { ?claim a cg:Claim . ?e oa:hasBody ?claim }"):
            raise StoreError(
                f"the service at {self._endpoint.url} does not ask all its graphs at once; let it (for Oxigraph add "
                "?union-default-graph to the address), or make the graph with: cinegraph build"
            )
        return graphs

    def _being_changed(self) -> StoreError:
        return StoreError(
            f"the graph at {self._endpoint.url} is being replaced by a build, and is neither old nor new; try again "
            "when the build has ended, or, where it was killed, build again"
        )

    @property
    def name(self) -> str:
        """Stands for the version, as the name of a file."""
        return version_name(self._endpoint.url, self.state.version)


def version_name(url: str, version: str) -> str:
    """Stands for a version of a service's graph, as the name of a file."""
    return hashlib.sha256(f"{url}\n{version}".encode()).hexdigest()[:32]


@cache
def _endpoint(url: str) -> Endpoint:
    return Endpoint(url)


def version_at(url: str) -> str:
    """The version that a service holds now; for whoever asks again and again.

    :raises StoreError: if the service fails
    """
    return read_state(_endpoint(url)).version
