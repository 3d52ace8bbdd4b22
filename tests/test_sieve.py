"""The sieve may keep an expression that does not match, and never leaves out one that does."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph.extract.cues import load_cues
from cinegraph.extract.nodes import BASE, LETTERS
from cinegraph.extract.patterns import load_patterns
from cinegraph.extract.reductions import REDUCTIONS
from cinegraph.extract.sieve import Sieve, needs_of

_EXPRESSIONS = [p.regex for p in load_patterns()] + [step.pattern for step in REDUCTIONS.steps]
_EXPRESSIONS += [cue.pattern for cue in (*load_cues().left, *load_cues().right)]
_NODES = [chr(BASE[letter]) for letter in LETTERS]


def _sentences() -> st.SearchStrategy[list[str]]:
    words = sorted({atom for e in _EXPRESSIONS for clause in needs_of(e) for atom in clause if len(atom) > 1})
    return st.lists(
        st.sampled_from([*words, *_NODES, *_NODES, "2019", "12", "(", ")", ",", "'s", '"', "–", "&", "/", ":"]),
        max_size=14,
    )


@cache
def _of_all() -> Sieve:
    return Sieve(_EXPRESSIONS)


@settings(deadline=None, max_examples=60)
@given(st.deferred(_sentences), st.sampled_from(["", " "]))
def test_what_matches_is_possible(words: list[str], joined: str) -> None:
    sieve = _of_all()
    for text in (" ".join(words), joined.join(words)):
        possible = set(sieve.possible(text))
        missed = [e.pattern for i, e in enumerate(_EXPRESSIONS) if i not in possible and e.search(text)]
        assert not missed


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(?:ab|a)c+", "xacx"),
        ("film(?:s|maker)?[a-z]* won", "filmography won"),
        ("(?:the )?(?:prize|prix)", "a prix"),
        (r"\d+(?:st|nd)", "the ٣nd"),
        ("(?i:Award)", "AWARD"),
        ("(?=the end)the", "the end"),
        ("(?:a|b|c|d|e|f|g)lion(?!s)", "golion glion"),
        ("x{0}prize|award", "award"),
        ("(?P<a>won) (?P=a)", "won won"),
    ],
)
def test_forms_of_expressions(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert Sieve([re.compile(pattern)]).possible(text) == [0]


def test_what_lacks_its_words_is_left_out() -> None:
    assert Sieve([re.compile("wins? the prize"), re.compile("[a-z]+")]).possible("they lost") == [1]
    kept = len(_of_all().possible("it was a quiet evening by the river"))
    assert kept < len(_EXPRESSIONS) / 20
