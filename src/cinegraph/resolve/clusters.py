"""Clusters of nodes taken to be one thing: union-find that refuses what contradicts, and keeps its reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from cinegraph.model import Merge
from cinegraph.resolve.nodes import Node
from cinegraph.resolve.profiles import Profile

Conflict = Callable[["Clusters", Profile, Profile], str | None]
"""Why two profiles of one type cannot be one thing, or None."""


class Clusters:
    """A partition of nodes that grows coarser; which node stands for a cluster never shows in what comes out.

    Source: R. E. Tarjan, union-find with path halving and union by size.
    """

    def __init__(self, nodes: Sequence[Node], conflict: Conflict) -> None:
        self.nodes = nodes
        self._conflict = conflict
        self._parent = list(range(len(nodes)))
        self._profiles = {node.index: node.profile for node in nodes}
        self._merges: list[tuple[int, Merge]] = []

    def find(self, node: int) -> int:
        """The node that stands for a node's cluster."""
        parent = self._parent
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def settle(self) -> None:
        """Let every profile count as one what has become one."""
        for profile in self._profiles.values():
            if profile.gathered() > 1:
                profile.settle(self.find)

    def profile(self, node: int) -> Profile:
        """What is known of a node's cluster."""
        return self._profiles[self.find(node)]

    def roots(self) -> list[int]:
        """One node for each cluster, in order."""
        return sorted(self._profiles)

    def first(self, node: int) -> int:
        """The first node of a cluster: the same whatever was united in which order."""
        return self.profile(node).first

    def conflict(self, left: int, right: int) -> str | None:
        """Why two clusters cannot be one thing, or None."""
        return self.conflict_of(self.profile(left), self.profile(right))

    def conflict_of(self, left: Profile, right: Profile) -> str | None:
        """Why two profiles cannot be of one thing, or None."""
        if _met(left.decided_apart, right.decided_apart, left, right):
            return "a person has decided that they are two"
        if _met(left.apart, right.apart, left, right):
            return "a claim relates the one to the other"
        return self._conflict(self, left, right)

    def decided_apart(self, left: int, right: int) -> bool:
        """Whether a person has decided that two clusters are two things."""
        one, other = self.profile(left), self.profile(right)
        return _met(one.decided_apart, other.decided_apart, one, other)

    def unite(self, left: int, right: int, merge: Merge, *, force: bool = False) -> bool:
        """Make two nodes' clusters one, unless something contradicts.

        :param force: unite whatever contradicts, as a person has decided
        :returns: whether they are one now
        """
        one, other = self.find(left), self.find(right)
        if one == other:
            return True
        if not force and self.conflict(one, other):
            return False
        if len(self._profiles[one].members) < len(self._profiles[other].members):
            one, other = other, one
        self._parent[other] = one
        profile = self._profiles[one]
        profile.absorb(self._profiles.pop(other))
        if profile.gathered() > profile.most:
            profile.settle(self.find)
        self._merges.append((one, merge))
        return True

    def merges(self) -> dict[int, set[Merge]]:
        """The reasons of each cluster, by the node that stands for it."""
        found: dict[int, set[Merge]] = {}
        for node, merge in self._merges:
            found.setdefault(self.find(node), set()).add(merge)
        return found


def _met(shunned: AbstractSet[int], shunning: AbstractSet[int], left: Profile, right: Profile) -> bool:
    return not shunned.isdisjoint(right.members) or not shunning.isdisjoint(left.members)
