"""Whose prizes a page lists: the critics' circle, guild or academy that its first lines name, and of which year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.nodes import Node
from cinegraph.extract.prize_values import PrizeLine
from cinegraph.extract.registry import Registry
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import expressions
from cinegraph.model import BlockKind, Document, EntityType

_NAME = re.compile(
    r"(?<![\w'-])(?:the )?(?P<name>(?!(?:The|A|An|This|Our) )(?:[A-ZÀ-Þ][\w'.-]*|of|and|&|for)(?: (?:[A-ZÀ-Þ][\w'.-]*|of|and|&|for|the)){1,7})(?![\w-])"
)
_ENDS = re.compile(rf"(?P<body>.*\b(?:{expressions('prize_body')}))(?: awards?)?(?: (?:19|20)\d\d)?", re.IGNORECASE)
_VOTERS = re.compile(rf"\b(?:{expressions('prize_voters')})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAD, _LONGEST, _SEVERAL = 6, 700, 3


def body_of(document: Document, prizes: Sequence[PrizeLine], nodes: Sequence[Node], registry: Registry, text: str) -> Node | None:
    """The body whose prizes a page lists, with their year; None where its first lines name none, or several, or it lists few prizes.

    :param prizes: the lines of the page's lists of winners and nominees
    :param nodes: the names of the page
    """
    listed = {line.above if line.above is not None else line.start for line in prizes if line.winners}
    if len(listed) < _SEVERAL:
        return None
    lead = [b for b in document.blocks if b.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and b.end - b.start < _LONGEST and b.start < min(listed)]
    found: dict[str, tuple[int, int]] = {}
    for block in lead[:_LEAD]:
        for match in _NAME.finditer(text, block.start, block.end):
            body = _ENDS.match(match["name"])
            if body is not None and _VOTERS.search(body["body"]) and " " in body["body"]:
                found.setdefault(fold(body["body"]), (match.start("name"), match.start("name") + body.end("body")))
    if len(found) != 1:
        return None
    start, end = next(iter(found.values()))
    known = next((n for n in nodes if n.letter == "O" and n.ids and n.start == start and n.end == end), None)
    ids = known.ids if known is not None else (registry.named(EntityType.ORGANIZATION, text[start:end]),)
    years = {match.group() for block in lead[:_LEAD] if block.kind is BlockKind.HEADING for match in _YEAR.finditer(text, block.start, block.end)}
    attributes = {"year": years.pop()} if len(years) == 1 else {}
    return Node("O", start, end, text[start:end], ids, "evening", attributes, note=f"the {text[start:end]} gives the prizes of the page")
