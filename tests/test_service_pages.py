"""The pages beside the SPARQL endpoint: linked data in every format, searches, forms; hostile texts stay texts."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
import rdflib

import hostile as hostile_texts
from cinegraph.model import Knowledge
from cinegraph.rdf.terms import article_iri, entity_iri
from processes import needs_proc, running
from queries_fixture import MORE, WIDER, build_store
from service_fixture import SLOW, Service, serving
from store_fixture import publish
from waiting import AT_LAST, until

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_ATTACKS = tuple(each for each in hostile_texts.ATTACKS if "\ud800" not in each)
FILM = rdflib.URIRef("https://w3id.org/cinegraph/id/film/salt-road")
PAGES = (
    "/",
    "/search?q=orlova",
    "/search?q=",
    "/articles",
    "/questions",
    "/questions?search=festival",
    "/questions/films_of_director",
    "/questions/films_of_director?director=Vera+Orlova",
    "/path",
    "/path?from=Eva+Lind&to=Lucas+Ferreira",
    "/conflicts",
    "/conflicts?kind=contradiction",
    "/ontology",
    "/sparql",
    "/id/film/salt-road",
    "/id/festival/cannes-film-festival/2022",
    "/id/nothing/here",
)


class Outline(HTMLParser):
    """What a page is made of: its elements, where it leads, what it says."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, tag: str, name: str) -> list[str]:
        return [str(found[name]) for kind, found in self.elements if kind == tag and name in found]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    pytest.importorskip("uvicorn", reason="NO SERVICE: the extra “service” is not installed")
    folder = tmp_path_factory.mktemp("pages")
    (folder / "mine").mkdir()
    (folder / "mine" / "mine_own.rq").write_text(
        "# title: A question of one's own\nSELECT ?film WHERE { ?f a cg:Film ; rdfs:label ?film }"
    )
    with serving(build_store(folder / "store", WIDER), "--queries", str(folder / "mine")) as running:
        yield running


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    pytest.importorskip("uvicorn", reason="NO SERVICE: the extra “service” is not installed")
    store = tmp_path_factory.mktemp("hostile") / "store"
    publish(store, _storable())
    with serving(store) as running:
        yield running


