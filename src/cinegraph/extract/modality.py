"""How a sentence says something: asserted, hedged, planned, negated, former; and the words that show it."""

from __future__ import annotations

import re

from cinegraph.model import Modality

_CUES: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    (Modality.NEGATED, re.compile(r"\b(?:not|never|n't|without|denie[sd]|denying|failed to|neither|nor|no longer|refus\w+ to|declin\w+ to|turned down|lost|missed out on|rather than|instead of|cannot|wasn't|didn't|isn't|hasn't|left out|snubbed)\b")),
    (Modality.PLANNED, re.compile(r"\b(?:will|shall|plans?|planned|planning|is set to|are set to|supposed to|intends?|intended|hopes? to|wants? to|wanted to|dreams? of|upcoming|forthcoming|next film|in development|in pre-production|is preparing|about to|going to|would be shot|is due|slated|moving toward|working on|currently (?:filming|shooting|working|preparing)|is (?:filming|shooting|developing)|would (?:direct|shoot|film|make|be (?:shot|filmed|directed|made))|would like|to be (?:directed|shot|filmed|released))\b")),
    (Modality.HEDGED, re.compile(r"\b(?:reportedly|allegedly|rumou?r\w*|according to (?:some|unconfirmed|rumou?rs|reports)|supposedly|is said to|are said to|was said to|may|might|could|possibly|perhaps|probably|maybe|likely|unconfirmed|believed to|thought to|it seems|seems to|apparently|considered for|in talks|speculat\w+|tipped)\b")),
    (Modality.FORMER, re.compile(r"\b(?:former|formerly|used to|previously (?:lived|worked|taught)|once (?:lived|worked|taught)|until \d{4}|at the time)\b")),
)  # fmt: skip
_HARMLESS = re.compile(r"\b(?:(?:apparently|probably|perhaps) (?:the (?:first|last|only)|because)|not only|not just|no doubt|whether or not|not to mention|not least|not the first|not far|could not (?:wait|help)|may \d|in may|may (?:1|2)\d{3})\b")


def modality_of(region: str) -> tuple[Modality, str | None]:
    """The modality of a clause (lower-cased) and the cue that shows it.

    >>> modality_of("he never directed")
    (<Modality.NEGATED: 'negated'>, 'never')
    """
    region = _HARMLESS.sub(" ", region)
    for modality, pattern in _CUES:
        match = pattern.search(region)
        if match:
            return modality, match.group()
    return Modality.ASSERTED, None
