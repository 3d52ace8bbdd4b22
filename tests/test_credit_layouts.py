"""The credits of a film in the layouts of trade papers and of other pages: whatever the layout, they are the film's."""

from __future__ import annotations

import pytest

from extracted import stated

WITH_A_VENUE = """'Night Bus': Film Review | Berlin 2019

Ida Holm's second feature follows a driver through one night in Riga.

There is little talk in Ida Holm's new drama, and less light. The driver (Jon Berg) takes his last round.

Venue: Berlin International Film Festival (Competition)
Production companies: Lamp Films, Blue Door Pictures
Cast: Jon Berg, Lena Ost, Max Roe
Director-screenwriter: Ida Holm
Producers: Cora Lind, Emil Novak
Executive producers: Paul Lind
Director of photography: Hagop Berg
Production designer: Zad Holm
Costume designer: Lina Ost
Editor: Kate Rowe
Composer: Tom Hale
Casting director: Lily Cross
Sales: Kvarnbox

In Latvian and Russian
97 minutes
"""
LINES_APART = """'Night Bus': Berlin Review

BY JANE POE
12 FEBRUARY 2019

Dir: Ida Holm. Latvia/Norway. 2019. 97mins

A driver takes his last round in this quiet drama, which should travel.

Production companies: Lamp Films, Blue Door Pictures

International sales: Kvarnbox, info@kvarnbox.example

Producers: Cora Lind, Emil Novak

Screenplay: Ida Holm, Tom Hale

Cinematography: Hagop Berg

Production design: Zad Holm

Editing: Kate Rowe

Music: Lily Cross

Main cast: Jon Berg, Lena Ost, Max Roe
"""
LABELS_OVER_NAMES = """Night Bus
Reviews
By Jane Poe May 4, 2019

A driver takes his last round in this quiet drama.

Film Credits

Night Bus (2019)

Rated R

97 minutes

Cast

Jon Berg as Tom

Lena Ost as Mara

Director

Ida Holm

Writer

Ida Holm

Tom Hale

Cinematographer

Hagop Berg

Composer

Lily Cross
"""
TABLE = """Night Bus
Directed by\tIda Holm
Written by\tIda Holm, Tom Hale
Produced by\tCora Lind
Starring\tJon Berg
Lena Ost
Cinematography\tHagop Berg
Edited by\tKate Rowe
Music by\tLily Cross
Production company\tLamp Films
Release date\t12 February 2019 (Berlin)
Running time\t97 minutes
Country\tLatvia
Language\tLatvian
"""
RUN_IN = """Film Review: ‘Night Bus’

Reviewed at Berlin Film Festival (competing), Feb. 12, 2019. Running time: 97 MIN.

A driver takes his last round in Ida Holm's drama.

Production: (Latvia-Norway) A Lamp Films presentation of a Blue Door Pictures, Sur Films production. \
(International sales: Kvarnbox, Paris.) Producers: Cora Lind, Emil Novak. Executive producer: Paul Lind.

Crew: Director, writer: Ida Holm. Camera (color): Hagop Berg. Editor: Kate Rowe. Music: Lily Cross. \
Production design: Zad Holm.

Cast: Jon Berg, Lena Ost, Max Roe.
"""
FACTS_FIRST = """Night Bus
***1/2
Reviewed by: Jane Poe
A driver takes his last round.

Year: 2019
Runtime: 97 minutes
Country: Latvia, Norway
Festivals: Berlin 2019
Director: Ida Holm
Writer: Ida Holm, Tom Hale
Starring: Jon Berg, Lena Ost
"""
SHORT_LABELS = """Night Bus

Dir/scr: Ida Holm. Lat-Nor. 2019. 97mins. Prods: Cora Lind, Emil Novak. Prod co: Lamp Films. \
Int'l sales: Kvarnbox. DoP: Hagop Berg. Ed: Kate Rowe. Mus: Lily Cross. Cast: Jon Berg, Lena Ost.
"""
WITH_A_CERTIFICATE = """Night Bus, review: a cold ride through Riga

15 cert, 97 min. Dir: Ida Holm; starring: Jon Berg, Lena Ost, Max Roe

A driver takes his last round in Ida Holm's drama.
"""

ALL = (WITH_A_VENUE, LINES_APART, LABELS_OVER_NAMES, TABLE, RUN_IN, FACTS_FIRST, SHORT_LABELS, WITH_A_CERTIFICATE)
CREW = {
    "producer": "cora lind",
    "cinematographer": "hagop berg",
    "editor": "kate rowe",
    "production_company": "blue door pictures",
}


@pytest.mark.parametrize("text", ALL, ids=range(len(ALL)))
def test_whoever_is_credited_worked_on_the_film(text: str) -> None:
    facts = stated(text)
    assert {("night bus", "director", "ida holm"), ("night bus", "cast_member", "lena ost")} <= facts
    assert {film for film, relation, _ in facts if relation in ("director", "cast_member", *CREW)} == {"night bus"}


@pytest.mark.parametrize("text", [WITH_A_VENUE, LINES_APART, RUN_IN], ids=["venue", "apart", "run in"])
def test_crew_and_companies_are_told_apart(text: str) -> None:
    assert {("night bus", relation, name) for relation, name in CREW.items()} <= stated(text)
    assert ("night bus", "distributor", "kvarnbox") in stated(text)
    assert ("zad holm", "worked_on", "night bus") in stated(text)


def test_a_line_of_one_name_goes_on_with_the_label_above() -> None:
    assert ("night bus", "cast_member", "lena ost") in stated(TABLE)
    assert ("night bus", "screenwriter", "tom hale") in stated(LABELS_OVER_NAMES)


def test_who_is_named_by_the_surname_alone_is_whom_the_credits_name_in_full() -> None:
    text = RUN_IN.replace("Director, writer: Ida Holm.", "Director: Ida Holm. Screenplay: Holm, Tom Hale.")
    assert {name for _, relation, name in stated(text) if relation == "screenwriter"} == {"ida holm", "tom hale"}


def test_credits_of_two_films_are_not_mixed() -> None:
    night = "Night Bus\n\nDirector\n\nIda Holm\n\nWriter\n\nTom Hale\n\n"
    text = f"{night}Cold Tea\n\nDirector\n\nMax Roe\n\nWriter\n\nLena Ost\n"
    assert {fact for fact in stated(text) if fact[1] == "director"} == {
        ("night bus", "director", "ida holm"),
        ("cold tea", "director", "max roe"),
    }


def test_a_heading_that_is_a_trade_is_no_credit_by_itself() -> None:
    facts = stated("Director\n\nIda Holm lives in Riga.\n\nThe town is old.\n")
    assert not [fact for fact in facts if fact[1] == "director"]


def test_the_camera_of_gold_honours_no_camera() -> None:
    winners = "Palme d'Or: “Night Bus,” Ida Holm\nCamera d'Or: Cora Lind, “Grey Dog”\n"
    facts = stated(f"Cannes 2019: all the winners\n\n{winners}")
    assert not [fact for fact in facts if fact[1] == "cinematographer"]
