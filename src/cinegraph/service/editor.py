"""The SPARQL editor: Zazuko's YASGUI with our prefixes, our examples and our vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cinegraph.kinds import EntityType
from cinegraph.rdf import terms
from cinegraph.rdf.terms import PREFIXES, QUALIFIERS, qualifier_iri, relation_iri, type_iri
from cinegraph.relations import RELATIONS
from cinegraph.service.guard import PAGE_POLICY
from cinegraph.service.rendering import page
from cinegraph.service.reply import Reply
from cinegraph.service.settings import Settings

_OTHERS = (
    *(terms.TYPE, terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.LABEL, terms.ALT_LABEL, terms.COMMENT),
    *(terms.STATUS, terms.DECISION, terms.ENDED, terms.CONTRADICTS, terms.CONTRADICTION, terms.EDITION_PROPERTY),
    *(terms.EDITION_OF, terms.YEAR, terms.SLUG, terms.GENDER, terms.RUN_BY, terms.MODALITY, terms.RULE, terms.CUE),
    *(terms.EARLIEST, terms.LATEST, terms.EDTF_PROPERTY, terms.ENTAILED_BY, terms.STEP, terms.MERGE_PROPERTY),
    *(terms.LEFT_NAME, terms.RIGHT_NAME, terms.REASON, terms.ANNOTATION_BODY, terms.ANNOTATION_TARGET, terms.SOURCE),
    *(terms.SELECTOR, terms.START, terms.END, terms.EXACT, terms.ATTRIBUTED_TO, terms.GENERATED_AT, terms.ISSUED),
    *(terms.TITLE, terms.AUTHOR, terms.PUBLISHER, terms.IN_LANGUAGE, terms.URL),
)

if TYPE_CHECKING:
    from cinegraph.store import Store

# The editor sets its sizes and positions in style attributes.
_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")


def editor(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The page of the editor."""
    from cinegraph.questions.library import load_queries

    queries = load_queries([Path(each) for each in settings.queries]).values()
    examples = [{"name": query.name, "title": query.title} for query in queries]
    data = {"prefixes": dict(PREFIXES), "examples": examples, "vocabulary": _vocabulary()}
    return _with_policy(page("editor.html", here="sparql", data=data))


def _with_policy(reply: Reply) -> Reply:
    return reply._replace(headers={**reply.headers, "content-security-policy": _POLICY})


def _vocabulary() -> dict[str, list[str]]:
    """Classes and properties that the graph is made of."""
    classes = {*map(type_iri, EntityType), terms.CLAIM, terms.EVIDENCE, terms.ARTICLE, terms.EDITION, terms.MERGE}
    own = {relation_iri(name) for name in RELATIONS} | {qualifier_iri(name) for name in QUALIFIERS}
    return {"class": sorted(classes), "property": sorted(own.union(_OTHERS))}
