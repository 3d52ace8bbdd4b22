"""Entities and united claims as they lie in temporary files, to be gone through as often as one likes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cinegraph.model import Claim, Doubt, Entity, EntityRef, EntityType, Literal, Merge, Value
from cinegraph.resolve.claims import outlined_evidence
from cinegraph.resolve.sorting import Sorted
from cinegraph.resolve.spill import Spill
from cinegraph.resolve.texts import Texts

_TYPES = {kind.value: kind for kind in EntityType}
_MOST_VALUES = 16_384

Ref = tuple[int, Any]
"""An end of a claim, so that it can be put in order: 0 and the number of an entity, or 1 and the text of a literal."""


class Entities(Mapping[str, Entity]):
    """Entities by their ids, in order of these; each has a number, which tells the order.

    :ivar ids: in order
    """

    def __init__(self, ids: Sequence[str], aside: Spill) -> None:
        """:param ids: of the entities that lie there, in their order"""
        found = Sorted()
        for place, id_ in enumerate(ids):
            found.add((id_, place))
        self._places = places = array("i", (place for _, place in found))
        self.ids = Texts(ids[place] for place in places)
        # All of them are asked for again and again in this order, which is much faster where they lie in it.
        self._aside = Spill()
        for place in places:
            self._aside.append(aside[place])

    def numbers(self) -> array[int]:
        """For each of the entities in the order in which they came its number."""
        found = array("i", bytes(4 * len(self._places)))
        for number, place in enumerate(self._places):
            found[place] = number
        return found

    def number_of(self, id: str) -> int | None:
        """The number of an entity, if there is one of this id."""
        found = bisect_left(self.ids, id)
        return found if found < len(self.ids) and self.ids[found] == id else None

    def __getitem__(self, id: str) -> Entity:
        number = self.number_of(id)
        if number is None:
            raise KeyError(id)
        return self.at(number)

    def at(self, number: int) -> Entity:
        """The entity of a number."""
        return self._entity(number, self._aside[number])

    def _entity(self, number: int, record: tuple[Any, ...]) -> Entity:
        kind, label, names, lexicon, gender, merges = record
        reasons = tuple([Merge(*each) for each in merges])
        return Entity(self.ids[number], _TYPES[kind], label, names, lexicon, gender, reasons)

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def in_order(self) -> Iterator[Entity]:
        """All of them."""
        return (self._entity(number, record) for number, record in enumerate(self._aside))


def laid_aside(entity: Entity) -> tuple[Any, ...]:
    """An entity as :class:`Entities` finds it, but for its id."""
    merges = tuple([(merge.left, merge.right, merge.reason) for merge in entity.merges])
    return entity.type.value, entity.label, entity.names, entity.lexicon, entity.gender, merges


class Claims(Sequence[Claim]):
    """United claims, in order; evidence as :func:`cinegraph.resolve.claims.outlined_evidence`.

    :param articles: their names, in order
    """

    def __init__(self, entities: Entities, articles: Sequence[str]) -> None:
        self._entities = entities
        self._articles = articles
        self._aside = Spill()
        self._decided: dict[int, str] = {}
        self._values: dict[Ref, Value] = {}

    def add(self, claim: Claim, numbers: Mapping[str, int], articles: Mapping[str, int]) -> None:
        """Add the next claim.

        :param numbers: of its entities, by their ids
        :param articles: the numbers of its articles, by their names
        """

        def ref(value: Value) -> Ref:
            return (0, numbers[value.id]) if isinstance(value, EntityRef) else (1, value.value)

        self._aside.append((
            numbers[claim.subject],
            claim.predicate,
            ref(claim.object),
            tuple([(name, ref(value)) for name, value in claim.qualifiers]),
            claim.decision,
            tuple([(articles[item.article], item.start, item.modality.value) for item in claim.evidence]),
        ))

    def decide(self, decisions: Mapping[int, str]) -> None:
        """Mark claims with what a person has decided about them.

        :param decisions: by the places of claims
        """
        self._decided.update(decisions)

    def __len__(self) -> int:
        return len(self._aside)

    def __getitem__(self, place: int) -> Claim:  # type: ignore[override]
        return self._claim(place, self._aside[place])

    def __iter__(self) -> Iterator[Claim]:
        return (self._claim(place, record) for place, record in enumerate(self._aside))

    def bare(self) -> BareClaims:
        """The claims without their evidence, which takes most of the time."""
        return BareClaims(self)

    def spoken_of(self) -> Iterator[int]:
        """Of each claim the numbers of the entities that it speaks of, each once."""
        for subject, _, target, qualifiers, *_ in self._aside:
            yield from {subject, *(value for kind, value in (target, *(ref for _, ref in qualifiers)) if not kind)}

    def behind(self) -> Iterator[tuple[int, int, int]]:
        """Of each claim the articles' own claims that it is made of, each once.

        :returns: the place of the claim, the number of the article, and the place of the claim in that
        """
        for place, record in enumerate(self._aside):
            for article, at in dict.fromkeys((article, at) for article, at, _ in record[-1]):
                yield place, article, at

    def _claim(self, place: int, record: tuple[Any, ...], *, bare: bool = False) -> Claim:
        subject, predicate, target, qualifiers, decision, evidence = record
        given = () if bare else tuple([
            item for number, at, said in evidence for item in outlined_evidence(self._articles[number], at, (said,))
        ])
        return Claim(
            self._entities.ids[subject],
            predicate,
            self._value(target),
            tuple([(name, self._value(value)) for name, value in qualifiers]),
            given,
            self._decided.get(place, decision),
        )

    def _value(self, ref: Ref) -> Value:
        value = self._values.get(ref)
        if value is None:
            if len(self._values) >= _MOST_VALUES:
                self._values.clear()
            value = self._values[ref] = Literal(ref[1]) if ref[0] else EntityRef(self._entities.ids[ref[1]])
        return value

    def bare_at(self, place: int) -> Claim:
        """A claim without its evidence."""
        return self._claim(place, self._aside[place], bare=True)

    def all_bare(self) -> Iterator[Claim]:
        """All of them without their evidence."""
        return (self._claim(place, record, bare=True) for place, record in enumerate(self._aside))


class BareClaims(Sequence[Claim]):
    """Claims without their evidence."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims

    def __len__(self) -> int:
        return len(self._claims)

    def __getitem__(self, place: int) -> Claim:  # type: ignore[override]
        return self._claims.bare_at(place)

    def __iter__(self) -> Iterator[Claim]:
        return self._claims.all_bare()


class Placed(NamedTuple):
    """What all articles say together, and which entity of it each entity of each article is.

    :ivar starts: for each article, in the order of their names, the place of its first entity among the numbers
    :ivar numbers: for each entity of each article, in order of article and local id, the number of what it is
    """

    entities: Entities
    claims: Claims
    doubts: tuple[Doubt, ...]
    starts: Sequence[int]
    numbers: Sequence[int]
