"""Pages made from a store by the names that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cinegraph.views.article_page import write_article_page

if TYPE_CHECKING:
    from cinegraph.store import Store


def page_of_article(store: Store, article: str) -> str:
    """The page of one article of a store.

    :param article: the article's name, or a part of it
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
    return write_article_page(extraction.document, extraction.mentions, knowledge.claims, entities)
