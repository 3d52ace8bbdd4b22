"""Validation: a sound graph passes, and every kind of fault is found and said in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from cinegraph.errors import InputError
from cinegraph.model import Claim, EntityRef, Knowledge, Literal
from cinegraph.rdf import terms
from cinegraph.rdf.shapes import Finding, validate
from cinegraph.rdf.write import quads_of
from knowledge_fixture import KNOWLEDGE

QUADS = list(quads_of(KNOWLEDGE))
SALT_ROAD = NamedNode(terms.entity_iri("film/salt-road"))
LATE = RdfLiteral("2999-01-01", datatype=NamedNode(terms.DATE))
CLAIM = next(quad.subject for quad in QUADS if quad.predicate.value == terms.STATUS)


def text(value: str, **more: NamedNode) -> RdfLiteral:
    return RdfLiteral(value, **more)


def changed(predicate: str, make: Callable[[Quad], Quad | None], *, count: int = 1) -> list[Quad]:
    """The graph with its first ``count`` quads of a predicate replaced, or left out."""
    quads, left = [], count
    for quad in QUADS:
        if quad.predicate.value == predicate and left:
            left -= 1
            new = make(quad)
            quads += [] if new is None else [new]
        else:
            quads.append(quad)
    assert left == 0
    return quads


def with_value(value: RdfLiteral | NamedNode) -> Callable[[Quad], Quad]:
    return lambda quad: Quad(quad.subject, quad.predicate, value, quad.graph_name)


def dropped(_: Quad) -> None:
    return None


def added(subject: object, predicate: str, value: object) -> list[Quad]:
    quad = Quad(subject, NamedNode(predicate), value, NamedNode(terms.ENTITIES_GRAPH))  # type: ignore[arg-type]
    return [*QUADS, quad]


def test_a_sound_graph_has_no_findings() -> None:
    assert validate(QUADS) == []


@pytest.mark.parametrize(
    ("quads", "message"),
    [
        (added(SALT_ROAD, terms.LABEL, text("Another")), "exactly one label"),
        (changed(terms.SLUG, dropped), "exactly one slug"),
        (changed(terms.SLUG, with_value(text("a b"))), "exactly one slug.* Found: a b"),
        (changed(terms.EDITION_OF, with_value(SALT_ROAD)), "must belong to exactly one festival"),
        (changed(terms.SUBJECT, dropped), "exactly one subject"),
        (changed(terms.PREDICATE, with_value(NamedNode(terms.CG + "liked"))), "relation of the ontology.*liked"),
        (changed(terms.OBJECT, dropped), "exactly one object"),
        (changed(terms.STATUS, with_value(text("true"))), "accepted, hedged, planned, disputed, denied or rejected"),
        (added(CLAIM, terms.DECISION, text("maybe")), "accepted or rejected"),
        (added(CLAIM, terms.CG + "section", SALT_ROAD), "section of a claim must be a Section, or a text"),
        (added(CLAIM, terms.CONTRADICTS, SALT_ROAD), "Only another claim"),
        (changed(terms.EARLIEST, with_value(LATE)), "not after its latest"),
        (changed(terms.ANNOTATION_BODY, with_value(SALT_ROAD)), "exactly one claim"),
        (changed(terms.ANNOTATION_BODY, dropped), "must rest on evidence|exactly one claim"),
        (changed(terms.MODALITY, with_value(text("loud"))), "exactly one modality"),
        (changed(terms.RULE, dropped), "name the rule"),
        (changed(terms.SOURCE, with_value(NamedNode(terms.article_iri("gone.txt")))), "article that the graph knows"),
        (changed(terms.SELECTOR, dropped), "where it stands"),
        (changed(terms.START, with_value(text("9999", datatype=NamedNode(terms.INTEGER)))), "before its end"),
        (changed(terms.EXACT, with_value(text("x" * 601))), "between 1 and 600 characters"),
        (changed(terms.SHA256, with_value(text("abc"))), "SHA-256"),
        (changed(terms.REASON, dropped), "must have its reason"),
        (added(SALT_ROAD, terms.relation_iri("director"), SALT_ROAD), '"director" must be a Person'),
        (added(SALT_ROAD, terms.relation_iri("genre"), SALT_ROAD), '"genre" must be a text'),
        (
            added(NamedNode(terms.entity_iri("place/riga")), terms.relation_iri("won"), SALT_ROAD),
            '"won" must be a Person, Film, Series or Organization',
        ),
    ],
)
def test_every_fault_is_found_and_said_in_words(quads: list[Quad], message: str) -> None:
    findings = validate(quads)
    said = [finding.message for finding in findings if finding.severity == "violation"]
    assert said
    assert any(re.search(message, each) for each in said), said


def test_a_strange_year_is_a_warning() -> None:
    claim = Claim("film/salt-road", "won", EntityRef("award/golden-leopard"), (("year", Literal("19")),))
    evidence = KNOWLEDGE.claims[0].evidence
    knowledge = Knowledge(KNOWLEDGE.entities, (replace(claim, evidence=evidence),), KNOWLEDGE.documents)
    assert validate(quads_of(knowledge)) == [
        Finding(
            severity="warning",
            focus=terms.claim_iri(claim),
            path=terms.YEAR,
            message="A year should look like one, from the 1800s to the 2000s. Found: 19",
        )
    ]


def test_findings_name_node_and_path() -> None:
    (finding,) = validate(changed(terms.SHA256, with_value(text("abc"))))
    assert finding.focus.startswith(terms.ID + "article/")
    assert finding.path == terms.SHA256


SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix cg: <https://w3id.org/cinegraph/ontology#> .
<http://example.org/shape> a sh:PropertyShape ; sh:targetClass cg:Film ; sh:path {path} ;
    sh:message "Every film of mine must have a country." ; sh:severity sh:Info ; sh:minCount {count} .
"""


def test_shapes_of_the_user_join_in(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(SHAPE.format(path="cg:country", count=1), encoding="utf-8")
    findings = validate(QUADS, path)
    assert len(findings) == 3
    assert {finding.message for finding in findings} == {"Every film of mine must have a country."}
    assert {finding.severity for finding in findings} == {"info"}
    assert findings == sorted(findings, key=lambda finding: finding.focus)


@pytest.mark.parametrize(("count", "message"), [('"many"', "shapes cannot be used.*minCount"), ("1 oops", "line 5")])
def test_shapes_that_cannot_be_used_are_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], count: str, message: str
) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(SHAPE.format(path="cg:country", count=count), encoding="utf-8")
    with pytest.raises(InputError, match=rf"mine\.ttl.*{message}"):
        validate(QUADS, path)
    assert capfd.readouterr().err == ""
