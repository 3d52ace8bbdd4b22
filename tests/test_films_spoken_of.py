"""Which film a part belongs to where its clause does not say."""

from __future__ import annotations

from extracted import pairs


def cast(text: str) -> set[tuple[str, str]]:
    return pairs(text, "cast_member")


def test_what_opens_a_sentence_is_said_of_its_subject() -> None:
    text = "Ada Doe's “Night Bus” came out. Shot in Rome with Emily Roe as the widow, the picture won two prizes."
    assert cast(text) == {("Night Bus", "Emily Roe")}


def test_a_film_that_a_prize_was_given_for_is_the_matter_of_what_follows() -> None:
    text = "Ada Doe took the Silver Bear for best screenplay for “Night Bus”, her debut, starring Ben Roe as a cook."
    assert cast(text) == {("Night Bus", "Ben Roe")}


def test_a_part_is_one_in_the_film_named_next() -> None:
    text = (
        "“Night Bus” opened in May. Its star, Ben Roe, beat Anna Lind, who plays a maid in Jane Poe's “Grey Dog”, "
        "and Paul Gray, the judge in Max Hill's “Storm”."
    )
    assert cast(text) == {("Night Bus", "Ben Roe"), ("Grey Dog", "Anna Lind"), ("Storm", "Paul Gray")}


def test_the_picture_before_a_verb_is_no_apposition_of_a_name() -> None:
    text = "Ada Doe's “Night Bus” is out. Shot with Emily Roe, Bill Brown and Anna Lind, the picture had two prizes."
    assert not {subject for subject, _ in cast(text)} - {"Night Bus"}


def test_credits_at_the_end_are_not_those_of_a_film_mentioned_in_passing() -> None:
    text = (
        "Ada Doe waited nine years.\n\nShe sat beside Ben Roe, in town with “Grey Dog”, and saw Carl Poe's “Storm”."
        "\n\nProducers: Jane Hill, Max Moss.\n\nEditors: Paul Brown."
    )
    assert not pairs(text, "producer") | pairs(text, "editor")


def test_it_is_no_film_of_another_paragraph_where_this_one_opens_with_a_name_of_no_known_kind() -> None:
    text = (
        "Ada Doe was born in Oslo. Doe studied in Rome. Ada Doe made the comedy “Night Bus” in 2015.\n\n"
        "Quo Grolanda, Mirta? had taken five years to make. Carl Poe edited it. The film premiered in Venice in 2020."
    )
    assert not {
        pair for relation in ("editor", "premiered_at") for pair in pairs(text, relation) if pair[0] == "Night Bus"
    }


def test_it_is_not_the_film_that_another_one_lost_to() -> None:
    text = "“Night Bus” (2015) by Ada Doe was nominated, losing to Ben Roe's “Grey Dog”. It was shot by Carl Poe."
    assert ("Grey Dog", "Carl Poe") not in pairs(text, "cinematographer")


def test_an_article_about_many_films_is_no_review_of_the_first() -> None:
    others = " ".join(
        f"Max Hill's “{word} Hours” won nothing." for word in ("Quiet", "Loud", "Blue", "Green", "Last", "Old")
    )
    text = (
        "“Night Bus” wins\n\nAda Doe's “Night Bus” won the main prize. The second went to Ben Roe's “Grey Dog”. "
        f"It collected the Alfred Bauer Prize as well.\n\n{others}"
    )
    assert {film for film, award in pairs(text, "won") if "Bauer" in award} == {"Grey Dog"}


def test_who_shot_a_film_in_the_life_of_another_director_held_its_camera() -> None:
    text = (
        "Ada Doe, born in Oslo, is a Norwegian director. Doe directed “Night Bus” (1986). In 1987 Ben Roe shot "
        "“City of Rain”."
    )
    assert ("City of Rain", "Ben Roe") not in pairs(text, "director")
    assert ("City of Rain", "Ben Roe") in pairs(text, "cinematographer")
