"""Nouns before names in quotation marks: which are films, and which festivals, studios, schools and prizes."""

from __future__ import annotations

import pytest

from extracted import extraction_of, pairs

_BORN = "Ada Doe, director\n\nAda Doe was born in Oslo. "
_HEAD = "Ada Doe\n\nDirector, writer\n\n"
_LIFE = _BORN + "Her film «Night Bus» came out in 2001. Her film «Grey Dog» came out in 2003. "


def kinds(text: str) -> dict[str, str]:
    return {entity.label: entity.type.value for entity in extraction_of(_LIFE + text).entities}


@pytest.mark.parametrize(
    "text",
    [
        "She studied at the Danish-Swedish university «Amber».",
        "She has shown it at the festival «Amber» in Perm.",
        "In 2004 she worked on the studio «Amber».",
        "In 2004 she worked for the channel “Amber”.",
        "She wrote for the newspaper «Amber».",
        "She played in the theatre «Amber».",
        "She received the prize «Amber» in Oslo.",
        "It was shown in the section «Amber».",
    ],
)
def test_what_is_no_film_by_the_noun_before_it(text: str) -> None:
    assert kinds(text).get("Amber") != "Film"
    assert ("Amber", "Ada Doe") not in pairs(_LIFE + text, "director")


@pytest.mark.parametrize(
    "text",
    [
        "At the festival “Amber” won the main prize. Amber is a film by Ada Doe.",
        "She shot the film «Amber» in Perm.",
        "At the Oslo film festival «Amber», in Norway, was shown. Amber is a film by Ada Doe.",
        "Her picture «Amber» was shown on the channel «Luna».",
    ],
)
def test_what_is_a_film_beside_such_nouns(text: str) -> None:
    assert kinds(text).get("Amber") == "Film"


def test_prizes_and_festivals_in_quotation_marks() -> None:
    text = _LIFE + "In 2003 «Grey Dog» received the prize «Crystal Oar» at the festival «Amber Fish» in Perm."
    assert pairs(text, "won") == {("Grey Dog", "Amber Fish Crystal Oar")}
    assert ("Grey Dog", "Amber Fish") in pairs(text, "screened_at")


@pytest.mark.parametrize(
    ("text", "prize"),
    [
        ("In 2003 «Grey Dog» was awarded the prize NETPAC at the Berlin festival.", "NETPAC"),
        ("In 2003 «Grey Dog» received “Silver Oar” at the festival «Amber Fish».", "Silver Oar"),
        ("In 2003 «Grey Dog» received the award “Green Apple” at the Berlin festival.", "Green Apple"),
    ],
)
def test_the_word_for_a_prize_before_its_name(text: str, prize: str) -> None:
    assert any(film == "Grey Dog" and prize in award for film, award in pairs(_LIFE + text, "won"))


@pytest.mark.parametrize("text", ["She won no prize. “Amber” is a film by Ben Roe.", "She loves what “Amber” won."])
def test_no_prize_beside_the_word(text: str) -> None:
    assert not {award for _, award in pairs(_LIFE + text, "won") if "Amber" in award}


def test_the_festival_of_a_town_is_not_the_one_named_before() -> None:
    first = "«Night Bus» won a prize in Cannes at the Cannes Film Festival. "
    text = _LIFE + first + "«Grey Dog» had its premiere at the festival in Rotterdam."
    assert ("Grey Dog", "International Film Festival Rotterdam") in pairs(text, "premiered_at")
    assert ("Grey Dog", "Cannes Film Festival") not in pairs(text, "premiered_at")


def test_a_life_leaves_out_whom_it_tells_of() -> None:
    text = _HEAD + "Was born 2 September 1964 in Oslo. In 1986 has finished the National Film School in Lodz."
    assert ("Ada Doe", "Oslo") in pairs(text, "birth_place")
    assert ("Ada Doe", "Łódź Film School") in pairs(text, "educated_at")


def test_what_begins_with_a_year_may_be_about_others() -> None:
    text = _HEAD + "Ada Doe lives in Rome. In 1986 students finished the school in Oslo. Was it born in Oslo?"
    assert not pairs(text, "educated_at") | pairs(text, "birth_place")
