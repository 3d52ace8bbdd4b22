"""What an article has talked about so far: people, films, pairs, the festival, the school, and who speaks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.extract.sought import Sought
from cinegraph.model import BlockKind

NOMINATIVE = frozenset({"he", "she", "they", "i", "we"})
_MODIFIER = r"(?:the |a |an )?(?:[\w-]+ ){0,4}$"
_OBLIQUE = re.compile(
    rf"\b(?:with|of|from|to|for|like|under|alongside|than|as|against|about|stars|starring|featuring"
    rf"|including|named|called) {_MODIFIER}"
)
_OBLIQUE_SUBJECT = re.compile(
    rf"\b(?:by|with|of|on|from|to|for|like|under|alongside|than|as|against|about|stars|starring|featuring"
    rf"|including|named|called) {_MODIFIER}"
)
# "After assisting Ada Doe, he …"
_OF_AN_OPENING = re.compile(r"^\W*(?:after|before|while|since|upon|on|by|when|besides|despite|without|instead of)(?: [\w-]+ly)? [a-z]+ing (?:the )?(?:[\w-]+ ){0,3}$|^\W*having (?:[\w-]+ly )?[a-z]+ (?:the )?(?:[\w-]+ ){0,3}$")
_JOINED = re.compile(r"^,? (?:and|&|together with) (?:the |his |her )?(?:[\w-]+ ){0,3}$")
_LIST = re.compile(r"^, $")
_TITLES_JOINED = re.compile(r"^[\"*_]*(?: \([^()]*\))?,? and (?:the |his |her )?(?:[\w-]+ ){0,3}[\"*_]*$")
_SCHOOL_KINDS = frozenset({"school", "university", "academy"})
_SCHOOL_NAME = re.compile(
    r"\b(?:school|academy|university|institute|college|conservatory|conservatoire|faculty|workshop"
    r"|vgik|famu|akademie|hochschule|école|escuela|universidad)\b"
)
# Films named only to say something of another one.
_SIDE_FILM = re.compile(
    r"\b(?:(?:remake|sequel|prequel|adaptation|version|spin-off|reminiscent|director|maker|star|stars|author|producer|writer|makers|success|title|vein|manner) (?:of|to)"
    r"|(?:also|later|previously|earlier|before that) (?:\w+ ){1,3}(?:for|in|on|of|to)|(?:winner|laureate|nominee) (?:[\w-]+ ){0,8}?for|based on|inspired by|like|unlike|alongside|since|following|after|(?:begun|began|started|continued|completed|opened|closed) (?:with|by)|known for|famous for|(?<=[\w,] )and|than|recalls|echoes|evokes|(?:losing|lost|losing out|lost out|second|runner-up) to|beaten by|beating|beat|ahead of|behind)"
    r" (?:the |his |her |\"|\*|_|[\w'.-]+ [\w.-]+'s |[\w-]+'s ){0,5}$"
)
# "Two years before, in Ada Doe's F, she had been a maid": what came before the matter of the article.
_LONG_BEFORE = re.compile(
    r"\b(?:years?|decades?|months?) (?:before|earlier)\b,? [^.;]{0,40}\b(?:in|with|on|for) (?:[\w.'-]+ ){0,4}[\"*_]*$"
)
# Where a clause ends before a film that the text goes on about.
_CLAUSE_END = re.compile(
    r".*(?:;|, but\b|, while\b|\bbut (?:it is|it was)\b|\b(?:above all|especially|most of all|not least|notably) (?:with|in|by|for)\b)",
    re.DOTALL,
)
_TAKEN_UP = re.compile(
    r"^\W*(?:(?:and|but|then|so|with|for|on|in|after that|later)\W+)*$"
    r"|\b(?:made|make|making|did|came|shot|directed|filmed|began|started|finished|wrote|premiered|showed|was|is|called) (?:the )?(?:\w+ )?[\"*_]*$"
)
_OF_SOMEBODY = re.compile(
    r"(?:,|\() ?(?:who|whose|whom|best known|last seen|seen|known|fresh from|formerly)\b[^,;:]*$|\([^()]*$"
)
_OWNED = ("'s ", "' ", "'s \"", "' \"")
_QUOTES = " \"*_('"
# "Night Bus star Jane Roe joins the cast of …"
_ITS_STAR = re.compile(r"\"? (?:and [\w ]{2,40} )?(?:franchise |series |trilogy )?star \w+ \w+")
_IN_PARENTHESES, _LISTED_NEXT = re.compile(r"\([^()]*\)"), re.compile(r"[\s\"]*(?:,|, and\b|\band\b)[\s\"]*")
# "To direct a series for a channel": it has no name, and what "it" is in the next sentence is none that had one.
_UNNAMED = Sought(
    r"\b(?:direct|make|shoot|write|film|propos\w+|offered|wanted|develop\w*) (?:\w+ )?an? (?:\w+ )?(?:series|film|feature|comedy|documentary|movie|drama) (?:for|about|on|with)\b"
)
# What may stand before the person with whom a sentence begins ("his elder brother Ben Doe is …"), and no verb.
_BEGINNING = re.compile(r"(?:(?!(?:was|were|is|are|had|has|starred|starring|played|by|with|filmed|studied|directed|wrote|of|in|on|at|from)\b)[\w'-]+,? ){0,4}")
_OWNERS = frozenset({"his", "her", "their"})
_MASTHEAD = 200
RECENT = 2
_FEW_ASIDES = 2


def last_clause(before: str) -> int:
    """Where the clause begins that ends a stretch of a sentence; nought where it is all one clause.

    >>> last_clause("her first film flopped; ")
    23
    """
    cut = _CLAUSE_END.match(before)
    return cut.end() if cut is not None else 0


@dataclass(slots=True)
class Spoken:
    """What was last spoken of in one kind, and in which sentence."""

    node: Node
    sentence: int


@dataclass(slots=True)
class Discourse:
    """What an article has talked about so far.

    :ivar topic_person: whom the article is about, the antecedent of last resort
    :ivar life: whether the article is the life of that person
    :ivar review: whether it is about one film first of all
    :ivar narrator: who says "I" outside quotation marks
    :ivar writer: who wrote the article and says "I" in it, so that no "he" or "she" means that person
    :ivar speaker: who gives the answer that is read
    :ivar entry: the person whose name the block that is read begins with, as those of jurors' lives do
    :ivar listed_film: the film under whose facts the block stands, in a line-up
    :ivar in_chorus: whether the answer that is read is given by both of two
    :ivar addressed: whom the question that is read is put to
    :ivar asking: whether a question is read
    :ivar nameless_film: whether the paragraph may have spoken last of a film whose name was not told as one
    :ivar edition: the festival that the article reports on
    :ivar festival_unnamed: whether the article has spoken of "the festival" before it named one
    :ivar opening: whether no sentence of the block has been read yet
    :ivar began_with_somebody: whether the last sentence of this block that speaks of people begins with another than whom the article is about
    :ivar films_joined: whether the sentence before names its films side by side ("F and G"), and no two people so
    :ivar talk_film: the film that an interview is about, as the line over it says
    :ivar asked_film: the film that the question asked about, which the answer goes on about
    :ivar question_film: the film that a question asked about last
    """

    registry: Registry
    topic_person: str | None = None
    topic_film: str | None = None
    talk_film: str | None = None
    life: bool = False
    review: bool = False
    people: list[str] = field(default_factory=list)
    films: list[str] = field(default_factory=list)
    subject: str | None = None
    previous_people: list[str] = field(default_factory=list)
    previous_films: list[str] = field(default_factory=list)
    leading_film: str | None = None
    films_joined: bool = False
    festival: Node | None = None
    edition: Node | None = None
    pair: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    narrator: str | None = None
    writer: str | None = None
    speaker: str | None = None
    addressed: tuple[str, ...] = ()
    in_chorus: bool = False
    asking: bool = False
    asked_film: str | None = None
    question_film: str | None = None
    entry: str | None = None
    listed_film: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    paragraph: int = -1
    sentence_start: int = 0
    last_year: str | None = None
    nameless_film: bool = False
    lowered: str = ""
    number: int = 0
    pair_at: int = -9
    school: Spoken | None = None
    home: Node | None = None
    festival_at: int = -9
    festival_paragraph: int = -1
    festival_unnamed: bool = False
    opening: bool = False
    guessed: dict[str, str] = field(default_factory=dict)
    began_with_somebody: bool = False

    def enter_block(
        self, index: int, speaker: str | None, addressed: tuple[str, ...], kind: BlockKind = BlockKind.PARAGRAPH
    ) -> None:
        """Begin another block of the layout."""
        self.nameless_film, self.began_with_somebody = False, False
        self.opening = True
        self.paragraph = index
        self.asking = kind is BlockKind.QUESTION
        if kind is not BlockKind.ANSWER:
            self.asked_film = None
        if self.asking and (film := self.talk_film or self.question_film or self.topic_film):
            # A question goes on about what was asked, whatever the answer came to speak of.
            self.previous_films, self.leading_film = [film], None
            self.films.append(film)
        self.speaker, self.addressed = speaker, addressed
        if self.life:
            self.subject = self.topic_person

    def begin_sentence(self, lowered: str, offset: int) -> None:
        """Begin the sentence, here in lower case, that stands at an offset of the article."""
        self.sentence_start, self.lowered = offset, lowered

    def after(self, nodes: list[Node]) -> None:
        """Take in the nodes of a sentence that has been read."""
        self.number += 1
        people = [n for n in nodes if n.letter == "P" and n.ids]
        films = [n for n in nodes if n.letter == "F" and n.ids]
        main = self._no_asides(films)
        # What "its" takes up in the same sentence is as much of an aside as the film itself.
        named = {n.ids[0] for n in main if n.kind == "name"}
        beside = {n.ids[0] for n in films if n.kind == "name"} - named
        main = [n for n in main if n.kind == "name" or n.ids[0] not in beside]
        if self.asking and films:
            self.asked_film = self.question_film = (main or films)[-1].ids[0]
        elif self.asked_film:
            main = [n for n in main if n.kind == "name" and self._taken_up(n)]
            films = []
        films = self._of_last_clause(main) or ([] if self.films or len(named | beside) > _FEW_ASIDES else films)
        for node in nodes:
            if node.letter == "P" and node.kind == "name":
                for id_ in node.ids:
                    self.counts[id_] += 1
            if node.letter == "E" and node.ids:
                self.festival, self.festival_at, self.festival_paragraph = node, self.number, self.paragraph
            if node.letter == "O" and node.ids and self._is_school(node.ids[0]):
                self.school = Spoken(node, self.number)
                if node.start < _MASTHEAD and node.kind == "name":
                    self.home = self.home or node
        self.films_joined = self._side_by_side(films) and not self._side_by_side(people)
        self._cloud(nodes, films)
        self._pairs(people)
        if people:
            first = next((n for n in people if n.kind != "pronoun" or n.text.lower() not in _OWNERS), people[0])
            self.began_with_somebody = self.topic_person not in first.ids and _BEGINNING.fullmatch(self.text_before(first)) is not None
            # Whom a parenthesis names beside a film is none of whom the next sentence tells.
            main_people = [n for n in people if not self._in_parentheses(n)] or people
            self.previous_people = list(dict.fromkeys(i for n in main_people for i in n.ids))
            self.subject = self._subject_of(main_people)
            self.people += [i for n in people for i in n.ids]
        if films:
            self.previous_films = list(dict.fromkeys(i for n in films for i in n.ids))
            if self.asking and self.asked_film:
                self.previous_films = [self.asked_film]
            self.films += [i for n in films for i in n.ids]
            self.leading_film = self._leading(films[0], people)

    def _of_last_clause(self, films: list[Node]) -> list[Node]:
        """The films of the sentence's last clause that names one: "F flopped; G did better" goes on about G."""
        named = [n for n in films if n.kind == "name"]
        for node in named[:0:-1]:
            begin = last_clause(self.text_before(node))
            if begin:
                return [n for n in films if n.start >= self.sentence_start + begin]
        return films

    def _cloud(self, nodes: list[Node], films: list[Node]) -> None:
        """Notice a name of no known kind that may be a film's, so that "it" must not mean a film of another paragraph."""
        named = any(n.letter == "F" and n.kind == "name" for n in films)
        if named:
            self.nameless_film = False
        elif _UNNAMED.search(self.lowered) and not any(n.letter == "F" and n.kind == "name" for n in nodes):
            self.nameless_film = True
        elif not self.review:
            for node in nodes:
                if node.letter == "X" and node.kind == "name":
                    before = self.text_before(node)
                    if before.endswith(_OWNED) or (self.opening and not before.strip(_QUOTES)):
                        self.nameless_film = True
        self.opening = False

    def aside(self, film: Node) -> bool:
        """Whether a film is named only to say something of another film, or of a person ("who had been seen in F, …")."""
        before = self.text_before(film)
        if (
            self.review
            and not self.asking
            and self.topic_film
            and film.ids[0] != self.topic_film
            and film.kind == "name"
        ):
            return bool(before.strip(" \"*_('"))
        if film.ids[0] != self.topic_film and self.films and _LONG_BEFORE.search(before):
            return True
        return bool(_SIDE_FILM.search(before)) or (film.ids[0] != self.topic_film and bool(_OF_SOMEBODY.search(before)))

    def _no_asides(self, films: list[Node]) -> list[Node]:
        """The films that are no asides; what is listed after an aside is one as well ("her fourth film after F (2011), G (2015) and H")."""
        main: list[Node] = []
        aside: Node | None = None
        for film in films:
            listed = aside is not None and _LISTED_NEXT.fullmatch(_IN_PARENTHESES.sub("", self.between(aside, film)))
            star = film.ids[0] != self.topic_film and _ITS_STAR.match(self.lowered, film.end - self.sentence_start)
            if listed or star or self.aside(film):
                aside = film
            else:
                main.append(film)
        return main

    def _taken_up(self, film: Node) -> bool:
        """Whether an answer passes on to a film, so that it does not only compare the one it is asked about with it."""
        before = self.text_before(film)
        return film.ids[0] == self.asked_film or _TAKEN_UP.search(before) is not None

    def _subject_of(self, people: list[Node]) -> str:
        """The person that a sentence is about: the first that hangs on no preposition."""
        plain = next((n for n in people if len(n.ids) == 1 and not self.hangs(n, people)), None)
        if plain is None and self.life and self.topic_person:
            return self.topic_person
        return (plain or people[0]).ids[0]

    def _leading(self, film: Node, people: list[Node]) -> str | None:
        """The film that a sentence begins with, whoever's it may be ("her debut, F, …")."""
        named = [p for p in people if p.end <= film.start and p.kind == "name"]
        return film.ids[0] if not named and film.start - self.sentence_start < 40 and film.kind == "name" else None

    def _pairs(self, people: list[Node]) -> None:
        groups = [n.ids for n in people if len(n.ids) > 1]
        named = [n for n in people if n.kind == "name" and len(n.ids) == 1]
        joined = [
            (a.ids[0], b.ids[0]) for a, b in pairwise(named) if _JOINED.match(self.between(a, b)) and a.ids != b.ids
        ]
        ids = list(dict.fromkeys(i for n in named for i in n.ids))
        if joined or groups:
            self.pair, self.pair_at = tuple((joined or groups)[0]), self.number
        elif len(ids) == 2 and (not self.pair or set(ids) == set(self.pair) or self.number - self.pair_at > 2 * RECENT):
            self.pair, self.pair_at = tuple(ids), self.number

    def _side_by_side(self, nodes: list[Node]) -> bool:
        named = [n for n in nodes if n.kind == "name"]
        return any(len(n.ids) > 1 for n in named) or any(
            (_TITLES_JOINED if a.letter == "F" else _JOINED).match(self.between(a, b)) for a, b in pairwise(named)
        )

    def between(self, left: Node, right: Node) -> str:
        """The words of the sentence between two of its nodes, in lower case."""
        return self.lowered[left.end - self.sentence_start : right.start - self.sentence_start]

    def text_before(self, node: Node) -> str:
        """The words of the sentence before a node, in lower case."""
        return self.lowered[: max(0, node.start - self.sentence_start)]

    def hangs(self, node: Node, people: list[Node], *, subject: bool = True) -> bool:
        """Whether a person hangs on a preposition ("with Ada and Ben"), so that the sentence is about somebody else."""
        if node.text.lower() in NOMINATIVE:
            return False
        oblique = _OBLIQUE_SUBJECT if subject else _OBLIQUE
        if oblique.search(self.text_before(node)) or _OF_AN_OPENING.search(self.text_before(node)):
            return True
        left = next((n for n in reversed(people) if n.end <= node.start), None)
        joined = left is not None and (
            _JOINED.match(self.between(left, node)) or (_LIST.match(self.between(left, node)) and self._listed(node))
        )
        return left is not None and bool(joined) and self.hangs(left, people, subject=subject)

    def _in_parentheses(self, node: Node) -> bool:
        """Whether a name stands in parentheses within the sentence."""
        before = self.text_before(node)
        return before.rfind("(") > before.rfind(")")

    def _listed(self, node: Node) -> bool:
        """Whether a list may go on after a name: "with Ada, Ben and Cara", not "with Ada, Ben went home"."""
        return self.lowered.startswith((",", " and ", " & ", " or "), node.end - self.sentence_start)

    def _is_school(self, id_: str) -> bool:
        draft = self.registry.draft(id_)
        entry = self.registry.lexicon.entries.get(draft.lexicon or "")
        return (entry is not None and entry.kind in _SCHOOL_KINDS) or _SCHOOL_NAME.search(
            draft.label.lower()
        ) is not None

    def gender(self, id_: str) -> str | None:
        """The gender that is known of a person, or that a pronoun has been read to mean."""
        return self.registry.draft(id_).gender or self.guessed.get(self.registry.current(id_))
