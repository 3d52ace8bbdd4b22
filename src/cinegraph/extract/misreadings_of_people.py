"""Matches that say nothing of the person or festival they name: somebody else won it, learned there or founded it."""

from __future__ import annotations

import re
from collections.abc import Callable

from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.patterns import captured

_OBLIQUE = re.compile(
    rf"{char_class('F')}[^.;]*\b(?:with|starring|featuring|by|of|from|opposite|alongside|between|stars)(?: the| an?)?(?: [\w-]+){{0,2}} $"
)
# "Ada Doe, who plays Ben Roe, was named best actress."
_PLAYED = re.compile(
    r"\b(?:plays|played|playing|portrays|portrayed|portraying|voices|embodies|called|named|title role of|role of|part of) (?:the )?(?:[\w-]+ ){0,2}$"
)
_ITS_STAR = re.compile(
    rf"{char_class('FT')}'s (?:[\w-]+ ){{0,2}}?(?:{char_class('R')}|stars?\b|leads?\b|heroine\b|hero\b)"
)
# "The winner of the prize, there is no dull moment in the film": what is said first hangs on nothing.
_DANGLING = re.compile(r", (?:there|it|this|that|he|she|they|you|we)\b")
# "Ada Doe beat Ben Roe and Cora Lind to win": those who were beaten have not won.
_BEATEN = re.compile(
    r"\b(?:beat|beats|beating|edged out|pipped|defeated|defeating|bested|besting|(?:triumphed|prevailed|won out) over|ahead of|over) (?:[^.;]{0,80} )?$"
)
_TO_WIN = re.compile(char_class("P") + r" (?:to|for|and (?:took|takes|won|wins)) ")
_NOMINATED = re.compile(
    r"\b(?:receiv\w+|earn\w+|garner\w+|got|scor\w+|collect\w+|land\w+|pick\w+ up|secur\w+|gain\w+|took|won)\b[^,.;]{0,30} (?:nominations?|nods?)\b"
)
_OTHER_SUBJECT = re.compile(
    rf"\b(?:with|under|from|for|by|alongside|opposite|beside)(?: the| an?| his| her)? (?P<who>{char_class('P')})(?=,? and (?:(?:then|later|also) )?[a-z{char_class('V')[1:-1]}])"
)
_LONGEST = 18
_FROM_AFAR = re.compile(
    r"\b(?:films?|work|works|cinema|pictures|movies|example) of (?:the )?(?:[\w-]+ ){0,2}$|\b(?:everything|whatever|most of what|all)(?: that)? [^.;]{0,60}$|'s (?:[\w-]+ ){0,2}(?:films?|work|cinema) $"
)
_MORE_FROM = re.compile(
    r"\b(?:learned|learnt|learning) (?:more|most|everything|anything|nothing|a lot|a great deal|so much)\b"
)
# "F by Ada Doe, which won": the film did.
_WHICH = re.compile(r",? which\b")
# One is admitted to these, and learns nothing there.
_NO_SCHOOL = re.compile(
    r"\b(?:Society|Guild|Union|Association|Federation|Academy of Motion|Club|Order|Chamber|(?<!Actors )(?<!Actors' )Studios?$|Pictures$|Productions$)\b"
)
# "Along with her teacher, Ada, and Ben": Ben is none.
_ONE_TEACHER = re.compile(r"\b(?:teacher|mentor|professor|tutor|master|maestro|instructor),? (?:[\w-]+ ){0,2}.$")
# "Ada Doe played the teacher, Ben Roe was her husband": in the film, that is.
_IN_A_PART = re.compile(r"\b(?:plays|played|portrays|portrayed)\b")
# Who makes a section of a festival, or opens it with a film, has not founded it.
_OF_A_FESTIVAL_PART = re.compile(
    r"\b(?:section|sidebar|strand|prize|award|competition|edition|branch|programme|program|department|fund|lab|retrospective) (?:of|at|for|within|in) "
)
_OPENED = re.compile(r"\bopen(?:ed|s|ing)?\b[^.;]*" + char_class("E"))
# "A jury that included Ben Roe, awarded the Golden Lion to F" gives it to F.
_GIVING = re.compile(char_class("P") + r",? (?:awarded|handed|presented|gave)\b")
_TO_ANOTHER = re.compile(r" (?:jointly |ex aequo )?to (?:the |a |an |its )?(?:[\w-]+ ){0,2}?\"?" + char_class("PFTXN"))


