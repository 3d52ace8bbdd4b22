"""How far a plain title runs: which capitals, small words, commas and signs belong to it, and which names are no titles."""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from functools import cache

from cinegraph.extract.capitalised_runs import ABBREVIATIONS
from cinegraph.extract.cues import Cues
from cinegraph.extract.sieve import last_words_of
from cinegraph.extract.text import UPPER, fold, is_suffix
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.resources import resource

_MONTHS = frozenset(month.casefold() for month in calendar.month_name if month)
_DAYS = frozenset(day.casefold() for day in calendar.day_name)
_CLAUSAL = frozenset(words("clausal"))
_ONE_FILM = re.compile(r"\b(?:film|movie|drama|documentary|comedy|thriller|feature|short|musical|melodrama|western|biopic|debut) $")
_EQUALS = frozenset({"as", "is", "are", "was"})
ARTICLES = frozenset({"The", "A", "An"})
_LONGEST = 12
YEAR = re.compile(r"(?:1[89]|20)\d\d")
YEAR_NEXT = re.compile(r" \((?:[^()]{2,80}, )?(?:19|20)\d\d")
_ENGLISH = frozenset(words("english_between_foreign"))
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{3})[A-ZÀ-Þ][a-zß-ÿ]{2}")
_FULL_NAME = re.compile(rf"(?<![\w'])([{UPPER}][\w-]+) (?:[A-Z]\. |[{UPPER}][\w-]+ )?([{UPPER}][\w-]+)")
_GREETINGS = frozenset(words("greetings"))
# "Hatred, I'm Not Mad!, and No Way" is a list.
_LIST_AFTER_MARK = re.compile(r"\"?,? (?:and|as well as) [A-Z]")
_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")

_ONE_BEFORE = re.compile(
    r"\b(?:film|movie|feature|documentary|drama|comedy|short|thriller|picture|debut|adaptation|western|musical|title|(?:called|titled|entitled))(?: film)?,? $"
    r"|\b(?:plays?|played|playing|as|portrays?|portrayed|voiced?) (?:an?|the|his|her) (?:[a-z'-]+ ){1,3}in (?:the )?$"
)
_ONE_AFTER = re.compile(
    r" \((?:short|dir\b|directed|feature|documentary|(?:19|20)\d\d|[^()]{2,12}, ?(?:19|20)\d\d)|,? (?:is|was|has|tells|follows|opens|premieres|stars|centres|centers|marks|remains|deals)\b"
)


@dataclass(frozen=True, slots=True)
class _Rules:
    anchor: re.Pattern[str]
    anchor_ends: frozenset[str]
    following: re.Pattern[str]
    other_works: re.Pattern[str]
    other_works_end: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    joined: frozenset[str]
    no_heads: frozenset[str]
    beginnings: frozenset[str]


@cache
def _rules() -> _Rules:
    data = tomllib.loads(resource("data", "lexicon", "patterns", "titles.toml").read_text(encoding="utf-8"))
    inside = {name: frozenset(words.split()) for name, words in data["inside"].items()}
    anchor = re.compile("|".join(f"(?:{p})" for p in data["anchors"]["singular"] + data["anchors"]["plural"]))
    other_works = re.compile(data["anchors"]["other_works"])
    return _Rules(
        anchor,
        last_words_of(anchor),
        re.compile("|".join(f"(?:{p})" for p in data["anchors"]["following"])),
        other_works,
        last_words_of(other_works),
        inside["strong"],
        inside["weak"],
        inside["joined"],
        inside["no_heads"],
        frozenset(data["beginnings"]["words"].split()),
    )


