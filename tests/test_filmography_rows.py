# ruff: noqa: E501
"""Filmographies in lines and tables: the craft over a line, in a column or behind a title tells what a film is to its person."""

from __future__ import annotations

import pytest

from extracted import pairs, stated

_LIFE = "Ada Doe\n\nAda Doe (born 1970) is a Norwegian film director and actress. Doe was born in Oslo.\n\n"
_CRAFTS = (
    _LIFE + "Filmography\n\nAs director\nNight Bus (2001)\nThe House of Mrs. Roe (2005)\n\nAs screenwriter\n"
    "Cold Tea (2003, directed by Max Poe)\nOffside (2012)\n\nAs actress\nGrey Dog (2009) – as the doctor\n"
)


def test_the_craft_over_lines_tells_what_their_films_are() -> None:
    assert pairs(_CRAFTS, "director") == {("Night Bus", "Ada Doe"), ("The House of Mrs. Roe", "Ada Doe"), ("Cold Tea", "Max Poe")}
    assert pairs(_CRAFTS, "screenwriter") == {("Cold Tea", "Ada Doe"), ("Offside", "Ada Doe")}
    assert pairs(_CRAFTS, "cast_member") == {("Grey Dog", "Ada Doe")}


@pytest.mark.parametrize("sign", ["\t", " | "])
def test_a_column_that_says_yes_tells_it_in_a_table(sign: str) -> None:
    rows = ["Year Title Director Writer Notes", "2004 Night_Bus Yes Yes Short", "2013 Cold_Tea Yes No -", "2016 Grey_Dog No Yes Also_producer"]
    bars = "|{}|" if sign == " | " else "{}"
    table = [bars.format(sign.join(row.split())).replace("_", " ") for row in rows]
    text = _LIFE + "Filmography\n\n" + "\n".join([table[0], *(["|---|---|---|---|---|"] if sign == " | " else []), *table[1:]]) + "\n"
    assert pairs(text, "director") == {("Night Bus", "Ada Doe"), ("Cold Tea", "Ada Doe")}
    assert pairs(text, "screenwriter") == {("Night Bus", "Ada Doe"), ("Grey Dog", "Ada Doe")}
    assert pairs(text, "producer") == {("Grey Dog", "Ada Doe")}


def test_a_part_in_a_table_is_played() -> None:
    text = _LIFE + "Filmography\n\nYear\tTitle\tRole\tNotes\n1994\tNight Bus\tOfficer Bell\t\n2003\tBridges, Burning\tCora\tAlso director\n1998\tGrey Dog\tHerself\tDocumentary\n"
    assert pairs(text, "cast_member") == {("Night Bus", "Ada Doe"), ("Bridges, Burning", "Ada Doe")}
    assert ("Bridges, Burning", "Ada Doe") in pairs(text, "director")
    assert ("Grey Dog", "Ada Doe") not in pairs(text, "director")


def test_who_directed_stands_behind_the_titles_of_another_craft() -> None:
    text = (
        "Jana Roe\n\nJana Roe is a Serbian cinematographer. She studied in Belgrade.\n\nSelected filmography:\n2021 – NIGHT BUS, dir. Max Poe (feature)\n"
        "2019 – Salt in the Wound, directed by Ada Doe, documentary, 78'\n2014 Grey Dog / Sivi pas – dir. Max Poe – Best Cinematography, Pula\n"
    )
    assert pairs(text, "director") == {("Night Bus", "Max Poe"), ("Salt in the Wound", "Ada Doe"), ("Grey Dog", "Max Poe")}
    assert pairs(text, "cinematographer") == {("Night Bus", "Jana Roe"), ("Salt in the Wound", "Jana Roe"), ("Grey Dog", "Jana Roe")}


def test_what_stands_behind_a_title_is_none_of_it() -> None:
    text = _LIFE + "Filmography\n\n2017 SEVEN WAYS TO LEAVE (short film) – Locarno, Toronto, Clermont-Ferrand\n2014 NIGHT BUS (short film) – Cannes\n"
    assert pairs(text, "director") == {("Seven Ways to Leave", "Ada Doe"), ("Night Bus", "Ada Doe")}


@pytest.mark.parametrize(
    "lines",
    [
        "Director\nMax Poe\nProducer\nCora Lind\n",
        "Favourites\n\n2001 – Night Bus – director\n2003 – Cold Tea – director\n",
        "Awards\n\nYear\tAward\tCategory\tWork\tResult\n2009\tAmanda Award\tBest Director\tNight Bus\tNominated\n2010\tAmanda Award\tBest Director\tCold Tea\tNominated\n",
    ],
)
def test_other_lists_are_no_filmography(lines: str) -> None:
    assert not any(person == "Ada Doe" for _, person in pairs(_LIFE.replace("director and ", "") + lines, "director"))


ROWS_OF_YEARS = (("2018", "The Weathermen"), ("2023", "A Quiet Street (documentary)"), ("2024", "Salt Lake (short)"))


@pytest.mark.parametrize("sign", [" – ", " - ", ": ", " "])
def test_rows_of_a_year_and_a_title_are_the_films_of_the_life_above(sign: str) -> None:
    rows = "\n".join(f"{year}{sign}{title}" for year, title in ROWS_OF_YEARS)
    facts = stated(f"Ada Weber\n\nAda Weber (born 1979) is a Norwegian film director.\n\nFilmography\n{rows}\n")
    films = {film for film, relation, name in facts if (relation, name) == ("director", "ada weber")}
    assert films == {"weathermen", "quiet street", "salt lake"}


def test_a_common_word_between_quotation_marks_is_a_film_in_its_row_and_everywhere() -> None:
    life = "Ada Weber is a Norwegian film director. Her second film, “Mother-in-Law” (2017), won a prize in Locarno."
    facts = stated(f"Ada Weber\n\n{life}\n\nFilmography\n\n2013 - \"Bread Queue\"\n2017 - \"Mother-in-law\"\n")
    assert {("mother in law", "director", "ada weber"), ("bread queue", "director", "ada weber")} <= facts
    assert ("mother in law", "publication_year", "2017") in facts
