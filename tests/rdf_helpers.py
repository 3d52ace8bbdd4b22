"""Short ways to make claims, for the tests of the RDF room."""

from __future__ import annotations

from cinegraph.model import Claim, Evidence, Literal, Modality, Value

A, H, P, N, F = Modality.ASSERTED, Modality.HEDGED, Modality.PLANNED, Modality.NEGATED, Modality.FORMER


def said(*modalities: Modality, article: str = "a.txt") -> tuple[Evidence, ...]:
    return tuple(Evidence(article, 10 * i, 10 * i + 5, "quote", mode, "rule") for i, mode in enumerate(modalities))


def claim(subject: str, predicate: str, value: Value, evidence: tuple[Evidence, ...], **qualifiers: str) -> Claim:
    return Claim(
        subject, predicate, value, tuple((name, Literal(v)) for name, v in sorted(qualifiers.items())), evidence
    )
