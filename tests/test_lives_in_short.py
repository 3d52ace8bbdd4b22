"""Short lives, as works of reference, festival pages and jury announcements tell them."""

from __future__ import annotations

import pytest

from extracted import pairs

LIST = (
    "The jury is headed by Jane Roe. She is joined by German actor Max Poe, French critic Ben "
    "Roe, and Danish director Ada Doe"
)


def test_what_hangs_on_the_last_of_a_list_is_said_of_that_one_alone() -> None:
    text = f'{LIST}, whose debut "Night Bus" won the Golden Shell in San Sebastián in 2020.'
    assert pairs(text, "director") == {("Night Bus", "Ada Doe")}


def test_a_pair_shares_what_is_said_of_both() -> None:
    text = 'The prize went to Max Poe and Ada Doe, whose film "Night Bus" opened in May.'
    assert {("Night Bus", "Max Poe"), ("Night Bus", "Ada Doe")} <= pairs(text, "director")


def test_a_jury_sits_at_its_own_festival_not_where_a_juror_won() -> None:
    text = (
        f'# Marrakech Film Festival 2018\n\n{LIST}, whose debut "Night Bus" won the Golden Shell in '
        f'San Sebastián in 2015.'
    )
    jurors = pairs(text, "jury_member")
    assert ("Max Poe", "Marrakech International Film Festival") in jurors
    assert not any(festival.startswith("San Seb") for _, festival in jurors)


@pytest.mark.parametrize(
    "opening",
    [
        "Ada Doe is a Danish director.",
        "Ada Doe (born 4 June 1949 in Aarhus) was a Danish film director and screenwriter.",
        "Ada Doe, director.",
    ],
)
def test_whom_the_first_sentence_defines_an_article_is_about(opening: str) -> None:
    text = (
        f"{opening} Her first film was Night Bus. It was produced by Max Poe, shot by Max Poe and "
        f"cut by Max Poe.\n\nShe also made Cold Tea (1961)."
    )
    assert ("Cold Tea", "Ada Doe") in pairs(text, "director")


def test_the_categories_of_an_evening_are_prizes_of_it() -> None:
    text = (
        "Ada Doe is an actress. She won two Bodil Awards: Best Actress for Night Bus in 1989 and "
        "Best Supporting Actress for Cold Tea in 1996."
    )
    won = pairs(text, "won")
    assert len({award for person, award in won if person == "Ada Doe"}) == 2
    assert ("Ada Doe", "Bodil Awards") not in won
    assert {("Night Bus", "Ada Doe"), ("Cold Tea", "Ada Doe")} <= pairs(text, "cast_member")


def test_a_prize_and_its_category_are_one_award() -> None:
    assert pairs("Ada Doe received the Platino Award for Best Editing in 2014.", "won") == {
        ("Ada Doe", "Platino Award for Best Editing")
    }
    assert pairs("Ada Doe won the Silver Condor for best editing in 2014.", "won") == {
        ("Ada Doe", "Silver Condor for best editing")
    }
    assert pairs("Ada Doe got the Kerala State Film Award for Best Actress in 2014.", "won") == {
        ("Ada Doe", "Kerala State Film Award for Best Actress")
    }


def test_who_won_for_the_last_of_many_films_did_not_win_for_all() -> None:
    text = (
        "Ada Doe was an actress. Doe appeared in forty films, among them Night Bus (1953) and Cold "
        "Tea (1961), and won the Silver Bear for Best Actress at the Berlinale."
    )
    assert pairs(text, "won") == {("Ada Doe", "Silver Bear for Best Actress")}


def test_an_entry_for_a_prize_has_not_won_it() -> None:
    text = (
        "Night Bus is a 1987 Greek drama film. It was selected as the Greek entry for the Best "
        "Foreign Language Film at the 60th Academy Awards."
    )
    assert not pairs(text, "won")


def test_a_surname_in_a_list_after_a_series_is_its_bearer() -> None:
    text = (
        "Omar Poe is an Irish actor. After appearing in an episode of the television series The "
        "Governor, Poe was cast in Night Bus."
    )
    assert ("Night Bus", "Omar Poe") in pairs(text, "cast_member")


def test_people_of_a_list_may_have_their_countries_beside_them() -> None:
    text = (
        "Ada Doe was Jury President of the 76th Locarno Film Festival. "
        "She was joined by Ben Roe (USA), Jane Poe (Hong Kong, China), Max Lind (Germany) and Eva Kay (Ukraine)."
    )
    jurors = {person for person, festival in pairs(text, "jury_member") if festival == "Locarno Film Festival"}
    assert jurors == {"Ada Doe", "Ben Roe", "Jane Poe", "Max Lind", "Eva Kay"}


def test_an_abbreviation_ends_no_title() -> None:
    text = "Ada Doe is an actress. She is best known for The Death of Mr. Lazar (2005)."
    assert ("The Death of Mr. Lazar", "2005") in pairs(text, "publication_year")
