"""Brings spellings of one name together: case, accents, apostrophes, hyphens and spaces do not tell names apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, as readers without them type them.
_PLAIN = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e",
})  # fmt: skip
# A plus belongs to the word before it: "Disney+" is not "Disney".
_WORDS = re.compile(r"[^\W_]+\+?")


@lru_cache(maxsize=65_536)
def _fold_foreign(word: str) -> str:
    # Compatibility letters (a squared A, a ligature) show their case only once decomposed.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    kept = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", kept.translate(_PLAIN))


def fold_word(word: str) -> str:
    """A word in lower case and without accents.

    >>> fold_word("Séance"), fold_word("ŁÓDŹ")
    ('seance', 'lodz')
    """
    return word.lower() if word.isascii() else _fold_foreign(word)


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The key under which a name is looked up: words in lower case, without accents, with single spaces between.

    >>> fold("Palme d’Or"), fold("Clermont-Ferrand"), fold("CPH:DOX"), fold("Canal+")
    ('palme d or', 'clermont ferrand', 'cph dox', 'canal+')
    """
    return " ".join(_WORDS.findall(fold_word(name)))


def slug(name: str) -> str:
    """A name as part of an id: ASCII letters and digits joined by hyphens.

    >>> slug("César Award for Best Film")
    'cesar-award-for-best-film'
    """
    words = fold(name.replace("'", "").replace("’", "")).split()
    return "-".join(kept for word in words if (kept := re.sub(r"[^a-z0-9]", "", word)))
