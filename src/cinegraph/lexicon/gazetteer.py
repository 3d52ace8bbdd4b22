"""Finds names in text: longest match, then leftmost, on word boundaries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from typing import Any, NamedTuple

from cinegraph.lexicon.fold import fold_word

# Apostrophes, dots and hyphens never belong to a word here: "U.S." and "Clermont-Ferrand" are two words each, and it is
# their separators that are compared loosely. A plus does: "Disney+" is not "Disney".
_PIECES = re.compile(r"(\w+(?:[\u0300-\u036f]\w*)*\+?)")
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
# Stands after the last word, and for an empty line; no name has it.
_END = "\n"


class Gazetteer:
    """A fixed set of names, compiled for search into a trie of words.

    A word of a name that has a capital needs one in the text too ("Forum" is not "forum"), a word all in capitals needs
    all of them ("IDFA"). A word without capitals is found in any case ("best director"), and so is a common noun beside
    a proper one ("Cannes film festival").
    """

    def __init__(
        self, names: Iterable[tuple[str, tuple[str, ...], bool]], common_nouns: Collection[str] = frozenset()
    ) -> None:
        """:param names: name, ids, and whether it counts only in context
        :param common_nouns: in lower case
        """
        self._root: _Node = {}
        rows = [(_pieces(name), name, ids, contextual) for name, ids, contextual in names]
        folded = iter(_folded([word for pieces, *_ in rows for word in pieces[1::2]]))
        for pieces, name, ids, contextual in rows:
            words = tuple(pieces[1::2])
            node = self._root
            for index, word in enumerate(islice(folded, len(words))):
                node = node.setdefault(_joint(pieces[2 * index]) + word if index else word, {})
            if words:
                node.setdefault(_NAMES, []).append(_Name(_as_cased(words, common_nouns), name, ids, contextual))

    def find(self, text: str) -> list[Match]:
        """Every name in a text: longest match, then leftmost; matches never overlap and stand in text order.

        :returns: for each, where it stands and which entries it may mean

        >>> gazetteer = Gazetteer([("Palme d'Or", ("award/palme-dor",), False), ("Cannes", ("festival/cannes",), True)])
        >>> [(m.start, m.end, m.ids, m.contextual) for m in gazetteer.find("The Palme d’Or of CANNES")]
        [(4, 14, ('award/palme-dor',), False), (18, 24, ('festival/cannes',), True)]
        """
        pieces = _pieces(text)
        chosen = _longest_then_leftmost(self._candidates(pieces))
        if not chosen:
            return []
        offsets = [0, *accumulate(map(len, pieces))]
        return [_match(offsets[2 * first + 1], offsets[2 * end], names) for first, end, names in chosen]

    def _candidates(self, pieces: list[str]) -> list[_Candidate]:
        """Every name at every word: its first word, the word after its last, and what bears it."""
        words = pieces[1::2]
        folded = [*_folded(words), _END]
        root = self._root
        found: list[_Candidate] = []
        for first in [index for index, word in enumerate(folded) if word in root]:
            node: _Node | None = root[folded[first]]
            end = first + 1
            while node:
                if _NAMES in node:
                    fitting = [name for name in node[_NAMES] if _cased_alike(name.words, words[first:end])]
                    if fitting:
                        found.append((first, end, fitting))
                separator = pieces[2 * end]
                node = node.get(folded[end] if separator == " " else _joint(separator) + folded[end])
                end += 1
        return found


def _as_cased(words: tuple[str, ...], common_nouns: Collection[str]) -> tuple[str, ...]:
    """A name's words, in lower case those that have both ("the Cannes film festival", "Silver Bear for best actor")."""
    pairs = list(pairwise(words))
    honoured = pairs.index(("for", "Best")) if ("for", "Best") in pairs else len(words)
    lowered = tuple(
        word.lower()
        if place > honoured or word.lower() in common_nouns or (place > 1 and words[place - 1] == "d")
        else word
        for place, word in enumerate(words)
    )
    return words if all(map(str.islower, lowered)) else lowered


def _pieces(text: str) -> list[str]:
    """Separators and words by turns, a separator first and last. Underscores are marks of emphasis, not letters."""
    return _PIECES.split(text.replace("_", " "))


def _folded(words: list[str]) -> list[str]:
    """All words folded at once: one call for the many in ASCII, one each for the others."""
    lowered = "\n".join(words).lower()
    if lowered.isascii():
        return lowered.split("\n")
    return [word if word.isascii() else fold_word(word) for word in lowered.split("\n")]


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
    """What two words of a name are joined by; empty for what readers and typesetters write in several ways.

    An empty line joins nothing: it is a mark that no name has between its words.
    """
    return "" if _SOFT.fullmatch(separator) else separator.strip() or _END


def _cased_alike(name: tuple[str, ...], words: list[str]) -> bool:
    return all(map(_case_fits, name, words))


def _case_fits(expected: str, word: str) -> bool:
    if expected == word or expected.islower():
        return True
    if expected.isupper():
        return word.isupper() if len(expected) > 1 else not word.islower()
    return word != word.lower()
