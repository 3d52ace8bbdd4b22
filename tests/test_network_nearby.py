"""Parts of a graph: what is drawn from a part is what would be drawn from the whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cinegraph import network
from cinegraph.network.nearby import Part, among_best, around, said_by
from cinegraph.store import EmbeddedStore, open_store
from queries_fixture import MORE, WIDER, build_store

CANNES = "festival/cannes-film-festival"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder: Path = build_store(tmp_path_factory.mktemp("nearby") / "store", WIDER)
    with open_store(folder) as opened:
        yield opened


def shown(selection: network.Selection) -> tuple[tuple[str, ...], list[str]]:
    visible = selection.visible()
    claims = [f"{data['statement'].id} {len(data['statement'].evidence)}" for _, _, data in visible.edges(data=True)]
    return selection.shown, sorted(claims)


@pytest.mark.parametrize("entity", ["person/vera-orlova", "film/salt-road", CANNES, "film/quiet-ferry"])
@pytest.mark.parametrize("hops", [1, 2])
def test_a_neighbourhood_is_the_same(store: EmbeddedStore, entity: str, hops: int) -> None:
    whole = network.neighbourhood(network.to_graph(store), entity, hops)
    part = network.neighbourhood(network.to_graph(around(store, [entity], hops)), entity, hops)
    assert shown(part) == shown(whole)
    assert len(whole.shown) > 1


def test_a_festival_is_the_same(store: EmbeddedStore) -> None:
    whole = network.festival(network.to_graph(store), CANNES)
    part = network.festival(network.to_graph(around(store, [CANNES], 1, directors=True)), CANNES)
    assert shown(part) == shown(whole)
    assert len(whole.shown) > 5


def test_an_article_is_the_same(store: EmbeddedStore) -> None:
    assert shown(network.article(network.to_graph(said_by(store, MORE)), MORE)) == shown(
        network.article(network.to_graph(store), MORE)
    )


def test_the_best_known_of_a_small_graph_are_all(store: EmbeddedStore) -> None:
    assert shown(network.overview(network.to_graph(among_best(store)))) == shown(
        network.overview(network.to_graph(store))
    )


def test_a_part_gives_every_quad_once(store: EmbeddedStore) -> None:
    quads = list(around(store, [CANNES], 2).quads())
    assert len(quads) == len(set(quads)) > 100
    assert set(quads) < set(store.quads())
    assert list(Part(store, []).quads()) == []
