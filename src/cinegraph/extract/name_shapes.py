"""What a name tells by itself of the type of what it names: its words, their number, their capitals, its ending."""

from __future__ import annotations

import re
from collections import defaultdict

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.cues import Cues
from cinegraph.extract.text import UPPER, fold
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary

_SURNAME = re.compile(r"(?:ov|ova|ev|eva|ski|sky|skiy|ska|skaya|enko|dze|shvili|yan|ian|escu|ić|vić|vic|sson|sen|opoulos|idis|akis|ini|etti|ez|wicz|czyk|ová|aite|iene|uk|chuk|nen)$")  # fmt: skip
# "International Film Festival in Warsaw", "Documentary Film Festival Amsterdam".
_FESTIVAL_OF = re.compile(
    r"\b(?:[Ff]ilm|Documentary|Shorts?|Animation|International) [Ff]estival (?:(?:in|of|de|di|du|von|for) )?[A-Z]|^(?:[A-Z]\w+ ){2,4}Festival (?:(?:in|of|de|di|du) )?[A-Z]"
)
# Inhabitants of a city whose name alone is rather the city's than somebody's.
_LARGE = 300_000
_BODIES = frozenset(words("bodies_of"))
_SCHOOLS = frozenset(words("words_for_schools"))
_SURNAMES_TOO = frozenset(words("surnames_too"))
# "The Royal Air Force", "the Polish Army": one serves in them, and they are no films.
_FORCES = re.compile(r".* (?:Air Force|Navy|Army|Marine Corps|Coast Guard|Marines)")
_CROWNS = frozenset({"Royal", "U.S.", "US", "Red", "Imperial"})
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_PLAIN_WORD, _DOTTED_WORD = re.compile(r"[^\W\d_][\w'-]*"), re.compile(r"[^\W\d_][\w'.-]*")
_HYPHENATED, _INITIAL = re.compile(rf"[{UPPER}]\w+-[A-Za-z]\w*"), re.compile(r"(?:\w\.-?)+")
_COMPANIES = frozenset(words("company_ends"))
# "HTFF", "OIFF", "FIFFS": the letters of so many film festivals.
_FESTIVAL_LETTERS = re.compile(r"[A-Z]{2,4}FF[A-Z]?")
_METALS = frozenset({"golden", "silver", "bronze", "crystal", "grand"})
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST_TITLE = 9


def shape(name: str, marked: bool, cues: Cues, lexicon: Lexicon) -> dict[str, float]:
    """The weight that a name by itself gives to each type.

    :param marked: whether the text sets it off, as titles are
    """
    words = _DOTTED_WORD.findall(name)
    return _Shape(name, words, marked, cues, lexicon).scores() if words else {}


