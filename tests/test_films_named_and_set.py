"""How a film is named and set in a sentence changes nothing of what is said of it."""

from __future__ import annotations

import pytest

from extracted import pairs, said

DIRECTED = [
    ("“Night Bus,” an animated film by Liu Han of China, took home two prizes.", ("Night Bus", "Liu Han")),
    ("“Night Bus,” made by Ada Doe for the German channel TNT, is a drama.", ("Night Bus", "Ada Doe")),
    ("“Night Bus” by Ada Doe, with Sally Roe and Ben Moe, has its European bow in Berlin.", ("Night Bus", "Ada Doe")),
    ("The Golden Lion went to Ada Doe for “Night Bus” (original title: “Nattbuss”).", ("Night Bus", "Ada Doe")),
]


@pytest.mark.parametrize(("sentence", "directed"), DIRECTED, ids=[row[0] for row in DIRECTED])
def test_who_directed_the_film(sentence: str, directed: tuple[str, str]) -> None:
    assert pairs(sentence, "director") == {directed}


@pytest.mark.parametrize(
    "film", ["the much-praised Night Bus", "the Latvian Night Bus", "the Latvian “Night Bus”", "this year's Night Bus"]
)
def test_what_a_film_is_like_is_no_part_of_its_title(film: str) -> None:
    assert pairs(f"Ada Doe starred in {film}.", "cast_member") == {("Night Bus", "Ada Doe")}


def test_a_nation_that_is_a_title_s_stays_there() -> None:
    assert pairs("The Danish Girl won the Golden Lion.", "won") == {("The Danish Girl", "Golden Lion")}


def test_a_channel_behind_a_nation_is_no_film() -> None:
    text = "“Night Bus,” made by Ada Doe for the German channel TNT, is a drama. Ben Roe wrote its score."
    assert {each[0] for each in said(text)} == {"Night Bus"}


def test_what_runs_for_a_prize_has_not_won_it() -> None:
    text = "Only one of the three runs for the Golden Bear: “Quiet Hours,” an animated film by Liu Han of China."
    assert pairs(text, "nominated_for") == {("Quiet Hours", "Golden Bear")}
    assert not said(text, "won")


def test_what_names_a_prize_before_a_colon_still_names_its_winner() -> None:
    text = "Winners of the festival\n\nGolden Bear: “Quiet Hours” by Liu Han\nSilver Bear: “Cold Tea” by Ada Doe\n"
    assert pairs(text, "won") >= {("Quiet Hours", "Golden Bear"), ("Cold Tea", "Silver Bear")}


def test_a_sentence_before_countries_is_no_title() -> None:
    text = "Jane Roe won the Volpi Cup for Best Actress at Venice for Night Bus (Latvia/Finland, 2001, 95 min.)."
    assert pairs(text, "cast_member") == {("Night Bus", "Jane Roe")}
    assert {each[0] for each in said(text, "country")} <= {"Night Bus"}


def test_whom_a_film_features_is_no_film() -> None:
    assert pairs("“Night Bus”, which also features the young Ben Roe, did well.", "cast_member") == {
        ("Night Bus", "Ben Roe")
    }


@pytest.mark.parametrize("whose", ["the novel", "the acclaimed novel", "the late author's"])
def test_praise_of_a_book_tells_nothing_of_a_film(whose: str) -> None:
    assert not pairs(f"Ada Doe wrote {whose} “Cold Tea”.", "screenwriter")
