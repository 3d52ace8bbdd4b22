"""What the lexicon holds: an entry for each festival, section, award, organisation and publication; words; places."""

from __future__ import annotations

from dataclasses import dataclass

from cinegraph.model import EntityType


@dataclass(frozen=True, slots=True)
class Entry:
    """One festival, section, award, organisation or publication.

    :ivar id: as in ``festival/cannes-film-festival`` or ``section/cannes-un-certain-regard``
    :ivar name: the preferred English name
    :ivar aliases: other names that always mean this entry, in no article anything else
    :ivar contextual: names that mean it only in context: "Venice", "Grand Prix", "Competition"
    :ivar place: the city it is held or seated in
    :ivar festival: of a section or an award, the id of its festival
    :ivar part_of: of an academy's category, the id of its awards: ``award/academy-awards``
    :ivar section: of an award, the id of the section it is given in
    :ivar conferred_by: of an award, the id of the organisation or festival that gives it
    :ivar run_by: of a section, who runs it, where that is not the festival
    :ivar honours: of an award, the relation of the craft it honours (``director``, ``cast_member`` …), or else
        ``film``, ``debut``, ``short``, ``documentary``, ``animation``, ``series``, ``career``, ``newcomer``
    :ivar gender: of an acting award, ``female`` or ``male``
    :ivar kind: of an organisation, what it is: ``school``, ``studio``, ``broadcaster`` …
    :ivar editions: a known edition as ``(number, year)``, where editions are numbered yearly
    :ivar skipped: years without an edition
    :ivar since: the first year for which that numbering holds
    :ivar source: where the row can be checked
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    festival: str | None = None
    part_of: str | None = None
    section: str | None = None
    conferred_by: str | None = None
    run_by: str | None = None
    honours: str | None = None
    gender: str | None = None
    kind: str | None = None
    editions: tuple[int, int] | None = None
    skipped: tuple[int, ...] = ()
    since: int | None = None
    source: str = ""

    @property
    def always(self) -> tuple[str, ...]:
        """The names that mean this entry in any context; its preferred name is not one if it is a common word.

        >>> Entry("p", EntityType.PUBLICATION, "Variety", ("Variety magazine",), ("Variety",)).always
        ('Variety magazine',)
        """
        return tuple(name for name in (self.name, *self.aliases) if name not in self.contextual)

    def edition_year(self, number: int) -> int | None:
        """The year of an edition, or None where the numbering is not known.

        >>> cannes = Entry("f", EntityType.FESTIVAL, "Cannes", editions=(70, 2017), skipped=(1948, 1950), since=1946)
        >>> cannes.edition_year(72), cannes.edition_year(3), cannes.edition_year(0)
        (2019, 1949, None)
        """
        if self.editions is None or number < 1:
            return None
        _, anchor = self.editions
        first = self.since or anchor - self.editions[0] + 1 - len(self.skipped)
        return next((year for year in range(first, anchor + 200) if self.edition_number(year) == number), None)

    def edition_number(self, year: int) -> int | None:
        """The number of the edition held in a year, or None where it is not known or there was none.

        >>> Entry("festival/b", EntityType.FESTIVAL, "B", editions=(67, 2017)).edition_number(2020)
        70
        """
        if self.editions is None or year in self.skipped or (self.since is not None and year < self.since):
            return None
        known, anchor = self.editions
        lost = sum(min(anchor, year) < gap < max(anchor, year) for gap in self.skipped)
        number = known + (year - anchor) + (lost if year < anchor else -lost)
        return number if number > 0 else None


@dataclass(frozen=True, slots=True)
class Occupation:
    """What a noun for a trade means.

    :ivar label: the occupation as it is given in a claim: "film director" is ``director``
    :ivar relation: the relation to a film that the noun implies ("the film's composer"), or None
    :ivar gender: ``female`` or ``male``, where the noun tells
    :ivar plural: whether the noun stands for several people
    """

    label: str
    relation: str | None = None
    gender: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place.

    :ivar name: the preferred English name
    :ivar kind: ``country``, ``region`` or ``city``
    :ivar country: the country it lies in (a country's own name, for a country)
    :ivar population: of a city, in persons; 0 where it is not given
    """

    name: str
    kind: str
    country: str
    population: int = 0
