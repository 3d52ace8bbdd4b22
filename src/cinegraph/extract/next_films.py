"""The film that a director answers with when asked what comes next: "What's next?" "*Salt*, a western.": it has no verb, and is a plan."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.word_lists import expressions
from cinegraph.model import Modality

_RULE = "the film that a director answers with when asked what comes next"
_MADE = char_class("V")
_FILM = re.compile(
    rf"(?:(?:oh|well|yes|first|now|probably|another|also|and|then|(?:it's|it is|there is|there's|that's|i have)|an?|the|my|our|second|third|next|new|short|feature|fiction|documentary|debut|film|movie|drama|comedy|western|thriller|series|project|script|screenplay|with the (?:working )?title|called|titled|entitled|named|about [\w ]{{2,40}}),? ){{0,9}}\"?(?P<film>{char_class('FT')})\"?(?P<rest>.*)"
)
_VERB = re.compile(rf"^,?\"? (?:is|was|has|had|did|won|made|{_MADE})\b|\bby {char_class('P')}")


class NextFilms:
    """What one article's speakers answer to the question what they will make next."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self._asks = re.compile(rf"\b(?:{expressions('next', 'talks.toml')})", re.IGNORECASE)

    def read(self, asked: AbstractSentence, abstract: AbstractSentence, span: tuple[int, int], speaker: str | None) -> None:
        """State that whoever answers, and has directed a film, plans the one that the answer begins with."""
        who, text = self.reading.discourse.speaker, self.reading.text
        if who is None or not self._asks.search(text, asked.start, asked.end):
            return
        match = _FILM.fullmatch(abstract.string)
        if match is None or _VERB.search(match["rest"]):
            return
        pairs, current = self.reading.collector.pairs("director"), self.reading.registry.current
        film, person = abstract.nodes[match["film"]], current(who)
        if film.kind != "name" or not any(maker == person for _, maker in pairs):
            return
        if film.ids and any(made == current(film.ids[0]) for made, _ in pairs):
            return
        source = Source(span, _RULE, Modality.PLANNED, "next", speaker)
        self.statements.state(film, "director", Node("P", 0, 0, "", (person,), "implied"), source)
