"""The index of names: SQLite, with a full-text index (FTS5) of the trigrams of folded names."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import groupby
from typing import TYPE_CHECKING, cast

from cinegraph.errors import InputError
from cinegraph.kinds import EntityType
from cinegraph.rdf.terms import ID, entity_id
from cinegraph.store.folding import fold, loose
from cinegraph.store.interface import NameHit, NameRow

if TYPE_CHECKING:
    from cinegraph.store.index import Index

_SCHEMA = (
    "CREATE TABLE entities (number INTEGER PRIMARY KEY, id TEXT UNIQUE, type TEXT, label TEXT, weight INTEGER)",
    "CREATE TABLE names (number INTEGER PRIMARY KEY, entity INTEGER, name TEXT, folded TEXT, loose TEXT)",
    "CREATE VIRTUAL TABLE grams USING fts5(folded, content='', detail=none, tokenize='trigram')",
    "CREATE TABLE frequencies (gram TEXT PRIMARY KEY, names INTEGER) WITHOUT ROWID",
)
_INDEXES = (
    "CREATE INDEX by_folded ON names (folded)",
    "CREATE INDEX by_loose ON names (loose)",
    "INSERT INTO grams (grams) VALUES ('optimize')",
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, grams, row)",
    "INSERT INTO frequencies SELECT term, doc FROM temp.vocabulary",
    "DROP TABLE temp.vocabulary",
)
_SELECT = """
SELECT entities.id, entities.type, entities.label, names.name, names.folded, entities.weight
FROM names JOIN entities ON entities.number = names.entity
"""
_CANDIDATES = 300
# A slip of the pen spoils three trigrams at most, so of eight some are left after two; the rarest tell most.
_RAREST = 8
_LONGEST_LIST = 20_000
_NEAR = 70.0
_PREFIXES = tuple(kind.value.lower() for kind in EntityType)
_Row = tuple[str, str, str, str, str, int]


def write_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    """Write the tables of names into a new index file, inside the transaction under way.

    :raises sqlite3.Error: if the disk is full, or the file cannot be written
    """
    for statement in _SCHEMA:
        connection.execute(statement)
    _insert(connection, rows)
    for statement in _INDEXES:
        connection.execute(statement)


def _insert(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    entity, known = -1, ""
    # Numbered from the best known on, so that a list that is cut short loses the least known.
    for number, (id_, name, kind, label, weight) in enumerate(_in_order(connection, rows)):
        if id_ != known:
            entity, known = entity + 1, id_
            connection.execute("INSERT INTO entities VALUES (?, ?, ?, ?, ?)", (entity, id_, kind, label, weight))
        folded = fold(name)
        keys = (folded, loose(folded))
        connection.execute("INSERT INTO names VALUES (?, ?, ?, ?, ?)", (number, entity, name, *keys))
        connection.execute("INSERT INTO grams (rowid, folded) VALUES (?, ?)", (number, folded))


def _in_order(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> Iterator[tuple[str, str, str, str, int]]:
    """Id, name, type, label and weight of each row, each once, the best known entity first.

    SQLite puts them in order: on disk, where a large graph has more of them than memory holds.
    """
    connection.execute("CREATE TEMP TABLE given (entity, name, type, label, weight)")
    given = ((row.entity, row.name, row.type.value, row.label, row.weight) for row in rows)
    connection.executemany("INSERT INTO temp.given VALUES (?, ?, ?, ?, ?)", given)
    found = connection.execute("SELECT * FROM temp.given ORDER BY weight DESC, entity, name")
    yield from (row for row, _ in groupby(found))
    connection.execute("DROP TABLE temp.given")


class NameIndex:
    """The index of names of one snapshot, opened for reading; see :class:`cinegraph.store.interface.Names`."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def exact(self, name: str, type: EntityType | None = None) -> list[NameHit]:
        """The entities that bear this name, or have this id or IRI; see the interface."""
        found = self._by_id(name) or self._by_name(fold(name)) or self._by_slug(name)
        return _ranked((row, 100.0) for row in found if _is(row, type))

    def search(self, text: str, limit: int = 20, type: EntityType | None = None) -> list[NameHit]:
        """The entities with a name like this one, best first; see the interface."""
        folded = fold(text)
        if not folded:
            return []
        scored = dict.fromkeys(self._by_id(text) or self._by_name(folded) or self._by_slug(text), 100.0)
        for row in self._candidates(folded, type):
            scored.setdefault(row, _score(folded, row[4]))
        return _ranked((row, score) for row, score in scored.items() if score >= _NEAR and _is(row, type))[:limit]

    def suggest(self, name: str, limit: int = 5, type: EntityType | None = None) -> tuple[str, ...]:
        """Labels of entities with a name near this one; see the interface."""
        hits = self.search(name, limit * 4, type)
        return tuple(dict.fromkeys(hit.label for hit in hits))[:limit]

    def best_known(self, limit: int, type: EntityType | None = None) -> list[NameHit]:
        """The entities that most claims speak of; see the interface."""
        where = "" if type is None else "WHERE type = ?"
        values = (limit,) if type is None else (type.value, limit)
        rows = self._index.rows(f"SELECT id, type, label, weight FROM entities {where} ORDER BY number LIMIT ?", values)
        return [NameHit(id, EntityType(kind), label, label, 100.0, weight) for id, kind, label, weight in rows]

    def counts(self) -> dict[EntityType, int]:
        """How many entities there are of each type; see the interface."""
        rows = self._index.rows("SELECT type, COUNT(*) FROM entities GROUP BY type")
        return {EntityType(kind): number for kind, number in rows}

    def _by_name(self, folded: str) -> list[_Row]:
        return self._rows("names.folded = ?", folded) or self._rows("names.loose = ?", loose(folded))

    def _by_id(self, name: str) -> list[_Row]:
        """By id, IRI (in angle brackets or not) or prefixed name: ``film/beanpole``, ``film:beanpole``."""
        asked = name.strip().removeprefix("<").removesuffix(">")
        if asked.startswith(ID):
            try:
                asked = entity_id(asked)
            except InputError:
                return []
        elif (kind := asked.partition(":")[0]) in _PREFIXES:
            asked = f"{kind}/{asked.removeprefix(kind + ':')}"
        if "/" not in asked:
            return []
        return self._labels(asked)

    def _by_slug(self, name: str) -> list[_Row]:
        """By the last part of an id alone, whatever the type: where no name is spelled like that."""
        slug = name.strip()
        if not slug or " " in slug or "/" in slug:
            return []
        return self._labels(*(f"{kind}/{slug}" for kind in _PREFIXES))

    def _labels(self, *ids: str) -> list[_Row]:
        """The labels of entities; the names, which know their entities by number only, are not gone through."""
        rows = self._index.rows(
            f"SELECT id, type, label, weight FROM entities WHERE id IN ({', '.join('?' * len(ids))})", ids
        )
        return [(id, type, label, label, fold(label), weight) for id, type, label, weight in rows]

    def _rows(self, condition: str, *values: object) -> list[_Row]:
        return [cast("_Row", row) for row in self._index.rows(f"{_SELECT} WHERE {condition}", values)]

    def _candidates(self, folded: str, type: EntityType | None) -> list[_Row]:
        """Rows worth comparing: those that share most of the rarest trigrams, the best known first."""
        grams = self._rarest(folded)
        if not grams:
            after = folded + "\U0010ffff"
            condition = "names.folded >= ? AND names.folded < ? ORDER BY names.number LIMIT ?"
            return self._rows(condition, folded, after, _CANDIDATES)
        # Of one type there may be few among the best.
        most = _CANDIDATES if type is None else 4 * _CANDIDATES
        # A common word is in so many names that no other need be looked at.
        best = self._numbers(grams, most)
        if len(best) < most:
            shared = Counter(number for gram in grams for number in self._numbers([gram], _LONGEST_LIST))
            best = nsmallest(most, shared, key=lambda number: (-shared[number], number))
        return self._rows(f"names.number IN ({', '.join('?' * len(best))}) ORDER BY names.number", *best)

    def _rarest(self, folded: str) -> list[str]:
        grams = list(dict.fromkeys(folded[start : start + 3] for start in range(len(folded) - 2)))
        marks = ", ".join("?" * len(grams))
        rows = self._index.rows(f"SELECT gram FROM frequencies WHERE gram IN ({marks}) ORDER BY names, gram", grams)
        return [gram for (gram,) in rows[:_RAREST]] or grams[:1]

    def _numbers(self, grams: Sequence[str], most: int) -> list[int]:
        """The names that hold all these trigrams, the best known first."""
        match = " AND ".join('"' + gram.replace('"', '""') + '"' for gram in grams)
        rows = self._index.rows("SELECT rowid FROM grams WHERE grams MATCH ? ORDER BY rowid LIMIT ?", (match, most))
        return [number for (number,) in rows]


