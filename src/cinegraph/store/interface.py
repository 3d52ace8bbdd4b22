"""What a store is to the rest of cinegraph: a graph to ask, an index of names, and the articles behind them.

The embedded store (:mod:`cinegraph.store.embedded`) is the default; a service elsewhere (:mod:`cinegraph.store.remote`)
offers the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from cinegraph.kinds import EntityType
    from cinegraph.model import Document, Extraction
    from cinegraph.store.answers import Answer


class NameRow(NamedTuple):
    """One name of one entity, as it goes into the index of names.

    :ivar entity: the entity's id, ``type/slug``
    :ivar label: the entity's preferred name
    :ivar weight: how many claims speak of the entity, the same in all its rows: what is spoken of more is found first
    """

    entity: str
    type: EntityType
    label: str
    name: str
    weight: int = 0


class NameHit(NamedTuple):
    """An entity found by name.

    :ivar id: the entity's id, ``type/slug``
    :ivar name: the name of it that fits what was asked best
    :ivar score: how well, from 0 to 100; 100 is the same name but for case, accents, script, punctuation and order
    """

    id: str
    type: EntityType
    label: str
    name: str
    score: float
    weight: int


class ArticleKey(NamedTuple):
    """Which reading of which article a graph was made from.

    :ivar sha256: of the file's bytes
    :ivar extractor: the key of the extractor that read it
    """

    name: str
    sha256: str
    extractor: str


class Names(Protocol):
    """The index of names: any spelling, script, case or order."""

    def exact(self, name: str, type: EntityType | None = None) -> list[NameHit]:
        """The entities that bear this name (or id, IRI, slug): best known first, then by id. Case, accents, script,
        punctuation, word order and a leading article do not count, but a name that is the same without such help
        shuts out those that are not."""

    def search(self, text: str, limit: int = 20, type: EntityType | None = None) -> list[NameHit]:
        """The entities with a name like this one, best first: the same name, names that begin with it or hold it,
        then near misses."""

    def suggest(self, name: str, limit: int = 5, type: EntityType | None = None) -> tuple[str, ...]:
        """Labels of entities whose names are near this one, best first, each once: for "did you mean"."""

    def best_known(self, limit: int, type: EntityType | None = None) -> list[NameHit]:
        """The entities that most claims speak of, the best known first, then by id."""

    def counts(self) -> dict[EntityType, int]:
        """How many entities there are of each type."""


class Articles(Protocol):
    """The articles that the graph was made from, as they were read."""

    def names(self) -> list[str]:
        """Every article's name, sorted."""

    def document(self, name: str) -> Document:
        """The article as it was read; its evidence's offsets refer to the text.

        :raises NotFoundError: if the graph has no article of this name
        """

    def extraction(self, name: str) -> Extraction:
        """What the extractor found in the article, its document included.

        :raises NotFoundError: if the graph has no article of this name
        """


class Store(Protocol):
    """A graph that can be asked. It stays as it was when it was opened, whatever is built meanwhile."""

    @property
    def names(self) -> Names:
        """The index of names."""

    @property
    def articles(self) -> Articles:
        """The articles behind the graph."""

    def query(
        self,
        sparql: str,
        *,
        limit_seconds: float | None = None,
        dataset: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> Answer:
        """Answer a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

        Our prefixes are declared already; the default graph is the union of all graphs.

        :param limit_seconds: give up after so long
        :param dataset: IRIs of the graphs that make the default graph, and of those that GRAPH may name
        :raises QueryError: if it is malformed, an update, or calls another service
        :raises TimeLimitError: if it takes longer than allowed
        """

    def quads(self) -> Iterator[Quad]:
        """Every quad of the graph, in no particular order."""

    def matching(
        self, subject: str | None = None, predicate: str | None = None, value: str | None = None
    ) -> Iterator[Quad]:
        """The quads with these IRIs at their places; None stands for any."""

    def close(self) -> None:
        """Let go of the files."""


class Decisions(Protocol):
    """A person's decisions."""

    def records(self) -> list[dict[str, object]]:
        """Every decision, oldest first, in the terms of the room that decides.

        :raises StoreError: if one of them is damaged
        """

    def cut_off(self) -> str:
        """Says that the last decision was cut off while it was written, and does not count; empty if it was not."""


class Readings(Articles, Protocol):
    """The articles, and which readings of them the graph rests on."""

    def readings(self) -> list[ArticleKey]:
        """Which reading of each article the graph was made from, sorted by name."""


class OpenStore(Store, Protocol):
    """A store as :func:`cinegraph.store.open_store` gives it. Use it as a context manager, or close it."""

    def __enter__(self) -> OpenStore: ...

    def __exit__(self, *_: object) -> None: ...

    @property
    def articles(self) -> Readings:
        """The articles behind the graph."""

    @property
    def decisions(self) -> Decisions:
        """A person's decisions; those that the next build will follow."""

    @property
    def key(self) -> str:
        """Stands for everything that the graph was made from."""

    def prepare(self) -> None:
        """Begin to open the graph in the background, for a caller who first has something else to do."""

    def runs(self) -> Iterator[Quad]:
        """The graph ``runs``: when what was built, by which version. It stands apart from what queries see."""
