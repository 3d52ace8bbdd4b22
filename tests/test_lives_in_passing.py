"""Lives that tell things in passing: who only helped, who makes a film with somebody, what was only nominated."""

from __future__ import annotations

import pytest

from extracted import pairs, said


@pytest.mark.parametrize("aside", ["with the help of", "on the advice of", "at the invitation of"])
def test_who_only_helped_did_not_direct(aside: str) -> None:
    text = f"Ben Roe, {aside} Max Poe, directed the film “Night Bus”."
    assert pairs(text, "director") == {("Night Bus", "Ben Roe")}


@pytest.mark.parametrize("work", ["co-directs a new film", "wrote a first script"])
def test_with_whom_a_film_is_made_plays_in_none(work: str) -> None:
    assert not pairs(f"Ben Roe {work}, “Night Bus”, with Max Poe.", "cast_member")


def test_nominations_for_several_prizes_are_no_wins() -> None:
    text = "Ada Doe is a composer. She has received two Oscar, two Golden Globe and two César nominations."
    assert not pairs(text, "won")


def test_somebodys_partner_in_a_part_has_not_directed_it() -> None:
    text = "Ben Roe is an actor. Ben Roe cut a fine figure as Vronsky to Ada Doe's “Night Bus”."
    assert not pairs(text, "director")
    assert ("Night Bus", "Ada Doe") in pairs(text, "cast_member")


def test_music_for_the_radio_is_that_of_no_film() -> None:
    text = "The film “Night Bus” opened in May. Ada Doe has written music for radio, theatre and film."
    assert not pairs(text, "composer")


def test_a_studio_teaches_nobody() -> None:
    assert not pairs("Ada Doe entered the Kelder Studio in 1950.", "educated_at")


def test_a_list_behind_one_teacher_has_no_other_teachers() -> None:
    text = "Ben Roe shared the prize with his first teacher, Max Poe, and Jim Loe."
    assert ("Ben Roe", "Jim Loe") not in pairs(text, "student_of")


def test_a_dash_joins_no_word_to_a_name() -> None:
    text = "Ada Doe's long collaboration with the director Ben Roe - including “Night Bus” (1997) - made her known."
    assert {name for one, _, other, _ in said(text) for name in (one, other)} & {"Ben Roe - including"} == set()


def test_among_the_films_of_a_cinematographer_are_none_directed_by_her() -> None:
    text = "Ada Doe is a cinematographer. Her classics are “Night Bus” (1960) and “Cold Tea” (1961)."
    assert not pairs(text, "director")
    assert ("Night Bus", "Ada Doe") in pairs(text, "cinematographer")
