"""The SPARQL 1.1 Protocol over real sockets: what clients may send, how they are answered, what is refused."""

from __future__ import annotations

import csv
import http.client
import json
import re
import select
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import rdflib

from queries_fixture import WIDER, build_store
from service_fixture import SLOW, Service, serving
from store_fixture import publish_mark
from waiting import AT_LAST

FORM = "application/x-www-form-urlencoded"
FILM = 'SELECT ?film WHERE { ?film rdfs:label "Salt Road"@en }'
IRI = "https://w3id.org/cinegraph/id/film/salt-road"
JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    pytest.importorskip("uvicorn", reason="NO SERVICE: the extra “service” is not installed")
    store = build_store(tmp_path_factory.mktemp("service") / "store", WIDER)
    with serving(store, "--time-limit", "100", "--max-size", "1") as running:
        yield running


@pytest.mark.parametrize(
    ("method", "content_type", "body"),
    [
        ("GET", None, None),
        ("POST", FORM, urlencode({"query": FILM})),
        ("POST", f"{FORM}; charset=UTF-8", urlencode({"query": FILM})),
        ("POST", "application/sparql-query", FILM),
    ],
)
def test_a_query_is_answered_however_it_is_sent(
    service: Service, method: str, content_type: str | None, body: str | None
) -> None:
    answer = service.query(FILM) if body is None else service.post(body, content_type)
    assert (answer.status, answer.media_type) == (200, JSON)
    assert [row["film"]["value"] for row in json.loads(answer.body)["results"]["bindings"]] == [IRI]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, JSON),
        ("*/*", JSON),
        (JSON, JSON),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/xml", "application/xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.7", "application/sparql-results+xml"),
        (f"{JSON};q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("text/csv;q=0.5, */*;q=0.4", "text/csv"),
        ("image/png, text/csv; q=0.001", "text/csv"),
    ],
)
def test_rows_come_in_the_format_that_is_liked_best(service: Service, accept: str | None, media_type: str) -> None:
    answer = service.query(FILM, accept)
    assert (answer.status, answer.media_type) == (200, media_type)
    assert answer.headers["vary"] == "Accept"
    assert _first_value(answer.text, media_type) == IRI


def _first_value(text: str, media_type: str) -> str:
    if "json" in media_type:
        return str(json.loads(text)["results"]["bindings"][0]["film"]["value"])
    if "xml" in media_type:
        found = ElementTree.fromstring(text).find(".//{http://www.w3.org/2005/sparql-results#}uri")
        assert found is not None
        return str(found.text)
    if media_type == "text/csv":
        return list(csv.reader(text.splitlines()))[1][0]
    assert text.splitlines()[0] == "?film"
    return text.splitlines()[1].strip("<>")


@pytest.mark.parametrize(
    ("accept", "media_type", "parser"),
    [
        (None, "text/turtle", "turtle"),
        ("text/turtle", "text/turtle", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("application/n-triples;q=0.3, application/rdf+xml;q=0.4", "application/rdf+xml", "xml"),
    ],
)
@pytest.mark.parametrize("form", ["CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }", f"DESCRIBE <{IRI}>"])
def test_triples_come_in_the_format_that_is_liked_best(
    service: Service, accept: str | None, media_type: str, parser: str, form: str
) -> None:
    answer = service.query(form, accept)
    assert (answer.status, answer.media_type) == (200, media_type)
    graph = rdflib.Graph().parse(data=answer.text, format=parser)
    assert (rdflib.URIRef(IRI), rdflib.RDFS.label, rdflib.Literal("Salt Road", lang="en")) in graph


@pytest.mark.parametrize("accept", [JSON, "application/sparql-results+xml"])
@pytest.mark.parametrize(("query", "truth"), [("ASK { ?s ?p ?o }", "true"), ("ASK { ?s ?p 'none' }", "false")])
def test_yes_or_no(service: Service, accept: str, query: str, truth: str) -> None:
    answer = service.query(query, accept)
    assert (answer.status, answer.media_type) == (200, accept)
    said = json.loads(answer.body)["boolean"] if accept == JSON else answer.text
    assert truth in str(said).lower()


def test_a_head_request_gets_the_head_only(service: Service) -> None:
    answer = service.ask(f"/sparql?{urlencode({'query': FILM})}", "HEAD")
    assert (answer.status, answer.media_type, answer.body) == (200, JSON, b"")


@pytest.mark.parametrize(
    ("path", "method", "content_type", "body", "status"),
    [
        ("/sparql?query=SELEC", "GET", None, None, 400),
        ("/sparql?query=", "GET", None, None, 400),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "GET", None, None, 400),
        ("/sparql?query=%FF", "GET", None, None, 400),
        ("/sparql?default-graph-uri=https%3A%2F%2Fexample.org%2F", "GET", None, None, 400),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", "GET", None, None, 400),
        ("/sparql", "POST", FORM, "other=1", 400),
        ("/sparql", "POST", "application/sparql-query", b"\xff\xfe", 400),
        ("/sparql?query=INSERT%20DATA%20%7B%20%7D", "GET", None, None, 403),
        ("/sparql", "POST", FORM, "update=CLEAR+ALL", 403),
        ("/sparql", "POST", "application/sparql-update", "CLEAR ALL", 403),
        ("/sparql?update=CLEAR%20ALL", "GET", None, None, 403),
        (
            "/sparql?query=SELECT*%7BSERVICE%3Chttp%3A%2F%2F127.0.0.1%3A9%2F%3E%7B%3Fs%20%3Fp%20%3Fo%7D%7D",
            "GET",
            None,
            None,
            403,
        ),
        ("/nothing", "GET", None, None, 404),
        ("/sparql?query=ASK%7B%7D", "PUT", None, "x", 405),
        ("/sparql?query=ASK%7B%7D", "DELETE", None, None, 405),
        ("/sparql", "PATCH", None, "x", 405),
        ("/sparql", "OPTIONS", None, None, 405),
        ("/", "POST", FORM, "a=b", 405),
        ("/sparql", "POST", FORM, b"query=" + b"a" * 1_100_000, 413),
        ("/sparql", "POST", "text/plain", "ASK {}", 415),
        ("/sparql", "POST", None, "ASK {}", 415),
        ("/sparql", "POST", "application/sparql-query; charset=utf-16", "ASK {}", 415),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    service: Service, path: str, method: str, content_type: str | None, body: str | bytes | None, status: int
) -> None:
    data = body.encode() if isinstance(body, str) else body
    answer = service.ask(path, method, data, headers={"Content-Type": content_type} if content_type else {})
    assert answer.status == status, answer.text
    assert answer.media_type == "text/plain"
    assert len(answer.text.strip()) > 10
    assert "Traceback" not in answer.text
    if status == 405:
        assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (FILM, "text/turtle"),
        (FILM, "image/png"),
        (f"{JSON};q=0", f"{JSON};q=0"),
        ("CONSTRUCT WHERE {?s ?p ?o}", "text/csv"),
    ],
)
def test_a_format_that_is_not_to_be_had_is_406(service: Service, query: str, accept: str) -> None:
    answer = service.query(FILM if query.startswith("app") else query, accept)
    assert (answer.status, answer.media_type) == (406, "text/plain")


def test_a_malformed_query_is_told_where_it_goes_wrong(service: Service) -> None:
    answer = service.query("SELECT * WHERE {\n ?s nope:label ?o }")
    assert answer.status == 400
    assert "line 2" in answer.text
    assert "nope:" in answer.text


def test_graphs_of_the_request_take_the_place_of_all_others(service: Service) -> None:
    entities, claims = "https://w3id.org/cinegraph/graph/entities", "https://w3id.org/cinegraph/graph/claims"
    film, claim = "ASK { ?s a cg:Film }", "ASK { ?s a cg:Claim }"
    named = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"

    def truth(query: str, **graphs: str) -> bool:
        return bool(json.loads(service.query(query, **graphs).body)["boolean"])

    assert truth(film)
    assert truth(claim)
    assert truth(film, **{"default-graph-uri": entities})
    assert not truth(claim, **{"default-graph-uri": entities})
    assert not truth(film, **{"named-graph-uri": entities})
    two = urlencode(
        [
            ("query", "ASK { ?s a cg:Film . ?c a cg:Claim }"),
            ("default-graph-uri", entities),
            ("default-graph-uri", claims),
        ]
    )
    assert json.loads(service.get(f"/sparql?{two}").body)["boolean"] is True
    posted = service.post(urlencode({"query": claim, "default-graph-uri": entities}), FORM)
    assert json.loads(posted.body)["boolean"] is False
    in_body = service.post(
        claim, "application/sparql-query", path="/sparql?" + urlencode({"default-graph-uri": entities})
    )
    assert json.loads(in_body.body)["boolean"] is False
    only = service.query(named, "text/csv", **{"named-graph-uri": claims})
    assert only.text.split() == ["g", claims]
    # The request's graphs go before those of the query (SPARQL 1.1 Protocol, section 2.1.4).
    assert not truth(f"ASK FROM <{claims}> {{ ?s a cg:Claim }}", **{"default-graph-uri": entities})


def test_an_iri_with_an_escaped_blank_stays_as_it_is(service: Service) -> None:
    iri = "https://example.org/a%20b%2Fc"
    query = f"SELECT ?x WHERE {{ BIND (<{iri}> AS ?x) }}"
    for answer in (
        service.query(query, "text/csv"),
        service.post(urlencode({"query": query}), FORM, "text/csv"),
        service.post(query, "application/sparql-query", "text/csv"),
    ):
        assert answer.text.split() == ["x", iri]


def test_an_answer_that_is_too_large_is_refused_before_any_of_it_is_sent(service: Service) -> None:
    for query in ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }"):
        answer = service.query(query)
        assert (answer.status, answer.media_type) == (400, "text/plain")
        assert "larger than 1 MB" in answer.text


def test_one_slow_query_keeps_nobody_waiting(service: Service) -> None:
    place = urlsplit(service.address)
    slow = http.client.HTTPConnection(str(place.hostname), place.port)
    slow.request("GET", f"/sparql?{urlencode({'query': SLOW})}")
    time.sleep(0.5)  # so that it is at work
    with ThreadPoolExecutor(20) as clients:
        answers = list(clients.map(lambda _: service.query(FILM), range(20)))
    assert [answer.status for answer in answers] == [200] * 20
    assert {len(json.loads(answer.body)["results"]["bindings"]) for answer in answers} == {1}
    assert not select.select([slow.sock], [], [], 0)[0], "the slow query had ended before the quick ones were asked"
    slow.close()


def test_a_deadline_is_a_clean_error(tmp_path: Path) -> None:
    store = build_store(tmp_path / "store", WIDER)
    joined = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (CONCAT(STR(?c), STR(?f), STR(?i)) = 'x') }"
    with serving(store, "--time-limit", "5", "--workers", "3") as service:
        # Three slow ones at once hold two workers of the three: the other is kept for what is quick.
        with ThreadPoolExecutor(3) as clients:
            slow = [clients.submit(service.query, query) for query in (SLOW, joined, SLOW)]
            assert service.get("/id/film/salt-road", "text/turtle").status == 200
            assert not any(each.done() for each in slow), "the slow queries had ended before the quick one"
            for answer in [each.result() for each in slow]:
                assert (answer.status, answer.media_type) == (503, "text/plain")
                assert int(answer.headers["retry-after"]) > 0
                assert "5 s" in answer.text
        assert service.query(FILM).status == 200


def test_whoever_hangs_up_frees_the_worker(tmp_path: Path) -> None:
    store = build_store(tmp_path / "store", WIDER)
    with serving(store, "--time-limit", "60", "--workers", "1") as service:
        for _ in range(2):
            with pytest.raises(TimeoutError):
                service.ask(f"/sparql?{urlencode({'query': SLOW})}", timeout=1.5)
        assert service.query(FILM).status == 200


def test_a_query_that_breaks_its_process_breaks_nothing_else(service: Service) -> None:
    deep = "SELECT * WHERE " + "{" * 100_000 + "}" * 100_000
    assert service.post(deep, "application/sparql-query").status in (400, 503)
    assert service.query(FILM).status == 200


def test_a_query_that_eats_memory_is_given_up(tmp_path: Path) -> None:
    store = build_store(tmp_path / "store", WIDER)
    with serving(store, "--max-memory", "400", "--time-limit", "50") as service:
        answer = service.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f")
        assert (answer.status, answer.media_type) == (503, "text/plain")
        assert "--max-memory" in answer.text
        assert service.query(FILM).status == 200


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    store = build_store(tmp_path / "store", WIDER)
    for module in ("uvicorn", "starlette"):
        code = f"import sys; sys.modules[{module!r}] = None; from cinegraph.cli import main; main()"
        command = [sys.executable, "-c", code, "--store", str(store), "serve", "--port", "0"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=AT_LAST, check=False)
        assert done.returncode == 1
        assert "pip install 'cinegraph[service]'" in done.stderr
        assert module in done.stderr
        assert "Traceback" not in done.stderr


def test_a_new_build_is_seen_without_a_restart(tmp_path: Path) -> None:
    publish_mark(tmp_path / "store", 1)
    query = "SELECT ?o WHERE { ?s <https://example.org/mark> ?o }"
    with serving(tmp_path / "store", "--workers", "2") as service:
        with ThreadPoolExecutor(4) as clients:
            assert {
                answer.text.split()[1] for answer in clients.map(lambda _: service.query(query, "text/csv"), range(4))
            } == {"1"}
        for mark in (2, 3):
            publish_mark(tmp_path / "store", mark)
            with ThreadPoolExecutor(4) as clients:
                answers = list(clients.map(lambda _: service.query(query, "text/csv"), range(4)))
            assert {answer.text.split()[1] for answer in answers} == {str(mark)}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "10.0.0.1", "", "[::2]:1"]
)
def test_a_name_that_is_not_ours_is_refused(service: Service, host: str) -> None:
    for path in ("/", "/sparql", "/id/film/salt-road", "/static/base.css"):
        answer = service.ask(path, headers={"Host": host})
        assert answer.status == 403, path
        assert b"salt" not in answer.body.lower()


@pytest.mark.parametrize("host", ["localhost", "localhost:99", "127.0.0.1", "[::1]:7878", "LOCALHOST"])
def test_our_own_names_are_answered(service: Service, host: str) -> None:
    assert service.ask("/sparql?query=ASK%7B%7D", headers={"Host": host}).status == 200


def test_other_sites_may_read_only_where_that_was_asked_for(service: Service, tmp_path: Path) -> None:
    origin = {"Origin": "https://example.org"}
    closed = service.ask("/sparql?query=ASK%7B%7D", headers=origin)
    assert not [name for name in closed.headers if name.startswith("access-control")]
    assert closed.headers["cross-origin-resource-policy"] == "same-origin"
    store = build_store(tmp_path / "store", WIDER)
    with serving(store, "--cors", "https://example.org", "--allow-host", "films.example.org") as open_service:
        assert (
            open_service.ask("/sparql?query=ASK%7B%7D", headers=origin).headers["access-control-allow-origin"]
            == origin["Origin"]
        )
        other = open_service.ask("/sparql?query=ASK%7B%7D", headers={"Origin": "https://other.example"})
        assert "access-control-allow-origin" not in other.headers
        asked = {**origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        preflight = open_service.ask("/sparql", "OPTIONS", headers=asked)
        assert preflight.status == 200
        assert "POST" in preflight.headers["access-control-allow-methods"]
        assert open_service.ask("/sparql?query=ASK%7B%7D", headers={"Host": "films.example.org"}).status == 200


def test_the_service_describes_itself(service: Service) -> None:
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    for accept, parser in (
        (None, "turtle"),
        ("*/*", "turtle"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ):
        answer = service.get("/sparql", accept)
        assert answer.status == 200
        graph = rdflib.Graph().parse(data=answer.text, format=parser)
        (described,) = graph.subjects(rdflib.RDF.type, sd.Service)
        assert graph.value(described, sd.endpoint) == rdflib.URIRef(service.address + "sparql")
        assert (described, sd.supportedLanguage, sd.SPARQL11Query) in graph
        assert (described, sd.feature, sd.UnionDefaultGraph) in graph
        names = set(graph.objects(None, sd.name))
        assert rdflib.URIRef("https://w3id.org/cinegraph/graph/claims") in names


def test_void_counts_what_there_is(service: Service) -> None:
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    for path in ("/void", "/.well-known/void"):
        graph = rdflib.Graph().parse(data=service.get(path, "text/turtle").text, format="turtle")
        (dataset,) = graph.subjects(rdflib.RDF.type, void.Dataset)
        counted = service.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "text/csv").text.split()[1]
        assert int(graph.value(dataset, void.triples)) == int(counted) > 100
        parts = {
            graph.value(node, void["class"]): graph.value(node, void.entities)
            for node in graph.objects(dataset, void.classPartition)
        }
        films = service.query("SELECT (COUNT(DISTINCT ?f) AS ?n) WHERE { ?f a cg:Film }", "text/csv").text.split()[1]
        assert int(parts[rdflib.URIRef("https://w3id.org/cinegraph/ontology#Film")]) == int(films) > 0
        assert graph.value(dataset, void.sparqlEndpoint) == rdflib.URIRef(service.address + "sparql")


def test_curl_is_answered(service: Service) -> None:
    done = subprocess.run(
        [
            "curl",
            "-sS",
            "--fail",
            "-H",
            "Accept: text/csv",
            "--data-urlencode",
            f"query={FILM}",
            f"{service.address}sparql",
        ],
        capture_output=True,
        text=True,
        timeout=AT_LAST,
        check=True,
    )
    assert done.stdout.split() == ["film", IRI]


def test_the_service_says_what_is_wrong_before_it_starts(tmp_path: Path) -> None:
    import socket

    def start(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cinegraph", "--store", str(tmp_path / "store"), "serve", *options]
        return subprocess.run(command, capture_output=True, text=True, timeout=AT_LAST, check=False)

    missing = start("--port", "0")
    assert missing.returncode == 1
    assert "cinegraph build" in missing.stderr
    build_store(tmp_path / "store", WIDER)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        refused = start("--port", str(taken.getsockname()[1]))
    assert refused.returncode == 2
    assert "--port" in refused.stderr
    assert not re.search("Traceback", missing.stderr + refused.stderr)
