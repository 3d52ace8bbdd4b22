"""The still picture: an SVG that stands by itself, whatever an article says."""

from __future__ import annotations

from xml.etree import ElementTree

import networkx as nx
import pytest

from cinegraph import network
from cinegraph.views import write_picture
from cinegraph.views.picture import text_width
from film_world import film_world
from hostile import ATTACKS, hostile_knowledge
from knowledge_fixture import KNOWLEDGE

SVG = "{http://www.w3.org/2000/svg}"
GRAPH = network.to_graph(KNOWLEDGE)


def parsed(graph: nx.MultiDiGraph, **options: object) -> ElementTree.Element:
    return ElementTree.fromstring(write_picture(graph, **options))  # type: ignore[arg-type]


def test_every_name_and_claim_is_drawn_once() -> None:
    root = parsed(GRAPH)
    titles = [title.text for title in root.findall(f"{SVG}path/{SVG}title")]
    assert sorted(titles, key=str) == sorted(label for _, label in GRAPH.nodes(data="label"))
    lines = [path for path in root.findall(f"{SVG}path") if path.get("stroke-opacity")]
    assert len(lines) == GRAPH.number_of_edges()
    doubtful = sum(status != "accepted" for *_, status in GRAPH.edges(data="status"))
    assert sum(path.get("stroke-dasharray") is not None for path in lines) == doubtful > 5


def test_the_picture_is_the_same_every_time_and_names_itself() -> None:
    assert write_picture(GRAPH) == write_picture(GRAPH)
    assert parsed(GRAPH, title="Who & <what>")[0].text == "Who & <what>"


@pytest.mark.parametrize("size", [(1200, 800), (500, 900)])
def test_everything_stands_inside(size: tuple[int, int]) -> None:
    root = parsed(network.to_graph(film_world(40)), width=size[0], height=size[1])
    labels = root.findall(f"{SVG}text")
    assert len(labels) > 10
    for label in labels:
        half = text_width(label.text or "") * float(label.get("font-size", "0")) / 2
        assert float(label.get("x", "-1")) - half >= 0
        assert float(label.get("x", "-1")) + half <= size[0]
        assert 0 < float(label.get("y", "-1")) < size[1]


def test_dark_pictures_have_dark_paper() -> None:
    papers = {parsed(GRAPH, dark=dark).find(f"{SVG}rect").get("fill") for dark in (False, True)}  # type: ignore[union-attr]
    assert papers == {"#faf9f6", "#131417"}


def test_hostile_names_are_text() -> None:
    root = parsed(network.to_graph(hostile_knowledge()), title=ATTACKS[0])
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "rect", "path", "text", "g"}
    assert ATTACKS[0] in {title.text for title in root.iter(f"{SVG}title")}
    assert not any(name.startswith("on") or "href" in name for element in root.iter() for name in element.attrib)
