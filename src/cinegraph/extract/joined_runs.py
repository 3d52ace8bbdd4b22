"""Capitalised runs of a sentence joined over "of", "the" and the like, where the words beside them say that they are one title or one school."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.capitalised_runs import CapitalisedRuns, Run
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words
from cinegraph.lexicon.vocabulary import vocabulary

_ENDS_AS_TITLE = re.compile(
    r"^\"?,? ?(?:\((?:[^()]{2,60}[,;] ?)?(?:dir\. [^()]{2,40}, )?(?:1[89]|20)\d\d[^()]{0,30}\)|,? ?(?:dir\.|directed by|written and directed by)"
    r"|,? ?(?:(?:which|that) )?(?:(?:is|was|were|has been|had been) (?:also |first |then )?(?:an? \d|directed|produced|written|edited|shot|composed|released|distributed|filmed|scored|broadcast|made)"
    r"|(?:premiered|stars|starred|aired|tells|follows|won|took|received|earned|opened|screened|competed|includes music)\b)|,? by [A-Z]| \([A-Z][a-z]+(?:[/,-] ?[A-Z]\w+)*\))"
)
_BEGINS_TITLE = re.compile(
    r"\b(?:films?|movie|documentary|feature|sitcom|series|drama|titled|called|directed|produced|edited|scored|wrote|(?:director|producer|writer|screenwriter|editor|composer|cinematographer|star|cast|music|premiere|distributor)s? (?:of|for|on)(?: the)?) \"?$"
)
_NAMED_FILM = re.compile(r"\b(?:film|movie|documentary|sitcom|drama|comedy|thriller|titled|called) \"?$")
# The list of English words has not every "ferryman" and "beekeeper".
_TRADE = re.compile(r"[a-z]{2,}(?:man|woman|men|women|keeper|maker)")
_SEPARATE = frozenset(words("separating"))
_SCHOOLS = frozenset(words("schools_in"))
# "Oslo Film and Television Institute"
_ARTS = frozenset(words("arts_of_schools"))
_BODIES = frozenset(words("bodies_of"))
_ARTICLES = ("The", "A", "An")
_SIGNS = ("'s", ":", "!")
_OF_A_JURY = frozenset(words("of_a_jury"))
_MOST_BETWEEN = 3
_MOST_JOINS = 4


class JoinedRuns(CapitalisedRuns):
    """The runs of one sentence, those of one title joined."""

    def spans(self) -> Iterator[tuple[int, int]]:
        """Index pairs (first token, last token) of the candidates."""
        runs = self._simple()
        index = 0
        while index < len(runs):
            first, last = runs[index]
            step = index + 1
            join = self._joined(runs, index)
            if join > index:
                if self._of_nobody(runs[index], runs[index + 1]) and self.tokens[first].text not in _ARTICLES:
                    first -= 1
                last = runs[join][1]
                step = join + 1
            last, step = self._body_of(last, step, runs)
            yield first, last
            index = step

    def _body_of(self, last: int, step: int, runs: list[Run]) -> tuple[int, int]:
        """The last token of a body's name over "of" and what it is of ("Oslo School of Film", "Norwegian Society of Editors"), and the run behind it."""
        if last + 2 >= len(self.tokens) or self.tokens[last].text not in _BODIES or self.tokens[last + 1].text != "of":
            return last, step
        field = self.tokens[last + 2]
        known = self.lexicon.place(field.text) is not None or fold(field.text) in self.first_names or field.start in self.blocked.taken
        if known or not field.text[0].isupper() or "\n" in self.text[self.tokens[last].end : field.start]:
            return last, step
        last += 2
        while last + 1 < len(self.tokens) and self._stands_next(last + 1):
            last += 1
        while step < len(runs) and runs[step][0] <= last:
            last, step = max(last, runs[step][1]), step + 1
        return last, step

    def _stands_next(self, index: int) -> bool:
        """Whether a word with a capital stands right behind the one before it."""
        before, token = self.tokens[index - 1], self.tokens[index]
        return token.text[0].isupper() and token.start == before.end + 1 and token.start not in self.blocked.taken and self.text[before.end] == " "

    def _joined(self, runs: list[Run], index: int) -> int:
        """The last run that belongs to the same title, or ``index``."""
        best = reach = index
        strong_only = True
        while reach + 1 < len(runs) and reach - index < _MOST_JOINS:
            here, after = runs[reach], runs[reach + 1]
            words = self._words_between(here, after)
            if words is None:
                break
            if words == ["and"] and self.text[self.tokens[here[0]].start : self.tokens[after[1]].end] in self.lexicon.countries:
                return reach + 1  # "Bosnia and Herzegovina"
            strong_only = strong_only and all(word in self.cues.strong for word in words)
            on = self._goes_on(runs[index], here, after, words)
            if not on and self._is_a_school(here, after, words, first=reach == index):
                return reach + 1
            if not on and self._are_two(here, after, words):
                break
            reach += 1
            if on or strong_only or self._ends_as_title(after) or self._begins_as_title(runs[index], after):
                best = reach
        return best

    def _words_between(self, here: Run, after: Run) -> list[str] | None:
        """The small words and signs between two runs; None where no title has them, or something begins that is set off or known."""
        between = self.tokens[here[1] + 1 : after[0]]
        words = [t.text.casefold() for t in between]
        if words == [":"] and self.tokens[here[1]].text in _OF_A_JURY:
            return None  # "President: Ada Doe"
        if not words or len(words) > _MOST_BETWEEN or any(t.start in self.blocked.taken for t in between):
            return None
        start, end = self.tokens[here[1]].end, self.tokens[after[0]].start
        if "\n" in self.text[start:end] or any(a < end and b > start for a, b in self.marked):
            return None
        known = all(word in self.cues.strong or word in self.cues.weak or word in _SIGNS for word in words)
        return words if known else None

    def _goes_on(self, first: Run, here: Run, after: Run, words: list[str]) -> bool:
        """Whether what stands before, or a plain word that owns what follows, says that two runs are of one title."""
        if words == ["'s"] and self._of_nobody(here, after):
            return True
        named = self._named_film(first) and not set(words) & _SEPARATE and self._closes(after)
        return named and not (words == ["in"] and self._place(after))

    def _is_a_school(self, here: Run, after: Run, words: list[str], *, first: bool) -> bool:
        """Whether two runs are the name of a school: "School of Television and Film", "St Anne's College"."""
        if words in (["and"], ["&"]):
            arts = self.tokens[here[1]].text in _ARTS and self.tokens[after[0]].text in _ARTS
            return self._goes_on_as_school(after[0]) or (arts and self._ends_as_school(after))
        return words == ["'s"] and first and self._ends_as_school(after) and self._saint(here)

    def _are_two(self, here: Run, after: Run, words: list[str]) -> bool:
        """Whether one of two runs is somebody or some place, so that they are two names."""
        if "'s" in words and (here[1] > here[0] or self._place(here)):
            return True
        people = self._person_like(here) or self._person_like(after)
        return people or (self._place(after) and not self._school(here))

    def _person_like(self, run: Run) -> bool:
        first, last = run
        return (last > first and fold(self.tokens[first].text) in self.first_names) or self.tokens[last].text in (
            "brothers",
            "sisters",
        )

    def _named_film(self, run: Run) -> bool:
        start = self.tokens[run[0]].start
        return bool(_NAMED_FILM.search(self.text[max(0, start - 24) : start].casefold()))

    def _school(self, run: Run) -> bool:
        return any(t.text.casefold() in self.cues.organization_words for t in self.tokens[run[0] : run[1] + 1])

    def _ends_as_school(self, run: Run) -> bool:
        return any(t.text in _SCHOOLS for t in self.tokens[run[0] : run[1] + 1])

    def _saint(self, run: Run) -> bool:
        """Whether a school may be called after what stands here in the possessive: a saint, a king."""
        first, last = (self.tokens[i].text for i in run)
        return first in ("St", "St.", "Saint") or (
            first == last and first in ("King", "Queen", "Christ", "Children", "Women")
        )

    def _closes(self, run: Run) -> bool:
        return self.text[self.tokens[run[1]].end : self.tokens[run[1]].end + 1] in ',.;()"' or self.text[
            self.tokens[run[1]].end :
        ].startswith(" and ")

    def _place(self, run: Run) -> bool:
        first, last = self.tokens[run[0]], self.tokens[run[1]]
        return self.lexicon.place(self.text[first.start : last.end]) is not None

    def _of_nobody(self, owner: Run, owned: Run) -> bool:
        """Whether "The Ferryman's Daughter" is a title whose owner is no person and no body: plain English words with capitals."""
        noun, between = self.tokens[owner[1]].text.casefold(), self.tokens[owner[1] + 1 : owned[0]]
        if (
            self.tokens[owner[1] - 1].text not in _ARTICLES
            or owner[1] - owner[0] > 1
            or [t.text for t in between] != ["'s"]
        ):
            return False
        bodies = (
            self.cues.capitalised,
            self.cues.organization_words,
            self.cues.festival_words,
            self.cues.publication_words,
        )
        first = self.tokens[owned[0]].text.casefold()
        return (
            (noun in vocabulary() or _TRADE.fullmatch(noun) is not None)
            and first in vocabulary()
            and first not in self.roles
            and not any(noun in some or first in some for some in bodies)
            and fold(first) not in self.first_names
        )

    def _ends_as_title(self, run: Run) -> bool:
        return bool(_ENDS_AS_TITLE.match(self.text[self.tokens[run[1]].end : self.tokens[run[1]].end + 90]))

    def _begins_as_title(self, first: Run, last: Run) -> bool:
        """After "the film …" a title runs on over "in", "on", "to" as long as what follows is no name of its own."""
        start = self.tokens[first[0]].start
        left = self.text[max(0, start - 24) : start].casefold()
        words = {t.text.casefold() for t in self.tokens[first[1] + 1 : last[0]]}
        return bool(_BEGINS_TITLE.search(left)) and not words & {
            "and", "&", "by", "with", "from", "'s", "or", "as", "is", "its", "who", "after", "before", "over",
        }  # fmt: skip
