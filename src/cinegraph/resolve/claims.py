"""Unites what several articles claim: the same claim once, with the evidence of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cinegraph.model import Claim, EntityRef, Evidence, Modality, Value
from cinegraph.relations import RELATIONS

_MODALITIES = {each.value: each for each in Modality}

SortKey = tuple[object, ...]


def remapped(claim: Claim) -> Claim:
    """A claim between resolved entities in its one form: a symmetric relation is given from the smaller id to the
    larger, qualifiers are in order."""
    subject, target, qualifiers = claim.subject, claim.object, claim.qualifiers
    relation = RELATIONS.get(claim.predicate)
    if relation is not None and relation.symmetric and isinstance(target, EntityRef) and target.id < subject:
        subject, target = target.id, EntityRef(subject)
    if len(qualifiers) > 1:
        qualifiers = tuple(sorted(qualifiers, key=_pair_key))
    if subject is claim.subject and qualifiers == claim.qualifiers:
        return claim
    return Claim(subject, claim.predicate, target, qualifiers, claim.evidence, claim.decision)


def outlined_evidence(article: str, place: int, said: Iterable[str]) -> tuple[Evidence, ...]:
    """What stands for the evidence of a claim while claims are united: which article's, which claim's, how it is said.

    :param place: of the claim among those of its article
    """
    return tuple(Evidence(article, place, place, "", _MODALITIES[each], "") for each in said)


def claims_behind(claim: Claim) -> list[tuple[str, int]]:
    """From the evidence that :func:`outlined_evidence` made, the articles' own claims: article and place, each once."""
    return list(dict.fromkeys((item.article, item.start) for item in claim.evidence))


def evidence_of(claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """The evidence of articles' own claims that have become one; each piece names the qualifiers it states."""
    return _joined(item for claim in claims for item in _stated(claim))


def _stated(claim: Claim) -> Iterable[Evidence]:
    names = tuple(sorted({name for name, _ in claim.qualifiers}))
    if not names:
        return claim.evidence
    return (item if item.states else replace(item, states=names) for item in claim.evidence)


def united(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims, each once, sorted by key; one that says less than exactly one other has become part of that.

    >>> from cinegraph.model import Literal
    >>> bare = Claim("film/a", "won", EntityRef("award/b"))
    >>> dated = Claim("film/a", "won", EntityRef("award/b"), (("year", Literal("2019")),))
    >>> united([bare, dated, bare]) == (dated,)
    True
    """
    by_key: dict[object, list[Claim]] = {}
    for claim in claims:
        if not (isinstance(claim.object, EntityRef) and claim.object.id == claim.subject):
            by_key.setdefault(claim.key, []).append(claim)
    same_ends: dict[object, list[Claim]] = {}
    for group in by_key.values():
        claim = group[0]
        if len(group) > 1 or len(claim.evidence) > 1:
            claim = replace(claim, evidence=_joined(item for claim in group for item in claim.evidence))
        same_ends.setdefault((claim.subject, claim.predicate, claim.object), []).append(claim)
    found = [claim for group in same_ends.values() for claim in _absorbed(group)]
    return tuple(sorted(found, key=claim_sort_key))


def claim_sort_key(claim: Claim) -> SortKey:
    """Orders claims by subject, predicate, object and qualifiers."""
    qualifiers = tuple(_pair_key(pair) for pair in claim.qualifiers)
    return claim.subject, claim.predicate, _value_key(claim.object), qualifiers


def _absorbed(claims: Sequence[Claim]) -> list[Claim]:
    """Claims with the same ends, without those that only one fuller claim can mean."""
    if len(claims) == 1:
        return list(claims)
    qualifiers = [frozenset(claim.qualifiers) for claim in claims]
    evidence = [list(claim.evidence) for claim in claims]
    kept = []
    for index, claim in sorted(enumerate(claims), key=lambda item: (len(item[1].qualifiers), claim_sort_key(item[1]))):
        fuller = [
            other
            for other in range(len(claims))
            if qualifiers[index] < qualifiers[other] and _denies(claim) == _denies(claims[other])
        ]
        fullest = [one for one in fuller if not any(qualifiers[one] < qualifiers[other] for other in fuller)]
        if len(fullest) == 1:
            evidence[fullest[0]] += evidence[index]
        else:
            kept.append(index)
    return [replace(claims[index], evidence=_joined(evidence[index])) for index in kept]


def _denies(claim: Claim) -> bool:
    """A denial of less is no part of a claim that says more."""
    return bool(claim.evidence) and all(item.modality is Modality.NEGATED for item in claim.evidence)


def _joined(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence sorted, each once; where two differ only in the qualifiers they state, one that states them all."""
    same: dict[SortKey, tuple[Evidence, set[str]]] = {}
    for item in evidence:
        same.setdefault(_but_for_states(item), (item, set()))[1].update(item.states)
    found = [_stating(item, tuple(sorted(names))) for item, names in same.values()]
    return tuple(sorted(found, key=_evidence_key)) if len(found) > 1 else tuple(found)


def _but_for_states(item: Evidence) -> SortKey:
    return (item.article, item.start, item.end, item.quote, item.modality, item.rule, item.cue, item.speaker,
            item.entailed_by, item.steps)  # fmt: skip


def _stating(item: Evidence, states: tuple[str, ...]) -> Evidence:
    return item if item.states == states else replace(item, states=states)


def _evidence_key(item: Evidence) -> SortKey:
    return (item.article, item.start, item.end, item.rule, item.modality.value, item.quote, item.cue or "",
            item.speaker or "", item.entailed_by or "", item.steps, item.states)  # fmt: skip


def _value_key(value: Value) -> tuple[str, str]:
    return ("entity", value.id) if isinstance(value, EntityRef) else ("literal", value.value)


def _pair_key(pair: tuple[str, Value]) -> tuple[str, tuple[str, str]]:
    return pair[0], _value_key(pair[1])
