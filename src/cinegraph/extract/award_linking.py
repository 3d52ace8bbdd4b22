"""Which award a mention means, once its festival, section or academy is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.awards import gender_in
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Entry, Lexicon, fold
from cinegraph.model import EntityType

_MAIN_COMPETITION = re.compile(
    r"section/[a-z]+-competition|section/[a-z]+-concorso-internazionale|section/[a-z-]+-(?:main|international|official)-competition"
)
_CRAFT_PRIZE = re.compile(
    r"(?P<craft>directing|directors?'s?|direction|screenplay|screenwriting|script) (?:prize|award)"
    r"|(?:prize|award) for (?:best )?(?P<of>direction|directing|director|screenplay|script)|best (?P<best>direction|directing|script)"
)
_SMALL, _SHORT = ("OF", "THE", "A", "AN", "IN", "OR", "AND", "FOR", "BY", "TO"), 3
# "The prize for the best female role" is that of the best actress.
_ROLE_PRIZE = re.compile(r"(?:(?:prize|award)s? for )?(?:the )?best (?P<female>fe)?male role(?P<second> of (?:the )?second plan)?")
_BEST_OF = {"script": "best screenplay", "screen": "best screenplay", "direct": "best director"}
_HIGHEST = re.compile(r"(?:the )?(?P<rank>top|main|principal|highest|first|biggest|most prestigious) (?:prize|award|honou?r)", re.IGNORECASE)
_LESSER = re.compile(r"\b(?:Audience|People|Public|Special|Silver)\b")
_FOR_FILMS = {"film", "documentary", "animation", "debut", "short"}


def prize_of_jury(jury: Node, registry: Registry, lexicon: Lexicon) -> Node | None:
    """The prize that a list of winners means where it names only the body whose jury gives it ("FIPRESCI: F")."""
    id_ = registry.draft(jury.ids[0]).lexicon if jury.ids else None
    body = (id_ or "").partition("/")[2]
    entry = lexicon.entries.get(f"award/{body}-prize") or lexicon.entries.get(f"award/prize-of-the-{body}")
    return Node("A", jury.start, jury.end, jury.text, (registry.entry(entry),)) if entry is not None else None


def settle(node: Node, registry: Registry, lexicon: Lexicon) -> str:
    """The entity of an award node, by its lexicon entry, or by its name and what it belongs to.

    Generic names are told apart by festival and section; a section or festival that the entry has is added to the node.
    """
    if not node.ids:
        entry = _chosen(node, registry, lexicon) or _highest(node, registry, lexicon)
        node.ids = (registry.entry(entry) if entry is not None else _by_grammar(node, registry),)
        registry.see(node.ids[0], node.attributes.get("written", node.text))
    entry = lexicon.entries.get(registry.draft(node.ids[0]).lexicon or "")
    if entry is not None:
        _add_home(node, "section", "S", entry.section, registry, lexicon)
        _add_home(node, "festival", "E", entry.festival, registry, lexicon)
    section = node.attributes.get("section")
    if section is not None and section.ids:
        home = lexicon.entries.get(registry.draft(section.ids[0]).lexicon or "")
        _add_home(node, "festival", "E", home.festival if home is not None else None, registry, lexicon)
    return node.ids[0]


def gender_honoured(award: Node, registry: Registry, lexicon: Lexicon) -> str | None:
    """Whether an award is an actress's (``female``) or an actor's (``male``): by the entries that it may mean, else by its name."""
    known = registry.draft(award.ids[0]).lexicon if award.ids else None
    entries = [known] if known else award.attributes.get("choices", ())
    genders = {lexicon.entries[id_].gender for id_ in entries} - {None}
    return genders.pop() if len(genders) == 1 else gender_in(award.text)


def _add_home(node: Node, key: str, letter: str, id_: str | None, registry: Registry, lexicon: Lexicon) -> None:
    """Add the section or festival that has this id in the lexicon to an award that has none."""
    home = lexicon.entries.get(id_ or "")
    if home is not None and key not in node.attributes:
        node.attributes[key] = Node(letter, node.start, node.end, home.name, (registry.entry(home),))


def _chosen(node: Node, registry: Registry, lexicon: Lexicon) -> Entry | None:
    """The one entry of those with this name that fits what the award belongs to."""
    if node.attributes.get("generic") == "behind":
        exact = [entry for entry in lexicon.lookup(node.text) if entry.type is EntityType.AWARD]
        if len(exact) == 1:
            return exact[0]
    generic = "generic" in node.attributes or "choices" in node.attributes
    named = [*node.attributes.get("choices", ()), *(_named_alike(node.text, lexicon) if generic else ())]
    choices = [entry for i in dict.fromkeys(named) if (entry := lexicon.entries[i]).type is EntityType.AWARD]
    if not choices:
        return None
    scopes = {_entry_of(node, key, registry) for key in ("section", "festival", "organization")} - {None}
    if "section" in node.attributes and node.attributes["section"].ids:
        section = registry.draft(node.attributes["section"].ids[0]).lexicon
        inside = [c for c in choices if c.section == section and section]
        if len(inside) == 1:
            return inside[0]
        if any(c.section for c in choices) and not inside:
            return None
    fitting = [c for c in choices if {c.festival, c.section, c.conferred_by, c.part_of} & scopes]
    # A prize named without its section is the one of the main competition, never that of a sidebar.
    main = [c for c in fitting if not c.section or _MAIN_COMPETITION.fullmatch(c.section)]
    return main[0] if len(main) == 1 else None


def _named_alike(name: str, lexicon: Lexicon) -> Sequence[str]:
    """The entries that a common name may mean; "the directing prize" is that for the best director."""
    found: Sequence[str] = lexicon.contextual_names.get(fold(name), ())
    role = _ROLE_PRIZE.fullmatch(name.lower())
    if role is not None:
        return [*found, *lexicon.contextual_names.get(f"best {'supporting ' if role['second'] else ''}{'actress' if role['female'] else 'actor'}", ())]
    matched = _CRAFT_PRIZE.fullmatch(name.lower())
    if not matched:
        return found
    craft = matched[matched.lastgroup or 0]
    return [*found, *(entry for entry in lexicon.contextual_names.get(_BEST_OF[craft[:6]], ()) if entry not in found)]


def _highest(node: Node, registry: Registry, lexicon: Lexicon) -> Entry | None:
    """The award that "the main prize" of a section or festival means: the lexicon lists it first."""
    ranked = _HIGHEST.fullmatch(node.text)
    if ranked is None:
        return None
    section, festival = (_entry_of(node, key, registry) for key in ("section", "festival"))
    if not (section or festival):
        return None
    awards = lexicon.festival_awards
    if section is not None:
        own = [e for e in awards if e.section == section]
    elif ranked["rank"].lower() == "first":
        return None
    else:
        own = [e for e in awards if e.festival == festival and e.section and _MAIN_COMPETITION.fullmatch(e.section)]
        own = own or [e for e in awards if e.festival == festival and not e.section]
    first = own[0] if own else None
    if first is None or first.honours not in _FOR_FILMS or _LESSER.search(first.name):
        return None
    return first


def _entry_of(node: Node, key: str, registry: Registry) -> str | None:
    other = node.attributes.get(key)
    return registry.draft(other.ids[0]).lexicon if other is not None and other.ids else None


def _by_grammar(node: Node, registry: Registry) -> str:
    """An entity of its own for an award that no entry means, named after what it belongs to."""
    scopes = [
        node.attributes[k]
        for k in ("section", "organization", "festival")
        if k in node.attributes and node.attributes[k].ids
    ]
    if not scopes:
        return registry.named(EntityType.AWARD, node.text)
    owner = registry.draft(scopes[0].ids[0])
    id_ = registry.named(EntityType.AWARD, node.text, owner.id)
    name = _without_capitals(node.text) if node.text.isupper() else node.text[0].upper() + node.text[1:]
    registry.drafts[id_].label = name if owner.label.lower() in name.lower() else f"{owner.label} {name}"
    return id_


def _without_capitals(name: str) -> str:
    """A name in capitals as it is written elsewhere ("BEST ACTOR IN A FILM": Best Actor in a Film)."""
    words = name.split()
    return " ".join(w.lower() if w in _SMALL and place else w if len(w) < _SHORT else w.capitalize() for place, w in enumerate(words))
