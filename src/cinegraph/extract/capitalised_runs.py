"""Capitalised runs of a sentence: which words with capitals stand together, before titles are joined over "of" and "the"."""

from __future__ import annotations

import re

from cinegraph.extract.cues import Cues
from cinegraph.extract.descriptions import describes
from cinegraph.extract.text import Token, fold, is_suffix
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon, Match

ABBREVIATIONS = frozenset(words("abbreviations"))


# "Ada Doe I've known for years": whoever speaks is no part of the name.
_SPEAKING = frozenset(("I", "I've", "I'd", "I'll", "I'm"))
_MADE = frozenset(words("how_made"))
_BEFORE_FIGURE = frozenset(words("before_figures"))


_SCHOOLS_OF = frozenset(words("schools_of"))


class Taken:
    """Which offsets the gazetteer has taken."""

    def __init__(self, fixed: list[Match]) -> None:
        self.starts = {match.start: match.end for match in fixed}
        self.taken: set[int] = set()
        for match in fixed:
            self.taken.update(range(match.start, match.end))


_AFTER_A_DASH = frozenset(words("after_a_dash"))
SPACED_HYPHEN = re.compile(
    r"[a-z]{2} - (?:based|budget|language|known|year|winning|style|makers?|garde|off|time|old|over|up|fiction|(?!including|starring|featuring|being|having|beginning|starting|during|ending|following|according|among)\w+(?:ed|ing|ical))\b"
)


Run = tuple[int, int]
"""The first and the last token of a run."""


