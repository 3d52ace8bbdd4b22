"""Where an award or a section belongs that a sentence names without its festival: what the sentence, the headings or the paragraph speak of."""

from __future__ import annotations

import re

from cinegraph.extract.award_linking import settle
from cinegraph.extract.awards import is_ceremony
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.scopes import nearest_festival
from cinegraph.extract.section_linking import settle_section

_POINTING = re.compile(r"\b(?:the|this|that|the same) (?:section|sidebar|strand)\b|\bthere\b")
_BESIDE = 25  # characters left and right of an award in which words may point to its section
# What there is many of in one evening.
_OF_MANY = re.compile(r" (?:award )?(?:nominations?|nods?|noms|nominees|race|field|contest|contenders|wins|haul|ceremony|night|gala|winners|trophies|statuettes|prizes|shortlists?|categories)\b")
# "The Best Pitch award at Porto FilmMart"
_AT = re.compile(r"(?: (?:award|prize|mention|trophy))? at (?:the )?(?=[A-ZÀ-Þ])")
# "In competition" names no section.
_UNNAMED = re.compile(r"(?:in |the |main |official |international )*(?:out[- ]of[- ])?competition$", re.IGNORECASE)


class Placing:
    """Finds the festival, section and year of awards and sections."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.festival_block = -1
        self.section_spoken_of: tuple[Node | None, int] = (None, -1)

    def hear(self, block: int) -> None:
        """Take in the festival and the section that a sentence of this block has named."""
        if self.reading.near_festival is not None:
            self.festival_block = block
        if self.reading.near_section is not None:
            self.section_spoken_of = (self.reading.near_section, block)

    def around(self, award: Node | None = None, *, of_winners: bool = False) -> list[Node]:
        """The festivals that an award or a section without one may belong to: the sentence's, the headings', the article's, the paragraph's.

        :param of_winners: whether a list of winners names the award: where there is none of these, it is of the only festival that the article names
        """
        near_festival = (
            nearest_festival(award, self.reading.nodes, self.reading.text)
            if award is not None
            else self.reading.near_festival
        )
        spoken_of = self.reading.discourse.festival if self.festival_block == self.reading.discourse.paragraph else None
        near = (near_festival, self.reading.scopes.festival(), self.reading.edition, spoken_of)
        found = [n for n in near if n is not None and n.ids]
        if not found and of_winners and (only := self._only_festival()) is not None:
            found.append(only)  # it goes through the whole article, so it is asked last
        return found

    def _only_festival(self) -> Node | None:
        """The festival that an article's lists of winners are of: the only one that it names, with the year that it has been told of there."""
        current = self.reading.registry.current
        found = [n for n in self.reading.naming.nodes if n.letter == "E" and n.ids]
        if len({current(n.ids[0]) for n in found}) != 1:
            return None
        home = current(found[0].ids[0])
        told = (s.qualifiers for s in self.reading.collector.statements if s.relation in ("won", "screened_at"))
        years = {q["year"][0] for q in told if "year" in q and "festival" in q and current(q["festival"][0]) == home}
        attributes = {"year": years.pop()} if len(years) == 1 else {}
        return Node("E", found[0].start, found[0].end, found[0].text, found[0].ids, "heading", attributes)

    def settle_sections(self, nodes: list[Node], span: tuple[int, int]) -> None:
        """Settles which sections are meant, and says whose they are where the article names the festival."""
        for node in nodes:
            if node.letter != "S":
                continue
            settle_section(node, self.around(), self.reading.registry, self.reading.lexicon)
            entry = self.reading.entry(node.ids[0]) if node.ids else None
            owner = self.reading.registry.drafts.get(f"festival:{entry.festival}") if entry is not None else None
            if owner is not None and any(owner.names.values()) and not _UNNAMED.match(node.text):
                self.reading.collector.state(
                    node.ids[0], "section_of", owner.id, span=span, rule="section of a festival that the article names"
                )

    def place(self, award: Node, *, of_winners: bool = False) -> None:
        """An award that is named without its festival belongs to the one that the sentence, the headings or the paragraph speak of.

        :param of_winners: whether a list of winners names it
        """
        around = [] if self._is_won_elsewhere(award) else self.around(award, of_winners=of_winners)
        generic = "generic" in award.attributes or self._of_festivals(award) or (of_winners and bool(around) and not award.ids)
        if (generic or not award.ids) and _is_homeless(award):
            self._give_to_evening(award, bool(around))
        if generic and _is_homeless(award):
            if around and not award.ids:
                self._give_to_festival(award, around[0], of_winners)
            else:
                self._give_to_section(award, bool(around))
        if not award.ids and _is_homeless(award) and not around and (of_winners or not self.reading.dated):
            self._give_to_body(award)
        settle(award, self.reading.registry, self.reading.lexicon)
        self._place_independent(award, around, of_winners)
        self._date(award, around)

    def _is_won_elsewhere(self, award: Node) -> bool:
        """Whether words behind an award say where it was won, and nobody knows what that is: "the Best Pitch award at Porto FilmMart"."""
        named = _AT.match(self.reading.text, award.end)
        return named is not None and not any(n.letter in "ESLY" and n.overlaps(named.end(), named.end() + 40) for n in self.reading.nodes)

    def _give_to_evening(self, award: Node, elsewhere: bool) -> None:
        """Have an award given on the evening of prizes that the sentence, the headings or, with no festival there, the article speaks of."""
        ceremonies = (n for n in self.reading.nodes if n is not award and ((n.ids and is_ceremony(n)) or self._is_of_categories(n)))
        evening = next(ceremonies, None) or self.reading.scopes.evening() or (None if elsewhere else self.reading.evening)
        if evening is not None:
            award.attributes["organization"] = evening
            if "year" in evening.attributes:
                award.attributes.setdefault("year", evening.attributes["year"])

    def _give_to_body(self, award: Node) -> None:
        """Have an award given by the body whose prizes the page lists."""
        body = self.reading.body
        if body is not None:
            award.attributes["organization"] = body
            if "year" in body.attributes:
                award.attributes.setdefault("year", body.attributes["year"])

    def _is_of_categories(self, award: Node) -> bool:
        """Whether words behind an academy's prize tell that it is one of many: "five Goya nominations, among them best film"."""
        if award.letter != "A" or award.members or _OF_MANY.match(self.reading.text, award.end) is None:
            return False
        entry = self.reading.entry(settle(award, self.reading.registry, self.reading.lexicon))
        return entry is not None and entry.id in self.reading.lexicon.ceremonies

    def _give_to_festival(self, award: Node, festival: Node, of_winners: bool) -> None:
        """Have an award given at a festival, in the section that the sentence, the headings or the paragraph speak of."""
        award.attributes["festival"] = festival
        headed = of_winners or festival is self.reading.scopes.festival()
        heading = self.reading.scopes.find("S") if headed else self._section_of_paragraph(festival)
        inside = self.reading.near_section or heading
        if inside is not None and inside.ids:
            award.attributes["section"] = inside

    def _give_to_section(self, award: Node, elsewhere: bool) -> None:
        """Have an award given in the section that is meant, and at its festival."""
        inside = self._section_meant(award, elsewhere)
        if inside is not None and inside.ids:
            award.attributes["section"] = inside
            if "festival" in inside.attributes:
                award.attributes["festival"] = inside.attributes["festival"]

    def _place_independent(self, award: Node, around: list[Node], of_winners: bool) -> None:
        """Where a prize of many festivals was given, if the sentence, the headings or the list of winners name the festival."""
        if not award.ids or not around or "festival" in award.attributes or not self._independent(award.ids[0]):
            return
        if of_winners or (around[0] is not self.reading.discourse.festival and around[0] is not self.reading.edition):
            award.attributes["festival"] = around[0]

    def _date(self, award: Node, around: list[Node]) -> None:
        """The year of an award without one is that of its festival's edition; not of the article's where the sentence has a date."""
        festival = award.attributes.get("festival")
        if festival is None or not festival.ids or "year" in award.attributes:
            return
        for other in around:
            if other is self.reading.edition and self.reading.dated:
                continue
            if self.reading.same(other, festival) and "year" in other.attributes:
                award.attributes["year"] = other.attributes["year"]
                break

    def edition_year(self, festival: str) -> str | None:
        """The year of the edition that the article reports on, where it is this festival's and the sentence gives no year."""
        edition = self.reading.edition
        if edition is None or self.reading.dated or not edition.ids:
            return None
        current = self.reading.registry.current
        return edition.attributes.get("year") if current(edition.ids[0]) == current(festival) else None


    def _of_festivals(self, award: Node) -> bool:
        """Whether one of the prizes that an award's name may mean is a festival's: no festival gives an Oscar."""
        entries = [self.reading.lexicon.entries[choice] for choice in award.attributes.get("choices", ())]
        return any(entry.festival is not None for entry in entries)

    def _independent(self, award: str) -> bool:
        """Whether an award is given at many festivals, by a jury of its own."""
        entry = self.reading.entry(award)
        independent = (
            entry is not None
            and entry.festival is None
            and entry.part_of is None
            and (entry.conferred_by or "").startswith("organization")
        )
        return independent and award.removeprefix("award:") not in self.reading.lexicon.ceremonies

    def _section_meant(self, award: Node, elsewhere: bool) -> Node | None:
        """The section that the sentence names, else the one of the paragraph where words beside the award point to it ("there")."""
        if self.reading.near_section is not None or elsewhere:
            return self.reading.near_section
        section, block = self.section_spoken_of
        if block != self.reading.discourse.paragraph:
            return None
        beside = self.reading.text[max(award.start - _BESIDE, 0) : award.start].rpartition(". ")[2]
        beside += self.reading.text[award.start : award.end + _BESIDE].partition(". ")[0]
        return section if _POINTING.search(beside) else None

    def _section_of_paragraph(self, festival: Node) -> Node | None:
        """The section that the paragraph has spoken of, where it is that festival's."""
        section, block = self.section_spoken_of
        if section is None or block != self.reading.discourse.paragraph:
            return None
        owner = section.attributes.get("festival")
        same = owner is not None and owner.ids and self.reading.same(owner, festival)
        return section if same else None


def _is_homeless(award: Node) -> bool:
    """Whether nothing is known of where an award is given."""
    return not {"festival", "section", "organization"} & award.attributes.keys()