def _is(row: _Row, type: EntityType | None) -> bool:
    return type is None or row[1] == type.value


def _score(asked: str, name: str) -> float:
    """How well a folded name fits what was asked: what holds it as words 90 to 99, near misses by likeness below 90."""
    if f" {asked}" in f" {name}":
        return 90.0 + 9.0 * len(asked) / len(name)
    if set(asked.split()) <= set(name.split()):
        return 90.0
    # Loaded here because look-ups by the exact name do without it.
    from rapidfuzz.fuzz import ratio, token_sort_ratio

    words = name.split()
    by_word = [max(ratio(word, other) for other in words) for word in asked.split()]
    return 0.89 * max(ratio(asked, name), token_sort_ratio(asked, name), 0.95 * sum(by_word) / len(by_word))


def _ranked(scored: Iterable[tuple[_Row, float]]) -> list[NameHit]:
    """For each entity its best name; best first, then the best known, then by id."""
    best: dict[str, tuple[float, bool, str]] = {}
    rows: dict[str, _Row] = {}
    for row, score in scored:
        rank = (-score, row[3] != row[2], row[3])
        if row[0] not in best or rank < best[row[0]]:
            best[row[0]], rows[row[0]] = rank, row
    return sorted(map(_hit, _pairs(best, rows)), key=lambda hit: (-hit.score, -hit.weight, hit.id))


def _pairs(best: dict[str, tuple[float, bool, str]], rows: dict[str, _Row]) -> Iterator[tuple[_Row, float]]:
    return ((rows[entity], -rank[0]) for entity, rank in best.items())


def _hit(pair: tuple[_Row, float]) -> NameHit:
    (id, type, label, name, _, weight), score = pair
    return NameHit(id, EntityType(type), label, name, score, weight)
