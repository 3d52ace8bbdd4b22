"""What the steps of resolution share: nodes, clusters, doubts, and what two clusters have to do with in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from cinegraph.lexicon import Lexicon
from cinegraph.model import EntityType, Merge
from cinegraph.resolve.clusters import Clusters
from cinegraph.resolve.columns import Nodes
from cinegraph.resolve.nodes import Link

Shared = tuple[str, int, str]
"""What two clusters have in common: kind, the cluster of the other, and a year or ""."""

T = TypeVar("T")

STRONG = frozenset({"work", "person", "award"})

_MOST_CONTEXTS, _MOST_NAMED = 131_072, 16_384
"""Of so many clusters it is remembered what they have to do with, and their names and articles: all of them would take
more memory than all else."""


class Resolution:
    """A resolution under way.

    :ivar doubts: pairs of nodes, smaller first → reason and score of a merge that was not made
    """

    def __init__(self, nodes: Nodes, clusters: Clusters, lexicon: Lexicon) -> None:
        self.nodes = nodes
        self.clusters = clusters
        self.lexicon = lexicon
        self.doubts: dict[tuple[int, int], tuple[str, float]] = {}
        self._contexts: dict[int, frozenset[Shared]] = {}
        self._names: dict[int, tuple[int, list[str]]] = {}
        self._articles: dict[int, tuple[int, set[str]]] = {}
        self._once: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made when it is asked for first, and kept for the rounds to come."""
        if key not in self._once:
            self._once[key] = make()
        return self._once[key]  # type: ignore[return-value]

    def roots_of(self, *types: EntityType) -> list[int]:
        """The clusters of some types, in the order of their first nodes."""
        found = [root for root in self.clusters.roots() if self.nodes.type(root) in types]
        return sorted(found, key=self.clusters.first)

    def links(self, root: int) -> Iterable[Link]:
        """All that the claims tie a cluster to."""
        return (link for member in self.clusters.members(root) for link in self.nodes.links(member))

    def names(self, root: int) -> list[str]:
        """All names of a cluster, in order of code points."""
        return self._of_members(self._names, root, self._names_of)

    def _names_of(self, members: Iterable[int]) -> list[str]:
        return sorted({name for member in members for name in self.nodes.form(member).names})

    def articles(self, root: int) -> set[str]:
        """The articles that a cluster is in."""
        return self._of_members(self._articles, root, lambda members: set(map(self.nodes.article, members)))

    def _of_members(self, known: dict[int, tuple[int, T]], root: int, make: Callable[[Iterable[int]], T]) -> T:
        """What depends on a cluster's nodes alone, made anew only where it has grown."""
        root = self.clusters.find(root)
        size = self.clusters.size(root)
        found = known.get(root)
        if found is None or found[0] != size:
            if len(known) >= _MOST_NAMED:
                known.clear()
            found = known[root] = size, make(self.clusters.members(root))
        return found[1]

    def label(self, node: int) -> str:
        """A name for a cluster to speak of it in reasons."""
        return self.nodes.form(self.clusters.first(node)).label

    def start_step(self) -> None:
        """Forget what was remembered of clusters that have grown since."""
        self._contexts.clear()
        self.clusters.settle()

    def context(self, root: int) -> frozenset[Shared]:
        """What a cluster has to do with: works, people, prizes of a year, festivals of a year."""
        context = self._contexts.get(root)
        if context is None:
            if len(self._contexts) >= _MOST_CONTEXTS:
                self._contexts.clear()
            find = self.clusters.find
            found = ((link.kind, find(link.other), link.year) for link in self.links(root))
            context = self._contexts[root] = frozenset(item for item in found if item[1] != root)
        return context

    def shared(self, left: int, right: int, kinds: Iterable[str] = STRONG) -> list[str]:
        """What two clusters have in common, in words, in alphabetical order."""
        allowed = frozenset(kinds)
        common = self.context(left) & self.context(right)
        return sorted(self._in_words(item) for item in common if item[0] in allowed)

    def together(self, left: int, right: int) -> bool:
        """Whether one article holds both, as two."""
        smaller, larger = sorted((self.articles(left), self.articles(right)), key=len)
        return not smaller.isdisjoint(larger)

    def unite(self, left: int, right: int, names: tuple[str, str], reason: str) -> bool:
        """Make two clusters one, for a reason, unless something contradicts."""
        one, other = sorted(names)
        return self.clusters.unite(left, right, Merge(one, other, reason))

    def doubt(self, left: int, right: int, reason: str, score: float) -> None:
        """Note that two clusters might be one; of several reasons the strongest stays."""
        if self.clusters.find(left) == self.clusters.find(right):
            return
        one, other = sorted((self.clusters.first(left), self.clusters.first(right)))
        known = self.doubts.get((one, other))
        if known is None or (-score, reason) < (-known[1], known[0]):
            self.doubts[one, other] = (reason, score)

    def _in_words(self, item: Shared) -> str:
        kind, other, year = item
        label = self.label(other)
        return f"{label} {year}" if kind in ("festival", "award") else label
