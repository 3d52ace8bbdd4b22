"""What a sentence says: the patterns that match in it, and the claims, qualifiers and modality of each match."""

from __future__ import annotations

import re
from functools import partial

from cinegraph.extract.asides import relative_clauses
from cinegraph.extract.films import FilmsSpokenOf
from cinegraph.extract.misreadings import misread
from cinegraph.extract.modality import ENDURING, modality_of, stated_before_asking
from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class
from cinegraph.extract.patterns import OWN, Pattern, captured, load_patterns, matcher_of
from cinegraph.extract.reading import Reading
from cinegraph.extract.slots import Slots
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.time import near_year, ordinal_of
from cinegraph.model import Block, BlockKind, Modality
from cinegraph.relations import RELATIONS

_NO_ROLES = frozenset({"her", "him", "it", "them", "one", "both", "this", "that"})  # "X plays her" names no character
_NOMINATION = re.compile(
    rf"^(?:,? (?:and |as well as )?(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+) )?{char_class('AXO')}){{0,4}} (?:nomination|nod|nominee|shortlist|longlist|contender)s?\b"
)
_OWN_FILM = re.compile(
    rf"(?P<p>{char_class('P')})'s (?:(?:rural|dark|bitter|quiet|sombre|lyrical|black|small|family|crime|war|period|social|[a-z]+ish|[a-z]+ful|[a-z]+-[a-z]+) )?(?:film|movie|picture|drama|comedy|thriller|documentary|melodrama|western)(?=[.;,]|$| (?:is|was|had|has|won|competed|premiered|opened|screened|took|received|tells|follows|stars)\b)"
)
_FILM_WORD = re.compile(
    r"\b(?:film|movie|picture|drama|comedy|thriller|documentary|melodrama|western|feature|debut|follow-up|outing)\b"
)
# In a review "Ada Doe's rigorous second feature" is the film that is reviewed.
_NEW_FILM = re.compile(
    rf"(?P<p>{char_class('P')})'s (?:[a-z-]+,? ){{0,3}}?(?:new|latest|newest|current|second|third|fourth|fifth|sixth|seventh|eighth|debut|sophomore|first) (?:[a-z-]+ ){{0,2}}?"
    rf"(?:film|movie|picture|feature|drama|comedy|thriller|documentary|outing)(?: film)?(?![\w-])(?!,? (?:[a-z]+ ){{0,2}}\"?{char_class('FTXW')})(?!'s)(?! (?:was|were|had|won|about|with|for|after|set)\b)"
)
# "This debut from Ada Doe", "the latest film by Ada Doe": what stands before its maker is the film as well.
_KIND = r"(?:film|movie|picture|feature|drama|comedy|thriller|documentary|melodrama|western|romance|fable|satire|portrait|chiller|epic|biopic|tragicomedy)"
_THIS_FILM = re.compile(
    rf"\b(?:this (?:[a-z-]+,? ){{0,5}}?(?:{_KIND}|debut|follow-up|adaptation|study|tale)|(?:the|a) (?:[a-z-]+,? ){{0,3}}?(?:new|latest|debut|sophomore|second|third|fourth|fifth) (?:[a-z-]+ ){{0,2}}?{_KIND})"
    rf"(?: film)?,? (?:from|by) (?:the )?(?:[a-z-]+ ){{0,2}}?(?P<p>{char_class('P')})(?!'s)(?!,? (?:and|who))"
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
_PLANS = re.compile(rf"\b(?:will|would|shall|to) (?:also |both )?(?:{char_class('V')}|(?!be\b)[a-z]+)")
_NODE_AND_S = re.compile(f"(?P<node>{ANY_NODE.pattern})(?P<owns>'s)?")
_COMPANY = {"producer": "production_company"}


class Matches:
    """Matches the patterns on a sentence and states what they say."""

    def __init__(self, reading: Reading, films: FilmsSpokenOf, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self.slots = Slots(reading, films, statements)
        self.matcher = matcher_of(load_patterns())

    def match(
        self,
        abstract: AbstractSentence,
        line: bool,
        block: Block,
        span: tuple[int, int],
        asking: bool,
        speaker: str | None,
    ) -> None:
        """Match every pattern that may apply to such a block."""
        here = {
            "line": line,
            "item": block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW),
            "caption": block.kind is BlockKind.CAPTION,
            "jury": self.reading.scopes.about_jury(),
            "interview": bool(self.reading.discourse.speakers),
            "review": self.reading.discourse.review or bool(self.reading.naming.credits),
        }
        elsewhere = frozenset(place for place, stands in here.items() if not stands)
        for pattern, match in self.matcher.matches(abstract, elsewhere):
            self._matched(pattern, match, abstract, span, asking, speaker)

    def _matched(
        self,
        pattern: Pattern,
        match: re.Match[str],
        abstract: AbstractSentence,
        span: tuple[int, int],
        asking: bool,
        speaker: str | None,
    ) -> None:
        if misread(pattern, match, abstract) or _leaves_a_relative_clause(match) or _is_ones_own(match, abstract):
            return
        if asking and not pattern.presupposed and match.end() > stated_before_asking(abstract.string):
            return
        if "school" in pattern.regex.groupindex and not self._is_school(match, abstract):
            return
        if "producing" in pattern.regex.groupindex and self.slots.relations("@producing", match, abstract) != [
            "producer"
        ]:
            return
        source = Source(span, pattern.id, *self._modality(pattern, match, abstract), speaker)
        for subject_slot, relation, object_slot in pattern.claims:
            subjects = self.slots.subjects(subject_slot, pattern, match, abstract)
            objects = self.slots.objects(object_slot, match, abstract)
            if "line" in pattern.where:
                subjects = [s for s in subjects if s.kind != "pronoun"]
            if pattern.first_film or (relation in _OF_ONE and len(subjects) > 1 and _ONE_FILM.search(match.group())):
                subjects = subjects[:1]
            if relation in ("director", OWN):
                subjects = [s for s in subjects if s.kind != "pronoun" or pattern.of_it]
                if len(subjects) > 1 and _LAST_OF_LIST.match(match.group()):
                    subjects = subjects[-1:]
                if pattern.known_film:
                    subjects = [s for s in subjects if s.kind != "nominal" or not _ANOTHER.search(s.text)]
                if any(isinstance(v, Node) and v.kind == "nominal" and _ACTOR.search(v.text.lower()) for v in objects):
                    # "The actor's films include F": it is for acting that the actor is named.
                    relation = "cast_member"
            if not subjects or not objects:
                continue
            qualifiers: dict[str, Node | str] = {}
            for key, slot in pattern.qualifiers:
                if slot.startswith("="):
                    qualifiers[key] = slot[1:]
                elif (text := captured(match, slot)) is not None and not (key == "role" and text in _NO_ROLES):
                    qualifiers[key] = abstract.nodes[text] if text in abstract.nodes else _plain(text, abstract)
            for name in self.slots.relations(relation, match, abstract):
                if pattern.kinds and not all(isinstance(v, Node) and self._kind_of(v) in pattern.kinds for v in objects):
                    # Said of other companies, the words mean something else ("produced it for Acme Pictures").
                    continue
                if name == "won" and (
                    _NOMINATION.match(match.string[match.end() :]) or self._only_nominated(pattern, match)
                ):
                    name = "nominated_for"
                if name == "worked_on" and relation.startswith("@"):
                    trade = abstract.nodes[captured(match, relation[1:]) or ""]
                    self._worked_on(subjects, objects, trade, source)
                    continue
                if name == "director" and pattern.film == "reviewed":
                    subjects = [s for s in subjects if self._may_be_its_maker(s, objects)]
                self._complete(name, qualifiers, match, abstract)
                work = qualifiers.get("for_work")
                each = (
                    [{**qualifiers, "for_work": part} for part in work.parts()]
                    if isinstance(work, Node)
                    else [qualifiers]
                )
                in_turn = len(objects) == len(each) > 1 and "respectively" in abstract.string
                one_each = name == "won" and len(subjects) == len(objects) > 1 and _is_one_each(objects, abstract.string)
                for index, subject in enumerate(subjects):
                    for place, value in enumerate(objects):
                        if one_each and place != index:
                            continue
                        fitting = (
                            self._for_company(name, value)
                            if isinstance(value, Node) and value.letter == "O" and not (name == "distributor" and pattern.any_distributor)
                            else name
                        )
                        for told in each[place : place + 1] if in_turn else each:
                            self.statements.state(subject, fitting, value, source, told)

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

    def _only_nominated(self, pattern: Pattern, match: re.Match[str]) -> bool:
        """Whether a line stands in a list of nominations, or a name's parenthesis in a sentence about them."""
        if pattern.listed:
            return self.reading.scopes.nominations()
        return bool(pattern.nominated_by) and pattern.nominated_by in match.string

    def _complete(
        self, relation: str, qualifiers: dict[str, Node | str], match: re.Match[str], abstract: AbstractSentence
    ) -> None:
        """Adds the year beside the matched words, and which film of a career it is."""
        allowed = RELATIONS[relation].qualifiers
        if "year" in allowed and "year" not in qualifiers and (year := near_year(match, abstract)):
            qualifiers["year"] = year
        if "ordinal" in allowed and "ordinal" not in qualifiers and (ordinal := ordinal_of(match.group())):
            qualifiers["ordinal"] = ordinal

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
        enduring = any(relation in ENDURING for _, relation, _ in pattern.claims)
        return modality_of(match.group(), before, enduring=enduring)

    def _for_company(self, relation: str, company: Node) -> str:
        """A film "produced by" or "released by" an organisation has a production company, or a broadcaster."""
        if relation == "distributor" and self._kind_of(company) == "broadcaster":
            return "original_network"
        return _COMPANY.get(relation, relation)

    def _kind_of(self, company: Node) -> str | None:
        entry = self.reading.entry(company.ids[0]) if company.ids else None
        return entry.kind if entry is not None else None

    def _film_of(self, person: str) -> str | None:
        """The film that the article has last credited a person with directing."""
        maker = self.reading.registry.current(person)
        return next((film for film, value in reversed(self.reading.collector.pairs("director")) if value == maker), None)

    def name_films_of_people(self, abstract: AbstractSentence) -> None:
        """ "Kovalenko's film", with no title beside it, is the film last spoken of, and says whose it is."""

        def link(match: re.Match[str]) -> str:
            owner = abstract.nodes[match["p"]]
            known = self.reading.discourse.previous_films or self.reading.discourse.films[-1:]
            if not known or owner.kind != "name" or len(owner.ids) != 1:
                return match.group()
            own = self._film_of(owner.ids[0])
            if own is None and (match.end() == len(match.string) or match.string[match.end()] in ".,;"):
                return match.group()
            if own is not None:
                label = self.reading.registry.draft(own).label
                return abstract.add(
                    Node(
                        "F",
                        owner.end,
                        owner.end,
                        "",
                        (own,),
                        "nominal",
                        note=f"the film of {owner.text} spoken of is {label}",
                    )
                )
            film = Node(
                "F",
                owner.end,
                owner.end,
                "",
                (known[-1],),
                "nominal",
                note=f"the film last spoken of is {self.reading.registry.draft(known[-1]).label}",
            )
            self.statements.state(
                film,
                "director",
                owner,
                Source((abstract.start, abstract.end), "possessive of the film last spoken of"),
            )
            return abstract.add(film)

        if _FILM_WORD.search(abstract.string) is None:
            return
        abstract.string = _OWN_FILM.sub(link, abstract.string)
        topic = self.reading.discourse.topic_film
        named = any(n.letter in "FT" and n.kind == "name" for n in abstract.nodes.values())
        if topic and self.reading.discourse.review and not named:
            abstract.string = _NEW_FILM.sub(partial(self._reviewed, abstract, topic), abstract.string)
            abstract.string = _THIS_FILM.sub(partial(self._reviewed, abstract, topic), abstract.string)

    def _reviewed(self, abstract: AbstractSentence, topic: str, match: re.Match[str]) -> str:
        """ "Kovalenko's second feature", in a review, is the film under review."""
        owner = abstract.nodes[match["p"]]
        current = self.reading.registry.current
        makers = {value for film, value in self.reading.collector.pairs("director") if film == current(topic)}
        if owner.ids and makers - set(map(current, owner.ids)):
            # It has a director, so the new film of somebody else is another one.
            return match.group()
        label = self.reading.registry.draft(topic).label
        film = Node("F", owner.end, owner.end, "", (topic,), "nominal", note=f"the film under review is {label}")
        if owner.kind == "name" and len(owner.ids) == 1:
            ordinal = ordinal_of(match.group())
            said: dict[str, Node | str] = {"ordinal": ordinal} if ordinal else {}
            source = Source((abstract.start, abstract.end), "possessive of the film under review")
            self.statements.state(film, "director", owner, source, said)
        return abstract.add(film)


def _is_one_each(prizes: list[Node | str], said: str) -> bool:
    """Whether a list of winners shares a list of prizes out ("Ada and Ben won best actress and best actor"): nobody is both."""
    names = [prize.text.casefold() for prize in prizes if isinstance(prize, Node)]
    return "respectively" in said or (
        any("actress" in name or "female" in name for name in names)
        and any(("actor" in name or "male" in name) and "female" not in name for name in names)
    )


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


def _leaves_a_relative_clause(match: re.Match[str]) -> bool:
    """Whether a match begins within a relative clause and ends behind it: "Ada, who met Ben, directed F" has Ada direct it."""
    return any(start < match.start() < end < match.end() - 1 for start, end in relative_clauses(match.string))


def _plain(text: str, abstract: AbstractSentence) -> str:
    """Matched words with the texts of the nodes among them; "his little brother Ben" keeps the name as it is written."""

    def written(match: re.Match[str]) -> str:
        node = abstract.nodes[match["node"]]
        words = str(node.attributes.get("label", node.text))
        if node.kind == "pronoun":
            return words.lower()
        return (words if node.letter == "P" else words.lower()) + (match["owns"] or "")

    return " ".join(_NODE_AND_S.sub(written, text).split())
