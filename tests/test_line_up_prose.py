"""What announcements and reports of festivals say in prose: juries, lists of films, titles that are places."""

from __future__ import annotations

import pytest

from extracted import extraction_of, said

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
            "The festival will end with “Low Tide”, a village comedy, the fourth feature by Korea’s Kim Tae-yang.",
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
            {("Ada Doe", "Academy Awards")},
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
            "The films are in the hands of a jury headed by Danish woman director Ada Doe, with Japanese director "
            "Ben Roe, Korea’s Chung Ji-hun, Critics’ Week head and Pusan laureate Carl Poe and Max Fox.",
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


@pytest.mark.parametrize(
    "text",
    [
        "With them are Ada Doe (Rain) and Ben Roe (Alma) in director Cora Lind's Silt.",
        "“Rain” is a documentary about the making of the Grey Stones’ “Alma” album.",
        "“Rain”, his Rome-shot film about a group of children, is by Cora Lind.",
    ],
)
def test_who_acts_or_sings_directs_nothing(text: str) -> None:
    assert {person for _, person in _pairs(text, "director")} <= {"Cora Lind"}


def test_the_last_film_that_somebody_shot_is_not_photographed_by_that_director() -> None:
    text = "“Rain”, the final film shot by Ada Doe in her native Chile, is in the programme."
    assert _pairs(text, "cinematographer") == set()


def test_the_films_of_an_actor_are_those_that_the_actor_plays_in() -> None:
    text = "Ben Roe will be honoured. The actor’s recent films, including “Rain” (2023) and “Alma” (1986), are shown."
    assert _pairs(text, "director") == set()
    assert _pairs(text, "cast_member") == {("Rain", "Ben Roe"), ("Alma", "Ben Roe")}


def test_rows_are_shown_in_the_section_that_the_first_paragraph_announces() -> None:
    text = """The festival has announced the line-up for this year’s Cannes Classics programme.

Ada Doe will be the guest of honour.

Films about films:

- Ben Roe’s Garbo in Rome.
- Cora Lind’s The Screen.
"""
    assert _pairs(text, "screened_at") == {
        ("Garbo in Rome", "Cannes Film Festival"), ("The Screen", "Cannes Film Festival")
    }  # fmt: skip
    claims = extraction_of(text).claims
    assert len({str(value) for claim in claims for key, value in claim.qualifiers if key == "section"}) == 1


def test_which_is_said_of_the_film() -> None:
    text = "The debuts include “Rain” from Ada Doe, which won the Golden Leopard at Locarno in 2015."
    assert "Ada Doe" not in {winner for winner, _ in _pairs(text, "won")}


def test_an_oscar_is_no_prize_of_the_festival_that_an_article_reports_on() -> None:
    text = f"{_BUSAN}“Rain” is by Ada Doe, who won an Oscar in 2007. The Special Jury Prize went to “Alma”."
    assert _pairs(text, "won") == {
        ("Ada Doe", "Oscar"),
        ("Alma", "Busan International Film Festival Special Jury Prize"),
    }


def test_a_pronoun_begins_no_line_of_a_list() -> None:
    text = "“Rain” is by Ada Doe.\n\nIt also includes a prize (Water, India)."
    assert _pairs(text, "country") == set()


_OSLO = "The Oslo Film Festival will celebrate its tenth birthday this year.\n\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It will open with the comedy “Rain” by Ada Doe. It will close with “Alma”.", {"Rain", "Alma"}),
        ("A retrospective of her work will include “Rain”, “Alma” and “Silt”.", {"Rain", "Alma", "Silt"}),
        (
            "Also attending the fest will be Ada Doe with her Venice winner “Rain” and Ben Roe with his drama “Alma.”",
            {"Rain", "Alma"},
        ),
        (
            "The competition selection ranges from the tale “Rain” by Ada Doe to road movies, as in “Alma” by Ben Roe.",
            {"Rain", "Alma"},
        ),
        ("The curtain came down with the screening of “Rain.”", {"Rain"}),
        ("The thriller “Rain” featuring stars such as Ada Doe and Ben Roe opened this year's festival.", {"Rain"}),
        ("Ada Doe once wrote about “Rain” in a magazine.", set()),
        ("“Rain” opened a new chapter for Ada Doe.", set()),
    ],
)
def test_what_the_festival_of_an_article_shows(text: str, shown: set[str]) -> None:
    assert _pairs(_OSLO + text, "screened_at") == {(film, "Oslo Film Festival") for film in shown}


def test_a_report_on_a_festival_is_no_review_of_the_film_that_it_names_most() -> None:
    text = (
        "# A focus at the 45th Oslo Film Festival\n\nThe films of the year come together.\n\n"
        "The programme will include “Alma” and “Rain”.\n\n"
        "“Low Tide” is by Ada Doe. The film was a co-production between France and Chile.\n\n"
        "“Rain” is long. People liked “Rain”."
    )
    assert _pairs(text, "country") == {("Low Tide", "France"), ("Low Tide", "Chile")}


def test_what_an_edition_will_feature_is_no_film() -> None:
    text = f"{_BUSAN}“Alma” was seen.\n\nThis year's edition will feature the world premiere of “Rain” by Ada Doe."
    assert ("Alma", "Busan International Film Festival") not in _pairs(text, "premiered_at")


def test_what_somebody_says_of_a_prize_is_no_winner() -> None:
    text = (
        "The Oslo Film Festival ended yesterday.\n\nPeople’s Choice Award - As the name says, these always go to "
        "a film that everybody likes and this year is no exception. “Rain” by Ada Doe."
    )
    assert {film for film, _ in _pairs(text, "won")} <= {"Rain"}
