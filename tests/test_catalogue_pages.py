"""Pages of festival catalogues: a title over facts of the film, a synopsis, and credits far below their title."""

from __future__ import annotations

import pytest

from extracted import stated

SYNOPSIS = (
    "A driver takes his last round through the frozen suburbs of Riga, and at every stop somebody gets in whom"
    " he would rather not have seen again.\n"
)
BARE_LABELS = f"""Nakts autobuss
Night Bus
Generation 14plus
Latvia / Norway 2019, 94’, Latvian, Russian
World premiere

{SYNOPSIS}
Director Ida Holm
Screenplay Ida Holm, Tom Hale
Cinematography Hagop Berg
Editing Kate Rowe
Music Lily Cross
Production Design Zad Holm
Producer Cora Lind
Production companies Artavia (Riga), Lind & Sons Film (Bergen)
Cast
Jon Berg (the driver)
Lena Ost (Marta)

Ida Holm
Born in Liepāja in 1988.
"""
DIRECTOR_UNDER_TITLE = f"""Quiet Waters Film Festival 2016

Night Bus
(Nakts autobuss)
Ida Holm

Latvia 2016
Documentary | colour | 62 min | Latvian
International premiere

Screenplay: Tom Hale
Cinematographer: Hagop Berg
Editor: Kate Rowe
Producer: Cora Lind (Bright Pine)

{SYNOPSIS}
Grey Dogs
(Szare psy)
Max Roe, Emil Novak

Poland / Germany 2016
Documentary | b/w | 78 min | Polish, German

Cinematographer: Lena Ost
Editor: Jon Berg

{SYNOPSIS}"""
LABELS_OVER_VALUES = """NIGHT BUS
Country
Latvia, Norway
Year
2020
Duration
76 min
Director
Ida Holm
Script
Ida Holm, Tom Hale
Photography
Hagop Berg
Sound
Zad Holm
Music
Lily Cross
Production
Tres Mares Cine
Producer
Cora Lind
Cast
Jon Berg, Lena Ost
Contact
info@night.example
"""
LETTERS = """KAMERA LÄUFT / ROLLING
AT/CH 2017, 88 min, OmeU
R: Ida Holm | B: Tom Hale | K: Hagop Berg | S: Kate Rowe | M: Lily Cross | D: Jon Berg, Lena Ost | P: Bright Pine
"""
NOTHING_BETWEEN = """14:30 | Cinema Two
NIGHT BUS (Nakts autobuss)
Latvia/Norway 2022 | 79 min | Latvian with English subtitles | Fiction
Direction Ida Holm Screenplay Tom Hale Cinematography Hagop Berg Production Bright Pine Cast Jon Berg, Lena Ost
"""
SHORTENED = """Night Bus
Dir. Ida Holm. Latvia / Norway 2016. 110 min. Scr. Ida Holm, Tom Hale. Ph. Hagop Berg. Mus. Lily Cross. With Jon Berg.

The Long Way Home
Poland, 2015, 97 min., dir: Max Roe, script: Max Roe & Emil Novak, camera: Lena Sund, cast: Ina Dahl, prod.: Pine Film
"""


@pytest.mark.parametrize(
    ("text", "film"),
    [
        (BARE_LABELS, "nakts autobuss"),
        (DIRECTOR_UNDER_TITLE, "night bus"),
        (LABELS_OVER_VALUES, "night bus"),
        (LETTERS, "kamera lauft"),
        (NOTHING_BETWEEN, "night bus"),
        (SHORTENED, "night bus"),
    ],
    ids=["bare labels", "director under title", "labels over values", "letters", "nothing between", "shortened"],
)
def test_the_credits_are_those_of_the_film_whose_title_heads_the_page(text: str, film: str) -> None:
    facts = stated(text)
    assert {
        (film, "director", "ida holm"),
        (film, "cinematographer", "hagop berg"),
        (film, "screenwriter", "tom hale"),
    } <= facts
    assert not {
        fact
        for fact in facts
        if fact[1] in ("director", "cinematographer", "editor") and fact[0] not in (film, "grey dogs", "long way home")
    }


def test_countries_year_and_length_stand_with_the_title() -> None:
    assert {("nakts autobuss", "country", "latvia"), ("nakts autobuss", "publication_year", "2019")} <= stated(
        BARE_LABELS
    )
    assert {("night bus", "country", "norway"), ("night bus", "runtime", "76")} <= stated(LABELS_OVER_VALUES)
    assert {("kamera lauft", "country", "austria"), ("kamera lauft", "country", "switzerland")} <= stated(LETTERS)
    assert {
        ("night bus", "country", "norway"),
        ("night bus", "publication_year", "2016"),
        ("night bus", "runtime", "110"),
    } <= stated(SHORTENED)


def test_films_under_one_another_keep_their_own_makers() -> None:
    facts = stated(DIRECTOR_UNDER_TITLE)
    assert {name for film, relation, name in facts if film == "grey dogs" and relation == "director"} == {
        "max roe",
        "emil novak",
    }
    assert ("grey dogs", "cinematographer", "lena ost") in facts
    assert ("long way home", "director", "max roe") in stated(SHORTENED)


def test_the_life_below_a_cast_is_of_nobody_who_plays() -> None:
    assert ("nakts autobuss", "cast_member", "lena ost") in stated(BARE_LABELS)
    assert ("nakts autobuss", "cast_member", "ida holm") not in stated(BARE_LABELS)


def test_a_company_may_have_an_ampersand_and_stand_behind_its_producer() -> None:
    made = {name for _, relation, name in stated(BARE_LABELS) if relation == "production_company"}
    assert made == {"artavia", "lind sons film"}
    assert ("night bus", "production_company", "bright pine") in stated(DIRECTOR_UNDER_TITLE)
    assert ("night bus", "production_company", "pga") not in stated(DIRECTOR_UNDER_TITLE.replace("Bright Pine", "PGA"))


def test_no_label_and_no_remark_is_a_film() -> None:
    facts = stated(LABELS_OVER_VALUES) | stated(BARE_LABELS) | stated(NOTHING_BETWEEN)
    assert not {fact for fact in facts if fact[0] in ("duration", "production", "sound", "colour", "world premiere")}


def test_a_synopsis_without_facts_over_it_gives_its_credits_no_title() -> None:
    text = f"What the season holds\n\n{SYNOPSIS}\nDirector: Ida Holm\nEditor: Kate Rowe\nMusic: Lily Cross\n"
    assert not {fact for fact in stated(text) if fact[0] == "what the season holds"}


PRESS_KIT = f"""PRESS KIT

NIGHT BUS
(Nakts autobuss)

a film by
IDA HOLM

Latvia, Norway – 2022 – 103' – 1.85 – 5.1 – Latvian

WORLD PREMIERE
Locarno Film Festival

Logline
{SYNOPSIS}
CREW
Written and directed by Ida Holm
DoP Hagop Berg
Editor Kate Rowe
Original score Lily Cross
Producers Cora Lind, Emil Novak
Produced by Kvarn
"""


def test_a_press_kit_is_of_the_film_on_its_first_page() -> None:
    facts = stated(PRESS_KIT)
    made = {"director": "ida holm", "screenwriter": "ida holm", "cinematographer": "hagop berg", "editor": "kate rowe"}
    assert {("night bus", relation, name) for relation, name in made.items()} <= facts
    assert {("night bus", "country", "norway"), ("night bus", "production_company", "kvarn")} <= facts
    assert {film for film, relation, _ in facts if relation in made} == {"night bus"}
