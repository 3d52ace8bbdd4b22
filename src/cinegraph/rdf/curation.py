"""A person's decisions as RDF: what was decided, by whom, when, and which claims or entities it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from cinegraph.kinds import EntityType
from cinegraph.rdf import terms

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Decided(NamedTuple):
    """One decision, and what of the graph it is about.

    :ivar verdict: same, different, accept or reject
    :ivar qualifiers: pairs of name and value, that tell a claim apart
    :ivar about: IRIs of the claims, or of the entities, that it is about; empty where the graph no longer has them
    :ivar who: empty where nobody is named
    :ivar when: a time, a day, or anything
    """

    verdict: str
    left_name: str
    left_type: EntityType
    right_name: str
    right_type: EntityType | None = None
    left_article: str | None = None
    right_article: str | None = None
    relation: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    who: str = ""
    when: str = ""
    note: str = ""
    about: tuple[str, ...] = ()


def curation_quads(decisions: Iterable[Decided]) -> Iterator[Quad]:
    """The graph ``curation``: every decision that holds, each a node named after its content; none comes twice.

    >>> decided = Decided("same", "Ran", EntityType.FILM, "乱", EntityType.FILM, who="Vera", when="2026-11-26")
    >>> [str(quad.object) for quad in curation_quads([decided])][:2]
    ['<https://w3id.org/cinegraph/ontology#Decision>', '"same"']
    """
    graph = NamedNode(terms.CURATION_GRAPH)
    seen = set()
    for decided in decisions:
        for subject, predicate, value in _statements(decided):
            quad = Quad(NamedNode(subject), NamedNode(predicate), value, graph)
            if quad not in seen:
                seen.add(quad)
                yield quad


def _statements(decided: Decided) -> Iterator[tuple[str, str, NamedNode | Literal]]:
    iri = f"{terms.ID}decision/{terms.digest(*map(str, decided[:-1]))}"
    yield iri, terms.TYPE, NamedNode(terms.DECISION_CLASS)
    yield iri, terms.VERDICT, Literal(decided.verdict)
    yield iri, terms.LEFT_NAME, Literal(decided.left_name)
    yield iri, terms.LEFT_TYPE, NamedNode(terms.type_iri(decided.left_type))
    yield iri, terms.RIGHT_NAME, Literal(decided.right_name)
    if decided.right_type is not None:
        yield iri, terms.RIGHT_TYPE, NamedNode(terms.type_iri(decided.right_type))
    for predicate, article in (
        (terms.LEFT_ARTICLE, decided.left_article),
        (terms.RIGHT_ARTICLE, decided.right_article),
    ):
        if article is not None:
            yield iri, predicate, NamedNode(terms.article_iri(article))
    if decided.relation is not None:
        yield iri, terms.ON_RELATION, NamedNode(terms.relation_iri(decided.relation))
    for name, value in decided.qualifiers:
        yield iri, terms.QUALIFIED_BY, Literal(f"{name}={value}")
    for about in decided.about:
        yield iri, terms.DECIDES, NamedNode(about)
    if decided.note:
        yield iri, terms.COMMENT, Literal(decided.note)
    yield from _by_whom(iri, decided)


def _by_whom(iri: str, decided: Decided) -> Iterator[tuple[str, str, NamedNode | Literal]]:
    if decided.who:
        agent = f"{terms.ID}curator/{terms.encode(decided.who)}"
        yield iri, terms.ATTRIBUTED_TO, NamedNode(agent)
        yield agent, terms.TYPE, NamedNode(terms.AGENT)
        yield agent, terms.LABEL, Literal(decided.who)
    if decided.when:
        yield iri, terms.GENERATED_AT, _time(decided.when)


def _time(text: str) -> Literal:
    if _TIME.fullmatch(text):
        return Literal(text, datatype=NamedNode(terms.DATE_TIME))
    return Literal(text, datatype=NamedNode(terms.DATE)) if _DAY.fullmatch(text) else Literal(text)
