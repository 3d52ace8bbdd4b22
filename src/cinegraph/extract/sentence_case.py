"""Headlines that give every word a capital, or are all in capitals, ("Ada Doe Joins a Drama") are written as sentences are, so that verbs and nouns in them are no names."""

from __future__ import annotations

import calendar
import re
from functools import cache

from cinegraph.extract.credit_labels import labels
from cinegraph.extract.cues import load_cues
from cinegraph.extract.text import UPPER, fold
from cinegraph.extract.verbs import past_of_plain, third_persons
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import Block, BlockKind, Document

_WORD = re.compile(r"(?<![\w'-])[^\W\d_][\w'-]*")
_QUOTED = re.compile(r"\"[^\"\n]+\"|(?<!\w)'[^'\n]+'(?!\w)|[*_][^*_\n]+[*_]")
_INSIDE = re.compile(rf"(?<=[a-zß-ÿ0-9,;] )[{UPPER}][\w'-]+")
_BLOCKS_OF_CAPITALS = 8
_FEWEST, _LONGEST, _SHORTEST, _BLOCKS, _LEAST = 6, 200, 4, 3, 3
_KEPT = frozenset(words("capitals_kept_in_headlines"))
_DAYS = frozenset(name.lower() for names in (calendar.month_name, calendar.day_name) for name in names if name)


def in_sentence_case(document: Document, text: str, lexicon: Lexicon) -> str:
    """The text, with the words of its headline in small letters where the headline gives all words a capital and they are no names; every offset stays what it was.

    Names are told by what the body of the article writes with a capital within a sentence, by first names, places and peoples; what is quoted is a title.

    :param text: the document's text, normalised
    """
    for index, block in enumerate(document.blocks[:_BLOCKS_OF_CAPITALS]):
        if index >= _BLOCKS and not text[block.start : block.end].isupper():
            continue
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and _is_in_title_case(text, block) and not _is_title(document, text, block):
            said = _with_small_letters(text[block.start : block.end], text[block.end :])
            text = text[: block.start] + _written(said, text[block.end :], lexicon) + text[block.end :]
    return text


def _is_in_title_case(text: str, block: Block) -> bool:
    """Whether a line is a headline all of whose longer words have a capital, a verb or a quoted title among them."""
    if block.end - block.start > _LONGEST or "\n" in text[block.start : block.end] or text[block.end - 1 : block.end] == ".":
        return False
    said = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text[block.start : block.end])
    found = _WORD.findall(said)
    long = [word for word in found if len(word) >= _SHORTEST]
    if len(found) < _FEWEST or not all(word[0].isupper() for word in long):
        return False
    quoted = said != text[block.start : block.end] and not said.isupper()
    return quoted or any(word.lower() in _verbs() for word in found[1:])


def _is_title(document: Document, text: str, block: Block) -> bool:
    """Whether what looks like a headline is the title of the film that the article is about: it says so again, or credits stand below."""
    said = text[block.start : block.end]
    if said in text[block.end :] or (said.isupper() and _titled(said) in text[block.end :].title()):
        return True
    below = document.blocks[document.blocks.index(block) + 1 :][:_BLOCKS]
    return any(labels().field.match(text, line.start, line.end) for line in below)


def _titled(said: str) -> str:
    """A line in capitals with one to each word; as long as before."""
    return _WORD.sub(lambda word: word.group()[0] + word.group()[1:].lower(), said)


def _with_small_letters(said: str, body: str) -> str:
    """A headline in capitals with one to each word, but for words that the body has in capitals as well; any other as it is.

    >>> _with_small_letters("ADA DOE JOINS THE BFI", "The BFI has …")
    'Ada Doe Joins The BFI'
    """
    if not _QUOTED.sub("", said).isupper():
        return said
    kept = {word for word in _WORD.findall(said) if word.lower() not in vocabulary() and re.search(rf"\b{re.escape(word)}\b", body)}
    small = _WORD.sub(lambda word: word.group() if word.group() in kept else _titled(word.group()), said)
    return small if len(small) == len(said) else said


@cache
def _verbs() -> frozenset[str]:
    """What verbs are in headlines: the third person ("joins") and the past ("joined")."""
    return third_persons() | frozenset(past_of_plain().values())


def _written(said: str, body: str, lexicon: Lexicon) -> str:
    """A headline as a sentence."""
    named = frozenset(_INSIDE.findall(body))
    named |= {word.removesuffix("'s") for word in named}
    fixed = [match.span() for match in _QUOTED.finditer(said)] + [(match.start, match.end) for match in lexicon.gazetteer.find(said)]
    pieces, last, before = [], 0, ""
    small: list[str] = []
    for match in _WORD.finditer(said):
        word = match.group()
        bare = word.removesuffix("'s")
        known = (
            match.start() == 0
            or not word[0].isupper()
            or any(start <= match.start() < end for start, end in fixed)
            or bare in named
            or _is_name(bare, before, lexicon)
        )
        before = word if known and word[0].isupper() else ""
        if not known:
            pieces += [said[last : match.start()], word.lower()]
            last = match.end()
            small.append(bare.lower())
    # Two words with capitals may be a name that nothing else tells.
    return "".join([*pieces, said[last:]]) if len(small) >= _LEAST or not _verbs().isdisjoint(small) else said


def _is_name(word: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a word of a headline may be part of a name, though the body has it nowhere.

    :param before: the word before, where it keeps its capital
    """
    small = word.lower()
    if not all(part in vocabulary() for part in small.split("-")) or small in _DAYS or word.isupper():
        return True
    if word in lexicon.demonyms or word in lexicon.countries or lexicon.lookup(word):
        return True
    if small in _KEPT or small in load_cues().festival_words:
        return True
    return small not in _verbs() and (fold(word) in lexicon.first_names or fold(before) in lexicon.first_names)
