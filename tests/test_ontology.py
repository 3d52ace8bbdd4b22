"""The ontology and the code name the same things; every term is labelled, explained and aligned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad
from rdflib import RDF, Graph, URIRef
from rdflib.collection import Collection

from cinegraph.model import EntityType, Modality
from cinegraph.rdf import terms
from cinegraph.rdf.exchange import read_rdf, to_rdflib_graph
from cinegraph.rdf.status import Status
from cinegraph.relations import ENTITY_QUALIFIERS, RELATIONS
from cinegraph.resources import resource

ALIGNMENTS = {
    terms.RDFS + "subClassOf",
    terms.RDFS + "subPropertyOf",
    terms.OWL + "equivalentClass",
    terms.OWL + "equivalentProperty",
    terms.OWL + "inverseOf",
    terms.SKOS + "closeMatch",
    terms.SKOS + "broadMatch",
    terms.SKOS + "relatedMatch",
}
FOREIGN = (
    terms.SCHEMA,
    "http://www.wikidata.org/",
    "https://ontology.fiafcore.org/",
    "http://wikiba.se/ontology#",
    "https://w3id.org/sssom/",
    "http://purl.org/spar/cito/",
    *(terms.PREFIXES[name] for name in ("rdf", "rdfs", "owl", "dcterms", "oa", "prov")),
)


def quads(name: str) -> list[Quad]:
    return read_rdf(resource("ontology", name))


@pytest.fixture(scope="module")
def ontology() -> dict[str, dict[str, list[object]]]:
    found: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads("cinegraph.ttl"):
        if isinstance(quad.subject, NamedNode):
            found[quad.subject.value][quad.predicate.value].append(quad.object)
    return found


@pytest.fixture(scope="module")
def graph() -> Graph:
    return to_rdflib_graph(quads("cinegraph.ttl"))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return to_rdflib_graph(quads("shapes.ttl"))


def members(ontology: dict[str, dict[str, list[object]]], *classes: str) -> set[str]:
    wanted = {NamedNode(terms.CG + name) for name in classes}
    return {iri for iri, values in ontology.items() if wanted & set(values[terms.TYPE])}


def local(iri: str) -> str:
    return iri.removeprefix(terms.CG)


def class_names(graph: Graph, node: object) -> set[str]:
    """The entity types that a class expression of the ontology allows."""
    assert node is not None
    if isinstance(node, URIRef):
        name = local(str(node))
        if name == "Entity":
            return {kind.value for kind in EntityType}
        union = graph.value(node, URIRef(terms.OWL + "unionOf"))
        return {name} if union is None else {local(str(item)) for item in Collection(graph, union)}
    union = graph.value(node, URIRef(terms.OWL + "unionOf"))
    return {name for item in Collection(graph, union) for name in class_names(graph, item)}


def test_header_has_licence_and_version(ontology: dict[str, dict[str, list[object]]]) -> None:
    header = ontology[terms.BASE + "ontology"]
    assert header[terms.DCTERMS + "license"]
    assert header[terms.OWL + "versionInfo"]


def test_relations_are_the_same_in_code_and_ontology(ontology: dict[str, dict[str, list[object]]]) -> None:
    assert len(RELATIONS) >= 50
    assert members(ontology, "Relation", "CoreRelation") == {terms.relation_iri(name) for name in RELATIONS}
    assert members(ontology, "CoreRelation") == {terms.relation_iri(n) for n, rel in RELATIONS.items() if rel.core}
    functional = {terms.relation_iri(name) for name, rel in RELATIONS.items() if rel.functional}
    assert members(ontology, "OneValueRelation") == functional
    symmetric = NamedNode(terms.OWL + "SymmetricProperty")
    for name, relation in RELATIONS.items():
        assert (symmetric in ontology[terms.relation_iri(name)][terms.TYPE]) == relation.symmetric, name


def test_qualifiers_are_the_same_in_code_and_ontology(ontology: dict[str, dict[str, list[object]]]) -> None:
    assert members(ontology, "Qualifier") == {terms.qualifier_iri(name) for name in terms.QUALIFIERS}
    for name, relation in RELATIONS.items():
        allowed = {value.value for value in ontology[terms.relation_iri(name)][terms.CG + "mayBeQualifiedBy"]}  # type: ignore[attr-defined]
        assert allowed == {terms.qualifier_iri(qualifier) for qualifier in relation.qualifiers}, name
    datatype = NamedNode(terms.OWL + "DatatypeProperty")
    for name in terms.QUALIFIERS:
        assert (datatype in ontology[terms.qualifier_iri(name)][terms.TYPE]) == (name not in ENTITY_QUALIFIERS), name


def test_relations_and_qualifiers_share_no_term() -> None:
    assert not set(terms.RELATION_OF_IRI) & set(terms.QUALIFIER_OF_IRI)


def test_entity_types_are_the_same_in_code_and_ontology(ontology: dict[str, dict[str, list[object]]]) -> None:
    parents = {NamedNode(terms.CG + "Entity"), NamedNode(terms.CG + "ScreenWork")}
    subclasses = {iri for iri, values in ontology.items() if parents & set(values[terms.RDFS + "subClassOf"])}
    assert subclasses - {terms.CG + "ScreenWork"} == {terms.type_iri(kind) for kind in EntityType}


def test_domains_and_ranges_are_those_of_the_code(graph: Graph) -> None:
    for name, relation in RELATIONS.items():
        term = URIRef(terms.relation_iri(name))
        domain, ranges = (graph.value(term, URIRef(terms.RDFS + part)) for part in ("domain", "range"))
        assert class_names(graph, domain) == {kind.value for kind in relation.subjects}, name
        if relation.objects and relation.literal:
            assert ranges is None, name
        elif relation.objects:
            assert class_names(graph, ranges) == {kind.value for kind in relation.objects}, name
        else:
            assert str(ranges) == terms.STRING, name


def vocabulary_of_the_code() -> Iterator[str]:
    """Every term of our own namespace that a constant of the code names."""
    for value in vars(terms).values():
        if isinstance(value, str) and value.startswith(terms.CG) and value != terms.CG:
            yield value
    yield from terms.RELATION_OF_IRI
    yield from terms.QUALIFIER_OF_IRI
    yield from (terms.type_iri(kind) for kind in EntityType)


def test_every_term_of_the_code_is_in_the_ontology_and_the_reverse(
    ontology: dict[str, dict[str, list[object]]],
) -> None:
    # these only describe the ontology itself
    about_terms = {
        "Entity",
        "ScreenWork",
        "Relation",
        "CoreRelation",
        "OneValueRelation",
        "Qualifier",
        "mayBeQualifiedBy",
    }
    declared = {iri for iri in ontology if iri.startswith(terms.CG)}
    assert len(declared) >= 90
    assert declared - set(vocabulary_of_the_code()) == {terms.CG + name for name in about_terms}
    assert set(vocabulary_of_the_code()) <= declared


def test_every_term_has_one_label_one_comment_and_an_alignment(
    ontology: dict[str, dict[str, list[object]]],
) -> None:
    aligned = {
        quad.subject.value
        for quad in quads("alignments.ttl")
        if quad.predicate.value in ALIGNMENTS
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and quad.object.value.startswith(FOREIGN)
    }
    for iri, values in ontology.items():
        if iri.startswith(terms.CG):
            assert len(values[terms.LABEL]) == 1, iri
            assert len(values[terms.RDFS + "comment"]) == 1, iri
            assert iri in aligned, iri


def test_alignments_and_shapes_speak_of_terms_that_exist(ontology: dict[str, dict[str, list[object]]]) -> None:
    spoken = {
        term.value
        for name in ("cinegraph.ttl", "alignments.ttl", "shapes.ttl")
        for quad in quads(name)
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, NamedNode) and term.value.startswith(terms.CG) and term.value != terms.CG
    }
    assert len(spoken) >= 90
    assert spoken <= set(ontology)


def test_every_alignment_is_of_a_known_kind_and_to_another_vocabulary() -> None:
    checked = 0
    for quad in quads("alignments.ttl"):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(terms.CG):
            assert quad.predicate.value in ALIGNMENTS, quad
            assert not isinstance(quad.object, BlankNode)
            assert quad.object.value.startswith(FOREIGN), quad
            checked += 1
    assert checked >= 150


SH = "http://www.w3.org/ns/shacl#"
SHAPE = terms.BASE + "ontology/shapes#"


def shape_classes(shapes: Graph, graph: Graph, shape: URIRef) -> set[str]:
    """The entity types that a shape allows, by ``sh:class`` or by ``sh:or`` of such."""
    single = shapes.value(shape, URIRef(SH + "class"))
    if single is not None:
        return class_names(graph, single)
    choice = shapes.value(shape, URIRef(SH + "or"))
    allowed = (shapes.value(item, URIRef(SH + "class")) for item in Collection(shapes, choice)) if choice else ()
    return {name for node in allowed if node is not None for name in class_names(graph, node)}


@pytest.mark.parametrize("name", sorted(RELATIONS))
def test_shapes_of_direct_triples_follow_the_code(shapes: Graph, graph: Graph, name: str) -> None:
    relation = RELATIONS[name]
    stem = relation.term[0].upper() + relation.term[1:]
    subject, value = URIRef(f"{SHAPE}{stem}Subject"), URIRef(f"{SHAPE}{stem}Object")
    for shape in (subject, value):
        assert shapes.value(shape, URIRef(SH + "targetSubjectsOf")) == URIRef(terms.relation_iri(name))
    assert shapes.value(value, URIRef(SH + "path")) == URIRef(terms.relation_iri(name))
    assert shape_classes(shapes, graph, subject) == {kind.value for kind in relation.subjects}
    assert shape_classes(shapes, graph, value) == {kind.value for kind in relation.objects}


def test_every_shape_has_a_message(shapes: Graph) -> None:
    named = [shape for kind in ("NodeShape", "PropertyShape") for shape in shapes.subjects(RDF.type, URIRef(SH + kind))]
    assert len(named) >= 2 * len(RELATIONS) + 30
    assert all(shapes.value(shape, URIRef(SH + "message")) for shape in named)


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        ("ClaimStatus", [status.value for status in Status]),
        ("EvidenceModality", [modality.value for modality in Modality]),
    ],
)
def test_shapes_list_the_values_of_the_code(shapes: Graph, shape: str, values: list[str]) -> None:
    listed = shapes.value(URIRef(SHAPE + shape), URIRef(SH + "in"))
    assert {str(item) for item in Collection(shapes, listed)} == set(values)


def test_queries_use_terms_of_the_ontology(ontology: dict[str, dict[str, list[object]]]) -> None:
    used = {
        term
        for path in sorted(resource("queries").glob("*.rq"))
        for term in re.findall(r"\bcg:(\w+)", path.read_text(encoding="utf-8"))
    }
    assert len(used) >= 40
    assert {terms.CG + term for term in used} <= set(ontology)
