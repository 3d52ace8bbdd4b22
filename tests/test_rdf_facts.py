"""The export of facts: its exact shape, its order, and whose qualifiers and modality stand on a line."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from cinegraph.errors import InputError
from cinegraph.model import Claim, Entity, EntityRef, EntityType, Knowledge, Literal, Modality
from cinegraph.rdf.facts import Fact, fact_lines, facts_of, read_facts
from knowledge_fixture import ARCHIVE, CLAIMS, INTERVIEW, KNOWLEDGE, PROFILE, REPORT
from rdf_helpers import A, F, H, N, P, claim, said

FACTS = list(facts_of(KNOWLEDGE))
PLACES = (Entity("person/a", EntityType.PERSON, "A", ("A",)), Entity("place/b", EntityType.PLACE, "B", ("B", "Be")))


def facts_with(predicate: str, article: str) -> list[Fact]:
    return [fact for fact in FACTS if fact["predicate"] == predicate and fact["article"] == article]


def lines_of(one: Claim) -> list[Fact]:
    return list(facts_of(Knowledge(entities=PLACES, claims=(one,))))


def test_a_line_is_exactly_as_the_contract_says() -> None:
    (fact,) = facts_with("won", ARCHIVE)
    document = next(document for document in KNOWLEDGE.documents if document.name == ARCHIVE)
    quote = "Salt Road won the FIPRESCI Prize at Cannes in 2018."
    start = document.text.index(quote)
    base = "https://w3id.org/cinegraph/id/"
    assert json.loads(json.dumps(fact)) == {
        "article": ARCHIVE,
        "subject": {
            "iri": f"{base}film/salt-road",
            "label": "Salt Road",
            "type": "Film",
            "aliases": ["Соляная дорога"],
        },
        "predicate": "won",
        "object": {"iri": f"{base}award/fipresci-prize", "label": "FIPRESCI Prize", "type": "Award", "aliases": []},
        "qualifiers": {
            "festival": {
                "iri": f"{base}festival/cannes-film-festival",
                "label": "Cannes Film Festival",
                "type": "Festival",
                "aliases": ["Cannes"],
            },
            "year": "2018",
        },
        "modality": "asserted",
        "evidence": [{"quote": quote, "start": start, "end": start + len(quote)}],
    }
    assert list(fact) == ["article", "subject", "predicate", "object", "qualifiers", "modality", "evidence"]


def test_a_literal_object_is_a_value() -> None:
    assert [fact["object"] for fact in facts_with("birth_date", PROFILE)] == [{"value": "1985-01-25"}]


def test_every_claim_of_every_article_has_its_line() -> None:
    wanted = {(item.article, *one.key) for one in CLAIMS for item in one.evidence}
    assert len(FACTS) == len(wanted)


def test_order_is_by_article_and_then_by_claim() -> None:
    assert [fact["article"] for fact in FACTS] == sorted(fact["article"] for fact in FACTS)
    for one, other in pairwise(FACTS):
        if one["article"] == other["article"]:
            left, right = (json.dumps([f["subject"]["iri"], f["predicate"]]) for f in (one, other))
            assert left <= right
    shuffled = replace(KNOWLEDGE, claims=KNOWLEDGE.claims[::-1], entities=KNOWLEDGE.entities[::-1])
    assert list(facts_of(shuffled)) == FACTS


def test_quotes_stand_in_the_article() -> None:
    texts = {document.name: document.text for document in KNOWLEDGE.documents}
    for fact in FACTS:
        assert fact["evidence"]
        for quote in fact["evidence"]:
            assert texts[fact["article"]][quote["start"] : quote["end"]] == quote["quote"]


def test_qualifiers_are_those_that_the_article_states() -> None:
    by_person = [
        (fact["article"], sorted(fact["qualifiers"]))
        for fact in FACTS
        if fact["predicate"] == "won" and fact["subject"]["type"] == "Person"
    ]
    # the profile does not name the festival, the report does
    assert by_person == [
        (REPORT, ["festival", "for_work", "section", "year"]),
        (PROFILE, ["for_work", "section", "year"]),
    ]


def test_nothing_stated_means_everything_only_where_one_article_speaks() -> None:
    silent = claim("person/a", "residence", EntityRef("place/b"), said(A), since="2010")
    assert [fact["qualifiers"] for fact in lines_of(silent)] == [{"since": "2010"}]
    twice = replace(silent, evidence=said(A) + said(A, article="b.txt"))
    assert [fact["qualifiers"] for fact in lines_of(twice)] == [{}, {}]
    assert [fact["qualifiers"] for fact in facts_with("director", ARCHIVE) if "Winter" in fact["subject"]["label"]] == [
        {}
    ]


def test_an_edition_states_its_festival_and_year() -> None:
    one = claim("person/a", "won", EntityRef("place/b"), said(A), edition="70th", year="2017", role="lead")
    one = replace(one, evidence=(replace(one.evidence[0], states=("edition",)),))
    assert [sorted(fact["qualifiers"]) for fact in lines_of(one)] == [["edition", "year"]]


@pytest.mark.parametrize(
    ("modalities", "lines"),
    [
        ((A, H, P), ["asserted"]),
        ((F, H), ["former"]),
        ((H, P), ["hedged"]),
        ((P,), ["planned"]),
        ((N,), ["negated"]),
        ((N, A, H), ["asserted", "negated"]),
    ],
)
def test_asserted_beats_hedged_and_denials_stand_apart(modalities: tuple[Modality, ...], lines: list[str]) -> None:
    one = claim("person/a", "residence", EntityRef("place/b"), said(*modalities))
    found = lines_of(one)
    assert [fact["modality"] for fact in found] == lines
    # each line rests on the evidence that speaks in its own way
    for fact in found:
        assert len(fact["evidence"]) == 1
    elsewhere = replace(one, evidence=said(H) + said(N, article="b.txt"))
    assert [fact["modality"] for fact in lines_of(elsewhere)] == ["hedged", "negated"]


def test_the_same_sentence_is_quoted_once() -> None:
    (item,) = said(A)
    one = claim("person/a", "residence", EntityRef("place/b"), (item, replace(item, rule="another")))
    assert [len(fact["evidence"]) for fact in lines_of(one)] == [1]


def test_what_a_person_rejected_is_no_fact() -> None:
    assert lines_of(Claim("person/a", "occupation", Literal("actor"), (), said(A), decision="rejected")) == []


def test_a_claim_about_nothing_known_is_an_error() -> None:
    with pytest.raises(InputError, match="person/nobody"):
        lines_of(claim("person/nobody", "occupation", Literal("actor"), said(A)))


def test_lines_are_read_back() -> None:
    lines = list(fact_lines(KNOWLEDGE))
    assert all("\n" not in line for line in lines)
    assert "Соляная" in "".join(lines)
    assert read_facts([*lines, "", "  \n"]) == FACTS
    assert sum(fact["article"] == INTERVIEW for fact in read_facts(lines)) == 5


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl, line 2: this is no JSON"),
        ("[]", "line 2: a fact is a JSON object"),
        ('{"article": "a", "subject": {}, "predicate": "won"}', '"object" must be an object'),
        ('{"article": "a", "subject": "film/x", "predicate": "won", "object": {}}', '"subject" must be an object'),
    ],
)
def test_lines_that_are_no_facts_are_named(line: str, message: str) -> None:
    good = next(fact_lines(KNOWLEDGE))
    with pytest.raises(InputError, match=message):
        read_facts([good, line], "gold.jsonl")