class _Shape:
    """A name taken to its words, and what they have told so far."""

    def __init__(self, name: str, words: list[str], marked: bool, cues: Cues, lexicon: Lexicon) -> None:
        self.name, self.words, self.marked, self.cues, self.lexicon = name, words, marked, cues, lexicon
        self.lowered = [word.casefold() for word in words]
        self.told: dict[str, float] = defaultdict(float)

    def scores(self) -> dict[str, float]:
        """The weight of each type, after all that the name tells."""
        told, words, lowered = self.told, self.words, self.lowered
        if len(words) > 1 and lowered[-1] in ("brothers", "sisters"):
            told["Person"] += 3.0
        if lowered[-1] in self.cues.publication_words and len(words) > 1:
            told["Publication"] += 2.4
        self._as_body()
        self._as_place()
        self._as_title_or_person()
        if lowered[0] in _ARTICLES and len(words) > 1:
            told["Film"] += 0.4
        if told["Organization"] or told["Festival"]:
            told["Person"] -= 1.0
        if self._has_one_word_in_capitals():
            told["Person"] += 2.0
        return told

    def _as_body(self) -> None:
        """A festival, a company, a school, a force."""
        told, words, lowered = self.told, self.words, self.lowered
        if self._is_festival():
            told["Festival"] += 3.0
            if not self.marked and len(words) > 1 and lowered[-1] == "festival":
                told["Film"] -= 4.0
        elif self._is_organization():
            company = lowered[-1] in _COMPANIES and 1 < len(words) < 5 and not self.marked
            told["Organization"] += 3.4 if company and self.cues.common.isdisjoint(lowered[:-1]) else 2.2
            told["Person"] -= 2.0 if company else 0.0
        if _FORCES.fullmatch(self.name) and (words[0] in _CROWNS or words[0] in self.lexicon.demonyms):
            told["Organization"] += 2.5

    def _is_festival(self) -> bool:
        words, lowered = self.words, self.lowered
        return (
            lowered[-1].rstrip(".") in self.cues.festival_words
            or lowered[-2:] in (["film", "days"], ["film", "week"])
            or (
                len(words) == 1 and _FESTIVAL_LETTERS.fullmatch(words[0]) is not None and lowered[0] not in vocabulary()
            )
            or (not self.marked and _FESTIVAL_OF.search(self.name) is not None)
        )

    def _is_organization(self) -> bool:
        lowered = self.lowered
        if lowered[-1].rstrip(".") in self.cues.organization_words and not self._is_surname_too():
            return True
        if lowered[:2] in (["les", "films"], ["films", "de"], ["films", "du"]) or lowered[0] in self.cues.school_words:
            return True
        if lowered[0] in ("studio", "atelier") and 1 < len(lowered) < 4 and not self.marked:
            return True
        of = not self.marked and "of" in lowered[2:] and lowered[0] not in _ARTICLES
        return of and (not _SCHOOLS.isdisjoint(lowered[1:4]) or self.words[lowered.index("of") - 1] in _BODIES)

    def _is_surname_too(self) -> bool:
        """Whether the word of an organisation may be the surname of somebody whose first name is before it ("Ada House")."""
        return len(self.words) == 2 and self.lowered[-1] in _SURNAMES_TOO and self._begins_with_first_name()

    def _as_place(self) -> None:
        """A city, a country, a street."""
        told, words, lowered = self.told, self.words, self.lowered
        place = None if self.marked else self.lexicon.place(self.name)
        if place is not None and lowered[0] not in self.cues.rather_words:
            told["Place"] += 1.0 if place.kind == "city" else 1.5
            if place.population >= _LARGE and self.lexicon.first_names.get(fold(self.name)) is None:
                told["Person"] -= 1.0
                told["Organization"] -= 1.0
        if len(words) != 2:
            return
        of_a_person = lowered[-1] in _DIRECTIONS and fold(words[0]) in self.lexicon.first_names
        if lowered[0] in self.cues.place_words or (lowered[1] in self.cues.place_words and not of_a_person):
            told["Place"] += 1.3
            told["Person"] -= 1.0

    def _as_title_or_person(self) -> None:
        """A film or somebody: by the first that the words show of what sets titles and people's names apart."""
        told, words, lowered, common = self.told, self.words, self.lowered, self.cues.common
        if self._has_small_words_of_titles() or (words[0] in self.lexicon.demonyms and len(words) == 2):
            told["Film"] += 0.5
            if not {"of", "the", "in", "on", "to"}.isdisjoint(words):
                told["Person"] -= 1.5
        elif len(words) > 2 and self._common_with_capitals() >= 2:
            told["Film"] += 1.4
        elif len(words) == 3 and all(len(w) == 1 and w.isupper() for w in words[:2]) and len(words[2]) > 2:
            told["Person"] += 1.8
        elif lowered[0] in common and len(words) > 1:
            told["Film"] += 0.5
        elif 2 <= len(words) <= 4 and self._has_capitals_of_a_name():
            self._as_person()
        elif len(words) >= 3 and not common.isdisjoint(lowered[1:]):
            told["Film"] += 0.6
        elif len(words) == 1 and not self.marked:
            known = 0.3 if self._begins_with_first_name() else 0.0
            told["Person"] += 1.9 if lowered[0] in self.cues.masters else known

    def _has_small_words_of_titles(self) -> bool:
        cues = self.cues
        small = (w for w in self.words if w[0].islower())
        return any((w in cues.strong or w in cues.weak) and w not in cues.particles for w in small)

    def _common_with_capitals(self) -> int:
        """How many common words ("After", "Our") are written with capitals."""
        return sum(w in self.cues.common and raw[0].isupper() for w, raw in zip(self.lowered, self.words, strict=True))

    def _has_capitals_of_a_name(self) -> bool:
        capitals = all(w[0].isupper() or w in self.cues.particles for w in self.words)
        return capitals and self.lowered[0] not in _ARTICLES

    def _as_person(self) -> None:
        """How like somebody's name two to four words with capitals are."""
        told = self.told
        if self._begins_with_first_name() or self._has_foreign_hyphen():
            told["Person"] += 1.9
        elif self._has_initials():
            told["Person"] += 1.8
        else:
            self._as_unknown_words()
        if self.lowered[0] in _METALS:
            told["Person"] -= 1.0
        if _SURNAME.search(self.lowered[-1]):
            told["Person"] += 0.9
        if self.marked:
            told["Person"] -= 0.6

    def _begins_with_first_name(self) -> bool:
        return bool(self.lexicon.first_names.get(fold(self.words[0])))

    def _has_foreign_hyphen(self) -> bool:
        """Whether one of two words has a hyphen in which no English word ends ("Kim Ki-duk")."""
        first, last = self.words[0], self.words[-1]
        hyphenated = _HYPHENATED.fullmatch(last) or _HYPHENATED.fullmatch(first)
        return len(self.words) == 2 and bool(hyphenated) and last.rpartition("-")[2] not in vocabulary()

    def _has_initials(self) -> bool:
        """Whether only initials stand before a surname ("J. Doe"), or a first name that is joined to another."""
        first = self.words[0]
        if all(_INITIAL.fullmatch(w) for w in self.words[:-1]):
            return True
        return "-" in first and bool(self.lexicon.first_names.get(fold(first).split()[0]))

    def _as_unknown_words(self) -> None:
        """The fewer of the words are English ones, the liker a name they are."""
        telling = [w for w in self.lowered if len(w) > 2 and w not in self.cues.particles]
        english = sum(w in vocabulary() for w in telling)
        self.told["Person"] += 1.25 if not english else 0.9 if english < len(telling) else 0.5
        if english == len(telling):
            self.told["Person"] -= 0.5
            self.told["Film"] += 0.5

    def _has_one_word_in_capitals(self) -> bool:
        """Whether one of two to four words is in capitals, as surnames are in some countries ("KIM Ki-duk")."""
        words = self.words
        capitals = [w for w in words if len(w) > 2 and w.isupper()]
        others = any(not w.isupper() for w in words)
        return len(capitals) == 1 and 2 <= len(words) <= 4 and not self.marked and others


