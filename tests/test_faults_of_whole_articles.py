"""What one misunderstanding would spoil in a whole article: whom a surname means, what credits say, what is a title."""

from __future__ import annotations

import pytest

from extracted import pairs, said

FILMS = "Doe's first film was Cold Tea. Doe directed Night Bus in 2004."


@pytest.mark.parametrize(
    "head",
    [
        "ADA DOE\n\nDoe, born in Oslo, is a director. Ada Doe lives in Riga. The actor Ben Doe is her brother. ",
        "Visitors: 1411\n\nADA DOE\n\nDoe was born in Oslo. Ada Doe lives in Riga with the actor Ben Doe. ",
        "Photo: Cora Lind\n\nAda Doe: a life\n\nDoe was born in Oslo. Her brother, the actor Ben Doe, lives in Riga. ",
        "Ada Doe was born in Oslo. The actor Ben Doe is her brother. ",
    ],
)
def test_the_surname_of_a_family_is_that_of_whom_the_head_names(head: str) -> None:
    directed = pairs(head + FILMS, "director")
    assert {("Cold Tea", "Ada Doe"), ("Night Bus", "Ada Doe")} <= directed
    assert not any(maker == "Ben Doe" for _, maker in directed)


def test_a_sentence_that_names_a_relative_goes_on_about_the_relative() -> None:
    text = "Ada Doe: a life\n\nAda Doe was born in Oslo. Ben Doe, whose sister she is, is known for Doe's film Red Hat."
    assert ("Red Hat", "Ada Doe") not in pairs(text, "director")


def test_the_name_below_the_title_is_not_who_the_article_is_about_when_it_wrote_it() -> None:
    text = "A life in films\n\nBy Ben Doe\n\nAda Doe was born in Oslo. Doe directed Night Bus in 2004."
    assert ("Night Bus", "Ada Doe") in pairs(text, "director")


@pytest.mark.parametrize(
    ("credits", "expected"),
    [
        ("Director: Ada Doe, Editors: Ben Roe, Cora Lind", "director Ada Doe, editor Ben Roe, editor Cora Lind"),
        ("Director / Screenplay: Ada Doe, Editor:Ben Roe", "director Ada Doe, screenwriter Ada Doe, editor Ben Roe"),
        ("Regie: Ada Doe; Schnitt: Ben Roe", "director Ada Doe, editor Ben Roe"),
        ("Editor: Ada Doe", "editor Ada Doe"),
        ("Director: Ada Doe, Editor: Ben Roe, 2012, 90 min", "director Ada Doe, editor Ben Roe, publication_year 2012"),
    ],
)
def test_credits_in_parentheses_are_those_of_the_title_before_them(credits: str, expected: str) -> None:
    for sentence in (
        f"Prizes for our students: NIGHT BUS ({credits}) received the Silver Owl in Riga;",
        f"The Silver Owl went to “Night Bus” ({credits}), a drama about drivers.",
    ):
        told = {f"{relation} {value}" for film, relation, value, _ in said(sentence) if film == "Night Bus"}
        assert set(expected.split(", ")) <= told
        assert "director Ben Roe" not in told


def test_a_sentence_is_read_as_if_it_had_no_credits_in_it() -> None:
    text = "The Grand Prix of the Riga Film Festival went to NIGHT BUS (Director: Ada Doe, Editor: Ben Roe)."
    assert {film for film, _ in pairs(text, "won")} == {"Night Bus"}


@pytest.mark.parametrize(
    "text",
    [
        "The rules of “Night Bus” (Director: see below) are old, says Ada Doe.",
        "Ada Doe (producer: Silver Kite Films) came to see “Night Bus”.",
        "“Night Bus” (with a warning: the director of Ada Doe's school is in it) is long.",
    ],
)
def test_other_parentheses_are_no_credits(text: str) -> None:
    assert not [claim for claim in said(text) if claim[1] in ("director", "producer", "cast_member")]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the film of Ben Roe “The man who came from the sea” she played the wife.",
        "She was seen in the picture “The man who came from the sea” by Ben Roe.",
        "The comedy “The man who came from the sea” was directed by Ben Roe.",
    ],
)
def test_what_a_text_calls_a_film_keeps_its_small_letters(sentence: str) -> None:
    assert ("The man who came from the sea", "Ben Roe") in pairs(f"Ada Doe is an actress. {sentence}", "director")


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics called the film “A long and rather happy dream” of hers.",
        "She said of the film “It was the hardest thing that we did”.",
        "Ben Roe thought the film “Too long for most of us”.",
    ],
)
def test_what_is_said_of_a_film_is_no_title(sentence: str) -> None:
    text = f"Ada Doe is a director. Ada Doe directed Night Bus. {sentence}"
    assert {film for film, _ in pairs(text, "director")} <= {"Night Bus"}


