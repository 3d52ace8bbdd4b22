"""Main clauses and what is set off in them: whose verb it is, and which year and ordinal go with a clause."""

from __future__ import annotations

import pytest

from extracted import claim_lines, extraction_of, pairs


def years(text: str, relation: str) -> set[str | None]:
    found = {claim.qualifier("year") for claim in extraction_of(text).claims if claim.predicate == relation}
    return {getattr(each, "value", None) for each in found}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            "*Grey Dog*, which Ada Doe wrote with Ben Roe, took the Golden Leopard at Locarno.",
            "won",
            {("Grey Dog", "Golden Leopard")},
        ),
        (
            "*Grey Dog*, whose crew was from Riga and whose score Ada Doe wrote, took the Golden Leopard at Locarno.",
            "won",
            {("Grey Dog", "Golden Leopard")},
        ),
        (
            "The jury, which was chaired by Ada Doe and included Ben Roe, awarded the Golden Lion to *Grey Dog*.",
            "won",
            {("Grey Dog", "Golden Lion")},
        ),
        ("The jury, led by Ada Doe, gave *Grey Dog* the Golden Lion.", "won", {("Grey Dog", "Golden Lion")}),
        ("A jury headed by Ada Doe awarded *Grey Dog* the Golden Lion.", "won", {("Grey Dog", "Golden Lion")}),
        (
            "The Golden Lion, presented by jury president Ada Doe, went to *Grey Dog*.",
            "won",
            {("Grey Dog", "Golden Lion")},
        ),
        (
            "*Grey Dog* by Ada Doe, only her second feature after *Night Bus*, won the Golden Lion.",
            "won",
            {("Grey Dog", "Golden Lion")},
        ),
        ("Ben Roe, who had met Ada Doe in Rome, directed *Grey Dog*.", "director", {("Grey Dog", "Ben Roe")}),
    ],
)
def test_a_verb_belongs_to_the_noun_before_what_is_set_off(
    text: str, relation: str, expected: set[tuple[str, str]]
) -> None:
    assert pairs(text, relation) == expected


def test_what_a_relative_clause_says_is_still_read() -> None:
    text = "Ben Roe, who studied at FAMU with Ada Doe, directed *Grey Dog*."
    assert pairs(text, "director") == {("Grey Dog", "Ben Roe")}
    assert {subject for subject, _ in pairs(text, "educated_at")} >= {"Ben Roe"}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            "In 2014 *Grey Dog* by Ada Doe opened. That autumn she was guest director of the Telluride Film Festival.",
            "festival_role",
            {"2014"},
        ),
        (
            "In 2014 Ada Doe's *Grey Dog* opened in Vienna. That September the director sat on the jury at Locarno.",
            "jury_member",
            {"2014"},
        ),
        (
            "Ben Roe was a juror at Locarno in 2010. Twelve months later he won the Golden Leopard for *Grey Dog*.",
            "won",
            {"2011"},
        ),
        ("Ada Doe shot *Grey Dog* in 2015 and Venice showed it the year after.", "screened_at", {"2016"}),
        (
            "In 2015 Ada Doe moved to Rome. Venice had shown her film *Grey Dog* the year before.",
            "screened_at",
            {"2014"},
        ),
        # What follows "and" is another clause.
        (
            "In 2015 Ada Doe made *Grey Dog*. She was a juror at Karlovy Vary and in 2019 moved to Berlin.",
            "jury_member",
            {None},
        ),
    ],
)
def test_years_that_are_told_by_other_words(text: str, relation: str, expected: set[str | None]) -> None:
    assert years(text, relation) == expected


def test_that_summer_may_name_something_else() -> None:
    text = "In 2014 *Grey Dog* opened in Vienna. That summer school made Ada Doe a juror at Locarno."
    assert years(text, "jury_member") <= {None}


def test_a_film_that_is_counted_from_is_not_the_one_counted() -> None:
    text = "*Grey Dog* is Ada Doe's second film after *Night Bus*."
    ordinals = {
        (claim.subject, getattr(claim.qualifier("ordinal"), "value", None))
        for claim in extraction_of(text).claims
        if claim.predicate == "director"
    }
    assert ("film:grey dog", "second") in ordinals
    assert ("film:night bus", "second") not in ordinals


def test_a_year_that_comes_from_another_sentence_is_among_what_its_evidence_states() -> None:
    text = "*Grey Dog* by Ada Doe was shown at Locarno in 2014. At Locarno it won the Golden Leopard."
    won = [claim for claim in extraction_of(text).claims if claim.predicate == "won"]
    assert won
    assert all("year" in evidence.states for claim in won for evidence in claim.evidence)


