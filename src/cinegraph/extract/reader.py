"""Reads one article sentence by sentence: builds the abstract sentence, reduces it, matches patterns, notes claims."""

from __future__ import annotations

import re
from functools import cache, partial

from cinegraph.extract.asides import without_asides
from cinegraph.extract.awards import is_ceremony, plural_award, settle, settle_section, with_awards
from cinegraph.extract.claims import Collector, award_qualifiers, values_of
from cinegraph.extract.clauses import clauses_of
from cinegraph.extract.coreference import Discourse
from cinegraph.extract.cues import load_crafts, load_cues
from cinegraph.extract.modality import ENDURING, modality_of
from cinegraph.extract.naming import Naming, name_nodes
from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class
from cinegraph.extract.patterns import Pattern, captured, load_patterns, matcher_of
from cinegraph.extract.reductions import Reducer, as_film, as_person
from cinegraph.extract.registry import Registry
from cinegraph.extract.scopes import Scopes, edition_of, nearest_festival
from cinegraph.extract.sources import unnamed_work
from cinegraph.extract.text import PhraseFinder, normalise
from cinegraph.extract.time import near_year, ordinal_of, relative_years
from cinegraph.extract.topics import (
    Quotation,
    addressee,
    interviewed,
    is_a_life,
    is_a_review,
    quotation_of,
    speaker_of,
    topic_film,
    topic_person,
)
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document, EntityType, Modality, Sentence
from cinegraph.relations import RELATIONS

_YEAR = re.compile(r"(?<![\w-])(?:1[89]|20)\d\d(?![\w%]|-\d)")
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(
    rf"(?<!\w)(?:(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:1[89]|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH}),? (?:1[89]|20)\d\d|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:1[89]|20)\d\d|(?:1[89]|20)\d\d-\d\d-\d\d|(?:{_MONTH}),? (?:1[89]|20)\d\d)(?!\w)",
    re.I,
)
_NOMINATION = re.compile(r"^ (?:nomination|nod|nominee|shortlist|longlist|contender)s?\b")
_OWN_FILM = re.compile(
    rf"(?P<p>{char_class('P')})'s (?:film|movie|picture)(?= (?:is|was|had|has|won|competed|premiered|opened|screened|took|received|tells|follows)\b)"
)
_PERSON_CHAR = re.compile(char_class("P"))
_LEADING_FILM = re.compile(r"^\W*(?:\d+\W+)?(" + char_class("F") + ")")
_FILM_CHAR = re.compile(char_class("FT"))
_SIDE_FILM = re.compile(
    r"(?:based on|remake of|sequel to|prequel to|adaptation of|version of|inspired by|like|unlike|after|following|than|alongside|including|spin-off of|known for|success of) (?:the |<[^>]*> )?\"?$"
)
# A sentence without names says something only with a figure, a prize or a trade in it.
_WORTH_READING = re.compile(
    r"\d|prize|award|best |nominat|jury|winner|born|direct|wrote|written|script|married|teach|taught|stud[iy]|film(?:ed|ing)|shot|grew up|together|separately|met |retire|classmate|couple|through with",
    re.IGNORECASE,
)
# Verbs oftener than nouns in this field.
_NO_TRADES = {
    "teacher",
    "teachers",
    "professor",
    "professors",
    "lecturer",
    "lecturers",
    "mentor",
    "mentors",
    "student",
    "students",
    "film student",
    "film students",
    "graduate",
    "graduates",
    "alumnus",
    "alumni",
    "pupil",
    "pupils",
    "juror",
    "jurors",
    "jury member",
    "jury members",
    "member of the jury",
    "members of the jury",
    "jury president",
    "jury presidents",
    "jury chair",
    "jury chairs",
    "star",
    "stars",
    "lead",
    "leads",
    "model",
    "models",
    "distributor",
    "distributors",
}
# "The film stars Ada Doe" speaks of no film stars.
_FILM_STARS = re.compile(r"\b(?:the|this|his|her|\w+'s) (?:[\w-]+ ){0,2}(?:film|movie|tv) stars$")
# Who stands after such a word ("F, starring Ada Doe, won …") is not who won.
_OF_A_SUBJECT = ("won.person", "nominated.person", "shortlisted.person")
_OBLIQUE = re.compile(
    rf"{char_class('F')}[^.;]*\b(?:with|starring|featuring|by|of|from|opposite|alongside|between|stars)(?: the| an?)?(?: [\w-]+){{0,2}} $"
)
# A title opens at most so many lines of credits.
_CREDIT_LINES = 9
# A festival that a sentence begins with is the one that does something in it.
_HEAD = 30
# Said of other companies, these words mean something else ("produced it for Acme Pictures").
_BROADCASTERS_ONLY = {"network.film-of", "network.film-is-a", "network.for", "network.series"}
# A film named after these is no matter of its sentence: a person's other work, or what another film is measured by.
_ASIDE_FILM = re.compile(
    r"\b(?:who|whose|last seen|best known|known|since|after|like|unlike|alongside|including|than|behind|beyond|winner|beat|beaten|beating|lost)\b"
)
# A headline and a lead are about so long.
_LEAD = 200
# "It" is the film whose maker these say.
_OF_A_PRONOUN = {"credit.active-made", "news.director-whose-nth"}
_FILM_APPOSITION = re.compile(char_class("F") + '"?,')
_DASHED = re.compile(r" [–—] [^–—]{3,160} [–—] ")
_COMPANY = {"producer": "production_company"}
_LINES = {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.HEADING, BlockKind.CAPTION}
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|had|have|will|would|can|did|does|do|won|wins|said|says|went|received|made|tells|plays|premiered|takes|took|gave|gives|played|starred|goes)\b"
)
_READ = {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.QUESTION, BlockKind.ANSWER}  # fmt: skip


