"""The lexicon as a whole: what the field calls things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from cinegraph.errors import LexiconError
from cinegraph.lexicon.building import entries_of
from cinegraph.lexicon.entries import Entry, Occupation, PlaceEntry
from cinegraph.lexicon.first_names import first_names
from cinegraph.lexicon.fold import fold
from cinegraph.lexicon.gazetteer import Gazetteer
from cinegraph.lexicon.joining import joined
from cinegraph.lexicon.places import PLACE_TABLES, Places
from cinegraph.lexicon.rows import TABLES, Row, read_toml, toml_files
from cinegraph.lexicon.words import WORD_TABLES, Words
from cinegraph.model import EntityType
from cinegraph.resources import resource

_MOST_ASKED = 1 << 16


@dataclass(frozen=True)
class Lexicon:
    """Names and words of cinema, checked; see :class:`Entry` and :class:`Words` for what they hold.

    :ivar entries: every entry by its id, in the order of the files
    """

    entries: Mapping[str, Entry]
    words: Words
    place_names: Places

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name → ids of the entries it always means (of several types at most one each)."""
        return _index((name, entry.id) for entry in self.entries.values() for name in entry.always)

    @cached_property
    def contextual_names(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name → ids of the entries it means in their context only."""
        return _index((name, entry.id) for entry in self.entries.values() for name in entry.contextual)

    @cached_property
    def ceremonies(self) -> frozenset[str]:
        """Ids of the awards that consist of categories, each an award of its own."""
        return frozenset(entry.part_of for entry in self.entries.values() if entry.part_of)

    @cached_property
    def festival_awards(self) -> tuple[Entry, ...]:
        """The awards that belong to a festival, in the order of the files."""
        return tuple(e for e in self.entries.values() if e.type is EntityType.AWARD and e.festival)

    @cached_property
    def sections_of(self) -> Mapping[str, tuple[Entry, ...]]:
        """Id of a festival → its sections, in the order of the files."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if entry.type is EntityType.SECTION and entry.festival:
                found.setdefault(entry.festival, []).append(entry)
        return {festival: tuple(sections) for festival, sections in found.items()}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """A finder for the names of all entries."""
        return Gazetteer(self._found_names(), self.words.common_nouns)

    def _found_names(self) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        always: dict[str, list[str]] = {}
        contextual: dict[str, list[str]] = {}
        for entry in self.entries.values():
            for name in entry.always:
                always.setdefault(name, []).append(entry.id)
            for name in entry.contextual:
                contextual.setdefault(name, []).append(entry.id)
        yield from ((name, tuple(sorted(ids)), False) for name, ids in always.items())
        yield from ((name, tuple(sorted(ids)), True) for name, ids in contextual.items())

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The entries that a name always means, or else those that it may mean; empty for an unknown name.

        >>> [entry.id for entry in load_lexicon().lookup("Berlinale")]
        ['festival/berlin-international-film-festival']
        """
        key = fold(name)
        return tuple(self.entries[found] for found in self.names.get(key) or self.contextual_names.get(key, ()))

    @property
    def countries(self) -> Mapping[str, str]:
        """Any usual name or abbreviation of a country → its preferred name."""
        return self.place_names.countries

    @property
    def demonyms(self) -> Mapping[str, str]:
        """Adjective or noun of nationality → country."""
        return self.place_names.demonyms

    @property
    def regions(self) -> Mapping[str, PlaceEntry]:
        """Name of a region, republic or state → it, with its country."""
        return self.place_names.regions

    @property
    def cities(self) -> Mapping[str, PlaceEntry]:
        """Name of a city → the largest city of that name, with its country."""
        return self.place_names.cities

    @cached_property
    def place_gazetteer(self) -> Gazetteer:
        """A finder for countries, regions and cities; ids are ``place/…``, a match's name goes to :meth:`place`."""
        return Gazetteer(self.place_names.found_names(self.first_names))

    @cached_property
    def languages(self) -> frozenset[str]:
        """Names of languages in English: those with a code of two letters in ISO 639, and others in use on credits."""
        import pycountry

        coded = (language.name for language in pycountry.languages if hasattr(language, "alpha_2"))
        return frozenset(self.words.languages) | {name.partition(" (")[0] for name in coded}

    @property
    def ethnicities(self) -> frozenset[str]:
        """Names of peoples that are no nationality of a state of today: "Kabardian", "Kurdish"."""
        return frozenset(self.words.ethnicities)

    @cached_property
    def first_names(self) -> Mapping[str, str]:
        """First name, folded and romanised → ``female``, ``male`` or ``both``."""
        words = self.words
        typed = {"female": words.female_names, "male": words.male_names, "both": words.unisex_names}
        return first_names(typed, words.not_first_names)

    def gender_of(self, first_name: str) -> str | None:
        """``female`` or ``male``, or None where the first name is unknown or borne by both."""
        found = self.first_names.get(fold(first_name))
        return None if found == "both" else found

    def place(self, name: str) -> PlaceEntry | None:
        """The country, region or city of that name (in this order), or None.

        >>> load_lexicon().place("Leningrad").name, load_lexicon().place("Bavaria").country
        ('Saint Petersburg', 'Germany')
        """
        asked = self._asked
        if name not in asked:
            if len(asked) >= _MOST_ASKED:
                asked.clear()
            asked[name] = self.place_names.place(name) or self._seats.get(name)
        return asked[name]

    @cached_property
    def _asked(self) -> dict[str, PlaceEntry | None]:
        """What names asked for have been answered with: an article asks for each of its names many times."""
        return {}

    @cached_property
    def _seats(self) -> Mapping[str, PlaceEntry]:
        """Small towns that have a festival or a school."""
        seated = self.entries.values()
        return {at.place: PlaceEntry(at.place, "city", at.country) for at in seated if at.place and at.country}

    @property
    def occupations(self) -> Mapping[str, Occupation]:
        """Noun in lower case, singular or plural → occupation."""
        return self.words.occupations


def _index(pairs: Iterator[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, entry_id in pairs:
        found.setdefault(fold(name), {})[entry_id] = None
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


@lru_cache(maxsize=4)
def load_lexicon(*extra: Path) -> Lexicon:
    """The shipped lexicon, joined by a user's own files or folders; read and checked once for each process.

    :param extra: TOML files, or folders of them, in the form of ``data/lexicon``
    :raises LexiconError: if a file cannot be read, or a row is malformed or contradicts another

    >>> load_lexicon().entries["festival/cannes-film-festival"].country
    'France'
    """
    contents = [*_shipped(), *((path, read_toml(path)) for source in extra for path in toml_files(source))]
    words, places = Words(), Places()
    for path, content in contents:
        _check_tables(path, content)
        words.add(path, content)
        places.add(path, content)
    entries = joined((path, entry) for path, content in contents for entry in entries_of(path, content))
    return Lexicon(entries, words, places)


@lru_cache(maxsize=1)
def _shipped() -> tuple[tuple[Path, Row], ...]:
    return tuple((path, read_toml(path)) for path in toml_files(resource("data", "lexicon")))


_TABLES = frozenset((*TABLES, *WORD_TABLES, *PLACE_TABLES, "source"))


def _check_tables(path: Path, content: Row) -> None:
    for table in content:
        if table not in _TABLES:
            raise LexiconError(f"{path}: unknown table {table!r}; possible are {', '.join(sorted(_TABLES))}")
