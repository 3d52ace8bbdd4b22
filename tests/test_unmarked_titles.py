"""Titles in running text that nothing sets off: which words are one, and which are none."""

from __future__ import annotations

import pytest

from extracted import pairs, said

DIRECTED = [
    ("After Harvest Ada Doe directed Grey Dog.", {"Harvest", "Grey Dog"}),
    ("Ada Doe directed Once Upon a Time in Riga.", {"Once Upon a Time in Riga"}),
    ("Ada Doe directed Goodbye, Harbour, and moved to Oslo.", {"Goodbye, Harbour"}),
    ("Ada Doe directed Berlin, Maine.", {"Berlin, Maine"}),
    ("Ada Doe directed Milk & Honey.", {"Milk & Honey"}),
    ("Ada Doe's Anna Karr was screened at the Cannes Film Festival.", {"Anna Karr"}),
    ("In the Fog was directed by Ada Doe.", {"In the Fog"}),
    ("What the River Said was directed by Ada Doe.", {"What the River Said"}),
    ("A House for Two was directed by Ada Doe.", {"A House for Two"}),
    ("Films by Ada Doe include Harvest.", {"Harvest"}),
    ("Green Rain, Grey Stones, directed by Ada Doe, won the Golden Bear.", {"Green Rain, Grey Stones"}),
    ("Ada Doe directed Green Rain, Grey Stones.", {"Green Rain, Grey Stones"}),
    ("Ada Doe directed Green Rain, Grey Stones and Harvest Moon.", {"Green Rain", "Grey Stones", "Harvest Moon"}),
    ("The Last Baker in Lublin, directed by Ada Doe, won the Golden Bear.", {"The Last Baker in Lublin"}),
    ("Ada Doe directed The Last Baker in Lublin.", {"The Last Baker"}),
    ("The Golden Bear went to Late Ferry, a quiet Latvian drama by Ada Doe.", {"Late Ferry"}),
    ("The Golden Bear went to Salt and Stones, the debut of Ada Doe.", {"Salt and Stones"}),
    ("Ada Doe's first film was Salt and Stones.", {"Salt and Stones"}),
    ("Ada Doe's first film, Korva, Salt, Ladder, competed in Berlin.", {"Korva, Salt, Ladder"}),
    ("Ada Doe's first film, Ladder, Right (2004), was seen by few.", {"Ladder, Right"}),
    ("Ada Doe's first film, Harvest, Best Picture winner in Oslo, is a drama.", {"Harvest"}),
    ("Ada Doe's first film, Harvest, Will Smith's favourite, is a drama.", {"Harvest"}),
    ("Nobody Knows What Was Sold was directed by Ada Doe.", {"Nobody Knows What Was Sold"}),
    ("Korva Is Never Alone, directed by Ada Doe, won Best Film at the Cannes Film Festival.", {"Korva Is Never Alone"}),
    ("Ada Doe made the films **Grey Dog** and **Salt Island**.", {"Grey Dog", "Salt Island"}),
    ("They showed the film Harvest by Ada Doe (2015, Norway).", {"Harvest"}),
]


@pytest.mark.parametrize(("sentence", "films"), DIRECTED, ids=[row[0] for row in DIRECTED])
def test_the_words_of_a_title_are_told_by_what_is_said_of_it(sentence: str, films: set[str]) -> None:
    assert {each[0] for each in said(sentence, "director")} == films


PLAYED = [
    ("Ada Doe starred in Salt.", {"Salt"}),
    ("Ada Doe starred in Berlin, Maine.", {"Berlin, Maine"}),
    ("Ada Doe starred in Anna Karr.", {"Anna Karr"}),
    ("Ada Doe starred in Two Nights in Riga.", {"Two Nights in Riga"}),
    ("Ada Doe won praise for her role in Stones and Bread.", {"Stones and Bread"}),
    ("In Harvest, Ada Doe plays a nurse.", {"Harvest"}),
    ("In the film Salt Ada Doe plays a nurse.", {"Salt"}),
    ("In What the Harbour Knows, Ada Doe plays a nurse.", {"What the Harbour Knows"}),
    ("In Nurse's Bread, Ada Doe plays a widow.", {"Nurse's Bread"}),
    ("Ada Doe's first leading role came in Lost, Found and Broken.", {"Lost, Found and Broken"}),
]


@pytest.mark.parametrize(("sentence", "films"), PLAYED, ids=[row[0] for row in PLAYED])
def test_a_part_is_played_in_a_whole_title(sentence: str, films: set[str]) -> None:
    assert {each[0] for each in said(sentence, "cast_member")} == films


def test_a_pair_that_never_parts_is_one_title() -> None:
    text = "Ada Doe starred in Stones and Bread. At home Stones and Bread was seen by many.\n"
    assert {each[0] for each in said(text, "cast_member")} == {"Stones and Bread"}


