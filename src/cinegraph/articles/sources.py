"""Which files are articles: files, folders, glob patterns, locations and standard input, each with its name."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.articles.locations import is_location
from cinegraph.articles.records import ENDING, lines_of
from cinegraph.errors import ArticleError, InputError

if TYPE_CHECKING:
    from cinegraph.articles.remote_files import RemoteFile

KINDS = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
}
_NAMED = (*KINDS, ENDING)
STANDARD_INPUT = "stdin"
_real = lru_cache(maxsize=1)(os.path.realpath)
"""Where a file really is; a million lines of one file ask once."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article to be read.

    :ivar name: its path relative to the folder that was named, with ``/``; the file's own name where a file was named
    :ivar path: the file, here or at some location, or None for standard input
    :ivar span: the first byte and the number of bytes, where it is one of many articles in a file
    """

    name: str
    path: Path | RemoteFile | None
    span: tuple[int, int] | None = None

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands: the same for one article, however it was named."""
        if self.path is None:
            place = "-"
        else:
            place = _real(self.path) if isinstance(self.path, Path) else self.path.address
        return place, (self.span or (0, 0))[0]


def find_articles(sources: Sequence[str | os.PathLike[str]]) -> list[Source]:
    """Every article that these files, folders, patterns, locations and ``-`` (standard input) name, each file once.

    A location is an address that fsspec opens (``zip://*.txt::archive.zip``, ``s3://bucket/press/``,
    ``https://host/page``), and may be a pattern or a folder too.

    A ``.jsonl`` file that is named, or fits a pattern, holds one article a line (:mod:`cinegraph.articles.records`),
    named after the file and the number of the line: ``texts.jsonl:12``. In a folder such files are passed over.

    A folder is searched with the folders in it, in the order of names; hidden files and files of other kinds are
    passed over. Two files of the same name from different folders are both returned: who keeps articles by name refuses
    the second.

    :raises ArticleError: if a named file does not exist or is of a kind that cannot be read
    :raises InputError: if a folder holds no article, or a pattern fits none

    >>> find_articles(["-"])
    [Source(name='stdin', path=None, span=None)]
    """
    _real.cache_clear()
    found: dict[tuple[str, int], Source] = {}
    for given in sources:
        for source in _articles_of(os.fspath(given)):
            found.setdefault(source.place, source)
    return list(found.values())


def _articles_of(given: str) -> Iterator[Source]:
    if given == "-":
        yield Source(STANDARD_INPUT, None)
    elif is_location(given):
        yield from _at_location(given)
    elif os.path.isdir(given):
        yield from _in_folder(given)
    elif os.path.lexists(given):
        yield from _named_file(given)
    elif glob.has_magic(given):
        yield from _fitting(given)
    else:
        raise ArticleError("there is no such file or folder", _printable(given))


def _at_location(given: str) -> list[Source]:
    from cinegraph.articles.remote_files import files_at

    found: list[Source] = []
    for name, file in files_at(given, _NAMED, tuple(KINDS)):
        source = Source(_printable(name), file)
        found += _lines(source, str(file)) if file.suffix.lower() == ENDING else [source]
    return sorted(found, key=lambda source: source.name)


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
    paths = [path for path in glob.glob(pattern, recursive=True) if os.path.isfile(path) and _kind(path) in _NAMED]
    if not paths:
        raise InputError(f"{_printable(pattern)}: no article fits this pattern; articles end in {', '.join(_NAMED)}")
    plain = [_source(path, folder) for path in paths if _kind(path) in KINDS]
    lines = [line for path in paths if _kind(path) == ENDING for line in _lines(_source(path, folder), path)]
    return sorted([*plain, *lines], key=lambda source: source.name)


def _fixed_part(pattern: str) -> str:
    """The folder that a pattern starts from: all before its first part with a wildcard.

    >>> _fixed_part("press/2019/*/review.txt")
    'press/2019'
    """
    folder = os.path.dirname(pattern)
    while glob.has_magic(folder):
        folder = os.path.dirname(folder)
    return folder or os.curdir


def _named_file(path: str) -> Iterator[Source]:
    source = _source(path, os.path.dirname(path) or os.curdir)
    if _kind(path) == ENDING:
        yield from _lines(source, path)
    elif _kind(path) in KINDS:
        yield source
    else:
        raise ArticleError(f"this kind of file cannot be read; articles end in {', '.join(_NAMED)}", _printable(path))


def _lines(file: Source, path: str) -> Iterator[Source]:
    """The articles of a file with one a line.

    :raises ArticleError: if it cannot be read, or holds nothing
    """
    number = 0
    try:
        for number, start, length in _spans(path) if isinstance(file.path, Path | None) else file.path.lines():
            yield Source(f"{file.name}:{number}", file.path, (start, length))
    except OSError as error:
        raise ArticleError(f"cannot be read ({error.strerror or error})", _printable(path)) from error
    if not number:
        raise ArticleError("is empty", _printable(path))


def _spans(path: str) -> Iterator[tuple[int, int, int]]:
    with open(path, "rb") as file:
        yield from lines_of(file)


def _source(path: str, folder: str) -> Source:
    return Source(_printable(os.path.relpath(path, folder)).replace(os.sep, "/"), Path(path))


def _kind(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _printable(path: str) -> str:
    """A path as text that any file can hold: bytes that are no UTF-8 are written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
