"""Where lists of films give nothing but the maker in parentheses: the best of a year, runners-up, shortlists."""

from __future__ import annotations

import re
from itertools import pairwise

from cinegraph.extract.layout_words import AWARD_WORD, like_a_person
from cinegraph.extract.text import UPPER
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

MARKED_TITLE = re.compile(r"(?<!\w)(?P<mark>\"|\*{1,2}|_)(?P<title>[^\"*_\n]{1,90}?),?(?P=mark)$")
"""A title in quotation marks or italics that ends where the text is cut off."""
_MAKER = rf"[{UPPER}][\w'’.-]+(?: [\w'’.-]+){{1,4}}"
_ONE = re.compile(rf"(?:(?P<mark>\"|\*{{1,2}}|_)[^\"*_\n]{{1,90}}?(?P=mark)|[{UPPER}\d¡¿][^()\"\n]{{0,89}}?) \((?P<label>(?:[Dd]ir\.|[Dd]irected by|[Dd]irector:?) )?(?P<maker>{_MAKER})(?P<more>,[^()\n]{{0,60}})?\)")
_MARKED = re.compile(rf"(?P<mark>\"|\*{{1,2}}|_)[^\"*_\n]{{1,90}}?(?P=mark) \((?P<maker>{_MAKER})\)")
_AFTER = re.compile(r"[*_ ]{0,4}(?:[.:!]|$|[–—-] )")
# What the first lines of a list of the best say, and what they say where it is none of films.
_BEST = re.compile(r"\b(?:best|favou?rites?|top|greatest|picks|ballots?|polls?|runners-up|year in review|of the (?:year|decade|century)|most anticipated|must-see)\b", re.IGNORECASE)
_OF_FILMS = re.compile(r"\b(?:films?|movies?|features?|cinema|documentar(?:y|ies)|shortlist\w*|titles)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:performances?|act(?:ing|ors?|ress(?:es)?)|songs?|albums?|singles?|records?|scores?|soundtracks?|screenplays?|scripts?|books?|novels?|plays?|theatre|theater|paintings?|exhibitions?|characters?|villains?|scenes?|roles?|cast|starr\w+)\b", re.IGNORECASE)
_HEAD, _TITLE, _ALIKE, _BESIDE = 400, 120, 3, 2
_LABEL = re.compile(r"[^:()\n]{3,40}: ")


def makers_alone(document: Document, text: str, lexicon: Lexicon) -> frozenset[int]:
    """Where the parentheses begin that hold a film's director and nothing else, as those beside them do.

    :param text: the document's text, normalised
    """
    head = text[:_HEAD].split("(", 1)[0]
    ranked = _BEST.search(head) is not None and _OF_FILMS.search(head) is not None and _OF_OTHERS.search(head[:_TITLE]) is None
    rows: list[tuple[int, int]] = []
    beside: set[int] = set()
    for block in document.blocks:
        if block.kind is BlockKind.TABLE_ROW or "(" not in text[block.start : block.end]:
            continue
        if ranked and (match := _ONE.match(text, block.start, block.end)) and _AFTER.match(text, match.end(), block.end):
            rows.append((match.start("maker") - 1, like_a_person(match["maker"], lexicon)))
        beside.update(_beside_each_other(text, block, lexicon, ranked))
    rows = [row for row in rows if row[1]]
    told = len(rows) >= _ALIKE and 2 * sum(known > 1 for _, known in rows) >= len(rows)
    return frozenset(beside | {start for start, _ in rows}) if told else frozenset(beside)


def _beside_each_other(text: str, block: Block, lexicon: Lexicon, ranked: bool) -> list[int]:
    """Those of a block that lists several films, each with one maker: "the shortlist: 'Salt' (Ada Doe), 'Dust' (Ben Roe) and others"."""
    label = _LABEL.match(text, block.start, block.end) if ranked else None
    listed = _ONE.finditer(text, label.end(), block.end) if label is not None else _MARKED.finditer(text, block.start, block.end)
    found = [m for m in listed if like_a_person(m["maker"], lexicon)]
    if len(found) < _BESIDE or not any(like_a_person(m["maker"], lexicon) > 1 for m in found):
        return []
    before = text[block.start : found[0].start()]
    if not (ranked or _OF_FILMS.search(before)) or _OF_OTHERS.search(before) or AWARD_WORD.search(before):
        return []
    joined = all(len(text[a.end() : b.start()]) <= 7 for a, b in pairwise(found))
    return [match.start("maker") - 1 for match in found] if joined else []
