"""What the frame of a sentence says of all that stands in it: "rumours that … were denied", "allegedly, …"."""

from __future__ import annotations

import re

from cinegraph.extract.sought import Sought
from cinegraph.model import Modality

_HEDGES_ALL = Sought(
    r"^[\"'(]*(?:and |but )?(?:(?:allegedly|reportedly|supposedly|apparently|purportedly|presumably|possibly|perhaps|maybe|probably), "
    r"|(?:according to|if one believes) (?:(?:some|several|the|unconfirmed) ){0,2}(?:[a-z-]+ )?(?:rumou?rs|gossip|insiders|sources|speculation|tabloids)\b[^,]{0,40}, "
    r"|(?:rumou?r|legend|gossip|word) has it that |there (?:is|are) (?:[a-z-]+ ){0,2}(?:rumou?rs|speculation|talk) that "
    r"|it is (?:widely |still |not )?(?:rumou?red|said|alleged|unclear|clear|certain|uncertain|open) (?:that|whether|if) "
    r"|(?:[a-z-]+ ){0,2}(?:sources|insiders|gossips|tabloids) (?:say|claim|suggest|hint|believe) that )"
)
_SURELY = re.compile(r"^[\"'(]*(?:and |but )?it is (?:widely )?(?:clear|certain) that ")
_OTHER_CLAUSE = re.compile(r"; | but |, (?:who|which|whose|although|though|while|whereas) ")
_HEARSAY = (
    r"(?:rumou?rs?|reports?|claims?|suggestions?|speculations?|allegations?|gossip|stories|talk|the story|the claim)"
)
_TOLD = Sought(
    rf"^[\"'(]*(?:and |but |however, )?(?:(?:the|all|earlier|recent|press|online|media|persistent|widespread|initial|some) ){{0,3}}{_HEARSAY} (?:that|according to which) "
)
_UNTRUE = re.compile(
    r" (?:has|have|had|was|were|is|are|proved|proves|turned out)(?: (?:since|later|all|also|simply|swiftly|quickly|flatly|promptly|entirely|to be|been|being)){0,3}"
    r" (?:denied|dismissed|untrue|not true|false|unfounded|groundless|baseless|wrong|incorrect|rejected|refuted|rebutted|scotched|quashed|nonsense|invented|without foundation)\b"
)
_NO_TRUTH = Sought(
    rf"^[\"'(]*(?:and |but )?(?:there (?:is|was) no truth (?:in|to) (?:the )?{_HEARSAY} that |it (?:is|was) (?:not true|untrue|false|a myth) that |contrary to (?:[a-z-]+ ){{0,2}}{_HEARSAY}, )"
)
_DENIED = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es|ed|ing)|rebut(?:s|ted)?|scotch(?:es|ed)?|quash(?:es|ed)?) (?:(?:the|all|any|earlier|recent|press|persistent|as [a-z]+) ){{0,2}}{_HEARSAY} (?:that|of|about) [^.;]{{0,150}}$"
)


def framed(sentence: str, before: str) -> tuple[Modality, str] | None:
    """The modality that the frame of a sentence gives to what stands in it, and the words that show it; None without.

    :param sentence: the whole sentence, in small letters
    :param before: what of it stands before the words in question

    >>> framed("allegedly, she won it", ""), framed("it is clear that she won it", "")
    ((<Modality.HEDGED: 'hedged'>, 'allegedly,'), None)
    >>> framed("rumours that she will direct it have been denied", "rumours that ")
    (<Modality.NEGATED: 'negated'>, 'have been denied')
    >>> framed("she denied reports that he directed it", "she denied reports that ")
    (<Modality.NEGATED: 'negated'>, 'denied reports that')
    """
    return _denied(sentence, before) or _hedged(sentence)


def _denied(sentence: str, before: str) -> tuple[Modality, str] | None:
    match = _NO_TRUTH.match(sentence)
    if match is None and " " in before and (match := _DENIED.search(before)) is not None:
        return Modality.NEGATED, " ".join(match.group().split()[:3])
    if match is None and (told := _TOLD.match(sentence)) is not None:
        match = _UNTRUE.search(sentence, told.end())
    return (Modality.NEGATED, match.group().strip(" \"'(")) if match is not None else None


def _hedged(sentence: str) -> tuple[Modality, str] | None:
    match = _HEDGES_ALL.match(sentence) or _TOLD.match(sentence)
    if match is None or _SURELY.match(sentence) or _OTHER_CLAUSE.search(sentence, match.end()):
        return None
    return Modality.HEDGED, match.group().strip()
