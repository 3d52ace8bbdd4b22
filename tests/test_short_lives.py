# ruff: noqa: E501 (sentences stay whole)
"""Short lives of festivals, schools, agencies and databases: whom they tell of, what they list beside films, and who else they name."""

from __future__ import annotations

import pytest

from extracted import pairs, said

_LIFE = "Ada Doe\n\nAda Doe is a Danish film director. Doe was born in Oslo.\n\n"


@pytest.mark.parametrize(
    "honour",
    [
        "Honored Artist of Denmark (2014).",
        "Laureate of the State Prize of the Republic of Latvia (1996).",
        "People's Artist of the USSR (1988), Honoured Art Worker of the Latvian SSR (1979).",
        "Knight of the Order of Merit (2006).",
        "Member of the European Film Academy (2015).",
        "She was named a Screen International Star of Tomorrow (2010).",
        "She received her MFA (2012).",
    ],
)
def test_honours_and_degrees_are_no_films(honour: str) -> None:
    assert not said(_LIFE + honour, "director")
    assert not said(_LIFE + honour, "publication_year")


@pytest.mark.parametrize("title", ["Knight of Clubs", "Member of the Wedding Band", "The Faculty"])
def test_films_may_begin_as_honours_do(title: str) -> None:
    assert (title, "Ada Doe") in pairs(f"{_LIFE}She directed {title} (2001).", "director")


def test_a_department_is_no_film_and_its_workshop_has_a_teacher() -> None:
    text = _LIFE + "In 1989 she graduated from the directing Department of the All-Union State Institute of Cinematography (workshop of L. Roe)."
    assert not said(text, "director")
    assert ("Ada Doe", "L. Roe") in pairs(text, "student_of")


@pytest.mark.parametrize(
    "life",
    [
        "Ada Doe is a director whose work spans fiction and documentary. {}",
        "Ada Doe is a Lagos-based filmmaker whose short works are shown all over the world. {}",
        "Ada Doe - Danish and Latvian film director, screenwriter. Laureate of prizes. In 1972 she finished the directing faculty of VGIK (workshop of Igor Talan). {}",
        "Ada Doe (Oslo, 1964) studied film with Max Poe. {}",
        "Ada Doe\n\nDirector. Born August 2, 1953. {}",
        "Ada Doe\n\nGraduated from FAMU in 1990 under Max Poe. {}",
    ],
)
def test_whom_a_life_tells_of_is_known_from_its_first_words(life: str) -> None:
    assert pairs(life.format("Her debut “Night Bus” came out in 1974."), "director") == {("Night Bus", "Ada Doe")}


@pytest.mark.parametrize(
    "life",
    [
        "Born in 1966 in Perm. From 1992 studied under Igor Talan at Lenfilm. {}",
        "In 1972 she finished the directing faculty of VGIK (workshop of Irina Talan). {}",
        "Born in Tbilisi in 1956. She worked with Eva Talan as a scriptwriter. {}",
    ],
)
def test_a_life_without_a_name_is_not_that_of_the_teacher_it_names(life: str) -> None:
    assert not said(life.format("She made her debut in 1974 with the film “Night Bus”."), "director")


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("Ada Doe is a director known for Night Bus (2012), As If Nothing Happened (2015) and Nino (2020).", "director"),
        ("Ada Doe was a director and actress, known for Night Bus (2012) and The Bird that Drowned (2015).", "director"),
        ("Ada Doe is a film editor best known for her work on Night Bus (2012) and July Rain (1999).", "editor"),
        ("Ada Doe is a producer. She produced Max Poe's Night Bus (2012) and Jim Roe's Cold Tea (2014).", "producer"),
        ("Ada Doe is a producer. Her credits include Night Bus (Max Poe, Cannes 2012) and Cold Tea (Jim Roe, Venice 2014).", "producer"),
        ("Ada Doe is a director. She is the author of the films Night Bus (2012) and Cold Tea (2014).", "director"),
    ],
)
def test_what_somebody_is_known_for_is_of_the_trade(told: str, relation: str) -> None:
    assert ("Night Bus", "Ada Doe") in pairs(told, relation)
    assert len([film for film, person in pairs(told, relation) if person == "Ada Doe"]) >= 2


@pytest.mark.parametrize(
    "told",
    [
        "Ada Doe is an actress and director, known for Night Bus (2012).",
        "Ada Doe is a director. She directed Max Poe's Night Bus (2012) on the stage.",
        "Ada Doe is an editor of a book on Night Bus (2012).",
    ],
)
def test_what_is_not_told_of_a_film_is_left_open(told: str) -> None:
    assert not any(person == "Ada Doe" for _, person in pairs(told, "director"))


