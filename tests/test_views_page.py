"""The network page as a text: the same every time, whole in itself, and safe whatever an article says."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph import network
from cinegraph.views import pages, write_view
from cinegraph.views.network_data import letters
from hostile import ATTACKS, hostile_knowledge
from knowledge_fixture import KNOWLEDGE

HOSTILE = write_view(network.to_graph(hostile_knowledge()), title=ATTACKS[0])
PAGE = write_view(network.to_graph(KNOWLEDGE))


class Elements(HTMLParser):
    """All elements with their attributes, and what stands inside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[tuple[str, dict[str, str | None], str]] = []
        self._inside: list[str] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._inside = [] if tag in {"script", "style"} else None

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            self._inside.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._inside is not None:
            self.contents.append((*self.found[-1], "".join(self._inside)))
            self._inside = None


def data_of(page: str) -> dict[str, Any]:
    blocks = [data for tag, attributes, data in Elements(page).contents if attributes.get("id") == "data"]
    assert len(blocks) == 1
    return dict(json.loads(blocks[0]))


SELECTIONS = (
    "network.overview(graph)",
    "network.overview(graph, limit=20)",
    "network.neighbourhood(graph, network.overview(graph, limit=20).shown[0], 2, limit=15)",
)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_same_graph_gives_the_same_bytes_in_any_process(selection: str) -> None:
    script = (
        "import hashlib; from film_world import film_world; from cinegraph import network; "
        "from cinegraph.views import write_view; graph = network.to_graph(film_world(60)); "
        f"print(hashlib.sha256(write_view({selection}).encode()).hexdigest())"
    )
    path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    told = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
        )
        told.add(run.stdout)
    assert len(told) == 1


def test_the_policy_names_exactly_the_scripts_and_styles_of_the_page() -> None:
    elements = Elements(PAGE)
    policy = next(a["content"] for tag, a in elements.found if a.get("http-equiv") == "Content-Security-Policy") or ""
    run = [(tag, text) for tag, attributes, text in elements.contents if attributes.get("type") != "application/json"]
    hashes = {f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}" for _, text in run}
    assert len(run) == 3
    assert hashes == set(re.findall(r"sha256-[A-Za-z0-9+/=]+", policy))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("page", [PAGE, HOSTILE], ids=["plain", "hostile"])
def test_nothing_in_the_page_points_outside(page: str) -> None:
    elements = Elements(page)
    for tag, attributes in elements.found:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            if name in {"src", "href", "action", "srcset"}:
                assert (value or "").startswith("#"), (tag, name, value)
    assert "@import" not in page
    assert "url(" not in "".join(text for tag, _, text in elements.contents if tag == "style")


def test_hostile_text_adds_no_element_and_comes_through_whole() -> None:
    shape = [tag for tag, _ in Elements(PAGE).found]
    assert [tag for tag, _ in Elements(HOSTILE).found] == shape
    data = data_of(HOSTILE)
    labels = {node["label"] for node in data["nodes"]}
    assert {attack for attack in ATTACKS if attack and "\ud800" not in attack} <= labels
    assert data["title"] == ATTACKS[0]


def test_the_page_says_what_it_is() -> None:
    page = write_view(network.to_graph(KNOWLEDGE), title='"Salt" & <Road>', language="ka")
    assert '<html lang="ka">' in page
    assert "<title>&#34;Salt&#34; &amp; &lt;Road&gt; · cinegraph</title>" in page
    for landmark in ("<header", "<main", "<footer", "<nav", '<aside id="panel"', "<h1"):
        assert landmark in page


def test_the_renderer_keeps_its_licence_notice() -> None:
    assert "@license" in pages.renderer()[:1000]
    assert pages.renderer() in PAGE


def test_every_claim_of_the_graph_is_in_the_page_with_its_sentences() -> None:
    data = data_of(PAGE)
    rows = [*data["edges"], *data["facts"]]
    assert len(rows) == len(KNOWLEDGE.claims)
    told = {data["quotes"][quote] for row in rows for _, quote, *_ in row["evidence"]}
    assert told == {evidence.quote for claim in KNOWLEDGE.claims for evidence in claim.evidence}
    assert {row["status"] for row in rows} >= {"accepted", "planned", "disputed", "denied"}


def test_parallel_claims_are_bent_apart() -> None:
    rows = data_of(PAGE)["edges"]
    for row in rows:
        same = [r for r in rows if {r["from"], r["to"]} == {row["from"], row["to"]}]
        ways = {json.dumps(r["smooth"]) + str((r["smooth"] or {}) and r["from"]) for r in same}
        assert len(ways) == len(same)


def test_letters_cover_every_name() -> None:
    table = letters(["Дылда", "Łódź", "黒澤"])
    assert "".join(table.get(letter, letter) for letter in "балагов") == "balagov"
    assert {"ł", "ж", "黒", "გ", "ß"} <= set(table)
    assert all(value.isascii() for value in table.values())


@given(
    st.recursive(
        st.text() | st.none() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_json_in_a_page_is_the_same_json_and_holds_no_markup(value: Any) -> None:
    text = pages.as_json(value)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == json.loads(json.dumps(value).encode("utf-8", "replace")) or "\\ud" in json.dumps(value)


def test_a_template_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(Exception, match="undefined"):
        pages.fill("view.html", {"title": "x"}, {})
