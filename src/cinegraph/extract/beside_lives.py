"""People whom a life names only for what they were to somebody else: whose workshop it was, after whom a studio is called, whom one assisted."""

from __future__ import annotations

import re

from cinegraph.model import BlockKind, Document

_BEFORE = re.compile(
    r"(?:\b(?:workshops?|class(?:es)?|course|studio|pupil|student|disciple|assistant|assistant director) (?:of|to|for|with)|\b(?:studied|trained|learned|apprenticed|assisted|worked)(?: \w+){0,3}? (?:under|with|for|to|by)"
    r"|\b(?:guidance|supervision|mentorship|tutelage|direction|leadership) of|\bunder|\bnamed after|\((?:the )?(?:master|teacher|pedagogue|workshop|class|course|head|artistic director)s?(?: of|:| [-–—])?)"
    r"(?: the)?(?: (?:director|professor|great|famous|legendary|prof\.))?(?: [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}(?: and|,))? $",
    re.IGNORECASE,
)
_AFTER = re.compile(r"'s? (?:[a-z]+ )?(?:workshop|class|course|studio|assistant|student|film [A-Z\"])")
_NEAR = 70
_NAMELESS = re.compile(
    r"(?:(?:was )?born (?:on|in|[a-z]+ \d)|(?:graduated|studied|finished|entered)\b|in \d{4},? s?he |s?he (?:was born|graduated|studied)\b)", re.IGNORECASE
)


def is_named_beside_a_life(text: str, start: int, end: int) -> bool:
    """Whether a name stands where one's teacher, chief or patron does ("the workshop of Ada Doe", "Doe's class").

    :param text: the article's text, normalised
    """
    return _BEFORE.search(text, max(0, start - _NEAR), start) is not None or _AFTER.match(text, end) is not None


def leaves_out_its_person(document: Document, text: str) -> bool:
    """Whether an article begins as a life that does not name whom it tells of ("Born in 1966 in Perm. She studied …")."""
    first = next((s for s in document.sentences if document.blocks[s.block].kind is BlockKind.PARAGRAPH), None)
    return first is not None and _NAMELESS.match(text, first.start, first.end) is not None
