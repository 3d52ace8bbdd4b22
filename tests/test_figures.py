"""Figures of the network: on networks of which the answers are known."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from cinegraph.cli.program import program
from cinegraph.model import Claim, Entity, EntityRef, EntityType, Evidence, Knowledge, Literal, Modality
from cinegraph.questions.figures import Figure, figures
from cinegraph.store import open_store
from queries_fixture import WIDER, build_store

EVIDENCE = (Evidence("a.md", 0, 1, "A", Modality.ASSERTED, "test"),)
FILMS = {"film/dawn": "person/ada", "film/dusk": "person/ada", "film/noon": "person/bo", "film/rain": "person/cy"}
SHOWN = (
    ("film/dawn", "festival/east"),
    ("film/dusk", "festival/west"),
    ("film/noon", "festival/east"),
    ("film/rain", "festival/west"),
    ("film/rain", "festival/north"),
)


def world() -> Knowledge:
    """Ada alone ties East and West, Cy alone West and North; Bo ties nothing."""
    ids = sorted({*FILMS, *FILMS.values(), *(festival for _, festival in SHOWN)})
    entities = tuple(
        Entity(each, EntityType(each.split("/")[0].capitalize()), each.split("/")[1].capitalize(), (each,))
        for each in ids
    )
    claims = [Claim(film, "director", EntityRef(person), (), EVIDENCE) for film, person in FILMS.items()]
    year = (("year", Literal("2019")),)
    claims += [Claim(film, "screened_at", EntityRef(festival), year, EVIDENCE) for film, festival in SHOWN]
    return Knowledge(entities, tuple(claims))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("figures") / "store", world())


def of(store: Path, figure: str) -> list[Figure]:
    with open_store(store) as opened:
        return list(figures(opened, [figure], most=10).figures)


def test_brokers_are_those_by_whom_one_gets_from_festival_to_festival(store: Path) -> None:
    found = of(store, "brokers")
    # East–West and East–North pass Ada, West–North and East–North pass Cy.
    assert [(each.things[0].label, each.value) for each in found] == [("Ada", 0.6667), ("Cy", 0.6667)]
    assert found[0].words == "Ada ties East (Dawn) and West (Dusk). Nobody else here ties East with West."


def test_the_central_are_those_that_networkx_finds(store: Path) -> None:
    graph = nx.Graph([*FILMS.items(), *SHOWN])
    between = nx.betweenness_centrality(graph)
    found = of(store, "central")
    assert {each.things[0].id: each.value for each in found} == {
        node: round(value, 4) for node, value in sorted(between.items(), key=lambda pair: -pair[1])[:10]
    }
    assert [each.value for each in found] == sorted((each.value for each in found), reverse=True)
    west = next(each for each in found if each.things[0].id == "festival/west")
    assert west.words.startswith("West is directly connected with 2 films; ")


def test_communities_are_told_by_their_most_central_members(store: Path) -> None:
    found = of(store, "communities")
    members = [thing.id for each in found for thing in each.things]
    assert len(members) == len(set(members))
    assert all(f"{len(each.things)} names around {each.things[0].label}" in each.words for each in found)


def test_the_same_graph_gives_the_same_figures_in_every_format(store: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(program, ["--store", str(store), "network", *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert run("--format", "json") == run("--format", "json")
    document = json.loads(run("--format", "json", "--type", "person", "--figure", "central"))
    assert {each["things"][0]["type"] for each in document["figures"]} == {"Person"}
    assert (document["schema"], document["names"], document["ties"]) == ("cinegraph-network/1", 10, 9)
    assert run().startswith("10 names, 9 ties between them, in one piece.\n\nMost central\n")
    assert run("--format", "csv").startswith("figure,rank,name,type,id,value,neighbours,words")


def test_an_empty_graph_has_no_figures(tmp_path: Path) -> None:
    with open_store(build_store(tmp_path / "empty", Knowledge())) as opened:
        found = figures(opened)
    assert (found.names, found.figures) == (0, ())


def test_only_what_is_accepted_counts(tmp_path: Path) -> None:
    with open_store(build_store(tmp_path / "wider", WIDER)) as opened:
        named = {thing.label for each in figures(opened, most=100).figures for thing in each.things}
    assert "Vera Orlova" in named
    # Only planned, and only rumoured.
    assert "The Last Ferry" not in named
