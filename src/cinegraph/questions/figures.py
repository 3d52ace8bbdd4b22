"""Figures of the network of names: who is most central, which communities there are, who ties festivals together.

Measured by networkx over what is accepted; each figure comes with a sentence that says what it means.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.questions.answers import Table
from cinegraph.questions.facts import Thing, texts_of
from cinegraph.rdf.terms import CG, entity_id

if TYPE_CHECKING:
    import networkx as nx

    from cinegraph.store import Store

SCHEMA = "cinegraph-network/1"
COLUMNS = ("figure", "rank", "name", "type", "id", "value", "neighbours", "words")
FIGURES = ("central", "communities", "brokers")
_SEED = 20261126
_EXACT = 1500
_SAMPLE = 120
_SMALLEST = 3
_NAMED = 3
_EDGES = (
    'SELECT DISTINCT ?one ?other WHERE { GRAPH graph:claims { ?claim cg:status "accepted" ; rdf:subject ?one . '
    "?claim rdf:object|cg:festival|cg:forWork ?other FILTER (isIRI(?other)) } }"
)
_THINGS = (
    "SELECT ?thing ?label ?type WHERE { GRAPH graph:entities { ?thing rdfs:label ?label ; a ?type ; cg:slug ?slug } "
    "FILTER (?type != cg:Edition) }"
)
_SHOWN = (
    "SELECT DISTINCT ?person ?film ?festival WHERE { GRAPH graph:claims { "
    '{ ?credit rdf:predicate cg:director ; rdf:subject ?film ; rdf:object ?person ; cg:status "accepted" . '
    '?run rdf:subject ?film ; cg:status "accepted" ; rdf:predicate ?how } '
    "VALUES ?how { cg:premieredAt cg:screenedAt cg:won cg:nominatedFor } ?run rdf:object|cg:festival ?festival } "
    "GRAPH graph:entities { ?festival a cg:Festival } }"
)
_SAT = (
    "SELECT DISTINCT ?person ?festival WHERE { GRAPH graph:claims { ?claim rdf:predicate cg:juryMember ; "
    'rdf:subject ?person ; rdf:object ?festival ; cg:status "accepted" } }'
)


class Figure(NamedTuple):
    """One figure, and what it means.

    :ivar figure: one of :data:`FIGURES`
    :ivar things: whom it is about: one, or the members of a community, the most central first
    :ivar value: a share from 0 to 1 of a central name or a broker, the number of members of a community
    :ivar neighbours: with how many others they are directly connected
    :ivar words: what it means
    """

    figure: str
    rank: int
    things: tuple[Thing, ...]
    value: float
    neighbours: int
    words: str


class Figures(NamedTuple):
    """The figures of a network.

    :ivar names: how many names are connected with another
    :ivar ties: how many pairs are
    """

    names: int
    ties: int
    parts: int
    figures: tuple[Figure, ...]

    def document(self) -> dict[str, Any]:
        """The figures as JSON: a stable contract, whose name is in ``schema``.

        ``names``, ``ties`` and ``parts`` (numbers); ``figures``, each with ``figure``, ``rank``, ``things`` (``id``,
        ``type``, ``label``), ``value``, ``neighbours`` and ``words``.
        """
        return {
            "schema": SCHEMA,
            "names": self.names,
            "ties": self.ties,
            "parts": self.parts,
            "figures": [
                {**each._asdict(), "things": [thing._asdict() for thing in each.things]} for each in self.figures
            ],
        }

    def table(self) -> Table:
        """The figures as rows; a community stands under the name of its most central member."""
        return Table(
            COLUMNS,
            tuple(
                (each.figure, each.rank, each.things[0].label, each.things[0].type, each.things[0].id, each.value,
                 each.neighbours, each.words)
                for each in self.figures
            ),
        )  # fmt: skip


def figures(store: Store, wanted: Sequence[str] = FIGURES, most: int = 5, types: Sequence[str] = ()) -> Figures:
    """Who is most central, which communities there are, who ties festivals together.

    :param most: so many of each at most
    :param types: for the central names only those of these types, as in ``Person``
    """
    graph, things = _network(store)
    import networkx as nx

    found: list[Figure] = []
    if "central" in wanted:
        found += _central(graph, things, most, types)
    if "communities" in wanted:
        found += _communities(graph, things, most)
    if "brokers" in wanted:
        found += _brokers(store, things, most)
    return Figures(
        graph.number_of_nodes(), graph.number_of_edges(), nx.number_connected_components(graph), tuple(found)
    )


def _network(store: Store) -> tuple[nx.Graph, Mapping[str, Thing]]:
    import networkx as nx

    things = {
        iri: Thing(entity_id(iri), kind.removeprefix(CG), label) for iri, label, kind in texts_of(store.query(_THINGS))
    }
    graph = nx.Graph()
    # Sorted, because the measures break ties by the order in which names come.
    for one, other in sorted(texts_of(store.query(_EDGES))):
        if one != other and one in things and other in things:
            graph.add_edge(things[one].id, things[other].id)
    return graph, {thing.id: thing for thing in things.values()}


def _between(graph: nx.Graph) -> dict[str, float]:
    """For each name the share of shortest ways between two others that pass it; of a big network by a sample.

    Source: Brandes, A faster algorithm for betweenness centrality (2001).
    """
    import networkx as nx

    sample = None if graph.number_of_nodes() <= _EXACT else min(_SAMPLE, graph.number_of_nodes())
    found: dict[str, float] = nx.betweenness_centrality(graph, k=sample, seed=_SEED)
    return found


def _central(graph: nx.Graph, things: Mapping[str, Thing], most: int, types: Sequence[str]) -> Iterator[Figure]:
    if not graph:
        return
    between = _between(graph)
    nodes = [node for node in graph if not types or things[node].type in types]
    ranked = sorted(nodes, key=lambda node: (-between[node], -graph.degree(node), node))[:most]
    for rank, node in enumerate(ranked, 1):
        share, neighbours = between[node], graph.degree(node)
        kinds = Counter(things[other].type for other in graph[node])
        with_whom = ", ".join(_counted(number, kind) for kind, number in sorted(kinds.items(), key=_most_first))
        words = (
            f"{things[node].label} is directly connected with {with_whom}; {_percent(share)} of the shortest ways "
            "between any two other names pass here."
        )
        yield Figure("central", rank, (things[node],), round(share, 4), neighbours, words)


def _communities(graph: nx.Graph, things: Mapping[str, Thing], most: int) -> Iterator[Figure]:
    """Groups with more ties inside than chance would give.

    Source: Blondel and others, Fast unfolding of communities in large networks (2008).
    """
    import networkx as nx

    if not graph:
        return
    groups = [sorted(group) for group in nx.community.louvain_communities(graph, seed=_SEED)]
    groups = sorted((group for group in groups if len(group) >= _SMALLEST), key=lambda group: (-len(group), group))
    for rank, group in enumerate(groups[:most], 1):
        inside = graph.subgraph(group)
        ranked = sorted(group, key=lambda node: (-inside.degree(node), node))
        ties = inside.number_of_edges()
        out = sum(1 for node in group for other in graph[node] if other not in inside)
        kinds = Counter(things[node].type for node in group)
        made_of = ", ".join(_counted(number, kind) for kind, number in sorted(kinds.items(), key=_most_first)[:_NAMED])
        around = _listed([things[node].label for node in ranked[:_NAMED]])
        words = (
            f"{len(group)} names around {around}: {made_of}. "
            f"{_percent(ties / (ties + out) if ties + out else 1)} of their ties stay among them."
        )
        members = tuple(things[node] for node in ranked)
        yield Figure("communities", rank, members, float(len(group)), out, words)


def _brokers(store: Store, things: Mapping[str, Thing], most: int) -> Iterator[Figure]:
    """Who lies between festivals: the share of shortest ways from festival to festival, over people, that pass them.

    Source: Brandes, On variants of shortest-path betweenness centrality (2008), betweenness of a subset.
    """
    import networkx as nx

    graph = nx.Graph()
    films: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person, film, festival in sorted(texts_of(store.query(_SHOWN))):
        ends = entity_id(person), entity_id(festival)
        graph.add_edge(*ends)
        films[ends].add(things[entity_id(film)].label)
    juries = {(entity_id(person), entity_id(festival)) for person, festival in texts_of(store.query(_SAT))}
    graph.add_edges_from(sorted(juries))
    festivals = sorted(node for node in graph if node.startswith("festival/"))
    pairs = len(festivals) * (len(festivals) - 1) / 2
    if not pairs:
        return
    between = nx.betweenness_centrality_subset(graph, festivals, festivals)
    tying = [node for node in graph if not node.startswith("festival/") and graph.degree(node) > 1]
    for rank, node in enumerate(sorted(tying, key=lambda node: (-between[node], -graph.degree(node), node))[:most], 1):
        at = sorted(graph[node])
        told = [
            f"{things[festival].label} ({_listed([*sorted(films[node, festival]), *_jury(node, festival, juries)])})"
            for festival in at
        ]
        alone = [
            f"{things[one].label} with {things[other].label}"
            for one, other in combinations(at, 2)
            if sum(1 for each in nx.common_neighbors(graph, one, other)) == 1
        ]
        words = f"{things[node].label} ties {_listed(told)}."
        if alone:
            more = f", or {len(alone) - _NAMED} more pairs" if len(alone) > _NAMED else ""
            words += f" Nobody else here ties {', or '.join(alone[:_NAMED])}{more}."
        # Each pair is counted in both directions, and halved by networkx.
        yield Figure("brokers", rank, (things[node],), round(between[node] / pairs, 4), len(at), words)


def _jury(person: str, festival: str, juries: set[tuple[str, str]]) -> list[str]:
    return ["on the jury"] if (person, festival) in juries else []


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _counted(number: int, kind: str) -> str:
    """A number of things of a type.

    >>> _counted(1, "Film"), _counted(3, "Person"), _counted(2, "Series")
    ('1 film', '3 people', '2 series')
    """
    words = {"Person": "people", "Series": "series"}
    noun = kind.lower()
    return f"1 {noun}" if number == 1 else f"{number} {words.get(kind, noun + 's')}"


def _percent(share: float) -> str:
    """A share in words.

    >>> _percent(0.314), _percent(0.004), _percent(0)
    ('31 %', 'under 1 %', 'none')
    """
    return "none" if not share else "under 1 %" if share < 0.01 else f"{round(share * 100)} %"


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
