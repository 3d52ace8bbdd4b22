"""What the slots of a pattern stand for in a match: the captured nodes, or what the article, its headings and its films supply."""

from __future__ import annotations

import re

from cinegraph.extract.claims import values_of
from cinegraph.extract.described_ones import the_one_meant
from cinegraph.extract.films import FilmsSpokenOf
from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.patterns import CRAFTED, KNOWN, LISTED, MAKER, OWN, TAKEN_ON, TAKES_ON, Pattern, captured
from cinegraph.extract.prize_homes import home_of_prizes
from cinegraph.extract.reading import Reading
from cinegraph.extract.sources import unnamed_work
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.work_of_people import WorkOfPeople
from cinegraph.model import EntityType

_PERSON_CHAR = re.compile(char_class("P"))
_CUT_OR_SHOT = {
    **dict.fromkeys(("cut", "edited"), "editor"),
    **dict.fromkeys(("shot", "shoot", "lit", "lensed", "photographed", "filmed"), "cinematographer"),
    **dict.fromkeys(("acted in", "appeared in", "starred in", "played in"), "cast_member"),
}
_DONE = re.compile(rf"\b(?:{'|'.join(_CUT_OR_SHOT)})\b")
# "You have been on a jury yourself" speaks of none in particular.
_ANY_JURY = re.compile(r"\b(?:an? (?:\w+ )?jury(?!,? (?:led|headed|chaired|presided|under|composed|made up|consisting))|juries)\b")
# "Ada, Ben and Cora, a graduate of the school": only Cora is.
_OF_ONE = re.compile(
    rf", (?:(?:an?|formerly|once|then|now|himself|herself|one of)\b|(?:the )?(?:former |artistic |late )?(?:head|president|chair\w*|founder|professor|director|graduate|student|pupil|editor|dean|rector|{char_class('R')})(?!s\b)|who (?:is|was|has|had)\b)"
    rf"| \((?:the |an? )?(?:{char_class('CXPLR')}|[a-z' -]{{3,30}}) (?:in|from|on|of|for) (?:the )?(?:film |series )?\"?{char_class('FT')}"
)
# What hangs on the last of a list, but may be said of a pair.
_OF_THE_LAST = re.compile(
    rf",? (?:\([^()]*\),? )?(?:whose\b|winner of|formerly|(?:the|an?) (?:[\w'-]+ ){{0,3}}?(?P<trade>{char_class('R')}|director|maker|star|author|writer|founder|head)\b(?!s))|, who\b(?! (?:are|were|have|all|both))"
)
# "The novel by Ada Doe of the same name" is called as the film is.
_SAME_NAME = re.compile(r"[^.;:]{0,40}?\b(?:of|by) the same (?:name|title)\b")
_OF_SOMEBODY = re.compile(r"\b(?:whose|who|which|winner)\b")
# A festival that a sentence begins with is the one that does something in it.
_HEAD = 30


