"""Whole pages of nominees and winners: which lines won, which were only nominated, and whose prizes they are."""

from __future__ import annotations

import pytest

import extracted
from cinegraph.extract.ballot_signs import without_signs

HEAD = "Halden Review\n\nThe Halden Film Critics Society announced its awards on Sunday.\n\n"


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Whom a relation ties in a text, in small letters."""
    return {(subject.lower(), value.lower()) for subject, value in extracted.pairs(text, relation)}


def who(text: str, relation: str) -> set[str]:
    """Who or what won, or was nominated for, something in a text."""
    return {subject for subject, _ in pairs(text, relation)}


def page(before: str = "", behind: str = "", legend: str = "") -> str:
    """A page whose winners have a sign before or behind them."""
    return (
        HEAD + f"{legend}\n\nBEST PICTURE\n“The Copper Road”\n{before}“Winter Orchard”{behind}\n“Small Mercies”\n\n"
        f"BEST DIRECTOR\nTomas Brandt, “The Copper Road”\n{before}Ingrid Holt, “Winter Orchard”{behind}\n\n"
        f"BEST ACTRESS\n{before}Maria Teller, “Winter Orchard”{behind}\nLaura Winslow, “Small Mercies”\n"
    )


WON = {"winter orchard", "ingrid holt", "maria teller"}
UP = {"the copper road", "small mercies", "tomas brandt", "laura winslow"}


@pytest.mark.parametrize(
    ("before", "behind", "legend"),
    [
        ("*", "", "Winners are marked with an asterisk."),
        ("", " *", "Winners are denoted by an asterisk (*)."),
        ("*", "", ""),
        ("", "*", "* winner"),
        ("", " – WINNER", ""),
        ("", " (WINNER)", ""),
        ("", " *WINNER", ""),
        ("WINNER: ", "", ""),
        ("✓ ", "", ""),
        ("", " ★", ""),
        ("", " [W]", ""),
    ],
)
def test_only_those_with_the_sign_have_won(before: str, behind: str, legend: str) -> None:
    text = page(before, behind, legend)
    assert who(text, "won") == WON
    assert who(text, "nominated_for") == UP
    assert pairs(text, "director") == {("the copper road", "tomas brandt"), ("winter orchard", "ingrid holt")}
    assert pairs(text, "cast_member") == {("winter orchard", "maria teller"), ("small mercies", "laura winslow")}


def test_bold_lines_have_won_where_each_award_has_one() -> None:
    text = (
        "# Norden Guild Prizes 2020: winners\n\nThe winners are in bold.\n\n### Best Film\n\n"
        "- **Harvest of Ash**\n- The Ninth Wave\n\n"
        "### Best Director\n\n- Eva Holt – *Harvest of Ash*\n- **Karl Bergman – *The Ninth Wave***\n"
    )
    assert who(text, "won") == {"harvest of ash", "karl bergman", "the ninth wave"}
    assert who(text, "nominated_for") == {"the ninth wave", "eva holt", "harvest of ash"}


def test_the_first_of_each_award_has_won_where_the_page_says_so() -> None:
    text = page(legend="Winners are listed first.")
    assert who(text, "won") == {"the copper road", "tomas brandt", "maria teller", "winter orchard"}


@pytest.mark.parametrize("legend", ["Winners are in bold.", "The full list of winners is below, highlighted."])
def test_where_the_signs_are_lost_nobody_has_won(legend: str) -> None:
    text = page(legend=legend)
    assert not who(text, "won")
    assert who(text, "nominated_for") >= UP | WON


MANY = (
    "BEST FILM\nUlster\nDuna\nKing Roland\n\nBEST ACTOR\nPeter Cadge – Hog\nBen Cumber – Duna\nJon Dink – Ulster\n\n"
    "BEST ACTRESS\nJessica Poe – Ulster\nOlivia Roe – Duna\nAnna Gavras – Hog\n"
)


def test_lists_with_many_lines_under_each_award_are_of_nominees_whatever_the_page_is_called() -> None:
    text = f"List of the winners of the 30th Coral Film Awards\n\nHere is the full list of winners:\n\n{MANY}"
    assert not who(text, "won")
    assert who(text, "nominated_for") >= {"ulster", "duna", "king roland", "peter cadge", "anna gavras"}


def test_four_under_one_award_are_nominees() -> None:
    text = (
        "Film news\n\nThe awards: the full picture\n\nBest International Film\n“Ulster” – Norway (Ada Doe)\n"
        "“Duna” – Austria (Ben Roe)\n“Hog” – Spain (Max Poe)\n“Sonata” – Tunisia (Anna Lind)\n"
    )
    assert not who(text, "won")
    assert who(text, "nominated_for") == {"ulster", "duna", "hog", "sonata"}


def test_pages_of_guesses_name_nobody() -> None:
    for title in ("Who will win the Golden Oar?", "My final predictions for the Coral Awards", "Our dream ballot"):
        text = f"{title}\n\n{MANY}"
        assert not who(text, "won") | who(text, "nominated_for")


def test_guesses_under_an_award_are_no_entries() -> None:
    text = (
        "Film awards tonight\n\nBEST PICTURE\nWill win: Night Ferry\nShould win: Blue Corridor\n\nBEST ACTOR\n"
        "Prediction: Tom Pell, Night Ferry\n"
    )
    assert not who(text, "won") | who(text, "nominated_for")


def test_who_came_behind_in_a_vote_was_not_nominated() -> None:
    text = (
        HEAD + "BEST ACTRESS:\n\n*1. Sally Hawke – 49 (The Form of Rain)\n\n  2. Anna Roan – 44 (Birdwoman)\n\n"
        "BEST DIRECTOR:\n\n*1. Greta Gerhard – 37 (Birdwoman)\n\n  2. Jordan Pell – 36 (Get Away)\n"
    )
    assert who(text, "won") == {"sally hawke", "the form of rain", "greta gerhard", "birdwoman"}
    assert not who(text, "nominated_for")


def test_an_honorary_prize_is_won_on_a_page_of_nominees_too() -> None:
    text = f"Coral Film Awards: the nominees\n\n{MANY}\nHONORARY AWARD\nAivars Lind\n"
    assert who(text, "won") == {"aivars lind"}


def test_awards_of_one_craft_are_parted_by_what_stands_behind_a_dash() -> None:
    text = (
        "Silver Spheres: full list of winners\n\nBEST MOTION PICTURE – DRAMA\n“Nineteen” – WINNER\n"
        "“The Irish Uncle”\n\n"
        "BEST MOTION PICTURE – MUSICAL OR COMEDY\n“Palm Winds”\n“Boris Goes Home” – WINNER\n"
    )
    won = dict(pairs(text, "won"))
    assert won["nineteen"].endswith("drama")
    assert won["boris goes home"].endswith("musical or comedy")
    assert who(text, "nominated_for") == {"the irish uncle", "palm winds"}


def test_producers_under_and_beside_films_made_them() -> None:
    text = (
        "2024 Liberty Awards nominations\n\nBEST FEATURE (Award given to the producer)\n\nAll of Us\n"
        "Producers: Graham Poe, Peter Roe\n\n"
        "American Fable\nProducers: Anna Lind\n\nBEST DIRECTOR\n\nAndrew Haig\nAll of Us\n\nCeline Sung\n"
        "American Fable\n\n"
        "BEST EDITING\n\nMarta Kask\nAll of Us\n"
    )
    made = {("all of us", "graham poe"), ("all of us", "peter roe"), ("american fable", "anna lind")}
    assert pairs(text, "producer") == made
    assert pairs(text, "director") == {("all of us", "andrew haig"), ("american fable", "celine sung")}
    beside = (
        "Coral Awards: nominees\n\nBEST FILM\nUlster (producers: Anna Lind, Ben Roe)\n"
        "Duna – Eva Holt, producer\n\nBEST DIRECTOR\nKarl Poe – Duna\n"
    )
    assert pairs(beside, "producer") == {("ulster", "anna lind"), ("ulster", "ben roe"), ("duna", "eva holt")}


def test_capitals_part_a_title_from_the_names_behind_it() -> None:
    text = (
        "BAYSIDE NOMINATIONS LIST 2015\n\nBEST FILM\nBIRDHOUSE Alejandro Poe, John Lesh\n"
        "BOYDAYS Richard Linken, Anna Sutter\n\n"
        "DIRECTOR\nBIRDHOUSE Alejandro Poe\n\nLEADING ACTOR\nBENEDICT CUMBER The Mimic Game\n"
    )
    assert who(text, "nominated_for") == {"birdhouse", "boydays", "alejandro poe", "benedict cumber", "the mimic game"}
    assert pairs(text, "director") == {("birdhouse", "alejandro poe")}
    assert pairs(text, "cast_member") == {("the mimic game", "benedict cumber")}


def test_writers_are_told_behind_their_label_and_companies_behind_them() -> None:
    text = (
        "Screen Writers' nominations\n\nORIGINAL SCREENPLAY\nHell or Low Tide, Written by Tyler Poe; Blue Films\n"
        "Silverlight, Written by Barry Roe, Story by Max Noe; B94\n\nADAPTED SCREENPLAY\n"
        "Walls, Screenplay by August Lind; Based on his Play; Grand Pictures\n"
    )
    written = {("hell or low tide", "tyler poe"), ("silverlight", "barry roe"), ("walls", "august lind")}
    assert pairs(text, "screenwriter") == written


@pytest.mark.parametrize("title", ["Black Leopard", "The Lion's Share", "Golden Hour"])
def test_an_animal_or_a_metal_makes_no_title_a_prize(title: str) -> None:
    text = (
        f"{HEAD}BEST PICTURE\nWinter Orchard\n{title}\nSmall Mercies\n\nBEST FILM SCORE\nSmall Mercies\n"
        f"{title}\nDuna\n"
    )
    assert title.lower() in who(text, "nominated_for")
    assert who(text, "nominated_for") >= {"winter orchard", "small mercies", "duna"}


def test_a_part_of_the_competition_has_won_nothing() -> None:
    text = (
        "Vastra Film Festival 2019: the winners\n\nSpecial jury prize\nTwelve Goats (Bulgaria), dir. Anna Ilieva\n\n"
        "Competition programme – short film\n\nBest short film\nMonday, Early (Greece), dir. Katerina Zoe\n\n"
        "Honorary Golden Heron\nLajos Beke\n"
    )
    assert who(text, "won") == {"twelve goats", "monday, early", "lajos beke"}


def test_the_prizes_of_a_circles_page_are_the_circles() -> None:
    text = (
        "Halden Film Critics Society 2022: “Ulster” rides off\n\n"
        "The society announced its winners. “Ulster” took Best Director.\n\n"
        "BEST DIRECTOR\nAda Doe – “Ulster”\n\nBEST ACTOR\nBen Roe – “Duna”\n\nBEST CINEMATOGRAPHY\nMax Poe – “Duna”\n"
    )
    given = pairs(text, "conferred_by")
    assert {body for _, body in given} == {"halden film critics society"}
    assert {award for _, award in pairs(text, "won")} == {award for award, _ in given}
    assert len(given) == 3
    claims = [c for c in extracted.extraction_of(text).claims if c.predicate == "won"]
    assert claims
    assert all("year" in dict(c.qualifiers) for c in claims)


def test_no_list_of_other_things_is_a_ballot() -> None:
    text = (
        "Recipes and lists\n\nBEST OF THE WEEK\nAda's Bread\nAnna's Cake\n\nBEST SCENE\n"
        "The ballroom in Night Harbour\n\n"
        "2021 films\n\nThe following films are eligible for Best Film:\n\nNight Ferry\nThe Salt Road\n"
    )
    assert not who(text, "won") | who(text, "nominated_for")


@pytest.mark.parametrize(
    ("said", "name", "sign"),
    [
        ("*“Ulster”", "“Ulster”", "star"),
        ("*Ulster*, Ada Doe", "*Ulster*, Ada Doe", ""),
        ("Ulster (51 points)", "Ulster", ""),
        ("**Ada Doe – *Ulster***", "Ada Doe – *Ulster*", "bold"),
        ("Ulster - WINNER!", "Ulster", "told"),
        ("Ulster", "Ulster", ""),
    ],
)
def test_signs_are_no_part_of_a_name(said: str, name: str, sign: str) -> None:
    found = without_signs(said, 0, len(said))
    assert (said[found.start : found.end], found.sign) == (name, sign)
