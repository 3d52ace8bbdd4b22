"""The graph as a network: what becomes a node or an edge, what is selected, and where everything stands."""

from __future__ import annotations

import math
import time
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph import network
from cinegraph.errors import NotFoundError
from cinegraph.model import EntityRef, EntityType, Knowledge
from cinegraph.network.graph import all_statements, part_of
from cinegraph.network.layout import positions, radius
from cinegraph.network.narrowing import Bounds, narrowed, restricted
from cinegraph.network.packing import pack
from cinegraph.network.repulsion import by_pairs, on_grid
from cinegraph.network.spacing import close_pairs
from cinegraph.network.style import STATUS_STYLES, TYPE_STYLES, relation_words
from cinegraph.rdf.status import Status
from cinegraph.rdf.write import quads_of
from cinegraph.relations import RELATIONS
from film_world import film_world
from knowledge_fixture import KNOWLEDGE

GRAPH = network.to_graph(KNOWLEDGE)


def by_label(graph: nx.MultiDiGraph, label: str) -> str:
    return next(node for node, data in graph.nodes(data=True) if data["label"] == label)


def ends(graph: nx.MultiDiGraph, relation: str) -> set[tuple[str, str]]:
    label = graph.nodes(data="label")
    return {(label[a], label[b]) for a, b, data in graph.edges(data=True) if data["relation"] == relation}


def test_entities_are_nodes_and_claims_between_them_are_edges() -> None:
    between = [claim for claim in KNOWLEDGE.claims if isinstance(claim.object, EntityRef)]
    assert set(GRAPH) == {entity.id for entity in KNOWLEDGE.entities}
    assert GRAPH.number_of_edges() == len(between)
    assert ("Salt Road", "Vera Orlova") in ends(GRAPH, "director")
    facts = [fact for _, data in GRAPH.nodes(data=True) for fact in data["facts"]]
    assert len(facts) == len(KNOWLEDGE.claims) - len(between) > 0


def test_a_node_tells_its_names_degree_and_years() -> None:
    film = GRAPH.nodes[by_label(GRAPH, "Salt Road")]
    assert film["type"] == "Film"
    assert film["degree"] == 11
    assert (film["first_year"], film["last_year"]) == (2018, 2019)


def test_both_sides_of_a_dispute_know_each_other() -> None:
    prize = [s for s in all_statements(GRAPH) if s.relation == "won" and s.status == "disputed"]
    assert sorted(s.year or 0 for s in prize) == [2018, 2019]
    assert {s.contradicts for s in prize} == {(prize[0].id,), (prize[1].id,)}
    assert all(s.reasons for s in prize)


def test_claims_without_a_year_take_the_film_s() -> None:
    credits = [
        s for s in all_statements(GRAPH) if s.relation == "director" and s.subject == by_label(GRAPH, "Winter Harbour")
    ]
    assert [(s.year, s.when) for s in credits] == [(None, 2016)]


def test_a_graph_from_quads_is_the_graph_from_knowledge() -> None:
    class Quads:
        def quads(self) -> object:
            return quads_of(KNOWLEDGE)

    other = network.to_graph(Quads())  # type: ignore[arg-type]
    assert set(other) == set(GRAPH)
    assert [s.id for s in all_statements(other)] == [s.id for s in all_statements(GRAPH)]


def test_the_overview_takes_the_most_connected_and_counts_the_rest() -> None:
    graph = network.to_graph(film_world(60))
    chosen = network.overview(graph, limit=40)
    assert 30 <= len(chosen.shown) <= 40
    least = min(graph.nodes[node]["degree"] for node in chosen.shown)
    left_out = [data["degree"] for node, data in graph.nodes(data=True) if node not in chosen.shown]
    assert max(left_out) <= least or len(chosen.shown) < 40
    assert chosen.total == graph.number_of_nodes() > len(chosen.shown)
    assert set(chosen.graph) == set(graph)
    assert all(chosen.visible().degree(node) for node in chosen.shown)


def test_the_overview_carries_no_more_than_asked() -> None:
    chosen = network.overview(network.to_graph(film_world(60)), limit=20, carried=50)
    assert chosen.graph.number_of_nodes() == 50


