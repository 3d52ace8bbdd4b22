"""Titles that nothing sets off: where the words before them say that one begins, and how far they run.

In a plain text "won the Palme d'Or on Saturday for It Was Just an Accident, a thriller" neither quotation marks nor italics show the title. What
comes before it does ("won … for", "the documentary", "starred in", "Panahi's"), or a capital that no other name has ("A", "It", "What" inside a sentence).
"""

from __future__ import annotations

import calendar
import re
import tomllib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cache

from cinegraph.extract.capitalised_runs import ABBREVIATIONS
from cinegraph.extract.cues import Cues
from cinegraph.extract.sieve import last_words_of
from cinegraph.extract.text import UPPER, fold, is_suffix
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.resources import resource

_WORD = re.compile(r"[^\W_]+(?:(?:['.&-]|(?<=[a-z])/(?=[A-Z]))(?=[^\W_])[^\W_]+)*(?:'(?= )(?<=s'))?")
_MONTHS = frozenset(month.casefold() for month in calendar.month_name if month)
_DAYS = frozenset(day.casefold() for day in calendar.day_name)
_OPENERS = frozenset({"The", "A", "An", "My", "Our"})
_DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
        "our",
        "my",
        "your",
        "these",
        "those",
        "every",
        "some",
    }
)
_CLAUSAL = frozenset({"I", "It", "It's", "He", "She", "They", "We", "You", "My", "Don't", "No", "Not", "But", "And"})
# What stands after these with capitals on plain English words was made as films are.
_MADE = frozenset(
    {
        "made",
        "making",
        "makes",
        "make",
        "shot",
        "shooting",
        "filmed",
        "finished",
        "finishing",
        "completed",
        "lit",
        "photographed",
    }
)
_EQUALS = frozenset({"as", "is", "are", "was"})
_PART_IN = re.compile(
    r"\b(?:was|is|were|plays?|played|portrays?|portrayed|playing) (?:the|an?|his|her) (?:[a-z'-]+ ){1,4}in $"
)
# A question that begins so asks whether, and has its subject next.
_ASKING = frozenset(
    {"Was", "Is", "Were", "Are", "Did", "Do", "Does", "Has", "Have", "Had", "Will", "Would", "Could", "Can"}
)
_ARTICLES = frozenset({"The", "A", "An"})
# A sentence hardly ever begins with one of these before a title.
_SELDOM_FRONT = frozenset({"beyond", "under", "upon", "among", "into", "against"})
_LONGEST = 12
_LEFT = 110
_POSSESSIVE = re.compile(
    rf"(?P<owner>(?:[{UPPER}][\w'.-]*|de|van|von|bin|al|el|da|di|del|du) ){{0,3}}(?P<last>[{UPPER}][\w-]+)(?:'s|s') $"
)
_CLOSES = re.compile(r"\"?(?: ?[,.;:()]|$| (?:and|is|was|which|that|will)\b)")
# "a Western DeLuxe Color movie": what stands before such a word describes it.
_NO_TITLE_BEFORE = re.compile(
    r" (?:films?|movies?|pictures?|series|trilogy|directors?|actors?|actress(?:es)?|filmmakers?|producers?|cinema|festival|studios?|awards?|prizes?|industry)\b"
)
# "Carice van Houten", "Abderrahmane ben Salem": names of people have particles that titles have not.
_PARTICLE = re.compile(r" (?:van|von|ben|bin|ibn|ter|ten|af|av)(?: (?:de|der|den|het))? [A-Z]")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DATED = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(m for m in calendar.month_name if m)})\b")
_YEAR_NEXT = re.compile(r" \((?:[^()]{2,80}, )?(?:19|20)\d\d")
_ENGLISH = frozenset(
    [
        "and",
        "of",
        "the",
        "in",
        "was",
        "is",
        "who",
        "with",
        "by",
        "for",
        "his",
        "her",
        "film",
        "films",
        "on",
        "as",
        "an",
        "to",
        "from",
        "which",
        "that",
        "had",
        "has",
        "also",
        "were",
        "are",
        "it",
        "he",
        "she",
        "won",
        "but",
        "or",
        "after",
        "when",
        "where",
        "before",
        "said",
        "its",
        "their",
        "this",
        "directed",
    ]
)
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{3})[A-ZÀ-Þ][a-zß-ÿ]{2}")
_FULL_NAME = re.compile(rf"(?<![\w'])([{UPPER}][\w-]+) (?:[A-Z]\. |[{UPPER}][\w-]+ )?([{UPPER}][\w-]+)")
# What may follow a title in a list; a verb makes it the subject of a clause.
_ENDS_ITEM = re.compile(
    r"\"?(?: ?[,.;:()]|$| (?:and|or|&|–|—|-|were|are|all|both|which|that|in|with|by|as|at|from|for|to|on)\b|[?!])"
)
_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_GAP = re.compile(r" |: |! |\? |, (?=[A-Z])")


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
        frozenset(data["beginnings"]["words"].split()),
    )


