"""What a film is to somebody with whom the article only connects it: directed, shot or acted in, by the trades and credits that the article tells."""

from __future__ import annotations

import re

from cinegraph.extract.claims import Collector
from cinegraph.extract.filmography import DIRECTING
from cinegraph.extract.nodes import Node
from cinegraph.extract.patterns import OWN, pattern_of
from cinegraph.extract.reading import Reading

_RELATION_OF_TRADE = {
    "actor": "cast_member", "actress": "cast_member", "cinematographer": "cinematographer", "director of photography": "cinematographer", "editor": "editor",
    "film editor": "editor", "composer": "composer", "producer": "producer", "screenwriter": "screenwriter", "scriptwriter": "screenwriter",
}  # fmt: skip
_BEHIND_THE_CAMERA = frozenset({"cinematographer", "director of photography", "camera operator"})
_ACTING = frozenset({"actor", "actress", "film actor", "film actress"})
_OTHER_WORK = ("director", "screenwriter", "cinematographer", "editor", "composer", "producer")
_OTHER_CRAFT = re.compile(
    r"\b(?:cinematographer|director of photography|d\.?p\.?|actor|actress|composer|editor|film critic|screenwriter)s?\b"
)
_DIRECTOR = re.compile(r"\b(?:director(?! of photography)|film-?maker|directs|directed|directing|directorial)\b")
_HEAD_OF_ARTICLE = 1000


def told_by_the_end(collector: Collector) -> None:
    """Where the article gives a film to somebody as its director, what it only calls that person's films was no part in them.

    A part is only a guess while the article has told of nothing but parts; what is told further down mends it.
    """
    current, made = collector.registry.current, set()
    for statement in collector.statements:
        pattern = pattern_of(statement.evidence.rule)
        if statement.relation == "director" and not (pattern is not None and pattern.own_film):
            made.add(current(statement.object))
    for statement in collector.statements:
        pattern = pattern_of(statement.evidence.rule)
        guessed = pattern is not None and any(relation == OWN for _, relation, _ in pattern.claims)
        if guessed and statement.relation == "cast_member" and current(statement.object) in made:
            statement.relation = "director"


class WorkOfPeople:
    """The work of the people of one article, as relations of films to them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def of(self, person: Node) -> list[str]:
        """What a film of this person's is to that person: by the only trade that the article gives, else directed."""
        trades = self._trades(person)
        if not trades and self.reading.discourse.life and self.reading.discourse.topic_person in person.ids:
            trades |= self.reading.craft
        if not trades and self._only_acts(person):
            return ["cast_member"]
        known = {relation for trade in trades if (relation := _RELATION_OF_TRADE.get(trade))}
        if trades & DIRECTING or (not known and self._may_direct(person)):
            return ["director"]
        return sorted(known) if len(known) == 1 else []

    def known(self, person: Node) -> list[str]:
        """What somebody does in films, where the article tells one craft of that person or credits one; nothing where it does not."""
        ids = {self.reading.registry.current(id_) for id_ in person.ids}
        if any(value in ids for _, value in self.reading.collector.pairs("director")):
            return ["director"]
        trades = self._trades(person)
        if trades and trades.isdisjoint(_RELATION_OF_TRADE) and trades.isdisjoint(DIRECTING):
            return []  # a designer, a gaffer: neither relation of a film
        return self.of(person) if trades or self._only_acts(person) else []

    def _trades(self, person: Node) -> set[str]:
        """What the article has called somebody by trade."""
        ids = {self.reading.registry.current(id_) for id_ in person.ids}
        said = {trade for subject, trade in self.reading.collector.pairs("occupation") if subject in ids}
        return said.union(*(self.reading.registry.draft(id_).occupations for id_ in ids))

    def own(self, person: Node, words: str) -> list[str]:
        """What a film that is called somebody's own is to that person: by the only trade that the article gives, unless the words tell of directing, or that it is that person's own."""
        found = [] if "direct" in words or " own " in words else self.of(person)
        return found if len(found) == 1 else ["director"]

    def taken_on(self, person: Node | None, chief: Node | None) -> list[str]:
        """What somebody does who was taken on to shoot a film: the trade tells; whoever a director takes on is behind the camera."""
        trades = self._trades(person) if person is not None else set()
        if trades & _BEHIND_THE_CAMERA or (not trades and self.takes_on(chief) == ["director"]):
            return ["cinematographer"]
        return ["director"] if trades & DIRECTING and self.takes_on(chief) != ["director"] else []

    def takes_on(self, chief: Node | None) -> list[str]:
        """What somebody does for a film who takes on others: what the article has said, no guess."""
        return [work for work in self.known(chief) if work in ("director", "producer")] if chief is not None else []

    def _only_acts(self, person: Node) -> bool:
        """Whether all that the article has said of somebody, and of that person's part in films, is that of an actor."""
        if self._trades(person) - _ACTING:
            return False
        current, pairs = self.reading.registry.current, self.reading.collector.pairs
        ids = {current(id_) for id_ in person.ids}
        played = any(value in ids for _, value in pairs("cast_member"))
        return played and not any(value in ids for relation in _OTHER_WORK for _, value in pairs(relation))

    def _may_direct(self, person: Node) -> bool:
        """Whether nothing tells against it that a person without a trade directs: no other craft at the head of that person's own article."""
        discourse = self.reading.discourse
        own = {discourse.topic_person, *discourse.speakers} & set(person.ids)
        head = self.reading.text[:_HEAD_OF_ARTICLE].lower()
        return not own or not _OTHER_CRAFT.search(head) or _DIRECTOR.search(head) is not None
