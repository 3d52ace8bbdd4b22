"""What a card is made from: the claims about an entity, and those about what it is tied to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.errors import NotFoundError
from cinegraph.questions.facts import Fact, Fields, Thing, claims_about, claims_where, dressed, iris, is_iri, things_of
from cinegraph.questions.portraits import film_years
from cinegraph.rdf.terms import OBJECT, SUBJECT, entity_id, entity_iri, qualifier_iri

if TYPE_CHECKING:
    from cinegraph.store import Store

CREDITS = ("director", "screenwriter", "cinematographer", "editor", "composer", "producer", "cast_member")
"""The relations between a film and a person who worked on it, in the order of a credit block."""


_NOTHING: Mapping[str, str] = {}


class Gathered(NamedTuple):
    """The claims that a card is made from.

    :ivar own: the claims that speak of the entity
    :ivar around: for a person, the claims about the films; for an award or a festival, those about who made the films
    :ivar years: for each film its year
    """

    thing: Thing
    own: tuple[Fact, ...]
    around: tuple[Fact, ...] = ()
    years: Mapping[str, str] = _NOTHING


def gather(store: Store, entity: str) -> Gathered:
    """Everything that the card of an entity needs.

    :raises NotFoundError: if the graph does not describe the entity
    """
    iri = entity_iri(entity)
    thing = things_of(store, [iri]).get(iri)
    if thing is None:
        raise NotFoundError(f"the graph has no {entity}")
    about = claims_about(store, [entity])
    films = sorted(_films(about) - {entity})
    further = _further(store, thing, films)
    # How much stands behind the films' own claims is told on a person's card only, and costs a festival's 15 ms.
    facts = dressed(store, {**further, **about}, None if thing.type == "Person" else about)
    own = tuple(fact for fact in facts if fact.iri in about)
    around = tuple(fact for fact in facts if fact.iri in further)
    years = {film: found[0] for film in [*films, entity] if (found := film_years(facts, film))}
    return Gathered(thing, own, around, years)


def _further(store: Store, thing: Thing, films: Sequence[str]) -> dict[str, Fields]:
    """What a card tells of films: of a person's all, of others' who directed them."""
    if thing.type == "Person":
        return claims_about(store, films, ("rdf:subject",))
    if thing.type not in ("Festival", "Award") or not films:
        return {}
    named = iris(map(entity_iri, films))
    return claims_where(store, f"VALUES ?film {{ {named} }} ?claim rdf:subject ?film ; rdf:predicate cg:director")


def _films(claims: Mapping[str, Fields]) -> set[str]:
    """The ids of the films and series among subjects, objects and works."""
    values = [
        value
        for fields in claims.values()
        for name in (SUBJECT, OBJECT, qualifier_iri("for_work"))
        for value in fields.get(name, ())
    ]
    ids = {entity_id(value.value) for value in values if is_iri(value)}
    return {each for each in ids if each.startswith(("film/", "series/"))}