def test_a_small_graph_is_shown_whole() -> None:
    assert set(network.overview(GRAPH).shown) == {node for node, degree in GRAPH.degree if degree}


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_a_neighbourhood_ends_after_its_steps(hops: int) -> None:
    start = by_label(GRAPH, "Vera Orlova")
    chosen = network.neighbourhood(GRAPH, start, hops)
    distance = nx.single_source_shortest_path_length(GRAPH.to_undirected(), start)
    assert set(chosen.shown) == {node for node, steps in distance.items() if steps <= hops}
    assert chosen.focus == start


def test_a_crowded_neighbourhood_keeps_the_nearest() -> None:
    graph = network.to_graph(film_world(60))
    start = network.overview(graph).shown[0]
    chosen = network.neighbourhood(graph, start, 3, limit=25)
    assert len(chosen.shown) == 25
    near = set(network.neighbourhood(graph, start, 1, limit=500).shown)
    assert near <= set(chosen.shown) or set(chosen.shown) <= near
    assert "25 names nearest" in chosen.rule


def test_a_festival_shows_its_years_and_who_made_the_films() -> None:
    cannes = by_label(GRAPH, "Cannes Film Festival")
    labels = {data["label"] for _, data in network.festival(GRAPH, cannes, 2019, 2019).graph.nodes(data=True)}
    assert {"Salt Road", "Vera Orlova", "Un Certain Regard Best Director"} <= labels
    assert "Winter Harbour" not in labels
    assert set(network.festival(GRAPH, cannes, 1950, 1960).shown) == {cannes}
    assert network.festival(GRAPH, cannes, 2015, 2020).title == "Cannes Film Festival, 2015–2020"


def test_types_show_only_themselves() -> None:
    part = restricted(GRAPH, Bounds((EntityType.PERSON, EntityType.FILM)))
    assert set(dict(part.nodes(data="type")).values()) == {"Person", "Film"}
    assert {key for *_, key in part.edges(keys=True)} == {
        key
        for a, b, key in GRAPH.edges(keys=True)
        if {GRAPH.nodes[a]["type"], GRAPH.nodes[b]["type"]} <= {"Person", "Film"}
    }


def test_years_keep_what_is_dated_within_them_and_undated_facts() -> None:
    part = restricted(GRAPH, Bounds(since=2019, until=2019))
    assert {when for *_, when in part.edges(data="when")} == {2019}
    facts = [fact.when for _, data in part.nodes(data=True) for fact in data["facts"]]
    assert set(facts) == {2019, None}
    assert restricted(GRAPH, Bounds()) is GRAPH


def test_a_narrowed_selection_keeps_its_focus() -> None:
    cannes = by_label(GRAPH, "Cannes Film Festival")
    few = narrowed(network.festival(GRAPH, cannes), Bounds((EntityType.FILM,)))
    assert cannes in few.shown
    assert {few.graph.nodes[node]["type"] for node in few.shown} == {"Film", "Festival"}
    assert few.rule.endswith("Only films.")


def test_an_article_says_only_what_it_says() -> None:
    name = "profile orlova.txt"
    chosen = network.article(GRAPH, name)
    said = all_statements(chosen.graph)
    assert len(said) == sum(any(e.article == name for e in claim.evidence) for claim in KNOWLEDGE.claims)
    assert {e.article for s in said for e in s.evidence} == {name}
    with pytest.raises(NotFoundError):
        network.article(GRAPH, "no such.txt")


def test_a_query_result_shows_its_rows() -> None:
    film, person = by_label(GRAPH, "Salt Road"), by_label(GRAPH, "Vera Orlova")
    assert {
        data["relation"]
        for *_, data in network.query_result(GRAPH, [(film, "director", person)]).graph.edges(data=True)
    } == {"director"}
    whole = network.query_result(GRAPH, [(film, "", person)]).graph
    assert whole.number_of_edges() == GRAPH.number_of_edges(film, person)
    assert not network.query_result(GRAPH, [("film/nowhere", "director", "person/nobody")]).shown


def test_a_path_leads_from_one_to_the_other() -> None:
    chosen = network.path_between(GRAPH, by_label(GRAPH, "Piazza Grande"), by_label(GRAPH, "Harbour TV"))
    assert all(GRAPH.has_edge(a, b) or GRAPH.has_edge(b, a) for a, b in zip(chosen.path, chosen.path[1:], strict=False))
    assert [GRAPH.nodes[node]["label"] for node in (chosen.path[0], chosen.path[-1])] == ["Piazza Grande", "Harbour TV"]


