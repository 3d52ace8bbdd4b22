"""Articles in flowing prose: where titles end, which film a clause is about, and what is told of no film at all."""

from __future__ import annotations

import pytest

from extracted import extraction_of, pairs, said


def names_of_films(text: str) -> set[str]:
    return {name for entity in extraction_of(text).entities if entity.type.value == "Film" for name in entity.names}


@pytest.mark.parametrize(
    ("text", "film"),
    [
        (
            "Ruy Guerra made Ljubav (Love Affair, or the Case of the Lost Operator, 1967).",
            "Love Affair, or the Case of the Lost Operator",
        ),
        ("Juraj Novak then shot Vtáčkovia (Birds, Orphans and Fools, 1969).", "Birds, Orphans and Fools"),
        ("Juraj Novak's Zbehovia a pútnici (The Deserter and the Nomads, 1968) was banned.", "Zbehovia a pútnici"),
        ("Beyond the Hills (2012) was directed by Cristian Mungiu.", "Beyond the Hills"),
        ("Kihachi Okamoto's The Sword of Doom was made by Toho.", "The Sword of Doom"),
        ("Andrzej Żuławski's Possession was shot by Bruno Nuytten.", "Possession"),
        ("She directed Come, Come, Come Home (1989).", "Come, Come, Come Home"),
        ("Ritwik Das made Ghar in 1977.", "Ghar"),
    ],
)
def test_a_title_begins_and_ends_where_it_does(text: str, film: str) -> None:
    assert film in names_of_films(text)


def test_what_a_film_is_made_from_may_have_its_name() -> None:
    text = (
        "Tropic of Capricorn is a 1970 drama film directed by Joseph Strick. It is based "
        "on the novel Tropic of Capricorn by Henry Lind."
    )
    assert pairs(text, "director") == {("Tropic of Capricorn", "Joseph Strick")}
    assert pairs(text, "author_of") == {("Henry Lind", "Tropic of Capricorn")}


@pytest.mark.parametrize("subject", ["films on Buddhism", "a book on Marxism", "documentaries on Stalin"])
def test_what_films_are_about_is_no_film(subject: str) -> None:
    assert not names_of_films(f"Anna Roy is a director. Over the years Anna Roy made {subject}.")


def test_a_school_is_called_after_a_saint() -> None:
    text = "Anna Roy was educated at St Mary's Convent and at King's College London."
    assert ("Anna Roy", "St Mary's Convent") in pairs(text, "educated_at")


def test_the_author_of_a_source_is_a_person() -> None:
    text = "Ivo Lind's Crvena zemlja (1978) was adapted from a bestseller by Karuna Jayalath, a tale of two sisters."
    assert {author for author, _ in pairs(text, "author_of")} == {"Karuna Jayalath"}


@pytest.mark.parametrize(
    "clause",
    [
        "Her earlier films were written by Ben Roe.",
        "Most of them starred Ben Roe.",
        "Many films have been shot in this valley by Ben Roe.",
        "One western was produced by Ben Roe.",
        "Her novel was edited by Ben Roe.",
        "A play by Max Hill was staged that year with Ben Roe in the lead.",
        "Each was shot by Ben Roe.",
        "Another screenplay was written by Ben Roe.",
    ],
)
def test_what_is_told_of_works_in_general_is_told_of_no_film(clause: str) -> None:
    assert not [
        fact
        for fact in said(f"“Slow Water” was directed by Eva Moss. {clause}")
        if fact[0] == "Slow Water" and fact[2] == "Ben Roe"
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "One of her most personal films, it was written by Ben Roe.",
        "Like most of her films, it was written by Ben Roe.",
        "The script was written by Ben Roe.",
    ],
)
def test_what_a_film_has_in_common_with_others_is_its_own(clause: str) -> None:
    assert pairs(f"“Slow Water” was directed by Eva Moss. {clause}", "screenwriter") == {("Slow Water", "Ben Roe")}


def test_nothing_is_shot_where_all_pictures_were_made() -> None:
    text = (
        "Until Eva Moss's first feature, “Slow Water”, almost every picture made on the island had been shot in Madrid."
    )
    assert not pairs(text, "filming_location")


