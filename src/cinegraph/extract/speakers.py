"""Who speaks in an article: whom an interview is with, whom a question is put to, who says what stands between quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from cinegraph.extract.heads_of_talks import HeadOfTalk
from cinegraph.extract.naming import Naming
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words
from cinegraph.model import Block, BlockKind, Document

_FULL_NAME = re.compile(r"[^\W\d_][\w'’.-]+(?: [\w'’.-]+){1,3}")
_NAME_IN_TITLE = r"[^\W\d_a-z][\w'’.-]+(?: (?:de|da|del|van|von|bin|al|el|[^\W\d_a-z][\w'’.-]*)){1,3}"
_TITLE_OF_TALK = re.compile(
    rf"(?:.*\b[Ii]nterview(?:ing)?|.*\b[Cc]onversation|.*\b[Tt]alk(?:ing|s|ed)?|Q ?& ?A|.*\b[Qq]uestions) (?:with|to|for|:)(?: [a-z-]+){{0,4}} (?P<with>{_NAME_IN_TITLE})"
    rf"|(?P<head>{_NAME_IN_TITLE})(?:: |, interview|,? (?:on|talks|discusses|speaks|in conversation|interview(?:ed)?)\b)"
)
_NO_NAMES = frozenset(words("no_names_in_headlines"))
_PLURAL_YOU = re.compile(
    r"\byou (?:two|both)\b|\b(?:both|two) of you\b|\byou (?:were|are|have been)\b[^.?]*\bas (?:\w+ )?\w+s\b"
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_I = re.compile(r"\b(?:I|[Mm]y|me)\b")
_AND = re.compile(r",? (?:and|&) (?:(?:the|his|her) )?(?:[a-z-]+ ){0,3}")
_ASKED_BY = re.compile(r"\b(?:[Bb]y|[Ii]nterview(?:er|ed by)?:?|[Tt]ext:?|[Ww]ords:?|[Pp]hotos?:?) $")


def speaker_of(block: Block, naming: Naming, speakers: tuple[str, ...] = ()) -> str | None:
    """The person who speaks in a turn of an interview.

    :param speakers: who is interviewed; a single one gives the answers that nobody's name stands beside
    """
    if block.kind is not BlockKind.ANSWER:
        return None
    named = _person(block.speaker, naming) if block.speaker else None
    return named or (speakers[0] if len(speakers) == 1 else None)


def interviewed(document: Document, naming: Naming, head: HeadOfTalk | None = None) -> tuple[str, ...]:
    """The people who answer in an interview, in the order of their first answer.

    Who speaks under a full name is a person, whether or not the text names that person again.

    :param head: what the lines over the talk say
    """
    naming.people.add_all(
        [
            b.speaker
            for b in document.blocks
            if b.speaker and b.kind is BlockKind.ANSWER and _FULL_NAME.fullmatch(b.speaker)
        ]
    )
    ids = (speaker_of(block, naming) for block in document.blocks)
    return (
        tuple(dict.fromkeys(i for i in ids if i))
        or _in_head(document, naming, head)
        or _in_title(document, naming)
        or _introduced(document, naming)
        or _at_the_foot(document, naming)
    )


def _in_head(document: Document, naming: Naming, head: HeadOfTalk | None) -> tuple[str, ...]:
    """Who answers where the lines over an interview say with whom it is."""
    if head is None or not _turns(document)[0]:
        return ()
    named = (naming.named(span, "P") for span in head.people)
    return tuple(node.ids[0] for node in named if node is not None and node.ids)


def _turns(document: Document) -> tuple[list[Block], list[str]]:
    """The questions and the answers of an interview; none where there are too few for one."""
    questions = [b for b in document.blocks if b.kind is BlockKind.QUESTION]
    answers = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.ANSWER]
    return (questions, answers) if len(questions) > 1 and len(answers) > 1 else ([], [])


def _in_title(document: Document, naming: Naming) -> tuple[str, ...]:
    """Who answers where only the title names that person ("Ada Doe: the promise", "Interview with Ada Doe")."""
    questions, _ = _turns(document)
    match = _TITLE_OF_TALK.match(document.title or "") if questions else None
    if match is None:
        return ()
    name = match["with"] or match["head"]
    spoken = {document.text[n.start : n.end].strip().lower() for n in naming.nodes if n.letter not in "PX"}
    if name.lower() in spoken or any(word.lower() in _NO_NAMES for word in name.split()):
        return ()
    naming.people.add_all([name])
    ids = naming.people.candidates(name)
    return tuple(ids) if len(ids) == 1 else ()


def _introduced(document: Document, naming: Naming) -> tuple[str, ...]:
    """Who answers where no name stands beside the answers: whom the lines before the first question introduce.

    :returns: two people where these are introduced together and the answers say "we"
    """
    questions, answers = _turns(document)
    if not questions:
        return ()
    asking = [b for b in document.blocks if b.kind is BlockKind.BYLINE]
    named = [
        n
        for n in naming.nodes
        if n.letter == "P"
        and n.ids
        and n.start < questions[0].start
        and not any(b.start <= n.start < b.end for b in asking)
        and not _ASKED_BY.search(document.text[max(0, n.start - 30) : n.start])
    ]
    if not named:
        return ()
    said = " ".join(answers)
    together = len(_WE.findall(said)) > len(_I.findall(said))
    for first, second in pairwise(named):
        if together and _AND.fullmatch(document.text[first.end : second.start]):
            return (first.ids[0], second.ids[0])
    counts = Counter(n.ids[0] for n in named)
    return (max(counts, key=lambda id_: (counts[id_], -next(n.start for n in named if n.ids[0] == id_))),)


def _at_the_foot(document: Document, naming: Naming) -> tuple[str, ...]:
    """Who answers where only the line below the last answer names that person: "(Ada Doe was speaking in Oslo.)"."""
    kinds = [block.kind for block in document.blocks]
    if BlockKind.QUESTION not in kinds or BlockKind.ANSWER not in kinds or any(b.speaker for b in document.blocks if b.kind is BlockKind.ANSWER and _FULL_NAME.fullmatch(b.speaker or "")):
        return ()
    foot = document.blocks[-1]
    if foot.kind in (BlockKind.QUESTION, BlockKind.ANSWER) or kinds[-2] is not BlockKind.ANSWER:
        return ()
    node = next((n for n in naming.nodes if n.letter == "P" and foot.start <= n.start <= foot.start + _AT_ONCE), None)
    return node.ids[:1] if node is not None and " " in node.text else ()


def addressee(document: Document, index: int, naming: Naming, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Who a question is put to: the one named in it, both for "you two", else who answers next."""
    block = document.blocks[index]
    lowered = document.text[block.start : block.end].lower()
    if _PLURAL_YOU.search(lowered):
        return speakers[:2]
    for node in naming.nodes:
        if (
            node.letter == "P"
            and block.start <= node.start < min(block.end, block.start + 40)
            and node.ids
            and node.ids[0] in speakers
        ):
            return node.ids[:1]
    following = next(
        (speaker_of(b, naming, speakers) for b in document.blocks[index + 1 : index + 3] if b.kind is BlockKind.ANSWER),
        None,
    )
    return (following,) if following else speakers


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who is quoted in a paragraph, and the spans between its quotation marks."""

    speaker: str
    spans: tuple[tuple[int, int], ...]

    def covers(self, offset: int) -> bool:
        """Whether an offset lies between quotation marks."""
        return any(start <= offset < end for start, end in self.spans)


_SAYS = (
    r"(?:said|says|told|tells|explains?|explained|recalls?|recalled|adds?|added|wrote|writes|notes?"
    r"|noted|remembers|remembered|commented|admits|admitted|continues|continued|asserts|stated"
    r"|thinks|believes|laughs|laughed|jokes|joked|smiles|smiled|sighs|sighed|shrugs|shrugged|insists|insisted|reveals|revealed|confides|confided|concedes|conceded|confesses|confessed"
    r"|reflects|reflected|muses|mused|quips|quipped|replies|replied|answers|answered|offers|observes|observed|reports|confirms|confirmed|reminisces|reminisced|declares|declared|begins|concludes|concluded)"
)
_BEFORE_NAME = re.compile(rf"\b{_SAYS}(?: the)?(?: \w+)? $")
_AFTER_NAME = re.compile(rf"^,? (?:then |also |himself |herself |later |in turn,? )?{_SAYS}\b")
_PRONOUN_SAYS = re.compile(
    rf"\b(?:he|she|the (?:\w+ )?(?:director|filmmaker|actor|actress)) {_SAYS}\b|\b{_SAYS} (?:he"
    rf"|she|the (?:\w+ )?(?:director|filmmaker|actor|actress))\b"
)
_MARK = re.compile('"')
_AT_ONCE = 4
"""So many signs stand before the name below a talk: a dash, a bracket."""


def quotation_of(block: Block, text: str, naming: Naming, topic: str | None, last: str | None = None) -> Quotation | None:
    """Who speaks between the quotation marks of a paragraph, where a reporting verb tells.

    :param text: the normalised article
    :param last: who was quoted in the paragraph before, and goes on in one that has nothing but quoted words
    """
    marks = [match.start() for match in _MARK.finditer(text, block.start, block.end)]
    if len(marks) < 2:
        return None
    ends = [*marks[1::2], block.end]
    spans = tuple((a, b) for a, b in zip(marks[::2], ends, strict=False) if b - a > 25 or _I.search(text, a, b))
    outside = text[block.start : block.end]
    for a, b in spans:
        outside = (
            outside[: a - block.start]
            + " " * (min(b + 1, block.end) - a)
            + outside[min(b + 1, block.end) - block.start :]
        )
    for node in naming.nodes:
        if node.letter != "P" or not node.ids or not block.start <= node.start < block.end:
            continue
        before, after = (
            outside[: node.start - block.start][-30:].lower(),
            outside[node.end - block.start :][:40].lower(),
        )
        if _BEFORE_NAME.search(before) or _AFTER_NAME.match(after):
            return Quotation(node.ids[0], spans)
    if last is not None and spans and not any(sign.isalpha() for sign in outside):
        return Quotation(last, spans)
    if topic is not None and spans and _PRONOUN_SAYS.search(outside.lower()):
        return Quotation(topic, spans)
    return None


def _person(name: str | None, naming: Naming) -> str | None:
    if not name:
        return None
    ids = naming.people.candidates(name)
    if len(ids) == 1:
        return ids[0]
    key = fold(name)
    initials = [
        i for i, tokens in naming.people.tokens.items() if "".join(t[0] for t in tokens) == key.replace(" ", "")
    ]
    return initials[0] if len(initials) == 1 else None
