"""The graph as a network: networkx graphs, what to show of them, where to place it, and files for other programs."""

from cinegraph.network.choices import Choices, chosen, entity_types, query_text
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
    overview,
    path_between,
    query_result,
)

__all__ = [
    "CARRIED",
    "READABLE",
    "WRITERS",
    "Choices",
    "Community",
    "Selection",
    "article",
    "capped",
    "chosen",
    "communities",
    "entity_types",
    "festival",
    "neighbourhood",
    "overview",
    "path_between",
    "positions",
    "query_result",
    "query_text",
    "to_graph",
    "write_cytoscape",
    "write_gexf",
    "write_graphml",
    "write_network",
]
