"""From a source to the bytes of its article, here or elsewhere, and what kind of file they are."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cinegraph.articles.records import MEDIA_TYPE
from cinegraph.articles.sources import KINDS, Source
from cinegraph.errors import ArticleError

LARGEST = 20_000_000
"""Bytes that an article may have; longer ones are refused before they are read."""

_AHEAD = 16


def read_bytes(source: Source) -> bytes:
    """The bytes of an article's file.

    :raises ArticleError: if it cannot be read, is empty or larger than 20 MB
    """
    try:
        data = _bytes_of(source)
    except OSError as error:
        raise ArticleError(f"cannot be read ({error.strerror or error})", source.name) from error
    return _checked(data, source.name)


def read_in_turn(sources: Iterable[Source]) -> Iterator[tuple[Source, bytes | ArticleError]]:
    """The bytes of each article's file, or why there are none, in order; of those that take a while to come, a few are
    under way at a time."""
    coming: deque[tuple[Source, Callable[[], bytes]]] = deque()
    for source in sources:
        coming.append((source, _begun(source)))
        if len(coming) > _AHEAD:
            yield _ended(*coming.popleft())
    for each in coming:
        yield _ended(*each)


def _begun(source: Source) -> Callable[[], bytes]:
    """What gives the bytes; a file elsewhere is on its way from now on, any other is read when it is asked for."""
    if source.path is None or isinstance(source.path, Path) or source.span is not None:
        return lambda: read_bytes(source)
    fetched = source.path.fetched(LARGEST + 1)
    return lambda: _checked(fetched(), source.name)


def _ended(source: Source, gives: Callable[[], bytes]) -> tuple[Source, bytes | ArticleError]:
    try:
        return source, gives()
    except ArticleError as error:
        return source, error


def _bytes_of(source: Source) -> bytes:
    if source.path is None:
        return sys.stdin.buffer.read(LARGEST + 1)
    if isinstance(source.path, Path):
        return _bytes_in(source.path, source.name, source.span)
    if source.span is None:
        return source.path.fetched(LARGEST + 1)()
    return source.path.line(source.span[0], min(source.span[1], LARGEST + 1))


def _checked(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise ArticleError(f"is larger than {LARGEST // 1_000_000} MB; split it into articles", name)
    if not data.strip():
        raise ArticleError("is empty", name)
    return data


def _bytes_in(path: Path, name: str, span: tuple[int, int] | None) -> bytes:
    if not path.is_file():
        raise ArticleError("is not a file that can be read" if path.exists() else "there is no such file", name)
    with open(path, "rb") as file:
        if span is not None:
            file.seek(span[0])
        return file.read(LARGEST + 1 if span is None else min(span[1], LARGEST + 1))


def media_type_of(source: Source, data: bytes) -> str:
    """What an article's file holds, by the end of its name; of standard input and web pages, by how it begins."""
    if source.span is not None:
        return MEDIA_TYPE
    known = None if source.path is None else KINDS.get(source.path.suffix.lower())
    if known is not None:
        return known
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "application/pdf"
    return "text/html" if head.startswith((b"<!doctype html", b"<html", b"<?xml")) else "text/plain"
