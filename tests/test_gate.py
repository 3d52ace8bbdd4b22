"""The gate: what no extractor, the built-in one or anybody else's, can bring into the graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.articles import Source
from cinegraph.errors import ArticleError
from cinegraph.extract import admit, extract
from cinegraph.extract.gate import MAX_QUOTE, REASONS, is_name, stands
from cinegraph.model import (
    Claim,
    Document,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Extraction,
    Literal,
    Mention,
    Modality,
    Value,
)
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.reading import extract as extract_with
from cinegraph.pipeline.reading import read

TEXT = "Ada Doe directed “Night Bus”. She studied under Ben Roe in Oslo. " + "A long tail. " * 60
DOCUMENT = Document("a.txt", TEXT, "0" * 64)
SENTENCE = (0, TEXT.index(" She"))
SECOND = (TEXT.index("She"), TEXT.index(" A long"))
ADA = Entity("p1", EntityType.PERSON, "Ada Doe", ("Ada Doe",))
BEN = Entity("p2", EntityType.PERSON, "Ben Roe", ("Ben Roe",))
BUS = Entity("f1", EntityType.FILM, "Night Bus", ("Night Bus",))
ENTITIES = (BUS, ADA, BEN)


def evidence(span: tuple[int, int] = SENTENCE, modality: Modality = Modality.ASSERTED) -> Evidence:
    return Evidence("a.txt", *span, TEXT[span[0] : span[1]], modality, "rule")


def claim(
    subject: str = "f1", predicate: str = "director", value: str | Value = "p1", *given: Evidence, **qualifiers: Value
) -> Claim:
    target = EntityRef(value) if isinstance(value, str) else value
    return Claim(subject, predicate, target, tuple(sorted(qualifiers.items())), given or (evidence(),))


def extraction(
    *claims: Claim, entities: tuple[Entity, ...] = ENTITIES, mentions: tuple[Mention, ...] = ()
) -> Extraction:
    return Extraction(DOCUMENT, entities, mentions, claims)


def reasons(*claims: Claim, entities: tuple[Entity, ...] = ENTITIES) -> list[str]:
    admitted = admit(extraction(*claims, entities=entities))
    assert len(admitted.claims) + len(admitted.dropped) == len(claims)
    assert {reason for reason, _ in admitted.dropped} <= set(REASONS)
    return [reason for reason, _ in admitted.dropped]


def test_a_claim_that_stands_passes_untouched() -> None:
    given = extraction(claim(), mentions=(Mention(0, 7, EntityType.PERSON, "p1"),))
    assert admit(given) == replace(given, entities=(BUS, ADA))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (claim(predicate="likes"), "relation"),
        (claim("p1", "director", "p2"), "subject type"),
        (claim("f1", "director", "f1"), "object type"),
        (claim("p1", "student_of", "p1"), "object type"),
        (claim("f1", "director", Literal("Ada Doe")), "literal object"),
        (claim("p1", "occupation", Literal(" ")), "literal object"),
        (claim("f1", "director", "p9"), "unknown entity"),
        (claim("p9", "student_of", "p2"), "unknown entity"),
        (claim(role=Literal("lead")), "qualifier"),
        (claim(ordinal=Literal("")), "qualifier"),
    ],
)
def test_parts_that_do_not_fit_are_refused_with_the_reason(bad: Claim, reason: str) -> None:
    assert reasons(bad, claim()) == [reason]


def test_what_was_dropped_is_described() -> None:
    assert admit(extraction(claim("p1", "director", "p2"))).dropped == (("subject type", "p1 director p2"),)


@pytest.mark.parametrize(
    "bad",
    [
        replace(evidence(), quote="Ada Doe directed it."),
        replace(evidence(), start=1),
        replace(evidence(), article="b.txt"),
        replace(evidence(), start=-3, end=0, quote=""),
        replace(evidence(), start=7, end=8, quote=" "),
        replace(evidence(), start=5, end=5, quote=""),
        Evidence("a.txt", 0, len(TEXT) + 5, TEXT, Modality.ASSERTED, "rule"),
        Evidence("a.txt", 0, MAX_QUOTE + 1, TEXT[: MAX_QUOTE + 1], Modality.ASSERTED, "rule"),
    ],
)
def test_a_quote_that_does_not_stand_is_worth_nothing(bad: Evidence) -> None:
    assert not stands(bad, DOCUMENT)
    assert reasons(claim("f1", "director", "p1", bad)) == ["quote"]
    both = admit(extraction(claim("f1", "director", "p1", bad, evidence())))
    assert both.claims == (claim(),)
    assert not both.dropped


def test_a_claim_without_evidence_is_refused() -> None:
    assert reasons(replace(claim(), evidence=())) == ["quote"]


@pytest.mark.parametrize(
    "name", ["she", "Her", "the director", "The young director", "their second film", "the latter", "the duo", " "]
)
def test_an_entity_that_is_only_pointed_at_is_refused(name: str) -> None:
    nobody = Entity("p1", EntityType.PERSON, name, (name,))
    assert reasons(claim(), entities=(BUS, nobody, BEN)) == ["only a pronoun"]


@pytest.mark.parametrize("name", ["Ada Doe", "Her Majesty", "Film", "The Director's Cut", "It Follows", "Themroc"])
def test_names_that_hold_a_pronoun_are_names(name: str) -> None:
    assert is_name(name) == (name != "Film")


def test_titles_that_look_like_pronouns_count_where_they_stand_as_titles() -> None:
    text = "Ada Doe directed “Her”, and she knew."
    document = Document("a.txt", text, "0" * 64)
    said = Evidence("a.txt", 0, len(text), text, Modality.ASSERTED, "rule")
    her = Entity("f1", EntityType.FILM, "Her", ("Her",))
    assert len(admit(Extraction(document, (her, ADA), (), (claim("f1", "director", "p1", said),))).claims) == 1


def test_a_name_that_the_article_does_not_have_is_refused_unless_the_lexicon_vouches() -> None:
    elsewhere = Entity("p1", EntityType.PERSON, "Zoe Invented", ("Zoe Invented",))
    assert reasons(claim(), entities=(BUS, elsewhere)) == ["name not in article"]
    assert reasons(claim(), entities=(BUS, replace(elsewhere, lexicon="person/zoe"))) == []
    assert reasons(claim(), entities=(BUS, replace(elsewhere, names=("ADA DOE", "Zoe Invented")))) == []


def test_a_sentence_that_says_and_denies_is_believed_in_neither() -> None:
    denied = claim("f1", "director", "p1", evidence(modality=Modality.NEGATED))
    assert reasons(claim(), denied) == ["contradiction", "contradiction"]


def test_an_article_may_assert_in_one_sentence_and_deny_in_another() -> None:
    denied = claim("f1", "director", "p1", evidence(SECOND, Modality.NEGATED))
    assert reasons(claim(), denied) == []


def test_two_people_are_not_each_others_students() -> None:
    assert reasons(claim("p1", "student_of", "p2"), claim("p2", "student_of", "p1")) == ["contradiction"] * 2
    assert reasons(claim("p1", "collaborated_with", "p2"), claim("p2", "collaborated_with", "p1")) == []


def test_mentions_out_of_range_or_of_nobody_are_left_out() -> None:
    good = Mention(0, 7, EntityType.PERSON, "p1")
    bad = [replace(good, end=len(TEXT) + 1), replace(good, start=9, end=9), replace(good, entity="p9")]
    assert admit(extraction(mentions=(good, *bad))).mentions == (good,)


def test_what_the_built_in_extractor_gives_passes_its_own_gate() -> None:
    paths = sorted((Path(__file__).parent.parent / "data" / "articles").glob("*.md"))[:8]
    assert len(paths) == 8
    for path in paths:
        document = read(Source(path.name, path))
        found = extract(document)
        assert found.claims
        assert all(stands(item, document) for c in found.claims for item in c.evidence)
        assert admit(found) == found


def test_the_pipeline_puts_every_extractor_through_the_gate() -> None:
    plug_in = Extractor("other", "1", lambda document: extraction(claim(), claim("p1", "director", "p2")))
    given = extract_with(plug_in, DOCUMENT)
    assert given.claims == (claim(),)
    assert given.dropped == (("subject type", "p1 director p2"),)


@pytest.mark.parametrize("broken", [None, "claims", Extraction(replace(DOCUMENT, name="b.txt"))])
def test_an_extractor_that_gives_something_else_fails_on_the_article(broken: object) -> None:
    with pytest.raises(ArticleError, match="something else"):
        extract_with(Extractor("other", "1", lambda document: broken), DOCUMENT)  # type: ignore[arg-type, return-value]


def test_an_extraction_with_holes_fails_on_the_article_only() -> None:
    hollow = extraction(Claim("f1", "director", None, (), None))  # type: ignore[arg-type]
    with pytest.raises(ArticleError, match="failed on it"):
        extract_with(Extractor("other", "1", lambda document: hollow), DOCUMENT)


spans = st.tuples(st.integers(-5, len(TEXT) + 5), st.integers(-5, len(TEXT) + 5))
items = st.builds(
    lambda span, quote, modality: Evidence("a.txt", span[0], span[1], quote or TEXT[slice(*span)], modality, "rule"),
    spans,
    st.sampled_from(["", "x", "Ada"]),
    st.sampled_from(Modality),
)
ids = st.sampled_from(["p1", "p2", "f1", "x"])
claims = st.builds(
    Claim,
    ids,
    st.sampled_from(["director", "student_of", "occupation", "nonsense"]),
    ids.map(EntityRef) | st.sampled_from(["", "poet"]).map(Literal),
    st.just(()),
    st.lists(items | st.just(evidence()), max_size=3).map(tuple),
)


@given(st.lists(claims, max_size=6))
def test_whatever_is_given_only_grounded_claims_come_out_and_none_is_lost_silently(given: list[Claim]) -> None:
    admitted = admit(extraction(*given))
    assert len(admitted.claims) + len(admitted.dropped) == len(given)
    assert all(c.evidence and all(stands(item, DOCUMENT) for item in c.evidence) for c in admitted.claims)
    assert admit(admitted) == admitted
