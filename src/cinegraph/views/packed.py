"""What a page of ten thousands of names carries, packed: columns in place of rows, sentences in chunks.

A browser reads a row that repeats its keys three times as slowly as columns, and sentences that nobody asked for yet
not at all: each chunk holds those of some hundred claims and is parsed when one of these is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

CHUNK = 1200
"""So many claims share one chunk of sentences."""

_CODED = ("type", "relation", "status")
_NODE = ("id", "label", "type", "names", "x", "y", "size", "degree", "community", "first_year", "last_year")
_EDGE = ("id", "from", "to", "relation", "status", "ended", "year", "when", "smooth")
_FACT = ("id", "subject", "value", "relation", "status", "ended", "year", "when")


def packed(data: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The page's data without its sentences, and the sentences in chunks.

    The claims are the edges, those of one subject together, then the facts; the chunk of a claim is its place among
    them divided by :data:`CHUNK`.

    :param data: what :func:`cinegraph.views.network_data.page_data` gave

    >>> from cinegraph.model import Knowledge
    >>> from cinegraph.network import overview, to_graph
    >>> from cinegraph.views.network_data import page_data
    >>> core, chunks = packed(page_data(overview(to_graph(Knowledge())), "Nothing"))
    >>> core["packed"]["nodes"]["id"], chunks
    ([], [])
    """
    place = {node["id"]: index for index, node in enumerate(data["nodes"])}
    edges = sorted(data["edges"], key=lambda edge: (place[edge["from"]], edge["id"]))
    claims = [*edges, *data["facts"]]
    row = {claim["id"]: index for index, claim in enumerate(claims)}
    core = {name: value for name, value in data.items() if name not in {"nodes", "edges", "facts", "quotes"}}
    core["shown"] = [place[node] for node in data["shown"]]
    core["communities"] = [
        {**each, "members": [place[node] for node in each["members"]]} for each in core["communities"]
    ]
    core["packed"] = {
        "nodes": _columns(data["nodes"], _NODE, {}),
        "edges": _columns(edges, _EDGE, place),
        "facts": _columns(data["facts"], _FACT, place),
        "contradicts": {
            index: _known(claim["contradicts"], row) for index, claim in enumerate(claims) if claim["contradicts"]
        },
        "beside": {index: ids for index, claim in enumerate(claims) if (ids := _beside(claim, place))},
        "chunk": CHUNK,
    }
    chunks = [_chunk(claims[low : low + CHUNK], data["quotes"]) for low in range(0, len(claims), CHUNK)]
    return core, chunks


def _columns(rows: Sequence[dict[str, Any]], names: Iterable[str], place: dict[str, int]) -> dict[str, Any]:
    """A column for each name; words of which there are few as numbers, ids of nodes as their places."""
    columns: dict[str, Any] = {}
    for name in names:
        values = [row[name] for row in rows]
        if name in _CODED:
            words = sorted(set(values))
            number = {word: index for index, word in enumerate(words)}
            columns[name] = {"words": words, "codes": [number[value] for value in values]}
        elif name in {"from", "to", "subject"}:
            columns[name] = [place[value] for value in values]
        elif values and not any(value is not None and value is not False for value in values):
            columns[name] = None
        else:
            columns[name] = [int(value) if value is True or value is False else value for value in values]
    return columns


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
