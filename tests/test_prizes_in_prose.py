"""Prizes in the prose of reports: several at once, each for its film, at an evening that the article reports on."""

from __future__ import annotations

import pytest

from cinegraph.model import EntityRef
from extracted import extraction_of, pairs


def _won_for(text: str) -> set[tuple[str, str]]:
    """Each prize and the film that it was for, of a person's prizes."""
    extraction = extraction_of(text)
    labels = {entity.id: entity.label for entity in extraction.entities}
    return {
        (labels[claim.object.id], labels[value.id])
        for claim in extraction.claims
        for key, value in claim.qualifiers
        if claim.predicate == "won"
        and key == "for_work"
        and isinstance(claim.object, EntityRef)
        and isinstance(value, EntityRef)
    }


def test_each_prize_of_a_list_is_for_its_own_film() -> None:
    text = (
        "Ada Doe won a Silver Bear in Berlin for “Night Bus” (1965), a Golden Lion in Venice for “Grey Dog” (1985), "
        "a European Film Award for “The Pickers and I” (2000) and a French César for “Old Tower” (2008)."
    )
    assert {film for _, film in _won_for(text)} == {"Night Bus", "Grey Dog", "The Pickers and I", "Old Tower"}
    assert len(_won_for(text)) == 4


def test_prizes_and_films_go_together_in_turn() -> None:
    text = "Jane Roe won best actress and best screenplay for “Night Bus” and “Cold Tea”, respectively."
    assert {(award.lower(), film) for award, film in _won_for(text)} == {
        ("best actress", "Night Bus"),
        ("best screenplay", "Cold Tea"),
    }


def test_a_name_in_its_own_script_is_the_same_name() -> None:
    text = (
        "The festival saw “Night Bus (夜巴士)” by Chen Yu-lin (陳玉林) receive two accolades: "
        "best film and best director."
    )
    assert pairs(text, "director") == {("Night Bus", "Chen Yu-lin")}
    assert {winner for winner, award in pairs(text, "won") if award == "best film"} == {"Night Bus"}
    assert {winner for winner, award in pairs(text, "won") if award == "best director"} == {"Night Bus", "Chen Yu-lin"}


@pytest.mark.parametrize(
    "lead",
    [
        "The ceremony for the 57th Golden Horse Awards was held on Friday in the old town hall.",
        "All the winners of this year's Golden Horse Awards were announced on Saturday night.",
    ],
)
def test_prizes_without_a_name_are_those_of_the_evening(lead: str) -> None:
    text = f"{lead}\n\nThe guests came late.\n\nJane Roe won best actress for her role in “Night Bus”.\n"
    assert {award for _, award in pairs(text, "won")} == {"Golden Horse Award for Best Leading Actress"}
    assert ("Night Bus", "Jane Roe") in pairs(text, "cast_member")


def test_a_life_that_names_an_evening_reports_on_none() -> None:
    text = (
        "Jane Roe (born 1965) is an actress, nominated at the 1996 Goya Awards.\n\n"
        "As a child Roe won third prize in a race.\n"
    )
    assert not any("Goya" in award for _, award in pairs(text, "won"))


def test_a_festival_s_name_goes_on_after_its_word() -> None:
    text = "At the 26th International Film Festival in Lublin (8-17 October 2010) “Night Bus” won the Grand Prix."
    assert {winner for winner, _ in pairs(text, "won")} == {"Night Bus"}


def test_others_of_the_house_are_named_beside_its_president() -> None:
    text = (
        "# Locarno Film Festival 2019\n\nIt was run by Lamp House, "
        "with Ada Doe as president of the festival and Ben Roe as an artistic director.\n"
    )
    assert {person for person, _ in pairs(text, "festival_role")} == {"Ada Doe", "Ben Roe"}


