"""The order in which claims and their evidence stand, everywhere."""

from __future__ import annotations

from cinegraph.model import Claim, EntityRef, Evidence, Value

ValueOrder = tuple[str, str]


def value_order(value: Value) -> ValueOrder:
    """Entities before literals, each by code points.

    >>> value_order(EntityRef("film/beanpole"))
    ('entity', 'film/beanpole')
    """
    return ("entity", value.id) if isinstance(value, EntityRef) else ("literal", value.value)


def claim_order(claim: Claim) -> tuple[str, str, ValueOrder, tuple[tuple[str, ValueOrder], ...]]:
    """A claim's key, in a form that can be sorted."""
    qualifiers = tuple((name, value_order(value)) for name, value in claim.qualifiers)
    return claim.subject, claim.predicate, value_order(claim.object), qualifiers


def evidence_order(item: Evidence) -> tuple[object, ...]:
    """By article, then by place in it, then by everything else that evidence holds."""
    optional = tuple((value is not None, value or "") for value in (item.cue, item.speaker, item.entailed_by))
    place = (item.article, item.start, item.end)
    return *place, item.quote, item.modality.value, item.rule, optional, item.steps, item.states
