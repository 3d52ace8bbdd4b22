"""The entities of each article as nodes, with what their article says that helps to tell them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from cinegraph.errors import CinegraphError
from cinegraph.lexicon import Lexicon
from cinegraph.model import Claim, Entity, EntityRef, EntityType, Extraction, Literal, Modality
from cinegraph.resolve.person_names import person_name
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

    :ivar surfaces: how often each of its names stands in the article; None where none does
    :ivar ordinals: which of its director's films it is, as the article says it
    """

    index: int
    article: str
    entity: Entity
    profile: Profile
    surfaces: Counter[str] | None = None
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


def nodes_of(extractions: Sequence[Extraction], lexicon: Lexicon) -> tuple[list[Node], dict[tuple[str, str], int]]:
    """A node for each entity of each article, in order of article and local id.

    :returns: the nodes, and article and local id → index of the node
    :raises CinegraphError: if a claim or a mention refers to an entity that its extraction lacks
    """
    nodes: list[Node] = []
    index: dict[tuple[str, str], int] = {}
    for extraction in extractions:
        for entity in sorted(extraction.entities, key=lambda entity: entity.id):
            index[extraction.document.name, entity.id] = len(nodes)
            nodes.append(_node(len(nodes), extraction.document.name, entity, lexicon))
    for extraction in extractions:
        _count_surfaces(extraction, nodes, index)
        for claim in extraction.claims:
            _Reading(claim, extraction.document.name, nodes, index).note()
    return nodes, index


def node_of(index: Mapping[tuple[str, str], int], article: str, local: str) -> int:
    """The index of the node of an article's entity.

    :raises CinegraphError: if the extraction lacks it
    """
    found = index.get((article, local))
    if found is None:
        raise CinegraphError(f"{article}: the extraction refers to an entity {local!r} that it does not hold")
    return found


def _node(number: int, article: str, entity: Entity, lexicon: Lexicon) -> Node:
    profile = Profile.of(number)
    if entity.lexicon:
        profile.note("lexicon", (entity.lexicon,))
        entry = lexicon.entries.get(entity.lexicon)
        if entry is not None and (giver := entry.festival or entry.conferred_by or entry.part_of):
            profile.note("givers", (frozenset({giver}),))
        if entry is not None and entry.section:
            profile.note("sections", (frozenset({entry.section}),))
    if entity.gender:
        profile.note("genders", (entity.gender,))
    if entity.type is EntityType.PERSON:
        _note_names(article, entity, profile)
    return Node(number, article, entity, profile)


def _note_names(article: str, entity: Entity, profile: Profile) -> None:
    names = {person_name(name) for name in entity.names}
    profile.note("names", names)
    profile.note("generations", {name.generation for name in names if name.generation})
    profile.note("patronymics", {name.patronymic for name in names if name.patronymic})
    if full := frozenset(name for name in names if name.full):
        profile.by_article[article] = {full}


def _count_surfaces(extraction: Extraction, nodes: list[Node], index: Mapping[tuple[str, str], int]) -> None:
    text, article = extraction.document.text, extraction.document.name
    for mention in extraction.mentions:
        node = nodes[node_of(index, article, mention.entity)]
        surface = text[mention.start : mention.end]
        if mention.kind == "name" and surface in node.entity.names:
            if node.surfaces is None:
                node.surfaces = Counter()
            node.surfaces[surface] += 1


@dataclass(slots=True)
class _Reading:
    """One claim, and the nodes of its ends."""

    claim: Claim
    article: str
    nodes: list[Node]
    index: Mapping[tuple[str, str], int]

    def note(self) -> None:
        """Write down on both ends what the claim tells about them."""
        subject = self.nodes[node_of(self.index, self.article, self.claim.subject)]
        target = self._end(self.claim.object)
        qualifiers = {name: self._end(value) for name, value in self.claim.qualifiers}
        said = {item.modality for item in self.claim.evidence}
        if said and said <= {Modality.NEGATED}:
            return
        if target is not None and target.type is subject.type:
            subject.profile.note("apart", (target.index,))
            target.profile.note("apart", (subject.index,))
        self._link(subject, target, qualifiers)
        if Modality.ASSERTED in said:
            self._note_facts(subject, target)
        if target is not None and target.type in SCOPED:
            self._note_scope(target, qualifiers)
        if subject.type in SCOPED and target is not None and target.type in _GIVERS:
            subject.profile.note("givers", (frozenset({target.index}),))

    def _end(self, value: EntityRef | Literal) -> Node | None:
        if isinstance(value, Literal):
            return None
        return self.nodes[node_of(self.index, self.article, value.id)]

    def _text(self, name: str) -> str:
        value = self.claim.qualifier(name)
        return value.value if isinstance(value, Literal) else ""

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
        relation = self.claim.predicate
        if other.type in WORKS:
            return Link("work", relation, other.index)
        if other.type is EntityType.PERSON:
            return Link("person", relation, other.index)
        if other.type is EntityType.FESTIVAL and year:
            return Link("festival", relation, other.index, year)
        if other.type is EntityType.AWARD and year:
            return Link("award", relation, other.index, year, festival.index if festival else None)
        return None

    def _note_facts(self, subject: Node, target: Node | None) -> None:
        profile, relation = subject.profile, self.claim.predicate
        value = self.claim.object.value if isinstance(self.claim.object, Literal) else ""
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
                award.profile.note(scopes, (frozenset({scope.index}),))


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
