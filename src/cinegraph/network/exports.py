"""The network as files for other programs: GraphML, GEXF (Gephi) and Cytoscape's JSON, with colours and places."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cinegraph.errors import InputError
from cinegraph.model import EntityType
from cinegraph.network.layout import Position, positions, radius
from cinegraph.network.statements import Statement
from cinegraph.network.style import STATUS_STYLES, TYPE_STYLES, relation_words

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEPHI_SHAPES = {"Film": "square", "Series": "square", "Award": "diamond", "Festival": "triangle"}


def write_graphml(graph: nx.MultiDiGraph) -> str:
    """The graph as GraphML, each property a named attribute; lists are joined by ``; ``.

    GraphML has no colours of its own: the attributes ``r``, ``g`` and ``b`` are what Gephi and its kin take for one.

    >>> import networkx as nx
    >>> "graphml" in write_graphml(nx.MultiDiGraph())
    True
    """
    import networkx as nx

    plain = _plain(graph)
    for _, data in plain.nodes(data=True):
        data["r"], data["g"], data["b"] = _rgb(data["color"])
    return "\n".join(nx.generate_graphml(plain, named_key_ids=True)) + "\n"


def write_gexf(graph: nx.MultiDiGraph) -> str:
    """The graph as GEXF 1.2, with its colours, sizes and places, so that Gephi opens it as it was laid out.

    >>> import networkx as nx
    >>> "gexf" in write_gexf(nx.MultiDiGraph())
    True
    """
    import networkx as nx

    plain = _plain(graph)
    for _, data in plain.nodes(data=True):
        red, green, blue = _rgb(data.pop("color"))
        place = {"x": float(data.pop("x")), "y": -float(data.pop("y")), "z": 0.0}  # Gephi's y axis points up
        data["viz"] = {
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "position": place,
            "size": data.pop("size"),
            "shape": _GEPHI_SHAPES.get(data["type"], "disc"),
        }
    file = BytesIO()
    nx.write_gexf(plain, file, version="1.2draft")
    text = file.getvalue().decode("utf-8")
    # the day of writing would make the file differ from one day to the next, and GEXF's schema knows no name of a graph
    text = re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1)
    return re.sub(r'(<graph [^>]*) name=""', r"\1", text, count=1) + "\n"


def write_cytoscape(graph: nx.MultiDiGraph) -> str:
    """The graph as Cytoscape.js JSON (elements with places, and a style of the same shapes and colours).

    >>> import networkx as nx
    >>> sorted(json.loads(write_cytoscape(nx.MultiDiGraph())))
    ['data', 'elements', 'style']
    """
    plain = _plain(graph)
    nodes = [
        {"data": {"id": node, **_without(data, "x", "y")}, "position": {"x": data["x"], "y": data["y"]}}
        for node, data in plain.nodes(data=True)
    ]
    edges = [
        {"data": {"id": key, "source": a, "target": b, **_without(data, "id")}}
        for a, b, key, data in plain.edges(keys=True, data=True)
    ]
    document = {
        "data": {"name": "cinegraph"},
        "elements": {"nodes": nodes, "edges": edges},
        "style": _cytoscape_style(),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


WRITERS: Mapping[str, Callable[[nx.MultiDiGraph], str]] = MappingProxyType(
    {"graphml": write_graphml, "gexf": write_gexf, "cytoscape-json": write_cytoscape}
)
"""For each format's name the function that writes it."""


def write_network(graph: nx.MultiDiGraph, format: str) -> str:
    """The graph in one of the formats of :data:`WRITERS`.

    :raises InputError: if there is no such format
    """
    if format not in WRITERS:
        raise InputError(f"a network cannot be written as {format!r}; the formats are: {', '.join(WRITERS)}")
    return WRITERS[format](graph)


def _plain(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy in a stable order whose attributes are text and numbers only, as files can hold them."""
    import networkx as nx

    places = positions(graph)
    plain = nx.MultiDiGraph()
    for node, data in sorted(graph.nodes(data=True)):
        plain.add_node(_clean(node), **_node(data, places[node]))
    for a, b, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2]):
        plain.add_edge(_clean(a), _clean(b), key=key, **_edge(data["statement"]))
    return plain


def _node(data: Mapping[str, Any], place: Position) -> dict[str, Any]:
    attributes = {
        "label": _clean(data["label"]),
        "type": data["type"],
        "names": _clean("; ".join(data["names"])),
        "degree": data["degree"],
        "first_year": data["first_year"],
        "last_year": data["last_year"],
        "color": TYPE_STYLES[EntityType(data["type"])].colour,
        "size": radius(data["degree"]),
        "x": place[0],
        "y": place[1],
    }
    attributes |= _facts(data["facts"])
    return _without_none(attributes)


def _facts(facts: list[Statement]) -> dict[str, str]:
    """Accepted literal claims, a column for each relation."""
    columns: dict[str, list[str]] = {}
    for fact in facts:
        if fact.status == "accepted":
            columns.setdefault(fact.relation, []).append(fact.value or "")
    return {relation: _clean("; ".join(values)) for relation, values in sorted(columns.items())}


def _edge(statement: Statement) -> dict[str, Any]:
    articles = sorted({evidence.article for evidence in statement.evidence})
    qualifiers = {q.name: _clean(q.text) for q in statement.qualifiers if q.name != "year"}
    return _without_none(
        {
            "id": statement.id,
            "label": relation_words(statement.relation)[0],
            "relation": statement.relation,
            "status": statement.status,
            "year": statement.year,
            **qualifiers,
            "articles": _clean("; ".join(articles)),
            "quote": _clean(statement.evidence[0].quote) if statement.evidence else None,
        }
    )


def _cytoscape_style() -> list[dict[str, Any]]:
    shapes = {
        "Person": "ellipse",
        "Film": "round-rectangle",
        "Series": "rectangle",
        "Work": "tag",
        "Festival": "hexagon",
    }
    shapes |= {
        "Section": "triangle",
        "Award": "star",
        "Organization": "pentagon",
        "Place": "vee",
        "Publication": "diamond",
    }
    base = [
        {
            "selector": "node",
            "style": {
                "label": "data(label)",
                "width": "mapData(degree, 0, 40, 12, 48)",
                "height": "mapData(degree, 0, 40, 12, 48)",
            },
        },
        {
            "selector": "edge",
            "style": {"width": 1, "line-color": "#999999", "curve-style": "bezier", "target-arrow-shape": "triangle"},
        },
    ]
    types = [
        {
            "selector": f'node[type = "{kind.value}"]',
            "style": {"shape": shapes[kind.value], "background-color": style.colour},
        }
        for kind, style in TYPE_STYLES.items()
    ]
    doubts = [
        {
            "selector": f'edge[status = "{name}"]',
            "style": {"line-style": "dashed", "line-dash-pattern": list(style.dashes)},
        }
        for name, style in STATUS_STYLES.items()
        if style.dashes
    ]
    return [*base, *types, *doubts]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def _without(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


def _without_none(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}
