"""Who "I" is in an article that a person writes or tells about herself: its author, or whom its head names where another wrote it down."""

from __future__ import annotations

import re

from cinegraph.extract.naming import Naming
from cinegraph.model import BlockKind, Document

_HEAD = 400
_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)")
_WRITTEN_DOWN = re.compile(
    r"\b(?:as told to|told to|in conversation with|interview(?:ed)? by|recorded by|transcribed by|edited by|in (?:his|her|their) own words)\b",
    re.IGNORECASE,
)
# A critic says "I", too, but does not tell of a life in films.
_OWN_LIFE = re.compile(
    r"\bI (?:was born|grew up|studied|trained|(?:have |had |then |first |also )*(?:shot|directed|photographed|edited|cut|scored|wrote|made|acted|taught|taught myself|married|moved|retired|worked|left|began|started))\b"
    r"|\b[Mm]y (?:own |first |second |third |last |next |new |early |debut |short |only |graduation )*(?:film|short|feature|debut|documentary|movie|picture|teacher|professor|career|studies|cinematographer|editor|crew)s?\b"
)
_SELF = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e)\b")
_SPOKEN = 3
_PARAGRAPH = 80
_LEAST, _TOLD = 4, 3
_SHARE = 2


def narrator(document: Document, naming: Naming, text: str) -> str | None:
    """The person who says "I" outside quotation marks, where most of an article's paragraphs do, and tells of her own work.

    :param text: the normalised article
    """
    told = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.end - b.start > _PARAGRAPH]
    if len(told) < _LEAST or any(b.kind is BlockKind.ANSWER for b in document.blocks):
        return None
    said = [_QUOTED.sub(" ", text[b.start : b.end]) for b in told]
    spoken = sum(1 for words in said if _I.search(words))
    if _SHARE * spoken < len(told) or sum(len(_OWN_LIFE.findall(words)) for words in said) < _TOLD:
        return None
    head = text[: min(_HEAD, told[0].start)]
    named = list(
        dict.fromkeys(n.ids[0] for n in naming.nodes if n.letter == "P" and len(n.ids) == 1 and n.end <= len(head))
    )
    writers = _ids(document.author, naming)
    others = [i for i in named if i not in writers]
    if _WRITTEN_DOWN.search(head):
        return others[0] if others else None
    return writers[0] if len(writers) == 1 else None


def writer(document: Document, naming: Naming, text: str) -> str | None:
    """Who wrote an article and speaks of what she herself saw in it ("I slept through half of it"), as critics do in their diaries.

    :param text: the normalised article
    """
    if not document.author or any(b.kind is BlockKind.ANSWER for b in document.blocks):
        return None
    spoken = sum(1 for b in document.blocks if b.kind is not BlockKind.HEADING and _SELF.search(_QUOTED.sub(" ", text[b.start : b.end])))
    found = naming.people.candidates(document.author) if spoken >= _SPOKEN else []
    return found[0] if len(found) == 1 else None


def _ids(name: str | None, naming: Naming) -> list[str]:
    """The person whom a byline names; one who is named nowhere else is a person all the same."""
    if not name or len(name.split()) not in (2, 3, 4):
        return []
    found = naming.people.candidates(name)
    if not found:
        naming.people.add_all([name])
        found = naming.people.candidates(name)
    return found[:1]
