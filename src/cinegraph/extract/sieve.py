"""Which of many regular expressions could match a text, told by the words and signs that each cannot do without.

A search that finds nothing still tries every position, and most of hundreds of patterns find nothing in most sentences.
The needs of a pattern are read off its parsed form, in the manner of the trigram index of Cox, "Regular Expression
Matching with a Trigram Index" (2012).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from cinegraph.extract.learnt import Learnt
from cinegraph.extract.nodes import BASE, LETTERS, letter_of

Clause = frozenset[str]
"""Words (a to z), node letters and signs of which a text must have at least one."""

_WORD = re.compile("[a-z]{2,}")
_PIECE = re.compile("[a-z]{2,}|[^a-z ]")
_SIGNS = frozenset("()\"'*&/-–—:;,.?!")
_MOST_STRINGS, _MOST_CHARACTERS, _MOST_CLAUSES = 96, 6, 6
_SHORTEST, _LONGEST = 2, 16
_COMMON_WORDS = (
    "the an in of for and at by to is was as on with from his her it he she who that first film has had are be or which"
)
_COMMON = frozenset(_COMMON_WORDS.split())
# How often a sentence has such a word by chance, by its length; the rarest needs of a pattern are looked at.
_CHANCE = {2: 0.5, 3: 0.2, 4: 0.08, 5: 0.04}
_TOO_COMMON = 0.999


class Sieve:
    """Tells which of some expressions a text can match; never leaves out one that does."""

    def __init__(self, expressions: Sequence[re.Pattern[str]]) -> None:
        self._count = len(expressions)
        self._words: dict[str, int] = {}
        self._characters: dict[str, int] = {}
        self._free = 0
        for index, expression in enumerate(expressions):
            chosen = needs_of(expression)
            for place in range(_MOST_CLAUSES):
                bit = 1 << (place * self._count + index)
                if place >= len(chosen):
                    self._free |= bit
                for atom in chosen[place] if place < len(chosen) else ():
                    table = self._words if len(atom) > 1 else self._characters
                    table[atom] = table.get(atom, 0) | bit
        self._all = (1 << self._count) - 1
        self._longest: dict[str, int] = {}
        for word in self._words:
            begin = word[:_SHORTEST]
            self._longest[begin] = max(len(word), self._longest.get(begin, 0))
        self._learnt = Learnt(self._of_run)

    def mask(self, text: str) -> int:
        """The expressions that could match anywhere in a text, as a number with their bits set."""
        return self._left(reduce(or_, map(self._learnt.__getitem__, text.split()), 0))

    def _left(self, met: int) -> int:
        """The expressions each of whose clauses is met."""
        met |= self._free
        count, left = self._count, self._all
        for _ in range(_MOST_CLAUSES):
            left &= met
            met >>= count
        return left

    def possible(self, text: str, among: int = -1) -> list[int]:
        """The indices of the expressions that could match in a text, in order.

        :param among: only those whose bits are set

        >>> Sieve([re.compile("wons? by"), re.compile("a prize")]).possible("she took a prize")
        [1]
        """
        return bits(self.mask(text) & among)

    def _of_run(self, run: str) -> int:
        """What a run between blanks lets match, with all words and signs in it."""
        return reduce(or_, (self._of_word(p) if len(p) > 1 else self._of_sign(p) for p in _PIECE.findall(run)), 0)

    def _of_word(self, word: str) -> int:
        found = 0
        for start in range(len(word) - _SHORTEST + 1):
            longest = self._longest.get(word[start : start + _SHORTEST], 0)
            for end in range(start + _SHORTEST, min(len(word), start + longest) + 1):
                found |= self._words.get(word[start:end], 0)
        return found

    def _of_sign(self, character: str) -> int:
        atom = letter_of(character) or ("0" if character.isdecimal() else character)
        return self._characters.get(atom, 0)


def bits(number: int) -> list[int]:
    """Which bits of a number are set, from the lowest.

    >>> bits(0b1010)
    [1, 3]
    """
    found = []
    while number:
        low = number & -number
        found.append(low.bit_length() - 1)
        number ^= low
    return found


def needs_of(expression: re.Pattern[str]) -> tuple[Clause, ...]:
    """What a text must have for an expression to match in it: one atom of each clause, the rarest clauses first.

    >>> [sorted(c) for c in needs_of(re.compile("(?:wins|won) the prize"))]
    [['prize'], ['wins', 'won'], ['the']]
    """
    if expression.flags & (re.IGNORECASE | re.VERBOSE):
        return ()
    clauses = _Needs().of(_parser.parse(expression.pattern, expression.flags & ~re.UNICODE))
    ranked = sorted(dict.fromkeys(clauses), key=_rank)
    return tuple(c for c in ranked if _chance(c) < _TOO_COMMON)[:_MOST_CLAUSES]


def words_for(expression: re.Pattern[str]) -> tuple[str, ...]:
    """The words of which a text has at least one wherever an expression matches in it: a cheap test before a search.

    :returns: an empty word, which every text has, where the expression needs none

    >>> words_for(re.compile("(?:[Gg]rand|special) (?:prize|award)"))
    ('award', 'prize')
    """
    return next((tuple(sorted(c)) for c in needs_of(expression) if min(map(len, c)) > 1), ("",))


def strings_of(source: str) -> frozenset[str]:
    """Every string that an expression can match.

    :raises ValueError: where these are too many, or one of them is empty

    >>> sorted(strings_of("(?:co-)?editors?"))
    ['co-editor', 'co-editors', 'editor', 'editors']
    """
    found = _strings(_parser.parse(source))
    if found is None or "" in found:
        raise ValueError(f"what {source[:60]!r} matches cannot be listed")
    return found


def last_words_of(expression: re.Pattern[str]) -> frozenset[str]:
    """What can stand, up to the blank before it, at the end of whatever an expression that ends in a blank matches.

    :raises ValueError: where an alternative of the expression does not end in a finite set of strings that hold a whole word

    >>> sorted(last_words_of(re.compile(r"\\b(?:films?|movie),? $|won [a-z]+ for $")))
    ['film', 'film,', 'films', 'films,', 'for', 'movie', 'movie,']
    """
    found: set[str] = set()
    for alternative in _alternatives(_parser.parse(expression.pattern, expression.flags & ~re.UNICODE)):
        strings = frozenset({""})
        for code, argument in reversed(alternative):
            if code is op.ASSERT_NOT or code is op.AT:
                continue
            more = _strings([(code, argument)])
            if more is None:
                break
            strings = frozenset(b + a for a in strings for b in more)
            if all(len(s.split(" ")) > 2 for s in strings):
                break
        else:
            strings = frozenset(f" {s}" for s in strings)
        if any(not s.endswith(" ") or len(s.split(" ")) < 3 for s in strings):
            raise ValueError(f"the last words of {expression.pattern[:60]!r} are not told by it")
        found.update(s.split(" ")[-2] for s in strings)
    return frozenset(found)


def _alternatives(parsed: Any) -> list[list[Any]]:
    """The sequences of which an expression matches one, groups that hold nothing else opened."""
    items = list(parsed)
    if len(items) == 1 and items[0][0] is op.BRANCH:
        return [found for alternative in items[0][1][1] for found in _alternatives(alternative)]
    if len(items) == 1 and items[0][0] is op.SUBPATTERN:
        return _alternatives(items[0][1][3])
    return [items]


def _chance(clause: Clause) -> float:
    without = 1.0
    for atom in clause:
        without *= 1 - (0.5 if atom in _COMMON else 0.6 if len(atom) == 1 else _CHANCE.get(len(atom), 0.02))
    return 1 - without


def _rank(clause: Clause) -> tuple[float, list[str]]:
    return _chance(clause), sorted(clause)


class _Needs:
    """Walks a parsed expression; keeps the finite set of strings that the part since the last flush can be."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.strings: frozenset[str] = frozenset({""})

    def of(self, parsed: Iterable[Any]) -> list[Clause]:
        """The clauses of a sequence."""
        for code, argument in parsed:
            if code in (op.AT, op.ASSERT_NOT):
                continue
            if code is op.ASSERT:
                self.clauses += _Needs().of(argument[1])
                continue
            self._take(code, argument)
        self._flush()
        return self.clauses

    def _take(self, code: Any, argument: Any) -> None:
        strings = _strings([(code, argument)])
        if strings is not None:
            if len(strings) * len(self.strings) > _MOST_STRINGS:
                self._flush()
            self.strings = frozenset(a + b for a in self.strings for b in strings)
            if not any(s[-1:].isalpha() or not s for s in self.strings):
                self._flush()
            return
        self._flush()
        if code is op.SUBPATTERN and not argument[1] & re.IGNORECASE:
            self.clauses += _Needs().of(argument[3])
        elif code is op.ATOMIC_GROUP:
            self.clauses += _Needs().of(argument)
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and argument[0] > 0:
            self.clauses += _Needs().of(argument[2])
        elif code is op.BRANCH:
            each = [_Needs().of(alternative) for alternative in argument[1]]
            if all(each):
                self.clauses += [c for c in dict.fromkeys(each[0]) if all(c in clauses for clauses in each[1:])]
                self.clauses.append(frozenset(atom for clauses in each for atom in min(clauses, key=_rank)))
        elif code is op.IN:
            atoms = _class_atoms(argument)
            if atoms:
                self.clauses.append(atoms)

    def _flush(self) -> None:
        strings, self.strings = self.strings, frozenset({""})
        atoms = {_rarest(s) for s in strings}
        if "" not in atoms:
            self.clauses.append(frozenset(a for a in atoms if not any(b != a and b in a for b in atoms)))


