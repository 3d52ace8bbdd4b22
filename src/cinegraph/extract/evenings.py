"""The evening of prizes on which an article reports ("The 57th Golden Horse Awards ceremony was held …")."""

from __future__ import annotations

import re

from cinegraph.extract.awards import is_ceremony
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.model import BlockKind, Document

_LEAD, _NEAR = 3, 320
_BEFORE = re.compile(
    r"(?:\b\d{1,3}(?:st|nd|rd|th)(?: annual| edition of the)?|\b(?:winners?|nominees|nominations|ceremony|gala|edition|host\w*|prizes)(?: \w+){0,3}? (?:of|at|for|from)(?: the| this year's)?(?: \d{1,3}(?:st|nd|rd|th)(?: annual)?)?"
    r"|\b(?:19|20)\d\d|\bthis year's|\b(?:dominat|sweep|triumph|tops?|wins? big)\w*(?: at)?(?: the)?) $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:,? (?:19|20)\d\d)?(?: in [A-Z]\w+| on \w+)?,? (?:ceremony|gala|winners|nominations|nominees|night|were (?:held|presented|handed|announced|given)|was held|honou?red|handed out|took place|took place|announced|has|have)\b"
)


def evening_of(document: Document, nodes: list[Node], registry: Registry, text: str, *, life: bool) -> Node | None:
    """The evening on which an article reports: the only one that its first lines name, where they speak of its prizes; None where there is none.

    :param life: whether one person is named oftenest by far; a life that begins with that person tells of an evening by the way
    """
    lead = [block for block in document.blocks if block.kind is not BlockKind.METADATA][:_LEAD]
    if not lead:
        return None
    begin, end = (
        lead[0].start,
        min(lead[-1].end, lead[0].end + _NEAR if lead[0].kind is BlockKind.HEADING else lead[0].start + _NEAR),
    )
    named = [node for node in nodes if begin <= node.start < end and node.ids and is_ceremony(node)]
    ids = {registry.current(node.ids[0]) for node in named}
    if len(ids) != 1 or (life and any(n.letter == "P" and begin <= n.start < named[0].start for n in nodes)):
        return None
    told = any(
        _BEFORE.search(text, max(begin, node.start - 60), node.start) or _AFTER.match(text, node.end, node.end + 60)
        for node in named
    )
    first = named[0]
    return Node("A", first.start, first.end, first.text, first.ids, "evening") if told else None
