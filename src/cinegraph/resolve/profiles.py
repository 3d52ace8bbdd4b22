"""What is known of a cluster that can speak against a merge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from cinegraph.resolve.person_names import PersonName

Scope = int | str
"""A festival, an organisation or a section: a node, or the id of a lexicon entry."""

_FEW = 8


@dataclass(slots=True)
class Profile:
    """Facts of a cluster, each as its articles give them. Of most facts there are none, and those take no memory.

    :ivar first: the smallest index of its nodes
    :ivar members: indexes of its nodes, each once
    :ivar apart: nodes that it cannot be, because a claim relates the two
    :ivar decided_apart: nodes that it is not, as a person has decided
    :ivar own: where it has one node, the article of that and the full names that it has there
    :ivar years: of a film, the years of each article
    :ivar directors: the nodes of a film's directors, or a book's authors, in each article
    :ivar premieres: years of premieres, which stand for the film's year where no article gives it
    :ivar prizes: years of prizes and nominations
    :ivar givers: of an award or a section, the festivals and organisations each article ties it to
    :ivar most: so many directors, givers and sections may gather before those that have become one are counted as one
    """

    first: int
    members: Collection[int]
    apart: AbstractSet[int] = frozenset()
    decided_apart: AbstractSet[int] = frozenset()
    lexicon: AbstractSet[str] = frozenset()
    genders: AbstractSet[str] = frozenset()
    births: AbstractSet[int] = frozenset()
    generations: AbstractSet[str] = frozenset()
    patronymics: AbstractSet[str] = frozenset()
    names: AbstractSet[PersonName] = frozenset()
    own: tuple[str, frozenset[PersonName]] | None = None
    years: AbstractSet[frozenset[int]] = frozenset()
    premieres: AbstractSet[int] = frozenset()
    prizes: AbstractSet[int] = frozenset()
    forms: AbstractSet[str] = frozenset()
    directors: AbstractSet[frozenset[int]] = frozenset()
    givers: AbstractSet[frozenset[Scope]] = frozenset()
    sections: AbstractSet[frozenset[Scope]] = frozenset()
    most: int = _FEW
    _by_article: dict[str, set[frozenset[PersonName]]] | None = None

    @classmethod
    def of(cls, node: int) -> Profile:
        """The profile of a cluster of one node, of which nothing is known yet."""
        # Most stay alone, and a set of one takes four times as much.
        return cls(node, range(node, node + 1))

    @property
    def by_article(self) -> dict[str, set[frozenset[PersonName]]]:
        """Full names in each article, a set for each entity of it."""
        if self._by_article is not None:
            return self._by_article
        return {self.own[0]: {self.own[1]}} if self.own is not None else {}

    def note(self, what: str, facts: Iterable[Hashable]) -> None:
        """Add facts of one kind.

        :param what: the name of the attribute that holds them
        :param facts: a frozenset is not copied: others may hold it too
        """
        known = getattr(self, what)
        if isinstance(known, set):
            known.update(facts)
        elif known:
            setattr(self, what, known.union(facts))
        elif new := facts if isinstance(facts, frozenset) else set(facts):
            setattr(self, what, new)

    def absorb(self, other: Profile) -> None:
        """Add all that is known of another cluster."""
        self.first = min(self.first, other.first)
        members = self.members if isinstance(self.members, set) else set(self.members)
        members.update(other.members)
        self.members = members
        for name in _SETS:
            if theirs := getattr(other, name):
                self.note(name, theirs)
        if theirs := other.by_article:
            found = self._by_article = self.by_article
            for article, names in theirs.items():
                found.setdefault(article, set()).update(names)

    def gathered(self) -> int:
        """How many directors, givers and sections there are, each as its articles give it."""
        return len(self.directors) + len(self.givers) + len(self.sections)

    def settle(self, find: Callable[[int], int]) -> None:
        """Put clusters in the place of the nodes among directors, givers and sections, so that each counts once.

        What thousands of articles say of a prize would else be gone through for each of them.
        """
        for name in _OTHERS:
            if len(known := getattr(self, name)) > 1:
                setattr(self, name, {_settled(group, find) for group in known})
        self.most = max(_FEW, 2 * self.gathered())

    @property
    def telling(self) -> bool:
        """Whether anything is known that could speak against a merge."""
        return any(getattr(self, name) for name in _SETS if name != "names")

    def copy(self) -> Profile:
        """A profile of the same facts that can be changed on its own."""
        other = Profile(self.first, ())
        other.absorb(self)
        return other


def _settled(group: frozenset[Scope], find: Callable[[int], int]) -> frozenset[Scope]:
    return frozenset(find(each) if isinstance(each, int) else each for each in group)


_OTHERS = ("directors", "givers", "sections")
_SETS = ("apart", "decided_apart", "lexicon", "genders", "births", "generations", "patronymics", "names",
         "years", "premieres", "prizes", "forms", "directors", "givers", "sections")  # fmt: skip
