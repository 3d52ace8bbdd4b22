"""Exports in every format, files of the user's own, and rdflib."""

from __future__ import annotations

import csv
import io
import random
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, Triple, parse
from pyoxigraph import Literal as RdfLiteral
from rdflib.compare import isomorphic

from cinegraph.errors import InputError
from cinegraph.model import Claim, Entity, EntityType, Knowledge, Literal
from cinegraph.rdf import terms
from cinegraph.rdf.exchange import EXPORT_FORMATS, export, read_rdf, to_rdflib, to_rdflib_graph
from cinegraph.rdf.table import claims_csv
from cinegraph.rdf.write import quads_of
from knowledge_fixture import CLAIMS, KNOWLEDGE

# rdflib's own parsers use what rdflib has deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
QUADS = list(quads_of(KNOWLEDGE))
UNION = {Triple(quad.subject, quad.predicate, quad.object) for quad in QUADS}
HOSTILE = "a \" ' \\ <b> & \x00\x01\x0b\r\n\t\ufffe \u2028 .\n}"


def quad_with(text: str) -> Quad:
    return Quad(
        NamedNode(terms.entity_iri("film/x")), NamedNode(terms.SLUG), RdfLiteral(text), NamedNode(terms.CLAIMS_GRAPH)
    )


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_order_of_quads_does_not_show(form: str) -> None:
    shuffled = QUADS + QUADS[:50]
    random.Random(3).shuffle(shuffled)
    assert export(shuffled, form) == export(QUADS, form)


PROGRAM = """
import hashlib, sys
sys.path.insert(0, {tests!r})
from knowledge_fixture import KNOWLEDGE
from cinegraph.rdf.exchange import EXPORT_FORMATS, export
from cinegraph.rdf.write import quads_of
for form in EXPORT_FORMATS:
    print(form, hashlib.sha256(export(quads_of(KNOWLEDGE), form)).hexdigest())
"""


def test_exports_do_not_depend_on_the_hash_seed() -> None:
    program = PROGRAM.format(tests=str(Path(__file__).parent))
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "77")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == len(EXPORT_FORMATS) == 8


@pytest.mark.parametrize(
    ("form", "syntax"),
    [("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES), ("rdfxml", RdfFormat.RDF_XML)],
)
def test_formats_of_one_graph_hold_the_union(form: str, syntax: RdfFormat) -> None:
    assert {quad.triple for quad in parse(export(QUADS, form), format=syntax)} == UNION


@pytest.mark.parametrize(
    ("form", "syntax"),
    [("trig", RdfFormat.TRIG), ("nquads", RdfFormat.N_QUADS), ("json-ld", RdfFormat.JSON_LD)],
)
def test_formats_of_many_graphs_hold_them_all(form: str, syntax: RdfFormat) -> None:
    assert set(parse(export(QUADS, form), format=syntax)) == set(QUADS)


@pytest.mark.parametrize(
    ("form", "parser"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("trig", "trig"), ("nquads", "nquads")],
)
def test_rdflib_reads_the_same(form: str, parser: str) -> None:
    read = rdflib.Dataset(default_union=True).parse(data=export(QUADS, form), format=parser)
    triples = {(s, p, o) for s, p, o, _ in read.quads()} if isinstance(read, rdflib.Dataset) else set(read)
    assert triples == set(to_rdflib_graph(QUADS))


def test_rdflib_reads_json_ld() -> None:
    read = rdflib.Dataset(default_union=True)
    read.parse(data=export(QUADS, "json-ld"), format="json-ld")
    assert {(s, p, o) for s, p, o, _ in read.quads()} == set(to_rdflib_graph(QUADS))


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "ntriples", "json-ld"])
def test_hostile_text_comes_back_unharmed(form: str) -> None:
    syntax = {
        "turtle": RdfFormat.TURTLE,
        "trig": RdfFormat.TRIG,
        "nquads": RdfFormat.N_QUADS,
        "ntriples": RdfFormat.N_TRIPLES,
        "json-ld": RdfFormat.JSON_LD,
    }[form]
    (quad,) = parse(export([quad_with(HOSTILE)], form), format=syntax)
    assert quad.object == RdfLiteral(HOSTILE)


def test_xml_holds_what_xml_can() -> None:
    written = export([quad_with(HOSTILE)], "rdfxml")
    graph = rdflib.Graph().parse(data=written, format="xml")
    (text,) = (str(value) for value in graph.objects())
    assert text == HOSTILE.translate(dict.fromkeys(map(ord, "\x00\x01\x0b\ufffe"), "\ufffd"))


def test_turtle_reads_well() -> None:
    text = export(QUADS, "turtle").decode()
    lines = text.splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == lines[: len(prefixes)] == sorted(prefixes)
    assert 'film:salt-road a cg:Film ;\n\trdfs:label "Salt Road"@en ;\n' in text
    assert "\n\nfilm:winter-harbour a cg:Film ;" in text
    assert text.endswith(" .\n")


