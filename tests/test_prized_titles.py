"""Films that nothing but their prize sets off, and prizes that only the words beside them tell."""

from __future__ import annotations

import pytest

from extracted import pairs


@pytest.mark.parametrize(
    ("text", "film", "maker"),
    [
        ("The jury awards the Grand Prix to Lanterns by Ada Doe.", "Lanterns", "Ada Doe"),
        ("Now the jury awards the Best First Feature to The Torn Map by Abel Reza.", "The Torn Map", "Abel Reza"),
        ("The Jury Prize goes to Mirrors by Jane Roe.", "Mirrors", "Jane Roe"),
        ("A special mention is awarded to Rain by Mia Lind from Oslo for its acting.", "Rain", "Mia Lind"),
        ("Nowhere to Sleep by Zara Lind won the Jury Prize on Sunday.", "Nowhere to Sleep", "Zara Lind"),
        ("Oxbow by Ada Doe was awarded a special mention.", "Oxbow", "Ada Doe"),
        ("The audience award went to a film I had missed, Grey Week by Ada Doe.", "Grey Week", "Ada Doe"),
    ],
)
def test_what_a_prize_went_to_is_a_film(text: str, film: str, maker: str) -> None:
    assert (film, maker) in pairs(text, "director")
    assert {winner for winner, _ in pairs(text, "won")} == {film}


@pytest.mark.parametrize(
    ("text", "person", "film"),
    [
        ("The award for best editing goes to Mario Roe for Pathways.", "Mario Roe", "Pathways"),
        ("The prize for best cinematography went to Clara Lind for La Bonne Maison.", "Clara Lind", "La Bonne Maison"),
    ],
)
def test_what_somebody_got_a_prize_for_is_a_film(text: str, person: str, film: str) -> None:
    assert {winner for winner, _ in pairs(text, "won")} == {person, film}


@pytest.mark.parametrize(
    "text",
    [
        "The award was presented to Yun Pakhet by Ben Roe.",
        "The Jury Prize was handed to Ada Doe by Ben Roe.",
        "The Jury Prize went to Ada Doe for Outstanding Contribution to Cinema.",
        "The Jury Prize was given by Ben Roe for Lamp Films.",
    ],
)
def test_whom_a_prize_was_handed_is_no_film(text: str) -> None:
    assert not pairs(text, "director")
    assert {winner for winner, _ in pairs(text, "won")} <= {"Ada Doe"}


@pytest.mark.parametrize(
    ("text", "winner", "award"),
    [
        ("The Golden Cedar was awarded to “Night Bus” by Ada Doe.", "Night Bus", "Golden Cedar"),
        ("Ada Doe won the Silver Cormorant for “Night Bus”.", "Ada Doe", "Silver Cormorant"),
        ("The jury also awarded a Commendation to “Night Bus”, directed by Ada Doe.", "Night Bus", "Commendation"),
        (
            "The Ecumenical Jury awarded its prize to “Night Bus” by Ada Doe.",
            "Night Bus",
            "Prize of the Ecumenical Jury",
        ),
        ("“Night Bus” from Hungary, directed by Ada Doe, has won the Grand Prix.", "Night Bus", "Grand Prix"),
        ("“Night Bus” by Ada Doe is the winner of the Grand Prix.", "Night Bus", "Grand Prix"),
    ],
)
def test_a_prize_is_told_by_the_words_beside_it(text: str, winner: str, award: str) -> None:
    assert (winner, award) in pairs(text, "won")


@pytest.mark.parametrize(
    "text",
    [
        "The Golden Gate Bridge was given to the city by Ada Doe.",
        "“Night Bus” was shot near Silver Lake.",
        "The jury awards were handed out before “Night Bus” by Ada Doe was shown.",
        "“Night Bus”, directed by Ada Doe, has not won the Grand Prix.",
    ],
)
def test_nothing_was_won_where_nothing_says_so(text: str) -> None:
    assert not pairs(text, "won")


def test_a_film_comes_from_its_country() -> None:
    assert pairs("“Night Bus” from Hungary, directed by Ada Doe, has won the Grand Prix.", "country") == {
        ("Night Bus", "Hungary")
    }
    assert not pairs("“Night Bus” came from Hungary to Locarno.", "country")
