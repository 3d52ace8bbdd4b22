"""Who only tells who somebody is does nothing of what is said of that one."""

from __future__ import annotations

import pytest

from extracted import extraction_of, said
from varied import AFTER, BEFORE

OTHERS = [
    "Ada Doe, the daughter of Ben Roe, {}",
    "Ada Doe, a former assistant to Ben Roe, {}",
    "Ada Doe, a pupil of the director Ben Roe, {}",
    "Ada Doe, born in Riga to the actor Ben Roe, {}",
    "Ada Doe, like Ben Roe before her, {}",
    "Ada Doe (the widow of Ben Roe) {}",
    "Ada Doe, not Ben Roe, {}",
    "Ada Doe, whose father is Ben Roe, {}",
    "The daughter of Ben Roe, Ada Doe, {}",
    "A former assistant of Ben Roe, Ada Doe {}",
    "With help from Ben Roe, Ada Doe {}",
    "After Ben Roe fell ill, Ada Doe {}",
]
DONE = [
    ("directed “Night Bus” in 1999.", "director"),
    ("shot “Night Bus” for Jane Poe.", "cinematographer"),
    ("won the Golden Lion for “Night Bus”.", "won"),
    ("studied at FAMU.", "educated_at"),
    ("starred in “Night Bus”.", "cast_member"),
]


@pytest.mark.parametrize("frame", OTHERS)
@pytest.mark.parametrize(("done", "relation"), DONE, ids=[relation for _, relation in DONE])
def test_it_is_she_who_does_it(frame: str, done: str, relation: str) -> None:
    found = {each for each in said(BEFORE + frame.format(done) + AFTER, relation) if each[3] != "negated"}
    assert [each for each in found if "Ada Doe" in each]
    assert not [each for each in found if "Ben Roe" in each]


def test_a_list_of_people_is_no_apposition() -> None:
    text = BEFORE + "“Night Bus” is a drama with Ada Doe, Ben Roe, and Jane Poe." + AFTER
    assert {each[2] for each in said(text, "cast_member")} == {"Ada Doe", "Ben Roe", "Jane Poe"}


def test_a_part_is_told_in_the_words_of_the_article() -> None:
    text = BEFORE + "Ada Doe played Ben Roe's wife in “Night Bus”." + AFTER
    qualifiers = [each for claim in extraction_of(text).claims for each in claim.qualifiers]
    assert [value.value for key, value in qualifiers if key == "role"] == ["Ben Roe's wife"]
