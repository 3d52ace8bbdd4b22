"""What has to be added to a service's graphs, and what taken out of them, to make of the old graph the new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, Store

from cinegraph.store.remote.vocabulary import UNION_GRAPH

_UNION = NamedNode(UNION_GRAPH)


class Baseline(NamedTuple):
    """What a service holds before a build.

    :ivar graph: its graph
    :ivar with_union: whether that has the graph ``union`` too; otherwise the service's is known to be what follows
        from the others
    """

    graph: Store
    with_union: bool = False

    def unites(self, quad: Quad) -> bool:
        """Whether the service's graph ``union`` holds a quad's triple."""
        return united(quad) in self.graph if self.with_union else _anywhere(self.graph, quad)


def added(before: Baseline, after: Store) -> Iterator[Quad]:
    """The quads that have to be added, graph by graph; those of the graph ``union`` come last, some of them twice."""
    for graph in sorted(after.named_graphs(), key=str):
        for quad in after.quads_for_pattern(None, None, None, graph):
            if quad not in before.graph:
                yield quad
    for quad in after:
        if not before.unites(quad):
            yield united(quad)


def removed(before: Baseline, after: Store) -> Iterator[Quad]:
    """The quads that have to be taken out; some of the graph ``union`` twice."""
    for quad in before.graph:
        if quad.graph_name == _UNION:
            if not _anywhere(after, quad):
                yield quad
        elif quad not in after:
            yield quad
            if not before.with_union and not _anywhere(after, quad):
                yield united(quad)


def sizes(graph: Store) -> dict[str, int]:
    """How many triples each graph of a service has to hold in the end, by its name."""
    found = dict.fromkeys((str(name.value) for name in graph.named_graphs()), 0)
    found[UNION_GRAPH] = 0
    for quad in graph:
        (name,) = _names([quad])
        found[name] += 1
        # Of the graphs that hold a triple one counts it for all.
        found[UNION_GRAPH] += name == min(_names(_alike(graph, quad)))
    return found


def united(quad: Quad) -> Quad:
    """A quad's triple in the graph ``union``."""
    return Quad(quad.subject, quad.predicate, quad.object, _UNION)


def _names(quads: Iterable[Quad]) -> list[str]:
    return [quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)]


def _alike(graph: Store, quad: Quad) -> Iterator[Quad]:
    return graph.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)


def _anywhere(graph: Store, quad: Quad) -> bool:
    return next(_alike(graph, quad), None) is not None
