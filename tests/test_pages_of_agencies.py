"""Pages of agencies: films over credits of their own, with prizes in lines, in the list of one who shot them."""

from __future__ import annotations

import pytest

from extracted import stated

PAGE = """LANTERN TALENT

HELGE SANDBORG
Director of Photography

Based in Oslo

Helge is a Norwegian cinematographer. He grew up in Moss.

FEATURE FILMS

THE LOUD MAYOR (post-production)
Dir: Siri Nygaard
Prod: Havbris / Tern Pictures
Cast: Stig Hoel, Anna Brekke

ELK ROAD (2021)
Dir: Ante Sira
Prod: Merkurfilm
{line}

TELEVISION

COLD FJORD, season 2 (2020, 6 episodes)
Dir: Jonas Ekman
Network: Kanal Nord

MY FATHER'S SLEDGE (2019, 74 min)
Dir: Ida Utne & Risten Moe
"""
ELK = "elk road"


def test_credits_under_each_film_are_that_films() -> None:
    found = stated(PAGE.format(line="Cast: Ella Berg"))
    assert {
        ("loud mayor", "director", "siri nygaard"),
        ("loud mayor", "production_company", "tern pictures"),
        ("loud mayor", "cast_member", "anna brekke"),
        (ELK, "director", "ante sira"),
        (ELK, "production_company", "merkurfilm"),
        (ELK, "publication_year", "2021"),
        ("my fathers sledge", "director", "ida utne"),
        ("my fathers sledge", "director", "risten moe"),
    } <= found


def test_a_season_is_no_part_of_the_title_and_a_network_is_told() -> None:
    found = stated(PAGE.format(line="Cast: Ella Berg"))
    assert {("cold fjord", "original_network", "kanal nord"), ("cold fjord", "publication_year", "2020")} <= found
    assert not any("season" in subject for subject, _, _ in found)


def test_films_over_credits_are_those_of_whose_page_it_is() -> None:
    found = stated(PAGE.format(line="Cast: Ella Berg"))
    shot = {subject for subject, *said in found if said == ["cinematographer", "helge sandborg"]}
    assert {"loud mayor", ELK, "cold fjord", "my fathers sledge"} <= shot


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("* Silver Pine Award – Best Cinematography", (ELK, "won", "silver pine award for best cinematography")),
        ("* Silver Pine Award nominee – Best Film", (ELK, "nominated_for", "silver pine award for best film")),
        ("* World premiere, Toronto International Film Festival 2021", (ELK, "premiered_at", "")),
        ("* World premiere: Toronto International Film Festival 2021", (ELK, "premiered_at", "")),
    ],
)
def test_lines_under_a_film_are_said_of_it(line: str, fact: tuple[str, str, str]) -> None:
    found = stated(PAGE.format(line=line))
    assert any((subject, relation) == fact[:2] and value.startswith(fact[2]) for subject, relation, value in found)
    films = {subject for subject, relation, _ in found if relation in ("director", "won", "premiered_at")}
    assert films <= {ELK, "loud mayor", "cold fjord", "my fathers sledge"}


def test_several_categories_are_several_prizes() -> None:
    found = stated(PAGE.format(line="* Silver Pine Award – Best Cinematography, Best Film"))
    won = {value for subject, relation, value in found if (subject, relation) == (ELK, "won")}
    assert won == {"silver pine award for best cinematography", "silver pine award for best film"}


def test_a_list_without_an_owner_is_nobodys() -> None:
    """A cinema lists films over their credits as well."""
    page = PAGE.format(line="Cast: Ella Berg")
    below = "THE LANTERN CINEMA\n\n" + page[page.index("FEATURE FILMS") :]
    assert not any(relation == "cinematographer" for _, relation, _ in stated(below))
