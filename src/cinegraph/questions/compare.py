"""Two entities side by side."""

from __future__ import annotations

from collections.abc import Iterator

from cinegraph.errors import InputError
from cinegraph.questions.answers import Table
from cinegraph.questions.cards import Card, Entry

COLUMNS = ("what", "one", "other", "both")


def compare(one: Card, other: Card) -> Table:
    """What two cards tell, line by line beside each other, and what they share.

    :raises InputError: if they are not of one kind
    :returns: rows of what is told, what the one card says, what the other says, and the names that stand on both
    """
    kinds = [each.thing.type.lower().replace("series", "film") for each in (one, other)]
    if kinds[0] != kinds[1]:
        told = f"{one.thing.label} is of the type {kinds[0]}, {other.thing.label} of the type {kinds[1]}"
        raise InputError(f"{told}; compare two of one type, or see how they are connected with: cinegraph path")
    left, right = dict(_told(one)), dict(_told(other))
    rows = []
    for what in [*left, *(key for key in right if key not in left)]:
        mine, theirs = left.get(what, ()), right.get(what, ())
        shared = {entry.name for entry in mine} & {entry.name for entry in theirs}
        rows.append((what, _words(mine), _words(theirs), "; ".join(sorted(shared)) or None))
    return Table(COLUMNS, tuple(rows))


def _told(card: Card) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The card's lines by what they tell: the heading, or the words before the name."""
    groups: dict[str, list[Entry]] = {}
    for section in card.sections:
        for entry in section.entries:
            what = f"{section.title}: {entry.term}" if entry.term else section.title
            groups.setdefault(what, []).append(entry)
    return ((what, tuple(entries)) for what, entries in groups.items())


def _words(entries: tuple[Entry, ...]) -> str | None:
    return "; ".join(dict.fromkeys(map(_word, entries))) or None


def _word(entry: Entry) -> str:
    year = f" ({entry.year})" if entry.year else ""
    mark = f" [{entry.mark}]" if entry.mark else ""
    return f"{entry.name}{year}{mark}"
