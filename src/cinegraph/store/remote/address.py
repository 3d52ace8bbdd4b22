"""The addresses of one service: where it is asked, where it is changed, and where whole graphs go."""

from __future__ import annotations

import os
import re
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from cinegraph.errors import InputError

UPDATE_VARIABLE, GRAPHS_VARIABLE = "CINEGRAPH_STORE_UPDATE", "CINEGRAPH_STORE_GRAPHS"

# What the last part of a query's address becomes, in the products that are known to have it.
_UPDATES = {"query": ("update",), "sparql": ("sparql-auth", "update", "sparql"), "sparql-auth": ("sparql-auth",)}
_GRAPHS = {
    "query": ("store", "data", "get"),
    "sparql": ("sparql-graph-crud-auth", "data", "sparql/gsp/"),
    "sparql-auth": ("sparql-graph-crud-auth",),
}
_REPOSITORY = re.compile(r"/repositories/[^/]+$")


class Addresses(NamedTuple):
    """The addresses that a service may have, the likeliest first.

    :ivar query: where it is asked
    :ivar updates: where it may be changed
    :ivar graphs: where it may take whole graphs (Graph Store Protocol)
    """

    query: str
    updates: tuple[str, ...]
    graphs: tuple[str, ...]


def addresses(url: str) -> Addresses:
    """The addresses that belong to the address where a service is asked.

    Those for changes follow from it in the usual products, and may be given in the environment.

    :raises InputError: if it is no address, or holds a name or password

    >>> addresses("http://localhost:7878").query
    'http://localhost:7878/query'
    >>> addresses("http://localhost:7200/repositories/films").updates
    ('http://localhost:7200/repositories/films/statements',)
    """
    query = checked(url)
    parts = urlsplit(query)
    if parts.path in ("", "/"):
        # The commonest server that has no other sign in its address; a service at the root says so by "/?".
        query = urlunsplit(parts._replace(path="/query")) if not query.endswith("?") else query
        parts = urlsplit(query)
    stem, _, last = parts.path.rpartition("/")
    bare = parts._replace(query="", fragment="")
    if _REPOSITORY.search(parts.path):
        updates: tuple[str, ...] = (parts.path + "/statements",)
        graphs: tuple[str, ...] = (parts.path + "/rdf-graphs/service",)
    else:
        updates = tuple(f"{stem}/{name}" for name in _UPDATES.get(last, (last,)))
        graphs = tuple(f"{stem}/{name}" for name in _GRAPHS.get(last, ()))
    return Addresses(
        query,
        _given(UPDATE_VARIABLE) or tuple(urlunsplit(bare._replace(path=path)) for path in updates),
        _given(GRAPHS_VARIABLE) or tuple(urlunsplit(bare._replace(path=path)) for path in graphs),
    )


def checked(url: str) -> str:
    """An address as it is safe to be shown.

    :raises InputError: if it is none, or holds a name or password

    >>> checked("http://vera:secret@localhost/sparql")
    Traceback (most recent call last):
    ...
    cinegraph.errors.InputError: the address of a store holds no name or password, since others would see them: put \
them into the environment (CINEGRAPH_STORE_USER, CINEGRAPH_STORE_PASSWORD) or into ~/.netrc
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if host is None or any(character <= " " for character in url):
        raise InputError("the address of a store looks like http://localhost:7878/query; this one is none")
    if "@" in parts.netloc:
        raise InputError(
            "the address of a store holds no name or password, since others would see them: put them into the "
            "environment (CINEGRAPH_STORE_USER, CINEGRAPH_STORE_PASSWORD) or into ~/.netrc"
        )
    return url


def _given(variable: str) -> tuple[str, ...]:
    url = os.environ.get(variable)
    return (checked(url),) if url else ()
