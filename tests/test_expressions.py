"""An expression that is written to fail sooner matches what it matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph.extract.expressions import quicker

_LOOKBEHIND = st.text("ab", min_size=1, max_size=2).map(lambda text: f"(?<!{text})")


@settings(deadline=None, max_examples=200)
@given(
    st.lists(_LOOKBEHIND, min_size=1, max_size=3),
    st.sampled_from(["[bc]", "(?P<s>[bc])+"]),
    st.text("abc", max_size=12),
)
def test_the_same_matches_are_found(before: list[str], sign: str, text: str) -> None:
    source = "".join(before) + sign + "a?|aa"
    assert quicker(source) != source
    found = [[m.span() for m in re.finditer(written, text)] for written in (source, quicker(source))]
    assert found[0] == found[1]


@pytest.mark.parametrize("source", ["(?<!a)[bc]?d", "(?<!a)(?P<s>[bc])*d", "(?<!a)b", "[bc](?<!a)", "(?<!a)[bc]{0,2}d"])
def test_what_may_mean_something_else_stays(source: str) -> None:
    assert quicker(source) == source
