"""Which people are one by similar names and what they have in common: a film, a person, a prize, a festival."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from cinegraph.model import EntityType
from cinegraph.resolve.names import deletions
from cinegraph.resolve.person_names import PersonName, near, person_name, same_or_short, short_forms
from cinegraph.resolve.romanisation import romanised
from cinegraph.resolve.sorting import that_come_again
from cinegraph.resolve.state import STRONG, Resolution, Shared

_DOUBLED = re.compile(r"(.)\1+")
_LONG = 12
_EDITIONS = STRONG | {"festival"}
_CROWD = 50
"""Of more people than so many whose names may be alike, those alone are compared who have something in common that is
not common to as many: comparing each with each would cost the square of their number."""


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How two names are alike.

    :ivar kinds: what the two must have in common, one of these
    :ivar vague: whether the first name may be several people's
    :ivar doubtful: whether it is never enough
    """

    names: tuple[str, str]
    reason: str
    kinds: frozenset[str]
    vague: bool = False
    doubtful: bool = False


def join_people_in_context(state: Resolution) -> None:
    """Make one of people whose names are alike and who share a film, a person, a prize or an edition."""
    state.start_step()
    found: list[tuple[int, int, _Likeness, str]] = []
    partners: dict[int, set[int]] = {}
    for left, right, likeness in _alike(state):
        common = state.shared(left, right, likeness.kinds)
        if not common or likeness.doubtful or state.together(left, right):
            _doubt(state, left, right, likeness, common)
            continue
        found.append((left, right, likeness, common[0]))
        if likeness.vague:
            partners.setdefault(left, set()).add(right)
    for left, right, likeness, thing in found:
        if likeness.vague and len(set(map(state.clusters.find, partners[left]))) > 1:
            state.doubt(left, right, f"{likeness.reason}, and both with {thing}, but several people fit", 0.5)
        elif not state.unite(left, right, likeness.names, f"{likeness.reason}, and both with {thing}"):
            _doubt_conflict(state, left, right, likeness)


def _doubt(state: Resolution, left: int, right: int, likeness: _Likeness, common: list[str]) -> None:
    if state.clusters.conflict(left, right):
        return
    if not common:
        state.doubt(left, right, f"{likeness.reason}, but nothing in common", 0.3 if likeness.vague else 0.4)
    elif likeness.doubtful:
        state.doubt(left, right, f"{likeness.reason}, and both with {common[0]}", 0.6)
    elif not _share_credit(state, left, right):
        state.doubt(left, right, f"{likeness.reason}, and both with {common[0]}, but one article names both", 0.5)


def _doubt_conflict(state: Resolution, left: int, right: int, likeness: _Likeness) -> None:
    state.doubt(left, right, f"{likeness.reason}, but {state.clusters.conflict(left, right)}", 0.4)


def _share_credit(state: Resolution, left: int, right: int) -> bool:
    """Whether one article gives both the same part in the same thing, as it does with siblings."""
    ours, theirs = (
        {
            (state.nodes.article(member), link.relation, link.other)
            for member in state.clusters.members(root)
            for link in state.nodes.links(member)
        }
        for root in (left, right)
    )
    return not ours.isdisjoint(theirs)


def _alike(state: Resolution) -> list[tuple[int, int, _Likeness]]:
    """Pairs of people with names alike, the vaguer first; each pair once, the strongest likeness."""
    blocks = state.once(_alike, lambda: _Blocks.of(state))
    found = []
    for left, right in blocks.pairs(state):
        if (best := blocks.likeness(state, left, right)) is not None:
            turned, likeness = best
            found.append((right, left, likeness) if turned else (left, right, likeness))
    return found