def is_title_case(name: str) -> bool:
    """Whether a name has its capitals as titles have: on its first word and on half of all at least."""
    words = _PLAIN_WORD.findall(name)
    if not words or not words[0][0].isupper() or len(words) > _LONGEST_TITLE:
        return False
    return len(words) == 1 or sum(w[0].isupper() for w in words) * 2 >= len(words)


def is_like_a_person(candidate: Candidate, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether a name has two or three words with capitals, none of them a common one or that of a body or place."""
    words = candidate.text.split()
    if not 2 <= len(words) <= 3 or candidate.heading or lexicon.place(candidate.text) is not None:
        return False
    lowered = [word.casefold() for word in words]
    known = (cues.common, cues.organization_words, cues.festival_words, cues.publication_words, cues.place_words)
    named = all(some.isdisjoint(lowered) for some in known)
    return named and all(w[0].isupper() for w in words) and not candidate.text.isupper()


def is_english_title(name: str, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether a name in capitals is made of plain English words, as films are called and neither people nor places ("Wasp", "Wasp 2")."""
    word, _, number = name.casefold().partition(" ")
    if number and (not number.isdigit() or len(number) > 2 or word in cues.numbered):
        return False
    if word in cues.common or word not in vocabulary() or word in lexicon.first_names:
        return False
    known = (cues.capitalised, cues.organization_words, cues.festival_words, cues.publication_words, cues.place_words)
    return not lexicon.lookup(name) and not any(word in some for some in known)


def is_counted(name: str, cues: Cues) -> bool:
    """Whether a name is no more than what is counted and a figure ("Day 4", "Nov 3")."""
    word, _, number = name.casefold().partition(" ")
    return number.isdigit() and len(number) < 3 and word in cues.numbered


def begins_with_first_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a name of several words begins with somebody's first name."""
    first, _, rest = name.partition(" ")
    return bool(rest) and (fold(first) in lexicon.first_names or ("-" in first and fold(first).split()[0] in lexicon.first_names))
