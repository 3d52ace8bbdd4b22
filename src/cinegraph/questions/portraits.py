"""One line that tells an entity apart from others of the same name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.questions.facts import Fact, Thing, facts_about, label_of, things_of
from cinegraph.rdf.terms import entity_iri

if TYPE_CHECKING:
    from cinegraph.store import Store

_DATED = ("publication_year", "premiered_at", "screened_at", "won", "nominated_for", "shortlisted_for")
"""The relations that tell a film's year, the most telling first."""


_TRADES = {
    "director": "director",
    "screenwriter": "screenwriter",
    "cinematographer": "cinematographer",
    "editor": "editor",
    "composer": "composer",
    "producer": "producer",
    "cast_member": "actor",
}
"""What somebody is who has such a credit, the most telling first."""


class Portrait(NamedTuple):
    """What tells an entity apart.

    :ivar line: as in ``Closeness (2017), film by Kantemir Balagov``
    :ivar years: the years that a film may be called by
    :ivar what: the same without the name, as in ``film of 2017 by Kantemir Balagov``
    """

    line: str
    years: tuple[str, ...] = ()
    what: str = ""


def portraits(store: Store, ids: Collection[str]) -> dict[str, Portrait]:
    """A portrait of each entity, by its id."""
    things = things_of(store, [entity_iri(each) for each in ids])
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts_about(store, ids, ("rdf:subject", "rdf:object")):
        facts[fact.subject.id].append(fact)
        if isinstance(fact.object, Thing):
            facts[fact.object.id].append(fact)
    found = {thing.id: portrait_of(thing, facts[thing.id]) for thing in things.values()}
    times = Counter(each.line for each in found.values())
    return {
        id: each._replace(line=each.line + _named_in(facts[id])) if times[each.line] > 1 else each
        for id, each in found.items()
    }


def film_years(facts: Sequence[Fact], film: str) -> tuple[str, ...]:
    """The years that a film may be called by: of its release, else of its first screening or prize; the first is best.

    :param facts: claims, among them those about the film
    """
    own = [fact for fact in facts if fact.subject.id == film and fact.status not in ("denied", "rejected")]
    for relation in _DATED:
        given = [fact for fact in own if fact.relation == relation]
        years = [label_of(fact.object) if relation == "publication_year" else fact.year for fact in given]
        certain = [year for year, fact in zip(years, given, strict=True) if fact.holds and year]
        if found := sorted(set(certain)) or sorted({year for year in years if year}):
            return tuple(year[:4] for year in found)
    return ()


def portrait_of(thing: Thing, facts: Sequence[Fact], since: str | None = None) -> Portrait:
    """What tells an entity apart, from the claims about it; where nothing else does, the articles that name it.

    :param since: the first year of a festival, where ``facts`` are those of its latest only
    """
    if thing.type in ("Film", "Series"):
        return _film(thing, facts)
    what = _person(thing, facts) if thing.type == "Person" else _other(thing, facts, since)
    return Portrait(f"{thing.label}, {what}", what=what)


def _film(thing: Thing, facts: Sequence[Fact]) -> Portrait:
    years = film_years(facts, thing.id)
    kind, directors = thing.type.lower(), _objects(facts, thing, "director")
    by = f" by {directors}" if directors else ""
    named = "" if directors else _named_in(facts)
    line = f"{thing.label}{f' ({years[0]})' if years else ''}, {kind}{by}{named}"
    return Portrait(line, years, f"{kind}{f' of {years[0]}' if years else ''}{by}{named}")


def _person(thing: Thing, facts: Sequence[Fact]) -> str:
    trades = _objects(facts, thing, "occupation") or ", ".join(_trades(thing, facts)) or "person"
    dates = [fact for fact in facts if fact.relation == "birth_date" and fact.subject.id == thing.id and fact.holds]
    born = max((label_of(fact.object) for fact in dates), key=len, default="")
    films = {fact.subject.label for fact in facts if fact.holds and fact.subject.type in ("Film", "Series")}
    line = trades + (f", born {born}" if born else "")
    return line + (f"; {', '.join(sorted(films)[:3])}" if films else "" if born else _named_in(facts))


def _trades(thing: Thing, facts: Sequence[Fact]) -> list[str]:
    """What the person is by the credits, at most two: those of most films first; directing counts twice."""
    count = Counter(
        fact.relation for fact in facts if fact.holds and fact.relation in _TRADES and _id(fact.object) == thing.id
    )
    order = list(_TRADES)
    count["director"] *= 2
    ranked = sorted(+count, key=lambda each: (-count[each], order.index(each)))
    return [_TRADES[each] for each in ranked[:2]]


def _other(thing: Thing, facts: Sequence[Fact], since: str | None) -> str:
    kind = thing.type.lower()
    for relation, words in (("section_of", "of"), ("conferred_by", "conferred by"), ("located_in", "in")):
        if places := _objects(facts, thing, relation):
            kind += f" {words} {places}"
            break
    else:
        if thing.type not in ("Festival", "Award", "Place"):
            return kind + _named_in(facts)
    return kind + _span(facts, since) if thing.type == "Festival" else kind + _winners(thing, facts)


def _span(facts: Sequence[Fact], since: str | None) -> str:
    """The first and the last year of a festival that the graph knows of."""
    years = sorted(({since} if since else set()) | {fact.year[:4] for fact in facts if fact.holds and fact.year})
    return "" if not years else f"; {years[0]}–{years[-1]}" if years[0] != years[-1] else f"; {years[0]}"


def _winners(thing: Thing, facts: Sequence[Fact]) -> str:
    """Who won it last."""
    won = [fact for fact in facts if fact.relation == "won" and fact.holds and _id(fact.object) == thing.id]
    won.sort(key=lambda fact: (fact.year or "", fact.subject.label), reverse=True)
    names = list(dict.fromkeys(fact.subject.label for fact in won))[:2]
    return f"; won by {', '.join(names)}" if names else ""


def _named_in(facts: Sequence[Fact]) -> str:
    articles = sorted({article for fact in facts for article in fact.articles})
    return f"; named in {articles[0]}" if articles else ""


def _id(value: Thing | str) -> str | None:
    return value.id if isinstance(value, Thing) else None


def _objects(facts: Sequence[Fact], thing: Thing, relation: str) -> str:
    found = [fact for fact in facts if fact.subject.id == thing.id and fact.relation == relation and fact.holds]
    return ", ".join(dict.fromkeys(label_of(fact.object) for fact in found[:3]))
