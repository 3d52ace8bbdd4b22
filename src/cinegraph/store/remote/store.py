"""A service opened for look-ups."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from cinegraph.errors import StoreError
from cinegraph.rdf.terms import RUNS_GRAPH, article_graph
from cinegraph.store.names import NameIndex
from cinegraph.store.remote.endpoint import Endpoint, terms_of, texts
from cinegraph.store.remote.indexing import names_index
from cinegraph.store.remote.shelf import RECORDS, LoadedShelf, RemoteShelf
from cinegraph.store.remote.state import Seen
from cinegraph.store.remote.vocabulary import FIXED_GRAPHS, is_ours
from cinegraph.store.sparql import check

if TYPE_CHECKING:
    from cinegraph.store.answers import Answer
    from cinegraph.store.index import Index

# A query that does not name the graphs it asks for, or names an article's.
_ANY_GRAPH = re.compile(r"\bGRAPH\s*[?$]|graph/article/|graph:article", re.IGNORECASE)
_KEPT_ANSWERS = 100_000


def open_remote(url: str) -> RemoteStore:
    """Open the graph that a service holds.

    :raises InputError: if the address is none
    :raises StoreError: if the service fails, or holds no graph of ours
    """
    endpoint = Endpoint(url)
    try:
        return RemoteStore(endpoint, Seen(endpoint))
    except BaseException:
        endpoint.close()
        raise


class RemoteStore:
    """One version of a service's graph; see :class:`cinegraph.store.interface.OpenStore`."""

    def __init__(self, endpoint: Endpoint, seen: Seen) -> None:
        self._endpoint = endpoint
        self._seen = seen
        self._index: Index | None = None
        self._matched: dict[tuple[str | None, str | None, str | None], list[Quad]] = {}

    def __enter__(self) -> RemoteStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        if self._index is not None:
            self._index.close()
        self._endpoint.close()

    def prepare(self) -> None:
        """Nothing: the service is open already."""

    @property
    def key(self) -> str:
        """Stands for everything that the graph was made from; empty where nobody knows."""
        return self._seen.state.key

    @property
    def version(self) -> str:
        """Another one with every graph that is published; empty where the graph was loaded as a file."""
        return self._seen.state.version

    @cached_property
    def names(self) -> NameIndex:
        """The index of names."""
        version = self._seen.name if self._seen.built else None
        self._index = names_index(self._endpoint, self._seen.dataset(""), version)
        self._seen.check()
        return NameIndex(self._index)

    @cached_property
    def articles(self) -> RemoteShelf | LoadedShelf:
        """The articles behind the graph."""
        return RemoteShelf(self._beside) if self._seen.built else LoadedShelf(self._texts, self._endpoint.url)

    @cached_property
    def decisions(self) -> RemoteDecisions:
        """A person's decisions; those that the graph follows."""
        return RemoteDecisions(sorted(text for (text,) in self._beside(RECORDS)))

    def query(
        self,
        sparql: str,
        *,
        limit_seconds: float | None = None,
        dataset: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> Answer:
        """Answer a SPARQL query; see the interface."""
        if not check(sparql) and dataset is None:
            articles = self._article_graphs if self._seen.built and _ANY_GRAPH.search(sparql) else None
            dataset = self._seen.dataset(sparql, articles)
        answer = self._endpoint.query(sparql, dataset=dataset, seconds=limit_seconds)
        self._seen.check(limit_seconds)
        return answer

    def quads(self) -> Iterator[Quad]:
        """Every quad of the graph, in no particular order."""
        for name in (*FIXED_GRAPHS, *self._article_graphs):
            graph = NamedNode(name)
            for triple in self._endpoint.graph(name):
                yield Quad(triple.subject, triple.predicate, triple.object, graph)
        self._seen.check()

    def matching(
        self, subject: str | None = None, predicate: str | None = None, value: str | None = None
    ) -> Iterator[Quad]:
        """The quads with these IRIs at their places, None standing for any."""
        asked = (subject, predicate, value)
        if asked not in self._matched:
            if len(self._matched) > _KEPT_ANSWERS:
                self._matched.clear()
            self._matched[asked] = list(self._found(*asked))
        return iter(self._matched[asked])

    def runs(self) -> Iterator[Quad]:
        """The graph ``runs``: when what was built, by which version. It stands apart from what queries see."""
        for triple in self._endpoint.graph(RUNS_GRAPH):
            yield Quad(triple.subject, triple.predicate, triple.object, NamedNode(RUNS_GRAPH))

    def _found(self, *places: str | None) -> Iterator[Quad]:
        shown = [f"?{name}" if iri is None else str(NamedNode(iri)) for name, iri in zip("spo", places, strict=True)]
        # Without a dataset GRAPH asks every graph of the service; those that are none of ours are left out here.
        asked = " ".join(each for each in shown if each[0] == "?")
        answer = self._endpoint.query(f"SELECT ?g {asked} WHERE {{ GRAPH ?g {{ {' '.join(shown)} }} }}")
        self._seen.check()
        fixed = [None if iri is None else NamedNode(iri) for iri in places]
        for graph, *found in terms_of(answer):
            if is_ours(graph.value):
                rest = iter(found)
                s, p, o = (next(rest) if each is None else each for each in fixed)
                yield Quad(s, p, o, graph)

    @cached_property
    def _article_graphs(self) -> tuple[str, ...]:
        if not self._seen.built:
            return tuple(each for each in self._seen.loaded if each not in FIXED_GRAPHS)
        return tuple(article_graph(name) for name in self.articles.names())

    def _texts(self, sparql: str) -> Iterator[tuple[str, ...]]:
        return texts(self.query(sparql))

    def _beside(self, sparql: str) -> Iterator[tuple[str, ...]]:
        """What one of our own queries finds in the graphs beside the graph, which no dataset names."""
        answer = self._endpoint.query(sparql)
        self._seen.check()
        return texts(answer)


class RemoteDecisions:
    """The decisions that a service keeps."""

    def __init__(self, written: Sequence[str]) -> None:
        self._written = written

    def records(self) -> list[dict[str, object]]:
        """Every decision, oldest first.

        :raises StoreError: if one is damaged
        """
        try:
            return [json.loads(text.partition(" ")[2]) for text in self._written]
        except ValueError as error:
            raise StoreError(f"a decision in the service is damaged ({error}); build again") from error

    def cut_off(self) -> str:
        """Nothing: a service keeps a decision whole or not at all."""
        return ""
