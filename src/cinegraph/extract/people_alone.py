"""A sentence that says of people what it says without who they are: "Ada Doe of Riga and her brother, Oscar winner Ben Roe," are Ada Doe and Ben Roe.

What describes somebody and hangs on another name has patterns of its own, which read the sentence as it is.
"""

from __future__ import annotations

import re

from cinegraph.extract.descriptions import OWNERS, description_before
from cinegraph.extract.nodes import AbstractSentence, char_class, coordinated
from cinegraph.extract.verbs import any_of
from cinegraph.extract.word_lists import words

_MOST, _OWNERS_LENGTH = 2, 40
_PERSON = char_class("P")
_PEOPLE = re.compile(_PERSON)
_OWNER = re.compile(
    rf"(?:(?<![\w'-])(?:the |an? )?(?:[\w-]+-time )?(?:{any_of(OWNERS)}|{char_class('PAOELFTSXUWCNY')}(?:'s?)?)(?:(?: and |, | ){char_class('AELFTY')})? )$"
)
_HOME = re.compile(rf"(?<={_PERSON}) (?:of|from) (?:the )?{char_class('L')}(?:, {char_class('L')})?(?! to\b)")
_TEAM = re.compile(
    rf"(?<={_PERSON}) (?:and|with) (?:{any_of(OWNERS)}|{_PERSON}'s) (?:[a-z-]+ )?{any_of(words('teams_of_people'))}(?![\w-]|,? {_PERSON}|'s)"
)
_WITH = r"(?:together|along|jointly|in tandem|in collaboration|side by side) with"
_COMPANY = re.compile(
    rf"(?<={_PERSON}), {_WITH} (?:(?:{any_of(OWNERS)}|{_PERSON}'s|an?|the|some) )?(?:[a-z-]+ ){{0,2}}{any_of(words('teams_of_people'))},"
)
_LIST = re.compile(
    rf"{_PERSON}(?:, {_PERSON})*(?:,? (?:and|&)| {_WITH}) {_PERSON}(?!'s)|{_PERSON}, {_WITH} {_PERSON},(?! {_PERSON}| and {_PERSON})"
)


def people_alone(sentence: AbstractSentence) -> AbstractSentence | None:
    """The sentence without what describes people and hangs on other names; None where nothing does.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Ada and her brother Ben won."
    >>> alone = people_alone(AbstractSentence(text, 0, len(text), [Node("P", 0, 3, "Ada"), Node("P", 20, 23, "Ben")]))
    >>> alone.readable() if alone else None
    '<P:Ada and Ben> won.'
    """
    string = sentence.string
    for place in reversed(list(_PEOPLE.finditer(string))):
        # Who owned what has been left out is gone with it.
        stands = string.startswith(place.group(), place.start())
        if stands and sentence.nodes[place.group()].kind == "name":
            string = _without_descriptions(string, place.start(), sentence)
    if " of " in string or " from " in string:
        string = _HOME.sub("", string)
    if "and " in string or "with " in string:
        string = _TEAM.sub("", string)
    if " with " in string:
        string = _COMPANY.sub("", string)
    if string == sentence.string and not ("with " in string and _LIST.search(string)):
        return None
    view = sentence.saying(string)

    def joined(match: re.Match[str]) -> str:
        people = [part for char in _PEOPLE.findall(match.group()) for part in view.nodes[char].parts()]
        return view.add(coordinated(people))

    view.string = _LIST.sub(joined, string)
    return view


def _without_descriptions(string: str, place: int, sentence: AbstractSentence) -> str:
    """The string without what describes the person at a place: "her brother, Oscar winner Ben" is described twice."""
    for _ in range(_MOST):
        found = description_before(string, place, sentence.nodes, {})
        if found is None:
            break
        start, end = found.start, place + 1
        owner = _OWNER.search(string, max(0, start - _OWNERS_LENGTH), start)
        start = owner.start() if owner is not None else start
        closes = string.endswith(", ", 0, place) and string.startswith(",", end)
        string = string[:start] + string[place] + string[end + closes :]
        place = start
    return string
