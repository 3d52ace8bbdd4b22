"""Prizes spoken of again, shared out to one and to another, chosen by juries; a city that stands for its festival."""

from __future__ import annotations

import pytest

from extracted import said

_HEAD = "Locarno 2024: the winners\n\n"


def _told(text: str, relation: str) -> set[tuple[str, str]]:
    return {(subject, value) for subject, _, value, modality in said(_HEAD + text, relation) if modality == "asserted"}


@pytest.mark.parametrize(
    ("text", "winners"),
    [
        (
            "Ben Roe took the best director prize here in 2019 with “Cold Frame”. "
            "This year that prize went to Turkey's Ada Doe for “A Borrowed Coat”.",
            {"Ben Roe", "Cold Frame", "Ada Doe", "A Borrowed Coat"},
        ),
        ("The Special Jury Prize was announced last. The prize went to “Night Bus”.", {"Night Bus"}),
        (
            "Two special mentions were handed out: one to “Night Bus,” a documentary by Lebanon's Ada Doe, "
            "the other to “Eight Bridges,” Ben Roe's portrait of a ferry pilot.",
            {"Night Bus", "Eight Bridges"},
        ),
        (
            "Supporting actor honors went to Max Poe (“Night Bus”) and supporting actress to Jane Roe for “Grey Dog”.",
            {"Max Poe", "Jane Roe", "Grey Dog"},
        ),
        (
            "Honorary Leopards were presented during the festival to the actress Jane Roe and to Ben Moe, "
            "whose “Coal Year” was shown in 1998.",
            {"Jane Roe", "Ben Moe"},
        ),
        ("The FIPRESCI jury chose “Night Bus”.", {"Night Bus"}),
        (
            "“Night Bus” won the Golden Leopard. Ben Roe had won it in 2013 with “Grey Dog”.",
            {"Night Bus", "Grey Dog", "Ben Roe"},
        ),
        ("“Night Bus” won the Golden Leopard. Ben Roe saw it in 2013 with “Grey Dog”.", {"Night Bus"}),
        ("“Night Bus” won the Golden Leopard. It won over the critics.", {"Night Bus"}),
        ("“Night Bus” by Ada Doe was liked. The Ecumenical Jury, too, went for Doe's film.", {"Night Bus"}),
        ("A special mention was made of Ada Doe's “Night Bus”.", {"Night Bus"}),
        ("Best documentary was “Night Bus” by Ada Doe.", {"Night Bus"}),
        ("The Pardo Verde, for the film that best reflects it, went ex aequo to “Silt” and “Sea”.", {"Silt", "Sea"}),
        ("Nobody got that prize. The film was shown late, and the award was a mystery.", set()),
    ],
)  # fmt: skip
def test_who_has_won_a_prize(text: str, winners: set[str]) -> None:
    assert {subject for subject, _ in _told(text, "won")} == winners


def test_a_film_after_and_that_wins_another_prize_is_not_what_the_first_was_for() -> None:
    text = (
        "Best Director went to Ada Doe for “Mother Tongue”, and “Night Laundry”, from the duo Ben Roe and Eva Moss, "
        "picked up the Special Jury Prize."
    )
    assert _told(text, "director") == {
        ("Mother Tongue", "Ada Doe"), ("Night Laundry", "Ben Roe"), ("Night Laundry", "Eva Moss"),
    }  # fmt: skip


def test_a_city_is_its_festival_where_the_article_has_named_it() -> None:
    text = "The Toronto festival was a success. “Night Bus” had been shown two weeks before in Toronto."
    assert ("Night Bus", "Toronto International Film Festival") in _told(text, "screened_at")
