"""What a page of ten thousands of names carries, packed: columns in place of rows, sentences in chunks.

A browser reads a row that repeats its keys three times as slowly as columns, and sentences that nobody asked for yet
not at all: each chunk holds those of some hundred claims and is unpacked when one of these is looked at. What a column
repeats is written once, and of the claims' ids, which are digests, as much as tells them apart. Columns and chunks are
compressed (:func:`cinegraph.views.pages.as_packed`), because a browser inflates ten megabytes in less time than it
takes to read them from a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

CHUNK = 1200
"""So many claims share one chunk of sentences."""

_CODED = ("type", "relation", "status")
_RISING = ("from", "subject")
_SELDOM = 0.2
"""A column in which no more than so large a share differs from the rest is written as what differs."""

_PACKED = frozenset({"nodes", "edges", "facts", "shown", "communities", "articles", "quotes"})
_NODE = ("id", "label", "type", "names", "x", "y", "size", "degree", "community", "first_year", "last_year")
_EDGE = ("id", "from", "to", "relation", "status", "ended", "year", "when", "smooth")
_FACT = ("id", "subject", "value", "relation", "status", "ended", "year", "when")


def packed(data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    """The page's data in three parts: what its script needs at once, the graph in columns, the sentences in chunks.

    The claims are the edges, those of one subject together, then the facts; the chunk of a claim is its place among
    them divided by :data:`CHUNK`.

    :param data: what :func:`cinegraph.views.network_data.page_data` gave

    >>> from cinegraph.model import Knowledge
    >>> from cinegraph.network import overview, to_graph
    >>> from cinegraph.views.network_data import page_data
    >>> core, columns, chunks = packed(page_data(overview(to_graph(Knowledge())), "Nothing"))
    >>> core["title"], columns["nodes"]["id"], chunks
    ('Nothing', [], [])
    """
    place = {node["id"]: index for index, node in enumerate(data["nodes"])}
    edges = sorted(data["edges"], key=lambda edge: (place[edge["from"]], edge["id"]))
    facts = sorted(data["facts"], key=lambda fact: (place[fact["subject"]], fact["id"]))
    claims = [*edges, *facts]
    row = {claim["id"]: index for index, claim in enumerate(claims)}
    length = _telling([claim["id"] for claim in claims])
    core = {name: value for name, value in data.items() if name not in _PACKED}
    core["packed"] = {"telling": length, "chunk": CHUNK}
    columns = {
        "nodes": _columns(data["nodes"], _NODE, {}),
        "edges": _columns(edges, _EDGE, place, length),
        "facts": _columns(facts, _FACT, place, length),
        "shown": [place[node] for node in data["shown"]],
        "communities": [{**each, "members": [place[node] for node in each["members"]]} for each in data["communities"]],
        "articles": data["articles"],
        "contradicts": {
            index: _known(claim["contradicts"], row) for index, claim in enumerate(claims) if claim["contradicts"]
        },
        "beside": {index: ids for index, claim in enumerate(claims) if (ids := _beside(claim, place))},
    }
    chunks = [_chunk(claims[low : low + CHUNK], data["quotes"]) for low in range(0, len(claims), CHUNK)]
    return core, columns, chunks


def _telling(ids: Sequence[str]) -> int:
    """How many letters of ids it takes to tell them apart.

    >>> _telling(["abc", "abd", "xyz"]), _telling(["abc"])
    (3, 1)
    """
    return 1 + max((_shared(a, b) for a, b in pairwise(sorted(ids))), default=0)


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _columns(
    rows: Sequence[dict[str, Any]], names: Iterable[str], place: dict[str, int], telling: int | None = None
) -> dict[str, Any]:
    """A column for each name: its values, or in fewer letters what makes them (packed.js reads them).

    :param place: of each node its number, which stands for its id
    :param telling: how many letters of an id tell it from the others; None for all
    """
    columns: dict[str, Any] = {}
    for name in names:
        values = [row[name] for row in rows]
        if name in {"from", "to", "subject"}:
            values = [place[value] for value in values]
        if name == "id":
            columns[name] = [value[:telling] for value in values]
        elif name == "names":  # most names are called what is written beside them, and nothing else
            columns[name] = _sparse([None if row["names"] == [row["label"]] else row["names"] for row in rows])
        elif name in _RISING:
            columns[name] = {"steps": [b - a for a, b in pairwise([0, *values])]}
        else:
            columns[name] = _sparse(_coded(values) if name in _CODED else values)
    return columns


def _coded(values: Sequence[str]) -> dict[str, Any]:
    words = sorted(set(values))
    number = {word: index for index, word in enumerate(words)}
    return {"words": words, "codes": [number[value] for value in values]}


def _sparse(column: Any) -> Any:
    """A column as its most common value and the rows in which it has another, where these are few."""
    if isinstance(column, dict):
        return {**column, "codes": _sparse(column["codes"])}
    hashable = [value if value is None or isinstance(value, int | float | str) else str(value) for value in column]
    ((common, count),) = Counter(hashable).most_common(1) or [(None, 0)]
    if count < (1 - _SELDOM) * len(column):
        return column
    others = [index for index, value in enumerate(hashable) if value != common]
    return {"common": common, "count": len(column), "rows": others, "values": [column[index] for index in others]}


def _known(ids: Iterable[str], row: dict[str, int]) -> list[int]:
    return [row[each] for each in ids if each in row]


def _beside(claim: dict[str, Any], place: dict[str, int]) -> list[int]:
    """The nodes that a claim names beside its ends."""
    ends = {claim.get("from"), claim.get("to"), claim.get("subject")}
    named = dict.fromkeys(entity for _, _, entity in claim["qualifiers"] if entity in place and entity not in ends)
    return [place[entity] for entity in named]


def _chunk(claims: Iterable[dict[str, Any]], quotes: Sequence[str]) -> dict[str, Any]:
    number: dict[int, int] = {}
    rows = []
    for claim in claims:
        evidence = [[first, number.setdefault(quote, len(number)), *rest] for first, quote, *rest in claim["evidence"]]
        rows.append([claim["qualifiers"], evidence, claim["reasons"]])
    return {"quotes": [quotes[quote] for quote in number], "rows": rows}
