"""What is known while one article is read: its names and entities, what it is about, and where the reading stands."""

from __future__ import annotations

from functools import cached_property

from cinegraph.extract.claims import Collector
from cinegraph.extract.cues import load_cues
from cinegraph.extract.discourse import Discourse
from cinegraph.extract.editions import edition_of, speaks_of_one_unnamed
from cinegraph.extract.evenings import evening_of
from cinegraph.extract.filmography import told_at_the_ends
from cinegraph.extract.naming import Naming, name_nodes
from cinegraph.extract.narrator import narrator, writer
from cinegraph.extract.nodes import Node
from cinegraph.extract.prize_bodies import body_of
from cinegraph.extract.registry import Registry
from cinegraph.extract.scopes import Scopes
from cinegraph.extract.sentence_case import in_sentence_case
from cinegraph.extract.speakers import Quotation, interviewed
from cinegraph.extract.staff_lines import without_staff
from cinegraph.extract.table_bars import with_bars
from cinegraph.extract.text import normalise
from cinegraph.extract.topics import (
    credited,
    defined_person,
    headed,
    headed_life,
    is_a_life,
    is_a_review,
    reviewed,
    topic_film,
    topic_person,
)
from cinegraph.extract.translations import in_words_of_the_trade
from cinegraph.inserts import without_inserts, without_notes
from cinegraph.lexicon import Entry, Lexicon
from cinegraph.model import Document


class Reading:
    """One article in the course of its reading; the rooms that read a sentence share it.

    :ivar edition: the festival that the article reports on, with the year of the edition
    :ivar evening: the evening of prizes that it reports on
    :ivar body: the critics' circle, guild or academy whose prizes it lists
    :ivar nodes: the nodes of the sentence that is read, as its reductions left them
    :ivar near_festival: the festival that this sentence names last
    :ivar near_section: the section that this sentence names last
    :ivar prize_home: the festival of the prize that this paragraph has named last
    :ivar dated: whether this sentence gives a year or a date
    :ivar in_line: whether it is no sentence but a line of a list, a table or credits
    :ivar mentions: the nodes of all sentences so far that mean an entity
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        plain = in_words_of_the_trade(without_staff(without_notes(without_inserts(normalise(document.text)))))
        self.text = in_sentence_case(document, with_bars(document, plain), lexicon)
        self.registry = Registry(lexicon)
        self.naming: Naming = name_nodes(document, self.text, lexicon, load_cues(), self.registry)
        self.collector = Collector(document, self.registry, lexicon)
        self.year = (document.date or "")[:4] or None
        self.discourse = Discourse(self.registry)
        defined = defined_person(document, self.naming, self.text) or headed_life(document, self.naming, self.text)
        self.discourse.topic_person = topic_person(document, self.naming, self.registry, self.text, defined)
        self.discourse.life = is_a_life(self.naming, self.discourse.topic_person, defined)
        self.discourse.topic_film = topic_film(document, self.naming, self.registry, self.text)
        self.discourse.review = is_a_review(self.naming, self.discourse.topic_person, self.discourse.topic_film)
        film = reviewed(document, self.naming, self.text)
        if film is None and not self.discourse.life:
            film = credited(self.naming) or headed(document, self.naming, self.text)
        if film is not None:
            self.discourse.topic_film, self.discourse.review = film, True
        self.discourse.speakers = interviewed(document, self.naming, self.naming.talk)
        if not self.discourse.speakers and (told_by := narrator(document, self.naming, self.text)) is not None:
            self.discourse.narrator = self.discourse.topic_person = told_by
            self.discourse.life, self.discourse.review = True, False
        self.discourse.writer = writer(document, self.naming, self.text)
        if (about := self._film_of_talk()) is not None:
            self.discourse.topic_film = about
            self.discourse.talk_film = about if self.discourse.speakers else None
        self.scopes = Scopes()
        self.edition = edition_of(document, self.naming.nodes, self.registry, lexicon, self.text)
        self.discourse.edition = self.edition
        self.discourse.festival_unnamed = self.edition is None and speaks_of_one_unnamed(self.naming.nodes, self.text)
        self.evening = (
            evening_of(document, self.naming.nodes, self.registry, self.text, life=self.discourse.life)
            if self.edition is None
            else None
        )
        self.body = (
            body_of(document, self.naming.prizes, self.naming.nodes, self.registry, self.text)
            if self.edition is None and self.evening is None and self.naming.prizes
            else None
        )
        if self.edition is not None and not (film and self.discourse.review) and self._named_late(document):
            # What reports on a festival is about none of its films that it names later on.
            self.discourse.topic_film, self.discourse.review = None, False
        if self.year is None and self.edition is not None:
            self.year = self.edition.attributes.get("year")
        self.quotation: Quotation | None = None
        self.nodes: list[Node] = []
        self.near_festival: Node | None = None
        self.near_section: Node | None = None
        self.prize_home: Node | None = None
        self.dated = False
        self.in_line = False
        self.mentions: list[Node] = []

    def _film_of_talk(self) -> str | None:
        """The film that the line over an article says its talk is about."""
        head = self.naming.talk
        film = self.naming.named(head.films[0], "F") if head is not None and head.talk and head.films else None
        return film.ids[0] if film is not None and film.ids else None

    def _named_late(self, document: Document) -> bool:
        """Whether the film that an article names most often is not in its title or first sentence."""
        topic = self.discourse.topic_film
        head = document.sentences[:2]
        first = next((n.start for n in self.naming.nodes if n.letter == "F" and topic in n.ids), None)
        return first is not None and bool(head) and first >= head[-1].end

    @cached_property
    def craft(self) -> frozenset[str]:
        """The craft that the article's first lines and last give to whom it is about, see :func:`told_at_the_ends`."""
        return told_at_the_ends(self.text, self.registry.draft(self.discourse.topic_person).label if self.discourse.topic_person else "")

    def entry(self, id_: str) -> Entry | None:
        """The lexicon's entry of an entity, if it has one."""
        return self.lexicon.entries.get(self.registry.draft(id_).lexicon or "")

    def same(self, one: Node, other: Node) -> bool:
        """Whether two nodes mean the same entity."""
        return self.registry.current(one.ids[0]) == self.registry.current(other.ids[0])
