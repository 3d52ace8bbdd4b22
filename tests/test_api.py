"""The library for programs: its page of examples runs, it says what is wrong, and importing it is cheap."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import cinegraph
from cinegraph import Graph
from cinegraph.errors import AmbiguousNameError, CinegraphError, InputError, NotFoundError, QueryError, TimeLimitError
from queries_fixture import WIDER, build_store

EXAMPLES = Path(cinegraph.__file__).parent / "api" / "examples.md"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER (?c != ?f) }"


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    return Graph(build_store(tmp_path / "store", WIDER))


def test_the_page_of_examples_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CINEGRAPH_STORE", raising=False)
    found = doctest.testfile(str(EXAMPLES), module_relative=False, encoding="utf-8")
    assert found.attempted >= 35
    assert found.failed == 0


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import sys\nfrom cinegraph import Graph\nprint(*sorted(sys.modules), sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"rdflib", "networkx", "pandas", "pyvis", "pyoxigraph", "sqlite3", "click", "jinja2", "numpy", "pipeline"}
    assert "cinegraph.api.graph" in loaded
    assert heavy.isdisjoint(name.partition(".")[0] for name in loaded)
    assert not [name for name in loaded if name.startswith(("cinegraph.pipeline", "cinegraph.extract"))]


def test_look_ups_find_one_entity_or_say_why_not(graph: Graph) -> None:
    assert graph.person("ORLOVA, vera").thing.id == "person/vera-orlova"
    assert graph.film("Stone River", year=1996).thing.id == "film/stone-river-1996"
    assert graph.card("section/un-certain-regard").thing.type == "Section"
    with pytest.raises(AmbiguousNameError) as several:
        graph.film("Stone River")
    assert len(several.value.candidates) == 2
    with pytest.raises(NotFoundError) as none:
        graph.person("Vera Orlowa")
    assert none.value.suggestions == ("Vera Orlova",)
    with pytest.raises(NotFoundError):
        graph.person("Salt Road")
    with pytest.raises(InputError, match="there is no type"):
        graph.find("Orlova", "Persona")


def test_years_choose_an_edition(graph: Graph) -> None:
    years = {entry.year for section in graph.festival("Cannes", year=2022).sections for entry in section.entries}
    assert years == {"2022"}
    assert len(graph.festival("Cannes").facts) > len(graph.festival("Cannes", year=2022).facts) > 0


def test_values_are_those_of_python(graph: Graph) -> None:
    result = graph.query(
        "SELECT * WHERE { VALUES (?iri ?text ?whole ?part ?truth ?none) "
        '{ (film:salt-road "a"@en 3 1.5 true UNDEF) } BIND ("x"^^xsd:integer AS ?odd) }'
    )
    assert result[0] == {
        "iri": "https://w3id.org/cinegraph/id/film/salt-road",
        "text": "a",
        "whole": 3,
        "part": 1.5,
        "truth": True,
        "none": None,
        "odd": "x",
    }
    assert list(result) == result.rows() == list(result)
    assert len(result) == 1


def test_a_result_becomes_what_it_can(graph: Graph) -> None:
    rows = graph.query("SELECT ?film ?label WHERE { ?film a cg:Film ; rdfs:label ?label } ORDER BY ?label")
    frame = rows.to_pandas()
    assert list(frame.columns) == ["film", "label"]
    assert len(frame) == len(rows) > 5
    with pytest.raises(InputError, match="CONSTRUCT"):
        rows.to_rdflib()
    with pytest.raises(InputError, match="no column"):
        rows.column("year")
    triples = graph.query("CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a cg:Film ; rdfs:label ?l }")
    assert len(triples.to_rdflib()) == len(triples) == len(rows)
    assert triples.columns == ("subject", "predicate", "object")
    yes, no = graph.query("ASK { ?s a cg:Film }"), graph.query("ASK { ?s a 1 }")
    assert (bool(yes), yes.rows(), bool(no)) == (True, [{"answer": True}], False)
    assert not graph.query("SELECT * WHERE { ?s a cg:Nothing }")


def test_a_result_outlives_its_graph(graph: Graph) -> None:
    with graph:
        result = graph.query("SELECT ?f WHERE { ?f a cg:Film }")
    assert len(result.rows()) > 5


def test_questions_are_asked_by_name(graph: Graph) -> None:
    assert len(graph.questions()) >= 40
    assert "festival_winners" in graph.questions("festival winners")
    found = graph.query(name="films_of_director", values={"director": ["Orlova", "Karl Holm"]})
    assert {"Salt Road", "Stone River"} <= set(found.column("film"))
    for wrong in ({"sparql": "ASK {}", "name": "film_titles"}, {}, {"sparql": "ASK {}", "values": {"a": "b"}}):
        with pytest.raises(InputError):
            graph.query(**wrong)  # type: ignore[arg-type]


def test_what_is_refused_and_what_takes_too_long(graph: Graph) -> None:
    for sparql in ("SELECT * {", "CLEAR ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"):
        with pytest.raises(QueryError):
            graph.query(sparql)
    with pytest.raises(TimeLimitError):
        graph.query(SLOW, limit_seconds=0.5)


def test_conflicts_may_be_narrowed(graph: Graph) -> None:
    everything = graph.conflicts().conflicts
    about = graph.conflicts("Salt Road").conflicts
    assert 0 < len(about) < len(everything)
    assert all("film/salt-road" in str(each.facts) for each in about)
    assert {each.kind for each in graph.conflicts(kinds=["contradiction"]).conflicts} == {"contradiction"}
    with pytest.raises(InputError, match="kinds are"):
        graph.conflicts(kinds=["quarrel"])


def test_paths_keep_to_what_is_wanted(graph: Graph) -> None:
    found = graph.path("Eva Lind", "Lucas Ferreira", count=1)
    assert [step.facts[0].relation for step in found.paths[0].steps] == ["student_of", "director", "cinematographer"]
    with pytest.raises(NotFoundError):
        graph.path("Eva Lind", "Lucas Ferreira", without=["student_of"])
    with pytest.raises(InputError):
        graph.path("Eva Lind", "Lucas Ferreira", without=["no such relation"])


def test_it_opens_where_the_environment_says(graph: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CINEGRAPH_STORE", str(graph.folder))
    assert Graph().stats() == graph.stats()
    with pytest.raises(CinegraphError, match="cinegraph build"):
        Graph(tmp_path / "nowhere")


def test_a_build_that_reads_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"no pdf")
    with pytest.raises(InputError, match=r"broken\.pdf"):
        Graph.build(tmp_path / "broken.pdf", store=tmp_path / "store")


def test_without_pandas_it_says_how_to_get_it(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(CinegraphError, match=r"cinegraph\[pandas\]"):
        graph.stats().to_pandas()
