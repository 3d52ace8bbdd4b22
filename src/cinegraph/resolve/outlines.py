"""What resolution needs to know of an article, and no more: neither its text nor its quotes.

All articles are united at once, so this decides how much memory that takes. An outline is made of plain lists, which
can be kept as JSON; entities and claims of it are made when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from sys import intern
from typing import Any, NamedTuple

from cinegraph.errors import CinegraphError
from cinegraph.model import Entity, EntityRef, EntityType, Extraction, Merge, Modality, Value

_TYPES = {kind.value: kind for kind in EntityType}

End = int | str
"""An end of a claim: the place of an entity in its outline, or the value of a literal."""


Surfaces = tuple[tuple[str, int], ...]
"""Names, and how often each stands in an article."""


class OutlinedClaim(NamedTuple):
    """A claim of one article without its evidence.

    :ivar said: the modalities of its evidence, each once, in order
    """

    subject: int
    predicate: str
    object: End
    qualifiers: Sequence[tuple[str, End]]
    said: Sequence[str]
    decision: str | None


class Outline(NamedTuple):
    """An article's entities, how often it names each, and its claims, in the order of its extraction.

    :ivar entities: lists of the values of each entity, by local id, and how often each of its names stands in the text
    :ivar claims: lists of the values of an :class:`OutlinedClaim`
    """

    article: str
    entities: Sequence[Sequence[Any]]
    claims: Sequence[Sequence[Any]]

    def named(self) -> Iterator[tuple[Entity, Surfaces]]:
        """Each entity, and how often each of its names stands in the article."""
        for local, kind, label, names, lexicon, gender, merges, surfaces in self.entities:
            # The same name comes from many articles, and all of them are held at once.
            entity = Entity(
                intern(local),
                _TYPES[kind],
                intern(label),
                tuple(map(intern, names)),
                lexicon,
                gender,
                tuple([Merge(intern(left), intern(right), intern(reason)) for left, right, reason in merges]),
            )
            yield entity, tuple([(intern(name), number) for name, number in surfaces.items()])

    def claimed(self) -> Iterator[OutlinedClaim]:
        """Each claim."""
        return (OutlinedClaim(*values) for values in self.claims)


def outline_of(extraction: Extraction) -> Outline:
    """The outline of an article.

    :raises CinegraphError: if a claim or a mention refers to an entity that the extraction lacks
    """
    entities = sorted(extraction.entities, key=lambda entity: entity.id)
    places = _Places(extraction.document.name, {entity.id: place for place, entity in enumerate(entities)})
    surfaces = _surfaces(extraction, entities, places)
    return Outline(
        extraction.document.name,
        [_entity(entity, found) for entity, found in zip(entities, surfaces, strict=True)],
        [
            [
                places.of(claim.subject),
                claim.predicate,
                places.end(claim.object),
                [[name, places.end(value)] for name, value in claim.qualifiers],
                _modalities(item.modality for item in claim.evidence),
                claim.decision,
            ]
            for claim in extraction.claims
        ],
    )


class _Places(NamedTuple):
    article: str
    known: Mapping[str, int]

    def of(self, local: str) -> int:
        place = self.known.get(local)
        if place is None:
            raise CinegraphError(f"{self.article}: the extraction refers to an entity {local!r} that it does not hold")
        return place

    def end(self, value: Value) -> End:
        return self.of(value.id) if isinstance(value, EntityRef) else value.value


def _entity(entity: Entity, surfaces: Mapping[str, int]) -> list[Any]:
    merges = [[merge.left, merge.right, merge.reason] for merge in entity.merges]
    return [
        entity.id, entity.type.value, entity.label, list(entity.names), entity.lexicon, entity.gender, merges, surfaces
    ]  # fmt: skip


def _modalities(said: Iterator[Modality]) -> list[str]:
    return [each.value for each in dict.fromkeys(said)]


def _surfaces(extraction: Extraction, entities: Sequence[Entity], places: _Places) -> list[dict[str, int]]:
    """How often each name of each entity stands in the text, as a name."""
    text = extraction.document.text
    counts: list[dict[str, int]] = [{} for _ in entities]
    for mention in extraction.mentions:
        place = places.of(mention.entity)
        surface = text[mention.start : mention.end]
        if mention.kind == "name" and surface in entities[place].names:
            counts[place][surface] = counts[place].get(surface, 0) + 1
    return counts
