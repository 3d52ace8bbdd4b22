"""States what parentheses in running text tie together: "Salt (Ada Doe, Norway)", "directors Ada Doe (Salt) and Ben Roe (The Ferry)"."""

from __future__ import annotations

from cinegraph.extract.film_parentheses import Parenthesised
from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements

_RULE = "a film and its maker beside a parenthesis"
_HEAD, _NEW = 300, 2


class CreditsInParentheses:
    """The films and makers beside the parentheses of one article, each stated with the sentence that it stands in."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        found = reading.naming.parentheses
        self._found = Overlaps((each.start, each.end, each) for each in found)
        self._several = sum(each.heads for each in found) > 1

    def read(self, span: tuple[int, int]) -> None:
        """State what the parentheses of a sentence say."""
        for each in self._found.of(*span):
            if span[0] <= each.start < span[1]:
                self._state(each)

    def _state(self, each: Parenthesised) -> None:
        naming, source = self.reading.naming, Source((each.start, each.end), _RULE)
        people = [node for node in (naming.named(span, "P") for span in each.people) if node is not None]
        for film in (naming.named(span, "F") for span in each.films):
            if film is None:
                continue
            for person in people:
                self.statements.state(film, each.relation, person, source)
            self.statements.state_countries(film, each.countries, source)
            if each.year:
                self.statements.state(film, "publication_year", each.year, source)
            if (shown := self._shown_at(each)) is not None:
                self.statements.state(film, "screened_at", shown, source)

    def _shown_at(self, each: Parenthesised) -> Node | None:
        """The edition whose films a report goes through, each at the head of a line, where its first lines name it."""
        edition = self.reading.edition
        if not each.heads or not self._several or edition is None or not edition.ids or edition.start > _HEAD:
            return None
        held = edition.attributes.get("year") or self.reading.year
        old = each.year and held and int(held) - int(each.year[:4]) > _NEW
        return None if old else edition
