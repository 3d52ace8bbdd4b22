"""Titles with their years in essays and reviews: how far they run, and who directed them."""

from __future__ import annotations

import pytest

from extracted import pairs, stated


@pytest.mark.parametrize(
    ("text", "title", "director"),
    [
        ("Salt Wind (Ben Roe, 1967) remains a quiet marvel.", "salt wind", "ben roe"),
        ("The essay compares it with Night Bus (Ada Doe, 2004) and other films.", "night bus", "ada doe"),
        ("Critics return to “Cold Tea” (Maria Holm, Norway, 1991) again and again.", "cold tea", "maria holm"),
        ("One thinks of The Paper Wolves (1950, Emil Novak).", "paper wolves", "emil novak"),
        ("The season opens with Long Way to the Sea (Ida Holm, 1972, 91 min).", "long way to the sea", "ida holm"),
    ],
)
def test_a_name_and_a_year_in_parentheses_say_who_directed_it(text: str, title: str, director: str) -> None:
    facts = stated(text)
    assert (title, "director", director) in facts
    assert any((s, r) == (title, "publication_year") for s, r, _ in facts)


def test_an_english_title_and_a_year_in_parentheses_are_no_director() -> None:
    facts = stated("Ada Doe made her name with Ran Salu (Golden Robes, 1967), a film about a young nun.")
    assert not any(o == "golden robes" for _, _, o in facts)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Doe's later masterwork Man of Straw (1976) is better still.", "man of straw"),
        ("Two Days in Lublin (1991) won a prize.", "two days in lublin"),
        ("Her best film is Everything for Bread (1969).", "everything for bread"),
        ("His next film, 4 WEEKS, 3 DAYS AND 2 NIGHTS (2007), was a success.", "4 weeks 3 days and 2 nights"),
    ],
)
def test_a_title_runs_up_to_its_year(text: str, title: str) -> None:
    assert {s for s, r, _ in stated(text) if r == "publication_year"} == {title}


@pytest.mark.parametrize(
    "text",
    [
        "Produced by Karl Muller and directed by Jan Kral, MALIK is a drama with Petra Zeman playing the lead.",
        "Directed by Jan Kral in Oslo, Night Tide Rising is a slow, rainy thriller.",
        "Based on a true story and directed by Jan Kral, The Ferry is a film about a strike.",
    ],
)
def test_what_is_said_first_is_said_of_the_title_behind_it(text: str) -> None:
    assert {o for s, r, o in stated(text) if r == "director" and s in ("malik", "night tide rising", "ferry")} == {
        "jan kral"
    }


def test_a_year_before_the_title_is_no_part_of_it() -> None:
    facts = stated("Released by a small studio in 1944, Night Tide Rising is a thriller directed by Jan Kral.")
    assert ("night tide rising", "director", "jan kral") in facts


def test_a_year_within_the_italics_of_a_title_is_the_films_and_no_part_of_its_name() -> None:
    text = "Ada Doe starred in _Night Bus (1968)_ by director Ben Roe, and in *Salt House (1970)* by Max Poe."
    assert pairs(text, "publication_year") == {("Night Bus", "1968"), ("Salt House", "1970")}
    assert pairs(text, "director") == {("Night Bus", "Ben Roe"), ("Salt House", "Max Poe")}
