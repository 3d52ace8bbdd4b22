"""Prizes in lines of their own: over those who won them, or under the films that did, as the lines beside them tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from cinegraph.extract.award_labels import LABELLED, LONGEST, READ, heads_winners, may_be_winner
from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.line_fields import Line
from cinegraph.extract.prize_forms import may_be_a_prize
from cinegraph.extract.prize_values import WINNER_LINE
from cinegraph.extract.under_winners import CREDIT, DIRECTED, maker_below_capitals
from cinegraph.extract.winners import Honour, is_told_fully, winner_in
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind

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

    def last_told(self) -> int:
        """The last line that a word tells to be a prize's name over its winner; -1 where there is none."""
        return max((index for index, told in enumerate(self._told) if told), default=-1)

    def following(self, index: int) -> BlockKind | None:
        """What kind of line stands under one; None under the last."""
        return self.blocks[index + 1].kind if index + 1 < len(self.blocks) else None

    def is_item(self, index: int) -> bool:
        """Whether a bullet stands before a line, as before each entry of a list."""
        start = self.blocks[index].start
        return self.text[max(0, start - 2) : start].strip() in ("-", "*", "•", "·", "–")

    def is_over_winner(self, index: int, said: str) -> bool:
        """Whether the next line begins with "Winner:", so that this one names what was won."""
        return (
            self.following(index) in READ
            and 3 < len(said) <= LONGEST
            and ":" not in said
            and said[-1] not in ".!?,;"
            and WINNER_LINE.match(self.text, self.blocks[index + 1].start, self.blocks[index + 1].end) is not None
        )

    def is_over_credit(self, index: int) -> bool:
        """Whether a credit of its film stands under a line."""
        if self.following(index) is None:
            return False
        return CREDIT.match(self.text, self.blocks[index + 1].start, self.blocks[index + 1].end) is not None

    def is_over_director(self, index: int, title: str) -> bool:
        """Whether the next line says who directed a film: in words, or as a name under a title in capitals."""
        if self.following(index) is None:
            return False
        below = self.blocks[index + 1]
        said = self.text[below.start : below.end]
        if DIRECTED.match(said):
            return True
        return maker_below_capitals(Line(below.start, below.end, said, False, below.kind), title, self.lexicon) is not None

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
