"""Makes the Knowledge of a resolution that has come to rest: labels, ids, claims, mentions, doubts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern
from typing import NamedTuple

from cinegraph.model import (
    Claim,
    Doubt,
    Entity,
    EntityRef,
    EntityType,
    Knowledge,
    Literal,
    Merge,
    Modality,
    Value,
)
from cinegraph.resolve.claims import outlined_evidence, remapped, united
from cinegraph.resolve.conflicts import scopes_in, years_of
from cinegraph.resolve.decisions import Decision, decided
from cinegraph.resolve.labels import preferred_name
from cinegraph.resolve.nodes import SCOPED, WORKS, merge_names
from cinegraph.resolve.outlines import End, Outline
from cinegraph.resolve.slugs import Named, ids_of
from cinegraph.resolve.state import Resolution

Outlines = Callable[[], Iterable[Outline]]
"""The outlines of all articles in the order of their names, as often as they are asked for."""

_SAID = frozenset({Modality.ASSERTED, Modality.FORMER})
_NO_CREDITS = frozenset({"influenced_by", "inspired_by"})


class Placed(NamedTuple):
    """The knowledge of all articles, and which entity of it each entity of each article is.

    :ivar knowledge: without documents and mentions; evidence as :func:`cinegraph.resolve.claims.outlined_evidence`
    :ivar starts: for each article, in the order of their names, the place of its first entity among the ids
    :ivar ids: for each entity of each article, in order of article and local id, the id of what it is
    """

    knowledge: Knowledge
    starts: Sequence[int]
    ids: Sequence[str]


class Settled(NamedTuple):
    """What is left of a resolution that has come to rest: much less than the resolution.

    :ivar entities: by id
    :ivar ids: as in :class:`Placed`
    """

    entities: Mapping[str, Entity]
    ids: Sequence[str]
    doubts: tuple[Doubt, ...]


def settle(state: Resolution, outlines: Outlines, starts: Sequence[int]) -> Settled:
    """Give every thing its name and its id."""
    things = _things(state, _former_names(state, outlines, starts))
    ids = ids_of([thing.named for thing in things])
    id_of_root = {thing.root: found for thing, found in zip(things, ids, strict=True)}
    id_of = [id_of_root[state.clusters.find(node.index)] for node in state.nodes]
    entities = {found: replace(thing.entity, id=found) for thing, found in zip(things, ids, strict=True)}
    return Settled(entities, id_of, _doubts(state, id_of_root))


def assemble(settled: Settled, outlines: Outlines, starts: Sequence[int], decisions: Sequence[Decision]) -> Placed:
    """The knowledge of all articles: everything sorted by what it is, nothing by where it came from."""
    entities = settled.entities
    claims = united(map(remapped, _claims(outlines, starts, settled.ids)))
    knowledge = Knowledge(
        entities=tuple(entities[found] for found in sorted(entities)),
        claims=decided(claims, entities, decisions),
        doubts=settled.doubts,
    )
    return Placed(knowledge, starts, settled.ids)


def _claims(outlines: Outlines, starts: Sequence[int], id_of: Sequence[str]) -> Iterator[Claim]:
    """The claims of all articles between resolved entities; values that are the same are one object."""
    refs: dict[str, EntityRef] = {}
    literals: dict[str, Literal] = {}

    def value_of(start: int, end: End) -> Value:
        if isinstance(end, int):
            found = id_of[start + end]
            return refs.get(found) or refs.setdefault(found, EntityRef(found))
        return literals.get(end) or literals.setdefault(end, Literal(end))

    for start, outline in zip(starts, outlines(), strict=True):
        article = intern(outline.article)
        for place, claim in enumerate(outline.claimed()):
            yield Claim(
                id_of[start + claim.subject],
                intern(claim.predicate),
                value_of(start, claim.object),
                tuple((intern(name), value_of(start, end)) for name, end in claim.qualifiers),
                outlined_evidence(article, place, claim.said),
                claim.decision,
            )


@dataclass(frozen=True, slots=True)
class _Thing:
    root: int
    entity: Entity
    named: Named


def _former_names(state: Resolution, outlines: Outlines, starts: Sequence[int]) -> dict[int, set[str]]:
    """For each cluster the names that articles say it had before."""
    found: dict[int, set[str]] = {}
    for start, outline in zip(starts, outlines(), strict=True):
        for claim in outline.claimed():
            if claim.predicate == "former_name" and isinstance(claim.object, str) and _SAID & set(claim.said):
                root = state.clusters.find(start + claim.subject)
                found.setdefault(root, set()).add(claim.object)
    return found


def _things(state: Resolution, former: Mapping[int, set[str]]) -> list[_Thing]:
    roots = sorted(state.clusters.roots(), key=state.clusters.first)
    merges = state.clusters.merges()
    entities = {root: _entity(state, root, merges.get(root, set()), former.get(root, set())) for root in roots}
    return [_Thing(root, entities[root], _named(state, root, entities)) for root in roots]


def _entity(state: Resolution, root: int, merges: Iterable[Merge], former: set[str]) -> Entity:
    profile = state.clusters.profile(root)
    nodes = [state.nodes[member] for member in sorted(profile.members)]
    counts: dict[str, int] = {}
    for node in nodes:
        for name, number in node.surfaces:
            counts[name] = counts.get(name, 0) + number
    names = merge_names(node.entity for node in nodes)
    kind, lexicon = nodes[0].type, min(profile.lexicon, default=None)
    entry = state.lexicon.entries.get(lexicon) if lexicon else None
    if entry is not None:
        label, names = entry.name, tuple(sorted({*names, entry.name, *entry.aliases}))
    else:
        # What it was called before is its name of today only where it has no other.
        current = [name for name in names if name not in former] or names
        label = preferred_name(kind, _usual_names(state, kind, current) or current, counts)
    names = tuple(sorted({*names, *former}))
    reasons = {*merges, *(merge for node in nodes for merge in node.entity.merges)}
    gender = min(profile.genders) if len(profile.genders) == 1 else None
    return Entity("", kind, label, names, lexicon, gender, tuple(sorted(reasons, key=_merge_key)))


def _usual_names(state: Resolution, kind: EntityType, names: Iterable[str]) -> list[str]:
    """Of the names of a place those by which the lexicon calls it: an article may have named India by "Indian" only."""
    if kind is not EntityType.PLACE:
        return []
    return [name for name in names if (place := state.lexicon.place(name)) is not None and place.name == name]


def _merge_key(merge: Merge) -> tuple[str, str, str]:
    return merge.left, merge.right, merge.reason


def _named(state: Resolution, root: int, entities: Mapping[int, Entity]) -> Named:
    """A thing with the facts of its own that tell it from others of its name."""
    profile, entity = state.clusters.profile(root), entities[root]
    facts: tuple[str, ...] = ()
    if entity.type in WORKS:
        directors = {entities[state.clusters.find(node)].label for group in profile.directors for node in group}
        facts = (_first_year(state, root), min(directors, default=""))
    elif entity.type is EntityType.PERSON:
        facts = (str(min(profile.births, default="")), _first_work(state, root, entities))
    elif entity.type in SCOPED:
        facts = (_scope(state, root, entities, profile.givers), _scope(state, root, entities, profile.sections))
    first = state.nodes[state.clusters.first(root)]
    return Named(entity.type, entity.label, facts, f"{first.article}\n{first.entity.id}")


def _first_year(state: Resolution, root: int) -> str:
    return str(min((year for group in years_of(state.clusters.profile(root)) for year in group), default=""))


def _first_work(state: Resolution, root: int, entities: Mapping[int, Entity]) -> str:
    """The earliest of a person's works, those without a year last."""
    works = {
        state.clusters.find(link.other)
        for link in state.links(root)
        if link.kind == "work" and link.relation not in _NO_CREDITS
    }
    found = sorted((_first_year(state, work) or "9999", entities[work].label) for work in works)
    return found[0][1] if found else ""


