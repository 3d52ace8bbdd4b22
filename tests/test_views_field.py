"""The page of ten thousands of names, drawn on a canvas of our own: the same reading, by mouse and by key."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browser import Page
from cinegraph import network
from cinegraph.views import write_view
from cinegraph.views.network_data import page_data
from cinegraph.views.packed import CHUNK, packed
from film_world import film_world
from hostile import hostile_knowledge
from knowledge_fixture import KNOWLEDGE
from selenium_keys import ARROWS, ENTER, ESCAPE
from waiting import until

GRAPH = network.to_graph(KNOWLEDGE)
WORLD = network.to_graph(film_world(400))
ORLOVA, ROAD = "person/vera-orlova", "film/salt-road"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {
        "small": write_view(GRAPH, large=True),
        "world": write_view(network.overview(WORLD, 2000), large=True),
        "hostile": write_view(network.to_graph(hostile_knowledge()), large=True),
        "empty": write_view(network.query_result(GRAPH, []), large=True),
    }


def drag(page: Page, x: int, y: int, dx: int, dy: int) -> None:
    actions = page.point_at(x, y)
    actions.click_and_hold().move_by_offset(dx // 2, dy // 2).move_by_offset(dx - dx // 2, dy - dy // 2)
    actions.release().perform()


def test_a_selection_of_thousands_is_drawn_without_vis_network() -> None:
    page = write_view(network.overview(network.to_graph(film_world(1300)), 4000, 4000))
    assert "new vis.Network" not in page
    assert "class Field" in page
    assert "class Field" not in write_view(GRAPH)


def test_what_is_packed_comes_out_whole(show: Callable[..., Page]) -> None:
    page = show()
    data = page_data(network.overview(GRAPH), "Overview")
    asked = "return window.cinegraph.data.claims.map((c) => [c.id, c.relation, c.status, c.year, c.ended,"
    page.js("for (const claim of window.cinegraph.data.claims) claim.evidence")  # asked for, they come
    page.settle()
    told = page.js(
        asked + "c.evidence.length, c.evidence.map((e) => e[1]), c.qualifiers,"
        "c.against.map((other) => other.id).toSorted(), c.reasons])"
    )
    telling = page.js("return window.cinegraph.data.packed.telling")
    expected = [
        [
            claim["id"][:telling],
            claim["relation"],
            claim["status"],
            claim["year"],
            claim["ended"],
            len(claim["evidence"]),
            [data["quotes"][quote] for _, quote, *_ in claim["evidence"]],
            claim["qualifiers"],
            sorted(each[:telling] for each in claim["contradicts"]),
            list(claim["reasons"]),
        ]
        for claim in [*data["edges"], *data["facts"]]
    ]
    assert sorted(told) == sorted(json.loads(json.dumps(expected)))
    nodes = page.js("return window.cinegraph.data.nodes.map((n) => [n.id, n.label, n.type, n.names, n.degree])")
    assert nodes == [[n[k] for k in ("id", "label", "type", "names", "degree")] for n in data["nodes"]]
    for axis in "xy":  # the places are those that were worked out, but for being stretched to the stage
        places = page.js(f"return window.cinegraph.data.nodes.map((n) => n.{axis})")
        given = [node[axis] for node in data["nodes"]]
        stretched = max(map(abs, places)) / max(map(abs, given))
        assert places == pytest.approx([each * stretched for each in given])


def test_sentences_are_packed_once_in_chunks() -> None:
    data = page_data(network.overview(WORLD, 2000), "World")
    core, columns, chunks = packed(data)
    claims = len(data["edges"]) + len(data["facts"])
    assert [len(chunk["rows"]) for chunk in chunks] == [CHUNK] * (claims // CHUNK) + [claims % CHUNK]
    assert not {"nodes", "edges", "facts", "quotes"} & set(core)
    assert len(json.dumps([core, columns, chunks])) < len(json.dumps(data))


def test_what_is_packed_is_small(pages: dict[str, str]) -> None:
    data = json.dumps(page_data(network.overview(WORLD, 2000), "World"))
    bare = len(write_view(network.query_result(GRAPH, []), large=True))
    assert len(pages["world"]) - bare < 0.25 * len(data)


def test_a_browser_that_cannot_unpack_says_so(browser: Page, folder: Path, pages: dict[str, str]) -> None:
    (folder / "old.html").write_text(pages["small"], encoding="utf-8")
    add = {"source": "delete window.DecompressionStream"}
    script = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", add)
    try:
        browser.open(folder / "old.html")
        assert "cannot unpack" in browser.text("#empty")
        assert browser.complaints() == []
    finally:
        browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_columns_that_repeat_themselves_are_written_in_fewer_letters() -> None:
    _, packed_columns, _ = packed(page_data(network.overview(WORLD, 2000), "World"))
    columns = packed_columns["edges"]
    assert len(columns["from"]["steps"]) == columns["status"]["codes"]["count"] == len(columns["id"])
    assert len(columns["status"]["codes"]["rows"]) < 0.2 * len(columns["id"])
    assert len(set(columns["id"])) == len(columns["id"])
    assert len(columns["id"][0]) < 10


def test_a_link_to_a_claim_names_it_in_full_or_in_short(show: Callable[..., Page]) -> None:
    claim = next(key for *_, key, data in GRAPH.edges(keys=True, data=True) if data["status"] == "disputed")
    page = show(hash=f"#claim={claim}")
    card = page.text("#panel")
    assert "disputed" in card
    page.js("window.cinegraph.choose(arguments[0])", ROAD)
    short = claim[: page.js("return window.cinegraph.data.packed.telling")]
    assert show(hash=f"#claim={short}").text("#panel") == card


def test_the_same_graph_gives_the_same_packed_page() -> None:
    again = write_view(network.overview(network.to_graph(film_world(400)), 2000), large=True)
    assert again == write_view(network.overview(WORLD, 2000), large=True)


def test_it_opens_with_shapes_lines_and_labels(show: Callable[..., Page]) -> None:
    page = show("world")
    assert len(page.shown()) > 900
    assert page.ink() > 50_000
    assert len(page.labels()) > 8
    assert "names" in page.text("#tally")


def test_labels_never_cover_each_other(show: Callable[..., Page]) -> None:
    boxes = show("world").labels()
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            beside = a["x"] + a["w"] <= b["x"] or b["x"] + b["w"] <= a["x"]
            assert beside or a["y"] + a["h"] <= b["y"] or b["y"] + b["h"] <= a["y"], (a, b)


def test_a_click_on_a_shape_shows_its_card_and_its_sentences(show: Callable[..., Page]) -> None:
    page = show()
    page.click_node(ROAD)
    assert page.text("#panel h2") == "Salt Road"
    assert page.hash() == f"#node={ROAD}"
    page.all("#panel .sources")[0].click()
    assert page.text("#panel blockquote")


def test_a_click_on_a_line_shows_the_claim_and_one_beside_lets_go(show: Callable[..., Page]) -> None:
    page = show()
    a, b = (page.place(node) for node in ("work/salt", "person/ilona-berg"))
    page.click_at((a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2)
    assert "author of" in page.text("#panel .statement")
    page.click_at(5, 5)
    assert page.hash() == ""


def test_dragging_moves_the_picture_and_chooses_nothing(show: Callable[..., Page]) -> None:
    page = show("world")
    node = page.labels()[0]["id"]
    before = page.place(node)
    drag(page, 300, 300, 120, -60)
    page.settle()
    after = page.place(node)
    assert (round(after["x"] - before["x"]), round(after["y"] - before["y"])) == (120, -60)
    assert page.hash() == ""
    assert page.ink() > 50_000


def test_a_name_is_dragged_and_the_others_stay(show: Callable[..., Page]) -> None:
    page = show()
    before = {each: page.place(each) for each in (ORLOVA, ROAD)}
    drag(page, round(before[ORLOVA]["x"]), round(before[ORLOVA]["y"]), 60, 40)
    page.settle()
    after = {each: page.place(each) for each in (ORLOVA, ROAD)}
    assert abs(after[ORLOVA]["x"] - before[ORLOVA]["x"] - 60) < 3
    assert abs(after[ORLOVA]["y"] - before[ORLOVA]["y"] - 40) < 3
    assert after[ROAD] == before[ROAD]
    assert page.hash() == ""
    click_at = page.place(ORLOVA)
    drag(page, round(click_at["x"]), round(click_at["y"]), 0, 0)
    assert "Orlova" in page.one("#panel").text


@pytest.mark.parametrize("name", ["small", "world"])
def test_stirring_moves_the_names_and_stops(show: Callable[..., Page], name: str) -> None:
    page = show(name)
    node = page.labels()[0]["id"]
    before = page.place(node)
    page.one("#show-menu").click()
    page.one("#stir").click()
    until("a name to move", lambda: page.place(node) != before)
    page.one("#show-menu").click()
    page.one("#stir").click()
    page.settle()
    after = page.place(node)
    page.pause(0.2)
    assert page.place(node) == after


def test_the_wheel_zooms_around_the_pointer_and_f_fits(show: Callable[..., Page]) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.actions.wheel_input import ScrollOrigin

    page = show("world")
    node = page.labels()[0]["id"]
    first = page.place(node)
    stage = page.one("#stage")
    x, y = round(first["x"] - stage.size["width"] / 2), round(first["y"] - stage.size["height"] / 2)
    ActionChains(page.driver).scroll_from_origin(ScrollOrigin.from_element(stage, x, y), 0, -600).perform()
    page.settle()
    near = page.place(node)
    assert abs(near["x"] - first["x"]) < 3
    assert abs(near["y"] - first["y"]) < 3
    labels = [label["id"] for label in page.labels()]
    page.keys("f")
    page.settle()
    assert [label["id"] for label in page.labels()] != labels


def test_a_double_click_opens_a_hub(show: Callable[..., Page]) -> None:
    page = show("world", hash="#hide=Award")
    page.js("document.querySelector(\"[data-filter='types Award']\").click()")
    page.settle()
    hub = page.js(
        "const on = new Set(window.cinegraph.shown());"
        "return window.cinegraph.data.nodes.filter((n) => on.has(n.id)).sort((a, b) => b.degree - a.degree)[0].id"
    )
    page.click_node(hub, double=True)
    assert f"open={hub}" in page.hash()


def test_the_keyboard_walks_searches_and_goes_back(show: Callable[..., Page]) -> None:
    page = show()
    page.keys("/")
    page.one("#search").send_keys("ОРЛОВА", ENTER)
    assert page.hash() == f"#node={ORLOVA}"
    visited = {page.hash()}
    for key in ("right", "left", "up", "down"):
        page.keys(ARROWS[key])
        visited.add(page.hash())
    assert len(visited) > 1
    page.keys("3")
    assert page.hash().endswith("&hops=3")
    page.keys(ESCAPE)
    assert page.hash() == ""


def test_keys_read_claims_and_move_picture_and_name(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ROAD}")
    page.js("document.getElementById('stage').focus()")
    before = {node: page.place(node) for node in (ORLOVA, ROAD)}
    page.keys("l")
    page.settle()
    assert page.place(ORLOVA) == before[ORLOVA]
    assert page.place(ROAD)["x"] == pytest.approx(before[ROAD]["x"] + 24, abs=1)
    page.keys("e")
    assert page.all("#panel .edge-card blockquote")
    assert page.hash().startswith("#claim=")


def test_hovering_names_a_line(show: Callable[..., Page]) -> None:
    page = show()
    a, b = (page.place(node) for node in ("work/salt", "person/ilona-berg"))
    page.point_at((a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2).perform()
    until("a line to be pointed at", lambda: page.one("#stage").value_of_css_property("cursor") == "pointer")


def test_filters_years_table_and_path_work_as_on_the_small_page(show: Callable[..., Page]) -> None:
    page = show(hash="#hide=Person")
    assert not any(node.startswith("person/") for node in page.shown())
    page = show(hash="#from=2019&to=2019")
    assert "film/winter-harbour" not in page.shown()
    page = show(hash="#table=1")
    assert len(page.all("#table tbody tr")) == len(KNOWLEDGE.claims)
    assert any(cell.text for cell in page.all("#table .says"))
    page = show(hash="#path=section/piazza-grande&path=organization/harbour-tv")
    names = [button.text for button in page.all("#panel .step > .name")]
    assert [names[0], names[-1]] == ["Piazza Grande", "Harbour TV"]
    assert len(page.all("#panel blockquote")) >= len(names) - 1


def test_a_conflict_shows_both_sides_with_their_sentences(show: Callable[..., Page]) -> None:
    page = show()
    page.button("Salt Road won FIPRESCI Prize: 2018 or 2019").click()
    assert len(page.all("#panel blockquote")) >= 2
    assert "another year is given for the same prize" in page.text("#panel .conflict")


def test_communities_fold(show: Callable[..., Page]) -> None:
    page = show("world", hash="#colour=community")
    before = page.shown()
    page.button("fold all", "#legend").click()
    page.settle()
    assert len(page.shown()) < len(before) / 2
    assert page.ink() > 1000


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_picture_is_saved(show: Callable[..., Page], folder: Path, kind: str) -> None:
    page = show(hash=f"#node={ROAD}")
    page.one("#show-menu").click()
    page.one(f"#save-{kind}").click()
    path = folder / f"overview.{kind}"
    until("the picture to be saved", lambda: path.exists() and path.stat().st_size > 2000)


def test_it_fits_a_telephone_in_the_dark(show: Callable[..., Page]) -> None:
    page = show("world", width=390, height=844, dark=True)
    assert page.js("return document.documentElement.scrollWidth") == 390
    assert page.ink() > 20_000


@pytest.mark.parametrize("hash", ["", f"#node={ROAD}&hops=2", "#table=1"])
def test_axe_finds_nothing_to_complain_of(show: Callable[..., Page], hash: str) -> None:
    assert show(hash=hash).violations() == []


def test_nothing_to_show_says_what_to_do(show: Callable[..., Page]) -> None:
    assert "No article says anything about this" in show("empty").text("#empty")


def test_hostile_articles_stay_text(show: Callable[..., Page], pages: dict[str, str]) -> None:
    scripts = re.findall(r"<script[^>]*>", pages["hostile"])
    assert len(scripts) == 4
    page = show("hostile")
    for node in page.js("return window.cinegraph.shown()"):
        page.js("window.cinegraph.choose(arguments[0])", node)
        for i in range(len(page.all("#panel .sources"))):
            page.all("#panel .sources")[i].click()
    page.keys(ESCAPE, "t")
    assert page.js("return window.pwned") is None
    assert page.js("return document.images.length") == 0
    assert [link.get_attribute("href") for link in page.all("#panel a")] == []
    shown_text: Any = page.js("return document.body.innerText")
    assert "</script>" in shown_text
