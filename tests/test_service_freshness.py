"""What a client may keep, how large an answer may be, and where the names of a page lead."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cinegraph.service.networks import _BRAND
from cinegraph.service.rows import rows_in
from cinegraph.views.pages import part
from knowledge_fixture import KNOWLEDGE
from queries_fixture import WIDER, build_store
from service_fixture import Service, serving
from waiting import AT_LAST

pytest.importorskip("uvicorn", reason="the service is not installed")

HTML, TURTLE = "text/html", "text/turtle"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("freshness") / "store", WIDER)


@pytest.fixture(scope="module")
def service(store: Path) -> Iterator[Service]:
    with serving(store, "--max-rows", "300") as running:
        yield running


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        ("/", HTML),
        ("/id/film/salt-road", HTML),
        ("/id/film/salt-road", TURTLE),
        ("/questions", HTML),
        ("/questions/films_of_director?director=orlova&format=csv", None),
        ("/network", HTML),
        ("/network/film/salt-road", HTML),
        ("/ontology", TURTLE),
    ],
)
def test_what_has_not_changed_is_not_sent_again(path: str, accept: str | None, service: Service) -> None:
    first = service.get(path, accept)
    assert (first.status, first.headers["cache-control"]) == (200, "no-cache")
    tag = first.headers["etag"]
    again = service.get(path, accept, **{"If-None-Match": f'"other", {tag}'})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    # A browser gives its copy the headers of this reply, and would otherwise read the page under another page's policy.
    assert again.headers.get("content-security-policy") in (None, first.headers["content-security-policy"])
    assert service.get(path, accept, **{"If-None-Match": '"other"'}).status == 200


def test_each_format_has_a_tag_of_its_own(service: Service) -> None:
    tags = {
        service.get("/id/film/salt-road", accept).headers["etag"] for accept in (HTML, TURTLE, "application/ld+json")
    }
    assert len(tags) == 3


def test_failures_and_answers_to_queries_are_not_kept(service: Service) -> None:
    for answer in (service.get("/id/film/nothing-of-the-kind", HTML), service.query("SELECT (NOW() AS ?now) {}")):
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers


def test_a_new_graph_is_sent(tmp_path: Path) -> None:
    path = build_store(tmp_path / "store", KNOWLEDGE)
    with serving(path) as service:
        pages = {address: service.get(address, HTML) for address in ("/", "/network")}
        build_store(path, WIDER)
        for address, before in pages.items():
            after = service.get(address, HTML, **{"If-None-Match": before.headers["etag"]})
            assert after.status == 200, address
            assert after.headers["etag"] != before.headers["etag"]


@pytest.mark.parametrize(
    "accept",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_an_answer_of_too_many_rows_is_refused_before_any_body(accept: str, service: Service) -> None:
    refused = service.query("SELECT ?s { ?s ?p ?o } LIMIT 301", accept)
    assert refused.status == 400
    assert "more than 300 rows" in refused.text
    assert service.query("SELECT ?s ?o { ?s ?p ?o } LIMIT 300", accept).status == 200


def test_an_answer_of_too_many_triples_is_refused(service: Service) -> None:
    refused = service.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", TURTLE)
    assert (refused.status, "more than 300 triples" in refused.text) == (400, True)


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_rows_are_counted_whatever_stands_in_them(format: str) -> None:
    import pyoxigraph

    from cinegraph.store.answers import Solutions

    nasty = ['a\\n"b', "},{", "[{", "<result>", "a\\r\\nb,c", '\\\\"', ""]
    values = " ".join('("' + each.replace('"', '\\"') + '" UNDEF)' for each in nasty)
    raw = pyoxigraph.Store().query(f"SELECT ?x ?y {{ VALUES (?x ?y) {{ {values} (UNDEF UNDEF) }} }}")
    assert isinstance(raw, pyoxigraph.QuerySolutions)
    assert rows_in(Solutions(raw).serialize(format), format) == len(nasty) + 1


def test_names_of_an_article_lead_to_their_cards(service: Service) -> None:
    (article, *_) = re.findall(r'href="(/id/article/[^"]+)"', service.get("/articles", HTML).text)
    links = set(re.findall(r'<a href="(/id/(?:person|film|festival|award)/[^"]+)"', service.get(article, HTML).text))
    assert links
    assert all(service.get(link, HTML).status == 200 for link in links)


def test_the_network_leads_back(service: Service) -> None:
    assert _BRAND in part("view.html")
    assert '<a class="tool" href="/">' in service.get("/network", HTML).text


def test_where_it_serves_can_be_read_by_a_program(store: Path) -> None:
    command = [sys.executable, "-m", "cinegraph", "--store", str(store), "serve", "--port", "0", "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        told = json.loads(process.stdout.readline())
        assert told["sparql"] == told["address"] + "sparql"
        assert Service(told["address"]).query("ASK {}", "application/sparql-results+json").status == 200
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=AT_LAST)
