"""A graph in bundles: quads about one thing that no other bundle says, and a short word for what they follow from.

Whether a bundle has changed can be told without making its quads, which is most of the work.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.rdf import terms
from cinegraph.rdf.nodes import node

if TYPE_CHECKING:
    from pyoxigraph import Quad, Store


class Bundle(NamedTuple):
    """Quads about one thing.

    :ivar graph: the IRI of the graph that they are in; it and the next begin with :data:`cinegraph.rdf.terms.BASE`
    :ivar subject: the IRI of what they are about; empty where the bundle is all of its graph
    :ivar content: what they follow from, as texts, numbers, None and tuples of these; the same content, the same quads
    :ivar quads: makes them, each once
    """

    graph: str
    subject: str
    content: tuple[Any, ...]
    quads: Callable[[], Iterator[Quad]]

    @property
    def key(self) -> str:
        """What no other bundle has: graph and subject, without what all of them begin with."""
        return f"{self.graph.removeprefix(terms.BASE)} {self.subject.removeprefix(terms.BASE)}"

    @property
    def fingerprint(self) -> bytes:
        """The same for the same content.

        >>> Bundle("g", "s", ("a", 1, None), lambda: iter(())).fingerprint.hex()
        'd1c3f076c4349ec16f3256c2'
        """
        # This form of marshal has no references: it depends on values alone, not on which of them are one object.
        return hashlib.blake2b(marshal.dumps(self.content, 0), digest_size=12).digest()


def quads_of_bundle(store: Store, key: str) -> set[Quad]:
    """The quads that a graph holds of a bundle.

    :param key: the bundle's
    """
    name, _, subject = key.partition(" ")
    graph = node(terms.BASE + name)
    if not subject:
        return set(store.quads_for_pattern(None, None, None, graph))
    found = set(store.quads_for_pattern(node(terms.BASE + subject), None, None, graph))
    # The reasons why an entity's names are one thing are nodes of their own, which only it has.
    reasons = [quad.object for quad in found if quad.predicate.value == terms.MERGE_PROPERTY]
    for reason in reasons:
        found.update(store.quads_for_pattern(reason, None, None, graph))  # type: ignore[arg-type]
    return found
