"""Clusters of nodes taken to be one thing: union-find that refuses what contradicts, and keeps its reasons."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from cinegraph.model import Merge
from cinegraph.resolve.columns import Nodes
from cinegraph.resolve.profiles import Profile
from cinegraph.resolve.spill import Spill

Conflict = Callable[["Clusters", Profile, Profile], str | None]
"""Why two profiles of one type cannot be one thing, or None."""

_FEW = 8
"""Profiles of clusters with more nodes are kept; those of others are made of their nodes again."""
_MOST_RECENT = 16_384


class Clusters:
    """A partition of nodes that grows coarser; which node stands for a cluster never shows in what comes out.

    Source: R. E. Tarjan, union-find with path halving and union by size.

    :ivar number: how many clusters there are
    """

    def __init__(self, nodes: Nodes, conflict: Conflict) -> None:
        self.nodes = nodes
        self.number = len(nodes)
        self._conflict = conflict
        self._parent = array("i", range(len(nodes)))
        # Of the nodes that stand for a cluster: its first node, how many it has, and the last in the row of them.
        self._first, self._last = self._parent[:], self._parent[:]
        self._sizes = array("i", (1,)) * len(nodes)
        self._next = array("i", (-1,)) * len(nodes)
        self._large: dict[int, Profile] = {}
        self._recent: dict[int, Profile] = {}
        self._apart: dict[int, set[int]] = {}
        self._merged = array("i")
        self._merges = Spill()

    def find(self, node: int) -> int:
        """The node that stands for a node's cluster."""
        parent = self._parent
        while (above := parent[node]) != node:
            parent[node] = node = parent[above]
        return node

    def settle(self) -> None:
        """Let every profile count as one what has become one."""
        for profiles in (self._large, self._recent):
            for profile in profiles.values():
                if profile.gathered() > 1:
                    profile.settle(self.find)

    def profile(self, node: int) -> Profile:
        """What is known of a node's cluster."""
        root = self.find(node)
        found = self._large.get(root) or self._recent.get(root)
        if found is None:
            members = self.members(root)
            found = self._of_node(next(members))
            for member in members:
                self._absorb(found, self._of_node(member))
            self._keep(root, found)
        return found

    def members(self, node: int) -> Iterator[int]:
        """The nodes of a node's cluster, each once."""
        member = self.find(node)
        while member >= 0:
            yield member
            member = self._next[member]

    def size(self, node: int) -> int:
        """How many nodes a node's cluster has."""
        return self._sizes[self.find(node)]

    def roots(self) -> Iterator[int]:
        """One node for each cluster, in order."""
        return (node for node, above in enumerate(self._parent) if node == above)

    def first(self, node: int) -> int:
        """The first node of a cluster: the same whatever was united in which order."""
        return self._first[self.find(node)]

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

    def keep_apart(self, node: int, others: Iterable[int]) -> None:
        """Note that a node is none of some others, as a person has decided."""
        self._apart.setdefault(node, set()).update(others)
        self.profile(node).note("decided_apart", self._apart[node])

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
        if self._sizes[one] < self._sizes[other]:
            one, other = other, one
        profile, theirs = self.profile(one), self.profile(other)
        self._large.pop(other, None)
        self._recent.pop(other, None)
        self._join(one, other)
        self._absorb(profile, theirs)
        self._keep(one, profile)
        self._merged.append(one)
        self._merges.append((merge.left, merge.right, merge.reason))
        return True

    def merges(self) -> Callable[[int], set[Merge]]:
        """The reasons of each cluster, by the node that stands for it."""
        last = array("i", (-1,)) * len(self.nodes)
        before = array("i")
        for place, node in enumerate(self._merged):
            root = self.find(node)
            before.append(last[root])
            last[root] = place

        def of(root: int) -> set[Merge]:
            found, place = set(), last[root]
            while place >= 0:
                found.add(Merge(*self._merges[place]))
                place = before[place]
            return found

        return of

    def _join(self, one: int, other: int) -> None:
        self._parent[other] = one
        self._first[one] = min(self._first[one], self._first[other])
        self._sizes[one] += self._sizes[other]
        self._next[self._last[one]] = other
        self._last[one] = self._last[other]
        self.number -= 1

    def _of_node(self, node: int) -> Profile:
        profile = self.nodes.profile(node)
        if node in self._apart:
            profile.note("decided_apart", self._apart[node])
        return profile

    def _absorb(self, profile: Profile, other: Profile) -> None:
        profile.absorb(other)
        if profile.gathered() > profile.most:
            profile.settle(self.find)

    def _keep(self, root: int, profile: Profile) -> None:
        if self._sizes[root] > _FEW:
            self._recent.pop(root, None)
            self._large[root] = profile
            return
        if len(self._recent) >= _MOST_RECENT:
            self._recent.clear()
        self._recent[root] = profile


def _met(shunned: AbstractSet[int], shunning: AbstractSet[int], left: Profile, right: Profile) -> bool:
    return not shunned.isdisjoint(right.members) or not shunning.isdisjoint(left.members)
