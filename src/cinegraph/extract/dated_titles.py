"""Titles that a sentence lists with their years: "include Night Bus (2001), The Bird that Drowned (2004, short) and July Rain (2008)".

What parts the items tells where each title begins and ends, whatever its words are: small ones that no other title has, a month, a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.text import UPPER
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_LEAST = 2
_YEAR = re.compile(r" ?\((?P<note>[^()\n]{0,60}?\b(?:1[89]|20)\d\d\b[^()\n]{0,60})\)")
# What may lead to the first title of such a list.
_LEAD = re.compile(
    r"\b(?:Films|Filmography|Short films|Feature films|Documentaries|include[sd]?|including|films?|features?|shorts?|documentar(?:y|ies)|movies|titles|works|credits|projects|productions|series|for|like|such as|among them|notably|namely|titled|called|entitled|directed|made|shot|wrote|written|produced|edited|completed|are|were|with|by|after|on)"
    rf"(?: (?:are|include|the films?|the features?|the shorts?|the documentar(?:y|ies)|both|also))?:? (?=[{UPPER}0-9¡¿])"
)
# What stands between one title with its year and the next.
_BETWEEN = re.compile(
    rf"(?:[,;] (?:and |followed by )?|,? and )(?:(?:most|more) recently |later |then |finally |also )?(?=[{UPPER}0-9¡¿])"
)
_ITEM = re.compile(rf"[{UPPER}0-9¡¿][^()\n;\"“”«»*_]{{0,80}}$")
# Behind one of these a title is somebody's, or the words are no title.
_NO_TITLE = re.compile(
    r"(?:'s|s') [^ ]|\b(?:by|dir\.|directed|written|won|winner|award|prize|best|who|which|was|were|has|had|festival|competition|university|academy|school|institute|born|studied|graduated|starring)\b|[.!?:] ?(?:In|He|She|The|His|Her|It|After|At|Since) \b",
    re.IGNORECASE,
)


def dated_titles(document: Document, text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of such titles, in text order, where a list has two or more of them.

    :param text: the document's text, normalised
    """
    for sentence in document.sentences:
        block: Block = document.blocks[sentence.block]
        if block.kind is BlockKind.BOILERPLATE:
            continue
        years = list(_YEAR.finditer(text, sentence.start, sentence.end))
        if len(years) < _LEAST:
            continue
        lead = _led(text, sentence.start, years[0].start())
        if lead is None:
            continue
        spans = list(_titles(text, lead, years))
        if len(spans) >= _LEAST and not any(like_a_person(text[a:b], lexicon) > 1 for a, b in spans):
            yield from spans


def _led(text: str, begin: int, stop: int) -> int | None:
    """Where the first title begins: behind the first word that leads to a list, nothing but the title before its year."""
    leads = [m.end() for m in _LEAD.finditer(text, begin, stop)]
    return next((at for at in leads if _is_title(text[at:stop])), None)


def _titles(text: str, lead: int, years: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The titles up to the first item that is none."""
    yield lead, years[0].start()
    for before, year in pairwise(years):
        gap = text[before.end() : year.start()]
        begun = _BETWEEN.match(gap)
        if begun is None or not _is_title(gap[begun.end() :]):
            return
        yield before.end() + begun.end(), year.start()


def _is_title(said: str) -> bool:
    return _ITEM.match(said) is not None and _NO_TITLE.search(said) is None and len(said.split()) <= 10
