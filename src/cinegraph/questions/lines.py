"""Claims gathered into lines of a card: what says less of the same thing stands on the same line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from cinegraph.questions.cards import Entry
from cinegraph.questions.facts import Fact, Thing, label_of
from cinegraph.questions.words import detail_of


class Line(NamedTuple):
    """A claim as seen from the entity of the card.

    :ivar other: what stands on the line
    :ivar qualifiers: the claim's, and what else tells it apart (``to``, ``for_work``)
    :ivar year: the year to sort by, where it is not among the qualifiers
    :ivar note: what else to tell of ``other``; it does not tell lines apart
    """

    fact: Fact
    other: Thing | str
    qualifiers: Mapping[str, Thing | str]
    year: str | None = None
    term: str = ""
    note: str = ""


_Group = tuple[Line, list[Fact]]
"""The line that says most, and the claims that say the same or less."""


def entries(lines: Iterable[Line], order: Callable[[Entry], object] | None = None) -> tuple[Entry, ...]:
    """The lines as entries, merged and sorted by year and name (what has no year comes last).

    :param order: what to sort by before the year
    """
    groups: dict[tuple[object, ...], list[_Group]] = {}
    for line in sorted(lines, key=lambda line: (-len(line.qualifiers), line.fact.iri)):
        key = (line.term, label_of(line.other), _id(line.other), line.fact.mark)
        groups.setdefault(key, [])
        _place(groups[key], line)
    made = _once([_entry(group) for each in groups.values() for group in each])
    return tuple(sorted(made, key=lambda entry: (order(entry) if order else 0, *_sort_key(entry))))


def _once(made: Iterable[Entry]) -> list[Entry]:
    """The entries; those that read the same, because they differ in what is not told, are one."""
    found: dict[Entry, list[Fact]] = {}
    for entry in made:
        found.setdefault(entry._replace(facts=()), []).extend(entry.facts)
    return [entry._replace(facts=tuple({fact.iri: fact for fact in facts}.values())) for entry, facts in found.items()]


def _place(groups: list[_Group], line: Line) -> None:
    said = line.qualifiers.items()
    for group in groups:
        if said <= group[0].qualifiers.items():
            group[1].append(line.fact)
            return
    groups.append((line, [line.fact]))


def _entry(group: _Group) -> Entry:
    line, facts = group
    year = line.qualifiers.get("year")
    told = detail_of(line.fact._replace(qualifiers=line.qualifiers))
    return Entry(
        name=label_of(line.other),
        id=_id(line.other),
        year=line.year if line.year is not None else label_of(year) if year is not None else None,
        term=line.term,
        detail=" · ".join(part for part in (line.note, told) if part),
        mark=line.fact.mark,
        facts=tuple(sorted(facts, key=lambda fact: (fact.relation, fact.iri))),
    )


def _sort_key(entry: Entry) -> tuple[object, ...]:
    return entry.year or "9999", entry.name.casefold(), entry.id or "", entry.mark, entry.detail


def _id(value: Thing | str) -> str | None:
    return value.id if isinstance(value, Thing) else None


def outgoing(facts: Sequence[Fact], entity: str, relation: str, term: str = "") -> list[Line]:
    """The claims of a relation that the entity is the subject of, as lines."""
    found = [fact for fact in facts if fact.relation == relation and fact.subject.id == entity]
    return [Line(fact, fact.object, fact.qualifiers, term=term) for fact in found]


def incoming(facts: Sequence[Fact], entity: str, relation: str, term: str = "") -> list[Line]:
    """The claims of a relation that the entity is the object of, as lines."""
    found = [fact for fact in facts if fact.relation == relation and _id(fact.object) == entity]
    return [Line(fact, fact.subject, fact.qualifiers, term=term) for fact in found]


def either(facts: Sequence[Fact], entity: str, relation: str, term: str = "") -> list[Line]:
    """The claims of a symmetric relation, from whichever end."""
    return [*outgoing(facts, entity, relation, term), *incoming(facts, entity, relation, term)]


def without(qualifiers: Mapping[str, Thing | str], *names: str) -> dict[str, Thing | str]:
    """Qualifiers but for some."""
    return {name: value for name, value in qualifiers.items() if name not in names}
