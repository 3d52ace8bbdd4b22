"""Titles that nothing sets off: where the words before them say that one begins.

In a plain text "won the Palme d'Or on Saturday for It Was Just an Accident, a thriller" neither quotation marks nor italics show the title. What
comes before it does ("won … for", "the documentary", "starred in", "Panahi's"), or a capital that no other name has ("A", "It", "What" inside a sentence).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from cinegraph.extract.capitalised_runs import ABBREVIATIONS
from cinegraph.extract.class_years import year_of_a_class
from cinegraph.extract.descriptions import describes
from cinegraph.extract.text import UPPER, fold
from cinegraph.extract.title_runs import YEAR, YEAR_NEXT
from cinegraph.extract.title_signs import DETERMINERS, TitleSigns
from cinegraph.extract.title_words import ARTICLES, SPEAKING
from cinegraph.extract.verbs import FILM_KIND, PRAISE
from cinegraph.extract.word_lists import words
from cinegraph.lexicon.vocabulary import vocabulary

_WORD = re.compile(r"[^\W_]+(?:(?:['.&-]|(?<=[^\W\d_A-Z])/(?=[A-ZÀ-Þ]))(?=[^\W_])[^\W_]+)*(?:'(?= )(?<=s'))?")
_DAYS = frozenset(day.casefold() for day in calendar.day_name)
_OPENERS = frozenset({"The", "A", "An", "My", "Our"})
# "Then Jane Hill won": such a word in front of somebody's name is none of it.
_JOINING = frozenset(words("joining_sentences"))
# What stands after these with capitals on plain English words was made as films are.
_MADE = frozenset(words("made"))
_PART_IN = re.compile(
    r"\b(?:was|is|were|plays?|played|portrays?|portrayed|playing) (?:the|an?|his|her) (?:[a-z'-]+ ){1,4}in $"
)
# "Her debut with 1979's Night Bus"
_PLAYED_THERE = re.compile(
    rf",\"? (?:[{UPPER}][\w.'-]+ (?:[{UPPER}][\w.'-]+ ){{0,2}}|s?he )(?:plays|played|portrays|portrayed|stars|starred|co-stars|appears|appeared) "
)
_YEARS, _YEARS_BEFORE = re.compile(r"(?:19|20)\d\d's"), re.compile(r"(?:19|20)\d\d's $")
_THE_FILM = re.compile(r"\b(?:the|this|that) (?:film|movie|documentary|drama|comedy|thriller|short|feature|picture) $")
# A question that begins so asks whether, and has its subject next.
_ASKING = frozenset(words("asking"))
# "Ada Doe directed Roe and Eva Hart in Night Bus": whom she directed is no film.
AND_SOMEBODY_IN = re.compile(rf" and [{UPPER}][\w'-]+ [{UPPER}][\w'-]+ in ")
_NUMBERS = frozenset(words("numbering"))
# Inside a sentence, where only names and titles have a capital.
_INSIDE = re.compile(r"(?:^|[\s(-])[a-z0-9](?:[\w']|-(?![A-Z]))*,? $")
_OPENING = re.compile(r"(?:^|[\s(])[a-z0-9][\w'-]*,? $|[;:] $|, $")
_BEFORE_NAMES = frozenset({"The", "New", "Old", "Little", "Great"})
# A sentence hardly ever begins with one of these before a title.
_SELDOM_FRONT = frozenset(words("seldom_in_front"))
_LEFT = 110
# "The film by Liu Han of China won": who made it is no title.
_MADE_BY = re.compile(rf"\b(?:{FILM_KIND}|directed|written|made|shot|produced|edited|scored|filmed|helmed) by $")
_PRAISED = re.compile(rf"(?<![\w'-])(?:the|his|her|its|their|this year's|last year's) (?:(?:{PRAISE}|[A-Z][a-z]+(?:an|ese|ch)|Greek|Swiss|Thai) )+$")
_PLAYS = frozenset(words("playing"))
# What credits include are films, whatever they are called ("His credits also include Beau Doe").
_CREDITS = re.compile(r"\b(?:credits|filmography) (?:also )?(?:includes?|included|including)(?: the)? $")
_CLOSES = re.compile(r"\"?(?: ?[,.;:()]|$| (?:and|is|was|which|that|will)\b)")
# "a Western DeLuxe Color movie": what stands before such a word describes it.
_NO_TITLE_BEFORE = re.compile(
    r" (?:films?|movies?|pictures?|series|trilogy|directors?|actors?|actress(?:es)?|filmmakers?|producers?|cinema|festival|studios?|awards?|prizes?|industry|units?|department|division|squad|bureau|brigade|committee|council|agency|corps)\b"
)
# "Carice van Houten", "Abderrahmane ben Salem": names of people have particles that titles have not.
_PARTICLE = re.compile(r" (?:van|von|ben|bin|ibn|ter|ten|af|av)(?: (?:de|der|den|het))? [A-Z]")
_TRIAD = re.compile(r"\bThe ([A-Z]\w+), [Tt]he ([A-Z]\w+),? (?:and|&) [Tt]he ([A-Z]\w+)(?= (?!of\b)[a-z]|[,.;:)\"(]|$)")
_DATED = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(m for m in calendar.month_name if m)})\b")
# What may follow a title in a list; a verb makes it the subject of a clause.
_ENDS_ITEM = re.compile(
    r"\"?(?: ?[,.;:()]|$| (?:and|or|&|–|—|-|were|are|all|both|which|that|in|with|by|as|at|from|for|to|on)\b|[?!])"
)

_OF_A_PLACE = re.compile(r"(?P<who>\S+ \S+) (?:of|from) (?P<place>[A-Z].+)")


@dataclass(frozen=True, slots=True)
class _Front:
    """What stands before a word at which a title may begin.

    :ivar left: the words, and in small letters (``lowered``), and the last of them so (``ends``)
    :ivar anchored: whether they ask for a title ("the documentary", "starred in")
    :ivar owned: whether they are somebody's name in the possessive
    :ivar begun: whether none but a title has the word with a capital there ("A", "It", "What")
    :ivar made: whether what stands behind them was made as films are
    :ivar opens: whether a sentence or a part of one begins there
    """

    left: str
    ends: str
    anchored: bool
    owned: bool
    begun: bool
    made: bool
    opens: bool

    @property
    def lowered(self) -> str:
        return self.left.lower()


class Titles(TitleSigns):
    """Finds the plain titles of one article.

    :param blocked: offsets that the gazetteer has taken (festivals, prizes, companies)"""

    def of(self, begin: int, stop: int) -> Iterator[tuple[int, int]]:
        """The spans of the titles of the sentence ``text[begin:stop]``, from left to right."""
        words = list(_WORD.finditer(self.text, begin, stop))
        self._sentence_end = stop
        index = 0
        text = self.text
        triad = self._triad(begin, stop)
        while index < len(words):
            first = text[words[index].start()]
            if triad is not None and words[index].start() == triad[0]:
                yield triad
                while index < len(words) and words[index].start() < triad[1]:
                    index += 1
                continue
            last = self._title(words, index, begin) if first.isupper() or first.isdigit() else None
            if last is None or (triad is not None and words[index].start() < triad[0] < words[last].end()):
                index += 1
                continue
            yield words[index].start(), self._end(words[last])
            index = last + 1
            index = yield from self._listed(words, index)

    def _triad(self, begin: int, stop: int) -> tuple[int, int] | None:
        """A title of three nouns or adjectives with articles ("The Good, the Bad and the Ugly"); the names of papers are none."""
        if self.text.find(", ", begin, stop) < 0:
            return None
        match = _TRIAD.search(self.text, begin, stop)
        if match is None or any(
            word.casefold() not in vocabulary() or self.lexicon.lookup(f"The {word}") for word in match.groups()
        ):
            return None
        return match.span()

    def _listed(self, words: list[re.Match[str]], index: int) -> Generator[tuple[int, int], None, int]:
        """The titles that follow a title in a list ("Fargo, No Country for Old Men and True Grit")."""
        while 0 < index < len(words):
            gap = self.text[words[index - 1].end() : words[index].start()]
            first = index
            if words[index].group() in ("and", "or") and gap in (" ", ", "):
                first, gap = index + 1, ", "
            if (
                first >= len(words)
                or not re.fullmatch(r"(?: \([^()]{2,40}\))?, ", gap)
                or not self._capital(words[first])
            ):
                return index
            last = self._run(words, first, listed=True)
            name = self.text[words[first].start() : self._end(words[last])]
            if (whole := self._up_to_year(words, first, last)) is not None:
                last = whole
                name = self.text[words[first].start() : self._end(words[last])]
            if (
                self._is_other(name)
                or (last == first and fold(name) in self.cues.common)
                or self._owns_any(words, first, last)
            ):
                return index
            if (last == first and not YEAR_NEXT.match(self.text, words[last].end())) or self._may_be_person(name):
                return index
            if not _ENDS_ITEM.match(self.text, self._end(words[last])):
                return index
            yield words[first].start(), self._end(words[last])
            index = last + 1
        return index

    def _title(self, words: list[re.Match[str]], index: int, begin: int) -> int | None:
        """The index of the last word of the title that begins at a word; None where none begins there."""
        front = self._front(words, index, begin) if self._may_begin(words, index) else None
        if front is None:
            return None
        last = self._run(words, index, listed=False)
        if front.ends.startswith("direct") and last == index and AND_SOMEBODY_IN.match(self.text, words[index].end()):
            return None
        small = any(w.group()[0].islower() for w in words[index:last])
        anchored = front.anchored or self._is_the_film(words, index, last, small, front) or self._is_played_in(words, last, front)
        if (anchored or front.owned) and (whole := self._up_to_year(words, index, last)) is not None:
            return whole
        name = self.text[words[index].start() : self._end(words[last])]
        if self._is_date(words, index, last) or (front.begun and self._begins_other(words, index)):
            return None
        if (
            front.made
            and last > index
            and self._plain_words(words, index, last)
            and not self._has_office(words, index, last)
        ):
            return None if self._is_other(name) or self._may_be_other(name) else last
        if front.left and small and front.opens and self._is_plainly_one(words, index, last, front.ends):
            anchored = True
        if not (anchored or front.owned or front.begun) and not self._shows_itself(words, index, last, small, front):
            return None
        other = self._is_other_name(words, index, last, front, anchored) or self._is_cut(words, index, last, front)
        return None if other else last

    def _may_begin(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether a word has a capital and is no years in the possessive, no master whose name is before a film of his, and describes nobody."""
        word = words[index]
        if not self._capital(word) or _YEARS.fullmatch(word.group()):
            return False
        if word.group() == "I" and index + 1 < len(words) and self._is_inflected(words[index + 1].group()):
            return False  # "a film I had missed, Night Bus"
        named = index + 2 < len(words) and self._capital(words[index + 1]) and self._capital(words[index + 2])
        if named and describes(word.group(), words[index + 1].group(), self.lexicon.occupations, self.lexicon.first_names):
            return False
        if word.group() in self.lexicon.demonyms and self._has_two_capitals(words, index + 1):
            # "In the Latvian Night Bus": whence a film is stands before its title.
            return not self.text.endswith((" the ", " this year's ", " his ", " her "), 0, word.start())
        return not (self._is_master(word.group()) and index + 1 < len(words) and self._capital(words[index + 1]))

    def _has_two_capitals(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether two words with capitals stand at a place, side by side."""
        pair = words[index : index + 2]
        return (
            len(pair) > 1
            and all(self._capital(word) for word in pair)
            and self.text[pair[0].end() : pair[1].start()] == " "
        )

    def _front(self, words: list[re.Match[str]], index: int, begin: int) -> _Front | None:
        """What stands before a word; None where no title begins behind it."""
        word = words[index]
        # Bold type is set about names of every kind, and tells nothing.
        before = word.start() - 2 * self.text.startswith("**", max(0, word.start() - 2))
        left = self.text[max(begin, before - _LEFT) : before]
        left = _YEARS_BEFORE.sub("", left) if left.endswith("'s ") else left
        left = _PRAISED.sub("", left) if self._has_two_capitals(words, index) else left
        if (left and left[-1] != " ") or self._is_called_otherwise(word, left):
            return None
        lowered = left.lower()
        word_before = left.rsplit(None, 1)[-1] if left.strip() else ""
        ends = word_before.lower()
        work = self.rules.other_works.search(lowered) if ends in self.rules.other_works_end else None
        if work and (work["other"] or not self._capital_ahead(words, index)):
            return None
        anchored = work is not None or (
            ends in self.rules.anchor_ends
            and (word_before[:1].islower() or len(left.split()) == 1)
            and self._is_anchored(lowered)
        )
        owned = not anchored and left.endswith(("'s ", "s' ")) and self._owned(left, word.group())
        begun = not (anchored or owned) and (self._is_begun(word, left, word_before) or self._speaks(words, index))
        made = not (anchored or owned or begun) and (
            word_before in _MADE or (ends == "in" and _PART_IN.search(lowered) is not None)
        )
        opens = not left or left == "In " or _OPENING.search(left) is not None
        return _Front(left, ends, anchored, owned, begun, made, opens) if anchored or owned or begun or opens else None

    def _is_called_otherwise(self, word: re.Match[str], left: str) -> bool:
        """Whether a word with a capital is a trade, a person's "Fr." or the verb of a question."""
        text, lowered = word.group(), left.lower()
        if text == "EXCLUSIVE" or (text == "Photography" and lowered.endswith(("director of ", "directors of "))):
            return True
        if text in ABBREVIATIONS and lowered.split()[-1:] and lowered.split()[-1] in _PLAYS:
            return True  # "He plays Fr. Doe"
        if left:
            return False
        asked = text in _ASKING and self.text.find("?", word.end()) == self._sentence_end - 1
        return asked or text.lower() in self.lexicon.occupations

    def _is_begun(self, word: re.Match[str], left: str, word_before: str) -> bool:
        """Whether a word that begins titles has a capital inside a sentence, where no other name has it."""
        return (
            word.group() in self.rules.beginnings
            and word_before.casefold() not in DETERMINERS
            and _INSIDE.search(left) is not None
        )

    def _speaks(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether a name goes on as only titles do ("The Baker Is Never Home", "Ten Songs to My Brother")."""
        first = words[index].group()
        if all(word.group() not in SPEAKING for word in words[index + 1 : index + 6]):
            return False
        if first in _JOINING or first.casefold() in self.rules.weak:
            return False
        last = self._run(words, index, listed=False)
        inside = [word.group() for word in words[index + 1 : last + 1]]
        return len(inside) > 1 and not SPEAKING.isdisjoint(inside) and not self._owns_any(words, index, last)

    def _is_the_film(self, words: list[re.Match[str]], index: int, last: int, small: bool, front: _Front) -> bool:
        """Whether words behind "the film" are its title, or two are joined to one: who made it may stand there too, but has no "of the" in the name."""
        owning = not small and last > index and self._has_plain_owner(words, index, last)
        if (small or owning) and _THE_FILM.search(front.lowered) is not None:
            return True
        return last == index + 2 and self._is_one_pair(words[index : last + 1])

    def _is_played_in(self, words: list[re.Match[str]], last: int, front: _Front) -> bool:
        """Whether a sentence begins by telling in what somebody plays ("In What the River Knows, Ada Doe plays …")."""
        return front.left == "In " and _PLAYED_THERE.match(self.text, self._end(words[last])) is not None

    def _begins_other(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether several capitals on end are the name of a company, festival, place or people."""
        front = self._rest(words, index)
        return " " in front and self._is_other(front)

    def _is_date(self, words: list[re.Match[str]], index: int, last: int) -> bool:
        first, name = words[index].group(), self.text[words[index].start() : self._end(words[last])]
        return (
            _DATED.search(name) is not None
            or first.casefold() in _DAYS
            or (last > index and YEAR.fullmatch(first) is not None)
        )

    def _shows_itself(self, words: list[re.Match[str]], index: int, last: int, small: bool, front: _Front) -> bool:
        """Whether words that open a sentence, or a part of one, are a title by their form and by what is said of them."""
        word, end = words[index].group(), self._end(words[last])
        if self._has_second_beginning(words, index, last) or (front.ends == "by" and _MADE_BY.search(front.lowered)):
            return False
        if word in _JOINING and last > index + 1 and self._may_be_person(self.text[words[index + 1].start() : end]):
            return False
        small = (
            small
            or any(w.group().endswith("'s") or "/" in w.group() for w in words[index : last + (last == index)])
            or (last > index and all(self._is_word(w.group().casefold()) for w in words[index : last + 1]))
        )
        dated = YEAR_NEXT.match(self.text, end) is not None
        opens_dated = not front.left and last > index and word in self.rules.beginnings and dated
        if (
            not (small or opens_dated)
            or not self.rules.following.match(self.text, end)
            or self._owns_any(words, index, last)
        ):
            return False
        if front.left:
            return True
        if dated and word.casefold() in self.rules.weak - _SELDOM_FRONT:
            return False
        common = word.casefold() in self.cues.common and word not in _OPENERS
        return (
            opens_dated
            or not common
            or self._plain_words(words, index + 1, last)
            or self._is_subject(words, index, last)
        )

    def _has_second_beginning(self, words: list[re.Match[str]], index: int, last: int) -> bool:
        """Whether a title begins behind a small word among these, so that they are not one."""
        stop = last + (words[last].group() not in _NUMBERS)
        beginnings = self.rules.beginnings - ARTICLES
        return any(
            words[k].group() in beginnings and words[k - 1].group() in self.rules.weak for k in range(index + 1, stop)
        )

    def _is_other_name(self, words: list[re.Match[str]], index: int, last: int, front: _Front, anchored: bool) -> bool:
        """Whether words are the name of something else than a film, or somebody's."""
        name = self.text[words[index].start() : self._end(words[last])]
        if year_of_a_class(self.text, words[last].end()):
            return True
        if self._is_other(name) or (name.endswith(" I") and not anchored) or self._owns_any(words, index, last):
            return True
        home = _OF_A_PLACE.fullmatch(name)
        if home is not None and self._may_be_person(home["who"]) and self.lexicon.place(home["place"]) is not None:
            return True  # "Ada Doe of Latvia"
        if front.begun and words[index].group() in _BEFORE_NAMES and self._may_be_other(name):
            return True
        return self._may_be_person(name) and not (anchored and _CREDITS.search(front.lowered))

    def _is_cut(self, words: list[re.Match[str]], index: int, last: int, front: _Front) -> bool:
        """Whether what follows shows that words are no whole title, or one word alone is too little for one."""
        word, end = words[index], words[last].end()
        if front.lowered.endswith(", ") and not _CLOSES.match(self.text, self._end(words[last])):
            return True
        if _NO_TITLE_BEFORE.match(self.text, end) or _PARTICLE.match(self.text, end):
            return True
        if last > index:
            return False
        name = self.text[word.start() : self._end(word)]
        if word.group().isdigit() or front.begun or self._is_small(name) or self.text.startswith("-", word.end()):
            return True
        return front.owned and word.group().casefold() in self.cues.capitalised
