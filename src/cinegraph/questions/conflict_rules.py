"""Rules that find accepted claims which cannot all be so: impossible orders, and one credit or prize given to two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from cinegraph.questions.conflicts import Conflict
from cinegraph.questions.evidence import Passage
from cinegraph.questions.facts import Fact, Thing, label_of

_PRIZES = ("won", "nominated_for", "shortlisted_for")
_UNFINISHED = frozenset({"planned", "filming", "in production", "shooting", "being shot", "in development"})
_SOLE = ("director", "cinematographer", "editor", "composer")
"""The credits that are mostly one person's; where several share one, an article names them together."""
_SHARED_BY_NATURE = ("mention", "distinction")

DATED = (
    "VALUES ?relation { cg:publicationYear cg:premieredAt cg:screenedAt cg:won cg:nominatedFor cg:shortlistedFor"
    " cg:birthDate cg:director cg:productionStatus cg:theatricalRelease } "
    'VALUES ?status { "accepted" "planned" } ?claim rdf:predicate ?relation ; cg:status ?status'
)
"""The pattern of the claims that :func:`out_of_order` looks at."""

NAMED = (
    "VALUES ?relation { cg:director cg:cinematographer cg:editor cg:composer cg:won } "
    '?claim rdf:predicate ?relation ; cg:status "accepted"'
)
"""The pattern of the claims that :func:`differences` looks at."""


def out_of_order(facts: Sequence[Fact], said: Mapping[str, Sequence[Passage]]) -> Iterator[Conflict]:
    """What cannot have happened in the order that is given.

    :param said: the sentences behind the claims about the state of production: the dates of their articles count
    """
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.status == "accepted" or fact.relation == "production_status":
            by_subject[fact.subject.id].append(fact)
    born = {fact.subject.id: fact for fact in facts if fact.relation == "birth_date" and fact.holds}
    for own in by_subject.values():
        yield from _film_order(own, born)
        yield from _unfinished(own, said)


def _film_order(own: Sequence[Fact], born: Mapping[str, Fact]) -> Iterator[Conflict]:
    released = [fact for fact in own if fact.relation == "publication_year"]
    premieres = [fact for fact in own if fact.relation == "premiered_at" and (fact.text("scope") or "world") == "world"]
    for fact in own:
        for release in released:
            # A film is often dated by its release in the year after its first showing.
            if fact.relation in _PRIZES and _before(fact.year, label_of(release.object), 1):
                yield Conflict("order", "prize", "a prize before the film", (fact, release))
            if fact.relation in ("screened_at", "premiered_at") and _before(fact.year, label_of(release.object), 1):
                yield Conflict("order", "premiere", "a screening before the film", (fact, release))
        for premiere in premieres:
            if fact.relation in ("screened_at", "theatrical_release") and _before(fact.year, premiere.year, 0):
                yield Conflict("order", "premiere", "a screening before the premiere", (fact, premiere))
        if fact.relation == "director" and not isinstance(fact.object, str) and fact.object.id in born:
            birth = born[fact.object.id]
            for release in released:
                if _before(label_of(release.object), label_of(birth.object), -10):
                    reason = "a film before its director was ten years old"
                    yield Conflict("order", "age", reason, (release, birth))


def _unfinished(own: Sequence[Fact], said: Mapping[str, Sequence[Passage]]) -> Iterator[Conflict]:
    """A film that an article of a later year than its first showing still speaks of as planned or being shot."""
    shown = [
        (year, fact)
        for fact in own
        if fact.relation in ("publication_year", "premiered_at", "screened_at")
        and (year := label_of(fact.object) if fact.relation == "publication_year" else fact.year)
    ]
    for fact in own:
        if fact.relation == "production_status" and label_of(fact.object).casefold() in _UNFINISHED and shown:
            year, first = min(shown, key=lambda pair: (pair[0], pair[1].iri))
            dates = [passage.date for passage in said.get(fact.iri, ()) if passage.date]
            if dates and _before(year, max(dates), 0):
                reason = f"finished before it was begun: {label_of(fact.object)} in {max(dates)[:4]}, out in {year[:4]}"
                yield Conflict("order", "production", reason, (fact, first))


def _before(one: str | None, other: str | None, slack: int) -> bool:
    """Whether one year lies more than ``slack`` years before another."""
    if not one or not other or not (one[:4].isdecimal() and other[:4].isdecimal()):
        return False
    return int(one[:4]) < int(other[:4]) - slack


def contested(facts: Sequence[Fact]) -> list[Fact]:
    """The claims of one credit or one prize that is given to several: worth a closer look."""
    return [fact for group in _groups(facts) if len(group) > 1 for fact in group]


def differences(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """One credit or one prize that articles give to different people or films, none of them to both.

    :param facts: those of :func:`contested`, with the articles behind them
    """
    for group in _groups(facts):
        for one, other in _apart(group):
            if one.relation == "won":
                names = _told_apart(one.subject, other.subject)
                if _may_be_one_prize(one, other):
                    yield Conflict("difference", "prize", f"the same prize is given to another: {names}", (one, other))
            else:
                role, names = one.relation.replace("_", " "), _told_apart(one.object, other.object)
                yield Conflict("difference", "credit", f"another {role} is named: {names}", (one, other))


def _told_apart(one: Thing | str, other: Thing | str) -> str:
    """Both names; two of one name with their ids."""
    if label_of(one) != label_of(other) or isinstance(one, str) or isinstance(other, str):
        return f"{label_of(one)}, {label_of(other)}"
    return f"{one.label} ({one.id}), {other.label} ({other.id})"


def _groups(facts: Sequence[Fact]) -> list[list[Fact]]:
    groups: dict[tuple[str | None, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.relation in _SOLE and fact.holds:
            groups[fact.subject.id, fact.relation].append(fact)
        elif fact.relation == "won" and fact.year and fact.text("festival") and _has_one_winner(fact):
            groups[_id(fact.object), fact.year, fact.text("festival")].append(fact)
    return list(groups.values())


def _apart(group: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The pairs that no article names together; none where an article names several, for then it was shared."""
    count: dict[str, int] = defaultdict(int)
    for fact in group:
        for article in fact.articles:
            count[article] += 1
    if max(count.values(), default=0) < 2:
        yield from combinations(group, 2)


def _has_one_winner(fact: Fact) -> bool:
    return not any(word in label_of(fact.object).casefold() for word in _SHARED_BY_NATURE)


def _may_be_one_prize(one: Fact, other: Fact) -> bool:
    """Whether two wins are of one prize: not in two sections, and not a film's and its maker's."""
    sections = {section for fact in (one, other) if (section := fact.text("section"))}
    works = [_work(fact) for fact in (one, other)]
    same_kind = one.subject.type == other.subject.type
    return (
        len(sections) < 2 and one.subject != other.subject and works[0] != works[1] and (same_kind or None not in works)
    )


def _work(fact: Fact) -> str | None:
    if fact.subject.type in ("Film", "Series"):
        return fact.subject.id
    return _id(fact.qualifiers.get("for_work"))


def _id(value: Thing | str | None) -> str | None:
    return value.id if isinstance(value, Thing) else None
