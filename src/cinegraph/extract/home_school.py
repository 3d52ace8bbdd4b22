"""States who studied or teaches at the school whose news an article is: "alumna Ada Doe", "Ben Roe (Directing, 2016)", "Professor Cora Lind".

Such an article names its school once, at its head or foot, and from then on speaks of "our students" or only of "alumni".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.class_years import DEPARTMENTS, year_of_a_class
from cinegraph.extract.nodes import Node
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.text import UPPER

_RULE = "studied or teaches at the school whose news this is"
_HEAD, _FOOT = 700, 260
_SCHOOL = re.compile(r"\b(?:school|academy|university|institute|college|conservator\w+|hochschule|akademie|école|escuela)\b", re.IGNORECASE)
_KINDS = ("school", "university", "academy")
_OURS = re.compile(
    r"\b(?:our|the school's|the university's|the academy's|the institute's|the college's) (?:[\w-]+ ){0,2}(?:students?|graduates?|alum\w*|school|university|academy|department|programme|program|faculty|classrooms?)\b"
    r"|\bstudents? here\b|\bof ours\b|\b(?:students|alumni|graduates),? (?:alumni|students|faculty|graduates|and)\b",
    re.IGNORECASE,
)
_OF_A_SCHOOL = re.compile(r"\b(?:grad(?:uate)?s?|students?|alum(?:s|ni|nae)?)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?<![\w-])(?:(?:our|fellow|former|recent|current|film|acting|directing|graduate|undergraduate|doctoral|mfa|by|another of our|one of our) )*"
    r"(?P<word>alum(?:na|nus|ni|nae)?|graduates?|grads?|students?|(?P<teaches>professors?|lecturers?|faculty members?|instructors?)),? $",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r",? (?:who (?:is|was) )?(?:still |currently |also |himself |herself |now |both )*(?:an? |one of our |another of our |our )?(?:(?:(?:first|second|third|fourth|fifth|final)-year|former|recent|current|graduate|film|doctoral|exchange|master's) )*"
    rf"(?:student|graduate|alum(?:na|nus)?)(?: here| of ours| of (?:the|our) (?:school|department|academy)| (?:of|in) (?:{DEPARTMENTS}))?(?=[,.;:)]| and\b)|,? (?:both |all |also )?of our (?:school|college|university|academy|department)\b",
    re.IGNORECASE,
)
_OTHER_SCHOOL = re.compile(rf"\b(?!(?:Fellow|Former|Our|Another|Recent|Current|Graduate|By|Alum\w*|And)\b)(?:[{UPPER}][\w-]+|[{UPPER}]{{2,}})(?:'s)? (?:film |acting )?(?:alum\w*|graduates?|students?|professors?),? $")
_LETTERS = re.compile(r"\b[A-Z]{3,6}\b")
_WORTH = re.compile(r"(?i)alum|graduat|grad |student|professor|lecturer|faculty|instructor|\([a-z., ]{0,40}['’]?\d\d|'\d\d")


class HomeSchool:
    """The school whose news one article is, and who it says to have studied or to teach there."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self._school = _home_school(reading)
        if self._school is not None:
            reading.registry.see(self._school.ids[0], self._school.text)

    def read(self, named: Sequence[Node], span: tuple[int, int]) -> None:
        """State what a sentence says of those whom it names and of the school."""
        if self._school is None or not _WORTH.search(self.reading.text, *span):
            return
        text = self.reading.text
        people = [node for node in named if node.kind == "name" and (node.letter == "P" or (node.letter == "X" and " " in node.text))]
        joined: Node | None = None
        relation = ""
        for node in people:
            before = _BEFORE.search(text, max(span[0], node.start - 60), node.start)
            if before is not None and _OTHER_SCHOOL.search(text, max(span[0], node.start - 40), node.start):
                before = None
            year = year_of_a_class(text, node.end)
            told = before is not None or _APPOSED.match(text, node.end) is not None or bool(year)
            if told:
                relation = "taught_at" if before is not None and before["teaches"] else "educated_at"
            elif joined is None or text[joined.end : node.start] not in (" and ", ", ", ", and "):
                joined = None
                continue
            qualifiers: dict[str, Node | str] = {**year} if relation == "educated_at" else {}
            self.statements.state(node, relation, self._school, Source(span, _RULE), qualifiers)
            joined = node if before is None or before["word"].endswith(("s", "i", "ae")) or joined else None


def _home_school(reading: Reading) -> Node | None:
    """The one school that the head of an article, or its foot, names, where the article speaks of its own students."""
    text = reading.text
    title = reading.document.title or ""
    if not (_OURS.search(text) or _OF_A_SCHOOL.search(title) or _OF_A_SCHOOL.search(text[:160])):
        return None
    schools = [node for node in reading.naming.nodes if node.letter == "O" and node.ids and _is_school(node, reading)]
    head = text[: len(title) + 120]
    for match in _LETTERS.finditer(head) if not any(node.start < _HEAD for node in schools) else ():
        # "NYU Grad Film at Sundance": the letters of a school inside a longer name.
        entries = [entry for entry in reading.lexicon.lookup(match.group()) if entry.kind in _KINDS]
        if len(entries) == 1:
            return Node("O", *match.span(), match.group(), (reading.registry.entry(entries[0]),))
    for part in (
        [node for node in schools if node.start < _HEAD],
        [node for node in schools if node.start > len(text) - _FOOT],
    ):
        if len({reading.registry.current(node.ids[0]) for node in part}) == 1:
            return part[0]
    return None


def _is_school(node: Node, reading: Reading) -> bool:
    entry = reading.entry(node.ids[0])
    return entry.kind in _KINDS if entry is not None else " " in node.text and _SCHOOL.search(node.text) is not None