def test_a_place_that_comes_back_with_a_title_is_its_last_word() -> None:
    text = "Ada Doe directed The Last Baker in Lublin. Critics like The Last Baker in Lublin.\n"
    assert {each[0] for each in said(text, "director")} == {"The Last Baker in Lublin"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Korva had its premiere at the Cannes Film Festival.",
        "Korva Talu had its premiere at the Cannes Film Festival.",
        "The Cannes Film Festival opens with Korva.",
        "Korva was shown at the Cannes Film Festival.",
    ],
)
def test_what_has_its_premiere_is_a_film_whatever_it_is_called(sentence: str) -> None:
    assert {each[0].split()[0] for each in said(sentence) if each[2] == "Cannes Film Festival"} == {"Korva"}


def test_who_played_in_paris_played_in_no_film_of_the_name() -> None:
    assert not said("In Paris, Ada Doe plays the piano.")
    assert not said("In Paris, Ada Doe played the violin.")


@pytest.mark.parametrize("title", ["Mørke/Darkness", "Mørke/The Long Night", "Hümü/My Aunt"])
def test_a_title_and_its_translation_are_one_film(title: str) -> None:
    said_of_it = said(f"Ada Doe directed {title} in 2001.", "director")
    assert [row[0] for row in said_of_it] == [title.split("/")[0].strip()]


def test_a_dash_behind_a_title_in_capitals_files_no_article_there() -> None:
    found = said("NIGHT BUS – a quiet drama by Ada Doe – won the Golden Bear.", "won")
    assert [row[0] for row in found] == ["Night Bus"]


def test_where_an_agency_filed_is_no_film() -> None:
    text = "LISBON, Nov 3, 2019 (Agency) - Ada Doe, the director of “Night Bus”, died."
    assert [row[0] for row in said(text, "director")] == ["Night Bus"]


def test_a_title_with_a_stroke_in_it_is_whole() -> None:
    assert [row[0] for row in said("Ada Doe directed Face/Off in 2001.", "director")] == ["Face/Off"]


def test_a_comma_that_comes_back_belongs_to_the_title() -> None:
    text = "Bread, Then Wine was shot by Ben Roe. It is long. Bread, Then Wine is in cinemas.\n"
    assert {each[0] for each in said(text, "cinematographer")} == {"Bread, Then Wine"}


def test_two_films_of_one_word_are_two() -> None:
    text = "Ada Doe is known for the films Gravity and Harvest. She likes Harvest better.\n"
    assert not {each for each in said(text) if "Gravity and" in each[0]}


NO_FILMS = [
    "Screenplay by Max Poe, directed by Ada Doe.",
    "Filming was done by Ada Doe in Norway.",
    "Created by Ada Doe, the show was liked.",
    "Ben Roe's wife Anna Karr was born in Oslo.",
    "Students won the prize for their courage.",
    "In the Senate Ada Doe was cheered.",
    "Ada Doe made her debut in Berlin, Germany.",
]


def test_whom_somebody_directs_in_a_film_is_no_film() -> None:
    text = "Roe appeared in dozens of plays. Later Ada Doe directed Roe and Eva Hart in the film Grey Dog.\n"
    assert "Roe" not in {each[0] for each in said(text, "director")}


def test_what_leads_up_to_a_prized_title_is_none_of_it() -> None:
    text = "Best actress went to Eva Hart for her performance in Ada Doe's Danish psychodrama Salve Marta.\n"
    assert {each[0] for each in said(text, "cast_member")} == {"Salve Marta"}


@pytest.mark.parametrize(
    ("sentence", "film"),
    [
        ("Ada Doe directed the collective film Tales from the Golden Age.", "Tales from the Golden Age"),
        ("Ada Doe directed Boys Will be Boys.", "Boys Will be Boys"),
        ("Ada Doe directed Blind Ferry 2077.", "Blind Ferry 2077"),
        ("Ada Doe followed it with Heron's Egg.", "Heron's Egg"),
        ("Jane Roe directed Wasp 2.", "Wasp 2"),
    ],
)
def test_a_title_is_cut_at_no_small_word_and_no_figure(sentence: str, film: str) -> None:
    assert {each[0] for each in said(sentence, "director")} == {film}


def test_a_clause_before_a_colon_is_no_prize_that_a_list_gives() -> None:
    text = "Jane Roe won the Volpi Cup for Best Actress at Venice for Night Bus: The Return.\n"
    assert "The Return" not in {each[0] for each in said(text)}


@pytest.mark.parametrize("sentence", NO_FILMS)
def test_what_is_no_film_gets_no_claims_of_one(sentence: str) -> None:
    of_films = ("director", "screenwriter", "cast_member", "won", "premiered_at")
    assert not {each for each in said(sentence) if each[1] in of_films}


def test_a_film_is_shot_in_a_country_and_not_called_by_it() -> None:
    found = said("Ada Doe shot the film Harvest in Norway.", "filming_location")
    assert {each[:3:2] for each in found} == {("Harvest", "Norway")}


def test_a_whole_sentence_in_quotation_marks_is_said_and_no_title() -> None:
    assert ("Ada Doe", "won", "Golden Lion", "asserted") in said("“Ada Doe won the Golden Lion in Venice.”")


@pytest.mark.parametrize("title", ["The Village Next to Paradise", "Night Train to Lublin", "Love Letters to Oslo"])
def test_a_title_leads_to_a_place(title: str) -> None:
    assert (title, "Ada Doe") in pairs(f"The best of them was {title}, a Danish film by Ada Doe.", "director")
