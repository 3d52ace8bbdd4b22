"""The entities of each article as nodes, with what their article says that helps to tell them apart."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import NamedTuple, Protocol

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


class Link(NamedTuple):
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
    """One entity of one article, while that is read.

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


class Spoken(Protocol):
    """How an article speaks of a thing; see :class:`cinegraph.model.Entity`."""

    @property
    def type(self) -> EntityType:
        """Its type."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its names."""

    @property
    def lexicon(self) -> str | None:
        """The id of its entry in the lexicon."""

    @property
    def gender(self) -> str | None:
        """Its gender."""


class Labelled(Protocol):
    """What has a label and names."""

    @property
    def label(self) -> str:
        """The name by which it is called."""

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""


def nodes_of_article(outline: Outline, start: int, lexicon: Lexicon) -> list[Node]:
    """A node for each entity of an article, in order of local id.

    :param start: the index of the first of them
    """
    nodes = [
        Node(number, outline.article, entity, profile_of(number, outline.article, entity, lexicon), surfaces)
        for number, (entity, surfaces) in enumerate(outline.named(), start)
    ]
    for claim in outline.claimed():
        _Reading(claim, nodes).note()
    return nodes


def profile_of(number: int, article: str, spoken: Spoken, lexicon: Lexicon) -> Profile:
    """What is known of a node before any claim is read."""
    profile = Profile.of(number)
    if spoken.lexicon:
        profile.note("lexicon", _only(spoken.lexicon))
        entry = lexicon.entries.get(spoken.lexicon)
        if entry is not None and (giver := entry.festival or entry.conferred_by or entry.part_of):
            profile.note("givers", _only(_only(giver)))
        if entry is not None and entry.section:
            profile.note("sections", _only(_only(entry.section)))
    if spoken.gender:
        profile.note("genders", _only(spoken.gender))
    if spoken.type is EntityType.PERSON:
        _note_names(article, spoken, profile)
    return profile


def kind_of_link(other: EntityType) -> str:
    """The kind of a link to a thing of some type."""
    return "work" if other in WORKS else other.value.lower()


def _note_names(article: str, spoken: Spoken, profile: Profile) -> None:
    names, generations, patronymics, full = _known_by(spoken.names)
    profile.note("names", names)
    profile.note("generations", generations)
    profile.note("patronymics", patronymics)
    if full:
        profile.own = article, full


def names_taken_apart(names: tuple[str, ...]) -> frozenset[PersonName]:
    """A person's names, taken apart."""
    return _known_by(names)[0]


@lru_cache(maxsize=16_384)
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
    """One claim, and the nodes of its article."""

    claim: OutlinedClaim
    nodes: Sequence[Node]

    def note(self) -> None:
        """Write down on both ends what the claim tells about them."""
        claim = self.claim
        if list(claim.said) == [Modality.NEGATED]:
            return
        subject = self.nodes[claim.subject]
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
        return self.nodes[value] if isinstance(value, int) else None

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
        relation, kind = intern(self.claim.predicate), kind_of_link(other.type)
        if other.type in WORKS or other.type is EntityType.PERSON:
            return Link(kind, relation, other.index)
        if other.type is EntityType.FESTIVAL and year:
            return Link(kind, relation, other.index, intern(year))
        if other.type is EntityType.AWARD and year:
            return Link(kind, relation, other.index, intern(year), festival.index if festival else None)
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


def merge_names(entities: Iterable[Labelled]) -> tuple[str, ...]:
    """All names of several entities, in order of code points.

    >>> merge_names([Entity("a", EntityType.FILM, "Ran", ("Ran", "乱")), Entity("b", EntityType.FILM, "Ran", ("Ran",))])
    ('Ran', '乱')
    """
    return tuple(sorted({name for entity in entities for name in (entity.label, *entity.names)}))
