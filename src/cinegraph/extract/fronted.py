"""A place, festival, school, company or day in front of a name: "At Cannes Ada Doe won …", "In France Ben Roe made …" hold two names each."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.cues import Cues
from cinegraph.extract.text import UPPER, fold
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon import fold as lexicon_fold
from cinegraph.lexicon.vocabulary import vocabulary

_WORDS = "at|in|on|for|from|since|after|before|near|until"
_PREPOSITION = re.compile(rf"\b(?:{_WORDS}) (?:the )?$", re.IGNORECASE)
_FIRST = re.compile(rf"(?:{_WORDS.title()}) (?:the )?(?=[{UPPER}])")
_NAME = re.compile(rf" ([{UPPER}][\w'’-]*) [{UPPER}][\w'’-]*")
_SURNAME_NEXT = re.compile(rf" ([{UPPER}][\w'’-]*)(?= [a-z])")
_DAYS = frozenset({*calendar.day_name, *calendar.month_name, "Christmas", "Easter"} - {""})
_LONGEST = 5
# "With Night Bus Ada Doe returns", "In the film Night Bus Ada Doe plays"
_LEAD = re.compile(r"(?:^|[.!?\n] ?\"?)(?:(?:With|After|Since|Before|For)|(?:With|In|After|Since|Before|For) (?:the|his|her|their) (?:\w+ ){0,2}(?:film|movie|drama|comedy|documentary|debut|feature|short)) $")
_LONGEST_LEAD = 44
_DOES = re.compile(r" (?!(?:he|she|they|we|i|it|his|her|the|and|or|of|in|on|at|with|from|for|by|to|as|is|was|were|are)\b)[a-z]+")
_LARGE = 300_000
"""Inhabitants."""


def parted_front(candidate: Candidate, text: str, lexicon: Lexicon, cues: Cues) -> list[Candidate]:
    """The candidate; or, where a known name stands before a person's, that name and the person's; without a day that stands in front.

    :param text: the article's normalised text
    """
    if candidate.marked not in ("", "plain"):
        return [candidate]
    if parts := _title_and_maker(candidate, text, lexicon, cues):
        return parts
    start = candidate.start
    whole = candidate.subject_of_film or candidate.marked
    leading = _FIRST.match(text, start, candidate.end) if whole else None
    if leading is not None:
        start = leading.end()
    elif not _PREPOSITION.search(text, max(0, start - 12), start):
        return [candidate]
    words = list(re.finditer(r"\S+", text[start : candidate.end]))
    if leading is not None and len(words) == 1 and words[0].group() in _DAYS:
        return []
    # "At the Reno Film Festival and at the Oulu Film Festival": what both end in is nobody's name.
    of_things = len(words) > 1 and words[-1].group().lower() in cues.organization_words | cues.festival_words
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        middle, rest = start + words[size - 1].end(), start + words[size].start()
        front = text[start:middle]
        if front in _DAYS and size == 1:
            return [replace(candidate, start=rest, text=text[rest : candidate.end], outer_start=rest, votes={})]
        if not of_things and _is_known(front, lexicon, cues) and not _is_given(front, lexicon) and _is_person(front, text[rest : candidate.end], text, lexicon):
            plain = replace(candidate, marked="", subject_of_film=False, initial=False)
            person = replace(plain, start=rest, text=text[rest : candidate.end], outer_start=rest, votes={})
            known = replace(plain, start=start, end=middle, text=front, outer_start=start, outer_end=middle, votes={})
            return [known, person]
    return [candidate]


def _title_and_maker(candidate: Candidate, text: str, lexicon: Lexicon, cues: Cues) -> list[Candidate]:
    """A title of plain words in front of a sentence and the person who does something ("With Night Bus Ada Doe returns …"); nothing where it is none."""
    words = candidate.text.split(" ")
    if len(words) < 3 or not _DOES.match(text, candidate.end):
        return []
    begin = max(0, candidate.start - _LONGEST_LEAD)
    if _LEAD.search(text, begin, candidate.start) is None:
        return []
    size = len(words) - 2
    if size > 1 and fold(words[size - 1]) in lexicon.first_names and words[size - 1].lower() not in vocabulary():
        size -= 1
    title, name = words[:size], words[size:]
    plain = all(w.lower() in vocabulary() or w in ("A", "The", "&") or w.isdigit() for w in title) and fold(title[0]) not in lexicon.first_names
    if not plain or fold(name[0]) not in lexicon.first_names:
        return []
    if title[0].lower() not in cues.rather_words and _is_known(" ".join(title), lexicon, cues):
        return []
    end, start = candidate.start + len(" ".join(title)), candidate.end - len(" ".join(name))
    film = replace(candidate, end=end, text=text[candidate.start : end], outer_end=end, marked="plain", given="Film", votes={})
    return [film, replace(candidate, start=start, text=text[start : candidate.end], outer_start=start, marked="", subject_of_film=False, initial=False, votes={})]


def is_in_front(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands there, after a preposition, is followed by a person's full name, or by the surname of one whom the text names in full.

    >>> from cinegraph.lexicon import load_lexicon
    >>> is_in_front("At VGIK Anna Petre studied directing.", 3, 7, load_lexicon())
    True
    """
    if _PREPOSITION.search(text, max(0, start - 12), start) is None:
        return False
    following = _NAME.match(text, end)
    if following is not None and fold(following.group(1)) in lexicon.first_names:
        return True
    surname = _SURNAME_NEXT.match(text, end)
    return surname is not None and _is_person(text[start:end], surname.group(1), text, lexicon)


def _is_known(name: str, lexicon: Lexicon, cues: Cues) -> bool:
    if name in _DAYS or name in lexicon.countries or lexicon.place(name) is not None:
        return True
    if " " in name and name.rpartition(" ")[2].lower() in cues.organization_words | cues.festival_words:
        return True
    key = lexicon_fold(name)
    return key in lexicon.contextual_names or key in lexicon.names


def _is_given(front: str, lexicon: Lexicon) -> bool:
    """Whether a known name is rather somebody's first name: that of no large place ("in George Bernard Shaw's", "for Amanda Rose Doe")."""
    if fold(front) not in lexicon.first_names or front in lexicon.countries:
        return False
    place = lexicon.place(front)
    return place is None or (place.kind == "city" and place.population < _LARGE)


def _is_person(front: str, name: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a name is a person's that stands by itself: the words before it are no part of it."""
    first, _, last = name.partition(" ")
    if last:
        return fold(first) in lexicon.first_names or text.count(name) > 1
    if fold(front) in lexicon.first_names:
        return False
    known = re.search(rf"\b(?!{re.escape(front)}\b)([{UPPER}][\w'’-]+) {re.escape(name)}\b", text)
    return known is not None and fold(known.group(1)) in lexicon.first_names
