"""Titles of encyclopedias, with year and English title in one parenthesis: "Yuki no hana (1961; Snow Flower)", "Der Fluss (1926; “The River”)".

The sign between year and title tells that both names are a film's, whatever the small letters of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.text import UPPER
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import BlockKind, Document

_PARENTHESIS = re.compile(
    rf" \((?:1[89]|20)\d\d(?:[–-]\d{{2,4}})?; (?:(?:also called|also released as|in English|English title:?|Eng\.|released as) )?[\"*_]{{0,3}}(?P<title>[{UPPER}0-9¡¿][^()\n;\"*_]{{1,80}}?)[\"*_]{{0,3}}(?:, (?:1[89]|20)\d\d)?\)"
)
_WORD = re.compile(r"[^\s()\";:]+")
_FURTHEST = 90
_BREAK = re.compile(r"[\";:()\n]|[.!?] |, |'s (?=\S)|(?<=s)' ")
# In English titles these stand in small letters; in a title of another language any word may that is none of English.
_SMALL = frozenset(words("small_in_glosses"))
_SHORT = 3
# Before its last capital an English title has few of them, that nothing else is taken in ("in Ukigumo"); other languages have their own.
_JOINING = frozenset(words("foreign_articles") + words("foreign_small") + words("small_in_romanised_titles")) | {"of", "the"}
# "In Shoah (1985; ...)": a sentence begins there.
_FRONT = frozenset(words("joining_sentences")) | {"In", "His", "Her", "With", "After", "From", "By", "For", "And", "Its", "Their", "At", "On"}
_OTHER_KIND = re.compile(r"\b(?:award|prize|festival|born|died|married|aged?|revised|edition|published|with|starring|see|season|episodes?)\b", re.IGNORECASE)
_NO_FILM_BEFORE = re.compile(r"\b(?:novels?|novellas?|stor(?:y|ies)|plays?|books?|poems?|memoirs?|autobiography|essays?|opera|ballet|album|painting|sculpture|symphony|collections?)(?: of [a-z]+)?,? [\"*_]*$", re.IGNORECASE)


def glossed_years(document: Document, text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of such titles and of their English ones, in text order.

    :param text: the document's text, normalised
    """
    for block in document.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        for match in _PARENTHESIS.finditer(text, block.start, block.end):
            if _OTHER_KIND.search(match["title"]) or lexicon.lookup(match["title"]):
                continue
            start = _begun(text, block.start, match.start())
            if start is None or lexicon.lookup(text[start : match.start()]) or _NO_FILM_BEFORE.search(text, max(block.start, start - 40), start):
                continue
            if text[match.start() - 1] not in "\"*_":
                yield start, match.start()
            if text[match.start("title") - 1] not in "\"*_":
                yield match.span("title")


def _begun(text: str, begin: int, end: int) -> int | None:
    """Where the title begins that ends before a parenthesis; a title that is set off needs none, None where no title does."""
    if text[end - 1] in "\"*_":
        return end
    begin = max(begin, end - _FURTHEST)
    begin = max((m.end() for m in _BREAK.finditer(text, begin, end)), default=begin)
    found: int | None = None
    following = ""
    for match in reversed(list(_WORD.finditer(text, begin, end))):
        word = match.group()
        if word[0].isupper() or word[0].isdigit():
            if found is not None and (word in _FRONT or (word == word.upper() and len(word) > 1)):
                break
            found = match.start()
        elif not _may_stand_inside(word, following, begun=found is not None):
            break
        following = word
    return found


def _may_stand_inside(word: str, following: str, *, begun: bool) -> bool:
    """Whether a word in small letters may stand in a title: before its last capital no English one but the smallest, behind it any that is short or none of English."""
    foreign = word not in vocabulary() or word in _JOINING
    if begun:
        return foreign or (word == "in" and following not in vocabulary())
    return foreign or word in _SMALL or len(word) <= _SHORT
