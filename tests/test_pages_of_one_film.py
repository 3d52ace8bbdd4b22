"""Pages of one film: its credits under the headings of their parts, a life between, other films of the section."""

from __future__ import annotations

import pytest

from extracted import stated

FILM = "what the orchard hides"
PAGE = """What the Orchard Hides

What the Orchard Hides
Co skrývá sad

Director: Ludmila Harasova
Country: Slovakia
Year: 2021

A village comes back to life when a spring is found.

About the director
Ludmila Harasova (1980) was born in Trenčín. Her graduation film Seven Ladders (2012) was shown in Tallinn.

{heading}
director: Ludmila Harasova
script: Ludmila Harasova, Petr Vondrak
cinematography: Jana Mlynkova
producer: Karla Novak
"""


@pytest.mark.parametrize(
    "heading",
    ["More about the film", "Film credits", "Film info", "Crew", "Credits", "Technical details", "Film team"],
)
def test_credits_under_a_heading_are_those_of_the_page(heading: str) -> None:
    found = stated(PAGE.format(heading=heading))
    assert {
        (FILM, "screenwriter", "petr vondrak"),
        (FILM, "cinematographer", "jana mlynkova"),
        (FILM, "producer", "karla novak"),
        (FILM, "publication_year", "2021"),
    } <= found
    assert {subject for subject, relation, _ in found if relation == "cinematographer"} == {FILM}


def test_the_year_of_a_birth_dates_no_film() -> None:
    found = stated(PAGE.format(heading="Film credits"))
    assert not any(subject == "ludmila harasova" and relation == "publication_year" for subject, relation, _ in found)


PARTS = """PROGRAMME

The Ferry of Glass
Directed by Mirela Costin

Two brothers run a ferry that nobody takes.

Crew
Screenplay: Radu Ionel
Director of photography: Vlad Moraru
Editing: Ilinca Marin

Cast
Dan Petrescu, Oana Stan

Film info
Country: Romania
Year: 2019
"""


def test_parts_of_credits_under_headings_are_of_one_film() -> None:
    ferry = "ferry of glass"
    assert {
        (ferry, "director", "mirela costin"),
        (ferry, "screenwriter", "radu ionel"),
        (ferry, "editor", "ilinca marin"),
        (ferry, "cast_member", "oana stan"),
        (ferry, "country", "romania"),
        (ferry, "publication_year", "2019"),
    } <= stated(PARTS)


ENTRY = "{title}\nNorway, 2021, 90 min\n\nDirector: {name}\nProducer: Ida Moen\n\nSynopsis\nA road and an elk.\n\n"


def test_facts_between_a_title_and_its_credits_are_no_title() -> None:
    entries = (("Elk Road", "Ante Sira"), ("Stone Road", "Siri Nygaard"))
    found = stated("".join(ENTRY.format(title=title, name=name) for title, name in entries))
    assert {("elk road", "director", "ante sira"), ("stone road", "director", "siri nygaard")} <= found
    assert ("stone road", "runtime", "90") in found
    assert not any(subject.startswith("norway") for subject, _, _ in found)


ROWS = (
    ("Pepper for the Goose", "Tomasz Wilga", "Poland"),
    ("Twelve Boulders", "Annika Sandell", "Sweden"),
    ("Atlantic Letter", "Susana de Sousa Branco", "Portugal"),
    ("My Aunt's Tractor", "Levan Gelidze", "Georgia"),
)


@pytest.mark.parametrize(
    "row",
    ["{} (dir. {}, {} 2021)", "{} (director: {}, {} 2021)", "{} (d. {}, {}, 2021)", "{} - {} ({})", "{} – {} ({})"],
)
def test_a_sign_parts_a_title_from_its_maker(row: str) -> None:
    found = stated("Other films in the section\n" + "\n".join(row.format(*each) for each in ROWS))
    titles = {"pepper for the goose", "twelve boulders", "atlantic letter", "my aunts tractor"}
    assert {subject for subject, relation, _ in found if relation == "director"} == titles
    assert ("atlantic letter", "director", "susana de sousa branco") in found


@pytest.mark.parametrize("heading", ["Production Information:", "Film Details:", "Technical information"])
def test_a_heading_within_credits_names_nobody(heading: str) -> None:
    page = f"Night Ferry\n\nDirector: Ada Weber\nProducer: Jon Bergman\n{heading}\nCountry: Norway\nYear: 2019\n"
    found = stated(page)
    assert ("night ferry", "country", "norway") in found
    assert {value for _, relation, value in found if relation in ("production_company", "producer")} == {"jon bergman"}


MENU = """The Films of Ada Weber

Search All Film Series
Browse Other Series

Ada Weber (1934–1998) was a Norwegian director. Her films are rarely shown. Weber directed Night Ferry in 1969.

Authority control: ISNI, VIAF
"""


def test_words_of_a_menu_are_no_films() -> None:
    directed = {subject for subject, relation, _ in stated(MENU) if relation == "director"}
    assert directed == {"night ferry"}
