"""Whom a surname means that several people of an article bear."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.people import People
from cinegraph.model import BlockKind, Document

_HEADS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})
_HEAD_SENTENCES = 8
# "Photo: Ada Doe", "Words by Ben Roe" name no one of whom the article tells.
_BESIDE_LABEL = re.compile(r"(?:\bby|:) $", re.IGNORECASE)


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


def whom_it_opens_with(document: Document, text: str, candidates: list[Candidate], people: People) -> str | None:
    """The person whose full name the first line or sentence gives that gives one at all; None where it gives several.

    :param text: the document's text, normalised
    """
    named: dict[int, set[str]] = {}
    for candidate in candidates:
        index = candidate.sentence
        if index >= _HEAD_SENTENCES or " " not in candidate.key or candidate.key not in people.by_key:
            continue
        kind, begin = document.blocks[document.sentences[index].block].kind, document.sentences[index].start
        # A line with nothing but a name may be the author's; whom the text tells of is named in it again.
        heads = kind in _HEADS or (kind is BlockKind.BYLINE and _named_below(candidate, candidates))
        if heads and not _BESIDE_LABEL.search(text, begin, candidate.start):
            named.setdefault(index, set()).add(people.by_key[candidate.key])
    first = named[min(named)] if named else set()
    return next(iter(first)) if len(first) == 1 else None


def _named_below(candidate: Candidate, candidates: list[Candidate]) -> bool:
    surname = candidate.key.split()[-1]
    return any(other.sentence > candidate.sentence and other.key == surname for other in candidates)
