"""Articles that a machine has translated are read in the words of the trade: "the tape" is the film, "removed by operator X" shot by a cinematographer.

What such articles call things stands in ``data/lexicon/patterns/translations.toml``, and by which words they are known: elsewhere a tape is a tape. The
plain word is never longer than the one it stands for, and blanks fill it up, so that every offset stays what it was.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from cinegraph.errors import LexiconError
from cinegraph.resources import resource

_QUOTED = r"\"[^\"\n]{1,70}\""
_BEGINS = re.compile(r"(?:^|[.!?:] |\n\W?|\n\W )$")
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells that an article is a translation.

    :ivar keys: one of them stands in whatever the expression matches
    """

    says: re.Pattern[str]
    weight: int
    keys: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TranslatedWord:
    """A word of translations and the plain one."""

    says: str
    plain: str
    examples: tuple[str, ...]


@cache
def marks() -> tuple[Mark, ...]:
    """What tells a translation, in the order of the data.

    :raises LexiconError: if a row lacks a field
    """
    return tuple(Mark(re.compile(row["says"]), row["weight"], tuple(row["keys"]), tuple(row["examples"])) for row in _rows("mark", "keys"))


@cache
def translated_words() -> tuple[TranslatedWord, ...]:
    """The words of translations, in the order of the data.

    :raises LexiconError: if a row lacks a field
    """
    return tuple(TranslatedWord(row["says"], row["plain"], tuple(row["examples"])) for row in _rows("word", "plain"))


def _rows(kind: str, needed: str) -> list[dict[str, Any]]:
    data: dict[str, list[dict[str, Any]]] = tomllib.loads(resource("data", "lexicon", "patterns", "translations.toml").read_text(encoding="utf-8"))
    for row in data[kind]:
        for field in ("says", "examples", needed):
            if field not in row:
                raise LexiconError(f"translations.toml: a {kind} has no '{field}'; add it")
    return data[kind]


def in_words_of_the_trade(text: str) -> str:
    """The text with plain words in the place of those of translations, where it is one; every offset stays what it was.

    >>> in_words_of_the_trade('In the tape "Tapes" the main role was performed by Ada Doe.')
    'In the film "Tapes" the main role was performed by Ada Doe.'
    >>> in_words_of_the_trade("The tape was removed from the shelf.")
    'The tape was removed from the shelf.'
    """
    return _words().sub(_plain, text) if is_translated(text) else text


def is_translated(text: str) -> bool:
    """Whether an article reads as machines translate.

    >>> is_translated("The picture was removed by operator Ben Roe."), is_translated("Ben Roe shot the picture.")
    (True, False)
    """
    weight = 0
    for mark in marks():
        if any(key in text for key in mark.keys) and mark.says.search(text):
            weight += mark.weight
            if weight >= _ENOUGH:
                return True
    return False


@cache
def _words() -> re.Pattern[str]:
    """The words; what is quoted is passed over."""
    said = "|".join(f"(?P<w{n}>{word.says})" for n, word in enumerate(translated_words()))
    return re.compile(rf"{_QUOTED}|(?<![\w-])(?:(?i:{said}))(?![\w-])")


def _plain(match: re.Match[str]) -> str:
    said = match.group()
    if match.lastgroup is None or any(word[0].isupper() for word in said.split()[1:]) or said[1:2].isupper():
        return said  # a title, a name
    if said[0].isupper() and _BEGINS.search(match.string, max(0, match.start() - 3), match.start()) is None:
        return said
    plain = translated_words()[int(match.lastgroup[1:])].plain
    return (plain[0].upper() + plain[1:] if said[0].isupper() else plain).ljust(len(said))
