"""The lists of words that are data: each is one that a module asks for, and none has a word twice."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import cinegraph.extract
from cinegraph.errors import LexiconError
from cinegraph.extract.word_lists import alternatives, expressions, words
from cinegraph.resources import resource

MODULES = sorted(Path(cinegraph.extract.__file__).parent.glob("*.py"))


@pytest.mark.parametrize(("file", "least"), [("word_lists.toml", 25), ("rows.toml", 15), ("talks.toml", 12)])
def test_each_list_is_asked_for_and_has_no_word_twice(file: str, least: int) -> None:
    lists = tomllib.loads(resource("data", "lexicon", "patterns", file).read_text(encoding="utf-8"))
    assert len(lists) >= least
    code = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    assert [name for name in lists if not re.search(rf"[\"']{name}[\"']", code)] == []
    assert [name for name, listed in lists.items() if len(set(listed)) < len(listed)] == []


def test_a_list_that_is_not_there_is_named_beside_those_that_are() -> None:
    for read in (words, alternatives, expressions):
        with pytest.raises(LexiconError, match=r"there is no list 'colours'; there are .+, .+"):
            read("colours")
