"""The keys under which names are looked up: case, accents, script, punctuation and word order do not count."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart, as people without them on the keyboard type them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e"}
)
_APOSTROPHES = re.compile(r"['’‘ʼʹ`´]")
_SEPARATORS = re.compile(r"[\W_]+")
_ARTICLES = frozenset({"the", "a", "an"})


def fold(name: str) -> str:
    """A name in lower-case Latin letters and digits, its words parted by single spaces.

    Letters of other scripts are romanised; a name made of signs only is folded to itself, so that it can be found.

    >>> fold("Séance"), fold("L’Avventura"), fold("Кантемир БАЛАГОВ"), fold("Clermont-Ferrand")
    ('seance', 'lavventura', 'kantemir balagov', 'clermont ferrand')
    """
    # SQLite ends a text at its first null character.
    name = name.replace("\0", " ")
    plain = _plain(name)
    if not plain.isascii():
        plain = _romanise(plain)
    return " ".join(_SEPARATORS.sub(" ", plain).split()) or " ".join(name.casefold().split())


def loose(folded: str) -> str:
    """A folded name without its leading article, its words in alphabetical order.

    >>> loose("balagov kantemir") == loose("kantemir balagov"), loose("the sacrifice")
    (True, 'sacrifice')
    """
    words = folded.split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(sorted(words))


def _plain(text: str) -> str:
    text = _APOSTROPHES.sub("", text)
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    # A casefolded letter may come apart into one that can be folded again.
    kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
    return unicodedata.normalize("NFKC", kept).translate(_LETTERS)


def _romanise(text: str) -> str:
    # Loaded here because it costs 15 ms, and a Latin name does without it.
    from anyascii import anyascii

    return _APOSTROPHES.sub("", anyascii(text)).lower()
