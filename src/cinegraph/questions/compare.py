"""Two entities side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from cinegraph.questions.answers import Table
from cinegraph.questions.cards import Card, Entry
from cinegraph.questions.words import statement_of

COLUMNS = ("what", "one", "other", "both")


def compare(one: Card, other: Card) -> Table:
    """What two cards tell, line by line beside each other, and what they share.

    Of two things of different kinds (a person and a film), whose lines do not stand beside each other, it is what ties
    them: the claims that stand on both cards, then the names that do.

    :returns: rows of what is told, what the one card says, what the other says, and the names that stand on both
    """
    kinds = [each.thing.type.replace("Series", "Film") for each in (one, other)]
    return Table(COLUMNS, tuple(_side_by_side(one, other) if kinds[0] == kinds[1] else _ties(one, other)))


_Row = tuple[str, str | None, str | None, str | None]


def _side_by_side(one: Card, other: Card) -> Iterator[_Row]:
    left, right = dict(_told(one)), dict(_told(other))
    for what in _merged(list(left), list(right)):
        mine, theirs = left.get(what, ()), right.get(what, ())
        shared = {entry.name for entry in mine} & {entry.name for entry in theirs}
        yield what, _words(mine), _words(theirs), "; ".join(sorted(shared)) or None


def _merged(one: list[str], other: list[str]) -> list[str]:
    """All headings of both cards; one that only the other card has stands where it stands there.

    >>> _merged(["Born", "Director", "Denied"], ["Occupation", "Born", "Lives in", "Editor"])
    ['Occupation', 'Born', 'Lives in', 'Editor', 'Director', 'Denied']
    """
    found, place = list(one), 0
    for what in other:
        if what in found:
            place = found.index(what) + 1
        else:
            found.insert(place, what)
            place += 1
    return found


def _ties(one: Card, other: Card) -> Iterator[_Row]:
    """The claims on both cards, under which heading each card has them; then what else both cards name."""
    left, right = list(_lines(one)), list(_lines(other))
    common = {fact.iri for fact in one.facts} & {fact.iri for fact in other.facts}
    for fact in one.facts:
        if fact.iri in common:
            mine, theirs = ([what for what, entry in lines if fact in entry.facts] for lines in (left, right))
            yield "said of both", _places(mine), _places(theirs), statement_of(fact)
    for id_, name in _named_on_both(one, other, common).items():
        mine, theirs = ([_placed(what, entry) for what, entry in lines if entry.id == id_] for lines in (left, right))
        yield "named on both", _places(mine), _places(theirs), name


def _named_on_both(one: Card, other: Card, common: Set[str]) -> dict[str, str]:
    """The names, by id, that each of the cards tells by a claim of its own."""
    found = []
    for card in (one, other):
        own = [entry for _, entry in _lines(card) if any(fact.iri not in common for fact in entry.facts)]
        found.append({entry.id: entry.name for entry in own if entry.id is not None})
    themselves = {one.thing.id, other.thing.id}
    return {id_: name for id_, name in found[0].items() if id_ in found[1] and id_ not in themselves}


def _lines(card: Card) -> Iterator[tuple[str, Entry]]:
    for section in card.sections:
        for entry in section.entries:
            yield (f"{section.title}: {entry.term}" if entry.term else section.title), entry


def _places(found: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(found))


def _placed(what: str, entry: Entry) -> str:
    return f"{what} ({entry.year})" if entry.year and entry.year not in what else what


def _told(card: Card) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The card's lines by what they tell: the heading, or the words before the name."""
    groups: dict[str, list[Entry]] = {}
    for what, entry in _lines(card):
        groups.setdefault(what, []).append(entry)
    return ((what, tuple(entries)) for what, entries in groups.items())


def _words(entries: tuple[Entry, ...]) -> str | None:
    return "; ".join(dict.fromkeys(map(_word, entries))) or None


def _word(entry: Entry) -> str:
    year = f" ({entry.year})" if entry.year else ""
    mark = f" [{entry.mark}]" if entry.mark else ""
    return f"{entry.name}{year}{mark}"
