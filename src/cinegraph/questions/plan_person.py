"""The parts of a person's card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cinegraph.questions.cards import Entry, Section
from cinegraph.questions.facts import Fact, Thing, label_of
from cinegraph.questions.gather import CREDITS, Gathered
from cinegraph.questions.lines import Line, either, entries, incoming, outgoing, without

_LIFE = (
    ("birth_date", "Born"),
    ("birth_place", "Birthplace"),
    ("age_at", "Age"),
    ("nationality", "Nationality"),
    ("ethnicity", "Ethnicity"),
    ("occupation", "Occupation"),
    ("residence", "Lives in"),
    ("work_location", "Works in"),
    ("educated_at", "Studied at"),
    ("taught_at", "Taught at"),
    ("founded", "Founded"),
    ("employer", "Worked for"),
    ("statement_of_retirement", "On retiring"),
)
_ROLES = ("Director", "Screenwriter", "Cinematographer", "Editor", "Composer", "Producer", "In the cast")
AWARDS = (("won", "Awards won"), ("nominated_for", "Nominated for"), ("shortlisted_for", "Shortlisted for"))
_REGULAR = 2
"""From how many films together somebody counts as a collaborator."""


def person_sections(gathered: Gathered) -> Sequence[Section]:
    """Life; credits by role in order of year; prizes won, apart from nominations and shortlists; ties."""
    facts, me = gathered.own, gathered.thing.id
    life = [line for relation, term in _LIFE for line in _precise(outgoing(facts, me, relation, term))]
    order = {term: number for number, (_, term) in enumerate(_LIFE)}
    return (
        Section("life", "Life", entries(life, order=lambda entry: order[entry.term])),
        *(_credits(gathered, relation, title) for relation, title in zip(CREDITS, _ROLES, strict=True)),
        _list("other_work", "Other work", [*_dated(gathered, "worked_on"), *_dated(gathered, "left_project")]),
        *(Section(relation, title, entries(_prizes(gathered, relation))) for relation, title in AWARDS),
        _list("teachers", "Teachers", outgoing(facts, me, "student_of")),
        _list("students", "Students", incoming(facts, me, "student_of")),
        _list("classmates", "Classmates", either(facts, me, "classmate_of")),
        Section("collaborators", "Collaborators", _collaborators(gathered)),
        _list("partner", "Partner", either(facts, me, "partner_of")),
        _list("influences", "Influenced by", outgoing(facts, me, "influenced_by")),
        _list("influenced", "Influence on", incoming(facts, me, "influenced_by")),
        _list("juries", "Juries", outgoing(facts, me, "jury_member")),
        _list("festival_roles", "Offices at festivals", outgoing(facts, me, "festival_role")),
        _list("works", "Books and other works", outgoing(facts, me, "author_of")),
        _list("interviews", "Interviews", outgoing(facts, me, "interviewed_by")),
    )


def _precise(lines: Sequence[Line]) -> list[Line]:
    """A date of which another line gives more (1985, of 1985-01-25) is told as that one."""
    dates = sorted(label_of(line.other) for line in lines if line.fact.relation == "birth_date" and not line.fact.mark)
    fuller = {date: max((other for other in dates if other.startswith(date)), key=len) for date in dates}
    return [
        line if line.fact.mark else line._replace(other=fuller.get(label_of(line.other), line.other)) for line in lines
    ]


def _list(key: str, title: str, lines: Sequence[Line]) -> Section:
    return Section(key, title, entries(lines))


def _credits(gathered: Gathered, relation: str, title: str) -> Section:
    lines = incoming(gathered.own, gathered.thing.id, relation)
    return Section(relation, title, entries([_with_year(line, gathered) for line in lines]))


def _dated(gathered: Gathered, relation: str) -> list[Line]:
    words = {"worked_on": "worked on it", "left_project": "left it"}[relation]
    lines = outgoing(gathered.own, gathered.thing.id, relation)
    return [_with_year(line._replace(qualifiers={**line.qualifiers, "kind": words}), gathered) for line in lines]


def _with_year(line: Line, gathered: Gathered) -> Line:
    year = gathered.years.get(line.other.id) if isinstance(line.other, Thing) else None
    return line if "year" in line.qualifiers else line._replace(year=year)


def _prizes(gathered: Gathered, relation: str) -> list[Line]:
    """The person's own prizes, and those of the films that the person directed."""
    me = gathered.thing.id
    directed = {
        fact.subject.id
        for fact in gathered.own
        if fact.relation == "director" and isinstance(fact.object, Thing) and fact.object.id == me and fact.holds
    }
    lines = outgoing(gathered.own, me, relation)
    for fact in gathered.around:
        if fact.relation == relation and fact.subject.id in directed:
            lines.append(Line(fact, fact.object, {**without(fact.qualifiers, "for_work"), "for_work": fact.subject}))
    return lines


def _collaborators(gathered: Gathered) -> tuple[Entry, ...]:
    """Who is said to have worked with the person, and who shares credits with the person on two films or more."""
    shared = _shared_films(gathered)
    said = entries(either(gathered.own, gathered.thing.id, "collaborated_with"))
    told = [entry._replace(detail=_together(shared.pop(entry.id or "", {}), entry.detail)) for entry in said]
    regular = [
        Entry(fact_list[0][0].label, fact_list[0][0].id, detail=_together(films), facts=_unique(fact_list))
        for films in shared.values()
        if len(films) >= _REGULAR
        for fact_list in [[pair for pairs in films.values() for pair in pairs]]
    ]
    count = {entry.id: entry.detail for entry in (*told, *regular)}
    return tuple(sorted((*told, *regular), key=lambda entry: (-_number(count[entry.id]), entry.name, entry.id or "")))


_Films = dict[str, list[tuple[Thing, Fact]]]


def _shared_films(gathered: Gathered) -> dict[str, _Films]:
    """For each other person the films with a credit of both, and the claims that say so."""
    mine = {
        fact.subject.id
        for fact in gathered.own
        if fact.relation in CREDITS and fact.object == gathered.thing and fact.holds
    }
    found: dict[str, _Films] = defaultdict(lambda: defaultdict(list))
    for fact in gathered.around:
        other = fact.object
        credited = fact.relation in CREDITS and fact.subject.id in mine and fact.holds
        if credited and isinstance(other, Thing) and other != gathered.thing:
            found[other.id][fact.subject.label].append((other, fact))
    return found


def _together(films: _Films, detail: str = "") -> str:
    if not films:
        return detail
    noun = "film" if len(films) == 1 else "films"
    return f"{len(films)} {noun} together: {', '.join(sorted(films))}" + (f" · {detail}" if detail else "")


def _number(detail: str) -> int:
    first = detail.split(" ", 1)[0]
    return int(first) if first.isdigit() else 0


def _unique(pairs: Sequence[tuple[Thing, Fact]]) -> tuple[Fact, ...]:
    return tuple({fact.iri: fact for _, fact in pairs}.values())
