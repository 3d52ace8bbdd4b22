"""Finds the turns of an interview: who asks, who answers, and which lines without a name are questions.

Three forms are known: turns that begin with a name ("KB: …", "**Kira Kovalenko:** …", "Varda — …", "Q: …"), questions set
in bold, in italics or as headings over plain answers, and bare questions over plain answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cinegraph.articles.lines import Piece, take_off_emphasis
from cinegraph.articles.shapes import ends_question, ends_sentence, is_title_like, label_role, name_words
from cinegraph.model import BlockKind

_LABEL = re.compile(
    r"(?P<bold>\*\*|__)?(?P<italic>[*_])?\[?(?P<name>[^\W\d_][\w.'’ -]{0,41}?)\]?(?:\s*\([^()]{1,40}\))?(?(italic)[*_]?)"
    r"(?:(?P<sign>\s?:|\s+[—–-](?=\s)|\.(?=\s))(?(italic)[*_]?)(?(bold)\*\*|__)?|(?(bold)(?:\*\*|__)(?P<after>\s?:|\s+[—–-](?=\s))?|(?!)))"
    r"(?:\s+|$)"
)
_SECOND_PERSON = re.compile(r"\b(?:you|yours|yourself|yourselves|you['’](?:re|ve|d|ll))\b", re.IGNORECASE)
_YOUR = re.compile(r"\byour\b|\byou['’]ve\b|\byou(?:['’]re| mentioned| said)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|us)\b")
_SHORT, _LONG, _LONGEST_QUESTION = 140, 280, 600
_SENTENCE_SHARE = 0.6
_OPEN = (None, BlockKind.LIST_ITEM)


@dataclass(slots=True)
class _Turn:
    """A piece that begins with a speaker's name."""

    index: int
    speaker: str
    begin: int
    text: str


def mark_turns(text: str, pieces: list[Piece]) -> bool:
    """Mark the questions and the answers of an interview, with their speakers; True if the text is one."""
    turns = _turns(pieces)
    if turns and _is_interview(pieces, turns):
        _mark_labelled(text, pieces, turns)
        return True
    return _mark_set_off(text, pieces) or _mark_bare(pieces)


def _turns(pieces: Sequence[Piece]) -> list[_Turn]:
    found = []
    for index, piece in enumerate(pieces):
        head = piece.text[:60]
        if piece.kind not in _OPEN or not (":" in head or "—" in head or "–" in head or " - " in head or head[0] in "*_QA"):
            continue
        match = _LABEL.match(piece.text)
        if not match:
            continue
        name = match["name"].strip()
        sign = (match["sign"] or match["after"] or "").strip()
        if label_role(name) is None and (name_words(name) is None or sign == "."):
            continue
        if len(name) == 1 and name not in "QA":
            continue
        found.append(_Turn(index, name, match.end(), piece.text[match.end() :]))
    return found


def _is_interview(pieces: Sequence[Piece], turns: list[_Turn]) -> bool:
    """Keep the turns of those who speak; the rest are labels of another kind (prizes, credits, headlines)."""
    texts = {(turn.speaker, turn.text) for turn in turns}
    says = Counter(speaker for speaker, _ in texts)
    spoken = sum(not said or ends_sentence(said) for _, said in texts)
    if spoken < _SENTENCE_SHARE * len(texts):
        return False
    asked = {turn.index for turn in turns if turn.index and _asks(pieces[turn.index - 1]) and turn.speaker.lower() != "a"}
    surnames = {words[-1].lower() for speaker, count in says.items() if count > 1 and (words := speaker.split())}
    kept = []
    for turn in turns:
        own = turn.speaker.split()[-1].lower()
        known = says[turn.speaker] > 1 or own in surnames or label_role(turn.speaker) is not None
        if known or turn.speaker.isupper() or turn.index in asked or ends_question(turn.text):
            kept.append(turn)
    turns[:] = kept
    repeated = any(count > 1 for count in Counter(turn.speaker for turn in kept).values())
    questions = any(ends_question(turn.text) or label_role(turn.speaker) == "question" for turn in kept)
    return bool(kept) and (bool(asked) or (len(kept) > 1 and questions) or (len(kept) > 2 and repeated))


def _asks(piece: Piece) -> bool:
    return piece.kind in _OPEN and ends_question(piece.text) and len(piece.text) <= _LONGEST_QUESTION


def _questioners(turns: Sequence[_Turn]) -> frozenset[str]:
    """Those who mostly ask, where somebody else answers."""
    asks, says = Counter[str](), Counter[str]()
    for turn in turns:
        says[turn.speaker] += 1
        asks[turn.speaker] += ends_question(turn.text)
    found = {speaker for speaker in says if label_role(speaker) == "question" or (label_role(speaker) is None and asks[speaker] > says[speaker] / 2)}
    return frozenset(found) if len(found) < len(says) else frozenset()


