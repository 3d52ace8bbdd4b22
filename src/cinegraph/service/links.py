"""Addresses of our pages for the things of the graph."""

from __future__ import annotations

from urllib.parse import quote

from cinegraph.errors import InputError
from cinegraph.kinds import EntityType
from cinegraph.rdf.terms import BASE, ID, decode, encode, entity_iri

_TYPES = {kind.value.lower(): kind.value for kind in EntityType}


def local(id: str) -> str:
    """The address of an entity's page, from its id.

    >>> local("film/beanpole")
    '/id/film/beanpole'
    """
    return "/" + entity_iri(id).removeprefix(BASE)


def local_of_iri(iri: str) -> str | None:
    """The address of the page of a thing that has one here, from its IRI; None for things of elsewhere.

    >>> local_of_iri("https://w3id.org/cinegraph/id/article/a%2Fb.txt")
    '/id/article/a%2Fb.txt'
    """
    return "/" + iri.removeprefix(BASE) if iri.startswith(ID) else None


def iri_of(path: str) -> str:
    """The IRI that an address stands for, whichever way its characters are escaped.

    :raises InputError: if it stands for none

    >>> iri_of("/id/article/a%2fb%20(1).txt")
    'https://w3id.org/cinegraph/id/article/a%2Fb%20%281%29.txt'
    """
    parts = path.removeprefix("/id/").split("/")
    try:
        return ID + "/".join(encode(decode(part)) for part in parts)
    except UnicodeDecodeError as error:
        raise InputError("the address is no UTF-8") from error


def type_of(id: str) -> str:
    """The type of an entity, from its id; empty where it is none.

    >>> type_of("film/beanpole"), type_of("claim/abc")
    ('Film', '')
    """
    return _TYPES.get(id.partition("/")[0], "")


def searched(text: str) -> str:
    """The address of a search.

    >>> searched("Кира")
    '/search?q=%D0%9A%D0%B8%D1%80%D0%B0'
    """
    return f"/search?q={quote(text)}"
