"""Finds the turns of an interview: who asks, who answers, and which lines without a name are questions.

Four forms are known: turns that begin with a name ("KB: …", "**Kira Kovalenko:** …", "Varda — …", "Q: …"), questions
set in bold, in italics or as headings over plain answers, turns that begin with a dash, and bare questions over plain
answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cinegraph.articles.lines import Piece, take_off_emphasis
from cinegraph.articles.shapes import ends_question, ends_sentence, is_pull_quote, is_title_like, label_role
from cinegraph.articles.signed import signed_turns
from cinegraph.articles.speakers import Turn, labelled_turns, speaking_turns
from cinegraph.model import BlockKind

_SECOND_PERSON = re.compile(r"\b(?:you|yours|yourself|yourselves|you['’](?:re|ve|d|ll))\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\byour\b|\byou['’](?:ve|re)\b|\byou (?:mentioned|said)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|us)\b")
_YOURS = (
    r"films?|features?|debut|shorts?|documentary|movies?|work|career|cinematographer|editor|producer|husband|wife|sister"
    r"|brother|mother|father|partner|cast|crew|actors?|actress|characters?"
)
_OF_YOURS = re.compile(rf"(?:[\w',]+ ){{0,3}}?your (?:[\w-]+ ){{0,3}}?(?:{_YOURS})\b", re.IGNORECASE)
_LOWER_LABEL = re.compile(r"(?P<name>[^\W\d_][\w.'’-]{0,30}):\s+")
_SHORT, _LONG, _LONGEST_QUESTION = 140, 280, 600
_BARE = 3
"""So many bare questions make an interview."""
_OPEN = (None, BlockKind.LIST_ITEM)
_DASHES = "-–—"


def mark_turns(text: str, pieces: list[Piece]) -> None:
    """Mark the questions and the answers, with their speakers, if the text is an interview."""
    labelled = labelled_turns(pieces)
    asked = frozenset(index for index, piece in enumerate(pieces) if _asks(piece))
    turns = speaking_turns(pieces, labelled, asked) if labelled else []
    style = _style_of_questions(pieces, asked)
    if style and len(turns) < len(_of_style(pieces, style)):
        _mark_set_off(text, pieces, style, {turn.index: turn for turn in labelled})
    elif turns:
        _mark_labelled(text, pieces, turns, asked)
    elif not _mark_dashes(pieces) and not _mark_signed(text, pieces):
        _mark_bare(pieces, asked)


def _asks(piece: Piece) -> bool:
    return piece.kind in _OPEN and len(piece.text) <= _LONGEST_QUESTION and ends_question(piece.text)


def _mark_labelled(text: str, pieces: list[Piece], turns: Sequence[Turn], asked: frozenset[int]) -> None:
    questioners = _questioners(turns)
    for turn in turns:
        piece = pieces[turn.index]
        piece.kind = BlockKind.QUESTION if turn.speaker in questioners else BlockKind.ANSWER
        _give_speaker(text, piece, turn)
    first, last = turns[0].index, turns[-1].index
    while not questioners and first and _asks(pieces[first - 1]):
        first -= 1
        _mark_question(text, pieces[first])
    labelled = frozenset(turn.index for turn in turns)
    _mark_between(text, pieces, range(turns[0].index, last + 1), labelled, bool(questioners))
    if not _mark_unnamed(text, pieces, last, asked):
        _mark_after(pieces, last)


def _questioners(turns: Sequence[Turn]) -> frozenset[str]:
    """Those who mostly ask, where somebody else answers."""
    says = Counter(turn.speaker for turn in turns)
    asks = Counter(turn.speaker for turn in turns if ends_question(turn.text))
    found = {
        speaker
        for speaker, count in says.items()
        if label_role(speaker) == "question" or (label_role(speaker) is None and asks[speaker] > count / 2)
    }
    return frozenset(found) if len(found) < len(says) else frozenset()


def _give_speaker(text: str, piece: Piece, turn: Turn) -> None:
    piece.speaker, piece.level = turn.speaker, 0
    piece.narrow(text, piece.start + turn.begin, piece.end)


def _mark_question(text: str, piece: Piece) -> None:
    piece.kind, piece.level = BlockKind.QUESTION, 0
    if piece.emphasis:
        take_off_emphasis(text, piece)


def _mark_between(
    text: str, pieces: Sequence[Piece], zone: range, labelled: frozenset[int], named_questions: bool
) -> None:
    """Mark the pieces without a name between the first turn and the last one."""
    previous = pieces[zone[0]]
    for index in zone:
        piece = pieces[index]
        if index in labelled:
            previous = piece
        elif piece.kind in _OPEN and not _interrupts(piece):
            if previous.text and not named_questions and _is_question(piece, index + 1 in labelled):
                _mark_question(text, piece)
            else:
                piece.kind, piece.speaker, piece.level = previous.kind, previous.speaker, 0
            previous = piece


def _interrupts(piece: Piece) -> bool:
    """Whether a short line between turns is none of them: a caption, a crossheading, a pull quote."""
    if ends_question(piece.text):
        return False
    return is_title_like(piece.text) or is_pull_quote(piece.text)


def _is_question(piece: Piece, answered: bool) -> bool:
    """Whether a piece between two answers is the interviewer's: by its mark, whom it addresses, and its length."""
    said = piece.text
    first, second = bool(_FIRST_PERSON.search(said)), bool(_SECOND_PERSON.search(said))
    if piece.emphasis == "bold":
        return True
    if ends_question(said):
        return answered or second or not first
    score = (2 if _ADDRESSED.search(said) else int(second)) - 2 * first
    score += 1 if len(said) < _SHORT else -1 if len(said) > _LONG else 0
    return score > (0 if answered else 1)


