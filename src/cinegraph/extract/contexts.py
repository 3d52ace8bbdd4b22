"""The cues that the words on either side of a name give: of all cues of a side those few that these words let match are tried."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cinegraph.extract.cues import Cue
from cinegraph.extract.endings import Endings
from cinegraph.extract.sieve import Sieve

NEAR = 44
"""How many characters before a name are enough for most cues."""
_LEFT_WINDOW = 80


class CuesBefore:
    """Cues that are tried on the words before a name: those that its last word lets match, and the words before that."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self._cues = cues
        expressions = [cue.pattern for cue in cues]
        self._endings, self._sieve = Endings(expressions), Sieve(expressions)

    def matching(self, text: str, near: int, end: int) -> Iterator[Cue]:
        """Those that match before a name that begins at ``end``, in order.

        :param near: where the last words begin, which are enough for most
        """
        last, longest = text[near:end], _line_before(text, end)
        for index in self._sieve.possible(longest, self._endings.possible(last)):
            cue = self._cues[index]
            if cue.pattern.search(last if cue.window <= NEAR else longest):
                yield cue


def _line_before(text: str, end: int) -> str:
    """The longest stretch that a cue looks at."""
    start = max(0, end - _LEFT_WINDOW)
    return text[max(start, text.rfind("\n", start, end) + 1) : end]


@cache
def cues_before(cues: tuple[Cue, ...]) -> CuesBefore:
    """These cues, made ready once."""
    return CuesBefore(cues)


class CuesAfter:
    """Cues that are tried at the start of a text: those that its words let match."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self._cues = cues
        self._sieve = Sieve([cue.pattern for cue in cues])

    def at_start(self, text: str) -> list[Cue]:
        """Those that match at the start of a text, in order."""
        return [cue for index in self._sieve.possible(text) if (cue := self._cues[index]).pattern.match(text)]


@cache
def cues_after(cues: tuple[Cue, ...]) -> CuesAfter:
    """These cues, made ready once."""
    return CuesAfter(cues)
