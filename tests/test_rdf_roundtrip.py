"""What is written can be read again: any knowledge, and the fixture, through memory, store and files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from cinegraph.errors import InputError
from cinegraph.model import (
    Claim,
    Document,
    Doubt,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Knowledge,
    Literal,
    Merge,
    Modality,
    Value,
)
from cinegraph.rdf import terms
from cinegraph.rdf.exchange import export
from cinegraph.rdf.facts import fact_lines
from cinegraph.rdf.order import claim_order, evidence_order
from cinegraph.rdf.read import knowledge_of
from cinegraph.rdf.write import quads_of
from cinegraph.relations import RELATIONS
from knowledge_fixture import KNOWLEDGE

# any text that UTF-8 can hold; control characters, quotes and other scripts come up often enough
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
ODD_NAMES = ["a.txt", "б/в г.md", "..", "%2F"]
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8) | st.sampled_from(ODD_NAMES)
MERGES = st.builds(Merge, TEXTS, TEXTS, TEXTS)


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    kind, slug, label = draw(st.sampled_from(EntityType)), draw(NAMES), draw(TEXTS)
    return Entity(
        id=f"{kind.value.lower()}/{slug}",
        type=kind,
        label=label,
        names=tuple(sorted({label, *draw(st.lists(TEXTS, max_size=3))})),
        lexicon=draw(st.none() | TEXTS),
        merges=tuple(
            sorted(draw(st.sets(MERGES, max_size=2)), key=lambda merge: (merge.left, merge.right, merge.reason))
        ),
    )


@st.composite
def evidence(draw: st.DrawFn, articles: list[str]) -> Evidence:
    start = draw(st.integers(0, 10_000))
    return Evidence(
        article=draw(st.sampled_from(articles)),
        start=start,
        end=start + draw(st.integers(1, 600)),
        quote=draw(TEXTS),
        modality=draw(st.sampled_from(Modality)),
        rule=draw(TEXTS),
        cue=draw(st.none() | TEXTS),
        speaker=draw(st.none() | NAMES),
        entailed_by=draw(st.none() | TEXTS),
        steps=tuple(draw(st.lists(TEXTS, max_size=3))),
        states=tuple(sorted(draw(st.sets(st.sampled_from(terms.QUALIFIERS), max_size=2)))),
    )


@st.composite
def claims(draw: st.DrawFn, ids: list[str], articles: list[str]) -> Claim:
    values: st.SearchStrategy[Value] = st.builds(Literal, TEXTS | st.sampled_from(["2019", "about 2010"]))
    if ids:
        values |= st.builds(EntityRef, st.sampled_from(ids))
    relation = RELATIONS[draw(st.sampled_from(sorted(RELATIONS)))]
    names = draw(st.sets(st.sampled_from(relation.qualifiers), max_size=3)) if relation.qualifiers else set()
    return Claim(
        subject=draw(st.sampled_from(ids)) if ids else "film/x",
        predicate=relation.name,
        object=draw(values),
        qualifiers=tuple((name, draw(values)) for name in sorted(names)),
        evidence=tuple(sorted(draw(st.sets(evidence(articles), max_size=3)), key=evidence_order)),
        decision=draw(st.sampled_from([None, None, "accepted", "rejected"])),
    )


@st.composite
def documents(draw: st.DrawFn, name: str) -> Document:
    fields = {key: draw(st.none() | TEXTS) for key in ("title", "author", "publisher", "date", "language", "url")}
    keys = st.text("abcdefghijklmnopqrstuvwxyz_-", min_size=1, max_size=6)
    record = tuple(sorted(draw(st.sets(st.tuples(keys, TEXTS), max_size=3))))
    return Document(name=name, text="", sha256=draw(TEXTS), media_type=draw(TEXTS), record=record, **fields)


@st.composite
def knowledge(draw: st.DrawFn) -> Knowledge:
    things = draw(st.lists(entities(), max_size=4, unique_by=lambda entity: entity.id))
    ids = sorted(entity.id for entity in things)
    articles = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    made = draw(st.lists(claims(ids, articles), max_size=4, unique_by=lambda claim: claim.key))
    doubtful = st.builds(
        Doubt, st.sampled_from(ids or ["film/x"]), st.sampled_from(ids or ["film/x"]), TEXTS, st.floats(0, 1)
    )
    doubts = draw(st.sets(doubtful, max_size=2))
    return Knowledge(
        entities=tuple(sorted(things, key=lambda entity: entity.id)),
        claims=tuple(sorted(made, key=claim_order)),
        documents=tuple(draw(documents(name)) for name in sorted(articles)),
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.left, doubt.right, doubt.reason, doubt.score))),
    )


@given(knowledge())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_what_was_written_gives_the_same(given_knowledge: Knowledge) -> None:
    quads = list(quads_of(given_knowledge))
    assert len(quads) == len(set(quads))
    assert knowledge_of(quads) == given_knowledge
    assert knowledge_of(reversed(quads)) == given_knowledge


@given(knowledge())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_files_hold_the_same(given_knowledge: Knowledge) -> None:
    quads = list(quads_of(given_knowledge))
    for name, syntax in (("turtle", RdfFormat.TURTLE), ("trig", RdfFormat.TRIG), ("nquads", RdfFormat.N_QUADS)):
        assert knowledge_of(parse(export(quads, name), format=syntax)) == given_knowledge, name


def without_what_is_kept_elsewhere(full: Knowledge) -> Knowledge:
    bare = tuple(replace(document, text="", blocks=(), sentences=()) for document in full.documents)
    return replace(full, documents=bare, mentions={})


def test_the_fixture_comes_back_from_a_store() -> None:
    store = Store()
    store.bulk_extend(quads_of(KNOWLEDGE))
    again = knowledge_of(store.quads_for_pattern(None, None, None, None))
    assert again == without_what_is_kept_elsewhere(KNOWLEDGE)
    assert list(fact_lines(again)) == list(fact_lines(KNOWLEDGE))


def test_what_is_not_ours_is_left_aside() -> None:
    foreign = Quad(
        NamedNode("http://example.org/a"), NamedNode(terms.LABEL), RdfLiteral("b"), NamedNode("http://e.org/g")
    )
    assert knowledge_of([*quads_of(KNOWLEDGE), foreign]) == without_what_is_kept_elsewhere(KNOWLEDGE)


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        (terms.SUBJECT, None, "has no .*subject"),
        (terms.PREDICATE, NamedNode("http://example.org/p"), "no relation of the ontology"),
        (terms.SUBJECT, RdfLiteral("film/x"), "must be an IRI"),
        (terms.OBJECT, NamedNode("http://example.org/o"), "not the IRI of an entity"),
        (terms.MODALITY, RdfLiteral("loud"), "did not write.*loud"),
        (terms.START, RdfLiteral("first"), "did not write.*first"),
        (terms.SELECTOR, None, "has no selector"),
        (terms.LABEL, None, "has no .*label"),
    ],
)
def test_a_broken_graph_is_named_not_crashed_on(predicate: str, value: object, message: str) -> None:
    quads = []
    for quad in quads_of(KNOWLEDGE):
        if quad.predicate.value != predicate:
            quads.append(quad)
        elif value is not None:
            quads.append(Quad(quad.subject, quad.predicate, value, quad.graph_name))  # type: ignore[arg-type]
    with pytest.raises(InputError, match=message):
        knowledge_of(quads)


def test_the_gender_of_people_comes_back() -> None:
    known = Entity("person/a", EntityType.PERSON, "A", ("A",), gender="female")
    unknown = Entity("person/b", EntityType.PERSON, "B", ("B",))
    assert knowledge_of(quads_of(Knowledge(entities=(known, unknown)))).entities == (known, unknown)
