"""Characters and tokens: a one-to-one normalisation that keeps offsets, and a tokeniser for names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from cinegraph.extract.learnt import Learnt
from cinegraph.extract.word_lists import words

_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "\ufeff": " ", "\u200b": " ",
        "’": "'", "‘": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-",
    }
)  # fmt: skip
# Translating only what is not plain is many times faster than translating a whole text.
_ODD = re.compile(r"[^\x00-\x08\x0a-\x5f\x61-\x7f]+")

TOKEN = re.compile(
    # A word, the possessive of one, a number, a sign.
    r"[^\W\d_](?:[^\W_]|'(?=[^\W\d_]{2}|t\b)|-(?=[^\W_]))*|'s\b|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?|[^\w\s]|_"
)
UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de" + "".join(
    c for c in map(chr, [*range(0x100, 0x250), *range(0x1E00, 0x1F00)]) if c.isupper()
)
"""The capitals of the Latin alphabet in all its languages, for a class of characters ("Żuławski", "Škvorecký", "Ősz")."""
_SUFFIX = re.compile(
    r"-(?:era|premiering|premiered|awarded|selected|supported|acclaimed|lauded|crowned|born|based|set|style|winning|nominated|directed|produced|shot|filmed|penned|helmed|language|made|led|inspired|like|time|year|old|length|speaking|owned|backed|trained|educated|shortlisted|starring|starrer|starrers|esque|themed|bound|related|wide|only|occupied|funded|winner|winners|nominee)$"
)
_GLUE = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_LETTERS_IN: Learnt[list[str]] = Learnt(re.compile(r"[^\W\d_]+").findall)
PARTICLES = frozenset(words("particles_of_names"))
_LETTER_FOLD = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "'": None})


def normalise(text: str) -> str:
    """The text with odd spaces, quotes and hyphens made plain; every offset stays what it was.

    >>> normalise("Kira’s\\u00a0“film”")
    'Kira\\'s "film"'
    """
    return _ODD.sub(lambda match: match.group().translate(_SAME_LENGTH), text)


_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A key for comparing names: no case, accents or punctuation, single spaces, no leading article.

    >>> fold("The  Piano!"), fold("Séance")
    ('piano', 'seance')
    """
    text = normalise(name).casefold().translate(_LETTER_FOLD)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = _WORDS.findall(text)
    if len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    return " ".join(words)


class Token(NamedTuple):
    """A word, number or sign; ``kind`` is C (Capitalised), U (UPPER CASE), l (lower), d (digits), s (possessive 's) or p (sign)."""

    start: int
    end: int
    text: str
    kind: str


# Half the time of calling the class.
_token = partial(tuple.__new__, Token)


def is_suffix(word: str) -> bool:
    """Whether a word is the second half of a compound adjective ("Paris-based"), written apart.

    >>> is_suffix("based"), is_suffix("Luc")
    (True, False)
    """
    return bool(_SUFFIX.fullmatch("-" + word))


_PLAIN_LETTERS = str.maketrans("áàâäãåčçćéèêëěíìîïñńňóòôöõřšśúùûüůýžźż", "aaaaaaccceeeeeiiiinnnooooorssuuuuuyzzz")


def plain(text: str) -> str:
    """The text in lower case with the accents of the commonest letters gone; every offset stays what it was.

    >>> plain("Début")
    'debut'
    """
    lowered = text.lower()
    same_length = lowered if len(lowered) == len(text) else text
    return _ODD.sub(lambda match: match.group().translate(_PLAIN_LETTERS), same_length)


