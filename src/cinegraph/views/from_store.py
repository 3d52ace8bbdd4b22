"""Pages made from a store by the names that people use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from cinegraph.store.folding import fold
from cinegraph.views.article_page import write_article_page

if TYPE_CHECKING:
    from cinegraph.model import Entity, EntityType
    from cinegraph.store import Store


def page_of_article(store: Store, article: str, address: Callable[[str], str] | None = None) -> str:
    """The page of one article of a store.

    :param article: the article's name, or a part of it
    :param address: gives for an entity's id where its own page is; by default names lead nowhere
    :raises NotFoundError: if the graph has no such article
    """
    from cinegraph.network.nearby import said_by
    from cinegraph.questions.articles import find_article
    from cinegraph.rdf.read import knowledge_of

    name = find_article(store, article)
    extraction = store.articles.extraction(name)
    # Only what rests on the article: reading a large graph as a whole takes minutes.
    knowledge = knowledge_of(said_by(store, name).quads())
    # The graph knows what names mean in the end, the extraction where they stand.
    entities = [*extraction.entities, *knowledge.entities]
    addresses = {}
    if address is not None:
        meant = _in_the_graph(extraction.entities, knowledge.entities)
        addresses = {local: address(id) for local, id in meant.items()}
        addresses |= {entity.id: address(entity.id) for entity in knowledge.entities}
    return write_article_page(extraction.document, extraction.mentions, knowledge.claims, entities, addresses)


def _in_the_graph(found: Iterable[Entity], known: Iterable[Entity]) -> dict[str, str]:
    """For the entities of an article their ids in the graph, where names and type leave no doubt."""
    bearers: dict[tuple[EntityType, str], set[str]] = {}
    for entity in known:
        for name in entity.names:
            bearers.setdefault((entity.type, fold(name)), set()).add(entity.id)
    meant = {}
    for entity in found:
        ids = set().union(*(bearers.get((entity.type, fold(name)), set()) for name in (entity.label, *entity.names)))
        if len(ids) == 1:
            (meant[entity.id],) = ids
    return meant
