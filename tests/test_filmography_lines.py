"""Filmographies in a line of running text, as catalogues and guests' pages have them."""

from __future__ import annotations

import pytest

from extracted import pairs

LIFE = "Eva Moss\n\nEva Moss is a {trade} from Oslo. She lives in Rome.\n\n"


@pytest.mark.parametrize(
    "label",
    ["Filmography: ", "Selected filmography – ", "Films: ", "Filmography (selection): ", "", "FILMOGRAPHY\n\n"],
)
def test_titles_with_their_years_are_the_films_of_whom_the_page_tells(label: str) -> None:
    films = "Night Bus (2001), Der letzte Hafen (2003, short), Ultimo porto di sera (2010)."
    text = LIFE.format(trade="director") + label + films
    titles = {"Night Bus", "Der letzte Hafen", "Ultimo porto di sera"}
    assert pairs(text, "director") == {(title, "Eva Moss") for title in titles}
    assert ("Ultimo porto di sera", "2010") in pairs(text, "publication_year")


@pytest.mark.parametrize(
    ("trade", "relation"),
    [("cinematographer", "cinematographer"), ("composer", "composer"), ("actress", "cast_member")],
)
def test_they_are_films_in_the_craft_of_that_person(trade: str, relation: str) -> None:
    text = LIFE.format(trade=trade) + "Filmography: Night Bus (2001), Cold Tea (2003)."
    assert pairs(text, relation) == {("Night Bus", "Eva Moss"), ("Cold Tea", "Eva Moss")}
    assert pairs(text, "director") == set()


def test_each_life_on_a_page_has_its_own() -> None:
    text = (
        LIFE.format(trade="director")
        + "Filmography: Night Bus (2001), Cold Tea (2003)\n\nMax Poe\n\nMax Poe studied at FAMU. He is a director.\n\n"
        + "Filmography: Red Hat (1999); Late Snow (2004)\n"
    )
    assert pairs(text, "director") == {
        ("Night Bus", "Eva Moss"),
        ("Cold Tea", "Eva Moss"),
        ("Red Hat", "Max Poe"),
        ("Late Snow", "Max Poe"),
    }


def test_nobody_is_given_films_whose_craft_is_not_known() -> None:
    text = "Eva Moss\n\nEva Moss was born in Oslo. She lives in Rome.\n\nFilmography: Night Bus (2001)."
    assert pairs(text, "director") == set()


@pytest.mark.parametrize(
    "list_",
    [
        "Favourite films\n\nNight Bus (2001), Cold Tea (2003), Red Hat (2010)",
        "The films that she loves most are these:\n\nNight Bus (2001), Cold Tea (2003), Red Hat (2010)",
        "In Rome she saw Night Bus (2001), Cold Tea (2003), Red Hat (2010).",
    ],
)
def test_a_list_of_other_films_is_no_filmography(list_: str) -> None:
    given = {film for film, _ in pairs(LIFE.format(trade="director") + list_, "director")}
    assert not given & {"Night Bus", "Cold Tea"}
