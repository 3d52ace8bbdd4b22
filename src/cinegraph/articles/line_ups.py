"""Finds lists without bullets: credits, line-ups, winners, juries; and the lines that stand over them as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.articles.lines import Piece
from cinegraph.articles.shapes import ends_sentence, is_credit, is_labelled, is_person_like, is_record, is_title_like
from cinegraph.articles.words import word_set
from cinegraph.model import BlockKind

_SIGNS = re.compile(r"[,()\"“”«»/*\d]|\b(?:by|for|dir)\b|\s[–—-]\s")
_LIST_HEADS = word_set(
    "best prize prizes award awards prix palme bear lion leopard mention jury juries competition filmography section "
    "winner winners nominees cast crew credits programme program films shorts features"
)
_PRIZES = word_set("best prize prizes award awards prix palme bear lion leopard mention")
# Rows that are made alike: "Title by Person", "Title, dir. Person", "Title | Person | Country", "“Title,” Person".
_CAPITAL = "[A-ZÀ-Þ]"
_NAME_WORDS = r"[\w.'’-]+"
_BY = re.compile(
    rf"\S.{{0,90}}?,?[\"”]? (?:(?:written and )?directed by|by|dir\.?:?) {_CAPITAL}[^.!?]*(?:\.? ?\([^()]*\))?",
    re.DOTALL,
)
_PIPES = re.compile(r"[^|]{1,90}(?: ?\| ?[^|]{1,90}){2,5}")
_PAIR = re.compile(
    rf"[\"“*_‘'][^\"”*\n]{{1,90}}[\"”*_’'],? [–—-]? ?{_CAPITAL}{_NAME_WORDS}(?: {_NAME_WORDS}){{1,4}}"
    rf"|[A-ZÀ-Þ¿¡\d][^,.]{{1,60}}, {_CAPITAL}{_NAME_WORDS}(?: {_NAME_WORDS}){{1,3}}"
)
_SHAPES = (_BY, _PIPES, _PAIR)
_OF_A_FILM = re.compile(
    rf"(?:by|with|dir\.?|directed by) {_CAPITAL}|(?:world|international|european) premiere\b", re.IGNORECASE
)
_WITH_COUNTRIES = re.compile(rf"[^()]{{2,90}} \((?:{_CAPITAL}[\w. ]+(?:[/,–-] ?|$|(?=\)))){{1,6}}\)")
_LONGEST_STANZA = 7
_LABELS_OF_A_LIST = 3
_NAMES_OF_A_LIST = 3
_TOP = 6
_LONGEST_ROW = 200


def mark_line_ups(pieces: Sequence[Piece]) -> None:
    """Mark the rows of lists without bullets as items, and a line over them as a heading.

    Rows follow one another without a blank line. Credits, rows with a title's country, year or length, and labels with
    their values are known by themselves; other short lines by what stands over them.
    """
    credits = [piece.kind is None and is_credit(piece.text) for piece in pieces]
    rows = [piece.kind is None and (credits[i] or is_record(piece.text)) for i, piece in enumerate(pieces)]
    labels = [piece.kind is None and is_labelled(piece.text) for piece in pieces]
    prose = next((i for i, piece in enumerate(pieces) if piece.kind is None and ends_sentence(piece.text)), 0)
    for run in _runs(pieces):
        short = [i for i in run if pieces[i].kind is None and _is_row(pieces[i], credits[i] or labels[i])]
        like = sum(rows[i] or labels[i] for i in short)
        known = 2 * like >= len(short) and (any(rows[i] for i in short) or like >= _LABELS_OF_A_LIST)
        if len(short) > 1 and known:
            _mark_list(pieces, short, credits)
        elif len(short) == len(run) > 1:
            _mark_plain_list(pieces, short, at_top=run[0] < min(prose, _TOP))
        elif len(run) == 1 and (credits[run[0]] or (rows[run[0]] and _has_neighbour(rows, run[0]))):
            _mark_item(pieces[run[0]])
        elif run[0] >= min(prose, _TOP) and (run[0] or len(run) > 1):
            for i in short:
                if labels[i] and not _PRIZES.isdisjoint(pieces[i].text.partition(":")[0].lower().split()):
                    _mark_item(pieces[i])


def mark_films(pieces: Sequence[Piece]) -> None:
    """Mark the films that a line-up gives in rows made alike, or in stanzas (title, countries, "by", "with")."""
    _mark_alike(pieces)
    stanzas = [run for run in _runs(pieces) if _is_stanza([pieces[i] for i in run])]
    if len(stanzas) < 2:
        return
    for run in stanzas:
        for index in run:
            if not ends_sentence(pieces[index].text) and pieces[index].kind in (None, BlockKind.BOILERPLATE):
                _mark_item(pieces[index])


def _is_stanza(lines: Sequence[Piece]) -> bool:
    if not 2 <= len(lines) <= _LONGEST_STANZA or lines[0].kind is not None or not is_title_like(lines[0].text):
        return False
    said = [_spaced(line) for line in lines]
    if any(is_credit(text) and not _OF_A_FILM.match(text) for text in said):
        return False
    told = any(_OF_A_FILM.match(text) for text in said[1:] if not ends_sentence(text))
    return told or (bool(_WITH_COUNTRIES.fullmatch(said[0])) and is_person_like(said[1].title()))


def _spaced(piece: Piece) -> str:
    """The text of a line with plain blanks in the place of all others."""
    return " ".join(piece.text.split())


def _mark_alike(pieces: Sequence[Piece]) -> None:
    """Mark as items two or more short lines that follow one another, made alike as the rows of a line-up are."""
    for run in _runs(pieces):
        shapes = [_shape(pieces[i]) for i in run]
        for place, index in enumerate(run):
            beside = {shapes[i] for i in (place - 1, place + 1) if 0 <= i < len(shapes)}
            if shapes[place] is not None and shapes[place] in beside:
                _mark_item(pieces[index])


def _shape(piece: Piece) -> tuple[int, int] | None:
    """Which of the shapes of a row a line has, and how many pipes."""
    text = _spaced(piece)
    if piece.kind not in (None, BlockKind.BOILERPLATE) or len(text) > _LONGEST_ROW:
        return None
    if ends_sentence(text) and not text.endswith(".)"):
        return None
    return next(((number, text.count("|")) for number, shape in enumerate(_SHAPES) if shape.fullmatch(text)), None)


def _runs(pieces: Sequence[Piece]) -> Iterator[range]:
    """The stretches of pieces without a blank line in them."""
    begin, count = 0, len(pieces)
    while begin < count:
        end = begin + 1
        while end < count and not pieces[end].gap:
            end += 1
        yield range(begin, end)
        begin = end


def _is_row(piece: Piece, known: bool) -> bool:
    return known or is_title_like(piece.text)


def _has_neighbour(flags: Sequence[bool], index: int) -> bool:
    return any(flags[max(0, index - 1) : index]) or any(flags[index + 1 : index + 2])


def _mark_item(piece: Piece) -> None:
    piece.kind, piece.level = BlockKind.LIST_ITEM, 1


def _mark_list(pieces: Sequence[Piece], run: Sequence[int], credits: Sequence[bool]) -> None:
    """A title over credits is the heading that they stand under, and so is a bold line or a list's own heading.

    The level of a title over credits counts from that of the headings around it.
    """
    titled = False
    for place, index in enumerate(run):
        piece = pieces[index]
        over_credits = place + 1 < len(run) and credits[run[place + 1]] and not credits[index] and not titled
        heads = place == 0 and not credits[index] and _heads([pieces[i].text for i in run])
        titled = over_credits or heads
        if piece.emphasis == "bold" or titled:
            piece.kind, piece.level = BlockKind.HEADING, int(over_credits)
        else:
            _mark_item(piece)


def _heads(rows: Sequence[str]) -> bool:
    """Whether the first of several rows stands over the others: bare, while the next one has the signs of a row."""
    first = rows[0]
    if is_record(first) or is_labelled(first) or (_SIGNS.search(first) and not first.isupper()):
        return False
    own = not _LIST_HEADS.isdisjoint(first.lower().rstrip(":").split())
    return own or first.endswith(":") or bool(_SIGNS.search(rows[1])) or (first.isupper() and not rows[1].isupper())


def _mark_plain_list(pieces: Sequence[Piece], run: Sequence[int], at_top: bool) -> None:
    """Short lines without a blank line among them: a heading with its items, or items under the heading before.

    :param at_top: whether they stand above the text, where lines are titles unless all of them look like rows
    """
    texts = [pieces[index].text for index in run]
    heads = _heads(texts)
    if at_top and not (heads and len(run) > 2 and all(_SIGNS.search(text) for text in texts[1:])):
        return
    above = pieces[run[0] - 1] if run[0] else None
    under = above is not None and above.kind in (None, BlockKind.HEADING) and not ends_sentence(above.text)
    if not heads and not (under and len(run) >= _NAMES_OF_A_LIST):
        return
    for place, index in enumerate(run):
        if place == 0 and heads:
            pieces[index].kind = BlockKind.HEADING
        else:
            _mark_item(pieces[index])
