"""Networks as files: other programs read back what was written, whatever the articles say."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import networkx as nx
import pytest

from cinegraph import network
from cinegraph.errors import InputError
from cinegraph.network.style import TYPE_STYLES
from hostile import hostile_knowledge
from knowledge_fixture import KNOWLEDGE

GRAPH = network.to_graph(KNOWLEDGE)
HOSTILE = network.to_graph(hostile_knowledge())
VIZ = "{http://www.gexf.net/1.2draft/viz}"


@pytest.mark.parametrize("format", sorted(network.WRITERS))
@pytest.mark.parametrize("graph", [GRAPH, HOSTILE, nx.MultiDiGraph()], ids=["film", "hostile", "empty"])
def test_a_file_is_the_same_every_time_and_can_be_encoded(format: str, graph: nx.MultiDiGraph) -> None:
    text = network.write_network(graph, format)
    assert text == network.write_network(graph, format)
    text.encode("utf-8")


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="graphml, gexf, cytoscape-json"):
        network.write_network(GRAPH, "dot")


@pytest.mark.parametrize("graph", [GRAPH, HOSTILE], ids=["film", "hostile"])
def test_graphml_is_read_back_whole(graph: nx.MultiDiGraph) -> None:
    back = nx.parse_graphml(network.write_graphml(graph), force_multigraph=True)
    assert set(back) == set(graph)
    assert back.number_of_edges() == graph.number_of_edges()
    for node, data in back.nodes(data=True):
        assert data["type"] == graph.nodes[node]["type"]
        assert {"label", "names", "degree", "color", "r", "g", "b", "size", "x", "y"} <= set(data)


def test_graphml_keeps_years_statuses_and_sentences() -> None:
    back = nx.parse_graphml(network.write_graphml(GRAPH), force_multigraph=True)
    prizes = [
        data for a, b, data in back.edges(data=True) if data["relation"] == "won" and data["status"] == "disputed"
    ]
    assert sorted(data["year"] for data in prizes) == [2018, 2019]
    assert all(data["quote"] and data["articles"] for data in prizes)


@pytest.mark.parametrize("graph", [GRAPH, HOSTILE], ids=["film", "hostile"])
def test_gexf_is_read_back_with_labels_colours_and_places(graph: nx.MultiDiGraph) -> None:
    text = network.write_gexf(graph)
    root = ElementTree.fromstring(text)
    assert "lastmodifieddate" not in text
    nodes = list(root.iter("{http://www.gexf.net/1.2draft}node"))
    assert {node.get("id") for node in nodes} == set(graph)
    assert len(list(root.iter("{http://www.gexf.net/1.2draft}edge"))) == graph.number_of_edges()
    for node in nodes:
        style = next(s for kind, s in TYPE_STYLES.items() if kind.value == graph.nodes[node.get("id")]["type"])
        colour = node.find(f"{VIZ}color")
        assert colour is not None
        assert "".join(f"{int(colour.get(part) or 0):02x}" for part in "rgb") == style.colour[1:].lower()
        assert node.find(f"{VIZ}position") is not None
    assert len({(p.get("x"), p.get("y")) for p in root.iter(f"{VIZ}position")}) == len(nodes)


@pytest.mark.parametrize("graph", [GRAPH, HOSTILE], ids=["film", "hostile"])
def test_cytoscape_json_is_read_back(graph: nx.MultiDiGraph) -> None:
    document = json.loads(network.write_cytoscape(graph))
    nodes, edges = document["elements"]["nodes"], document["elements"]["edges"]
    assert {node["data"]["id"] for node in nodes} == set(graph)
    assert {edge["data"]["id"] for edge in edges} == {key for *_, key in graph.edges(keys=True)}
    assert all(isinstance(node["position"]["x"], int) for node in nodes)
    ends = {node["data"]["id"] for node in nodes}
    assert all({edge["data"]["source"], edge["data"]["target"]} <= ends for edge in edges)
    assert len([rule for rule in document["style"] if rule["selector"].startswith("node[type")]) == len(TYPE_STYLES)


GEXF = {
    "gexf": {"version"},
    "meta": set(),
    "creator": set(),
    "graph": {"defaultedgetype", "mode"},
    "attributes": {"class", "mode"},
    "attribute": {"id", "title", "type"},
    "nodes": set(),
    "edges": set(),
    "node": {"id", "label"},
    "edge": {"id", "source", "target", "label"},
    "attvalues": set(),
    "attvalue": {"for", "value"},
    "color": {"r", "g", "b", "a"},
    "position": {"x", "y", "z"},
    "size": {"value"},
    "shape": {"value"},
}
"""Of GEXF 1.2's schema (https://github.com/gephi/gexf, 1.2/gexf.xsd and what it includes) the elements used here."""


def test_gexf_has_the_elements_attributes_and_values_of_its_schema() -> None:
    root = ElementTree.fromstring(network.write_gexf(network.to_graph(KNOWLEDGE)))
    elements = [(element.tag.rpartition("}")[2], element.attrib) for element in root.iter()]
    assert len(elements) > 500
    for tag, attributes in elements:
        assert {name for name in attributes if not name.startswith("{")} <= GEXF[tag], tag
    values = {key: {a[key] for _, a in elements if key in a} for key in ("version", "class", "mode", "defaultedgetype")}
    assert values == {
        "version": {"1.2"},
        "class": {"node", "edge"},
        "mode": {"static"},
        "defaultedgetype": {"directed"},
    }
    assert {a["type"] for tag, a in elements if tag == "attribute"} <= {
        "string",
        "long",
        "double",
        "boolean",
        "integer",
    }
    assert {a["value"] for tag, a in elements if tag == "shape"} <= {"disc", "square", "triangle", "diamond"}
    for tag, attributes in elements:
        if tag == "color":
            assert all(0 <= int(attributes[channel]) <= 255 for channel in "rgb")
