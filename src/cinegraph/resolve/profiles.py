"""What is known of a cluster that can speak against a merge."""

from __future__ import annotations

from dataclasses import dataclass, field

from cinegraph.resolve.person_names import PersonName

Scope = int | str
"""A festival, an organisation or a section: a node, or the id of a lexicon entry."""


@dataclass(slots=True)
class Profile:
    """Facts of a cluster, each as its articles give them.

    :ivar members: indexes of its nodes
    :ivar apart: nodes that it cannot be, because a claim relates the two
    :ivar decided_apart: nodes that it is not, as a person has decided
    :ivar by_article: full names in each article, a set for each entity of it
    :ivar years: of a film, the years of each article
    :ivar directors: the nodes of a film's directors, or a book's authors, in each article
    :ivar premieres: years of premieres, which stand for the film's year where no article gives it
    :ivar prizes: years of prizes and nominations
    :ivar givers: of an award or a section, the festivals and organisations each article ties it to
    """

    members: set[int]
    apart: set[int] = field(default_factory=set)
    decided_apart: set[int] = field(default_factory=set)
    lexicon: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    births: set[int] = field(default_factory=set)
    generations: set[str] = field(default_factory=set)
    patronymics: set[str] = field(default_factory=set)
    names: set[PersonName] = field(default_factory=set)
    by_article: dict[str, set[frozenset[PersonName]]] = field(default_factory=dict)
    years: set[frozenset[int]] = field(default_factory=set)
    premieres: set[int] = field(default_factory=set)
    prizes: set[int] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    directors: set[frozenset[int]] = field(default_factory=set)
    givers: set[frozenset[Scope]] = field(default_factory=set)
    sections: set[frozenset[Scope]] = field(default_factory=set)

    def absorb(self, other: Profile) -> None:
        """Add all that is known of another cluster."""
        for name in _SETS:
            getattr(self, name).update(getattr(other, name))
        for article, names in other.by_article.items():
            self.by_article.setdefault(article, set()).update(names)

    @property
    def telling(self) -> bool:
        """Whether anything is known that could speak against a merge."""
        return any(getattr(self, name) for name in _SETS if name not in ("members", "names"))

    def copy(self) -> Profile:
        """A profile of the same facts that can be changed on its own."""
        other = Profile(set())
        other.absorb(self)
        return other


_SETS = ("members", "apart", "decided_apart", "lexicon", "genders", "births", "generations", "patronymics", "names",
         "years", "premieres", "prizes", "forms", "directors", "givers", "sections")  # fmt: skip
