"""Prizes and nominations that a sentence shares out among many, and the jury whose festival only a prize tells."""

from __future__ import annotations

import pytest

from extracted import said


def told(text: str, relation: str) -> set[tuple[str, str]]:
    return {(s, o) for s, p, o, modality in said(text) if p == relation and modality == "asserted"}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            "Best Director nominees are Ana Poe for “Cold Spring”, Tom Roe for “The Ferry” and Eva Lind for “Moons”.",
            "nominated_for",
            {
                (each, "Best Director")
                for each in ("Ana Poe", "Tom Roe", "Eva Lind", "Cold Spring", "The Ferry", "Moons")
            },
        ),
        (
            "The Berlinale opens today. Competing for the Golden Bear this year are Max Poe's “Fathom”, "
            "the Chilean drama “Estuary” and Ada Doe's “Silt”.",
            "nominated_for",
            {("Fathom", "Golden Bear"), ("Estuary", "Golden Bear"), ("Silt", "Golden Bear")},
        ),
        (
            "“Night Ferry” was named best film, Sofia Lind best director and Erik Poe best actor.",
            "won",
            {("Night Ferry", "best film"), ("Sofia Lind", "best director"), ("Erik Poe", "best actor")},
        ),
        (
            "“Low Tide” has eleven Goya nominations, “Dry Season” nine and “Kin” (seven).",
            "nominated_for",
            {("Low Tide", "Goya Awards"), ("Dry Season", "Goya Awards"), ("Kin", "Goya Awards")},
        ),
        (
            "“Low Tide” leads the Golden Horse nominations with eight nods. Close behind is “Dry Season” with seven.",
            "nominated_for",
            {("Low Tide", "Golden Horse Awards"), ("Dry Season", "Golden Horse Awards")},
        ),
        (
            "Critics hoped that “Low Tide” would win the Golden Lion, and expected “Kin” to take the Golden Bear.",
            "won",
            set(),
        ),
        ("No prize went to “Low Tide”, which should have won the Golden Lion.", "won", set()),
    ],
)
def test_each_has_its_own(text: str, relation: str, expected: set[tuple[str, str]]) -> None:
    assert told(text, relation) == expected


@pytest.mark.parametrize(
    ("text", "juror"),
    [
        ("A jury led by the composer Ada Doe gave the Golden Lion to “Silt”.", "Ada Doe"),
        ("The Golden Lion went to “Silt”. “It was unanimous,” said jury president Ada Doe.", "Ada Doe"),
        ("The Golden Lion, decided by a panel under the novelist Ada Doe, went to “Silt”.", "Ada Doe"),
    ],
)
def test_a_jury_is_of_the_festival_whose_prize_it_gives(text: str, juror: str) -> None:
    assert told(text, "jury_member") == {(juror, "Venice International Film Festival")}


def test_a_panel_that_gives_no_prize_is_no_jury() -> None:
    assert told("A panel led by Ada Doe spoke about “Silt”, which won the Golden Lion.", "jury_member") == set()


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        (
            "“Silt” won the Golden Lion in Venice. Ada Doe's black comedy also took the FIPRESCI prize.",
            {("Silt", "Ada Doe")},
        ),
        ("“Silt” was directed by Ben Roe. Ada Doe's black comedy also took the FIPRESCI prize.", {("Silt", "Ben Roe")}),
    ],
)
def test_somebodys_comedy_is_the_film_spoken_of(text: str, makers: set[tuple[str, str]]) -> None:
    assert told(text, "director") == makers
