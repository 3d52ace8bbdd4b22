"""The films of a life: what a portrait tells of a film, and whose it is not."""

from __future__ import annotations

import pytest

from extracted import pairs

_CAMERA = (
    "Cinematographer Ada Doe dies at 90\n\n"
    "Ada Doe, the cinematographer who gave her country its greys, has died at 90.\n\n"
    "Doe was born in Oslo in 1930. She shot Night Bus (1956) for Ben Roe. {} She lived in Rome.\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "With Roe she went on to make Red Barn (1964).",
        "Carl Poe hired her for Red Barn (1971).",
        "For Red Barn (1972) she used candles.",
        "Her last film was Red Barn (1988).",
        "She followed it with Carl Poe's Red Barn (1961).",
    ],
)
def test_a_cinematographers_life_tells_of_films_that_she_shot(told: str) -> None:
    assert ("Red Barn", "Ada Doe") in pairs(_CAMERA.format(told), "cinematographer")
    assert ("Red Barn", "Ada Doe") not in pairs(_CAMERA.format(told), "director")


@pytest.mark.parametrize(
    "told",
    [
        "She admired Carl Poe's Red Barn (1964).",
        "Ben Roe made Red Barn (1970) without her.",
        "She turned down Red Barn (1971).",
        "She was assistant to Carl Poe on Red Barn (1952).",
        "Red Barn (1972) was shot by Carl Poe.",
        "Her husband, Max Roth, directed Red Barn (1975).",
    ],
)
def test_a_film_that_a_life_only_names_is_not_its_persons(told: str) -> None:
    assert ("Red Barn", "Ada Doe") not in pairs(_CAMERA.format(told), "cinematographer")


def test_composers_and_actors_have_films_too() -> None:
    composer = (
        "Otto Beck, composer\n\nOtto Beck, who has died aged 84, was the composer of some hummed tunes.\n\n"
        "Beck was born in Aarhus. He wrote the music for Night Bus (1960), and he composed the score of Grey Water. "
        "Lars Holm called him back for The Ferry (1965).\n"
    )
    assert ("The Ferry", "Otto Beck") in pairs(composer, "composer")
    actor = (
        "Vera Lindt dies at 77\n\nThe actress Vera Lindt has died at 77. Lindt starred in Night Bus (1962). "
        "She played a nurse in Grey Water (1964). With Carl Poe she made The Ferry (1970). "
        "She was offered Blue Hour (1972) but turned it down.\n"
    )
    assert ("The Ferry", "Vera Lindt") in pairs(actor, "cast_member")
    assert ("Blue Hour", "Vera Lindt") not in pairs(actor, "cast_member")


def test_the_craft_of_a_survivor_is_not_that_of_the_director_who_died() -> None:
    text = (
        "Ada Doe, who died on Friday, wrote and directed Night Bus (1955). Doe was born in Brussels.\n\n"
        "*Cold Tea* made her name in 1962. She had seen *Last Harbour* as a girl.\n\n"
        "She is survived by a daughter, Rosa Doe, and a son, the actor Max Doe."
    )
    assert ("Cold Tea", "Ada Doe") in pairs(text, "director")


def test_the_second_film_of_somebody_elses_prizes_is_no_film_of_the_life() -> None:
    life = (
        "Ada Doe, director, dies at 90\n\nThe film director Ada Doe has died at 90. Doe was born in Oslo. "
        "She directed Night Bus (1956). "
        "*Cold Tea* (1960) came out of that work. Ben Roe was her assistant. "
        "Roe went on to win the Golden Lion in 2000 with *Grey Dog*, "
        "and the Golden Bear in 2015 with *Red Kite*.\n"
    )
    own = {film for film, maker in pairs(life, "director") if maker == "Ada Doe"}
    assert own == {"Night Bus", "Cold Tea"}