class TitleRuns:
    """The words of one text, and how far a title that begins at one of them runs."""

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
        return small or low in _MONTHS or low == "i"

    def _run(self, words: list[re.Match[str]], first: int, *, listed: bool) -> int:
        """The last word of the longest title that begins at a word."""
        last = first
        here = first
        while here + 1 < len(words) and here - first < _LONGEST:
            gap = self.text[words[here].end() : words[here + 1].start()]
            word = words[here + 1]
            text = word.group()
            possessive = words[here].group().endswith(("'s", "s'"))
            if possessive and here == last and not self._capital(word):
                break
            if gap == ", ":
                if not self._runs_over_comma(words, first, here + 1):
                    break
                here = last = here + 1
                continue
            if gap == ". " and words[here].group() in ABBREVIATIONS:
                gap = " "
            if gap not in (" ", ": ", "! ", "? ") or word.start() in self.blocked:
                break
            if self._capital(word):
                if YEAR.fullmatch(text):
                    break
                if gap != " " and here != last:
                    break
                here = last = here + 1
                continue
            if gap == " " and self._foreign(words, first, here, text):
                here = last = here + 1
                continue
            if gap != " " or not self._goes_on(words, first, last, here + 1):
                break
            here += 1
        return last

    def _up_to_year(self, words: list[re.Match[str]], first: int, last: int) -> int | None:
        """The last word of a title in another language, whose small words no rule knows: what follows it is its year in parentheses."""
        for index in range(last + 1, min(len(words), first + 8)):
            if self.text[words[index - 1].end() : words[index].start()] != " " or words[index].start() in self.blocked:
                return None
            if words[index].group().casefold() in _ENGLISH or (words[index].group()[0].isupper() and index > last + 3):
                return None
            if YEAR_NEXT.match(self.text, words[index].end()):
                return index
        return None

    def _runs_over_comma(self, words: list[re.Match[str]], first: int, index: int) -> bool:
        """Whether a title goes on after a comma: "Quo Vadis, Aida?", "If I Want to Whistle, I Whistle"."""
        if not self._capital(words[index]):
            return False
        if words[index].group() == words[index - 1].group():
            return True
        if words[index].group() in ABBREVIATIONS and words[first].group().casefold() in _GREETINGS:
            return True  # "Goodbye, Mr. Doe"
        for k in range(index, min(index + 3, len(words))):
            if self.text[words[k].end() : words[k].end() + 1] in ("?", "!"):
                return not _LIST_AFTER_MARK.match(self.text, words[k].end() + 1)
            if k + 1 < len(words) and self.text[words[k].end() : words[k + 1].start()] != " ":
                break
        return (
            index - first > 2
            and words[index].group() in _CLAUSAL
            and index + 1 < len(words)
            and self._is_word(words[index].group().casefold().removesuffix("'s"))
        )

    def _foreign(self, words: list[re.Match[str]], first: int, here: int, word: str) -> bool:
        """Whether a word in small letters belongs to a title in another language ("Sans toi", "Grlom u jagode")."""
        opening = words[first].group().casefold()
        if self._is_inflected(word) or not word.isalpha() or here - first > 3:
            return False
        return (
            not self._is_word(opening)
            or opening in self.rules.strong
            or opening in ("sans", "un", "une", "mon", "amour", "il", "pour", "nous")
        )

    def _goes_on(self, words: list[re.Match[str]], first: int, last: int, index: int) -> bool:
        """Whether a small word inside a title is followed by more of the title."""
        small = words[index].group()
        rules = self.rules
        opening = words[first].group().casefold()
        spoken = opening in self.cues.common and opening not in ("the", "a", "an")
        known = small in rules.strong or small in rules.weak or small in rules.joined or (spoken and small in _EQUALS)
        if not known or index - last > 3 or index + 1 >= len(words):
            return False
        if small == "as" and self.lexicon.place(self.text[words[first].start() : words[last].end()]) is not None:
            return False
        following = words[index + 1]
        if self.text[words[index].end() : following.start()] != " " or following.start() in self.blocked:
            return False
        if not self._capital(following):
            return following.group() in rules.strong or following.group() in rules.weak
        before = {w.group() for w in words[last + 1 : index + 1]}
        if before <= {"the", "a", "an"} and following.group() in self.lexicon.demonyms:
            return False
        rest = self._rest(words, index + 1)
        if before & _EQUALS and self._may_be_person(rest.removesuffix("'s")):
            return False
        if before & rules.joined and (self._is_plain(rest) if spoken or self._is_one_film(words, first, last) else False):
            return True
        if before & rules.joined and spoken and " " not in rest:
            return self._is_word(rest.casefold())
        if before == {"and"} and rest == following.group() and self._is_one_pair(words[first : index + 2]):
            return True
        if before & rules.joined:
            return bool(before & {"a", "an", "the", "his", "her", "my", "its"}) and not self._may_be_person(rest)
        if before & rules.weak and not before <= rules.strong:
            if self._may_be_person(self.text[words[first].start() : self._end(words[last])]):
                return False
            if (
                not before & {"by", "from"}
                and self.lexicon.place(rest) is not None
                and YEAR_NEXT.match(self.text, words[index].end() + 1 + len(rest))
            ):
                # "Two Days in Lublin (1991)": the year is the film's.
                return not self._is_other(self.text[words[first].start() : self._end(words[last])])
            if (
                before & {"by"}
                or self.lexicon.place(rest) is not None
                or self._may_be_person(rest)
                or self._is_other(rest)
            ):
                return False
            if re.fullmatch(r"(?:1[89]|20)?\d\d", following.group()) or (
                following.group().lower() in _MONTHS | _DAYS and not YEAR_NEXT.match(self.text, following.end())
            ):
                return False
            return not (rest in self.surnames or rest.split()[0] in self.lexicon.demonyms)
        # "You Have to Come" goes on, though there is a town that is spelt so.
        spoken_on = spoken and self._is_word(rest.casefold())
        return not (before == {"to"} and self.lexicon.place(rest) is not None and not spoken_on)

    def _is_one_film(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether the words before a title tell that one film is named, and the title begins with plain English words ("the drama Salt and Ashes")."""
        start = words[first].start()
        return _ONE_FILM.search(self.text, max(0, start - 24), start) is not None and self._is_plain(
            self.text[start : words[last].end()]
        )

    def _is_plain(self, name: str) -> bool:
        """Whether a name is made of English words alone and is nobody's ("Pain", "See It")."""
        words = name.split()
        return (
            not name.endswith("'s")
            and all(w.casefold() in vocabulary() or w in ARTICLES for w in words)
            and not self._may_be_person(name)
            and not self._is_other(name)
        )

    def _is_one_pair(self, words: list[re.Match[str]]) -> bool:
        """Whether "Salt and Bread" is one title: plain words, of which what stands before or behind says that they are one."""
        left, right = words[0].group(), words[-1].group()
        if len(words) != 3 or words[1].group() != "and" or not all(
            self._is_inflected(w.casefold()) and self.lexicon.place(w) is None for w in (left, right)
        ):
            return False
        before, after = self.text[max(0, words[0].start() - 40) : words[0].start()], self.text[words[-1].end() :][:24]
        return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(after))

    def _rest(self, words: list[re.Match[str]], index: int) -> str:
        """The capitalised words from one on."""
        end = index
        while (
            end + 1 < len(words)
            and self._capital(words[end + 1])
            and self.text[words[end].end() : words[end + 1].start()] == " "
        ):
            end += 1
        return self.text[words[index].start() : self._end(words[end])]

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

    def _may_be_person(self, name: str) -> bool:
        words = name.split()
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
        if last in self.cues.organization_words or last in self.cues.festival_words or words[0].casefold() in _MONTHS:
            return True
        if self.lexicon.lookup(name) or name in self.lexicon.demonyms or name in self.lexicon.words.languages:
            return True
        return self.lexicon.place(name) is not None
