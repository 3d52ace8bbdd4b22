"""What the articles say, as a networkx graph: entities are its nodes, claims its edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from cinegraph.model import Document, Knowledge
from cinegraph.network.statements import Statement, statements
from cinegraph.network.style import display_label

if TYPE_CHECKING:
    import networkx as nx


class QuadSource(Protocol):
    """Anything that yields a graph's quads, such as a store."""

    def quads(self) -> Iterator[Any]:
        """All quads."""


def to_graph(source: Knowledge | QuadSource) -> nx.MultiDiGraph:
    """The knowledge graph as networkx knows graphs.

    Nodes are entity ids with ``label``, ``type``, ``names``, ``degree`` (how many other entities it is tied to),
    ``first_year``, ``last_year`` (None where nothing about it is dated) and ``facts`` (statements whose object is a
    literal). Edges are claims between entities, with the claim's id as key and ``relation``, ``status``, ``year``,
    ``when`` and ``statement``. The graph itself has ``articles``: for each article's name its bibliographic record.

    :param source: what was resolved, or a store that holds it

    >>> from cinegraph.model import Claim, Entity, EntityRef, EntityType, Literal
    >>> film = Entity("film/dylda", EntityType.FILM, "Beanpole", ("Beanpole", "Dylda"))
    >>> prize = Entity("award/fipresci", EntityType.AWARD, "FIPRESCI Prize", ("FIPRESCI Prize",))
    >>> won = Claim(film.id, "won", EntityRef(prize.id), (("year", Literal("2019")),))
    >>> graph = to_graph(Knowledge((film, prize), (won,)))
    >>> [(a, b, data["relation"], data["year"]) for a, b, data in graph.edges(data=True)]
    [('film/dylda', 'award/fipresci', 'won', 2019)]
    """
    import networkx as nx

    if not isinstance(source, Knowledge):
        from cinegraph.rdf.read import knowledge_of

        source = knowledge_of(source.quads())
    graph = nx.MultiDiGraph(articles=_records(source.documents))
    for entity in source.entities:
        graph.add_node(entity.id, label=display_label(entity), type=entity.type.value, names=entity.names, facts=[])
    for statement in statements(source):
        _add(graph, statement)
    _measure(graph)
    return graph


def all_statements(graph: nx.MultiDiGraph) -> list[Statement]:
    """Every statement of a graph, edges first, then facts, each in the order of its ends."""
    edges = [
        data["statement"] for _, _, data in sorted(graph.edges(data=True), key=lambda edge: edge[2]["statement"].id)
    ]
    facts = [fact for _, data in sorted(graph.nodes(data=True)) for fact in data["facts"]]
    return [*edges, *facts]


def parallels(graph: nx.MultiDiGraph) -> dict[str, float]:
    """For each edge between two nodes that share several how far it lies off the straight line, in both directions.

    >>> import networkx as nx
    >>> parallels(nx.MultiDiGraph([("a", "b", "one"), ("b", "a", "two"), ("b", "c", "three")]))
    {'one': -0.5, 'two': 0.5}
    """
    between: dict[tuple[str, str], list[str]] = {}
    for a, b, key in graph.edges(keys=True):
        between.setdefault((min(a, b), max(a, b)), []).append(key)
    return {
        key: place - (len(keys) - 1) / 2
        for keys in between.values()
        for place, key in enumerate(sorted(keys))
        if place != (len(keys) - 1) / 2
    }


def part_of(graph: nx.MultiDiGraph, nodes: Iterable[str], kept: Iterable[Statement] | None = None) -> nx.MultiDiGraph:
    """A graph of some of the nodes and, among them, of the kept statements (all where none are named)."""
    import networkx as nx

    wanted = set(nodes)
    ids = None if kept is None else {statement.id for statement in kept}
    part = nx.MultiDiGraph(**graph.graph)
    for node, data in graph.nodes(data=True):
        if node in wanted:
            facts = [fact for fact in data["facts"] if ids is None or fact.id in ids]
            part.add_node(node, **{**data, "facts": facts})
    for a, b, key, data in graph.edges(keys=True, data=True):
        if a in wanted and b in wanted and (ids is None or key in ids):
            part.add_edge(a, b, key=key, **data)
    _measure(part)
    return part


def add_statements(graph: nx.MultiDiGraph, added: Iterable[Statement]) -> None:
    """Put statements into a graph that has all their ends."""
    for statement in added:
        _add(graph, statement)
    _measure(graph)


def _add(graph: nx.MultiDiGraph, statement: Statement) -> None:
    if statement.object is None:
        graph.nodes[statement.subject]["facts"].append(statement)
        return
    graph.add_edge(
        statement.subject,
        statement.object,
        key=statement.id,
        relation=statement.relation,
        status=statement.status,
        year=statement.year,
        when=statement.when,
        statement=statement,
    )


def _measure(graph: nx.MultiDiGraph) -> None:
    """Note on every node its degree and its first and last year."""
    for node, data in graph.nodes(data=True):
        near = set(graph.successors(node)) | set(graph.predecessors(node))
        touching = [edge for *_, edge in graph.in_edges(node, data="statement")]
        touching += [edge for *_, edge in graph.out_edges(node, data="statement")]
        years = [statement.when for statement in [*touching, *data["facts"]] if statement.when is not None]
        data["degree"] = len(near - {node})
        data["first_year"] = min(years, default=None)
        data["last_year"] = max(years, default=None)


def _records(documents: Iterable[Document]) -> dict[str, dict[str, str]]:
    fields = ("title", "author", "publisher", "date", "url")
    return {
        document.name: {field: value for field in fields if (value := getattr(document, field))}
        for document in documents
    }
