"""Headlines that give every word a capital: their verbs and nouns are no names, and their film is what they quote."""

from __future__ import annotations

import pytest

from extracted import claim_lines, stated


@pytest.mark.parametrize(
    ("headline", "fact"),
    [
        ("Why ‘Night Bus’ Director Ada Weber Built a House She Could Burn Down", "Night Bus | director | Ada Weber"),
        ("How Ada Weber Made ‘Night Bus’ With a Crew of Six and an Old Camera", "Night Bus | director | Ada Weber"),
        ("Neon Buys Ada Weber’s Sundance Hit ‘Night Bus’ in Seven-Figure Deal", "Night Bus | director | Ada Weber"),
        ("Neon Buys Ada Weber’s Sundance Hit ‘Night Bus’ in Seven-Figure Deal", "Night Bus | distributor | Neon"),
        (
            "Ada Weber’s ‘Night Bus’ Wins Top Prize at Locarno Film Festival",
            "Night Bus | screened_at | Locarno Film Festival",
        ),
    ],
)
def test_a_headline_is_read_as_the_sentence_that_it_is(headline: str, fact: str) -> None:
    facts = claim_lines(f"{headline}\n\nThe drama had been shot in Riga, says the trade press.")
    assert fact in facts
    assert not any("Built" in line or "Made" in line or "Buys" in line or "Wins" in line for line in facts)


def test_names_of_the_article_and_of_the_lexicon_keep_their_capitals() -> None:
    facts = claim_lines(
        "Rose Field Joins Cast of Ada Weber’s ‘Night Bus’ for Focus Features\n\nThe actress Rose Field comes from Oslo."
    )
    assert any(line.endswith("Night Bus | cast_member | Rose Field") for line in facts)


def test_the_title_of_a_film_over_its_credits_is_no_headline() -> None:
    facts = stated("What Marta Took Home From the Market\n\nDirector: Ada Weber\nWriter: Tom Hale\nEditor: Kate Rowe\n")
    assert ("what marta took home from the market", "director", "ada weber") in facts


@pytest.mark.parametrize("seen", ["Sundance", "Berlin", "TIFF"])
def test_a_review_is_of_the_film_it_quotes_and_not_of_where_it_was_seen(seen: str) -> None:
    headline = f"{seen} Review: In ‘Night Bus,’ a Driver Comes Home to a Town That No Longer Exists"
    credits = "Crew: Director, writer: Ada Weber. Camera: Hagop Berg. Editor: Paul Reyes.\nWith: Jon Berg, Lena Ost.\n"
    facts = stated(f"{headline}\n\nBy Jane Poe\n\nThe driver gets lost.\n\n{credits}")
    assert {("night bus", "director", "ada weber"), ("night bus", "cast_member", "lena ost")} <= facts
    assert {film for film, relation, _ in facts if relation in ("director", "cast_member", "editor")} == {"night bus"}


def test_what_a_film_is_based_on_is_the_book_and_not_who_wrote_it() -> None:
    facts = stated("“Night Bus” is a drama. The film is loosely based on Carolyn Weber’s 1987 novel “Windfall.”\n")
    assert {thing for _, relation, thing in facts if relation == "based_on"} == {"windfall"}


@pytest.mark.parametrize(
    "headline",
    [
        "‘Night Bus’: Venice Review",
        "Venice Review: In ‘Night Bus,’ a Driver Goes Home",
        "Venice Film Review: ‘Night Bus’",
        "‘Night Bus’ Review | Venice 2019",
        "‘Night Bus’: Film Review | Venice 2019",
    ],
)
def test_where_a_film_was_reviewed_it_was_shown(headline: str) -> None:
    facts = claim_lines(
        f"{headline}\n\nBy Jane Poe\n\nA driver goes home in Ada Weber’s drama. “Night Bus” has few words."
    )
    assert {"Night Bus | screened_at | Venice International Film Festival", "Night Bus | director | Ada Weber"} <= facts


def test_a_drama_that_a_review_compares_is_another() -> None:
    facts = claim_lines(
        "‘Night Bus’: Venice Review\n\nIt is quieter than Ada Weber’s drama, and looks like Max Roe’s comedy."
    )
    assert not {fact for fact in facts if "| director |" in fact}


def test_what_somebody_makes_next_is_not_the_film_under_review() -> None:
    facts = claim_lines("‘Night Bus’: Venice Review\n\n“Night Bus” is quiet. Ada Weber’s next comedy is about bees.")
    assert not {fact for fact in facts if "Night Bus | director |" in fact}


def test_a_city_in_the_headline_of_a_review_is_no_festival_where_it_is_the_subject() -> None:
    facts = claim_lines("Night Bus review – Venice looks grey\n\nA driver goes home in Ada Weber’s drama.")
    assert not {fact for fact in facts if "screened_at" in fact}
