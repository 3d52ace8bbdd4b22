"""Files that fsspec opens: found by address, pattern or folder, and read within limits."""

from __future__ import annotations

import asyncio
import posixpath
import re
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Future
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from cinegraph.articles.locations import masked, translated
from cinegraph.articles.records import lines_of
from cinegraph.errors import ArticleError, InputError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_SECONDS = 120.0
"""For the whole of one article; a server that is silent for half a minute is given up before."""
_CONNECT_SECONDS, _SILENT_SECONDS = 10.0, 30.0
_CHUNK = 1 << 20
_ROOM_LEFT = 1_000_000_000
"""Bytes that a copy leaves free in the temporary folder."""
_MAGIC, _WEB_MAGIC = re.compile(r"[*?\[]"), re.compile(r"[*\[]")


_Listing = Mapping[str, Mapping[str, Any]]
"""Paths with what fsspec knows of them: type, size."""


class RemoteFile:
    """A file at some location; of an archive there may be a million of them.

    :ivar is_of_folder: whether the folder that its name starts from was itself named
    """

    __slots__ = ("_copy", "_folder", "_path", "_place", "_size", "is_of_folder")

    def __init__(self, place: _Place, path: str, folder: str, *, is_of_folder: bool, size: int | None) -> None:
        self.is_of_folder = is_of_folder
        self._folder = folder
        self._place = place
        self._path = path
        self._size = size
        self._copy: IO[bytes] | None = None

    def __str__(self) -> str:
        return masked(self.address)

    @property
    def address(self) -> str:
        """What tells it from all others; it may hold a password, so show ``str()`` of it."""
        return self._place.address(self._path)

    @property
    def folder(self) -> str:
        """Where its name starts from, as it may be shown."""
        return masked(self._place.address(self._folder))

    @property
    def suffix(self) -> str:
        """How its name ends: ``.txt``."""
        return posixpath.splitext(self._place.plain(self._path))[1]

    def fetched(self, most: int) -> Callable[[], bytes]:
        """Begins to read, where the service takes several requests at a time.

        :param most: so many bytes at most; of a longer file it need not give the first ones
        :returns: gives the bytes, or raises :class:`ArticleError`
        """
        from fsspec.asyn import AsyncFileSystem

        system = self._place.system
        if not isinstance(system, AsyncFileSystem):
            return lambda: self._opened_and_read(most)
        future = asyncio.run_coroutine_threadsafe(self._downloaded(most), system.loop)
        return lambda: self._awaited(future)

    def _awaited(self, future: Future[bytes]) -> bytes:
        try:
            with translated(self.address):
                return future.result()
        except BaseException:
            future.cancel()
            raise

    async def _downloaded(self, most: int) -> bytes:
        return await asyncio.wait_for(self._some(most), _SECONDS)

    async def _some(self, most: int) -> bytes:
        system: Any = self._place.system
        if not self._place.is_web:
            if self._size is not None and self._size <= most:
                return bytes(await system._cat_file(self._path))
            return bytes(await system._cat_file(self._path, start=0, end=most))
        # A web server may send more than it was asked for.
        file = await system.open_async(self._path, "rb", size=0)
        found = bytearray()
        try:
            while len(found) < most and (part := await file.read(most - len(found))):
                found += part
        finally:
            await file.close()
        return bytes(found)

    def _opened_and_read(self, most: int) -> bytes:
        with translated(self.address), self._opened() as file:
            return file.read(most)

    def _opened(self) -> IO[bytes]:
        # Without blocks the web is read from the first byte to the last, in one request.
        options = {"block_size": 0} if self._place.is_web else {}
        file: IO[bytes] = self._place.system.open(self._path, "rb", **options)
        return file

    def lines(self) -> Iterator[tuple[int, int, int]]:
        """Its lines; see :func:`cinegraph.articles.records.lines_of`. For them it is copied to this machine.

        :raises ArticleError: if it cannot be read, or the temporary folder has no room for it
        """
        if self._copy is None:
            self._copy = self._copied()
        self._copy.seek(0)
        return lines_of(self._copy)

    def line(self, start: int, length: int) -> bytes:
        """Some bytes of it, after :meth:`lines`."""
        assert self._copy is not None
        self._copy.seek(start)
        return self._copy.read(length)

    def _copied(self) -> IO[bytes]:
        copy: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 # open as long as this object lives
        with translated(self.address), self._opened() as file:
            while part := file.read(_CHUNK):
                if shutil.disk_usage(tempfile.gettempdir()).free < _ROOM_LEFT + len(part):
                    raise ArticleError("the temporary folder has no room for it; set TMPDIR to another", str(self))
                copy.write(part)
        return copy


