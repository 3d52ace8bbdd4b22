"""The named questions: a list of them, and each as a form with its answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from cinegraph.errors import AmbiguousNameError, CinegraphError, InputError, NotFoundError, QueryError
from cinegraph.questions.headers import ENTITIES, NamedQuery
from cinegraph.questions.library import bind, load_queries, named_query, search_queries
from cinegraph.rdf.terms import ID, decode
from cinegraph.relations import RELATIONS
from cinegraph.service.links import local, local_of_iri, type_of
from cinegraph.service.negotiation import RESULTS
from cinegraph.service.params import Params
from cinegraph.service.rendering import hint, page
from cinegraph.service.reply import Reply, text_reply
from cinegraph.service.rows import serialized
from cinegraph.service.settings import Settings
from cinegraph.service.sparql import typed
from cinegraph.store.answers import Boolean, Solutions

if TYPE_CHECKING:
    from cinegraph.store import Store

_SHOWN = 1000
_LONGEST = 100
_GIVEN = "asked"
_SUBJECTS = {
    "film": "Films",
    "films": "Films",
    "person": "People",
    "people": "People",
    "directors": "People",
    "debuts": "Films",
    "award": "Awards",
    "awards": "Awards",
    "festival": "Festivals",
    "festivals": "Festivals",
    "section": "Festivals",
    "sections": "Festivals",
    "jurors": "Festivals",
    "student": "Teachers and students",
    "students": "Teachers and students",
    "teacher": "Teachers and students",
    "school": "Teachers and students",
}
_REST = "Evidence"


def questions(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """All named questions, by what they ask about."""
    text = Params(task).text("search")
    found = load_queries(_folders(settings))
    if text:
        found = search_queries(found, text)
    groups: dict[str, list[NamedQuery]] = {name: [] for name in [*dict.fromkeys(_SUBJECTS.values()), _REST]}
    for query in found.values():
        groups[_SUBJECTS.get(query.name.partition("_")[0], _REST)].append(query)
    shown = {name: queries for name, queries in groups.items() if queries}
    return page("questions.html", here="questions", groups=shown, text=text, number=len(found))


def question(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """A named question as a form; with its values filled in, its answer.

    ``?format=`` json, xml, csv or tsv gives the bare answer; sparql gives the query, of the example by default.
    """
    params = Params(task)
    query = named_query(decode(task["path"].removeprefix("/questions/")), _folders(settings))
    values = {each.name: params.all(each.name) for each in query.parameters}
    format = params.text("format")
    asked = bool(params.text(_GIVEN) or format or any(values.values())) or not query.parameters
    if format == "sparql":
        return _text(store, query, values)
    if format:
        return _bare(store, query, values, format, settings)
    shown: dict[str, Any] = {"columns": (), "rows": [], "more": False, "sparql": "", "problem": "", "hints": []}
    status = 200
    missing = [each.name for each in query.parameters if not each.optional and not values[each.name]]
    if asked and missing:
        status, shown["problem"] = 400, f"fill in: {', '.join(missing)}"
    elif asked:
        try:
            sparql = bind(query, {name: given for name, given in values.items() if given}, store)
            shown |= _table(store, sparql) | {"sparql": quote(sparql)}
        except CinegraphError as error:
            status, shown["problem"] = _status(error), error.message
            shown["hints"] = [hint(each) for each in _near(error)]
    example = dict(query.example)
    return page(
        "question.html",
        status,
        here="questions",
        query=query,
        values={each.name: ", ".join(values[each.name]) for each in query.parameters},
        example=example,
        choices={each.name: _choices(store, each.kind) for each in query.parameters},
        kinds={each.name: _kind(each.kind) for each in query.parameters},
        asked=asked,
        example_address="?" + urlencode({**example, _GIVEN: 1}),
        parameters=urlencode([(name, value) for name, given in values.items() for value in given]),
        limit=_SHOWN,
        **shown,
    )


def _text(store: Store, query: NamedQuery, values: dict[str, list[str]]) -> Reply:
    given = {name: each for name, each in values.items() if each} or {name: [value] for name, value in query.example}
    try:
        text = bind(query, given, store)
    except CinegraphError:
        # The example's names are not in this graph; others can be put in.
        text = query.text
    return text_reply(200, text.strip())


def _bare(store: Store, query: NamedQuery, values: dict[str, list[str]], format: str, settings: Settings) -> Reply:
    media_types = {offer.format: offer.media_types[0] for offer in RESULTS}
    if format not in media_types:
        raise InputError(f"there is no format {format!r}; choose from {', '.join(media_types)}")
    answer = store.query(bind(query, {name: given for name, given in values.items() if given}, store))
    body = serialized(answer, format, settings.most_bytes, settings.most_rows)
    headers = {"content-disposition": f'inline; filename="{query.name}.{format}"'}
    return Reply(200, typed(media_types[format]), body, headers)


def _table(store: Store, sparql: str) -> dict[str, Any]:
    answer = store.query(sparql)
    if isinstance(answer, Boolean):
        return {"columns": ("answer",), "rows": [[("yes" if answer else "no", "", "")]], "more": False}
    if not isinstance(answer, Solutions):
        raise QueryError("this question answers with a graph; ask it with: cinegraph query --name …")
    rows: list[list[tuple[str, str, str]]] = []
    cell = lru_cache(maxsize=None)(lambda term: _cell(store, term))
    for row in answer:
        if len(rows) == _SHOWN:
            return {"columns": answer.variables, "rows": rows, "more": True}
        rows.append([cell(term) for term in row])
    return {"columns": answer.variables, "rows": rows, "more": False}


def _cell(store: Store, term: Any) -> tuple[str, str, str]:
    """A term's words, where it leads, and its type; what is called like one entity only leads there."""
    if term is None:
        return "", "", ""
    text = str(term.value)
    if type(term).__name__ == "NamedNode":
        id = text.removeprefix(ID)
        return id.rpartition("#")[2], local_of_iri(text) or "", type_of(id)
    if len(text) <= _LONGEST and not text.isdigit():
        found = [hit for hit in store.names.exact(text) if hit.label == text]
        if len(found) == 1:
            return text, local(found[0].id), found[0].type.value
    return text, "", ""


def _kind(kind: str) -> str:
    """The type of names that a form offers for a parameter; empty where any, or none at all."""
    return ENTITIES[kind][0].value if kind in ENTITIES and len(ENTITIES[kind]) <= 2 else ""


def _choices(store: Store, kind: str) -> list[str]:
    """What a field can be filled with, where that is a short list."""
    if kind == "article":
        return store.articles.names()[:_SHOWN]
    return sorted(RELATIONS) if kind == "relation" else []


def _near(error: CinegraphError) -> tuple[str, ...]:
    if isinstance(error, AmbiguousNameError):
        return error.candidates
    return error.suggestions if isinstance(error, NotFoundError) else ()


def _status(error: CinegraphError) -> int:
    from cinegraph.service.tasks import status_of

    return status_of(error)


def _folders(settings: Settings) -> list[Path]:
    return [Path(each) for each in settings.queries]
