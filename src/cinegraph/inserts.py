"""What a site sets into a text: boxes of links after a film's title ("[+see also: trailer ]"), marks of notes, gaps.

The layout joins the lines around them, and the extractor reads over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEEDED = (
    r"(?:better |non-primary |additional )?(?:citation|source|clarification|page)s?(?: is| are)? needed"
    r"|unreliable source\?|who\?|when\?|verification needed"
)
# A letter stands right behind a word or sign, as "[a] film" is something else, and so is "want[s]".
NOTE = rf"(?: ?\[(?:\d{{1,3}}|(?:note|nb|n) \d{{1,2}}|{_NEEDED})\]|\[[abc]\])"
"""The mark of a note in a text ("[1]", "[a]", "[citation needed]"), as an expression, with a blank before it."""
_NOTES = re.compile(rf"(?<=[\w.,;:!?)\"'”’*_\]]){NOTE}")
GAP = re.compile(r"(?<=\S)[ \xa0]{2,}(?=\S)")
"""What parts the columns of a table that is set with blanks."""
_SIGN = "[+see also"
_INSERT = re.compile(r"\[\+see also:[^\[\]]{0,400}\]", re.IGNORECASE)


def inserts_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the inserts of a text begin and end.

    >>> text = "Night Bus [+see also:\\ntrailer\\n] by Ada Doe"
    >>> [text[a:b] for a, b in inserts_of(text)]
    ['[+see also:\\ntrailer\\n]']
    """
    if _SIGN in text:
        for match in _INSERT.finditer(text):
            yield match.span()


def without_inserts(text: str) -> str:
    """The text with a blank for each character of an insert, so that every offset stays what it was.

    >>> without_inserts("F [+see also: G] by Ada")
    'F                by Ada'
    """
    for start, end in inserts_of(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def without_notes(text: str) -> str:
    """The text with blanks for the marks of notes, so that every offset stays what it was.

    >>> without_notes("Ada,[1] who won[citation needed] it.[2][3] In [2001] she")
    'Ada,    who won                  it.       In [2001] she'
    """
    return _NOTES.sub(lambda match: " " * len(match.group()), text) if "[" in text else text
