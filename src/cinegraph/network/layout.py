"""Where the names of a network stand: every component laid out by itself, then packed side by side.

The forces are those of Fruchterman and Reingold (1991, doi:10.1002/spe.4380211102), with each node's charge growing
with its degree, so that hubs keep their distance (ForceAtlas2, doi:10.1371/journal.pone.0098679). They start from a
radial tree, which untangles most of a graph before the first step; nothing here is random, and sums run in an order
that does not depend on the machine, so the same graph always gives the same picture.

Kept libraries were measured beside it, in one run on two busy processors, on the made-up graphs of
``tests/benchmarks/views.py`` with 2,823 and 47,409 tied names: this one took 1.3 and 10 seconds; s_gd2 2.3 and over 60;
rustworkx 3.9, and grows with the square; fa2_modified (GPL) 6.8 and over 130; networkx 38 (spring) and over 60
(ForceAtlas2); scikit-network 49; with unlike settings, so as a hint only. None of them keeps hubs apart or packs
components.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cinegraph.network.packing import pack
from cinegraph.network.repulsion import repulsion
from cinegraph.network.spacing import apart

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Position = tuple[int, int]

EDGE_LENGTH = 90.0
"""The length, in pixels at full size, that an edge would have if nothing else pulled."""

_STEPS = 300


def radius(degree: int) -> float:
    """The radius of a name's shape, in pixels at full size: its area grows with the number of its neighbours.

    >>> radius(0), radius(36)
    (6.0, 17.4)
    """
    return round(min(6 + 1.9 * math.sqrt(degree), 30), 2)


def positions(graph: nx.Graph, shown: Sequence[str] | None = None) -> dict[str, Position]:
    """A place for every node, in whole pixels; the y axis points down, as on a screen.

    :param graph: any networkx graph; directions and parallel edges do not matter
    :param shown: nodes that are laid out first, as if there were no others; the rest then finds room around them
    :returns: for each node its x and y

    >>> import networkx as nx
    >>> places = positions(nx.path_graph(["a", "b", "c"]))
    >>> places == positions(nx.path_graph(["a", "b", "c"])), len(set(places.values()))
    (True, 3)
    """
    import networkx as nx

    simple = nx.Graph()
    simple.add_nodes_from(sorted(graph.nodes))
    simple.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    first = sorted(set(shown) & set(simple)) if shown is not None else list(simple)
    # a copy of the part, as networkx walks through a view of a graph ten times slower
    part = simple if len(first) == len(simple) else nx.Graph(simple.subgraph(first))
    placed = _by_components(part, simple)
    if len(first) < len(simple):
        placed = _around(simple, placed)
    return {node: (round(x), round(y)) for node, (x, y) in sorted(placed.items())}


def _by_components(part: nx.Graph, whole: nx.Graph) -> dict[str, tuple[float, float]]:
    """Lay out each component of a part and pack them; sizes of shapes come from the whole."""
    import networkx as nx

    components = sorted((sorted(c) for c in nx.connected_components(part)), key=lambda c: (-len(c), c[0]))
    boxes = []
    loners = [c[0] for c in components if len(c) == 1]
    groups = [c for c in components if len(c) > 1]
    for group in groups:
        start = _radial_tree(part, group)
        points = _settle(part, group, start, _radii(whole, group))
        boxes.append(_framed(group, points, whole))
    if loners:
        boxes.append(_framed(loners, _grid(loners), whole))
    return pack(boxes)


def _radii(graph: nx.Graph, nodes: Sequence[str]) -> Points:
    import numpy as np

    return np.array([radius(graph.degree[node]) for node in nodes])


def _framed(nodes: Sequence[str], points: Points, whole: nx.Graph) -> dict[str, tuple[float, float]]:
    """Nodes with their points, turned so that the longer side lies flat, as screens do."""
    width, height = points.max(axis=0) - points.min(axis=0)
    if height > width:
        points = points[:, ::-1]
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}


def _grid(nodes: Sequence[str]) -> Points:
    import numpy as np

    columns = max(1, math.ceil(math.sqrt(len(nodes) * 1.6)))
    return np.array([(i % columns * EDGE_LENGTH * 1.4, i // columns * EDGE_LENGTH * 0.7) for i in range(len(nodes))])


def _radial_tree(graph: nx.Graph, nodes: Sequence[str]) -> Points:
    """Places on circles around the best connected node, each branch with an angle as wide as it has members."""
    import networkx as nx
    import numpy as np

    root = min(nodes, key=lambda node: (-graph.degree[node], node))
    children: dict[str, list[str]] = {node: [] for node in nodes}
    order = [root]
    for parent, child in nx.bfs_edges(graph, root, sort_neighbors=sorted):
        children[parent].append(child)
        order.append(child)
    size = dict.fromkeys(nodes, 1)
    for node in reversed(order):
        size[node] += sum(size[child] for child in children[node])
    wedge = {root: (0.0, 2 * math.pi)}
    depth = {root: 0}
    place: dict[str, tuple[float, float]] = {}
    for node in order:
        low, high = wedge[node]
        angle, distance = (low + high) / 2, depth[node] * EDGE_LENGTH
        place[node] = (round(distance * math.cos(angle), 3), round(distance * math.sin(angle), 3))
        share = (high - low) / max(1, sum(size[child] for child in children[node]))
        for child in children[node]:
            wedge[child] = (low, low + share * size[child])
            depth[child] = depth[node] + 1
            low = wedge[child][1]
    return np.array([place[node] for node in nodes])


def _settle(graph: nx.Graph, nodes: Sequence[str], start: Points, radii: Points) -> Points:
    """Let the forces act on one component, then push apart what overlaps."""
    import numpy as np

    links = _links(graph, nodes)
    degree = np.array([graph.degree[node] for node in nodes], dtype=float)
    mobile = np.ones(len(nodes), dtype=bool)
    points = _roomy(_forced(start, links, degree, mobile, _steps_for(len(nodes))))
    return apart(points, radii, mobile)


def _links(graph: nx.Graph, nodes: Sequence[str]) -> Any:
    """The edges among some nodes as pairs of their numbers, in order: part of a graph may have its edges in any, and
    forces that are summed up in another order differ in their last digits, which in hundreds of steps moves everything.
    """
    import numpy as np

    index = {node: i for i, node in enumerate(nodes)}
    pairs = ((index[a], index[b]) for a, b in graph.edges(nodes) if a in index and b in index)
    return np.array(sorted((min(pair), max(pair)) for pair in pairs), dtype=int).reshape(-1, 2)


def _roomy(points: Points) -> Points:
    """Scaled so that each node has a square of about :data:`EDGE_LENGTH` to itself, whatever the size of the graph."""
    import numpy as np

    middle = points.mean(axis=0)
    away = np.sqrt(((points - middle) ** 2).sum(axis=1))
    typical = float(np.sort(away)[len(away) // 2])
    wanted = EDGE_LENGTH * math.sqrt(len(points) / (2 * math.pi))
    scaled: Points = (points - middle) * (wanted / max(typical, 1.0))
    return scaled


def _steps_for(count: int) -> int:
    """Fewer steps for big graphs, where each costs more and the radial tree already gives the shape."""
    return max(60, min(_STEPS, 200_000 // max(count, 1), 120 + 100_000 // max(count, 1)))


def _forced(points: Points, links: Any, degree: Points, mobile: Any, steps: int) -> Points:
    import numpy as np

    charge = 2 + np.sqrt(degree) * np.sqrt(np.sqrt(degree))
    least = np.minimum(degree[links[:, 0]], degree[links[:, 1]])
    pull = np.where(least == 1, 1.6, 1 / np.sqrt(least))  # a name with one tie stays beside it
    middle = points[mobile].mean(axis=0) if mobile.all() else None
    points = points.copy()
    for step in range(steps):
        heat = EDGE_LENGTH * 1.2 * (1 - step / steps) ** 1.5 + 0.5
        force = repulsion(points, charge) * (EDGE_LENGTH**2 * 0.55)
        _attract(force, points, links, pull)
        if middle is not None:
            force -= (points - middle) * (0.05 * charge)[:, None]
        length = np.sqrt(force[:, 0] ** 2 + force[:, 1] ** 2) + 1e-9
        move = force * (np.minimum(length, heat) / length)[:, None]
        points[mobile] += move[mobile]
    return points


def _attract(force: Points, points: Points, links: Any, pull: Points) -> None:
    import numpy as np

    along = points[links[:, 1]] - points[links[:, 0]]
    distance = np.sqrt(along[:, 0] ** 2 + along[:, 1] ** 2)
    tension = along * (distance / EDGE_LENGTH * pull)[:, None]
    for axis in (0, 1):
        force[:, axis] += np.bincount(links[:, 0], tension[:, axis], len(points))
        force[:, axis] -= np.bincount(links[:, 1], tension[:, axis], len(points))


def _around(graph: nx.Graph, placed: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Find room for the other nodes around those that are placed, which stay where they are."""
    import networkx as nx
    import numpy as np

    reached = sorted(set().union(*(nx.node_connected_component(graph, node) for node in _one_each(graph, placed))))
    rest = graph.subgraph(set(graph) - set(reached))
    start = dict(placed)
    for source, target in nx.bfs_edges(_with_hub(graph, reached, placed), "", sort_neighbors=sorted):
        if target not in start:
            start[target] = _beside(start[source], len(start))
    points = np.array([start[node] for node in reached])
    links = _links(graph, reached)
    mobile = np.array([node not in placed for node in reached])
    if mobile.any() and len(links):
        degree = np.array([graph.degree[node] for node in reached], dtype=float)
        points = _forced(points, links, degree, mobile, _steps_for(len(reached)) // 3)
        points = apart(points, _radii(graph, reached), mobile)
    outer = {node: (float(x), float(y)) for node, (x, y) in zip(reached, points, strict=True)}
    return pack([outer, _by_components(rest, graph)]) if len(rest) else outer


def _one_each(graph: nx.Graph, placed: Mapping[str, Any]) -> list[str]:
    import networkx as nx

    seen: set[str] = set()
    firsts = []
    for node in sorted(placed):
        if node not in seen:
            firsts.append(node)
            seen |= nx.node_connected_component(graph, node)
    return firsts


def _with_hub(graph: nx.Graph, reached: Sequence[str], placed: Mapping[str, Any]) -> nx.Graph:
    """The reached part with a root ("") tied to all placed nodes, to walk outwards from all of them at once."""
    import networkx as nx

    walk = nx.Graph(graph.subgraph(reached))
    walk.add_edges_from(("", node) for node in placed)
    return walk


def _beside(place: tuple[float, float], turn: int) -> tuple[float, float]:
    angle = turn * 2.399963229728653  # the golden angle: no two neighbours start in one direction
    return place[0] + round(40 * math.cos(angle), 3), place[1] + round(40 * math.sin(angle), 3)
