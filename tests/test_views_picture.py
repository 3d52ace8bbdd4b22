"""The still picture: an SVG that stands by itself, whatever an article says."""

from __future__ import annotations

import re
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
    light, dark, either = (parsed(GRAPH, dark=dark).findtext(f"{SVG}style", "") for dark in (False, True, None))
    assert ".paper{fill:#faf9f6}" in light
    assert ".paper{fill:#131417}" in dark
    assert either == f"{light}@media(prefers-color-scheme:dark){{{dark}}}"


def test_what_the_picture_is_about_is_marked_and_always_named() -> None:
    root = parsed(network.neighbourhood(GRAPH, "person/vera-orlova"))  # type: ignore[arg-type]
    assert [path.get("class") for path in root.findall(f"{SVG}path")].count("ring") == 1
    assert "Vera Orlova" in {text.text for text in root.findall(f"{SVG}text")}
    assert "ring" not in {path.get("class") for path in parsed(GRAPH).findall(f"{SVG}path")}


def test_hostile_names_are_text() -> None:
    root = parsed(network.to_graph(hostile_knowledge()), title=ATTACKS[0])
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "rect", "path", "text", "g", "style"}
    assert ATTACKS[0] in {title.text for title in root.iter(f"{SVG}title")}
    assert not any(name.startswith("on") or "href" in name for element in root.iter() for name in element.attrib)


def test_parallel_claims_do_not_hide_each_other() -> None:
    graph = network.to_graph(KNOWLEDGE)
    lines = re.findall(r'<path class="line[^"]*" d="(M[^"]+)" fill="none"', write_picture(network.overview(graph)))
    assert len(lines) == graph.number_of_edges()
    assert len(set(lines)) == len(lines)
