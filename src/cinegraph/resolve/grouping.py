"""Joins clusters that bear one name: all of them, or where some contradict, those that facts hold together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from cinegraph.model import EntityType
from cinegraph.resolve.conflicts import share_director
from cinegraph.resolve.sorting import that_come_again
from cinegraph.resolve.state import Resolution

Bearer = tuple[int, str]
"""A node and the name by which it is in a group."""

Reason = Callable[[str, str], str]
"""From two names, why they are one."""

Facts = Callable[[Resolution, int], Iterable[tuple[Hashable, str]]]
"""From a cluster, facts that hold it together with another of its name that shares one, each with its words."""

Groups = dict[str, list[Bearer]]
"""The bearers of each name. Those that have become one are left out, for they stay one."""

_DOMINANT_SHARE, _DOMINANT_SIZE = 0.8, 4
_MOST_RIVALS = 50
"""A name that more than so many bear, whom no fact holds together, tells nothing by itself: they are not compared each
with each, which would cost the square of their number."""


@dataclass(frozen=True, slots=True)
class Joining:
    """How the bearers of a name are joined.

    :ivar reason: why two names are one
    :ivar facts: what holds bearers together where not all of them can be one
    :ivar cautious: whether a name alone is never enough
    """

    reason: Reason
    facts: Facts
    cautious: bool = False

    def join_all(self, state: Resolution, groups: Groups) -> None:
        """Join the bearers of each name, names in alphabetical order, and keep one bearer for each cluster."""
        for key in sorted(groups):
            groups[key] = _distinct(state, groups[key])
            if len(groups[key]) > 1:
                self.join(state, groups[key])
            else:
                del groups[key]

    def join(self, state: Resolution, group: Sequence[Bearer]) -> None:
        """Join the bearers of one name, one for each cluster."""
        if not self.cautious and _consistent(state, group):
            first, name = group[0]
            for other, other_name in group[1:]:
                state.unite(first, other, (name, other_name), self.reason(name, other_name))
            return
        self._join_by_facts(state, group)
        left = _distinct(state, group)
        if not self.cautious and len(left) <= _MOST_RIVALS:
            self._join_camps(state, left)
            self._place_the_open(state, _distinct(state, left))

    def _join_by_facts(self, state: Resolution, group: Sequence[Bearer]) -> None:
        blocks: dict[tuple[str, Hashable], list[Bearer]] = {}
        for node, name in group:
            for fact, in_words in self.facts(state, node):
                blocks.setdefault((in_words, fact), []).append((node, name))
        for block in sorted(blocks, key=lambda block: (block[0], repr(block[1]))):
            seeds: list[Bearer] = []
            for node, name in blocks[block]:
                if not any(self._unite(state, seed, (node, name), block[0]) for seed in seeds):
                    seeds.append((node, name))

    def _unite(self, state: Resolution, left: Bearer, right: Bearer, in_words: str) -> bool:
        reason = f"{self.reason(left[1], right[1])}, and {in_words}"
        return state.unite(left[0], right[0], (left[1], right[1]), reason)

    def _join_camps(self, state: Resolution, group: Sequence[Bearer]) -> None:
        """Join each that contradicts some to the one camp that it does not contradict, where there is only one."""
        rivals, camps = _rivals(state, group)[0], list[Bearer]()
        for rival in rivals:
            if all(state.clusters.conflict(camp[0], rival[0]) for camp in camps):
                camps.append(rival)
        for rival in rivals:
            fitting = [camp for camp in camps if not state.clusters.conflict(camp[0], rival[0])]
            if rival not in camps and len(fitting) == 1:
                self._unite(state, fitting[0], rival, "all others of that name contradict it")

    def _place_the_open(self, state: Resolution, group: Sequence[Bearer]) -> None:
        """Give those that nothing contradicts to a rival that stands for nearly all; otherwise doubt."""
        rivals, open_ones = _rivals(state, group)
        for left, right in combinations(rivals, 2):
            _doubt_rivals(state, left, right)
        chief = _dominant(state, rivals)
        for node, name in open_ones:
            if chief is not None:
                reason = f"{self.reason(chief[1], name)}, and nearly all of that name are one"
                state.unite(chief[0], node, (chief[1], name), reason)
                continue
            for rival, _ in rivals:
                state.doubt(rival, node, "same name, but several bear it", 0.5)


def groups_of(state: Resolution, kind: EntityType, keys: Callable[[str], Iterable[str]]) -> Groups:
    """The entities of a type, by the keys of their names."""
    # Most names are borne by one node only: a group for each would take more memory than all else.
    several = that_come_again(
        hash(key)
        for form, nodes in state.nodes.of_forms(kind)
        for name in form.names
        for key in keys(name)
        for _ in nodes[:2]
    )
    groups: Groups = {}
    for form, nodes in state.nodes.of_forms(kind):
        for name in form.names:
            for key in keys(name):
                if hash(key) in several:
                    groups.setdefault(key, []).extend([(node, name) for node in nodes])
    return {key: group for key, group in groups.items() if len(group) > 1}


def _distinct(state: Resolution, bearers: Iterable[Bearer]) -> list[Bearer]:
    """One bearer for each cluster, in the order of the clusters' first nodes."""
    find = state.clusters.find
    found: dict[int, Bearer] = {}
    for bearer in bearers:
        cluster = find(bearer[0])
        known = found.get(cluster)
        if known is None or bearer < known:
            found[cluster] = bearer
    return sorted(found.values(), key=lambda bearer: state.clusters.first(bearer[0]))


def _consistent(state: Resolution, group: Sequence[Bearer]) -> bool:
    """Whether all of a group can be one thing."""
    together = state.clusters.profile(group[0][0]).copy()
    for node, _ in group[1:]:
        profile = state.clusters.profile(node)
        if state.clusters.conflict_of(together, profile):
            return False
        together.absorb(profile)
    return True


def _rivals(state: Resolution, group: Sequence[Bearer]) -> tuple[list[Bearer], list[Bearer]]:
    """Those that contradict another of the group, and those that contradict none."""
    rivals: set[Bearer] = set()
    telling = [bearer for bearer in group if state.clusters.profile(bearer[0]).telling]
    for left, right in combinations(telling, 2):
        if not {left, right} <= rivals and state.clusters.conflict(left[0], right[0]):
            rivals |= {left, right}
    return [one for one in group if one in rivals], [one for one in group if one not in rivals]


def _dominant(state: Resolution, rivals: Sequence[Bearer]) -> Bearer | None:
    """The rival that has nearly all articles, or the largest of rivals that are one director's."""
    if not rivals:
        return None
    profiles = [state.clusters.profile(node) for node, _ in rivals]
    sizes = [state.clusters.size(node) for node, _ in rivals]
    largest = max(range(len(rivals)), key=lambda index: (sizes[index], -index))
    if sizes[largest] >= max(_DOMINANT_SIZE, _DOMINANT_SHARE * sum(sizes)):
        return rivals[largest]
    alike = all(share_director(state.clusters, profiles[largest], profile) for profile in profiles)
    return rivals[largest] if alike and sizes.count(sizes[largest]) == 1 else None


def _doubt_rivals(state: Resolution, left: Bearer, right: Bearer) -> None:
    """A contradiction between two that have much in common may be a slip of one article."""
    why = state.clusters.conflict(left[0], right[0])
    if why is None:
        state.doubt(left[0], right[0], "same name, but several bear it", 0.5)
        return
    common = state.shared(left[0], right[0])
    if common:
        state.doubt(left[0], right[0], f"same name, and both with {common[0]}, but {why}", 0.6)
