"""One graph for each article: its bibliographic record, and the evidence that its sentences give."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from cinegraph.model import Claim, Document, Evidence, Knowledge
from cinegraph.rdf import terms

_CONTEXT = 32
"""Characters of prefix and suffix in a quote selector, as annotation tools commonly store."""

_FIELDS = (
    (terms.TITLE, "title"),
    (terms.AUTHOR, "author"),
    (terms.PUBLISHER, "publisher"),
    (terms.ISSUED, "date"),
    (terms.IN_LANGUAGE, "language"),
    (terms.URL, "url"),
)


def article_quads(knowledge: Knowledge) -> Iterator[Quad]:
    """The quads of all article graphs, article after article in the order of their names."""
    documents = {document.name: document for document in knowledge.documents}
    evidence: dict[str, list[tuple[Claim, Evidence]]] = {name: [] for name in documents}
    for claim in knowledge.claims:
        for item in claim.evidence:
            evidence.setdefault(item.article, []).append((claim, item))
    for name in sorted(evidence):
        yield from _article(name, documents.get(name), evidence[name])


def _article(name: str, document: Document | None, evidence: list[tuple[Claim, Evidence]]) -> Iterator[Quad]:
    graph = NamedNode(terms.article_graph(name))
    seen = set()
    for subject, predicate, value in _statements(document, evidence):
        quad = Quad(NamedNode(subject), NamedNode(predicate), value, graph)
        if quad not in seen:
            seen.add(quad)
            yield quad


Statement = tuple[str, str, NamedNode | RdfLiteral]


def _statements(document: Document | None, evidence: list[tuple[Claim, Evidence]]) -> Iterator[Statement]:
    if document is not None:
        yield from _record(document)
    for claim, item in evidence:
        yield from _annotation(claim, item)
        yield from _target(item, "" if document is None else document.text)


def _record(document: Document) -> Iterator[Statement]:
    iri = terms.article_iri(document.name)
    yield iri, terms.TYPE, NamedNode(terms.ARTICLE)
    yield iri, terms.IDENTIFIER, RdfLiteral(document.name)
    yield iri, terms.LABEL, RdfLiteral(document.title or document.name)
    yield iri, terms.SHA256, RdfLiteral(document.sha256)
    yield iri, terms.MEDIA_TYPE, RdfLiteral(document.media_type)
    for predicate, field in _FIELDS:
        value: str | None = getattr(document, field)
        if value is not None:
            yield iri, predicate, RdfLiteral(value)
    for key, value in document.record:
        yield iri, terms.RECORD, RdfLiteral(f"{key}: {value}")


def _annotation(claim: Claim, item: Evidence) -> Iterator[Statement]:
    iri = terms.evidence_iri(claim, item)
    yield iri, terms.TYPE, NamedNode(terms.EVIDENCE)
    yield iri, terms.ANNOTATION_BODY, NamedNode(terms.claim_iri(claim))
    yield iri, terms.ANNOTATION_TARGET, NamedNode(terms.target_iri(item))
    yield iri, terms.MODALITY, RdfLiteral(item.modality)
    yield iri, terms.RULE, RdfLiteral(item.rule)
    if item.cue is not None:
        yield iri, terms.CUE, RdfLiteral(item.cue)
    if item.entailed_by is not None:
        yield iri, terms.ENTAILED_BY, RdfLiteral(item.entailed_by)
    for number, step in enumerate(item.steps, start=1):
        # the number keeps the order, and keeps two equal steps two
        yield iri, terms.STEP, RdfLiteral(f"{number}. {step}")
    for name in item.states:
        yield iri, terms.STATES, NamedNode(terms.qualifier_iri(name))
    if item.speaker is not None:
        speaker = terms.speaker_iri(item.speaker)
        yield iri, terms.ATTRIBUTED_TO, NamedNode(speaker)
        yield speaker, terms.TYPE, NamedNode(terms.AGENT)
        yield speaker, terms.LABEL, RdfLiteral(item.speaker)


def _target(item: Evidence, text: str) -> Iterator[Statement]:
    iri = terms.target_iri(item)
    position, quote = f"{iri}/position", f"{iri}/quote"
    yield iri, terms.TYPE, NamedNode(terms.SPECIFIC_RESOURCE)
    yield iri, terms.SOURCE, NamedNode(terms.article_iri(item.article))
    yield iri, terms.SELECTOR, NamedNode(position)
    yield iri, terms.SELECTOR, NamedNode(quote)
    yield position, terms.TYPE, NamedNode(terms.POSITION_SELECTOR)
    yield position, terms.START, _number(item.start)
    yield position, terms.END, _number(item.end)
    yield quote, terms.TYPE, NamedNode(terms.QUOTE_SELECTOR)
    yield quote, terms.EXACT, RdfLiteral(item.quote)
    if text:
        yield quote, terms.PREFIX, RdfLiteral(text[max(0, item.start - _CONTEXT) : item.start])
        yield quote, terms.SUFFIX, RdfLiteral(text[item.end : item.end + _CONTEXT])


def _number(value: int) -> RdfLiteral:
    return RdfLiteral(str(value), datatype=NamedNode(terms.INTEGER))
