"""Reads one article sentence by sentence: builds the abstract sentence, reduces it, has the patterns matched, keeps what was spoken of."""

from __future__ import annotations

import re

from cinegraph.extract.agreement import agreeing
from cinegraph.extract.award_mentions import with_awards
from cinegraph.extract.awards import plural_award
from cinegraph.extract.awards_again import AwardSpokenOf
from cinegraph.extract.beside_lives import leaves_out_its_person
from cinegraph.extract.boxed_facts import BoxedFacts
from cinegraph.extract.brands import with_brands
from cinegraph.extract.contractions import spelled_out
from cinegraph.extract.coreference import Coreference
from cinegraph.extract.credits_behind_titles import BracketedCredits
from cinegraph.extract.credits_in_parentheses import CreditsInParentheses
from cinegraph.extract.credits_of_talks import CreditsOfTalks
from cinegraph.extract.crews_of_one_film import CrewsOfOneFilm
from cinegraph.extract.ellipsis import about_craft, completed
from cinegraph.extract.films import FilmsSpokenOf
from cinegraph.extract.films_of_makers import FilmsOfMakers
from cinegraph.extract.gate import MAX_QUOTE
from cinegraph.extract.headlines import in_full
from cinegraph.extract.home_school import HomeSchool
from cinegraph.extract.labelled_awards import labelled
from cinegraph.extract.laurels import titled_in_words
from cinegraph.extract.left_out_films import with_its_film
from cinegraph.extract.listed_credits import ListedCredits
from cinegraph.extract.listed_filmographies import ListedFilmographies
from cinegraph.extract.listed_films import ListedFilms
from cinegraph.extract.listed_prizes import ListedPrizes
from cinegraph.extract.matches import Matches
from cinegraph.extract.modality import depends, takes_back
from cinegraph.extract.next_films import NextFilms
from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.parts_of_articles import PartsOfArticle
from cinegraph.extract.placing import Placing
from cinegraph.extract.prize_homes import home_of_prizes
from cinegraph.extract.programmes import Programmes
from cinegraph.extract.reading import Reading
from cinegraph.extract.reducing import Aside
from cinegraph.extract.reductions import reduce
from cinegraph.extract.seen_at import state_where_seen
from cinegraph.extract.sentence_views import View, views_of
from cinegraph.extract.sought import Sought
from cinegraph.extract.speakers import addressee, quotation_of, speaker_of
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.tabled_prizes import TabledPrizes
from cinegraph.extract.time import year_in
from cinegraph.extract.topics import entry_of
from cinegraph.extract.under_titles import UnderTitles
from cinegraph.extract.values import with_values
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document, EntityType, Sentence

# A sentence without names says something only with a figure, a prize or a trade in it.
_WORTH_READING = Sought(
    r"\d|prize|award|best |nominat|jury|winner|born|direct|wrote|written|script|married|teach|taught|stud[iy]|film(?:ed|ing)|shot|grew up|together|separately|met |retire|classmate|couple|through with|(?:that|this) (?:section|sidebar|strand)",
)
_MANY_EDITIONS = re.compile(r"\b\d{4}\W{0,3}(?:to|and|until|[-–—])\W{0,3}\d{2,4}\b")
# "My teachers? Ada Doe and Ben Roe.": a speaker's own question, and its answer.
_ASIDE_QUESTION = 80
_FORMER_OFFICE = re.compile(
    r", (?:formerly|once|former|the former|then|ex-|until \w+)(?: the)? ?(?:[a-z-]+ ){0,2}(?:director|head|president|programmer|chair\w*|curator|founder) of (?:the )?$"
)
# "Critics' Week head Ada Doe", "Oslo laureate Ben Roe"
_HELD_BY_SOMEBODY = re.compile(
    r"(?:'s?)? (?:(?:artistic|former|general|festival|prize|award|jury|\w+-time) )*(?:head|chief|boss|topper|director|programmer|president|delegate|curator|recipient|winner|laureate|alum\w*|veteran|regular)"
    r"(?: and [^,;.]{2,40}?)? [A-Z][\w.'-]+ [A-Z]"
)
_LINES = {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.HEADING, BlockKind.CAPTION}
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|had|have|will|would|can|did|does|do|won|wins|said|says|went|received|made|tells|plays|premiered|takes|took|gave|gives|played|starred|goes|screened|opened|competed)\b"
)
_READ = {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.QUESTION, BlockKind.ANSWER}  # fmt: skip


