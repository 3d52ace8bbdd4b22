"""The whole graph of some articles in bundles; quotes are read where they are kept, article by article."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import Quad

from cinegraph.model import Claim, Doubt, Entity
from cinegraph.pipeline.background import background_of
from cinegraph.pipeline.outlines import extraction_in
from cinegraph.rdf import terms
from cinegraph.rdf.bundles import Bundle
from cinegraph.rdf.curation import Decided, curation_quads
from cinegraph.rdf.status import verdicts_on
from cinegraph.rdf.write import GraphOf
from cinegraph.rdf.write_articles import quads_of_article
from cinegraph.resolve.claims import evidence_of
from cinegraph.resolve.placed import Placed
from cinegraph.store import ArticleKey
from cinegraph.store.articles import ArticleCache


class _Told(NamedTuple):
    """What the graph tells, read from where it lies."""

    placed: Placed
    claims: Sequence[Claim]
    doubts: Sequence[Doubt]

    @property
    def entities(self) -> Iterator[Entity]:
        """All of them."""
        return self.placed.entities.in_order()


class Contents:
    """The graph of some articles.

    :param placed: from the outlines of these articles
    :param decided: a person's decisions
    """

    def __init__(
        self, placed: Placed, decided: Iterable[Decided], cache: ArticleCache, keys: Sequence[ArticleKey]
    ) -> None:
        self._decided = tuple(decided)
        self._cache = cache
        self._keys = keys
        self._graph = GraphOf(
            _Told(placed, placed.claims.bare(), placed.doubts),
            verdicts_on(placed.claims, placed.entities),
            _by_entity(background_of(placed.entities.in_order())),
        )
        self._given = _given(placed, len(keys))

    def bundles(self) -> Iterator[Bundle]:
        """All bundles: the same whenever they are asked for."""
        yield from self._graph.bundles()
        yield from map(self._article, range(len(self._keys)))
        if self._decided:
            yield Bundle(terms.CURATION_GRAPH, "", (repr(self._decided),), lambda: curation_quads(self._decided))

    def _article(self, number: int) -> Bundle:
        key = self._keys[number]
        claims = tuple((self._graph.iris[claim], place) for claim, place in self._claims_of(number))
        return Bundle(
            terms.article_graph(key.name),
            "",
            (key.sha256, key.extractor, claims),
            lambda: self._quads_of_article(number),
        )

    def _claims_of(self, number: int) -> Iterator[tuple[int, int]]:
        numbers = iter(self._given[number])
        return zip(numbers, numbers, strict=True)

    def _quads_of_article(self, number: int) -> Iterator[Quad]:
        key = self._keys[number]
        extraction = extraction_in(self._cache, key)
        united: dict[int, list[Claim]] = {}
        for claim, place in self._claims_of(number):
            united.setdefault(claim, []).append(extraction.claims[place])
        evidence = [(self._graph.iris[claim], item) for claim, said in united.items() for item in evidence_of(said)]
        return quads_of_article(key.name, extraction.document, evidence)


def _by_entity(known: Iterable[tuple[str, str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for entity, what, name in known:
        found.setdefault(entity, []).append((what, name))
    return found


def _given(placed: Placed, articles: int) -> list[array[int]]:
    """For each article the claims that it gives: the number of the claim, and its place among the article's own."""
    found = [array("i") for _ in range(articles)]
    for number, article, place in placed.claims.behind():
        found[article].extend((number, place))
    return found
