"""A build in a service: made in a mirror of it, an embedded store in the user's cache folder, then sent there."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from pyoxigraph import Literal, NamedNode, Quad, Store

from cinegraph.errors import StoreError
from cinegraph.rdf.terms import RUNS_GRAPH
from cinegraph.store.graphs import Difference
from cinegraph.store.interface import ArticleKey, NameRow
from cinegraph.store.layout import Layout, write_atomically
from cinegraph.store.publish import Building, open_for_building
from cinegraph.store.remote import vocabulary as words
from cinegraph.store.remote.difference import Baseline, added, removed, sizes
from cinegraph.store.remote.endpoint import Endpoint, texts
from cinegraph.store.remote.indexing import cache_folder, keep_index
from cinegraph.store.remote.shelf import READINGS, RECORDS, read_reading, reading_iri, reading_triples
from cinegraph.store.remote.state import State, read_state, version_name
from cinegraph.store.remote.vocabulary import UNION_GRAPH, is_ours
from cinegraph.store.remote.writer import Writer, settle, statements

if TYPE_CHECKING:
    from cinegraph.store.embedded import EmbeddedStore

_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_SIZES = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
_CONTENTS = NamedNode(words.CONTENTS)
_MOST_PARTS = 200


@contextmanager
def open_remote_for_building(url: str) -> Iterator[Building]:
    """Open a service for a build; see :func:`cinegraph.store.open_for_building`.

    :raises StoreError: if the service fails or refuses changes, or another build is writing to it
    """
    endpoint = Endpoint(url)
    try:
        mirror = cache_folder() / "builds" / hashlib.sha256(endpoint.url.encode()).hexdigest()[:32]
        with _mirror(mirror) as inner:
            building = RemoteBuilding(Layout(mirror), inner, endpoint)
            building.follow()
            yield building
    finally:
        endpoint.close()


@contextmanager
def _mirror(folder: Path) -> Iterator[Building]:
    """The mirror, opened; one that this version cannot read is made anew, since the service has everything."""
    try:
        Layout(folder).create()
    except StoreError:
        shutil.rmtree(folder, ignore_errors=True)
    with open_for_building(folder) as inner:
        yield inner


class RemoteBuilding(Building):
    """A service in the hands of a build; see :class:`cinegraph.store.publish.Building`."""

    def __init__(self, layout: Layout, inner: Building, endpoint: Endpoint) -> None:
        super().__init__(layout, inner.cache)
        self._endpoint = endpoint
        self._mark = layout.root / "service-version"
        self._began = State()
        self._readings: list[ArticleKey] = []
        self._records: list[str] = []
        self._actual: Store | None = None
        self._is_loaded = False

    def follow(self) -> None:
        """Bring the mirror to what the service holds."""
        self._began = state = settle(self._endpoint)
        self._readings = sorted(ArticleKey(*row) for row in self._beside(READINGS))
        self._records = sorted(record for (record,) in self._beside(RECORDS))
        if state.version and not state.changing and state.version == self._version():
            return
        self._mark.unlink(missing_ok=True)
        for key in self._readings:
            if key not in self.cache:
                self.cache.put(key, read_reading(self._beside, key))
        lines = "".join(record.partition(" ")[2] + "\n" for record in self._records)
        write_atomically(self._layout.decisions, lines)
        # Of two readings of one article, which a build that was killed may leave, one will do.
        keys = list({key.name: key for key in self._readings}.values())
        if state.version and not state.changing:
            super().publish(self._downloaded(), (), keys, state.key)
            self._check_unchanged(state)
            write_atomically(self._mark, state.version)
            return
        self._actual = Store()
        self._actual.bulk_extend(self._downloaded(union=True))
        self._is_loaded = not state.version and not state.changing and len(self._actual) > 0
        super().publish((), (), keys, "")
        self._check_unchanged(state)

    def published(self, *, tolerant: bool = False) -> EmbeddedStore | None:
        """The graph that readers see at present, as the mirror has it; see the base class."""
        if self._is_loaded and not tolerant:
            raise StoreError(
                f"the graph at {self._endpoint.url} was loaded as a file, without the articles that it was made from, "
                "so nothing can be added to it; replace it with: cinegraph build --only and all articles"
            )
        return super().published(tolerant=tolerant)

    def publish(
        self, quads: Iterable[Quad], names: Iterable[NameRow], articles: Sequence[ArticleKey], key: str
    ) -> Difference | None:
        """Replace the service's graph; see the base class and :mod:`cinegraph.store.remote`."""
        old = super().published(tolerant=True)
        try:
            self._mark.unlink(missing_ok=True)
            difference = super().publish(quads, names, articles, key)
            new = super().published()
            assert new is not None
            with new:
                empty = old is None or self._actual is not None
                before = Baseline(self._actual or Store(), with_union=True) if empty else Baseline(_graph_of(old))
                state = self._send(before, new.graph, articles, key)
        finally:
            if old is not None:
                old.close()
        self._is_loaded, self._actual, self._began = False, None, state
        write_atomically(self._mark, state.version)
        number = self._layout.current_number()
        if number is not None:
            keep_index(self._layout.snapshot(number).index, version_name(self._endpoint.url, state.version))
        return difference

    def record_run(self, quads: Iterable[Quad]) -> None:
        """Add to the graph ``runs`` of the service."""
        written = " ".join(f"{quad.triple} ." for quad in quads)
        self._endpoint.update(f"INSERT DATA {{ GRAPH <{RUNS_GRAPH}> {{ {written} }} }}")

    def _send(self, before: Baseline, after: Store, articles: Sequence[ArticleKey], key: str) -> State:
        writer = Writer(self._endpoint)
        old = _state_quads(self._began.version, self._began.key) if self._began.version else []
        version = uuid4().hex
        new = _state_quads(version, key)
        records = [f"{number:08} {json.dumps(each)}" for number, each in enumerate(self.decisions.records())]
        gone, come = self._contents(self._readings, self._records), self._contents(articles, records)
        writer.announce(self._began)
        marked = False
        try:
            self._send_readings(writer, articles)
            gone_only, come_only = _without(gone, come), _without(come, gone)
            if self._began.changing or not writer.replace(
                chain(removed(before, after), gone_only), chain(added(before, after), come_only), old, new
            ):
                marked = True
                self._replace_in_parts(writer, before, after, gone_only, come_only)
                writer.conclude(old, new)
            state = read_state(self._endpoint)
            writer.check(state)
            self._drop_readings(sorted(set(self._readings) - set(articles)))
            self._readings, self._records = list(articles), records
            return state
        except StoreError as error:
            if not marked:
                raise
            half = "The graph is half replaced, and look-ups refuse it until a build has ended"
            raise StoreError(f"{error.message}. {half}") from error
        finally:
            writer.withdraw()

    def _replace_in_parts(
        self, writer: Writer, before: Baseline, after: Store, gone: Sequence[Quad], come: Sequence[Quad]
    ) -> None:
        writer.mark()
        whole = self._endpoint.takes_graphs(words.STATE_GRAPH)
        # Readings are listed before those they replace are dropped: a build that is killed here loses none.
        writer.add(come)
        writer.add(added(before, after), whole=whole)
        writer.remove(removed(before, after))
        writer.remove(gone)
        self._count(after)

    def _count(self, after: Store) -> None:
        wanted = {name: number for name, number in sizes(after).items() if number}
        counted = {name: int(number) for name, number in texts(self._endpoint.query(_SIZES))}
        found = {name: number for name, number in counted.items() if is_ours(name) or name == UNION_GRAPH}
        if found != wanted:
            name = next(name for name in sorted({*wanted, *found}) if wanted.get(name) != found.get(name))
            raise StoreError(
                f"the service at {self._endpoint.url} has not kept what it was given: {found.get(name, 0)} triples of "
                f"{wanted.get(name, 0)} are in {name}; build again"
            )

    def _send_readings(self, writer: Writer, articles: Sequence[ArticleKey]) -> None:
        known = set(self._readings)
        for key in articles:
            if key in known:
                continue
            extraction = self.cache.extraction(key)
            if extraction is None:
                raise StoreError(f"the article {key.name!r} is missing from {self._layout.articles}; build it again")
            iri = reading_iri(key)
            # A build that was killed may have left a part of it, perhaps packed otherwise.
            self._drop_readings([key])
            quads = list(statements(iri, reading_triples(key, extraction), words.READINGS_GRAPH))
            for start in range(0, len(quads), _MOST_PARTS):
                writer.add(quads[start : start + _MOST_PARTS])

    def _drop_readings(self, keys: Sequence[ArticleKey]) -> None:
        for key in keys:
            self._endpoint.update(
                f"DELETE WHERE {{ GRAPH <{words.READINGS_GRAPH}> {{ <{reading_iri(key)}> ?property ?value }} }}"
            )

    @staticmethod
    def _contents(articles: Iterable[ArticleKey], records: Iterable[str]) -> list[Quad]:
        graph = NamedNode(words.STATE_GRAPH)
        rests, decided = NamedNode(words.RESTS_ON), NamedNode(words.DECISION_RECORD)
        return [
            *(Quad(_CONTENTS, rests, NamedNode(reading_iri(key)), graph) for key in articles),
            *(Quad(_CONTENTS, decided, Literal(record), graph) for record in records),
        ]

    def _downloaded(self, *, union: bool = False) -> Iterator[Quad]:
        """Every quad of the service's graph as it is."""
        for (name,) in list(texts(self._endpoint.query(_GRAPHS))):
            if is_ours(name) or (union and name == UNION_GRAPH):
                graph = NamedNode(name)
                for triple in self._endpoint.graph(name):
                    yield Quad(triple.subject, triple.predicate, triple.object, graph)

    def _check_unchanged(self, state: State) -> None:
        now = read_state(self._endpoint)
        if now != state:
            raise StoreError(f"another build is changing the graph at {self._endpoint.url}; try again after it")

    def _version(self) -> str:
        try:
            return self._mark.read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError):
            return ""

    def _beside(self, sparql: str) -> Iterator[tuple[str, ...]]:
        return texts(self._endpoint.query(sparql))


def _without(quads: Sequence[Quad], others: Sequence[Quad]) -> list[Quad]:
    known = set(others)
    return [quad for quad in quads if quad not in known]


def _graph_of(store: EmbeddedStore | None) -> Store:
    assert store is not None
    return store.graph


def _state_quads(version: str, key: str) -> list[Quad]:
    pairs = ((words.VERSION, version), (words.KEY, key), (words.FORMAT_OF, words.FORMAT))
    return list(statements(words.STATE, pairs, words.STATE_GRAPH))
