"""What of a graph somebody wants to see: from names, queries and bounds to one selection.

The command, the Python interface and notebooks all choose here, so that the same wish shows the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cinegraph.errors import InputError, NotFoundError, QueryError
from cinegraph.kinds import EntityType
from cinegraph.network.graph import to_graph
from cinegraph.network.narrowing import Bounds, narrowed, restricted, told
from cinegraph.network.select import (
    CARRIED,
    READABLE,
    Selection,
    article,
    capped,
    festival,
    neighbourhood,
    overview,
    path_between,
    query_result,
)

if TYPE_CHECKING:
    import networkx as nx

    from cinegraph.store import Store
    from cinegraph.store.answers import Answer

QUERY_SECONDS = 60.0
_KINDS = {kind.value.lower(): kind for kind in EntityType}


@dataclass(frozen=True, slots=True)
class Choices:
    """What to show: at most one of name, festival, path, query and article, within bounds; nothing is an overview.

    :ivar name: whose neighbourhood; of a festival, what happened there
    :ivar festival: a name that only a festival may bear
    :ivar path: the two ends of a way
    :ivar query: the text of a CONSTRUCT, or of a SELECT of subject and object, or subject, relation and object
    :ivar query_title: a heading for what the query finds
    :ivar article: what one article says; its name, or a part of it
    :ivar types: only names of these types, beside the named ones
    :ivar since: only claims that are dated, by themselves or by their film, this year or later
    :ivar until: this year or earlier
    :ivar hops: how far around ``name``
    :ivar max_nodes: draw at most so many names at first
    :raises InputError: if they do not go together
    """

    name: str | None = None
    festival: str | None = None
    path: tuple[str, str] | None = None
    query: str | None = None
    query_title: str = "Query"
    article: str | None = None
    types: tuple[EntityType, ...] = ()
    since: int | None = None
    until: int | None = None
    hops: int = 1
    max_nodes: int | None = None

    def __post_init__(self) -> None:
        given = [each for each in (self.name, self.festival, self.path, self.query, self.article) if each is not None]
        if len(given) > 1:
            raise InputError("choose one: a name, a festival, a path, a query or an article")
        if self.since is not None and self.until is not None and self.since > self.until:
            raise InputError(f"the years from {self.since} to {self.until} run backwards")
        if self.hops < 1 or (self.max_nodes is not None and self.max_nodes < 1):
            raise InputError("steps and numbers of names begin with 1")

    @property
    def bounds(self) -> Bounds:
        """What may be shown at all."""
        return Bounds(self.types, self.since, self.until)

    def names(self) -> tuple[str, ...]:
        """The names that have to be looked up."""
        if self.path is not None:
            return self.path
        return tuple(name for name in (self.name, self.festival) if name is not None)


def entity_types(words: str | EntityType | Iterable[str | EntityType]) -> tuple[EntityType, ...]:
    """The types that are named, each once; several in one text are divided by commas.

    :raises InputError: if there is no such type

    >>> [kind.value for kind in entity_types("person, film")]
    ['Person', 'Film']
    """
    given = [words] if isinstance(words, str) else words
    named = [word.strip().lower() for each in given for word in each.split(",")]
    if wrong := [word for word in named if word not in _KINDS]:
        raise InputError(f"{wrong[0]!r} is no type; choose from {', '.join(_KINDS)}")
    return tuple(dict.fromkeys(_KINDS[word] for word in named))


def chosen(store: Store, choices: Choices) -> Selection:
    """The part of the store's graph that is wished for, with no more names than allowed.

    :raises NotFoundError: if a name or an article is not in the graph, or nothing connects two names
    :raises AmbiguousNameError: if several bear a name
    :raises QueryError: if a query is malformed, or finds neither a graph nor pairs of names
    """
    ends = _ends(store, choices)
    if choices.query is not None:
        selection = _found(store, choices)
    elif choices.article is not None:
        selection = _said_by(store, choices)
    elif len(ends) == 1 and ends[0].startswith("festival/"):
        selection = _at_festival(to_graph(store), ends[0], choices)
    else:
        selection = _around(to_graph(store), ends, choices)
    return selection if choices.max_nodes is None else capped(selection, choices.max_nodes)


def _ends(store: Store, choices: Choices) -> list[str]:
    from cinegraph.questions.names import find_entity

    types = () if choices.festival is None else (EntityType.FESTIVAL,)
    return [find_entity(store, name, types).id for name in choices.names()]


def _around(graph: nx.MultiDiGraph, ends: list[str], choices: Choices) -> Selection:
    bounds = choices.bounds
    part = restricted(graph, bounds, ends)
    limit = max(choices.max_nodes or 0, READABLE)
    carried = max(limit, CARRIED)
    if len(ends) == 2:
        selection = _way(part, ends, carried, bounds)
    elif ends:
        selection = neighbourhood(part, ends[0], choices.hops, limit, carried)
    else:
        words = bounds.type_words() or "overview"
        selection = replace(overview(part, limit, carried), title=words[:1].upper() + words[1:])
    return told(selection, bounds, graph.number_of_nodes())


def _way(part: nx.MultiDiGraph, ends: list[str], carried: int, bounds: Bounds) -> Selection:
    try:
        return path_between(part, ends[0], ends[1], carried)
    except NotFoundError as error:
        if not bounds:
            raise
        raise NotFoundError(f"{error.message}: {bounds.words().rstrip('.').lower()}") from error


def _at_festival(graph: nx.MultiDiGraph, entity: str, choices: Choices) -> Selection:
    """A festival's years are those of its events: who directed a film is told whenever the film was made."""
    limit = max(choices.max_nodes or 0, READABLE)
    whole = festival(graph, entity, choices.since, choices.until, graph.number_of_nodes())
    return capped(narrowed(whole, choices.bounds.only_types()), limit)


