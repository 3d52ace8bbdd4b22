"""Lines of somebody's prizes that begin with the title of a film: "Salt Water, Oslo 2012 – Audience Award"."""

from __future__ import annotations

import re

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.extract.row_facts import REMARK, cased
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind, Document, EntityType

_LINE = re.compile(
    r"[\W_]{0,4}?(?P<mark>[\"*_«“]{0,2})(?P<title>[^\W_][^\"*_«»“”\n,:–—|()]{1,70}?)[\"*_»”]{0,2}(?: \((?:18|19|20)\d\d\))?(?P<sign>, |: | [–—|-] )(?P<rest>[^\n]{4,160})"
)
_YEAR_NEXT = re.compile(r"(?: (?:International )?(?:Film )?Festival)?,? \(?(?:19|20)\d\d\)?(?=\W|$)")
_VERB = re.compile(r"\b(?:is|was|were|has|had|will|who|which|where|and then|won|wins|took|opens|opened|premiered)\b", re.IGNORECASE)
_KINDS = (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING)
_FESTIVALS = frozenset({EntityType.FESTIVAL, EntityType.SECTION})
_LEAST = 2


def find_titled_laurels(document: Document, text: str, lexicon: Lexicon) -> list[tuple[Span, Span]]:
    """Where the titles of such lines stand, each with its line; none where only one line is made so.

    :param text: the document's text, normalised
    """
    found: list[tuple[Span, Span]] = []
    for block in document.blocks:
        match = _LINE.fullmatch(text, block.start, block.end) if block.kind in _KINDS else None
        if match is None or _VERB.search(match["rest"]) or not _begins_with_an_edition(match["rest"], lexicon):
            continue
        title = match["title"].strip()
        person = like_a_person(cased(title), lexicon) > (1 if match["mark"] or title.isupper() else 0)
        if not (title[0].islower() or person or REMARK.fullmatch(title) or lexicon.lookup(title)):
            start = match.start("title")
            found.append(((start, start + len(title)), (block.start, block.end)))
    return found if len(found) >= _LEAST else []


def _begins_with_an_edition(rest: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a festival or a section that the lexicon knows, and a year behind it."""
    first = next(iter(lexicon.gazetteer.find(rest)), None)
    if first is None or first.start > len("the "):
        return False
    known = any(lexicon.entries[id_].type in _FESTIVALS for id_ in first.ids)
    return known and _YEAR_NEXT.match(rest, first.end) is not None
