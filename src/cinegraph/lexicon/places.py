"""Countries, regions and cities: names and abbreviations in use → preferred names."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from cinegraph.errors import LexiconError
from cinegraph.lexicon.entries import PlaceEntry
from cinegraph.lexicon.fold import fold, slug
from cinegraph.lexicon.rows import Row, texts
from cinegraph.resources import resource

PLACE_TABLES = ("country", "region", "city", "ambiguous")
"""The tables of places that may stand in a file."""

_COUNTRY_FIELDS = {"name", "aliases", "demonyms"}
_PLACE_FIELDS = {"name", "aliases", "country"}
# Smaller places are known to :meth:`Places.place`, but not looked for in running text: too many are common words.
_FOUND_FROM = 100_000
_SURE_FROM = 300_000


@dataclass
class Places:
    """What the place rows of all files, the table of cities and pycountry give together; keys are as written.

    :ivar typed_countries: any usual name or abbreviation of a country → preferred name, from the files alone
    :ivar demonyms: "Russian" → "Russia"
    :ivar regions: name of a first-level region, republic or state → it
    :ivar typed_cities: usual and former names of cities → the city
    :ivar ambiguous: names of places that are as often something else
    """

    typed_countries: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    regions: dict[str, PlaceEntry] = field(default_factory=dict)
    typed_cities: dict[str, PlaceEntry] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)

    def add(self, path: Path, content: Row) -> None:
        """Take in the ``[[country]]``, ``[[region]]`` and ``[[city]]`` rows of one file.

        :raises LexiconError: if a row has no name or no country, or an unknown field
        """
        for row in _rows(path, content, "country", _COUNTRY_FIELDS):
            self.typed_countries.update(dict.fromkeys((row["name"], *row.get("aliases", ())), row["name"]))
            self.demonyms.update(dict.fromkeys(row.get("demonyms", ()), row["name"]))
        self.ambiguous.update(texts(path, "ambiguous", content.get("ambiguous", [])))
        for table, known in (("region", self.regions), ("city", self.typed_cities)):
            for row in _rows(path, content, table, _PLACE_FIELDS):
                if not isinstance(row.get("country"), str):
                    raise LexiconError(f'{path}: [[{table}]] {row["name"]}: add country = "…"')
                place = PlaceEntry(row["name"], table, row["country"])
                known.update(dict.fromkeys((place.name, *row.get("aliases", ())), place))

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Any usual name or abbreviation of a country → its preferred name; those of ISO 3166 from pycountry too."""
        import pycountry

        found = dict(self.typed_countries)
        for country in pycountry.countries:
            preferred = self._preferred(country)
            for name in (country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)):
                if name and "," not in name:
                    found.setdefault(name, preferred)
            found.setdefault(preferred, preferred)
        return found

    def _preferred(self, country: Any) -> str:
        names = (country.name, getattr(country, "common_name", None), country.name.partition(",")[0])
        typed = (self.typed_countries[name] for name in names if name in self.typed_countries)
        return next(typed, getattr(country, "common_name", None) or country.name)

    @cached_property
    def cities(self) -> Mapping[str, PlaceEntry]:
        """World cities of more than 15,000 inhabitants, and typed ones; of several of one name, the largest."""
        import pycountry

        countries = {country.alpha_2: self._preferred(country) for country in pycountry.countries} | {"XK": "Kosovo"}
        found: dict[str, PlaceEntry] = {}
        for name, code, thousands in _city_rows():
            inhabitants = 1000 * int(thousands)
            if name not in found or inhabitants > found[name].population:
                found[name] = PlaceEntry(name, "city", countries.get(code, code), inhabitants)
        known = {name: replace(city, population=_inhabitants(city, found)) for name, city in self.typed_cities.items()}
        return found | known

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        """Folded name → name as it is known, the most important of several."""
        names = [*self.cities, *self.regions, *self.countries]
        return {fold(name): name for name in names if len(name) > 3}

    def place(self, name: str) -> PlaceEntry | None:
        """The country, region or city of that name (in this order), or None. Accents may be missing.

        >>> Places(typed_countries={"Persia": "Iran"}).place("Persia")
        PlaceEntry(name='Iran', kind='country', country='Iran', population=0)
        """
        return self._exactly(name) or self._exactly(self._folded.get(fold(name), "") if name != name.lower() else "")

    def _exactly(self, name: str) -> PlaceEntry | None:
        if name in self.countries:
            return PlaceEntry(self.countries[name], "country", self.countries[name])
        return self.regions.get(name) or self.cities.get(name)

    def found_names(self, first_names: Container[str]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """Names to look for in running text, for a :class:`Gazetteer`: countries, regions, known and large cities.

        :param first_names: folded first names; a city of such a name counts only in context, like a short or small one
        """
        known = dict.fromkeys((*self.countries, *self.regions, *self.typed_cities))
        for name in known:
            place = self._exactly(name)
            bare = name.removeprefix("the ")
            if place is not None and (bare == name or bare not in known):
                yield name, (f"place/{slug(place.name)}",), name in self.ambiguous
        for name, city in self.cities.items():
            if name not in known and city.population >= _FOUND_FROM:
                doubtful = city.population < _SURE_FROM or len(name) < 5 or fold(name) in first_names
                yield name, (f"place/{slug(name)}",), doubtful or name in self.ambiguous


def _inhabitants(city: PlaceEntry, table: Mapping[str, PlaceEntry]) -> int:
    listed = table.get(city.name)
    return listed.population if listed is not None and listed.country == city.country else city.population


def _city_rows() -> Iterator[list[str]]:
    with resource("data", "lexicon", "cities.tsv").open(encoding="utf-8") as table:
        yield from (line.rstrip("\n").split("\t") for line in table if not line.startswith("#"))


def _rows(path: Path, content: Row, table: str, fields: set[str]) -> Iterator[Row]:
    for number, row in enumerate(content.get(table, []), 1):
        if not isinstance(row, dict) or not isinstance(row.get("name"), str) or not row["name"]:
            raise LexiconError(f'{path}: [[{table}]] number {number} has no name; add name = "…"')
        if unknown := sorted(row.keys() - fields):
            where = f"{path}: [[{table}]] {row['name']}"
            raise LexiconError(f"{where}: unknown field {unknown[0]!r}; possible are {', '.join(sorted(fields))}")
        for name in ("aliases", "demonyms"):
            if not all(isinstance(item, str) for item in row.get(name, ())):
                raise LexiconError(f"{path}: [[{table}]] {row['name']}: {name} must be a list of names")
        yield row
