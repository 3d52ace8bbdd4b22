"""What a sentence holds besides names: dates, years, trades and the words of crafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cinegraph.extract.cues import load_crafts
from cinegraph.extract.nodes import Node
from cinegraph.extract.text import PhraseFinder, words_in
from cinegraph.extract.time import RELATIVE_UNITS, relative_years, year_in, years_after_films
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.words import Words

_YEAR = re.compile(r"(?<![\w-])(?:1[89]|20)\d\d(?![\w%]|-\d)")
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(
    rf"(?<!\w)(?:(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:1[89]|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH}),? (?:1[89]|20)\d\d|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:1[89]|20)\d\d|(?:1[89]|20)\d\d-\d\d-\d\d|(?:{_MONTH}),? (?:1[89]|20)\d\d)(?!\w)"
)
# Verbs oftener than nouns in this field.
_DATE_WORD = re.compile(rf"\d[-/.]\d|{_MONTH}")
_NO_TRADES = frozenset(words("no_trades"))
# "The film stars Ada Doe" speaks of no film stars.
_FILM_STARS = re.compile(r"\b(?:the|this|his|her|\w+'s) (?:[\w-]+ ){0,2}(?:film|movie|tv) stars$")


def with_values(
    nodes: list[Node], text: str, start: int, end: int, lexicon: Lexicon, year: str | None, last_year: str | None
) -> list[Node]:
    """The nodes of ``text[start:end]`` with its dates, years, trades and crafts, where no other node stands.

    :param text: the article, normalised
    :param year: the article's year
    :param last_year: the year spoken of before, for "the year after"
    """
    lowered = text[start:end].lower()
    words = frozenset(words_in(lowered))
    for letter, pattern in _dated(lowered):
        nodes = _insert(
            nodes,
            [
                Node(letter, start + m.start(), start + m.end(), text[start + m.start() : start + m.end()])
                for m in pattern.finditer(lowered)
            ],
        )
    if not RELATIVE_UNITS.isdisjoint(words):
        given = [(n.start, said) for n in nodes if n.letter in "YD" and (said := year_in(n.text))]
        nodes = _insert(nodes, list(relative_years(lowered, start, year, last_year, given)))
    if " after " in lowered or " before " in lowered:
        nodes = _insert(nodes, list(years_after_films(text, start, end, [n for n in nodes if n.letter == "F"])))
    nodes = _insert(nodes, list(_trades(lowered, words, start, lexicon)))
    return _insert(nodes, list(_crafts(lowered, words, start)))


def _dated(lowered: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What may stand in a sentence, with its letter: dates, then years."""
    if "1" in lowered or "2" in lowered:
        if _DATE_WORD.search(lowered):
            yield "D", _DATE
        yield "Y", _YEAR


def _trades(lowered: str, words: frozenset[str], offset: int, lexicon: Lexicon) -> Iterator[Node]:
    for start, noun in _occupation_words(lexicon.words).find(lowered, words):
        if noun.endswith("stars") and _FILM_STARS.search(lowered, 0, start + len(noun)):
            continue
        trade = lexicon.occupations[noun]
        attributes = {
            "label": trade.label,
            "relation": trade.relation,
            "gender": trade.gender,
            "plural": trade.plural,
        }
        yield Node("R", offset + start, offset + start + len(noun), noun, attributes=attributes)


def _crafts(lowered: str, words: frozenset[str], offset: int) -> Iterator[Node]:
    crafts = load_crafts()
    if crafts.openings.isdisjoint(words):
        return
    for match in crafts.pattern.finditer(lowered):
        word = match.group()
        letter, relation = ("K", crafts.nouns[word]) if word in crafts.nouns else ("V", crafts.verbs[word])
        attributes = {"relation": relation, "label": crafts.roles[word]} if word in crafts.roles else {"relation": relation}
        yield Node(letter, offset + match.start(), offset + match.end(), word, attributes=attributes)


@lru_cache(maxsize=8)
def _occupation_words(words: Words) -> PhraseFinder:
    return PhraseFinder(noun for noun in words.occupations if noun not in _NO_TRADES)


def _insert(nodes: list[Node], more: list[Node]) -> list[Node]:
    """The nodes with those of ``more`` that overlap none of them, in text order."""
    if not more:
        return nodes
    kept = list(nodes)
    for node in more:
        if not any(n.overlaps(node.start, node.end) for n in kept):
            kept.append(node)
    return sorted(kept, key=lambda n: n.start)
