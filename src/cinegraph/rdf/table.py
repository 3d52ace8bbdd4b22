"""The claims as a table for spreadsheets: CSV that no cell of which is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from cinegraph.model import Claim, Entity, EntityRef, Knowledge, Value
from cinegraph.rdf import terms
from cinegraph.rdf.order import evidence_order
from cinegraph.rdf.status import Verdict, verdicts

_COLUMNS = ("claim", "status", "subject", "subject_type", "relation", "object", "object_type")
_EVIDENCE_COLUMNS = ("contradiction", "articles", "modalities", "quotes", "subject_iri", "object_iri")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def claims_csv(knowledge: Knowledge) -> Iterator[str]:
    """Lines of CSV (RFC 4180), the header first, then one for each claim in order; several values are joined by ``; ``.

    >>> next(claims_csv(Knowledge())).split(",")[:4]
    ['claim', 'status', 'subject', 'subject_type']
    """
    yield _line([*_COLUMNS, *terms.QUALIFIERS, *_EVIDENCE_COLUMNS])
    entities = {entity.id: entity for entity in knowledge.entities}
    for claim, verdict in zip(knowledge.claims, verdicts(knowledge), strict=True):
        yield _line(_row(claim, verdict, entities))


def _row(claim: Claim, verdict: Verdict, entities: Mapping[str, Entity]) -> list[str]:
    evidence = sorted(claim.evidence, key=evidence_order)
    subject = EntityRef(claim.subject)
    return [
        terms.claim_iri(claim),
        verdict.status.value,
        _label(subject, entities),
        _type(subject, entities),
        claim.predicate,
        _label(claim.object, entities),
        _type(claim.object, entities),
        *(_label(claim.qualifier(name), entities) for name in terms.QUALIFIERS),
        "; ".join(verdict.reasons),
        "; ".join(dict.fromkeys(item.article for item in evidence)),
        "; ".join(dict.fromkeys(item.modality.value for item in evidence)),
        "; ".join(dict.fromkeys(" ".join(item.quote.split()) for item in evidence)),
        terms.entity_iri(claim.subject),
        terms.entity_iri(claim.object.id) if isinstance(claim.object, EntityRef) else "",
    ]


def _label(value: Value | None, entities: Mapping[str, Entity]) -> str:
    if isinstance(value, EntityRef):
        return entities[value.id].label if value.id in entities else value.id
    return value.value if value else ""


def _type(value: Value, entities: Mapping[str, Entity]) -> str:
    return entities[value.id].type.value if isinstance(value, EntityRef) and value.id in entities else ""


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_safe(cell) for cell in cells])
    return buffer.getvalue()


def _safe(cell: str) -> str:
    """A cell that spreadsheets show as text.

    Source: OWASP, CSV Injection (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA_STARTS) else cell