def _storable() -> Knowledge:
    """The hostile knowledge without half characters, which no store takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hostile_texts, "ATTACKS", _ATTACKS)
        return hostile_texts.hostile_knowledge()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_and_asks_for_nothing_from_elsewhere(service: Service, path: str) -> None:
    answer = service.get(path, HTML)
    assert answer.status == (404 if "nothing" in path else 200)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    page = Outline(answer.text)
    assert [tag for tag, _ in page.elements].count("h1") == 1
    loaded = [*page.values("script", "src"), *page.values("link", "href"), *page.values("img", "src")]
    assert all(each.startswith(("/", "https://w3id.org/cinegraph/id/")) for each in loaded)
    assert not [found for tag, found in page.elements if tag == "script" and "src" not in found and "type" not in found]
    assert not [name for _, found in page.elements for name in found if name.startswith("on") or name == "style"]
    for link in {each for each in page.values("a", "href") if each.startswith("/") and "#" not in each}:
        assert "{" not in link


def test_every_link_of_the_first_pages_leads_somewhere(service: Service) -> None:
    seen = set()
    for path in ("/", "/id/person/vera-orlova", "/articles", "/questions"):
        page = Outline(service.get(path, HTML).text)
        seen |= {each for each in [*page.values("a", "href"), *page.values("link", "href")] if each.startswith("/")}
    assert len(seen) > 60
    # Networks take a second each; two of them stand for all.
    networks = sorted(each for each in seen if each.startswith("/network"))
    broken = [each for each in sorted(seen - set(networks)) + networks[:2] if service.get(each, HTML).status != 200]
    assert broken == []


@pytest.mark.parametrize(
    ("accept", "media_type", "parser"),
    [
        ("text/turtle", "text/turtle", "turtle"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("text/html;q=0.2, text/turtle;q=0.9", "text/turtle", "turtle"),
        (None, "text/turtle", "turtle"),
    ],
)
def test_a_thing_is_to_be_had_as_rdf(service: Service, accept: str | None, media_type: str, parser: str) -> None:
    answer = service.get("/id/film/salt-road", accept)
    assert (answer.status, answer.media_type, answer.headers["vary"]) == (200, media_type, "Accept")
    graph = rdflib.Graph().parse(data=answer.text, format=parser)
    assert (FILM, rdflib.RDFS.label, rdflib.Literal("Salt Road", lang="en")) in graph
    claims = list(graph.subjects(rdflib.RDF.subject, FILM))
    assert claims
    assert all((claim, rdflib.RDF.predicate, None) in graph for claim in claims)


def test_a_thing_has_a_page_for_people(service: Service) -> None:
    answer = service.get("/id/film/salt-road", HTML)
    page = Outline(answer.text)
    assert (answer.status, answer.media_type) == (200, "text/html")
    assert "Соляная дорога" in page.words
    assert "/id/person/vera-orlova" in page.values("a", "href")
    assert {"text/turtle", "application/ld+json"} <= set(page.values("link", "type"))
    sentence = "Salt Road was shown on the Piazza Grande of Locarno in 2020."
    assert sentence in page.words
    for format, start in (("turtle", b"@prefix"), ("json-ld", b"["), ("rdfxml", b"<?xml"), ("html", b"<!DOCTYPE")):
        assert service.get(f"/id/film/salt-road?format={format}", HTML).body.lstrip().startswith(start)
    card = json.loads(service.get("/id/film/salt-road?format=card").body)
    assert (card["schema"], card["id"]) == ("cinegraph-card/1", "film/salt-road")
    assert service.get("/id/film/salt-road?format=word").status == 400
    assert service.get("/id/film/salt-road", "image/png").status == 406


def test_an_entry_of_unknown_year_has_a_dash_beside_years(service: Service) -> None:
    parts = service.get("/id/person/nino-lomidze", HTML).text.split('<section class="part"')
    directed = next(part for part in parts if "<h2>Director</h2>" in part)
    assert 'class="entries undated"' not in directed
    assert directed.count('<span class="year">2018</span>') == directed.count('<span class="year">–</span>') == 1
    # Where no entry has a year there is no column of years.
    undated = next(part for part in parts if "<h2>" in part and '<span class="year">2' not in part)
    assert 'class="entries undated"' in undated


def test_everything_that_the_graph_names_has_a_page_and_rdf(service: Service) -> None:
    """Entities, editions, claims, evidence, articles and all that hangs on them."""
    found = service.query(
        'SELECT DISTINCT ?s WHERE { ?s ?p ?o FILTER (STRSTARTS(STR(?s), "https://w3id.org/cinegraph/id/")) }',
        "text/csv",
    )
    iris = found.text.split()[1:]
    kinds: dict[str, list[str]] = {}
    for iri in iris:
        kinds.setdefault(iri.split("/id/")[1].partition("/")[0], []).append(iri)
    assert {"film", "claim", "evidence", "article", "target"} <= set(kinds)
    for each in kinds.values():
        for iri in [*each[:2], each[-1]]:
            path = iri.removeprefix("https://w3id.org/cinegraph")
            assert service.get(path, HTML).status == 200, path
            data = service.get(path, "application/n-triples")
            assert data.status == 200, path
            assert f"<{iri}>" in data.text


def test_a_claim_shows_its_sentence_and_its_rule(service: Service) -> None:
    query = "SELECT ?c WHERE { ?c rdf:predicate cg:studentOf ; rdf:subject person:eva-lind }"
    claim = service.query(query, "text/csv").text.split()[1]
    words = Outline(service.get(claim.removeprefix("https://w3id.org/cinegraph"), HTML).text).words
    assert "Eva Lind learned from Vera Orlova" in words
    assert "test.student_of" in words


def test_an_article_opens_with_its_text(service: Service) -> None:
    path = article_iri(MORE).removeprefix("https://w3id.org/cinegraph")
    assert "%2F" in path
    assert "%20" in path
    answer = service.get(path, HTML)
    assert answer.status == 200
    assert "Quiet Ferry, a short film of 2012" in answer.text
    assert "Content-Security-Policy" in answer.text
    record = rdflib.Graph().parse(data=service.get(path, "text/turtle").text, format="turtle")
    assert (rdflib.URIRef(article_iri(MORE)), rdflib.RDF.type, None) in record


def test_an_article_leads_back(service: Service) -> None:
    page = Outline(service.get(article_iri(MORE).removeprefix("https://w3id.org/cinegraph"), HTML).text)
    assert page.values("a", "href")[:2] == ["/", "/articles"]


def test_a_question_that_takes_too_long_is_told_so_on_a_page(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine_slow.rq").write_text(f"# title: A slow one\n{SLOW}")
    store = build_store(tmp_path / "store", WIDER)
    with serving(store, "--queries", str(tmp_path / "mine"), "--time-limit", "1") as service:
        answer = service.get("/questions/mine_slow", HTML)
        assert (answer.status, answer.media_type) == (503, "text/html")
        assert "1 s" in Outline(answer.text).words
        assert service.get("/questions/mine_slow", "application/json").status == 503


@needs_proc
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_stays_behind(tmp_path: Path, ending: signal.Signals) -> None:
    store = build_store(tmp_path / "store", WIDER)
    workers = partial(running, "cinegraph.service.worker", str(store))
    limit = "4" if ending == signal.SIGKILL else "500"
    command = [sys.executable, "-m", "cinegraph", "--store", str(store), "serve", "--port", "0", "--time-limit", limit]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process, ExitStack() as stack:
        assert process.stderr is not None
        stack.callback(process.kill)  # leaving the block waits for the process, whatever went wrong
        service = Service(str(re.search(r"http://\S+/", process.stderr.readline())[0]))  # type: ignore[index]
        with ThreadPoolExecutor(2) as clients:
            slow = clients.submit(service.query, SLOW)
            assert service.get("/", HTML).status == 200
            until("both workers", lambda: len(workers()) == 2)
            process.send_signal(ending)
            slow.exception()
        process.wait(timeout=AT_LAST)
        said = process.stderr.read()
    assert "Traceback" not in said
    # A worker whose service was killed ends itself, soon after the deadline; others end with their service.
    until("the workers to end", lambda: not workers())


def test_an_edition_is_the_festival_in_that_year(service: Service) -> None:
    page = Outline(service.get("/id/festival/cannes-film-festival/2022", HTML).text)
    assert "North Wind" in page.words
    assert "2021" not in page.words
    missing = service.get("/id/festival/cannes-film-festival/1890", HTML)
    assert missing.status == 404


def test_what_is_not_there_is_told_with_near_names(service: Service) -> None:
    answer = service.get("/id/person/vera-orlowa", HTML)
    assert answer.status == 404
    assert "Vera Orlova" in Outline(answer.text).words
    assert service.get("/id/person/vera-orlowa", "text/turtle").status == 404
    for path in ("/id/", "/id/film/", "/id/%FF", "/id/film/a/b/c", "/id/claim/x", "/questions/none", "/network/film/x"):
        found = service.get(path, HTML)
        assert found.status in (400, 404), path
        assert "Traceback" not in found.text


def test_a_search_takes_any_spelling(service: Service) -> None:
    for text in ("orlova", "ORLOVA vera", "Орлова", "vera orlowa"):
        hits = json.loads(service.get(f"/search?{urlencode({'q': text})}", "application/json").body)
        assert hits[0]["id"] == "person/vera-orlova"
        assert hits[0]["page"] == "/id/person/vera-orlova"
    films = json.loads(service.get("/search?q=road&type=film&limit=1", "application/json").body)
    assert [hit["type"] for hit in films] == ["Film"]
    assert service.get("/search?q=a&type=nothing", HTML).status == 400
    assert service.get("/search?q=a&limit=no", HTML).status == 400
    assert service.get(f"/search?q={'a' * 600}", HTML).status == 400
    assert "Nothing has a name like this" in service.get("/search?q=zzqqxx", HTML).text


def test_a_named_question_is_a_form_and_its_answer(service: Service) -> None:
    form = Outline(service.get("/questions/films_of_director", HTML).text)
    assert "director" in form.values("input", "name")
    answer = service.get("/questions/films_of_director?director=orlova&asked=1", HTML)
    page = Outline(answer.text)
    assert answer.status == 200
    assert "Salt Road" in page.words
    assert "/id/film/salt-road" in page.values("a", "href")
    rows = service.get("/questions/films_of_director?director=orlova&format=csv")
    assert rows.media_type == "text/csv"
    assert "Salt Road" in rows.text
    two = service.get("/questions/films_of_director?director=orlova&director=Karl+Holm&format=csv")
    assert "Stone River" in two.text
    ambiguous = service.get("/questions/film_titles?film=Stone+River&asked=1", HTML)
    assert ambiguous.status == 300
    assert "/id/film/stone-river-1996" in Outline(ambiguous.text).values("a", "href")
    unknown = service.get("/questions/films_of_director?director=Vera+Orlowa&asked=1", HTML)
    assert unknown.status == 404
    assert "Vera Orlova" in Outline(unknown.text).words
    assert service.get("/questions/films_of_director?asked=1", HTML).status == 400
    assert service.get("/questions/films_of_director?director=orlova&format=doc", HTML).status == 400


def test_every_named_question_can_be_asked_by_its_example(service: Service) -> None:
    page = Outline(service.get("/questions", HTML).text)
    names = {each.rpartition("/")[2] for each in page.values("a", "href") if each.startswith("/questions/")}
    assert len(names) >= 40
    assert "mine_own" in names
    for name in sorted(names):
        found = Outline(service.get(f"/questions/{name}", HTML).text)
        example = next((each for each in found.values("a", "href") if each.startswith("?")), "")
        # Its names need not be in this graph; anything else would be a fault.
        assert service.get(f"/questions/{name}{example}", HTML).status in (200, 300, 404), name


def test_networks_are_drawn_when_they_are_asked_for(service: Service) -> None:
    for path in (
        "/network",
        "/network/film/salt-road?hops=2",
        "/network/festival/cannes-film-festival",
        f"/network?article={quote(MORE, safe='')}",
        "/network?from=Eva+Lind&to=Lucas+Ferreira",
    ):
        answer = service.get(path, HTML)
        assert answer.status == 200, path
        assert "Content-Security-Policy" in answer.text
    assert service.get("/network/film/salt-road?hops=99", HTML).status == 400


def test_paths_and_conflicts_show_their_sentences(service: Service) -> None:
    words = Outline(service.get("/path?from=Eva+Lind&to=Lucas+Ferreira", HTML).text).words
    assert "Eva Lind learned from Vera Orlova; Lucas Ferreira shot North Wind too." in words
    assert service.get("/path?from=Eva+Lind&to=Nobody+Known", HTML).status == 404
    conflicts = Outline(service.get("/conflicts", HTML).text)
    assert "contradiction" in conflicts.words
    assert [each for each in conflicts.values("a", "href") if each.startswith("/id/claim/")]


def test_the_ontology_is_there_in_words_and_as_rdf(service: Service) -> None:
    words = Outline(service.get("/ontology", HTML).text).words
    assert "cg:director" in words
    assert "from Film, Series or Organization to Festival" in " ".join(words.split())
    graph = rdflib.Graph().parse(data=service.get("/ontology", "text/turtle").text, format="turtle")
    assert (
        rdflib.URIRef("https://w3id.org/cinegraph/ontology#director"),
        rdflib.RDF.type,
        rdflib.OWL.ObjectProperty,
    ) in graph


def test_files_of_the_pages_are_served_and_nothing_else(service: Service) -> None:
    for path in (
        "service.css",
        "service.js",
        "editor.js",
        "base.css",
        "types.css",
        "yasgui/yasgui.min.js",
        "yasgui/NOTICE.md",
    ):
        assert service.get(f"/static/{path}").status == 200, path
    for path in ("../app.py", "..%2Fapp.py", "%2e%2e/app.py", "/etc/passwd", "none.css"):
        assert service.get(f"/static/{path}").status == 404, path


def test_hostile_texts_stay_texts(hostile: Service) -> None:
    """No attack makes an element, an attribute, an address or a template of itself."""
    paths = ["/", "/articles", "/conflicts", "/questions/claims_single_source", "/sparql"]
    paths += [entity_iri(each.id).removeprefix("https://w3id.org/cinegraph") for each in _storable().entities]
    paths += [f"/search?q={quote(attack[:400])}" for attack in _ATTACKS]
    paths += [f"/questions/films_of_director?director={quote(attack[:400])}" for attack in _ATTACKS]
    paths += [f"/path?from={quote(attack[:400])}&to=x" for attack in _ATTACKS]
    claims = hostile.query("SELECT ?c WHERE { ?c a cg:Claim }", "text/csv").text.split()[1:]
    others = hostile.query(
        'SELECT DISTINCT ?s WHERE { ?s a ?t FILTER (STRSTARTS(STR(?s), "https://w3id.org/cinegraph/id/speaker")) }',
        "text/csv",
    ).text.split()[1:]
    assert claims
    paths += [iri.removeprefix("https://w3id.org/cinegraph") for iri in [*claims, *others]]
    for path in paths:
        answer = hostile.get(path, HTML)
        assert answer.status in (200, 300, 400, 404), (path, answer.text[:500])
        page = Outline(answer.text)
        scripts = [found for tag, found in page.elements if tag == "script"]
        assert all("src" in found or found.get("type") == "application/json" for found in scripts), path
        assert not [tag for tag, _ in page.elements if tag in ("img", "iframe", "object", "base")], path
        assert not [name for _, found in page.elements for name in found if name.startswith("on")], path
        assert not [each for each in page.values("a", "href") if re.match(r"\s*javascript:", each, re.IGNORECASE)], path
        assert "{{ 49" not in page.words
        assert "49" not in re.findall(r"attack \d+|\b49\b", page.words), path


def test_hostile_articles_are_served_under_their_own_seal(hostile: Service) -> None:
    for document in _storable().documents:
        path = article_iri(document.name).removeprefix("https://w3id.org/cinegraph")
        answer = hostile.get(path, HTML)
        assert answer.status == 200
        assert "<script>window.pwned" not in answer.text


def test_pages_of_a_store_that_goes_away_say_so(tmp_path: Path) -> None:
    store = build_store(tmp_path / "store", WIDER)
    with serving(store) as service:
        assert service.get("/", HTML).status == 200
        store.rename(tmp_path / "elsewhere")
        gone = service.get("/id/film/salt-road", HTML)
        assert gone.status == 503
        assert "Traceback" not in gone.text
        (tmp_path / "elsewhere").rename(store)
        assert service.get("/id/film/salt-road", HTML).status == 200
