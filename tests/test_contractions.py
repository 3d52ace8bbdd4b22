"""Contracted verbs are read as those in full."""

from __future__ import annotations

import pytest

from cinegraph.extract.contractions import spelled_out
from cinegraph.extract.nodes import AbstractSentence, Node
from extracted import said


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("she's directed three films", "<P:she> has directed three films"),
        ("she's directing", "<P:she> is directing"),
        ("she's married to a poet", "<P:she> is married to a poet"),
        ("she's never been shown", "<P:she> has never been shown"),
        ("she'd edited it", "<P:she> had edited it"),
        ("she'd like to", "<P:she> would like to"),
        ("she'll shoot it", "<P:she> will shoot it"),
        ("she said they've won", "<P:she> said they have won"),
        ("she knows it's based on a book", "<P:she> knows it is based on a book"),
    ],
)
def test_a_contracted_verb_is_written_in_full(written: str, full: str) -> None:
    sentence = AbstractSentence(written, 0, len(written), [Node("P", 0, 3, "she", kind="pronoun")])
    assert spelled_out(sentence).readable() == full


def test_what_is_somebodys_stays() -> None:
    owner = [Node("P", 0, 7, "Ada Doe")]
    assert spelled_out(AbstractSentence("Ada Doe's film", 0, 14, owner)).readable() == "<P:Ada Doe>'s film"
    his = [Node("P", 0, 3, "his", kind="pronoun")]
    assert spelled_out(AbstractSentence("his's film", 0, 10, his)).readable() == "<P:his>'s film"


@pytest.mark.parametrize("verb", [" have directed", "'ve directed"])
def test_an_answer_says_the_same_either_way(verb: str) -> None:
    answer = f"I{verb} “Grey Dog”."
    text = f"Ada Doe on Night Bus\n\nAda Doe directed Night Bus.\n\nQ: What else?\n\nAD: {answer}\n\nQ: Who?\n\nAD: Me."
    assert ("Grey Dog", "director", "Ada Doe", "asserted") in said(text)
