"""Pages of one film: its credits under the headings of their parts, whose life stands between, and other films of the section."""

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


@pytest.mark.parametrize("heading", ["More about the film", "Film credits", "Film info", "Crew", "Credits", "Technical details", "Film team"])
def test_credits_under_a_heading_are_those_of_the_page(heading: str) -> None:
    found = stated(PAGE.format(heading=heading))
    assert {
        (FILM, "screenwriter", "petr vondrak"),
        (FILM, "cinematographer", "jana mlynkova"),
        (FILM, "producer", "karla novak"),
        (FILM, "publication_year", "2021"),
    } <= found
    assert not any(subject in (heading.casefold(), "ludmila harasova") and relation == "cinematographer" for subject, relation, _ in found)


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


def test_facts_between_a_title_and_its_credits_are_no_title() -> None:
    entry = "{title}\nNorway, 2021, 90 min\n\nDirector: {name}\nProducer: Ida Moen\n\nSynopsis\nA road and an elk.\n\n"
    found = stated(entry.format(title="Elk Road", name="Ante Sira") + entry.format(title="Stone Road", name="Siri Nygaard"))
    assert {("elk road", "director", "ante sira"), ("stone road", "director", "siri nygaard"), ("stone road", "runtime", "90")} <= found
    assert not any(subject.startswith("norway") for subject, _, _ in found)


ROWS = "Other films in the section\n{}\n"


@pytest.mark.parametrize(
    ("rows", "title", "name"),
    [
        ("Pepper for the Goose (dir. Tomasz Wilga, Poland 2021)\nTwelve Boulders (dir. Annika Sandell, Sweden, Finland 2021)\nMy Aunt's Tractor (dir. Levan Gelidze, Georgia 2020)", "twelve boulders", "annika sandell"),
        ("Pepper for the Goose (director: Tomasz Wilga, Poland 2021)\nTwelve Boulders (director: Annika Sandell, Sweden 2021)\nMy Aunt's Tractor (director: Levan Gelidze, Georgia)", "my aunts tractor", "levan gelidze"),
        ("Pepper for the Goose - Tomasz Wilga (Poland)\nTwelve Boulders - Annika Sandell (Sweden)\nAtlantic Letter - Susana de Sousa Branco (Portugal)\nMy Tractor - Levan Gelidze (Georgia)", "atlantic letter", "susana de sousa branco"),
        ("Pepper for the Goose – Tomasz Wilga (Poland)\nTwelve Boulders – Annika Sandell (Sweden)\nAtlantic Letter – Susana de Sousa Branco (Portugal)\nMy Tractor – Levan Gelidze (Georgia)", "atlantic letter", "susana de sousa branco"),
    ],
)
def test_a_sign_parts_a_title_from_its_maker(rows: str, title: str, name: str) -> None:
    found = stated(ROWS.format(rows))
    assert (title, "director", name) in found
    assert not any("(" in subject or "- " in subject or "– " in subject for subject, _, _ in found)
