"""States what a sentence says: brings the nodes of a claim to entities and literals, and hands it to the collector."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from cinegraph.extract.award_linking import settle
from cinegraph.extract.claims import Statement, award_qualifiers
from cinegraph.extract.nations import NATIONS_IN_FRONT
from cinegraph.extract.nodes import Node
from cinegraph.extract.patterns import pattern_of
from cinegraph.extract.placing import Placing
from cinegraph.extract.reading import Reading
from cinegraph.extract.unknown_names import as_film, as_person
from cinegraph.model import EntityType, Modality
from cinegraph.relations import RELATIONS

Qualifiers = dict[str, tuple[str, bool]]
"""Qualifier → id or text, and whether it is a text."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where and how something is said.

    :ivar span: where the sentence begins and ends
    :ivar rule: the name of the pattern or of the reduction
    :ivar cue: the words that show the modality
    :ivar speaker: the label of the person who says it, if it is not the article
    :ivar of_winners: whether it is a line of a list of winners, which is of one festival
    """

    span: tuple[int, int]
    rule: str
    modality: Modality = Modality.ASSERTED
    cue: str | None = None
    speaker: str | None = None
    of_winners: bool = False


class Statements:
    """Makes statements of nodes."""

    def __init__(self, reading: Reading, placing: Placing) -> None:
        self.reading, self.placing = reading, placing

    def state(
        self,
        subject: Node,
        relation: str,
        value: Node | str,
        source: Source,
        qualifiers: Mapping[str, Node | str] | None = None,
    ) -> None:
        """State that a subject has this relation to a value; nothing where one of them cannot be what the relation takes."""
        if subject.letter == "A":
            settle(subject, self.reading.registry, self.reading.lexicon)
            entry = self.reading.entry(subject.ids[0])
            if (
                entry is not None
                and entry.conferred_by
                and isinstance(value, Node)
                and value.ids
                and self.reading.registry.draft(value.ids[0]).lexicon != entry.conferred_by
            ):
                return
        if (
            relation == "country"
            and isinstance(value, Node)
            and value.letter == "L"
            and value.note not in ("country", "")
        ):
            return
        subject_id = self._entity(subject, relation, True)
        if subject_id is None:
            return
        steps = tuple(n.note for n in (subject, value) if isinstance(n, Node) and n.note and n.kind != "name")
        state = self._stating(source, steps)
        found: Qualifiers = {}
        for key, other in (qualifiers or {}).items():
            if isinstance(other, str):
                found[key] = (other, True)
                continue
            if key == "for_work":
                as_film(other, self.reading.registry)
            if other.ids:
                found[key] = (self.reading.registry.current(other.ids[0]), False)
            else:
                found[key] = (_singular(other), True)
        if isinstance(value, str):
            state(subject_id, relation, value, literal=True, qualifiers=found)
            return
        if value.letter == "A":
            self._award(subject, subject_id, relation, value, found, source, steps)
            return
        if value.letter == "N" and value.members:
            for member in value.members:
                self.state(subject, relation, member, source, qualifiers)
            return
        if value.letter == "N" and EntityType.PLACE in RELATIONS[relation].objects:
            country = (
                self.reading.lexicon.demonyms.get(NATIONS_IN_FRONT.get(value.text, value.text))
                or self.reading.lexicon.demonyms.get(value.text.split()[-1])
                or self.reading.lexicon.demonyms.get(value.text.removesuffix("s"))
                or self.reading.lexicon.countries.get(value.text)
            )
            if country is None:
                return
            value = Node("L", value.start, value.end, value.text, (self.reading.registry.place(country),))
            self.reading.registry.see(value.ids[0], value.text)
        if value.letter == "E" and "year" in value.attributes:
            found.setdefault("year", (str(value.attributes["year"]), True))
        if value.letter == "S":
            section = value.ids[0] if value.ids else None
            festival = value.attributes.get("festival")
            if section and (festival is None or not festival.ids):
                parent = self.reading.entry(section)
                if parent is None or not parent.festival:
                    return
                found["section"] = (section, False)
                festival_id = self.reading.registry.entry(self.reading.lexicon.entries[parent.festival])
            elif section and festival is not None:
                found["section"] = (section, False)
                festival_id = festival.ids[0]
            else:
                return
            if "year" in value.attributes:
                found.setdefault("year", (str(value.attributes["year"]), True))
            state(subject_id, relation, festival_id, qualifiers=self._dated(relation, festival_id, found))
            return
        if not RELATIONS[relation].objects or (not value.ids and value.letter in "YDNRC"):
            text = str(value.attributes.get("label", value.text)) if value.letter == "R" else value.text
            state(subject_id, relation, text, literal=True, qualifiers=found)
            return
        object_id = self._entity(value, relation, False)
        if object_id is not None:
            state(subject_id, relation, object_id, qualifiers=self._dated(relation, object_id, found))

    def _dated(self, relation: str, festival: str, found: Qualifiers) -> Qualifiers:
        """The qualifiers with the year of the edition that the article reports on, where a jury of it has none."""
        if relation != "jury_member" or "year" in found:
            return found
        year = self.placing.edition_year(festival)
        return {**found, "year": (year, True)} if year is not None else found

    def state_countries(self, film: Node, countries: Iterable[tuple[tuple[int, int], str]], source: Source, relation: str = "country") -> None:
        """State from which countries a film is.

        :param countries: where each stands in the article, and its name
        :param relation: what they are to it
        """
        for (start, end), country in countries:
            words = self.reading.text[start:end]
            place = self.reading.registry.place(country)
            self.reading.registry.see(place, words)
            self.state(film, relation, Node("L", start, end, words, (place,)), source)

    def _stating(self, source: Source, steps: tuple[str, ...]) -> Callable[..., Statement | None]:
        return partial(
            self.reading.collector.state,
            span=source.span,
            rule=source.rule,
            modality=source.modality,
            cue=source.cue,
            speaker=source.speaker,
            steps=steps,
        )

    def _award(
        self,
        subject: Node,
        subject_id: str,
        relation: str,
        award: Node,
        found: Qualifiers,
        source: Source,
        steps: tuple[str, ...],
    ) -> None:
        pattern = pattern_of(source.rule)
        if pattern is not None and pattern.film_behind and self._is_for_another(award, found["for_work"][0]):
            return
        self.placing.place(award, of_winners=source.of_winners)
        giver = award.attributes.get("given")
        if giver is not None and source.modality is Modality.ASSERTED:
            self.reading.collector.state(
                award.ids[0], "conferred_by", giver.ids[0], span=source.span, rule=source.rule, speaker=source.speaker
            )
        state = self._stating(source, steps)
        gathered = award_qualifiers(award, self.reading.registry, self.reading.lexicon)
        merged = {**gathered, **found}
        if self.reading.registry.draft(subject_id).type is not EntityType.PERSON:
            merged.pop("for_work", None)
        works = award.attributes.get("for_work") if "for_work" in merged and "for_work" not in found else None
        for work in works.parts() if works is not None else [None]:
            if work is not None and work.ids:
                merged["for_work"] = (self.reading.registry.current(work.ids[0]), False)
            state(subject_id, relation, award.ids[0], qualifiers=merged)
        for person in (
            award.attributes["for_person"].parts()
            if "for_person" in award.attributes and "for_work" not in merged
            else ()
        ):
            told = {**merged, "for_work": (subject_id, False)}
            state(person.ids[0], relation, award.ids[0], qualifiers=told)

    def _is_for_another(self, award: Node, work: str) -> bool:
        """Whether a prize of a list has been told to be for another film than the one that the list ends with ("A for F, B for G")."""
        own = award.attributes.get("for_work")
        ids = [self.reading.registry.current(id_) for part in own.parts() for id_ in part.ids] if own is not None else []
        return bool(ids) and work not in ids

    def _entity(self, node: Node, relation: str, is_subject: bool) -> str | None:
        wanted = RELATIONS[relation].subjects if is_subject else RELATIONS[relation].objects
        if not node.ids and node.letter in "TX":
            if EntityType.FILM in wanted and (node.letter == "T" or EntityType.PERSON not in wanted):
                as_film(node, self.reading.registry)
            elif EntityType.PERSON in wanted and node.letter == "X":
                as_person(node, self.reading.registry)
            elif EntityType.ORGANIZATION in wanted and node.letter == "X":
                node.ids = (self.reading.registry.named(EntityType.ORGANIZATION, node.text),)
                self.reading.registry.see(node.ids[0], node.text)
            elif EntityType.PLACE in wanted and node.letter == "X":
                if node.text in self.reading.lexicon.demonyms or node.text in self.reading.lexicon.languages:
                    return None  # "made in English" says nothing of a place
                node.ids = (self.reading.registry.place(node.text),)
                self.reading.registry.see(node.ids[0], node.text)
            elif EntityType.WORK in wanted:
                node.ids = (self.reading.registry.title(node.text, EntityType.WORK),)
                self.reading.registry.see(node.ids[0], node.text)
        return self.reading.registry.current(node.ids[0]) if node.ids else None


def _singular(node: Node) -> str:
    """What a node without an entity is written as, a trade of several people as that of one ("guest directors": guest director)."""
    if node.letter == "R" and node.attributes.get("plural"):
        return node.text.removesuffix("s")
    return node.text
