"""A part of a graph that is too large to be drawn from as a whole: the claims around a few names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from cinegraph.rdf import terms
from cinegraph.rdf.terms import ID, article_iri, entity_iri, qualifier_iri, relation_iri

if TYPE_CHECKING:
    from cinegraph.store import Store

_MOST_NAMES = 700
_MOST_CLAIMS = 3000
_LINKS = (
    terms.SUBJECT,
    terms.OBJECT,
    *(qualifier_iri(name) for name in ("for_work", "festival", "section", "award")),
)


class Part:
    """Some claims of a graph, with their evidence, articles and entities, as a source of quads.

    :param claims: IRIs
    """

    def __init__(self, store: Store, claims: Collection[str]) -> None:
        self._store = store
        self.claims = sorted(claims)

    def quads(self) -> Iterator[Any]:
        """All quads of the part, each once."""
        seen: set[str] = set()
        for claim in self.claims:
            yield from self._about(claim, seen)
            for name in _named(self._store, claim):
                yield from self._entity(name, seen)
            for quad in self._store.matching(None, terms.ANNOTATION_BODY, claim):
                yield from self._evidence(_value(quad.subject), seen)

    def _about(self, iri: str, seen: set[str]) -> Iterable[Any]:
        if iri in seen:
            return ()
        seen.add(iri)
        return self._store.matching(iri)

    def _entity(self, iri: str, seen: set[str]) -> Iterator[Any]:
        for quad in self._about(iri, seen):
            # What the graph derives from claims is no property of the entity, and may lead to names outside the part.
            if _value(quad.graph_name) == terms.ENTITIES_GRAPH:
                yield quad
                if quad.predicate.value == terms.MERGE_PROPERTY:
                    yield from self._about(_value(quad.object), seen)

    def _evidence(self, iri: str, seen: set[str]) -> Iterator[Any]:
        """Evidence, then whatever hangs on it: the place in the article, its selectors, the article, the speaker."""
        for quad in self._about(iri, seen):
            yield quad
            if quad.predicate.value in (terms.ANNOTATION_TARGET, terms.SELECTOR, terms.SOURCE, terms.ATTRIBUTED_TO):
                yield from self._evidence(_value(quad.object), seen)


def around(store: Store, ids: Iterable[str], hops: int, *, directors: bool = False) -> Part:
    """The claims within some steps of a few names, and those among the last ones; not all where they are too many.

    :param directors: also who directed the films among them
    """
    nodes = set(map(entity_iri, ids))
    claims: set[str] = set()
    frontier = sorted(nodes)
    for _ in range(hops):
        found: dict[str, None] = {}
        for claim in islice(_touching(store, frontier), _MOST_CLAIMS):
            claims.add(claim)
            found.update(dict.fromkeys(_named(store, claim)))
        frontier = [name for name in found if name not in nodes][: max(0, _MOST_NAMES - len(nodes))]
        nodes.update(frontier)
    claims |= _within(store, nodes)
    return Part(store, claims | (_directing(store, nodes) if directors else set()))


def among_best(store: Store) -> Part:
    """The claims among the names that most is said of."""
    return Part(store, _within(store, {entity_iri(hit.id) for hit in store.names.best_known(_MOST_NAMES)}))


def said_by(store: Store, article: str) -> Part:
    """The claims that rest on an article."""
    places = [_value(quad.subject) for quad in store.matching(None, terms.SOURCE, article_iri(article))]
    found = [_value(quad.subject) for place in places for quad in store.matching(None, terms.ANNOTATION_TARGET, place)]
    return Part(store, {_value(quad.object) for each in found for quad in store.matching(each, terms.ANNOTATION_BODY)})


def _within(store: Store, nodes: Collection[str]) -> set[str]:
    """The claims of which every name is among the nodes. Each is found from its subject."""
    claims = (_value(quad.subject) for node in sorted(nodes) for quad in store.matching(None, terms.SUBJECT, node))
    return set(islice((each for each in claims if all(name in nodes for name in _named(store, each))), _MOST_CLAIMS))


def _directing(store: Store, nodes: Collection[str]) -> set[str]:
    directing = relation_iri("director")
    claims = (_value(quad.subject) for node in sorted(nodes) for quad in store.matching(None, terms.SUBJECT, node))
    return {each for each in claims if any(store.matching(each, terms.PREDICATE, directing))}


def _touching(store: Store, nodes: Iterable[str]) -> Iterator[str]:
    return (_value(quad.subject) for node in nodes for link in _LINKS for quad in store.matching(None, link, node))


def _named(store: Store, claim: str) -> Iterator[str]:
    """The IRIs of the names that a claim speaks of."""
    for quad in store.matching(claim):
        value = quad.object
        if quad.predicate.value in _LINKS and type(value).__name__ == "NamedNode" and _value(value).startswith(ID):
            yield _value(value)


def _value(term: Any) -> str:
    return str(term.value)
