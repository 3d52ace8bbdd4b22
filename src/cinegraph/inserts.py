"""What a site sets into the middle of a sentence: boxes of links after a film's title ("[+see also: trailer ]").

The layout joins the lines around them, and the extractor reads over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
