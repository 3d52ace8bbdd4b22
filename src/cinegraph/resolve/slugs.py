"""Gives every thing an id made of its type and its name, and of its own facts where others bear the same name."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cinegraph.model import EntityType
from cinegraph.resolve.names import words

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


def ids_of(things: Sequence[Thing]) -> list[str]:
    """An id for each thing, none twice: ``type/slug``, and as many of its facts as it needs.

    Things that would share an id all take the next fact, so none has the plain name by coming first.
    """
    levels = [-1] * len(things)
    ids = [""] * len(things)
    holders: dict[str, list[int]] = defaultdict(list)
    crowded = list(range(len(things)))
    while crowded:
        met = set()
        for index in crowded:
            levels[index] += 1
            ids[index] = _id_at(things[index], levels[index])
            holders[ids[index]].append(index)
            met.add(ids[index])
        groups = [holders.pop(found) for found in met if len(holders[found]) > 1]
        crowded = [index for group in groups for index in group]
    return ids


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
