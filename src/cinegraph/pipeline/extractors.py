"""Finds the extractor, and the key that changes whenever it would find something else."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cinegraph
from cinegraph.errors import CinegraphError, InputError
from cinegraph.model import Document, Extraction
from cinegraph.resources import resource

GROUP = "cinegraph.extractors"
BUILT_IN = "builtin"
_PACKAGE = Path(cinegraph.__file__).parent
_READING = ("articles", "model.py", "relations.py")
_EXTRACTING = ("extract", "lexicon")
_OUTLINING = ("kinds.py", "model.py", "resolve/outlines.py", "pipeline/outlines.py")
_UNITING = ("model.py", "relations.py", "lexicon", "resolve", "rdf", "store", "pipeline")


@dataclass(frozen=True, slots=True)
class Extractor:
    """An extractor by name.

    :ivar key: stands for its code and data, and for the code that reads articles
    """

    name: str
    key: str
    extract: Callable[[Document], Extraction]


def find_extractor(name: str = BUILT_IN) -> Extractor:
    """The extractor that some installed package offers under this name (entry point group ``cinegraph.extractors``).

    :raises InputError: if there is none of this name, or it cannot be loaded
    """
    # Loaded here because look-ups do without it.
    from importlib.metadata import entry_points

    offered = {point.name: point for point in entry_points(group=GROUP)}
    if name not in offered:
        raise InputError(f"there is no extractor {name!r}; installed are: {', '.join(sorted(offered)) or 'none'}")
    try:
        function = offered[name].load()
    except (ImportError, AttributeError) as error:
        raise InputError(f"the extractor {name!r} ({offered[name].value}) cannot be loaded: {error}") from error
    distribution = offered[name].dist
    version = f"{distribution.name} {distribution.version}" if distribution else ""
    return Extractor(name, _key(name, version, function), function)


@cache
def uniting_key() -> str:
    """Stands for the code and data that make a graph of what the extractor found."""
    return _digest([cinegraph.__version__, *_contents(_UNITING)])


@cache
def outlining_key() -> str:
    """Stands for the code that makes outlines of what the extractor found."""
    return _digest([_hash_of(_PACKAGE / file) for file in _OUTLINING])


@cache
def code_key() -> str:
    """Stands for all code and data that read, extract and unite, but for an extractor of somebody else's."""
    return _digest([cinegraph.__version__, *_contents((*_READING, *_EXTRACTING, *_UNITING))])


def _key(name: str, version: str, function: Callable[[Document], Extraction]) -> str:
    own = _EXTRACTING if getattr(function, "__module__", "").partition(".")[0] == "cinegraph" else ()
    parts = [name, version, cinegraph.__version__, *_contents((*_READING, *own)), *_source(function)]
    return _digest(parts)


def _source(function: Callable[[Document], Extraction]) -> list[str]:
    code = function if inspect.isroutine(function) else type(function)
    try:
        file = inspect.getsourcefile(code)
    except TypeError:
        # Compiled: its version has to stand for it.
        return []
    return [_hash_of(Path(file))] if file else []


def _contents(rooms: Iterable[str]) -> list[str]:
    files = [file for room in rooms for file in sorted(_files(_PACKAGE / room))]
    data = sorted(_lexicon_files())
    return [f"{file.name} {_hash_of(file)}" for file in (*files, *data)]


def _files(path: Path) -> list[Path]:
    return list(path.rglob("*.py")) if path.is_dir() else [path]


def _lexicon_files() -> list[Path]:
    try:
        return [file for file in resource("data", "lexicon").rglob("*") if file.is_file()]
    except CinegraphError:
        return []


def _hash_of(file: Path) -> str:
    with open(file, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:32]
