"""How far a plain title runs: which capitals, small words, commas and signs belong to it, and which names are no titles."""

from __future__ import annotations

import calendar
import re

from cinegraph.extract.capitalised_runs import ABBREVIATIONS
from cinegraph.extract.title_joins import TitleJoins
from cinegraph.extract.title_words import MONTHS
from cinegraph.extract.word_lists import words

_DAYS = frozenset(day.casefold() for day in calendar.day_name)
_WAYS = frozenset(words("ways_to_places"))
_CLAUSAL = frozenset(words("clausal"))
_BESIDE_SOMEBODY = frozenset({"with", "by", "from", "for", "without"})
_BEFORE_PLACES = frozenset({"in", "from", "at", "near", "a", "the"})
_EQUALS = frozenset({"as", "is", "are", "was"})
_BEFORE_BE = frozenset(words("before_be"))
# "Blind Ferry 2077": what is no year of a film is a part of its title.
_NO_YEAR_YET = "2035"
_LONGEST = 12
YEAR = re.compile(r"(?:1[89]|20)\d\d")
YEAR_NEXT = re.compile(r" \((?:[^()]{2,80}, )?(?:19|20)\d\d")
_ENGLISH = frozenset(words("english_between_foreign"))
_GREETINGS = frozenset(words("greetings"))
# "Hatred, I'm Not Mad!, and No Way" is a list.
_LIST_AFTER_MARK = re.compile(r"\"?,? (?:and|as well as) [A-Z]")
_BOUGHT = re.compile(
    r"\b(?:rights (?:to|for|on|in)|acquir(?:ed|es|ing)|pick(?:ed|s|ing) up|(?:pre-)?bought|buys|snapp(?:ed|ing) up|snaps up|boarded)\b[^.;]{0,100}$"
)
_FROM_AGAIN = re.compile(r"[^.,;\n]{1,60} from (?:[a-z-]+ ){0,2}[A-Z]")


class TitleRuns(TitleJoins):
    """The words of one text, and how far a title that begins at one of them runs."""

    def _run(self, words: list[re.Match[str]], first: int, *, listed: bool) -> int:
        """The last word of the longest title that begins at a word."""
        last = first
        here = first
        if (three := self._one_of_three(words, first)) is not None:
            return three
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
            if gap == " & " and self._is_one_with(words, first, here):
                here = last = here + 1
                continue
            if gap == ". " and words[here].group() in ABBREVIATIONS:
                gap = " "
            if gap not in (" ", ": ", "! ", "? ") or word.start() in self.blocked:
                break
            if self._capital(word):
                if YEAR.fullmatch(text) and text < _NO_YEAR_YET:
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
        if words[first].group().casefold() in _GREETINGS:
            # "Goodbye, Mr. Doe", "Goodbye, Harbour"
            return words[index].group() in ABBREVIATIONS or not _LIST_AFTER_MARK.match(self.text, words[index].end())
        if index == first + 1 and self._is_town_of_land(words, first, index):
            return True
        if self._is_one_of_parts(words, first, index):
            return True
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

    def _is_bought(self, start: int, end: int) -> bool:
        """Whether a title is one that somebody buys, and "from" after it says of whom: "acquired rights to Night Bus from Lamp Sales"."""
        return _BOUGHT.search(self.text, max(0, start - 140), start) is not None and not _FROM_AGAIN.match(self.text, end)

    def _goes_on(self, words: list[re.Match[str]], first: int, last: int, index: int) -> bool:
        """Whether a small word inside a title is followed by more of the title."""
        small = words[index].group()
        rules = self.rules
        opening = words[first].group().casefold()
        spoken = opening in self.cues.common and opening not in ("the", "a", "an")
        known = small in rules.strong or small in rules.weak or small in rules.joined or (spoken and small in _EQUALS)
        known = known or (small == "be" and words[index - 1].group() in _BEFORE_BE)
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
        if before <= {"and", "the"} and rest in self.lexicon.demonyms:
            return False  # "Night Bus and the Danish *Grey Dog*"
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
            if before & {"from"} and self._is_bought(words[first].start(), words[index].end()):
                return False
            if before & _BESIDE_SOMEBODY and " " not in rest and self._is_somebodys_first_name(rest):
                return False  # "She wrote Night Bus with Ada"
            placed = before <= _BEFORE_PLACES and self.lexicon.place(rest.removesuffix("'s")) is not None
            if placed and before <= {"in", "a", "the"} and self._needs_a_place(words, first, last):
                return True
            if placed and self._ends_with_place(words, first, last, index + 1):
                return True
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
                or (not before & {"the", "a", "an"} and self._may_be_person(rest))
                or self._is_other(rest)
            ):
                return False
            if re.fullmatch(r"(?:1[89]|20)?\d\d", following.group()) or (
                following.group().lower() in MONTHS | _DAYS and not YEAR_NEXT.match(self.text, following.end())
            ):
                return False
            return not (rest in self.surnames or rest.split()[0] in self.lexicon.demonyms)
        # "You Have to Come" goes on, though there is a town that is spelt so.
        spoken_on = spoken and self._is_word(rest.casefold())
        under_way = words[last].group().casefold() in _WAYS and last > first
        return not (before == {"to"} and self.lexicon.place(rest) is not None and not (spoken_on or under_way))