class _Place:
    """A file system at the head of an address, and the rest of the address."""

    def __init__(self, given: str) -> None:
        self.given = given
        self._rest = given.partition("::")[2]
        self.system, self.path = _opened(given)
        self.is_web = given.lower().startswith(("http://", "https://"))

    def address(self, path: str) -> str:
        """The whole address of a path."""
        head = path if self.is_web else self.system.unstrip_protocol(path)
        return f"{head}::{self._rest}" if self._rest else head

    def plain(self, path: str) -> str:
        """A path as it is read by people: without a query, and with all its letters."""
        return unquote(urlsplit(path).path) if self.is_web else path

    def name(self, path: str, folder: str) -> str:
        """The name of an article: relative to a folder, and never beyond it."""
        path, folder = self.plain(path), self.plain(folder)
        relative = path.removeprefix(folder) if path.startswith(folder) else posixpath.basename(path)
        name = posixpath.normpath(f"/{relative}").lstrip("/")
        return name or str(urlsplit(self.given).hostname or "article")

    def fixed_part(self) -> str | None:
        """The folder that the pattern starts from; None where the address is no pattern."""
        magic = (_WEB_MAGIC if self.is_web else _MAGIC).search(self.path)
        return None if magic is None else self.path[: self.path.rfind("/", 0, magic.start()) + 1]


def files_at(given: str, named: Collection[str], in_folders: Collection[str]) -> list[tuple[str, RemoteFile]]:
    """The articles' files at an address, each with its name.

    An address of the web is one page, whatever its ending, unless it is a pattern; elsewhere it may be a folder.

    :param named: endings of files that are read when they are named, or fit a pattern
    :param in_folders: endings of those that are read of a folder
    :raises InputError: if there is none, or a package is missing
    """
    with translated(given):
        return _files_at(_Place(given), named, in_folders)


def _files_at(place: _Place, named: Collection[str], in_folders: Collection[str]) -> list[tuple[str, RemoteFile]]:
    shown, folder = masked(place.given), place.fixed_part()
    if folder is not None:
        listed = _listed(place, _fitting(place), folder, named)
        wrong = f"no article fits this pattern; articles end in {', '.join(named)}"
    elif not place.is_web and place.system.isdir(place.path):
        folder = place.path.rstrip("/") + "/" if place.path.strip("/") else ""
        listed = _listed(place, place.system.find(place.path, detail=True), folder, in_folders, is_of_folder=True)
        wrong = f"no article in this folder; articles end in {', '.join(in_folders)}"
    else:
        return [_named(place, named)]
    if not listed:
        raise InputError(f"{shown}: {wrong}")
    return sorted(listed, key=lambda each: each[0])


def _fitting(place: _Place) -> _Listing:
    if place.is_web and "**" in place.path:
        raise InputError(f"{masked(place.given)}: ** would follow links through the web; use * for each folder")
    found: _Listing = place.system.glob(place.path, detail=True)
    return found


def _listed(
    place: _Place, listing: _Listing, folder: str, endings: Collection[str], *, is_of_folder: bool = False
) -> list[tuple[str, RemoteFile]]:
    files = [(path, place.name(path, folder), facts) for path, facts in listing.items() if facts.get("type") == "file"]
    return [
        (name, RemoteFile(place, path, folder, is_of_folder=is_of_folder, size=facts.get("size")))
        for path, name, facts in files
        if _kind(place, path) in endings and not any(part.startswith(".") for part in name.split("/"))
    ]


def _named(place: _Place, named: Collection[str]) -> tuple[str, RemoteFile]:
    if place.is_web:
        folder, size = place.path.partition("?")[0].rpartition("/")[0] + "/", None
    else:
        folder, size = posixpath.dirname(place.path) + "/", place.system.info(place.path).get("size")
        if _kind(place, place.path) not in named:
            message = f"this kind of file cannot be read; articles end in {', '.join(named)}"
            raise ArticleError(message, masked(place.given))
    return place.name(place.path, folder), RemoteFile(place, place.path, folder, is_of_folder=False, size=size)


def _kind(place: _Place, path: str) -> str:
    return posixpath.splitext(place.plain(path))[1].lower()


def _opened(given: str) -> tuple[AbstractFileSystem, str]:
    """The file system of an address, and the path in it.

    :raises InputError: if ``fsspec`` or what it needs for this protocol is not installed
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise InputError(
            f"{masked(given)}: locations other than files and folders need one more package: "
            "pip install 'cinegraph[fsspec]'"
        ) from error
    try:
        system, path = url_to_fs(given, **{protocol: _options(protocol) for protocol in _protocols(given)})
    except ImportError as error:
        raise InputError(f"{masked(given)}: this protocol needs one more package: {error}") from None
    return system, str(path)


def _protocols(given: str) -> set[str]:
    """The protocols of an address, from its head to the plain path that it may end in."""
    parts = given.split("::")
    return {part.partition("://")[0] if "://" in part or part != parts[-1] else "file" for part in parts}


def _options(protocol: str) -> dict[str, object]:
    """What a file system is told: not to remember what it saw at an earlier build, and not to wait for ever."""
    options: dict[str, object] = {"skip_instance_cache": True}
    if protocol in ("http", "https"):
        try:
            from aiohttp import ClientTimeout
        except ImportError:
            # It is told below that this is missing.
            return options
        timeout = ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS, sock_read=_SILENT_SECONDS)
        options["client_kwargs"] = {"timeout": timeout, "trust_env": True}
    return options
