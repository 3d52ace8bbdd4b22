"""Who "he", "the film", "the duo" and "I" are: resolved sentence by sentence, by gender, number, role and recency."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry

_FILM_NOUN = "film|movie|picture|drama|documentary|feature|thriller|comedy|short|western|production|series|show|miniseries|biopic|mini-series|programme|project"
_PERSON_NOUN = "director|filmmaker|film-maker|helmer|actor|actress|auteur|screenwriter|writer|cinematographer|producer|composer|novelist|cineaste|writer-director|star|documentarian|playwright"
WORDS = re.compile(
    r"(?<![\w'-])(?:"
    r"(?P<he>he|him|himself)|(?P<his>his)|(?P<she>she|herself)|(?P<her>her)|(?P<they>they|them)|(?P<their>their)"
    r"|(?P<it>it)|(?P<its>its)"
    rf"|(?P<film>(?:the|this)(?: (?!(?:of|in|to|for|and|by|from|with|at|on|that|is|was|as|first|last|only|second|third|next|best|most)\b)(?:[\w-]+|\w+'s)){{0,3}}? (?:{_FILM_NOUN}))(?! (?:director|festival|industry|school|world|maker|critic|adaptation|version|course|music|stars?|class|company|academy|studio|scene)|[\w-])"
    rf"|(?P<person>(?:the|this)(?: (?:\d\d-year-old|young|veteran|russian|french|german|italian|american|british|celebrated|acclaimed|late|prolific|\w+-born|first-time|female|\w+ish|\w+ian|\w+ese))? (?:{_PERSON_NOUN}))(?=[ ,.;:)]|'s|$)(?! (?:of|behind))"
    r"|(?P<festival>(?:the|this|that)(?: same)? (?:festival|fest)(?=[ ,.;:)']|$)|there(?=[,.;)]|$))"
    r"|(?P<duo>the (?:duo|pair|couple|two|two directors|two filmmakers|filmmakers|directors|brothers|sisters)|the two of them)(?=[ ,.;:)']|$)"
    r"|(?P<i>i|me|myself)|(?P<my>my)|(?P<we>we|us|ourselves)|(?P<our>our)|(?P<you>you)|(?P<your>your)"
    r")(?![\w-])"
)
_OBLIQUE_SUBJECT = re.compile(r"\bby (?:the |a |an )?(?:[\w-]+ ){0,3}$|\b(?:with|of|from|to|for|like|under|alongside|than|as|against|about) (?:the |a |an )?(?:[\w-]+ ){0,3}$")
_OBLIQUE = re.compile(r"\b(?:with|of|from|to|for|like|under|alongside|than|as|against|about) (?:the |a |an )?(?:[\w-]+ ){0,3}$")


@dataclass(slots=True)
class Discourse:
    """What an article has talked about so far."""

    registry: Registry
    topic_person: str | None = None
    topic_film: str | None = None
    people: list[str] = field(default_factory=list)
    films: list[str] = field(default_factory=list)
    subject: str | None = None
    previous_people: list[str] = field(default_factory=list)
    previous_films: list[str] = field(default_factory=list)
    festival: Node | None = None
    pair: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    speaker: str | None = None
    addressed: tuple[str, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    paragraph: int = -1
    sentence_start: int = 0
    last_year: str | None = None

    def enter_block(self, index: int, speaker: str | None, addressed: tuple[str, ...]) -> None:
        """Begin another block of the layout."""
        self.paragraph = index
        self.speaker, self.addressed = speaker, addressed

    def after(self, nodes: list[Node]) -> None:
        """Take in the nodes of a sentence that has been read."""
        people = [n for n in nodes if n.letter == "P" and n.ids]
        films = [n for n in nodes if n.letter == "F" and n.ids]
        for node in nodes:
            if node.letter == "P" and node.kind == "name":
                self.counts.update(node.ids)
            if node.letter == "E" and node.ids:
                self.festival = node
            if node.letter == "P" and len(node.ids) == 2:
                self.pair = node.ids
        named = list(dict.fromkeys(i for n in people if n.kind == "name" for i in n.ids))
        if len(named) == 2 and not self.pair:
            self.pair = (named[0], named[1])
        if people:
            self.previous_people = list(dict.fromkeys(i for n in people for i in n.ids))
            self.subject = people[0].ids[0]
            self.people += [i for n in people for i in n.ids]
        if films:
            self.previous_films = list(dict.fromkeys(i for n in films for i in n.ids))
            self.films += [i for n in films for i in n.ids]

    def resolve(self, word: str, before: list[Node], text_before: str, text_after: str) -> Node | None:
        """The node that a pronoun or a description stands for, or None where it cannot be told.

        :param word: the group of :data:`WORDS` that matched
        :param before: the nodes of this sentence that stand before it
        """
        if word in ("he", "his", "she", "her"):
            ids = self._singular("male" if word in ("he", "his") else "female", before, text_before, word in ("he", "she"))
            return self._person(ids, f"“{word}” is {{}}: the nearest {'man' if word in ('he', 'his') else 'woman'} that fits")
        if word in ("i", "my"):
            return self._person((self.speaker,) if self.speaker else (), "the speaker says “I”")
        if word in ("we", "our"):
            ids = self.speakers if len(self.speakers) == 2 and self.speaker else ()
            return self._person(ids, "the speaker says “we” of the two interviewed")
        if word in ("you", "your"):
            return self._person(self.addressed, "“you” is who answers")
        if word in ("they", "their", "duo"):
            return self._person(self._plural(before), "the two people spoken of")
        if word == "person":
            return self._person(self._director(before, text_before), "the person spoken of, by occupation")
        if word in ("film", "it", "its"):
            return self._film(word, before)
        if word == "festival" and self.festival is not None:
            return Node("E", 0, 0, "", self.festival.ids, "nominal", dict(self.festival.attributes), note="the festival last named")
        return None

    def _person(self, ids: tuple[str, ...], note: str) -> Node | None:
        if not ids:
            return None
        labels = " and ".join(self.registry.draft(i).label for i in ids)
        return Node("P", 0, 0, "", ids, "pronoun", note=note.replace("{}", labels) if "{}" in note else f"{labels}: {note}")

    def _gender(self, id_: str) -> str | None:
        draft = self.registry.draft(id_)
        return draft.gender or draft.presumed_gender

    def _fits(self, id_: str, gender: str) -> bool:
        return self._gender(id_) in (None, gender)

    def _singular(self, gender: str, before: list[Node], text_before: str, subject: bool) -> tuple[str, ...]:
        people = [n for n in before if n.letter == "P" and len(n.ids) == 1]
        oblique = _OBLIQUE_SUBJECT if subject else _OBLIQUE
        leading = [i for n in people if not oblique.search(text_before[: max(0, n.start - self.sentence_start)]) for i in n.ids]
        here = (leading if subject else leading[::-1]) + [i for n in people for i in n.ids if i not in leading]
        groups = (here, [], [self.subject] if self.subject else [], self.previous_people, [self.topic_person] if self.topic_person else [])
        for number, group in enumerate(groups):
            for exact in (True, False):
                for id_ in group:
                    known = self._gender(id_)
                    if known == gender or (not exact and known is None):
                        return (id_,)
            if number == 0 and self.topic_person and self._fits(self.topic_person, gender) and self.topic_person in (self.previous_people or [self.topic_person]):
                return (self.topic_person,)
        return ()

    def _plural(self, before: list[Node]) -> tuple[str, ...]:
        for node in reversed(before):
            if node.letter == "P" and len(node.ids) > 1:
                return node.ids
        here = list(dict.fromkeys(i for n in before if n.letter == "P" for i in n.ids))
        if len(here) == 2:
            return tuple(here)
        if not here and self.pair:
            return self.pair
        return ()

    def _director(self, before: list[Node], text_before: str) -> tuple[str, ...]:
        here = [i for n in before if n.letter == "P" and len(n.ids) == 1 for i in n.ids]
        if here:
            return (here[0],)
        if self.topic_person and (self.topic_person in self.people[-6:] or not self.people):
            return (self.topic_person,)
        return (self.subject,) if self.subject else ()

    def _film(self, word: str, before: list[Node]) -> Node | None:
        here = [i for n in before if n.letter == "F" for i in n.ids]
        if word == "its" and here:
            chosen = here[-1]
        elif here:
            chosen = here[0] if word == "it" else here[-1]
        elif self.previous_films:
            chosen = self.previous_films[0] if len(self.previous_films) == 1 or word == "it" else self.previous_films[-1]
        elif self.films:
            chosen = self.films[-1]
        elif self.topic_film:
            chosen = self.topic_film
        else:
            return None
        label = self.registry.draft(chosen).label
        return Node("F", 0, 0, "", (chosen,), "pronoun" if word != "film" else "nominal", note=f"the film spoken of is {label}")