def test_a_denial_is_no_step_of_a_path() -> None:
    denied = [(s.subject, s.object) for s in all_statements(GRAPH) if s.status == "denied"]
    assert denied
    for start, end in denied:
        path = network.path_between(GRAPH, start, end or "").path
        assert len(path) > 2


def test_a_cap_keeps_the_focus_and_says_so() -> None:
    graph = network.to_graph(film_world(60))
    leaf = min(graph, key=lambda node: (graph.nodes[node]["degree"] or 99, node))
    chosen = network.neighbourhood(graph, leaf, 4, limit=500)
    few = network.capped(chosen, 20)
    assert len(few.shown) == 20
    assert leaf in few.shown
    assert set(few.shown) < set(chosen.shown)
    assert set(few.graph) == set(chosen.graph)
    assert "the 20 that are tied to the most others" in few.rule
    assert network.capped(few, 20) is few


def test_unknown_names_are_errors() -> None:
    for select in (network.neighbourhood, network.festival):
        with pytest.raises(NotFoundError):
            select(GRAPH, "person/nobody")
    lonely = network.to_graph(replace(KNOWLEDGE, claims=()))
    with pytest.raises(NotFoundError, match="nothing in the articles connects"):
        network.path_between(lonely, *list(lonely)[:2])


def test_nothing_is_an_overview_too() -> None:
    empty = network.to_graph(Knowledge())
    assert network.overview(empty).shown == ()
    assert positions(empty) == {}


edges = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=50)


