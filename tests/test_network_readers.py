"""Exported networks in the hands of others: Cytoscape.js draws them, graphology reads them as Gephi Lite does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from browser import Page
from cinegraph import network
from cinegraph.network.style import STATUS_STYLES, TYPE_STYLES
from hostile import hostile_knowledge
from knowledge_fixture import KNOWLEDGE

MODULES = Path(os.environ.get("NODE_MODULES", Path(__file__).parents[1] / "node_modules"))
GRAPHS = {"film": network.to_graph(KNOWLEDGE), "hostile": network.to_graph(hostile_knowledge())}
COLOURS = {kind.value: style.colour for kind, style in TYPE_STYLES.items()}


@pytest.fixture(params=sorted(GRAPHS))
def graph(request: pytest.FixtureRequest) -> nx.MultiDiGraph:
    return GRAPHS[request.param]


@pytest.fixture
def reader(browser: Page, folder: Path) -> Iterator[Page]:
    """An empty page that a test loads a library into; nothing that is read may run, or ask for anything."""
    blank = folder / "reader.html"
    blank.write_text('<!DOCTYPE html><title>r</title><div id="cy" style="height:600px"></div>', encoding="utf-8")
    browser.open(blank)
    yield browser
    assert browser.js("return window.pwned") is None
    assert browser.requests() == []
    assert [each for each in browser.complaints() if "style" not in each] == []


def load(page: Page, *files: str) -> None:
    for file in files:
        path = MODULES / file
        if not path.exists():
            pytest.skip(f"NO {file}: npm install --no-save cytoscape graphology graphology-library, or NODE_MODULES=…")
        page.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": path.read_text(encoding="utf-8") + ";0"})


def parsed(page: Page, format: str, text: str) -> dict[str, Any]:
    """What graphology makes of a file: nodes and edges with their attributes."""
    load(page, "graphology/dist/graphology.umd.min.js", "graphology-library/dist/graphology-library.min.js")
    found: dict[str, Any] = page.js(
        f"const read = graphologyLibrary.{format}.parse(graphology.MultiGraph ?? graphology, arguments[0]);"
        "return {nodes: read.mapNodes((id, a) => [id, a]), edges: read.mapEdges((id, a, s, t) => [s, t, a])}",
        text,
    )
    return found


def label(data: dict[str, Any]) -> str:
    """A label as XML can hold it: without half a character, or a sign that drives terminals."""
    return re.sub("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", str(data["label"]))


def rgb(colour: str) -> str:
    return f"rgb({int(colour[1:3], 16)},{int(colour[3:5], 16)},{int(colour[5:7], 16)})"


def test_cytoscape_draws_shapes_colours_places_and_doubts(reader: Page, graph: nx.MultiDiGraph) -> None:
    load(reader, "cytoscape/dist/cytoscape.min.js")
    told = reader.js(
        "const {elements, style} = JSON.parse(arguments[0]);"
        "const cy = cytoscape({container: document.getElementById('cy'), elements, style, layout: {name: 'preset'}});"
        "return {nodes: cy.nodes().map((n) => [n.id(), n.style('label'), n.data('type'), n.position(),"
        "  n.style('background-color'), n.style('shape')]),"
        " edges: cy.edges().map((e) => [e.source().id(), e.target().id(), e.data('relation'), e.data('year') ?? 0,"
        "  e.data('status'), e.style('line-style')])}",
        network.write_cytoscape(graph),
    )
    places = network.positions(graph)
    assert {(i, label, kind) for i, label, kind, *_ in told["nodes"]} == {
        (node, label(data), data["type"]) for node, data in graph.nodes(data=True)
    }
    for node, _, kind, place, colour, _ in told["nodes"]:
        assert (place["x"], place["y"]) == places[node]
        assert colour.replace(" ", "") == rgb(COLOURS[kind])
    kinds = {kind for _, _, kind, *_ in told["nodes"]}
    assert len({shape for *_, shape in told["nodes"]}) == len(kinds)
    assert sorted(edge[:5] for edge in told["edges"]) == sorted(
        [a, b, data["relation"], data["year"] or 0, data["status"]] for a, b, data in graph.edges(data=True)
    )
    for *_, status, line in told["edges"]:
        assert line == ("dashed" if STATUS_STYLES[status].dashes else "solid")


@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_graphology_reads_labels_types_years_colours_and_places(
    reader: Page, graph: nx.MultiDiGraph, format: str
) -> None:
    told = parsed(reader, format, network.write_network(graph, format))
    assert {node: (data.get("label") or "", data["type"]) for node, data in told["nodes"]} == {
        node: (label(data), data["type"]) for node, data in graph.nodes(data=True)
    }
    places = network.positions(graph)
    up = -1 if format == "gexf" else 1
    for node, data in told["nodes"]:
        assert (data["x"], up * data["y"]) == places[node]
        red_green_blue = rgb(COLOURS[data["type"]])
        assert data["color"].lower() in (f"rgba({red_green_blue[4:-1]},1.0)", COLOURS[data["type"]].lower())
        assert data["size"] > 0
        assert data.get("first_year") == graph.nodes[node]["first_year"]
    assert sorted((a, b, data["relation"], data.get("year") or 0, data["status"]) for a, b, data in told["edges"]) == (
        sorted((a, b, data["relation"], data["year"] or 0, data["status"]) for a, b, data in graph.edges(data=True))
    )
