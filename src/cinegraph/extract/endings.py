"""Which of many regular expressions could match at the end of a text, told by the text's last word.

What stands before a name ("the film ", "directed by the ") is looked at for each name of an article; of dozens of expressions that end there
few can have the word that stands last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_CLOSING = ' "'
_ARTICLES = frozenset({"the", "a", "an"})
_KNOWN_ENDINGS = 1 << 16
_MOST_CHARACTERS = 8


class Endings:
    """Tells which of some expressions, each of which ends in ``$``, a text can match; never leaves out one that does."""

    def __init__(self, expressions: Sequence[re.Pattern[str]]) -> None:
        self._words: dict[str, int] = {}
        parts: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        for index, expression in enumerate(expressions):
            for table, endings in zip((self._words, parts), endings_of(expression), strict=True):
                for ending in endings:
                    table[ending] = table.get(ending, 0) | 1 << index
        self._any = parts.pop("", 0)
        self._parts: dict[str, list[tuple[str, int]]] = {}
        for part, those in parts.items():
            self._parts.setdefault(part[-1], []).append((part, those))

    def possible(self, text: str) -> int:
        """The expressions that could match at the end of a text of one line, as a number with their bits set.

        >>> bin(Endings([re.compile("films? $"), re.compile("(?:in|near) (?:the )?$")]).possible("she lives in the "))
        '0b10'
        """
        ending = last_words(text)
        found = self._seen.get(ending)
        if found is None:
            found = self._words.get(ending, 0) | self._any
            for part, those in self._parts.get(ending[-1:], ()):
                if ending.endswith(part):
                    found |= those
            if len(self._seen) >= _KNOWN_ENDINGS:
                self._seen.clear()
            self._seen[ending] = found
        return found


def last_words(text: str) -> str:
    """The last word of a text with its signs, and the word before it where the last one is an article.

    >>> last_words('the name of the "'), last_words("directed by")
    ('of the', 'by')
    """
    text = text.rstrip(_CLOSING)
    begin = text.rfind(" ") + 1
    if text[begin:] in _ARTICLES and begin:
        begin = text.rfind(" ", 0, begin - 1) + 1
    return text[begin:]


def endings_of(expression: re.Pattern[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The last words that a text can have at whose end an expression matches, in the sense of :func:`last_words`.

    :returns: words, and parts that the last words may end in (an empty part where they can be any)

    >>> [sorted(found) for found in endings_of(re.compile(r"(?:films?|works of) (?:the )?$"))]
    [['of', 'of the'], ['film', 'film the', 'films', 'films the']]
    """
    walk = _Walk()
    walk.parts |= walk.back(_parser.parse(expression.pattern, expression.flags & ~re.UNICODE), frozenset({""}))
    return frozenset(walk.words), frozenset(walk.parts)


class _Walk:
    """Walks a parsed expression from its end and keeps what a text can have there, until its last words are whole."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.parts: set[str] = set()

    def back(self, items: Iterable[Any], after: frozenset[str]) -> frozenset[str]:
        """What can stand from the beginning of a sequence on, with what comes after it, where that is not whole yet."""
        for code, argument in reversed(list(items)):
            if code not in (op.AT, op.ASSERT, op.ASSERT_NOT):
                after = self._before(code, argument, after)
        return after

    def _before(self, code: Any, argument: Any, after: frozenset[str]) -> frozenset[str]:
        if code is op.LITERAL:
            return self._with((chr(argument),), after)
        if code is op.IN and len(argument) <= _MOST_CHARACTERS and all(c is op.LITERAL for c, _ in argument):
            return self._with([chr(value) for _, value in argument], after)
        if code is op.SUBPATTERN:
            return self.back(argument[3], after)
        if code is op.BRANCH:
            return frozenset().union(*(self.back(alternative, after) for alternative in argument[1]))
        if code in (op.MAX_REPEAT, op.MIN_REPEAT):
            least, most, inner = argument
            once = self.back(inner, after)
            if most > 1:
                self.parts |= once
                once = frozenset()
            return once | after if least == 0 else once
        self.parts |= after
        return frozenset()

    def _with(self, characters: Iterable[str], after: frozenset[str]) -> frozenset[str]:
        found = set()
        for text in (character + rest for character in characters for rest in after):
            words = last_words(text)
            if text.startswith(" ") and text.rstrip(_CLOSING) == f" {words}" and words not in _ARTICLES:
                self.words.add(words)
            else:
                found.add(text.rstrip(_CLOSING))
        return frozenset(found)