class Titles:
    """Finds the plain titles of one article.

    :param blocked: offsets that the gazetteer has taken (festivals, prizes, companies)
    """

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

    def of(self, begin: int, stop: int) -> Iterator[tuple[int, int]]:
        """The spans of the titles of the sentence ``text[begin:stop]``, from left to right."""
        words = list(_WORD.finditer(self.text, begin, stop))
        self._sentence_end = stop
        index = 0
        text = self.text
        while index < len(words):
            first = text[words[index].start()]
            last = self._title(words, index, begin) if first.isupper() or first.isdigit() else None
            if last is None:
                index += 1
                continue
            yield words[index].start(), self._end(words[last])
            index = last + 1
            index = yield from self._listed(words, index)

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
            if (last == first and not _YEAR_NEXT.match(self.text, words[last].end())) or self._may_be_person(name):
                return index
            if not _ENDS_ITEM.match(self.text, self._end(words[last])):
                return index
            yield words[first].start(), self._end(words[last])
            index = last + 1
        return index

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

    def _title(self, words: list[re.Match[str]], index: int, begin: int) -> int | None:
        """The index of the last word of the title that begins at a word; None where none begins there."""
        word = words[index]
        if not self._capital(word):
            return None
        left = self.text[max(begin, word.start() - _LEFT) : word.start()]
        if left and left[-1] != " ":
            return None
        lowered = left.lower()
        word_before = left.rsplit(None, 1)[-1] if left.strip() else ""
        ends = word_before.lower()
        if not left and word.group().lower() in self.lexicon.occupations:
            return None
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
        if (anchored or owned) and (whole := self._up_to_year(words, index, last)) is not None:
            return whole
        name = self.text[word.start() : self._end(words[last])]
        if begun and self._is_other(self._rest(words, index)):
            return None
        if _DATED.search(name) or word.group().casefold() in _DAYS or (last > index and _YEAR.fullmatch(word.group())):
            return None
        if made and last > index and self._plain_words(words, index, last) and not self._has_office(words, index, last):
            return None if self._is_other(name) or self._may_be_other(name) else last
        if not (anchored or owned or begun):
            if any(
                words[k].group() in self.rules.beginnings - _ARTICLES and words[k - 1].group() in self.rules.weak
                for k in range(index + 1, last + 1)
            ):
                return None
            small = any(w.group()[0].islower() or w.group().endswith("'s") for w in words[index:last]) or (
                last > index and all(self._is_word(w.group().casefold()) for w in words[index : last + 1])
            )
            opens_dated = (
                not left
                and last > index
                and word.group() in self.rules.beginnings
                and _YEAR_NEXT.match(self.text, self._end(words[last])) is not None
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
                and _YEAR_NEXT.match(self.text, self._end(words[last]))
            ):
                return None
            if (
                not left
                and not opens_dated
                and word.group().casefold() in self.cues.common
                and word.group() not in _OPENERS
                and not self._plain_words(words, index + 1, last)
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
        if begun and (last == index or (word.group() in ("The", "New") and self._may_be_other(name))):
            return None
        if last == index and (self._is_small(name) or self.text.startswith("-", word.end())):
            return None
        if self._may_be_person(name):
            return None
        return last

    def _capital_ahead(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether another word in capitals follows within a title's small words, so that the title has more than one."""
        return any(self._capital(word) for word in words[index + 1 : index + 4])

    def _plain_words(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether the capitals after the first word are on plain English words, as only titles have them ("That Summer of …")."""
        capitals = [w.group() for w in words[first : last + 1] if w.group()[0].isupper()]
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

    def _owns_any(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        return any(self._owns(words, first, index) for index in range(first, last))

    def _owns(self, words: list[re.Match[str]], first: int, index: int) -> bool:
        """Whether the words up to one are a person in the possessive, whose film follows."""
        if not words[index].group().endswith(("'s", "s'")):
            return False
        if words[index + 1].group() in _ARTICLES:
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
            title in _ARTICLES and match["last"] not in self.rules.beginnings
        ):
            return True
        full = match.group().rstrip(" ").removesuffix("'s").removesuffix("'")
        return len(full.split()) > 1 and self._may_be_person(full) and not self._is_other(full)

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
                if _YEAR.fullmatch(text):
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
            if _YEAR_NEXT.match(self.text, words[index].end()):
                return index
        return None

    def _runs_over_comma(self, words: list[re.Match[str]], first: int, index: int) -> bool:
        """Whether a title goes on after a comma: "Quo Vadis, Aida?", "If I Want to Whistle, I Whistle"."""
        if not self._capital(words[index]):
            return False
        if words[index].group() == words[index - 1].group():
            return True
        for k in range(index, min(index + 3, len(words))):
            if self.text[words[k].end() : words[k].end() + 1] in ("?", "!"):
                return True
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
        if before & rules.joined and spoken and " " not in rest:
            return self._is_word(rest.casefold())
        if before & rules.joined:
            return bool(before & {"a", "an", "the", "his", "her", "my", "its"}) and not self._may_be_person(rest)
        if before & rules.weak and not before <= rules.strong:
            if self._may_be_person(self.text[words[first].start() : self._end(words[last])]):
                return False
            if (
                before & {"by"}
                or self.lexicon.place(rest) is not None
                or self._may_be_person(rest)
                or self._is_other(rest)
            ):
                return False
            if re.fullmatch(r"(?:1[89]|20)?\d\d", following.group()) or following.group().lower() in _MONTHS:
                return False
            return not (rest in self.surnames or rest.split()[0] in self.lexicon.demonyms)
        return not (before == {"to"} and self.lexicon.place(rest) is not None)

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
        if self.lexicon.first_names.get(fold(words[0])) and words[0] not in _ARTICLES:
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
