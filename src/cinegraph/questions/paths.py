"""How two entities are connected: the shortest ways through claims, and the next ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.errors import InputError, NotFoundError
from cinegraph.questions.cards import passage_document
from cinegraph.questions.evidence import Passage, passages
from cinegraph.questions.facts import Fact, Thing, facts_where, iris, texts_of, things_of
from cinegraph.questions.words import statement_of
from cinegraph.rdf.terms import ID, RELATION_OF_IRI, entity_id, entity_iri
from cinegraph.relations import RELATIONS

if TYPE_CHECKING:
    from cinegraph.store import Store

SCHEMA = "cinegraph-paths/1"
CERTAIN = ("accepted",)
UNCERTAIN = ("accepted", "hedged", "planned", "disputed")
_ORDER = {name: place for place, name in enumerate(RELATIONS)}
_ENOUGH = 2000
"""So many ways are weighed at most; in a dense graph there are millions."""


class Step(NamedTuple):
    """From one entity to the next: the claims that tie them, a required relation first, then the best supported."""

    start: Thing
    end: Thing
    facts: tuple[Fact, ...]


class Path(NamedTuple):
    """A way from one entity to another."""

    steps: tuple[Step, ...]


class Paths(NamedTuple):
    """The ways between two entities, the best first: the shortest, and of those the one through the rarest names.

    :ivar passages: for a claim's IRI its sentences
    """

    paths: tuple[Path, ...]
    passages: Mapping[str, tuple[Passage, ...]]

    def document(self) -> dict[str, Any]:
        """The paths as JSON: ``paths``, each a list of steps with ``from`` and ``to`` (id, type, label) and ``claims``.

        A claim has ``claim``, ``statement``, ``relation``, ``status`` and ``evidence`` (sentences as on a card).
        """
        return {"schema": SCHEMA, "paths": [[self._step(step) for step in path.steps] for path in self.paths]}

    def _step(self, step: Step) -> dict[str, Any]:
        return {
            "from": step.start._asdict(),
            "to": step.end._asdict(),
            "claims": [
                {
                    "claim": fact.iri,
                    "statement": statement_of(fact),
                    "relation": fact.relation,
                    "status": fact.standing,
                    "evidence": [passage_document(each) for each in self.passages.get(fact.iri, ())],
                }
                for fact in step.facts
            ],
        }


class Wanted(NamedTuple):
    """Which ways count.

    :ivar without: relations that no step may use
    :ivar through: relations each of which some step has to use
    :ivar hops: of how many steps at most
    :ivar most: how many ways at most
    :ivar statuses: of which status a step's claim may be
    """

    without: Collection[str] = ()
    through: Collection[str] = ()
    hops: int = 6
    most: int = 3
    statuses: Collection[str] = CERTAIN


def find_paths(store: Store, start: str, end: str, wanted: Wanted) -> Paths:
    """The shortest ways from one entity to another, and the next-shortest.

    :raises InputError: if both are the same
    :raises NotFoundError: if nothing connects them, as far as one may go
    """
    if start == end:
        raise InputError(f"both names mean {start}; a path is between two")
    graph = _explored(store, start, end, wanted)
    found = sorted(_ways(graph, start, end, wanted), key=lambda way: (len(way), graph.weight(way), way))
    ways = [way for way in found if _uses_all(graph, way, wanted.through)][: wanted.most]
    if not ways:
        labels = [thing.label for thing in things_of(store, [entity_iri(start), entity_iri(end)]).values()]
        steps = "one step" if wanted.hops == 1 else f"{wanted.hops} steps"
        kind = " of that kind" if wanted.without or wanted.through else ""
        raise NotFoundError(f"nothing connects {' and '.join(sorted(labels))} within {steps}{kind}")
    paths = _told(store, graph, ways, wanted.through)
    first = [step.facts[0].iri for path in paths for step in path.steps]
    return Paths(paths, passages(store, first))


class _Graph:
    """The part of the graph that was looked at: for each pair of neighbours the claims between them."""

    def __init__(self) -> None:
        self.edges: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, claim: str, one: str, other: str, relation: str) -> None:
        self.edges[one][other][claim] = relation
        self.edges[other][one][claim] = relation

    def weight(self, way: tuple[str, ...]) -> int:
        """How well known the names between the ends are: what ties two to a rare name says more."""
        return sum(len(self.edges[node]) for node in way[1:-1])

    def distances(self, start: str) -> dict[str, int]:
        found, frontier = {start: 0}, [start]
        while frontier:
            reached = [other for node in frontier for other in self.edges.get(node, ()) if other not in found]
            frontier = list(dict.fromkeys(reached))
            found.update((node, found[self._before(node, found)] + 1) for node in frontier)
        return found

    def _before(self, node: str, found: Mapping[str, int]) -> str:
        return min((other for other in self.edges[node] if other in found), key=lambda other: found[other])


def _explored(store: Store, start: str, end: str, wanted: Wanted) -> _Graph:
    """Claims around both ends, one step further from the smaller side each time, one step beyond where they meet."""
    graph = _Graph()
    sides = [{start}, {end}]
    frontiers = [{start}, {end}]
    beyond = 2
    for _ in range(wanted.hops):
        side = 0 if len(frontiers[0]) <= len(frontiers[1]) else 1
        if not frontiers[side]:
            side = 1 - side
        if not frontiers[side] or not beyond:
            break
        reached = _expand(store, graph, frontiers[side], wanted)
        frontiers[side] = reached - sides[side]
        sides[side] |= reached
        # Where the sides have met, one round more on each finds the next-shortest ways.
        if sides[0] & sides[1]:
            beyond -= 1
    return graph


def _expand(store: Store, graph: _Graph, nodes: Collection[str], wanted: Wanted) -> set[str]:
    statuses = " ".join(f'"{status}"' for status in wanted.statuses)
    named = iris(entity_iri(node) for node in sorted(nodes))
    # A prize ties its winner to the award, and to the festival and the work that it names too.
    rows = store.query(
        "SELECT ?claim ?one ?relation ?other WHERE { GRAPH graph:claims { "
        f"VALUES ?node {{ {named} }} VALUES ?status {{ {statuses} }} "
        "{ ?claim rdf:subject ?node ; rdf:object|cg:festival|cg:forWork ?other } "
        "UNION { ?claim rdf:object|cg:festival|cg:forWork ?node BIND (?node AS ?other) } "
        "?claim rdf:subject ?one ; rdf:predicate ?relation ; cg:status ?status "
        "FILTER (isIRI(?other)) } }"
    )
    reached: set[str] = set()
    for claim, one, relation, other in texts_of(rows):
        name = RELATION_OF_IRI[relation]
        if name not in wanted.without and other.startswith(ID):
            ends = entity_id(one), entity_id(other)
            if ends[0] == ends[1]:
                continue
            graph.add(claim, *ends, name)
            reached.update(ends)
    return reached


def _ways(graph: _Graph, start: str, end: str, wanted: Wanted) -> list[tuple[str, ...]]:
    """Ways without a circle: the shortest and up to two steps more, or of any length where a relation is required."""
    left = graph.distances(end)
    if start not in left or start == end:
        return []
    longest = wanted.hops if wanted.through else min(wanted.hops, left[start] + 2)
    found: list[tuple[str, ...]] = []
    for length in range(left[start], longest + 1):
        found.extend(_of_length(graph, (start,), end, length, left))
        good = sum(_uses_all(graph, way, wanted.through) for way in found)
        if good >= wanted.most or len(found) >= _ENOUGH:
            break
    return found


def _of_length(
    graph: _Graph, way: tuple[str, ...], end: str, steps: int, left: Mapping[str, int]
) -> Iterator[tuple[str, ...]]:
    """The ways that go on from here and reach the end in exactly so many steps."""
    budget = _ENOUGH
    stack = [way]
    while stack and budget:
        current = stack.pop()
        rest = steps - (len(current) - 1)
        if rest == 0:
            if current[-1] == end:
                budget -= 1
                yield current
            continue
        for other in sorted(graph.edges[current[-1]], reverse=True):
            if other not in current and left.get(other, steps) <= rest - 1 and (other != end or rest == 1):
                stack.append((*current, other))


def _uses_all(graph: _Graph, way: tuple[str, ...], relations: Collection[str]) -> bool:
    pairs = pairwise(way)
    used = {relation for one, other in pairs for relation in graph.edges[one][other].values()}
    return set(relations) <= used


def _told(store: Store, graph: _Graph, ways: Collection[tuple[str, ...]], through: Collection[str]) -> tuple[Path, ...]:
    pairs = [pair for way in ways for pair in pairwise(way)]
    claims = sorted({claim for one, other in pairs for claim in graph.edges[one][other]})
    facts = {fact.iri: fact for fact in facts_where(store, f"VALUES ?claim {{ {iris(claims)} }} ?claim a cg:Claim")}
    things = {
        thing.id: thing for thing in things_of(store, {entity_iri(node) for way in ways for node in way}).values()
    }

    def step(one: str, other: str) -> Step:
        behind = [facts[claim] for claim in graph.edges[one][other]]
        behind.sort(
            key=lambda fact: (
                fact.relation not in through,
                -len(fact.articles),
                _ORDER[fact.relation],
                -fact.sentences,
                fact.iri,
            )
        )
        return Step(things[one], things[other], tuple(behind))

    return tuple(Path(tuple(step(*pair) for pair in pairwise(way))) for way in ways)
