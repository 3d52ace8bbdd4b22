"""What the lexicon knows and no article need say, as RDF: who runs a section, who confers a prize."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from cinegraph.rdf import terms

PROPERTIES = {"run_by": terms.RUN_BY, "given_by": terms.GIVEN_BY}


def background_quads(known: Iterable[tuple[str, str, str]]) -> Iterator[Quad]:
    """A quad for each thing that the lexicon knows of an entity; these are no claims, since no sentence says them.

    :param known: the entity's id, ``run_by`` or ``given_by``, and the name of who runs or gives it

    >>> [str(quad.object) for quad in background_quads([("section/critics-week", "run_by", "The critics")])]
    ['"The critics"']
    """
    graph = NamedNode(terms.ENTITIES_GRAPH)
    for entity, what, name in known:
        yield Quad(NamedNode(terms.entity_iri(entity)), NamedNode(PROPERTIES[what]), Literal(name), graph)
