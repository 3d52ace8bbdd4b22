"""Prizes, festivals and juries that no lexicon knows: what a report says of them, in whatever words."""

from __future__ import annotations

import pytest

from extracted import said as said_how


def said(text: str) -> set[tuple[str, str, str]]:
    """The claims of a text, in whatever modality."""
    return {claim[:3] for claim in said_how(text)}


@pytest.mark.parametrize(
    ("sentence", "prize"),
    [
        ("“Night Bus” won the Crossing the Rivers Award.", "Crossing the Rivers Award"),
        ("The HB-Roe Human Spirit Award was presented to the film Night Bus by Max Poe.", "HB-Roe Human Spirit Award"),
        ("“Night Bus” received a Special Mention Certificate.", "Special Mention Certificate"),
        ("“Night Bus” received a Special Mention for Acting.", "Special Mention for Acting"),
        ("The jury awarded “Night Bus” with the Blue Lantern Medal.", "Blue Lantern Medal"),
        ("“Night Bus” by Max Poe won the Best Nordic Newcomer award.", "Best Nordic Newcomer award"),
        ("The People's Award for Best Film went to Max Poe's debut film, Night Bus.", "People's Award for Best Film"),
        ("“Night Bus” won the Ranga Chakra Award (Golden Wheel Award) for Best Film.", "Ranga Chakra Award"),
    ],
)
def test_a_prize_is_called_by_its_whole_name(sentence: str, prize: str) -> None:
    assert ("Night Bus", "won", prize) in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "prize"),
    [
        ("Three-time Academy Award winner Ada Doe came.", "Academy Awards"),
        ("“Night Bus” (2015) brought Ada Doe the Silver Bear for Best Director.", "Silver Bear for Best Director"),
    ],
)
def test_words_beside_a_known_prize_are_no_part_of_its_name(sentence: str, prize: str) -> None:
    assert ("Ada Doe", "won", prize) in said(sentence)


def test_those_of_a_jury_are_one_list_wherever_they_come_from() -> None:
    found = said(
        "At the Harbour Film Festival the jury comprised of Ada Doe from Romania, Jane Roe from Spain "
        "and Paul Brown from Cuba awarded the film Night Bus."
    )
    for member in ("Ada Doe", "Jane Roe", "Paul Brown"):
        assert (member, "jury_member", "Harbour Film Festival") in found


def test_a_report_on_one_evening_gives_its_prizes_to_its_festival() -> None:
    found = said(
        "“Night Bus” won the Best Film award at the 18th Harbour Film Festival on Thursday. The jury was unanimous.\n\n"
        "“The Glass Garden” received the Special Jury Award. An audience award was also given.\n\n"
        "The Student Prize was won by “Lanterns”, and a mention went to its cast."
    )
    assert ("The Glass Garden", "screened_at", "Harbour Film Festival") in found
    assert ("Lanterns", "screened_at", "Harbour Film Festival") in found


def test_a_life_with_prizes_at_several_festivals_is_no_such_report() -> None:
    found = said(
        "Ada Doe won the Best Director award at the 18th Harbour Film Festival for “Night Bus”.\n\n"
        "She received the Jury Prize in Locarno in 2003 and sat on the jury at Cannes and at Venice. "
        "Her “Lanterns” received the Audience Award and another prize."
    )
    assert ("Lanterns", "screened_at", "Harbour Film Festival") not in found


def test_a_festival_that_is_spoken_of_before_any_is_named_is_none_of_those_named_later() -> None:
    found = said(
        "The festival will take place online. Its first film will be “Night Bus”, which screened at Sundance.\n\n"
        "Ada Doe, the founder of the festival, praised it."
    )
    assert not any(relation == "founded" for _, relation, _ in found)


def test_two_winners_of_one_prize_have_a_film_each() -> None:
    found = said(
        "# Harbour critics name their winners\n\nBest Picture: NIGHT BUS\n\n"
        "Best Editing: Ben Roe, NIGHT BUS & Paul Brown, SEPTEMBER 5 (tie)\n\n"
        "Special jury mention for performance: Ada Doe (Lantern) and Jane Roe (The Glass Garden)"
    )
    assert ("Night Bus", "editor", "Ben Roe") in found
    assert ("September 5", "editor", "Paul Brown") in found
    assert ("The Glass Garden", "cast_member", "Jane Roe") in found
    assert not any("&" in subject for subject, _, _ in found)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Producer Ben Roe hired cinematographer Ada Doe to shoot “Night Bus”.",
            {("cinematographer", "Ada Doe"), ("producer", "Ben Roe")},
        ),
        ("Director Ada Doe was hired by Gaumont to shoot “Night Bus”.", {("director", "Ada Doe")}),
        ("Ada Doe was invited by Ben Roe to shoot “Night Bus”.", set()),
    ],
)
def test_who_takes_on_somebody_directs_only_where_the_text_says_so(
    sentence: str, wanted: set[tuple[str, str]]
) -> None:
    found = {claim[1:] for claim in said(sentence) if claim[1] in ("director", "cinematographer", "producer")}
    assert found == wanted


def test_a_semicolon_parts_one_list_from_the_next() -> None:
    found = said("The company arrives with Night Bus by Ada Doe; Ben Roe, Jane Roe and Paul Brown star.")
    assert [value for _, relation, value in found if relation == "director"] == ["Ada Doe"]


def test_what_somebody_is_the_latest_to_join_is_planned() -> None:
    found = said_how("Ada Doe is the latest actress to join “Night Bus”.")
    assert ("Night Bus", "cast_member", "Ada Doe", "planned") in found
