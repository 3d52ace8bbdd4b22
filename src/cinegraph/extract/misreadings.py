"""Matches that do not say what their pattern says, told by the words around them and the trades within them."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.patterns import Pattern, captured
from cinegraph.extract.reductions_of_people import OF_A_FESTIVAL

_FILM_CHAR = re.compile(char_class("FT"))
# Who stands after such a word ("F, starring Ada Doe, won …") is not who won.
_OF_A_SUBJECT = ("won.person", "nominated.person", "shortlisted.person")
_OBLIQUE = re.compile(
    rf"{char_class('F')}[^.;]*\b(?:with|starring|featuring|by|of|from|opposite|alongside|between|stars)(?: the| an?)?(?: [\w-]+){{0,2}} $"
)
# "Ada Doe, who plays Ben Roe, was named best actress."
_PLAYED = re.compile(
    r"\b(?:plays|played|playing|portrays|portrayed|portraying|voices|embodies|called|named|title role of|role of|part of) (?:the )?(?:[\w-]+ ){0,2}$"
)
# "The director of F won …" and "since F, she won …" are not about F.
_OF_A_FILM = ("won.film", "nominated.film", "premiere.", "screened.")
_OBLIQUE_FILM = re.compile(
    rf"\b(?:of|unlike|than|on|to|for|about|alongside|(?:since|after|before|until)(?= (?:the )?\"?{char_class('F')}\"?,)) (?:the |\"){{0,2}}(?={char_class('F')})"
)
# Whoever took an actor's prize "(for F)" played in F.
_ACTING_BEFORE = re.compile(r"act(?:or|ress|ing)\b|performance|\bcast\b|ensemble", re.IGNORECASE)
_AWARD_CHAR = re.compile(char_class("A"))
_ITS_STAR = re.compile(
    rf"{char_class('FT')}'s (?:[\w-]+ ){{0,2}}?(?:{char_class('R')}|stars?\b|leads?\b|heroine\b|hero\b)"
)
_NOMINATED = re.compile(
    r"\b(?:receiv\w+|earn\w+|garner\w+|got|scor\w+|collect\w+|land\w+|pick\w+ up|secur\w+|gain\w+|took|won)\b[^,.;]{0,30} (?:nominations?|nods?)\b"
)
# "Inspired by Ada Doe's F": whose book it is, not who filmed it.
_SOURCE = re.compile(
    r"\b(?:inspired by|based on|adapted from|drawn from|adaptation of|reading|novel|memoir) (?:the )?$"
)
_RELATIVE = (", which", ", that", " which", " that")
_LONGEST = 14
# "wrote the music for F" gives no screenplay, "worked as a director on F" no other trade.
_FITTING: dict[str, tuple[str, frozenset[str | None]]] = {
    "credit.active": ("c", frozenset({"screenwriter"})),
    "worked-on.in-a-trade": ("r", frozenset({None, "", "worked_on"})),
}


def misread(pattern: Pattern, match: re.Match[str], abstract: AbstractSentence) -> bool:
    """Whether a match does not say what its pattern says."""
    if pattern.id.startswith(_OF_A_SUBJECT) and (
        _OBLIQUE.search(match.string, 0, match.start()) or _PLAYED.search(match.string[: match.start()])
    ):
        return True
    if pattern.id.startswith(_OF_A_FILM) and _FILM_CHAR.match(match.group()):
        before = _OBLIQUE_FILM.search(match.string, max(0, match.start() - _LONGEST))
        which = match.string.startswith(_RELATIVE, match.start() + 1)
        if before is not None and before.end() == match.start() and not which:
            return True
    if pattern.id.startswith("won.") and _NOMINATED.search(match.group()):
        return True
    if pattern.id == "won.film" and _ITS_STAR.match(match.group()):
        return True
    if pattern.id == "possessive.bare" and _SOURCE.search(match.string, max(0, match.start() - 20), match.start()):
        return True
    if pattern.id == "student.among-students" and match["o"]:
        # "Ada and Ben were among her students": hers is neither's.
        return set(abstract.nodes[match["o"]].ids) <= set(abstract.nodes[match["s"]].ids)
    if pattern.id == "director.person-with-film":
        prizes = _AWARD_CHAR.findall(match.string[: match.start()])
        if prizes and _ACTING_BEFORE.search(abstract.nodes[prizes[-1]].text):
            return True
    if "office" in match.re.groupindex and not OF_A_FESTIVAL.match(abstract.nodes[match["office"]].text.lower()):
        return True
    slot, fitting = _FITTING.get(pattern.id, ("", frozenset()))
    trade = captured(match, slot) if slot else None
    return trade is not None and any(_relation(part) not in fitting for part in abstract.nodes[trade].parts())


def _relation(node: Node) -> str | None:
    found = node.attributes.get("relation")
    return str(found) if found is not None else None