def _mark_after(pieces: Sequence[Piece], last: int) -> None:
    """What follows the last turn goes on with it as long as the first person does."""
    begun = not pieces[last].text
    for piece in pieces[last + 1 :]:
        if piece.kind is not None or not ends_sentence(piece.text) or not (begun or _FIRST_PERSON.search(piece.text)):
            return
        piece.kind, piece.speaker = pieces[last].kind, pieces[last].speaker
        begun = False


def _mark_unnamed(text: str, pieces: Sequence[Piece], last: int, asked: frozenset[int]) -> bool:
    """Mark what follows the last turn with a name, where names stand at the first turns only.

    :returns: whether bare questions follow, over what the one who answered goes on to say
    """
    found = [index for index in sorted(asked) if index > last and _heads_an_answer(pieces, index)]
    if len(found) < _BARE or not (_speak_to_somebody(pieces, found) or _answered_in_first_person(pieces, found)):
        return False
    speaker = next((p.speaker for p in reversed(pieces[: last + 1]) if p.kind is BlockKind.ANSWER), None)
    answered = pieces[last].kind is BlockKind.ANSWER
    for index, piece in enumerate(pieces[last + 1 :], last + 1):
        if piece.kind is not None or _interrupts(piece):
            continue
        if index in asked or (answered and (_prompts(piece) or _introduces(pieces, index))):
            _mark_question(text, piece)
        else:
            piece.kind, piece.speaker, piece.level = BlockKind.ANSWER, speaker, 0
        answered = piece.kind is BlockKind.ANSWER
    return True


