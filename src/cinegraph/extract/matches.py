"""What a sentence says: the patterns that match in it, and the claims, qualifiers and modality of each match."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cinegraph.extract.award_linking import gender_honoured
from cinegraph.extract.bystanders import begins_with_a_bystander
from cinegraph.extract.films import FilmsSpokenOf
from cinegraph.extract.misreadings import misread
from cinegraph.extract.modality import ENDURING, modality_of, stated_before_asking
from cinegraph.extract.modality_of_sentences import framed
from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class
from cinegraph.extract.patterns import OWN, Pattern, captured, load_patterns, matcher_of
from cinegraph.extract.plainer import said_or_hoped
from cinegraph.extract.reading import Reading
from cinegraph.extract.sentence_views import View
from cinegraph.extract.slots import Slots
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.time import near_year, ordinal_of
from cinegraph.extract.word_lists import words
from cinegraph.model import Block, BlockKind, Modality
from cinegraph.relations import RELATIONS

_NO_ROLES = frozenset(words("no_roles"))
_NOMINATION = re.compile(
    rf"^(?:,? (?:and |as well as )?(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+) )?{char_class('AXO')}){{0,4}} (?:nomination|nod|nominee|shortlist|longlist|contender)s?\b"
)
_FILM_APPOSITION = re.compile(char_class("F") + '"?,')
_SCHOOL = re.compile(
    r"\b(?:school|academy|university|institute|college|conservator\w+|faculty|hochschule|école|escuela|akademi\w*)\b",
    re.IGNORECASE,
)
# "F, G and H, the second feature of Ada": only the last is hers.
_LAST_OF_LIST = re.compile(
    rf"{char_class('F')}\"?, (?:the|an?|this|(?:his|her|their|{char_class('P')}'s)) (?:[\w'-]+ )*?(?:feature|film|debut|documentary|short|movie|drama|comedy|thriller|work|first|second|third|latest)\b"
)
# "The Chilean feature F and Ada Doe's G": only the first is said to be Chilean.
_OF_ONE = {"country", "form", "genre"}
_ONE_FILM = re.compile(
    rf"\b(?:film|feature|documentary|drama|comedy|short|thriller|movie|picture|animation),? (?:called |titled |entitled )?\"?{char_class('F')}"
)
_ACTOR = re.compile(r"\b(?:actor|actress|star)$")
# "The new film by Ada Doe" is another than the one last spoken of.
_ANOTHER = re.compile(r"\b(?:new|next|latest|first|second|third|last|debut|upcoming|only|previous|other)\b")
_DENIED_OF_IT = re.compile(r"\b(?:neither|nor|not) $")
_PARTICIPLE = re.compile(rf"{char_class('F')}\"?,? $")
# "Ada, not Ben, directed F"
_NOT_THIS_ONE = re.compile(rf"(?:, | and )(?:but )?not {char_class('P')},$")
_NOT_LENGTH = len(" and but not ")
# "She wanted Ben to direct F, but he declined."
_DECLINED = re.compile(
    rf"[^.;:\ue100-\ue1ff]{{0,60}}?,? but (?:he|she|they|{char_class('P')}) (?:(?:had|has|politely|also|later|finally) )?(?P<cue>declined|refused|turned (?:it|him|her|them|this|the \w+|{char_class('F')}) down|turned down|said no|passed)\b"
)
_PLANS = re.compile(rf"\b(?:will|would|shall|to) (?:also |both )?(?:{char_class('V')}|(?!be\b)[a-z]+)")
_NODE_AND_S = re.compile(f"(?P<node>{ANY_NODE.pattern})(?P<owns>'s)?")
_COMPANY = {"producer": "production_company"}


@dataclass(frozen=True, slots=True)
class _Found:
    """A pattern where it has matched."""

    pattern: Pattern
    match: re.Match[str]
    abstract: AbstractSentence
    source: Source


class Matches:
    """Matches the patterns on a sentence and states what they say."""

    def __init__(self, reading: Reading, films: FilmsSpokenOf, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self.slots = Slots(reading, films, statements)
        self.matcher = matcher_of(load_patterns())
        self._span = (-1, -1)
        self._read: set[tuple[str, tuple[str, ...]]] = set()

    def match(
        self,
        view: View,
        block: Block,
        span: tuple[int, int],
        asking: bool,
        speaker: str | None,
    ) -> None:
        """Match every pattern that may apply to such a block; what a plainer view only says again has been read."""
        if span != self._span:
            self._span, self._read = span, set()
        here = {
            "line": view.line,
            "item": block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW),
            "caption": block.kind is BlockKind.CAPTION,
            "jury": self.reading.scopes.about_jury(),
            "interview": bool(self.reading.discourse.speakers),
            "review": self.reading.discourse.review or bool(self.reading.naming.credits),
        }
        elsewhere = frozenset(place for place, stands in here.items() if not stands)
        for pattern, match in self.matcher.matches(view.sentence, elsewhere):
            key = (pattern.id, tuple(named for named in match.groups() if named and named in view.sentence.nodes))
            if not (view.plainer and key in self._read):
                self._matched(pattern, match, view, span, asking, speaker)
            self._read.add(key)

    def _matched(
        self,
        pattern: Pattern,
        match: re.Match[str],
        view: View,
        span: tuple[int, int],
        asking: bool,
        speaker: str | None,
    ) -> None:
        abstract = view.sentence
        if self._says_otherwise(pattern, match, abstract, asking):
            return
        modality, cue = self._modality(pattern, match, abstract)
        if view.planned and modality is Modality.ASSERTED:
            modality, cue = Modality.PLANNED, view.planned
        source = Source(span, pattern.id, modality, cue, speaker)
        for claim in pattern.claims:
            self._claim(claim, _Found(pattern, match, abstract, source))

    def _says_otherwise(self, pattern: Pattern, match: re.Match[str], abstract: AbstractSentence, asking: bool) -> bool:
        """Whether the words of a match say something else than its pattern, or only ask."""
        if misread(pattern, match, abstract) or begins_with_a_bystander(match) or _is_ones_own(match, abstract):
            return True
        if asking and not pattern.presupposed and match.end() > stated_before_asking(abstract.string):
            return True
        slots = pattern.regex.groupindex
        if "school" in slots and not self._is_school(match, abstract):
            return True
        return "producing" in slots and self.slots.relations("@producing", match, abstract) != ["producer"]

    def _claim(self, claim: tuple[str, str, str], found: _Found) -> None:
        """State one of the claims of a pattern, with each relation that the words of the match carry."""
        subject_slot, relation, object_slot = claim
        pattern, match, abstract = found.pattern, found.match, found.abstract
        subjects = self.slots.subjects(subject_slot, pattern, match, abstract)
        objects: list[Node | str] = (
            [*self.slots.subjects(object_slot, pattern, match, abstract)] if object_slot == "@film" else self.slots.objects(object_slot, match, abstract)
        )
        crafted = relation[:1] == "@" and relation[1:] in pattern.regex.groupindex
        if len(objects) > 1 and pattern.film == "asked" and crafted and (trade := abstract.nodes.get(captured(match, relation[1:]) or "")):
            # "My editor, Ben Roe, and I" are two people, and one editor.
            shared = trade.text.lower().startswith("co")
            objects = [o for o in objects if shared or not (isinstance(o, Node) and o.kind == "pronoun")]
        subjects = _meant(subjects, relation, found)
        if relation in ("director", OWN) and any(map(_is_an_actor, objects)):
            relation = "cast_member"  # "The actor's films include F": it is for acting that the actor is named
        if not subjects or not objects:
            return
        qualifiers = _qualifiers(found)
        for name in self.slots.relations(relation, match, abstract):
            if pattern.kinds and not all(isinstance(v, Node) and self._kind_of(v) in pattern.kinds for v in objects):
                continue  # said of other companies, the words mean something else ("produced it for Acme Pictures")
            if name == "worked_on" and relation.startswith("@"):
                trade = abstract.nodes[captured(match, relation[1:]) or ""]
                self._worked_on(subjects, objects, trade, found.source)
                continue
            if name == "director" and pattern.film == "reviewed":
                subjects = [s for s in subjects if self._may_be_its_maker(s, objects)]
            self._state(subjects, self._won_or_nominated(name, found), objects, qualifiers, found)

    def _state(
        self,
        subjects: list[Node],
        relation: str,
        objects: list[Node | str],
        qualifiers: dict[str, Node | str],
        found: _Found,
    ) -> None:
        """State a relation of each of the subjects to each of the objects, or of each to its own where the words share them out."""
        _complete(relation, qualifiers, found)
        each = _for_each_work(qualifiers)
        in_turn = len(objects) == len(each) > 1 and "respectively" in found.abstract.string
        shared_out = (
            relation == "won"
            and len(subjects) == len(objects) > 1
            and self._is_one_each(objects, found.abstract.string)
        )
        for index, subject in enumerate(subjects):
            for place, value in enumerate(objects):
                if shared_out and place != index:
                    continue
                for told in each[place : place + 1] if in_turn else each:
                    self.statements.state(
                        subject, self._fitting(relation, value, found.pattern), value, found.source, told
                    )

    def _is_one_each(self, prizes: list[Node | str], said: str) -> bool:
        """Whether a list of winners shares a list of prizes out ("Ada and Ben won best actress and best actor"): nobody is both."""
        registry, lexicon = self.reading.registry, self.reading.lexicon
        genders = {gender_honoured(prize, registry, lexicon) for prize in prizes if isinstance(prize, Node)}
        return "respectively" in said or {"female", "male"} <= genders

    def _may_be_its_maker(self, film: Node, people: list[Node | str]) -> bool:
        """Whether a film has no director yet, or one of these: a review names other directors too."""
        current = self.reading.registry.current
        known = {maker for made, maker in self.reading.collector.pairs("director") if made in map(current, film.ids)}
        named = {current(id_) for person in people if isinstance(person, Node) for id_ in person.ids}
        return not known or bool(known & named)

    def _is_school(self, match: re.Match[str], abstract: AbstractSentence) -> bool:
        """Whether the organisation in the slot ``school`` is one, by the lexicon or by its name."""
        school = abstract.nodes[captured(match, "school") or ""]
        entry = self.reading.entry(school.ids[0]) if school.ids else None
        return entry.kind in ("school", "university") if entry is not None else bool(_SCHOOL.search(school.text))

    def _worked_on(self, films: list[Node], people: list[Node | str], trade: Node, source: Source) -> None:
        """What those did for a film whose trade has no relation of its own."""
        role = str(trade.attributes.get("label", trade.text))
        for person in (p for p in people if isinstance(p, Node)):
            for film in films:
                self.statements.state(person, "worked_on", film, source, {"role": role})

    def _won_or_nominated(self, relation: str, found: _Found) -> str:
        """A nomination where the words behind a prize call it one, or where it stands in a list of them or in a sentence about them."""
        if relation != "won":
            return relation
        pattern, string = found.pattern, found.match.string
        nominated = (
            self.reading.scopes.nominations()
            if pattern.listed
            else bool(pattern.nominated_by) and pattern.nominated_by in string
        )
        return "nominated_for" if nominated or _NOMINATION.match(string[found.match.end() :]) else "won"

    def _modality(
        self, pattern: Pattern, match: re.Match[str], abstract: AbstractSentence
    ) -> tuple[Modality, str | None]:
        if pattern.modality:
            return Modality(pattern.modality), None
        # What is done with a film now ("she will show F, her adaptation of …") says nothing of its apposition.
        before = (
            "" if _FILM_APPOSITION.match(match.group()) else abstract.string[max(0, match.start() - 60) : match.start()]
        )
        if pattern.passive and (film := _PARTICIPLE.search(before)):
            # "Ben will produce F, written by Ada": what is planned is that he produces it.
            before = _PLANS.sub(" ", before[: film.start()]) + film.group()
        if pattern.presupposed:
            # "Neither Ada's F nor Ben's G won" denies the prize, not whose films they are.
            before = _DENIED_OF_IT.sub("", before)
        if _NOT_THIS_ONE.search(abstract.string, max(0, match.start() - _NOT_LENGTH), match.start() + 2):
            return Modality.NEGATED, "not"
        enduring = any(relation in ENDURING for _, relation, _ in pattern.claims)
        modality, cue = modality_of(match.group(), before, enduring=enduring)
        if modality is Modality.PLANNED and (declined := _DECLINED.match(abstract.string, match.end())):
            return Modality.NEGATED, declined["cue"]
        if modality is Modality.ASSERTED and "offered" in match.group() and (declined := _DECLINED.search(abstract.whole or abstract.string)):
            return Modality.NEGATED, declined["cue"]
        if modality is Modality.ASSERTED and "would " in match.group() and said_or_hoped(abstract.whole or abstract.string):
            return Modality.HEDGED, "would"
        frame = None if pattern.presupposed else framed(abstract.whole or abstract.string, abstract.string[: match.start()])
        if frame is not None and frame[0] is Modality.NEGATED:
            return frame
        # "It is not clear whether" denies nothing of what stands behind it.
        if frame is not None and modality in (Modality.ASSERTED, Modality.NEGATED) and (cue is None or cue in frame[1]):
            return frame
        return modality, cue

    def _fitting(self, relation: str, value: Node | str, pattern: Pattern) -> str:
        """The relation that an object takes: a film "produced by" or "released by" an organisation has a production company, or a broadcaster."""
        if (
            not isinstance(value, Node)
            or value.letter != "O"
            or (relation == "distributor" and pattern.any_distributor)
        ):
            return relation
        if relation == "distributor" and self._kind_of(value) == "broadcaster":
            return "original_network"
        return _COMPANY.get(relation, relation)

    def _kind_of(self, company: Node) -> str | None:
        entry = self.reading.entry(company.ids[0]) if company.ids else None
        return entry.kind if entry is not None else None


def _meant(subjects: list[Node], relation: str, found: _Found) -> list[Node]:
    """Those of the films or people in a slot of which the words are said."""
    pattern, written = found.pattern, found.match.group()
    if "line" in pattern.where:
        subjects = [s for s in subjects if s.kind != "pronoun"]
    if pattern.first_film or (relation in _OF_ONE and len(subjects) > 1 and _ONE_FILM.search(written)):
        subjects = subjects[:1]
    if relation not in ("director", OWN):
        return subjects
    subjects = [s for s in subjects if s.kind != "pronoun" or pattern.of_it]
    if len(subjects) > 1 and _LAST_OF_LIST.match(written):
        subjects = subjects[-1:]
    if pattern.known_film:
        subjects = [s for s in subjects if s.kind != "nominal" or not _ANOTHER.search(s.text)]
    return subjects


def _is_an_actor(value: Node | str) -> bool:
    return isinstance(value, Node) and value.kind == "nominal" and _ACTOR.search(value.text.lower()) is not None


def _qualifiers(found: _Found) -> dict[str, Node | str]:
    """What the slots of a match say besides."""
    qualifiers: dict[str, Node | str] = {}
    for key, slot in found.pattern.qualifiers:
        if slot.startswith("="):
            qualifiers[key] = slot[1:]
        elif (text := captured(found.match, slot)) is not None and not (key == "role" and text in _NO_ROLES):
            nodes = found.abstract.nodes
            kin = key == "role" and text in nodes and nodes[text].kind == "nominal"  # "her sister", "Ada's wife"
            qualifiers[key] = nodes[text] if text in nodes and not kin else _plain(text, found.abstract)
    return qualifiers


def _complete(relation: str, qualifiers: dict[str, Node | str], found: _Found) -> None:
    """Add the year beside the matched words, and which film of a career it is."""
    allowed = RELATIONS[relation].qualifiers
    if "year" in allowed and "year" not in qualifiers and (year := near_year(found.match, found.abstract)):
        qualifiers["year"] = year
    if "ordinal" in allowed and "ordinal" not in qualifiers and (ordinal := ordinal_of(found.match.group())):
        qualifiers["ordinal"] = ordinal


def _for_each_work(qualifiers: dict[str, Node | str]) -> list[dict[str, Node | str]]:
    """The qualifiers once for each of the films that a prize is for."""
    work = qualifiers.get("for_work")
    return [{**qualifiers, "for_work": part} for part in work.parts()] if isinstance(work, Node) else [qualifiers]


def _is_ones_own(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """Whether a possessive has been taken for the person who is the sentence's own ("Ben was his assistant": nobody is one's own)."""
    people = [
        (end, node)
        for name in match.re.groupindex
        if (end := match.end(name)) > 0 and (node := abstract.nodes.get(match[name] or "")) and node.letter == "P"
    ]
    return any(
        node.kind == "pronoun" and match.string.startswith("'s", end) and node.ids and node.ids == other.ids
        for end, node in people
        for _, other in people
        if other is not node and other.kind == "name"
    )


def _plain(text: str, abstract: AbstractSentence) -> str:
    """Matched words with the texts of the nodes among them; "his little brother Ben" keeps the name as it is written."""

    def written(match: re.Match[str]) -> str:
        node = abstract.nodes[match["node"]]
        words = _NODE_AND_S.sub(written, str(node.attributes.get("label", node.text)))
        if node.kind == "pronoun":
            return words.lower()
        return (words if node.letter == "P" else words.lower()) + (match["owns"] or "")

    return " ".join(_NODE_AND_S.sub(written, text).split())
