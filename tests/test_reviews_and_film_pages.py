"""Reviews and the pages of films: whom the film under review has, and what laurels beside it say."""

from __future__ import annotations

import pytest

from extracted import pairs, said, stated

HEAD = "Night Tide (2015)\n\n"
PAGE = "Night Tide\n\nDirector: Ada Doe\nCast: Ida Holm, Jon Berg\n\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Karl Muller is hunted in this Ada Doe-directed thriller.", ("night tide", "director", "ada doe")),
        ("Director Ada Doe keeps the camera close to their faces.", ("night tide", "director", "ada doe")),
        ("The maid Zofka (Ida Holm) meets a thief in the dark.", ("night tide", "cast_member", "ida holm")),
        ("Their boss Harvey (Jon Berg in his best part yet) laughs.", ("night tide", "cast_member", "jon berg")),
        ("Winner of the Golden Lion, the film never hurries.", ("night tide", "won", "award/venice-golden-lion")),
        ("Winner: Golden Leopard, Locarno Film Festival 2015", ("night tide", "won", "award/locarno-golden-leopard")),
        (
            "OFFICIAL SELECTION – Locarno Film Festival 2015",
            ("night tide", "screened_at", "festival/locarno-film-festival"),
        ),
    ],
)
def test_what_a_review_says_is_said_of_the_film_at_its_head(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in stated(f"{HEAD}A nurse walks home through the rain, and somebody follows her.\n\n{text}\n")


@pytest.mark.parametrize("page", [HEAD, PAGE])
def test_a_player_in_parentheses_plays_in_no_film_that_is_named_in_passing(page: str) -> None:
    facts = stated(f"{page}The boss Harvey (Lena Ost) shouts, as does the one in The Long Winter.\n")
    assert {s for s, r, o in facts if r == "cast_member" and o == "lena ost"} == {"night tide"}


def test_another_director_whom_a_review_names_is_not_its_films() -> None:
    facts = stated(f"{PAGE}Director Ben Roe keeps his camera far away, and Doe does not.\n")
    assert ("night tide", "director", "ben roe") not in facts


def test_prizes_on_a_page_of_a_film_are_nobodys_whom_its_story_names() -> None:
    text = "Eva Lind is a nurse. Eva Lind has one night, and Lind knows it.\n\nCast & Crew\n\nDirected by: Ada Doe\n\n"
    facts = stated(text + "Main Cast: Ida Holm\n\nAwards\n\n- European Director 2016\n- People's Choice Award 2017\n")
    assert not {fact for fact in facts if fact[1] in ("won", "nominated_for")}


@pytest.mark.parametrize(
    "text",
    [
        "Oscar contender “Night Tide” opens on Friday.",
        "The film is by the Italian French director Ada Doe.",
        "He was known for his 1938 “Men from Mars” radio broadcast.",
        "The adaptation of Ben Roe's account of Mr. Brown directed by Ada Doe is lost.",
    ],
)
def test_what_is_no_film_and_no_nomination(text: str) -> None:
    facts = stated(text)
    assert not {fact for fact in facts if fact[1] in ("nominated_for", "publication_year")}
    assert not {fact for fact in facts if fact[1] == "director" and fact[0] in ("italian french", "mr brown", "brown")}


def test_a_language_in_parentheses_is_no_other_title() -> None:
    facts = stated("NIGHT TIDE (MALAYALAM) – MOVIE REVIEW\n\nDirected by Ada Doe, NIGHT TIDE is a thriller.\n")
    assert ("night tide", "director", "ada doe") in facts


def test_the_films_that_an_article_on_an_edition_goes_through_are_shown_there() -> None:
    pages = "The Salt Road\n\nDirector: Ada Weber\nCast: Ida Holm\n\n"
    pages += "The Long Night\n\nDirector: Cora Lind\nCast: Lena Ost\n"
    facts = stated(f"Our reviews from the Cannes Film Festival 2024\n\n{pages}")
    assert {s for s, r, _ in facts if r == "screened_at"} == {"salt road", "long night"}


def test_who_returned_as_what_with_a_film_was_that_for_it() -> None:
    text = "Ada Doe came back to Berlin in 2011 as a writer/producer with the omnibus film “Night Tide”."
    assert {("night tide", "screenwriter", "ada doe"), ("night tide", "producer", "ada doe")} <= stated(text)


def test_a_title_over_country_year_and_minutes_is_the_film_of_the_credits_below() -> None:
    text = (
        "Friday, September 26, 2008\n\nPortrait of a Queen\n\n(Great Britain/USA, 2006, 96 minutes)\n\n"
        "A drama about drivers.\n\nLamp Films presents a Tern Pictures production. Starring Jane Poe, Eva Lund. "
        "Directed by Ada Doe; music by Ben Roe; director of photography, Carl Moe; film editor, Dan Loe.\n"
    )
    for relation, made in {
        "director": {"Ada Doe"},
        "cast_member": {"Jane Poe", "Eva Lund"},
        "composer": {"Ben Roe"},
        "cinematographer": {"Carl Moe"},
        "editor": {"Dan Loe"},
        "production_company": {"Lamp Films", "Tern Pictures"},
        "country": {"United Kingdom", "United States"},
        "publication_year": {"2006"},
    }.items():
        assert pairs(text, relation) == {("Portrait of a Queen", value) for value in made}, relation


def test_credits_that_go_on_in_sentences_of_their_own() -> None:
    text = "# Night Bus\n\nDirected by Ada Doe. Written by Ben Roe. With Cora Lind, Max Poe. 104 min. UK/Ireland.\n"
    told = {(relation, value) for _, relation, value, _ in said(text)}
    assert {("cast_member", "Cora Lind"), ("cast_member", "Max Poe"), ("country", "Ireland")} <= told
