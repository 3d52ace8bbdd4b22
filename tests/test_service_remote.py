"""The service over a graph that another SPARQL service holds: the same pages and answers as over a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from cinegraph.pipeline import build
from remote_fixture import ARTICLES, SOME, needs_oxigraph, needs_virtuoso, oxigraph, virtuoso
from service_fixture import SLOW, Service, serving

pytest.importorskip("uvicorn", reason="NO SERVICE: the extra “service” is not installed")

HTML, TURTLE, CSV = "text/html", "text/turtle", "text/csv"
PAGES = (
    "/",
    "/search?q=balagov",
    "/articles",
    "/questions",
    "/questions/films_of_director?director=Kantemir+Balagov",
    "/path?from=film/beanpole&to=Ksenia+Sereda",
    "/conflicts",
    "/ontology",
    "/sparql",
    "/id/person/kantemir-balagov",
    "/id/film/beanpole",
    f"/id/article/{SOME[0]}",
)
QUERIES = (
    ("SELECT ?film ?label WHERE { ?film a cg:Film ; rdfs:label ?label } ORDER BY ?film ?label", CSV),
    ("SELECT (COUNT(*) AS ?n) WHERE { GRAPH graph:claims { ?s ?p ?o } }", "text/tab-separated-values"),
    ("ASK { film:beanpole cg:director person:kantemir-balagov }", "application/sparql-results+xml"),
    ("CONSTRUCT { ?s cg:won ?o } WHERE { ?s cg:won ?o }", "application/n-triples"),
    ("SELECT * WHERE {", CSV),
    ("SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", CSV),
    ("DROP ALL", CSV),
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name in SOME:
        shutil.copy(ARTICLES / name, folder)
    return folder


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Iterator[Service]:
    store = tmp_path_factory.mktemp("embedded") / "store"
    build(store, [str(sources)])
    with serving(store) as running:
        yield running


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def answers_the_same(running: Service, other: Service) -> None:
    for path in PAGES:
        found, wanted = running.get(path, HTML), other.get(path, HTML)
        assert (found.status, found.media_type) == (wanted.status, wanted.media_type) == (200, HTML), path
        shown = found.text.replace(running.address, other.address)
        assert shown == wanted.text, path
    for path in ("/id/film/beanpole", "/void"):
        assert running.get(path, TURTLE).status == 200
    for sparql, accept in QUERIES:
        found, wanted = running.query(sparql, accept), other.query(sparql, accept)
        assert (found.status, found.media_type) == (wanted.status, wanted.media_type), sparql
        assert sorted(found.body.splitlines()) == sorted(wanted.body.splitlines()), sparql
    drawn = running.get("/network/film/beanpole", HTML)
    assert (drawn.status, "Kantemir Balagov" in drawn.text) == (200, True)


@needs_oxigraph
def test_a_service_over_oxigraph_answers_the_same_and_sees_a_new_build(
    embedded: Service, sources: Path, tmp_path: Path
) -> None:
    with oxigraph() as url:
        build(url, [str(sources)])
        with serving(url) as running:
            answers_the_same(running, embedded)
            # Markdown's signs are read and not shown, as on the pages of articles and networks.
            told = running.get("/id/film/closeness", HTML).text
            assert '<span class="italic">Closeness</span>' in told
            assert "*Closeness*" not in told
            new = tmp_path / "new.md"
            new.write_text("*Quiet Harbour* was directed by Lena Sorokina.", encoding="utf-8")
            assert running.get("/id/film/quiet-harbour", HTML).status == 404
            build(url, [str(new)])
            assert running.get("/id/film/quiet-harbour", HTML).status == 200
            assert b"true" in running.query("ASK { film:quiet-harbour cg:director ?who }", CSV).body


@needs_oxigraph
def test_a_service_behind_that_is_slow_or_gone_is_told_cleanly(sources: Path) -> None:
    with ExitStack() as behind:
        url = behind.enter_context(oxigraph())
        build(url, [str(sources)])
        with serving(url, "--time-limit", "2") as running:
            slow = running.query(SLOW, CSV)
            assert (slow.status, slow.headers["retry-after"]) == (503, "10")
            assert b"longer than 2 s" in slow.body
        # The one behind ends; that in front stays, and says so.
        with serving(url) as running:
            assert running.get("/id/film/beanpole", TURTLE).status == 200
            behind.close()
            gone = running.get("/id/film/beanpole", TURTLE)
            assert (gone.status, "no service answers at" in gone.text) == (503, True)


@needs_virtuoso
def test_a_service_over_virtuoso_answers_the_same(
    embedded: Service, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with virtuoso(tmp_path) as url:
        with monkeypatch.context() as administrator:
            administrator.setenv("CINEGRAPH_STORE_USER", "dba")
            administrator.setenv("CINEGRAPH_STORE_PASSWORD", "dba")
            build(url, [str(sources)])
        with serving(url) as running:
            answers_the_same(running, embedded)