def test_titles_with_and_are_one_where_one_film_is_named() -> None:
    assert pairs("The drama Salt and Ashes by Ada Doe won the Jury Prize.", "director") == {
        ("Salt and Ashes", "Ada Doe")
    }
    text = "The film The Loud, The Bold, and The Lonely won best director."
    assert {winner for winner, _ in pairs(text, "won")} == {"The Loud, The Bold, and The Lonely"}
    text = "She saw the film You Ought to Stay and Help Us on Friday. It was directed by Jonas Roe."
    assert pairs(text, "director") == {("You Ought to Stay and Help Us", "Jonas Roe")}


def test_whom_an_acting_prize_went_to_is_a_person() -> None:
    text = "The Best Supporting Actor went to Willow Shen, in the role of Cherry."
    assert pairs(text, "won") == {("Willow Shen", "Best Supporting Actor")}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Best Actress was announced to be Clara Woe, for her leading role in “Night Bus”.", "Clara Woe"),
        ("“Night Bus” won the best actor prize for Anton Lind for his performance as a clerk.", "Anton Lind"),
    ],
)
def test_a_prize_for_somebody_is_for_the_film_too(text: str, person: str) -> None:
    assert person in {winner for winner, _ in pairs(text, "won")}
    assert ("Night Bus", person) in pairs(text, "cast_member")


def test_a_prize_for_a_contribution_is_another_than_the_prize() -> None:
    text = "Ada Doe received the Golden Cedar for her outstanding contribution to cinema."
    assert pairs(text, "won") == {("Ada Doe", "Golden Cedar for Outstanding Contribution to Cinema")}


def test_a_jury_is_composed_by_nobody_who_writes_music() -> None:
    text = "“Night Bus” opened.\n\nThe jury was composed by Ada Doe, Ben Roe and Carl Poe."
    assert not pairs(text, "composer")


@pytest.mark.parametrize(
    ("text", "crafts"),
    [
        (
            "“Night Bus” won Best Film along with Director, Supporting Actor, Original Screenplay and Set Design.",
            {"film", "director", "supporting actor", "original screenplay", "set design"},
        ),
        (
            "“Night Bus” took the prizes for best supporting actor for Ben Roe as well as editing and set design.",
            {"supporting actor", "editing", "set design"},
        ),
        ("“Night Bus” won best film and director.", {"film", "director"}),
        (
            "“Night Bus” won the best comedy prize as well as technical honors for editing, sound and make-up.",
            {"comedy prize", "editing", "sound", "make-up"},
        ),
    ],
)
def test_prizes_are_named_by_their_crafts_alone(text: str, crafts: set[str]) -> None:
    won = {award.lower().removeprefix("best ") for film, award in pairs(text, "won") if film == "Night Bus"}
    assert won == crafts


@pytest.mark.parametrize(
    "text",
    [
        "“Night Bus” won best picture and director Ada Doe thanked her crew.",
        "“Night Bus” won best picture, and its music, editing and design were praised.",
    ],
)
def test_a_craft_behind_a_prize_is_not_always_one(text: str) -> None:
    assert {award.lower() for _, award in pairs(text, "won")} == {"best picture"}


def test_the_city_of_an_evening_is_no_festival() -> None:
    text = "“Night Bus” was the great winner at the European Film Awards in Riga on Saturday."
    assert not pairs(text, "screened_at")


@pytest.mark.parametrize(
    "sentence",
    [
        "The film “Night Bus” won three Guldbagge awards, among them best screenplay and best editing.",
        "The film “Night Bus” took two Guldbagges: best screenplay and best editing.",
        "The film “Night Bus” won best screenplay and best editing at the Guldbagge awards.",
    ],
)
def test_a_category_beside_its_academy_is_that_academys(sentence: str) -> None:
    awards = {award for film, award in pairs(sentence, "won") if film == "Night Bus"}
    assert {"Guldbagge Award for Best Screenplay", "Guldbagge Award for Best Editing"} <= awards
    assert not {"best screenplay", "best editing"} & awards


def test_a_category_of_a_festival_is_not_the_academys_that_is_named_with_it() -> None:
    awards = {a for _, a in pairs("After an Oscar nomination “Night Bus” won best director at Karlovy Vary.", "won")}
    assert not any("Academy" in award or "Oscar" in award for award in awards)
