# ruff: noqa: E501
"""Pages of encyclopedias and databases as a copy from the browser has them: boxes of facts, tables of films and of prizes, casts."""

from __future__ import annotations

import pytest

from cinegraph.model import BlockKind
from extracted import article_of, pairs, said

_LIFE = "Ada Weber\nFrom Wikipedia, the free encyclopedia\n\nAda Weber is a Norwegian film director, screenwriter and film editor.[1]\n\n"
_HEAD = "Year\tTitle\tDirector\tWriter\tEditor\tNotes"
_ROWS = ("2004\tNight Bus\tYes\tYes\tNo\tShort film", "2009\tCold Tea\tYes\tNo\tNo\tWritten by Jon Berg", "2011\tGrey Dog\tNo\tNo\tYes\tDocumentary by Ida Holm")


def _films(rows: str, heading: str = "Filmography[edit]") -> str:
    return f"{_LIFE}{heading}\n{rows}\n\nReferences[edit]\n^ \"Ada Weber at work\". Harbour Post. 2012.\n"


def _is_read(text: str) -> None:
    assert pairs(text, "director") >= {("Night Bus", "Ada Weber"), ("Cold Tea", "Ada Weber"), ("Grey Dog", "Ida Holm")}
    assert ("Grey Dog", "Ada Weber") not in pairs(text, "director")
    assert pairs(text, "screenwriter") == {("Night Bus", "Ada Weber"), ("Cold Tea", "Jon Berg")}
    assert pairs(text, "editor") == {("Grey Dog", "Ada Weber")}


def test_columns_that_say_yes_and_notes_that_name_others_are_read() -> None:
    _is_read(_films("\n".join([_HEAD, *_ROWS])))


def test_columns_that_blanks_part_are_read() -> None:
    _is_read(_films("\n".join(["   ".join(row.split("\t")) for row in (_HEAD, *_ROWS)])))


def test_cells_between_bars_are_read_under_no_heading() -> None:
    rows = ["| " + " | ".join(row.split("\t")) + " |" for row in (_HEAD, *_ROWS)]
    _is_read(_LIFE + "\n".join([rows[0], "|---|---|---|---|---|---|", *rows[1:]]) + "\n")


def test_cells_in_lines_of_their_own_are_read() -> None:
    _is_read(_films("\n\n".join("\n".join(row.split("\t")) for row in (_HEAD, *_ROWS)), "Filmography"))


def test_credits_may_be_parted_in_a_second_row() -> None:
    head = "Year\tTitle\tCredited as\tNotes\nDirector\tWriter\tEditor"
    _is_read(_films("\n".join([head, *_ROWS])))


def test_a_year_that_two_rows_share_is_left_out_of_the_second() -> None:
    text = _films("Year\tTitle\tDirector\tWriter\n2004\tNight Bus\tYes\tNo\nCold Tea\tNo\tYes\nTBA\tGrey Dog\tYes\tYes")
    assert pairs(text, "publication_year") == {("Night Bus", "2004"), ("Cold Tea", "2004")}
    assert pairs(text, "screenwriter") == {("Cold Tea", "Ada Weber"), ("Grey Dog", "Ada Weber")}


@pytest.mark.parametrize(
    ("notes", "relation", "who"),
    [
        ("Co-written with Jon Berg", "screenwriter", {"Ada Weber", "Jon Berg"}),
        ("Also producer", "producer", {"Ada Weber"}),
        ("Co-directed with Jon Berg", "director", {"Ada Weber", "Jon Berg"}),
        ("Produced by Blue Door Pictures", "producer", set()),
        ("Based on a novel by Jon Berg", "screenwriter", {"Ada Weber"}),
    ],
)
def test_notes_tell_who_else_made_a_film(notes: str, relation: str, who: set[str]) -> None:
    text = _films(f"Year\tTitle\tDirector\tWriter\tNotes\n2004\tNight Bus\tYes\tYes\t{notes}\n2009\tCold Tea\tNo\tYes\t")
    assert {name for film, name in pairs(text, relation) if film == "Night Bus"} == who


def test_another_title_in_the_notes_is_the_same_film() -> None:
    text = _films("Year\tTitle\tDirector\tNotes\n2004\tNattbuss\tYes\tEnglish title: The Late Bus\n2009\tCold Tea\tYes\t")
    assert {film for film, _ in pairs(text, "director")} == {"Nattbuss", "Cold Tea"}


def test_a_cinematographers_table_names_who_directed() -> None:
    life = "Jon Berg\n\nJon Berg is a Norwegian cinematographer.\n\nFilmography[edit]\n"
    text = life + "Year\tTitle\tDirector\tNotes\n2004\tNight Bus\tIda Holm\t\n2009\tCold Tea\tIda Holm and Eva Lind\tNominated\n2012\tGrey Dog\t\t\n"
    assert pairs(text, "cinematographer") == {("Night Bus", "Jon Berg"), ("Cold Tea", "Jon Berg"), ("Grey Dog", "Jon Berg")}
    assert pairs(text, "director") == {("Night Bus", "Ida Holm"), ("Cold Tea", "Ida Holm"), ("Cold Tea", "Eva Lind")}


