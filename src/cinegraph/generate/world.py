"""A film world: festivals with sections and prizes, people with careers, films with credits and festival runs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from cinegraph.generate import names
from cinegraph.model import (
    Claim,
    Document,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Knowledge,
    Literal,
    Modality,
    Value,
)

PER_PART = 200
"""So many films make a part of the graph."""
_PER_ARTICLE = 4
_PEOPLE_PER_FILM = 2.5
_HONOURS = ("Grand Prix", "Jury Prize", "Best Director", "FIPRESCI Prize", "Audience Award")
_SECTIONS = ("Competition", "Horizons", "First Films")
_WORDS = {
    "director": "{o} directed {s}.",
    "screenwriter": "{o} wrote {s}.",
    "cinematographer": "{o} shot {s}.",
    "editor": "{o} edited {s}.",
    "composer": "{o} wrote the music for {s}.",
    "producer": "{o} produced {s}.",
    "cast_member": "{o} plays in {s}.",
    "publication_year": "{s} came out in {o}.",
    "country": "{s} comes from {o}.",
    "runtime": "{s} runs for {o} minutes.",
    "premiered_at": "{s} had its premiere at {o}.",
    "screened_at": "{s} was shown at {o}.",
    "won": "{s} won {o}.",
    "nominated_for": "{s} was nominated for {o}.",
    "student_of": "{s} studied under {o}.",
    "jury_member": "{s} sat on a jury of {o}.",
    "birth_date": "{s} was born in {o}.",
    "birth_place": "{s} is a native of {o}.",
    "influenced_by": "{s} names {o} as an influence.",
}


class World:
    """What is the same in every part: festivals with their sections and prizes, countries, and who there is.

    :ivar films: how many films there are
    """

    def __init__(self, films: int, seed: int) -> None:
        self.films = films
        self.seed = seed
        self.people = max(10, round(films * _PEOPLE_PER_FILM))
        self._slugs: set[str] = set()
        random = Random(f"{seed} festivals")
        self.festivals = [self._festival(random) for _ in range(8 + films // 200)]
        self.countries = [self._entity(EntityType.PLACE, name) for name in names.words()["countries"]]
        self.sections = {
            each.id: [self._entity(EntityType.SECTION, f"{each.label} {s}") for s in _SECTIONS]
            for each in self.festivals
        }
        self.awards = {
            each.id: [self._entity(EntityType.AWARD, f"{each.label} {a}") for a in _HONOURS] for each in self.festivals
        }

    def _festival(self, random: Random) -> Entity:
        return self._entity(EntityType.FESTIVAL, f"{names.town(random)} Film Festival")

    def _entity(self, kind: EntityType, label: str, other: str | None = None, gender: str | None = None) -> Entity:
        stem = f"{kind.value.lower()}/{re.sub(r'[^a-z0-9]+', '-', label.lower()).strip('-') or 'x'}"
        found, number = stem, 1
        while found in self._slugs:
            number += 1
            found = f"{stem}-{number}"
        self._slugs.add(found)
        return Entity(found, kind, label, tuple(sorted({label, other or label})), gender=gender)

    def parts(self) -> Iterator[Knowledge]:
        """The graph, part by part: first what all share, then people, then films with what articles say of them."""
        shared = [*self.festivals, *self.countries]
        scopes = [entity for group in (self.sections, self.awards) for each in group.values() for entity in each]
        yield Knowledge(tuple(sorted((*shared, *scopes), key=lambda entity: entity.id)))
        random = Random(f"{self.seed} people")
        people = [
            self._entity(EntityType.PERSON, each.name, each.other, each.gender)
            for each in (names.person(random) for _ in range(self.people))
        ]
        for start in range(0, len(people), PER_PART):
            yield self._lives(people, start, min(start + PER_PART, len(people)))
        for start in range(0, self.films, PER_PART):
            yield self._run(people, start, min(start + PER_PART, self.films))

    def _lives(self, people: Sequence[Entity], start: int, end: int) -> Knowledge:
        random = Random(f"{self.seed} lives {start}")
        desk = Desk(f"lives/{start // PER_PART:06}.md", "Lives of filmmakers")
        for person in people[start:end]:
            if random.random() < 0.5:
                desk.say(person, "birth_date", str(random.randrange(1920, 1998)))
                desk.say(person, "birth_place", random.choice(self.countries))
            if random.random() < 0.15:
                desk.say(person, "student_of", _known(random, people))
            if random.random() < 0.05:
                desk.say(person, "influenced_by", _known(random, people))
        return desk.knowledge(people[start:end])

    def _run(self, people: Sequence[Entity], start: int, end: int) -> Knowledge:
        random = Random(f"{self.seed} films {start}")
        films: list[Entity] = []
        desks: list[Desk] = []
        for number in range(start, end):
            if number % _PER_ARTICLE == 0:
                desks.append(Desk(f"reviews/{number // _PER_ARTICLE:07}.md", "New films"))
            films.append(self._entity(EntityType.FILM, names.title(random)))
            self._film(random, desks[-1], films[-1], people)
            if random.random() < 0.3:
                # Another article says some of it again, and sometimes another year.
                _say_again(random, desks[-1], Desk(f"notes/{number:07}.md", "Notes"), films[-1], desks)
        return _joined([desk.knowledge(()) for desk in desks], films)

    def _film(self, random: Random, desk: Desk, film: Entity, people: Sequence[Entity]) -> None:
        year = str(min(2025, 1950 + int(75 * random.random() ** 0.5) + random.randrange(2)))
        director = _known(random, people)
        desk.say(film, "director", director)
        desk.say(film, "publication_year", year)
        desk.say(film, "country", random.choice(self.countries))
        desk.say(film, "runtime", str(random.randrange(70, 180)))
        desk.say(film, "screenwriter", director if random.random() < 0.4 else _known(random, people))
        for relation in ("cinematographer", "editor", "composer", "producer"):
            if random.random() < 0.7:
                desk.say(film, relation, _known(random, people))
        for _ in range(random.randrange(4)):
            desk.say(film, "cast_member", _known(random, people))
        self._festivals_of(random, desk, film, year, people)

    def _festivals_of(self, random: Random, desk: Desk, film: Entity, year: str, people: Sequence[Entity]) -> None:
        for place in range(random.choice((0, 1, 1, 1, 2, 3))):
            # The first few are asked for by most, as in life.
            festival = self.festivals[(int(random.paretovariate(0.3)) - 1) % len(self.festivals)]
            section = random.choice(self.sections[festival.id])
            relation = "premiered_at" if place == 0 else "screened_at"
            desk.say(film, relation, festival, year=Literal(year), section=EntityRef(section.id))
            if random.random() < 0.25:
                award = random.choice(self.awards[festival.id])
                result = "won" if random.random() < 0.5 else "nominated_for"
                desk.say(film, result, award, year=Literal(year), festival=EntityRef(festival.id))
            if random.random() < 0.1:
                desk.say(_known(random, people), "jury_member", festival, year=Literal(year))


class Desk:
    """An article under way: sentences, and the claims that they say."""

    def __init__(self, name: str, title: str) -> None:
        self.name = name
        self.title = title
        self._text = f"{title}\n\n"
        self._claims: dict[object, Claim] = {}

    def say(self, subject: Entity, relation: str, value: Entity | str, **more: Value) -> None:
        """Write a sentence, and note the claim."""
        label = value if isinstance(value, str) else value.label
        ref: Value = Literal(value) if isinstance(value, str) else EntityRef(value.id)
        quote = _WORDS[relation].format(s=subject.label, o=label)
        self._note(Claim(subject.id, relation, ref, tuple(sorted(more.items()))), quote)

    def repeat(self, claim: Claim) -> None:
        """Write what another article has written."""
        self._note(claim, claim.evidence[0].quote)

    def _note(self, claim: Claim, quote: str) -> None:
        start = len(self._text)
        self._text += quote + " "
        states = tuple(name for name, _ in claim.qualifiers)
        rule = f"generated.{claim.predicate}"
        item = Evidence(self.name, start, start + len(quote), quote, Modality.ASSERTED, rule, states=states)
        self._claims.setdefault(claim.key, replace(claim, evidence=(item,)))

    @property
    def claims(self) -> list[Claim]:
        """What has been said so far."""
        return list(self._claims.values())

    def knowledge(self, entities: Sequence[Entity]) -> Knowledge:
        """What the article holds, with these entities."""
        digest = hashlib.sha256(self._text.encode()).hexdigest()
        date = f"20{int(digest[:2], 16) % 25:02}-{int(digest[2:4], 16) % 12 + 1:02}-01"
        document = Document(
            self.name, self._text, digest, "text/markdown", self.title, publisher="generated", date=date
        )
        return Knowledge(tuple(entities), tuple(self._claims.values()), (document,))


def _say_again(random: Random, first: Desk, second: Desk, film: Entity, desks: list[Desk]) -> None:
    own = [claim for claim in first.claims if claim.subject == film.id]
    for claim in random.sample(own, min(3, len(own))):
        second.repeat(claim)
    if random.random() < 0.3:
        second.say(film, "publication_year", str(random.randrange(1950, 2025)))
    desks.insert(len(desks) - 1, second)


def _known(random: Random, people: Sequence[Entity]) -> Entity:
    """Somebody; a few are spoken of often, most rarely."""
    return people[min(int(len(people) * random.random() ** 1.6), len(people) - 1)]


def _joined(parts: Sequence[Knowledge], films: Sequence[Entity]) -> Knowledge:
    claims: dict[object, Claim] = {}
    for part in parts:
        for claim in part.claims:
            known = claims.get(claim.key)
            evidence = (*known.evidence, *claim.evidence) if known else claim.evidence
            claims[claim.key] = Claim(claim.subject, claim.predicate, claim.object, claim.qualifiers, evidence)
    ordered = sorted(
        claims.values(), key=lambda claim: (claim.subject, claim.predicate, repr(claim.object), repr(claim.qualifiers))
    )
    return Knowledge(tuple(films), tuple(ordered), tuple(document for part in parts for document in part.documents))