def _said_by(store: Store, choices: Choices) -> Selection:
    from cinegraph.questions.articles import find_article

    name = find_article(store, str(choices.article))
    graph = to_graph(store)
    return told(article(restricted(graph, choices.bounds), name), choices.bounds, graph.number_of_nodes())


def _found(store: Store, choices: Choices) -> Selection:
    answer = store.query(str(choices.query), limit_seconds=QUERY_SECONDS)
    return narrowed(query_result(to_graph(store), list(_rows(answer)), choices.query_title), choices.bounds)


def _rows(answer: Answer) -> list[tuple[str, str, str]]:
    """Subject, relation and object of each row, as names of ours; without a relation it is empty."""
    from cinegraph.store.answers import Boolean, Solutions

    if isinstance(answer, Boolean):
        raise QueryError("the query answers yes or no; a view needs a CONSTRUCT, or a SELECT of two or three columns")
    if isinstance(answer, Solutions) and len(answer.variables) not in (2, 3):
        count = len(answer.variables)
        raise QueryError(
            f"the query has {count} column{'' if count == 1 else 's'}; a view needs subject and object, "
            "or subject, relation and object"
        )
    rows = [tuple(row) for row in answer]
    return [(_entity(row[0]), _relation(row[1]) if len(row) == 3 else "", _entity(row[-1])) for row in rows]


def _entity(term: Any) -> str:
    """The id of the entity that a term stands for; empty where it is a literal or something else."""
    from cinegraph.rdf.terms import entity_id

    try:
        return entity_id(term.value) if type(term).__name__ == "NamedNode" else ""
    except InputError:
        return ""


def _relation(term: Any) -> str:
    """The relation's name; of a foreign property the last part, of a text the text."""
    from cinegraph.rdf.terms import RELATION_OF_IRI

    value = str(getattr(term, "value", None) or "")
    return RELATION_OF_IRI.get(value) or value.replace("#", "/").rstrip("/").rpartition("/")[2]


def query_text(query: str | Path) -> tuple[str, str]:
    """A query's text and a heading for what it finds: from a file, or, where the text does not end like one, as it is.

    :raises InputError: if the file cannot be read

    >>> query_text("DESCRIBE <https://w3id.org/cinegraph/id/film/beanpole>")[1]
    'Query'
    """
    if not isinstance(query, Path) and not query.endswith((".rq", ".sparql")):
        return query, "Query"
    try:
        return Path(query).read_text(encoding="utf-8-sig"), Path(query).stem
    except OSError as error:
        raise InputError(f"{query} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{query} is not UTF-8: byte {error.start} cannot be read") from error
