"""What an article is about, and who speaks in it: antecedents of last resort, speakers and addressees of interviews."""

from __future__ import annotations

import re
from collections import Counter

from cinegraph.extract.naming import Naming
from cinegraph.extract.registry import Registry
from cinegraph.extract.text import fold
from cinegraph.model import Block, BlockKind, Document

_PLURAL_YOU = re.compile(r"\byou (?:two|both)\b|\b(?:both|two) of you\b|\byou (?:were|are|have been)\b[^.?]*\bas (?:\w+ )?\w+s\b")


def topic_person(document: Document, naming: Naming, registry: Registry, text: str) -> str | None:
    """The person that an article is about: named in its title or first lines, and most often."""
    counts: Counter[str] = Counter()
    for node in naming.nodes:
        if node.letter == "P" and node.ids:
            counts[node.ids[0]] += 3 if node.start < 300 else 1
    if not counts:
        return None
    best, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    draft = registry.draft(best)
    if draft.gender is None:
        words = Counter(w for w in text.lower().split() if w in ("he", "his", "him", "she", "her"))
        male, female = words["he"] + words["his"] + words["him"], words["she"] + words["her"]
        if male != female and max(male, female) >= 3 * min(male, female):
            draft.gender = "male" if male > female else "female"
    return best if count >= 2 else None


def topic_film(document: Document, naming: Naming, registry: Registry) -> str | None:
    """The film that a review is about: the first one named, where it is named most often."""
    counts: Counter[str] = Counter()
    for node in naming.nodes:
        if node.letter == "F" and node.ids:
            counts[node.ids[0]] += 3 if node.start < 200 else 1
    return min(counts, key=lambda i: (-counts[i], i)) if counts else None


def speaker_of(block: Block, naming: Naming) -> str | None:
    """The person who speaks in a turn of an interview."""
    return _person(block.speaker, naming) if block.speaker and block.kind is BlockKind.ANSWER else None


def interviewed(document: Document, naming: Naming) -> tuple[str, ...]:
    """The people who answer in an interview, in the order of their first answer."""
    ids = (speaker_of(block, naming) for block in document.blocks)
    return tuple(dict.fromkeys(i for i in ids if i))


def addressee(document: Document, index: int, naming: Naming, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Who a question is put to: the one named in it, both for "you two", else who answers next."""
    block = document.blocks[index]
    lowered = document.text[block.start : block.end].lower()
    if _PLURAL_YOU.search(lowered):
        return speakers[:2]
    for node in naming.nodes:
        if node.letter == "P" and block.start <= node.start < min(block.end, block.start + 40) and node.ids and node.ids[0] in speakers:
            return node.ids[:1]
    following = next((speaker_of(b, naming) for b in document.blocks[index + 1 : index + 3] if b.kind is BlockKind.ANSWER), None)
    return (following,) if following else ()


def _person(name: str | None, naming: Naming) -> str | None:
    if not name:
        return None
    ids = naming.people.candidates(name)
    if len(ids) == 1:
        return ids[0]
    key = fold(name)
    initials = [i for i, tokens in naming.people.tokens.items() if "".join(t[0] for t in tokens) == key.replace(" ", "")]
    return initials[0] if len(initials) == 1 else None
