"""Reads the names that turns of an interview begin with, and tells them from other labels (prizes, credits)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cinegraph.articles.lines import Piece
from cinegraph.articles.shapes import ends_question, ends_sentence, label_role, name_words
from cinegraph.model import BlockKind

_LABEL = re.compile(
    r"(?P<bold>\*\*|__)?(?P<italic>[*_])?\[?(?P<name>[^\W\d_][\w.'’ \xa0-]{0,41}?)\]?"
    r"(?:\s*\([^()]{1,40}\))?(?(italic)[*_]?)"
    r"(?:(?P<sign>\s?:|\s+[—–-](?=\s)|\.(?=\s))(?(italic)[*_]?)(?(bold)(?:\*\*|__)?)"
    r"|(?(bold)(?:\*\*|__)(?P<after>\s?:|\s+[—–-](?=\s))?|(?!)))"
    r"(?:\s+|$)"
)
_SENTENCE_SHARE = 0.6
_LABEL_REACH = 60
_TOP = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece that begins with a speaker's name.

    :ivar index: which piece
    :ivar begin: where in its text the words begin
    :ivar text: the words
    """

    index: int
    speaker: str
    begin: int
    text: str


def labelled_turns(pieces: Sequence[Piece]) -> list[Turn]:
    """Every piece that begins with what could be a speaker's name, or is one over what is said."""
    found = []
    for index, piece in enumerate(pieces):
        head = piece.text[:_LABEL_REACH]
        if piece.kind not in (None, BlockKind.LIST_ITEM) or not _may_begin_with_a_name(head):
            continue
        match = _LABEL.match(piece.text)
        if match and _is_speaker(match):
            found.append(Turn(index, match["name"].strip(), match.end(), piece.text[match.end() :]))
    return found or _lone_names(pieces)


def _lone_names(pieces: Sequence[Piece]) -> list[Turn]:
    """Names in lines of their own that come back, each over what its bearer says; some of it must be questions."""
    found = []
    for index, piece in enumerate(pieces[:-1]):
        following = pieces[index + 1]
        if piece.kind is None and len(piece.text) <= _LABEL_REACH and following.kind is None:
            name = piece.text.strip("*_").strip()
            if ends_sentence(following.text) and name and name_words(name.removeprefix("The ")) is not None:
                found.append(Turn(index, name, len(piece.text), following.text))
    says = Counter(turn.speaker for turn in found)
    initials = {speaker for speaker, count in says.items() if count > 1 and speaker.isupper()}
    kept = [turn for turn in found if says[turn.speaker] > 1 or "".join(w[0] for w in turn.speaker.split()) in initials]
    return kept if any(ends_question(turn.text) for turn in kept) else []


def _may_begin_with_a_name(head: str) -> bool:
    return ":" in head or "—" in head or "–" in head or " - " in head or head[0] in "*_QA"


def _is_speaker(match: re.Match[str]) -> bool:
    name = match["name"].strip()
    if label_role(name) is not None:
        return len(name) > 1 or name in "QA"
    return match["sign"] != "." and len(name) > 1 and name_words(name.removeprefix("The ")) is not None


def speaking_turns(pieces: Sequence[Piece], turns: Sequence[Turn], asked: frozenset[int]) -> list[Turn]:
    """The turns of those who speak, if the text is an interview; else none.

    What follows the names must mostly be sentences. A name counts if it comes back, is set in capitals, answers a
    question or asks one; and somebody must ask, or one of at least three turns be by the same person as another.

    :param asked: which pieces are questions
    """
    turns = [turn for turn in turns if not _is_headline(turn)]
    texts = {(turn.speaker, turn.text) for turn in turns}
    spoken = sum(not said or ends_sentence(said) for _, said in texts)
    if spoken < _SENTENCE_SHARE * len(texts):
        return []
    says = Counter(speaker for speaker, _ in texts)
    surnames = {speaker.split()[-1].lower() for speaker, count in says.items() if count > 1}
    kept = [turn for turn in turns if says[turn.speaker] > 1 or _speaks(turn, surnames, asked)]
    among = {turn.index for turn in kept}
    kept = [t for t in turns if t.index in among or (t.index - 1 in among and _is_sentence_of_a_full_name(t))]
    answers = any(turn.index - 1 in asked and turn.index - 1 >= 0 for turn in kept)
    asks = any(ends_question(turn.text) or label_role(turn.speaker) == "question" for turn in kept)
    repeated = any(count > 1 for count in Counter(turn.speaker.split()[-1].lower() for turn in kept).values())
    return kept if answers or (asks and len(kept) > 1) or (repeated and len(kept) > 2) else []


def _is_headline(turn: Turn) -> bool:
    """A name and a quotation over an article are its title: 'Ada Lens: "I never wanted a lamp"'."""
    if turn.index >= _TOP or not turn.text:
        return False
    quoted = turn.text[0] in "“\"'‘«" and turn.text[-1] in "”\"'’»"
    return quoted or not ends_sentence(turn.text)


def _is_sentence_of_a_full_name(turn: Turn) -> bool:
    """Whether somebody's turn behind another's is one, though that person speaks only once."""
    return " " in turn.speaker and ends_sentence(turn.text)


def _speaks(turn: Turn, surnames: set[str], asked: frozenset[int]) -> bool:
    known = turn.speaker.isupper() or label_role(turn.speaker) is not None
    return known or turn.speaker.split()[-1].lower() in surnames or turn.index - 1 in asked or ends_question(turn.text)
