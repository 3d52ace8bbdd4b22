"""Titles in English that stand beside a film's own: "Ran Salu (Golden Robes, 1967)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.countries import short_country
from cinegraph.extract.cues import Cues
from cinegraph.extract.text import UPPER
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary

_GLOSS = re.compile(r" \((?P<title>[A-Z0-9][^()\n]{2,90}?), (?:1[89]|20)\d\d(?:[,;)]| ?[-–])")
_WORDS = re.compile(r"[^\W\d_][\w'-]*")
_INSIDE = frozenset(words("small_in_glosses"))
# What else stands there with a year: the kind of thing it is, where it was shown.
_KINDS = frozenset(words("beside_years"))


# "known in Norway as Det hule skipet,": only another language writes a title in small letters.
_ELSEWHERE = re.compile(
    rf"\b(?:known|released|shown|screened|broadcast|published|distributed|titled)(?: internationally| abroad| (?:in|for) (?:the )?[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?)?(?: under the (?:\w+ ){{0,2}}title)? (?:as )?(?P<title>[{UPPER}][\w'-]*(?: [\w'-]+){{1,8}})(?=[,)])"
)
_PARTS = re.compile(r", | ?[/–-] ?| and | & ")


def glosses(text: str, begin: int, stop: int, cues: Cues, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where a sentence gives a title in English, and the year, in parentheses after another title; or one of another language elsewhere."""
    for match in _GLOSS.finditer(text, begin, stop):
        if _is_title(match["title"], cues, lexicon):
            yield match.span("title")
    if " as " not in text[begin:stop] and " title" not in text[begin:stop]:
        return
    for match in _ELSEWHERE.finditer(text, begin, stop):
        small = [word for word in match["title"].split() if word[0].islower()]
        if small and not any(word in vocabulary() for word in small):
            yield match.span("title")


def _is_title(name: str, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether a name is plain English in capitals, and no place, company or prize.

    >>> from cinegraph.extract.cues import load_cues
    >>> from cinegraph.lexicon import load_lexicon
    >>> [_is_title(name, load_cues(), load_lexicon()) for name in ("Birds, Orphans and Fools", "Akira Kurosawa", "Ben Roe")]
    [True, False, False]
    """
    words = _WORDS.findall(name)
    if not words or lexicon.lookup(name) or any(_is_place(part, lexicon) for part in (name, *_PARTS.split(name))):
        return False
    lowered = [word.casefold() for word in words]
    if lowered[0] in _KINDS or lowered[0] in lexicon.occupations or words[0] in lexicon.demonyms:
        return False
    if (
        lowered[-1] in cues.organization_words
        or lowered[-1] in cues.festival_words
        or lowered[-1] in cues.publication_words
    ):
        return False
    if 1 < len(words) <= 3 and lowered[0] in lexicon.first_names and all(word[0].isupper() for word in words):
        # "Salt Wind (Ben Roe, 1967)" says who directed it.
        return False
    if any(word[0].islower() and low not in _INSIDE for word, low in zip(words, lowered, strict=True)):
        return False
    if len(words) == 1:
        return lowered[0] in vocabulary() and lowered[0] not in lexicon.first_names and not name.isupper()
    english = all(
        low in _INSIDE or low.removesuffix("'s") in vocabulary() or low.removesuffix("s") in vocabulary()
        for low in lowered
    )
    return english or lowered[0] in ("the", "a", "an")


def _is_place(name: str, lexicon: Lexicon) -> bool:
    """Whether a name, or one of several with strokes between them, is a place's, in full or shortened ("France/Belgium", "Sing-Fr-Neth")."""
    return lexicon.place(name) is not None or name in lexicon.countries or short_country(name) is not None
