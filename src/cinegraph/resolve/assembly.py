"""Makes the Knowledge of a resolution that has come to rest: labels, ids, claims, mentions, doubts."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from cinegraph.model import Claim, Doubt, Entity, EntityRef, EntityType, Literal, Merge, Value
from cinegraph.relations import RELATIONS
from cinegraph.resolve.claims import outlined_evidence, united
from cinegraph.resolve.conflicts import scopes_in, years_of
from cinegraph.resolve.decisions import Decision, marks_of
from cinegraph.resolve.labels import preferred_name
from cinegraph.resolve.nodes import SCOPED, WORKS, merge_names
from cinegraph.resolve.outlines import End, Outline
from cinegraph.resolve.placed import Claims, Entities, Placed, Ref, laid_aside
from cinegraph.resolve.slugs import ids_of
from cinegraph.resolve.sorting import Sorted
from cinegraph.resolve.spill import Spill
from cinegraph.resolve.state import Resolution

Outlines = Callable[[], Iterable[Outline]]
"""The outlines of all articles in the order of their names, as often as they are asked for."""

_NO_CREDITS = frozenset({"influenced_by", "inspired_by"})


class Settled(NamedTuple):
    """What is left of a resolution that has come to rest: much less than the resolution.

    :ivar starts: as in :class:`Placed`
    :ivar numbers: as in :class:`Placed`
    """

    entities: Entities
    starts: Sequence[int]
    numbers: Sequence[int]
    doubts: tuple[Doubt, ...]


def settle(state: Resolution, starts: Sequence[int], former: Iterable[tuple[int, str]]) -> Settled:
    """Give every thing its name and its id.

    :param former: nodes, and what their articles say that they were called before
    """
    things = _Things(state, _by_cluster(state, former))
    ids = ids_of(things)
    doubts = _doubts(state, lambda node: ids[things.place_of(node)])
    entities = Entities(ids, things.aside)
    number_of = entities.numbers()
    numbers = array("i", (number_of[things.place_of(node)] for node in range(len(state.nodes))))
    return Settled(entities, starts, numbers, doubts)


def assemble(settled: Settled, outlines: Outlines, decisions: Sequence[Decision]) -> Placed:
    """The knowledge of all articles: everything sorted by what it is, nothing by where it came from."""
    entities = settled.entities
    found = Sorted()
    articles: list[str] = []
    for start, outline in zip(settled.starts, outlines(), strict=True):
        for row in _rows(outline, len(articles), settled.numbers, start):
            found.add(row)
        articles.append(outline.article)
    claims = Claims(entities, articles)
    for _, rows in groupby(found, key=itemgetter(0)):
        _unite(list(rows), claims, entities.ids, articles)
    claims.decide(marks_of(claims, entities, decisions))
    return Placed(entities, claims, settled.doubts, settled.starts, settled.numbers)


def _rows(outline: Outline, article: int, numbers: Sequence[int], start: int) -> Iterator[tuple[Any, ...]]:
    """The claims of an article between resolved entities, so that they can be put in the order of claims.

    :param article: its number
    """

    def ref(end: End) -> Ref:
        return (0, numbers[start + end]) if isinstance(end, int) else (1, end)

    for place, claim in enumerate(outline.claimed()):
        subject, target = numbers[start + claim.subject], ref(claim.object)
        relation = RELATIONS.get(claim.predicate)
        # In its one form a symmetric relation is given from the smaller id to the larger, and qualifiers are in order.
        if relation is not None and relation.symmetric and target[0] == 0 and target[1] < subject:
            subject, target = target[1], (0, subject)
        if target != (0, subject):
            qualifiers = tuple(sorted([(name, ref(end)) for name, end in claim.qualifiers]))
            yield subject, claim.predicate, target, qualifiers, article, place, tuple(claim.said), claim.decision or ""


def _unite(rows: Sequence[tuple[Any, ...]], claims: Claims, ids: Sequence[str], articles: Sequence[str]) -> None:
    """Add what all articles claim of one thing."""
    numbers: dict[str, int] = {}
    named: dict[str, int] = {}

    def value_of(ref: Ref) -> Value:
        if ref[0]:
            return Literal(ref[1])
        numbers[id_ := ids[ref[1]]] = ref[1]
        return EntityRef(id_)

    found = []
    for subject, predicate, target, qualifiers, article, place, said, decision in rows:
        numbers[id_ := ids[subject]], named[articles[article]] = subject, article
        found.append(
            Claim(
                id_,
                predicate,
                value_of(target),
                tuple([(name, value_of(ref)) for name, ref in qualifiers]),
                outlined_evidence(articles[article], place, said),
                decision or None,
            )
        )
    for claim in united(found):
        claims.add(claim, numbers, named)


def _by_cluster(state: Resolution, former: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    """For each cluster the names that articles say it had before."""
    found: dict[int, set[str]] = {}
    for node, name in former:
        found.setdefault(state.clusters.find(node), set()).add(name)
    return found


class _Things(Sequence["_Thing"]):
    """All clusters in the order of their first nodes, as things that need an id.

    :ivar aside: their entities
    """

    def __init__(self, state: Resolution, former: Mapping[int, set[str]]) -> None:
        self.state = state
        self.aside = Spill()
        self.labels: list[str] = []
        self.roots = array("i", sorted(state.clusters.roots(), key=state.clusters.first))
        self._places = array("i", bytes(4 * len(state.nodes)))
        merges = state.clusters.merges()
        for place, root in enumerate(self.roots):
            self._places[root] = place
            entity = _entity(state, root, merges(root), former.get(root, set()))
            self.labels.append(entity.label)
            self.aside.append(laid_aside(entity))

    def place_of(self, node: int) -> int:
        """The place of a node's cluster."""
        return self._places[self.state.clusters.find(node)]

    def label_of(self, node: int) -> str:
        """The label of a node's cluster."""
        return self.labels[self.place_of(node)]

    def __len__(self) -> int:
        return len(self.roots)

    def __getitem__(self, place: int) -> _Thing:  # type: ignore[override]
        return _Thing(self, place)


