"""The entities of one article while it is read: which names are one person, one film, one award."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from cinegraph.extract.text import fold
from cinegraph.lexicon import Entry, Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import Entity, EntityType, Merge

_SHORTEST_HALF = 3


@dataclass(slots=True)
class Draft:
    """An entity under construction."""

    id: str
    type: EntityType
    label: str = ""
    names: Counter[str] = field(default_factory=Counter)
    lexicon: str | None = None
    gender: str | None = None
    presumed_gender: str | None = None
    occupations: set[str] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    scope: str = ""


class Registry:
    """Drafts by id; what names lead to them; which ids turned out to be others."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.drafts: dict[str, Draft] = {}
        self.redirects: dict[str, str] = {}

    def _draft(self, type_: EntityType, key: str, label: str) -> Draft:
        id_ = f"{type_.value.lower()}:{key}"
        if id_ not in self.drafts:
            self.drafts[id_] = Draft(id_, type_, label)
        return self.drafts[id_]

    def see(self, id_: str, surface: str) -> None:
        """Count one more occurrence of an entity under a name."""
        draft = self.drafts.get(self.current(id_))
        if draft is not None:
            draft.names[" ".join(surface.split())] += 1

    def current(self, id_: str) -> str:
        """The id that this id has become."""
        while id_ in self.redirects:
            id_ = self.redirects[id_]
        return id_

    def draft(self, id_: str) -> Draft:
        """The draft behind an id."""
        return self.drafts[self.current(id_)]

    def entry(self, entry: Entry) -> str:
        """The entity of a lexicon entry."""
        draft = self._draft(entry.type, entry.id, entry.name)
        draft.lexicon = entry.id
        return draft.id

    def place(self, name: str) -> str:
        """The entity of a place, under the lexicon's usual name where it has one."""
        found = self.lexicon.place(name)
        preferred = found.name if found else name
        return self._draft(EntityType.PLACE, fold(preferred), preferred).id

    def named(self, type_: EntityType, name: str, scope: str = "") -> str:
        """An entity known by its folded name (and, for an award, by what it belongs to)."""
        draft = self._draft(type_, f"{fold(name)}@{scope}" if scope else fold(name), name)
        draft.scope = scope
        return draft.id

    def title(self, name: str, type_: EntityType) -> str:
        """A film, series or work by its title; titles that differ in articles and small words only are one."""
        for known in (EntityType.FILM, EntityType.SERIES, EntityType.WORK):
            id_ = f"{known.value.lower()}:{fold(name)}"
            if id_ in self.drafts or id_ in self.redirects:
                return self.current(id_)
        loose = _loose(name)
        if len(loose) > 8:
            for draft in self.drafts.values():
                if draft.type is type_ and _loose(draft.label) == loose and fold(draft.label) != fold(name):
                    draft.merges.append(Merge(draft.label, name, "the same title but for small words"))
                    self.redirects[f"{type_.value.lower()}:{fold(name)}"] = draft.id
                    return draft.id
        if type_ is EntityType.FILM and (halves := _in_two_languages(name)) is not None:
            return self._titled_twice(name, *halves)
        return self._draft(type_, fold(name), _in_title_case(name) if name.isupper() and len(name) > 4 else name).id

    def _titled_twice(self, name: str, *halves: str) -> str:
        """The film of "Okna / Windows": each half is a title of it."""
        own, other = (self.title(half, EntityType.FILM) for half in halves)
        self.unite(own, other, "two titles with a stroke between them")
        self.redirects[f"{EntityType.FILM.value.lower()}:{fold(name)}"] = self.current(own)
        return self.current(own)

    def unite(self, left: str, right: str, reason: str) -> None:
        """Take ``right`` to be another name of ``left``."""
        left, right = self.current(left), self.current(right)
        if left == right:
            return
        kept, gone = self.drafts[left], self.drafts.pop(right)
        kept.merges += [Merge(kept.label, gone.label, reason), *gone.merges]
        kept.names.update(gone.names)
        kept.names[gone.label] += 0
        kept.occupations |= gone.occupations
        kept.gender = kept.gender or gone.gender
        self.redirects[right] = left

    def entities(self, used: set[str]) -> tuple[Entity, ...]:
        """The finished entities that claims or mentions use, sorted by id."""
        return tuple(
            Entity(
                d.id,
                d.type,
                d.label,
                tuple(sorted({d.label, *d.names})),
                d.lexicon,
                d.gender,
                tuple(dict.fromkeys(d.merges)),
            )
            for id_, d in sorted(self.drafts.items())
            if id_ in used
        )


_SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "and", "or", "for", "by", "with", "from", "but", "is", "as"}


def _in_title_case(name: str) -> str:
    """A title in capitals as it would stand in a list.

    >>> _in_title_case("THE SPARROW IN THE CHIMNEY")
    'The Sparrow in the Chimney'
    """
    words = [
        word.lower() if index and word.lower() in _SMALL else word.capitalize()
        for index, word in enumerate(name.split(" "))
    ]
    return " ".join(words)


@lru_cache(maxsize=65536)
def _loose(name: str) -> str:
    return " ".join([word for word in fold(name).split() if word not in {"the", "a", "an", "of", "in", "and"}])


def _in_two_languages(name: str) -> tuple[str, str] | None:
    """The halves of a name that is a title and its translation; "Face/Off" is one title.

    >>> _in_two_languages("Mørke/The Darkness"), _in_two_languages("Okna / Windows"), _in_two_languages("Face/Off")
    (('Mørke', 'The Darkness'), ('Okna', 'Windows'), None)
    """
    own, stroke, other = name.partition("/")
    if not stroke or "/" in other or min(len(own.strip()), len(other.strip())) < _SHORTEST_HALF:
        return None
    halves = own.strip(), other.strip()
    if own.endswith(" ") and other.startswith(" "):
        return halves
    english = [all(word.casefold() in vocabulary() for word in half.split()) for half in halves]
    apart = english[0] != english[1] and any(" " in half for half in halves)
    return halves if apart or own.isascii() != other.isascii() else None
