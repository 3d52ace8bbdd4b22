"""Which festival's jury is meant where only a prize of it is named: "A jury led by Ada Doe gave the Golden Lion to F"."""

from __future__ import annotations

from collections.abc import Sequence

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Lexicon


def home_of_prizes(nodes: Sequence[Node], registry: Registry, lexicon: Lexicon) -> Node | None:
    """The festival of the only prizes of one that are among the nodes; None where there are none, or those of several."""
    found: dict[str, Node] = {}
    for node in nodes:
        for part in node.parts() if node.letter == "A" else ():
            home = home_of_prize(part, registry, lexicon)
            if home is not None:
                found[home.ids[0]] = home
    return next(iter(found.values())) if len(found) == 1 else None


def home_of_prize(award: Node, registry: Registry, lexicon: Lexicon) -> Node | None:
    """The festival at which a prize is given, as the sentence or else the lexicon says; None where neither does."""
    told = award.attributes.get("festival")
    if told is not None and told.ids:
        return Node("E", told.start, told.end, told.text, told.ids, "implied", told.only(("year",)), note=f"the festival of the {award.text}")
    entry = lexicon.entries.get(registry.draft(award.ids[0]).lexicon or "") if award.ids else None
    home = lexicon.entries.get(entry.festival or "") if entry is not None else None
    if home is None:
        return None
    year = award.only(("year",))
    return Node("E", award.start, award.end, home.name, (registry.entry(home),), "implied", year, note=f"the festival of the {award.text}")
