"""Which claims contradict each other: a small set of rules, each careful to leave room for both being true."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from cinegraph.model import Claim, Entity, EntityRef, EntityType, Knowledge, Literal, Modality, Value
from cinegraph.rdf.dates import period_of
from cinegraph.relations import RELATIONS

_PRIZES = frozenset({"won", "nominated_for", "shortlisted_for"})
_COUNTRY_RELATIONS = frozenset({"country", "submitted_by"})
_REJECTED = "rejected"
_DENYING = frozenset({Modality.NEGATED, Modality.PLANNED})
_SCREEN = frozenset({EntityType.FILM, EntityType.SERIES})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold, by their places in :attr:`Knowledge.claims`, and why, said for each of them."""

    left: int
    right: int
    left_reason: str
    right_reason: str


def contradictions(knowledge: Knowledge) -> list[Contradiction]:
    """Every pair of claims that contradict each other; see :func:`contradictions_among`."""
    return contradictions_among(knowledge.claims, {entity.id: entity for entity in knowledge.entities})


def contradictions_among(claims: Sequence[Claim], entities: Mapping[str, Entity]) -> list[Contradiction]:
    """Every pair of claims that contradict each other, in the order of the claims.

    The rules: one denies what the other asserts; a relation that allows one value has two; a prize is given to one
    film at one festival in two years. Values of which one is a more precise form of the other agree, and so do two
    values given by one article. What a person has rejected contradicts nothing.

    :param claims: gone through once; those that may contradict another are asked for again
    """
    seen = Seen(entities)
    for index, claim in enumerate(claims):
        seen.note(index, claim, modalities(claim))
    return contradictions_seen(claims, entities, seen)


def contradictions_seen(claims: Sequence[Claim], entities: Mapping[str, Entity], seen: Seen) -> list[Contradiction]:
    """The same, where somebody has looked at each of the claims already."""
    found = [*_denials(claims, seen), *_second_values(claims, entities, seen), *_second_years(claims, entities, seen)]
    return sorted(found, key=lambda pair: (pair.left, pair.right, pair.left_reason))


class Seen:
    """What claims may contradict others, as one look at each of them tells: hashes and places, of millions of claims.

    :ivar countries: ids of what is named as a film's country
    """

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self.denied: set[int] = set()
        self.ends = _Hashed()
        self.single = _Hashed()
        self.prizes = _Hashed()
        self.countries: set[str] = set()

    def note(self, index: int, claim: Claim, said: frozenset[Modality]) -> None:
        """Look at a claim.

        :param said: its modalities
        """
        if claim.predicate in _COUNTRY_RELATIONS and isinstance(claim.object, EntityRef):
            self.countries.add(claim.object.id)
        if claim.decision == _REJECTED:
            return
        ends = hash(_ends_of(claim))
        self.ends.add(index, ends)
        if Modality.NEGATED in said:
            if said <= _DENYING:
                self.denied.add(ends)
        elif Modality.ASSERTED in said:
            self._note_standing(index, claim)

    def _note_standing(self, index: int, claim: Claim) -> None:
        if RELATIONS[claim.predicate].functional:
            self.single.add(index, hash(_value_of(claim)))
        if claim.predicate in _PRIZES and claim.qualifier("year") is not None:
            prize = _prize_of(claim, self._entities)
            if prize is not None:
                self.prizes.add(index, hash(prize))


class _Hashed:
    """Claims by what they have in common with those that they may contradict."""

    def __init__(self) -> None:
        self._hashes = array("q")
        self._indexes = array("i")

    def add(self, index: int, number: int) -> None:
        """Add a claim with the hash of what it has."""
        self._hashes.append(number)
        self._indexes.append(index)

    def among(self, wanted: Collection[int]) -> Iterator[int]:
        """Those with one of some hashes."""
        return (index for number, index in zip(self._hashes, self._indexes, strict=True) if number in wanted)

    def several(self) -> Iterator[int]:
        """Those whose hash is not theirs alone."""
        met: set[int] = set()
        again: set[int] = set()
        for number in self._hashes:
            (again if number in met else met).add(number)
        return self.among(again)


