"""What stands under a film's title and facts leaves out that it is meant: notes, laurels, pages of festivals."""

from __future__ import annotations

import pytest

from extracted import stated

LINE_UP = """LANTERN COAST UNVEILS ITS FIRST FEATURE COMPETITION AND FIRST TITLES OF THE OFFICIAL SELECTION

Thessaloniki International Film Festival today announces its line-up.

FIRST FEATURE COMPETITION

Grey Dogs
Director: Max Roe
Poland
World premiere
A boy leaves home.

Nobody Rows Home
Director: Anna-Karin Holm
Sweden
International premiere
{note}

Nine Buckets
Director: Samuel Weber
Ghana, United Kingdom
World premiere
A boy comes home.

The jury will be announced in May.
"""
FILM = "nobody rows home"


@pytest.mark.parametrize(
    ("note", "fact"),
    [
        ("Screened in Venice Days in September.", (FILM, "screened_at", "festival/venice-international-film-festival")),
        ("Shown at the Locarno Film Festival last summer.", (FILM, "screened_at", "festival/locarno-film-festival")),
        ("Winner of the Golden Leopard in Locarno.", (FILM, "won", "award/locarno-golden-leopard")),
        ("Based on the novel by Hiro Tanba.", (FILM, "based_on", "novel by hiro tanba")),
        ("Selected for the Berlinale Forum.", (FILM, "screened_at", "festival/berlin-international-film-festival")),
        ("It took six years. Screenplay by Ida Berg and Tom Hale.", (FILM, "screenwriter", "ida berg")),
        ("Holm’s follow-up to Galway winner The Boathouse. Starring Jon Lind.", (FILM, "cast_member", "jon lind")),
        ("The director, a graduate of FAMU, wrote it.", ("anna karin holm", "educated_at", "organization/famu")),
    ],
)
def test_a_note_in_a_line_up_is_about_the_film_over_it(note: str, fact: tuple[str, str, str]) -> None:
    assert fact in stated(LINE_UP.format(note=note))


def test_a_headline_in_capitals_is_no_film_and_takes_no_credits() -> None:
    facts = stated(LINE_UP.format(note="Starring Ida Berg and Jon Lind."))
    assert {film for film, relation, _ in facts if relation == "cast_member"} == {FILM}
    assert (FILM, "premiered_at", "festival/thessaloniki-international-film-festival") in facts


def test_a_note_that_goes_on_to_another_film_is_about_that() -> None:
    note = "Salt Road, her first film, was shown in Locarno. Starring Ida Berg and Jon Lind."
    facts = stated(LINE_UP.format(note=note))
    assert (FILM, "cast_member", "ida berg") not in facts


COMPANY = """FILMS

WINTER PASTURE (KYSHTOO)
2012 | historical drama | 88' | Kyrgyzstan, Germany
Written & directed by Temir Weber
DoP Boris Holm | Editor Mira Lind | Cast Taala Berg, Nuria Hale
→ Busan IFF, New Currents – World Premiere
→ Fribourg IFF 2013 – Grand Prix
→ Kyrgyz entry for the 86th Academy Awards®

GLASS APPLES
2018 | drama | 104' | Kyrgyzstan, Poland
Directed by Elmira Roe (debut) | Written by Elmira Roe, Temir Weber
Cast Aiza Berg, Rustam Ost
Composer Bartosz Vale
→ Locarno Film Festival 2018, Concorso Cineasti del presente – Best Actress (Aiza Berg)
→ Berlinale Forum 2019

COMING

SIX DAYS — in development. Director: Mira Lind.
"""


@pytest.mark.parametrize(
    "fact",
    [
        ("winter pasture", "cinematographer", "boris holm"),
        ("winter pasture", "country", "germany"),
        ("winter pasture", "premiered_at", "festival/busan-international-film-festival"),
        ("winter pasture", "submitted_by", "kyrgyzstan"),
        ("glass apples", "screened_at", "festival/berlin-international-film-festival"),
        ("glass apples", "cast_member", "aiza berg"),
    ],
)
def test_laurels_under_a_film_are_its(fact: tuple[str, str, str]) -> None:
    assert fact in stated(COMPANY)


def test_a_prize_for_acting_is_of_who_stands_behind_it() -> None:
    winners = {who for who, relation, _ in stated(COMPANY) if relation == "won"}
    assert winners == {"winter pasture", "aiza berg"}


