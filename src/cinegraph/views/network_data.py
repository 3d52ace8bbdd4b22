"""What the network page carries: pyvis's model of the graph, and with it the words, sentences and articles."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from cinegraph.model import Evidence
from cinegraph.network import Selection, positions
from cinegraph.network.communities import Community, communities
from cinegraph.network.graph import all_statements, parallels
from cinegraph.network.layout import radius
from cinegraph.network.statements import Statement
from cinegraph.network.style import COMMUNITY_STYLES, PLAIN_STYLE, STATUS_STYLES, TYPE_STYLES, relation_words
from cinegraph.relations import RELATIONS

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

_SCRIPTS = (
    (0xC0, 0x24F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x531, 0x5F4),
    (0x5D0, 0x5EA),
    (0x620, 0x64A),
    (0x10D0, 0x10FF),
    (0x1E00, 0x1EFF),
)
"""Latin with marks, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian: letters that a reader may type."""


_STRIDE = 1.9
"""How much longer the lines of a path are than others, so that the words of its relations stand between the names."""


class Sources:
    """Articles and quotes, each once, with the number under which evidence refers to it."""

    def __init__(self, records: dict[str, dict[str, str]]) -> None:
        self._records = records
        self._articles: dict[str, int] = {}
        self._quotes: dict[str, int] = {}

    def row(self, evidence: Evidence) -> list[Any]:
        """Evidence as numbers of its article and quote, its modality, cue and speaker."""
        article = self._articles.setdefault(evidence.article, len(self._articles))
        quote = self._quotes.setdefault(evidence.quote, len(self._quotes))
        return [article, quote, evidence.modality.value, evidence.cue, evidence.speaker]

    def articles(self) -> list[dict[str, str]]:
        """The articles' bibliographic records, in the order of their numbers."""
        return [{"name": name, **self._records.get(name, {})} for name in self._articles]

    def quotes(self) -> list[str]:
        """The quotes, in the order of their numbers."""
        return list(self._quotes)


def page_data(selection: Selection, title: str) -> dict[str, Any]:
    """Everything the page knows, as JSON values in an order that depends on the selection alone."""
    graph = selection.graph
    sources = Sources(graph.graph["articles"])
    places = positions(graph, selection.shown)
    if selection.path:
        places = {node: (round(x * _STRIDE), round(y * _STRIDE)) for node, (x, y) in places.items()}
    model = network_model(graph, places, sources)
    by_id = {node["id"]: node for node in model.nodes}
    facts = [
        {"subject": fact.subject, "value": fact.value, **_claim(fact, sources)}
        for fact in all_statements(graph)
        if fact.object is None
    ]
    used = {row["relation"] for row in [*model.edges, *facts]}
    groups = communities(graph)
    for index, group in enumerate(groups):
        for member in group.members:
            by_id[member]["community"] = index
    return {
        "title": title,
        "rule": selection.rule,
        "total": selection.total,
        "shown": list(selection.shown),
        "focus": selection.focus,
        "hops": selection.hops,
        "path": list(selection.path),
        "types": {kind.value: dataclasses.asdict(style) for kind, style in TYPE_STYLES.items()},
        "statuses": {name: dataclasses.asdict(style) for name, style in STATUS_STYLES.items()},
        "relations": {
            name: relation_words(name) for name in [*RELATIONS, *sorted(used - set(RELATIONS))] if name in used
        },
        "letters": letters(name for _, names in graph.nodes(data="names") for name in names),
        "communities": [_group(group, index) for index, group in enumerate(groups)],
        "plain": PLAIN_STYLE,
        "nodes": model.nodes,
        "edges": model.edges,
        "facts": facts,
        "articles": sources.articles(),
        "quotes": sources.quotes(),
    }


def _group(group: Community, index: int) -> dict[str, Any]:
    style = COMMUNITY_STYLES[index] if index < len(COMMUNITY_STYLES) else PLAIN_STYLE
    members = list(group.members)
    return {"head": group.head, "name": group.name, "size": len(members), "members": members, "style": style}


def network_model(graph: nx.MultiDiGraph, places: dict[str, tuple[int, int]], sources: Sources) -> Network:
    """The graph as a pyvis network: positions fixed, physics off, parallel edges bent apart."""
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    model = Network(directed=True)
    # Network.add_node and add_edge look names up in a list, which takes seconds for some thousands of them
    for name, data in sorted(graph.nodes(data=True)):
        x, y = places[name]
        fields = {field: data[field] for field in ("type", "degree", "first_year", "last_year")}
        node = Node(
            name,
            "custom",
            data["label"],
            color=None,
            x=x,
            y=y,
            size=radius(data["degree"]),
            community=None,
            names=list(data["names"]),
            **fields,
        )
        model.nodes.append(node.options)
    bends = _bends(graph)
    statements = [statement for statement in all_statements(graph) if statement.object is not None]
    for statement in statements:
        edge = Edge(
            statement.subject, statement.object, True, smooth=bends.get(statement.id), **_claim(statement, sources)
        )
        model.edges.append(edge.options)
    return model


def _claim(statement: Statement, sources: Sources) -> dict[str, Any]:
    return {
        "id": statement.id,
        "relation": statement.relation,
        "status": statement.status,
        "ended": statement.ended,
        "year": statement.year,
        "when": statement.when,
        "qualifiers": [[qualifier.name, qualifier.text, qualifier.entity] for qualifier in statement.qualifiers],
        "evidence": [sources.row(evidence) for evidence in statement.evidence],
        "contradicts": list(statement.contradicts),
        "reasons": list(statement.reasons),
    }


def _bends(graph: nx.MultiDiGraph) -> dict[str, dict[str, Any]]:
    """How to bend the edges between two nodes that share several, so that each can be seen and chosen."""
    bends = {}
    offsets = parallels(graph)
    for a, b, key in graph.edges(keys=True):
        if offset := offsets.get(key):
            clockwise = (offset > 0) == (a <= b)
            bends[key] = {
                "type": "curvedCW" if clockwise else "curvedCCW",
                "roundness": round(min(abs(offset) * 0.16, 0.9), 2),
            }
    return bends


def letters(names: Iterable[str]) -> dict[str, str]:
    """For every letter that is not plain ASCII its nearest Latin ones: those of common scripts, and those in the names.

    >>> letters(["黒"])["б"], letters(["黒"])["ø"], "黒" in letters(["黒"])
    ('b', 'o', True)
    """
    from anyascii import anyascii

    common = [chr(code) for low, high in _SCRIPTS for code in range(low, high + 1)]
    present = {
        letter for name in names for letter in unicodedata.normalize("NFC", name).lower() if not letter.isascii()
    }
    table = {
        letter: anyascii(letter).lower()
        for letter in sorted({*common, *present})
        if letter == letter.lower() and letter.isalpha()
    }
    return {letter: ascii_form for letter, ascii_form in table.items() if ascii_form}
