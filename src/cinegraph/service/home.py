"""The first pages: what there is, what is found by name, which articles were read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cinegraph.errors import InputError
from cinegraph.kinds import EntityType
from cinegraph.questions.facts import texts_of
from cinegraph.questions.names import LONGEST
from cinegraph.questions.portraits import portraits
from cinegraph.rdf.terms import article_name
from cinegraph.service.links import local, local_of_iri
from cinegraph.service.negotiation import HTML, Offer
from cinegraph.service.params import Params
from cinegraph.service.rendering import page
from cinegraph.service.reply import Reply
from cinegraph.service.settings import Settings
from cinegraph.service.sparql import negotiated

if TYPE_CHECKING:
    from cinegraph.store import NameHit, Store

_SHOWN = (EntityType.PERSON, EntityType.FILM, EntityType.FESTIVAL, EntityType.AWARD)
_BEST = 8
_FOUND = 50
_JSON = Offer("json", ("application/json",))
_CLAIMS = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH graph:claims { ?claim cg:status ?status } }"
_ARTICLES = """SELECT ?article ?title ?publisher ?date WHERE {
  ?article a cg:Article
  OPTIONAL { ?article rdfs:label ?title } OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article dcterms:issued ?date }
}"""


def home(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The first page: a search, how much there is, and whom most is known of."""
    counts = store.names.counts()
    (claims,) = [int(number) for (number,) in texts_of(store.query(_CLAIMS))]
    known = [(kind.value, store.names.best_known(_BEST, kind)) for kind in _SHOWN]
    return page(
        "home.html",
        here="home",
        articles=len(store.articles.names()),
        claims=claims,
        counts=[(kind.value, counts[kind]) for kind in EntityType if counts.get(kind)],
        known=[(kind, hits) for kind, hits in known if hits],
        address=task["address"],
        example=known[1][1][0] if known[1][1] else None,
    )


def search(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """Names that are like what was typed, best first; as JSON for whoever asks for that.

    JSON: a list of ``id``, ``type``, ``label``, ``name``, ``score``, ``line`` and ``page``.
    """
    params = Params(task)
    text, kind = params.text("q"), _kind(params.text("type"))
    if len(text) > LONGEST:
        raise InputError(f"a name of {len(text)} characters cannot be looked up; give one of at most {LONGEST}")
    hits = store.names.search(text, _FOUND, kind) if text else []
    format, _ = negotiated(task.get("accept"), (HTML, _JSON))
    limit = params.number("limit", _FOUND, 1, _FOUND)
    lines = {id: portrait.what for id, portrait in portraits(store, [hit.id for hit in hits[:limit]]).items()}
    if format == "json":
        found = [_document(hit, lines.get(hit.id, "")) for hit in hits[:limit]]
        return Reply(200, "application/json", json.dumps(found).encode("ascii"), {"vary": "Accept"})
    kinds = [each.value for each in EntityType if store.names.counts().get(each)]
    return page("search.html", here="search", text=text, kind=kind, kinds=kinds, hits=hits[:limit], lines=lines)


def articles(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The articles that the graph was made from, the newest first."""
    rows = [
        {"href": local_of_iri(iri), "name": article_name(iri), "title": title, "publisher": publisher, "date": date}
        for iri, title, publisher, date in texts_of(store.query(_ARTICLES))
    ]
    rows.sort(key=lambda row: str(row["name"]))
    rows.sort(key=lambda row: str(row["date"]), reverse=True)
    return page("articles.html", here="articles", articles=rows)


def _kind(text: str) -> EntityType | None:
    if not text:
        return None
    for kind in EntityType:
        if kind.value.lower() == text.lower():
            return kind
    raise InputError(f"there is no type {text!r}; choose from {', '.join(kind.value for kind in EntityType)}")


def _document(hit: NameHit, line: str) -> dict[str, Any]:
    return {
        "id": hit.id,
        "type": hit.type.value,
        "label": hit.label,
        "name": hit.name,
        "score": round(hit.score, 1),
        "line": line,
        "page": local(hit.id),
    }
