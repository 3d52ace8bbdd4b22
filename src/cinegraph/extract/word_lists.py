"""Lists of words held as data, by name: single words, and expressions of what the fields of a line-up's rows hold."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from cinegraph.errors import LexiconError
from cinegraph.resources import resource


def words(name: str) -> tuple[str, ...]:
    """The words of a list of ``data/lexicon/patterns/word_lists.toml``, in its order.

    :raises LexiconError: if there is no such list

    >>> "Would" in words("asking")
    True
    """
    return _listed("word_lists.toml", name)


def pairs(name: str) -> dict[str, str]:
    """The entries of such a list that have two parts: what stands before the first blank, each with what stands behind it.

    >>> pairs("nations_in_front")["Franco"]
    'French'
    """
    return {first: second for first, _, second in (entry.partition(" ") for entry in words(name))}


def alternatives(name: str) -> str:
    """The words of such a list as an expression that matches any of them.

    >>> alternatives("foreign_articles")[:15]
    '(?:El|La|Los|La'
    """
    return f"(?:{'|'.join(map(re.escape, words(name)))})"


def expressions(name: str, file: str = "rows.toml") -> str:
    """The expressions of a list of ``data/lexicon/patterns/rows.toml``, or of another file there, as one that matches any of them.

    :raises LexiconError: if there is no such list

    >>> expressions("premiere")
    'premi[eè]re|prem\\\\.'
    """
    return "|".join(_listed(file, name))


def _listed(file: str, name: str) -> tuple[str, ...]:
    lists = _lists(file)
    if name not in lists:
        raise LexiconError(f"{file}: there is no list {name!r}; there are {', '.join(sorted(lists))}")
    return lists[name]


@cache
def _lists(file: str) -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(resource("data", "lexicon", "patterns", file).read_text(encoding="utf-8"))
    return {name: tuple(listed) for name, listed in data.items()}