@settings(max_examples=40, deadline=None)
@given(edges)
def test_shapes_never_cover_each_other(pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph((f"n{a}", f"n{b}") for a, b in pairs)
    simple = nx.Graph((a, b) for a, b in graph.edges if a != b)
    simple.add_nodes_from(graph)
    places = positions(graph)
    assert set(places) == set(graph)
    nodes = sorted(places)
    for i, a in enumerate(nodes):
        for b in nodes[i + 1 :]:
            assert math.dist(places[a], places[b]) >= radius(simple.degree[a]) + radius(simple.degree[b])


@settings(max_examples=25, deadline=None)
@given(edges, st.randoms(use_true_random=False))
def test_places_do_not_depend_on_the_order_of_arrival(pairs: list[tuple[int, int]], shuffler: object) -> None:
    named = [(f"n{a}", f"n{b}") for a, b in pairs]
    mixed = list(named)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert positions(nx.Graph(named)) == positions(nx.Graph(mixed))


def test_the_push_on_a_grid_is_nearly_the_push_in_pairs() -> None:
    import numpy as np

    steps = np.arange(900, dtype=float)
    points = np.stack([steps * 0.754877666 % 1, steps * 0.569840291 % 1], axis=1) * 3000
    charge = 1 + steps % 7
    exact, near = by_pairs(points, charge), on_grid(points, charge)
    error = np.sqrt(((exact - near) ** 2).sum(axis=1)) / np.sqrt((exact**2).sum(axis=1)).mean()
    assert np.median(error) < 0.05
    assert error.mean() < 0.15


def test_many_names_are_laid_out_without_covering_each_other() -> None:
    graph = nx.barabasi_albert_graph(1500, 2, seed=3)
    graph = nx.relabel_nodes(graph, {node: f"{node:04}" for node in graph})
    started = time.process_time()
    places = positions(graph)
    assert time.process_time() - started < 30  # usual are two
    assert len(set(places.values())) == 1500
    mean = {
        node: tuple(sum(c) / 4 for c in zip(*(places[n] for n in list(graph[node])[:4]), strict=True))
        for node in graph
        if len(graph[node]) >= 4
    }
    middle = [sum(c) / 1500 for c in zip(*places.values(), strict=True)]
    tied = sum(math.dist(places[node], near) for node, near in mean.items())
    assert tied < 0.6 * sum(math.dist(places[node], middle) for node in mean)


@given(st.lists(st.tuples(st.integers(-90, 90), st.integers(-90, 90)), min_size=1, max_size=40), st.integers(5, 60))
def test_close_pairs_are_those_that_are_close(places: list[tuple[int, int]], reach: int) -> None:
    import numpy as np

    found = [tuple(sorted(map(int, pair))) for pair in zip(*close_pairs(np.array(places, float), reach), strict=True)]
    wanted = {
        (i, j)
        for i, a in enumerate(places)
        for j, b in enumerate(places)
        if i < j and abs(a[0] - b[0]) < reach and abs(a[1] - b[1]) < reach
    }
    assert wanted <= set(found)
    assert len(found) == len(set(found))


def test_components_stand_apart() -> None:
    graph = nx.disjoint_union_all([nx.star_graph(12), nx.cycle_graph(9), nx.path_graph(4), nx.empty_graph(5)])
    graph = nx.relabel_nodes(graph, {node: f"{node:02}" for node in graph})
    places = positions(graph)
    frames = []
    for component in nx.connected_components(graph):
        if len(component) > 1:
            xs, ys = zip(*(places[node] for node in component), strict=True)
            frames.append((min(xs), min(ys), max(xs), max(ys)))
    for i, a in enumerate(frames):
        for b in frames[i + 1 :]:
            assert a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


def test_what_is_shown_first_keeps_its_places_when_more_is_carried() -> None:
    graph = network.to_graph(film_world(40))
    shown = network.overview(graph, limit=50).shown
    alone, among = positions(part_of(graph, shown)), positions(graph, shown)
    shifts = {(among[node][0] - alone[node][0], among[node][1] - alone[node][1]) for node in shown}
    assert set(among) == set(graph)
    # sizes follow the whole graph, so places agree but for what bigger shapes push aside
    assert max(math.dist(a, b) for a in shifts for b in shifts) < 400


def test_packing_keeps_groups_whole() -> None:
    packed = pack([{"a": (0, 0), "b": (100, 0)}, {"c": (0, 0), "d": (0, 30)}])
    assert math.dist(packed["a"], packed["b"]) == 100
    assert math.dist(packed["c"], packed["d"]) == 30


def test_every_type_and_status_has_a_look_of_its_own() -> None:
    assert set(TYPE_STYLES) == set(EntityType)
    assert len({style.path for style in TYPE_STYLES.values()}) == len(EntityType)
    assert len({style.colour for style in TYPE_STYLES.values()}) == len(EntityType)
    assert set(STATUS_STYLES) == {status.value for status in Status} | {"derived"}
    assert len({style.dashes for style in STATUS_STYLES.values()}) == len(STATUS_STYLES)


def test_every_relation_reads_from_both_ends() -> None:
    assert all(all(relation_words(name)) for name in RELATIONS)


def test_communities_are_tied_within_and_named_by_their_centre() -> None:
    graph = network.to_graph(film_world(60))
    found = network.communities(graph)
    members = [member for each in found for member in each.members]
    assert len(found) > 3
    assert len(members) == len(set(members)) > graph.number_of_nodes() / 2
    assert [len(each.members) for each in found] == sorted((len(each.members) for each in found), reverse=True)
    home = {member: each.head for each in found for member in each.members}
    inside = sum(a in home and home[a] == home.get(b) for a, b in graph.edges())
    assert inside > graph.number_of_edges() / 2
    for each in found:
        assert each.head == each.members[0]
        assert each.name.startswith(graph.nodes[each.head]["label"])
        part = graph.subgraph(each.members).to_undirected()
        assert len(set(part[each.head])) == max(len(set(part[member])) for member in part)


def test_what_is_denied_ties_nobody_together() -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from("abcdef", label="x")
    ties = {"ab": "accepted", "bc": "accepted", "ca": "hedged", "cd": "denied", "de": "rejected"}
    graph.add_edges_from((*ends, {"status": status}) for ends, status in ties.items())
    assert [each.members for each in network.communities(graph)] == [("a", "b", "c")]
    assert network.communities(nx.MultiDiGraph()) == []


def test_an_overview_tells_its_rule_and_shows_as_many_as_asked() -> None:
    world = network.to_graph(film_world(200))
    some, all_of_them = network.overview(world, 100), network.overview(world, 10_000, 10_000)
    assert "Of the 100 names that are tied to the most others" in some.rule
    assert len(some.shown) <= 100 < len(all_of_them.shown)
    assert all_of_them.rule.startswith("All names that are tied to another")
    assert all(world.nodes[node]["degree"] for node in all_of_them.shown)


def test_a_great_festival_is_capped_and_says_so() -> None:
    world = network.to_graph(film_world(200))
    great = max((n for n in world if n.startswith("festival/")), key=lambda n: world.nodes[n]["degree"])
    whole, part = network.festival(world, great, limit=10_000), network.festival(world, great, limit=20)
    assert great in part.shown
    assert len(part.shown) == 20 < len(whole.shown) == len(part.graph)
    assert f"of these {len(whole.shown)} names the 20" in part.rule
