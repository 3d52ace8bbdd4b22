"""A made-up film world of any size, the same for the same seed: names are invented, shapes are those of real data.

A few directors, festivals and prizes are tied to very many others, most names to one or two; a tenth of the claims is
hedged, planned, denied or contradicted; films have titles in two languages.
"""

from __future__ import annotations

import random

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

GIVEN = [
    "Ada",
    "Boris",
    "Clara",
    "Dmitri",
    "Elena",
    "Farid",
    "Greta",
    "Hugo",
    "Irina",
    "Jonas",
    "Katya",
    "Luca",
    "Marta",
    "Nikolai",
    "Olga",
    "Pavel",
    "Rosa",
    "Sofia",
    "Tomas",
    "Vera",
]
FAMILY = [
    "Almási",
    "Bekova",
    "Carvalho",
    "Dvořák",
    "Eriksen",
    "Fontaine",
    "Guzmán",
    "Hakimi",
    "Ivanova",
    "Järvinen",
    "Kowalczyk",
    "Lindqvist",
    "Moreau",
    "Nakata",
    "Østby",
    "Petrov",
    "Quintero",
    "Řezníček",
    "Šimić",
    "Tarkhanov",
    "Ulrich",
    "Vasquez",
    "Weiss",
    "Yılmaz",
    "Zhang",
]
ADJECTIVES = [
    "Quiet",
    "Broken",
    "Last",
    "Northern",
    "Paper",
    "Hidden",
    "Long",
    "Second",
    "Blue",
    "Hollow",
    "Distant",
    "Winter",
    "Open",
    "Burning",
    "Small",
]
NOUNS = [
    "River",
    "House",
    "Summer",
    "Letters",
    "Harbour",
    "Winter",
    "Orchard",
    "Wedding",
    "Border",
    "Garden",
    "Season",
    "Mirror",
    "Station",
    "Island",
    "Choir",
]
FESTIVALS = ["Lindholm", "Porto Alto", "Marienstadt", "Vega Bay", "Ostrava Nova", "Kallisto", "San Telmo", "Reykholt"]
PRIZES = ["Golden Heron", "Jury Prize", "Best Director", "Best First Film", "Critics' Prize", "Audience Award"]
PLACES = ["Arlandia", "Borduria", "Cascara", "Drevnia", "Estovia", "Freedonia"]
SCHOOLS = ["Lindholm Film Academy", "State Film School of Drevnia", "Atelier Nine"]
STUDIOS = ["Heron Pictures", "Northlight", "Studio Vega", "Paper Moon Films", "Salt & Stone"]


