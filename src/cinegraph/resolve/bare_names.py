"""To whom a surname or a first name that stands alone in an article belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cinegraph.model import EntityType
from cinegraph.resolve.person_names import person_name
from cinegraph.resolve.state import Resolution, Shared

_KINDS = frozenset({"work", "person", "award", "festival"})


def join_bare_names(state: Resolution) -> None:
    """Join people known by a bare name to the only one who bears it, if the two have something in common."""
    state.start_step()
    bare, bearers = _bare_and_bearers(state)
    acquaintances = _Acquaintances(state, {name for _, name in bare}, bearers)
    for root, name in bare:
        whole = bearers.get(name, [])
        if len(whole) == 1 and not state.together(root, whole[0]):
            _join(state, root, whole[0])
        elif len(whole) > 1:
            for other in acquaintances.of(root, name):
                if common := state.shared(root, other, _KINDS):
                    state.doubt(root, other, f"several bear this name, and both with {common[0]}", 0.4)
    _join_one_another(state, [(root, name) for root, name in bare if name not in bearers])


class _Acquaintances:
    """Of the many who bear a name, those who have to do with what somebody else has to do with."""

    def __init__(self, state: Resolution, names: Iterable[str], bearers: Mapping[str, Sequence[int]]) -> None:
        self._state = state
        self._holders: dict[tuple[str, Shared], list[int]] = {}
        for name in names:
            several = bearers.get(name, ())
            for root in several if len(several) > 1 else ():
                for item in state.context(root):
                    if item[0] in _KINDS:
                        self._holders.setdefault((name, item), []).append(root)

    def of(self, root: int, name: str) -> set[int]:
        """Bearers of a name who have something in common with somebody."""
        return {other for item in self._state.context(root) for other in self._holders.get((name, item), ())}


def _bare_and_bearers(state: Resolution) -> tuple[list[tuple[int, str]], dict[str, list[int]]]:
    """People of whom only one name is known, with that name; and for each such name who bears it within a longer."""
    bare: list[tuple[int, str]] = []
    bearers: dict[str, list[int]] = {}
    for root in state.roots_of(EntityType.PERSON):
        forms = {name for member in state.clusters.members(root) for name in state.nodes.person_names(member)}
        if any(form.given for form in forms):
            for end in sorted({end for form in forms if form.given for end in form.ends}):
                bearers.setdefault(end, []).append(root)
        else:
            bare += [(root, end) for end in sorted({end for form in forms for end in form.ends})]
    return bare, bearers


def _join(state: Resolution, root: int, whole: int) -> None:
    names = (_name_of(state, root, bare=True), _name_of(state, whole, bare=False))
    common = state.shared(root, whole, _KINDS)
    if not common:
        if not state.clusters.conflict(root, whole):
            state.doubt(root, whole, "the only one of that name, but nothing in common", 0.2)
        return
    state.unite(root, whole, names, f"the only one of that name, and both with {common[0]}")


def _name_of(state: Resolution, root: int, *, bare: bool) -> str:
    names = [name for name in state.names(root) if bool(person_name(name).given) is not bare]
    return min(names, key=lambda name: (-len(name), name))


def _join_one_another(state: Resolution, bare: list[tuple[int, str]]) -> None:
    """Bare names without a whole one: the same name with the same part in the same film is the same person."""
    blocks: dict[tuple[str, str, int], list[int]] = {}
    for root, name in bare:
        for relation, work in sorted({(link.relation, state.clusters.find(link.other)) for link in state.links(root)
                                      if link.kind == "work"}):  # fmt: skip
            blocks.setdefault((name, relation, work), []).append(root)
    for (_, _, work), roots in sorted(blocks.items()):
        for other in roots[1:]:
            if not state.together(roots[0], other):
                names = (_name_of(state, roots[0], bare=True), _name_of(state, other, bare=True))
                state.unite(roots[0], other, names, f"same name, and the same part in {state.label(work)}")
