"""An expression that is sought finds what it finds when it is tried on every text."""

from __future__ import annotations

import re

import pytest

from cinegraph.extract.sought import Sought

_SOURCE = r"\b(?:the (?:prize|award)|won) (?:for|to)\b"
_TEXTS = ["the prize for it", "she won to lose, and won for good", "the prizes", "", "won", "they lost to it"]


@pytest.mark.parametrize("text", _TEXTS)
def test_it_finds_what_the_expression_finds(text: str) -> None:
    sought, plain = Sought(_SOURCE), re.compile(_SOURCE)
    for found, expected in (
        (sought.search(text), plain.search(text)),
        (sought.match(text), plain.match(text)),
    ):
        assert (found and found.span()) == (expected and expected.span())
    assert [m.span() for m in sought.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert sought.sub("-", text) == plain.sub("-", text)


def test_one_that_is_made_later_is_looked_for_in_texts_that_were_seen_before() -> None:
    text = "the lantern fell"
    assert Sought("prize").search(text) is None
    assert Sought("lantern").search(text) is not None


@pytest.mark.parametrize("text", ["The JURY gave", "a Jury", "jurors", "injury"])
def test_capitals_may_count_as_small_letters(text: str) -> None:
    source = r"\b(?:jury|Ñandú)\b"
    found = Sought(source, any_case=True).search(text)
    expected = re.search(source, text, re.IGNORECASE)
    assert (found and found.span()) == (expected and expected.span())
