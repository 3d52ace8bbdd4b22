"""Decides what each candidate name is: votes of the contexts, the shape of the name, the gazetteer, the rest of the article."""

from __future__ import annotations

import re
from collections import defaultdict

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.cues import Cues
from cinegraph.extract.name_lists import TOLD, complete_lists
from cinegraph.extract.name_shapes import is_like_a_person, is_title_case, shape
from cinegraph.extract.nations import are_nations
from cinegraph.extract.title_words import SPEAKING
from cinegraph.lexicon import Lexicon

_MARKS = {"italic": 1.25, "foreign": 1.25, "caps": 1.0, "quote": 0.5, "plain": 1.25}
_THRESHOLD = 1.2
# A place by name that also stands as places do ("in Paris").
_PLACE_TOLD = 1.65
# "Nobody Owes Us Bread won": what goes on as titles do is nobody.
_SPOKEN = 1.5
# So few titles of an article that names no film are its films, where so many words tell of films.
_FEW_TITLES, _SEVERAL_WORDS = 3, 2
_NO_FILMS = ("Work", "Publication", "Other", "Person", "Organization", "Award", "Festival")
_OF_FILMS = re.compile(
    r"\b(?:films?|movies?|pictures?|cinemas?|directors?|directed|helmer|screenplay|script|cinematographer|camera|shot|editor|scored?|composer|producers?|screened|premiered?|starring|stars?|cast|actors?|actress|documentary|comedy|drama|thriller|western|distributor|box office)\b",
    re.IGNORECASE,
)
# Whatever stands beside it ("next month's Oslo Film Festival"): no film is called that.
_FILM_FESTIVAL = re.compile(r" (?:(?:film|films|cinema|documentary|movie) (?:festival|fest|exhibition)|i?iff|idff)$")


def decide(candidates: list[Candidate], text: str, cues: Cues, lexicon: Lexicon) -> dict[str, str]:
    """The type of each name of the article by its folded key; names that nothing tells about are left out."""
    weighed = _Weighed(candidates, cues, lexicon)
    types: dict[str, str] = {}
    for key, candidate in weighed.sample.items():
        type_ = _best(candidate, weighed.scores(candidate), lexicon)
        if type_ is not None:
            types[key] = type_
    complete_lists(candidates, types, text, lexicon)
    _complete_marks(candidates, types)
    _complete_alone(candidates, types, text)
    return types


def _best(candidate: Candidate, scores: dict[str, float], lexicon: Lexicon) -> str | None:
    """The type that has most weight, where that is enough; None for nothing, and for nationalities ("Franco-Belgian")."""
    if candidate.marked in ("", "plain") and are_nations(candidate.text, lexicon):
        return None
    if not candidate.marked and _FILM_FESTIVAL.search(candidate.key):
        return "Festival"
    best = max(sorted(scores), key=lambda type_: scores[type_], default="")
    return best if best and scores[best] >= _THRESHOLD else None