class Slots:
    """Fills the slots of patterns."""

    def __init__(self, reading: Reading, films: FilmsSpokenOf, statements: Statements) -> None:
        self.reading, self.films, self.statements = reading, films, statements
        self.work = WorkOfPeople(reading)

    def subjects(self, slot: str, pattern: Pattern, match: re.Match[str], abstract: AbstractSentence) -> list[Node]:
        """The subjects that a slot stands for; ``@film`` is the film in question, ``@heading`` that of the headings, ``@page`` that or the one under review, ``@topic`` the person whom the page is about."""
        if slot in ("@heading", "@page"):
            heading = self.reading.scopes.film()
            if heading is None and (film := self.films.of_lines()):
                heading = Node("F", 0, 0, "", (film,), "heading", note="the film that the lines above name")
            if heading is None and slot == "@page" and self.reading.discourse.review:
                film = self.reading.discourse.topic_film or ""
                note = f"the page is about {self.reading.registry.draft(film).label}"
                heading = Node("F", 0, 0, "", (film,), "implied", note=note)
            return values_of(heading) if heading is not None else []
        if slot == "@topic":
            return self._topic()
        if slot != "@film":
            text = captured(match, slot)
            if not text:
                return []
            meant = self._meant(text, match, abstract)
            return values_of(self.films.in_focus(meant, abstract) if pattern.film == "news" else meant)
        node = self.films.in_question(pattern, match, abstract)
        if node is not None and pattern.film == "news":
            node = self.films.in_focus(node, abstract)
        return values_of(node) if node is not None else []

    def _topic(self) -> list[Node]:
        """The person whom the page is about; prizes and work on the page of a film are the film's."""
        of_a_film = self.reading.scopes.film() is not None or bool(self.reading.naming.credits)
        topic = None if of_a_film else self.reading.discourse.topic_person
        if not topic:
            return []
        note = f"the page is about {self.reading.registry.draft(topic).label}"
        return [Node("P", 0, 0, "", (topic,), "implied", note=note)]

    def objects(self, slot: str, match: re.Match[str], abstract: AbstractSentence) -> list[Node | str]:
        """The objects that a slot stands for: nodes, or the text of a literal."""
        if slot.startswith("="):
            return [slot[1:]]
        if slot == "@topic":
            return list(self._topic())
        if slot == "@owner":
            owner = self.reading.discourse.topic_person
            return (
                [Node("P", 0, 0, "", (owner,), "heading", note="the person whose filmography it is")]
                if owner and self.reading.scopes.filmography()
                else []
            )
        if slot == "@person":
            found = _PERSON_CHAR.search(match.string)
            first = abstract.nodes[found.group()] if found else None
            return (
                [first]
                if first is not None
                and first.ids
                and found is not None
                and found.start() < match.start()
                and found.start() < 40
                else []
            )
        if slot == "@award":
            award = self.reading.scopes.award_above() if match.string else None
            return [award] if award is not None else []
        if slot == "@source":
            return self._source(match, abstract)
        if slot == "@festival":
            around = (
                self._beside(self.reading.near_section, match, abstract),
                self._beside(self.reading.near_festival, match, abstract),
                self.reading.scopes.find("S"),
                self.reading.scopes.festival(),
                self.reading.edition,
                None
                if _ANY_JURY.search(match.string) or self.reading.discourse.festival_unnamed
                else self.reading.discourse.festival,
                home_of_prizes(self.reading.nodes, self.reading.registry, self.reading.lexicon),
                self.reading.prize_home,
            )
            near: list[Node | str] = [node for node in around if node is not None and node.ids]
            return near[:1]
        if slot in ("@edition", "@section", "@programme", "@jury"):
            return list(self.programme(slot))
        text = captured(match, slot)
        if text is None:
            return []
        values: list[Node | str] = [text]
        if text in abstract.nodes:
            values = list(values_of(self._meant(text, match, abstract)))
        givers = abstract.nodes[match["giver"]].parts() if match.re.groupindex.get("giver") and match["giver"] else []
        return [_given(v, giver) for v in values for giver in givers] if givers else values

    def _beside(self, place: Node | None, match: re.Match[str], abstract: AbstractSentence) -> Node | None:
        """A festival or section of the sentence, unless a clause that follows names it to tell of somebody ("…, whose debut won at E")."""
        chars = [
            char
            for char, node in abstract.nodes.items()
            if node is place or node.attributes.get("festival") is place or node.attributes.get("section") is place
        ]
        said, end = match.string, match.end()
        at = max((said.find(char) for char in chars), default=-1)
        if at < 0 and abstract.whole:
            # What stands in another part of the sentence is sought there, behind what the match names.
            said = abstract.whole
            end = max((said.find(char) for char in match.group() if char in abstract.nodes), default=0)
            at = max((said.find(char) for char in chars), default=-1)
        return None if at >= end and _OF_SOMEBODY.search(said, end, at) else place

    def _meant(self, char: str, match: re.Match[str], abstract: AbstractSentence) -> Node:
        """The node of a character, or of a list of people its last one, where what the pattern goes on to read hangs on that one ("A, B and C, whose debut …")."""
        node = abstract.nodes[char]
        if node.letter in "FT" and len(node.ids) > 1:
            return the_one_meant(node, char, match, self.reading.text)
        people = node.parts() if node.letter == "P" else []
        end = match.string.find(char, match.start(), match.end()) + 1
        if len(people) < 2 or not end:
            return node
        one = _OF_ONE.match(match.string, end, match.end())
        if one is not None:
            trade = abstract.nodes.get(match.string[one.end() - 1])
            if trade is None or trade.letter != "R" or not trade.attributes.get("plural"):
                return people[-1]
        hanging = _OF_THE_LAST.match(match.string, end, match.end())
        trade = abstract.nodes.get(hanging["trade"] or "") if hanging is not None else None
        if hanging is None or (trade is not None and trade.text.lower().endswith("s")):
            return node
        # "A and B, whose film …" are a pair; "the actor A and the critic B, whose film …" are two.
        described = self.reading.text[people[0].end : people[-1].start].strip() not in ("and", "&")
        return people[-1] if described else node

    def relations(self, relation: str, match: re.Match[str], abstract: AbstractSentence) -> list[str]:
        """The relation, or those that the trades or crafts in a slot (``@v``) carry."""
        if not relation.startswith("@"):
            return [relation]
        if relation == CRAFTED:
            verb = captured(match, "v")
            if verb is None:
                written = _DONE.search(match.group())
                return [_CUT_OR_SHOT[written.group()] if written else "director"]
            return [r for part in abstract.nodes[verb].parts() if (r := part.attributes.get("relation"))]
        if relation == MAKER:
            return self.work.of(abstract.nodes[captured(match, "o") or ""])
        if relation == LISTED:
            return [work for owner in self._topic() for work in self.work.of(owner)]
        if relation == KNOWN:
            return self.work.known(abstract.nodes[captured(match, "d") or ""])
        if relation == OWN:
            return self.work.own(abstract.nodes[captured(match, "o") or ""], match.group())
        if relation in (TAKEN_ON, TAKES_ON):
            person, chief = (abstract.nodes.get(captured(match, slot) or "") for slot in ("o", "d"))
            return self.work.taken_on(person, chief) if relation == TAKEN_ON else self.work.takes_on(chief)
        text = captured(match, relation[1:])
        if text is None:
            return []
        found = [
            (part.attributes.get("relation"), part.attributes.get("label")) for part in abstract.nodes[text].parts()
        ]
        # A writer who works on a film writes it.
        return [r or "screenwriter" for r, label in found if r or (label == "writer" and relation.startswith("@trade"))]

    def _source(self, match: re.Match[str], abstract: AbstractSentence) -> list[Node | str]:
        """The work without a title that the matched author wrote ("the novel by Ada Doe"); says whose it is."""
        slots = [slot for slot in ("o", "p", "q") if slot in match.re.groupindex]
        text = next((text for slot in slots if (text := captured(match, slot)) is not None), None)
        author = abstract.nodes[text] if text is not None else None
        if author is None or len(author.ids) != 1 or author.kind != "name":
            return []
        found = unnamed_work(
            self.reading.text, author.start, author.end, self.reading.registry.draft(author.ids[0]).label
        )
        if found is None:
            return []
        label, words = found
        film = abstract.nodes.get(match["s"] or "") if "s" in match.re.groupindex else None
        if film is not None and film.ids and _SAME_NAME.match(match.string, match.end()):
            label = self.reading.registry.draft(film.ids[0]).label
        id_ = self.reading.registry.named(EntityType.WORK, label)
        self.reading.registry.see(id_, words)
        work = Node("W", author.start, author.end, words, (id_,))
        self.statements.state(
            author,
            "author_of",
            work,
            Source((abstract.start, abstract.end), "author of a work without a title"),
        )
        return [work]

    def programme(self, slot: str) -> list[Node]:
        """What of a festival the article or its headings speak of.

        ``@edition``, the edition that the article reports on, or the festival spoken of; ``@section``, the section that a heading announces at it.

        ``@programme``, the same, is nothing where no heading over the block announces films, ``@jury`` where none announces a jury.
        """
        if (slot == "@programme" and not self.reading.scopes.programme()) or (
            slot == "@jury" and not self.reading.scopes.jury()
        ):
            return []
        festival = (
            self.reading.edition
            or self.reading.scopes.festival()
            or (self.reading.discourse.festival if slot in ("@edition", "@section") else None)
        )
        first = next((n for n in self.reading.nodes if n.letter == "E" and n.ids and n.kind == "name"), None)
        if (
            slot == "@edition"
            and first is not None
            and first.start - self.reading.nodes[0].start < _HEAD
            and (festival is None or not festival.ids or not self.reading.same(first, festival))
        ):
            festival = first
        if festival is None or not festival.ids:
            return []
        section = self.reading.scopes.find("S") if slot != "@edition" else None
        entry = self.reading.entry(section.ids[0]) if section is not None and section.ids else None
        if (
            section is None
            or entry is None
            or not entry.festival
            or self.reading.registry.draft(festival.ids[0]).lexicon != entry.festival
        ):
            return [festival]
        return [
            Node(
                "S",
                section.start,
                section.end,
                section.text,
                section.ids,
                "heading",
                {**festival.attributes, "festival": festival},
            )
        ]


def _given(award: Node | str, giver: Node) -> Node | str:
    """The prize of that name which this organisation gives, where the name alone does not say whose it is."""
    if (
        isinstance(award, str)
        or award.letter != "A"
        or not giver.ids
        or (award.ids and "generic" not in award.attributes)
    ):
        return award
    return Node(
        "A",
        award.start,
        award.end,
        award.text,
        (),
        award.kind,
        {**award.attributes, "organization": giver, "given": giver},
        [],
        award.note,
    )
