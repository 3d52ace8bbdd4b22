"""Folds the titles of films, series and works."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cinegraph.resolve.names import is_latin, word_set, words
from cinegraph.resolve.person_names import near
from cinegraph.resolve.romanisation import romanised

_ARTICLES = word_set("the a an le la les il lo gli el der das")
_YEAR = re.compile(r"\s*\((?:18|19|20)\d\d\)\s*$")
_ELISION = re.compile(r"^\W*l['’](?=\w)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|\b(?:i{1,3}|iv|vi{0,3}|ix|x)\b|\b(?:one|two|three|four|five|first|second|third|part)\b")
_PLACEHOLDERS = frozenset(("untitled", "untitledproject", "untitledfilm", "film", "movie", "thefilm", "newfilm", "tba"))


@dataclass(frozen=True, slots=True)
class Title:
    """A title, folded.

    :ivar article: its leading article, or ""
    :ivar key: the rest without spaces
    :ivar numbers: the numbers in it, which tell the parts of a series apart
    """

    article: str
    key: str
    numbers: tuple[str, ...]

    @property
    def roman(self) -> str:
        """Equal for the same Russian title in any romanisation."""
        return romanised(self.key)


@lru_cache(maxsize=131_072)
def title_of(name: str) -> Title | None:
    """Fold a title; None for one that names no film, such as "Untitled".

    >>> title_of("The Piano Teacher") == title_of("The Piano-Teacher (2001)")
    True
    >>> title_of("L’Atalante").key, title_of("Untitled Project")
    ('atalante', None)
    """
    bare = _YEAR.sub("", name) or name
    article = "l" if _ELISION.match(bare) else ""
    found = words(_ELISION.sub("", bare))
    if not article and len(found) > 1 and found[0] in _ARTICLES and is_latin(bare):
        article, found = found[0], found[1:]
    key = "".join(found)
    if not key or key in _PLACEHOLDERS:
        return None
    return Title(article, key, tuple(_NUMBER.findall(" ".join(found))))


def near_titles(left: Title, right: Title) -> bool:
    """Whether two titles differ by a slip of the pen, or by their romanisation; other numbers are other films.

    >>> near_titles(title_of("Stalker"), title_of("Stalkar"))
    True
    >>> near_titles(title_of("Rocky II"), title_of("Rocky III"))
    False
    """
    if left.numbers != right.numbers:
        return False
    return left.roman == right.roman or near(left.key, right.key)
