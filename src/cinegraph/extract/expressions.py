"""Regular expressions written another way: they match what they matched, and fail sooner where they do not.

Python tries the lookbehinds that an expression begins with at every character of a text; one that begins with a sign it tries only where that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cinegraph.extract.sieve import strings_of

_LOOKBEHIND = r"\(\?<[!=](?:[^()\[\]\\]|\[[^\]\\]+\])+\)"
_LOOKBEHINDS = re.compile(
    rf"(?P<before>(?:{_LOOKBEHIND})+)(?P<sign>\(\?P<\w+>(?P<named>\[[^\]\\]+\])\)|(?P<bare>\[[^\]\\]+\]))(?![?*{{+])"
)
_EACH = re.compile(r"(\(\?<[!=])((?:[^()\[\]\\]|\[[^\]\\]+\])+)\)")


def quicker(source: str) -> str:
    """An expression of the same meaning that looks at a sign before it looks at what stands before that.

    >>> quicker("(?<!not )(?<!to|by)(?P<s>[AB]) won")
    '(?P<s>[AB])(?<!not [AB])(?<!(?:to|by)[AB]) won'
    """
    leading = _LOOKBEHINDS.match(source)
    if leading is None:
        return source
    sign = leading["named"] or leading["bare"]
    before = _EACH.sub(
        lambda m: f"{m[1]}(?:{m[2]}){sign})" if "|" in m[2] else f"{m[1]}{m[2]}{sign})", leading["before"]
    )
    return leading["sign"] + before + source[leading.end() :]


def gathered(forms: Iterable[str]) -> str:
    """Alternatives of the same meaning, gathered by the sign that they begin with: what stands at a place is looked at once.

    :param forms: expressions in lower case, in the order in which they are tried

    >>> gathered(["(?:film )?editors?", "edited by", "films?"])
    '(?=e)(?:(?:film )?editors?|edited by)|(?=f)(?:(?:film )?editors?|films?)'
    """
    beginning: dict[str, list[str]] = {}
    for form in forms:
        for sign in sorted({string[0] for string in strings_of(form)}):
            beginning.setdefault(sign, []).append(form)
    return "|".join(f"(?={re.escape(sign)})(?:{'|'.join(those)})" for sign, those in sorted(beginning.items()))