@pytest.mark.parametrize(
    "text",
    [
        "The film “Blue Door” was a hit, but it is for the film “Slow Water” she lives. It was shot by Ben Roe.",
        "The film “Blue Door” flopped; the film “Slow Water” did better. It was shot by Ben Roe.",
        "Success followed with the film “Blue Door” and above all with the film “Slow Water”. It was shot by Ben Roe.",
    ],
)
def test_it_is_the_film_of_the_last_clause(text: str) -> None:
    assert pairs(text, "cinematographer") == {("Slow Water", "Ben Roe")}


def test_the_next_film_of_the_past_is_no_plan() -> None:
    assert said("Her next film, “Slow Water”, was produced by Ben Roe.", "producer") == {
        ("Slow Water", "producer", "Ben Roe", "asserted")
    }
    assert said("Her next film, “Slow Water”, will be produced by Ben Roe.", "producer") == {
        ("Slow Water", "producer", "Ben Roe", "planned")
    }


def test_films_made_one_after_the_other_are_all_their_makers() -> None:
    text = "Anna Roy made “Blue Door” in 1990 and “Slow Water” in 1993."
    assert pairs(text, "director") == {("Blue Door", "Anna Roy"), ("Slow Water", "Anna Roy")}


def test_who_a_spouse_is_does_nothing_that_the_spouse_did() -> None:
    text = "Barbara Lind made no other feature; her husband, Elia Moss, directed “Night Bus”."
    assert pairs(text, "director") == {("Night Bus", "Elia Moss")}


def test_a_subject_after_a_film_is_no_film() -> None:
    text = "After Blue Door (1990), Ada Doe made Slow Water (1993)."
    assert names_of_films(text) == {"Blue Door", "Slow Water"}


def test_credits_in_the_order_of_another_language() -> None:
    text = (
        "The tape «Two Nights» saw the light in 1961. In the main roles were filmed Anna Petrova and Ivan Sidorov. "
        "The scenario to it wrote Olga Lind, the music – Max Hill. As operator on the picture worked Peter Roe."
    )
    assert pairs(text, "publication_year") == {("Two Nights", "1961")}
    assert pairs(text, "cast_member") == {("Two Nights", "Anna Petrova"), ("Two Nights", "Ivan Sidorov")}
    assert pairs(text, "screenwriter") == {("Two Nights", "Olga Lind")}
    assert pairs(text, "composer") == {("Two Nights", "Max Hill")}
    assert pairs(text, "cinematographer") == {("Two Nights", "Peter Roe")}


def test_a_festival_or_a_magazine_in_quotation_marks_is_no_film() -> None:
    text = "Anna Roy is a director. The magazine «Sight and Dust» praised her on the «Black Nights» festival."
    assert not names_of_films(text)


def test_who_wrote_the_story_that_a_film_is_from_did_not_write_the_film() -> None:
    text = "The film “Slow Water”, from a story by Ben Roe, opened. Its script is by Eva Moss."
    assert pairs(text, "screenwriter") == {("Slow Water", "Eva Moss")}


def test_a_husband_in_a_film_is_no_husband() -> None:
    text = "The film “Slow Water” is out. Ivan Lind played the teacher, Olga Roy was his wife."
    assert not pairs(text, "partner_of")


def test_a_prize_for_a_film_of_unknown_kind_makes_it_one() -> None:
    text = "“Slow Water”, in which Eva Moss has a part, won Ivan Lind the best director award at Cannes."
    assert ("Slow Water", "Ivan Lind") in pairs(text, "director")


@pytest.mark.parametrize(
    "where",
    ["France/Belgium", "Fr-Bel", "West Germany", "USA", "UK", "Copenhagen, Denmark", "Ealing Studios", "Akira Lind"],
)
def test_where_a_film_is_from_is_no_title(where: str) -> None:
    assert not {
        name for name in names_of_films(f"Anna Roy then directed the film Blue Door ({where}, 1999).") if where in name
    }


def test_a_society_is_no_school() -> None:
    text = "Anna Roy, one of the first women admitted to the American Society of Cinematographers, was born in Oslo."
    assert not pairs(text, "educated_at")


def test_a_row_of_the_cast_goes_on_with_the_part() -> None:
    text = "Stone Bread\n\nDirector: A. Roy\n\nA man is played by Georg Friedrich.\n\nCast\n\nGeorg Friedrich Weber\n"
    assert pairs(text, "cast_member") == {("Stone Bread", "Georg Friedrich")}