# "ROME, 3 May (Agency) – ": where and when an article was filed says nothing of what follows.
_DATELINE = re.compile(
    f"^{char_class('LE')}(?:, (?:[\\w.]+|{char_class('L')}))?(?:,? {char_class('DY')})?(?: \\([^()]{{2,30}}\\))? ?[–—-]{{1,2}} (?=[^–—]*$)"
)


class Reader:
    """Reads one article; what it has found is in ``registry``, ``collector`` and ``mentions``."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.reading = Reading(document, lexicon)
        self.document, self.lexicon, self.text = document, lexicon, self.reading.text
        self.registry, self.naming, self.collector = self.reading.registry, self.reading.naming, self.reading.collector
        self.discourse, self.scopes, self.edition = self.reading.discourse, self.reading.scopes, self.reading.edition
        self.mentions = self.reading.mentions
        self._parts = PartsOfArticle(document, self.naming, self.text, self.discourse)
        nameless = self.discourse.topic_person is None and leaves_out_its_person(document, self.text)
        self._coreference = Coreference(self.discourse, nameless=nameless, made=lambda: self.collector.pairs("director"))
        self._films = FilmsSpokenOf(self.reading)
        self._placing = Placing(self.reading)
        self._statements = Statements(self.reading, self._placing)
        self._matches = Matches(self.reading, self._films, self._statements)
        self._films_of_makers = FilmsOfMakers(self.reading, self._statements)
        self._listed = ListedFilms(self.reading, self._matches.slots, self._statements, document.sentences)
        self._filmographies = ListedFilmographies(self.reading, self._matches.slots, self._statements)
        self._prizes = ListedPrizes(self.reading, self._statements)
        self._tabled = TabledPrizes(self.reading, self._matches.slots, self._statements)
        self._boxes = BoxedFacts(self.reading, self._statements)
        self._credits = ListedCredits(self.reading, self._statements)
        self._bracketed = BracketedCredits(self.reading, self._statements)
        self._under_titles = UnderTitles(self.reading)
        self._titled = {start for start, _ in self.naming.laurels}
        self._award = AwardSpokenOf()
        self._home_school = HomeSchool(self.reading, self._statements)
        self._programmes = Programmes(self.reading, self._statements)
        self._beside = CreditsInParentheses(self.reading, self._statements)
        self._talk = CreditsOfTalks(self.reading, self._statements)
        self._next = NextFilms(self.reading, self._statements)
        self._crews = CrewsOfOneFilm(self.reading, self._statements, life=self._films.life)
        # The first of many editions is no year to count from.
        self._many_editions = _MANY_EDITIONS.search(document.title or "") is not None
        self._labels = {line.start: line.award for line in self.naming.prizes}
        self._year_block = -1
        self._asked: AbstractSentence | None = None
        self._hesitated: AbstractSentence | None = None
        self._by_sentence = self._split()

    def read(self) -> None:
        """Read the whole article."""
        state_where_seen(self.reading, self._statements)
        block_index = -1
        for index, sentence in enumerate(self.document.sentences):
            block = self.document.blocks[sentence.block]
            if block.kind not in _READ:
                continue
            if sentence.block != block_index:
                block_index = sentence.block
                self._enter(block, block_index)
                self._filmographies.state(block_index)
            self._crews.followed[sentence.start] = self._films.followed()
            whole = self._listed.whole(sentence) or self._filmographies.whole(sentence.block)
            self._sentence(sentence, block, self._by_sentence.get(index, []), whole)
            self._listed.state(index, self._programmes.section())
        self._crews.state()

    def _enter(self, block: Block, index: int) -> None:
        self.reading.prize_home = None
        if index - self._year_block > 1:
            self.discourse.last_year = None
        if self._parts and self._parts.enter(index):
            self._films.lead_film = self.discourse.topic_film or ""
        speaker = self._parts.speaker(block) or speaker_of(block, self.naming, self.discourse.speakers)
        addressed = (
            addressee(self.document, index, self.naming, self.discourse.speakers)
            if block.kind is BlockKind.QUESTION
            else ()
        )
        self.discourse.enter_block(index, speaker, addressed, block.kind)
        self._talk.enter(block.start)
        self.discourse.in_chorus = speaker is None and block.kind is BlockKind.ANSWER
        self.discourse.entry = entry_of(block, self.naming, self.text)
        self._under_titles.enter(block, index)
        last = self.reading.quotation.speaker if self.reading.quotation is not None else None
        self.reading.quotation = (
            quotation_of(block, self.text, self.naming, self.discourse.topic_person, last) if speaker is None else None
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
        start, end, text = sentence.start, sentence.end, self._bracketed.text
        named = with_brands(named, text, self.lexicon, self.registry)
        nodes = self._with_label(with_awards(named, text, start, end), start)
        lowered = text[start:end].lower()
        nodes = self._award.again(lowered, start, self._award.counted(lowered, start, nodes, sentence.block), sentence.block)
        nodes = with_values(nodes, text, start, end, self.lexicon, self.reading.year, self._year_spoken_of())
        nodes = self._with_coreference(sentence, block, nodes)
        return in_full(agreeing(spelled_out(AbstractSentence(text, start, end, nodes))))

    def _with_label(self, nodes: list[Node], start: int) -> list[Node]:
        """The nodes with the award that a line of a winners' list names, where nothing but the list tells that it is one."""
        label = self._labels.get(start)
        return nodes if label is None else labelled(nodes, label, self.text, self.registry, self.lexicon)

    def _with_coreference(self, sentence: Sentence, block: Block, nodes: list[Node]) -> list[Node]:
        def voice(offset: int) -> str | None:
            if self.reading.quotation is not None and self.reading.quotation.covers(offset):
                return self.reading.quotation.speaker
            if block.kind is BlockKind.ANSWER:
                return self.discourse.speaker
            told = self.discourse.narrator
            return told if told and self.text.count('"', block.start, offset) % 2 == 0 else None

        return self._coreference.mentions(
            self._bracketed.text[sentence.start : sentence.end].lower(), sentence.start, nodes, voice
        )

    def _sentence(self, sentence: Sentence, block: Block, named: list[Node], listed: bool) -> None:
        """Read one sentence.

        :param listed: whether it is a row of a line-up that has been read as a whole
        """
        if self._boxes.read(sentence, named):
            self._credits.read(sentence)
            self.mentions += [n for n in named if n.ids]
            return
        if (
            not named
            and block.kind not in (BlockKind.HEADING, BlockKind.QUESTION)
            and self._asked is None
            and not self._credits.begin_with(sentence)
            and not _WORTH_READING.search(self.text[sentence.start : sentence.end].lower())
        ):
            return
        abstract = self.abstract(sentence, block, self._bracketed.read(sentence, named))
        for char, node in list(abstract.nodes.items()):
            if node.attributes.pop("possessive", None):
                abstract.string = abstract.string.replace(char, char + "'s", 1)
            elif verb := node.attributes.pop("implied", None):
                abstract.string = abstract.string.replace(char, char + verb, 1)
        if block.kind is BlockKind.PARAGRAPH and sentence.start <= block.start + 1:
            abstract.string = _DATELINE.sub("", abstract.string)
        credited = self._credits.read(sentence)
        listed_film = self.discourse.listed_film is not None
        if (listed_film or block.kind is BlockKind.PARAGRAPH) and (left_out := self._films.left_out()) is not None:
            with_its_film(abstract, left_out, listed=listed_film)
        if sentence.start in self._titled and (said := titled_in_words(abstract)):
            abstract.string = said
        nodes = list(abstract.nodes.values())
        asides = reduce(abstract, self.registry, self.lexicon, self.reading.year)
        if self._asked is not None and block.kind is BlockKind.ANSWER:
            about_craft(self._asked, abstract)
        voice = self._voice(block, sentence.start + 1)
        speaker = self.registry.draft(voice).label if voice else None
        span = (sentence.start, sentence.end)
        self._look_at(nodes, span)
        won = self._tabled.read(sentence, nodes) or self._prizes.read(sentence, nodes)
        read = credited or listed or won
        if not read:
            self._asides(asides, span, speaker)
        self._films_of_makers.name(abstract)
        self.reading.in_line = block.kind in _LINES or (
            block.kind is BlockKind.PARAGRAPH and not _VERB.search(abstract.string) and len(abstract.string) < 120
        )
        self._films.open_line(abstract, sentence.block)
        if not read:
            self._match(abstract, block, span, speaker)
        rhetorical = block.kind is BlockKind.ANSWER and span[1] - span[0] < _ASIDE_QUESTION and self.text[slice(*span)].rstrip().endswith("?")
        if block.kind is BlockKind.QUESTION or rhetorical:
            self._asked = abstract
        elif self._asked is not None:
            self._answer(self._asked, abstract, block, span, speaker)
        if block.kind is BlockKind.PARAGRAPH:
            self._programmes.read(abstract, sentence.block, span, speaker)
        self._home_school.read(named, span)
        self._talk.read(span)
        self._beside.read(span)
        if block.kind is BlockKind.HEADING:
            self._head(sentence, block, abstract, listed)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            self.scopes.hear(abstract.string)
        self._remember(abstract, nodes, sentence.block, block.kind is not BlockKind.BYLINE)

    def _answer(
        self,
        asked: AbstractSentence,
        abstract: AbstractSentence,
        block: Block,
        span: tuple[int, int],
        speaker: str | None,
    ) -> None:
        """Read what the first words of an answer that name something say together with the question."""
        self._asked = (
            asked if block.kind is BlockKind.ANSWER and not abstract.nodes and asked is not self._hesitated else None
        )
        self._hesitated = asked
        whole = completed(asked, abstract) if block.kind is BlockKind.ANSWER else None
        self._next.read(asked, abstract, span, speaker)
        if whole is None:
            return
        self._asked = None
        if span[1] - asked.start <= MAX_QUOTE:
            span = (asked.start, span[1])
        asides = reduce(whole, self.registry, self.lexicon, self.reading.year)
        self._look_at(list(whole.nodes.values()), span)
        self._asides(asides, span, speaker)
        self._matches.match(View(whole, line=False), block, span, False, speaker)

    def _voice(self, block: Block, offset: int) -> str | None:
        """Who says what stands there, if it is not the article."""
        if block.kind is BlockKind.ANSWER:
            return self.discourse.speaker
        quotation = self.reading.quotation
        return quotation.speaker if quotation is not None and quotation.covers(offset) else None

    def _asides(self, asides: list[Aside], span: tuple[int, int], speaker: str | None) -> None:
        """State what the reductions have read off."""
        for aside in asides:
            if aside.subject.letter == "T" and not aside.subject.ids:
                continue
            objects: list[Node | str] = list(aside.object.parts()) if isinstance(aside.object, Node) else [aside.object]
            source = Source(span, aside.rule, speaker=speaker)
            for subject in aside.subject.parts():
                for value in objects:
                    self._statements.state(subject, aside.relation, value, source, aside.qualifiers)

    def _look_at(self, nodes: list[Node], span: tuple[int, int]) -> None:
        """Take in the festivals, sections and years that the sentence names."""
        self.reading.nodes = nodes
        self.reading.dated = any(n.letter in "YD" for n in nodes)
        self.reading.near_festival = next(
            (n for n in reversed(nodes) if n.letter == "E" and n.ids and not self._is_of_an_office(n)), None
        )
        self._placing.settle_sections(nodes, span)
        self.reading.near_section = next(
            (n for n in reversed(nodes) if n.letter == "S" and n.ids and not self._is_of_an_office(n)), None
        )

    def _is_of_an_office(self, festival: Node) -> bool:
        """Whether a festival or section only tells what somebody is or was: "Ada Doe, formerly director of Locarno"."""
        return (
            _HELD_BY_SOMEBODY.match(self.text, festival.end) is not None
            or _FORMER_OFFICE.search(self.text, max(0, festival.start - 60), festival.start) is not None
        )

    def _match(self, abstract: AbstractSentence, block: Block, span: tuple[int, int], speaker: str | None) -> None:
        """Match the patterns on a sentence, and on what of it stands by itself."""
        said = self.text[slice(*span)]
        if takes_back(said):
            return
        if depends(said) and not any(n.letter in "FT" and n.kind == "name" for n in self.reading.nodes):
            # A plan on a condition that names no film belongs to none that was named before.
            return
        bare = said.rstrip("*_ )\"'")
        # "It comes from Chahine's *Alexandria… Why?*" asks nothing.
        asking = bare.endswith("?") and not any(
            n.letter in "FTW" and n.kind == "name" and n.text.endswith("?") and n.end >= span[0] + len(bare)
            for n in self.reading.nodes
        )
        for view in views_of(abstract, self.reading.in_line, block.kind not in _LINES):
            self._matches.match(view, block, span, asking, speaker)

    def _head(self, sentence: Sentence, block: Block, abstract: AbstractSentence, listed: bool) -> None:
        """Take in what a heading says for the blocks under it.

        :param listed: whether it is a row of a line-up
        """
        start, end = sentence.start, sentence.end
        plural = plural_award(self.text[start:end], self.lexicon)
        award = Node("A", start, end, plural.name, (self.registry.entry(plural),)) if plural else None
        self.scopes.enter(block, abstract, award, listed=listed)

    def _remember(self, abstract: AbstractSentence, nodes: list[Node], block: int, spoken: bool) -> None:
        """Keep what the sentence has spoken of for those that follow."""
        for node in nodes:
            if node.letter == "T" and node.ids and self.registry.draft(node.ids[0]).type is EntityType.FILM:
                node.letter = "F"  # the sentence itself has told that the title is a film's
        self.mentions += [n for n in nodes if n.ids]
        if self._is_of_a_picture(nodes, block):
            return
        self._films.focus(abstract, block)
        if spoken:
            self.discourse.after(nodes)
        self._placing.hear(block)
        self._award.hear(nodes, block, self.text[abstract.start : abstract.end].lower())
        self.reading.prize_home = home_of_prizes(nodes, self.registry, self.lexicon) or self.reading.prize_home
        self._films.hear(nodes, block)
        # "The year before, she had …" looks back; the next "a year later" does not count from there.
        now = self._year_spoken_of() or ""
        years = [year for n in nodes if n.letter in "YD" and (year := year_in(n.text)) and not (n.note and year < now)]
        if years:
            self.discourse.last_year = years[-1]
            self._year_block = block

    def _is_of_a_picture(self, nodes: list[Node], block: int) -> bool:
        """Whether a caption names another film than the one that the article is about: the text around it goes on about its own."""
        topic = self.discourse.topic_film
        if topic is None or self.document.blocks[block].kind is not BlockKind.CAPTION:
            return False
        films = {self.registry.current(n.ids[0]) for n in nodes if n.letter in "FT" and n.ids and n.kind == "name"}
        return bool(films) and self.registry.current(topic) not in films

    def _year_spoken_of(self) -> str | None:
        """The year that "a year later" counts from: the last one given, else that of the edition the headings name."""
        if self.discourse.last_year is not None:
            return self.discourse.last_year
        told = () if self._many_editions else (self.scopes.festival(), self.reading.edition)
        return next((each.attributes["year"] for each in told if each is not None and "year" in each.attributes), None)
