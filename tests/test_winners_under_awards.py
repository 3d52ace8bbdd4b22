"""Winners in the lines under an award's name: apart from it, with their credits, with what the jury said of them."""

from __future__ import annotations

import pytest

from cinegraph.model import EntityRef
from extracted import extraction_of, pairs

EAGLES = """OSLO: Ada Doe's drama Night Bus was honoured in six categories on Friday.

FULL LIST OF WINNERS:

Best Film:

Night Bus (Norway, Italy)

Directed by Ada Doe

Produced by Lamp Films

Coproduced by Blue Door Pictures

Supported by the Lapland Film Fund

Best Screenplay:

Ada Doe, Karim Roe for Night Bus (Norway, Italy)

Best Actress:

Jane Noe for Woman by the Sea / Kvinne ved havet (Norway, France)

Directed by Carl Poe

Best Cinematography:

Max Hill for Night Bus (Norway, Italy)
"""

CEDAR = """At the 12th Cedar Film Festival the prizes were given out on Saturday.

The complete list of winners:
BEST DIRECTOR AWARD
Ada Doe for the film Night Bus
Norway, Sweden, 2018
BEST ACTRESS AWARD
Jane Noe, Cold Tea
Directed by: Carl Poe
Spain, 2017
"""


def test_winners_stand_apart_from_the_name_of_their_award() -> None:
    won = {winner for winner, _ in pairs(EAGLES, "won")}
    assert won == {"Night Bus", "Ada Doe", "Karim Roe", "Jane Noe", "Woman by the Sea", "Max Hill"}
    assert ("Night Bus", "Max Hill") in pairs(EAGLES, "cinematographer")
    assert pairs(EAGLES, "screenwriter") == {("Night Bus", "Ada Doe"), ("Night Bus", "Karim Roe")}
    assert ("Woman by the Sea", "Jane Noe") in pairs(EAGLES, "cast_member")


def test_credits_under_a_winner_belong_to_its_film() -> None:
    assert pairs(EAGLES, "director") == {("Night Bus", "Ada Doe"), ("Woman by the Sea", "Carl Poe")}
    assert ("Woman by the Sea", "France") in pairs(EAGLES, "country")


def test_what_follows_a_winner_tells_of_its_film() -> None:
    assert {winner for winner, _ in pairs(CEDAR, "won")} == {"Ada Doe", "Night Bus", "Jane Noe", "Cold Tea"}
    assert ("Cold Tea", "Carl Poe") in pairs(CEDAR, "director")
    assert pairs(CEDAR, "country") == {("Night Bus", "Norway"), ("Night Bus", "Sweden"), ("Cold Tea", "Spain")}
    assert pairs(CEDAR, "publication_year") == {("Night Bus", "2018"), ("Cold Tea", "2017")}


@pytest.mark.parametrize("word", ["director", "directed by", "dir."])
def test_what_the_jury_says_is_no_part_of_the_winner(word: str) -> None:
    text = (
        "The winners of the Cedar Film Festival\n\n"
        f"Founders Award for Best Feature: Night Bus (Nattbussen), {word} Ada Doe (Norway) – World Premiere. "
        "Jury statement: “A deeply felt portrait, this is a sure debut.”\n\n"
        "Best Performance: Jane Noe for Cold Tea (Spain) – World Premiere. Jury statement: “A fresh turn.”\n"
    )
    assert pairs(text, "director") == {("Night Bus", "Ada Doe")}
    assert {winner for winner, _ in pairs(text, "won")} == {"Night Bus", "Jane Noe", "Cold Tea"}


def test_a_line_that_begins_with_winner_stands_under_its_award() -> None:
    text = (
        "The Cedar Shorts awards\n\n"
        "Best Animated Short\n$2000; given by the animation jury.\nWinner: Oxbow (Spain), Directed by Ada Doe\n\n"
        "Young Eyes\nWinner: Paper Wolves (Norway)\n\nBest Short\nWinner: Old Map (Peru), Directed by Ben Roe\n"
    )
    assert {winner for winner, _ in pairs(text, "won")} == {"Oxbow", "Paper Wolves", "Old Map"}
    assert pairs(text, "director") == {("Oxbow", "Ada Doe"), ("Old Map", "Ben Roe")}