def _gives_to_another(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _GIVING.match(match.group()) is not None and _TO_ANOTHER.match(match.string, match.end()) is not None


def _which_did(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _WHICH.match(match.string, match.start() + 1) is not None


def _oblique_person(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return (
        _OBLIQUE.search(match.string, 0, match.start()) is not None
        or _PLAYED.search(match.string[: match.start()]) is not None
    )


def _beaten(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _TO_WIN.match(match.group()) is not None and _BEATEN.search(match.string[: match.start()]) is not None


def _its_star(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _ITS_STAR.match(match.group()) is not None


def _dangling(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _DANGLING.search(match.group()) is not None


def _nominations_won(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _NOMINATED.search(match.group()) is not None


def _other_person(match: re.Match[str], abstract: AbstractSentence) -> bool:
    other = _OTHER_SUBJECT.search(match.string, max(0, match.start() - _LONGEST), match.end())
    return other is not None and other.start("who") == match.start()


def _from_afar(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return (
        _FROM_AFAR.search(match.string[: match.start()]) is not None or _MORE_FROM.search(match.group()) is not None
    )


def _own_teacher(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "Ada and Ben were among her students": hers is neither's.
    return bool(match["o"]) and set(abstract.nodes[match["o"]].ids) <= set(abstract.nodes[match["s"]].ids)


def _one_of_several(match: re.Match[str], abstract: AbstractSentence) -> bool:
    char = captured(match, "o")
    return char is not None and len(abstract.nodes[char].parts()) > 1 and _ONE_TEACHER.search(match.group()) is not None


def _by_it(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "It marked her life": more often an event than a film.
    film = captured(match, "f")
    return film is not None and abstract.nodes[film].kind == "pronoun"


def _no_trade(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "Ada's cinematographer Ben" has lost the trade, which is known of Ben; "Ada's Ben" is anybody.
    return any(
        not isinstance(trade := part.attributes.get("trade"), Node) or not trade.attributes.get("relation")
        for part in abstract.nodes[match["o"]].parts()
    )


def _of_the_crew(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "The cinematographer Ada Doe is on board": she shoots it, and plays no part.
    return any(
        isinstance(trade := part.attributes.get("trade"), Node)
        and trade.attributes.get("relation") not in (None, "", "cast_member")
        for part in abstract.nodes[match["o"]].parts()
    )


def _no_group(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "The Roe brothers comedy F" is theirs; "the Ada Doe comedy F" may be that of its star.
    return not abstract.nodes[match["o"]].text.lower().endswith(("brothers", "sisters", "siblings"))


def _no_school(match: re.Match[str], abstract: AbstractSentence) -> bool:
    named = "o" in match.re.groupindex and match["o"]
    return bool(named) and _NO_SCHOOL.search(abstract.nodes[captured(match, "o") or ""].text) is not None


def _in_a_part(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return any(_IN_A_PART.search(said) for said in (match.string[: match.end()], abstract.whole))


def _part_of_a_festival(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _OF_A_FESTIVAL_PART.search(match.group()) is not None or _OPENED.search(match.group()) is not None


def _left_it(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """ "She went to a school and left it", "she walked away from all of it": what is left is no film, where the sentence names none."""
    left = captured(match, "o")
    if left is None or abstract.nodes[left].text.lower() != "it":
        return False
    ids = set(abstract.nodes[left].ids)
    return not any(n.letter == "F" and n.kind == "name" and not ids.isdisjoint(n.ids) for n in abstract.nodes.values())


OF_PEOPLE: dict[str, Callable[[re.Match[str], AbstractSentence], bool]] = {
    "by-it": _by_it,
    "dangling": _dangling,
    "from-afar": _from_afar,
    "gives-to-another": _gives_to_another,
    "in-a-part": _in_a_part,
    "its-star": _its_star,
    "no-group": _no_group,
    "no-school": _no_school,
    "no-trade": _no_trade,
    "nominations-won": _nominations_won,
    "beaten": _beaten,
    "oblique-person": _oblique_person,
    "of-the-crew": _of_the_crew,
    "one-of-several": _one_of_several,
    "other-person": _other_person,
    "own-teacher": _own_teacher,
    "part-of-a-festival": _part_of_a_festival,
    "which-did": _which_did,
    "left-it": _left_it,
}
"""The misreadings of people, their prizes and their schools, by the names that pattern rows give them."""