def modalities(claim: Claim) -> frozenset[Modality]:
    """The modalities of a claim's evidence."""
    return frozenset(item.modality for item in claim.evidence)


def _asserts(claim: Claim) -> bool:
    return Modality.ASSERTED in modalities(claim)


def _denies(claim: Claim) -> bool:
    """Whether it only denies; a plan that was dropped is denied too."""
    return Modality.NEGATED in modalities(claim) <= _DENYING


def _denials(claims: Sequence[Claim], seen: Seen) -> Iterator[Contradiction]:
    """A denial contradicts what is asserted with the same qualifiers or more: "no prize in 2018" leaves 2019 open."""
    for group in _groups(claims, _ends_of, seen.ends.among(seen.denied)):
        for left, denied in group:
            for right, claim in group if _denies(denied) else ():
                if _asserts(claim) and set(denied.qualifiers) <= set(claim.qualifiers):
                    yield _pair(left, right, "asserted elsewhere", "denied elsewhere")


def _second_values(claims: Sequence[Claim], entities: Mapping[str, Entity], seen: Seen) -> Iterator[Contradiction]:
    for group in _groups(claims, _value_of, seen.single.several()):
        for (left, one), (right, other) in combinations(group, 2):
            if not (_agree(one.object, other.object, entities, seen.countries) or _share_article(one, other)):
                name = one.predicate.replace("_", " ")
                yield _pair(
                    left,
                    right,
                    f"another {name} is given: {_show(other.object, entities)}",
                    f"another {name} is given: {_show(one.object, entities)}",
                )


def _second_years(claims: Sequence[Claim], entities: Mapping[str, Entity], seen: Seen) -> Iterator[Contradiction]:
    for group in _groups(claims, lambda claim: _prize_of(claim, entities), seen.prizes.several()):
        for (left, first), (right, second) in combinations(group, 2):
            one, other = first.qualifier("year"), second.qualifier("year")
            assert one is not None
            assert other is not None
            if not (_agree(one, other, {}, frozenset()) or _share_article(first, second)):
                reason = "another year is given for the same prize: "
                yield _pair(left, right, reason + _show(other, {}), reason + _show(one, {}))


def _groups(
    claims: Sequence[Claim], key: Callable[[Claim], Hashable], indexes: Iterable[int]
) -> list[list[tuple[int, Claim]]]:
    groups: dict[Hashable, list[tuple[int, Claim]]] = defaultdict(list)
    for index in indexes:
        claim = claims[index]
        groups[key(claim)].append((index, claim))
    return [group for group in groups.values() if len(group) > 1]


def _ends_of(claim: Claim) -> Hashable:
    ends = (EntityRef(claim.subject), claim.object)
    return claim.predicate, frozenset(ends) if RELATIONS[claim.predicate].symmetric else ends


def _value_of(claim: Claim) -> Hashable:
    return claim.subject, claim.predicate


def _prize_of(claim: Claim, entities: Mapping[str, Entity]) -> Hashable | None:
    entity = entities.get(claim.subject)
    is_film = entity is not None and entity.type in _SCREEN
    work = EntityRef(claim.subject) if is_film else claim.qualifier("for_work")
    return None if work is None else (work, claim.predicate, claim.object, claim.qualifier("festival"))


def _pair(left: int, right: int, left_reason: str, right_reason: str) -> Contradiction:
    if left > right:
        return Contradiction(right, left, right_reason, left_reason)
    return Contradiction(left, right, left_reason, right_reason)


def _share_article(one: Claim, other: Claim) -> bool:
    return not _articles(one).isdisjoint(_articles(other))


def _articles(claim: Claim) -> frozenset[str]:
    return frozenset(item.article for item in claim.evidence if item.modality is Modality.ASSERTED)


def _agree(one: Value, other: Value, entities: Mapping[str, Entity], countries: AbstractSet[str]) -> bool:
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
