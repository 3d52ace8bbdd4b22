"""The network page in a real browser: everything is clicked, typed and read."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from browser import Page
from cinegraph import network
from cinegraph.model import Claim, Entity, EntityType, Evidence, Knowledge, Literal, Modality
from cinegraph.views import write_frame, write_view
from film_world import film_world
from hostile import hostile_knowledge
from knowledge_fixture import KNOWLEDGE
from selenium_keys import ARROWS, ENTER, ESCAPE, TAB
from waiting import until

GRAPH = network.to_graph(KNOWLEDGE)
ORLOVA, ROAD, CANNES = "person/vera-orlova", "film/salt-road", "festival/cannes-film-festival"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    world = network.to_graph(film_world(60))
    return {
        "small": write_view(GRAPH),
        "world": write_view(network.overview(world, limit=60)),
        "hostile": write_view(network.to_graph(hostile_knowledge())),
        "empty": write_view(network.query_result(GRAPH, [])),
        "person": write_view(network.neighbourhood(GRAPH, ORLOVA, 2)),
        "path": write_view(network.path_between(GRAPH, "section/piazza-grande", "organization/harbour-tv")),
    }


def beside(node: str) -> set[str]:
    """The names that some claim between entities names together with this one."""
    together = [s.entities() for *_, s in GRAPH.edges(data="statement") if node in s.entities()]
    return set().union(*together) - {node}


def search(page: Page, text: str) -> list[str]:
    page.keys(ESCAPE, "/")
    page.one("#search").clear()
    page.one("#search").send_keys(text)
    return [item.text for item in page.all("#search-list li")]


def test_it_opens_with_a_picture_and_says_what_it_shows(show: Callable[..., Page]) -> None:
    page = show()
    assert page.text("h1") == "Overview"
    assert page.text("#tally") == "29 names, 45 claims"
    assert "Everything the articles tie together" in page.text("#panel")
    assert page.ink() > 5000


def test_what_is_left_out_is_said(show: Callable[..., Page]) -> None:
    page = show("world")
    assert " of 220 names" in page.text("#tally")
    assert "not drawn at first" in page.text("#panel")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("orlova", "Vera Orlova"),
        ("ОРЛОВА", "Vera Orlova"),
        ("vera orlowa", "Vera Orlova"),
        ("orlva", "Vera Orlova"),
        ("LOMIDZÉ", "Nino Lomidze"),
    ],
)
def test_search_takes_any_spelling_and_script(show: Callable[..., Page], typed: str, found: str) -> None:
    page = show()
    assert found in search(page, typed)[0]
    page.keys(ENTER)
    assert page.text("#panel h2") == found
    assert page.js("return document.activeElement.id") == "stage"


def test_search_finds_every_alias(show: Callable[..., Page]) -> None:
    page = show()
    for entity in KNOWLEDGE.entities:
        for name in entity.names:
            page.js(
                "const f = document.getElementById('search'); f.value = arguments[0];"
                "f.dispatchEvent(new Event('input'))",
                name,
            )
            rows = page.js("return [...document.querySelectorAll('#search-list li')].map((row) => row.innerText)")
            assert any(entity.label in row for row in rows), name


def test_search_says_when_there_is_no_such_name(show: Callable[..., Page]) -> None:
    page = show()
    assert search(page, "qqqqzzzz") == ["No name like this. Try fewer letters."]


def test_search_reveals_a_name_that_is_not_drawn(show: Callable[..., Page]) -> None:
    page = show("world")
    hidden = next(
        row
        for row in page.js("return JSON.parse(document.getElementById('data').textContent).nodes")
        if row["id"] not in page.shown() and row["degree"]
    )
    search(page, hidden["label"])
    page.keys(ENTER)
    assert page.text("#panel h2") == hidden["label"]
    assert hidden["id"] in page.shown()


def test_a_click_on_a_shape_shows_its_card(show: Callable[..., Page]) -> None:
    page = show()
    page.click_node(ROAD)
    card = page.text("#panel")
    assert page.text("#panel h2") == "Salt Road"
    assert "directed by" in card
    assert "disputed" in card
    assert page.hash() == f"#node={ROAD}"
    assert "Salt Road, Film" in page.js("return document.getElementById('announce').textContent")


def test_every_claim_of_a_card_shows_its_sentences(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ROAD}")
    for i in range(len(page.all("#panel .sources"))):
        page.all("#panel .sources")[i].click()
    claims = [claim for claim in KNOWLEDGE.claims if claim.subject == ROAD]
    text = page.text("#panel")
    for claim in claims:
        assert claim.evidence[0].quote.split("\n")[0] in text
    assert "The Reel Review" in text


@pytest.mark.parametrize("width", [1400, 390])
def test_sentences_have_the_width_of_the_panel(show: Callable[..., Page], width: int) -> None:
    page = show(hash=f"#node={ROAD}", width=width)
    page.all("#panel .sources")[0].click()
    panel = page.one("#panel").size["width"]
    assert [quote.size["width"] > panel * 0.6 for quote in page.all("#panel .claim blockquote")] == [True]


def test_markdown_s_signs_are_read_and_not_shown(browser: Page, folder: Path) -> None:
    quote = "*Beanpole* won, **twice**, 2 * 3 * 4 times; f*ck <b>*x*</b>."
    evidence = Evidence("a.md", 0, len(quote), quote, Modality.ASSERTED, "test")
    film = Entity("film/beanpole", EntityType.FILM, "Beanpole", ("Beanpole",))
    claim = Claim(film.id, "genre", Literal("drama"), (), (evidence,))
    text = write_view(network.to_graph(Knowledge((film,), (claim,))))
    (folder / "signs.html").write_text(text, encoding="utf-8")
    browser.open(folder / "signs.html", f"#node={film.id}")
    browser.one("#panel .sources").click()
    assert browser.text("#panel blockquote") == "Beanpole won, twice, 2 * 3 * 4 times; f*ck <b>x</b>."
    assert [each.text for each in browser.all("#panel blockquote em")] == ["Beanpole", "x"]
    assert browser.text("#panel blockquote strong") == "twice"
    assert browser.complaints() == []


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844), (1400, 500)])
def test_the_picture_takes_the_shape_of_its_stage(show: Callable[..., Page], width: int, height: int) -> None:
    page = show("world", width=width, height=height)
    stage = page.one("#stage").size
    points = [page.place(node) for node in page.shown()]
    share = [
        (max(p[axis] for p in points) - min(p[axis] for p in points)) / stage[side]
        for axis, side in (("x", "width"), ("y", "height"))
    ]
    assert min(share) > 0.4
    assert max(share) > 0.7


def test_names_stand_clear_of_the_rings(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ORLOVA}")
    label = next(box for box in page.labels() if box["id"] == ORLOVA)
    middle = page.place(ORLOVA)
    away = max(
        max(label["x"] - middle["x"], middle["x"] - label["x"] - label["w"]),
        max(label["y"] - middle["y"], middle["y"] - label["y"] - label["h"]),
    )
    own, other = (
        page.js("return window.cinegraph.data.nodes.find((n) => n.id === arguments[0])", node)
        for node in (ORLOVA, ROAD)
    )
    scale = (middle["x"] - page.place(ROAD)["x"]) / (own["x"] - other["x"])
    ring = (own["size"] * max(1, scale**-0.4) * 1.2 + 5) * scale
    assert away > ring


def test_dozens_of_spellings_do_not_push_the_claims_away(browser: Page, folder: Path) -> None:
    names = ("Best Film", *(f"Best Film {number}" for number in range(40)))
    prize = Entity("award/best-film", EntityType.AWARD, "Best Film", names)
    (folder / "names.html").write_text(write_view(network.to_graph(Knowledge((prize,)))), encoding="utf-8")
    browser.open(folder / "names.html", "#node=award/best-film")
    assert "Best Film 9" in browser.text("#panel .names")
    assert "Best Film 10" not in browser.text("#panel .names")
    browser.one("#panel .names summary").click()
    assert "Best Film 39" in browser.text("#panel .names")


def test_a_card_tells_where_a_name_stands_beside_others(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={CANNES}")
    assert "named in" in page.text("#panel")
    assert "Salt Road won FIPRESCI Prize" in page.text("#panel").replace("\n", " ")


def test_a_claim_without_a_year_has_a_dash_where_others_have_years(show: Callable[..., Page]) -> None:
    page = show(hash="#node=person/nino-lomidze")
    groups = [
        [year.get_property("textContent") for year in group.find_elements("css selector", ".line > .year")]
        for group in page.all("#panel .group")
    ]
    dated = [years for years in groups if any(year.isdecimal() for year in years)]
    assert any("–" in years for years in dated)
    assert all("" not in years for years in dated)
    assert any(set(years) == {""} for years in groups)


def test_a_click_on_empty_space_and_escape_let_go(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ROAD}")
    page.click_at(5, 5)
    assert page.hash() == ""
    page.click_node(ROAD)
    page.keys(ESCAPE)
    assert page.hash() == ""
    assert page.text("#panel h2") == "Overview"


def test_a_click_on_a_line_shows_the_claim(show: Callable[..., Page]) -> None:
    page = show()
    a, b = (page.place(node) for node in ("work/salt", "person/ilona-berg"))
    page.click_at((a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2)
    assert page.hash().startswith("#claim=")
    assert "author of" in page.text("#panel .statement")
    assert page.all("#panel blockquote")


def test_a_conflict_shows_both_sides_with_their_sentences(show: Callable[..., Page]) -> None:
    page = show()
    page.button("Salt Road won FIPRESCI Prize: 2018 or 2019").click()
    quotes = [quote.text for quote in page.all("#panel blockquote")]
    assert len(quotes) >= 2
    assert any("2018" in quote for quote in quotes)
    assert "another year is given for the same prize" in page.text("#panel .conflict")


def test_both_sides_of_a_conflict_are_lit(show: Callable[..., Page]) -> None:
    page = show()
    page.button("Vera Orlova born in Riga or Tallinn").click()
    lit = {label["id"] for label in page.labels()}
    assert lit == {ORLOVA, "place/riga", "place/tallinn"}


def test_what_articles_deny_is_marked_where_they_deny_it(show: Callable[..., Page]) -> None:
    page = show()
    page.button("Winter Harbour screened at Locarno Film Festival: said and denied").click()
    assert [mark.text for mark in page.all("#panel mark")] == ["was not"]
    assert "denies it" in page.text("#panel")


def test_the_legend_counts_and_filters_types(show: Callable[..., Page]) -> None:
    page = show()
    rows = {row.text.split("\n")[0]: row for row in page.all("#legend .filter")}
    assert rows["People"].text.endswith("8")
    rows["People"].click()
    assert not any(node.startswith("person/") for node in page.shown())
    assert page.hash() == "#hide=Person"
    page.button("show all", "#legend").click()
    assert ORLOVA in page.shown()


def test_the_legend_filters_relations_and_folds_the_rest(show: Callable[..., Page]) -> None:
    page = show()
    folded = len(page.all("#legend .filter"))
    page.one("#legend .fold").click()
    assert len(page.all("#legend .filter")) > folded
    before = page.text("#tally")
    page.one("[data-filter='relations director']").click()
    assert page.text("#tally") != before
    assert page.hash() == "#without=director"


def test_doubtful_claims_can_be_hidden(show: Callable[..., Page]) -> None:
    page = show()
    for status in ("planned", "disputed", "denied"):
        page.one(f"[data-filter='statuses {status}']").click()
    assert page.hash() == "#without-status=planned&without-status=disputed&without-status=denied"
    assert "36 claims" in page.text("#tally")


def test_filters_that_hide_everything_say_so_and_can_be_taken_away(show: Callable[..., Page]) -> None:
    page = show(
        hash="#hide="
        + "&hide=".join(
            ["Person", "Film", "Series", "Work", "Festival", "Section", "Award", "Organization", "Place", "Publication"]
        )
    )
    assert "The filters hide everything" in page.text("#empty")
    page.button("Take the filters away").click()
    assert len(page.shown()) == 29


def counts(page: Page) -> dict[str, int]:
    """What the legend counts, by type, status and relation."""
    rows = page.js(
        "return [...document.querySelectorAll('#legend-body [data-filter]')].map((box) => "
        "[box.dataset.filter, box.closest('.filter')?.querySelector('output')?.textContent])"
    )
    return {name: int(count.replace(",", "")) for name, count in rows if count and " " in name}


def test_the_legend_counts_what_the_years_show(show: Callable[..., Page]) -> None:
    page = show()
    page.one("#legend .fold").click()
    everything = counts(page)
    page.js("location.hash = '#from=2019&to=2019'")
    until("the year of the link", lambda: page.text("#years") == "2019")
    now = counts(page)
    assert list(now) == list(everything)  # no row jumps away while years pass
    shown = page.shown()
    assert sum(count for row, count in now.items() if row.startswith("types ")) == len(shown)
    assert now["types Film"] == sum(node.startswith("film/") for node in shown) < everything["types Film"]
    lines = int(page.text("#tally").split(" names, ")[1].split()[0])
    for kind in ("relations ", "statuses "):
        assert sum(count for row, count in now.items() if row.startswith(kind)) == lines
    page.one("[data-filter='types Person']").click()
    assert counts(page) == now  # a row that is switched off still tells what it would show


def test_depth_by_button_and_key(show: Callable[..., Page]) -> None:
    page = show(hash="#node=section/piazza-grande")
    page.button("2", "#panel").click()
    assert page.hash().endswith("&hops=2")
    page.one("#stage").click()
    page.js("window.cinegraph.choose('section/piazza-grande')")
    page.keys("3")
    assert page.hash().endswith("&hops=3")


def test_hubs_open_and_close(show: Callable[..., Page]) -> None:
    page = show("world")
    data = page.js("return JSON.parse(document.getElementById('data').textContent)")
    hub = max((row for row in data["nodes"] if row["id"] in page.shown()), key=lambda row: row["degree"])
    before = page.shown()
    page.js("window.cinegraph.choose(arguments[0])", hub["id"])
    page.one("#panel [data-key=open]").click()
    near = {
        e["to"] if e["from"] == hub["id"] else e["from"] for e in data["edges"] if hub["id"] in (e["from"], e["to"])
    }
    assert near <= page.shown()
    assert page.shown() > before
    assert f"open={hub['id']}" in page.hash()
    page.js("document.getElementById('stage').focus()")
    page.keys(ENTER)
    assert page.shown() == before


def test_a_double_click_opens_too(show: Callable[..., Page]) -> None:
    page = show("world")
    data = page.js("return JSON.parse(document.getElementById('data').textContent)")
    hub = max((row for row in data["nodes"] if row["id"] in page.shown()), key=lambda row: row["degree"])
    before = len(page.shown())
    page.click_node(hub["id"], double=True)
    assert len(page.shown()) > before


def test_a_path_is_typed_and_read(show: Callable[..., Page]) -> None:
    page = show()
    page.keys("p")
    page.one("#path-from").send_keys("piazza", ENTER)
    page.one("#path-to").send_keys("harbour tv", ENTER)
    names = [button.text for button in page.all("#panel .step > .name")]
    assert [names[0], names[-1]] == ["Piazza Grande", "Harbour TV"]
    assert len(page.all("#panel blockquote")) >= len(names) - 1
    assert page.hash() == "#path=section/piazza-grande&path=organization/harbour-tv"
    page.keys(ESCAPE)
    assert page.hash() == ""


def test_a_path_that_does_not_exist_says_so(show: Callable[..., Page]) -> None:
    page = show(hash="#hide=Film&path=section/piazza-grande&path=organization/harbour-tv")
    assert "Nothing that passes the filters connects them" in page.text("#panel")


def test_the_path_of_a_page_made_for_it_is_open_at_once(show: Callable[..., Page]) -> None:
    page = show("path")
    assert page.text("#panel h2") == "Piazza Grande to Harbour TV"


@pytest.mark.parametrize("width", [1400, 390])
def test_a_path_has_all_its_names_beside_its_shapes(show: Callable[..., Page], width: int) -> None:
    page = show("path", width=width, height=844)
    path = page.js("return window.cinegraph.data.path")
    boxes = {label["id"]: label for label in page.labels()}
    assert set(path) <= set(boxes)
    points = [page.place(node) for node in path]
    for node in path:
        box = boxes[node]
        for x, y in ((point["x"], point["y"]) for point in points):
            assert not (box["x"] < x < box["x"] + box["w"] and box["y"] < y < box["y"] + box["h"]), node
    spans = {axis: max(p[axis] for p in points) - min(p[axis] for p in points) for axis in "xy"}
    assert (spans["y"] > spans["x"]) == (page.one("#stage").size["width"] < 150 * len(path))


def test_names_of_a_short_path_stand_off_its_line_on_a_telephone(browser: Page, folder: Path) -> None:
    text = write_view(network.path_between(GRAPH, ORLOVA, "person/nino-lomidze"))
    (folder / "short.html").write_text(text, encoding="utf-8")
    browser.open(folder / "short.html", width=390, height=844)
    browser.settle()
    path = browser.js("return window.cinegraph.data.path")
    assert len(path) == 2
    line = browser.place(ORLOVA)["y"]
    boxes = [box for box in browser.labels() if box["id"] in path]
    assert len(boxes) == 2
    for box in boxes:
        assert not box["y"] < line < box["y"] + box["h"], box
        assert box["x"] >= 0
        assert box["x"] + box["w"] <= 390


def test_years_narrow_the_picture(show: Callable[..., Page]) -> None:
    page = show(hash="#from=2019&to=2019")
    assert page.text("#years") == "2019"
    assert ROAD in page.shown()
    assert "film/winter-harbour" not in page.shown()
    page.button("All years").click()
    assert "film/winter-harbour" in page.shown()


def test_years_move_by_keyboard_and_never_cross(show: Callable[..., Page]) -> None:
    page = show()
    low = page.one("#from")
    for _ in range(30):
        low.send_keys(ARROWS["right"])
    assert page.text("#years") == "2021"
    assert page.hash() == "#from=2021"


def test_the_years_play_and_stop(show: Callable[..., Page]) -> None:
    page = show("world")
    page.one("#play").click()
    first = page.text("#years")
    count = len(page.shown())
    until("later years", lambda: page.text("#years") != first)
    until("names of later years", lambda: len(page.shown()) > count)
    assert page.one("#play").get_attribute("aria-label") == "Stop the years"
    page.one("#play").click()
    still = page.text("#years")
    page.pause(1)
    assert page.text("#years") == still


def test_the_table_holds_the_same_claims_and_sorts(show: Callable[..., Page]) -> None:
    page = show()
    page.keys("t")
    rows = page.all("#table tbody tr")
    assert len(rows) == len(KNOWLEDGE.claims)
    page.button("Year ↕".removesuffix(" ↕"), "#table").click()
    years = [text for row in page.all("#table tbody tr") if (text := row.find_elements("css selector", "td")[3].text)]
    assert years == sorted(years)
    page.button("Year", "#table").click()
    assert page.one("#table th[aria-sort]").get_attribute("aria-sort") == "descending"
    page.all("#table tbody .name")[0].click()
    assert page.text("#panel h2")
    page.keys("t")
    assert not page.one("#table").is_displayed()


def test_the_table_fits_a_telephone(show: Callable[..., Page]) -> None:
    page = show(hash="#table=1", width=390, height=844)
    assert page.js("const t = document.getElementById('table'); return t.scrollWidth - t.clientWidth") == 0
    page.button("Year", "#table").click()
    assert page.one("#table th:nth-child(4)").get_attribute("aria-sort") == "ascending"
    row = page.all("#table tbody tr")[0]
    assert 0 <= row.rect["x"] < row.rect["x"] + row.rect["width"] <= 390


def test_filters_hold_in_the_table(show: Callable[..., Page]) -> None:
    page = show(hash="#without=director&table=1")
    relations = {cell.text for cell in page.all("#table tbody td:nth-child(2)")}
    assert "won" in relations
    assert "directed by" not in relations


def communities(page: Page) -> list[dict[str, Any]]:
    found = page.js("return JSON.parse(document.getElementById('data').textContent).communities")
    assert len(found) > 3
    return list(found)


def test_communities_are_coloured_by_switch_and_key(show: Callable[..., Page]) -> None:
    page = show("world")
    picture = (
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => "
        "done(document.querySelector('#stage canvas').toDataURL())))"
    )
    before = page.driver.execute_async_script(picture)
    page.keys("c")
    assert page.hash() == "#colour=community"
    assert page.driver.execute_async_script(picture) != before
    page.one("[data-filter='communities colour']").click()
    assert page.hash() == ""
    assert page.driver.execute_async_script(picture) == before


def test_a_community_folds_into_its_head_and_keeps_its_ties(show: Callable[..., Page]) -> None:
    page = show("world", hash="#colour=community")
    group = next(each for each in communities(page) if len(set(each["members"]) & page.shown()) > 3)
    before = page.shown()
    page.one(f"[data-filter='community {group['head']}']").click()
    assert page.hash() == f"#fold={group['head']}&colour=community"
    assert page.shown() == before - set(group["members"]) | {group["head"]}
    page.click_node(group["head"])
    assert page.text("#panel h2") == group["name"]
    page.one("#panel [data-key=unfold]").click()
    assert page.shown() == before


def test_all_communities_fold_and_open_again_for_what_is_chosen(show: Callable[..., Page]) -> None:
    page = show("world", hash="#colour=community")
    before = page.shown()
    page.button("fold all", "#legend").click()
    heads = {each["head"] for each in communities(page)}
    assert heads & page.shown()
    assert len(page.shown()) < len(before) / 2
    group = next(each for each in communities(page) if len(set(each["members"]) & before) > 3)
    member = next(id for id in group["members"] if id in before and id != group["head"])
    page.js("window.cinegraph.choose(arguments[0])", member)
    assert set(group["members"]) & before <= page.shown()
    page.js("document.getElementById('stage').focus()")
    page.keys(ESCAPE)
    assert member not in page.shown()
    page.button("unfold all", "#legend").click()
    assert page.shown() == before


def test_arrows_walk_between_neighbours(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ORLOVA}")
    page.js("document.getElementById('stage').focus()")
    visited = set()
    for key in ("right", "left", "up", "down", "right"):
        before = page.hash()
        page.keys(ARROWS[key])
        after = page.hash()
        if after != before:
            assert after.removeprefix("#node=") in beside(before.removeprefix("#node="))
        visited.add(after)
    assert len(visited) >= 3


def test_n_and_b_go_round_all_neighbours(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={CANNES}")
    page.js("document.getElementById('stage').focus()")
    near = beside(CANNES)
    seen = []
    for _ in near:
        page.keys("n")
        seen.append(page.hash().removeprefix("#node="))
    assert set(seen) == near
    page.keys("b")
    assert page.hash() == f"#node={seen[-2]}"


def test_a_link_reopens_the_state(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ORLOVA}&hops=2&hide=Place&without=director&without-status=denied&from=2017&to=2020")
    assert page.text("#panel h2") == "Vera Orlova"
    assert page.one("#panel .depth [aria-pressed=true]").text == "2"
    assert not page.one("[data-filter='types Place']").is_selected()
    assert page.text("#years") == "2017–2020"


@pytest.mark.parametrize(
    "hash",
    [
        "#node=person/nobody&hops=99",
        "#claim=x&from=abc&to=-1",
        "#hide=__proto__&without=constructor",
        "#%E0%A4%A",
        "#path=film/salt-road",
    ],
)
def test_a_broken_link_opens_the_page_all_the_same(show: Callable[..., Page], hash: str) -> None:
    page = show(hash=hash)
    assert page.text("#tally") == "29 names, 45 claims"


def saved(path: Path) -> None:
    """Wait for a picture that is saved."""
    until(f"{path.name} to be saved", lambda: path.exists() and path.stat().st_size > 2000)


def test_the_picture_is_saved_as_svg_and_png(show: Callable[..., Page], folder: Path) -> None:
    page = show(hash=f"#node={ROAD}")
    for kind in ("svg", "png"):
        page.one("#show-menu").click()
        page.one(f"#save-{kind}").click()
        saved(folder / f"overview.{kind}")
    texts = [
        element.text for element in ElementTree.parse(folder / "overview.svg").iter("{http://www.w3.org/2000/svg}text")
    ]
    assert "Salt Road" in texts
    assert (folder / "overview.png").read_bytes().startswith(b"\x89PNG")


def test_stirring_moves_the_names_and_stops(show: Callable[..., Page]) -> None:
    page = show()
    before = page.place(ROAD)
    page.one("#show-menu").click()
    page.one("#stir").click()
    until("a name to move", lambda: page.place(ROAD) != before)
    page.one("#show-menu").click()
    page.one("#stir").click()
    after = page.place(ROAD)
    page.pause(0.2)
    assert page.place(ROAD) == after


def apart(page: Page) -> float:
    """How far two names stand from each other on the screen."""
    one, other = page.place(ORLOVA), page.place(ROAD)
    return math.dist((one["x"], one["y"]), (other["x"], other["y"]))


def test_buttons_and_keys_zoom_and_fit(show: Callable[..., Page]) -> None:
    page = show()
    fitted = apart(page)
    for nearer, farther, fit in (("+", "-", "f"), ("#zoom-in", "#zoom-out", "#fit")):
        act = page.keys if len(nearer) == 1 else lambda button: page.one(button).click()
        act(nearer)
        act(nearer)
        assert apart(page) == pytest.approx(fitted * 1.35**2, rel=0.01)
        act(farther)
        assert apart(page) == pytest.approx(fitted * 1.35, rel=0.01)
        act(fit)
        assert apart(page) == pytest.approx(fitted, rel=0.01)


def test_the_menu_opens_by_key_copies_the_link_and_closes(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ROAD}")
    page.one("#show-menu").send_keys(ENTER)
    assert page.js("return document.activeElement.id") == "save-png"
    page.keys(ESCAPE)
    assert not page.one("#menu").is_displayed()
    assert page.text("#panel h2") == "Salt Road"
    page.one("#show-menu").send_keys(ENTER)
    page.one("#copy-link").send_keys(ENTER)
    assert not page.one("#menu").is_displayed()
    told = "return document.getElementById('announce').textContent.toLowerCase().includes('link')"
    until("a word about the link", lambda: page.js(told))
    assert page.hash() == f"#node={ROAD}"


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_picture_is_saved_by_key(show: Callable[..., Page], folder: Path, kind: str) -> None:
    page = show("person", hash=f"#node={ROAD}")
    path = folder / f"vera-orlova.{kind}"
    path.unlink(missing_ok=True)
    page.one("#show-menu").send_keys(ENTER)
    page.keys(*[TAB] * ["png", "svg"].index(kind), ENTER)
    saved(path)
    assert page.js("return document.activeElement.id") == "show-menu"


def test_the_names_are_stirred_and_stilled_by_key(show: Callable[..., Page]) -> None:
    page = show()
    before = page.place(ROAD)
    for moving in (True, False):
        page.one("#show-menu").send_keys(ENTER)
        page.keys(TAB, TAB, TAB, ENTER if moving else " ")
        assert page.one("#stir").get_attribute("aria-checked") == str(moving).lower()
        until("a name to move", lambda: page.place(ROAD) != before)
    after = page.place(ROAD)
    page.pause(0.2)
    assert page.place(ROAD) == after


def test_e_goes_through_the_claims_of_a_name(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ROAD}")
    page.js("document.getElementById('stage').focus()")
    edges = [s.id for *_, s in GRAPH.edges(data="statement") if ROAD in s.entities()]
    seen = []
    for _ in edges:
        page.keys("e")
        seen.append(page.hash().removeprefix("#claim="))
        assert page.all("#panel .edge-card blockquote")
    assert sorted(seen) == sorted(edges)
    page.keys(ARROWS["left"])
    assert page.hash().startswith("#node=")


def test_keys_move_the_picture_and_a_name(show: Callable[..., Page]) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    page = show(hash=f"#node={ROAD}")
    page.js("document.getElementById('stage').focus()")
    before = {node: page.place(node) for node in (ORLOVA, ROAD)}
    ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(ARROWS["right"]).key_up(Keys.SHIFT).perform()
    panned = {node: page.place(node) for node in (ORLOVA, ROAD)}
    for node in before:
        assert panned[node]["x"] == pytest.approx(before[node]["x"] - 80, abs=1)
        assert panned[node]["y"] == pytest.approx(before[node]["y"], abs=1)
    page.keys("j", "j", "l")
    moved = {node: page.place(node) for node in (ORLOVA, ROAD)}
    assert moved[ORLOVA] == panned[ORLOVA]
    assert moved[ROAD]["x"] == pytest.approx(panned[ROAD]["x"] + 24, abs=1)
    assert moved[ROAD]["y"] == pytest.approx(panned[ROAD]["y"] + 48, abs=1)
    assert page.hash() == f"#node={ROAD}"


@pytest.mark.parametrize(("width", "stays"), [(1400, True), (390, False)])
def test_a_row_of_the_table_opens_its_claim(show: Callable[..., Page], width: int, stays: bool) -> None:
    page = show(hash="#table=1", width=width, height=844)
    page.all("#table tbody td:nth-child(2) .name")[0].send_keys(ENTER)
    assert page.text("#panel .kind").startswith("Claim")
    assert page.all("#panel .edge-card blockquote")
    assert page.one("#table").is_displayed() == stays


def test_filters_years_and_steps_are_reached_by_key(show: Callable[..., Page]) -> None:
    page = show(hash=f"#node={ROAD}")
    page.one("[data-filter='types Place']").send_keys(" ")
    assert not any(node.startswith("place/") for node in page.shown())
    assert page.js("return document.activeElement.dataset.filter") == "types Place"
    page.one("#panel [data-key='depth 2']").send_keys(ENTER)
    assert page.hash().startswith(f"#node={ROAD}&hops=2")
    page.one("#panel .sources").send_keys(ENTER)
    assert page.all("#panel blockquote")
    page.one("#play").send_keys(ENTER)
    assert page.one("#play").get_attribute("aria-pressed") == "true"
    page.one("#play").send_keys(ENTER)
    assert page.one("#play").get_attribute("aria-pressed") == "false"
    page.one("#show-table").send_keys(ENTER)
    page.one("#table th button").send_keys(ENTER)
    assert page.one("#table th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_a_pointer_on_a_line_reads_its_words(show: Callable[..., Page]) -> None:
    page = show()
    one, other = page.place("section/piazza-grande"), page.place("festival/locarno-film-festival")
    before = page.driver.get_screenshot_as_base64()
    page.point_at((one["x"] + other["x"]) / 2, (one["y"] + other["y"]) / 2).perform()
    until("a line to be pointed at", lambda: page.one("#stage").value_of_css_property("cursor") == "pointer")
    until("the words of a line", lambda: page.driver.get_screenshot_as_base64() != before)


def test_help_opens_and_closes_by_key(show: Callable[..., Page]) -> None:
    page = show()
    page.keys("?")
    assert page.one("#help").is_displayed()
    page.keys(ESCAPE)
    assert not page.one("#help").is_displayed()


@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_a_telephone(show: Callable[..., Page], dark: bool) -> None:
    page = show("person", width=390, height=844, dark=dark)
    assert page.js("return document.documentElement.scrollWidth") == 390
    assert page.text("#panel h2") == "Vera Orlova"
    panel = page.one("#panel").rect
    assert panel["height"] < 844 * 0.6
    point = page.place(ORLOVA)
    assert 0 < point["y"] < panel["y"]
    page.one("#panel .close").click()
    assert not page.one("#panel").is_displayed()
    page.one("#show-filters").click()
    assert page.one("#legend").is_displayed()
    page.one("[data-filter='types Place']").click()
    assert not any(node.startswith("place/") for node in page.shown())
    page.one("#legend .close").click()
    assert not page.one("#legend").is_displayed()


def test_dark_and_light_are_the_system_s_wish(show: Callable[..., Page]) -> None:
    colours = set()
    for dark in (False, True):
        page = show(dark=dark)
        colours.add(page.js("return getComputedStyle(document.body).backgroundColor"))
    assert len(colours) == 2


@pytest.mark.parametrize("node", ["", "festival/lindholm-film-festival"])
def test_labels_never_cover_each_other(show: Callable[..., Page], node: str) -> None:
    page = show("world", hash=f"#node={node}" if node else "")
    boxes = page.labels()
    assert len(boxes) > 8
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            beside = a["x"] + a["w"] <= b["x"] or b["x"] + b["w"] <= a["x"]
            assert beside or a["y"] + a["h"] <= b["y"] or b["y"] + b["h"] <= a["y"], (a, b)


def test_nothing_to_show_says_what_to_do(show: Callable[..., Page]) -> None:
    page = show("empty")
    assert "No article says anything about this" in page.text("#empty")
    assert page.text("#tally") == "0 of 29 names, 0 claims"
    assert "drawn at first" not in page.text("#panel")


STATES = [
    "",
    "#colour=community",
    f"#node={ROAD}&hops=2",
    "#table=1",
    "#path=section/piazza-grande&path=organization/harbour-tv",
]


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (390, True)])
@pytest.mark.parametrize("hash", STATES)
def test_axe_finds_nothing_to_complain_of(show: Callable[..., Page], hash: str, dark: bool, width: int) -> None:
    page = show(hash=hash, dark=dark, width=width)
    page.js("for (const i of [0, 1, 2]) document.querySelectorAll('#panel .sources')[i]?.click()")
    assert page.violations() == []


def test_a_frame_in_a_notebook_works_too(browser: Page, folder: Path) -> None:
    (folder / "notebook.html").write_text(f"<title>n</title>{write_frame(write_view(GRAPH))}", encoding="utf-8")
    browser.open(folder / "notebook.html")
    browser.driver.switch_to.frame(0)
    browser.js("window.cinegraph.choose(arguments[0])", ROAD)
    assert browser.text("#panel h2") == "Salt Road"
    assert browser.complaints() == []
    assert browser.requests() == []


def test_hostile_articles_stay_text(show: Callable[..., Page]) -> None:
    page = show("hostile")
    ids = page.js("return window.cinegraph.shown()")
    for node in ids:
        page.js("window.cinegraph.choose(arguments[0])", node)
        for i in range(len(page.all("#panel .sources"))):
            page.all("#panel .sources")[i].click()
    search(page, "script")
    page.keys(ESCAPE, ESCAPE, "t")
    page.pause(0.1)
    assert page.js("return window.pwned") is None
    assert page.js("return document.images.length") == 0
    assert [link.get_attribute("href") for link in page.all("#panel a")] == []
    assert page.js("return document.documentElement.scrollWidth") == 1400
    assert "</script>" in json.dumps(page.js("return document.body.innerText"))
