"""Countries, regions and cities: names and abbreviations in use → preferred names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cinegraph.errors import LexiconError
from cinegraph.lexicon.entries import PlaceEntry
from cinegraph.lexicon.rows import Row


@dataclass(slots=True)
class Places:
    """What the country rows of all files and pycountry give together; keys are as written.

    :ivar countries: any usual name or abbreviation → preferred name
    :ivar demonyms: "Russian" → "Russia"
    :ivar regions: first-level region, republic or state → country
    """

    countries: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    region_names: dict[str, str] = field(default_factory=dict)

    def add(self, path: Path, content: Row) -> None:
        """Take in the ``[[country]]`` and ``[[region]]`` rows of one file.

        :raises LexiconError: if a row lacks what it needs
        """
        for row in content.get("country", []):
            name = _text(path, "country", row)
            self.countries.update(dict.fromkeys((name, *row.get("aliases", ())), name))
            self.demonyms.update(dict.fromkeys(row.get("demonyms", ()), name))
        for row in content.get("region", []):
            name = _text(path, "region", row)
            country = self.countries.get(row.get("country", ""), row.get("country"))
            if country is None:
                raise LexiconError(f"{path}: [[region]] {name}: add country = \"…\"")
            for known in (name, *row.get("aliases", ())):
                self.regions[known] = country
                self.region_names[known] = name

    def place(self, name: str) -> PlaceEntry | None:
        """The country or region of that name, or None."""
        if name in self.countries:
            return PlaceEntry(self.countries[name], "country", self.countries[name])
        if name in self.regions:
            return PlaceEntry(self.region_names[name], "region", self.regions[name])
        return None


def _text(path: Path, table: str, row: Mapping[str, object]) -> str:
    name = row.get("name") if isinstance(row, dict) else None
    if not isinstance(name, str) or not name:
        raise LexiconError(f"{path}: a [[{table}]] row has no name; add name = \"…\"")
    return name
