"""Which festivals, organisations, places and publications are one, and which of the prizes and sections they give."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from cinegraph.model import EntityType
from cinegraph.resolve.conflicts import scopes_in
from cinegraph.resolve.grouping import Groups, Joining, groups_of
from cinegraph.resolve.names import word_set, words
from cinegraph.resolve.state import Resolution

_SIMPLE = (EntityType.FESTIVAL, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PUBLICATION)
_COMPANY = word_set("inc ltd llc gmbh plc corp co ooo sa srl bv ab as oy")
_SHORT_WORDS = {"intl": "international", "fest": "festival", "univ": "university", "filmfest": "filmfestival"}
_EDITION = re.compile(r"(?:1[89]|20)\d\d|\d+(?:st|nd|rd|th)")
_GENERIC = word_set(
    """the a an of for in and at on best most award awards prize prizes grand prix jury special mention honorable
    honourable mentions director directing direction actor actress acting performance leading supporting lead role
    film films movie picture feature features short shorts documentary documentaries animated animation fiction
    narrative debut first second third screenplay script writing cinematography cinematographer camera editing editor
    score music song sound design production costume visual effects artistic contribution achievement technical
    audience public peoples choice critics press youth young student students main official international national
    world new emerging filmmaker filmmakers talent breakthrough lifetime career honorary top opening closing night
    competition out section selection programme program panorama forum horizons discovery perspectives spotlight
    retrospective showcase series work in progress foreign language european male female ensemble original adapted
    festival academy school university institute state college studio studios company pictures productions centre center
    city region republic cinema arts art department workshop museum"""
)


def join_others(state: Resolution) -> None:
    """Make one of festivals, organisations, places and publications with the same name, then of prizes and sections."""
    state.start_step()
    for kind in _SIMPLE:
        specific, _ = _groups(state, kind)
        Joining(_reason, _no_facts).join_all(state, specific)
    for kind in (EntityType.SECTION, EntityType.AWARD):
        state.clusters.settle()
        specific, generic = _groups(state, kind)
        Joining(_reason, _giver_facts).join_all(state, specific)
        Joining(_reason, _giver_and_section_facts, cautious=True).join_all(state, generic)


def is_generic(name: str) -> bool:
    """Whether a name is that of many things: only its festival or its place tells which.

    >>> is_generic("Best Director"), is_generic("Grand Jury Prize"), is_generic("Palme d'Or")
    (True, True, False)
    """
    return set(words(name)) <= _GENERIC


def _groups(state: Resolution, kind: EntityType) -> tuple[Groups, Groups]:
    """Things of a type by name: those whose name is theirs, and those with one of the names that many have."""
    return state.once((_groups, kind), lambda: _parted(groups_of(state, kind, lambda name: (_key(name, kind),))))


def _parted(groups: Groups) -> tuple[Groups, Groups]:
    generic = {key: group for key, group in groups.items() if all(is_generic(name) for _, name in group)}
    return {key: group for key, group in groups.items() if key not in generic}, generic


def _key(name: str, kind: EntityType) -> str:
    found = [_SHORT_WORDS.get(word, word) for word in words(name)]
    if kind is EntityType.FESTIVAL:
        found = [word for word in found if not _EDITION.fullmatch(word)] or found
    if kind is EntityType.ORGANIZATION:
        while len(found) > 1 and found[-1] in _COMPANY:
            found.pop()
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    return "".join(found)


def _reason(left: str, right: str) -> str:
    return "same name" if left == right else "same name but for case, accents, signs or script"


def _no_facts(state: Resolution, root: int) -> Iterator[tuple[Hashable, str]]:
    """Names decide alone."""
    return iter(())


def _giver_facts(state: Resolution, root: int) -> Iterator[tuple[Hashable, str]]:
    for giver in scopes_in(state.clusters, state.clusters.profile(root).givers):
        yield ("giver", giver), f"both of {_scope_label(state, giver)}"


def _giver_and_section_facts(state: Resolution, root: int) -> Iterator[tuple[Hashable, str]]:
    profile = state.clusters.profile(root)
    sections = scopes_in(state.clusters, profile.sections) or {""}
    for giver in scopes_in(state.clusters, profile.givers):
        for section in sections:
            in_words = f"both of {_scope_label(state, giver)}"
            in_words += f", {_scope_label(state, section)}" if section != "" else ""
            yield ("giver", giver, section), in_words


def _scope_label(state: Resolution, scope: int | str) -> str:
    if isinstance(scope, int):
        return state.label(scope)
    entry = state.lexicon.entries.get(scope)
    return entry.name if entry is not None else scope
