"""Nouns that say beforehand what is named between quotation marks: 'the festival "Amber Fish"', 'the studio "Luna"', 'the prize "Crystal Oar"'.

Translations and papers of many countries name whatever has a name so; only some of it is films.
"""

from __future__ import annotations

import re

_NOUNS = {
    "Festival": r"(?:film |movie |kino-?)?(?:festivals?|film-?forum|kino-?forum|cinema forum)(?: of (?!films? )(?:[a-z-]+ ){0,2}[a-z-]+)?",
    "Organization": r"(?:(?:film|tv|television|cinema|movie|art|music|dance|theat(?:re|er)|drama|production|publishing|state|national) ?-?)?(?:universit(?:y|ies)|institutes?|academ(?:y|ies)|schools?|college|conservator(?:y|ium)|studios?|channels?|broadcasters?|compan(?:y|ies)|firms?|agenc(?:y|ies)|associations?|societ(?:y|ies)|unions?|guilds?|cent(?:re|er)s?|theat(?:re|er)s?|troupes?|ensembles?|publishers?|house|tv|television|network|(?:streaming |video |online )?platforms?|streaming service|streamer|online cinema|film ?studios?|telestudio|tele-?channel|distributor)",
    "Work": r"(?:memoirs?|autobiography|(?:books?|volumes?|collections?) of (?:[a-z]+ ){0,2}?(?:memoirs?|memories|poems|poetry|verse|essays|(?:short )?stories|(?:fairy )?tales|articles|interviews|letters|drawings|photographs|recollections))",
    "Publication": r"(?:newspapers?|magazines?|journals?|almanac|periodical|weekly)",
    "Other": r"(?:(?:film|state|national|special|main|audience|jury|professional|literary|theat(?:re|er)) )?(?:prizes?|awards?|premium|medals?|orders?|diplomas?|titles? of|contests?|competitions?|programmes?|programs?|sections?|nominations?|sidebars?|hotels?|restaurants?|caf[eé]s?|clubs?|cinemas?|cinema halls?|halls?|galler(?:y|ies)|football team|team|bands?|groups?|ships?|airport|metro|station|factor(?:y|ies)|plant|brand|part(?:y|ies)|website|site|portal|blog|podcast|radio|exhibitions?|retrospectives?|slogan|motto|distinction)",
}
_TOLD = {type_: re.compile(rf"(?<![\w'-])(?:{noun})(?: of the same name)? \"$") for type_, noun in _NOUNS.items()}
_ENDS = re.compile(r"[a-z]\"?$")
# 'At the festival "Night Bus" won a prize': what does something there is no festival.
_DOES = re.compile(
    r" (?:(?:also|then|first|finally|has|had|have) )*(?:won|wins|was (?!held|founded|opened|established|created|organi[sz]ed)|is|were|received|receives|took|takes|gets|got|premiered|premieres|screened|screens|competed|competes|had|has|opened|closed|played|plays|tells|by)\b"
)
# "At the Oslo film festival «Night Bus» …": it has its name already.
_HAS_A_NAME = re.compile(r"\b(?!(?:The|At|In|This|That|International|National|Student|Youth|All-\w+) )[A-Z][\w'-]+ $")
_DOERS = frozenset({"Festival", "Other", "Organization"})


def told_kind(text: str, near: int, start: int, end: int) -> str | None:
    """The type that the noun before a name between quotation marks says; None where no noun does, or where the name may be a film's that does something there.

    :param text: the article's text, normalised; a noun with a capital is part of another name ("the Oslo Film Festival")
    :param near: where the words begin that may be looked at
    :param start: where the name with its marks begins
    :param end: where it ends

    >>> said = 'She studied at the studio "Luna" and won.'
    >>> told_kind(said, 0, 26, 32)
    'Organization'
    """
    if text[start : start + 1] != '"' or _ENDS.search(text, start - 2, start - 1) is None:
        return None
    before = text[max(near, start - 50) : start + 1]
    for type_, noun in _TOLD.items():
        said = noun.search(before)
        if said is not None:
            named = type_ == "Festival" and _HAS_A_NAME.search(before, 0, said.start())
            return None if named or (type_ in _DOERS and _DOES.match(text, end)) else type_
    return None
