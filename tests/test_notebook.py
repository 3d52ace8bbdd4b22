"""``cinegraph.view``: what a notebook shows."""

from __future__ import annotations

import html
import subprocess
import sys
from inspect import signature
from pathlib import Path

import pytest

import cinegraph
from cinegraph import network
from cinegraph.errors import NotFoundError, StoreError
from cinegraph.views import write_view
from queries_fixture import WIDER, build_store

GRAPH = network.to_graph(WIDER)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("notebook") / "store", WIDER)


def test_a_name_is_looked_up_in_the_store(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = write_view(network.neighbourhood(GRAPH, "person/vera-orlova", 2))
    assert cinegraph.view("орлова", store=store, hops=2).page == expected
    monkeypatch.setenv("CINEGRAPH_STORE", str(store))
    assert cinegraph.view("Orlova", hops=2).page == expected
    assert cinegraph.view("Cannes").page == write_view(network.festival(GRAPH, "festival/cannes-film-festival"))
    way = network.path_between(GRAPH, "person/vera-orlova", "festival/cannes-film-festival")
    assert cinegraph.view("Orlova", "Cannes").page == write_view(way)
    assert cinegraph.view().page == write_view(network.overview(GRAPH))
    with pytest.raises(NotFoundError):
        cinegraph.view("nobody at all")


def test_a_graph_of_one_s_own_needs_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    few = network.capped(network.overview(GRAPH), 3)
    assert cinegraph.view(few, title="Mine").page == write_view(few, title="Mine")
    assert cinegraph.view(GRAPH, max_nodes=3).page == cinegraph.view(WIDER, max_nodes=3).page == write_view(few)
    with pytest.raises(StoreError):
        cinegraph.view("Orlova")


def test_the_notebook_gets_a_frame_and_a_file_the_page(tmp_path: Path) -> None:
    shown = cinegraph.view(GRAPH, height=300)
    frame = shown._repr_html_()
    assert frame.startswith("<iframe srcdoc=")
    assert 'height="300"' in frame
    assert shown.page in html.unescape(frame)
    shown.save(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == shown.page


def test_importing_cinegraph_stays_light() -> None:
    script = "import cinegraph, sys; print(len([name for name in sys.modules if name.startswith('cinegraph.')]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
    with pytest.raises(AttributeError, match="nothing"):
        cinegraph.nothing  # noqa: B018


def test_the_graph_s_own_view_takes_the_same_choices() -> None:
    # Both say them in full, because a notebook completes what a signature names.
    apart = {"self", "store", "height", "what"}
    own, other = (signature(each).parameters for each in (cinegraph.Graph.view, cinegraph.view))
    assert [str(own[name]) for name in own if name not in apart] == [
        str(other[name]) for name in other if name not in apart
    ]
