"""Sets of words, written as running text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once.

    >>> sorted(word_set("of the of"))
    ['of', 'the']
    """
    return frozenset(words.split())
