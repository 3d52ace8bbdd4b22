"""Finds names in text: longest match, then leftmost, on word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from cinegraph.lexicon.fold import fold_word

# An ASCII apostrophe, a dot or a hyphen never belongs to a word here, so "Palme d’Or", "U.S." and
# "Clermont-Ferrand" are two words each, and it is their separators that are compared loosely.
_PIECES = re.compile(r"([^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)")
# Between two words of a name: a space (not an empty line), an apostrophe, a hyphen or dash without spaces.
_SOFT = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*|['’‘ʼ`´][^\S\n]?|[-\u2010-\u2015\u2212]|\u00ad|\u200b")


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text: ``text[start:end]`` is a spelling of ``name``.

    :ivar ids: the entries it may mean, sorted; one alone where the name always means that one
    :ivar contextual: whether it means them only in context
    """

    start: int
    end: int
    ids: tuple[str, ...]
    name: str
    contextual: bool


class _Name(NamedTuple):
    words: tuple[str, ...]
    name: str
    ids: tuple[str, ...]
    contextual: bool


_Node = dict[str, Any]
_Candidate = tuple[int, int, list[_Name]]
# The key under which a node of the trie holds the names that end there; no word is empty.
_NAMES = ""


class Gazetteer:
    """A fixed set of names, compiled for search into a trie of words.

    A word of a name that has a capital needs one in the text too ("Forum" is not "forum"), a word all in capitals needs
    all of them ("IDFA"), and a word without capitals is found in any case ("best director").
    """

    def __init__(self, names: Iterable[tuple[str, tuple[str, ...], bool]]) -> None:
        """:param names: name, ids, and whether it counts only in context"""
        self._root: _Node = {}
        for name, ids, contextual in names:
            self._add(name, ids, contextual)

    def _add(self, name: str, ids: tuple[str, ...], contextual: bool) -> None:
        pieces = _PIECES.split(name)
        words = pieces[1::2]
        node = self._root
        for separator, word in zip(pieces[::2], _folded(words), strict=False):
            joint = _joint(separator) if node is not self._root else ""
            node = node.setdefault(joint + word, {})
        if words:
            node.setdefault(_NAMES, []).append(_Name(tuple(words), name, ids, contextual))

    def find(self, text: str) -> list[Match]:
        """Every name in a text: longest match, then leftmost; matches never overlap and stand in text order.

        :returns: for each, where it stands and which entries it may mean

        >>> gazetteer = Gazetteer([("Palme d'Or", ("award/palme-dor",), False), ("Cannes", ("festival/cannes",), True)])
        >>> [(m.start, m.end, m.ids, m.contextual) for m in gazetteer.find("The Palme d’Or of CANNES")]
        [(4, 14, ('award/palme-dor',), False), (18, 24, ('festival/cannes',), True)]
        """
        pieces = _PIECES.split(text)
        chosen = _longest_then_leftmost(list(self._candidates(pieces)))
        if not chosen:
            return []
        offsets = [0, *accumulate(map(len, pieces))]
        return [_match(offsets[2 * first + 1], offsets[2 * end], names) for first, end, names in chosen]

    def _candidates(self, pieces: list[str]) -> Iterator[_Candidate]:
        """Every name at every word: its first word, the word after its last, and what bears it."""
        words = pieces[1::2]
        folded = _folded(words)
        root = self._root
        for first, word in enumerate(folded):
            node = root.get(word)
            end = first + 1
            while node is not None:
                if _NAMES in node:
                    fitting = [name for name in node[_NAMES] if _cased_alike(name.words, words[first:end])]
                    if fitting:
                        yield first, end, fitting
                if end == len(folded):
                    break
                separator = pieces[2 * end]
                node = node.get(folded[end] if separator == " " else _joint(separator) + folded[end])
                end += 1


def _folded(words: list[str]) -> list[str]:
    """All words at once: one call for the many in ASCII, one each for the others."""
    lowered = "\n".join(words).lower().split("\n")
    return [word if word.isascii() else fold_word(word) for word in lowered]


def _longest_then_leftmost(candidates: list[_Candidate]) -> list[_Candidate]:
    taken: set[int] = set()
    chosen = []
    for first, end, names in sorted(candidates, key=lambda candidate: candidate[0] - candidate[1]):
        if taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            chosen.append((first, end, names))
    return sorted(chosen, key=lambda candidate: candidate[0])


def _match(start: int, end: int, names: list[_Name]) -> Match:
    """One match of all names that fit: one that always means its entry outdoes those that need context."""
    contextual = all(name.contextual for name in names)
    kept = [name for name in names if name.contextual == contextual]
    ids = kept[0].ids if len(kept) == 1 else tuple(sorted({entry for name in kept for entry in name.ids}))
    return Match(start, end, ids, kept[0].name, contextual)


@lru_cache(maxsize=4096)
def _joint(separator: str) -> str:
    """What two words of a name are joined by; empty for what readers and typesetters write in several ways."""
    return "" if _SOFT.fullmatch(separator) else separator.strip()


def _cased_alike(name: tuple[str, ...], words: list[str]) -> bool:
    return all(map(_case_fits, name, words))


def _case_fits(expected: str, word: str) -> bool:
    if expected == word or expected.islower():
        return True
    if expected.isupper():
        return word.isupper() if len(expected) > 1 else not word.islower()
    return word != word.lower()