def _plain(text: str, abstract: AbstractSentence) -> str:
    """Matched words with the texts of the nodes among them."""
    words = ANY_NODE.sub(
        lambda m: str(abstract.nodes[m.group()].attributes.get("label", abstract.nodes[m.group()].text)).lower(), text
    )
    return " ".join(words.split())


def _clause_before(match: re.Match[str]) -> str:
    """What stands before a match: since the last semicolon, or since that before the parenthesis that it stands in; without asides between dashes."""
    before = match.string[: match.start()]
    opened = before.rfind("(")
    if opened > before.rfind(")"):
        return before[:opened].rsplit(";", 1)[-1] + before[opened:]
    return _DASHED.sub(" ", before.rsplit(";", 1)[-1])


@cache
def _occupation_words(nouns: tuple[str, ...]) -> PhraseFinder:
    return PhraseFinder(noun for noun in nouns if noun not in _NO_TRADES)


class Reader:
    """Everything known while one article is read."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.text = normalise(document.text)
        self.registry = Registry(lexicon)
        self.naming: Naming = name_nodes(document, self.text, lexicon, load_cues(), self.registry)
        self.collector = Collector(document, self.registry, lexicon)
        self.matcher = matcher_of(load_patterns())
        self.year = (document.date or "")[:4] or None
        self.discourse = Discourse(self.registry)
        self.discourse.topic_person = topic_person(document, self.naming, self.registry, self.text)
        self.discourse.life = is_a_life(self.naming, self.discourse.topic_person)
        self.discourse.topic_film = topic_film(document, self.naming, self.registry)
        self.discourse.review = is_a_review(self.naming, self.discourse.topic_person, self.discourse.topic_film)
        self.discourse.speakers = interviewed(document, self.naming)
        self.scopes = Scopes()
        self.edition = edition_of(document, self.naming.nodes, self.registry, lexicon, self.text)
        self.dated = False
        self.nodes: list[Node] = []
        self.quotation: Quotation | None = None
        self.near_festival: Node | None = None
        self.near_section: Node | None = None
        self.festival_block = -1
        self.section_spoken_of: tuple[Node | None, int] = (None, -1)
        self.year_block = -1
        self.film_line = ("", -1)
        self.film_block = -1
        self.films_of_block: set[str] = set()
        self.focal_film = ("", -1)
        self.lead_film = self._film_of_lead()
        self.in_line = False
        self.mentions: list[Node] = []
        self._by_sentence = self._split()
        self._occupations = _occupation_words(tuple(lexicon.occupations))

    def read(self) -> None:
        """Read the whole article."""
        block_index = -1
        for index, sentence in enumerate(self.document.sentences):
            block = self.document.blocks[sentence.block]
            if block.kind not in _READ:
                continue
            if sentence.block != block_index:
                block_index = sentence.block
                self._enter(block, block_index)
            self._sentence(sentence, block, self._by_sentence.get(index, []))

    def _enter(self, block: Block, index: int) -> None:
        if index - self.year_block > 1:
            self.discourse.last_year = None
        speaker = speaker_of(block, self.naming, self.discourse.speakers)
        addressed = (
            addressee(self.document, index, self.naming, self.discourse.speakers)
            if block.kind is BlockKind.QUESTION
            else ()
        )
        self.discourse.enter_block(index, speaker, addressed)
        self.discourse.in_chorus = speaker is None and block.kind is BlockKind.ANSWER
        self.quotation = (
            quotation_of(block, self.text, self.naming, self.discourse.topic_person) if speaker is None else None
        )

    def _split(self) -> dict[int, list[Node]]:
        """The named nodes of each sentence."""
        found: dict[int, list[Node]] = {}
        index, sentences = 0, self.document.sentences
        for node in self.naming.nodes:
            while index < len(sentences) and sentences[index].end <= node.start:
                index += 1
            if index < len(sentences) and sentences[index].start <= node.start:
                found.setdefault(index, []).append(node)
        return found

    def abstract(self, sentence: Sentence, block: Block, named: list[Node]) -> AbstractSentence:
        """The abstract sentence, with pronouns resolved, before any reduction."""
        nodes = self._with_values(sentence, named)
        nodes = self._with_coreference(sentence, block, nodes)
        return AbstractSentence(self.text, sentence.start, sentence.end, nodes)

    def _with_values(self, sentence: Sentence, named: list[Node]) -> list[Node]:
        """Adds generic awards, dates, years and occupations where no name stands."""
        lowered = self.text[sentence.start : sentence.end].lower()
        nodes = with_awards(named, self.text, sentence.start, sentence.end)
        offset = sentence.start
        for letter, pattern in (("D", _DATE), ("Y", _YEAR)) if "1" in lowered or "2" in lowered else ():
            nodes = _insert(
                nodes,
                [
                    Node(letter, offset + m.start(), offset + m.end(), self.text[offset + m.start() : offset + m.end()])
                    for m in pattern.finditer(lowered)
                ],
            )
        nodes = _insert(nodes, list(relative_years(lowered, offset, self.year, self.discourse.last_year)))
        trades = []
        for start, noun in self._occupations.find(lowered):
            trade = self.lexicon.occupations[noun]
            if noun.endswith("stars") and _FILM_STARS.search(lowered, 0, start + len(noun)):
                continue
            trades.append(
                Node(
                    "R",
                    offset + start,
                    offset + start + len(noun),
                    noun,
                    attributes={
                        "label": trade.label,
                        "relation": trade.relation,
                        "gender": trade.gender,
                        "plural": trade.plural,
                    },
                )
            )
        nodes = _insert(nodes, trades)
        crafts = load_crafts()
        words = []
        for match in crafts.pattern.finditer(lowered):
            word = match.group()
            letter, relation = ("K", crafts.nouns[word]) if word in crafts.nouns else ("V", crafts.verbs[word])
            words.append(
                Node(letter, offset + match.start(), offset + match.end(), word, attributes={"relation": relation})
            )
        return _insert(nodes, words)

    def _with_coreference(self, sentence: Sentence, block: Block, nodes: list[Node]) -> list[Node]:
        def voice(offset: int) -> str | None:
            if self.quotation is not None and self.quotation.covers(offset):
                return self.quotation.speaker
            return self.discourse.speaker if block.kind is BlockKind.ANSWER else None

        return self.discourse.mentions(self.text[sentence.start : sentence.end].lower(), sentence.start, nodes, voice)

    def _sentence(self, sentence: Sentence, block: Block, named: list[Node]) -> None:
        if (
            not named
            and block.kind is not BlockKind.HEADING
            and not _WORTH_READING.search(self.text, sentence.start, sentence.end)
        ):
            return
        abstract = self.abstract(sentence, block, named)
        for char, node in list(abstract.nodes.items()):
            if node.attributes.pop("possessive", None):
                abstract.string = abstract.string.replace(char, char + "'s", 1)
            elif node.attributes.pop("implied", None):
                abstract.string = abstract.string.replace(char, char + " ", 1)
        nodes = list(abstract.nodes.values())
        reducer = Reducer(abstract, self.registry, self.lexicon, self.year)
        reducer.run()
        asking = self.text[sentence.start : sentence.end].rstrip("*_ )\"'").endswith("?")
        quoted = self.quotation is not None and self.quotation.covers(sentence.start + 1)
        voice = (
            self.discourse.speaker
            if block.kind is BlockKind.ANSWER
            else self.quotation.speaker
            if quoted and self.quotation
            else None
        )
        speaker = self.registry.draft(voice).label if voice else None
        span = (sentence.start, sentence.end)
        for aside in reducer.asides:
            if aside.subject.letter == "T" and not aside.subject.ids:
                continue
            objects: list[Node | str] = list(aside.object.parts()) if isinstance(aside.object, Node) else [aside.object]
            for subject in aside.subject.parts():
                for value in objects:
                    self._state(subject, aside.relation, value, {}, span, aside.rule, Modality.ASSERTED, None, speaker)
        festivals = [n for n in nodes if n.letter == "E" and n.ids]
        self.near_festival = festivals[-1] if festivals else None
        self.dated = any(n.letter in "YD" for n in nodes)
        self.nodes = nodes
        self._sections(nodes, span)
        self.near_section = next((n for n in reversed(nodes) if n.letter == "S" and n.ids), None)
        self._films_of_people(abstract)
        line = block.kind in _LINES or (
            block.kind is BlockKind.PARAGRAPH and not _VERB.search(abstract.string) and len(abstract.string) < 120
        )
        self.in_line = line
        leading = _LEADING_FILM.match(abstract.string)
        if leading is not None and (line or len(abstract.string) < 160) and abstract.nodes[leading.group(1)].ids:
            self.film_line = (abstract.nodes[leading.group(1)].ids[0], sentence.block)
        self._match(abstract, line, block, span, asking, speaker)
        shorter = without_asides(abstract) if block.kind not in _LINES else None
        if shorter is not None:
            self._match(shorter, False, block, span, asking, speaker)
        if block.kind not in _LINES:
            for clause in clauses_of(shorter or abstract):
                self._match(clause, False, block, span, asking, speaker)
        if block.kind is BlockKind.HEADING:
            plural = plural_award(self.text[sentence.start : sentence.end], self.lexicon)
            award = (
                Node("A", sentence.start, sentence.end, plural.name, (self.registry.entry(plural),)) if plural else None
            )
            self.scopes.enter(block, abstract, award)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            self.scopes.hear(abstract.string)
        self.mentions += [n for n in nodes if n.ids]
        self._focus(abstract, sentence.block)
        if block.kind is not BlockKind.BYLINE:
            self.discourse.after(nodes)
        if festivals:
            self.festival_block = sentence.block
        if self.film_block != sentence.block:
            self.film_block, self.films_of_block = sentence.block, set()
        self.films_of_block.update(i for n in nodes if n.letter == "F" for i in n.ids)
        if self.near_section is not None:
            self.section_spoken_of = (self.near_section, sentence.block)
        years = [n.text for n in nodes if n.letter == "Y"]
        if years:
            self.discourse.last_year = years[-1]
            self.year_block = sentence.block

    def _around(self, award: Node | None = None) -> list[Node]:
        """The festivals that an award or a section without one may belong to: the sentence's, the headings', the article's, the paragraph's."""
        near_festival = nearest_festival(award, self.nodes, self.text) if award is not None else self.near_festival
        spoken_of = self.discourse.festival if self.festival_block == self.discourse.paragraph else None
        near = (near_festival, self.scopes.festival(), self.edition, spoken_of)
        return [n for n in near if n is not None and n.ids]

    def _sections(self, nodes: list[Node], span: tuple[int, int]) -> None:
        """Settles which sections are meant, and says whose they are where the article names the festival."""
        for node in nodes:
            if node.letter != "S":
                continue
            settle_section(node, self._around(), self.registry, self.lexicon)
            entry = self.lexicon.entries.get(self.registry.draft(node.ids[0]).lexicon or "") if node.ids else None
            owner = self.registry.drafts.get(f"festival:{entry.festival}") if entry is not None else None
            if owner is not None and any(owner.names.values()):
                self.collector.state(
                    node.ids[0], "section_of", owner.id, span=span, rule="section of a festival that the article names"
                )

    def _match(
        self,
        abstract: AbstractSentence,
        line: bool,
        block: Block,
        span: tuple[int, int],
        asking: bool,
        speaker: str | None,
    ) -> None:
        """Match every pattern that may apply to such a block."""
        without: tuple[str, ...] = () if line else ("line.",)
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            without += ("item.", "jury-item.")
        if not self.scopes.about_jury():
            without += ("jury-item.", "jury-text.")
        if block.kind is not BlockKind.CAPTION:
            without += ("caption.",)
        if not self.discourse.review:
            without += ("plot.",)
        for pattern, match in self.matcher.matches(abstract, without):
            self._matched(pattern, match, abstract, span, asking, speaker)

    def _films_of_people(self, abstract: AbstractSentence) -> None:
        """ "Kovalenko's film", with no title beside it, is the film last spoken of, and says whose it is."""

        def link(match: re.Match[str]) -> str:
            owner = abstract.nodes[match["p"]]
            known = self.discourse.previous_films or self.discourse.films[-1:]
            if not known or owner.kind != "name" or len(owner.ids) != 1:
                return match.group()
            film = Node(
                "F",
                owner.end,
                owner.end,
                "",
                (known[-1],),
                "nominal",
                note=f"the film last spoken of is {self.registry.draft(known[-1]).label}",
            )
            self._state(
                film,
                "director",
                owner,
                {},
                (abstract.start, abstract.end),
                "possessive of the film last spoken of",
                Modality.ASSERTED,
                None,
                None,
            )
            return abstract.add(film)

        abstract.string = _OWN_FILM.sub(link, abstract.string)

    def _matched(
        self,
        pattern: Pattern,
        match: re.Match[str],
        abstract: AbstractSentence,
        span: tuple[int, int],
        asking: bool,
        speaker: str | None,
    ) -> None:
        if pattern.id.startswith(_OF_A_SUBJECT) and _OBLIQUE.search(match.string, 0, match.start()):
            return
        modality, cue = self._modality(pattern, match, abstract)
        if asking and not pattern.id.startswith("possessive"):
            return
        news = pattern.id.startswith("news.")
        if "producing" in pattern.regex.groupindex and self._relations("@producing", match, abstract) != ["producer"]:
            return
        for subject_slot, relation, object_slot in pattern.claims:
            subjects = self._subjects(subject_slot, pattern, match, abstract)
            objects = self._objects(object_slot, match, abstract)
            if relation == "director":
                subjects = [s for s in subjects if s.kind != "pronoun" or pattern.id in _OF_A_PRONOUN]
            if not subjects or not objects:
                continue
            qualifiers: dict[str, Node | str] = {}
            for key, slot in pattern.qualifiers:
                if slot.startswith("="):
                    qualifiers[key] = slot[1:]
                elif (text := captured(match, slot)) is not None:
                    qualifiers[key] = abstract.nodes[text] if text in abstract.nodes else _plain(text, abstract)
            for name in self._relations(relation, match, abstract):
                if pattern.id in _BROADCASTERS_ONLY and not all(
                    isinstance(v, Node) and self._for_company("distributor", v) == "original_network" for v in objects
                ):
                    continue
                if name == "won" and (
                    _NOMINATION.match(match.string[match.end() :]) or self._only_nominated(pattern, match)
                ):
                    name = "nominated_for"
                self._complete(name, qualifiers, match, abstract)
                work = qualifiers.get("for_work")
                each = (
                    [{**qualifiers, "for_work": part} for part in work.parts()]
                    if isinstance(work, Node)
                    else [qualifiers]
                )
                for subject in subjects:
                    for value in objects:
                        fitting = (
                            self._for_company(name, value)
                            if isinstance(value, Node) and value.letter == "O" and not (name == "distributor" and news)
                            else name
                        )
                        for told in each:
                            self._state(subject, fitting, value, told, span, pattern.id, modality, cue, speaker)

    def _only_nominated(self, pattern: Pattern, match: re.Match[str]) -> bool:
        """Whether a line stands in a list of nominations, or a name's parenthesis in a sentence about them."""
        if pattern.id.startswith(("line.", "item.", "won.verbless")):
            return self.scopes.nominations()
        return pattern.id.endswith("in-parentheses") and "nomin" in match.string

    def _objects(self, slot: str, match: re.Match[str], abstract: AbstractSentence) -> list[Node | str]:
        if slot.startswith("="):
            return [slot[1:]]
        if slot == "@owner":
            owner = self.discourse.topic_person
            return (
                [Node("P", 0, 0, "", (owner,), "heading", note="the person whose filmography it is")]
                if owner and self.scopes.filmography()
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
            award = self.scopes.award()
            if award is None or not match.string:
                return []
            return [
                Node(
                    "A",
                    award.start,
                    award.end,
                    award.text,
                    award.ids,
                    "heading",
                    {k: v for k, v in award.attributes.items() if k != "year"},
                )
            ]
        if slot == "@source":
            return self._source(match, abstract)
        if slot == "@festival":
            around = (
                self.near_section,
                self.near_festival,
                self.scopes.find("S"),
                self.scopes.festival(),
                self.discourse.festival,
            )
            near: list[Node | str] = [node for node in around if node is not None and node.ids]
            return near[:1]
        if slot in ("@edition", "@section", "@programme", "@jury"):
            return list(self._programme(slot))
        text = captured(match, slot)
        if text is None:
            return []
        values: list[Node | str] = list(values_of(abstract.nodes[text])) if text in abstract.nodes else [text]
        givers = abstract.nodes[match["giver"]].parts() if match.re.groupindex.get("giver") and match["giver"] else []
        return [_given(v, giver) for v in values for giver in givers] if givers else values

    def _source(self, match: re.Match[str], abstract: AbstractSentence) -> list[Node | str]:
        """The work without a title that the matched author wrote ("the novel by Ada Doe"); says whose it is."""
        slots = [slot for slot in ("o", "p", "q") if slot in match.re.groupindex]
        text = next((text for slot in slots if (text := captured(match, slot)) is not None), None)
        author = abstract.nodes[text] if text is not None else None
        if author is None or len(author.ids) != 1 or author.kind != "name":
            return []
        found = unnamed_work(self.text, author.start, author.end, self.registry.draft(author.ids[0]).label)
        if found is None:
            return []
        label, words = found
        id_ = self.registry.named(EntityType.WORK, label)
        self.registry.see(id_, words)
        work = Node("W", author.start, author.end, words, (id_,))
        self._state(
            author,
            "author_of",
            work,
            {},
            (abstract.start, abstract.end),
            "author of a work without a title",
            Modality.ASSERTED,
            None,
            None,
        )
        return [work]

    def _programme(self, slot: str) -> list[Node]:
        """``@edition``, the edition that the article reports on, or the festival spoken of; ``@section``, the section that a heading announces at it.

        ``@programme``, the same, is nothing where no heading over the block announces films, ``@jury`` where none announces a jury.
        """
        if (slot == "@programme" and not self.scopes.programme()) or (slot == "@jury" and not self.scopes.jury()):
            return []
        festival = (
            self.edition
            or self.scopes.festival()
            or (self.discourse.festival if slot in ("@edition", "@section") else None)
        )
        first = next((n for n in self.nodes if n.letter == "E" and n.ids and n.kind == "name"), None)
        if (
            slot == "@edition"
            and first is not None
            and first.start - self.nodes[0].start < _HEAD
            and (festival is None or not festival.ids or not self._one_festival(first, festival))
        ):
            festival = first
        if festival is None or not festival.ids:
            return []
        section = self.scopes.find("S") if slot != "@edition" else None
        entry = (
            self.lexicon.entries.get(self.registry.draft(section.ids[0]).lexicon or "")
            if section is not None and section.ids
            else None
        )
        if (
            section is None
            or entry is None
            or not entry.festival
            or not self._same_entry(festival.ids[0], entry.festival)
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

    def _one_festival(self, one: Node, other: Node) -> bool:
        return self.registry.current(one.ids[0]) == self.registry.current(other.ids[0])

    def _for_company(self, relation: str, company: Node) -> str:
        """A film "produced by" or "released by" an organisation has a production company, or a broadcaster."""
        entry = self.lexicon.entries.get(self.registry.draft(company.ids[0]).lexicon or "") if company.ids else None
        if relation == "distributor" and entry is not None and entry.kind in ("broadcaster", "streaming"):
            return "original_network"
        return _COMPANY.get(relation, relation)

    def _complete(
        self, relation: str, qualifiers: dict[str, Node | str], match: re.Match[str], abstract: AbstractSentence
    ) -> None:
        """Adds the year beside the matched words, and which film of a career it is."""
        allowed = RELATIONS[relation].qualifiers
        if "year" in allowed and "year" not in qualifiers and (year := near_year(match, abstract)):
            qualifiers["year"] = year
        if "ordinal" in allowed and "ordinal" not in qualifiers and (ordinal := ordinal_of(match.group())):
            qualifiers["ordinal"] = ordinal

    def _subjects(self, slot: str, pattern: Pattern, match: re.Match[str], abstract: AbstractSentence) -> list[Node]:
        if slot == "@heading":
            heading = self.scopes.film()
            if heading is None and self._credited():
                heading = Node(
                    "F", 0, 0, "", (self.film_line[0],), "heading", note="the film that the lines above name"
                )
            return values_of(heading) if heading is not None else []
        if slot == "@topic":
            topic = self.discourse.topic_person if self.scopes.film() is None else None
            return (
                [Node("P", 0, 0, "", (topic,), "implied", note=f"the page is about {self.registry.draft(topic).label}")]
                if topic
                else []
            )
        if slot != "@film":
            text = captured(match, slot)
            if not text:
                return []
            return values_of(
                self._in_focus(abstract.nodes[text], abstract)
                if pattern.id.startswith("news.")
                else abstract.nodes[text]
            )
        node = self._film_in_question(pattern, match, abstract)
        if node is not None and pattern.id.startswith("news."):
            node = self._in_focus(node, abstract)
        return values_of(node) if node is not None else []

    def _relations(self, relation: str, match: re.Match[str], abstract: AbstractSentence) -> list[str]:
        if not relation.startswith("@"):
            return [relation]
        text = captured(match, relation[1:])
        if text is None:
            return []
        return [r for part in abstract.nodes[text].parts() if (r := part.attributes.get("relation"))]

    def _credited(self) -> bool:
        """Whether one of the lines just above opens with a film."""
        film, block = self.film_line
        return bool(film) and self.discourse.paragraph - block <= _CREDIT_LINES

    def _film_of_lead(self) -> str:
        """The film that the article is about, if its headline or lead names it."""
        film = self.discourse.topic_film
        return (
            film
            if film and any(n.letter == "F" and n.start < _LEAD and film in n.ids for n in self.naming.nodes)
            else ""
        )

    def _focus(self, abstract: AbstractSentence, block: int) -> None:
        """Keep the film that a paragraph of news goes on about: the first of a sentence, unless it stands in an aside."""
        first = _FILM_CHAR.search(abstract.string)
        node = abstract.nodes[first.group()] if first is not None else None
        if (
            first is None
            or node is None
            or not node.ids
            or _ASIDE_FILM.search(abstract.string[: first.start()])
            or _SIDE_FILM.search(abstract.string[: first.start()])
        ):
            return
        film, known = self.focal_film
        if node.kind != "name" and (known == block or self.lead_film):
            self.focal_film = (film if known == block else self.lead_film, block)
        else:
            self.focal_film = (node.ids[0], block)

    def _in_focus(self, node: Node, abstract: AbstractSentence) -> Node:
        """The film in focus where a sentence of news names none ("it", "the film", or nothing at all)."""
        if (
            node.letter != "F"
            or node.kind == "name"
            or any(n.letter == "F" and n.kind == "name" and n.ids == node.ids for n in abstract.nodes.values())
        ):
            return node
        film, block = self.focal_film
        chosen = film if film and block == self.discourse.paragraph else self.lead_film
        if not chosen or chosen in node.ids:
            return node
        return Node(
            "F",
            node.start,
            node.end,
            node.text,
            (chosen,),
            node.kind,
            node.attributes,
            [],
            f"the film that the article goes on about is {self.registry.draft(chosen).label}",
        )

    def _film_of_credits(self) -> str:
        """The film that the lines above have named, or else the one that the article is about."""
        begin = self.document.blocks[self.discourse.paragraph].start if self.discourse.paragraph >= 0 else 0
        here = next((n for n in reversed(self.mentions) if n.letter == "F" and n.start >= begin), None)
        if here is not None:
            # A remake's model, named last, is not what the paragraph is about.
            last = self.discourse.films[-1] if self.discourse.films else here.ids[-1]
            return last if last in self._films_of_paragraph() else here.ids[-1]
        if self._credited():
            return self.film_line[0]
        return self.discourse.topic_film or self.discourse.films[-1]

    def _film_in_question(self, pattern: Pattern, match: re.Match[str], abstract: AbstractSentence) -> Node | None:
        """The film that a credit belongs to: the nearest one before it that is its sentence's matter, else the one after it, else the last spoken of."""
        before = _clause_before(match)
        inside = _FILM_CHAR.findall(_DASHED.sub(" ", match.group()))
        if inside:
            return abstract.nodes[inside[0]]
        films = list(_FILM_CHAR.finditer(before))
        plain = [f for f in films if not _SIDE_FILM.search(before[: f.start()])]
        if films:
            return abstract.nodes[(plain or films)[-1].group()]
        if pattern.id.startswith("news."):
            earlier = [
                f
                for f in _FILM_CHAR.finditer(match.string[: match.start()])
                if not _ASIDE_FILM.search(match.string[: f.start()])
            ]
            if earlier:
                return abstract.nodes[earlier[0].group()]
        after = (
            _FILM_CHAR.search(match.string, match.end())
            if not (pattern.defined and pattern.id.startswith("news."))
            else None
        )
        if after is not None and abstract.nodes[after.group()].kind == "pronoun" and self.scopes.film() is not None:
            after = None
        if after is not None and (match.start() < 3 or not pattern.defined) and match.start() < 60:
            return abstract.nodes[after.group()]
        if after is None and (heading := self.scopes.film()) is not None:
            return heading
        if after is None and self.discourse.films:
            spoken_of = self.discourse.films[-1] in self._films_of_paragraph() or self.in_line
            if pattern.defined and not spoken_of and not self.discourse.review:
                return None
            credit = self.in_line or pattern.id == "credit.line" or pattern.id.startswith(("line.", "news."))
            chosen = self._film_of_credits() if credit else self.discourse.films[-1]
            if pattern.defined and not spoken_of and self.discourse.topic_film:
                chosen = self.discourse.topic_film
            return Node(
                "F",
                0,
                0,
                "",
                (chosen,),
                "implied",
                note=f"the film last spoken of is {self.registry.draft(chosen).label}",
            )
        return None

    def _films_of_paragraph(self) -> set[str]:
        return self.films_of_block if self.film_block == self.discourse.paragraph else set()

    def _modality(
        self, pattern: Pattern, match: re.Match[str], abstract: AbstractSentence
    ) -> tuple[Modality, str | None]:
        if pattern.modality:
            return Modality(pattern.modality), None
        # What is done with a film now ("she will show F, her adaptation of …") says nothing of its apposition.
        before = (
            "" if _FILM_APPOSITION.match(match.group()) else abstract.string[max(0, match.start() - 60) : match.start()]
        )
        enduring = any(relation in ENDURING for _, relation, _ in pattern.claims)
        return modality_of(match.group(), before, enduring=enduring)

    def _state(
        self, subject: Node, relation: str, value: Node | str, qualifiers: dict[str, Node | str], span: tuple[int, int], rule: str,
        modality: Modality, cue: str | None, speaker: str | None,
    ) -> None:  # fmt: skip
        if subject.letter == "A":
            settle(subject, self.registry, self.lexicon)
            entry = self.lexicon.entries.get(self.registry.draft(subject.ids[0]).lexicon or "")
            if (
                entry is not None
                and entry.conferred_by
                and isinstance(value, Node)
                and value.ids
                and not self._same_entry(value.ids[0], entry.conferred_by)
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
        state = partial(
            self.collector.state, span=span, rule=rule, modality=modality, cue=cue, speaker=speaker, steps=steps
        )
        found: dict[str, tuple[str, bool]] = {}
        for key, other in qualifiers.items():
            if isinstance(other, str):
                found[key] = (other, True)
            elif other.ids:
                found[key] = (self.registry.current(other.ids[0]), False)
            else:
                found[key] = (other.text, True)
        if isinstance(value, str):
            state(
                subject_id,
                relation,
                value,
                literal=True,
                qualifiers=found,
            )
            return
        if value.letter == "A":
            self._award(subject, subject_id, relation, value, found, span, rule, modality, cue, speaker, steps)
            return
        if value.letter == "N" and EntityType.PLACE in RELATIONS[relation].objects:
            country = (
                self.lexicon.demonyms.get(value.text)
                or self.lexicon.demonyms.get(value.text.split()[-1])
                or self.lexicon.demonyms.get(value.text.removesuffix("s"))
            )
            if country is None:
                return
            value = Node("L", value.start, value.end, value.text, (self.registry.place(country),))
            self.registry.see(value.ids[0], value.text)
        if value.letter == "E" and "year" in value.attributes:
            found.setdefault("year", (str(value.attributes["year"]), True))
        if value.letter == "S":
            section = value.ids[0] if value.ids else None
            festival = value.attributes.get("festival")
            if section and (festival is None or not festival.ids):
                parent = self.lexicon.entries.get(self.registry.draft(section).lexicon or "")
                if parent is None or not parent.festival:
                    return
                found["section"] = (section, False)
                festival_id = self.registry.entry(self.lexicon.entries[parent.festival])
            elif section and festival is not None:
                found["section"] = (section, False)
                festival_id = festival.ids[0]
            else:
                return
            if "year" in value.attributes:
                found.setdefault("year", (str(value.attributes["year"]), True))
            state(
                subject_id,
                relation,
                festival_id,
                qualifiers=found,
            )
            return
        if not RELATIONS[relation].objects or (not value.ids and value.letter in "YDNRC"):
            text = str(value.attributes.get("label", value.text)) if value.letter == "R" else value.text
            state(
                subject_id,
                relation,
                text,
                literal=True,
                qualifiers=found,
            )
            return
        object_id = self._entity(value, relation, False)
        if object_id is not None:
            state(
                subject_id,
                relation,
                object_id,
                qualifiers=found,
            )

    def _same_entry(self, id_: str, entry: str) -> bool:
        return self.registry.draft(id_).lexicon == entry

    def _award(
        self, subject: Node, subject_id: str, relation: str, award: Node, found: dict[str, tuple[str, bool]], span: tuple[int, int], rule: str,
        modality: Modality, cue: str | None, speaker: str | None, steps: tuple[str, ...],
    ) -> None:  # fmt: skip
        self._place_award(award)
        giver = award.attributes.get("given")
        if giver is not None and modality is Modality.ASSERTED:
            self.collector.state(award.ids[0], "conferred_by", giver.ids[0], span=span, rule=rule, speaker=speaker)
        state = partial(
            self.collector.state, span=span, rule=rule, modality=modality, cue=cue, speaker=speaker, steps=steps
        )
        gathered = award_qualifiers(award, self.registry, self.lexicon)
        merged = {**gathered, **found}
        if self.registry.draft(subject_id).type is not EntityType.PERSON:
            merged.pop("for_work", None)
        works = award.attributes.get("for_work") if "for_work" in merged and "for_work" not in found else None
        for work in works.parts() if works is not None else [None]:
            if work is not None and work.ids:
                merged["for_work"] = (self.registry.current(work.ids[0]), False)
            state(
                subject_id,
                relation,
                award.ids[0],
                qualifiers=merged,
            )
        for person in (
            award.attributes["for_person"].parts()
            if "for_person" in award.attributes and "for_work" not in merged
            else ()
        ):
            told = {**merged, "for_work": (subject_id, False)}
            state(
                person.ids[0],
                relation,
                award.ids[0],
                qualifiers=told,
            )

    def _place_award(self, award: Node) -> None:
        """An award that is named without its festival belongs to the one that the sentence, the headings or the paragraph speak of."""
        generic = "generic" in award.attributes or "choices" in award.attributes
        festival = award.attributes.get("festival")
        section = award.attributes.get("section")
        around = self._around(award)
        evening = (
            next((n for n in self.nodes if is_ceremony(n) and n is not award and n.ids), None) or self.scopes.evening()
        )
        if evening is not None and generic and not {"festival", "section", "organization"} & award.attributes.keys():
            award.attributes["organization"] = evening
        if (
            festival is None
            and section is None
            and "organization" not in award.attributes
            and not award.ids
            and generic
            and around
        ):
            festival = around[0]
            award.attributes["festival"] = festival
            heading = self.scopes.find("S")
            inside = self.near_section or (
                heading if festival is self.scopes.festival() else self._section_of_paragraph(festival)
            )
            if inside is not None and inside.ids:
                award.attributes["section"] = inside
        elif (
            festival is None
            and section is None
            and "organization" not in award.attributes
            and generic
            and self.near_section is not None
            and self.near_section.ids
        ):
            award.attributes["section"] = self.near_section
            if "festival" in self.near_section.attributes:
                award.attributes["festival"] = self.near_section.attributes["festival"]
        settle(award, self.registry, self.lexicon)
        festival = award.attributes.get("festival")
        if (
            festival is None
            and award.ids
            and self._independent(award.ids[0])
            and around
            and around[0] is not self.discourse.festival
            and around[0] is not self.edition
        ):
            award.attributes["festival"] = festival = around[0]
        if festival is not None and festival.ids and "year" not in award.attributes:
            for other in around:
                if other is self.edition and self.dated:
                    continue
                if (
                    self.registry.current(other.ids[0]) == self.registry.current(festival.ids[0])
                    and "year" in other.attributes
                ):
                    award.attributes["year"] = other.attributes["year"]
                    break

    def _independent(self, award: str) -> bool:
        """Whether an award is given at many festivals, by a jury of its own."""
        entry = self.lexicon.entries.get(self.registry.draft(award).lexicon or "")
        independent = (
            entry is not None
            and entry.festival is None
            and entry.part_of is None
            and (entry.conferred_by or "").startswith("organization")
        )
        return independent and award.removeprefix("award:") not in self.lexicon.ceremonies

    def _section_of_paragraph(self, festival: Node) -> Node | None:
        """The section that the paragraph has spoken of, where it is that festival's."""
        section, block = self.section_spoken_of
        if section is None or block != self.discourse.paragraph:
            return None
        owner = section.attributes.get("festival")
        same = (
            owner is not None
            and owner.ids
            and self.registry.current(owner.ids[0]) == self.registry.current(festival.ids[0])
        )
        return section if same else None

    def _entity(self, node: Node, relation: str, is_subject: bool) -> str | None:
        wanted = RELATIONS[relation].subjects if is_subject else RELATIONS[relation].objects
        if not node.ids and node.letter in "TX":
            if EntityType.FILM in wanted and (node.letter == "T" or EntityType.PERSON not in wanted):
                as_film(node, self.registry)
            elif EntityType.PERSON in wanted and node.letter == "X":
                as_person(node, self.registry)
            elif EntityType.ORGANIZATION in wanted and node.letter == "X":
                node.ids = (self.registry.named(EntityType.ORGANIZATION, node.text),)
                self.registry.see(node.ids[0], node.text)
            elif EntityType.PLACE in wanted and node.letter == "X":
                node.ids = (self.registry.place(node.text),)
                self.registry.see(node.ids[0], node.text)
            elif EntityType.WORK in wanted:
                node.ids = (self.registry.title(node.text, EntityType.WORK),)
                self.registry.see(node.ids[0], node.text)
        return self.registry.current(node.ids[0]) if node.ids else None


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


def _insert(nodes: list[Node], more: list[Node]) -> list[Node]:
    """The nodes with those of ``more`` that overlap none of them, in text order."""
    if not more:
        return nodes
    kept = list(nodes)
    for node in more:
        if not any(n.start < node.end and node.start < n.end for n in kept):
            kept.append(node)
    return sorted(kept, key=lambda n: n.start)
