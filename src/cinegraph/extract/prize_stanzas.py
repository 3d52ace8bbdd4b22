"""Prizes in lines of their own: over those who won them, or under the films that did, as the lines beside them tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from cinegraph.extract.award_labels import LABELLED, LONGEST, READ, heads_winners, may_be_winner
from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.line_fields import Line
from cinegraph.extract.prize_forms import may_be_a_prize
from cinegraph.extract.under_winners import CREDIT
from cinegraph.extract.winners import Honour, is_told_fully, winner_in
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block

_SEVERAL = 3


class Stanzas:
    """The lines of an article as stanzas of winners."""

    def __init__(self, blocks: Sequence[Block], text: str, lexicon: Lexicon) -> None:
        self.blocks, self.text, self.lexicon = blocks, text, lexicon

    def list_prizes(self) -> bool:
        """Whether lines that are a prize's name and nothing else stand over others, several times."""
        if AWARD_WORD.search(self.text) is None:
            return False
        told = self._told
        over = (index for index in range(1, len(told) - 1) if told[index] and not told[index + 1])
        return sum(self._gap(index) and not self._gap(index + 1) for index in over) >= _SEVERAL

    def under_films(self) -> set[int]:
        """The lines with a prize's name that close what is said of a film, where more of them do so than stand over a winner."""
        told = [index for index in range(1, len(self.blocks)) if self._told[index]]
        under = {i for i in told if not self._gap(i) and (i + 1 == len(self.blocks) or self._gap(i + 1))}
        return under if 2 * len(under) > len(told) else set()

    def over_winners(self) -> set[int]:
        """The lines over a winner that no word tells to be a prize, beside others over theirs that are told."""
        told = self._told
        return {
            index
            for index, block in enumerate(self.blocks[:-1])
            if index
            and not told[index]
            and not told[index + 1]
            and self._gap(index)
            and any(
                0 <= other < len(told) - 1 and told[other] and not told[other + 1] and self._gap(other + 1) == self._gap(index + 1)
                for other in (index - 2, index + 2)
            )
            and may_be_a_prize(self.text[block.start : block.end].strip("*_: "))
            and self._is_winner(index + 1)
            and not self._is_winner(index)
        }

    @cached_property
    def _told(self) -> list[bool]:
        """For each line whether a word of it tells that it is the name of a prize over its winner."""
        return [self._is_told(index) for index in range(len(self.blocks))]

    def _is_told(self, index: int) -> bool:
        """Whether a word of a line tells that it is the name of a prize over its winner."""
        block = self.blocks[index]
        said = self.text[block.start : block.end]
        following = self.blocks[index + 1].kind if index + 1 < len(self.blocks) else None
        return len(said) <= LONGEST and heads_winners(said, True, following)

    def _is_winner(self, index: int) -> bool:
        """Whether a line says of a winner all that winners' lists say."""
        block = self.blocks[index]
        said = self.text[block.start : block.end]
        if block.kind not in READ or len(said) > LONGEST or not may_be_winner(said) or LABELLED.match(said) or CREDIT.match(said):
            return False
        winner = winner_in(Line(block.start, block.end, said, False, block.kind), Honour(), self.lexicon)
        return winner is not None and is_told_fully(winner)

    def _gap(self, index: int) -> bool:
        """Whether a line does not stand right under the one before."""
        return self.text.count("\n", self.blocks[index - 1].end, self.blocks[index].start) != 1
