"""Regular expressions written another way: they match what they matched, and fail sooner where they do not.

Python tries the lookbehinds that an expression begins with at every character of a text.
"""

from __future__ import annotations

import re

_LOOKBEHINDS = re.compile(
    r"(?:\(\?<[!=](?:[^()\[\]\\]|\[[^\]\\]+\])+\))+(?:\(\?P<\w+>(?P<named>\[[^\]\\]+\])\)|(?P<bare>\[[^\]\\]+\]))(?![?*{])"
)


def quicker(source: str) -> str:
    """An expression of the same meaning that looks at a sign before it looks at what stands before that.

    >>> quicker("(?<!not )(?<!never )(?P<s>[AB]) won")
    '(?=[AB])(?<!not )(?<!never )(?P<s>[AB]) won'
    """
    leading = _LOOKBEHINDS.match(source)
    return f"(?={leading['named'] or leading['bare']}){source}" if leading else source
