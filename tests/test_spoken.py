"""Spoken text: answers that complete questions, articles in the first person, titles and masters as said."""

from __future__ import annotations

import pytest

from extracted import pairs

_TALK = (
    "A conversation with Ilse Brann\n\nIlse Brann directed Low Water and Grey Dog.\n\n"
    "Q: {}\n\nIB: {}\n\nQ: And now?\n\nIB: I wait.\n"
)
_TOLD = (
    "My life in pictures\n\nOtto Beck, cinematographer\n\nAs told to Ada Doe\n\n"
    "I was born over a photographer's shop, and I have been breathing chemicals ever since, day and night.\n\n"
    "{} People said that it could not be done, and for a year or two I thought so.\n\n"
    "My first feature was made without any money, and I carried every lamp of it up the hill myself.\n\n"
    "Nobody asked me to come back, and so I stayed where I was, and I worked, and was not sorry.\n"
)


@pytest.mark.parametrize(
    ("question", "answer", "relation", "expected"),
    [
        ("Who taught you?", "Karel Vach. He was patient.", "student_of", ("Ilse Brann", "Karel Vach")),
        (
            "Who taught you?",
            "Many people, on paper. Really it was Karel Vach.",
            "student_of",
            ("Ilse Brann", "Karel Vach"),
        ),
        ("Where did you study?", "At FAMU, in the nineties.", "educated_at", ("Ilse Brann", "FAMU")),
        ("You also teach now.", "Two days a week, at FAMU.", "taught_at", ("Ilse Brann", "FAMU")),
        ("Have you ever been on a jury?", "Once, in Locarno.", "jury_member", ("Ilse Brann", "Locarno Film Festival")),
        ("Who shot Low Water?", "Joachim Maes, an old friend.", "cinematographer", ("Low Water", "Joachim Maes")),
        ("Who are your heroes?", "Bresson and Ozu.", "influenced_by", ("Ilse Brann", "Ozu")),
        ("Was Grey Dog shot in Porto?", "Yes. It rained.", "filming_location", ("Grey Dog", "Porto")),
    ],
)
def test_an_answer_is_completed_by_its_question(
    question: str, answer: str, relation: str, expected: tuple[str, str]
) -> None:
    assert expected in pairs(_TALK.format(question, answer), relation)


@pytest.mark.parametrize(
    ("question", "answer", "relation"),
    [
        ("Did you study at FAMU?", "No. I was a waiter.", "educated_at"),
        ("Was Grey Dog shot in Porto?", "No, it was a studio.", "filming_location"),
        ("Who is your audience?", "Karel Vach, I think.", "influenced_by"),
        ("You have been on a jury yourself.", "Yes. It was hell.", "jury_member"),
    ],
)
def test_an_answer_that_denies_or_says_something_else_completes_nothing(
    question: str, answer: str, relation: str
) -> None:
    assert not pairs(_TALK.format(question, answer), relation)


def test_i_is_whose_life_is_told() -> None:
    told = _TOLD.format("I studied at FAMU under Karel Vach. In 1986 I married Eva Moss.")
    assert ("Otto Beck", "Karel Vach") in pairs(told, "student_of")
    assert ("Eva Moss", "Otto Beck") in pairs(told, "partner_of")


def test_i_in_a_quotation_is_somebody_else() -> None:
    told = _TOLD.format('"I studied at FAMU under Karel Vach," somebody shouted.')
    assert not pairs(told, "student_of")


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("Ada Doe came early. The Ferryman's Daughter was directed by Ada Doe in Oslo.", "The Ferryman's Daughter"),
        (
            "Ada Doe worked on Bergman's After the Rehearsal in 1984. Bergman directed After the Rehearsal.",
            "After the Rehearsal",
        ),
    ],
)
def test_titles_with_an_owner_are_whole_and_a_masters_name_is_none_of_them(text: str, film: str) -> None:
    assert film in {subject for subject, _ in pairs(text, "director")}


def test_a_film_that_goes_to_a_city_goes_to_its_festival() -> None:
    text = "Ada Doe directed Night Bus, a film about rain. Then it went to Vilnius and Rotterdam."
    assert {festival for _, festival in pairs(text, "screened_at")} == {
        "Vilnius International Film Festival",
        "International Film Festival Rotterdam",
    }


def test_a_question_goes_on_about_the_film_asked_about() -> None:
    talk = (
        "Ilse Brann on Night Bus\n\nIlse Brann directed Night Bus, a comedy. Night Bus opens on Friday.\n\n"
        "Q: Your debut, Low Water, was shown in Rotterdam.\n\nIB: It was. Then it went to Vilnius.\n\n"
        "Q: Who edited the new film?\n\nIB: Nico Leunen.\n"
    )
    assert ("Low Water", "Vilnius International Film Festival") in pairs(talk, "screened_at")
    assert pairs(talk, "editor") == {("Night Bus", "Nico Leunen")}


