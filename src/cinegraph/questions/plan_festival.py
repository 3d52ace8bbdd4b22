"""The parts of a festival's card and of an award's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cinegraph.questions.cards import Entry, Section
from cinegraph.questions.facts import Fact, Thing, label_of
from cinegraph.questions.gather import Gathered
from cinegraph.questions.lines import Line, entries, incoming, outgoing, without

_PRIZES = {"won": "", "nominated_for": "nominated: ", "shortlisted_for": "shortlisted: "}
_HEADINGS = {"won": "Winners", "nominated_for": "Nominated", "shortlisted_for": "Shortlisted"}
_SHOWN = ("premiered_at", "screened_at")
_NO_SECTION = "Shown"


def festival_sections(gathered: Gathered) -> Sequence[Section]:
    """What it is; then its editions, the latest first: prizes, line-up by section, juries."""
    facts, me = gathered.own, gathered.thing.id
    about = [
        *outgoing(facts, me, "located_in", "In"),
        *incoming(facts, me, "founded", "Founded by"),
        *(_run_by(line, gathered) for line in incoming(facts, me, "section_of", "Sections")),
        *incoming(facts, me, "conferred_by", "Prizes"),
    ]
    order = {term: number for number, term in enumerate(("In", "Founded by", "Sections", "Prizes"))}
    return (
        Section("festival", "Festival", entries(about, order=lambda entry: order[entry.term])),
        *_editions(gathered),
    )


def _run_by(line: Line, gathered: Gathered) -> Line:
    runner = gathered.background.get(line.other.id) if isinstance(line.other, Thing) else None
    return line._replace(note=f"run by {runner}") if runner else line


def _conferred(gathered: Gathered) -> tuple[Entry, ...]:
    """Who confers the prize, as articles say; where none does, as the lexicon knows."""
    said = entries(outgoing(gathered.own, gathered.thing.id, "conferred_by", "Conferred by"))
    known = gathered.background.get(gathered.thing.id)
    return said or ((Entry(known, term="Conferred by", detail="known from the lexicon"),) if known else ())


def _editions(gathered: Gathered) -> list[Section]:
    years: dict[str, list[Line]] = {}
    for fact in gathered.own:
        if line := _edition_line(fact, gathered):
            years.setdefault((fact.year or "")[:4], []).append(line)
    years = {year: _with_works(lines, gathered) for year, lines in years.items()}
    dated = [Section(f"edition-{year}", year, _edition(years[year])) for year in sorted(years, reverse=True) if year]
    undated = [Section("edition-undated", "No year given", _edition(years[""]))] if "" in years else []
    return dated + undated


def _edition(lines: Sequence[Line]) -> tuple[Entry, ...]:
    ranks = {relation: rank for rank, relation in enumerate((*_PRIZES, *_SHOWN, "jury_member", "festival_role"))}
    # A section's films stand together, whether they were new or not.
    ranks |= dict.fromkeys(_SHOWN, ranks[_SHOWN[0]])
    return entries(_line_up(lines), order=lambda entry: (ranks[entry.facts[0].relation], entry.term))


def _line_up(lines: Sequence[Line]) -> list[Line]:
    """The lines of an edition; a film of which one article names the section, and another does not, is in it."""
    sections: dict[object, set[str]] = defaultdict(set)
    for line in lines:
        if line.fact.relation in _SHOWN and line.term != _NO_SECTION:
            sections[line.other].add(line.term)
    return [
        line._replace(term=next(iter(sections[line.other])))
        if line.term == _NO_SECTION and len(sections[line.other]) == 1
        else line
        for line in lines
    ]


def _edition_line(fact: Fact, gathered: Gathered) -> Line | None:
    if fact.relation in _PRIZES:
        term = _PRIZES[fact.relation] + label_of(fact.object)
        return _given_line(fact, without(fact.qualifiers, "festival"), gathered)._replace(term=term)
    if not _is(fact.object, gathered.thing):
        return None
    section, rest = fact.text("section"), without(fact.qualifiers, "section")
    if fact.relation in _SHOWN:
        new: dict[str, Thing | str] = (
            {"kind": "premiere"} if fact.relation == "premiered_at" and "scope" not in rest else {}
        )
        return Line(
            fact,
            fact.subject,
            rest | new,
            term=f"In {section}" if section else _NO_SECTION,
            note=_directed(fact.subject, gathered),
        )
    if fact.relation == "jury_member":
        return Line(fact, fact.subject, rest, term=f"Jury, {section}" if section else "Jury")
    return Line(fact, fact.subject, fact.qualifiers, term="Offices") if fact.relation == "festival_role" else None


def award_sections(gathered: Gathered) -> Sequence[Section]:
    """Who confers it; winners by year, for what; nominated and shortlisted apart."""
    return (
        Section("award", "Award", _conferred(gathered)),
        *(Section(key, _HEADINGS[key], _given(gathered, key)) for key in _HEADINGS),
    )


def _given(gathered: Gathered, relation: str) -> tuple[Entry, ...]:
    given = [fact for fact in gathered.own if fact.relation == relation and _is(fact.object, gathered.thing)]
    return entries(_with_works([_given_line(fact, dict(fact.qualifiers), gathered) for fact in given], gathered))


def _given_line(fact: Fact, qualifiers: dict[str, Thing | str], gathered: Gathered) -> Line:
    """The work and who got the prize for it; or whoever got it, where no work is named."""
    work = qualifiers.pop("for_work", None)
    if isinstance(work, Thing) and work.id != fact.subject.id:
        return Line(fact, work, {**qualifiers, "to": fact.subject})
    return Line(fact, fact.subject, qualifiers, note=_directed(fact.subject, gathered))


def _with_works(lines: Sequence[Line], gathered: Gathered) -> list[Line]:
    """The lines; a prize of which one article names the film, and another only who directed it, is the film's."""
    of_director: dict[tuple[str, str, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.fact.relation in _PRIZES and isinstance(line.other, Thing):
            for name in gathered.directors.get(line.other.id, ()):
                of_director[line.term, line.fact.mark, name].append(line)

    def placed(line: Line) -> Line:
        if not isinstance(line.other, Thing) or line.other.type != "Person" or line.fact.relation not in _PRIZES:
            return line
        works = of_director[line.term, line.fact.mark, line.other.label]
        said = line.qualifiers.items()
        films = {each.other: each for each in works if said <= each.qualifiers.items()}
        return line._replace(other=next(iter(films)), note=next(iter(films.values())).note) if len(films) == 1 else line

    return [placed(line) for line in lines]


def _directed(film: Thing, gathered: Gathered) -> str:
    """Who directed the film, in words, where the graph knows."""
    names = gathered.directors.get(film.id, ())
    return f"by {', '.join(names)}" if names else ""


def _is(value: Thing | str, thing: Thing) -> bool:
    return isinstance(value, Thing) and value.id == thing.id
