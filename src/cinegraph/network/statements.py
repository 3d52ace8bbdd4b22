"""The claims of a graph as a reader meets them: with a year, a status, names instead of ids, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cinegraph.model import Claim, Entity, EntityRef, EntityType, Evidence, Knowledge, Literal, Value
from cinegraph.network.style import display_label
from cinegraph.rdf.dates import period_of
from cinegraph.rdf.status import Verdict, verdicts
from cinegraph.rdf.terms import claim_id

_SCREEN = frozenset({EntityType.FILM, EntityType.SERIES})
_WORK_ON_FILMS = frozenset({"worked_on", "left_project"})
_DATING = ("publication_year", "premiered_at", "screened_at", "won", "nominated_for")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One qualifier in words; ``entity`` is the id of what it names, or None where the value is plain text."""

    name: str
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with all that is known about it.

    :ivar id: the last part of the claim's IRI
    :ivar object: the id of the entity it ends in, or None where ``value`` is a literal
    :ivar year: the year that the claim itself gives
    :ivar when: that year, or else the year of the film it is about
    :ivar ended: true once, and no longer
    :ivar contradicts: ids of the claims that contradict it
    :ivar reasons: why it is disputed, in words
    """

    id: str
    subject: str
    relation: str
    object: str | None
    value: str | None
    status: str
    ended: bool = False
    year: int | None = None
    when: int | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    contradicts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    def entities(self) -> set[str]:
        """The ids of all entities it names: subject, object and qualifiers."""
        ends = {self.subject} | {qualifier.entity for qualifier in self.qualifiers} | {self.object}
        return {entity for entity in ends if entity is not None}


def statements(knowledge: Knowledge) -> list[Statement]:
    """Every claim as a statement, in the order of :attr:`Knowledge.claims`."""
    entities = {entity.id: entity for entity in knowledge.entities}
    ids = [claim_id(claim) for claim in knowledge.claims]
    films = film_years(knowledge.claims, entities)
    return [
        _statement(claim, verdict, ids, index, entities, films)
        for index, (claim, verdict) in enumerate(zip(knowledge.claims, verdicts(knowledge), strict=True))
    ]


def _statement(
    claim: Claim,
    verdict: Verdict,
    ids: list[str],
    index: int,
    entities: Mapping[str, Entity],
    films: Mapping[str, int],
) -> Statement:
    to = claim.object
    year = claim_year(claim)
    about = to.id if isinstance(to, EntityRef) and claim.predicate in _WORK_ON_FILMS else claim.subject
    return Statement(
        id=ids[index],
        subject=claim.subject,
        relation=claim.predicate,
        object=to.id if isinstance(to, EntityRef) else None,
        value=to.value if isinstance(to, Literal) else None,
        status=verdict.status.value,
        ended=verdict.ended,
        year=year,
        when=year if year is not None else films.get(about),
        qualifiers=tuple(_qualifier(name, value, entities) for name, value in claim.qualifiers),
        evidence=claim.evidence,
        contradicts=tuple(ids[other] for other in verdict.contradicts),
        reasons=verdict.reasons,
    )


def _qualifier(name: str, value: Value, entities: Mapping[str, Entity]) -> Qualifier:
    if isinstance(value, Literal):
        return Qualifier(name, value.value)
    return Qualifier(name, display_label(entities[value.id]) if value.id in entities else value.id, value.id)


def claim_year(claim: Claim) -> int | None:
    """The year that a claim gives: its qualifier, or the literal of a relation that is itself a time.

    >>> claim_year(Claim("film/dylda", "publication_year", Literal("2019")))
    2019
    """
    value = claim.qualifier("year")
    if value is None and claim.predicate in {"publication_year", "birth_date"}:
        value = claim.object
    period = period_of(value.value) if isinstance(value, Literal) else None
    return int(period.earliest[:4]) if period else None


def film_years(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> dict[str, int]:
    """The year of each film and series: the one it is given, or else of its first premiere, screening or prize."""
    found: dict[str, tuple[int, int]] = {}
    for claim in claims:
        entity = entities.get(claim.subject)
        year = claim_year(claim)
        if entity is None or entity.type not in _SCREEN or claim.predicate not in _DATING or year is None:
            continue
        candidate = (0 if claim.predicate == "publication_year" else 1, year)
        found[claim.subject] = min(candidate, found.get(claim.subject, candidate))
    return {film: year for film, (_, year) in found.items()}
