"""Which section of a festival a mention means: several festivals have an "International Competition"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Entry, Lexicon
from cinegraph.model import EntityType

_GENERIC_SECTION = re.compile(r"\b(?:competition|selection|section|programme|program|screenings?)\b", re.IGNORECASE)
_FESTIVAL_BEFORE = re.compile(r"^[A-Z][\w -]*?(?:'s|s') ")
_SECTION_AFTER = re.compile(r" (?:section|sidebar|strand|programme|program)$", re.IGNORECASE)
_MAIN = ("competition", "main competition", "international competition", "official competition")


def settle_section(node: Node, around: Sequence[Node], registry: Registry, lexicon: Lexicon) -> None:
    """Find which section a name that several festivals share ("International Competition") means, by the festivals that are near.

    :param around: festivals, the nearest first
    """
    if node.ids:
        _see_section(node, registry, lexicon)
        return
    own = node.attributes.get("festival")
    for festival in [own] if own is not None else around:
        id_ = _of_festival(node, festival, own is not None, registry, lexicon)
        if id_ is None:
            continue
        node.ids = (id_,)
        node.attributes.setdefault("festival", festival)
        if "year" in festival.attributes:
            node.attributes.setdefault("year", festival.attributes["year"])
        _see_section(node, registry, lexicon)
        return


def _of_festival(node: Node, festival: Node, own: bool, registry: Registry, lexicon: Lexicon) -> str | None:
    """The section of a festival that is meant; one that the lexicon does not have only where the text says that it is that festival's own."""
    choices = [lexicon.entries[i] for i in node.attributes.get("choices", ())]
    known = registry.draft(festival.ids[0]).lexicon if festival.ids else None
    inside = [c for c in choices if c.festival == known and known] if choices else _like(node.text, known, lexicon)
    if len(inside) == 1:
        return registry.entry(inside[0])
    if not own or not festival.ids or not _GENERIC_SECTION.search(node.text):
        return None
    owner = registry.draft(festival.ids[0])
    id_ = registry.named(EntityType.SECTION, node.text, owner.id)
    registry.drafts[id_].label = f"{owner.label} {node.text[0].upper()}{node.text[1:]}"
    return id_


def _see_section(node: Node, registry: Registry, lexicon: Lexicon) -> None:
    """Count a section's name, with and without the festival's name before and the word "section" after it."""
    registry.see(node.ids[0], node.text)
    short = _SECTION_AFTER.sub("", _FESTIVAL_BEFORE.sub("", node.text))
    section = lexicon.entries.get(registry.draft(node.ids[0]).lexicon or "")
    home = lexicon.entries.get((section.festival if section is not None else None) or "")
    if home is not None:
        named = (name for name in (home.name, *home.aliases, *home.contextual) if short.startswith(f"{name} "))
        if (name := next(named, None)) is not None:
            registry.see(registry.entry(home), name)
            short = short[len(name) + 1 :]
    if short != node.text:
        registry.see(node.ids[0], short)


def _like(name: str, festival: str | None, lexicon: Lexicon) -> list[Entry]:
    """The section of a festival that a common name means: its main competition goes by several."""
    own = lexicon.sections_of.get(festival, ()) if festival else ()
    wanted = name.lower().replace("-", " ")
    for form in (wanted, *(_MAIN if wanted in _MAIN else ())):
        found = [e for e in own if _is_called(e, form) and (form != "competition" or _is_the_competition(e))]
        if len(found) == 1:
            return found
    return []


def _is_called(section: Entry, form: str) -> bool:
    """Whether a section goes by a name, alone or behind that of its festival."""
    names = (name.lower() for name in (section.name, *section.contextual))
    return any(
        name == form or (name.endswith(f" {form}") and name.removesuffix(form).strip(" '’s") in section.name.lower())
        for name in names
    )


def _is_the_competition(section: Entry) -> bool:
    """Whether a section is called a competition and not much besides."""
    name = section.name.lower()
    return name.count(" ") <= 2 and "out of" not in name
