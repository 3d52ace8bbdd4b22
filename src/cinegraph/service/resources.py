"""Linked data: everything that the graph names has a page, and the same as RDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cinegraph.errors import InputError, NotFoundError
from cinegraph.questions.facts import iris, terms_of, texts_of
from cinegraph.rdf.terms import BASE, ID, RDF, article_name, entity_id
from cinegraph.service.links import iri_of, local, local_of_iri, type_of
from cinegraph.service.negotiation import HTML, TRIPLES
from cinegraph.service.params import Params
from cinegraph.service.rendering import page
from cinegraph.service.reply import Reply
from cinegraph.service.rows import serialized
from cinegraph.service.settings import Settings
from cinegraph.service.sparql import negotiated, typed

if TYPE_CHECKING:
    from cinegraph.questions.cards import Card
    from cinegraph.store import Store

OWN_POLICY = "frame-ancestors 'none'"
"""For pages that bring a policy of their own, which names their scripts."""

_WAY_BACK = (
    '<nav class="masthead" aria-label="Pages"><p class="file">'
    '<a href="/">cinegraph</a> · <a href="/articles">Articles</a></p></nav>'
)
_DESCRIBED = """CONSTRUCT { ?s ?p ?o } WHERE {
  { VALUES ?s { %(me)s } ?s ?p ?o }
  UNION { VALUES ?o { %(me)s } ?s ?p ?o }
  UNION { VALUES ?me { %(me)s } ?s rdf:subject|rdf:object|oa:hasBody ?me . ?s ?p ?o }
}"""
_CARD = "card"
_MOST = 500
_OUT = "SELECT DISTINCT ?p ?o ?label WHERE {{ {me} ?p ?o OPTIONAL {{ ?o rdfs:label ?label }} }} LIMIT {most}"
_IN = "SELECT DISTINCT ?s ?p ?label WHERE {{ ?s ?p {me} OPTIONAL {{ ?s rdfs:label ?label }} }} LIMIT {most}"


def resource(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """A thing of the graph: a page for people, or RDF; ``?format=`` chooses too.

    :raises NotFoundError: if the graph says nothing of it
    """
    iri = iri_of(task["path"])
    wanted = Params(task).text("format")
    if wanted == _CARD:
        return _card_document(store, iri)
    format, media_type = _chosen(wanted) if wanted else negotiated(task.get("accept"), (*TRIPLES, HTML))
    if format == "html":
        return _page(store, iri)
    answer = store.query(_DESCRIBED % {"me": iris([iri])})
    body = serialized(answer, format, settings.most_bytes, settings.most_rows)
    if not store.query(f"ASK {{ {{ {iris([iri])} ?p ?o }} UNION {{ ?s ?p {iris([iri])} }} }}"):
        raise _unknown(store, iri)
    links = f'<{local_of_iri(iri)}>; rel="alternate"; type="text/html", <{iri}>; rel="describes"'
    return Reply(200, typed(media_type), body, {"vary": "Accept", "link": links})


def _chosen(wanted: str) -> tuple[str, str]:
    for offer in (HTML, *TRIPLES):
        if offer.format == wanted:
            return wanted, offer.media_types[0]
    known = ", ".join([*(offer.format for offer in (HTML, *TRIPLES)), _CARD])
    raise InputError(f"there is no format {wanted!r}; choose from {known}")


def _page(store: Store, iri: str) -> Reply:
    kind, _, rest = iri.removeprefix(ID).partition("/")
    if kind == "article":
        return _article(store, iri)
    if kind == "claim":
        return _claim(store, iri)
    if type_of(f"{kind}/") and rest.count("/") == 0:
        return _entity(store, entity_id(iri))
    if kind == "festival" and rest.count("/") == 1:
        festival, _, year = iri.rpartition("/")
        return _entity(store, entity_id(festival), year)
    return _other(store, iri)


def _entity(store: Store, id: str, year: str | None = None) -> Reply:
    from cinegraph.questions.cards import card

    try:
        made = card(store, id, evidence=True, year=year)
    except NotFoundError as error:
        raise _unknown(store, iri_of(local(id))) from error
    iri = made.thing.iri + (f"/{year}" if year else "")
    if year and not made.sections:
        raise NotFoundError(f"the graph tells nothing of {made.thing.label} in {year}", (made.thing.label,))
    titles = _titles(store, made)
    names = [each for each in made.named if each.name.casefold() != made.thing.label.casefold()]
    return page(
        "entity.html",
        here="",
        card=made,
        year=year,
        iri=iri,
        path=local_of_iri(iri),
        names=names,
        articles=[(article, titles.get(article, article)) for article in made.articles],
        disputed={fact.iri: fact.reasons for fact in made.facts if fact.reasons},
    )


def _titles(store: Store, made: Card) -> dict[str, str]:
    from cinegraph.rdf.terms import article_iri

    if not made.articles:
        return {}
    named = iris(article_iri(name) for name in made.articles)
    rows = store.query(f"SELECT ?a ?t WHERE {{ VALUES ?a {{ {named} }} ?a rdfs:label ?t }}")
    return {article_name(iri): title for iri, title in texts_of(rows)}


def _claim(store: Store, iri: str) -> Reply:
    from cinegraph.questions.explain import explain
    from cinegraph.questions.facts import facts_named
    from cinegraph.questions.words import PHRASES, detail_of, statement_of

    found = explain(store, iri)
    fact = found.facts[0]
    against = [(each.iri, statement_of(each)) for each in facts_named(store, fact.contradicts)]
    return page(
        "claim.html",
        here="",
        fact=fact,
        iri=iri,
        path=local_of_iri(iri),
        phrase=PHRASES[fact.relation],
        details=", ".join(part for part in (fact.year or "", detail_of(fact)) if part),
        passages=found.passages.get(fact.iri, ()),
        merges=found.merges,
        against=[(local_of_iri(other), words) for other, words in against],
        ruling=found.rulings.get(fact.iri),
        statement=statement_of(fact),
    )


def _article(store: Store, iri: str) -> Reply:
    from cinegraph.views import page_of_article

    name = article_name(iri)
    if name not in store.articles.names():
        raise NotFoundError(f"the graph has no article {name!r}")
    # The page is one that also opens from disk by itself; here it gets a way back, in its own style.
    text = page_of_article(store, name, local).replace("<body>", f"<body>{_WAY_BACK}", 1)
    headers = {"vary": "Accept", "content-security-policy": OWN_POLICY}
    return Reply(200, "text/html; charset=utf-8", text.encode("utf-8"), headers)


def _other(store: Store, iri: str) -> Reply:
    """A page of the bare statements about something, and of those that lead to it."""
    me = iris([iri])
    out = [
        (_word(predicate), *_shown(value, label))
        for predicate, value, label in terms_of(store.query(_OUT.format(me=me, most=_MOST)))
    ]
    into = [
        (_word(predicate), *_shown(subject, label))
        for subject, predicate, label in terms_of(store.query(_IN.format(me=me, most=_MOST)))
    ]
    if not out and not into:
        raise _unknown(store, iri)
    kinds = [text for word, text, _ in out if word == "rdf:type"]
    label = next((text for word, text, _ in out if word == "rdfs:label"), iri.removeprefix(ID))
    return page(
        "resource.html",
        here="",
        iri=iri,
        path=local_of_iri(iri),
        label=label,
        kinds=kinds,
        out=sorted(out),
        into=sorted(into),
        most=_MOST,
    )


def _word(predicate: Any) -> str:
    from cinegraph.rdf.terms import PREFIXES

    iri = str(predicate.value)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and not iri.startswith(ID):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _shown(term: Any, label: Any) -> tuple[str, str]:
    """A term's words, and where it leads; empty where it leads nowhere here."""
    if type(term).__name__ != "NamedNode":
        return str(term.value), ""
    href = local_of_iri(term.value) or ""
    words = label.value if label is not None else term.value.removeprefix(BASE).removeprefix(RDF)
    return str(words), href


def _card_document(store: Store, iri: str) -> Reply:
    from cinegraph.questions.cards import card

    try:
        document = card(store, entity_id(iri), evidence=True).document()
    except (NotFoundError, InputError) as error:
        raise _unknown(store, iri) from error
    return Reply(200, "application/json", json.dumps(document).encode("ascii"))


def _unknown(store: Store, iri: str) -> NotFoundError:
    last = iri.rpartition("/")[2].replace("-", " ")
    near = store.names.suggest(last[:200]) if last.strip() else ()
    return NotFoundError(f"the graph says nothing of {iri.removeprefix(ID)}", near)
