"""Which of many stretches of a text overlap another one, without a look at them all: a long article has thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Overlaps(Generic[Item]):
    """Stretches of a text, each with what stands for it, ready to be asked."""

    def __init__(self, stretches: Iterable[tuple[int, int, Item]]) -> None:
        self._all = sorted(stretches, key=lambda each: each[0])
        self._starts = [start for start, _, _ in self._all]
        self._reach = list(accumulate((end for _, end, _ in self._all), max))

    def of(self, start: int, end: int) -> list[Item]:
        """What stands for those that share a character with ``[start, end)``, the last one first.

        >>> Overlaps([(0, 4, "a"), (2, 9, "b"), (9, 12, "c")]).of(3, 9)
        ['b', 'a']
        """
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            if self._all[index][1] > start:
                found.append(self._all[index][2])
            index -= 1
        return found
