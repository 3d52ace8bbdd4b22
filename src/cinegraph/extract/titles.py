"""Titles that nothing sets off: where the words before them say that one begins.

In a plain text "won the Palme d'Or on Saturday for It Was Just an Accident, a thriller" neither quotation marks nor italics show the title. What
comes before it does ("won … for", "the documentary", "starred in", "Panahi's"), or a capital that no other name has ("A", "It", "What" inside a sentence).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Generator, Iterator

from cinegraph.extract.capitalised_runs import ABBREVIATIONS
from cinegraph.extract.text import UPPER, fold
from cinegraph.extract.title_runs import YEAR, YEAR_NEXT, TitleRuns
from cinegraph.extract.title_words import ARTICLES
from cinegraph.extract.word_lists import words
from cinegraph.lexicon.vocabulary import vocabulary

_WORD = re.compile(r"[^\W_]+(?:(?:['.&-]|(?<=[a-z])/(?=[A-Z]))(?=[^\W_])[^\W_]+)*(?:'(?= )(?<=s'))?")
_DAYS = frozenset(day.casefold() for day in calendar.day_name)
_OPENERS = frozenset({"The", "A", "An", "My", "Our"})
_DETERMINERS = frozenset(words("determiners"))
# What stands after these with capitals on plain English words was made as films are.
_MADE = frozenset(words("made"))
_PART_IN = re.compile(
    r"\b(?:was|is|were|plays?|played|portrays?|portrayed|playing) (?:the|an?|his|her) (?:[a-z'-]+ ){1,4}in $"
)
# "Her debut with 1979's Night Bus"
_YEARS, _YEARS_BEFORE = re.compile(r"(?:19|20)\d\d's"), re.compile(r"(?:19|20)\d\d's $")
_THE_FILM = re.compile(r"\b(?:the|this|that) (?:film|movie|documentary|drama|comedy|thriller|short|feature|picture) $")
# A question that begins so asks whether, and has its subject next.
_ASKING = frozenset(words("asking"))
# "Ada Doe directed Roe and Eva Hart in Night Bus": whom she directed is no film.
AND_SOMEBODY_IN = re.compile(rf" and [{UPPER}][\w'-]+ [{UPPER}][\w'-]+ in ")
_NUMBERS = frozenset({"Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "One", "All", "Love", "Life", "Death", "Night"})
_ASKING_WORDS = frozenset({"what", "where", "who", "how", "why"})
_TIMES = frozenset({"after", "before", "since", "by", "for", "between", "among"})
_SAID_OF_FILMS = re.compile(
    r"\"? (?:(?:was|is) (?:also |later |first |then )?(?:cut|directed|shot|filmed|written|produced|edited|scored|photographed|lensed|adapted|screened|shown|released|nominated|shortlisted|rewarded|awarded|selected|chosen|submitted|praised|banned|restored"
    r"|made (?:by|in|on)|an? (?:[\w-]+ ){0,3}(?:film|comedy|drama|documentary|thriller|short|co-production|adaptation|western|musical|feature))\b|(?:premiered|premieres|stars|tells|follows|earned|competed|grossed|garnered|swept|edged out|took home|won (?:the|an?|best|\w+ (?:prizes|awards)))\b)"
    r"|, (?:which (?:was|is|won|premiered|stars|tells|[A-Z])|starring|directed by|written by|an? (?:[\w-]+ ){0,3}(?:film|comedy|drama|documentary|thriller|short|feature))"
)
# A sentence hardly ever begins with one of these before a title.
_SELDOM_FRONT = frozenset(words("seldom_in_front"))
_LEFT = 110
_PLAYS = frozenset(words("playing"))
# What credits include are films, whatever they are called ("His credits also include Beau Doe").
_CREDITS = re.compile(r"\b(?:credits|filmography) (?:also )?(?:includes?|included|including)(?: the)? $")
_POSSESSIVE = re.compile(
    rf"(?P<owner>(?:[{UPPER}][\w'.-]*|de|van|von|bin|al|el|da|di|del|du) ){{0,3}}(?P<last>[{UPPER}][\w-]+)(?:'s|s') $"
)
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


class Titles(TitleRuns):
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
        word = words[index]
        if not self._capital(word):
            return None
        if _YEARS.fullmatch(word.group()):
            return None
        # Bold type is set about names of every kind, and tells nothing.
        before = word.start() - 2 * self.text.startswith("**", max(0, word.start() - 2))
        left = _YEARS_BEFORE.sub("", self.text[max(begin, before - _LEFT) : before])
        if left and left[-1] != " ":
            return None
        lowered = left.lower()
        if word.group() == "Photography" and lowered.endswith(("director of ", "directors of ")):
            return None
        word_before = left.rsplit(None, 1)[-1] if left.strip() else ""
        ends = word_before.lower()
        if (not left and word.group().lower() in self.lexicon.occupations) or word.group() == "EXCLUSIVE":
            return None
        if word.group() in ABBREVIATIONS and ends in _PLAYS:
            return None  # "He plays Fr. Doe"
        if self._is_master(word.group()) and index + 1 < len(words) and self._capital(words[index + 1]):
            return None
        if not left and word.group() in _ASKING and self.text.find("?", word.end()) == self._sentence_end - 1:
            return None
        work = self.rules.other_works.search(lowered) if ends in self.rules.other_works_end else None
        if work and (work["other"] or not self._capital_ahead(words, index)):
            return None
        anchored = work is not None or (
            ends in self.rules.anchor_ends
            and (word_before[:1].islower() or len(left.split()) == 1)
            and self.rules.anchor.search(lowered) is not None
        )
        owned = not anchored and left.endswith(("'s ", "s' ")) and self._owned(left, word.group())
        begun = (
            not anchored
            and not owned
            and word.group() in self.rules.beginnings
            and word_before.casefold() not in _DETERMINERS
            and re.search(r"(?:^|[\s(-])[a-z0-9](?:[\w']|-(?![A-Z]))*,? $", left) is not None
        )
        made = not (anchored or owned or begun) and (
            word_before in _MADE or (ends == "in" and _PART_IN.search(lowered) is not None)
        )
        opens = not left or re.search(r"(?:^|[\s(])[a-z0-9][\w'-]*,? $|[;:] $|, $", left) is not None
        if not (anchored or owned or begun or opens):
            return None
        last = self._run(words, index, listed=False)
        if ends.startswith("direct") and last == index and AND_SOMEBODY_IN.match(self.text, word.end()):
            return None
        small = any(w.group()[0].islower() for w in words[index:last])
        # "The film" may have who made it next; no name of theirs has "of the" in it.
        owning = not small and last > index and self._has_plain_owner(words, index, last)
        anchored = anchored or ((small or owning) and _THE_FILM.search(lowered) is not None)
        anchored = anchored or (last == index + 2 and self._is_one_pair(words[index : last + 1]))
        if (anchored or owned) and (whole := self._up_to_year(words, index, last)) is not None:
            return whole
        name = self.text[word.start() : self._end(words[last])]
        if begun and " " in (front := self._rest(words, index)) and self._is_other(front):
            return None
        if _DATED.search(name) or word.group().casefold() in _DAYS or (last > index and YEAR.fullmatch(word.group())):
            return None
        if made and last > index and self._plain_words(words, index, last) and not self._has_office(words, index, last):
            return None if self._is_other(name) or self._may_be_other(name) else last
        if left and small and opens and self._is_plainly_one(words, index, last, ends):
            anchored = True
        if not (anchored or owned or begun):
            if any(
                words[k].group() in self.rules.beginnings - ARTICLES and words[k - 1].group() in self.rules.weak
                for k in range(index + 1, last + (words[last].group() not in _NUMBERS))
            ):
                return None
            small = small or any(w.group().endswith("'s") for w in words[index:last]) or (
                last > index and all(self._is_word(w.group().casefold()) for w in words[index : last + 1])
            )
            opens_dated = (
                not left
                and last > index
                and word.group() in self.rules.beginnings
                and YEAR_NEXT.match(self.text, self._end(words[last])) is not None
            )
            if (
                not (small or opens_dated)
                or not self.rules.following.match(self.text, self._end(words[last]))
                or self._owns_any(words, index, last)
            ):
                return None
            if (
                not left
                and word.group().casefold() in self.rules.weak - _SELDOM_FRONT
                and YEAR_NEXT.match(self.text, self._end(words[last]))
            ):
                return None
            if (
                not left
                and not opens_dated
                and word.group().casefold() in self.cues.common
                and word.group() not in _OPENERS
                and not self._plain_words(words, index + 1, last)
                and not self._is_subject(words, index, last)
            ):
                return None
        if self._is_other(name) or (word.group().isdigit() and last == index) or (name.endswith(" I") and not anchored):
            return None
        if lowered.endswith(", ") and not _CLOSES.match(self.text, self._end(words[last])):
            return None
        if _NO_TITLE_BEFORE.match(self.text, words[last].end()) or _PARTICLE.match(self.text, words[last].end()):
            return None
        if self._owns_any(words, index, last):
            return None
        if owned and last == index and word.group().casefold() in self.cues.capitalised:
            return None
        if begun and (last == index or (word.group() in ("The", "New", "Old", "Little", "Great") and self._may_be_other(name))):
            return None
        if last == index and (self._is_small(name) or self.text.startswith("-", word.end())):
            return None
        if self._may_be_person(name) and not (anchored and _CREDITS.search(lowered)):
            return None
        return last

    def _is_plainly_one(self, words: list[re.Match[str]], first: int, last: int, before: str) -> bool:
        """Whether capitals on plain words about "of the" are a title by themselves ("She photographed Daughters of the Salt")."""
        inside = {w.group() for w in words[first:last] if w.group()[0].islower()}
        return (
            not inside.isdisjoint({"of", "the", "a"})
            and not any(w.group()[0].isdigit() for w in words[first : last + 1])
            and self.lexicon.place(words[first].group()) is None
            and before not in _DETERMINERS
            and words[first].group().casefold() not in self.rules.no_heads
            and self._plain_words(words, first, last)
            and not self._has_office(words, first, last)
            and not self._may_be_other(self.text[words[first].start() : self._end(words[last])])
        )

    def _is_subject(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether a sentence begins with a title that begins as a phrase does, and says what is said of films: "In the Fog was shown …"."""
        opening = words[first].group().casefold()
        return (
            (opening in self.rules.weak or opening in _ASKING_WORDS)
            and opening not in _TIMES
            and _SAID_OF_FILMS.match(self.text, self._end(words[last])) is not None
            and self._plain_words(words, first, last)
            and not all(w.group().casefold() in self.cues.common for w in words[first : last + 1])
            and not self._has_office(words, first, last)
            and not self._may_be_other(self._rest(words, last))
        )

    def _has_plain_owner(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether a name is that of something nobody's ("Heron's Egg"): plain words, the first of which is in the possessive."""
        owner = words[first].group().removesuffix("'s")
        return (
            words[first].group().endswith("'s")
            and self._plain_words(words, first, last)
            and not self.lexicon.first_names.get(fold(owner))
            and owner.casefold() not in self.cues.masters
            and not self._is_other(owner)
        )

    def _capital_ahead(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether another word in capitals follows within a title's small words, so that the title has more than one."""
        return any(self._capital(word) for word in words[index + 1 : index + 4])

    def _plain_words(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether the capitals after the first word are on plain English words, as only titles have them ("That Summer of …")."""
        capitals = [w.group().removesuffix("'s") for w in words[first : last + 1] if w.group()[0].isupper()]
        plain = bool(capitals) and all(w.casefold() in vocabulary() and w not in self.surnames for w in capitals)
        return plain and (self._capital(words[first]) or self.text[self._end(words[last])] in ",(")

    def _is_master(self, owner: str) -> bool:
        """Whether a word is the surname of a filmmaker whom everybody knows, in the possessive ("Bergman's")."""
        return (
            owner.endswith(("'s", "s'")) and owner.removesuffix("'s").removesuffix("'").casefold() in self.cues.masters
        )

    def _has_office(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether one of the capitals is written so in running text, too ("made Prime Minister")."""
        return any(w.group().casefold() in self.cues.capitalised for w in words[first : last + 1])

    def _owns_any(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        return any(self._owns(words, first, index) for index in range(first, last))

    def _owns(self, words: list[re.Match[str]], first: int, index: int) -> bool:
        """Whether the words up to one are a person in the possessive, whose film follows."""
        if not words[index].group().endswith(("'s", "s'")):
            return False
        if words[index + 1].group() in ARTICLES:
            return True
        name = self.text[words[first].start() : words[index].end()].removesuffix("'s").removesuffix("'")
        return self._may_be_person(name) or self._is_other(name)

    def _owned(self, left: str, title: str) -> bool:
        """Whether a person's name in the possessive stands before ("Joachim Trier's ")."""
        match = _POSSESSIVE.search(left)
        if match is None or (self.lexicon.place(match["last"]) is not None and not match["owner"]):
            return False
        if match["last"] in self.surnames and match["last"] not in self.rules.beginnings:
            return True
        if match["last"].casefold() in self.cues.masters or (
            title in ARTICLES and match["last"] not in self.rules.beginnings
        ):
            return True
        full = match.group().rstrip(" ").removesuffix("'s").removesuffix("'")
        return len(full.split()) > 1 and self._may_be_person(full) and not self._is_other(full)