class _Weighed:
    """What the places of each name in an article tell together.

    :ivar sample: by its key the first candidate of a name, the first that is marked before others
    """

    def __init__(self, candidates: list[Candidate], cues: Cues, lexicon: Lexicon) -> None:
        self.cues, self.lexicon = cues, lexicon
        self.sample: dict[str, Candidate] = {}
        self._total: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._plain: dict[str, int] = defaultdict(int)
        sources = _sources(candidates)
        for candidate in (c for c in candidates if c.key):
            if candidate.key in sources and candidate.votes.get("Work"):
                candidate.given = "Work"
            else:
                self._add(candidate)
        self._sets_off = _sets_titles_off(candidates)
        self._alone = {c.key for c in candidates if not c.marked and len(c.key.split()) == 1}

    def _add(self, candidate: Candidate) -> None:
        """Take in one place of a name: its votes, and whether it is set off."""
        key, total = candidate.key, self._total[candidate.key]
        for type_, weight in candidate.votes.items():
            total[type_] += weight
        if candidate.marked:
            total["Film"] += _MARKS[candidate.marked]
        elif not candidate.initial and not candidate.heading:
            if candidate.text[:4] != "The " or candidate.text.isupper():
                self._plain[key] += 1
            else:
                total["Film"] = max(total["Film"], total["Film"] + 0.4 if self._plain[key] < 2 else 0.0)
        if key not in self.sample or (candidate.marked and not self.sample[key].marked):
            self.sample[key] = candidate

    def scores(self, candidate: Candidate) -> dict[str, float]:
        """The weight of each type for a name, of all its places and its shape."""
        scores = defaultdict(float, self._total[candidate.key])
        marked = bool(candidate.marked)
        person = not marked and is_like_a_person(candidate, self.cues, self.lexicon)
        if marked and self._plain[candidate.key] and " " in candidate.text and is_title_case(candidate.text):
            scores["Film"] += 0.5
        if person and candidate.key.split()[-1] in self._alone:
            scores["Person"] += 1.0
        if self._sets_off and not marked and not candidate.subject_of_film:
            scores["Film"] *= 0.4
            scores["Person"] += 0.9 if person else 0.0
        looks = shape(candidate.text, marked, self.cues, self.lexicon)
        if candidate.subject_of_film:
            # "K.O. Sisters is a drama film": a name's looks say less than what it is said to be.
            looks["Person"] = min(looks.get("Person", 0.0), 0.0)
        for type_, weight in looks.items():
            scores[type_] += weight
        if marked and not SPEAKING.isdisjoint(candidate.text.split()[1:]):
            scores["Person"] -= _SPOKEN
        if scores["Place"] > _PLACE_TOLD and not marked:
            scores["Place"] += 1.0
        return scores


def _sources(candidates: list[Candidate]) -> set[str]:
    """The names that are a film's in some places, and in others those of the book or play that it is made from."""
    works = {c.key for c in candidates if c.votes.get("Work")}
    films: dict[str, float] = defaultdict(float)
    for candidate in candidates if works else ():
        if candidate.key in works and not candidate.votes.get("Work"):
            films[candidate.key] += candidate.votes.get("Film", 0.0)
    return {key for key, weight in films.items() if weight >= TOLD}


def _sets_titles_off(candidates: list[Candidate]) -> bool:
    """Whether an article sets off its titles (italics, quotation marks, capitals), so that a plain name is rarely one."""
    marked = [
        c
        for c in candidates
        if c.marked and c.marked != "plain" and is_title_case(c.text) and c.votes.get("Film", 0.0) > 0.5
    ]
    italic = [c for c in candidates if c.marked == "italic"]
    return len({c.key for c in marked}) >= 3 or len({c.key for c in italic}) >= 3


def _complete_alone(candidates: list[Candidate], types: dict[str, str], text: str) -> None:
    """Where an article about films names none, the few titles that it sets off are films."""
    if any(type_ in ("Film", "Series", "Work") for type_ in types.values()):
        return
    marked = [c for c in candidates if c.marked in ("italic", "quote") and c.key and c.key not in types]
    found = {c.key for c in marked if is_title_case(c.text) and (" " in c.text or c.marked == "italic")}
    if not 0 < len(found) <= _FEW_TITLES or len(set(map(str.lower, _OF_FILMS.findall(text)))) < _SEVERAL_WORDS:
        return
    if any(votes.get(other, 0.0) > 0 for c in marked if c.key in found for votes in [c.votes] for other in _NO_FILMS):
        return
    types.update(dict.fromkeys(found, "Film"))


def _complete_marks(candidates: list[Candidate], types: dict[str, str]) -> None:
    """Where an article sets its films off in one way, a title set off in that way is a film."""
    for mark in _MARKS:
        marked = [c for c in candidates if c.marked == mark and c.key]
        films = {c.key for c in marked if types.get(c.key) == "Film"}
        others = {c.key for c in marked if types.get(c.key) in ("Work", "Series", "Other", "Publication")}
        open_keys = {c.key for c in marked if c.key not in types and is_title_case(c.text)}
        alone = not films and not others and (len(open_keys) >= 3 or len(marked) >= 2 + len(open_keys))
        if open_keys and (
            alone or (len(films) >= max(1, len(others)) and len(films) * (3 if others else 7) >= len(open_keys))
        ):
            for candidate in marked:
                if candidate.key in open_keys:
                    types[candidate.key] = "Film"
