"""One graph for each article: its bibliographic record, and the evidence that its sentences give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from cinegraph.model import Document, Evidence, Knowledge
from cinegraph.rdf import terms
from cinegraph.rdf.nodes import node

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
    evidence: dict[str, list[tuple[str, Evidence]]] = {name: [] for name in documents}
    for claim in knowledge.claims:
        iri = terms.claim_iri(claim)
        for item in claim.evidence:
            evidence.setdefault(item.article, []).append((iri, item))
    for name in sorted(evidence):
        yield from quads_of_article(name, documents.get(name), evidence[name])


def quads_of_article(name: str, document: Document | None, evidence: Iterable[tuple[str, Evidence]]) -> Iterator[Quad]:
    """The quads of one article's graph.

    :param evidence: that it gives, each piece with the IRI of its claim
    """
    graph = NamedNode(terms.article_graph(name))
    yield from dict.fromkeys(
        Quad(node(subject), node(predicate), value, graph)
        for subject, predicate, value in _statements(document, evidence)
    )


Statement = tuple[str, str, NamedNode | RdfLiteral]


def _statements(document: Document | None, evidence: Iterable[tuple[str, Evidence]]) -> Iterator[Statement]:
    if document is not None:
        yield from _record(document)
    targets: set[str] = set()
    for claim, item in evidence:
        target = terms.target_iri(item)
        yield from _annotation(claim, item, target)
        # Many claims may rest on one sentence.
        if target not in targets:
            targets.add(target)
            yield from _target(target, item, "" if document is None else document.text)


def _record(document: Document) -> Iterator[Statement]:
    iri = terms.article_iri(document.name)
    yield iri, terms.TYPE, node(terms.ARTICLE)
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


def _annotation(claim: str, item: Evidence, target: str) -> Iterator[Statement]:
    iri = terms.evidence_iri(claim, item)
    yield iri, terms.TYPE, node(terms.EVIDENCE)
    yield iri, terms.ANNOTATION_BODY, node(claim)
    yield iri, terms.ANNOTATION_TARGET, node(target)
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
        yield iri, terms.STATES, node(terms.qualifier_iri(name))
    if item.speaker is not None:
        speaker = terms.speaker_iri(item.speaker)
        yield iri, terms.ATTRIBUTED_TO, node(speaker)
        yield speaker, terms.TYPE, node(terms.AGENT)
        yield speaker, terms.LABEL, RdfLiteral(item.speaker)


def _target(iri: str, item: Evidence, text: str) -> Iterator[Statement]:
    position, quote = f"{iri}/position", f"{iri}/quote"
    yield iri, terms.TYPE, node(terms.SPECIFIC_RESOURCE)
    yield iri, terms.SOURCE, node(terms.article_iri(item.article))
    yield iri, terms.SELECTOR, node(position)
    yield iri, terms.SELECTOR, node(quote)
    yield position, terms.TYPE, node(terms.POSITION_SELECTOR)
    yield position, terms.START, _number(item.start)
    yield position, terms.END, _number(item.end)
    yield quote, terms.TYPE, node(terms.QUOTE_SELECTOR)
    yield quote, terms.EXACT, RdfLiteral(item.quote)
    if text:
        yield quote, terms.PREFIX, RdfLiteral(text[max(0, item.start - _CONTEXT) : item.start])
        yield quote, terms.SUFFIX, RdfLiteral(text[item.end : item.end + _CONTEXT])


def _number(value: int) -> RdfLiteral:
    return RdfLiteral(str(value), datatype=node(terms.INTEGER))
