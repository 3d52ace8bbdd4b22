"""A person's decisions: two names are one thing or two, a claim is right or wrong. They stand over everything else.

A decision names things as articles do, by surface name, type and article, so that it holds when ids move.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from cinegraph.errors import InputError
from cinegraph.model import Claim, Entity, EntityRef, EntityType, Value
from cinegraph.resolve.names import compact

_ON_ENTITIES = ("same", "different")
_ON_CLAIMS = {"accept": "accepted", "reject": "rejected"}
_OPEN = "open"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person has decided.

    ``same`` and ``different`` are about two things of one type; ``accept`` and ``reject`` about every claim that
    relates the left to the right, or where qualifiers are given, those claims that have them; ``open`` takes back what
    was decided before about the same names, or where it has a relation, about the same claims.

    :ivar kind: ``same``, ``different``, ``accept``, ``reject`` or ``open``
    :ivar left_name: any surface name of the thing, or of the claim's subject, in any case and with or without accents
    :ivar right_name: of the other thing or of the claim's object; for a literal, its value
    :ivar right_type: None for a literal
    :ivar article: the name of the article in which the left name is meant, or on whose evidence the claim stands;
        None for all articles
    :ivar right_article: the same for the right name; where both names are the same and only ``article`` is given,
        the right one is that name in all other articles
    :ivar relation: of a claim
    :ivar qualifiers: of a claim, pairs of name and value; of an entity, any of its names
    :ivar exact: ``yes`` where, of the claims that fit, one without further qualifiers is meant alone, if there is one
    :ivar who: who decided
    :ivar when: the time, as in ``2026-11-26T12:00:00Z``; decisions follow one another by it
    :ivar note: why, in the person's own words
    :raises InputError: if kind, types and relation do not go together
    """

    kind: str
    left_name: str
    left_type: EntityType
    right_name: str
    right_type: EntityType | None = None
    article: str | None = None
    right_article: str | None = None
    relation: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    exact: str | None = None
    who: str = ""
    when: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        what = f"the decision about {self.left_name!r} and {self.right_name!r}"
        if self.kind not in (*_ON_ENTITIES, *_ON_CLAIMS, _OPEN):
            raise InputError(f"{what} is of kind {self.kind!r}; possible are same, different, accept, reject and open")
        if self.on_entities and self.left_type is not self.right_type:
            types = " and ".join(each.value if each else "?" for each in (self.left_type, self.right_type))
            raise InputError(
                f"{what} is between two types, {types}; only things of one type can be the same or different. "
                "Of what was taken for another type, reject the claims: a decision of the kind reject, with a relation"
            )
        same_name = compact(self.left_name) == compact(self.right_name)
        if self.kind == "different" and same_name and not (self.article or self.right_article):
            raise InputError(f"{what} tells one name apart; say in which article it means the one or the other")
        if self.kind in _ON_CLAIMS and not self.relation:
            raise InputError(f"{what} names no relation; to accept or reject a claim, say which it is")

    @property
    def on_entities(self) -> bool:
        """Whether it is about which names are one, rather than about a claim."""
        return self.kind in _ON_ENTITIES or (self.kind == _OPEN and not self.relation)


def decisions_to_json(decisions: Iterable[Decision]) -> str:
    """Decisions as a JSON array, in the order they were taken, one object a line; fields that are empty are left out.

    >>> print(decisions_to_json([Decision("same", "乱", EntityType.FILM, "Ran", EntityType.FILM)]))
    [
    {"kind": "same", "left_name": "乱", "left_type": "Film", "right_name": "Ran", "right_type": "Film"}
    ]
    """
    lines = [json.dumps(_as_object(decision), ensure_ascii=False) for decision in in_order(decisions)]
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def decisions_from_json(text: str) -> tuple[Decision, ...]:
    """The decisions that :func:`decisions_to_json` wrote, in the order they were taken.

    :raises InputError: if it is not such a text
    """
    try:
        objects = json.loads(text)
    except ValueError as error:
        raise InputError(f"the decisions are no JSON ({error}); expected is a list of objects") from error
    if not isinstance(objects, list):
        raise InputError("the decisions are no list; expected is a JSON array of objects")
    return in_order(_from_object(number, item) for number, item in enumerate(objects, 1))


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions in the order they were taken, each once."""
    return tuple(sorted(set(decisions), key=_order))


def last_words(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions without those that a later one about the same things has replaced or taken back."""
    last: dict[object, Decision] = {}
    for decision in in_order(decisions):
        topic = (decision.on_entities, decision.relation, decision.qualifiers, decision.exact)
        ends = ((compact(decision.left_name), decision.left_type, decision.article),
                (compact(decision.right_name), decision.right_type, decision.right_article))  # fmt: skip
        last[topic, frozenset(ends) if decision.on_entities else ends] = decision
    return in_order(decision for decision in last.values() if decision.kind != _OPEN)


def decided(
    claims: Iterable[Claim], entities: Mapping[str, Entity], decisions: Iterable[Decision]
) -> tuple[Claim, ...]:
    """Claims, marked with what a person has decided about them: ``accepted`` or ``rejected``."""
    given = tuple(claims)
    marks = marks_of(given, entities, decisions)
    return tuple(
        replace(claim, decision=marks[place]) if place in marks else claim for place, claim in enumerate(given)
    )


