"""Real clients against the service: SPARQLWrapper, rdflib's SPARQLStore, and, where npm has it, Comunica."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from queries_fixture import WIDER, build_store
from service_fixture import Service, serving
from waiting import AT_LAST

FILM = rdflib.URIRef("https://w3id.org/cinegraph/id/film/salt-road")
LABEL = rdflib.Literal("Salt Road", lang="en")
CG = "PREFIX cg: <https://w3id.org/cinegraph/ontology#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
FILMS = CG + "SELECT ?film ?label WHERE { ?film a cg:Film ; rdfs:label ?label } ORDER BY ?label"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    pytest.importorskip("uvicorn", reason="NO SERVICE: the extra “service” is not installed")
    with serving(build_store(tmp_path_factory.mktemp("clients") / "store", WIDER)) as running:
        yield running


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_reads_rows(service: Service, method: str, format: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="NO CLIENT: pip install SPARQLWrapper")
    for request in (wrapper.URLENCODED, wrapper.POSTDIRECTLY) if method == "POST" else (wrapper.URLENCODED,):
        client = wrapper.SPARQLWrapper(service.address + "sparql")
        client.setMethod(method)
        client.setRequestMethod(request)
        client.setReturnFormat(format)
        client.setQuery(FILMS)
        found = client.query().convert()
        if format == "json":
            shown = json.dumps(found)
        else:
            shown = found.toxml() if format == "xml" else found.decode()
        assert str(FILM) in shown
        assert str(LABEL) in shown


@pytest.mark.parametrize("format", ["turtle", "xml", "json-ld"])
def test_sparqlwrapper_reads_graphs(service: Service, format: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="NO CLIENT: pip install SPARQLWrapper")
    client = wrapper.SPARQLWrapper(service.address + "sparql")
    client.setReturnFormat(format)
    client.setQuery(f"DESCRIBE <{FILM}>")
    found = client.query().convert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format=format)
    assert (FILM, rdflib.RDFS.label, LABEL) in graph


def test_sparqlwrapper_asks_and_is_told_what_is_wrong(service: Service) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="NO CLIENT: pip install SPARQLWrapper")
    client = wrapper.SPARQLWrapper(service.address + "sparql", returnFormat="json")
    client.setQuery(CG + "ASK { ?s a cg:Film }")
    assert client.query().convert()["boolean"] is True
    client.addDefaultGraph("https://w3id.org/cinegraph/graph/claims")
    assert client.query().convert()["boolean"] is False
    broken = wrapper.SPARQLWrapper(service.address + "sparql", returnFormat="json")
    broken.setQuery("SELECT * WHERE {")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed, match="malformed"):
        broken.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_the_store_of_rdflib_reads_through_it(service: Service, method: str, format: str) -> None:
    store = SPARQLStore(service.address + "sparql", method=method, returnFormat=format)
    graph = rdflib.Graph(store)
    assert str(graph.value(FILM, rdflib.RDFS.label)) == str(LABEL)  # CSV has no languages
    films = [row.film for row in graph.query(FILMS)]
    assert FILM in films
    assert len(films) > 5
    assert len(graph) > 100
    if format in ("json", "xml"):  # what CSV and TSV say to an ASK is nowhere laid down
        assert (FILM, rdflib.RDFS.label, LABEL) in graph
        assert bool(graph.query(CG + "ASK { ?s a cg:Film }"))


def test_the_store_of_rdflib_reads_one_graph_alone(service: Service) -> None:
    store = SPARQLStore(service.address + "sparql", context_aware=True)
    claims = rdflib.Graph(store, identifier=rdflib.URIRef("https://w3id.org/cinegraph/graph/claims"))
    claim = rdflib.URIRef("https://w3id.org/cinegraph/ontology#Claim")
    film = rdflib.URIRef("https://w3id.org/cinegraph/ontology#Film")
    assert (None, rdflib.RDF.type, claim) in claims
    assert (None, rdflib.RDF.type, film) not in claims


def test_rdflib_reads_linked_data_by_its_address(service: Service) -> None:
    graph = rdflib.Graph().parse(f"{service.address}id/film/salt-road")
    assert (FILM, rdflib.RDFS.label, LABEL) in graph


@pytest.fixture(scope="module")
def comunica(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Comunica's command: the one that is installed, or one that npm fetches (5 needs a newer Node than Debian's)."""
    given = os.environ.get("COMUNICA") or shutil.which("comunica-sparql")
    if given:
        return Path(given)
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("NO COMUNICA: apt-get install npm, or npm install -g @comunica/query-sparql")
    # Kept between runs, where pytest keeps anything: it is 80 MB.
    cache = getattr(request.config, "cache", None)
    folder = cache.mkdir("comunica-4") if cache is not None else tmp_path_factory.mktemp("comunica-4")
    command = folder / "node_modules" / ".bin" / "comunica-sparql"
    if command.exists():
        return command
    done = subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), "@comunica/query-sparql@4"],
        capture_output=True,
        timeout=300,
        check=False,
    )
    if done.returncode or not command.exists():
        pytest.skip("NO COMUNICA: npm cannot fetch @comunica/query-sparql")
    return command


def test_comunica_asks_the_endpoint_and_joins_it_with_linked_data(service: Service, comunica: Path) -> None:
    def asked(source: str, query: str) -> list[dict[str, str]]:
        command = [str(comunica), source, "-q", query, "-t", "application/sparql-results+json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=AT_LAST, check=True)
        bindings = json.loads(done.stdout)["results"]["bindings"]
        return [{name: str(term["value"]) for name, term in row.items()} for row in bindings]

    rows = asked(f"sparql@{service.address}sparql", FILMS)
    assert {"film": str(FILM), "label": "Salt Road"} in rows
    # Told nothing of what is there, it finds out from the service description.
    assert asked(f"{service.address}sparql", FILMS) == rows
    filtered = asked(
        f"{service.address}sparql",
        CG + 'SELECT ?label WHERE { ?film a cg:Film ; rdfs:label ?label FILTER (STRSTARTS(?label, "Salt")) } LIMIT 2',
    )
    assert filtered == [{"label": "Salt Road"}]
    document = asked(
        f"{service.address}id/film/salt-road", CG + f"SELECT ?label WHERE {{ <{FILM}> rdfs:label ?label }}"
    )
    assert document == [{"label": "Salt Road"}]
