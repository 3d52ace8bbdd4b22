"""Documents and extractions as JSON, and back: plain objects and lists, short, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from sys import intern
from typing import Any

from cinegraph.errors import StoreError
from cinegraph.model import (
    Block,
    BlockKind,
    Claim,
    Document,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Extraction,
    Literal,
    Mention,
    Merge,
    Modality,
    Sentence,
    Value,
)


def document_to_json(document: Document) -> str:
    """A document, without its text, as JSON."""
    return _dump(
        {
            "name": document.name,
            "sha256": document.sha256,
            "media_type": document.media_type,
            "title": document.title,
            "author": document.author,
            "publisher": document.publisher,
            "date": document.date,
            "language": document.language,
            "url": document.url,
            "record": document.record,
            "blocks": [[b.start, b.end, b.kind, b.level, b.speaker] for b in document.blocks],
            "sentences": [[s.start, s.end, s.block] for s in document.sentences],
        }
    )


def document_from_json(written: str, text: str) -> Document:
    """The document that :func:`document_to_json` wrote.

    :param text: its text, kept apart
    :raises StoreError: if it was not written by this version
    """
    fields = _load(written)
    try:
        fields["record"] = tuple((key, value) for key, value in fields["record"])
        fields["blocks"] = tuple(
            Block(start, end, BlockKind(kind), level, speaker) for start, end, kind, level, speaker in fields["blocks"]
        )
        fields["sentences"] = tuple(Sentence(*sentence) for sentence in fields["sentences"])
        return Document(text=text, **fields)
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(error) from error


def extraction_to_json(extraction: Extraction) -> str:
    """An extraction, without its document, as JSON."""
    return _dump(
        {
            "entities": [_from_entity(entity) for entity in extraction.entities],
            "mentions": [[m.start, m.end, m.type, m.entity, m.kind, m.rule] for m in extraction.mentions],
            "claims": [_from_claim(claim) for claim in extraction.claims],
            "dropped": extraction.dropped,
        }
    )


def extraction_from_json(written: str, document: Document) -> Extraction:
    """The extraction that :func:`extraction_to_json` wrote.

    :param document: the document it belongs to, kept apart
    :raises StoreError: if it was not written by this version
    """
    fields = _load(written)
    try:
        return Extraction(
            document,
            entities=tuple(_to_entity(entity) for entity in fields["entities"]),
            mentions=tuple(
                Mention(start, end, EntityType(type), entity, kind, rule)
                for start, end, type, entity, kind, rule in fields["mentions"]
            ),
            claims=tuple(_to_claim(claim) for claim in fields["claims"]),
            dropped=tuple((why, what) for why, what in fields["dropped"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(error) from error


def _from_entity(entity: Entity) -> Mapping[str, object]:
    merges = [[merge.left, merge.right, merge.reason] for merge in entity.merges]
    return {
        "id": entity.id,
        "type": entity.type,
        "label": entity.label,
        "names": entity.names,
        "lexicon": entity.lexicon,
        "gender": entity.gender,
        "merges": merges,
    }


def _to_entity(fields: dict[str, Any]) -> Entity:
    fields["id"] = intern(fields["id"])
    fields["type"] = EntityType(fields["type"])
    # The same name comes from many articles, and all of them are held at once when they are united.
    fields["label"] = intern(fields["label"])
    fields["names"] = tuple(map(intern, fields["names"]))
    fields["merges"] = tuple(Merge(*merge) for merge in fields["merges"])
    return Entity(**fields)


def _from_claim(claim: Claim) -> Sequence[object]:
    qualifiers = [[name, _from_value(value)] for name, value in claim.qualifiers]
    evidence = [_from_evidence(piece) for piece in claim.evidence]
    return [claim.subject, claim.predicate, _from_value(claim.object), qualifiers, evidence, claim.decision]


def _to_claim(fields: Sequence[Any]) -> Claim:
    subject, predicate, object, qualifiers, evidence, decision = fields
    return Claim(
        intern(subject),
        intern(predicate),
        _to_value(object),
        tuple((intern(name), _to_value(value)) for name, value in qualifiers),
        tuple(_to_evidence(piece) for piece in evidence),
        decision,
    )


def _from_evidence(evidence: Evidence) -> Mapping[str, object]:
    return {
        "article": evidence.article,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "modality": evidence.modality,
        "rule": evidence.rule,
        "cue": evidence.cue,
        "speaker": evidence.speaker,
        "entailed_by": evidence.entailed_by,
        "steps": evidence.steps,
        "states": evidence.states,
    }


def _to_evidence(fields: dict[str, Any]) -> Evidence:
    fields["article"] = intern(fields["article"])
    fields["modality"] = Modality(fields["modality"])
    fields["rule"] = intern(fields["rule"])
    fields["steps"] = tuple(map(intern, fields["steps"]))
    fields["states"] = tuple(map(intern, fields["states"]))
    return Evidence(**fields)


def _from_value(value: Value) -> Mapping[str, str]:
    return {"id": value.id} if isinstance(value, EntityRef) else {"value": value.value}


def _to_value(fields: Mapping[str, str]) -> Value:
    return EntityRef(intern(fields["id"])) if "id" in fields else Literal(intern(fields["value"]))


def _dump(fields: object) -> str:
    # Escapes keep lone surrogates, which no UTF-8 file could hold.
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":"))


def _load(written: str) -> dict[str, Any]:
    try:
        fields = json.loads(written)
    except ValueError as error:
        raise _damaged(error) from error
    if not isinstance(fields, dict):
        raise _damaged(TypeError(f"an object was expected, not {type(fields).__name__}"))
    return fields


def _damaged(error: Exception) -> StoreError:
    return StoreError(f"an article in the store is damaged ({error}); build it again")
