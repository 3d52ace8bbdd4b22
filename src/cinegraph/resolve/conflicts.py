"""What speaks against two clusters being one thing: birth years, genders, film years, directors, festivals."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import product

from cinegraph.model import EntityType
from cinegraph.resolve.clusters import Clusters
from cinegraph.resolve.nodes import SCOPED, WORKS
from cinegraph.resolve.person_names import PersonName, may_be_same
from cinegraph.resolve.profiles import Profile, Scope

_PRIZE_YEARS = 2  # a film is honoured up to two years after its own year


def conflict_between(clusters: Clusters, left: Profile, right: Profile) -> str | None:
    """Why two profiles of one type cannot be of one thing, or None."""
    if left.lexicon and right.lexicon and left.lexicon.isdisjoint(right.lexicon):
        return "the lexicon holds them as two"
    kind = clusters.nodes.type(left.first)
    if kind is EntityType.PERSON:
        return _people(left, right)
    if kind in WORKS:
        return _films(clusters, left, right)
    if kind in SCOPED:
        return _scoped(clusters, left, right)
    return None


def share_director(clusters: Clusters, left: Profile, right: Profile) -> bool:
    """Whether two films have a director in common."""
    ours, theirs = (_people_in(clusters, profile.directors) for profile in (left, right))
    return not ours.isdisjoint(theirs)


def years_of(profile: Profile) -> AbstractSet[frozenset[int]]:
    """A film's years as its articles give them, or else those of its premieres."""
    return profile.years or ({frozenset(profile.premieres)} if profile.premieres else set())


def scopes_in(clusters: Clusters, scopes: Iterable[frozenset[Scope]]) -> set[Scope]:
    """The festivals, organisations or sections of an award, each by its lexicon id or else its cluster."""
    return {_scope(clusters, scope) for group in scopes for scope in group}


def _people(left: Profile, right: Profile) -> str | None:
    if left.genders and right.genders and left.genders.isdisjoint(right.genders):
        return "one is a woman, the other a man"
    if any(abs(one - other) > 1 for one, other in product(left.births, right.births)):
        return f"born in {_listed(left.births)} and in {_listed(right.births)}"
    if _disjoint(left.generations, right.generations) or _disjoint(left.patronymics, right.patronymics):
        return "their names say that they are two of one family"
    smaller, larger = sorted((left.by_article, right.by_article), key=len)
    for article, names in smaller.items():
        for one, other in product(names, larger.get(article, ())):
            if not _any_same(one, other):
                return f"{article} names both, as two people"
    return None


def _any_same(left: Iterable[PersonName], right: Iterable[PersonName]) -> bool:
    return any(may_be_same(one, other) for one, other in product(left, right))


def _films(clusters: Clusters, left: Profile, right: Profile) -> str | None:
    if left.forms | right.forms == {"short", "feature"} and len(left.forms) == len(right.forms) == 1:
        return "one is a short, the other a feature"
    for one, other in product(years_of(left), years_of(right)):
        if min(abs(ours - theirs) for ours, theirs in product(one, other)) > 1:
            return f"of {_listed(one)} and of {_listed(other)}"
    if _other_directors(clusters, left, right):
        return "different directors"
    if not share_director(clusters, left, right) and (_too_late(left, right) or _too_late(right, left)):
        return "honoured in other years than its own"
    return None


def _other_directors(clusters: Clusters, left: Profile, right: Profile) -> bool:
    ours, theirs = ({_names_in(clusters, group) for group in side.directors} for side in (left, right))
    return any(not _may_share_person(one, other) for one, other in product(ours, theirs))


def _names_in(clusters: Clusters, people: Iterable[int]) -> frozenset[PersonName]:
    return frozenset(name for person in people for name in clusters.profile(person).names)


def _may_share_person(left: frozenset[PersonName], right: frozenset[PersonName]) -> bool:
    """Whether a person may be on both sides, or siblings, of whom articles often name one alone."""
    if not left.isdisjoint(right) or _any_same(left, right):
        return True
    return not {name.surname for name in left}.isdisjoint(name.surname for name in right)


def _people_in(clusters: Clusters, groups: Iterable[frozenset[int]]) -> set[int]:
    return {clusters.find(node) for group in groups for node in group}


def _too_late(film: Profile, honoured: Profile) -> bool:
    years = {year for group in years_of(film) for year in group}
    return bool(years and honoured.prizes) and all(
        abs(year - prize) > _PRIZE_YEARS for year, prize in product(years, honoured.prizes)
    )


def _scoped(clusters: Clusters, left: Profile, right: Profile) -> str | None:
    if left.lexicon and right.lexicon:
        return None
    if _disjoint(scopes_in(clusters, left.givers), scopes_in(clusters, right.givers)):
        return "of different festivals or organisations"
    if _disjoint(scopes_in(clusters, left.sections), scopes_in(clusters, right.sections)):
        return "of different sections"
    return None


def _scope(clusters: Clusters, scope: Scope) -> Scope:
    if isinstance(scope, str):
        return scope
    return min(clusters.profile(scope).lexicon, default=clusters.first(scope))


def _disjoint(left: Iterable[object], right: Iterable[object]) -> bool:
    ours, theirs = set(left), set(right)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _listed(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years)))
