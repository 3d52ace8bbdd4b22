"""Which files are articles: files, folders, glob patterns and standard input, each article with its name."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cinegraph.errors import ArticleError, InputError

KINDS = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
}
STANDARD_INPUT = "stdin"


@dataclass(frozen=True, slots=True)
class Source:
    """One article to be read.

    :ivar name: its path relative to the folder that was named, with ``/``; the file's own name where a file was named
    :ivar path: the file, or None for standard input
    """

    name: str
    path: Path | None


def find_articles(sources: Sequence[str | os.PathLike[str]]) -> list[Source]:
    """Every article that these files, folders, glob patterns and ``-`` (standard input) name, each file once.

    A folder is searched with the folders in it, in the order of names; hidden files and files of other kinds are
    passed over. Two files of the same name from different folders are both returned: who keeps articles by name refuses
    the second.

    :raises ArticleError: if a named file does not exist or is of a kind that cannot be read
    :raises InputError: if a folder holds no article, or a pattern fits none

    >>> find_articles(["-"])
    [Source(name='stdin', path=None)]
    """
    found: dict[str, Source] = {}
    for given in sources:
        for source in _articles_of(os.fspath(given)):
            found.setdefault("-" if source.path is None else os.path.realpath(source.path), source)
    return list(found.values())


def _articles_of(given: str) -> Iterator[Source]:
    if given == "-":
        yield Source(STANDARD_INPUT, None)
    elif os.path.isdir(given):
        yield from _in_folder(given)
    elif os.path.lexists(given):
        yield _named_file(given)
    elif glob.has_magic(given):
        yield from _fitting(given)
    else:
        raise ArticleError("there is no such file or folder", _printable(given))


def _in_folder(folder: str) -> list[Source]:
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in files:
            if not file.startswith(".") and _kind(file) in KINDS:
                found.append(_source(os.path.join(place, file), folder))
    if not found:
        raise InputError(f"{_printable(folder)}: no article in this folder; articles end in {', '.join(KINDS)}")
    return sorted(found, key=lambda source: source.name)


def _fitting(pattern: str) -> list[Source]:
    folder = _fixed_part(pattern)
    paths = [path for path in glob.glob(pattern, recursive=True) if os.path.isfile(path) and _kind(path) in KINDS]
    if not paths:
        raise InputError(f"{_printable(pattern)}: no article fits this pattern; articles end in {', '.join(KINDS)}")
    return sorted((_source(path, folder) for path in paths), key=lambda source: source.name)


def _fixed_part(pattern: str) -> str:
    """The folder that a pattern starts from: all before its first part with a wildcard.

    >>> _fixed_part("press/2019/*/review.txt")
    'press/2019'
    """
    folder = os.path.dirname(pattern)
    while glob.has_magic(folder):
        folder = os.path.dirname(folder)
    return folder or os.curdir


def _named_file(path: str) -> Source:
    if _kind(path) not in KINDS:
        raise ArticleError(f"this kind of file cannot be read; articles end in {', '.join(KINDS)}", _printable(path))
    return _source(path, os.path.dirname(path) or os.curdir)


def _source(path: str, folder: str) -> Source:
    return Source(_printable(os.path.relpath(path, folder)).replace(os.sep, "/"), Path(path))


def _kind(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _printable(path: str) -> str:
    """A path as text that any file can hold: bytes that are no UTF-8 are written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