def tokenise(text: str, start: int, end: int, vocabulary: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens of ``text[start:end]`` (a normalised text).

    Words glued together by a lost space ("BeanpoleBalagov") are split where one part stands alone elsewhere (``vocabulary``).

    >>> [t.text for t in tokenise("J. Doe's film", 0, 13)]
    ['J.', 'Doe', "'s", 'film']
    """
    tokens: list[Token] = []
    last = start
    for run in text[start:end].split():
        # Only blanks stand between runs.
        first = text.find(run, last)
        last = first + len(run)
        for begin, stop, word, kind in _TOKENS_IN[run]:
            if kind == "C" and len(word) > 7 and vocabulary and (cut := _glue(word, vocabulary)):
                tokens.append(Token(first + begin, first + begin + cut, word[:cut], "C"))
                tokens.append(Token(first + begin + cut, first + stop, word[cut:], "C"))
            else:
                tokens.append(_token((first + begin, first + stop, word, kind)))
    return tokens


def _tokens_in(run: str) -> tuple[Token, ...]:
    """The tokens of what stands between blanks, its first character at nought."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(run):
        word, (first, last) = match.group(), match.span()
        kind = "l" if word[0].islower() else _kind(word)
        if kind == "C" and len(word) == 1 and run[last : last + 1] == ".":
            tokens.append(Token(first, last + 1, word + ".", "C"))
        elif kind == "p" and word == "." and tokens and tokens[-1].end == last:
            continue
        elif kind in "CU" and "-" in word and (suffix := _SUFFIX.search(word)):
            tokens.append(Token(first, first + suffix.start(), word[: suffix.start()], kind))
            tokens.append(Token(first + suffix.start(), last, suffix.group(), "l"))
        else:
            tokens.append(Token(first, last, word, kind))
    return tuple(tokens)


_TOKENS_IN = Learnt(_tokens_in)


def _kind(word: str) -> str:
    """What a token is that does not begin with a small letter, see :class:`Token`."""
    if word[0].isupper():
        return "U" if len(word) > 1 and word.isupper() else "C"
    if word[0].isdecimal():
        return "d"
    return "l" if word[0].isalnum() else "s" if len(word) > 1 else "p"


def _glue(word: str, vocabulary: frozenset[str]) -> int:
    for match in _GLUE.finditer(word):
        cut = match.start()
        if min(cut, len(word) - cut) >= 4 and (word[:cut] in vocabulary or word[cut:] in vocabulary):
            return cut
    return 0


def words_of(text: str) -> Iterator[str]:
    """Every word of a normalised text, as it is written."""
    return iter(TOKEN.findall(text))


def words_in(text: str) -> list[str]:
    """The runs of letters at which a word begins ("co-wrote" begins with "co").

    >>> words_in("the co-writer's 3 films")
    ['the', 'co', 'films']
    """
    return list(chain.from_iterable(map(_WORDS_IN.__getitem__, text.split())))


def letters_in(text: str) -> frozenset[str]:
    """Every run of letters of a text.

    >>> sorted(letters_in("Ada's 3 films"))
    ['Ada', 'films', 's']
    """
    return frozenset(chain.from_iterable(map(_LETTERS_IN.__getitem__, set(text.split()))))


def occurrences(phrases: Iterable[str], text: str, joints: str = "") -> list[tuple[int, int]]:
    """Where any of some phrases stands, from left to right and never overlapping: the longest of those that begin at one place.

    :param joints: signs that belong to a word beside it, as its letters do; an apostrophe only before one

    >>> occurrences(["Ark", "Russian Ark"], "The Russian Ark, an Ark"), occurrences(["Ark"], "the Ark-ship", "'-")
    ([(4, 15), (20, 23)], [])
    """
    found = []
    after_joints = joints.replace("'", "")
    for phrase in phrases:
        start = text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            before, after = text[start - 1 : start] if start else "", text[end : end + 1]
            if not (
                _in_word(before)
                or (before and before in joints)
                or _in_word(after)
                or (after and after in after_joints)
            ):
                found.append((start, -end))
            start = text.find(phrase, start + 1)
    kept: list[tuple[int, int]] = []
    for start, negative in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, -negative))
    return kept


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


class PhraseFinder:
    """Finds phrases in lower-cased text: the longest at each word, words whole."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        for phrase in phrases:
            first = _WORD.match(phrase)
            if first is not None:
                self._by_word.setdefault(first.group(), []).append(phrase)
        for known in self._by_word.values():
            known.sort(key=lambda phrase: (-len(phrase), phrase))

    def find(self, text: str, words: Collection[str] | None = None) -> Iterator[tuple[int, str]]:
        """Where each phrase stands, from left to right, never overlapping.

        :param words: the words of the text (:func:`words_in`), if they are known

        >>> list(PhraseFinder(["film director", "director"]).find("the film director, a director"))
        [(4, 'film director'), (21, 'director')]
        """
        opening = self._by_word.keys() & (words_in(text) if words is None else words)
        if not opening:
            return
        position = 0
        for start, word in sorted((place, each) for each in opening for place in _places_of(each, text)):
            if start < position:
                continue
            for phrase in self._by_word[word]:
                end = start + len(phrase)
                if text.startswith(phrase, start) and not (
                    end < len(text) and (text[end].isalnum() or text[end] == "-")
                ):
                    yield start, phrase
                    position = end
                    break


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where one of the words of :func:`words_in` stands."""
    start = text.find(word)
    while start >= 0:
        match = _WORD.match(text, start)
        if match is not None and match.end() == start + len(word):
            yield start
        start = text.find(word, start + 1)


_WORD = re.compile(r"(?<![\w'-])[^\W\d_]+")
_WORDS_IN: Learnt[list[str]] = Learnt(_WORD.findall)
