"""Tells apart the short lines of an article: headings, captions, bylines, datelines, credits and line-ups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.articles.dates import is_dateline
from cinegraph.articles.lines import Piece, take_off_emphasis
from cinegraph.articles.shapes import ends_question, ends_sentence, has_verb, is_credit, is_person_like, is_record, is_title_like
from cinegraph.model import BlockKind

_CAPTION = re.compile(
    r"""[*_(\[]*(?:
      (?:an?\ |the\ |film\ |production\ |video\ )?(?:stills?|scenes?|frames?|screenshots?|screen\ grabs?|posters?|portraits?)\ (?:from|of|for|in)\b
    | (?:photos?|photographs?|pictures?|images?|stills?|main\ image|header\ image|cover\ image|top\ image|illustration|credits?|caption|foto|video)\s*(?:[:/|©]|credits?\s*:|courtesy|by\ [A-Z]|provided|from|taken|from\ left)
    | (?:from\ |left\ |right\ |top\ |bottom\ |clockwise\ |far\ )?(?:left|right|top|bottom|above|below|centre|center)(?:\ (?:left|right|to\ right|row))?\s*: | from\ (?:the\ )?(?:left|right)\b | left\ to\ right\b | l[-–\ ]?(?:to[-\ ])?r\s*: | clockwise\ from\b
    | (?:pictured|above|below|opposite)(?:\ (?:is|are|here|left|right))?\s*[:,] | courtesy\ (?:of|the)\b | ©
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDITED = re.compile(
    r"[.(|–—,]\s*(?:photos?|photographs?|images?|pictures?|stills?|courtesy|credits?)\s*(?::|by\b|of\b|courtesy\b|provided\b|©)[^.!?]{2,80}[.)\]]*$|\bpress office$",
    re.IGNORECASE,
)
_DIRECTED = re.compile(r"[^.!?]{2,80},\s+dir\.\s+[^.!?]{3,60},?\s*\(?(?:18|19|20)\d\d\)?")
_SEEN_AT = re.compile(r"(?P<who>[^.!?:;]{3,110}?)\s+(?:at|in|on|during|attend(?:s|ing)|arriv(?:es|ing) at)\s+[^.!?:;]{3,90}?\b(?:18|19|20)\d\d\b\.?(?:\s*\([^()]{2,60}\))?$")
_SMALL_WORDS = frozenset("and with the of de da di du von van der la le at from & her his cast crew director directors actor actress actors".split())
_BYLINE = re.compile(
    r"[*_(\[]*(?:(?:(?:story|text|words?|article|review(?:ed)?|report(?:ed|ing)?|interview(?:ed|er)?|written|posted|published|compiled|edited|profile|essay|opinion|analysis|additional\ reporting|told)\s+)?by\s+(?=[^\W\d_]|\*)"
    r"|(?:text|words?|author|writer|reporter|interview|interviewer|reporting|review|translation|translator|journalist|correspondent)\s*[:|]\s*(?=[^\W\d_])"
    r"|translated\s+(?:from\s+(?:the\s+)?\w+\s+)?(?:from\s+\w+\s+)?by\s+|translation\s+by\s+|interview\s+conducted\s+by\s+|as\s+told\s+to\s+)"
    r"(?P<who>[^.!?:]{2,90}?)[*_)\].]*",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_CAPTION, _LONGEST_BYLINE = 320, 120
_TOP, _NEAR_END = 12, 8


def mark_short_lines(text: str, pieces: list[Piece], interview: bool) -> None:
    """Give every piece that is still open its kind; what is none of the short kinds is a paragraph.

    :param interview: whether turns have been found; a short line among them is a caption rather than a heading
    """
    _mark_captions(pieces)
    _mark_bylines(pieces)
    _mark_credits(text, pieces)
    _mark_headings(text, pieces, interview)
    for piece in pieces:
        if piece.kind is None:
            if piece.emphasis:
                take_off_emphasis(text, piece)
            piece.kind = BlockKind.PARAGRAPH


def is_caption(line: str) -> bool:
    """Whether a line says what a picture shows.

    >>> is_caption("Still from Faust"), is_caption("Varda at Cannes, 2017"), is_caption("She was at Cannes in 2017.")
    (True, True, False)
    """
    if len(line) > _LONGEST_CAPTION:
        return False
    if _CAPTION.match(line) and (len(line) < 160 or not has_verb(line)):
        return True
    if len(line) <= 200 and (_CREDITED.search(line) or _DIRECTED.fullmatch(line)):
        return True
    seen = _SEEN_AT.match(line) if len(line) <= 180 else None
    return bool(seen) and all(word[0].isupper() or not word[0].isalpha() or word.strip(",") in _SMALL_WORDS for word in seen["who"].split())


def byline_name(line: str) -> str | None:
    """Whom a byline names; None for a line that is none.

    >>> byline_name("By Katya Apekina"), byline_name("By then it was late.")
    ('Katya Apekina', None)
    """
    if len(line) > _LONGEST_BYLINE:
        return None
    match = _BYLINE.fullmatch(line)
    if not match:
        return None
    who = re.split(r"\s+(?:for|in|on|at)\s+|\s*[|·•,–—]\s*|\s+and\s+|\s*&\s*", match["who"].strip("*_ "), maxsplit=1)[0].strip("*_ ")
    return who if who[:1].isupper() and len(who.split()) <= 5 and all(w[0].isupper() or len(w) <= 3 for w in who.split()) else None


def _mark_captions(pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        if (piece.kind is None or (piece.kind is BlockKind.LIST_ITEM and not piece.marked)) and is_caption(piece.text):
            piece.kind = BlockKind.CAPTION


def _mark_bylines(pieces: Sequence[Piece]) -> None:
    """Datelines, "By X", and a name that stands alone under the title or over its bearer's biography."""
    for index, piece in enumerate(pieces):
        if piece.kind is not None or len(piece.text) > _LONGEST_BYLINE + 20:
            continue
        if is_dateline(piece.text) or (byline_name(piece.text) and not _beside_credits(pieces, index)) or _signs(pieces, index):
            piece.kind = BlockKind.BYLINE


def _beside_credits(pieces: Sequence[Piece], index: int) -> bool:
    beside = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2] if isinstance(pieces, list) else []
    return any(is_credit(other.text) and byline_name(other.text) is None for other in beside)


def _signs(pieces: Sequence[Piece], index: int) -> bool:
    said = pieces[index].text
    if index == 0 or len(said) > 50 or not is_person_like(said):
        return False
    following = pieces[index + 1].text if index + 1 < len(pieces) else ""
    if following == said or (following.startswith(said) and has_verb(following)):
        return True
    if index < _TOP:
        before = pieces[index - 1]
        return bool(is_dateline(following) or is_dateline(before.text) or _named_above(pieces[:index], said))
    return not following and before_is_prose(pieces[index - 1])


def _named_above(above: Sequence[Piece], name: str) -> bool:
    return any(byline_name(piece.text) == name for piece in above)


def before_is_prose(piece: Piece) -> bool:
    """Whether a piece is running text, so that a name after it signs it."""
    return piece.kind is None and ends_sentence(piece.text)


def _mark_credits(text: str, pieces: list[Piece]) -> None:
    """Runs of credits and line-ups are lists; a title over credits is the heading that they stand under."""
    like = [piece.kind is None and (is_credit(piece.text) or is_record(piece.text)) for piece in pieces]
    if not any(like):
        return
    count, index = len(pieces), 0
    while index < count:
        end = index + 1
        while end < count and not pieces[end].gap:
            end += 1
        run = range(index, end)
        short = [i for i in run if pieces[i].kind is None and (like[i] or is_title_like(pieces[i].text))]
        if len(short) > 1 and 2 * sum(like[i] for i in short) >= len(short):
            _mark_credit_run(text, pieces, short)
        elif end - index == 1 and like[index] and (is_credit(pieces[index].text) or _beside(like, index)):
            pieces[index].kind, pieces[index].level = BlockKind.LIST_ITEM, 1
        index = end


def _beside(flags: Sequence[bool], index: int) -> bool:
    return any(flags[max(0, index - 1) : index]) or any(flags[index + 1 : index + 2])


def _mark_credit_run(text: str, pieces: Sequence[Piece], run: Sequence[int]) -> None:
    for place, index in enumerate(run):
        piece = pieces[index]
        over_credits = place + 1 < len(run) and not is_credit(piece.text) and is_credit(pieces[run[place + 1]].text)
        if piece.emphasis == "bold" or over_credits:
            piece.kind = BlockKind.HEADING
            if piece.emphasis == "bold":
                take_off_emphasis(text, piece)
        else:
            piece.kind, piece.level = BlockKind.LIST_ITEM, 1


def _mark_headings(text: str, pieces: Sequence[Piece], interview: bool) -> None:
    """Short lines without the end of a sentence; the first is of level 1, those after a mark are one level below it."""
    level, top = 0, True
    texts = [piece.text for piece in pieces if piece.kind is None and len(piece.text) <= 150]
    repeated = {said for said in texts if texts.count(said) > 1} if len(texts) > 1 else set()
    for piece in pieces:
        if piece.kind is BlockKind.HEADING and piece.marked:
            level = piece.level
        elif piece.kind is BlockKind.HEADING:
            piece.level = min(level + 1, 6)
        elif piece.kind is None and (is_title_like(piece.text) or (_asks_above(piece, top) or piece.text in repeated)):
            if interview and not top:
                piece.kind = BlockKind.HEADING if piece.text[0] in "“\"«" else BlockKind.CAPTION
                continue
            piece.kind, piece.level = BlockKind.HEADING, min(level + 1, 6) if level else 1 if top else 2
            if piece.emphasis == "bold":
                take_off_emphasis(text, piece)
        if piece.kind in (None, BlockKind.ANSWER, BlockKind.QUESTION):
            top = False


def _asks_above(piece: Piece, top: bool) -> bool:
    """A question above the first paragraph is a title."""
    return top and ends_question(piece.text) and len(piece.text) <= 120 and not piece.emphasis