class _Thing:
    """A thing with what tells it from others of its name; see :class:`cinegraph.resolve.slugs.Named`."""

    __slots__ = ("_place", "_things")

    def __init__(self, things: _Things, place: int) -> None:
        self._things = things
        self._place = place

    @property
    def type(self) -> EntityType:
        """Its type."""
        return self._things.state.nodes.type(self._things.roots[self._place])

    @property
    def label(self) -> str:
        """Its label."""
        return self._things.labels[self._place]

    @property
    def facts(self) -> tuple[str, ...]:
        """What tells it from others of its name, the strongest first."""
        return _facts(self._things, self._things.roots[self._place])

    @property
    def mark(self) -> str:
        """Something that no other thing has."""
        state = self._things.state
        first = state.clusters.first(self._things.roots[self._place])
        return f"{state.nodes.article(first)}\n{state.nodes.aside(first).local}"


def _entity(state: Resolution, root: int, merges: Iterable[Merge], former: set[str]) -> Entity:
    members = sorted(state.clusters.members(root))
    forms = set(map(state.nodes.form, members))
    reasons = set(merges)
    counts: dict[str, int] = {}
    for member in members:
        aside = state.nodes.aside(member)
        reasons.update(aside.merges)
        for name, number in aside.surfaces:
            counts[name] = counts.get(name, 0) + number
    names = merge_names(forms)
    kind, lexicon = state.nodes.type(root), min((form.lexicon for form in forms if form.lexicon), default=None)
    entry = state.lexicon.entries.get(lexicon) if lexicon else None
    if entry is not None:
        label, names = entry.name, tuple(sorted({*names, entry.name, *entry.aliases}))
    else:
        # What it was called before is its name of today only where it has no other.
        current = [name for name in names if name not in former] or names
        label = preferred_name(kind, _usual_names(state, kind, current) or current, counts)
    names = tuple(sorted({*names, *former}))
    genders = {form.gender for form in forms if form.gender}
    gender = min(genders) if len(genders) == 1 else None
    return Entity("", kind, label, names, lexicon, gender, tuple(sorted(reasons, key=_merge_key)))


def _usual_names(state: Resolution, kind: EntityType, names: Iterable[str]) -> list[str]:
    """Of the names of a place those by which the lexicon calls it: an article may have named India by "Indian" only."""
    if kind is not EntityType.PLACE:
        return []
    return [name for name in names if (place := state.lexicon.place(name)) is not None and place.name == name]


def _merge_key(merge: Merge) -> tuple[str, str, str]:
    return merge.left, merge.right, merge.reason


def _facts(things: _Things, root: int) -> tuple[str, ...]:
    """The facts of a thing's own that tell it from others of its name."""
    state = things.state
    kind, profile = state.nodes.type(root), state.clusters.profile(root)
    if kind in WORKS:
        directors = {things.label_of(node) for group in profile.directors for node in group}
        return _first_year(state, root), min(directors, default="")
    if kind is EntityType.PERSON:
        return str(min(profile.births, default="")), _first_work(things, root)
    if kind in SCOPED:
        return _scope(things, profile.givers), _scope(things, profile.sections)
    return ()


def _first_year(state: Resolution, root: int) -> str:
    return str(min((year for group in years_of(state.clusters.profile(root)) for year in group), default=""))


def _first_work(things: _Things, root: int) -> str:
    """The earliest of a person's works, those without a year last."""
    state = things.state
    works = {
        state.clusters.find(link.other)
        for link in state.links(root)
        if link.kind == "work" and link.relation not in _NO_CREDITS
    }
    found = sorted((_first_year(state, work) or "9999", things.label_of(work)) for work in works)
    return found[0][1] if found else ""


def _scope(things: _Things, scopes: Iterable[frozenset[int | str]]) -> str:
    """The first of the festivals, organisations or sections that an award belongs to."""
    state, labels = things.state, []
    for scope in scopes_in(state.clusters, scopes):
        entry = state.lexicon.entries.get(scope) if isinstance(scope, str) else None
        labels.append(things.label_of(scope) if isinstance(scope, int) else "")
        labels.append(entry.name if entry is not None else "")
    return min(filter(None, labels), default="")


def _doubts(state: Resolution, id_of: Callable[[int], str]) -> tuple[Doubt, ...]:
    """Each pair once, for its strongest reason, the strongest first."""
    found: dict[tuple[str, str], tuple[float, str]] = {}
    for (one, other), (reason, score) in state.doubts.items():
        left, right = sorted((id_of(one), id_of(other)))
        if left != right and not (score < 1.0 and state.clusters.decided_apart(one, other)):
            found[left, right] = min(found.get((left, right), (-score, reason)), (-score, reason))
    doubts = [Doubt(left, right, reason, -score) for (left, right), (score, reason) in found.items()]
    return tuple(sorted(doubts, key=lambda doubt: (-doubt.score, doubt.left, doubt.right)))
