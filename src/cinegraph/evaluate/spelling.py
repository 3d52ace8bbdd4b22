"""What of a name counts when an extracted one is held against the gold's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart; apostrophes are dropped, other punctuation parts words.
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "œ": "oe", "’": None, "'": None}
)
_PUNCTUATION = re.compile(r"[^\w\s]")
_LEADING_ARTICLE = re.compile(r"^(?:the|a|an) ")
_LINK_WORDS = frozenset({"the", "a", "an", "of", "at", "for", "in", "and"})


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """A name without case, accents, punctuation and leading article.

    >>> plain("The Palme d’Or"), plain("  Kanał, 1957 ")
    ('palme dor', 'kanal 1957')
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
    return _LEADING_ARTICLE.sub("", " ".join(_PUNCTUATION.sub(" ", letters).split()))


def words(names: frozenset[str]) -> frozenset[str]:
    """The words of some plain names, link words left out.

    >>> sorted(words(frozenset({"prize of the jury"})))
    ['jury', 'prize']
    """
    return frozenset(word for name in names for word in name.split()) - _LINK_WORDS


def stands_in(name: str, text: str) -> bool:
    """Whether a plain name stands in a plain text, as whole words.

    >>> stands_in("beanpole", "balagov directed beanpole"), stands_in("bean", "balagov directed beanpole")
    (True, False)
    """
    return f" {name} " in f" {text} "
