"""Credits whose labels stand in lines of their own over those whom they name ("Director", below it "Ada Doe")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cinegraph.extract.credit_labels import labels
from cinegraph.extract.credit_lines import Credits, credits_of
from cinegraph.extract.line_fields import Line
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind

_LONGEST, _MOST, _NEAR = 70, 40, 8
# "Cast (in credits order)"
_IN_ORDER = re.compile(r" \((?:in )?[^()]*\border\b[^()]*\)$|\s*\(\d{1,3}\)$")
# "Ada Doe ... executive producer"
_ROW = re.compile(r"(?P<name>[^|…\t]{3,60}?)[ |]*(?:\.{3,}|…+)[ |]*(?P<rest>[^….][^…]{0,79})")
_LESSER = re.compile(r"\b(?:executive|associate|line|co-?|assistant|supervising|consulting|additional|delegate|assistant) ?(?:producer|editor|director|composer|writer)|\b(?:novel|book|play|characters|based on|uncredited)\b", re.IGNORECASE)
_NO_LABEL = frozenset({"with", "stars", "studio", "studios", "land", "production"})


def stanza_of(lines: Sequence[Line], index: int, lexicon: Lexicon) -> tuple[Credits, int] | None:
    """The credits of a label in a line of its own and of the lines of names under it.

    :returns: the credits and the index of the first line behind them; None where the line is no such label
    """
    label = _bare(lines[index])
    if labels().others.fullmatch(label):
        return _passed_over(lines, index)
    if not (is_label(label) or _stands_between_labels(lines, index)):
        return None
    found = Credits(lines[index].start, lines[index].end)
    prefix = f"{label}: "
    below = index + 1
    while below < len(lines) and below - index <= _MOST:
        line = lines[below]
        row = _ROW.fullmatch(line.text)
        if row is not None:
            line = replace(line, end=line.start + len(row["name"]), text=row["name"])
        if len(line.text) > _LONGEST or line.text.endswith(":") or (line.kind is BlockKind.TABLE_ROW and row is None) or is_label(_bare(line)):
            break
        if row is not None and _LESSER.search(row["rest"]):
            below += 1
            continue
        if line.gap and below > index + 1 and not lines[index + 1].gap:
            break
        start = line.start - len(prefix)
        named = credits_of(replace(line, start=start, text=prefix + line.text), lexicon)
        spans = [] if named is None else [span for span, _ in named.names]
        told = named is not None and not named.people and bool(named.countries or named.year or named.minutes)
        if named is None or not (spans or told) or any(begin < line.start for begin, _ in spans) or named.end < line.end:
            break
        countries = found.countries
        found.add(named)
        found.countries = [*countries, *named.countries]
        if row is not None and named.people and all(relation == "cast_member" for relation, _ in named.people):
            found.roles[named.people[-1][1]] = row["rest"].strip(" |()")
        found.end = lines[below].end
        below += 1
    found.labelled = 1
    return (found, below) if below > index + 1 else None


def _bare(line: Line) -> str:
    """What a line says without its signs, and without what is said of the order of those below."""
    return _IN_ORDER.sub("", line.text.strip(" :*_#"))


def is_label(text: str) -> bool:
    """Whether a line is nothing but the label of a credit.

    >>> is_label("Director of photography"), is_label("Night Bus")
    (True, False)
    """
    if not text[:1].isupper() or len(text) > 30 or text.casefold() in _NO_LABEL:
        return False
    known = labels()
    return any(whole.fullmatch(text) for _, whole in [*known.relations, *known.companies, *known.crafts, *known.facts])


def _passed_over(lines: Sequence[Line], index: int) -> tuple[Credits, int] | None:
    """A label of no craft that is stated ("Sound") and the line under it, where labels stand before and behind the two."""
    if not 1 < index < len(lines) - 1 or len(lines[index + 1].text) > _LONGEST or not _is_any_label(lines[index - 2].text):
        return None
    if index + 2 < len(lines) and not _is_any_label(lines[index + 2].text):
        return None
    return Credits(lines[index].start, lines[index + 1].end), index + 2


def _is_any_label(text: str) -> bool:
    said = text.strip(" :*_#")
    return is_label(said) or said.casefold() in _NO_LABEL or labels().others.fullmatch(said) is not None


def _stands_between_labels(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a label that may be much else ("Production"): labels stand a few short lines before and behind it, as over other names."""
    if lines[index].text.strip(" :*_#").casefold() not in _NO_LABEL or not 1 < index < len(lines) - 2:
        return False
    before, behind = lines[max(0, index - _NEAR) : index - 1], lines[index + 2 : index + 2 + _NEAR]
    return _has_label(reversed(before), lines[index - 1]) and _has_label(behind, lines[index + 1])


def _has_label(lines: Iterable[Line], first: Line) -> bool:
    """Whether a label is among lines, the nearest first, before one that is no short line."""
    if len(first.text) > _LONGEST or _is_any_label(first.text):
        return False
    for line in lines:
        if len(line.text) > _LONGEST:
            return False
        if _is_any_label(line.text):
            return True
    return False
