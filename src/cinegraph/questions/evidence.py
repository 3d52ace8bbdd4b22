"""The sentences behind a claim, each with its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.questions.facts import iris, texts_of
from cinegraph.rdf.terms import article_name

if TYPE_CHECKING:
    from cinegraph.store import Store


class Passage(NamedTuple):
    """A sentence of an article that says a claim, or denies it.

    :ivar article: the article's name
    :ivar title: the article's title, or its name
    :ivar modality: asserted, hedged, planned, negated or former
    :ivar rule: how the claim was found in it
    :ivar cue: the words that hedge, deny or plan it
    :ivar speaker: who says it, where it is a quotation
    :ivar steps: how the mentions in it were resolved
    """

    article: str
    title: str
    date: str | None
    publisher: str | None
    start: int
    end: int
    quote: str
    modality: str
    rule: str
    cue: str | None = None
    speaker: str | None = None
    entailed_by: str | None = None
    steps: tuple[str, ...] = ()


_PASSAGES = """SELECT
  ?claim ?evidence ?article ?title ?date ?publisher ?start ?end ?quote ?modality ?rule ?cue ?speaker ?entailed
WHERE {
  VALUES ?claim { %s }
  ?evidence oa:hasBody ?claim ; oa:hasTarget ?target ; cg:modality ?modality ; cg:rule ?rule .
  ?target oa:hasSource ?article ; oa:hasSelector ?position , ?selector .
  ?position oa:start ?start ; oa:end ?end .
  ?selector oa:exact ?quote .
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article dcterms:issued ?date }
  OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?evidence cg:cue ?cue }
  OPTIONAL { ?evidence prov:wasAttributedTo/rdfs:label ?speaker }
  OPTIONAL { ?evidence cg:entailedBy ?entailed }
}"""
_STEPS = "SELECT ?evidence ?step WHERE { VALUES ?claim { %s } ?evidence oa:hasBody ?claim ; cg:step ?step }"


def passages(store: Store, claims: Collection[str]) -> dict[str, tuple[Passage, ...]]:
    """The sentences behind each claim, by the claim's IRI; in order of date, article and place.

    :param claims: IRIs of claims
    """
    if not claims:
        return {}
    named = iris(sorted(set(claims)))
    steps = _steps(store, named)
    found: dict[str, dict[str, Passage]] = defaultdict(dict)
    for claim, evidence, article, title, date, publisher, start, end, quote, *said in texts_of(
        store.query(_PASSAGES % named)
    ):
        modality, rule, cue, speaker, entailed = said
        name = article_name(article)
        found[claim][evidence] = Passage(
            article=name,
            title=title or name,
            date=date or None,
            publisher=publisher or None,
            start=int(start),
            end=int(end),
            quote=quote,
            modality=modality,
            rule=rule,
            cue=cue or None,
            speaker=speaker or None,
            entailed_by=entailed or None,
            steps=steps.get(evidence, ()),
        )
    return {claim: tuple(sorted(each.values(), key=_order)) for claim, each in found.items()}


def _order(passage: Passage) -> tuple[str, str, int, int, str, str]:
    return passage.date or "9999", passage.article, passage.start, passage.end, passage.modality, passage.rule


def _steps(store: Store, named: str) -> dict[str, tuple[str, ...]]:
    """For each piece of evidence its steps, in the order that their numbers give, without the numbers."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for evidence, step in texts_of(store.query(_STEPS % named)):
        number, _, text = step.partition(". ")
        found[evidence].append((int(number), text) if number.isdigit() else (0, step))
    return {evidence: tuple(text for _, text in sorted(each)) for evidence, each in found.items()}
