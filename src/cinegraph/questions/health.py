"""Is an installation and its store as it should be: checks, each with what to do where it is not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.errors import CinegraphError
from cinegraph.questions.facts import texts_of
from cinegraph.questions.library import load_queries
from cinegraph.resources import resource
from cinegraph.store import Location, OpenStore, Store, is_url, open_store

if TYPE_CHECKING:
    from cinegraph.store.damage import Damage

_PACKAGES = (
    "anyascii",
    "click",
    "networkx",
    "pyoxigraph",
    "pypdf",
    "pyshacl",
    "pyvis",
    "rapidfuzz",
    "rdflib",
    "trafilatura",
)
_OLDEST = (3, 11)
_AGAIN = "restore a backup (cinegraph restore --force), or build all articles again: cinegraph build --only"


class Check(NamedTuple):
    """One thing that was looked at.

    :ivar state: ``good``, ``warning`` or ``bad``
    :ivar remedy: what to do, where it is not good
    """

    what: str
    state: str
    found: str
    remedy: str = ""


def examine(store: Location) -> list[Check]:
    """Look over the installation and a store.

    :param store: the store's folder, or the address of a service; a missing one is no fault, but a warning
    """
    return [_python(), *_packages(), *_resources(), *_store(store)]


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= _OLDEST:
        return Check("Python", "good", found)
    return Check("Python", "bad", found, "install Python 3.11 or newer, and cinegraph with it")


def _packages() -> Iterator[Check]:
    from importlib.metadata import PackageNotFoundError, version

    for name in _PACKAGES:
        try:
            yield Check(name, "good", version(name))
        except PackageNotFoundError:
            yield Check(name, "bad", "missing", "install cinegraph again: pip install --force-reinstall cinegraph")


def _resources() -> Iterator[Check]:
    parts: dict[str, Callable[[], str]] = {
        "articles that come with it": lambda: _files(resource("data", "articles")),
        "lexicon": lambda: _files(resource("data", "lexicon")),
        "ontology": lambda: _files(resource("ontology")),
        "named queries": lambda: f"{len(load_queries())} queries",
    }
    for what, count in parts.items():
        yield _tried(what, count, "install cinegraph again")


def _files(folder: Path) -> str:
    return f"{sum(path.is_file() for path in folder.iterdir())} files"


def _tried(what: str, look: Callable[[], str], remedy: str) -> Check:
    try:
        return Check(what, "good", look())
    except CinegraphError as error:
        return Check(what, "bad", error.message, remedy)


def _store(path: Location) -> Iterator[Check]:
    wrong: Sequence[Damage] = ()
    if not is_url(path):
        from cinegraph.store.damage import look_over

        if not Path(path).exists():
            yield Check("store", "warning", f"there is none at {path}", "make one: cinegraph build")
            return
        if not Path(path).is_dir():
            yield Check("store", "bad", f"{path} is a file, not a cinegraph store", "name a folder with --store")
            return
        wrong = look_over(Path(path))
    for each in wrong:
        yield Check(f"store: {each.what}", "bad" if each.bad else "warning", each.found, each.remedy)
    if any(each.bad for each in wrong if each.what not in ("disk", "articles")):
        return
    try:
        with open_store(path) as store:
            store.prepare()
            yield Check("store", "good", str(path))
            yield from _contents(store, is_url(path))
    except CinegraphError as error:
        yield Check("store", "bad", error.message, _AGAIN)


def _contents(store: OpenStore, served: bool) -> Iterator[Check]:
    names = store.articles.names()
    # Those of a folder have been read when its files were looked over.
    yield _tried("articles", lambda: _readable(store, names) if served else f"{len(names)} readable", _AGAIN)
    entities = _count(
        store, "SELECT (COUNT(*) AS ?n) { GRAPH graph:entities { ?e cg:slug ?s ; a ?t FILTER (?t != cg:Edition) } }"
    )
    state = "good" if entities else "warning"
    yield Check("entities", state, str(entities), "" if entities else "the articles held nothing; build others")
    yield _index(store)
    yield _decisions(store)
    loose = _count(store, "SELECT (COUNT(*) AS ?n) { ?claim a cg:Claim FILTER NOT EXISTS { ?e oa:hasBody ?claim } }")
    remedy = "" if not loose else _AGAIN
    yield Check("claims without a sentence", "bad" if loose else "good", str(loose), remedy)


def _readable(store: Store, names: list[str]) -> str:
    return f"{sum(bool(store.articles.document(name).name) for name in names)} readable"


def _index(store: Store) -> Check:
    rows = texts_of(
        store.query(
            "SELECT ?id ?name { GRAPH graph:entities { ?e rdfs:label ?name ; cg:slug ?s ; a ?t } "
            'FILTER (?t != cg:Edition) BIND (STRAFTER(STR(?e), "/id/") AS ?id) } ORDER BY ?id LIMIT 50'
        )
    )
    lost = [name for entity, name in rows if entity not in {hit.id for hit in store.names.exact(name)}]
    if lost:
        return Check("index of names", "bad", f"does not find {lost[0]}", _AGAIN)
    return Check("index of names", "good", "finds what it should")


def _decisions(store: OpenStore) -> Check:
    """Whether the file of decisions can be read, and whether each is still about something."""
    try:
        taken = len(store.decisions.records())
    except CinegraphError as error:
        return Check("decisions", "bad", error.message, "mend or delete that line; the next build needs the file")
    idle = _count(
        store,
        "SELECT (COUNT(*) AS ?n) { GRAPH graph:curation { ?decision a cg:Decision "
        "FILTER NOT EXISTS { ?decision cg:decides ?thing } } }",
    )
    if idle:
        remedy = "see them with: cinegraph review --taken; their names or articles are not in the graph"
        return Check("decisions", "warning", f"{taken} taken, {idle} about nothing in the graph", remedy)
    return Check("decisions", "good", f"{taken} taken")


def _count(store: Store, sparql: str) -> int:
    return int(next(texts_of(store.query(sparql)))[0])
