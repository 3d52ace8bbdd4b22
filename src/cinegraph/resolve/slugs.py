"""Gives every thing an id made of its type and its name, and of its own facts where others bear the same name."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cinegraph.model import EntityType
from cinegraph.resolve.names import words
from cinegraph.resolve.sorting import that_come_again
from cinegraph.resolve.texts import Texts

_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that needs an id.

    :ivar facts: what tells it from others of its name, the strongest first; "" where it is not known
    :ivar mark: something that no other thing has, for those that nothing else tells apart
    """

    type: EntityType
    label: str
    facts: tuple[str, ...]
    mark: str


def slug_of(name: str) -> str:
    """A name as part of an IRI: ASCII letters and digits, hyphens between, at most 80 characters, never empty.

    >>> slug_of("L'Avventura"), slug_of("Дылда"), slug_of("8½"), slug_of("…")
    ('lavventura', 'dylda', '8-1-2', 'x-b49358')
    """
    plain = "-".join(word for word in words(name) if word.isascii() and word.isalnum())
    if len(plain) > _LENGTH:
        plain = plain[: _LENGTH + 1].rpartition("-")[0] or plain[:_LENGTH]
    return plain or f"x-{_digest(name, 6)}"


class Thing(Protocol):
    """A thing that needs an id; see :class:`Named`."""

    @property
    def type(self) -> EntityType:
        """Its type."""

    @property
    def label(self) -> str:
        """Its label."""

    @property
    def facts(self) -> tuple[str, ...]:
        """What tells it from others of its name."""

    @property
    def mark(self) -> str:
        """Something that no other thing has."""


def ids_of(things: Sequence[Thing]) -> Texts:
    """An id for each thing, none twice: ``type/slug``, and as many of its facts as it needs.

    Things that would share an id all take the next fact, so none has the plain name by coming first.
    """
    ids = Texts(_id_at(things[place], 0) for place in range(len(things)))
    levels: dict[int, int] = {}
    while crowded := _crowded(ids):
        for place in crowded:
            levels[place] = levels.get(place, 0) + 1
        ids = Texts(_id_at(things[place], levels[place]) if place in crowded else id_ for place, id_ in enumerate(ids))
    return ids


def _crowded(ids: Texts) -> set[int]:
    """The places of ids that are there more than once."""
    # Most are there once: a group for each of millions would take more memory than all else.
    again = that_come_again(map(hash, ids))
    holders: dict[str, list[int]] = {}
    for place, id_ in enumerate(ids) if again else ():
        if hash(id_) in again:
            holders.setdefault(id_, []).append(place)
    return {place for group in holders.values() if len(group) > 1 for place in group}


def _id_at(thing: Thing, level: int) -> str:
    kind = thing.type.value.lower()
    # Most need none, and to find them takes a while.
    facts = thing.facts if level else ()
    parts = [slug_of(thing.label), *(slug_of(fact) for fact in facts[:level] if fact)]
    if level > len(facts):
        parts.append(_digest(thing.mark, 6 * (level - len(facts))))
    return f"{kind}/{'-'.join(parts)}"


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