def _scope(state: Resolution, root: int, entities: Mapping[int, Entity], scopes: Iterable[frozenset[int | str]]) -> str:
    """The first of the festivals, organisations or sections that an award belongs to."""
    labels = []
    for scope in scopes_in(state.clusters, scopes):
        entry = state.lexicon.entries.get(scope) if isinstance(scope, str) else None
        labels.append(entities[state.clusters.find(scope)].label if isinstance(scope, int) else "")
        labels.append(entry.name if entry is not None else "")
    return min(filter(None, labels), default="")


def _doubts(state: Resolution, id_of_root: Mapping[int, str]) -> tuple[Doubt, ...]:
    """Each pair once, for its strongest reason, the strongest first."""
    found: dict[tuple[str, str], tuple[float, str]] = {}
    for (one, other), (reason, score) in state.doubts.items():
        left, right = sorted((id_of_root[state.clusters.find(one)], id_of_root[state.clusters.find(other)]))
        if left != right and not (score < 1.0 and state.clusters.decided_apart(one, other)):
            found[left, right] = min(found.get((left, right), (-score, reason)), (-score, reason))
    doubts = [Doubt(left, right, reason, -score) for (left, right), (score, reason) in found.items()]
    return tuple(sorted(doubts, key=lambda doubt: (-doubt.score, doubt.left, doubt.right)))