def test_no_year_is_a_film() -> None:
    assert not any(subject.isdigit() for subject, _, _ in stated(COMPANY))


PAGE = """NEW VOICES

The Year the Lake Froze
Aasta, mil jäätus

DIRECTED BY
Kadri Weber-Lind

Estonia, Sweden, Latvia | 2022 | 97 minutes | Estonian, Russian with English subtitles | DCP

North American Premiere

Winner, Best Feature Film, Karlovy Vary International Film Festival 2022

What would you carry across the ice if you could only make the trip once? The village knows, and says nothing.

FILM DETAILS
Language Estonian, Russian
Year 2022
Runtime 97
Country Estonia, Sweden, Latvia
Premiere Status North American Premiere
Director Kadri Weber-Lind
Producer Ivo Holm, Annika Berg
Exec. Producer Marianne Vale
Writer Andres Hale
Editor Jaak Roe-Saar, Helene Ost
Production Companies Allikas Film, Berg & Co.
US Distributor Zeitgeist Harbor
"""


def test_credits_under_a_heading_of_details_are_of_the_film_of_the_page() -> None:
    facts = stated(PAGE)
    film = "year the lake froze"
    made = {("editor", "helene ost"), ("producer", "ivo holm"), ("screenwriter", "andres hale")}
    assert {(film, relation, value) for relation, value in made} <= facts
    assert {subject for subject, relation, _ in facts if relation in ("director", "editor", "producer")} == {film}


def test_a_label_says_the_title_of_the_credits_below_it() -> None:
    facts = stated(
        "Cameras roll on a thriller for the stage\n\nAda Weber shoots in Oslo, says the press.\n\n"
        "KEY FACTS\nTitle: Night Bus (Nattbuss)\nFormat: 8x45'\n"
        "Director of photography: Linda Holm\nEditor: Lars Berg\n"
        "Total budget: DKK 58m\nPremiere: autumn 2022\n"
    )
    assert {("night bus", "cinematographer", "linda holm"), ("night bus", "editor", "lars berg")} <= facts
    assert not any(subject == "key facts" for subject, _, _ in facts)


def test_who_sold_a_picture_and_what_a_menu_says_are_no_films() -> None:
    menu = "[ Biography ] [ Filmography ] [ Forum ]\n"
    facts = stated(f"Ada Weber directed “Night Bus”.\n\nAda Weber (Getty Images)\n\n{menu}")
    assert {film for film, relation, _ in facts if relation == "director"} == {"night bus"}


def test_a_number_belongs_to_the_title_before_it() -> None:
    slate = "Ada Weber's Station No. 6, winner of the Grand Prix in Cannes, and Tom Lind's Kelp"
    facts = stated(f"The slate also includes {slate}.")
    assert ("station no 6", "director", "ada weber") in facts
    assert not any(film == "kelp" for film, relation, _ in facts if relation == "won")


def test_a_nominee_is_not_who_wrote_what_the_film_was_made_from() -> None:
    text = "Sophia Awards 2023: the nominations\n\nBest Adapted Screenplay\n"
    lines = "Jon Berg for “Cold Tea” (from a story by Lena Ost)\nAda Holm for “Night Bus” (from the novel by Ida Roe)\n"
    facts = stated(text + lines)
    assert {who for who, relation, _ in facts if relation == "nominated_for"} >= {"jon berg", "ada holm"}
    assert not any(relation == "director" for _, relation, _ in facts)


OF_A_LIFE = """Luz Weber

Director, born in Riga in 1980.

AWARDS
GREY DOGS, Locarno 2019, Cineasti del Presente – Special Mention
SALT WATER, Rotterdam 2012 – Tiger Award
*Night Bus*: Venice Film Festival 2020, Orizzonti Award for Best Film
COLD TEA – Berlinale Forum 2015
"""


def test_lines_of_prizes_begin_with_their_film() -> None:
    facts = stated(OF_A_LIFE)
    assert {film for film, relation, _ in facts if relation == "won"} == {"grey dogs", "salt water", "night bus"}
    assert ("cold tea", "screened_at", "festival/berlin-international-film-festival") in facts


def test_people_at_festivals_are_no_films() -> None:
    lines = "ANNA WEBER, Locarno 2019\nJOHN HOLM – Cannes 2018\nMARIA BERG, Venice 2020 – Golden Lion\n"
    facts = stated(f"Pictures\n\n{lines}")
    assert not any(relation == "screened_at" for _, relation, _ in facts)