class CapitalisedRuns:
    """Capitalised runs of one sentence."""

    def __init__(
        self, text: str, tokens: list[Token], blocked: Taken, cues: Cues, lexicon: Lexicon, lower: frozenset[str], inside: frozenset[str],
        marked: list[tuple[int, int]], spaced_hyphens: bool,
    ) -> None:  # fmt: skip
        self.text, self.tokens, self.blocked, self.cues, self.lexicon = text, tokens, blocked, cues, lexicon
        self.roles, self.first_names, self.marked = lexicon.occupations, lexicon.first_names, marked
        self.lower, self.inside = lower, inside
        # Tokenised texts set blanks around every hyphen ("low - budget", "Spider - Man").
        self.spaced_hyphens = spaced_hyphens

    def _is_name_token(self, i: int) -> bool:
        token = self.tokens[i]
        return token.kind in "CU" and token.start not in self.blocked.taken

    def _simple(self) -> list[Run]:
        runs: list[Run] = []
        i, count = 0, len(self.tokens)
        kinds = [token.kind for token in self.tokens]
        while i < count:
            if kinds[i] in "lps":
                i += 1
                continue
            if (not self._is_name_token(i) or self._never_begins(i)) and not self._figure_begins(i):
                i += 1
                continue
            last = self._extend(i)
            runs.append((i, last))
            i = last + 1
        return runs

    def _never_begins(self, i: int) -> bool:
        token = self.tokens[i]
        word = token.text.casefold()
        if word in self.roles or self._praises(i, word) or self._describes(i, word) or (word == "photography" and self._ends_an_office(i)):
            return True
        if self._initials_begin(i):
            return False
        if (word in self.cues.numbered and self._only_counts(i)) or self._says_how(i, word):
            return True
        if word not in self.cues.common:
            return i == 0 and word in self.lower and token.text not in self.inside and not self._followed_by_name(i)
        if self._in_parentheses_of_name(i):
            return False
        if (
            i > 1
            and self.tokens[i - 1].text in self.cues.strong
            and self._is_name_token(i - 2)
            and word not in ("i", "the", "a")
        ):
            return False
        if i > 1 and self.tokens[i - 1].text == "and" and self._goes_on_as_school(i):
            return False
        # "The", "A", "My" may begin a title: they stay where a name token follows at once inside a sentence
        return not (i > 0 and self._followed_by_name(i) and self.tokens[i - 1].kind != "p") and not (
            word in {"the", "a", "an"} and self._followed_by_name(i) and i > 0
        )

    def _praises(self, i: int, word: str) -> bool:
        """Whether a sentence begins with a word of praise or rank before a trade: "Veteran director", "Late Polish actress"."""
        if word not in self.cues.praise or i + 2 >= len(self.tokens) or any(t.kind != "p" for t in self.tokens[:i]):
            return False
        following, after = self.tokens[i + 1].text, self.tokens[i + 2].text.casefold()
        return following.casefold() in self.roles or (following in self.lexicon.demonyms and after in self.roles)

    def _describes(self, i: int, word: str) -> bool:
        """Whether a sentence begins with what describes somebody whose name follows: "Newcomer Ada Doe", "Actor-turned-director Ada Doe"."""
        if (i and self.tokens[i - 1].kind != "p") or i + 2 >= len(self.tokens):
            return False
        named = self._is_name_token(i + 1) and self._is_name_token(i + 2)
        return named and describes(word, self.tokens[i + 1].text, self.roles, self.first_names)

    def _in_parentheses_of_name(self, i: int) -> bool:
        """Whether a word opens the parentheses after a name: "Jane Roe (Last Tram)", "Ben Poe (Winter)"."""
        tokens = self.tokens
        if i < 2 or tokens[i - 1].text != "(" or tokens[i - 2].kind != "C" or i + 1 >= len(tokens):
            return False
        return self._followed_by_name(i) or tokens[i + 1].text in (")", ",")

    def _only_counts(self, i: int) -> bool:
        """Whether a word and a figure behind it stand alone: "on Day 4", "in Chapter 2"."""
        after = self.tokens[i + 1 : i + 3]
        figure = bool(after) and after[0].kind == "d" and self.text[self.tokens[i].end : after[0].start] == " "
        return figure and not (len(after) > 1 and after[1].kind in "CU") and not (i and self.tokens[i - 1].kind in "CU")

    def _says_how(self, i: int, word: str) -> bool:
        """Whether a sentence begins with how a film was made: "Beautifully shot by Ada Doe"."""
        after = self.tokens[i + 1].text if word.endswith("ly") and i + 1 < len(self.tokens) else ""
        return after in _MADE and fold(word) not in self.first_names and (i == 0 or self.tokens[i - 1].kind == "p")

    def _ends_an_office(self, i: int) -> bool:
        """Whether a word with a capital is the end of "Director of Photography"."""
        return [t.text.casefold() for t in self.tokens[max(0, i - 2) : i]] in (["director", "of"], ["directors", "of"])

    def _goes_on_as_school(self, i: int) -> bool:
        """Whether a word ends the name of a school: "School of Television and Film"."""
        before = [token.text for token in self.tokens[max(0, i - 4) : i - 1]]
        after = self.tokens[i + 1].kind if i + 1 < len(self.tokens) else "p"
        return (
            len(before) == 3
            and before[0] in _SCHOOLS_OF
            and before[1] == "of"
            and after in "lp"
            and self._is_name_token(i)
        )

    def _initials_begin(self, i: int) -> bool:
        """Whether a word is the first of two initials before a surname: "I V Sasi", "A R Rahman"."""
        words = self.tokens[i : i + 3]
        return (
            len(words) == 3
            and all(len(word.text) == 1 and word.kind in "CU" for word in words[:2])
            and words[2].kind == "C"
            and len(words[2].text) > 1
            and words[2].text.casefold() not in self.cues.common
            and self.text[words[0].start : words[2].start] == f"{words[0].text} {words[1].text} "
        )

    def _figure_begins(self, i: int) -> bool:
        """A figure begins a title after a word that asks for one ("co-wrote 3 Faces")."""
        token = self.tokens[i]
        return (
            token.kind == "d" and token.text.isdigit() and len(token.text) <= 4 and i > 0 and self._followed_by_name(i)
            and (self.tokens[i - 1].text.lower() in _BEFORE_FIGURE or (self.tokens[i - 1].text == "," and i > 1 and self._is_name_token(i - 2)))
        )  # fmt: skip

    def _followed_by_name(self, i: int) -> bool:
        return (
            i + 1 < len(self.tokens)
            and self._is_name_token(i + 1)
            and self.tokens[i + 1].start <= self.tokens[i].end + 1
        )

    def _extend(self, i: int) -> int:
        last = i
        while True:
            step = self._next_in_run(last)
            if step is None:
                return last
            last = step

    def _next_in_run(self, i: int) -> int | None:
        tokens = self.tokens
        if i + 1 >= len(tokens):
            return None
        here, after = tokens[i], tokens[i + 1]
        gap = self.text[here.end : after.start]
        if "\n" in gap or (gap not in (" ", ".") and after.text != "-" and not (here.text.endswith(".") and not gap)):
            return None
        if after.text == "." and here.text in ABBREVIATIONS:
            return self._next_in_run(i + 1) or None
        if self._is_name_token(i + 1) and after.text.casefold() not in self.roles and after.text not in _SPEAKING:
            return i + 1
        if (
            after.text == "&"
            and gap == " "
            and i + 2 < len(tokens)
            and self._is_name_token(i + 2)
            and tokens[i + 2].start == after.end + 1
            and not (here.text in self.lexicon.countries and tokens[i + 2].text in self.lexicon.countries)
            and not self._are_two_people(i)
        ):
            return i + 2
        if after.text in ("brothers", "sisters") and gap == " ":
            return i + 1
        # "the 13th International film Festival Miskolc"
        if after.text == "film" and gap == " " and i + 2 < len(tokens) and tokens[i + 2].text == "Festival":
            return i + 2 if self._is_name_token(i + 2) else None
        if after.kind == "d" and len(after.text) <= 2 and gap == " " and after.text.isdigit():
            return i + 1
        if after.text == "-" and i + 2 < len(tokens) and gap in ("", " "):
            following = tokens[i + 2]
            if (
                (following.kind == "l" or not gap or self.spaced_hyphens or self._alone(i, i + 2))
                and following.kind in "CUl"
                and not is_suffix(following.text)
                and not (gap and following.text in _AFTER_A_DASH)
                and following.start not in self.blocked.taken
                and self.text[after.end : following.start] == gap
            ):
                return i + 2
        if after.text.casefold() in self.cues.particles and i + 2 < len(tokens) and after.text not in ("y", "e"):
            step = i + 2
            if tokens[step].text.casefold() in self.cues.particles and step + 1 < len(tokens):
                step += 1
            if tokens[step].kind == "C" and self._is_name_token(step):
                return step
        return None

    def _are_two_people(self, i: int) -> bool:
        """Whether first names and surnames stand on either side of a sign: "Ada Doe & Ben Roe"."""
        if i < 1 or i + 3 >= len(self.tokens) or not (self._is_name_token(i - 1) and self._is_name_token(i + 3)):
            return False
        return all(fold(self.tokens[k].text) in self.first_names for k in (i - 1, i + 2))

    def _alone(self, i: int, j: int) -> bool:
        """Whether two words beside a hyphen stand alone ("Mueller - Stahl"), so that it is no dash between two names."""
        before, after = i > 0 and self._is_name_token(i - 1), j + 1 < len(self.tokens) and self._is_name_token(j + 1)
        return not before and not after and self.tokens[j].text not in self.lexicon.demonyms