def test_the_machines_film_that_is_removed_is_made() -> None:
    text = (
        "Ada Doe was born in Oslo. Ada Doe is the director. Grew at the sea, therefore when subsequently "
        "removed the film “wounded deer”, knew all. At her were removed such actors as Ben Roe and Cora Lind."
    )
    assert ("wounded deer", "Ada Doe") in pairs(text, "director")
    worked = {frozenset(pair) for pair in pairs(text, "collaborated_with")}
    assert worked == {frozenset({"Ada Doe", "Ben Roe"}), frozenset({"Ada Doe", "Cora Lind"})}


@pytest.mark.parametrize("verb", ["met", "married", "interviewed", "praised", "was hired for the film and replaced"])
def test_whom_somebody_meets_has_the_trade_and_not_who_meets(verb: str) -> None:
    text = f"Ben Roe is an actor. Ben Roe {verb} the director of “Night Bus”, Ada Doe, in Paris."
    assert pairs(text, "director") == {("Night Bus", "Ada Doe")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Her next film is with the producer of Anatomy of a Storm, Marie-Anne Lucas.",
        "She thanked the producer of Anatomy of a Storm, Ben Roe, in Riga.",
    ],
)
def test_behind_a_comma_stands_the_maker_and_no_other_film(sentence: str) -> None:
    text = f"Ada Doe is a director. Ada Doe directed Night Bus. {sentence}"
    assert [film for film, _ in pairs(text, "producer")] == ["Anatomy of a Storm"]
    assert {film for film, _ in pairs(text, "director")} == {"Night Bus"}


def test_whom_somebody_assists_is_no_film() -> None:
    text = (
        "Ada Doe was for years an assistant director of Abbas Karimi. "
        "Assistant director for Abbas Karimi, Jafar Vahdat and many others."
    )
    assert not pairs(text, "worked_on")


def test_a_surname_behind_its_school_is_somebody() -> None:
    text = "Ada Doe was born in Riga. At FAMU Doe studied under Ben Roe."
    assert {person for person, _ in pairs(text, "educated_at")} == {"Ada Doe"}


def test_a_guess_that_somebody_acts_is_mended_by_what_is_told_below() -> None:
    text = (
        "“Red Hat” was directed by Ben Roe. Ada Doe plays the lead in “Red Hat”. Ada Doe's important film “Salt Road” "
        "is shown as well.\n\n“Old Fires” was directed by Ada Doe."
    )
    assert {film for film, person in pairs(text, "cast_member") if person == "Ada Doe"} == {"Red Hat"}
    assert ("Salt Road", "Ada Doe") in pairs(text, "director")


def test_who_only_acts_still_does() -> None:
    text = "In Red Hat, directed by Ben Roe, Ada Doe plays the lead. Ada Doe is an actress. Her film Salt Road won."
    assert ("Salt Road", "Ada Doe") not in pairs(text, "director")


@pytest.mark.parametrize("left", ["left it as a graduate in 2000", "walked away from all of it", "left it for good"])
def test_what_is_left_as_it_is_no_film(left: str) -> None:
    text = f"Ada Doe directed “Night Bus”. Ada Doe went to Oslo's College of Fine Arts and {left}. “Night Bus” won."
    assert not pairs(text, "left_project")


def test_what_somebody_studies_is_nobody() -> None:
    text = "Ada Doe, born 1981 in Brookfield, PA, was a student of English Literature at Yale University."
    assert not pairs(text, "student_of")
    assert {person for person, _ in pairs(text, "educated_at")} == {"Ada Doe"}


def test_whom_somebody_is_a_student_of_is_a_teacher() -> None:
    assert ("Ada Doe", "Ben Roe") in pairs("Ada Doe was a student of Ben Roe at FAMU.", "student_of")


def test_those_who_were_there_at_the_same_time_are_classmates() -> None:
    text = "In 1985 Ada Doe was a student of film at FAMU in Prague; Ben Roe and Carl Poe were there at the same time."
    assert len(pairs(text, "classmate_of")) == 3
    assert {person for person, _ in pairs(text, "educated_at")} == {"Ada Doe", "Ben Roe", "Carl Poe"}


def test_a_film_behind_a_colon_is_the_next_one() -> None:
    text = "Ada Doe was going to shoot her next film this August: Enzo, in which Eva Moss was to play."
    assert ("Enzo", "director", "Ada Doe", "planned") in said(text, "director")


def test_semicolons_part_a_jury_of_which_something_is_said() -> None:
    text = (
        "The jury of the Cannes Film Festival consists of the filmmaker Ada Doe, last year's winner of a prize; the "
        "actress Cora Lind, who starred in “Night Bus”, and wrote it; Elsa Vale, a writer; and the critic Ben Roe."
    )
    assert {person for person, _ in pairs(text, "jury_member")} == {"Ada Doe", "Cora Lind", "Elsa Vale", "Ben Roe"}


def test_the_directors_own_subject_is_in_a_film_of_the_director() -> None:
    text = (
        "Ada Doe: a life\n\nAda Doe is a director. Doe directed Night Bus in 2004. Among the high points that "
        "followed were Cold Tea (2011), which Doe loved, as well as Old Fires (2012)."
    )
    assert ("Old Fires", "Ada Doe") in pairs(text, "director")