def test_runs_are_left_out() -> None:
    run = Quad(NamedNode("urn:run"), NamedNode(terms.LABEL), RdfLiteral("run"), NamedNode(terms.RUNS_GRAPH))
    for form in EXPORT_FORMATS:
        assert export([*QUADS, run], form) == export(QUADS, form)


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(InputError, match=r"'xls'.*turtle.*facts"):
        export(QUADS, "xls")


# --- the table


def test_table_has_a_row_for_each_claim() -> None:
    rows = list(csv.DictReader(io.StringIO(export(QUADS, "csv").decode())))
    assert len(rows) == len(CLAIMS)
    (prize,) = [row for row in rows if row["object"] == "FIPRESCI Prize" and row["year"] == "2018"]
    assert prize["status"] == "disputed"
    assert prize["subject"] == "Salt Road"
    assert prize["festival"] == "Cannes Film Festival"
    assert prize["contradiction"] == "another year is given for the same prize: 2019"
    assert prize["articles"] == "arhīvs.txt"
    assert prize["claim"].startswith(terms.ID + "claim/")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1+1", "\n@x"])
def test_no_cell_is_a_formula(cell: str) -> None:
    person = Entity("person/x", EntityType.PERSON, cell, (cell,))
    lines = "".join(claims_csv(Knowledge((person,), (Claim("person/x", "occupation", Literal(cell)),))))
    (row,) = csv.DictReader(io.StringIO(lines, newline=""))
    assert row["subject"] == row["object"] == f"'{cell}"


# --- files of the user's own


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ttl", "<#a> <http://e.org/p> 1 ."),
        ("a.nt", '<http://e.org/a> <http://e.org/p> "x" .'),
        ("a.nq", '<http://e.org/a> <http://e.org/p> "x" <http://e.org/g> .'),
        ("a.trig", "<http://e.org/g> { <http://e.org/a> <http://e.org/p> 1 }"),
        ("a.JSONLD", '{"@id": "http://e.org/a", "http://e.org/p": 1}'),
        (
            "a.rdf",
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.org/">'
            '<r:Description r:about="http://e.org/a"><e:p>x</e:p></r:Description></r:RDF>',
        ),
    ],
)
def test_rdf_files_of_every_syntax_are_read(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    (quad,) = read_rdf(path)
    assert quad.predicate == NamedNode("http://e.org/p")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", b"<http://e.org/a>\n<http://e.org/p>\n oops .", r"a\.ttl, line 3: "),
        ("a.nt", b"<http://e.org/a> <http://e.org/p> .", r"a\.nt, line 1: "),
        ("a.rdf", b"<a><b></a>", r"a\.rdf"),
        ("a.jsonld", b'{"@id": ', r"a\.jsonld, line 1"),
        ("a.jsonld", b'{"@context": "https://e.org/c", "name": "x"}', r"a\.jsonld: its @context is on the web"),
        ("a.ttl", b"\xff\xfe\x00\x01", r"a\.ttl, line 1"),
        ("a.docx", b"x", r"a\.docx: \.docx is no RDF file; .*\.ttl"),
        ("noextension", b"x", "a name without extension"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_rdf(path)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl: cannot be read \(No such file"):
        read_rdf(tmp_path / "none.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(InputError, match=r"folder\.ttl: cannot be read"):
        read_rdf(tmp_path / "folder.ttl")


# --- rdflib


def test_rdflib_answers_as_the_store_does() -> None:
    query = """
        SELECT ?label ?year ?quote WHERE {
            ?claim rdf:predicate cg:won ; rdf:subject ?film ; cg:year ?year .
            ?film a cg:Film ; rdfs:label ?label .
            ?evidence oa:hasBody ?claim ; oa:hasTarget/oa:hasSelector/oa:exact ?quote
            FILTER(?year < "2019")
        } ORDER BY ?label ?year ?quote"""
    store = Store()
    store.bulk_extend(QUADS)
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in terms.PREFIXES.items())
    ours = store.query(prefixes + query, use_default_graph_as_union=True)
    theirs = to_rdflib(QUADS).query(query)
    rows = [tuple(value.value for value in row) for row in ours]  # type: ignore[union-attr, attr-defined]
    assert rows == [tuple(str(value) for value in row) for row in theirs]  # type: ignore[union-attr]
    assert len(rows) == 2


def test_rdflib_keeps_graphs_and_terms() -> None:
    blank = BlankNode("b")
    quads = [
        *QUADS,
        Quad(blank, NamedNode(terms.YEAR), RdfLiteral("19", datatype=NamedNode(terms.INTEGER))),
        Quad(NamedNode("urn:x"), NamedNode(terms.REASON), RdfLiteral("")),
    ]
    dataset = to_rdflib(quads)
    assert {str(graph.identifier) for graph in dataset.graphs()} >= {terms.CLAIMS_GRAPH, terms.VIEW_GRAPH}
    assert len(set(dataset.quads())) == len(quads)
    assert isomorphic(to_rdflib_graph(quads), rdflib.Graph().parse(data=export(quads, "turtle"), format="turtle"))


def test_triple_terms_are_refused_by_name() -> None:
    inner = Triple(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"))
    with pytest.raises(InputError, match="triple term"):
        to_rdflib([Quad(NamedNode("urn:r"), NamedNode(terms.RDF + "reifies"), inner)])
