"""Puts in order more than memory holds, and finds what is there twice.

Source: D. E. Knuth, The Art of Computer Programming, volume 3, section 5.4 (external sorting): parts are sorted and
laid aside, then merged.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import pairwise
from typing import Any

from cinegraph.resolve.spill import Spill

_MOST = 50_000
_PARTS = 64


class Sorted:
    """Tuples in order, as they were added and once more merged.

    :param most: so many are held in memory at once

    >>> found = Sorted(most=2)
    >>> for number in (3, 1, 2):
    ...     found.add((number,))
    >>> list(found)
    [(1,), (2,), (3,)]
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held: list[tuple[Any, ...]] = []
        self._aside = Spill()
        self._ends = [0]

    def add(self, record: tuple[Any, ...]) -> None:
        """Add one of them, made of texts, numbers, None and tuples of these.

        :raises CinegraphError: if the disk is full
        """
        self._held.append(record)
        if len(self._held) >= self._most:
            self._lay_aside()

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        self._lay_aside()
        runs = zip(self._ends, self._ends[1:], strict=False)
        return merge(*(self._aside.between(first, end) for first, end in runs))

    def _lay_aside(self) -> None:
        self._held.sort()
        for record in self._held:
            self._aside.append(record)
        if self._held:
            self._ends.append(len(self._aside))
        self._held = []


def that_come_again(numbers: Iterable[int]) -> set[int]:
    """The numbers that come more than once; of those that come once hardly anything is held.

    >>> sorted(that_come_again([3, 70, 3, 5, 70]))
    [3, 70]
    """
    # In order they would be objects, so only a part of them at once.
    parts = [array("q") for _ in range(_PARTS)]
    for number in numbers:
        parts[number % _PARTS].append(number)
    found: set[int] = set()
    for part in parts:
        found.update(one for one, other in pairwise(sorted(part)) if one == other)
    return found
