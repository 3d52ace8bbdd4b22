"""An expression that is written to fail sooner matches what it matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph.extract.expressions import gathered, quicker

_LOOKBEHIND = st.text("ab", min_size=1, max_size=2).map(lambda text: f"(?<!{text})") | st.sampled_from(
    ["(?<!a|b)", "(?<=ab|bc)"]
)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(_LOOKBEHIND, min_size=1, max_size=3),
    st.sampled_from(["[bc]", "(?P<s>[bc])"]),
    st.text("abc", max_size=12),
)
def test_the_same_matches_are_found(before: list[str], sign: str, text: str) -> None:
    source = "".join(before) + sign + "a?|aa"
    assert quicker(source) != source
    found = [[m.span() for m in re.finditer(written, text)] for written in (source, quicker(source))]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "source",
    ["(?<!a)[bc]?d", "(?<!a)(?P<s>[bc])+d", "(?<!a)(?P<s>[bc])*d", "(?<!a)b", "[bc](?<!a)", "(?<!a)[bc]{0,2}d"],
)
def test_what_may_mean_something_else_stays(source: str) -> None:
    assert quicker(source) == source


def test_gathered_alternatives_match_what_they_matched_in_their_order() -> None:
    forms = ["(?:film )?editors?(?: by)?", "edited by", "(?:co-)?producers?", "film", "films", "fil"]
    text = "Film editors by, edited by co-producers of FILMS, fils, films, editor"
    found = [
        [m.span() for m in re.finditer(f"(?i:{written})", text)] for written in ("|".join(forms), gathered(forms))
    ]
    assert len(found[0]) > 5
    assert found[0] == found[1]


def test_forms_without_end_cannot_be_gathered() -> None:
    with pytest.raises(ValueError, match="cannot be listed"):
        gathered(["producers?", "made by .*"])
