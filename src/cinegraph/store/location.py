"""Where a store is: a folder on disk, or the address of a SPARQL service."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import StoreError

if TYPE_CHECKING:
    from cinegraph.store.interface import OpenStore
    from cinegraph.store.publish import Building

Location = str | Path
"""A folder, or a text that is a folder or an address (``http://…``)."""


def is_url(location: Location) -> bool:
    """Whether a store is a service elsewhere.

    >>> is_url("http://localhost:7878/query"), is_url("./.cinegraph")
    (True, False)
    """
    return isinstance(location, str) and location.lower().startswith(("http://", "https://"))


def located(text: str) -> Location:
    """What somebody typed as a store.

    >>> located("http://localhost:7878/query")
    'http://localhost:7878/query'
    """
    return text if is_url(text) else Path(text)


def folder_of(location: Location, doing: str) -> Path:
    """The folder of a store, for what services have tools of their own for.

    :param doing: what is done to it, as in ``backed up``
    :raises StoreError: if it is a service

    >>> folder_of("http://localhost:7878/query", "backed up")
    Traceback (most recent call last):
    ...
    cinegraph.errors.StoreError: a store in a service is backed up with the tools of the service; \
cinegraph export --format nquads writes its graph
    """
    if is_url(location):
        raise StoreError(
            f"a store in a service is {doing} with the tools of the service; cinegraph export --format nquads writes "
            "its graph"
        )
    return Path(location)


def open_store(location: Location) -> OpenStore:
    """Open a store for look-ups, in a folder or in a service. It stays as it is now, whatever is built meanwhile.

    Use it as a context manager, or close it.

    :raises StoreError: if there is no store, nothing was built in it yet, it is damaged, or the service fails

    >>> with open_store(".cinegraph") as store:  # doctest: +SKIP
    ...     [hit.label for hit in store.names.exact("балагов")]
    ['Kantemir Balagov']
    """
    if is_url(location):
        _check_installed()
        from cinegraph.store.remote.store import open_remote

        return open_remote(str(location))
    from cinegraph.store.embedded import open_store as open_embedded

    return open_embedded(location)


def open_for_building(location: Location, *, create: bool = True) -> AbstractContextManager[Building]:
    """Open a store for a build, in a folder or in a service. One build at a time.

    :param create: make the store where there is none
    :raises StoreError: if another build is under way; if the folder is something else, read-only or full; if the
        service fails or refuses to be written to
    """
    if is_url(location):
        _check_installed()
        from cinegraph.store.remote.building import open_remote_for_building

        return open_remote_for_building(str(location))
    from cinegraph.store.publish import open_for_building as open_embedded

    return open_embedded(location, create=create)


def _check_installed() -> None:
    from importlib.util import find_spec

    if find_spec("requests") is None:
        raise StoreError("a store in a SPARQL service needs one more package: pip install 'cinegraph[remote]'")
