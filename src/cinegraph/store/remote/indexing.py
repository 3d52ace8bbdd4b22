"""The index of names of a service's graph: made by SPARQL at the first look-up, and kept in the user's cache folder."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import StoreError
from cinegraph.kinds import EntityType
from cinegraph.rdf.terms import ALT_LABEL, LABEL, entity_id, type_iri
from cinegraph.store.index import Index, write_index
from cinegraph.store.interface import ArticleKey, NameRow
from cinegraph.store.layout import UNFINISHED_FILE, reason
from cinegraph.store.remote.endpoint import texts

if TYPE_CHECKING:
    from cinegraph.store.remote.endpoint import Dataset, Endpoint

_THINGS = "SELECT ?e ?type ?label WHERE { GRAPH graph:entities { ?e a ?type ; rdfs:label ?label ; cg:slug ?slug } }"
_NAMES = f"SELECT ?e ?name WHERE {{ GRAPH graph:entities {{ ?e <{LABEL}>|<{ALT_LABEL}> ?name ; cg:slug ?slug }} }}"
_WEIGHTS = (
    "SELECT ?e (COUNT(DISTINCT ?claim) AS ?n) WHERE { GRAPH graph:claims { ?claim a cg:Claim ; ?p ?e "
    "FILTER (isIRI(?e)) } } GROUP BY ?e"
)
_TYPES = {type_iri(kind): kind for kind in EntityType}
_KEPT = 3
FOLDER = "CINEGRAPH_CACHE"


def cache_folder() -> Path:
    """Where this user's copies of what services hold are kept; they may be deleted at any time."""
    given = os.environ.get(FOLDER)
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "cinegraph"


def names_index(endpoint: Endpoint, dataset: Dataset | None, version: str | None) -> Index:
    """The index of names of a version, from the cache or from the service.

    :param version: the name of the file; None where the service does not tell one version from another, so that
        nothing is kept
    :raises StoreError: if the service fails, or no file can be written at all
    """
    path = _place(version)
    if path is not None and path.is_file():
        with suppress(StoreError, OSError):
            index = Index(path)
            index.rows("SELECT 1 FROM entities LIMIT 1")
            os.utime(path)
            return index
    rows = list(_name_rows(endpoint, dataset))
    if path is not None:
        with suppress(OSError, sqlite3.Error):
            _write(path, rows)
            _tidy(path.parent)
            return Index(path)
    return _unkept(rows)


def keep_index(index: Path, version: str) -> None:
    """Keep a copy of an index that a build has made; a cache that cannot be written to is done without."""
    path = _place(version)
    if path is None:
        return
    with suppress(OSError):
        temporary = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED_FILE}")
        temporary.write_bytes(index.read_bytes())
        os.replace(temporary, path)
        _tidy(path.parent)


def _place(version: str | None) -> Path | None:
    if version is None:
        return None
    folder = cache_folder() / "names"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / f"{version}.sqlite"


def _unkept(rows: list[NameRow]) -> Index:
    """An index whose file is gone as soon as it is open."""
    try:
        with tempfile.TemporaryDirectory(prefix="cinegraph-") as folder:
            path = Path(folder) / "names.sqlite"
            write_index(path, rows, _NO_ARTICLES, "")
            index = Index(path)
            # SQLite opens the file when it is first asked.
            index.rows("SELECT 1 FROM entities LIMIT 1")
            return index
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"the index of names cannot be written ({reason(error)}); name a folder for it in {FOLDER}"
        ) from error


_NO_ARTICLES: tuple[ArticleKey, ...] = ()


def _write(path: Path, rows: Iterable[NameRow]) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED_FILE}")
    temporary.unlink(missing_ok=True)
    try:
        write_index(temporary, rows, _NO_ARTICLES, "")
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Delete all but the indexes used last."""
    files = sorted(folder.glob("*.sqlite"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_KEPT:]:
        file.unlink(missing_ok=True)


def _name_rows(endpoint: Endpoint, dataset: Dataset | None) -> Iterator[NameRow]:
    """Every name of every entity, with the number of claims that speak of it."""

    described = texts(endpoint.query(_THINGS, dataset=dataset))
    things = {iri: (_TYPES[kind], label) for iri, kind, label in described if kind in _TYPES}
    weights = {iri: int(number) for iri, number in texts(endpoint.query(_WEIGHTS, dataset=dataset))}
    for iri, name in texts(endpoint.query(_NAMES, dataset=dataset)):
        if iri in things:
            kind, label = things[iri]
            yield NameRow(entity_id(iri), kind, label, name, weights.get(iri, 0))
