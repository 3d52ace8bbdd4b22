"""The cues that the words on either side of a name give: all cues of a side tried together, or those few that its last word lets match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cinegraph.extract.cues import Cue
from cinegraph.extract.endings import Endings
from cinegraph.extract.sieve import bits, words_for

NEAR = 44
"""How many characters before a name are enough for most cues."""
_LEFT_WINDOW = 80


class CuesBefore:
    """Cues that are tried on the words before a name: those that its last word lets match."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self._cues = cues
        self._endings = Endings([cue.pattern for cue in cues])
        self._needed = {index: words_for(cues[index].pattern) for index in bits(self._endings.any_word)}

    def matching(self, text: str, near: int, end: int) -> Iterator[Cue]:
        """Those that match before a name that begins at ``end``, in order.

        :param near: where the last words begin, which are enough for most
        """
        last = text[near:end]
        for index in bits(self._endings.possible(last)):
            cue = self._cues[index]
            left = last if cue.window <= NEAR else _line_before(text, end)
            if index in self._needed and not any(word in left for word in self._needed[index]):
                continue
            if cue.pattern.search(left):
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
    """Cues that are tried at the start of a text all at once, each behind a lookahead that may fail."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        tried = "".join(f"(?:(?={cue.pattern.pattern})(?P<cue{index}>))?" for index, cue in enumerate(cues))
        self._expression = re.compile(tried)
        self._cues = [(self._expression.groupindex[f"cue{index}"], cue) for index, cue in enumerate(cues)]

    def at_start(self, text: str) -> list[Cue]:
        """Those that match at the start of a text, in order."""
        match = self._expression.match(text)
        if match is None or match.lastindex is None:
            return []
        found = match.regs
        return [cue for group, cue in self._cues if found[group][0] >= 0]


@cache
def cues_after(cues: tuple[Cue, ...]) -> CuesAfter:
    """These cues, made ready once."""
    return CuesAfter(cues)
