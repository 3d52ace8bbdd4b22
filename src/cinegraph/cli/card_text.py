"""Cards as plain text, set as a reference book sets its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from cinegraph.cli.plain import one_line, width
from cinegraph.cli.table import wrap

if TYPE_CHECKING:
    from cinegraph.questions.cards import Card, Entry, Section
    from cinegraph.questions.evidence import Passage

_INDENT = "  "
_TERM = 14
_NARROWEST = 40


def card_lines(card: Card, window: int | None = None) -> Iterator[str]:
    """The lines of a card.

    :param window: columns of the terminal; None leaves every line as long as it is
    """
    yield click.style(one_line(card.thing.label), bold=True)
    if also := _other_names(card):
        yield from wrapped("also " + " · ".join(also), _INDENT, window)
    yield from wrapped(one_line(f"{card.thing.id} — {card.line}"), _INDENT, window)
    for section in card.sections:
        yield ""
        yield click.style(one_line(section.title), bold=True)
        yield from _section(section, card, window)
    yield ""
    yield from wrapped(standing(card), "", window)


def _other_names(card: Card) -> list[str]:
    """The other names, without those that differ from one before in case only."""
    seen = {card.thing.label.casefold()}
    names = []
    # Of two such names the one in small letters comes first.
    for name in sorted(card.names, key=lambda name: (name.casefold(), name.isupper(), name)):
        if name.casefold() not in seen:
            seen.add(name.casefold())
            names.append(one_line(name))
    return names


def standing(card: Card) -> str:
    """What the card rests on, and what of it is not certain, in words.

    Not certain: rumoured, planned, disputed, denied.
    """
    words = f"Rests on {_count(len(card.articles), 'article')} and {_count(card.sentences, 'sentence')}."
    marks = [entry.mark for section in card.sections for entry in section.entries]
    uncertain = [
        f"{marks.count(mark)} {mark}" for mark in ("rumoured", "planned", "disputed", "denied") if mark in marks
    ]
    return words + (f" Not certain: {', '.join(uncertain)}." if uncertain else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _section(section: Section, card: Card, window: int | None) -> Iterator[str]:
    if not any(entry.term for entry in section.entries):
        years = any(entry.year for entry in section.entries)
        for entry in section.entries:
            yield from _hanging(f"{entry.year or '':<6}" if years else "", [entry], card, window)
        return
    terms = [one_line(entry.term) for entry in section.entries]
    column = max(width(term) for term in terms if width(term) <= _TERM) if min(map(width, terms)) <= _TERM else 0
    for term, each in groupby(section.entries, key=lambda entry: one_line(entry.term)):
        if width(term) > _TERM:
            yield f"{_INDENT}{term}"
            yield from _hanging(" " * (column + 2), list(each), card, window)
        else:
            yield from _hanging(term + " " * (column - width(term) + 2), list(each), card, window)


def _hanging(head: str, entries: Sequence[Entry], card: Card, window: int | None) -> Iterator[str]:
    """Entries under one head, joined by semicolons; each on its own line where its sentences follow."""
    blank = " " * width(head)
    if not card.passages and not (len(entries) > 1 and any(entry.detail for entry in entries)):
        yield from wrapped(head + "; ".join(_told(entry, card) for entry in entries), _INDENT, window, _INDENT + blank)
        return
    for number, entry in enumerate(entries):
        yield from wrapped((blank if number else head) + _told(entry, card), _INDENT, window, _INDENT + blank)
        yield from _sentences(entry, card, _INDENT + blank + _INDENT, window)


def _told(entry: Entry, card: Card) -> str:
    year = f" ({entry.year})" if entry.term and entry.year and not _dated(entry) else ""
    detail = f" — {entry.detail}" if entry.detail else ""
    ruled = [card.rulings[fact.iri].words for fact in entry.facts if fact.iri in card.rulings]
    mark = f" [{ruled[0]}]" if ruled else f" [{entry.mark}]" if entry.mark else ""
    return one_line(f"{entry.name}{year}{detail}{mark}")


def _dated(entry: Entry) -> bool:
    """Whether the heading gives the year already: the editions of a festival."""
    return bool(entry.facts) and entry.facts[0].relation in (
        "won",
        "nominated_for",
        "shortlisted_for",
        "premiered_at",
        "screened_at",
        "jury_member",
        "festival_role",
    )


def _sentences(entry: Entry, card: Card, indent: str, window: int | None) -> Iterator[str]:
    told: set[tuple[str, int, int]] = set()
    for fact in entry.facts:
        for passage in card.passages.get(fact.iri, ()):
            place = (passage.article, passage.start, passage.end)
            if place not in told:
                told.add(place)
                yield from (click.style(line, dim=True) for line in passage_lines(passage, indent, window))


def passage_lines(passage: Passage, indent: str, window: int | None) -> Iterator[str]:
    """A sentence, then where it stands."""
    yield from wrapped(f"“{one_line(passage.quote)}”", indent, window, indent + " ")
    yield from wrapped(f"— {one_line(source_of(passage))}", indent, window, indent + "  ")


def source_of(passage: Passage) -> str:
    """Where a sentence stands: title, publisher, date, the article's name, and how it is said where not as a fact."""
    parts = [passage.title, passage.publisher, passage.date]
    named = ", ".join(part for part in parts if part)
    name = f" [{passage.article}]" if passage.article != passage.title else ""
    speaker = f"; {passage.speaker} speaking" if passage.speaker else ""
    how = f"; {passage.modality}" if passage.modality != "asserted" else ""
    return f"{named}{name}{speaker}{how}"


def wrapped(text: str, indent: str, window: int | None, next_indent: str | None = None) -> Iterator[str]:
    """The text in lines that fit the window, if there is one; later lines are indented further."""
    following = next_indent if next_indent is not None else indent + _INDENT
    if window is None or width(indent + text) <= window:
        yield indent + text
        return
    room = max(window, _NARROWEST) - len(following)
    first, *rest = wrap(text, room)
    yield indent + first
    yield from (following + line.strip() for line in rest)
