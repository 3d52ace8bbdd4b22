"""The words of one text as a title may have them: capitals, plain English, and what is the name of a person, place or company instead."""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from functools import cache

from cinegraph.extract.cues import Cues
from cinegraph.extract.endings import Endings
from cinegraph.extract.sieve import bits, last_words_of
from cinegraph.extract.text import UPPER, fold, is_suffix
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.resources import resource

MONTHS = frozenset(month.casefold() for month in calendar.month_name if month)
ARTICLES = frozenset({"The", "A", "An"})
SPEAKING = frozenset(words("speaking"))
"""Words that show a name to be a title by their capital inside it."""
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{3})[A-ZÀ-Þ][a-zß-ÿ]{2}")
_FULL_NAME = re.compile(rf"(?<![\w'])([{UPPER}][\w-]+) (?:[A-Z]\. |[{UPPER}][\w-]+ )?([{UPPER}][\w-]+)")
_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")


@dataclass(frozen=True, slots=True)
class _Rules:
    anchors: tuple[re.Pattern[str], ...]
    anchor_ends: frozenset[str]
    anchor_endings: Endings
    following: re.Pattern[str]
    other_works: re.Pattern[str]
    other_works_end: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    joined: frozenset[str]
    before_places: frozenset[str]
    no_heads: frozenset[str]
    beginnings: frozenset[str]


@cache
def _rules() -> _Rules:
    data = tomllib.loads(resource("data", "lexicon", "patterns", "titles.toml").read_text(encoding="utf-8"))
    inside = {name: frozenset(words.split()) for name, words in data["inside"].items()}
    anchors = tuple(re.compile(p) for p in data["anchors"]["singular"] + data["anchors"]["plural"])
    other_works = re.compile(data["anchors"]["other_works"])
    return _Rules(
        anchors,
        frozenset().union(*map(last_words_of, anchors)),
        Endings(anchors),
        re.compile("|".join(f"(?:{p})" for p in data["anchors"]["following"])),
        other_works,
        last_words_of(other_works),
        inside["strong"],
        inside["weak"],
        inside["joined"],
        inside["before_places"],
        inside["no_heads"],
        frozenset(data["beginnings"]["words"].split()),
    )


class TitleWords:
    """The words of one text, and what they may name."""

    def __init__(self, text: str, blocked: set[int], cues: Cues, lexicon: Lexicon) -> None:
        self.text, self.blocked, self.cues, self.lexicon = text, blocked, cues, lexicon
        self.rules = _rules()
        self.surnames = self._surnames()
        self._sentence_end = len(text)

    def _surnames(self) -> frozenset[str]:
        """The last words of what looks like a full name somewhere in the article."""
        found = _FULL_NAME.findall(self.text)
        # "Chung Chang-wha" has the surname first.
        eastern = frozenset(first for first, last in found if _GIVEN.fullmatch(last))
        return eastern | frozenset(
            last
            for first, last in found
            if self.lexicon.first_names.get(fold(first))
            or not (self._is_word(first.casefold()) or self._is_word(last.casefold()))
        )

    def _capital(self, word: re.Match[str]) -> bool:
        text = word.group()
        glued = _GLUED.search(text)
        compound = "-" in text and is_suffix(text.rpartition("-")[2])
        return (
            (text[0].isupper() or text[0].isdigit())
            and word.start() not in self.blocked
            and glued is None
            and not compound
        )

    def _is_anchored(self, before: str) -> bool:
        """Whether words, in lower case, say that a title follows ("starred in ")."""
        rules = self.rules
        return any(rules.anchors[index].search(before) for index in bits(rules.anchor_endings.possible(before)))

    def _is_word(self, word: str) -> bool:
        return word in vocabulary() or word in self.cues.common

    def _is_inflected(self, word: str) -> bool:
        """Whether a word is English, in whatever form: the list has not every "revisits"."""
        return self._is_word(word) or any(
            word.endswith(end) and self._is_word(word.removesuffix(end)) for end in ("s", "ed", "d", "ing", "es")
        )

    def _is_small(self, name: str) -> bool:
        low = name.casefold()
        small = low in self.rules.strong or low in self.rules.weak or low in self.rules.joined
        return small or low in MONTHS or low == "i"

    def _last_capital(self, words: list[re.Match[str]], index: int) -> int:
        """The last of the capitalised words that stand side by side from one on."""
        end = index
        while (
            end + 1 < len(words)
            and self._capital(words[end + 1])
            and self.text[words[end].end() : words[end + 1].start()] == " "
        ):
            end += 1
        return end

    def _rest(self, words: list[re.Match[str]], index: int) -> str:
        """The capitalised words from one on."""
        return self.text[words[index].start() : self._end(words[self._last_capital(words, index)])]

    def _end(self, word: re.Match[str]) -> int:
        """Where a title ends: before the possessive of its last word, after its mark of exclamation or question."""
        end = word.end()
        if word.group().endswith("'s"):
            return end - 2
        if (
            self.text[end : end + 1] in ("!", "?")
            and self.text[end + 1 : end + 3].strip(",")[:1] in (" ", "")
            and re.match(r"[!?],? [a-z]", self.text[end : end + 5])
        ):
            return end + 1
        return end

    def _is_plain(self, name: str) -> bool:
        """Whether a name is made of English words alone and is nobody's ("Pain", "See It")."""
        words = name.split()
        return (
            not name.endswith("'s")
            and all(w.casefold() in vocabulary() or w in ARTICLES for w in words)
            and not self._may_be_person(name)
            and not self._is_other(name)
        )

    def _may_be_person(self, name: str) -> bool:
        words = name.split()
        if "," in name or not SPEAKING.isdisjoint(words[1:]):
            return False
        if len(words) > 2 and words[0] in self.lexicon.demonyms:
            words = words[1:]
            name = " ".join(words)
        if not 2 <= len(words) <= 4 or any(w[0].islower() and w not in self.cues.particles for w in words):
            return name in self.surnames
        if self.lexicon.first_names.get(fold(words[0])) and words[0] not in ARTICLES:
            return not any(w.casefold() in self.cues.common for w in words)
        return words[-1] in self.surnames or not any(
            w.casefold() in vocabulary() or w.isdigit() or w.casefold() in self.cues.common for w in words
        )

    def _may_be_other(self, name: str) -> bool:
        last = name.split()[-1].casefold()
        return (
            last in self.cues.publication_words
            or self.lexicon.place(name) is not None
            or self.lexicon.place(name.partition(" ")[2]) is not None
        )

    def _is_other(self, name: str) -> bool:
        """Whether a name is that of a company, festival, place or people."""
        words = name.split()
        last = words[-1].casefold().rstrip(".")
        if last in self.cues.organization_words or last in self.cues.festival_words or words[0].casefold() in MONTHS:
            return True
        if self.lexicon.lookup(name) or name in self.lexicon.demonyms or name in self.lexicon.words.languages:
            return True
        return self.lexicon.place(name) is not None and name.casefold() not in self.cues.rather_words