@dataclass(slots=True)
class _Blocks:
    """People whose names may be alike, as the first round finds them: later ones find the same, in larger clusters.

    :ivar near: pairs of nodes
    :ivar crowds: nodes of which any two may be alike, too many to compare them all
    :ivar known: for pairs of clusters their sizes and their likeness, until one of them grows
    """

    near: set[tuple[int, int]]
    crowds: list[list[int]]
    known: dict[tuple[int, int], tuple[int, int, tuple[bool, _Likeness] | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, state: Resolution) -> _Blocks:
        """The blocks of the clusters as they are."""
        people = state.roots_of(EntityType.PERSON)
        # Nearly all keys are one person's alone: all of them at once would take more memory than anything else.
        common = that_come_again(hash(key) for root in people for key in _keys_of(_names(state, root)))
        blocks: dict[str, list[int]] = {}
        for root in people:
            for key in _keys_of(_names(state, root)):
                if hash(key) in common:
                    blocks.setdefault(key, []).append(root)
        near = {pair for block in blocks.values() if len(block) <= _CROWD for pair in combinations(block, 2)}
        return cls(near, [block for block in blocks.values() if len(block) > _CROWD])

    def pairs(self, state: Resolution) -> list[tuple[int, int]]:
        """Pairs of clusters to be compared, the one with the first node first, in the order of first nodes."""
        find, first = state.clusters.find, state.clusters.first
        met = {(find(left), find(right)) for left, right in self.near}
        for crowd in self.crowds:
            met |= _with_something_in_common(state, {find(node) for node in crowd})
        ordered = {(left, right) if first(left) < first(right) else (right, left) for left, right in met}
        return sorted(
            (pair for pair in ordered if pair[0] != pair[1]), key=lambda pair: (first(pair[0]), first(pair[1]))
        )

    def likeness(self, state: Resolution, left: int, right: int) -> tuple[bool, _Likeness] | None:
        """The strongest likeness of two people's names, and whether the second is the vaguer."""
        sizes = state.clusters.size(left), state.clusters.size(right)
        known = self.known.get((left, right))
        if known is None or known[:2] != sizes:
            best = _likeness(state, _names(state, left), _names(state, right))
            known = self.known[left, right] = sizes[0], sizes[1], best
        return known[2]


def _with_something_in_common(state: Resolution, crowd: set[int]) -> set[tuple[int, int]]:
    holders: dict[Shared, list[int]] = {}
    for root in sorted(crowd):
        for item in state.context(root):
            if item[0] in _EDITIONS:
                holders.setdefault(item, []).append(root)
    return {pair for group in holders.values() if len(group) <= _CROWD for pair in combinations(group, 2)}


def _names(state: Resolution, root: int) -> list[tuple[str, PersonName]]:
    return [(name, form) for name in state.names(root) if (form := person_name(name)).given]


def _keys_of(names: Iterable[tuple[str, PersonName]]) -> set[str]:
    return {key for _, form in names for key in _block_keys(form)}


def _block_keys(name: PersonName) -> Iterator[str]:
    """Keys of which two names alike have one in common, and others seldom."""
    surname, given = romanised(name.surname), name.given[0]
    yield f"{surname} {romanised(given)[:1] or given[:1]}"
    for group in short_forms(given):
        yield f"{surname} {group}"
    if name.full:
        yield from deletions(name.roman)


def _likeness(
    state: Resolution, left: Iterable[tuple[str, PersonName]], right: Iterable[tuple[str, PersonName]]
) -> tuple[bool, _Likeness] | None:
    """The strongest likeness of two people's names, and whether the second is the vaguer."""
    found = []
    for (name, form), (other_name, other_form) in product(left, right):
        for turned, one, other in ((False, form, other_form), (True, other_form, form)):
            likeness = _compare(state, (name, other_name), one, other)
            if likeness is not None:
                found.append((likeness.doubtful, likeness.vague, likeness.names, turned, likeness))
    best = min(found, key=lambda item: item[:4], default=None)
    return None if best is None else best[3:]


def _compare(state: Resolution, names: tuple[str, str], left: PersonName, right: PersonName) -> _Likeness | None:
    """How the first name is a vaguer or a misspelled form of the second."""
    if left.key == right.key:
        return None
    family = left.generation != right.generation
    same_surname = romanised(left.surname) == romanised(right.surname)
    if same_surname and left.given[0] == right.given[0] and len(left.given) < len(right.given):
        return _Likeness(names, "same name, once with a middle name", STRONG - {"award"}, vague=True, doubtful=family)
    if same_surname and left.given == right.given and family and not left.generation:
        return _Likeness(names, "same name, once with a mark of generation", STRONG, doubtful=True)
    if same_surname and _is_short_for(left, right) and not _other_gender(state, left.given[0], right.given[0]):
        reason = "same surname, and one first name is short for the other"
        return _Likeness(names, reason, frozenset({"work"}), vague=True, doubtful=family)
    if left.full and right.full and near(left.roman, right.roman):
        return _misspelled(state, names, left, right)
    return None


def _is_short_for(left: PersonName, right: PersonName) -> bool:
    one, other = left.given[0], right.given[0]
    if len(left.given) > 1 and left.full and not all(len(word) == 1 for word in left.given):
        return False
    return len(one) <= len(other) and one != other and same_or_short(one, other)


def _other_gender(state: Resolution, left: str, right: str) -> bool:
    """Whether one is a woman's name and the other a man's, or differs from it by an ending, as Paul and Paula do."""
    genders = {state.lexicon.gender_of(left), state.lexicon.gender_of(right)}
    return {"female", "male"} <= genders or (len(left) > 1 and right in (left + "a", left + "e", left + "ne"))


def _misspelled(state: Resolution, names: tuple[str, str], left: PersonName, right: PersonName) -> _Likeness | None:
    reason = "names one or two letters apart"
    if left.generation != right.generation:
        return None
    if _other_first_name(state, left.given[0], right.given[0]):
        return _Likeness(names, reason, STRONG, doubtful=True)
    far = len(left.key) < _LONG or left.given[0][0] != right.given[0][0]
    return _Likeness(names, reason, STRONG if far else _EDITIONS)


def _other_first_name(state: Resolution, left: str, right: str) -> bool:
    """Whether two first names are two in their own right, as Maria and Marie, and no spellings of one."""
    if _sound(left) == _sound(right):
        return False
    return min(len(left), len(right)) < 5 or (left in state.lexicon.first_names and right in state.lexicon.first_names)


def _sound(word: str) -> str:
    plain = romanised(word.replace("ph", "f").replace("ch", "k").replace("c", "k").replace("h", ""))
    return _DOUBLED.sub(r"\1", plain)
