"""The parts of a film's card."""

from __future__ import annotations

from collections.abc import Sequence

from cinegraph.questions.cards import Section
from cinegraph.questions.facts import Fact, Thing
from cinegraph.questions.gather import CREDITS, Gathered
from cinegraph.questions.lines import Line, entries, incoming, outgoing, without
from cinegraph.questions.plan_person import AWARDS

_FACTS = (
    ("publication_year", "Year"),
    ("form", "Form"),
    ("production_status", "Status"),
    ("country", "Country"),
    ("language", "Language"),
    ("genre", "Genre"),
    ("runtime", "Minutes"),
    ("main_subject", "About"),
    ("set_in_place", "Set in"),
    ("set_in_period", "Time"),
    ("filming_location", "Shot in"),
    ("production_company", "Made by"),
    ("distributor", "Distributor"),
    ("original_network", "Shown on"),
    ("based_on", "Based on"),
    ("inspired_by", "Inspired by"),
)
_TERMS = ("Director", "Screenplay", "Camera", "Editing", "Music", "Producer", "Cast")
_RUN = (("premiered_at", "premiere"), ("screened_at", "shown"), ("theatrical_release", "in cinemas"))


def film_sections(gathered: Gathered) -> Sequence[Section]:
    """What it is; credits; its run at festivals and in cinemas; prizes won, apart from nominations; ties."""
    facts, me = gathered.own, gathered.thing.id
    run = [line for relation, term in _RUN for line in outgoing(facts, me, relation, term)]
    ties = [
        *incoming(facts, me, "worked_on", "Worked on it"),
        *incoming(facts, me, "left_project", "Left it"),
        *incoming(facts, me, "based_on", "Basis of"),
        *incoming(facts, me, "influenced_by", "Influence on"),
    ]
    credits = zip(CREDITS, _TERMS, strict=True)
    return (
        _terms("facts", "Film" if gathered.thing.type == "Film" else "Series", gathered, _FACTS),
        _terms("credits", "Credits", gathered, tuple(credits)),
        Section("run", "Festivals and release", entries(_years_first(run))),
        *(Section(relation, title, entries(prizes(gathered, relation))) for relation, title in AWARDS),
        Section("submissions", "Submitted for prizes", entries(outgoing(facts, me, "submitted_by", "by"))),
        Section("ties", "Ties", entries(ties, order=lambda entry: entry.term)),
    )


def _terms(key: str, title: str, gathered: Gathered, plan: Sequence[tuple[str, str]]) -> Section:
    lines = [line for relation, term in plan for line in outgoing(gathered.own, gathered.thing.id, relation, term)]
    order = {term: number for number, (_, term) in enumerate(plan)}
    return Section(key, title, entries(lines, order=lambda entry: order[entry.term]))


def _years_first(lines: Sequence[Line]) -> list[Line]:
    """How it was shown goes into the detail, so that the run reads in order of year."""
    return [Line(line.fact, line.other, {**line.qualifiers, **_kind(line)}) for line in lines]


def _kind(line: Line) -> dict[str, Thing | str]:
    return {} if "scope" in line.qualifiers else {"kind": line.term}


def prizes(gathered: Gathered, relation: str) -> list[Line]:
    """The film's prizes, and those that somebody got for it."""
    me = gathered.thing.id
    lines = outgoing(gathered.own, me, relation)
    for fact in gathered.own:
        if fact.relation == relation and _work(fact) == me and fact.subject.id != me:
            lines.append(Line(fact, fact.object, {**without(fact.qualifiers, "for_work"), "to": fact.subject}))
    return lines


def _work(fact: Fact) -> str | None:
    work = fact.qualifiers.get("for_work")
    return work.id if isinstance(work, Thing) else None