def test_who_directed_and_where_it_was_shown_stands_in_parentheses() -> None:
    text = "Ada Doe is a producer. Her credits include “Night Bus” (Max Poe, Cannes 2012) and “Cold Tea” (Jim Roe and Eva Lind, Berlinale 2020)."
    assert ("Night Bus", "Max Poe") in pairs(text, "director")
    assert ("Night Bus", "Cannes Film Festival") in pairs(text, "screened_at")


def test_titles_in_a_list_with_years_are_whole() -> None:
    text = _LIFE + "Her short films include The Bird that Drowned (2014), Profession: Driver (2016) and most recently July Rain (2018)."
    assert {film for film, _ in pairs(text, "publication_year")} == {"The Bird that Drowned", "Profession: Driver", "July Rain"}


@pytest.mark.parametrize(
    ("life", "born", "place"),
    [
        ("Ada Doe (Oslo, 1964) is a director.", "1964", "Oslo"),
        ("Ada Doe (1957, Riga, Latvia) studied film in Oslo.", "1957", "Riga"),
        ("Ada Doe (May 12, 1948, Oslo – March 3, 2010, Rome) was a director.", "1948-05-12", "Oslo"),
        ("Ada Doe (b. 1989, Nairobi) is a filmmaker.", "1989", "Nairobi"),
    ],
)
def test_parentheses_tell_where_and_when_somebody_was_born(life: str, born: str, place: str) -> None:
    assert pairs(life, "birth_date") == {("Ada Doe", born)}
    assert pairs(life, "birth_place") == {("Ada Doe", place)}


@pytest.mark.parametrize("label", ["Films:", "Other films:", "Her most important films:", "Her films include:", "Selected filmography:"])
def test_films_behind_a_label_are_those_of_whom_the_life_tells(label: str) -> None:
    text = f"Ada Doe is a director. She lives in Oslo. {label} The Plum Tree (2012), Nino (2020), Cold Tea (2021)."
    assert pairs(text, "director") == {("The Plum Tree", "Ada Doe"), ("Nino", "Ada Doe"), ("Cold Tea", "Ada Doe")}


def test_a_prize_behind_a_list_is_that_of_its_last_film() -> None:
    text = "Ada Doe is a cinematographer. She has shot Night Bus (dir. Max Poe, 1995), Cold Tea (dir. Jim Roe, 2001) and Grey Dog (dir. Max Poe, 2006), for which she won the Golden Frog at Camerimage."
    assert pairs(text, "won") == {("Grey Dog", "Golden Frog"), ("Ada Doe", "Golden Frog")}
    assert {film for film, person in pairs(text, "cinematographer") if person == "Ada Doe"} == {"Night Bus", "Cold Tea", "Grey Dog"}


def test_a_winner_in_apposition_is_not_the_next_of_the_list() -> None:
    text = "She made “Night Bus” (2014), “Cold Tea” (2021), winner of the Golden Bear, and “Grey Dog” (2022)."
    assert {film for film, _ in pairs(text, "won")} == {"Cold Tea"}


def test_the_year_and_festival_behind_the_last_of_a_list_are_its_own() -> None:
    text = "Ada Doe is a director. Doe made “Night Bus” (2009) and “Cold Tea” (2011, Locarno)."
    assert not any(film == "Night Bus" for film, _ in pairs(text, "screened_at"))
    assert {(film, year) for film, year in pairs(text, "publication_year") if film == "Night Bus"} == {("Night Bus", "2009")}


def test_two_names_over_their_lives_are_no_film_and_its_director() -> None:
    text = "Liu Heng, Liu Wen\n\nLiu Heng graduated from Beijing Film Academy. His works include Half Moon (by Sun Yan, 2013).\n\nAda Doe\n\nAda Doe was born in Oslo.\n"
    assert ("Liu Heng", "Liu Wen") not in pairs(text, "director")
    assert ("Half Moon", "Sun Yan") in pairs(text, "director")


def test_the_next_film_of_a_year_that_is_over_is_no_plan() -> None:
    text = "Ada Doe is a director. Doe's next film Night Bus (2018) is a historical drama."
    assert ("Night Bus", "Ada Doe") in pairs(text, "director")
    assert not said(text, "production_status")


def test_a_nominee_for_films_of_somebody_is_not_that_person() -> None:
    text = "Ada Doe, a four-time Academy Award nominee for films including Max Poe's “Night Bus”, died on Wednesday."
    assert not any(person == "Max Poe" for person, _ in pairs(text, "nominated_for"))
