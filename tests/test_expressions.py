"""An expression that is written to fail sooner matches what it matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph.extract.expressions import quicker

_ALTERNATIVES = st.lists(st.text("abn ", min_size=1, max_size=4).filter(lambda s: s[0] != " "), min_size=5, max_size=12)


@settings(deadline=None, max_examples=300)
@given(_ALTERNATIVES, st.text("abn ", max_size=12), st.sampled_from(["", r"\b", " a"]))
def test_the_same_match_is_found_first(alternatives: list[str], text: str, rest: str) -> None:
    source = f"(?:{'|'.join(alternatives)}){rest}"
    first, second = re.search(source, text), re.search(quicker(source), text)
    assert (first and first.span()) == (second and second.span())


@pytest.mark.parametrize(
    "source",
    [
        "(?:won|wins)",
        "(?:ab?c|a?b|ad|ae|af)",
        "(?:a|[bc]|d|e|f|g)",
        "(?:a|ab|ac|ad|ae)?",
        r"(?:a\|b|ac|ad|ae|af)",
        "(?<!a)[bc]?d",
        "(?<!a)(?P<s>[bc])*d",
    ],
)
def test_what_may_mean_something_else_stays(source: str) -> None:
    assert quicker(source) == source


def test_the_order_of_alternatives_is_kept() -> None:
    source = "(?:a|ab|abc|ad|abd)"
    for text in ("abc", "abd", "ad"):
        found = re.match(quicker(source), text)
        assert found is not None
        assert found.group() == "a"


def test_a_sign_is_looked_at_before_what_stands_before_it() -> None:
    expression = quicker("(?<!not )(?<!never )(?P<s>[AB]) won")
    assert expression.startswith("(?=[AB])")
    assert re.search(expression, "not A won") is None
    assert re.search(expression, "so A won") is not None
