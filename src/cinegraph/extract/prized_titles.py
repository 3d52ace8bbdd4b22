"""Titles that nothing sets off, told by the prize that went to them: "goes to Night Bus by Ada Doe", "to Ada Doe for Night Bus"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.cues import Cues
from cinegraph.extract.layout_words import AWARD_WORD, like_a_person
from cinegraph.extract.text import UPPER
from cinegraph.extract.verbs import PRAISE
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary

_NAME = rf"[{UPPER}][\w.'-]*(?: (?:(?:de|da|do|del|della|di|van|von|der|den|la|le|al|el|bin|ibn|ben) )*[{UPPER}][\w.'-]*){{1,4}}"
_TITLE = rf"(?P<title>[{UPPER}0-9¡¿][^\n\"“”()\[\];:]{{0,70}}?)"
_OTHER_TITLE = r"(?: \([^()\n]{2,50}\)| / [^\n,;()]{2,50}?)?"
_MAKERS = rf",? (?:directed )?by (?P<makers>(?:the )?(?:[a-z]+ (?:director|filmmaker) )?(?P<maker>{_NAME}))"
_GOES = r"(?:goes|went|awards?|awarded|gives?|gave|given|presents?|presented|hands?|handed|mention|commendation|prize|prix|trophy|bear|lion|leopard|first feature|best [a-z -]{3,30})"
_KIND = r"(?:(?:[Tt]he )?(?:[A-Za-z-]+ )?(?:films?|shorts?|documentary|feature|drama|comedy|animation),? )?"
# "The jury awards a Special Mention to Night Bus by Ada Doe": whom a prize is handed by is named with the same word.
_TO_A_FILM = re.compile(rf"\b(?i:{_GOES})(?: [a-z]+)? to {_KIND}{_TITLE}{_OTHER_TITLE}{_MAKERS}")
_BY_HAND = re.compile(r"(?:given|gave|presents?|presented|hands?|handed|awarded) to ", re.IGNORECASE)
_FILM_THAT_WON = re.compile(
    rf"(?:^|(?<=, )|(?<= and )|(?<=: )){_KIND}{_TITLE}{_OTHER_TITLE}{_MAKERS},? (?:has |have |had |was |were |also |jointly |is |then )*"
    r"(?:won|wins|received|receives|awarded|took|takes|picked up|picks up|earned|earns|scooped|bagged|collected|honoured|honored|the winner)\b"
)
_FOR_A_FILM = re.compile(
    rf"\b(?:to|for) (?:the )?(?:[a-z]+ )?(?P<person>{_NAME}) for (?:(?:his|her|their) (?:[\w-]+ ){{0,3}}?(?:as [^.,;]{{2,40}}? )?(?:in|of|on) (?:the )?)?{_KIND}{_TITLE}{_OTHER_TITLE}"
    rf"(?!,? (?:and )?[Tt]he [{UPPER}])(?=[.,;|]|\s*$| \(| and (?:to )?[{UPPER}])"
)
_NO_TITLE = re.compile(
    r"\b(?:for|to|went|goes|award(?:s|ed)?|prize|best|outstanding|lifetime|contribution|achievements?|jury|and to|who|which|won|directed)\b",
    re.IGNORECASE,
)
# "The Danish documentary Night Bus by Ada Doe", "At the Northern Lights Festival Night Bus by Ada Doe": what leads up to a title is none of it.
_LEADING_UP = re.compile(
    rf".*(?:\b(?:films?|shorts?|documentary|feature|drama|comedy|animation|thriller|debut|movie|co-?production|title|picture|epic|essay|romcom|doc|psychodrama|tragicomedy|melodrama|docudrama|satire|fable|biopic|western|musical)|\b(?:Festival|Fest|Awards|Competition|Section|Week|Days))"
    rf" (?:of \w+ )?(?=[{UPPER}0-9¡¿])"
    # "The quiet and visually rich Night Bus by Ada Doe"
    rf"|(?:The|An?|This) (?:(?!(?:of|the|in|and|to|for|on|at|with|from|who|that)\b)[a-z-]{{3,}}(?:,| and| or| but)? ){{1,6}}(?=[{UPPER}0-9¡¿])"
    # "A film I had missed, Night Bus by Ada Doe"
    rf"|I (?:had|have|was|did|would|should|also|never|still|liked|loved|missed|admired|saw)\b[^,\n]{{0,40}}, (?=[{UPPER}0-9¡¿])"
    # "Ada Doe's long-awaited Night Bus"
    rf"|{_NAME}'s (?:{PRAISE} ){{1,3}}(?=[{UPPER}0-9¡¿])"
)
# "Went to Night Bus, a quiet Latvian drama by Ada Doe": what kind of film it is stands behind the title.
_DESCRIBED = re.compile(r", (?:an?|the|his|her|their) (?=[a-z]|[A-Z][a-z-]+ [a-z])")
# "Ada Doe's Salt, lensed by Ben Roe, won": what somebody did for a film stands behind its title, and its maker before.
_DONE_BY = re.compile(r", (?:which (?:is|was) )?(?:(?:[a-z]+ly|also|and|co|co-) ?){0,2}(?:[a-z-]+ed|shot|cut|lit|written|made)\b")
_OWNED = re.compile(rf"{_NAME}'s (?=[{UPPER}0-9¡¿])")


def prized_titles(text: str, begin: int, stop: int, cues: Cues, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where the sentence ``text[begin:stop]`` names a film only as what got a prize, or what somebody got one for."""
    said = text[begin:stop]
    if not (" by " in said or " for " in said) or not AWARD_WORD.search(said):
        return
    found: list[tuple[int, int]] = []
    for expression in (_TO_A_FILM, _FILM_THAT_WON, _FOR_A_FILM):
        for match in expression.finditer(said):
            first, last = match.span("title")
            if leading := _LEADING_UP.match(said, first, last):
                first = leading.end()
            by_hand = expression is _TO_A_FILM and _BY_HAND.match(match.group()) is not None
            if (described := _DESCRIBED.search(said, first, last)) is not None:
                last = described.start()
            if (done := _DONE_BY.search(said, first, last)) is not None:
                last = done.start()
                owned = _OWNED.match(said, first, last)
                first = owned.end() if owned is not None else first
            handed = match["person"] if expression is _FOR_A_FILM else None
            if handed is not None and not like_a_person(handed, lexicon):
                continue
            if not any(first < b and a < last for a, b in found) and _is_title(said[first:last], by_hand, cues, lexicon):
                found.append((first, last))
    yield from ((begin + first, begin + last) for first, last in sorted(found))


def _is_title(name: str, by_hand: bool, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether a name may be a film's, and is no person's, place's, company's or prize's.

    :param by_hand: whether a person may stand there, whom somebody handed the prize
    """
    words = name.split()
    lowered = [word.casefold() for word in words]
    if not words or name[-1] in "'-,." or _NO_TITLE.search(name) or lexicon.lookup(name) or lexicon.place(name) is not None:
        return False
    if lowered[0] in lexicon.occupations or words[0] in lexicon.demonyms or lowered[-1] in cues.organization_words:
        return False
    small = sum(word[0].islower() for word in words)
    if small * 2 > len(words) + 1 or (words[0] in ("The", "A", "An", "This", "His", "Her", "Their", "Its") and small == len(words) - 1):
        # "The new work directed by Ada Doe" has no title.
        return False
    looks = like_a_person(name, lexicon)
    return looks < 2 and (looks == 0 or not by_hand or all(word in vocabulary() for word in lowered))
