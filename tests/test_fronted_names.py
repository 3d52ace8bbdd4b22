"""A place, festival, school or day in front of a name: both are read; the films of several makers in one list."""

from __future__ import annotations

import pytest

from extracted import extraction_of, pairs, stated


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("At Cannes Anna Weber won the Palme d'Or.", "won", ("Anna Weber", "Palme d'Or")),
        ("In France Anna Weber made “The Salt Road”.", "director", ("The Salt Road", "Anna Weber")),
        ("On Monday Ivo Brandt won the Golden Lion.", "won", ("Ivo Brandt", "Golden Lion")),
        ("For Netflix Ivo Brandt directed “The Salt Road”.", "director", ("The Salt Road", "Ivo Brandt")),
        ("At the Sarajevo Film Academy Anna Weber directed “Rain”.", "director", ("Rain", "Anna Weber")),
        (
            "Anna Weber lives in Rome. In New York Weber made “The Salt Road”.", "director",
            ("The Salt Road", "Anna Weber"),
        ),
        ("They saw In Bruges by Martin McDonagh.", "director", ("In Bruges", "Martin McDonagh")),
    ],
)  # fmt: skip
def test_a_known_name_in_front_is_no_part_of_the_person_s(text: str, relation: str, expected: tuple[str, str]) -> None:
    assert pairs(text, relation) == {expected}


def test_the_films_of_several_makers_stand_side_by_side() -> None:
    text = (
        "Cannes had three Romanian films in the official selection: "
        "Ana Pop's “The Well”, Ivo Brandt's “Salt” and Li Han's “Noon”."
    )
    assert pairs(text, "director") == {("The Well", "Ana Pop"), ("Salt", "Ivo Brandt"), ("Noon", "Li Han")}
    assert {film for film, _ in pairs(text, "screened_at")} == {"The Well", "Salt", "Noon"}


def test_a_novel_in_a_list_is_not_its_writer_s_film() -> None:
    text = "The programme is about Ana Pop's “The Well” and Ivo Brandt's novel “Salt”."
    assert ("Salt", "Ivo Brandt") not in pairs(text, "director")


def test_an_announced_jury_is_no_list_of_winners() -> None:
    said = stated("Karlovy Vary has named its Crystal Globe jury: Ana Pop, Ivo Brandt and Lea Blank.")
    assert not {relation for _, relation, _ in said} & {"won", "director"}
    assert len([1 for _, relation, _ in said if relation == "jury_member"]) == 3


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("In July Slack was named Best Irish First Feature at the Galway Film Fleadh.", {"Slack"}),
        ("In September came an invitation from Toronto.", set()),
        ("Ben Rivers's Bogancloch revisits Jake Williams, the hermit of the woods.", {"Bogancloch"}),
        ("Her first film, Bora (1999), produced by Domenico Procacci's Fandango, was shown at Venice.", {"Bora"}),
        ("Anna Weber's By the Stream, with Lea Blank, makes it four visits for her.", {"By the Stream"}),
    ],
)
def test_days_verbs_and_companies_are_no_part_of_a_title(text: str, films: set[str]) -> None:
    extraction = extraction_of(text)
    assert {entity.label for entity in extraction.entities if entity.type.value == "Film"} == films