def _mark_labelled(text: str, pieces: list[Piece], turns: Sequence[_Turn]) -> None:
    questioners = _questioners(turns)
    for turn in turns:
        piece = pieces[turn.index]
        piece.kind = BlockKind.QUESTION if turn.speaker in questioners else BlockKind.ANSWER
        piece.speaker = turn.speaker
        piece.level = 0
        piece.narrow(text, piece.start + turn.begin, piece.end)
    first, last = turns[0].index, turns[-1].index
    if not questioners:
        while first and _asks(pieces[first - 1]):
            first -= 1
            pieces[first].kind = BlockKind.QUESTION
    labelled = frozenset(turn.index for turn in turns)
    _mark_between(pieces, range(turns[0].index, last + 1), labelled, bool(questioners))
    _mark_after(pieces, last)


def _mark_between(pieces: Sequence[Piece], zone: range, labelled: frozenset[int], named_questions: bool) -> None:
    """Mark the pieces without a name between the first turn and the last one."""
    previous = pieces[zone[0]]
    for index in zone:
        piece = pieces[index]
        if index in labelled:
            previous = piece
        elif piece.kind in _OPEN and not _interrupts(piece):
            answered = index + 1 in labelled
            if not named_questions and _is_question(piece, answered):
                piece.kind, piece.level = BlockKind.QUESTION, 0
            else:
                piece.kind, piece.speaker, piece.level = previous.kind, previous.speaker, 0
            previous = piece


def _interrupts(piece: Piece) -> bool:
    """Whether a short line between turns is none of them: a caption, a crossheading, a pull quote."""
    if ends_question(piece.text):
        return False
    return is_title_like(piece.text) or (piece.text[0] in "“\"«" and piece.text[-1] in "”\"»" and piece.text.count("\n") > 0)


def _is_question(piece: Piece, answered: bool) -> bool:
    """Whether a piece between two answers is the interviewer's: by its mark, whom it addresses, and its length."""
    said = piece.text
    first, second = _FIRST_PERSON.search(said), _SECOND_PERSON.search(said)
    if ends_question(said):
        return answered or bool(second) or not first
    score = (2 if _YOUR.search(said) else 1 if second else 0) - (2 if first else 0)
    score += 1 if len(said) < _SHORT else -1 if len(said) > _LONG else 0
    return score > 0 if answered else score > 1


def _mark_after(pieces: Sequence[Piece], last: int) -> None:
    """What follows the last turn goes on with it as long as the first person does."""
    for piece in pieces[last + 1 :]:
        if piece.kind is not None or not ends_sentence(piece.text) or not _FIRST_PERSON.search(piece.text):
            return
        piece.kind, piece.speaker = pieces[last].kind, pieces[last].speaker


def _mark_set_off(text: str, pieces: list[Piece]) -> bool:
    """Questions set in bold, in italics or as headings, over plain answers."""
    for style in ("bold", "italic", "heading"):
        asked = [index for index, piece in enumerate(pieces) if _style(piece) == style and ends_question(piece.text)]
        if len(asked) >= 2 and (style != "heading" or _addressed(pieces, asked)):
            _mark_styled(text, pieces, asked, style)
            return True
    return False


def _style(piece: Piece) -> str | None:
    return "heading" if piece.kind is BlockKind.HEADING else piece.emphasis if piece.kind in _OPEN else None


def _addressed(pieces: Sequence[Piece], asked: Sequence[int]) -> bool:
    """Whether the questions speak to somebody, as those of an article with questions for headings do not."""
    return sum(bool(_SECOND_PERSON.search(pieces[i].text) or _YOUR.search(pieces[i].text)) for i in asked) * 3 >= len(asked)


def _mark_styled(text: str, pieces: Sequence[Piece], asked: Sequence[int], style: str) -> None:
    for piece in pieces[asked[0] :]:
        if _style(piece) == style and (style != "heading" or ends_question(piece.text)):
            piece.kind, piece.level = BlockKind.QUESTION, 0
            take_off_emphasis(text, piece)
        elif piece.kind is None and not is_title_like(piece.text):
            piece.kind = BlockKind.ANSWER


def _mark_bare(pieces: Sequence[Piece]) -> bool:
    """Bare questions, each in a line of its own, over plain answers."""
    asked = [
        index
        for index, piece in enumerate(pieces[:-1])
        if _asks(piece) and len(piece.text) <= _LONG and pieces[index + 1].kind is None and not ends_question(pieces[index + 1].text)
    ]
    if len(asked) < 3 or not _addressed(pieces, asked) or 5 * len(asked) < len(pieces) - asked[0]:
        return False
    for piece in pieces[asked[0] :]:
        if piece.kind is None and not is_title_like(piece.text):
            piece.kind = BlockKind.QUESTION if _asks(piece) else BlockKind.ANSWER
    return True
