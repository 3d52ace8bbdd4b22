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