def test_whom_somebody_returns_to_does_not_return() -> None:
    text = (
        "Ada Doe is a director. She made Night Bus. Ben Roe remains the director she returns to; "
        "she says that whatever she knows about meals she owes to Carl Poe."
    )
    assert pairs(text, "influenced_by") == {("Ada Doe", "Ben Roe"), ("Ada Doe", "Carl Poe")}


def test_a_teacher_after_a_preposition_did_not_do_what_the_student_did() -> None:
    text = "Ada Doe had studied with Ben Roe and worked on the film “Night Bus” as an assistant."
    assert pairs(text, "worked_on") == {("Ada Doe", "Night Bus")}


def test_a_school_that_somebody_went_to_distributes_nothing() -> None:
    assert not pairs("Ada Doe made “Night Bus”. Ada Doe went to VGIK, and Ben Roe was her teacher.", "distributor")


def test_we_together_is_the_speaker_and_whom_the_speaker_told_of() -> None:
    told = _TOLD.format("Mona Rabie is my editor. We have made three films together.")
    assert ("Mona Rabie", "Otto Beck") in {tuple(sorted(p)) for p in pairs(told, "collaborated_with")}


def test_a_title_that_ends_a_sentence_with_its_question_mark_asks_nothing() -> None:
    text = "Ada Doe is a director. “Red Barn”, her first feature, comes from Ben Roe's “Who Was That?”"
    assert ("Red Barn", "Ada Doe") in pairs(text, "director")


def test_both_of_whom_were_hers_are_not_her() -> None:
    text = (
        "Ada Doe is an editor. She cut “Night Bus”.\n\n"
        "Asked about the young, she names Cora Lind and Dina Kay, both of whom were her students at FAMU."
    )
    assert pairs(text, "student_of") == {("Cora Lind", "Ada Doe"), ("Dina Kay", "Ada Doe")}


@pytest.mark.parametrize(
    "again", ["with Ben Roe, with Carl Poe, with Dina Kay", "with Ben Roe, Carl Poe and with Dina Kay"]
)
def test_a_preposition_said_again_makes_one_list(again: str) -> None:
    found = {name for pair in pairs(f"Ada Doe has worked {again}.", "collaborated_with") for name in pair}
    assert found == {"Ada Doe", "Ben Roe", "Carl Poe", "Dina Kay"}


def test_a_city_in_front_of_its_section_is_the_festival() -> None:
    text = "The film “Night Bus” was in Karlovy Vary, in East of the West."
    assert pairs(text, "screened_at") == {("Night Bus", "Karlovy Vary International Film Festival")}


def test_a_series_without_a_name_is_no_film_that_has_one() -> None:
    text = "Ada Doe made “Night Bus”. In 2016 she was to direct a series for a channel. She worked on it for a year."
    assert not pairs(text, "worked_on")


def test_an_assistant_on_a_film_plays_no_part_in_it() -> None:
    assert not pairs("Ada Doe was hired as an assistant on the film “Night Bus”.", "cast_member")


def test_an_answer_names_the_first_film_that_mattered() -> None:
    talk = _TALK.format("Do you remember the first film that mattered to you?", "The documentary “Ordet”. I was nine.")
    assert ("Ilse Brann", "Ordet") in pairs(talk, "influenced_by")


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Ada Doe never won the Golden Lion but was awarded the Silver Bear.", "won", {("Ada Doe", "Silver Bear")}),
        (
            "The film “Night Bus” never competed in Cannes but was shown in Venice.",
            "screened_at",
            {("Night Bus", "Venice International Film Festival")},
        ),
        ("Ada Doe did not study at FAMU but trained with Ben Roe.", "student_of", {("Ada Doe", "Ben Roe")}),
    ],
)
def test_what_is_denied_ends_where_but_begins(text: str, relation: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text, relation) == expected


def test_words_after_a_list_that_speak_of_one_describe_the_last() -> None:
    guests = "Guests included Ada Doe, Ben Roe and Carl Poe"
    assert pairs(f"{guests}, a graduate of FAMU.", "educated_at") == {("Carl Poe", "FAMU")}
    assert len(pairs(f"{guests}, all graduates of FAMU.", "educated_at")) != 1
    jury = "The jury at Cannes was made up of Ada Doe, Ben Roe and Carl Poe, formerly director of the Berlinale."
    assert {festival for _, festival in pairs(jury, "jury_member")} == {"Cannes Film Festival"}


def test_two_people_who_share_a_prize_are_no_film() -> None:
    lines = "# Venice 1990: the winners\n\nBest Actress: {}\n\nBest Actor: Carl Poe, “Night Bus”\n"
    assert not {film for film, _ in pairs(lines.format("Ada Doe, Eva Moss"), "cast_member")} - {"Night Bus"}
    assert ("Quiet Hours", "Ada Doe") in pairs(lines.format("Ada Doe, Quiet Hours"), "cast_member")
