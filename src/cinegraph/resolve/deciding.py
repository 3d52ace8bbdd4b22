"""Carries out a person's decisions on which names are one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from cinegraph.model import EntityType, Merge
from cinegraph.resolve.decisions import Decision, last_words
from cinegraph.resolve.names import compact
from cinegraph.resolve.state import Resolution


def apply_decisions(state: Resolution, decisions: Iterable[Decision]) -> None:
    """Keep apart what is decided to be two things, and unite what is decided to be one, whatever contradicts."""
    last = last_words(decisions)
    if not last:
        return
    names = (name for decision in last for name in (decision.left_name, decision.right_name))
    index = _bearers(state, set(map(compact, names)))
    pairs = [(decision, *_nodes(state, index, decision)) for decision in last]
    for decision, left, right in pairs:
        if decision.kind == "different":
            _keep_apart(state, left, right)
    for decision, left, right in pairs:
        if decision.kind == "same":
            _unite(state, decision, left, right)


def _bearers(state: Resolution, wanted: AbstractSet[str]) -> dict[tuple[EntityType, str], list[int]]:
    """The nodes that bear one of some names, by type and name."""
    index: dict[tuple[EntityType, str], list[int]] = {}
    for form, nodes in state.nodes.of_forms():
        for key in sorted({compact(name) for name in (form.label, *form.names)} & wanted):
            index.setdefault((form.type, key), []).extend(nodes)
    return {key: sorted(nodes) for key, nodes in index.items()}


def _nodes(
    state: Resolution, index: dict[tuple[EntityType, str], list[int]], decision: Decision
) -> tuple[list[int], list[int]]:
    """The nodes that a decision's names stand for."""
    left = _in_article(state, index.get((decision.left_type, compact(decision.left_name)), []), decision.article)
    right_type = decision.right_type or decision.left_type
    right = _in_article(state, index.get((right_type, compact(decision.right_name)), []), decision.right_article)
    if decision.kind == "different" and compact(decision.left_name) == compact(decision.right_name):
        if decision.right_article is None:
            right = [node for node in right if node not in left]
        elif decision.article is None:
            left = [node for node in left if node not in right]
    return left, right


def _in_article(state: Resolution, nodes: Sequence[int], article: str | None) -> list[int]:
    return [node for node in nodes if article is None or state.nodes.article(node) == article]


def _keep_apart(state: Resolution, left: Sequence[int], right: Sequence[int]) -> None:
    """One article's own entity under both names cannot be taken apart here: it stays whole."""
    both = set(left) & set(right)
    ours, theirs = set(left) - both, set(right) - both
    for node in ours:
        state.clusters.keep_apart(node, theirs)
    for node in theirs:
        state.clusters.keep_apart(node, ours)


def _unite(state: Resolution, decision: Decision, left: Sequence[int], right: Sequence[int]) -> None:
    if not left or not right:
        return
    who = f" by {decision.who}" if decision.who else ""
    one, other = sorted((decision.left_name, decision.right_name))
    merge = Merge(one, other, f"decided{who}")
    first = min(*left, *right)
    for node in sorted({*left, *right}):
        if state.clusters.decided_apart(first, node):
            state.doubt(first, node, "decisions contradict one another", 1.0)
        else:
            state.clusters.unite(first, node, merge, force=True)
