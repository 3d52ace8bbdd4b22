"""Writes small articles with what an extractor would find in them, for the tests of resolution."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from cinegraph.lexicon import Entry, Lexicon
from cinegraph.lexicon.places import Places
from cinegraph.lexicon.words import Words
from cinegraph.model import (
    Claim,
    Document,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Extraction,
    Knowledge,
    Literal,
    Mention,
    Modality,
    Value,
)

PERSON, FILM, SERIES, WORK = EntityType.PERSON, EntityType.FILM, EntityType.SERIES, EntityType.WORK
FESTIVAL, SECTION, AWARD = EntityType.FESTIVAL, EntityType.SECTION, EntityType.AWARD
ORGANIZATION, PLACE, PUBLICATION = EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PUBLICATION

LEXICON = Lexicon(
    {
        entry.id: entry
        for entry in (
            Entry("festival/cannes-film-festival", FESTIVAL, "Cannes Film Festival", ("Festival de Cannes",)),
            Entry("festival/venice-film-festival", FESTIVAL, "Venice Film Festival", ("La Biennale",)),
            Entry("award/palme-dor", AWARD, "Palme d'Or", ("Golden Palm",), festival="festival/cannes-film-festival"),
            Entry("award/fipresci-prize", AWARD, "FIPRESCI Prize", conferred_by="organization/fipresci"),
            Entry("award/nika-best-film", AWARD, "Nika Award for Best Film", part_of="award/nika"),
        )
    },
    Words(),
    Places(),
)


@dataclass
class Article:
    """An article under way: entities are found by type and name, every use of a name is a mention."""

    name: str
    text: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def add(self, kind: EntityType, *names: str, lexicon: str | None = None, gender: str | None = None) -> str:
        """The local id of an entity with these names, all mentioned once."""
        local = f"{kind.value.lower()}{len(self.entities)}"
        self.entities[local] = Entity(local, kind, names[0], tuple(sorted(names)), lexicon, gender)
        for name in names:
            self.mention(local, name)
        return local

    def mention(self, local: str, name: str, times: int = 1) -> None:
        for _ in range(times):
            start = len(self.text)
            self.text += name
            self.mentions.append(Mention(start, len(self.text), self.entities[local].type, local))
            self.text += ". "

    def person(self, *names: str, gender: str | None = None) -> str:
        return self.add(PERSON, *names, gender=gender)

    def film(self, *names: str, year: int | None = None, director: str | None = None) -> str:
        local = self.add(FILM, *names)
        if year is not None:
            self.say(local, "publication_year", Literal(str(year)))
        if director is not None:
            self.say(local, "director", director)
        return local

    def say(
        self,
        subject: str,
        predicate: str,
        target: str | Literal,
        modality: Modality = Modality.ASSERTED,
        **qualifiers: str | Literal,
    ) -> None:
        """A claim; a text that is a local id stands for the entity."""
        start = len(self.text)
        self.text += f"{subject} {predicate} {target}. "
        quote = self.text[start:].strip()
        evidence = Evidence(self.name, start, start + len(quote), quote, modality, f"{predicate}/test")
        pairs = tuple(sorted((name, self._value(value)) for name, value in qualifiers.items()))
        self.claims.append(Claim(subject, predicate, self._value(target), pairs, (evidence,)))

    def _value(self, value: str | Literal) -> Value:
        if isinstance(value, Literal):
            return value
        return EntityRef(value) if value in self.entities else Literal(value)

    def extraction(self) -> Extraction:
        sha = hashlib.sha256(self.text.encode()).hexdigest()
        document = Document(self.name, self.text, sha)
        return Extraction(document, tuple(self.entities.values()), tuple(self.mentions), tuple(self.claims))


def ids(knowledge: Knowledge, kind: EntityType) -> list[str]:
    """The slugs of the entities of a type."""
    return [entity.id.partition("/")[2] for entity in knowledge.entities if entity.type is kind]


def entity_named(knowledge: Knowledge, name: str) -> Entity:
    """The only entity that bears a name."""
    (found,) = (entity for entity in knowledge.entities if name in entity.names)
    return found
