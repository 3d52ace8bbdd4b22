"""What an unknown name or title is where its context has told."""

from __future__ import annotations

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Lexicon, fold
from cinegraph.model import EntityType


def as_film(node: Node, registry: Registry) -> Node:
    """The node as a film, where the context has shown that an unknown title is one."""
    if node.letter in "TX" and not node.ids:
        node.ids = (registry.title(node.text, EntityType.FILM),)
        registry.see(node.ids[0], node.text)
    return node


def as_person(node: Node, registry: Registry) -> Node:
    """The node as a person, where the context has shown that an unknown name is one."""
    if node.letter in "XP" and not node.ids:
        node.ids = (registry.named(EntityType.PERSON, node.text),)
        registry.see(node.ids[0], node.text)
    return node


def festival_of_city(place: Node, registry: Registry, lexicon: Lexicon, *, named: bool = False) -> Node | None:
    """The one festival that goes by its city's name.

    :param named: whether the article must have named it
    """
    entries = [lexicon.entries[i] for i in lexicon.contextual_names.get(fold(place.text), ())]
    festivals = [entry for entry in entries if entry.type is EntityType.FESTIVAL]
    if named:
        drafts = [registry.drafts.get(f"festival:{entry.id}") for entry in festivals]
        festivals = [e for e, draft in zip(festivals, drafts, strict=True) if draft and any(draft.names.values())]
    if len(festivals) != 1:
        return None
    id_ = registry.entry(festivals[0])
    registry.see(id_, place.text)
    return Node("E", place.start, place.end, place.text, (id_,))
