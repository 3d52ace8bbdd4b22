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
_TERM = 16
_NARROWEST = 40
_NAMES = 8
"""So many other names are told; a festival has thirty. JSON has all."""


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
    if card.earlier:
        yield ""
        yield from wrapped(_left_out(card), "", window)
    yield ""
    nothing = card.year is not None and not card.sections
    yield from wrapped(f"Nothing is told of {one_line(str(card.year))}." if nothing else standing(card), "", window)


def _left_out(card: Card) -> str:
    last, first = one_line(card.earlier[0]), one_line(card.earlier[-1])
    years = "one earlier year" if len(card.earlier) == 1 else f"{len(card.earlier)} earlier years"
    span = last if len(card.earlier) == 1 else f"{first}–{last}"
    return f"… and {years}, {span} (--all for every year, --year {last} for one)."


def _other_names(card: Card) -> list[str]:
    """The other names, without those that differ from one before in case only; of many the first and how many more."""
    seen = {card.thing.label.casefold()}
    names = []
    # Of two such names the one in small letters comes first.
    for each in sorted(card.named, key=lambda each: (each.name.casefold(), each.name.isupper(), each.name)):
        # Former names have a part of their own.
        if each.kind != "former" and each.name.casefold() not in seen:
            seen.add(each.name.casefold())
            names.append(one_line(each.told))
    more = len(names) - _NAMES
    return [*names[:_NAMES], f"and {more} more"] if more > 1 else names


def standing(card: Card) -> str:
    """What the card rests on, and what of it is not certain, in words.

    Not certain: rumoured, planned, disputed, denied.
    """
    told = "What is told here rests" if card.earlier else "Rests"
    words = f"{told} on {_count(len(card.articles), 'article')} and {_count(card.sentences, 'sentence')}."
    marks = [entry.mark for section in card.sections for entry in section.entries]
    uncertain = [
        f"{marks.count(mark)} {mark}" for mark in ("rumoured", "planned", "disputed", "denied") if mark in marks
    ]
    return words + (f" Not certain: {', '.join(uncertain)}." if uncertain else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _section(section: Section, card: Card, window: int | None) -> Iterator[str]:
    section = _apart(section)
    if not any(entry.term for entry in section.entries):
        years = any(entry.year for entry in section.entries)
        for entry in section.entries:
            # A blank below a year would read as that year.
            yield from _hanging(f"{entry.year or '–':<6}" if years else "", [entry], card, window)
        return
    terms = [one_line(entry.term) for entry in section.entries]
    # Beside their lines where all are short, else above them.
    column = max(map(width, terms)) if max(map(width, terms)) <= _TERM else 0
    for term, each in groupby(section.entries, key=lambda entry: one_line(entry.term)):
        if column:
            yield from _hanging(term + " " * (column - width(term) + 2), list(each), card, window)
        else:
            if term:
                yield f"{_INDENT}{term}"
            yield from _hanging("  ", list(each), card, window)


def _apart(section: Section) -> Section:
    """The section with what tells two things of one name apart behind their names: the type, or else the id."""
    ids: dict[str, set[str]] = {}
    for entry in section.entries:
        if entry.id is not None:
            ids.setdefault(entry.name, set()).add(entry.id)
    return section._replace(entries=tuple(_named_apart(entry, ids.get(entry.name, set())) for entry in section.entries))


def _named_apart(entry: Entry, ids: set[str]) -> Entry:
    if entry.id is None or len(ids) < 2:
        return entry
    kinds = {each.partition("/")[0] for each in ids}
    return entry._replace(name=f"{entry.name} ({entry.id.partition('/')[0] if len(kinds) == len(ids) else entry.id})")


def _hanging(head: str, entries: Sequence[Entry], card: Card, window: int | None) -> Iterator[str]:
    """Entries under one head, joined by semicolons; each on its own line where its sentences follow."""
    blank = " " * width(head)
    apart = len(entries) > 1 and (not head.strip() or any(entry.detail for entry in entries))
    if not card.passages and not apart:
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