@pytest.mark.parametrize("town", ["Venice", "Locarno", "Toronto"])
def test_a_town_that_shows_a_film_is_its_festival(town: str) -> None:
    found = pairs(f"{town} showed *Grey Dog* by Ada Doe in 2016.", "screened_at")
    assert {film for film, _ in found} == {"Grey Dog"}
    assert not pairs(f"{town} showed her what a harbour is. Ada Doe made *Grey Dog*.", "screened_at")


def test_a_title_that_names_a_section_and_a_year_tells_the_edition() -> None:
    text = "# Un Certain Regard 2016\n\nThe jury under Ada Doe gave its main prize to *Grey Dog* by Ben Roe.\n"
    assert years(text, "jury_member") == {"2016"}
    assert years(text, "won") == {"2016"}


def test_a_surname_alone_is_that_of_whom_the_article_tells() -> None:
    text = (
        "# Ada Doe\n\nDirector Ada Doe was born in 1973. Her brother Ben Doe is an actor. In 2007 Doe's *Grey Dog* won "
        "the Golden Bear. Ben Doe plays a clerk in it; Doe sings.\n"
    )
    assert pairs(text, "director") == {("Grey Dog", "Ada Doe")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Doe and Ben Roe created this new section of the Cannes Film Festival in 1998.",
        "It is the first time that Ada Doe has opened the Busan Film Festival.",
    ],
)
def test_who_makes_a_part_of_a_festival_has_not_founded_it(text: str) -> None:
    assert not pairs(text, "founded")
    assert pairs("Ada Doe founded the Cannes Film Festival in 1998.", "founded")


def test_a_year_in_the_possessive_is_that_of_the_film() -> None:
    text = "The director Ada Doe made her debut with 1979's Family Table, which won the Golden Leopard."
    assert pairs(text, "director") == {("Family Table", "Ada Doe")}
    assert pairs(text, "publication_year") == {("Family Table", "1979")}


def test_a_title_in_capitals_may_begin_with_an_abbreviation() -> None:
    text = "Ada Doe played a maid in Ben Roe's MR. HARBOUR and a nun in MRS. MILLER (1971)."
    assert {film for film, _ in pairs(text, "cast_member")} >= {"Mr. Harbour"}


def test_a_year_of_a_relative_clause_is_its_own_and_what_looks_back_moves_no_calendar() -> None:
    text = (
        "# Un Certain Regard 2016\n\nThe year before, Eva Hart had been in competition with *Red Hat*.\n\n"
        "Ada Doe, who had sat on this very jury twelve months earlier, won best director for *Grey Dog*.\n"
    )
    assert years(text, "won") == {"2016"}
    assert years(text, "jury_member") == {"2015"}


def test_credits_under_an_article_are_those_of_the_film_in_its_title() -> None:
    text = (
        "---\ntitle: 'Salt Island, a ferry of their own'\n---\n\n*Salt Island* is a quiet film about a ferry.\n\n"
        "## Credits\n\n- Director: Ada Doe\n- Producers: Ben Roe, Eva Hart\n- Year: 2016\n- Country: Norway\n"
    )
    assert pairs(text, "producer") == {("Salt Island", "Ben Roe"), ("Salt Island", "Eva Hart")}
    claim = next(each for each in extraction_of(text, ".md").claims if each.predicate == "publication_year")
    assert claim.evidence[0].quote == "Year: 2016"


@pytest.mark.parametrize(
    "aside", ["starring Ben Roe", "starring Ben Roe and Cora Lind", "featuring Ben Roe", "made with Ben Roe"]
)
def test_who_plays_in_a_film_stands_between_it_and_its_verb(aside: str) -> None:
    facts = claim_lines(f"Ada Doe's film “Night Bus”, {aside}, won the Golden Lion.")
    assert "Night Bus | won | Golden Lion" in facts
    assert not {fact for fact in facts if fact.startswith(("Ben Roe | won", "Cora Lind | won"))}


def test_who_co_wrote_a_film_did_not_win_its_prize() -> None:
    facts = claim_lines("The film “Night Bus”, co-written with Ben Roe, won the Golden Lion.")
    assert "Night Bus | won | Golden Lion" in facts
    assert "Ben Roe | won | Golden Lion" not in facts


@pytest.mark.parametrize("there", ["at FAMU, in the class of Ben Roe,", "at FAMU under Ben Roe"])
def test_what_a_student_did_next_is_not_what_the_teacher_did(there: str) -> None:
    school = "Netherlands Film Academy"
    facts = claim_lines(f"Ada Doe studied directing {there} and later completed a degree at the {school}.")
    assert {f"Ada Doe | educated_at | {school}", "Ben Roe | taught_at | FAMU"} <= facts
    assert not {f"Ben Roe | educated_at | {school}", f"Ben Roe | taught_at | {school}"} & facts
