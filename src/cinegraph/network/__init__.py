"""The graph as a network: networkx graphs, what to show of them, where to place it, and files for other programs."""

from cinegraph.network.communities import Community, communities
from cinegraph.network.exports import WRITERS, write_cytoscape, write_gexf, write_graphml, write_network
from cinegraph.network.graph import to_graph
from cinegraph.network.layout import positions
from cinegraph.network.select import (
    CARRIED,
    READABLE,
    Selection,
    article,
    capped,
    festival,
    neighbourhood,
    of_types,
    overview,
    path_between,
    query_result,
)

__all__ = [
    "CARRIED",
    "READABLE",
    "WRITERS",
    "Community",
    "Selection",
    "article",
    "capped",
    "communities",
    "festival",
    "neighbourhood",
    "of_types",
    "overview",
    "path_between",
    "positions",
    "query_result",
    "to_graph",
    "write_cytoscape",
    "write_gexf",
    "write_graphml",
    "write_network",
]
