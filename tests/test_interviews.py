"""Interviews with their introductions: whose a film is, what hangs on one of two films, what a page is besides."""

from __future__ import annotations

import pytest

from extracted import pairs


@pytest.mark.parametrize(
    "text",
    [
        "The list includes Ada Doe's Night Bus, Ben Roe's Quiet Hours, and Carl Poe's The Long Road.",
        "She shot several films (Ada Doe's Night Bus, Ben Roe's Quiet Hours, and Carl Poe's The Long Road).",
        "The season showed Ada Doe's debut Night Bus, Ben Roe's Quiet Hours and Carl Poe's The Long Road.",
        "Everybody admired Ada Doe's Night Bus, Ben Roe's Quiet Hours and Carl Poe's The Long Road.",
    ],
)
def test_each_film_of_a_list_is_its_own_makers(text: str) -> None:
    assert pairs(text, "director") == {
        ("Night Bus", "Ada Doe"),
        ("Quiet Hours", "Ben Roe"),
        ("The Long Road", "Carl Poe"),
    }


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        (
            "Spanish director Juan Doe and his Uruguayan cinematographer Pedro Lind spoke of his new film, Night Bus.",
            "Juan Doe",
        ),
        ("Ada Doe and her producer Eva Lind came with her second feature, Night Bus.", "Ada Doe"),
        ("Ada Doe came with her cinematographer Eva Lind to show her debut film Night Bus.", "Ada Doe"),
        ("Ada Doe and Eva Lind came with her second feature, Night Bus.", "Eva Lind"),
    ],
)
def test_what_is_hers_is_not_that_of_whom_she_brought(text: str, maker: str) -> None:
    assert pairs(text, "director") == {("Night Bus", maker)}


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("The retrospective has Ada Doe's Night Bus and Quiet Hours, which won the Golden Leopard.", {"Quiet Hours"}),
        ("Ada Doe made Night Bus and Quiet Hours (2011), which later took the Golden Leopard.", {"Quiet Hours"}),
        ("Ada Doe made Night Bus and Quiet Hours, which both won the Golden Leopard.", {"Night Bus", "Quiet Hours"}),
    ],
)
def test_what_one_of_two_films_won_the_other_did_not(text: str, films: set[str]) -> None:
    assert {film for film, _ in pairs(text, "won")} == films


@pytest.mark.parametrize(
    "text",
    [
        "Night Bus is an adaptation of the novel by Eva Lind of the same name.",
        "Night Bus is based on Eva Lind's novel of the same name.",
        "Night Bus is an adaptation of the Harlem Renaissance era novel by Eva Lind of the same name.",
    ],
)
def test_a_novel_of_the_same_name_is_called_as_the_film_is(text: str) -> None:
    assert pairs(text, "based_on") == {("Night Bus", "Night Bus")}
    assert pairs(text, "author_of") == {("Eva Lind", "Night Bus")}


def test_a_winner_known_for_films_did_not_win_with_all_of_them() -> None:
    assert {who for who, _ in pairs("Ben Roe, Oscar winner known for Night Bus and Quiet Hours, came.", "won")} == {
        "Ben Roe"
    }
