"""What the lexicon knows and no article need say, as RDF: who runs a section that is not the festival's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from cinegraph.rdf import terms


def background_quads(run_by: Iterable[tuple[str, str]]) -> Iterator[Quad]:
    """For each section that somebody else runs a quad that says who.

    :param run_by: pairs of the section's id and the name of the organisation

    >>> [str(quad.object) for quad in background_quads([("section/critics-week", "The critics")])]
    ['"The critics"']
    """
    graph = NamedNode(terms.ENTITIES_GRAPH)
    for section, name in run_by:
        yield Quad(NamedNode(terms.entity_iri(section)), NamedNode(terms.RUN_BY), Literal(name), graph)
