"""Communities: names that are tied among themselves more than to the rest, each called by its most central members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

SMALLEST = 3
"""Fewer names than this are no community worth a colour."""

_SEED = 1
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Community:
    """Some nodes of a graph.

    :ivar head: the most central member, which stands for all of them where they are folded
    :ivar members: ids, the most central first
    """

    head: str
    name: str
    members: tuple[str, ...]


def communities(graph: nx.MultiDiGraph) -> list[Community]:
    """The communities of a graph, the largest first; a member of none is tied to too few others.

    They are found by the method of Louvain (Blondel and others 2008, doi:10.1088/1742-5468/2008/10/P10008) as networkx
    has it, with a fixed seed. Two names count as tied as strongly as claims tie them; what is denied or rejected ties
    nothing. A member is the more central the more of its own community it is tied to.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph(nx.disjoint_union(nx.star_graph(3), nx.path_graph(2)).to_directed())
    >>> _ = [data.update(label=f"name {node}") for node, data in graph.nodes(data=True)]
    >>> [(each.name, len(each.members)) for each in communities(graph)]
    [('name 0, name 1', 4)]
    """
    import networkx as nx

    order = sorted(graph)
    # Sets of numbers are walked through in the same order on every run, sets of texts are not.
    number = {node: index for index, node in enumerate(order)}
    ties = nx.Graph()
    ties.add_nodes_from(range(len(order)))
    for a, b, status in sorted((number[a], number[b], status or "") for a, b, status in graph.edges(data="status")):
        if a != b and status not in {"denied", "rejected"}:
            ties.add_edge(a, b, weight=ties.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
    if not ties.number_of_edges():
        return []
    groups = nx.community.louvain_communities(ties, weight="weight", seed=_SEED)
    found = [_community(graph, ties, sorted(group), order) for group in groups if len(group) >= SMALLEST]
    return sorted(found, key=lambda each: (-len(each.members), each.head))


def _community(graph: nx.MultiDiGraph, ties: nx.Graph, group: list[int], order: list[str]) -> Community:
    within = ties.subgraph(group)
    ranked = sorted(group, key=lambda node: (-within.degree(node), -within.degree(node, weight="weight"), node))
    members = tuple(order[node] for node in ranked)
    labels = [str(graph.nodes[member]["label"]) for member in members[:_NAMED]]
    return Community(members[0], ", ".join(labels), members)
