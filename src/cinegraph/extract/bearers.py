"""Whom a surname means that several people of an article bear."""

from __future__ import annotations

from dataclasses import dataclass, field

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.people import People


@dataclass
class Bearers:
    """Which of several people of one name is meant.

    :ivar opening: whom the article's head or first sentence names in full
    :ivar last: where each was named last, and in which sentence
    """

    opening: str | None
    last: dict[str, tuple[int, int]] = field(default_factory=dict)

    def meant(self, ids: list[str], candidate: Candidate) -> str:
        """The one with whom the article opens, unless the sentence has named another; else the one named last."""
        found = max(ids, key=lambda i: (self.last.get(i, (-1, -1))[0], -ids.index(i)))
        if len(ids) > 1 and self.opening in ids and self.last.get(found, (-1, -1))[1] != candidate.sentence:
            found = self.opening or found
        self.last[found] = candidate.start, candidate.sentence
        return found


def whom_it_opens_with(candidates: list[Candidate], people: People) -> str | None:
    """The person of whom the article's head or first sentence gives the full name, where it gives one person's."""
    named = {people.by_key[c.key] for c in candidates if c.sentence == 0 and " " in c.key and c.key in people.by_key}
    return named.pop() if len(named) == 1 else None
