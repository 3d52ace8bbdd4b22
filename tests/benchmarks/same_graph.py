"""Whether one process, several, and builds in parts, in random order and with detours, make the same graph to the byte.

Run by hand: python tests/benchmarks/same_graph.py [ARTICLES] [--seed NUMBER] [--read-once]. 2,000 articles take a
quarter of an hour of a core. With --read-once the articles are read by the first build alone, and only what unites
them is compared. Prints for each way fingerprints of all that a store holds, and ends with 1 if they are not the same.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from many_articles import articles

from cinegraph.pipeline import build
from cinegraph.store import open_store
from cinegraph.store.layout import Layout

PARTS = 4
DETOURS = 0.03
"""This share of the articles is built in another form first, and as many others are built and taken out again."""
TABLES = {
    "names": ("index", "SELECT * FROM entities ORDER BY number", "SELECT * FROM names ORDER BY number",
              "SELECT * FROM frequencies ORDER BY gram"),
    "bundles": ("bundles", "SELECT key, fingerprint FROM bundles ORDER BY key"),
}  # fmt: skip
READINGS = (
    "SELECT name, sha256, extractor, text, document, extraction FROM articles ORDER BY name, sha256, extractor",
    "SELECT name, sha256, extractor, outline FROM outlines ORDER BY name, sha256, extractor",
)


class Found(NamedTuple):
    """What a way of building has made: how many articles and quads, and fingerprints of everything."""

    articles: int
    quads: int
    graph: str
    names: str
    bundles: str
    readings: str


def whole(store: Path, folder: Path, jobs: int) -> None:
    """All at once."""
    report = build(store, [str(folder)], jobs=jobs)
    assert not report.failures, report.failures[:3]


def in_parts(store: Path, folder: Path, random: Random, known: Path | None) -> None:
    """Part after part in random order, with articles that change and articles that go again.

    :param known: a store whose readings need not be made again
    """
    texts = {str(file.relative_to(folder)): file.read_text("utf-8") for file in sorted(folder.rglob("*.*"))}
    names = random.sample(sorted(texts), len(texts))
    others = iter(list(articles(len(names) // 20 + 5 * PARTS, seed=random.randrange(2, 1 << 30))))
    place = store.with_name("parts")
    for part in range(PARTS):
        mine = names[part::PARTS]
        detour = random.sample(mine, 1 + int(DETOURS * len(mine)))
        strangers = {f"other/{name}": text for name, (_, text) in zip(detour, others, strict=False)}
        _write(place, {**{name: texts[name] for name in mine}, **{name: _changed(texts[name]) for name in detour}})
        _write(place, strangers)
        _built(store, place, known)
        _write(place, {name: texts[name] for name in detour})
        for name in strangers:
            (place / name).unlink()
    for name in ("", names[0]):
        # Little has changed, so that only the differences are written.
        _built(store, place, known)
        _write(place, {name: _changed(texts[name])} if name else {names[0]: texts[names[0]]})
        _built(store, place, known)
        _write(place, {names[0]: texts[names[0]]})
    _built(store, place, known)


def _changed(text: str) -> str:
    """An article as it was before: less of it, and one sentence that was taken out."""
    paragraphs = text.split("\n\n")
    return "\n\n".join([*paragraphs[: 1 + len(paragraphs) // 2], "Agnès Varda directed *Vagabond* (1985).", ""])


def _write(place: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")


def _built(store: Path, place: Path, known: Path | None) -> None:
    if known is not None:
        _lend(known, store)
    report = build(store, [str(place)], prune=True, jobs=1)
    assert not report.failures, report.failures[:3]


def _lend(known: Path, store: Path) -> None:
    """Give a store the readings of another; those of articles that are not there are dropped after each build."""
    Layout(store).create()
    target = Layout(store).articles
    if not target.exists():
        shutil.copy(Layout(known).articles, target)
        return
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS known", (str(Layout(known).articles),))
        for table in ("articles", "outlines"):
            connection.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM known.{table}")
        connection.commit()


def found_in(store: Path) -> Found:
    """The fingerprints of what a store holds."""
    layout = Layout(store)
    snapshot = layout.snapshot(layout.current_number() or 0)
    files = {"index": snapshot.index, "bundles": snapshot.bundles}
    told = {name: _of_rows(_rows(files[file], queries)) for name, (file, *queries) in TABLES.items()}
    with open_store(store) as opened:
        number = len(opened.articles.readings())
        # Their order on disk is no part of a graph: a sum of what each of them is does not depend on it.
        quads = total = 0
        for quad in opened.quads():  # type: ignore[attr-defined]
            quads += 1
            total += int.from_bytes(hashlib.sha256(str(quad).encode("utf-8", "surrogatepass")).digest(), "big")
    graph = f"{total % (1 << 256):064x}"[:16]
    return Found(number, quads, graph, **told, readings=_of_rows(_rows(layout.articles, READINGS)))


def _rows(file: Path, queries: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        for query in queries:
            yield from connection.execute(query)


def _of_rows(rows: Iterable[tuple[Any, ...]]) -> str:
    hashed = hashlib.sha256()
    for row in rows:
        hashed.update(repr(row).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()[:16]


def _computed() -> float:
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime


def _made(place: Path, random: Random, *, read_once: bool) -> Iterator[tuple[str, Path]]:
    """Each way, and the store that it has made."""
    folder, first, second, third = (place / each for each in ("articles", "first", "second", "third"))
    whole(first, folder, 1)
    yield "1 process", first
    if not read_once:
        whole(second, folder, 2)
        yield "2 processes", second
    in_parts(third, folder, random, first if read_once else None)
    yield "in parts", third


def main() -> int:
    """Print the table; 1 where two ways differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read-once", action="store_true")
    asked = parser.parse_args()
    head = ("way", *Found._fields, "computing so far, s")
    print("| " + " | ".join(head) + " |\n" + "|---:" * len(head) + "|", flush=True)
    found = set()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        _write(place / "articles", dict(articles(asked.articles)))
        for way, store in _made(place, Random(asked.seed), read_once=asked.read_once):
            found.add(made := found_in(store))
            print(f"| {way} | " + " | ".join(map(str, made)) + f" | {_computed():.0f} |", flush=True)
    print("the same" if len(found) == 1 else "NOT THE SAME")
    return int(len(found) > 1)


if __name__ == "__main__":
    sys.exit(main())
