"""What the built-in extractor says of a text, as plain triples."""

from __future__ import annotations

from functools import cache

from cinegraph.articles import KINDS
from cinegraph.articles.reading import document_of_bytes
from cinegraph.extract import extract
from cinegraph.extract.reader import Reader
from cinegraph.lexicon import load_lexicon
from cinegraph.model import Document, EntityRef, Extraction

Said = tuple[str, str, str, str]
"""Subject, relation, object, modality."""


def article_of(text: str, name: str) -> Document:
    """The article that a file of this text and name would be."""
    return document_of_bytes(text.encode("utf-8"), name, KINDS[name[name.rindex(".") :]])


def reader_of(document: Document) -> Reader:
    """What has read an article."""
    reader = Reader(document, load_lexicon())
    reader.read()
    return reader


@cache
def extraction_of(text: str, suffix: str = ".txt") -> Extraction:
    """What is extracted from an article of this text."""
    return extract(article_of(text, f"article{suffix}"))


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
    reader = reader_of(article_of(text, name))
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
