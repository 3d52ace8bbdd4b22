# ruff: noqa: E501 (sentences stay whole)
"""Films and makers beside parentheses in running text, and what looks like them."""

from __future__ import annotations

import pytest

from extracted import extraction_of, pairs, said


@pytest.mark.parametrize(
    ("text", "directed"),
    [
        ("I was more taken with Grey Harbour (Ada Holm, Norway), a first feature.", {("Grey Harbour", "Ada Holm")}),
        ("The prize went to Sol (Sun, Ada Holm Ruiz), which nobody had expected.", {("Sol", "Ada Holm Ruiz")}),
        ("Among the directors Ada Holm (Grey Harbour), Ben Roe (The Ferry) and Cora Lind (Glacier) there was no talk of money.", {("Grey Harbour", "Ada Holm"), ("The Ferry", "Ben Roe"), ("Glacier", "Cora Lind")}),
        ("Film 3: Keys, Lost (Ada Holm, Norway): 4/5\n\nA perfect film to end the day with.\n\nFilm 2: Cipher (Ben Roe, Japan): 2.5/5\n\nI slept.\n", {("Keys, Lost", "Ada Holm"), ("Cipher", "Ben Roe")}),
        ("10.00, Hall 4. Three Winters (Ada Holm, Norway, 2011) ★★★\n\nIt was quiet.\n\n12.30, Hall 1. The Divide (Ben Roe, Italy/Argentina, 2010) ★\n\nIt was long.\n", {("Three Winters", "Ada Holm"), ("The Divide", "Ben Roe")}),
    ],
)
def test_the_maker_beside_the_parenthesis(text: str, directed: set[tuple[str, str]]) -> None:
    assert directed <= pairs(text, "director")


def test_the_role_before_a_name_says_what_it_is_to_the_film() -> None:
    text = "The panel brought together director Ada Holm (Grey Harbour) and producer Ben Roe (North, 700 Miles)."
    assert pairs(text, "producer") == {("North", "Ben Roe"), ("700 Miles", "Ben Roe")}


def test_a_report_shows_the_films_at_the_head_of_its_lines() -> None:
    text = "Rotterdam diary, day four\n\nThree Winters (Ada Holm, Norway, 2011): 4/5\n\nIt was quiet, and recalls Long Grass (Ben Roe, Italy, 1961).\n\nThe Divide (Cora Lind, Italy): 3/5\n\nIt was old.\n"
    assert {film for film, festival in pairs(text, "screened_at") if "Rotterdam" in festival} == {"Three Winters", "The Divide"}


@pytest.mark.parametrize(
    "text",
    [
        "A nurse, Mia Berg (Ada Holm), leaves her husband Tom (Ben Roe).",
        "The Colonel (Ben Roe) arrives in the festival's best film.",
        "Directors Ada Holm (Oslo) and Ben Roe (Bergen) spoke.",
        "Producer Ada Holm (Harbour Films) and director Ben Roe (right) spoke.",
        "Critics Ada Holm (Screen Weekly) and Ben Roe (The Daily) met.",
        "The festival director Ada Holm (The Quiet Hour) spoke.",
        "The book The Long Grass (Ada Holm, 1994) is out.",
        "Director Ada Holm (Best Director, 2011) spoke.",
    ],
)
def test_other_parentheses_tie_no_film_to_a_maker(text: str) -> None:
    rules = {evidence.rule for claim in extraction_of(text).claims for evidence in claim.evidence}
    assert "a film and its maker beside a parenthesis" not in rules


def test_where_an_agency_filed_from_is_no_film() -> None:
    text = "VENICE, Italy (Reuters) - Ada Holm presented her film \"Harbour\" on Monday.\n\nHer brother plays the guard.\n"
    assert {subject for subject, _, _, _ in said(text)} & {"Venice", "VENICE"} == set()


def test_the_next_clause_tells_of_another_prize() -> None:
    text = "The Camellia Award went to director Ada Holm, and director Ben Roe received the Grey Lion Award."
    won = {(person, prize) for person, prize in pairs(text, "won") if person in ("Ada Holm", "Ben Roe")}
    assert won == {("Ada Holm", "Camellia Award"), ("Ben Roe", "Grey Lion Award")}