def test_a_database_has_year_title_and_crafts_in_three_lines() -> None:
    text = _LIFE + "Films\n\n2004\nNight Bus\nDirector, Screenplay\n\n2009\nCold Tea\nEditing\n"
    assert pairs(text, "director") == {("Night Bus", "Ada Weber")}
    assert pairs(text, "editor") == {("Cold Tea", "Ada Weber")}


_PRIZES = (
    "Awards and nominations[edit]\nYear\tAward\tCategory\tNominated work\tResult\tRef.\n2004\tSpitsbergen Film Festival\tBest Film\tNight Bus\tNominated\t[3]\n"
    "Best Director\tWon\n2009\tHarbour Film Awards\tBest Screenplay\tCold Tea\tShortlisted\t[4]\nAudience Award\tNominated\nBest Editing\tRunner-up\n"
)


def test_cells_that_span_rows_of_a_table_of_prizes_are_those_above() -> None:
    text = _films("\n".join([_HEAD, *_ROWS])) + "\n" + _PRIZES
    assert pairs(text, "won") == {("Night Bus", "Spitsbergen Film Festival Best Director"), ("Ada Weber", "Spitsbergen Film Festival Best Director")}
    nominated = pairs(text, "nominated_for")
    assert {("Night Bus", "Spitsbergen Film Festival Best Film"), ("Cold Tea", "Harbour Film Awards Audience Award")} <= nominated
    assert ("Cold Tea", "Harbour Film Awards Best Screenplay") in pairs(text, "shortlisted_for")
    assert not any("Editing" in award for _, award in {*nominated, *pairs(text, "won")})


def test_who_is_named_as_recipient_has_the_prize() -> None:
    page = "Night Bus\n\nNight Bus is a 2004 Norwegian drama film directed by Ada Weber.\n\nAccolades\n"
    table = "Award\tDate of ceremony\tCategory\tRecipient(s)\tResult\nHarbour Film Awards\t12 May 2005\tBest Film\tNight Bus\tNominated\nBest Original Screenplay\tAda Weber and Jon Berg\tWon\nLantern Award\tIda Holm\tWon\n"
    assert pairs(page + table, "nominated_for") == {("Night Bus", "Harbour Film Awards Best Film")}
    won = {(who, award.removeprefix("Harbour Film Awards ")) for who, award in pairs(page + table, "won")}
    assert {("Ada Weber", "Best Original Screenplay"), ("Jon Berg", "Best Original Screenplay"), ("Ida Holm", "Lantern Award")} <= won


_FILM = (
    "Night Bus\nFrom Wikipedia, the free encyclopedia\n\nNight Bus\nTheatrical release poster\nNorwegian\tNattbuss\nDirected by\tAda Weber\nScreenplay by\tAda Weber\nJon Berg\n"
    "Based on\tNattbuss\nby Eva Lind\nProduced by\tUrs Ganter\nStarring\t\nIda Holm\nTor Hansen\nCinematography\tMari Holt\nProduction companies\t\nFjordfilm\nRelease dates\t\n"
    "8 October 2004 (Norway)\nRunning time\t104 minutes\nCountries\tNorway\nDenmark\nLanguages\tNorwegian\nDanish\nBox office\t$1.2 million\n\n"
    "Night Bus is a 2004 drama film.[2]\n\nCast[edit]\nIda Holm as Marta, her aunt\nTor Hansen as the driver's son\nLise Vik\n"
)


def test_the_box_of_a_film_has_its_credits() -> None:
    assert pairs(_FILM, "director") == {("Night Bus", "Ada Weber")}
    assert pairs(_FILM, "screenwriter") == {("Night Bus", "Ada Weber"), ("Night Bus", "Jon Berg")}
    assert pairs(_FILM, "producer") == {("Night Bus", "Urs Ganter")}
    assert pairs(_FILM, "production_company") == {("Night Bus", "Fjordfilm")}
    assert pairs(_FILM, "country") == {("Night Bus", "Norway"), ("Night Bus", "Denmark")}
    assert pairs(_FILM, "language") == {("Night Bus", "Norwegian"), ("Night Bus", "Danish")}
    assert pairs(_FILM, "theatrical_release") == {("Night Bus", "Norway")}


def test_a_cast_is_listed_below_its_heading() -> None:
    assert {name for _, name in pairs(_FILM, "cast_member")} == {"Ida Holm", "Tor Hansen", "Lise Vik"}


