"""Prizes that go by a name beside a word in small letters or in quotation marks, and sentences that tell who won."""

from __future__ import annotations

import pytest

import extracted

IN_OSLO = "The Oslo Film Festival has ended. "


def won(sentence: str) -> set[tuple[str, str]]:
    """Who or what won which prize, as a sentence of a report tells."""
    return extracted.pairs(IN_OSLO + sentence, "won")


@pytest.mark.parametrize(
    ("sentence", "award"),
    [
        ("“Night Bus” won the Kodak award.", "Kodak award"),
        ("“Night Bus” picked up the Giovanni Doe prize for best debut.", "Giovanni Doe prize for best debut"),
        ("The Another Look award went to “Night Bus” by Ada Doe.", "Another Look award"),
        ("The 10,000-euro Viktor prize was given to “Night Bus”.", "Viktor prize"),
    ],
)
def test_a_name_before_the_word_in_small_letters_is_a_prize(sentence: str, award: str) -> None:
    assert ("Night Bus", f"Oslo Film Festival {award}") in won(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Doe and the Nobel prize winner Ben Roe met.",
        "“Night Bus” is up for the Dubai prize.",
        "She watched the Marchetti award ceremony.",
        "“Night Bus” won the Cannes prize.",
        "The low-budget comedy “Night Bus” took places on the shortlists for best film and best director.",
    ],
)
def test_no_prize_of_that_name_is_won(sentence: str) -> None:
    assert not won(sentence)


def test_a_prize_in_quotation_marks_before_the_word() -> None:
    said = "The “Golden Cedar” award for best director was presented to Ivana Roe for the film “Cold Tea”."
    assert ("Ivana Roe", "Oslo Film Festival Golden Cedar for Best director") in won(said)
    said = "“Golden Cedar” – best actor was awarded to Karim Doe for “Night Bus”."
    assert ("Karim Doe", "Oslo Film Festival Golden Cedar for Best actor") in won(said)
    said = "Stefan Doe received the prestigious “Heart of Sarajevo” award for Best Feature Film for “River Talk”."
    assert ("Stefan Doe", "Heart of Sarajevo") in extracted.pairs(said, "won")


def test_those_who_were_beaten_have_not_won() -> None:
    said = "Rachel Doe beat Claire Roe, Amy Lind and Margot Poe to win the award for Best Actress for “Cold Tea”."
    assert {person for person, _ in extracted.pairs(said, "won")} == {"Rachel Doe"}
    said = "Ada Doe and Ben Roe beat the odds to win the Golden Lion."
    assert {person for person, _ in extracted.pairs(said, "won")} == {"Ada Doe", "Ben Roe"}


def test_where_a_film_is_from_and_what_it_is_are_no_part_of_its_title() -> None:
    said = "The Slovenian/Croatian coproduction Chalk by Tina Doe received the Audience Award."
    assert extracted.pairs(said, "director") == {("Chalk", "Tina Doe")}
    said = "The Latvian drama Cold Tea directed by Ada Doe won the Kodak award."
    assert extracted.pairs(said, "director") == {("Cold Tea", "Ada Doe")}


SENTENCES = """The winners of the Oslo Film Festival

The Jury Prize went to French drama L'Histoire d'Ada by Boris Lind, with his leading man grabbing another prize.

The Citizens Award went to Andrea Doe's Swift, starring Barry Poe as a young dad.

The Short Film Grand Prix went to The Wonder (Belgium/France) directed by Nienke Roe, produced by Lunanima.

The special jury prize went to Karim Noe's gritty drug thriller Omega.
"""


def test_sentences_that_say_to_whom_a_prize_went_are_read_beyond_the_name() -> None:
    assert extracted.pairs(SENTENCES, "director") == {
        ("L'Histoire d'Ada", "Boris Lind"),
        ("Swift", "Andrea Doe"),
        ("The Wonder", "Nienke Roe"),
        ("Omega", "Karim Noe"),
    }
    films = {film for film, _ in extracted.pairs(SENTENCES, "won")}
    assert films >= {"L'Histoire d'Ada", "Swift", "The Wonder", "Omega"}
    assert not films & {"Andrea Doe", "Karim Noe"}
