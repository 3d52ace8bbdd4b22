"""What is found in the words of a text is learnt: most of them have been met before, and to look them up is quicker than to read them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Found = TypeVar("_Found")
_MOST, _LONGEST = 1 << 16, 40


class Learnt(dict[str, _Found]):
    """What a function finds in each of the runs of characters between blanks, called only for those that are new.

    What is longer than any word is not kept, so that no article fills the memory.

    >>> lengths = Learnt(len)
    >>> [lengths[run] for run in "to be or not to be".split()], sorted(lengths)
    ([2, 2, 2, 3, 2, 2], ['be', 'not', 'or', 'to'])
    """

    def __init__(self, find: Callable[[str], _Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, run: str) -> _Found:
        found = self._find(run)
        if len(run) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[run] = found
        return found
