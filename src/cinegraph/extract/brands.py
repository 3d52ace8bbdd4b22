"""Prizes called by a word that names something else by itself: "eleven Goya nominations", "a Robert for best actor"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Entry, Lexicon
from cinegraph.model import EntityType

_BEHIND = re.compile(
    r"[- ](?:nominat\w+|nods?|noms|nominees?|shortlist\w*|awards?|win(?:s|ner|ners|ning)?|gala|ceremony|race|field|contest|statuettes?|trophy|trophies|(?:in the category |in |for )?(?:the )?best (?!known|of|friend))(?![\w])"
)
# What of several prizes of one name these words leave open, as "an Emmy winner" does, stays open.
_OF_AN_EVENING = re.compile(r"[- ](?:nominat\w+|nods?|noms|nominees|race|field|contest|gala|ceremony)(?![\w])")
_TAKEN_FOR = "LXPFTUC"


def with_brands(nodes: list[Node], text: str, lexicon: Lexicon, registry: Registry) -> list[Node]:
    """The nodes of a sentence, those as prizes that the words behind them tell to be one.

    :param text: the normalised article
    """
    if not any(_may_be(node, text) for node in nodes):
        return nodes
    return [_as_prize(node, lexicon, registry) if _may_be(node, text) else node for node in nodes]


def _may_be(node: Node, text: str) -> bool:
    if node.letter == "A":
        return not node.ids and "choices" in node.attributes and _OF_AN_EVENING.match(text, node.end) is not None
    return node.letter in _TAKEN_FOR and " " not in node.text and _BEHIND.match(text, node.end) is not None


def _as_prize(node: Node, lexicon: Lexicon, registry: Registry) -> Node:
    """The node as the academy's prize of that name; itself where there is none."""
    entry = _prize_called(node.text, lexicon)
    if entry is None:
        return node
    id_ = registry.entry(entry)
    registry.see(id_, node.text)
    return Node("A", node.start, node.end, node.text, (id_,))


def _prize_called(name: str, lexicon: Lexicon) -> Entry | None:
    for called in (f"{name} Awards", f"{name} Award"):
        found: Sequence[Entry] = [e for e in lexicon.lookup(called) if e.type is EntityType.AWARD and e.id in lexicon.ceremonies]
        if len(found) == 1:
            return found[0]
    return None
