"""Short talks whose foot names whoever has answered, and schools' lists of those who studied there."""

from __future__ import annotations

import pytest

from cinegraph.articles.signed import is_signature
from extracted import article_of, reader_of

SCHOOL = "the Department of Cinema, Varmsk University"
TALK = """Your professor at FAMU was Cora Lind. What did she give you?

Silence! She would watch what I had made, put on her hat and leave. After *Frost*, my diploma film, she did not leave.

{foot}
"""


def facts(text: str) -> set[tuple[str, str, str]]:
    """Subject, relation and object of every claim of an article."""
    reader = reader_of(article_of(text, "article.md"))
    draft = reader.registry.draft
    told = [statement for statement in reader.collector.statements if not statement.literal]
    return {(draft(s.subject).label, s.relation, draft(s.object).label) for s in told}


@pytest.mark.parametrize(
    "foot",
    [
        "(Ada Doe was speaking in Oslo.)",
        "— Ada Doe, director of *Salt*",
        "Ada Doe, Oslo, June 2016",
        "Ada Doe's *Salt* opens on Friday in Oslo.",
        "(Ada Doe, whose *Salt* opens the festival, on the phone.)",
    ],
)
def test_whom_the_foot_names_has_answered(foot: str) -> None:
    found = facts(TALK.format(foot=foot))
    assert ("Ada Doe", "student_of", "Cora Lind") in found
    assert ("Ada Doe", "educated_at", "FAMU") in found
    assert ("Frost", "director", "Ada Doe") in found


@pytest.mark.parametrize(
    "foot",
    [
        "Ada Doe laughs and leaves the room.",
        "Is Ada Doe right?",
        "I thanked Ada Doe, director of *Salt*.",
        "The talk is over.",
    ],
)
def test_a_foot_that_names_nobody_so_gives_nobody_the_answers(foot: str) -> None:
    assert not any(relation == "student_of" for _, relation, _ in facts(TALK.format(foot=foot)))


def test_what_a_signature_is() -> None:
    assert is_signature("(Ada de la Cruz was interviewed in Lima.)")
    assert not is_signature("Ada Doe, who asked?")


def test_alumni_in_a_list_studied_there() -> None:
    found = facts(f"Notable alumni of {SCHOOL}\n\n- Ada Doe ('96), director\n- Ben Roe ('03), editor\n")
    assert ("Ada Doe", "educated_at", "Varmsk University") in found
    assert ("Ben Roe", "educated_at", "Varmsk University") in found


def test_guests_in_a_list_studied_nowhere() -> None:
    found = facts(f"Notable guests of {SCHOOL}\n\n- Ada Doe (56), director\n- Ben Roe (43), editor\n")
    assert not any(relation == "educated_at" for _, relation, _ in found)


def test_whom_a_parenthesis_names_is_not_told_of_next() -> None:
    text = (
        "Ada Doe is a director born in Oslo. She worked as a sound recordist on *Rain* (Celeste Moro, 2012). "
        "*Salt* (2014), her first feature, was shown in Rome. She teaches at FAMU."
    )
    found = facts(text)
    assert ("Salt", "director", "Ada Doe") in found
    assert ("Ada Doe", "taught_at", "FAMU") in found


def test_him_is_whoever_the_same_sentence_has_named() -> None:
    text = (
        "Eva Lund's *Lambs* follows a shepherd, played by Otto Berg. "
        "Lund studied with Karl Dorn in Oslo and then assisted him on *Fig Season*."
    )
    assert ("Fig Season", "director", "Karl Dorn") in facts(text)