_BOX = (
    "Ada Weber\n\nAda Weber\nWeber in 2018\nBorn\tAda Maria Weber\n2 March 1976 (age 48)\nTrondheim, Norway\nAlma mater\tFrogner Film School\nUniversity of Spitsbergen (MFA)\n"
    "Occupations\t\nDirector\nscreenwriter\nYears active\t1999–present\nSpouse\tJon Berg (m. 2004; div. 2010)\nChildren\t2\nRelatives\tKurt Weber (uncle)\n\n"
    "Ada Weber is a Norwegian film director. She founded Blue Door Pictures.\n"
)


def test_the_box_of_somebody_has_schools_and_birth_and_no_films() -> None:
    assert {name for _, name in pairs(_BOX, "educated_at")} == {"Frogner Film School", "University of Spitsbergen"}
    assert {value for _, value in pairs(_BOX, "birth_date")} == {"1976-03-02"}
    assert {place for _, place in pairs(_BOX, "birth_place")} == {"Trondheim"}
    assert {modality for *_, modality in said(_BOX, "partner_of")} == {"former"}
    assert not pairs(_BOX, "director")
    assert {who.split()[0] for who, _ in pairs(_BOX, "founded")} == {"Ada"}


def test_a_database_has_labels_over_values_below_its_menu() -> None:
    text = "Night Bus (2004)\n\nDirected by Ada Weber\n\nCast\nCrew\nDetails\nGenres\nReleases\nDirector\nAda Weber\nProducers\nJon Berg\nIda Holm\nEditor\nMari Holt\nStudios\nFjordfilm\nCountries\nNorway\nDenmark\n"
    assert pairs(text, "producer") == {("Night Bus", "Jon Berg"), ("Night Bus", "Ida Holm")}
    assert pairs(text, "editor") == {("Night Bus", "Mari Holt")}
    assert pairs(text, "production_company") == {("Night Bus", "Fjordfilm")}


def test_full_credits_have_dots_between_name_and_work() -> None:
    text = "Night Bus\n2004 · Drama\n\nDirector: Ada Weber\nStars: Ida Holm, Tor Hansen\n\nDirected by\nAda Weber\t...\t(directed by)\nProduced by\nJon Berg\t...\tproducer\nLise Vik\t...\texecutive producer\nCinematography by\nMari Holt\t...\tdirector of photography\n"
    assert pairs(text, "producer") == {("Night Bus", "Jon Berg")}
    assert pairs(text, "cinematographer") == {("Night Bus", "Mari Holt")}


def test_a_line_up_in_a_table_names_who_directed() -> None:
    text = "Harbour Days\n\nThese films are shown in June.\n\nYear\tTitle\tDirector\tCountry\n2019\tNight Bus\tAda Weber\tNorway\n2020\tCold Tea\tJon Berg\tDenmark\n"
    assert pairs(text, "director") == {("Night Bus", "Ada Weber"), ("Cold Tea", "Jon Berg")}


@pytest.mark.parametrize(
    "table",
    [
        "Year\tTitle\tDirector\tNotes\n1990\tMayor\tJon Berg\tActing\n1994\tDeputy Mayor\tIda Holm\tElected\n",
        "Year\tTitle\tLabel\tNotes\n1990\tBlue Room\tGrappa\tAlbum\n1994\tStone Song\tGrappa\tSingle\n",
        "Price\tSeats\tHall\n120\tYes\tMain\n90\tNo\tSmall\n",
        "Year\tAward\tCategory\tWork\tResult\n1991\tHarbour Music Awards\tBest Album\tBlue Room\tWon\n",
        "Day  Hall  Seats  Price\nMonday  Main  120  Yes\nTuesday  Small  90  No\n",
    ],
)
def test_other_tables_tell_of_no_films(table: str) -> None:
    text = f"The harbour council\n\nThe council met on Monday.\n\n{table}"
    assert not {relation for _, relation, *_ in said(text)} & {"director", "won", "screenwriter", "producer"}


def test_marks_of_notes_part_no_sentence_and_join_none() -> None:
    text = "Ada Weber is a director.[1] Her film “Night Bus”,[a] which Jon Berg shot,[citation needed] won.[2][3]\n"
    document = article_of(text, "a.txt")
    assert [text[s.start : s.end] for s in document.sentences] == ["Ada Weber is a director.[1]", text[28:].strip()]


def test_contents_notes_and_links_to_edit_are_no_text() -> None:
    text = "Ada Weber\n\nContents [hide]\n1 Life\n2 Films\n\nLife [edit]\n\nShe was born in Oslo.\n\nReferences [edit]\n\n^ \"Night Bus\". Harbour Post.\n"
    document = article_of(text, "a.txt")
    kinds = {text[b.start : b.end]: b.kind for b in document.blocks}
    assert kinds["Life"] is BlockKind.HEADING
    assert {kinds[said] for said in ("1 Life", "2 Films", "^ \"Night Bus\". Harbour Post.")} == {BlockKind.BOILERPLATE}
