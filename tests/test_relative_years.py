"""Years that a text gives by other years."""

from __future__ import annotations

import pytest

from cinegraph.extract.time import relative_years
from cinegraph.model import Literal
from extracted import extraction_of


@pytest.mark.parametrize(
    ("phrase", "year"),
    [
        ("a decade later she won", "2014"),
        ("two decades earlier she won", "1984"),
        ("four years on came another", "2008"),
        ("three years before, she won", "2001"),
        ("the following may she won", "2005"),
        ("that same autumn she won", "2004"),
        ("it opened that june.", "2004"),
        ("five years after that it opened", "2009"),
    ],
)
def test_a_year_is_counted_from_the_one_given_last(phrase: str, year: str) -> None:
    assert [node.text for node in relative_years(phrase, 0, "2024", "2004")] == [year]


@pytest.mark.parametrize(
    "phrase", ["the years after the war", "two years before she was born", "that may be so", "on that decade"]
)
def test_what_counts_no_years(phrase: str) -> None:
    assert not list(relative_years(phrase, 0, "2024", "2004"))


def test_a_year_of_the_sentence_itself_is_nearer() -> None:
    sentence = "she shot it in 1956 and the other two years later"
    assert [node.text for node in relative_years(sentence, 0, "2024", "1930", [(15, "1956")])] == ["1958"]


def _year_of_prize(text: str) -> set[object]:
    won = [claim for claim in extraction_of(text).claims if claim.predicate == "won"]
    return {value for claim in won for key, value in claim.qualifiers if key == "year"}


def test_years_after_a_film_are_counted_from_its_year() -> None:
    text = "Ada Doe directed Night Bus (1990). She rested. Three years after Night Bus, she won the Golden Lion."
    assert {getattr(v, "value", v) for v in _year_of_prize(text)} == {"1993"}


def test_a_year_behind_a_semicolon_is_that_of_its_clause() -> None:
    text = (
        "In 2015 Ada Doe's “Night Bus” won nothing; in 2018 it was Ben Roe's turn, "
        "and the president of the jury of the Berlinale was Cora Lind."
    )
    claims = [claim for claim in extraction_of(text).claims if claim.predicate == "jury_member"]
    assert [claim.qualifier("year") for claim in claims] == [Literal("2018")]
