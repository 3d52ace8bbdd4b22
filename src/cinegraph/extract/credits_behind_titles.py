"""States what credits in parentheses say of the title before them: "Night Bus (Director: Ada Doe, Editor: Ben Roe) won"."""

from __future__ import annotations

import re

from cinegraph.extract.bracketed_credits import without
from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.unknown_names import as_film
from cinegraph.model import Sentence

# What may stand between a title and the parenthesis behind it.
_BETWEEN = re.compile(r"[\"'*_?!. ]{0,4}(?:\([^()]{2,60}\) ?)?")
_RULE = "credits in parentheses behind a title"


class BracketedCredits:
    """The credits in parentheses of one article, each stated with the sentence that holds it.

    :ivar text: the article without them
    """

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self._within = Overlaps((credits.start, credits.end, credits) for credits in reading.naming.bracketed)
        self.text = without(reading.text, reading.naming.bracketed)

    def read(self, sentence: Sentence, nodes: list[Node]) -> list[Node]:
        """State what the parentheses of a sentence say of the titles that stand before them.

        :param nodes: the named nodes of the sentence
        :returns: those that do not stand in credits
        """
        here = self._within.of(sentence.start, sentence.end)
        for credits in reversed(here):
            before = [n for n in nodes if n.letter in "FTX" and n.end <= credits.start]
            if before and _BETWEEN.fullmatch(self.reading.text, before[-1].end, credits.start):
                self._state(as_film(before[-1], self.reading.registry), before[-1].start, credits)
        if not here:
            return nodes
        inside = [n for n in nodes if self._within.of(n.start, n.end)]
        self.reading.mentions += [n for n in inside if n.ids]
        return [n for n in nodes if n not in inside]

    def _state(self, film: Node, begin: int, credits: Credits) -> None:
        source, naming = Source((begin, credits.end), _RULE), self.reading.naming
        people = [(relation, naming.named(span, "P")) for relation, span in credits.people]
        companies = [(relation, naming.named(span, "O")) for relation, span in credits.companies]
        for relation, node in [*people, *companies]:
            if node is not None:
                self.statements.state(film, relation, node, source)
        self.statements.state_countries(film, credits.countries, source)
        for relation, told in (("publication_year", credits.year), ("runtime", credits.minutes)):
            if told:
                self.statements.state(film, relation, told, source)
