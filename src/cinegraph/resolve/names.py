"""Folds names, so that case, accents, apostrophes, hyphens and scripts do not tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

_APOSTROPHES = re.compile(r"['’ʼ`´′]")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
# Han and Hangul write no spaces between the parts of a name, and nobody writes one before a fraction.
_SYLLABLES = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]|[¼-¾⅐-⅞]")
# Letters that some writers replace by two, where others drop the sign.
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "Ä": "Ae", "Ö": "Oe",
                           "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Đ": "Dj"})  # fmt: skip


def word_set(text: str) -> frozenset[str]:
    """The words of a list written with spaces between them.

    >>> sorted(word_set("von van"))
    ['van', 'von']
    """
    return frozenset(text.split())


@lru_cache(maxsize=131_072)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in ASCII lower case; apostrophes are dropped, everything else that is no letter separates.

    A name of signs alone is its own only word, so that it is never empty where the name is not.

    >>> words("Żuławski"), words("Palme d’Or"), words("Тарковский, Andrei"), words("봉준호")
    (('zulawski',), ('palme', 'dor'), ('tarkovskiy', 'andrei'), ('bong', 'jun', 'ho'))
    """
    spaced = _SYLLABLES.sub(r" \g<0> ", _APOSTROPHES.sub("", name)).replace("&", " and ")
    plain = _APOSTROPHES.sub("", spaced if spaced.isascii() else anyascii(spaced)).lower()
    found = tuple(_SEPARATORS.sub(" ", plain).split())
    return found or tuple(name.casefold().split())


def compact(name: str) -> str:
    """The words of a name without the spaces between them.

    >>> compact("Face/Off") == compact("Face-off") == compact("FACE OFF")
    True
    """
    return "".join(words(name))


def spellings(name: str) -> tuple[str, ...]:
    """Forms of a name as writers without its accents type them, the name itself first.

    >>> spellings("Volker Schlöndorff")
    ('Volker Schlöndorff', 'Volker Schloendorff')
    """
    return tuple(dict.fromkeys((name, name.translate(_DIGRAPHS))))


def deletions(key: str) -> Iterator[str]:
    """The key and every key with one letter less: two keys that are one letter apart share one of them.

    Source: W. Garbe, symmetric delete spelling correction (SymSpell).

    >>> sorted(deletions("abc"))
    ['ab', 'abc', 'ac', 'bc']
    """
    yield key
    for index in range(len(key)):
        if index == 0 or key[index] != key[index - 1]:
            yield key[:index] + key[index + 1 :]


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, signs and digits alone.

    >>> is_latin("Żuławski"), is_latin("Дылда")
    (True, False)
    """
    return name.isascii() or all(
        ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or not letter.isalpha() for letter in name
    )
