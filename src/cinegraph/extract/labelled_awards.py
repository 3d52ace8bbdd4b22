"""The award that the label of a line names in a list of winners, beside the awards that its words name."""

from __future__ import annotations

from collections.abc import Sequence

from cinegraph.extract.award_linking import prize_of_jury
from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Lexicon


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
    return sorted([*kept, Node("A", begin, end, name, attributes={"generic": "label"})], key=lambda n: n.start)


def _are_parts(inside: Sequence[Node], label: tuple[int, int, str], text: str) -> bool:
    """Whether two awards that no lexicon knows by themselves are one, and its label nothing besides ("Silver Anchor for Best Director")."""
    awards = [n for n in inside if n.letter == "A"]
    if len(awards) != 2 or any(n.ids for n in awards) or "choices" in awards[0].attributes:
        return False
    first, second = awards
    return first.start == label[0] and second.end == label[1] and text[first.end : second.start] in (" for ", " for the ")
