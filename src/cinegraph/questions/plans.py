"""Which parts a card has, for each type of entity."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cinegraph.questions.cards import Section
from cinegraph.questions.facts import Fact
from cinegraph.questions.gather import Gathered
from cinegraph.questions.lines import Line, entries, outgoing
from cinegraph.questions.plan_festival import award_sections, festival_sections
from cinegraph.questions.plan_film import film_sections
from cinegraph.questions.plan_person import person_sections
from cinegraph.questions.words import PHRASES

_PLANS: dict[str, Callable[[Gathered], Sequence[Section]]] = {
    "Person": person_sections,
    "Film": film_sections,
    "Series": film_sections,
    "Festival": festival_sections,
    "Award": award_sections,
}


def sections_of(gathered: Gathered) -> tuple[Section, ...]:
    """The parts of a card. What no part of the plan shows comes under "Also"; what is denied, and what a person has
    rejected, comes last, only there."""
    denied = [fact for fact in gathered.own if fact.status == "denied"]
    rejected = [fact for fact in gathered.own if fact.status == "rejected"]
    kept = gathered._replace(own=_standing(gathered.own), around=_standing(gathered.around))
    former = outgoing(kept.own, gathered.thing.id, "former_name")
    planned = (
        Section("former_names", "Former names", entries(former)),
        *_PLANS.get(gathered.thing.type, _nothing)(kept),
    )
    shown = {fact.iri for section in planned for entry in section.entries for fact in entry.facts}
    rest = [fact for fact in kept.own if fact.iri not in shown]
    return (
        *planned,
        _told("also", "Also", gathered, rest),
        _told("denied", "Denied", gathered, denied),
        _told("rejected", "Rejected", gathered, rejected),
    )


def _standing(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.status not in ("denied", "rejected"))


def _nothing(_: Gathered) -> Sequence[Section]:
    return ()


def _told(key: str, title: str, gathered: Gathered, facts: Sequence[Fact]) -> Section:
    """Claims as they are said: the words of the relation, and the other end."""
    lines = []
    for fact in facts:
        if fact.subject.id == gathered.thing.id:
            lines.append(Line(fact, fact.object, fact.qualifiers, term=PHRASES[fact.relation]))
        else:
            other = "" if fact.object == gathered.thing else f" {_name(fact)}"
            lines.append(Line(fact, fact.subject, fact.qualifiers, term=f"… {PHRASES[fact.relation]}{other}"))
    return Section(key, title, entries(lines, order=lambda entry: entry.term))


def _name(fact: Fact) -> str:
    return fact.object if isinstance(fact.object, str) else fact.object.label
