"""A graph that is built, opened, changed, checked, drawn and saved; what it is asked stands in ``asked``.

Everything heavy is imported where it is used: ``from cinegraph import Graph`` stays cheap.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.api.asked import Asked
from cinegraph.errors import InputError
from cinegraph.kinds import EntityType

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

    from cinegraph.evaluate import Report
    from cinegraph.pipeline import BuildReport
    from cinegraph.questions.review import Item
    from cinegraph.rdf.shapes import Finding
    from cinegraph.store import Location, OpenStore
    from cinegraph.views.notebook import View

DEFAULT_STORE = "./.cinegraph"


class Graph(Asked):
    """A film graph: look-ups, paths, conflicts, questions, views.

    It stays as it was when it was opened, whatever is built meanwhile, but for what :meth:`remove` and :meth:`decide`
    do. Use it as a context manager, or close it. Names may be in any spelling, script, case or order; ids
    (``film/beanpole``) and IRIs will do too.

    :param store: the folder that holds the graph, or the address of a SPARQL service; by default that of the
        environment (``CINEGRAPH_STORE``), or else ``./.cinegraph``
    :raises StoreError: if there is no graph there

    Methods that take a name raise ``NotFoundError`` where nothing bears it (``suggestions`` are near names) and
    ``AmbiguousNameError`` where several do (``candidates`` tell them apart).
    """

    def __init__(self, store: str | Path | None = None) -> None:
        from cinegraph.store import open_store

        self.folder = _location(store)
        self._store: OpenStore = open_store(self.folder)

    @classmethod
    def build(
        cls,
        *sources: str | Path,
        store: str | Path | None = None,
        only: bool = False,
        prune: bool = False,
        jobs: int | None = None,
        scheduler: str | None = None,
    ) -> Graph:
        """Read articles into a graph, and open it.

        :param sources: files, folders, patterns or locations (``zip://*.txt::archive.zip``, ``s3://bucket/press/``,
            ``https://host/page``); none means the articles that come with cinegraph
        :param only: make a graph of just these articles
        :param prune: take out articles whose file has gone from a folder among the sources
        :param jobs: how many processes may read at once; by default as many as there are cores
        :param scheduler: the address of a Dask cluster whose workers read instead (``tcp://host:8786``)
        :raises InputError: if a source does not exist, or none of the articles can be read
        :raises CinegraphError: if the cluster cannot be used, or is lost; the graph is as it was
        """
        from cinegraph.pipeline import build
        from cinegraph.resources import resource

        path = _location(store)
        given = [str(source) for source in sources] or [str(resource("data", "articles"))]
        if jobs is not None and scheduler is not None:
            raise InputError("jobs is for this machine: the cluster has workers of its own")
        report = build(path, given, only=only, prune=prune, jobs=jobs, scheduler=scheduler)
        if report.nothing_read:
            told = "; ".join(f"{each.name}: {each.message}" for each in report.failures)
            raise InputError(f"no article could be read: {told}")
        graph = cls(path)
        graph.report = report
        return graph

    @classmethod
    def restore(cls, backup: str | Path, *, store: str | Path | None = None, force: bool = False) -> Graph:
        """Make a graph of a file that :meth:`backup` wrote, and open it.

        :param force: whether a graph that is there may be replaced, with its articles and decisions
        :raises InputError: if there is a graph already, or the file is damaged; then nothing is changed
        """
        from cinegraph.store.restore import restore

        path = Path(store or os.environ.get("CINEGRAPH_STORE") or DEFAULT_STORE)
        restore(backup, path, force=force)
        return cls(path)

    report: BuildReport | None = None
    """What the build did, of a graph that :meth:`build` gave."""

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Graph({str(self.folder)!r})"

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    # Changing it, and checking it

    def remove(self, *articles: str) -> BuildReport:
        """Take articles out of the graph, with everything that only they say; it is then opened anew.

        :param articles: their names, as :meth:`articles` has them
        :returns: what that changed (``changes``: entities and claims that came, changed or went)
        :raises NotFoundError: if the graph has no article of one of these names; then none is taken out
        """
        from cinegraph.pipeline import remove

        report = remove(self.folder, articles, compared=True)
        self._open_anew()
        return report

    def review(
        self, about: str | None = None, *, kinds: Sequence[str] | None = None, thorough: bool = False
    ) -> list[Item]:
        """What a person should decide and nobody has decided yet, the weightiest first; :meth:`decide` answers.

        :param about: only what is about this name
        :param kinds: only ``doubt`` (merges not made), ``merge`` (made on little) or ``claim``
        :param thorough: every claim that rests on a single sentence
        """
        from cinegraph.questions.review import KINDS, open_items

        if unknown := set(kinds or ()) - set(KINDS):
            raise InputError(f"there is nothing of the kind {sorted(unknown)[0]!r}; the kinds are: {', '.join(KINDS)}")
        id_ = self.find(about).id if about is not None else None
        return open_items(self._store, id_, kinds or KINDS, thorough=thorough)

    def decide(self, item: Item, answer: str, *, who: str, note: str = "") -> BuildReport:
        """Keep a person's answer to an item of :meth:`review`; the graph follows it, and is opened anew.

        :param answer: one of ``item.decisions``: accept, reject, merge or split
        :raises InputError: if the item cannot be answered so
        """
        import json
        from datetime import UTC, datetime

        from cinegraph.pipeline import decide
        from cinegraph.resolve import decisions_from_json

        if answer not in item.decisions:
            raise InputError(f"this cannot be answered with {answer!r}; the answers are: {', '.join(item.decisions)}")
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        record = {**item.decisions[answer], "who": who, "when": now, **({"note": note} if note else {})}
        report = decide(self.folder, decisions_from_json(json.dumps([record])))
        self._open_anew()
        return report

    def validate(self, shapes: str | Path | None = None) -> list[Finding]:
        """What in the graph the ontology's shapes do not allow: violations first; empty where all is well.

        :param shapes: a file of further SHACL shapes
        """
        from cinegraph.rdf.shapes import validate

        return validate(self._store.quads(), Path(shapes) if shapes is not None else None)

    def evaluate(self, gold: str | Path) -> Report:
        """Precision, recall and F1 of the graph, measured against a folder of gold files.

        :raises InputError: if the gold is malformed, or none of its articles was built
        """
        from cinegraph.evaluate import evaluate
        from cinegraph.rdf.read import knowledge_of

        texts = {name: self._store.articles.document(name).text for name in self.articles()}
        return evaluate(gold, knowledge_of(self._store.quads()), texts)

    def _open_anew(self) -> None:
        from cinegraph.store import open_store

        self._store.close()
        self._store = open_store(self.folder)

    # Pages and files

    def view(
        self,
        what: str | None = None,
        other: str | None = None,
        *,
        hops: int = 1,
        festival: str | None = None,
        since: int | None = None,
        until: int | None = None,
        path: tuple[str, str] | None = None,
        types: str | EntityType | Iterable[str | EntityType] = (),
        query: str | Path | None = None,
        article: str | None = None,
        page: bool = False,
        max_nodes: int | None = None,
        title: str | None = None,
    ) -> View:
        """A network page around a name, between two, or an overview: a notebook shows it, ``save`` writes it.

        The choices are those of ``cinegraph view``; :func:`cinegraph.view` tells of each.
        """
        from cinegraph.views.notebook import view

        return view(
            what,
            other,
            store=self._store,
            hops=hops,
            festival=festival,
            since=since,
            until=until,
            path=path,
            types=types,
            query=query,
            article=article,
            page=page,
            max_nodes=max_nodes,
            title=title,
        )

    def export(self, format: str = "turtle") -> bytes:
        """The whole graph as ``turtle``, ``trig``, ``nquads``, ``ntriples``, ``json-ld``, ``rdfxml``, ``csv`` or
        ``facts``; the same graph gives the same bytes."""
        from cinegraph.rdf.exchange import export

        return export(self._store.quads(), format)

    def backup(self, file: str | Path, *, force: bool = False) -> None:
        """Save the graph, its articles, and the decisions taken, in one file; it appears whole or not at all.

        :param force: whether a file that exists may be replaced
        :raises InputError: if the file exists, or cannot be written
        :raises StoreError: if the graph is in a service
        """
        from cinegraph.store.embedded import EmbeddedStore
        from cinegraph.store.location import folder_of

        folder_of(self.folder, "backed up")
        assert isinstance(self._store, EmbeddedStore)
        self._store.backup(file, force=force)

    def to_rdflib(self) -> Dataset:
        """The whole graph as an rdflib dataset; its default graph is the union of all."""
        from cinegraph.rdf.exchange import to_rdflib

        return to_rdflib(self._store.quads())

    def to_networkx(self) -> nx.MultiDiGraph:
        """The whole graph as a networkx graph: names are its nodes, claims its edges."""
        from cinegraph.network import to_graph

        return to_graph(self._store)


def _location(store: str | Path | None) -> Location:
    from cinegraph.store import located

    return located(str(store or os.environ.get("CINEGRAPH_STORE") or DEFAULT_STORE))
