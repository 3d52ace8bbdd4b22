"""Who edited an article, in a line below it ("Editor in charge: Ada Doe"), edited no film of which it tells."""

from __future__ import annotations

import re

_FOOT = 500
_STAFF = re.compile(r"^[ \t*_(\[]*(?:(?:responsible|chief|managing|executive|duty) )?(?:editors?(?: in charge)?|proofread(?:er|ing)|translat(?:or|ion)) ?: ?[^\n:]{2,60}$", re.IGNORECASE)
_LABELLED = re.compile(r"^\W*(?:[A-Z][\w'-]*|of)(?: [\w'&-]+){0,3} ?: ?\S")
_PROSE = 60


def without_staff(text: str) -> str:
    """The text with blanks for the line of its own editor that stands alone below its prose, so that every offset stays what it was.

    >>> prose = "Ada Doe speaks of the long winter in which she shot her first film on the coast."
    >>> without_staff(prose + "\\n\\nEditor: Ben Roe")[len(prose):].strip()
    ''
    >>> without_staff(prose + "\\n\\nDirector: Ada Doe\\nEditor: Ben Roe").endswith("Editor: Ben Roe")
    True
    """
    foot = max(0, len(text) - _FOOT)
    if "ditor" not in text[foot:]:
        return text
    lines = [(match.start() + foot, match.end() + foot) for match in re.finditer(r"[^\n]*\S[^\n]*", text[foot:])]
    for index, (start, end) in enumerate(lines[1:], 1):
        around = [text[slice(*line)] for line in (lines[index - 1], *lines[index + 1 : index + 2])]
        if _STAFF.match(text[start:end]) and len(around[0]) >= _PROSE and not any(map(_LABELLED.match, around[1:])):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
