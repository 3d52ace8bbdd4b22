"""Queries: what is answered, what is refused, what is said about a malformed one, and the time limit."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from cinegraph.errors import QueryError, TimeLimitError
from cinegraph.rdf import terms
from cinegraph.store import EmbeddedStore, open_for_building, open_store
from cinegraph.store.answers import Boolean, Solutions, Triples
from cinegraph.store.sparql import MalformedQueryError, check, outline
from knowledge_fixture import KNOWLEDGE
from store_fixture import publish

LIMITS = (None, 30.0)
LABEL = 'SELECT ?film { ?film rdfs:label "Salt Road"@en }'


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    path = tmp_path_factory.mktemp("queries") / "store"
    publish(path, KNOWLEDGE)
    with open_store(path) as opened:
        yield opened


@pytest.mark.parametrize("limit", LIMITS)
def test_select_gives_rows(store: EmbeddedStore, limit: float | None) -> None:
    answer = store.query(LABEL, limit_seconds=limit)
    assert isinstance(answer, Solutions)
    assert answer.variables == ("film",)
    assert [[str(term) for term in row] for row in answer] == [["<https://w3id.org/cinegraph/id/film/salt-road>"]]


@pytest.mark.parametrize("limit", LIMITS)
def test_ask_gives_yes_or_no(store: EmbeddedStore, limit: float | None) -> None:
    for sparql, wanted in (("ASK { ?x a cg:Film }", True), ("ASK { ?x a cg:Nothing }", False)):
        answer = store.query(sparql, limit_seconds=limit)
        assert isinstance(answer, Boolean)
        assert bool(answer) is wanted


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("sparql", ["DESCRIBE film:salt-road", "CONSTRUCT WHERE { film:salt-road cg:director ?who }"])
def test_describe_and_construct_give_triples(store: EmbeddedStore, sparql: str, limit: float | None) -> None:
    answer = store.query(sparql, limit_seconds=limit)
    assert isinstance(answer, Triples)
    triples = list(answer)
    director = (terms.entity_iri("film/salt-road"), terms.relation_iri("director"), "person/vera-orlova")
    found = {(str(t.subject)[1:-1], str(t.predicate)[1:-1], str(t.object)[1:-1]) for t in triples}
    assert (*director[:2], terms.entity_iri(director[2])) in found
    assert len(set(triples)) == len(triples)


def test_answers_are_written_in_the_usual_formats(store: EmbeddedStore) -> None:
    for format, wanted in {"json": b'"bindings"', "xml": b"<sparql", "csv": b"film\r\n", "tsv": b"?film\n"}.items():
        assert wanted in store.query(LABEL).serialize(format)
    assert b"true" in store.query("ASK {}").serialize("json")
    for format, wanted in {"turtle": b"film:salt-road", "ntriples": b"<https://", "rdfxml": b"<rdf:RDF"}.items():
        assert wanted in store.query("DESCRIBE film:salt-road").serialize(format)


def test_a_triple_in_two_graphs_is_described_once(tmp_path: Path) -> None:
    said = [NamedNode("https://example.org/" + name) for name in "spo"]
    with open_for_building(tmp_path) as building:
        graphs = (NamedNode("https://example.org/" + name) for name in "gh")
        building.publish((Quad(*said, graph) for graph in graphs), (), [], "key")
    with open_store(tmp_path) as opened:
        answer = opened.query("DESCRIBE <https://example.org/s>")
        assert isinstance(answer, Triples)
        assert len(list(answer)) == 1


def count(store: EmbeddedStore, sparql: str) -> int:
    answer = store.query(sparql)
    assert isinstance(answer, Solutions)
    return len(list(answer))


def test_the_default_graph_is_the_union_unless_the_query_names_its_own(store: EmbeddedStore) -> None:
    assert count(store, "SELECT * { ?s ?p ?o }") == len(list(store.quads()))
    in_view = count(store, "SELECT * { GRAPH graph:view { ?s ?p ?o } }")
    assert 0 < in_view < len(list(store.quads()))
    assert count(store, "SELECT * FROM graph:view { ?s ?p ?o }") == in_view


CALLS = [
    "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ask{service silent<http://127.0.0.1:9/>{}}",
    "ASK { ?s ?p trueSERVICE<http://127.0.0.1:9/> { ?a ?b ?c } }",
    "ASK { ?s ?p 1SERVICE<http://127.0.0.1:9/> { ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:9/> ASK { SERVICE:x { ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:9/> ASK { SERVICESILENT:x { ?a ?b ?c } }",
    "PREFIX e: <http://127.0.0.1:9/> ASK { ?s ?p e:.SERVICE e: { ?a ?b ?c } }",
    "ASK { ?s ?p ?o.#no\rSERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
    "ASK { ?s ?p ?x FILTER(?s<?x)SERVICE?x#>\n{ ?a ?b ?c } }",
    "ASK { ?s ?p ''SERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
    "ASK { ?s ?p '''it's'''SERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
    r"ASK { ?s ?p '\'' SERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
    r"ASK { S\u0045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    'ASK { ?s ?p "#" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
]


@pytest.mark.parametrize("sparql", CALLS)
def test_calls_of_other_services_are_refused(store: EmbeddedStore, sparql: str) -> None:
    for limit in LIMITS:
        with pytest.raises(QueryError, match="SERVICE"):
            store.query(sparql, limit_seconds=limit)


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?s ?p 'SERVICE <http://127.0.0.1:9/> {}' }",
        'ASK { ?s ?p """ "SERVICE" """ }',
        "ASK { ?s ?p 0 } # SERVICE <x> {}",
        "ASK { ?service <http://example.org/service#x> ?o }",
        "PREFIX e: <http://example.org/> ASK { ?s e:service e:Service }",
        "ASK { ?s ?p 'x'@service }",
    ],
)
def test_names_and_texts_that_hold_the_word_service_are_not(store: EmbeddedStore, sparql: str) -> None:
    assert not store.query(sparql)


PIECES = [
    "e:",
    "x",
    "_:b",
    "?s ?p ?o",
    "?o",
    "{?a ?b ?c}",
    "{",
    "}",
    "(",
    ")",
    "FILTER",
    "FILTER(?s<?o)",
    "FILTER(?s<?o)",
]
PIECES += ["OPTIONAL", "true", "1", "@en", "''", "'", '"', "<", ">", ".", "#", "\\", " ", " ", "\n", "\r", "?s ?p ?o ."]
CALL = ["SERVICE", "SILENT ", "<http://127.0.0.1:9/>", "e:", "?o", " ", "#>", "\n", "{?a ?b ?c}"]
SOMETHING = Store()
SOMETHING.add(Quad(*(NamedNode(f"http://example.org/{name}") for name in "spo")))


@settings(max_examples=500)
@given(*(st.lists(st.sampled_from(pieces), max_size=6) for pieces in (PIECES, CALL, PIECES)))
def test_whatever_passes_calls_nobody(before: list[str], call: list[str], after: list[str]) -> None:
    inside = "".join([*before, "SERVICE", *call, *after])
    sparql = f"PREFIX e: <http://127.0.0.1:9/> ASK {{ {inside} }}"
    try:
        check(sparql)
    except QueryError:
        return
    assert not calls(sparql)


def calls(sparql: str) -> bool:
    """Whether the engine tries to call a service; it refuses port 9 by itself, before any packet leaves."""
    try:
        SOMETHING.query(sparql)
    except SyntaxError:
        return False
    except (OSError, RuntimeError) as error:
        return "custom function" not in str(error)
    return False


def test_the_engine_would_call_if_it_were_let() -> None:
    assert sum(map(calls, CALLS)) >= 3


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "prefix e: <urn:e> delete where { ?s ?p ?o }",
        "CLEAR ALL",
        "LOAD <http://127.0.0.1:9/>",
        "DROP GRAPH graph:view",
        "WITH graph:view DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(store: EmbeddedStore, update: str) -> None:
    with pytest.raises(QueryError, match="update"):
        store.query(update)
    assert store.query("ASK { ?s ?p ?o }")


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize(
    ("sparql", "line", "words"),
    [
        ("SELECT ?film\nWHERE { ?film a cg:Film", 2, "ends too early"),
        ("SELECT ?film\nWHERE { ?film a ) }", 2, "“\\) }” is not expected after"),
        ("", 1, "empty"),
        ("SELECT * {\n ?s wdt:P57 ?o }", 2, "prefix wdt: is not declared"),
        ("Who directed it?", 1, "is not expected"),
    ],
)
def test_a_malformed_query_is_told_where(
    store: EmbeddedStore, sparql: str, line: int, words: str, limit: float | None
) -> None:
    with pytest.raises(MalformedQueryError, match=words) as caught:
        store.query(sparql, limit_seconds=limit)
    assert caught.value.line == line
    assert f"line {line}" in caught.value.message
    assert caught.value.exit_code == 2


@given(st.text(max_size=80))
@example("\ud800")
@example("SELECT * { ?s ?p ?o } LIMIT 99999999999999999999")
@example("SELECT * { ?s ?p ?o . FILTER(REGEX(?o, '(')) }")
def test_any_text_is_answered_or_refused(store: EmbeddedStore, text: str) -> None:
    with contextlib.suppress(QueryError):
        assert isinstance(store.query(text), Solutions | Boolean | Triples)


def test_a_slow_query_ends_at_its_limit(tmp_path: Path) -> None:
    with open_for_building(tmp_path) as building:
        quads = (
            Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(str(n)), NamedNode("urn:g")) for n in range(3000)
        )
        building.publish(quads, (), [], "key")
    with open_store(tmp_path) as opened:
        begun = time.monotonic()
        with pytest.raises(TimeLimitError, match=r"0\.5 s"):
            opened.query("SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }", limit_seconds=0.5)
        assert time.monotonic() - begun < 30
        assert opened.query("ASK { ?s ?p '7' }", limit_seconds=30)


def test_a_module_in_the_current_folder_does_not_take_our_place(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")
    (tmp_path / "cinegraph.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    assert store.query("ASK { ?s ?p ?o }", limit_seconds=30)


def test_an_outline_says_what_a_query_is() -> None:
    found = outline("PREFIX e: <urn:e> # ASK\nSELECT * FROM e:g { ?s e:ask 'INSERT' ; f:x ?o }")
    assert (found.form, found.own_dataset, found.service, found.undeclared) == ("SELECT", True, False, ("f",))


@pytest.mark.parametrize("head", ["", "PREFIX f: <urn:f:>\n", "# a remark\n", "PREFIX f: <urn:f:> prefix g:<urn:g>  "])
def test_our_prefixes_are_known_behind_any_head(store: EmbeddedStore, head: str) -> None:
    assert store.query(f"{head}ASK {{ ?s a cg:Film ; rdfs:label ?name }}")


@pytest.mark.parametrize("head", ["", " ", "PREFIX e: <urn:e> ", "PREFIX e: <urn:e>\nPREFIX f:<f:>", "BASE <urn:b> "])
def test_a_dataset_of_its_own_is_seen_behind_any_head(head: str) -> None:
    assert check(head + "SELECT * FROM <urn:g> { ?s ?p ?o }")
    assert not check(head + "SELECT * { ?s ?p 'from' }")


@pytest.mark.parametrize("head", ["", " ", "PREFIX e: <urn:e> ", "PREFIX select: <urn:e> ", "# SELECT\n"])
def test_an_update_is_refused_behind_any_head(head: str) -> None:
    with pytest.raises(QueryError, match="INSERT"):
        check(head + "INSERT DATA { <urn:a> <urn:b> <urn:c> }")
