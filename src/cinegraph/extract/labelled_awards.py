"""The award that the label of a line names in a list of winners, beside the awards that its words name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.award_labels import is_bare
from cinegraph.extract.award_linking import prize_of_jury
from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Lexicon

_FOR_WHAT = re.compile(r" for (?:the )?(?:best |breakthrough |outstanding |emerging |promising |first )", re.IGNORECASE)
_IS_FOR = re.compile(r"\w (?:for|of) (?:the )?$")


def labelled(nodes: list[Node], label: tuple[int, int, str], text: str, registry: Registry, lexicon: Lexicon) -> list[Node]:
    """The nodes of a line with the award of its label, where nothing but the list tells that it is one, or where its words name but parts of it.

    :param label: where the label stands, and the award's name in full
    :param text: the document's text, normalised
    """
    begin, end, name = label
    inside = [n for n in nodes if n.overlaps(begin, end)]
    known = any(n.letter == "A" or (n.letter == "O" and prize_of_jury(n, registry, lexicon)) for n in inside)
    whole = any(n.letter == "A" and n.start <= begin and end <= n.end for n in inside)
    if known and (whole or (AWARD_WORD.search(text[begin:end]) and not _are_parts(inside, label, text))):
        return nodes
    kept = [n for n in nodes if n.end <= begin or end <= n.start]
    written = " ".join(text[begin:end].split())
    return sorted([*kept, Node("A", begin, end, name, attributes={"generic": "label", "written": written})], key=lambda n: n.start)


def _are_parts(inside: Sequence[Node], label: tuple[int, int, str], text: str) -> bool:
    """Whether awards that no lexicon knows by themselves are one, and its label nothing besides ("Silver Anchor for Best Director", "Best Film – Drama")."""
    awards = [n for n in inside if n.letter == "A"]
    if len(awards) == 1 and not awards[0].ids:
        begin, end = awards[0].start, awards[0].end
        if is_bare(text[label[0] : label[1]]) or (end == label[1] and _IS_FOR.search(text, label[0], begin)):
            return True
        return begin - label[0] in (0, 4) and _FOR_WHAT.match(text, end, label[1]) is not None
    if len(awards) != 2 or any(n.ids for n in awards) or "choices" in awards[0].attributes:
        return False
    first, second = awards
    return first.start - label[0] in (0, 4) and second.end == label[1] and text[first.end : second.start] in (" for ", " for the ")