def _rarest(string: str) -> str:
    """The longest word of a string, or a sign that it has, or nothing."""
    words: list[str] = [word[:_LONGEST] for word in _WORD.findall(string)]
    if words:
        return max(words, key=lambda word: (word not in _COMMON, len(word), word))
    return next((c for c in string if c in _SIGNS), "0" if any(c.isdecimal() for c in string) else "")


def _strings(parsed: Iterable[Any]) -> frozenset[str] | None:
    """Every string that a sequence can match, or None where these are too many."""
    found = frozenset({""})
    for code, argument in parsed:
        if code in (op.AT, op.ASSERT_NOT, op.ASSERT):
            more: frozenset[str] | None = frozenset({""})
        else:
            more = _strings_of(code, argument)
        if more is None or len(more) * len(found) > _MOST_STRINGS:
            return None
        found = frozenset(a + b for a in found for b in more)
    return found


def _strings_of(code: Any, argument: Any) -> frozenset[str] | None:
    if code is op.LITERAL:
        return frozenset({chr(argument)})
    if code is op.IN:
        plain = all(c is op.LITERAL for c, _ in argument) and len(argument) <= _MOST_CHARACTERS
        return frozenset(chr(v) for _, v in argument) if plain else None
    if code is op.SUBPATTERN:
        return None if argument[1] & re.IGNORECASE else _strings(argument[3])
    if code is op.BRANCH:
        each = [_strings(alternative) for alternative in argument[1]]
        return None if None in each else frozenset().union(*(s for s in each if s is not None))
    if code in (op.MAX_REPEAT, op.MIN_REPEAT) and argument[1] == 1:
        inner = _strings(argument[2])
        return inner if inner is None or argument[0] == 1 else inner | {""}
    return None


def _class_atoms(items: Iterable[Any]) -> Clause:
    """The atoms of a class of node characters, signs and digits; none for other classes."""
    atoms: set[str] = set()
    for code, value in items:
        if code is op.LITERAL and chr(value) in _SIGNS:
            atoms.add(chr(value))
        elif code is op.CATEGORY and value is op.CATEGORY_DIGIT:
            atoms.add("0")
        elif code is op.RANGE and value[0] >= BASE[LETTERS[0]]:
            covered = [letter for letter in LETTERS if BASE[letter] <= value[1] and value[0] < BASE[letter] + _BLOCK]
            atoms.update(covered)
        elif code is op.RANGE and chr(value[0]).isdecimal() and chr(value[1]).isdecimal():
            atoms.add("0")
        else:
            return frozenset()
    return frozenset(atoms)


_BLOCK = BASE[LETTERS[1]] - BASE[LETTERS[0]]
