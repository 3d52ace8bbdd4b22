"""The whole graph of some articles in bundles; quotes are read where they are kept, article by article."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad

from cinegraph.model import Claim, Evidence, Knowledge
from cinegraph.pipeline.background import background_of
from cinegraph.pipeline.outlines import extraction_in
from cinegraph.rdf import terms
from cinegraph.rdf.bundles import Bundle
from cinegraph.rdf.curation import Decided, curation_quads
from cinegraph.rdf.write import GraphOf
from cinegraph.rdf.write_articles import quads_of_article
from cinegraph.resolve.claims import claims_behind, evidence_of
from cinegraph.store import ArticleKey
from cinegraph.store.articles import ArticleCache


class Contents:
    """The graph of some articles.

    :param knowledge: from the outlines of these articles
    :param decided: a person's decisions
    """

    def __init__(
        self, knowledge: Knowledge, decided: Iterable[Decided], cache: ArticleCache, keys: Sequence[ArticleKey]
    ) -> None:
        self._claims = knowledge.claims
        self._decided = tuple(decided)
        self._cache = cache
        self._keys = keys
        self._graph = GraphOf(knowledge, _by_entity(background_of(knowledge)))
        self._given = _given(knowledge.claims)

    def bundles(self) -> Iterator[Bundle]:
        """All bundles: the same whenever they are asked for."""
        yield from self._graph.bundles()
        yield from map(self._article, self._keys)
        if self._decided:
            yield Bundle(
                terms.CURATION_GRAPH, "", (repr(self._decided),), lambda: curation_quads(self._decided)
            )

    def _article(self, key: ArticleKey) -> Bundle:
        claims = tuple((self._graph.iris[claim], place) for claim, place in self._claims_of(key.name))
        return Bundle(
            terms.article_graph(key.name),
            "",
            (key.sha256, key.extractor, claims),
            lambda: self._quads_of_article(key),
        )

    def _claims_of(self, article: str) -> Iterator[tuple[int, int]]:
        numbers = iter(self._given.get(article, ()))
        return zip(numbers, numbers, strict=True)

    def _quads_of_article(self, key: ArticleKey) -> Iterator[Quad]:
        extraction = extraction_in(self._cache, key)
        united: dict[int, list[Claim]] = {}
        for claim, place in self._claims_of(key.name):
            united.setdefault(claim, []).append(extraction.claims[place])
        evidence: list[tuple[Claim, Evidence]] = [
            (self._claims[claim], item) for claim, said in united.items() for item in evidence_of(said)
        ]
        return quads_of_article(key.name, extraction.document, evidence)


def _by_entity(known: Iterable[tuple[str, str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for entity, what, name in known:
        found.setdefault(entity, []).append((what, name))
    return found


def _given(claims: Sequence[Claim]) -> dict[str, array[int]]:
    """For each article the claims that it gives: the number of the claim, and its place among the article's own."""
    found: dict[str, array[int]] = {}
    for number, claim in enumerate(claims):
        for article, place in claims_behind(claim):
            numbers = found.get(article)
            if numbers is None:
                numbers = found[article] = array("L")
            numbers.extend((number, place))
    return found
