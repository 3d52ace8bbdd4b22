"""The relations of the contract (``facts.md``): what may be their subject and object, and what may qualify them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cinegraph.kinds import EntityType

PERSON, FILM, SERIES, WORK = EntityType.PERSON, EntityType.FILM, EntityType.SERIES, EntityType.WORK
FESTIVAL, SECTION, AWARD = EntityType.FESTIVAL, EntityType.SECTION, EntityType.AWARD
ORGANIZATION, PLACE, PUBLICATION = EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PUBLICATION
ANYTHING = frozenset(EntityType)
SCREEN = frozenset({FILM, SERIES})


class Relation(NamedTuple):
    """One relation.

    :ivar subjects: entity types allowed as subject
    :ivar objects: entity types allowed as object; empty where only literals are
    :ivar literal: whether a literal may be the object
    :ivar core: among filmmakers, films, festivals and awards (see ``facts.md``)
    :ivar symmetric: given once, in either direction
    :ivar functional: a second, different object contradicts the first (a birthplace, a year)
    :ivar qualifiers: names of the qualifiers it may carry
    """

    name: str
    subjects: frozenset[EntityType]
    objects: frozenset[EntityType] = frozenset()
    literal: bool = False
    core: bool = True
    symmetric: bool = False
    functional: bool = False
    qualifiers: tuple[str, ...] = ()

    @property
    def term(self) -> str:
        """Its name in RDF, in lowerCamelCase.

        >>> RELATIONS["cast_member"].term
        'castMember'
        """
        return camel(self.name)


@cache
def camel(name: str) -> str:
    """A snake_case name in lowerCamelCase.

    >>> camel("for_work")
    'forWork'
    """
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


def _of(*types: EntityType) -> frozenset[EntityType]:
    return frozenset(types)


_AWARD_QUALIFIERS = ("year", "festival", "section", "for_work", "edition", "role", "result")
_ALL = [
    Relation("director", SCREEN, _of(PERSON), qualifiers=("ordinal",)),
    Relation("screenwriter", SCREEN, _of(PERSON)),
    Relation("cinematographer", SCREEN, _of(PERSON)),
    Relation("editor", SCREEN, _of(PERSON)),
    Relation("composer", SCREEN, _of(PERSON)),
    Relation("producer", SCREEN, _of(PERSON)),
    Relation("cast_member", SCREEN, _of(PERSON), qualifiers=("role",)),
    Relation("production_company", SCREEN, _of(ORGANIZATION)),
    Relation("distributor", SCREEN, _of(ORGANIZATION)),
    Relation("original_network", SCREEN, _of(ORGANIZATION)),
    Relation("based_on", SCREEN, _of(WORK, FILM, SERIES), literal=True),
    Relation("inspired_by", SCREEN, ANYTHING, literal=True, core=False),
    Relation("publication_year", SCREEN, literal=True, functional=True),
    Relation("premiered_at", SCREEN, _of(FESTIVAL), qualifiers=("year", "section", "scope", "edition")),
    Relation("screened_at", SCREEN | {ORGANIZATION}, _of(FESTIVAL), qualifiers=("year", "section", "scope", "edition")),
    Relation("theatrical_release", SCREEN, _of(PLACE), qualifiers=("year",)),
    Relation("filming_location", SCREEN, _of(PLACE)),
    Relation("set_in_place", SCREEN, _of(PLACE), core=False),
    Relation("set_in_period", SCREEN, literal=True, core=False),
    Relation("country", SCREEN, _of(PLACE)),
    Relation("language", SCREEN, literal=True, core=False),
    Relation("genre", SCREEN, literal=True, core=False),
    Relation("form", SCREEN, literal=True, core=False),
    Relation("runtime", SCREEN, literal=True, core=False, functional=True),
    Relation("production_status", SCREEN, literal=True),
    Relation("main_subject", SCREEN, literal=True, core=False),
    Relation("submitted_by", SCREEN | {PERSON}, _of(PLACE), qualifiers=("award", "year")),
    Relation("won", SCREEN | {PERSON, ORGANIZATION}, _of(AWARD), qualifiers=_AWARD_QUALIFIERS),
    Relation("nominated_for", SCREEN | {PERSON, ORGANIZATION}, _of(AWARD), qualifiers=_AWARD_QUALIFIERS),
    Relation("shortlisted_for", SCREEN | {PERSON, ORGANIZATION}, _of(AWARD), qualifiers=_AWARD_QUALIFIERS),
    Relation("conferred_by", _of(AWARD), _of(FESTIVAL, ORGANIZATION)),
    Relation("section_of", _of(SECTION), _of(FESTIVAL)),
    Relation("birth_date", _of(PERSON), literal=True, core=False, functional=True),
    Relation("age_at", _of(PERSON), literal=True, core=False, qualifiers=("as_of",)),
    Relation("occupation", _of(PERSON), literal=True, core=False),
    Relation("nationality", _of(PERSON), literal=True, core=False),
    Relation("ethnicity", _of(PERSON), literal=True, core=False),
    Relation("birth_place", _of(PERSON), _of(PLACE), core=False, functional=True),
    Relation("residence", _of(PERSON), _of(PLACE), core=False, qualifiers=("since",)),
    Relation("work_location", _of(PERSON), _of(PLACE), core=False),
    Relation("educated_at", _of(PERSON), _of(ORGANIZATION), qualifiers=("field", "year")),
    Relation("student_of", _of(PERSON), _of(PERSON)),
    Relation("taught_at", _of(PERSON), _of(ORGANIZATION), qualifiers=("year", "field")),
    Relation("founded", _of(PERSON), _of(ORGANIZATION, FESTIVAL, PUBLICATION), qualifiers=("year",)),
    Relation("employer", _of(PERSON), _of(ORGANIZATION, PUBLICATION), core=False, qualifiers=("role", "year")),
    Relation("partner_of", _of(PERSON), _of(PERSON), core=False, symmetric=True),
    Relation("classmate_of", _of(PERSON), _of(PERSON), symmetric=True),
    Relation("collaborated_with", _of(PERSON), _of(PERSON), symmetric=True),
    Relation("jury_member", _of(PERSON), _of(FESTIVAL), qualifiers=("section", "year", "role", "edition")),
    Relation("festival_role", _of(PERSON), _of(FESTIVAL), qualifiers=("role", "year", "edition")),
    Relation("influenced_by", _of(PERSON), _of(PERSON, WORK, FILM, SERIES, ORGANIZATION), qualifiers=("kind",)),
    Relation("worked_on", _of(PERSON), _of(FILM, SERIES), qualifiers=("role", "year")),
    Relation("left_project", _of(PERSON), _of(FILM, SERIES), qualifiers=("role", "year")),
    Relation("author_of", _of(PERSON), _of(WORK), core=False, qualifiers=("year",)),
    Relation("interviewed_by", _of(PERSON), _of(PUBLICATION, PERSON), core=False, qualifiers=("year",)),
    Relation("statement_of_retirement", _of(PERSON), literal=True, qualifiers=("year",)),
    Relation(
        "former_name",
        SCREEN | {PERSON, FESTIVAL, ORGANIZATION, AWARD, PUBLICATION},
        literal=True,
        core=False,
        qualifiers=("until",),
    ),
    Relation("located_in", _of(ORGANIZATION, FESTIVAL), _of(PLACE), core=False),
]

RELATIONS: dict[str, Relation] = {relation.name: relation for relation in _ALL}
"""Every relation by its name."""

ENTITY_QUALIFIERS = {"festival": FESTIVAL, "section": SECTION, "for_work": FILM, "award": AWARD}
"""Qualifiers whose value is normally an entity, with its type; all others are literals."""
