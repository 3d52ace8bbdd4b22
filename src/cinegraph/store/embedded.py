"""The embedded store: one folder on disk, asked through Oxigraph and SQLite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import QueryError, StoreError
from cinegraph.rdf.terms import PREFIXES
from cinegraph.store.index import Index
from cinegraph.store.layout import Layout, Snapshot, reason
from cinegraph.store.locks import Lock
from cinegraph.store.names import NameIndex
from cinegraph.store.opening import Opening, open_graph
from cinegraph.store.sparql import check, malformed

if TYPE_CHECKING:
    import pyoxigraph

    from cinegraph.store.answers import Answer, RawAnswer
    from cinegraph.store.archive import Manifest
    from cinegraph.store.articles import ArticleShelf
    from cinegraph.store.curation import Curation

_ATTEMPTS = 50


def open_store(path: str | Path) -> EmbeddedStore:
    """Open a store for look-ups. It stays as it is now, whatever is built meanwhile.

    Use it as a context manager, or close it.

    :raises StoreError: if there is no store, nothing was built in it yet, or it is damaged

    >>> with open_store(".cinegraph") as store:  # doctest: +SKIP
    ...     [hit.label for hit in store.names.exact("балагов")]
    ['Kantemir Balagov']
    """
    layout = Layout(Path(path))
    layout.check()
    number = layout.current_number()
    for _ in range(_ATTEMPTS):
        if number is None:
            raise StoreError(f"nothing has been built in {layout.root} yet; make a graph with: cinegraph build")
        snapshot = layout.snapshot(number)
        lock = _hold(snapshot)
        if lock is not None:
            return EmbeddedStore(layout, snapshot, lock)
        # It may have been replaced and deleted between the two looks.
        previous, number = number, layout.current_number()
        if number == previous:
            break
    raise StoreError(
        f"{layout.root} is damaged: the snapshot that “current” names is missing; "
        "build again with --only and all articles"
    )


def _hold(snapshot: Snapshot) -> Lock | None:
    """A lock that keeps a snapshot from being deleted, or None where it is gone."""
    try:
        lock = Lock.share(snapshot.lock)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"the store cannot be read ({reason(error)})") from error
    if snapshot.index.is_file():
        return lock
    lock.release()
    return None


class EmbeddedStore:
    """One snapshot of a store, opened for look-ups; see :class:`cinegraph.store.interface.Store`."""

    def __init__(self, layout: Layout, snapshot: Snapshot, lock: Lock) -> None:
        self._layout = layout
        self._snapshot = snapshot
        self._lock = lock
        self._index = Index(snapshot.index)
        self._opening: Opening | None = None
        self.names = NameIndex(self._index)

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._index.close()
        if self._opening is not None:
            # The lock keeps the files from being deleted while they are being opened.
            self._opening.wait()
            self._opening = None
        self.__dict__.pop("_graph", None)
        self._lock.release()

    def prepare(self) -> None:
        """Begin to open the graph in the background, for a caller who first has something else to do."""
        if self._opening is None and "_graph" not in self.__dict__:
            self._opening = Opening(self._snapshot.graph)

    @cached_property
    def articles(self) -> ArticleShelf:
        """The articles behind the graph."""
        from cinegraph.store.articles import ArticleShelf

        return ArticleShelf(self._index, self._layout.articles)

    @cached_property
    def decisions(self) -> Curation:
        """A person's decisions; those that the next build will follow."""
        from cinegraph.store.curation import Curation

        return Curation(self._snapshot.pending_or(self._layout.decisions))

    @property
    def key(self) -> str:
        """Stands for everything that the graph was made from."""
        return self._index.key

    def query(
        self,
        sparql: str,
        *,
        limit_seconds: float | None = None,
        dataset: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> Answer:
        """Answer a SPARQL query; see the interface.

        With a time limit the query runs in a process of its own (Oxigraph's Python interface cannot stop one), which
        costs some 60 ms.

        :param dataset: IRIs of the graphs that make the default graph, and of those that GRAPH may name, in place of
            whatever the query itself says (SPARQL 1.1 Protocol, section 2.1.4); not together with a time limit
        """
        # Loaded here because a look-up by name does without it.
        from cinegraph.store.answers import answer_of

        own_dataset = check(sparql)
        if limit_seconds is not None:
            from cinegraph.store.worker import query_within

            return query_within(self._snapshot.graph, sparql, limit_seconds)
        try:
            return answer_of(ask(self._graph, sparql, union=not own_dataset, dataset=dataset))
        except SyntaxError as error:
            raise malformed(sparql, str(error)) from error

    @property
    def graph(self) -> pyoxigraph.Store:
        """The graph itself, for whoever compares it with another."""
        return self._graph

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """Every quad of the graph, in no particular order."""
        return iter(self._graph)

    def matching(
        self, subject: str | None = None, predicate: str | None = None, value: str | None = None
    ) -> Iterator[pyoxigraph.Quad]:
        """The quads with these IRIs at their places, None standing for any; a look into an index, without a query."""
        import pyoxigraph

        places = [None if iri is None else pyoxigraph.NamedNode(iri) for iri in (subject, predicate, value)]
        return iter(self._graph.quads_for_pattern(places[0], places[1], places[2]))

    def runs(self) -> Iterator[pyoxigraph.Quad]:
        """The graph ``runs``: when what was built, by which version. It stands apart from what queries see."""
        import pyoxigraph

        runs = self._snapshot.pending_or(self._layout.runs)
        if runs.is_file():
            yield from pyoxigraph.parse(path=str(runs), format=pyoxigraph.RdfFormat.N_QUADS)

    def backup(self, target: str | Path, *, force: bool = False) -> Manifest:
        """Write this graph, its articles and the decisions into one file, whole or not at all; builds may go on.

        :param force: whether a file that exists may be replaced
        :returns: what is in it
        :raises InputError: if the file exists, or cannot be written
        :raises StoreError: if the store is damaged
        """
        from cinegraph.store.backup import write_backup

        articles = self.articles.readings()
        return write_backup(self._layout, self._snapshot, articles, self.key, Path(target), force=force)

    @cached_property
    def _graph(self) -> pyoxigraph.Store:
        return self._opening.graph() if self._opening is not None else open_graph(self._snapshot.graph)


def ask(
    graph: pyoxigraph.Store,
    sparql: str,
    *,
    union: bool,
    dataset: tuple[Sequence[str], Sequence[str]] | None = None,
) -> RawAnswer:
    """Run a query that has been looked over (:func:`cinegraph.store.sparql.check`).

    :param union: whether the default graph is the union of all graphs
    :param dataset: the default graphs and the named graphs, in place of all others
    :raises SyntaxError: if it is malformed, as Oxigraph says it
    :raises QueryError: if it cannot be run
    """
    from cinegraph.store.answers import failed

    try:
        if dataset is not None:
            default, named = _named_nodes(dataset[0]), _named_nodes(dataset[1])
            return graph.query(sparql, prefixes=_prefixes(sparql), default_graph=[*default], named_graphs=[*named])
        return graph.query(sparql, prefixes=_prefixes(sparql), use_default_graph_as_union=union)
    except (OSError, ValueError, RuntimeError) as error:
        raise failed(error) from error


def _prefixes(sparql: str) -> dict[str, str]:
    # Oxigraph parses every IRI that it is given: of all of ours that takes as long as a small query.
    return {prefix: iri for prefix, iri in PREFIXES.items() if f"{prefix}:" in sparql}


def _named_nodes(iris: Sequence[str]) -> list[pyoxigraph.NamedNode]:
    import pyoxigraph

    try:
        return [pyoxigraph.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError(f"a graph is named by an IRI: {reason(error)}") from error
