"""What announcements and reports of festivals say in prose: juries, lists of films, titles that are places."""

from __future__ import annotations

import pytest

from extracted import said

_BUSAN = "# Busan 2013: the line-up\n\n"
Told = set[tuple[str, str]]


def _pairs(text: str, relation: str) -> Told:
    return {(subject, value) for subject, _, value, _ in said(text, relation)}


@pytest.mark.parametrize(
    ("text", "relation", "told"),
    [
        (
            "In her film Bergen, Swiss-Chilean director Ada Doe looks at a harbour.",
            "director",
            {("Bergen", "Ada Doe")},
        ),
        ("Ada Doe's second film, Oslo, was liked.", "director", {("Oslo", "Ada Doe")}),
        ("Ada Doe shot her film in Oslo.", "director", set()),
        (
            "The festival will end with “Low Tide”, a family melodrama that is the third film by Korea’s Kim Tae-yang.",
            "director",
            {("Low Tide", "Kim Tae-yang")},
        ),
        ("It opens with “Rain”, the third film by Buddhist monk Dorji Tenzin.", "director", {("Rain", "Dorji Tenzin")}),
        (
            "The prizes went to “Rain,” an experimental film by Thai director Ada Doe that tells of an island and "
            "“Alma,” a co-production directed by Eva Poe about a nurse.",
            "director",
            {("Rain", "Ada Doe"), ("Alma", "Eva Poe")},
        ),
        (
            "It also includes the first ever Mongolian feature “Rain” by Bat Bold and Indian director Ada Rao’s Alma.",
            "country",
            {("Rain", "Mongolia")},
        ),
        (
            "Rain is a debut for Ada Doe, who received an Oscar nomination for her short film Alma in 2007.",
            "nominated_for",
            {("Ada Doe", "Oscar")},
        ),
        ("The programme has Rain, a debut for Ada Doe, who won an Oscar in 2007.", "won", {("Ada Doe", "Oscar")}),
    ],
)
def test_whom_and_what_a_sentence_means(text: str, relation: str, told: Told) -> None:
    assert _pairs(text, relation) == told


@pytest.mark.parametrize(
    ("text", "jurors"),
    [
        (
            "The films will be judged by a jury headed by Iranian woman director Ada Doe, with Japanese director "
            "Ben Roe, Korea’s Chung Ji-hun, Critics’ Week head and Busan prize recipient Carl Poe and Max Fox.",
            {"Ada Doe", "Ben Roe", "Chung Ji-hun", "Carl Poe", "Max Fox"},
        ),
        (
            "The jury was chaired by Cora Lind alongside Spanish actress Dina Fox, Eva Moss and critic Gil Ram.",
            {"Cora Lind", "Dina Fox", "Eva Moss", "Gil Ram"},
        ),
        ("A jury led by Hal Orr, with no member from Spain, saw “Rain” by Ivo Pan.", {"Hal Orr"}),
    ],
)
def test_those_who_sit_beside_the_head_of_a_jury_are_jurors(text: str, jurors: set[str]) -> None:
    assert _pairs(_BUSAN + text, "jury_member") == {(juror, "Busan International Film Festival") for juror in jurors}


def test_an_oscar_is_no_prize_of_the_festival_that_an_article_reports_on() -> None:
    text = f"{_BUSAN}“Rain” is by Ada Doe, who won an Oscar in 2007. The Special Jury Prize went to “Alma”."
    assert _pairs(text, "won") == {
        ("Ada Doe", "Oscar"),
        ("Alma", "Busan International Film Festival Special Jury Prize"),
    }


def test_a_pronoun_begins_no_line_of_a_list() -> None:
    text = "“Rain” is by Ada Doe.\n\nIt also includes a prize (Water, India)."
    assert _pairs(text, "country") == set()
