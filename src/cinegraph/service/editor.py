"""The SPARQL editor: Zazuko's YASGUI with our prefixes, our examples and our vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cinegraph.errors import CinegraphError
from cinegraph.rdf.terms import PREFIXES, QUALIFIERS, qualifier_iri, relation_iri, type_iri
from cinegraph.relations import RELATIONS
from cinegraph.service.guard import PAGE_POLICY
from cinegraph.service.rendering import page
from cinegraph.service.reply import Reply
from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    from cinegraph.store import Store

# The editor sets its sizes and positions in style attributes.
_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")


def editor(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The page of the editor."""
    from cinegraph.questions.library import bind, load_queries

    examples = []
    for query in load_queries([Path(each) for each in settings.queries]).values():
        try:
            text = bind(query, {name: [value] for name, value in query.example}, store)
        except CinegraphError:
            # The example's names are not in this graph; the question can be asked with others.
            text = query.text
        examples.append({"name": query.name, "title": query.title, "text": text.strip()})
    data = {"prefixes": dict(PREFIXES), "examples": examples, "vocabulary": _vocabulary(store)}
    return _with_policy(page("editor.html", here="sparql", data=data))


def _with_policy(reply: Reply) -> Reply:
    return reply._replace(headers={**reply.headers, "content-security-policy": _POLICY})


def _vocabulary(store: Store) -> dict[str, list[str]]:
    """Classes and properties: ours, and what the graph uses of others."""
    from cinegraph.kinds import EntityType

    others = ("Claim", "Evidence", "Article", "Edition")
    base = type_iri(EntityType.FILM).removesuffix("Film")
    classes = sorted([type_iri(kind) for kind in EntityType] + [base + name for name in others])
    own = {relation_iri(name) for name in RELATIONS} | {qualifier_iri(name) for name in QUALIFIERS}
    found = {row[0].value for row in store.query(_USED)}  # type: ignore[union-attr, index]
    return {"class": classes, "property": sorted(own | found)}


_USED = "SELECT DISTINCT ?p WHERE { GRAPH ?g { ?s ?p ?o } }"
