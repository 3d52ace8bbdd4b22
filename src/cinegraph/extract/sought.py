"""Expressions of many rooms that are looked for in the same sentences.

Most of them most sentences do not have, and to find that out for each takes a walk through the sentence. Here one look at its words tells of all
expressions at once which of them it can have (:class:`~cinegraph.extract.sieve.Sieve`), and only those are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial

from cinegraph.extract.sieve import Sieve

_ALL: list[re.Pattern[str]] = []
_SENTENCES = 64


class Sought:
    """An expression that is tried only on texts that have the words and signs without which it matches nothing."""

    def __init__(self, source: str, *, any_case: bool = False) -> None:
        """:param any_case: whether capitals and small letters are the same to an expression, which is written in small ones"""
        self.expression = re.compile(source, re.IGNORECASE if any_case else 0)
        self._any_case = any_case
        self._bit = 1 << len(_ALL)
        _ALL.append(re.compile(source))
        _possible.cache_clear()

    def _may_match(self, text: str) -> int:
        return _possible(text.lower() if self._any_case else text) & self._bit

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text.

        >>> Sought("the (?:prize|award)").search("she won the prize").span()
        (8, 17)
        """
        return self.expression.search(text) if self._may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of a text."""
        return self.expression.match(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text."""
        return self.expression.finditer(text) if self._may_match(text) else iter(())

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """A text with every match replaced."""
        return self.expression.sub(replacement, text) if self._may_match(text) else text


class SoughtInOrder:
    """Expressions whose matches are replaced one expression after another, each in what those before it have made of a text."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._sought = [Sought(source) for source in sources]
        self._bits = sum(1 << place for place in range(len(_ALL) - len(self._sought), len(_ALL)))

    def sub(self, replacement: Callable[[int, re.Match[str]], str], text: str) -> str:
        """A text with every match replaced.

        :param replacement: what is put in the place of a match of the expression with this number

        >>> SoughtInOrder(["was in (?=it)", "it"]).sub(lambda number, match: str(number), "she was in it")
        'she 01'
        """
        if not _possible(text) & self._bits:
            return text
        for number, each in enumerate(self._sought):
            text = each.sub(partial(replacement, number), text)
        return text


@lru_cache(maxsize=_SENTENCES)
def _possible(text: str) -> int:
    """The expressions that could match in a text, as a number with their bits set."""
    return _sieve(len(_ALL)).mask(text)


@cache
def _sieve(count: int) -> Sieve:
    return Sieve(_ALL[:count])
