"""Finds the loops of regular expressions that can take exponential time: those that read the same text in two ways.

The positions of a loop (Glushkov, "The abstract theory of automata", 1961) are an automaton; where two different walks
through it read the same word and meet again, a text that repeats the word is read in 2, 4, 8 … ways before the search
fails (Weideman et al., "Analyzing matching time behavior of backtracking regular expression matchers", 2016). What
looks around is left out, so that a loop may be named that is saved by it; a loop around one atomic group reads in one
way only.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_MOST_COPIES = 9
_SAMPLE = "aly 0_.,:;-\"'*()[]\n\té\u0301中\ue000\ue100\uf2ff"


def endless_loops(expression: re.Pattern[str] | re.Pattern[bytes]) -> list[str]:
    """What is wrong with each loop that can take exponential time: a word that it reads in two ways.

    >>> endless_loops(re.compile(r"(?:a|recently|\\w+ly )*x")), endless_loops(re.compile(r"(?:recently |often )*x"))
    ([...], [])
    """
    parsed = _parse(expression)
    alphabet = _alphabet(parsed, expression.flags)
    found = []
    for body in _loops(parsed):
        word = _Loop(alphabet, expression.flags).ambiguous(body)
        if word is not None:
            found.append(word)
    return found


def _parse(expression: re.Pattern[Any]) -> Any:
    source = expression.pattern
    flags = expression.flags
    if isinstance(source, bytes):
        source = source.decode("latin-1")
        flags |= re.ASCII
    return _parser.parse(source, flags & ~re.UNICODE)


def _inner(code: Any, argument: Any) -> Iterator[Any]:
    """The sequences that an item holds."""
    if code in _REPEATS:
        yield argument[2]
    elif code is op.SUBPATTERN:
        yield argument[3]
    elif code is op.ATOMIC_GROUP:
        yield argument
    elif code in (op.ASSERT, op.ASSERT_NOT):
        yield argument[1]
    elif code is op.BRANCH:
        yield from argument[1]
    elif code is op.GROUPREF_EXISTS:
        yield from (each for each in argument[1:] if each)


def _loops(parsed: Iterable[Any]) -> Iterator[Any]:
    """What is repeated without a (small) end, and is no single character."""
    for code, argument in parsed:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT) and argument[1] > _MOST_COPIES:
            items = list(argument[2])
            while len(items) == 1 and items[0][0] is op.SUBPATTERN:
                items = list(items[0][1][3])
            if [each for each, _ in items] != [op.ATOMIC_GROUP]:
                yield argument[2]
        for sequence in _inner(code, argument):
            yield from _loops(sequence)


def _alphabet(parsed: Iterable[Any], flags: int) -> str:
    """One character for each that the expression tells from others."""
    told = set(_SAMPLE)

    def add(code: Any, argument: Any) -> None:
        if code in (op.LITERAL, op.NOT_LITERAL):
            told.add(chr(argument))
        elif code is op.RANGE:
            told.update(map(chr, {max(0, argument[0] - 1), *argument, min(sys.maxunicode, argument[1] + 1)}))
        elif code is op.IN:
            for each in argument:
                add(*each)

    def walk(items: Iterable[Any]) -> None:
        for code, argument in items:
            add(code, argument)
            for sequence in _inner(code, argument):
                walk(sequence)

    walk(parsed)
    if flags & re.IGNORECASE:
        told |= {each.swapcase() for each in told if len(each.swapcase()) == 1}
    return "".join(sorted(told))


_CATEGORIES = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
}
_OPPOSITES = {
    op.CATEGORY_NOT_DIGIT: op.CATEGORY_DIGIT,
    op.CATEGORY_NOT_SPACE: op.CATEGORY_SPACE,
    op.CATEGORY_NOT_WORD: op.CATEGORY_WORD,
}


def _takes(code: Any, argument: Any, character: str, flags: int) -> bool:
    if code is op.LITERAL:
        same = chr(argument) == character
        return same or bool(flags & re.IGNORECASE and chr(argument).lower() == character.lower())
    if code is op.NOT_LITERAL:
        return not _takes(op.LITERAL, argument, character, flags)
    if code is op.ANY:
        return character != "\n" or bool(flags & re.DOTALL)
    if code is op.RANGE:
        cases = {character, character.lower(), character.upper()} if flags & re.IGNORECASE else {character}
        return any(len(each) == 1 and argument[0] <= ord(each) <= argument[1] for each in cases)
    if code is op.CATEGORY:
        if argument in _OPPOSITES:
            return not _CATEGORIES[_OPPOSITES[argument]](character)
        return _CATEGORIES[argument](character)
    assert code is op.IN, code
    negated = argument[0][0] is op.NEGATE
    return any(_takes(*each, character, flags) for each in argument[negated:]) is not negated


class _Loop:
    """The automaton of what is repeated: its positions, and which may follow which, in how many ways."""

    def __init__(self, alphabet: str, flags: int) -> None:
        self.alphabet, self.flags = alphabet, flags
        self.taken: list[frozenset[str]] = []
        self.follow: Counter[tuple[int, int]] = Counter()

    def ambiguous(self, body: Any) -> str | None:
        """A word that brings the loop from a position to the same position in two ways; None where there is none."""
        _, first, last = self._sequence(body)
        self._join(last, first)
        for (before, after), ways in self.follow.items():
            if ways > 1:
                return self._told([before, after])
        steps: list[dict[str, list[int]]] = [{} for _ in self.taken]
        for before, after in self.follow:
            for character in self.taken[after]:
                steps[before].setdefault(character, []).append(after)
        return self._meeting(steps)

    def _meeting(self, steps: list[dict[str, list[int]]]) -> str | None:
        """Walks two walks side by side from where they part; says the word where they meet again."""
        waiting: list[tuple[tuple[int, int], str]] = []
        seen: set[tuple[int, int]] = set()
        for position in range(len(steps)):
            waiting += self._onward((position, position), "", steps, seen)
        while waiting:
            pair, word = waiting.pop()
            for after, longer in self._onward(pair, word, steps, seen, meeting=True):
                if after[0] == after[1]:
                    return longer
                waiting.append((after, longer))
        return None

    def _onward(
        self,
        pair: tuple[int, int],
        word: str,
        steps: list[dict[str, list[int]]],
        seen: set[tuple[int, int]],
        meeting: bool = False,
    ) -> list[tuple[tuple[int, int], str]]:
        found = []
        left, right = steps[pair[0]], steps[pair[1]]
        for character in left.keys() & right.keys():
            for one in left[character]:
                for other in right[character]:
                    after = (min(one, other), max(one, other))
                    if (one != other or meeting) and after not in seen:
                        if one != other:
                            seen.add(after)
                        found.append((after, word + character))
        return found

    def _told(self, positions: Iterable[int]) -> str:
        return "".join(min(self.taken[each], default="?") for each in positions)

    def _join(self, last: Iterable[int], first: Iterable[int]) -> None:
        first = list(first)
        for before in last:
            for after in first:
                self.follow[before, after] += 1

    def _leaf(self, code: Any, argument: Any) -> tuple[bool, list[int], list[int]]:
        self.taken.append(frozenset(c for c in self.alphabet if _takes(code, argument, c, self.flags)))
        here = [len(self.taken) - 1]
        return False, here, here

    def _sequence(self, items: Iterable[Any]) -> tuple[bool, list[int], list[int]]:
        """Whether a sequence may be empty, where it begins and where it ends."""
        empty, first, last = True, [], []
        for code, argument in items:
            may, begins, ends = self._item(code, argument)
            self._join(last, begins)
            first = first + begins if empty else first
            last = last + ends if may else ends
            empty = empty and may
        return empty, first, last

    def _item(self, code: Any, argument: Any) -> tuple[bool, list[int], list[int]]:
        if code in (op.AT, op.ASSERT, op.ASSERT_NOT, op.GROUPREF):
            return True, [], []
        if code in (op.BRANCH, op.GROUPREF_EXISTS):
            parts = [self._sequence(each) for each in _inner(code, argument)]
            return any(p[0] for p in parts), [x for p in parts for x in p[1]], [x for p in parts for x in p[2]]
        if code in _REPEATS:
            return self._repeated(argument[0], argument[1], argument[2])
        if code in (op.SUBPATTERN, op.ATOMIC_GROUP):
            return self._sequence(next(_inner(code, argument)))
        return self._leaf(code, argument)

    def _repeated(self, least: int, most: int, body: Any) -> tuple[bool, list[int], list[int]]:
        if most <= _MOST_COPIES:
            copies: list[Any] = []
            for number in reversed(range(most)):
                copies = [*body, *copies] if number < least else [(op.BRANCH, (None, [[*body, *copies], []]))]
            return self._sequence(copies)
        empty, first, last = self._sequence(body)
        self._join(last, first)
        return empty or least == 0, first, last
