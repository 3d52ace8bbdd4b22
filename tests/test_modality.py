"""What is denied, planned, rumoured or over is never given as asserted."""

from __future__ import annotations

import pytest

from cinegraph.extract.modality import modality_of
from cinegraph.model import Modality
from extracted import said

NEGATED, PLANNED, HEDGED, FORMER, ASSERTED = (
    Modality.NEGATED,
    Modality.PLANNED,
    Modality.HEDGED,
    Modality.FORMER,
    Modality.ASSERTED,
)


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("she did not direct", NEGATED),
        ("she never studied at", NEGATED),
        ("the film wasn't nominated for", NEGATED),
        ("he failed to win", NEGATED),
        ("she turned down", NEGATED),
        ("it lost out to", NEGATED),
        ("it left without winning", NEGATED),
        ("no film of hers was shown at", NEGATED),
        ("she will direct", PLANNED),
        ("he is set to direct", PLANNED),
        ("she is currently filming", PLANNED),
        ("her next project is", PLANNED),
        ("he is working on", PLANNED),
        ("it was supposed to be shot in", PLANNED),
        ("she reportedly directed", HEDGED),
        ("it is said to have been submitted to", HEDGED),
        ("he may have directed", HEDGED),
        ("according to some sources he studied at", HEDGED),
        ("she is in talks to direct", HEDGED),
        ("nobody knows whether he studied at", HEDGED),
        ("her former husband", FORMER),
        ("she used to live in", FORMER),
        ("his then wife", FORMER),
        ("she directed", ASSERTED),
        ("not only did she direct", ASSERTED),
        ("it was shot in may 2019", ASSERTED),
        ("it was released on 4 may in norway", ASSERTED),
        ("it was shown on the 4th of may in oslo", ASSERTED),
        ("it opened in late may in norway", ASSERTED),
        ("this may be the film she shot", HEDGED),
        ("on this film he may have worked", HEDGED),
        ("you may have seen her in", ASSERTED),
        ("after a decade without a feature he returned with", ASSERTED),
        ("probably the best film she directed", ASSERTED),
    ],
)
def test_the_words_that_govern_a_clause_tell_how_it_is_said(clause: str, modality: Modality) -> None:
    assert modality_of(clause)[0] is modality


def test_the_cue_is_named() -> None:
    assert modality_of("she never directed") == (NEGATED, "never")
    assert modality_of("she directed") == (ASSERTED, None)


@pytest.mark.parametrize(
    "clause",
    [
        "she never finished school but directed",
        "he will not act again, and directed",
        "ada, who never studied, directed",
        "october, about a couple about to part, premiered at",
    ],
)
def test_words_of_another_clause_or_of_an_aside_do_not_count(clause: str) -> None:
    assert modality_of(clause)[0] is ASSERTED


def test_what_stands_before_counts_only_in_the_same_clause() -> None:
    assert modality_of("directed", "she never ")[0] is NEGATED
    assert modality_of("directed", "he will retire; she ")[0] is ASSERTED
    assert modality_of("directed", "he did not come but she ")[0] is ASSERTED


def test_a_verb_before_a_noun_phrase_does_not_govern_it() -> None:
    assert modality_of("her debut, f", "next week she will show ")[0] is ASSERTED


def test_former_counts_only_for_what_lasts() -> None:
    assert modality_of("the former actress directed", enduring=False)[0] is ASSERTED


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ada Doe did not study at FAMU.", ("Ada Doe", "educated_at", "FAMU", "negated")),
        ("Ada Doe will direct the film “Night Bus”.", ("Night Bus", "director", "Ada Doe", "planned")),
        ("Ada Doe reportedly directed the film “Night Bus”.", ("Night Bus", "director", "Ada Doe", "hedged")),
        ("Ada Doe used to live in Oslo.", ("Ada Doe", "residence", "Oslo", "former")),
        ("Ada Doe lives in Oslo with her former husband, Ben Roe.", ("Ada Doe", "partner_of", "Ben Roe", "former")),
    ],
)
def test_sentences_are_marked(sentence: str, expected: tuple[str, str, str, str]) -> None:
    claims = said(sentence, expected[1])
    assert expected in claims
    assert all(modality != "asserted" for _, _, _, modality in claims)


def test_nothing_follows_from_what_is_denied() -> None:
    denied = said("*Cold Harbour*, a film by Ada Doe, did not win the Golden Lion at the Venice Film Festival in 2015.")
    assert {relation for _, relation, _, modality in denied if modality == "negated"} == {"won"}


@pytest.mark.parametrize(
    "question",
    [
        "Did Ada Doe direct the film “Night Bus”?",
        "Was Ada Doe born in Oslo?",
        "Did the film “Night Bus” by Ada Doe win the Golden Bear?",
    ],
)
def test_what_a_question_asks_is_not_said(question: str) -> None:
    assert not {claim for claim in said(question) if claim[1] in ("birth_place", "won") or "direct the" in question}


@pytest.mark.parametrize(
    "taken_back",
    [
        "Ben Roe produced “Night Bus”... no, excuse me, that was somebody else.",
        "Ben Roe produced “Night Bus” — no, sorry, it was the other one.",
        "Ben Roe produced “Night Bus”, or rather, no, I'm mistaken.",
    ],
)
def test_what_a_speaker_takes_back_is_not_stated(taken_back: str) -> None:
    assert not said(f"Ada Doe directed “Night Bus”. {taken_back}", "producer")


def test_what_is_denied_of_a_film_does_not_deny_whose_it_is() -> None:
    text = "Neither Ada Doe's “Night Bus” nor Ben Roe's “Cold Tea” won a prize."
    assert said(text, "director") == {
        ("Night Bus", "director", "Ada Doe", "asserted"),
        ("Cold Tea", "director", "Ben Roe", "asserted"),
    }


@pytest.mark.parametrize(
    ("frame", "modality"),
    [
        ("Rumours that {} have been denied.", NEGATED),
        ("Earlier reports that {} are untrue, her agent said.", NEGATED),
        ("There is no truth in the rumours that {}.", NEGATED),
        ("The studio denied reports that {}.", NEGATED),
        ("Reports that {} have spread since May.", HEDGED),
        ("It was reported on Monday that {}.", ASSERTED),
    ],
)
def test_the_frame_of_a_sentence_holds_for_what_stands_in_it(frame: str, modality: Modality) -> None:
    sentence = frame.format("Ada Doe directed “Night Bus”")
    assert said(sentence, "director") == {("Night Bus", "director", "Ada Doe", modality.value)}


@pytest.mark.parametrize("verb", ["will succeed", "will not succeed", "has denied rumours that she will succeed"])
def test_who_is_to_be_succeeded_holds_the_office(verb: str) -> None:
    told = said(f"Ada Doe {verb} Ben Roe as artistic director of the Locarno Film Festival.", "festival_role")
    assert {modality for person, _, _, modality in told if person == "Ben Roe"} == {"asserted"}
    assert "asserted" not in {modality for person, _, _, modality in told if person == "Ada Doe"}
