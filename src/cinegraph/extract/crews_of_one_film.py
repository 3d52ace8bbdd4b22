"""The crew of the only film that an article names: whom it calls the editor, the composer or the costume designer is that of this film.

A review says "editor Ada Doe could have lost ten minutes" or "the music is loud, but then composer Ben Roe likes it so": nothing ties them to the film but
that there is no other. What the patterns have read goes first; an article with two films, a life and a talk say more of others, and are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cinegraph.extract.cues import load_crafts
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.lexicon import Occupation
from cinegraph.model import BlockKind, Sentence

RULE = "crew.of-the-only-film"
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
_READ = {BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM}
_NEAR = 70


@dataclass(frozen=True, slots=True)
class _Called:
    """Somebody whom an article calls by a trade."""

    person: Node
    trade: Occupation
    sentence: Sentence


class CrewsOfOneFilm:
    """States the crew of the film of an article that names no other."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self.text, self.trades = reading.text, reading.lexicon.occupations

    def state(self) -> None:
        """State what each of those does for the film whom the article calls by a trade and gives no film."""
        film = self._only_film()
        if film is None:
            return
        by_craft: dict[str, list[_Called]] = defaultdict(list)
        for called in self._called():
            by_craft[called.trade.relation or "screenwriter"].append(called)
        # Asked before any is stated: a writer and director is both.
        told = {id_: self._is_told(film, id_) for those in by_craft.values() for id_ in (self._id(c.person) for c in those)}
        for relation, those in sorted(by_craft.items()):
            people = {self._id(called.person) for called in those}
            if relation not in _SEVERAL and (len(people) > 1 or self._has(film, relation)):
                continue
            for called in those:
                if called.trade.relation == "director" and called.sentence.start <= film.start < called.sentence.end:
                    continue  # "Director Ada Doe wrote four episodes of F" says what she did
                if not told[self._id(called.person)]:
                    self._say(film, relation, called)

    def _only_film(self) -> Node | None:
        """The film, where an article names one title and no more, and is neither a life nor a talk."""
        if self._is_a_life() or self.reading.discourse.speakers:
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
        return self.reading.discourse.life and named > 1

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
                found = [*self._in_front(node, sentence), *self._behind(node, sentence)]
                if not found and before is not None and self.text[before.end : node.start] in (", ", " and ", ", and ", " & "):
                    found = shared
                shared = [trade for trade in found if trade.plural]
                before = node
                for trade in found:
                    yield _Called(node, trade, sentence)

    def _in_front(self, person: Node, sentence: Sentence) -> list[Occupation]:
        """The trades that stand right before a name, none where they are told of somebody else."""
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
            return []
        writes = len(found) > 1 or not _OF_A_BOOK.search(self.text, sentence.start, sentence.end)
        return [trade for trade in found if trade.relation in _CRAFTS or (trade.label == "writer" and writes)]

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

    def _say(self, film: Node, relation: str, called: _Called) -> None:
        person, source = called.person, Source((called.sentence.start, called.sentence.end), RULE)
        if relation == "worked_on":
            self.statements.state(person, relation, film, source, {"role": called.trade.label})
        else:
            self.statements.state(film, relation, person, source)