def _introduces(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a short statement of nobody's own stands over an answer: "There were reports of a series."."""
    said, following = pieces[index].text, pieces[index + 1 : index + 2]
    short = len(said) < _SHORT and not _FIRST_PERSON.search(said)
    return short and bool(following) and following[0].kind is None and not ends_question(following[0].text)


def _style_of_questions(pieces: Sequence[Piece], asked: frozenset[int]) -> str | None:
    """How questions over plain answers are set off, where at least two of them are."""
    for style in ("bold", "italic", "heading"):
        found = [index for index in _of_style(pieces, style) if ends_question(pieces[index].text)]
        if len(found) >= 2 and (style != "heading" or _speak_to_somebody(pieces, found)):
            return style
    return None


def _of_style(pieces: Sequence[Piece], style: str) -> list[int]:
    return [index for index, piece in enumerate(pieces) if _style(piece) == style]


def _style(piece: Piece) -> str | None:
    if piece.kind is BlockKind.HEADING:
        return "heading"
    return piece.emphasis if piece.kind in _OPEN else None


def _speak_to_somebody(pieces: Sequence[Piece], asked: Sequence[int]) -> bool:
    """Whether the questions address a person, as those of an article with questions for headings do not."""
    addressed = (_SECOND_PERSON.search(pieces[i].text) or _ADDRESSED.search(pieces[i].text) for i in asked)
    return 3 * sum(map(bool, addressed)) >= len(asked)


def _mark_set_off(text: str, pieces: Sequence[Piece], style: str, named: dict[int, Turn]) -> None:
    """Questions that are set off, and plain answers; a name at the first answer holds for those without one."""
    first = next(index for index in _of_style(pieces, style) if ends_question(pieces[index].text))
    speaker: str | None = None
    for index, piece in enumerate(pieces[first:], first):
        if _style(piece) == style and (style != "heading" or ends_question(piece.text)):
            _mark_question(text, piece)
            label = _LOWER_LABEL.match(piece.text) if piece.emphasis else None
            if label:
                _give_speaker(text, piece, Turn(index, label["name"], label.end(), ""))
        elif style == "heading" and index not in named and _is_statement_asked(pieces, index):
            _mark_question(text, piece)
        elif piece.kind is None and not is_title_like(piece.text):
            piece.kind = BlockKind.ANSWER
            if index in named:
                _give_speaker(text, piece, named[index])
                speaker = piece.speaker
            piece.speaker = speaker


def _is_statement_asked(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece speaks to whoever answers below it without asking: "Your first film, Salt, was a comedy."."""
    piece, below = pieces[index], pieces[index + 1 : index + 2]
    if piece.kind is not None or not below or below[0].kind is not None or ends_question(below[0].text):
        return False
    told = len(piece.text) < _SHORT and not _FIRST_PERSON.search(piece.text)
    return _prompts(piece) or (told and _OF_YOURS.match(piece.text) is not None)


def _mark_dashes(pieces: Sequence[Piece]) -> bool:
    """Turns that begin with a dash: a question and then an answer, at least twice."""
    dashed = [piece for piece in pieces if piece.kind is BlockKind.LIST_ITEM and piece.bullet in _DASHES]
    asked = [piece for piece in dashed if ends_question(piece.text)]
    spoken = all(ends_sentence(piece.text) for piece in dashed)
    if len(asked) < 2 or not spoken or 3 * len(asked) < len(dashed) or dashed[-1] in asked:
        return False
    for piece in dashed:
        piece.kind, piece.level = BlockKind.QUESTION if piece in asked else BlockKind.ANSWER, 0
    return True


def _mark_signed(text: str, pieces: Sequence[Piece]) -> bool:
    """Few questions over what somebody says whose name stands below."""
    asked, answers = signed_turns(pieces)
    for index in asked:
        _mark_question(text, pieces[index])
    for index in answers:
        pieces[index].kind, pieces[index].level = BlockKind.ANSWER, 0
    return bool(asked)


def _mark_bare(pieces: Sequence[Piece], asked: frozenset[int]) -> None:
    """Bare questions, each in a line of its own, over plain answers."""
    found = [index for index in sorted(asked) if _heads_an_answer(pieces, index)]
    if len(found) < _BARE or 5 * len(found) < len(pieces) - found[0]:
        return
    if not _speak_to_somebody(pieces, found) and not _answered_in_first_person(pieces, found):
        return
    for index, piece in enumerate(pieces[found[0] :], found[0]):
        if index in asked or (piece.kind is None and _prompts(piece)) or _is_statement_asked(pieces, index):
            piece.kind, piece.level = BlockKind.QUESTION, 0
        elif piece.kind is None and not is_title_like(piece.text):
            piece.kind = BlockKind.ANSWER


def _answered_in_first_person(pieces: Sequence[Piece], asked: Sequence[int]) -> bool:
    """Whether somebody tells of herself after most questions: no article with questions for headings does."""
    return 3 * sum(1 for i in asked if _FIRST_PERSON.search(pieces[i + 1].text)) >= 2 * len(asked)


def _prompts(piece: Piece) -> bool:
    """Whether a short line speaks to somebody without a question mark ("You worked with Ada Doe again.")."""
    said = piece.text
    return len(said) < _SHORT and bool(_SECOND_PERSON.search(said)) and not _FIRST_PERSON.search(said)


def _heads_an_answer(pieces: Sequence[Piece], index: int) -> bool:
    if len(pieces[index].text) > _LONG or index + 1 == len(pieces):
        return False
    following = pieces[index + 1]
    return following.kind is None and not ends_question(following.text)
