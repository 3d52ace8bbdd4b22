"""Films that a sentence lists one after another, and the edition of which the first sentence of an article tells."""

from __future__ import annotations

import pytest

from extracted import said

_OPENING = "The Zilina Film Festival has announced its line-up.\n\n"


def _pairs(text: str, relation: str) -> set[tuple[str, str]]:
    return {(subject, value) for subject, _, value, _ in said(text, relation)}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "It will screen What We Could Not Say by Ada Doe, Night and Day Again by Ben Roe, The Lake by "
            "Cora Lind and Max Poe, and Alma by Dina Fox.",
            {
                ("What We Could Not Say", "Ada Doe"),
                ("Night and Day Again", "Ben Roe"),
                ("The Lake", "Cora Lind"),
                ("The Lake", "Max Poe"),
                ("Alma", "Dina Fox"),
            },
        ),
        (
            "These are – Tomorrow I Will Be a Dog (Spain) by Ada Doe, “The Boy, the Girl” by Ben Roe "
            "(Chile, 2018) and Two of a Kind by Cora Lind (Kenya).",
            {("Tomorrow I Will Be a Dog", "Ada Doe"), ("The Boy, the Girl", "Ben Roe"), ("Two of a Kind", "Cora Lind")},
        ),
        (
            "The selected films are The Long Road by Ada Doe, Mother, I Am Here by Ben Roe, Alma by Edwin "
            "Poe and Little Dog by Cora Lind.",
            {
                ("The Long Road", "Ada Doe"),
                ("Mother, I Am Here", "Ben Roe"),
                ("Alma", "Edwin Poe"),
                ("Little Dog", "Cora Lind"),
            },
        ),
        (
            "The section includes My Father Who Left by Ada Doe, Eva Doe (Chile); Rain by Ben Roe (Peru); "
            "Where Is Home? by Cora Lind (French).",
            {
                ("My Father Who Left", "Ada Doe"),
                ("My Father Who Left", "Eva Doe"),
                ("Rain", "Ben Roe"),
                ("Where Is Home?", "Cora Lind"),
            },
        ),
    ],
)  # fmt: skip
def test_each_film_of_a_list_is_whole_and_has_its_own_makers(text: str, made: set[tuple[str, str]]) -> None:
    assert _pairs(_OPENING + text, "director") == made
    films = {film for film, _ in made}
    assert {film for film, _ in _pairs(_OPENING + text, "screened_at")} >= (films if "section" not in text else set())


@pytest.mark.parametrize(
    "text",
    [
        "It has a screenplay by Ada Doe, music by Ben Roe, Costumes by Cora Lind.",
        "He was praised by Ada Doe, mocked by Ben Roe, and hired by Cora Lind.",
        "The film was Written by Ada Doe, Edited by Ben Roe, Produced by Cora Lind.",
        "She went to Rome by Train by Night by Herself.",
    ],
)  # fmt: skip
def test_what_is_no_list_of_films_is_none(text: str) -> None:
    assert _pairs(text, "director") == set()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "On the programme, to last a week, will be ten films: Ada Doe's Fresh Wind, Ben Roe's Our Last and Firsts, "
            "Cora Lind's Birds, Clouds and Rain, Dan Poe and Eva Moss's The 639th Day, and Gil Ram's Before-After.",
            {
                ("Fresh Wind", "Ada Doe"),
                ("Our Last and Firsts", "Ben Roe"),
                ("Birds, Clouds and Rain", "Cora Lind"),
                ("The 639th Day", "Dan Poe"),
                ("The 639th Day", "Eva Moss"),
                ("Before-After", "Gil Ram"),
            },
        ),
        (
            "Viewers will be treated to Ada Doe’s Paper (France), the documentaries I Left Oslo (Chile, Peru) "
            "by Ben Roe and Rocks (Portugal) by Cora Lind & Dan Poe, and Alma by Eva Moss.",
            {
                ("Paper", "Ada Doe"),
                ("I Left Oslo", "Ben Roe"),
                ("Rocks", "Cora Lind"),
                ("Rocks", "Dan Poe"),
                ("Alma", "Eva Moss"),
            },
        ),
        (
            "The National Competition includes Ada Doe’s Il Cane e la Luna (The Dog and the Moon), Ben Canaud-Wallays’ "
            "My Very Own Day!, Cora Lind’s Ashen Sky (France/Belgium), Dan Poe’s Kamin and Eva Moss & Gil Ram’s Quay.",
            {
                ("Il Cane e la Luna", "Ada Doe"),
                ("My Very Own Day!", "Ben Canaud-Wallays"),
                ("Ashen Sky", "Cora Lind"),
                ("Kamin", "Dan Poe"),
                ("Quay", "Eva Moss"),
                ("Quay", "Gil Ram"),
            },
        ),
    ],
)
def test_films_stand_behind_their_makers_too(text: str, made: set[tuple[str, str]]) -> None:
    assert _pairs(_OPENING + text, "director") == made


def test_the_countries_of_a_list_stand_with_their_film() -> None:
    text = "The films are Rain by Ada Doe (Peru, Chile), The Lake by Ben Roe (Swedish) and Alma by Cora Lind (Kenya)."
    assert _pairs(text, "country") == {
        ("Rain", "Peru"), ("Rain", "Chile"), ("The Lake", "Sweden"), ("Alma", "Kenya")
    }  # fmt: skip


@pytest.mark.parametrize(
    "first",
    [
        "Next month’s Zilina Film Festival, the first under its new head, will show the best of the year.",
        "The 10-day Zilina Film Festival (ZFF) closed on Saturday.",
        "The Zilina Film Festival in Zilina, Slovakia, has become a meeting of film students.",
        "Forty films make up the official Zilina Film Festival line-up.",
    ],
)
def test_an_article_reports_on_the_festival_of_its_first_sentence(first: str) -> None:
    text = f"{first}\n\nIt will open with “Night Bus”.\n\nThe films in competition include “Alma”, from Ben Roe."
    assert ("Alma", "Zilina Film Festival") in _pairs(text, "screened_at")


@pytest.mark.parametrize(
    "first",
    [
        "Ada Doe had her first success at the Zilina Film Festival.",
        "“Night Bus” comes from the Zilina Film Festival, where it was shown.",
    ],
)
def test_an_article_that_only_names_a_festival_reports_on_none(first: str) -> None:
    text = f"{first}\n\nThe films in competition include “Alma”, from Ben Roe."
    assert ("Alma", "Zilina Film Festival") not in _pairs(text, "screened_at")
