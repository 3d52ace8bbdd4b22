"""The award that words like "that prize" and "the same award" stand for: the one spoken of last."""

from __future__ import annotations

import re

from cinegraph.extract.awards import is_ceremony
from cinegraph.extract.nodes import Node

_AGAIN = re.compile(
    r"(?<![\w-])(?:that|this|the same|the very same|which) (?:prize|award|honou?r|trophy|statuette|distinction)(?![\w-])"
    r"|(?<![\w-])(?:the|its) (?:prize|award|honou?r|trophy)(?= (?:went|goes|has gone|was (?:given|awarded|presented|shared|accepted|won|last)|is (?:given|shared))\b)"
    r"|(?<![\w-])(?P<got>it|the (?:prize|award|honou?r|trophy|statuette))"
    r"(?=[,;]|\.?$| (?:in (?:19|20)\d\d|at the|for (?:the (?:first|second|third)|[\"“*_])|with|twice|again|last year|this year|(?:a|two|three|four|five|ten) years?)\b)"
)
# Who gets, or has, what has been spoken of ("Ada won it in 2013").
_GETS = re.compile(r"\b(?:won|wins|win|winning|took|takes|taken|received|receives|collected|accepted|hold|held|claimed|shared|earned) $")
# One of these stands in whatever the expression above matches.
_WORDS = ("prize", "award", "hono", "trophy", "statuette", "distinction", " it")
_NEAR = 2
_NEAR_VERB = 12
# "Close behind is F with seven", "G has nine": of the nominations that the sentence before counts.
_COUNTED = re.compile(
    r"\b(?:with|has|have|had) (?P<n>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\d{1,2})(?: nominations| nods| of them)?)(?=[,.;:]|$| each\b| and )"
)
_NOMINATIONS = re.compile(r"\b(?:nominations|nods|noms|nominees|nominated)\b")
_ITS_OWN = ("festival", "section", "organization", "generic", "choices")


class AwardSpokenOf:
    """The award that an article has spoken of last."""

    def __init__(self) -> None:
        self._last: Node | None = None
        self._block = self._age = -1
        self._evening: Node | None = None
        self._evening_block = self._evening_age = -1

    def hear(self, nodes: list[Node], block: int, counts: str | None = None) -> None:
        """Take in the awards of a sentence of this block.

        :param counts: the sentence in lower case, for the nominations that it may count
        """
        awards = [n for n in nodes if n.letter == "A" and not n.members and not is_ceremony(n)]
        self._age += 1
        if awards:
            self._last, self._block, self._age = awards[-1], block, 0
        self._evening_age += 1
        if counts is not None and _NOMINATIONS.search(counts):
            evenings = [n for n in nodes if n.letter == "A" and n.ids and n.kind != "nominal" and (is_ceremony(n) or re.search(rf"{re.escape(n.text.lower())} (?:nominat|nods|noms|nominees|race)", counts))]
            if evenings:
                self._evening, self._evening_block, self._evening_age = evenings[0], block, 0

    def counted(self, lowered: str, offset: int, nodes: list[Node], block: int) -> list[Node]:
        """The nodes of a sentence with one for the number of nominations that it tells without saying of what prizes ("G follows with nine").

        :param lowered: the sentence in lower case, which begins at ``offset``
        """
        evening = self._evening if block == self._evening_block and self._evening_age < _NEAR + 1 else None
        if evening is None or any(n.letter == "A" and is_ceremony(n) for n in nodes):
            return nodes
        found = [
            Node("A", offset + match.start("n"), offset + match.end("n"), evening.text, evening.ids, "nominal", note=f"the nominations spoken of are for the {evening.text}")
            for match in _COUNTED.finditer(lowered)
            if not any(n.overlaps(offset + match.start("n"), offset + match.end("n")) for n in nodes)
        ]
        return sorted([*nodes, *found], key=lambda n: n.start) if found else nodes

    def again(self, lowered: str, offset: int, nodes: list[Node], block: int) -> list[Node]:
        """The nodes of a sentence with one for each expression that stands for an award spoken of before.

        :param lowered: the sentence in lower case, which begins at ``offset``
        """
        if not any(word in lowered for word in _WORDS):
            return nodes
        found = []
        for match in _AGAIN.finditer(lowered):
            start, end = offset + match.start(), offset + match.end()
            if any(n.overlaps(start, end) for n in nodes):
                continue
            if match["got"] and not _GETS.search(lowered, max(0, match.start() - _NEAR_VERB), match.start()):
                continue
            before = [n for n in nodes if n.letter == "A" and n.end <= start and not is_ceremony(n)]
            award = before[-1] if before else self._last if block == self._block and self._age < _NEAR else None
            if award is not None:
                own = award.only(_ITS_OWN)
                note = f"the award spoken of is {award.text}"
                found.append(Node("A", start, end, award.text, award.ids, "nominal", own, note=note))
        return sorted([*nodes, *found], key=lambda n: n.start) if found else nodes