def test_a_sentence_leads_to_its_winner_in_the_next_line() -> None:
    text = (
        "News from Lima, October 2010\n\nThe Ecumenical Jury has chosen as winner of the Grand Prize\n\n"
        "De la lluvia (On Rain)\nby Carlos Roe (Mexico 2010)\n\n"
        "In addition, the jury has awarded a Commendation to\n\nPeriferia (Outskirts)\nby Ben Doe (Romania 2010)\n"
    )
    assert {winner for winner, _ in pairs(text, "won")} == {"De la lluvia", "Periferia"}
    assert pairs(text, "director") == {("De la lluvia", "Carlos Roe"), ("Periferia", "Ben Doe")}


def test_what_stands_after_the_winners_wins_nothing() -> None:
    text = (
        "The winners of the Cedar Film Festival\n\nBest Film:\n\nNight Bus (Norway)\n\n"
        "More News\n\nThe Old Harbour Hotel opens again.\n"
    )
    assert {winner for winner, _ in pairs(text, "won")} == {"Night Bus"}


def test_credits_with_several_crafts_stand_under_a_winner() -> None:
    text = (
        "The Cedar Documentary awards\n\nTHE WINNERS:\nBest Feature\nOxbow (Syria, UK)\n"
        "Director-Producer: Waad al-Doe; Director: Ben Roe\n"
        "Best Director\nAmerican Harbour\nCarl Poe and Jane Noe\n"
        "Best Cinematography\nHoney Road (North Macedonia)\nCinematographers: Max Hill and Ada Lind\n"
        "Best Series\nLeaving Town (USA)\nExecutive Producers: Eva Moss and Lisa Dale\n"
    )
    assert {winner for winner, _ in pairs(text, "won")} <= {
        "Oxbow", "American Harbour", "Carl Poe", "Jane Noe", "Honey Road", "Leaving Town"
    }  # fmt: skip
    assert ("Oxbow", "Ben Roe") in pairs(text, "director")
    assert {("American Harbour", "Carl Poe"), ("American Harbour", "Jane Noe")} <= pairs(text, "director")
    assert pairs(text, "cinematographer") == {("Honey Road", "Max Hill"), ("Honey Road", "Ada Lind")}


def test_companies_under_a_winner_made_its_film() -> None:
    made = pairs(EAGLES, "production_company")
    assert made == {("Night Bus", "Lamp Films"), ("Night Bus", "Blue Door Pictures")}


def test_a_list_of_winners_is_of_the_only_festival_that_the_article_names() -> None:
    """The first sentence says where and in which year; the list below does not say it again."""
    text = (
        "Ada Doe's *Night Bus* won the Golden Owl for Best Film at the 2022 Oslo Film Festival, which ended on Sunday."
        "\n\n"
        "Full list of awards:\n\nBest Director:\n\nBen Roe for *Salt House* (Norway)\n\n"
        "Best Actress:\n\nJane Poe for *Red Snow* (France)\n\nBest Debut:\n\n*Cold Tea* (Spain)\n"
    )
    extraction = extraction_of(text, ".md")
    labels = {entity.id: entity.label for entity in extraction.entities}
    places = {
        labels[claim.subject]: {
            labels[value.id] if isinstance(value, EntityRef) else value.value
            for key, value in claim.qualifiers
            if key in ("festival", "year")
        }
        for claim in extraction.claims
        if claim.predicate == "won"
    }
    assert places.keys() >= {"Ben Roe", "Jane Poe", "Cold Tea"}
    assert all(where == {"Oslo Film Festival", "2022"} for where in places.values())
