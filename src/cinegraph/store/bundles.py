"""What a snapshot's graph is made of, in bundles, so that the next one need write only those that have changed.

The file stands beside the graph and tells of each bundle its key and its fingerprint. It can be done without: a store
that has none, or one that cannot be read, is written anew at the next build.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.rdf.bundles import Bundle

if TYPE_CHECKING:
    from pyoxigraph import Quad

_SCHEMA = (
    "CREATE TABLE about (code TEXT, patches INTEGER)",
    "CREATE TABLE bundles (key TEXT PRIMARY KEY, fingerprint BLOB, place INTEGER) WITHOUT ROWID",
)
_CHANGED = """
SELECT new.place, new.key FROM main.bundles AS new LEFT JOIN before.bundles AS old ON old.key = new.key
WHERE old.fingerprint IS NOT new.fingerprint
"""
_GONE = "SELECT key FROM before.bundles WHERE key NOT IN (SELECT key FROM main.bundles)"
_MOST_PATCHES = 100
"""So often a graph is patched before it is written anew: what patches replace stays on disk for a while."""
_LARGE_SHARE = 8
"""Where more than one in so many bundles has changed, writing all anew costs less."""


class Bundled:
    """The quads of a graph, in bundles.

    :param make: gives the bundles, the same whenever it is asked
    :param code: stands for the code that makes them
    :ivar whole: whether all of them are to be written, whatever is there
    """

    def __init__(self, make: Callable[[], Iterable[Bundle]], code: str, *, whole: bool = False) -> None:
        self._make = make
        self.code = code
        self.whole = whole

    def __iter__(self) -> Iterator[Quad]:
        return (quad for bundle in self._make() for quad in bundle.quads())

    def bundles(self) -> Iterator[Bundle]:
        """All bundles, in order."""
        return iter(self._make())

    def quads_at(self, places: Set[int]) -> Iterator[Quad]:
        """The quads of the bundles at some places."""
        return (quad for place, bundle in enumerate(self._make()) if place in places for quad in bundle.quads())


class Outdated(NamedTuple):
    """What has to be written so that one graph becomes another.

    :ivar places: of the new bundles that are not as they were
    :ivar keys: of bundles that are not as they were, or are gone
    """

    places: Set[int]
    keys: tuple[str, ...]


def write_bundles(path: Path, bundles: Bundled) -> None:
    """Write the file of a new snapshot.

    :raises sqlite3.Error: if the disk is full, or the file cannot be written
    """
    for _ in _written_down(path, bundles):
        pass


def quads_written_down(path: Path, bundles: Bundled) -> Iterator[Quad]:
    """All quads; when the last has been taken, the file of a new snapshot is written too.

    :raises sqlite3.Error: if the disk is full, or the file cannot be written
    """
    return (quad for bundle in _written_down(path, bundles) for quad in bundle.quads())


def _written_down(path: Path, bundles: Bundled) -> Iterator[Bundle]:
    """All bundles; each is written into the file as it is taken."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nobody reads the file before it is complete, so a journal would only cost time.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute("INSERT INTO about VALUES (?, 0)", (bundles.code,))
        for place, bundle in enumerate(bundles.bundles()):
            connection.execute("INSERT INTO bundles VALUES (?, ?, ?)", (bundle.key, bundle.fingerprint, place))
            yield bundle
        connection.execute("COMMIT")


def outdated(path: Path, before: Path) -> Outdated | None:
    """What has changed since another snapshot; None where nothing is known of it, or it is better written anew.

    :param path: the file of the new snapshot, which is told that it is a patch of the other
    :raises sqlite3.Error: if the new file cannot be written
    """
    if not before.is_file():
        return None
    with closing(sqlite3.connect(path.absolute().as_uri(), uri=True, isolation_level=None)) as connection:
        run = connection.execute
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA synchronous = OFF")
        try:
            run("ATTACH ? AS before", (f"{before.absolute().as_uri()}?mode=ro&immutable=1",))
            if run("PRAGMA before.quick_check(1)").fetchone() != ("ok",):
                return None
            ((code, patches),) = run("SELECT code, patches FROM before.about").fetchall()
        except (sqlite3.Error, ValueError):
            # It is damaged, and can be done without.
            return None
        ((mine,),) = run("SELECT code FROM main.about").fetchall()
        if code != mine or patches >= _MOST_PATCHES:
            return None
        changed, gone = run(_CHANGED).fetchall(), run(_GONE).fetchall()
        ((number,),) = run("SELECT COUNT(*) FROM before.bundles").fetchall()
        if _LARGE_SHARE * (len(changed) + len(gone)) > number:
            return None
        run("UPDATE main.about SET patches = ?", (patches + 1,))
    return Outdated({place for place, _ in changed}, tuple(key for *_, key in (*changed, *gone)))
