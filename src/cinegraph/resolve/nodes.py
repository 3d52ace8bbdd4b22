"""The entities of each article as nodes, with what their article says that helps to tell them apart."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

from cinegraph.lexicon import Lexicon
from cinegraph.model import Entity, EntityType, Modality
from cinegraph.resolve.outlines import End, Outline, OutlinedClaim, Surfaces
from cinegraph.resolve.person_names import PersonName, person_name
from cinegraph.resolve.profiles import Profile

WORKS = frozenset({EntityType.FILM, EntityType.SERIES, EntityType.WORK})
SCOPED = frozenset({EntityType.AWARD, EntityType.SECTION})
PRIZES = frozenset({"won", "nominated_for", "shortlisted_for"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_GIVERS = frozenset({EntityType.FESTIVAL, EntityType.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Link:
    """What a claim ties a node to.

    :ivar kind: ``work``, ``person``, ``festival`` or ``award``
    :ivar other: the other node
    :ivar festival: of an award, the node of the festival it was given at, or None
    """

    kind: str
    relation: str
    other: int
    year: str = ""
    festival: int | None = None


@dataclass(slots=True)
class Node:
    """One entity of one article.

    :ivar surfaces: how often each of its names stands in the article
    :ivar ordinals: which of its director's films it is, as the article says it
    """

    index: int
    article: str
    entity: Entity
    profile: Profile
    surfaces: Surfaces = ()
    links: list[Link] = field(default_factory=list)
    ordinals: frozenset[str] = frozenset()

    @property
    def type(self) -> EntityType:
        """The entity's type."""
        return self.entity.type


def years_in(text: str) -> frozenset[int]:
    """The years that a literal names.

    >>> sorted(years_in("2019 or 2020"))
    [2019, 2020]
    """
    return frozenset(map(int, _YEAR.findall(text)))


def nodes_of(outlines: Iterable[Outline], lexicon: Lexicon) -> tuple[list[Node], list[int]]:
    """A node for each entity of each article, in order of article and local id.

    :returns: the nodes, and for each article the index of the node of its first entity
    """
    nodes: list[Node] = []
    starts: list[int] = []
    for outline in outlines:
        start = len(nodes)
        starts.append(start)
        for entity, surfaces in outline.named():
            nodes.append(_node(len(nodes), outline.article, entity, surfaces, lexicon))
        for claim in outline.claimed():
            _Reading(claim, nodes, start).note()
    return nodes, starts


def _node(number: int, article: str, entity: Entity, surfaces: Surfaces, lexicon: Lexicon) -> Node:
    profile = Profile.of(number)
    if entity.lexicon:
        profile.note("lexicon", _only(entity.lexicon))
        entry = lexicon.entries.get(entity.lexicon)
        if entry is not None and (giver := entry.festival or entry.conferred_by or entry.part_of):
            profile.note("givers", _only(_only(giver)))
        if entry is not None and entry.section:
            profile.note("sections", _only(_only(entry.section)))
    if entity.gender:
        profile.note("genders", _only(entity.gender))
    if entity.type is EntityType.PERSON:
        _note_names(article, entity, profile)
    return Node(number, article, entity, profile, surfaces)


def _note_names(article: str, entity: Entity, profile: Profile) -> None:
    names, generations, patronymics, full = _known_by(entity.names)
    profile.note("names", names)
    profile.note("generations", generations)
    profile.note("patronymics", patronymics)
    if full:
        profile.own = article, full


@lru_cache(maxsize=131_072)
def _known_by(
    names: tuple[str, ...],
) -> tuple[frozenset[PersonName], frozenset[str], frozenset[str], frozenset[PersonName]]:
    """What names say of a person: the names taken apart, marks of generation, patronymics, the full ones of the names.

    The same person comes in many articles, which share these sets.
    """
    found = frozenset(map(person_name, names))
    full = frozenset(name for name in found if name.full)
    generations = frozenset(name.generation for name in found if name.generation)
    patronymics = frozenset(name.patronymic for name in found if name.patronymic)
    return found, generations, patronymics, found if len(full) == len(found) else full


@lru_cache(maxsize=131_072)
def _only(value: Hashable) -> frozenset[Hashable]:
    """A set of one, of which there is one: no article need have its own."""
    return frozenset((value,))


