"""Names in the script that somebody has begun to type: what a shell that filters by what stands there can complete."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from cinegraph.store.folding import fold

_BLOCK = 128


def in_script_of(typed: str, name: str) -> str | None:
    """A name in the script of what is typed, and beginning with that; None where it cannot be made.

    It is no name that anybody uses, but is looked up like one: it folds to the same words, whose order does not count.

    >>> in_script_of("балаг", "Kantemir Balagov"), in_script_of("Тарк", "Andrei Tarkovsky")
    ('Балагов Кантемир', 'Тарковскы Андреи')
    >>> in_script_of("bal", "Kantemir Balagov")
    """
    letters = [letter for letter in typed if letter.isalpha() and not letter.isascii()]
    if not letters or unicodedata.name(letters[0], "").startswith("LATIN"):
        return None
    alphabet, begun = _alphabet(ord(letters[0]) // _BLOCK * _BLOCK), fold(typed)
    words = fold(name).split()
    for turn in range(len(words)):
        turned = " ".join([*words[turn:], *words[:turn]])
        if turned.startswith(begun):
            # The letters that were typed are kept: there may be several that sound like that.
            rest = _written(turned[len(begun) :], alphabet)
            made = " ".join(word[:1].title() + word[1:] for word in f"{typed}{rest}".split())
            return made if rest is not None and fold(made) == turned else None
    return None


def _written(folded: str, alphabet: dict[str, str]) -> str | None:
    """A folded name in the letters of an alphabet, the longest sound first; None where a sound has no letter."""
    return None if None in (parts := list(_letters(folded, alphabet))) else "".join(filter(None, parts))


def _letters(folded: str, alphabet: dict[str, str]) -> Iterator[str | None]:
    longest, place = max(map(len, alphabet), default=1), 0
    while place < len(folded):
        sound = next((s for n in range(longest, 0, -1) if (s := folded[place : place + n]) in alphabet), None)
        if sound is None and not folded[place].isalpha():
            sound = folded[place]
            yield sound
        else:
            yield alphabet[sound] if sound is not None else None
        place += len(sound or " ")


@cache
def _alphabet(first: int) -> dict[str, str]:
    """For each sound the first small letter of a block of Unicode that is folded to it."""
    found: dict[str, str] = {}
    for point in range(first, first + _BLOCK):
        letter = chr(point)
        if letter.isalpha() and not letter.isupper() and letter == unicodedata.normalize("NFKC", letter):
            sound = fold(letter)
            if sound.isascii() and sound.isalpha():
                found.setdefault(sound, letter)
    return found
