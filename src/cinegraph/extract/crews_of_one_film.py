"""The crew of the one film that an article, or a paragraph of it, tells of: whom it calls the editor, the composer or the producer is that of this film.

A review says "editor Ada Doe could have lost ten minutes" or "the music is loud, but then composer Ben Roe likes it so": nothing ties them to the film but
that there is no other. What the patterns have read goes first, and a talk is left alone. Where an article names several films, it is that of its headline or
the only one of the paragraph, and only whom a clause begins with is its crew; in a life only "the editor, Ada Doe", for "editor Ada Doe" may be anybody.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cinegraph.extract.cues import load_crafts
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.lexicon import Occupation
from cinegraph.model import BlockKind, Sentence

RULE = "crew.of-the-only-film"
FOLLOWED_RULE = "crew.of-the-film-followed"
_CRAFTS = frozenset({"director", "screenwriter", "cinematographer", "editor", "composer", "producer", "worked_on"})
# Of these a film has as many as are named.
_SEVERAL = frozenset({"producer", "worked_on", "screenwriter"})
_WORDS = re.compile(r"(?:(?<=^)|(?<=[\s(\"“—–-]))((?:[\w.'-]+ ){0,3}[\w./-]+)(?:,| [–—-])? $")
_JOINED = re.compile(r"(?:(?<=^)|(?<=[\s(]))((?:[\w.'-]+ ){0,2}[\w.-]+)(?: and | & |/|-|, )$")
_BEHIND = re.compile(
    r",? (?:\((?P<inside>[a-z. /-]{2,40})\)|(?:is |was )?(?:the|its|their) (?:film's )?(?P<after>(?:[a-z.-]+ ){0,2}[a-z.-]+)(?=[,.;]| (?:and|who|is|was)\b))"
)
_OWN = re.compile(r"(?:\b(?:the|its|their|his|her|this|film's|picture's|movie's|only|and|with|by|from|of|to|that|but|while|then|both)|[,.;:(–—-]|^)[\s\"*_]*$", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:like|unlike|than|another|other|former|fellow|then|an?|as|aspiring|favou?rite|fictional|late,? great|(?:husband|wife|father|mother|brother|sister|son|daughter|friend|partner|teacher|idol|hero),?(?: the)?)[\s\"*_]*$",
    re.IGNORECASE,
)
# A sentence with such words tells of somebody's life, of a jury or of whom the film is measured by.
_ELSEWHERE = re.compile(
    r"\b(?:jur(?:y|ies|or|ors)|festival (?:director|head|programmer)|taught|teach(?:es|er|ing)?|stud(?:y|ies|ied|ent|ents)|workshops?|masterclass(?:es)?|lectures?|guests?|moderat\w+|retrospective|tribute|homage|recalls?|reminiscent|inspired|inspiration|influence[ds]?"
    r"|admir\w+|compar\w+|remind\w*|echo\w*|unlike|died|funeral|married|marriage|panel|audience|attended|critics?|reviewers?|predecessor|chair(?:s|ed|ing|man|woman)?|committees?|commission|members?|headed|delegates?|replac\w+|fired|sacked|quit|withdr\w+|left|exit\w*|depart\w*|turned down|declined|refused|originally|rumou?r\w*|reportedly|allegedly|sources|not yet|never|not)\b",
    re.IGNORECASE,
)
_OF_A_BOOK = re.compile(r"\b(?:novels?|novella|books?|plays?|poems?|memoirs?|stories|short story|author)\b", re.IGNORECASE)
# What a clause begins with, before a trade and a name; "the" or "its" makes it that of the film which is spoken of.
_BEGINS = re.compile(r"(?:^|[.;:(–—]|, (?:and|but|while|with)|\b(?:and|but|while|with|,)) ?[\"*_]*(?P<definite>the |its |the film's )?(?:(?:talented|veteran|young|acclaimed|celebrated|regular|long-?time|award-winning|[A-Z][a-z]+-(?:born|based)) )*$", re.IGNORECASE)
# Between somebody and another film of that person's: "producer Ada Doe (F)", "the editor, Ben Roe, who cut F".
_OF_HERS = re.compile(r"[\"*_]*(?: \([^()]*|,? (?:who|whose|known|best known|fresh from|fresh off|of|behind|veteran of|(?:has|had) (?:only |also |already |previously |never |just )?(?:made|shot|cut|worked|scored|produced|written|filmed|lensed|edited))\b[^.;]*)")
_READ = {BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM}
_NEAR, _HEAD = 70, 600


@dataclass(frozen=True, slots=True)
class _Called:
    """Somebody whom an article calls by a trade."""

    person: Node
    trade: Occupation
    sentence: Sentence
    start: int


class CrewsOfOneFilm:
    """States the crew of the film of an article or a paragraph that names no other.

    :ivar followed: where each sentence begins → the film that its paragraph goes on about
    """

    def __init__(self, reading: Reading, statements: Statements, *, life: bool) -> None:
        """:param life: whether the article is somebody's life"""
        self.reading, self.statements, self.life = reading, statements, life
        self.text, self.trades = reading.text, reading.lexicon.occupations
        self.followed: dict[int, str | None] = {}

    def state(self) -> None:
        """State what each of those does for the film whom the article calls by a trade and gives no film."""
        if self.reading.discourse.speakers:
            return
        only = self._only_film()
        by_craft: dict[tuple[str, str], list[_Called]] = defaultdict(list)
        films: dict[str, Node] = {}
        for called in self._called():
            film = only or self._film_followed(called)
            if film is not None:
                films.setdefault(self._id(film), film)
                by_craft[self._id(film), called.trade.relation or "screenwriter"].append(called)
        # Asked before any is stated: a writer and director is both.
        told = {(id_, self._id(c.person)): self._is_told(films[id_], self._id(c.person)) for (id_, _), those in by_craft.items() for c in those}
        for (id_, relation), those in sorted(by_craft.items(), key=lambda each: each[0]):
            people, film = {self._id(called.person) for called in those}, films[id_]
            if relation not in _SEVERAL and (len(people) > 1 or self._has(film, relation)):
                continue
            for called in those:
                if called.trade.relation == "director" and called.sentence.start <= film.start < called.sentence.end:
                    continue  # "Director Ada Doe wrote four episodes of F" says what she did
                if not told[id_, self._id(called.person)]:
                    self._say(film, relation, called, RULE if only else FOLLOWED_RULE)

    def _film_followed(self, called: _Called) -> Node | None:
        """The film that the paragraph goes on about, where the sentence begins a clause with the trade, names no other, and nobody said what the person has made."""
        begins = _BEGINS.search(self.text[called.sentence.start : called.start])
        if begins is None or (self.life and not begins["definite"]):
            return None
        film = self.followed.get(called.sentence.start)
        if film == "" and begins["definite"] and not self.life:
            film = self._main_film
        if not film or self._names_another(film, called):
            return None
        relation, person, current = called.trade.relation or "screenwriter", self._id(called.person), self.reading.registry.current
        if any(value == person for _, value in self.reading.collector.pairs(relation)) or self.reading.discourse.topic_person in called.person.ids:
            return None
        return Node("F", 0, 0, "", (current(film),), "implied", note=f"the film told of is {self.reading.registry.draft(film).label}")

    @cached_property
    def _main_film(self) -> str:
        """The film that the article names first, at its head, if it speaks of it most often by whatever word."""
        current = self.reading.registry.current
        films = [n for n in self.reading.mentions if n.letter == "F" and len(n.ids) == 1]
        most = Counter(current(n.ids[0]) for n in films).most_common(2)
        if not most or films[0].start > _HEAD or (len(most) > 1 and most[0][1] == most[1][1]):
            return ""
        return most[0][0] if current(films[0].ids[0]) == most[0][0] else ""

    def _names_another(self, film: str, called: _Called) -> bool:
        """Whether the sentence names another film or work than this, unless as one of the person's."""
        span, current = called.sentence, self.reading.registry.current
        others = (
            n
            for n in self.reading.naming.nodes
            if span.start <= n.start < span.end and n.letter in "FTW" and current(film) not in map(current, n.ids)
        )
        return any(n.end <= called.person.start or _OF_HERS.match(self.text, called.person.end, n.start) is None for n in others)

    def _only_film(self) -> Node | None:
        """The film, where an article names one title and no more, and is no life."""
        if self._is_a_life():
            return None
        films: dict[str, Node] = {}
        for node in self.reading.naming.nodes:
            if node.letter in "FT":
                films.setdefault(self._id(node) if node.ids else node.text, node)
            elif node.letter == "W" or (node.letter == "X" and '"' in self.text[node.end : node.end + 1]):
                return None
        return next(iter(films.values())) if len(films) == 1 else None

    def _is_a_life(self) -> bool:
        """Whether the article tells of somebody's life, whom it names more than once."""
        topic = self.reading.discourse.topic_person
        named = sum(n.letter == "P" and topic in n.ids for n in self.reading.naming.nodes)
        return self.life and named > 1

    def _id(self, node: Node) -> str:
        return self.reading.registry.current(node.ids[0]) if node.ids else node.text

    def _called(self) -> Iterator[_Called]:
        """Those whom the article calls by a trade, in the order of their names; of a list behind a plural each."""
        nodes, before = self.reading.naming.nodes, None
        for sentence in self.reading.document.sentences:
            kind = self.reading.document.blocks[sentence.block].kind
            if kind not in _READ or _ELSEWHERE.search(self.text, sentence.start, sentence.end):
                continue
            shared: list[Occupation] = []
            before = None
            for node in (n for n in nodes if n.letter == "P" and n.ids and sentence.start <= n.start < sentence.end):
                front, start = self._in_front(node, sentence)
                found = [*front, *self._behind(node, sentence)]
                if not found and before is not None and self.text[before.end : node.start] in (", ", " and ", ", and ", " & "):
                    found = shared
                shared = [trade for trade in found if trade.plural]
                before = node
                for trade in found:
                    yield _Called(node, trade, sentence, start)

    def _in_front(self, person: Node, sentence: Sentence) -> tuple[list[Occupation], int]:
        """The trades that stand right before a name, none where they are told of somebody else, and where the first begins."""
        stretch = self.text[max(sentence.start, person.start - _NEAR) : person.start]
        found: list[Occupation] = []
        match = _WORDS.search(stretch)
        while match is not None:
            trade, start = self._trade(stretch, match)
            if trade is None:
                break
            found.append(trade)
            stretch = stretch[:start]
            match = _JOINED.search(stretch)
        if not found or _OTHERS.search(stretch) or not _OWN.search(stretch):
            return [], person.start
        writes = len(found) > 1 or not _OF_A_BOOK.search(self.text, sentence.start, sentence.end)
        return [trade for trade in found if trade.relation in _CRAFTS or (trade.label == "writer" and writes)], max(sentence.start, person.start - _NEAR) + len(stretch)

    def _trade(self, stretch: str, match: re.Match[str]) -> tuple[Occupation | None, int]:
        """The longest trade that a stretch of words ends with, and where it begins."""
        words = match[1].split(" ")
        for index in range(len(words)):
            said = " ".join(words[index:])
            trade = self.trades.get(said.lower())
            if trade is not None:
                return trade, match.end(1) - len(said)
        return None, 0

    def _behind(self, person: Node, sentence: Sentence) -> list[Occupation]:
        """The trade that stands right behind a name, in parentheses or between commas."""
        match = _BEHIND.match(self.text, person.end, sentence.end)
        if match is None:
            return []
        said = (match["inside"] or match["after"]).strip().lower()
        trade = self.trades.get(said)
        if trade is None and match["inside"] and (craft := load_crafts().nouns.get(said)):
            trade = Occupation(said, craft, None)
        return [trade] if trade is not None and trade.relation in _CRAFTS else []

    def _has(self, film: Node, relation: str) -> bool:
        """Whether the article has told somebody else of this craft of the film."""
        current = self.reading.registry.current
        return any(made in {current(i) for i in film.ids} for made, _ in self.reading.collector.pairs(relation))

    def _is_told(self, film: Node, person: str) -> bool:
        """Whether the article has said in so many words what this person did for the film, or that it was another's affair."""
        current, collector = self.reading.registry.current, self.reading.collector
        films = {current(i) for i in film.ids}
        for statement in collector.statements:
            ends = {current(statement.subject), current(statement.object)}
            if person in ends and statement.relation in ("left_project", "jury_member", "taught_at"):
                return True
            if person in ends and films & (ends | {current(value) for value, literal in statement.qualifiers.values() if not literal}):
                return True
        return False

    def _say(self, film: Node, relation: str, called: _Called, rule: str) -> None:
        person, source = called.person, Source((called.sentence.start, called.sentence.end), rule)
        if relation == "worked_on":
            self.statements.state(person, relation, film, source, {"role": called.trade.label})
        else:
            self.statements.state(film, relation, person, source)
