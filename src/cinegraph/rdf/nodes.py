"""IRIs as Oxigraph's nodes; those that come again and again are made once."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import NamedNode


@lru_cache(maxsize=65_536)
def node(iri: str) -> NamedNode:
    """The node of an IRI.

    >>> str(node("http://www.w3.org/ns/oa#exact"))
    '<http://www.w3.org/ns/oa#exact>'
    """
    return NamedNode(iri)
