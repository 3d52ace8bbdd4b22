# ruff: noqa: E501
"""What the pages of festivals and laboratories list: jurors under headings, films without makers, fellows with their projects, premieres under titles."""

from __future__ import annotations

import pytest

from cinegraph.articles import document_of
from cinegraph.extract import extract
from extracted import stated


def _entities(text: str) -> set[str]:
    return {entity.label for entity in extract(document_of(text, "page.txt")).entities}


def _of_festival(text: str, name: str) -> set[tuple[str, str]]:
    return {(subject, relation) for subject, relation, object_ in stated(text) if name in object_}


FELLOWS = (
    "{one} (writer/director) with {title} ({country}): A driver looks for his son.",
    "{one} (director/co-writer) and {two} (co-writer) with {title} ({country}): In 1978, a driver hides on a farm.",
    "{title} ({country}) – {one} (writer/director)",
    "{title} ({country}): {one} (director, screenwriter) and {two} (screenwriter)",
    "{one} (writer and director) / “{title}” ({country})",
)


@pytest.mark.parametrize("line", FELLOWS)
def test_fellows_stand_before_or_behind_their_projects(line: str) -> None:
    head = "Salt Lake Institute names its fellows\n\nThe fellows and projects selected for the lab are:\n\n"
    said = line.format(one="Ada Doelund", two="Ben Roewick", title="Paper Wolves", country="Norway, Latvia")
    facts = stated(head + said + "\n")
    assert ("paper wolves", "director", "ada doelund") in facts
    assert ("paper wolves", "screenwriter", "ada doelund") in facts
    assert (("paper wolves", "screenwriter", "ben roewick") in facts) == ("{two}" in line)
    assert {("paper wolves", "country", "norway"), ("paper wolves", "country", "latvia")} <= set(facts)
    assert not any(relation in ("screened_at", "cast_member") for _, relation, _ in facts)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Doelund (teacher) with Paper Wolves (Norway): A reading.",
        "Ada Doelund (writer/director) with her husband (Norway): A reading.",
        "Ada Doelund (writer/director) with Ben Roewick (Norway): A talk.",
        "Ada Doelund (1950) with Paper Wolves (Norway)",
    ],
)
def test_whoever_stands_with_something_else_makes_no_film(line: str) -> None:
    facts = stated(f"The guests of the lab\n\n{line}\n")
    assert not any(relation in ("director", "screenwriter") and film != "paper wolves" for film, relation, _ in facts)
    assert not any(relation == "screenwriter" for _, relation, _ in facts)


def test_rows_that_name_nobody_are_films_with_countries_years_and_lengths() -> None:
    rows = "Nattbussen (The Night Bus), Norway 1966, 92’. DCP\nSaltvind (Salt Wind), Norway/Sweden 1971, 87’. 35mm\nPaper Wolves, Latvia 1979–1989, 101’. DCP\n"
    facts = set(stated(f"A retrospective of Ada Doelund\n\nTHE FILMS\n\n{rows}"))
    assert {("nattbussen", "publication_year", "1966"), ("nattbussen", "country", "norway"), ("nattbussen", "runtime", "92")} <= facts
    assert {("saltvind", "country", "sweden"), ("saltvind", "runtime", "87")} <= facts
    assert {("paper wolves", "publication_year", "1979"), ("paper wolves", "country", "latvia"), ("paper wolves", "runtime", "101")} <= facts
    assert not any(relation == "director" for _, relation, _ in facts)


@pytest.mark.parametrize("row", ["Oslo, Norway 1966, 92’.", "Ada Doelund, Norway 1966", "Norway, Latvia 1971, 87’"])
def test_one_row_of_facts_alone_is_no_film_without_a_maker(row: str) -> None:
    assert not any(relation == "runtime" for _, relation, _ in stated(f"A night at the hall\n\nTickets are sold at the door.\n\n{row}\n"))


JURIES = "PAGES · TICKETS\n\nJuries 2020\n\nMAIN JURY\n\nADA DOELUND – President of the Jury\nNorway / Latvia\n\nAda Doelund (Oslo, 1971) is a director. She made Paper Wolves (2004).\n\nBEN ROEWICK\nNorway\n\nRoewick has photographed forty films.\n\n"


def test_jurors_stand_under_headings_with_their_countries_between_them() -> None:
    page = JURIES + "Newsletter · © 2020 Cottbus Film Festival\n"
    assert {("ada doelund", "jury_member"), ("ben roewick", "jury_member")} <= _of_festival(page, "cottbus")


def test_whose_rights_no_line_states_that_festival_has_no_jury() -> None:
    assert not any(relation == "jury_member" for _, relation, _ in stated(JURIES + "Newsletter · Tickets · Imprint\n"))
    review = "Paper Wolves\n\nAda Doelund directs a bus driver with patience.\n\n© 2020 Cottbus Film Festival\n"
    assert not any("cottbus" in object_ for _, _, object_ in stated(review))


@pytest.mark.parametrize("jury", ["FIPRESCI Jury", "Ecumenical Jury", "Student Jury"])
@pytest.mark.parametrize("verb", ["consisted of", "was made up of"])
def test_the_jury_of_an_organization_has_members_too(jury: str, verb: str) -> None:
    said = f"# Cottbus Film Festival 2023: awards\n\nThe {jury} {verb} Ada Doelund, Ben Roewick and Cora Lindvik."
    assert {("cora lindvik", "jury_member"), ("ada doelund", "jury_member")} <= _of_festival(said, "cottbus")


def test_premieres_stand_under_titles_where_the_films_of_a_programme_follow() -> None:
    page = (
        "Panorama 2018: First Titles\n\nSix films celebrate their premieres at the 68th Berlin International Film Festival.\n\nThe films of the main programme:\n\n"
        "Paper Wolves – Norway / Sweden\nBy Ada Doelund\nWith Ben Roewick, Cora Lindvik\nWorld premiere – Debut film\n\n"
        "Saltvind (Salt Wind) – Latvia\nBy Dina Poelund\nWith Ben Roewick\nEuropean premiere\n"
    )
    assert {("paper wolves", "premiered_at"), ("saltvind", "premiered_at")} <= _of_festival(page, "berlin")


@pytest.mark.parametrize(("one", "other"), [("Venice Film Festival", "Oulu Film Festival"), ("Reno Film Festival", "Oulu Film Festival"), ("Reno Film School", "Oulu Film School")])
def test_what_two_names_end_in_is_nobody_of_its_own(one: str, other: str) -> None:
    found = _entities(f"Ada Doelund's Paper Wolves was presented at the {one} and on Monday was praised at the {other}.")
    assert not found & {"Film Festival", "Film School"}


@pytest.mark.parametrize("body", ["Norwegian Society of Cinematographers", "Oulu Guild of Directors", "Latvian Association of Producers"])
def test_a_body_is_of_those_who_are_in_it(body: str) -> None:
    assert ("ada doelund", "founded", body.lower()) in stated(f"Ada Doelund is a founding member of the {body}.")


def test_a_school_is_of_what_is_taught_there() -> None:
    facts = stated("Ada Doelund, a graduate of the Huston School of Film in Galway, wrote the script of Paper Wolves.")
    assert ("ada doelund", "educated_at", "huston school of film") in facts
    assert not any(relation == "student_of" for _, relation, _ in facts)