def marks_of(claims: Sequence[Claim], entities: Mapping[str, Entity], decisions: Iterable[Decision]) -> dict[int, str]:
    """What a person has decided about claims, by their places: ``accepted`` or ``rejected``."""
    marks: dict[int, str] = {}
    for decision, places in claims_decided(claims, entities, decisions):
        marks.update(dict.fromkeys(places, _ON_CLAIMS[decision.kind]))
    return marks


def claims_decided(
    claims: Sequence[Claim], entities: Mapping[str, Entity], decisions: Iterable[Decision]
) -> Iterator[tuple[Decision, tuple[int, ...]]]:
    """Each decision on claims that still holds, with the places of the claims that it is about."""
    last = last_words(decisions)
    by_relation: dict[str, list[int]] = {decision.relation: [] for decision in last if decision.relation}
    for place, claim in enumerate(claims if by_relation else ()):
        if claim.predicate in by_relation:
            by_relation[claim.predicate].append(place)
    for decision in last:
        if not decision.on_entities:
            meant = [
                place
                for place in by_relation.get(decision.relation or "", ())
                if _is_about(decision, claims[place], entities)
            ]
            closest = [place for place in meant if len(claims[place].qualifiers) == len(decision.qualifiers)]
            yield decision, tuple(closest if decision.exact and closest else meant)


def entities_decided(entities: Iterable[Entity], decision: Decision) -> tuple[str, ...]:
    """The ids of the entities that bear the names of a decision, sorted."""
    wanted = {
        (decision.left_type, compact(decision.left_name)),
        (decision.right_type or decision.left_type, compact(decision.right_name)),
    }
    return tuple(
        sorted(entity.id for entity in entities if wanted & {(entity.type, compact(name)) for name in entity.names})
    )


def _is_about(decision: Decision, claim: Claim, entities: Mapping[str, Entity]) -> bool:
    subject = EntityRef(claim.subject)
    if decision.article is not None and decision.article not in {item.article for item in claim.evidence}:
        return False
    straight = _names(decision.left_name, decision.left_type, subject, entities) and _names(
        decision.right_name, decision.right_type, claim.object, entities
    )
    turned = _names(decision.left_name, decision.left_type, claim.object, entities) and _names(
        decision.right_name, decision.right_type, subject, entities
    )
    given = dict(claim.qualifiers)
    return (straight or turned) and all(
        name in given and _names(value, None, given[name], entities) for name, value in decision.qualifiers
    )


def _names(name: str, kind: EntityType | None, value: Value, entities: Mapping[str, Entity]) -> bool:
    if not isinstance(value, EntityRef):
        return kind is None and compact(name) == compact(value.value)
    entity = entities[value.id]
    return kind in (None, entity.type) and compact(name) in {compact(known) for known in entity.names}


def _order(decision: Decision) -> tuple[Any, ...]:
    right_type = decision.right_type or ""
    return (decision.when, decision.who, decision.kind, decision.left_name, decision.left_type, decision.right_name,
            right_type, decision.article or "", decision.right_article or "", decision.relation or "",
            decision.qualifiers, decision.exact or "", decision.note)  # fmt: skip


def _as_object(decision: Decision) -> dict[str, Any]:
    values = {field.name: getattr(decision, field.name) for field in fields(decision)}
    values["qualifiers"] = dict(decision.qualifiers)
    return {name: value for name, value in values.items() if value}


_TEXTS: tuple[str, ...] = tuple(field.name for field in fields(Decision) if field.name != "qualifiers")


def _from_object(number: int, item: object) -> Decision:
    if not isinstance(item, dict):
        raise InputError(f"decision {number} is no object; expected is one with kind, left_name, left_type and more")
    if unknown := sorted(set(item) - set(_TEXTS) - {"qualifiers"}):
        raise InputError(f"decision {number} has an unknown field {unknown[0]!r}; possible are {', '.join(_TEXTS)}")
    if missing := [name for name in ("kind", "left_name", "left_type", "right_name") if not item.get(name)]:
        raise InputError(f"decision {number} lacks {missing[0]}")
    qualifiers = item.get("qualifiers", {})
    texts = [item[name] for name in item if name != "qualifiers"]
    if not isinstance(qualifiers, dict) or not all(isinstance(text, str) for text in (*texts, *qualifiers.values())):
        raise InputError(f"decision {number}: every field is a text, and qualifiers an object of texts")
    return _decision(number, item, _pairs(qualifiers))


def _pairs(qualifiers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(qualifiers.items()))


def _decision(number: int, item: Mapping[str, Any], qualifiers: tuple[tuple[str, str], ...]) -> Decision:
    values: dict[str, Any] = {name: item[name] for name in _TEXTS if name in item}
    to_type: Callable[[str], EntityType] = EntityType
    try:
        for name in ("left_type", "right_type"):
            if name in values:
                values[name] = to_type(values[name])
    except ValueError as error:
        known = ", ".join(kind.value for kind in EntityType)
        raise InputError(f"decision {number}: {values[name]!r} is no type; possible are {known}") from error
    return Decision(**values, qualifiers=qualifiers)
