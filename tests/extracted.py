"""What the built-in extractor says of a text, as plain triples."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from cinegraph.articles import Source, read_article
from cinegraph.extract import extract
from cinegraph.extract.reader import Reader
from cinegraph.lexicon import load_lexicon
from cinegraph.model import EntityRef, Extraction

Said = tuple[str, str, str, str]
"""Subject, relation, object, modality."""


@cache
def extraction_of(text: str, suffix: str = ".txt") -> Extraction:
    """What is extracted from an article of this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"article{suffix}"
        path.write_text(text, encoding="utf-8")
        return extract(read_article(Source(path.name, path)))


def said(text: str, relation: str | None = None) -> set[Said]:
    """The claims of a text, of one relation or of all."""
    extraction = extraction_of(text)
    labels = {entity.id: entity.label for entity in extraction.entities}
    return {
        (
            labels[claim.subject],
            claim.predicate,
            labels[claim.object.id] if isinstance(claim.object, EntityRef) else claim.object.value,
            evidence.modality.value,
        )
        for claim in extraction.claims
        for evidence in claim.evidence
        if relation in (None, claim.predicate)
    }


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Subject and object of what a text asserts."""
    return {(subject, value) for subject, _, value, modality in said(text, relation) if modality == "asserted"}


def stated(text: str, name: str = "article.md") -> set[tuple[str, str, str]]:
    """Subject, relation and object of all that is stated of a text, by their keys in the article ("night bus")."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        reader = Reader(read_article(Source(path.name, path)), load_lexicon())
    reader.read()
    return {(s.subject.partition(":")[2], s.relation, s.object.rpartition(":")[2]) for s in reader.collector.statements}


def claim_lines(text: str) -> set[str]:
    """Subject, relation and object of every claim, a line each; what is not asserted begins with its modality."""
    extraction = extraction_of(f"{text}\n\nNothing else is known so far.\n")
    labels = {entity.id: entity.label for entity in extraction.entities}
    found = set()
    for claim in extraction.claims:
        value = labels.get(getattr(claim.object, "id", ""), getattr(claim.object, "value", ""))
        modality = str(claim.evidence[0].modality.value)
        mark = "" if modality == "asserted" else f"~{modality} "
        found.add(f"{mark}{labels[claim.subject]} | {claim.predicate} | {value}")
    return found