class World:
    """Collects entities and claims, with an invented sentence and article for each claim."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.entities: dict[str, Entity] = {}
        self.claims: dict[tuple[object, ...], Claim] = {}

    def entity(self, kind: EntityType, label: str, *names: str) -> str:
        slug = f"{kind.value.lower()}/{'-'.join(label.lower().split())}"
        self.entities.setdefault(slug, Entity(slug, kind, label, tuple(sorted({label, *names}))))
        return slug

    def claim(
        self, subject: str, relation: str, to: Value | str, modality: Modality | None = None, **qualifiers: Value
    ) -> None:
        value: Value = EntityRef(to) if isinstance(to, str) else to
        key = (subject, relation, value, tuple(sorted(qualifiers.items())))
        if key in self.claims:
            return
        evidence = tuple(
            self._evidence(subject, relation, value, modality) for _ in range(self.random.choice([1, 1, 1, 2, 3]))
        )
        self.claims[key] = Claim(subject, relation, value, tuple(sorted(qualifiers.items())), evidence)

    def _evidence(self, subject: str, relation: str, value: Value, modality: Modality | None) -> Evidence:
        chosen = modality or self.random.choices(list(Modality), [90, 4, 4, 1, 1])[0]
        target = self.entities[value.id].label if isinstance(value, EntityRef) else value.value
        words = relation.replace("_", " ")
        quote = (
            f"As the festival's daily noted, {self.entities[subject].label} — {words} — {target}, to nobody's surprise."
        )
        cue = {Modality.HEDGED: "reportedly", Modality.PLANNED: "will", Modality.NEGATED: "not"}.get(chosen)
        return Evidence(f"report-{self.random.randrange(24):02}.md", 10, 10 + len(quote), quote, chosen, "made up", cue)

    def knowledge(self) -> Knowledge:
        documents = tuple(
            Document(
                f"report-{i:02}.md",
                "",
                "0" * 64,
                title=f"Report no. {i}",
                publisher="The Reel Gazette",
                date=f"20{i % 12 + 10}-05-{i + 1:02}",
            )
            for i in range(24)
        )
        claims = tuple(sorted(self.claims.values(), key=lambda claim: repr(claim.key)))
        return Knowledge(tuple(sorted(self.entities.values(), key=lambda e: e.id)), claims, documents)


def film_world(films: int = 60, seed: int = 7) -> Knowledge:
    """A film world with so many films; about three times as many names in all."""
    world = World(seed)
    pick = world.random
    places = [world.entity(EntityType.PLACE, name) for name in PLACES]
    festivals = [world.entity(EntityType.FESTIVAL, f"{name} Film Festival", name) for name in FESTIVALS]
    awards = {
        f: [world.entity(EntityType.AWARD, f"{p} ({FESTIVALS[i]})", p) for p in PRIZES] for i, f in enumerate(festivals)
    }
    for festival, prizes in awards.items():
        world.claim(festival, "located_in", pick.choice(places))
        for prize in prizes:
            world.claim(prize, "conferred_by", festival)
    schools = [world.entity(EntityType.ORGANIZATION, name) for name in SCHOOLS]
    studios = [world.entity(EntityType.ORGANIZATION, name) for name in STUDIOS]
    people = [_person(world, i) for i in range(max(8, films * 3 // 2))]
    for number in range(films):
        _film(world, number, people, festivals, awards, studios, places)
    for person in people[: max(6, films // 4)]:
        world.claim(person, "educated_at", pick.choice(schools))
        if (teacher := people[pick.randrange(3)]) != person:
            world.claim(person, "student_of", teacher)
        world.claim(person, "birth_date", Literal(str(1940 + pick.randrange(55))))
        world.claim(person, "occupation", Literal("director"))
        world.claim(person, "jury_member", pick.choice(festivals), year=Literal(str(2008 + pick.randrange(16))))
    return world.knowledge()


def _roman(number: int) -> str:
    """I, II, III, IV: how the many of one name are told apart."""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


def _person(world: World, number: int) -> str:
    family = FAMILY[number * 7 % len(FAMILY)]
    label = f"{GIVEN[number % len(GIVEN)]} {family}" + (f" {_roman(number // 100)}" if number >= 100 else "")
    return world.entity(EntityType.PERSON, label, family)


def _film(
    world: World,
    number: int,
    people: list[str],
    festivals: list[str],
    awards: dict[str, list[str]],
    studios: list[str],
    places: list[str],
) -> None:
    pick = world.random
    title = f"{ADJECTIVES[number % len(ADJECTIVES)]} {NOUNS[number * 4 // 3 % len(NOUNS)]}" + (
        f" {number // 40 + 1}" if number >= 40 else ""
    )
    film = world.entity(EntityType.FILM, title, f"Фильм {number}")
    year = 2005 + pick.randrange(19)
    director = people[min(int(pick.expovariate(1 / (len(people) / 6))), len(people) - 1)]
    world.claim(film, "publication_year", Literal(str(year)))
    world.claim(film, "director", director, Modality.ASSERTED)
    world.claim(film, "country", pick.choice(places))
    world.claim(film, "genre", Literal("drama"))
    world.claim(film, "production_company", pick.choice(studios))
    for person in pick.sample(people, min(3, len(people))):
        world.claim(film, pick.choice(["cast_member", "screenwriter", "cinematographer", "composer"]), person)
    festival = festivals[min(int(pick.expovariate(0.5)), len(festivals) - 1)]
    world.claim(film, "premiered_at", festival, year=Literal(str(year)))
    for prize in pick.sample(awards[festival], pick.choice([0, 1, 1, 2])):
        relation = pick.choice(["won", "won", "nominated_for", "shortlisted_for"])
        world.claim(film, relation, prize, year=Literal(str(year)), festival=EntityRef(festival))
        if pick.random() < 0.15:
            world.claim(
                film, relation, prize, Modality.ASSERTED, year=Literal(str(year + 1)), festival=EntityRef(festival)
            )
