"""What a line of a winners' list says behind its label, or under the name of an award: who or what won, one or several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from cinegraph.extract.award_labels import SECTION, full_name, is_bare
from cinegraph.extract.awards import honours
from cinegraph.extract.ballot_signs import TOLD, Signed, without_signs
from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.layout_words import AWARD_WORD, like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.prize_forms import may_be_a_prize
from cinegraph.extract.row_facts import cased
from cinegraph.extract.winners import CREW, Honour, Winner, winner_in
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block

_OF_A_FILM = re.compile(r"\b(?:films?|picture|feature|documentary|shorts?|debut|series)\b", re.IGNORECASE)
_OF_CREW = re.compile(r"\b(?:design|costumes?|make-?up|hair\w*|effects|sound|songs?|art direction|set decoration|excellence|achievement)\b", re.IGNORECASE)
# A cast has such a prize; a film alone, that none of its players is named for.
_OF_ENSEMBLE = re.compile(r"\bensemble\b|\bhonorary\b|\blifetime\b", re.IGNORECASE)
_NAMES_SEVERAL = re.compile(r", | and | & | [–—|-] |\(")
_UNITS = re.compile(
    r"\s*;\s*(?![^()]*\))|\s+ex[ -]aequo:?\s+|(?<=\))\s+(?:/|&|and)\s+(?=\S.*\)\W*$)"
    # "Ada Doe, NIGHT BUS & Ben Roe, THE GLASS GARDEN"
    r"|(?<=[A-Z0-9!?.'])\s+(?:/|&|and)\s+(?=[A-Z][\w'’-]*[a-zà-ÿ][^,;()]{1,40}, [A-Z0-9][A-Z0-9 .,:!?'’&-]{2,60}(?:$|[;(&/]))"
)
_SHARED = r"\((?:tied?|ex[ -]aequo|shared|joint winners?)\)"
_TIE = re.compile(rf"\s*{_SHARED}\W*$", re.IGNORECASE)
_SHARED_LABEL = re.compile(rf"\s*(?:{_SHARED}|\bex[ -]aequo)$", re.IGNORECASE)
# "(review)", "(read our review here)" behind a title
_REVIEW = re.compile(r"\s*\( ?(?:(?:read|see|our|my|the) ){0,3}(?:review|interview|trailer)s?(?: here)? ?\)\W*$", re.IGNORECASE)
# "Ada Doe's Sundance winner" names no prize.
_OF_WINNERS = re.compile(r"\b(?:winners?|nomin\w+)\b|'s [A-Z]")
# "Golden Heron (5,000 euros)"
_MONEY = re.compile(r"\s*[(\[][^()\[\]]*\d[^()\[\]]*[)\]]$")
# "Special Jury Award: Acting: Ada Doe for Night Bus", "Audience Award: World Cinema – “Night Bus”"
_SECOND_LABEL = re.compile(r"(?P<second>[^\W\d_][\w./'’& -]{1,40}?)(?:: | [–—-] )\s*(?P<rest>(?:\"|\S).*)")
# "Night Bus, Written by Ada Doe; Hill Films": behind the writers stand companies and sources.
_WRITTEN = re.compile(r", (?:written|screenplay|script|telescript) by ", re.IGNORECASE)
_OF_A_GROUP = re.compile(r"[Tt]he (?:\w+ ){0,2}(?:cast|ensemble|team|crew|filmmakers) (?:of|behind|for) ")
# Who stands in parentheses behind a film with such a prize may have produced it.
_OF_PRODUCERS = re.compile(r"\bpictures?\b|produc|pitch|project|develop|industry|market", re.IGNORECASE)
_MAKER_INSIDE = re.compile(r"(?:[^()\n:]{3,80}: )?(?P<title>[^()\n:]{2,80}) \((?P<name>[^()\d,\n]{5,60})\)")
WINNER_LINE = re.compile(r"[\W_]*(?:the )?winners?(?: is| are)?[*_]*: ?\S", re.IGNORECASE)
"""A line that begins with "Winner:"."""


class PrizeLine(NamedTuple):
    """A line of a winners' or nominees' list.

    :ivar label: where the award's name stands in the line; None where it stands in a line above
    :ivar marked: whether the line itself says that it names the winner ("Night Bus – WINNER")
    :ivar award: where the award's name stands that the list tells to be one, and the name in full
    :ivar above: where the line begins that names its award
    :ivar heads: whether it names an award, over those who won it
    :ivar more: what the lines under it say of its film
    :ivar sign: what sign stands beside it that may mark a winner
    :ivar ranked: whether its rank among the votes stands before it
    :ivar nominee: whether the list shows that it was only nominated
    :ivar beside: those in the same line who were only nominated
    """

    start: int
    end: int
    winners: tuple[Winner, ...]
    label: Span | None = None
    marked: bool = False
    award: tuple[int, int, str] | None = None
    above: int | None = None
    heads: bool = False
    more: Credits | None = None
    sign: str = ""
    ranked: bool = False
    nominee: bool = False
    beside: tuple[Winner, ...] = ()

    @property
    def names(self) -> Iterator[tuple[Span, str]]:
        """The names that it holds, each with its type."""
        for winner in (*self.winners, *self.beside):
            for span in winner.films:
                yield span, "Film"
            for span in (*winner.people, *winner.directors, *winner.producers):
                yield span, "Person"
        if self.more is not None:
            yield from self.more.names


def prize_line(
    text: str,
    block: Block,
    value: Span,
    label: str,
    label_start: int | None,
    lexicon: Lexicon,
    *,
    directed: bool = False,
    inner: bool = False,
    titles: Collection[str] = (),
) -> PrizeLine:
    """Read a line of a winners' list.

    :param value: where those stand who won
    :param label: the name of the award
    :param label_start: where it stands in the line; None where it stands in a line above
    :param directed: whether the next line says who directed the film of this one
    :param inner: whether several lines have somebody in parentheses behind a film
    :param titles: titles that lines above have shown to be films
    """
    end = value[1]
    start, last, sign, ranked = without_signs(text, *value) if _UNITS.search(text, *value) is None else Signed(*value)
    written = _WRITTEN.search(text, start, last)
    last = text.find(";", written.end(), last) if written and text.find(";", written.end(), last) > 0 else last
    for aside in (_REVIEW, _TIE):
        found = aside.search(text, start, last)
        last = found.start() if found else last
    second = _second_label(text[start:last], lexicon) if label_start is not None else None
    craft = honours(label)
    if second is not None:
        craft = craft or honours(second["second"])
        start += second.start("rest")
    craft = craft or (CREW if _OF_CREW.search(label) else "")
    if _OF_ENSEMBLE.search(label) and not _NAMES_SEVERAL.search(text, start, last):
        craft = CREW
    honour = Honour(craft, of_a_film(label), inner and not _names_producers(label), directed, titles)
    winners = tuple(_units(text, block, start, last, honour, lexicon))
    marked = sign == TOLD or WINNER_LINE.match(text, block.start, end) is not None
    award, named = None, None
    if label_start is not None:
        name = _SHARED_LABEL.sub("", _MONEY.sub("", label.strip("*_ ")))
        if not AWARD_WORD.search(name) or (may_be_a_prize(name) and not _OF_WINNERS.search(name)):
            award = (label_start, label_start + len(name), in_full(name))
        named = (label_start, label_start + len(label))
    return PrizeLine(block.start, end, winners, named, marked, award, sign=sign, ranked=ranked)


def of_a_film(label: str) -> bool:
    """Whether a word of an award's name says that a film has it.

    >>> of_a_film("Best First Feature"), of_a_film("Best Director")
    (True, False)
    """
    return _OF_A_FILM.search(label) is not None


def _units(text: str, block: Block, start: int, end: int, honour: Honour, lexicon: Lexicon) -> Iterator[Winner]:
    """The winners of a line, which signs part that share a prize."""
    position, value = start, text[start:end]
    for match in [*_UNITS.finditer(value), None]:
        stop = start + match.start() if match else end
        begin, last, sign, _ = without_signs(text, position, stop)
        said = text[begin:last].replace("\n", " ")
        unit = winner_in(Line(begin, last, said, False, block.kind), honour, lexicon) if said.strip() else None
        if unit is not None:
            yield unit._replace(sign=sign)
        position = start + match.end() if match else stop


def _second_label(value: str, lexicon: Lexicon) -> re.Match[str] | None:
    """What stands behind an award's name and before its winner, and says what of the award this is; None where it is a title's first half."""
    found = _SECOND_LABEL.match(value) if ": " in value or " – " in value or " - " in value else None
    if found is None:
        return None
    if SECTION.fullmatch(found["second"]):
        return found
    if ":" not in value[found.end("second") : found.start("rest")]:
        return None
    rest = found["rest"]
    person = rest.partition(" for ")[0] if " for " in rest else ""
    told = bool(person) and like_a_person(cased(person), lexicon) > 0
    return found if told or rest[0] == '"' or _OF_A_GROUP.match(rest) else None


def _names_producers(label: str) -> bool:
    """Whether a film's prize is one that its producers have, as academies' are ("Best Film", "Best Picture")."""
    return is_bare(label.strip("*_: ")) or _OF_PRODUCERS.search(label) is not None


def have_makers_inside(lines: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether several lines are a film with somebody in parentheses behind it."""
    inside = (match for said in lines if (match := _MAKER_INSIDE.fullmatch(said)) is not None)
    found = (m for m in inside if like_a_person(m["name"], lexicon) > 1 and like_a_person(cased(m["title"]), lexicon) == 0)
    return next(found, None) is not None and next(found, None) is not None


def in_full(name: str) -> str:
    """The name of a prize that a list gives: as it stands, or with what a list leaves out ("Leading actor")."""
    return cased(name) if AWARD_WORD.search(name) or not is_bare(name) else full_name(name)
