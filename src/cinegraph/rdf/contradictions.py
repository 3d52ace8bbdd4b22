"""Which claims contradict each other: a small set of rules, each careful to leave room for both being true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from cinegraph.model import Claim, Entity, EntityRef, EntityType, Knowledge, Literal, Modality, Value
from cinegraph.rdf.dates import period_of
from cinegraph.relations import RELATIONS

_PRIZES = frozenset({"won", "nominated_for", "shortlisted_for"})
_COUNTRY_RELATIONS = frozenset({"country", "submitted_by"})
_REJECTED = "rejected"
_SCREEN = frozenset({EntityType.FILM, EntityType.SERIES})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold, by their places in :attr:`Knowledge.claims`, and why, said for each of them."""

    left: int
    right: int
    left_reason: str
    right_reason: str


def contradictions(knowledge: Knowledge) -> list[Contradiction]:
    """Every pair of claims that contradict each other, in the order of the claims.

    The rules: one denies what the other asserts; a relation that allows one value has two; a prize is given to one
    film at one festival in two years. Values of which one is a more precise form of the other agree, and so do two
    values given by one article. What a person has rejected contradicts nothing.
    """
    found = [*_denials(knowledge.claims), *_second_values(knowledge), *_second_years(knowledge)]
    return sorted(found, key=lambda pair: (pair.left, pair.right, pair.left_reason))


def modalities(claim: Claim) -> frozenset[Modality]:
    """The modalities of a claim's evidence."""
    return frozenset(item.modality for item in claim.evidence)


def _asserts(claim: Claim) -> bool:
    return Modality.ASSERTED in modalities(claim)


def _denies(claim: Claim) -> bool:
    """Whether it only denies; a plan that was dropped is denied too."""
    return Modality.NEGATED in modalities(claim) <= {Modality.NEGATED, Modality.PLANNED}


def _stands(claim: Claim) -> bool:
    return _asserts(claim) and Modality.NEGATED not in modalities(claim)


def _denials(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """A denial contradicts what is asserted with the same qualifiers or more: "no prize in 2018" leaves 2019 open."""
    for group in _groups(claims, lambda claim: (claim.predicate, _ends(claim))):
        for left in (index for index in group if _denies(claims[index])):
            for right in group:
                if _asserts(claims[right]) and set(claims[left].qualifiers) <= set(claims[right].qualifiers):
                    yield _pair(left, right, "asserted elsewhere", "denied elsewhere")


def _second_values(knowledge: Knowledge) -> Iterator[Contradiction]:
    claims = knowledge.claims
    entities = {entity.id: entity for entity in knowledge.entities}
    countries = _countries(claims)
    functional = [
        index for index, claim in enumerate(claims) if RELATIONS[claim.predicate].functional and _stands(claim)
    ]
    for group in _groups(claims, lambda claim: (claim.subject, claim.predicate), functional):
        for left, right in combinations(group, 2):
            one, other = claims[left], claims[right]
            if not (_agree(one.object, other.object, entities, countries) or _share_article(one, other)):
                name = one.predicate.replace("_", " ")
                yield _pair(
                    left,
                    right,
                    f"another {name} is given: {_show(other.object, entities)}",
                    f"another {name} is given: {_show(one.object, entities)}",
                )


def _second_years(knowledge: Knowledge) -> Iterator[Contradiction]:
    claims = knowledge.claims
    types = {entity.id: entity.type for entity in knowledge.entities}

    def prize_of(claim: Claim) -> Hashable | None:
        work = EntityRef(claim.subject) if types.get(claim.subject) in _SCREEN else claim.qualifier("for_work")
        return None if work is None else (work, claim.predicate, claim.object, claim.qualifier("festival"))

    dated = [
        index
        for index, claim in enumerate(claims)
        if claim.predicate in _PRIZES and _stands(claim) and claim.qualifier("year") is not None
    ]
    for group in _groups(claims, prize_of, dated):
        for left, right in combinations(group, 2):
            one, other = claims[left].qualifier("year"), claims[right].qualifier("year")
            assert one is not None
            assert other is not None
            if not (_agree(one, other, {}, frozenset()) or _share_article(claims[left], claims[right])):
                reason = "another year is given for the same prize: "
                yield _pair(left, right, reason + _show(other, {}), reason + _show(one, {}))


def _groups(
    claims: Sequence[Claim], key: Callable[[Claim], Hashable | None], indexes: Iterable[int] | None = None
) -> list[list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index in range(len(claims)) if indexes is None else indexes:
        if claims[index].decision != _REJECTED and (group := key(claims[index])) is not None:
            groups[group].append(index)
    return [group for group in groups.values() if len(group) > 1]


def _ends(claim: Claim) -> Hashable:
    ends = (EntityRef(claim.subject), claim.object)
    return frozenset(ends) if RELATIONS[claim.predicate].symmetric else ends


def _pair(left: int, right: int, left_reason: str, right_reason: str) -> Contradiction:
    if left > right:
        return Contradiction(right, left, right_reason, left_reason)
    return Contradiction(left, right, left_reason, right_reason)


def _share_article(one: Claim, other: Claim) -> bool:
    return not _articles(one).isdisjoint(_articles(other))


def _articles(claim: Claim) -> frozenset[str]:
    return frozenset(item.article for item in claim.evidence if item.modality is Modality.ASSERTED)


def _countries(claims: Iterable[Claim]) -> frozenset[str]:
    objects = (claim.object for claim in claims if claim.predicate in _COUNTRY_RELATIONS)
    return frozenset(value.id for value in objects if isinstance(value, EntityRef))


def _agree(one: Value, other: Value, entities: Mapping[str, Entity], countries: frozenset[str]) -> bool:
    if isinstance(one, Literal) and isinstance(other, Literal):
        return _literals_agree(one.value, other.value)
    if isinstance(one, EntityRef) and isinstance(other, EntityRef):
        # a town may lie in the country that another article names
        return (one.id in countries) != (other.id in countries) or _one_names_the_other(one, other, entities)
    return False


def _literals_agree(one: str, other: str) -> bool:
    shorter, longer = sorted((one.strip().casefold(), other.strip().casefold()), key=len)
    if longer.startswith(shorter) and not longer[len(shorter) : len(shorter) + 1].isalnum():
        return True
    left, right = period_of(one), period_of(other)
    if left is None or right is None:
        return False
    inside = left.earliest >= right.earliest and left.latest <= right.latest
    return inside or (right.earliest >= left.earliest and right.latest <= left.latest)


def _one_names_the_other(one: EntityRef, other: EntityRef, entities: Mapping[str, Entity]) -> bool:
    """Whether a name of the one is a part of a name of the other: "Nalchik" and "Nalchik, Kabardino-Balkaria"."""
    left, right = (_name_parts(ref, entities) for ref in (one, other))
    return any(a <= b or b <= a for a in left for b in right)


def _name_parts(ref: EntityRef, entities: Mapping[str, Entity]) -> list[frozenset[str]]:
    names = entities[ref.id].names if ref.id in entities else ()
    return [frozenset(part.strip().casefold() for part in name.split(",")) for name in names]


def _show(value: Value, entities: Mapping[str, Entity]) -> str:
    if isinstance(value, Literal):
        return value.value
    return entities[value.id].label if value.id in entities else value.id
