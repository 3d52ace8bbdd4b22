"""``cinegraph view`` and ``cinegraph explain --article``: what the options choose, and where it goes."""

from __future__ import annotations

import json
import re
import sys
import webbrowser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import cinegraph
from pipeline_fixture import write_articles
from queries_fixture import WIDER, build_store
from test_cli import run

ARTICLES = {
    "profile.md": "---\ntitle: The road\npublisher: The Reel Review\ndate: 2020-02-10\n---\n"
    "Vera Orlova directed Salt Road. The sea was calm.\nSalt Road premiered at the Cannes Film Festival in 2019.\n",
    "report.txt": "Salt Road, directed by Vera Orlova, won the FIPRESCI Prize at the Cannes Film Festival in 2019.\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("view") / "store", WIDER)


def carried(page: str) -> dict[str, Any]:
    """What a page carries."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def drawn(store: Path, *arguments: str, **options: object) -> dict[str, Any]:
    result = run("view", *arguments, store=store, **options)
    assert result.exit_code == 0, result.stderr
    return carried(result.stdout)


@pytest.mark.parametrize("years", [("--from", "2018", "--to", "2019"), ("--since", "2018", "--until", "2019")])
def test_a_festival_is_narrowed_to_years(store: Path, years: tuple[str, ...]) -> None:
    whole = drawn(store, "--festival", "Cannes")
    part = drawn(store, "--festival", "Cannes", *years)
    assert part["focus"] == whole["focus"] == "festival/cannes-film-festival"
    assert part["title"] == "Cannes Film Festival, 2018–2019"
    assert 1 < len(part["nodes"]) < len(whole["nodes"])
    assert part == drawn(store, "Cannes", *years)


@pytest.mark.parametrize("arguments", [("--path", "Orlova", "Cannes"), ("Orlova", "--to", "Cannes")])
def test_a_way_between_two_names(store: Path, arguments: tuple[str, ...]) -> None:
    path = drawn(store, *arguments)["path"]
    assert (path[0], path[-1]) == ("person/vera-orlova", "festival/cannes-film-festival")


def test_several_types_are_given_at_once_or_one_by_one(store: Path) -> None:
    together = drawn(store, "--type", "person,film")
    assert {node["type"] for node in together["nodes"]} == {"Person", "Film"}
    assert together == drawn(store, "--type", "person", "--type", "Film")


CHOICES: list[tuple[str, ...]] = [
    (),
    ("Orlova", "--hops", "2"),
    ("--festival", "Cannes"),
    ("--path", "Orlova", "Kowal"),
    ("--article", "report"),
    ("--query", "{folder}/all.rq"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("queries")
    (folder / "all.rq").write_text("SELECT ?a ?b WHERE { ?c rdf:subject ?a ; rdf:object ?b }", encoding="utf-8")
    return folder


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: " ".join(choice) or "overview")
def test_types_and_years_narrow_every_choice(store: Path, folder: Path, choice: tuple[str, ...]) -> None:
    arguments = [each.format(folder=folder) for each in choice]
    whole = drawn(store, *arguments)
    named = {whole["focus"], *whole["path"]}
    typed = drawn(store, *arguments, "--type", "person,film")
    others = [node for node in typed["nodes"] if node["type"] not in ("Person", "Film")]
    assert {node["id"] for node in others} <= named
    assert 1 < len(typed["shown"]) < len(whole["nodes"])
    assert typed["edges"]
    assert "people and films" in typed["rule"].lower()
    assert typed["total"] == whole["total"]
    dated = drawn(store, *arguments, "--from", "2018", "--to", "2019")
    assert dated["edges"]
    claims = [*dated["edges"], *dated["facts"]]
    undated = [claim for claim in claims if claim["when"] not in (2018, 2019)]
    assert {claim["relation"] for claim in undated if "from" in claim} <= (
        {"director", "conferred_by", "section_of"} if "--festival" in choice else set()
    )
    assert {claim["when"] for claim in undated if "from" not in claim} <= {None}
    assert len(dated["edges"]) < len(whole["edges"])
    assert dated["title"].endswith(", 2018–2019")
    both = drawn(store, *arguments, "--type", "person,film", "--from", "2018", "--to", "2019")
    assert {edge["id"] for edge in both["edges"]} <= {edge["id"] for edge in typed["edges"]}
    assert cinegraph.view(**as_keywords(arguments), types="person,film", since=2018, until=2019, store=store).page == (
        run("view", *arguments, "--type", "person,film", "--from", "2018", "--to", "2019", store=store).stdout
    )


def as_keywords(arguments: list[str]) -> dict[str, Any]:
    """The same choice for Python."""
    match arguments:
        case [name, "--hops", hops]:
            return {"what": name, "hops": int(hops)}
        case ["--path", start, end]:
            return {"path": (start, end)}
        case [option, value]:
            return {option.removeprefix("--"): value}
    return {}


def test_a_way_leads_through_the_chosen_types_only(store: Path) -> None:
    result = run("view", "--path", "Orlova", "Golden Leopard", "--type", "place", store=store)
    assert result.exit_code == 3
    assert "only places" in result.stderr


def test_a_cap_is_kept_and_told(store: Path) -> None:
    page = drawn(store, "--max-nodes", "4")
    assert len(page["shown"]) == 4
    assert "the 4 that are tied to the most others" in page["rule"]
    assert len(page["nodes"]) > 4


def test_a_select_shows_the_claims_between_what_it_finds(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "wins.rq"
    file.write_text("SELECT ?film ?p ?award WHERE { ?film ?p ?award FILTER(?p = cg:won) }", encoding="utf-8")
    page = drawn(store, "--query", str(file))
    assert page["title"] == "wins"
    assert {edge["relation"] for edge in page["edges"]} == {"won"}
    assert all(edge["evidence"] for edge in page["edges"])
    pairs = drawn(store, "--query", "-", input="SELECT ?film ?award WHERE { ?film cg:won ?award }")
    assert {edge["id"] for edge in pairs["edges"]} >= {edge["id"] for edge in page["edges"]}


def test_what_a_construct_makes_up_is_marked_as_the_query_s_own(store: Path) -> None:
    made = "CONSTRUCT { ?a <urn:x/shares-a-film-with> ?b } WHERE { ?f cg:director ?a ; cg:castMember ?b }"
    page = drawn(store, "--query", "-", input=made)
    assert page["edges"]
    assert {(edge["relation"], edge["status"]) for edge in page["edges"]} == {("shares-a-film-with", "derived")}
    assert not any(edge["evidence"] for edge in page["edges"])


@pytest.mark.parametrize("query", ["ASK { ?a cg:won ?b }", "SELECT ?a WHERE { ?a cg:won ?b }", "SELECT nonsense"])
def test_a_query_that_finds_no_network_is_refused(store: Path, query: str) -> None:
    result = run("view", "--query", "-", store=store, input=query)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error" in result.stderr


def test_an_article_is_found_by_a_part_of_its_name(store: Path) -> None:
    assert drawn(store, "--article", "report") == drawn(store, "--article", "cannes/report.md")
    said = {row["name"] for row in drawn(store, "--article", "report")["articles"]}
    assert said == {"cannes/report.md"}
    many = run("view", "--article", "r", store=store)
    assert many.exit_code == 5
    assert "cannes/report.md" in many.stderr
    assert run("view", "--article", "nothing.txt", store=store).exit_code == 3


@pytest.mark.parametrize(
    "arguments",
    [("Orlova", "--festival", "Cannes"), ("--hops", "2"), ("--to", "Orlova"), ("--page",), ("--type", "film,"),
     ("Cannes", "--from", "2019", "--to", "2018"), ("--type", "actor"), ("--article", "report", "--path", "a", "b"),
     ("Orlova", "--to", "Cannes", "--path", "a", "b"),
     ("--article", "report", "--page", "--max-nodes", "3"), ("--picture", "a.svg", "--open"), ("--max-nodes", "0")],
)  # fmt: skip
def test_options_that_do_not_go_together_are_refused(store: Path, arguments: tuple[str, ...]) -> None:
    result = run("view", *arguments, store=store)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_picture_needs_no_browser(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "orlova.svg"
    assert run("view", "Orlova", "--picture", str(target), store=store).exit_code == 0
    texts = {text.text for text in ElementTree.parse(target).iter("{http://www.w3.org/2000/svg}text")}
    assert {"Vera Orlova", "Films"} <= texts
    assert run("view", "Orlova", "--picture", str(target), store=store).exit_code == 2
    other = tmp_path / "same.svg"
    assert run("view", "Orlova", "-o", str(other), store=store).exit_code == 0
    assert other.read_bytes() == target.read_bytes()


def test_a_picture_may_be_png(store: Path, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="NO RESVG: pip install 'cinegraph[png]'")
    target = tmp_path / "orlova.png"
    assert run("view", "Orlova", "--picture", str(target), store=store).exit_code == 0
    content = target.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (1920, 1280)
    other = tmp_path / "same.png"
    assert run("view", "Orlova", "-o", str(other), store=store).exit_code == 0
    assert other.read_bytes() == content


def test_without_the_extra_png_says_what_to_install(store: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = run("view", "Orlova", "--picture", str(tmp_path / "a.png"), store=store)
    assert result.exit_code == 1
    assert "pip install 'cinegraph[png]'" in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_page_is_opened_where_it_was_written(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) is None)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run("view", "Orlova", "-o", str(tmp_path / "a b.html"), "--open", store=store).exit_code == 0
    unnamed = run("view", "Orlova", "--open", store=store)
    assert unnamed.stdout == ""
    assert opened[0] == (tmp_path / "a b.html").as_uri()
    written = list(tmp_path.glob("cinegraph-*/graph.html"))
    assert [path.as_uri() for path in written] == opened[1:]
    assert str(written[0]) in unnamed.stderr


def test_no_browser_is_no_error(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda url: False)
    result = run("view", "-o", str(tmp_path / "a.html"), "--open", store=store)
    assert result.exit_code == 0
    assert "No browser could be started" in result.stderr


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from articles that were read, and not only written down."""
    folder = tmp_path_factory.mktemp("read")
    write_articles(folder / "articles", ARTICLES)
    assert run("build", str(folder / "articles"), store=folder / "store").exit_code == 0
    return folder / "store"


def test_explain_tells_of_every_sentence_what_was_taken(read: Path) -> None:
    for article in ARTICLES:
        document = json.loads(run("explain", "--article", article, "--format", "json", store=read).stdout)
        assert document["schema"] == "cinegraph-article/1"
        claims = [claim for sentence in document["sentences"] for claim in sentence["claims"]]
        for sentence in document["sentences"]:
            assert all(sentence["start"] <= claim["start"] < sentence["end"] for claim in sentence["claims"])
        assert claims
        assert all(claim["rule"] for claim in claims)
        told = run("explain", "--article", article, store=read).stdout
        assert all(f"rule {claim['rule']}" in told and claim["statement"] in told for claim in claims)


def test_every_claim_of_an_article_is_explained_once(read: Path) -> None:
    lines = [json.loads(line) for line in run("export", "--format", "facts", store=read).stdout.splitlines()]
    for article in ARTICLES:
        document = json.loads(run("explain", "--article", article, "--format", "json", store=read).stdout)
        shown = [(claim["start"], claim["end"]) for each in document["sentences"] for claim in each["claims"]]
        said = [(e["start"], e["end"]) for line in lines if line["article"] == article for e in line["evidence"]]
        assert len(shown) >= len(said) > 0
        assert set(shown) == set(said)


def test_a_sentence_that_says_nothing_is_shown_too(read: Path) -> None:
    shown = run("explain", "--article", next(iter(ARTICLES)), store=read).stdout
    assert "nothing taken" in shown
    rows = run("explain", "--article", next(iter(ARTICLES)), "--format", "jsonl", store=read).stdout.splitlines()
    assert any(json.loads(row)["claim"] is None for row in rows)


@pytest.mark.parametrize("command", [("view", "--page"), ("explain", "--format", "html")])
def test_the_article_page_shows_text_and_claims(read: Path, command: tuple[str, ...]) -> None:
    article = next(iter(ARTICLES))
    page = run(*command, "--article", article, store=read).stdout
    assert page.startswith("<!DOCTYPE html>")
    assert 'data-claim="0"' in page
    assert article in page


def test_explain_wants_one_thing(read: Path) -> None:
    assert run("explain", store=read).exit_code == 2
    assert run("explain", "Orlova", "--article", "x", store=read).exit_code == 2
    assert run("explain", "Orlova", "--format", "html", store=read).exit_code == 2
    assert run("explain", "--article", "", store=read).exit_code == 2
