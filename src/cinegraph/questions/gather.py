"""What a card is made from: the claims about an entity, and those about what it is tied to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.errors import NotFoundError
from cinegraph.questions.facts import (
    Fact,
    Fields,
    Thing,
    claims_about,
    claims_of,
    dressed,
    iris,
    is_iri,
    texts_of,
    things_of,
)
from cinegraph.questions.latest import Latest, latest
from cinegraph.questions.portraits import film_years
from cinegraph.rdf.terms import OBJECT, SUBJECT, entity_id, entity_iri, qualifier_iri

if TYPE_CHECKING:
    from cinegraph.store import Store

CREDITS = ("director", "screenwriter", "cinematographer", "editor", "composer", "producer", "cast_member")
"""The relations between a film and a person who worked on it, in the order of a credit block."""


_FILMS = ("film/", "series/")

_NOTHING: Mapping[str, Any] = {}


class Gathered(NamedTuple):
    """The claims that a card is made from.

    :ivar own: the claims that speak of the entity
    :ivar around: for a person, the claims about the films
    :ivar years: for a person, for each film its year
    :ivar directors: for an award or a festival, for each film the names of its directors
    :ivar background: by id who, as the lexicon knows, gives the prize, or runs the section
    :ivar latest: where the claims are those of the latest years only: what is left out
    """

    thing: Thing
    own: tuple[Fact, ...]
    around: tuple[Fact, ...] = ()
    years: Mapping[str, str] = _NOTHING
    directors: Mapping[str, Sequence[str]] = _NOTHING
    background: Mapping[str, str] = _NOTHING
    latest: Latest | None = None


def gather(store: Store, entity: str, most: int | None = None) -> Gathered:
    """Everything that the card of an entity needs.

    :param most: of a festival only the latest editions, with about so many claims; None means all
    :raises NotFoundError: if the graph does not describe the entity
    """
    iri = entity_iri(entity)
    thing = things_of(store, [iri]).get(iri)
    if thing is None:
        raise NotFoundError(f"the graph has no {entity}")
    window = latest(store, entity, most) if most and thing.type == "Festival" else None
    about = claims_of(store, window.claims) if window else claims_about(store, [entity])
    films = sorted(_films(about) - {entity})
    # The films' own claims are told on a person's card only; of others it is enough who directed them.
    further = claims_about(store, films, ("rdf:subject",)) if thing.type == "Person" else {}
    facts = dressed(store, {**further, **about})
    own = tuple(fact for fact in facts if fact.iri in about)
    around = tuple(fact for fact in facts if fact.iri in further)
    years = _years(facts) if thing.type == "Person" else {}
    directors = _directors(store, films) if thing.type in ("Festival", "Award") else {}
    return Gathered(thing, own, around, years, directors, _background(store, thing, own), window)


def _years(facts: Sequence[Fact]) -> dict[str, str]:
    """For each film among the subjects the year it is best called by, where the claims tell one."""
    of_film: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.subject.id.startswith(_FILMS):
            of_film.setdefault(fact.subject.id, []).append(fact)
    dated = {film: film_years(own, film) for film, own in of_film.items()}
    return {film: years[0] for film, years in dated.items() if years}


def _background(store: Store, thing: Thing, own: Sequence[Fact]) -> dict[str, str]:
    """By id who, as the lexicon knows, gives the prize, or runs the sections of the festival."""
    if thing.type not in ("Festival", "Award"):
        return {}
    asked = [thing.iri, *(fact.subject.iri for fact in own if fact.relation == "section_of")]
    rows = store.query(
        f"SELECT ?thing ?who WHERE {{ VALUES ?thing {{ {iris(asked)} }} "
        "GRAPH graph:entities { ?thing cg:runBy|cg:givenBy ?who } }"
    )
    return {entity_id(iri): who for iri, who in sorted(texts_of(rows))}


def _directors(store: Store, films: Sequence[str]) -> dict[str, list[str]]:
    """For each film the names of its directors, sorted: from the direct triples, which hold what is accepted."""
    if not films:
        return {}
    rows = store.query(
        f"SELECT DISTINCT ?film ?name WHERE {{ VALUES ?film {{ {iris(map(entity_iri, films))} }} "
        "GRAPH graph:view { ?film cg:director ?person } GRAPH graph:entities { ?person rdfs:label ?name } }"
    )
    found: dict[str, list[str]] = {}
    for film, name in sorted(texts_of(rows)):
        found.setdefault(entity_id(film), []).append(name)
    return found


def _films(claims: Mapping[str, Fields]) -> set[str]:
    """The ids of the films and series among subjects, objects and works."""
    values = [
        value
        for fields in claims.values()
        for name in (SUBJECT, OBJECT, qualifier_iri("for_work"))
        for value in fields.get(name, ())
    ]
    ids = {entity_id(value.value) for value in values if is_iri(value)}
    return {each for each in ids if each.startswith(_FILMS)}
