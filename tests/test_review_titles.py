"""The head line of a review gives its film; the credits below are that film's."""

from __future__ import annotations

import pytest

from extracted import pairs, stated

BODY = """

Film review
Jonathan Reeve

There is a moment when nothing happens. Anna Weber's debut takes its story from "The Guest". It has been picked up.

CREDITS
Poland-Czech Republic 2016. 94 min.
Director: Anna Weber
Camera: Piotr Nowak
"""


@pytest.mark.parametrize("title", ["Sunday", "Beanpole", "Rain at Noon"])
@pytest.mark.parametrize("original", ["", " (Niedziela)"])
def test_the_head_line_of_a_review_is_its_film(title: str, original: str) -> None:
    text = title + original + BODY
    assert pairs(text, "director") == {(title, "Anna Weber")}
    assert pairs(text, "cinematographer") == {(title, "Piotr Nowak")}
    assert pairs(text, "country") == {(title, "Poland"), (title, "Czech Republic")}


def test_a_head_line_over_news_is_no_title() -> None:
    text = "Jury wants more (again)\n\nThe festival opens on Friday.\n\nAnna Weber presides."
    assert not pairs(text, "director")


def test_winners_that_share_a_prize_stand_beside_a_stroke() -> None:
    text = (
        "# Karlovy Vary 2021: the winners\n\n"
        "Special Jury Prize: Every Single Minute (dir. Erika Hníková) / Wet Sand (dir. Elene Naveriani)\n\n"
        "Best Film: As Far as I Can Walk (dir. Stefan Arsenijević)\n"
    )
    assert pairs(text, "director") == {
        ("Every Single Minute", "Erika Hníková"),
        ("Wet Sand", "Elene Naveriani"),
        ("As Far as I Can Walk", "Stefan Arsenijević"),
    }


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("'Slow Water' Review: A Debt Comes Due", "Anna Roy's rigorous second feature is a tragedy."),
        ("Slow Water review – grief in a small town", "This debut from Anna Roy is a tragedy."),
        ("Film review: Slow Water", "The latest film by Anna Roy is a tragedy."),
    ],
)
def test_the_headline_of_a_review_says_whose_film_the_lead_speaks_of(head: str, lead: str) -> None:
    text = f"{head}\n\n{lead}\n\nThe music is by Bo Dahl. Carl Poe was last seen in “Blue Door”. Produced by Siv Aas."
    assert ("Slow Water", "Anna Roy") in pairs(text, "director")
    assert pairs(text, "composer") == {("Slow Water", "Bo Dahl")}
    assert not pairs(text, "producer") - {("Slow Water", "Siv Aas")}


@pytest.mark.parametrize("head", ["Book review: Slow Water", "The year in review: what we saw"])
def test_other_reviews_are_of_no_film(head: str) -> None:
    assert not pairs(f"{head}\n\nThis debut from Anna Roy is a tragedy.", "director")


def test_a_festival_before_the_word_review_is_not_what_is_reviewed() -> None:
    body = "\n\nEva Holm's camera sees all of it, and the film needs 85 minutes for the whole ride."
    assert ("night bus", "cinematographer", "eva holm") in stated("Oslo Film Review: ‘Night Bus’" + body)
    # Where the word stands behind a title, what follows is what is said of it.
    assert ("night bus", "cinematographer", "eva holm") in stated("Night Bus Film Review: A Quiet Ride" + body)


def test_where_an_article_was_filed_is_no_film() -> None:
    facts = stated(
        "BIG HARBOUR, UT (May 3, 2031) – The company has bought NIGHT BUS, a film by Ada Doe. "
        "The documentary had its premiere at the Sundance Film Festival.\n"
    )
    assert ("night bus", "premiered_at", "festival/sundance-film-festival") in facts
    assert {s for s, _, _ in facts if "harbour" in s} == set()


def test_departments_of_companies_are_no_films() -> None:
    facts = stated(
        "“Night Bus” is a drama by Ada Doe. Eva Holm, Senior Vice President of Acquisitions & Productions, made it "
        "with Jon Berg, Director of Acquisitions, and Ida Rask, Senior Vice President of Legal and Business Affairs.\n"
    )
    assert {s for s, r, _ in facts if r == "director"} == {"night bus"}
