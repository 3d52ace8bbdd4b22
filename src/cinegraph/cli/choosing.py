"""What of the graph the user wants to see: from names and options to one selection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cinegraph.cli.plain import well_formed
from cinegraph.errors import InputError, QueryError
from cinegraph.model import EntityType

if TYPE_CHECKING:
    import networkx as nx

    from cinegraph.network import Selection
    from cinegraph.store import Store
    from cinegraph.store.answers import Answer

QUERY_SECONDS = 60.0


class Wish(NamedTuple):
    """What to draw; at most one of name, festival, path, types, query and article is given.

    :ivar path: the two ends of a way
    :ivar years: the first and the last year, of a festival
    :ivar query: a file with a SPARQL query
    """

    name: str | None = None
    festival: str | None = None
    path: tuple[str, str] | None = None
    years: tuple[int | None, int | None] = (None, None)
    types: tuple[EntityType, ...] = ()
    query: str | None = None
    article: str | None = None
    hops: int = 1
    max_nodes: int | None = None

    @classmethod
    def of(
        cls,
        name: str | None,
        festival: str | None,
        path: tuple[str, str] | None,
        until: int | str | None,
        since: int | None,
        types: tuple[EntityType, ...],
        query: str | None,
        article: str | None,
        hops: int,
        max_nodes: int | None,
    ) -> Wish:
        """The wish that the options mean.

        :param until: a year, or the name at the other end of a way that begins at ``name``
        :raises click.UsageError: if they do not go together
        """
        if isinstance(until, str):
            if name is None:
                raise click.UsageError(f"--to {until!r} is no year; for a way between two names: --path A B")
            path, name, until = (name, until), None, None
        if sum(map(bool, (name is not None, festival is not None, path, types, query, article is not None))) > 1:
            raise click.UsageError("choose one: a NAME, --festival, --path, --type, --query or --article")
        years = (since, until)
        if years != (None, None) and name is None and festival is None:
            raise click.UsageError("--from and --to go with a festival")
        if since is not None and until is not None and since > until:
            raise click.UsageError(f"--from {since} is later than --to {until}")
        clean = tuple(None if text is None else well_formed(text) for text in (name, festival, article))
        ends = (well_formed(path[0]), well_formed(path[1])) if path else None
        return cls(clean[0], clean[1], ends, years, types, query, clean[2], hops, max_nodes)


def chosen(store: Store, wish: Wish) -> Selection:
    """The part of the store's graph that is wished for, with no more names than allowed.

    :raises NotFoundError: if a name or an article is not in the graph, or nothing connects two names
    :raises AmbiguousNameError: if several bear a name
    :raises QueryError: if a query is malformed, or finds neither a graph nor pairs of names
    """
    from cinegraph.network import capped, to_graph

    if wish.query is not None:
        selection = _found(store, wish.query)
    elif wish.article is not None:
        selection = _said_by(store, wish.article)
    else:
        ends = [_id(store, name) for name in _names(wish)]
        if wish.festival is not None:
            ends = [_id(store, wish.festival, EntityType.FESTIVAL)]
        selection = _around(to_graph(store), ends, wish)
    return selection if wish.max_nodes is None else capped(selection, wish.max_nodes)


def _names(wish: Wish) -> tuple[str, ...]:
    if wish.path is not None:
        return wish.path
    return (wish.name,) if wish.name is not None else ()


def _id(store: Store, name: str, *types: EntityType) -> str:
    from cinegraph.questions.names import find_entity

    return find_entity(store, name, types).id


def _around(graph: nx.MultiDiGraph, ends: list[str], wish: Wish) -> Selection:
    from cinegraph import network

    limit = max(wish.max_nodes or 0, network.READABLE)
    carried = max(limit, network.CARRIED)
    if len(ends) == 2:
        return network.path_between(graph, ends[0], ends[1])
    if not ends and wish.types:
        return network.of_types(graph, wish.types, limit, carried)
    if not ends:
        return network.overview(graph, limit, carried)
    if ends[0].startswith("festival/"):
        return network.festival(graph, ends[0], *wish.years, limit)
    if wish.years != (None, None):
        raise InputError(f"{wish.name} is no festival, so --from and --to say nothing of it")
    return network.neighbourhood(graph, ends[0], wish.hops, limit, carried)


def _said_by(store: Store, article: str) -> Selection:
    from cinegraph import network
    from cinegraph.questions.articles import find_article

    return network.article(network.to_graph(store), find_article(store, article))


def _found(store: Store, file: str) -> Selection:
    from cinegraph import network
    from cinegraph.cli.input import text_of

    answer = store.query(well_formed(text_of(file)), limit_seconds=QUERY_SECONDS)
    title = "Query" if file == "-" else Path(file).stem
    return network.query_result(network.to_graph(store), list(_rows(answer)), title)


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
