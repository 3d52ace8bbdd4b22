"""The school whose news an article is: who is said to have studied or to teach there."""

from __future__ import annotations

import pytest

from extracted import extraction_of, said

NEWS = """News from the Łódź Film School

It was a good winter for our graduates.

{sentence}
"""


def _people(sentence: str, relation: str = "educated_at") -> set[str]:
    found = said(NEWS.format(sentence=sentence), relation)
    assert {school for _, _, school, _ in found} <= {"Łódź Film School"}
    return {person for person, *_ in found}


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Alumna Ada Doe won the Golden Bear for “Night Bus”.", {"Ada Doe"}),
        ("“Night Bus” was shot by alumni Ada Doe and Ben Roe.", {"Ada Doe", "Ben Roe"}),
        ("Fellow student Ben Roe edited “Night Bus”.", {"Ben Roe"}),
        ("“Night Bus”, by former student Ben Roe, won.", {"Ben Roe"}),
        ("Ben Roe, still a student here, directed “Night Bus”.", {"Ben Roe"}),
        ("Ben Roe, a fourth-year student, directed “Night Bus”.", {"Ben Roe"}),
        ("Ada Doe (Directing, 2016) directed “Night Bus”.", {"Ada Doe"}),
        ("Ada Doe ’16 directed “Night Bus”.", {"Ada Doe"}),
        ("Ada Doe met VGIK graduate Ben Roe in Oslo.", set()),
        ("Ada Doe, a graduate of VGIK, directed “Night Bus”.", set()),
        ("Alumna Ada Doe and Ben Roe directed “Night Bus”.", {"Ada Doe"}),
        ("Ada Doe directed “Night Bus” (Norway, 2016).", set()),
    ],
)
def test_alumni_studied_at_the_school_whose_news_it_is(sentence: str, people: set[str]) -> None:
    found = {row for row in said(NEWS.format(sentence=sentence), "educated_at") if row[2] == "Łódź Film School"}
    assert {person for person, *_ in found} == people


def test_the_year_and_the_department_behind_a_name_are_those_of_the_studies() -> None:
    claims = extraction_of(NEWS.format(sentence="Ada Doe (Directing, 2016) directed “Night Bus”.")).claims
    told = next(dict(claim.qualifiers) for claim in claims if claim.predicate == "educated_at")
    assert {key: value.value for key, value in told.items()} == {"year": "2016", "field": "directing"}
    assert not [claim for claim in claims if claim.predicate == "publication_year"]


def test_its_professors_teach_there() -> None:
    assert _people("Professor Cora Lind sat on the jury.", "taught_at") == {"Cora Lind"}


def test_elsewhere_an_alumna_is_of_no_school_that_was_named_before() -> None:
    text = "The Łódź Film School has a new cinema.\n\nAlumna Ada Doe directed “Night Bus”.\n"
    assert not said(text, "educated_at")
