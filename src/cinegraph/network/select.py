"""Which part of a graph to show: each function says by what rule it chose, and how much it left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cinegraph.errors import NotFoundError
from cinegraph.model import EntityType
from cinegraph.network.graph import add_statements, all_statements, part_of
from cinegraph.network.statements import Statement
from cinegraph.network.style import FOUND
from cinegraph.rdf.terms import digest

if TYPE_CHECKING:
    import networkx as nx

READABLE = 300
"""So many names a reader can take in at once; more is a hairball (about 400 are too many)."""

_SMALL = 80
CARRIED = 3000
"""So many names one page carries at most, shown or waiting to be opened."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a graph that is shown, and what may be opened from there.

    :ivar graph: everything that the page or file carries
    :ivar shown: ids of the nodes that are shown at first, sorted
    :ivar title: what it shows, for a heading
    :ivar rule: how it was chosen, in one sentence
    :ivar total: how many nodes there were to choose from
    :ivar focus: the node in the middle, where there is one
    :ivar hops: how far around it one sees
    :ivar path: the ids of a path's nodes, in order
    """

    graph: nx.MultiDiGraph
    shown: tuple[str, ...]
    title: str
    rule: str
    total: int
    focus: str | None = None
    hops: int = 1
    path: tuple[str, ...] = ()

    def visible(self) -> nx.MultiDiGraph:
        """The shown part as a graph by itself."""
        return part_of(self.graph, self.shown)


def overview(graph: nx.MultiDiGraph, limit: int = READABLE, carried: int = CARRIED) -> Selection:
    """The names that are tied to the most others; of a big graph, without those that hang together in pairs only.

    :param limit: how many are shown at first
    :param carried: how many can be opened from there
    """
    import networkx as nx

    ranked = by_rank(graph)
    kept = part_of(graph, ranked[:carried])
    best = kept.subgraph(ranked[:limit])
    least = 3 if len(best) > _SMALL else 2
    groups = [group for group in nx.weakly_connected_components(best) if len(group) >= least]
    shown = sorted(set().union(*groups)) or sorted(best)
    tied = sum(1 for _, degree in graph.nodes(data="degree") if degree)
    groups_only = ", in groups of three or more" if least == 3 else ""
    if len(shown) == graph.number_of_nodes():
        rule = "Everything the articles tie together."
    elif tied > limit:
        rule = f"Of the {limit} names that are tied to the most others those tied among themselves{groups_only}."
    else:
        rule = f"All names that are tied to another{groups_only}."
    return Selection(kept, tuple(shown), "Overview", rule, graph.number_of_nodes())


def neighbourhood(
    graph: nx.MultiDiGraph, entity: str, hops: int = 1, limit: int = READABLE, carried: int = CARRIED
) -> Selection:
    """Everything within some steps of one entity; nearer names come first where there are too many.

    :raises NotFoundError: if the graph has no such entity
    """
    distance = _distances(graph, entity)
    near = sorted(
        (node for node, steps in distance.items() if steps <= hops),
        key=lambda node: (distance[node], _rank(graph, node)),
    )
    order = near[:limit] + [node for node in by_rank(graph) if node not in set(near[:limit])]
    label = graph.nodes[entity]["label"]
    steps = "one step" if hops == 1 else f"{hops} steps"
    rule = (
        f"Everything within {steps} of {label}."
        if len(near) <= limit
        else f"The {limit} names nearest to {label}, within {steps}."
    )
    return Selection(
        part_of(graph, order[:carried]), tuple(sorted(near[:limit])), label, rule, graph.number_of_nodes(), entity, hops
    )


def festival(
    graph: nx.MultiDiGraph, entity: str, since: int | None = None, until: int | None = None, limit: int = READABLE
) -> Selection:
    """What happened at one festival: films, prizes, juries, with the people who made the films.

    :param since: the first year; claims that are dated neither themselves nor by their film are then left out
    :param until: the last year
    :param limit: how many names are shown at first
    :raises NotFoundError: if the graph has no such entity
    """
    _need(graph, entity)
    everything = all_statements(graph)
    at_festival = [s for s in everything if entity in s.entities() and is_within(s, since, until)]
    films = {node for s in at_festival for node in s.entities() if graph.has_node(node) and _is_film(graph, node)}
    credits = [s for s in everything if s.subject in films and s.relation == "director"]
    nodes = set().union({entity}, *(s.entities() for s in [*at_festival, *credits]))
    prizes = [s for s in everything if s.relation in {"conferred_by", "section_of"} and {s.subject, s.object} <= nodes]
    part = part_of(graph, nodes, [*at_festival, *credits, *prizes])
    years = years_in_words(since, until)
    label = graph.nodes[entity]["label"] + (f", {years}" if years else "")
    rule = f"What the articles tell of {label}: films, prizes and juries, and who directed the films."
    whole = Selection(part, tuple(sorted(part)), label, rule, graph.number_of_nodes(), entity, hops=2)
    return capped(whole, limit)


def article(graph: nx.MultiDiGraph, name: str) -> Selection:
    """What one article says.

    :raises NotFoundError: if no claim rests on such an article
    """
    said = [_only_from(s, name) for s in all_statements(graph) if any(e.article == name for e in s.evidence)]
    if not said and name not in graph.graph["articles"]:
        raise NotFoundError(f"the graph has no article {name!r}")
    part = _of_statements(graph, said)
    title = graph.graph["articles"].get(name, {}).get("title", name)
    return Selection(part, tuple(sorted(part)), title, f"What the article {name} says.", graph.number_of_nodes())


def query_result(graph: nx.MultiDiGraph, triples: Iterable[tuple[str, str, str]], title: str = "Query") -> Selection:
    """What a query found: its triples, as claims where the graph has them, else marked as the query's own.

    :param triples: subject id, relation and object id of each row; a relation that is empty stands for any
    """
    rows = list(dict.fromkeys(triples))
    named = {end for subject, _, to in rows for end in (subject, to) if graph.has_node(end)}
    asked = {(subject, to): set[str]() for subject, _, to in rows}
    for subject, relation, to in rows:
        asked[subject, to].add(relation)
    kept = [
        s
        for s in all_statements(graph)
        if s.object is None or asked.get((s.subject, s.object), set()) & {s.relation, ""}
    ]
    part = part_of(graph, named, kept)
    own = [row for row in rows if row[0] in named and row[2] in named and not _is_claimed(graph, *row)]
    add_statements(part, [_derived(*row) for row in own])
    rule = "What the query found." if part else "The query found no two names that the graph knows."
    return Selection(part, tuple(sorted(part)), title, rule, graph.number_of_nodes())


def _is_claimed(graph: nx.MultiDiGraph, subject: str, relation: str, to: str) -> bool:
    edges = graph.get_edge_data(subject, to, default={}).values()
    return any(relation in {"", edge["relation"]} for edge in edges)


def _derived(subject: str, relation: str, to: str) -> Statement:
    name = relation or FOUND
    return Statement(digest("derived", subject, name, to), subject, name, to, None, "derived")


def path_between(graph: nx.MultiDiGraph, start: str, end: str, carried: int = CARRIED) -> Selection:
    """The shortest way from one entity to another, and what surrounds it.

    :raises NotFoundError: if either is missing, or nothing connects them
    """
    import networkx as nx

    _need(graph, start)
    _need(graph, end)
    labels = [graph.nodes[node]["label"] for node in (start, end)]
    simple = nx.Graph()
    simple.add_edges_from(sorted((a, b) for a, b, s in graph.edges(data="status") if s not in {"denied", "rejected"}))
    try:
        # a step through a hub costs a little more: "both are Russian" is a poorer answer than "both studied with"
        found = nx.dijkstra_path(simple, start, end, lambda a, b, _: 1 + min(simple.degree[b], 400) / 1000)
    except (nx.NetworkXNoPath, nx.NodeNotFound) as error:
        raise NotFoundError(f"nothing in the articles connects {labels[0]} and {labels[1]}") from error
    order = [*found, *(node for node in by_rank(graph) if node not in set(found))]
    return Selection(
        part_of(graph, order[:carried]),
        tuple(sorted(found)),
        " — ".join(labels),
        f"The shortest way from {labels[0]} to {labels[1]}.",
        graph.number_of_nodes(),
        path=tuple(found),
    )


def capped(selection: Selection, limit: int) -> Selection:
    """The same selection with at most so many names shown; the others can still be opened or found by search.

    The focus and the ends of a path stay; then come the names that are tied to the most others.
    """
    if len(selection.shown) <= limit:
        return selection
    kept = {selection.focus, *selection.path}
    shown = set(selection.shown)
    ranked = sorted((node for node in by_rank(selection.graph) if node in shown), key=lambda node: node not in kept)
    rule = f"{selection.rule.rstrip('.')}; of these {len(shown)} names the {limit} that are tied to the most others."
    return replace(selection, shown=tuple(sorted(ranked[:limit])), rule=rule)


def by_rank(graph: nx.MultiDiGraph) -> list[str]:
    """All nodes, those with the most neighbours first; then those with more claims, then by id."""
    return sorted(graph, key=lambda node: _rank(graph, node))


def _rank(graph: nx.MultiDiGraph, node: str) -> tuple[int, int, str]:
    return -graph.nodes[node]["degree"], -graph.degree(node), node


def _distances(graph: nx.MultiDiGraph, entity: str) -> dict[str, int]:
    import networkx as nx

    _need(graph, entity)
    return dict(nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), entity))


def _need(graph: nx.MultiDiGraph, entity: str) -> None:
    if not graph.has_node(entity):
        raise NotFoundError(f"the graph has no entity {entity!r}")


def _is_film(graph: nx.MultiDiGraph, node: str) -> bool:
    return graph.nodes[node]["type"] in {EntityType.FILM.value, EntityType.SERIES.value}


def is_within(statement: Statement, since: int | None, until: int | None) -> bool:
    """Whether a statement is dated, itself or by its film, within years; without years every one is."""
    if since is None and until is None:
        return True
    return statement.when is not None and (since or 0) <= statement.when <= (until or 9999)


def years_in_words(since: int | None, until: int | None) -> str:
    """A range of years in words; empty without bounds.

    >>> years_in_words(2015, 2020), years_in_words(2015, None), years_in_words(2019, 2019)
    ('2015–2020', 'since 2015', '2019')
    """
    if since and until:
        return str(since) if since == until else f"{since}–{until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def _only_from(statement: Statement, article: str) -> Statement:
    return replace(statement, evidence=tuple(e for e in statement.evidence if e.article == article))


def _of_statements(graph: nx.MultiDiGraph, statements: Sequence[Statement]) -> nx.MultiDiGraph:
    """A graph of just these statements, as they are given."""
    by_id = {statement.id: statement for statement in statements}
    part = part_of(graph, set().union(*(s.entities() for s in statements)), statements)
    for _, data in part.nodes(data=True):
        data["facts"] = [by_id[fact.id] for fact in data["facts"]]
    for _, _, key, data in part.edges(keys=True, data=True):
        data["statement"] = by_id[key]
    return part
