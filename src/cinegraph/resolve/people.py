"""Which people are one by their full names alone."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from cinegraph.model import EntityType
from cinegraph.resolve.grouping import Groups, Joining, groups_of
from cinegraph.resolve.names import spellings
from cinegraph.resolve.person_names import PersonName, keys_of, person_name
from cinegraph.resolve.state import STRONG, Resolution

_ORDER = "same name, once with the family name first"


def join_people_by_name(state: Resolution) -> None:
    """Make one of people with the same full name, in any spelling, romanisation or order of names."""
    state.start_step()
    by_name = Joining(_reason, person_facts)
    for keys in (keys_of, _roman_keys):
        by_name.join_all(state, state.once(keys, lambda keys=keys: groups_of(state, EntityType.PERSON, keys)))  # type: ignore[misc]
    certain, doubtful = state.once(_turned_groups, lambda: _turned_groups(state))
    Joining(lambda left, right: _ORDER, person_facts).join_all(state, certain)
    Joining(lambda left, right: _ORDER, person_facts, cautious=True).join_all(state, doubtful)
    for group in doubtful.values():
        first, _ = min(group)
        for node, _ in group:
            state.doubt(first, node, _ORDER, 0.5)


def person_facts(state: Resolution, root: int) -> Iterator[tuple[Hashable, str]]:
    """What holds two people of one name together: a birth year, a film, a person, a prize."""
    for year in state.clusters.profile(root).births:
        yield ("born", year), f"born in {year}"
    for shared in state.context(state.clusters.find(root)):
        if shared[0] in STRONG:
            yield shared, f"both with {state.label(shared[1])}"


def _reason(left: str, right: str) -> str:
    if left == right:
        return "same full name"
    if not set(keys_of(left)).isdisjoint(keys_of(right)):
        return "same full name but for case, accents, signs or script"
    return "same full name in another romanisation"


def _roman_keys(name: str) -> list[str]:
    forms = [person_name(form) for form in spellings(name)]
    return sorted({form.roman for form in forms if form.full and form.slavic})


def _turned_groups(state: Resolution) -> tuple[Groups, Groups]:
    """Names that differ in order alone: those in which only one end can be a first name, and the others."""
    certain: Groups = {}
    doubtful: Groups = {}
    for key, group in groups_of(state, EntityType.PERSON, _turned_keys).items():
        forms = {person_name(name) for _, name in group}
        if len({form.key for form in forms}) > 1:
            chosen = doubtful if any(_both_ends_are_given(state, form) for form in forms) else certain
            chosen[key] = group
    return certain, doubtful


def _turned_keys(name: str) -> list[str]:
    form = person_name(name)
    return [form.turned] if form.full else []


def _both_ends_are_given(state: Resolution, name: PersonName) -> bool:
    known = state.lexicon.first_names
    return name.surname in known and name.given[0] in known