@dataclass(slots=True)
class _Reading:
    """One claim, and the nodes of its ends."""

    claim: OutlinedClaim
    nodes: list[Node]
    start: int

    def note(self) -> None:
        """Write down on both ends what the claim tells about them."""
        claim = self.claim
        if list(claim.said) == [Modality.NEGATED]:
            return
        subject = self.nodes[self.start + claim.subject]
        target = self._end(claim.object)
        qualifiers = {name: self._end(value) for name, value in claim.qualifiers}
        if target is not None and target.type is subject.type:
            subject.profile.note("apart", (target.index,))
            target.profile.note("apart", (subject.index,))
        self._link(subject, target, qualifiers)
        if Modality.ASSERTED in claim.said:
            self._note_facts(subject, target)
        if target is not None and target.type in SCOPED:
            self._note_scope(target, qualifiers)
        if subject.type in SCOPED and target is not None and target.type in _GIVERS:
            subject.profile.note("givers", _only(_only(target.index)))

    def _end(self, value: End) -> Node | None:
        return self.nodes[self.start + value] if isinstance(value, int) else None

    def _text(self, name: str) -> str:
        value = next((value for known, value in self.claim.qualifiers if known == name), None)
        return value if isinstance(value, str) else ""

    def _link(self, subject: Node, target: Node | None, qualifiers: Mapping[str, Node | None]) -> None:
        ends = [end for end in (subject, target, qualifiers.get("for_work")) if end is not None]
        festival = qualifiers.get("festival")
        ends += [festival] if festival is not None else []
        year = self._text("year")
        for end in ends:
            for other in ends:
                if other.index != end.index and (link := self._one_link(other, year, festival)):
                    end.links.append(link)

    def _one_link(self, other: Node, year: str, festival: Node | None) -> Link | None:
        relation = intern(self.claim.predicate)
        if other.type in WORKS:
            return Link("work", relation, other.index)
        if other.type is EntityType.PERSON:
            return Link("person", relation, other.index)
        if other.type is EntityType.FESTIVAL and year:
            return Link("festival", relation, other.index, intern(year))
        if other.type is EntityType.AWARD and year:
            return Link("award", relation, other.index, intern(year), festival.index if festival else None)
        return None

    def _note_facts(self, subject: Node, target: Node | None) -> None:
        profile, relation = subject.profile, self.claim.predicate
        value = self.claim.object if isinstance(self.claim.object, str) else ""
        if relation == "director" and target is not None:
            profile.directors = _added_to_only(profile.directors, target.index)
            if self._text("ordinal"):
                subject.ordinals |= {self._text("ordinal")}
        elif relation == "author_of" and target is not None:
            target.profile.directors = _added_to_only(target.profile.directors, subject.index)
        elif relation == "birth_date":
            profile.note("births", years_in(value))
        elif relation == "publication_year":
            profile.years = _added_to_only(profile.years, *years_in(value))
        elif relation == "premiered_at" and self._text("scope") in ("", "world"):
            profile.note("premieres", years_in(self._text("year")))
        elif relation == "form":
            profile.note("forms", {form for form in ("short", "feature") if form in value.casefold()})
        elif relation in PRIZES and subject.type in WORKS:
            profile.note("prizes", years_in(self._text("year")))

    def _note_scope(self, award: Node, qualifiers: Mapping[str, Node | None]) -> None:
        for name, scopes in (("festival", "givers"), ("section", "sections")):
            scope = qualifiers.get(name)
            if scope is not None and scope.index != award.index:
                award.profile.note(scopes, _only(_only(scope.index)))


def _added_to_only(found: AbstractSet[frozenset[int]], *values: int) -> AbstractSet[frozenset[int]]:
    """The one set of values that an article gives, with more values in it."""
    known = next(iter(found), frozenset[int]())
    joined = known | frozenset(values)
    return {joined} if joined else found


def merge_names(entities: Iterable[Entity]) -> tuple[str, ...]:
    """All names of several entities, in order of code points.

    >>> merge_names([Entity("a", EntityType.FILM, "Ran", ("Ran", "乱")), Entity("b", EntityType.FILM, "Ran", ("Ran",))])
    ('Ran', '乱')
    """
    return tuple(sorted({name for entity in entities for name in (entity.label, *entity.names)}))
