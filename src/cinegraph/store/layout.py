"""Where a store keeps what on disk, and how it moves from one graph to the next without a reader noticing.

::

    store.json              what this folder is, and the version of its format
    articles.sqlite         articles as read, and what the extractor found in them
    decisions.jsonl         a person's decisions; survives every build
    runs.nq                 when what was built, by which version (the graph ``runs``)
    lock                    held by the build under way
    current                 the number of the snapshot that readers open; 0 where nothing has been built yet
    snapshots/<number>/     graph/ (Oxigraph), index.sqlite (names, list of articles), lock (shared by its readers);
                            checksums.json (of graph and index); bundles.sqlite (of what the graph is made; expendable);
                            pending/ (files of a restored backup that take their place as soon as it is published)
"""

from __future__ import annotations

import os
from pathlib import Path

from cinegraph.errors import StoreError

FORMAT = 2
"""2 has checksums of snapshots, and a pointer from the beginning; 1 had neither (:mod:`cinegraph.store.migrate`)."""
OLDEST_READ = 1
APPLICATION = "cinegraph"
UNFINISHED_FILE = ".new"
_MARKER = f'{{"application": "{APPLICATION}", "format": {FORMAT}}}\n'


class Layout:
    """The paths of one store."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.marker = root / "store.json"
        self.articles = root / "articles.sqlite"
        self.decisions = root / "decisions.jsonl"
        self.runs = root / "runs.nq"
        self.lock = root / "lock"
        self.current = root / "current"
        self.snapshots = root / "snapshots"

    def snapshot(self, number: int) -> Snapshot:
        """The paths of one snapshot, whether or not it exists."""
        return Snapshot(self.snapshots / str(number))

    def current_number(self) -> int | None:
        """The number of the snapshot that readers open, or None where nothing has been built yet.

        :raises StoreError: if the pointer is damaged
        """
        try:
            text = self.current.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            # It is made with the store, before any of these.
            if self.numbers() or self.articles.exists():
                raise StoreError(f"{self.current} is missing; mend it with: cinegraph doctor --mend") from None
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self.current} cannot be read ({reason(error)})") from error
        if not text.isdecimal():
            raise StoreError(
                f"{self.current} is damaged: it should hold the number of a folder in {self.snapshots}, but holds "
                f"{text[:40]!r}; mend it with: cinegraph doctor --mend"
            )
        return int(text) or None

    def numbers(self) -> list[int]:
        """The numbers of the snapshots that are complete, sorted.

        :raises OSError: if their folder cannot be read
        """
        if not self.snapshots.is_dir():
            return []
        return sorted(int(entry.name) for entry in self.snapshots.iterdir() if entry.name.isdecimal())

    def point_at(self, number: int) -> None:
        """Make a snapshot the one that readers open; at one stroke.

        :raises OSError: if it cannot be written
        """
        write_atomically(self.current, f"{number}\n")

    def check(self) -> int:
        """Make sure that this is a store, and one this version understands.

        :returns: the version of its format
        :raises StoreError: if it is missing, something else, or of a newer format
        """
        try:
            written = self.marker.read_text(encoding="utf-8")
            if written == _MARKER:
                return FORMAT
            marker = _parsed(written)
        except (FileNotFoundError, NotADirectoryError):
            raise self._not_a_store() from None
        except OSError as error:
            raise StoreError(f"the store {self.root} cannot be read ({reason(error)})") from error
        except ValueError as error:
            raise StoreError(f"{self.marker} is damaged ({error}); mend it with: cinegraph doctor --mend") from error
        if not isinstance(marker, dict) or marker.get("application") != APPLICATION:
            if _is_one_sign_off(written):
                raise StoreError(f"{self.marker} is damaged (it names no store); mend it with: cinegraph doctor --mend")
            raise StoreError(f"{self.root} is not a cinegraph store: its store.json belongs to something else")
        version = marker.get("format")
        if isinstance(version, int) and OLDEST_READ <= version <= FORMAT:
            return version
        newer = isinstance(version, int) and version > FORMAT
        advice = "install a newer cinegraph" if newer else "build again in a new folder"
        raise StoreError(
            f"the store {self.root} has format {version!r}; this cinegraph reads format {FORMAT} and older: {advice}"
        )

    def mark(self) -> None:
        """Say that this is a store, and that its format is the present one.

        :raises OSError: if it cannot be written
        """
        write_atomically(self.marker, _MARKER)

    def create(self) -> None:
        """Make an empty store of a missing or empty folder; leave a store as it is.

        :raises StoreError: if the folder holds something else, or cannot be written to
        """
        try:
            if not self.marker.exists():
                if self.root.exists() and not self.root.is_dir():
                    raise self._not_a_store()
                if self.root.is_dir() and self._foreign():
                    raise StoreError(f"{self.root} holds other things, and is no cinegraph store; name a new folder")
                self.root.mkdir(parents=True, exist_ok=True)
                self.mark()
            self.check()
            self.snapshots.mkdir(exist_ok=True)
            if not (self.current.exists() or self.numbers() or self.articles.exists()):
                self.point_at(0)
        except OSError as error:
            raise StoreError(f"the store {self.root} cannot be written to ({reason(error)})") from error

    def _foreign(self) -> bool:
        # A build that was killed while it made the store leaves the marker's temporary file.
        return any(not entry.name.endswith(UNFINISHED_FILE) for entry in self.root.iterdir())

    def _not_a_store(self) -> StoreError:
        if self.root.is_dir():
            return StoreError(f"{self.root} is not a cinegraph store: it has no store.json; name one with --store")
        if self.root.exists():
            return StoreError(f"{self.root} is a file, not a cinegraph store; name a folder with --store")
        return StoreError(f"there is no store at {self.root} yet; make one with: cinegraph build")


def _is_one_sign_off(marker: str) -> bool:
    """Whether a marker is ours but for one sign, as a damaged disk leaves it; another program's differs in more."""
    return len(marker) == len(_MARKER) and sum(a != b for a, b in zip(marker, _MARKER, strict=True)) == 1


def _parsed(marker: str) -> object:
    # Loaded here because only a marker that this version did not write has to be taken apart.
    import json

    return json.loads(marker)


class Snapshot:
    """The paths of one snapshot: a graph that never changes once it is published."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.graph = root / "graph"
        self.index = root / "index.sqlite"
        self.lock = root / "lock"
        self.checksums = root / "checksums.json"
        self.bundles = root / "bundles.sqlite"
        self.pending = root / "pending"

    def pending_or(self, file: Path) -> Path:
        """A file of the store, or the one that is about to replace it because this snapshot was restored with it."""
        pending = self.pending / file.name
        return pending if pending.exists() else file


def write_atomically(path: Path, text: str) -> None:
    """Replace a file by one that holds this text: whoever reads it, or a crash, finds the old text or the new."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED_FILE}")
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that renames in a folder are on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def reason(error: Exception) -> str:
    """What the system says went wrong, in a few words, without the path."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return text.splitlines()[0]
