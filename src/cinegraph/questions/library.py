"""The named queries: where they are kept, which there are, and how their parameters are bound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import InputError, NotFoundError
from cinegraph.questions.headers import ENTITIES, NamedQuery, Parameter, read_query
from cinegraph.questions.names import find_entity
from cinegraph.rdf.terms import RELATION_OF_IRI, article_iri, entity_iri, relation_iri
from cinegraph.relations import RELATIONS
from cinegraph.resources import resource

if TYPE_CHECKING:
    from cinegraph.store import Store


_QUOTED = r'"(?:[^"\\\n]|\\.)*"'
_IRI = r"<[^<>\"{}|^`\\\s]*>"
_BLOCK = rf"\{{(?:[^{{}}\"<]|{_QUOTED}|{_IRI})*\}}"
# Strings, IRIs and comments may hold anything; what looks like VALUES in them is none.
_SKIPPED = rf"{_QUOTED}|'(?:[^'\\\n]|\\.)*'|{_IRI}|\#[^\n\r]*"


def query_folders(own: Sequence[Path] = ()) -> list[Path]:
    """The folders that hold named queries: the packaged one, then the user's.

    :raises InputError: if one of the user's is no folder
    """
    for folder in own:
        if not folder.is_dir():
            raise InputError(f"{folder} is no folder; name a folder that holds .rq files")
    return [resource("queries"), *own]


def load_queries(own: Sequence[Path] = ()) -> dict[str, NamedQuery]:
    """All named queries by name, in alphabetical order; a user's query takes the place of a packaged one.

    :raises InputError: if a file is malformed
    """
    found = {path.stem: path for folder in query_folders(own) for path in sorted(folder.glob("*.rq"))}
    return {name: read_query(found[name]) for name in sorted(found)}


def named_query(name: str, own: Sequence[Path] = ()) -> NamedQuery:
    """One named query.

    :raises NotFoundError: if there is none of that name
    """
    wanted = name.removesuffix(".rq").replace("-", "_")
    paths = {path.stem: path for folder in query_folders(own) for path in sorted(folder.glob("*.rq"))}
    if wanted not in paths:
        from difflib import get_close_matches

        near = get_close_matches(wanted, sorted(paths), n=5, cutoff=0.5)
        raise NotFoundError(f"there is no named query {name!r}; list them with: cinegraph questions", tuple(near))
    return read_query(paths[wanted])


def search_queries(queries: Mapping[str, NamedQuery], text: str) -> dict[str, NamedQuery]:
    """The queries of which name, title, description or parameters hold every word of the text."""
    words = text.casefold().split()
    return {name: query for name, query in queries.items() if all(word in _searchable(query) for word in words)}


def _searchable(query: NamedQuery) -> str:
    parts = [query.name.replace("_", " "), query.name, query.title, query.description]
    return " ".join([*parts, *(f"{each.name} {each.description}" for each in query.parameters)]).casefold()


def bind(query: NamedQuery, values: Mapping[str, Sequence[str]], store: Store) -> str:
    """The query's text with the values in its ``VALUES`` blocks, as terms; names are looked up as in look-ups.

    A block that gets no value keeps what the file says where the parameter is optional.

    :param values: for each parameter one value, or several to ask for any of them
    :raises InputError: if a parameter is missing or unknown, or a value is not of its type
    :raises NotFoundError: if a name is not in the graph
    :raises AmbiguousNameError: if several entities bear a name
    """
    for name in values:
        query.parameter(name)
    text = query.text
    for parameter in query.parameters:
        given = values.get(parameter.name, ())
        if given:
            terms = [term_of(parameter, value, store) for value in given]
            text = replace_values(text, parameter.name, terms, query.name)
        elif not parameter.optional:
            raise InputError(
                f"the query {query.name} needs {parameter.name} ({parameter.description}); add: -p {parameter.name}=…"
            )
    return text


def replace_values(text: str, name: str, terms: Sequence[str], query: str = "query") -> str:
    """The text with the terms in the ``VALUES`` blocks of one variable.

    :raises InputError: if it has no such block

    >>> replace_values("SELECT * { VALUES ?year { UNDEF } }", "year", ['"2019"'])
    'SELECT * { VALUES ?year { "2019" } }'
    """
    pattern = re.compile(_SKIPPED + rf"|(?P<values>\bVALUES\s+[?$]{name}\s*{_BLOCK})", re.IGNORECASE)
    block = f"VALUES ?{name} {{ {' '.join(terms)} }}"
    count = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal count
        if match["values"] is None:
            return match[0]
        count += 1
        return block

    bound = pattern.sub(replaced, text)
    if not count:
        raise InputError(f"the query {query} declares the parameter {name} but has no “VALUES ?{name} {{ … }}”")
    return bound


def term_of(parameter: Parameter, value: str, store: Store) -> str:
    """A value as a SPARQL term, serialised by the RDF library.

    :raises InputError: if the value is not of the parameter's type
    """
    from pyoxigraph import Literal, NamedNode

    kind = parameter.kind
    if kind in ENTITIES:
        return str(NamedNode(entity_iri(find_entity(store, value, ENTITIES[kind]).id)))
    if kind == "article":
        return str(NamedNode(article_iri(store.articles.document(value).name)))
    if kind == "relation":
        return str(NamedNode(relation_named(value)))
    if kind == "number":
        if not re.fullmatch(r"-?\d{1,18}", value):
            raise InputError(f"{parameter.name} is a whole number, not {value!r}")
        return str(Literal(int(value)))
    if kind == "year" and not re.fullmatch(r"\d{4}", value):
        raise InputError(f"{parameter.name} is a year of four digits, as in 2019, not {value!r}")
    return str(Literal(value))


def relation_name(name: str) -> str:
    """The name of a relation in ``facts.md``, from any of its names.

    :raises InputError: if there is no such relation
    """
    return RELATION_OF_IRI[relation_named(name)]


def relation_named(name: str) -> str:
    """The IRI of a relation by its name, its name in RDF, or its IRI.

    :raises InputError: if there is no such relation

    >>> relation_named("castMember") == relation_named("cast-member") == relation_named("cg:castMember")
    True
    """
    plain = name.removeprefix("cg:")
    if plain in RELATION_OF_IRI:
        return plain
    for relation in RELATIONS.values():
        if plain in (relation.name, relation.term, relation.name.replace("_", "-"), relation.name.replace("_", " ")):
            return relation_iri(relation.name)
    return relation_iri(name)
