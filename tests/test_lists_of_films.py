"""What is said of two or three films at once is said of each; what begins another clause is not."""

from __future__ import annotations

import pytest

from cinegraph.model import EntityRef
from extracted import extraction_of, pairs


def _works(text: str) -> set[tuple[str, str]]:
    """The prizes that persons won or were nominated for, each with the film it was for."""
    extraction = extraction_of(text)
    labels = {entity.id: entity.label for entity in extraction.entities}
    return {
        (labels[claim.subject], labels[value.id])
        for claim in extraction.claims
        if claim.predicate in ("won", "nominated_for")
        for key, value in claim.qualifiers
        if key == "for_work" and isinstance(value, EntityRef)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Doe won the César for *Night Bus* and *Pale Hill*.",
        "Ada Doe won two Oscars, for “Night Bus” and “Pale Hill”.",
        "The Silver Bear for Best Director went to Ada Doe for “Night Bus” and “Pale Hill”.",
        "Ada Doe received Oscar nominations for *Night Bus* and *Pale Hill* in 1999.",
        "Ada Doe won BAFTA Awards for her camerawork on *Night Bus* and *Pale Hill*.",
        "Ada Doe won the Volpi Cup for Best Actress at Venice for “Night Bus” and “Pale Hill”.",
    ],
)
def test_a_prize_for_two_films_is_for_each(text: str) -> None:
    assert _works(text) == {("Ada Doe", "Night Bus"), ("Ada Doe", "Pale Hill")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Doe won a César for *Night Bus*, and *Pale Hill* opened in May.",
        "Ada Doe won a César for *Night Bus* and *Pale Hill* won a BAFTA.",
    ],
)
def test_a_film_with_a_verb_of_its_own_ends_the_list(text: str) -> None:
    assert _works(text) == {("Ada Doe", "Night Bus")}


def test_titles_that_nothing_has_told_to_be_films_are_joined() -> None:
    made = pairs("Ada Doe directed “Night Bus”, “Pale Hill” and “Grey Dog”.", "director")
    assert made == {("Night Bus", "Ada Doe"), ("Pale Hill", "Ada Doe"), ("Grey Dog", "Ada Doe")}


def test_a_film_and_a_title_not_yet_known_are_joined() -> None:
    text = "*Night Bus* is a film by Ada Doe. Ben Roe starred in *Night Bus* and “Pale Hill”."
    assert pairs(text, "cast_member") == {("Night Bus", "Ben Roe"), ("Pale Hill", "Ben Roe")}


@pytest.mark.parametrize(
    "text",
    [
        "Ben Roe and Ada Doe won best actor and best actress awards at the Oslo Film Festival.",
        "Ben Roe and Ada Doe won Best Actor and Best Actress respectively at the Oslo Film Festival.",
    ],
)
def test_an_actors_and_an_actresss_prize_are_shared_out(text: str) -> None:
    won = pairs(text, "won")
    assert len(won) == 2
    assert {winner for winner, _ in won} == {"Ada Doe", "Ben Roe"}


def test_which_of_two_prizes_is_an_actresss_is_known_of_the_prize_and_not_of_its_name() -> None:
    prizes = "the Prix d'interprétation féminine and the Prix d'interprétation masculine"
    won = {(w, "Actress" in prize) for w, prize in pairs(f"Ada Doe and Ben Roe won {prizes} at Cannes.", "won")}
    assert won == {("Ada Doe", True), ("Ben Roe", False)}


def test_a_duos_prizes_are_of_both() -> None:
    won = pairs("Ben Roe and Ada Doe won Best Director and Best Screenplay at the Oslo Film Festival.", "won")
    assert len(won) == 4


def test_a_word_in_italics_is_no_section_of_a_festival_that_is_not_named() -> None:
    assert ("Harbour", "Ada Doe") in pairs("Ada Doe directed *Harbour* and *Night Bus*.", "director")


def test_a_film_debut_in_a_film_is_an_actors() -> None:
    text = "The actor Ben Roe made his film debut in *Night Bus*."
    assert pairs(text, "director") == set()
    assert pairs(text, "cast_member") == {("Night Bus", "Ben Roe")}
