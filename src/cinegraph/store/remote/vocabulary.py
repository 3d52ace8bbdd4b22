"""The names of what a service holds beside the graph."""

from __future__ import annotations

from cinegraph.rdf.terms import BASE, CLAIMS_GRAPH, CURATION_GRAPH, ENTITIES_GRAPH, GRAPH, RUNS_GRAPH, VIEW_GRAPH

STORE_TERMS = BASE + "store#"
UNION_GRAPH, STATE_GRAPH, READINGS_GRAPH = GRAPH + "union", GRAPH + "state", GRAPH + "readings"
SIDE_GRAPHS = frozenset({UNION_GRAPH, STATE_GRAPH, READINGS_GRAPH, RUNS_GRAPH})
"""The graphs that are no part of the graph that is asked and exported."""

FIXED_GRAPHS = (ENTITIES_GRAPH, CLAIMS_GRAPH, VIEW_GRAPH, CURATION_GRAPH)
"""The graphs that are there whatever the articles are."""

STATE = STORE_TERMS + "state"
CONTENTS = STORE_TERMS + "contents"
VERSION, KEY, FORMAT_OF, CHANGING, WRITER, BEAT = (
    STORE_TERMS + name for name in ("version", "key", "format", "changing", "writer", "beat")
)
RESTS_ON, DECISION_RECORD = STORE_TERMS + "restsOn", STORE_TERMS + "decision"
READING, NAME, SHA256, EXTRACTOR, PART = (
    STORE_TERMS + name for name in ("Reading", "name", "sha256", "extractor", "part")
)
FORMAT = "1"


def is_ours(graph: str) -> bool:
    """Whether a named graph is a part of the graph that is asked and exported.

    >>> is_ours(CLAIMS_GRAPH), is_ours(UNION_GRAPH), is_ours("http://example.org/")
    (True, False, False)
    """
    return graph.startswith(GRAPH) and graph not in SIDE_GRAPHS
