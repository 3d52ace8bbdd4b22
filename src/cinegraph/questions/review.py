"""What a person should look at: doubtful merges, merges made on little, claims that rest on little."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.questions.answers import Table
from cinegraph.questions.cards import passage_document
from cinegraph.questions.evidence import Passage, passages
from cinegraph.questions.facts import Fact, Thing, facts_about, facts_where, iris, label_of, texts_of, things_of
from cinegraph.questions.portraits import portraits
from cinegraph.questions.words import statement_of

if TYPE_CHECKING:
    from cinegraph.store import Store

SCHEMA = "cinegraph-review/1"
KINDS = ("doubt", "merge", "claim")
COLUMNS = ("id", "answer", "answers", "kind", "question", "reason", "quote", "article", "date")
_SHOWN = 3
_FIRM = re.compile(r"same |the same |another title|“also known as”|“formerly”|decided")
"""How the reasons of merges begin that nobody need look at: the names are the same, or an article says so."""

_DOUBTS = (
    "SELECT ?doubt ?left ?right ?reason ?score WHERE { GRAPH graph:entities { ?doubt a cg:Doubt ; "
    "cg:leftEntity ?left ; cg:rightEntity ?right ; cg:reason ?reason . OPTIONAL { ?doubt cg:score ?score } } }"
)
_MERGES = (
    "SELECT ?merge ?entity ?left ?right ?reason WHERE { GRAPH graph:entities { ?entity cg:merge ?merge . "
    "?merge cg:leftName ?left ; cg:rightName ?right ; cg:reason ?reason } FILTER (?left != ?right) }"
)
# Claims with a single sentence; whether a pronoun in it was understood by what stands near, whether it only follows.
_WEAK = (
    "SELECT ?claim (COUNT(DISTINCT ?guess) AS ?guesses) (COUNT(DISTINCT ?rule) AS ?follows) WHERE { "
    "?evidence oa:hasBody ?claim ; oa:hasTarget ?target . "
    'OPTIONAL { ?evidence cg:step ?guess FILTER (CONTAINS(?guess, "nearest")) } '
    "OPTIONAL { ?evidence cg:entailedBy ?rule } } GROUP BY ?claim HAVING (COUNT(DISTINCT ?target) = 1)"
)
_STATUS = {"disputed": ("articles disagree", 5), "hedged": ("only rumoured", 4)}


class Item(NamedTuple):
    """One thing to decide.

    :ivar id: the last part of the IRI of the claim, the doubt or the merge
    :ivar kind: ``doubt`` (a merge that was not made), ``merge`` (one that was, on little) or ``claim``
    :ivar question: what is asked, in words
    :ivar reason: why it is doubtful
    :ivar about: a line for each of the names in question, that tells what it is
    :ivar decisions: for each possible answer the decision that it makes, in the form of the file of decisions
    :ivar passages: the first sentences behind it
    :ivar entities: ids of those that it is about
    """

    id: str
    kind: str
    question: str
    reason: str
    about: tuple[str, ...]
    decisions: Mapping[str, Mapping[str, Any]]
    passages: tuple[Passage, ...] = ()
    entities: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        """The item as JSON: ``answer`` is for a person to fill in with one of ``answers``."""
        return {
            "id": self.id,
            "kind": self.kind,
            "question": self.question,
            "reason": self.reason,
            "about": list(self.about),
            "answers": list(self.decisions),
            "answer": "",
            "decisions": {answer: dict(each) for answer, each in self.decisions.items()},
            "evidence": [passage_document(each) for each in self.passages],
        }


def open_items(
    store: Store, about: str | None = None, kinds: Sequence[str] = KINDS, *, thorough: bool = False
) -> list[Item]:
    """What nobody has decided yet, the weightiest first: doubts by likeliness, then merges, then claims.

    :param about: the id of an entity: only what is about it
    :param thorough: every claim that rests on a single sentence, not only those in which it was guessed who is meant
    """
    items: list[Item] = []
    if "doubt" in kinds:
        items += _doubts(store)
    if "merge" in kinds:
        items += _merges(store)
    if "claim" in kinds:
        items += _claims(store, thorough)
    return [item for item in items if about is None or about in item.entities]


def document_of(items: Sequence[Item]) -> dict[str, Any]:
    """The items as JSON: a stable contract, whose name is in ``schema``; filled in, a form of decisions."""
    return {"schema": SCHEMA, "items": [item.document() for item in items]}


def table_of(items: Sequence[Item]) -> Table:
    """The items as rows, with an empty column ``answer`` to be filled in."""
    return Table(COLUMNS, tuple(map(_row, items)))


def _row(item: Item) -> tuple[str | None, ...]:
    first = item.passages[0] if item.passages else None
    said = (first.quote, first.article, first.date) if first else (None, None, None)
    return (item.id, None, " ".join(item.decisions), item.kind, item.question, item.reason, *said)


def _doubts(store: Store) -> Iterator[Item]:
    rows = sorted(texts_of(store.query(_DOUBTS)), key=lambda row: (-float(row[4] or 0), row[1:]))
    things = things_of(store, {iri for row in rows for iri in row[1:3]})
    for doubt, left, right, reason, _ in rows:
        if left in things and right in things:
            yield _pair(store, "doubt", doubt, things[left], things[right], reason)


def _pair(store: Store, kind: str, iri: str, left: Thing, right: Thing, reason: str) -> Item:
    facts = {each.id: facts_about(store, [each.id]) for each in (left, right)}
    lines = portraits(store, [left.id, right.id])
    names = _names(left.label, left.type, right.label, right.type)
    apart: dict[str, Any] | None = {"kind": "different", **names}
    if left.label.casefold() == right.label.casefold():
        # One name tells two things apart only together with an article that means the one of them.
        mine, theirs = ({name for fact in facts[each.id] for name in fact.articles} for each in (left, right))
        only = sorted(mine - theirs)
        apart = {"kind": "different", **names, "article": only[0]} if only else None
    decisions = {"merge": {"kind": "same", **names}} | ({"split": apart} if apart else {})
    said = [_telling(store, each.label, facts[each.id]) for each in (left, right)]
    return Item(
        id=iri.rpartition("/")[2],
        kind=kind,
        question=f"Are {left.label} and {right.label} one {left.type.lower()}?",
        reason=reason,
        about=tuple(f"{each.id}  {lines[each.id].line}" for each in (left, right)),
        decisions=decisions,
        passages=tuple(passage for passage in said if passage is not None),
        entities=(left.id, right.id),
    )


def _telling(store: Store, name: str, facts: Sequence[Fact]) -> Passage | None:
    """A sentence about somebody, one with the name in it if there is one."""
    few = [fact.iri for fact in facts[: 2 * _SHOWN]]
    found = passages(store, few)
    said = [passage for claim in few for passage in found.get(claim, ())]
    return next((passage for passage in said if name.casefold() in passage.quote.casefold()), said[0] if said else None)


def _names(left: str, left_type: str, right: str, right_type: str | None) -> dict[str, str]:
    names = {"left_name": left, "left_type": left_type, "right_name": right}
    return names | ({"right_type": right_type} if right_type else {})


def _merges(store: Store) -> Iterator[Item]:
    rows = sorted(row for row in texts_of(store.query(_MERGES)) if not _FIRM.match(row[4]))
    things = things_of(store, {row[1] for row in rows})
    lines = portraits(store, sorted(thing.id for thing in things.values()))
    for merge, entity, left, right, reason in rows:
        thing = things[entity]
        names = _names(left, thing.type, right, thing.type)
        facts = facts_about(store, [thing.id])[:_SHOWN]
        found = passages(store, [fact.iri for fact in facts])
        naming = {
            (each.article, each.start): each
            for fact in facts
            for each in found.get(fact.iri, ())
            if left.casefold() in each.quote.casefold() or right.casefold() in each.quote.casefold()
        }
        yield Item(
            id=merge.rpartition("/")[2],
            kind="merge",
            question=f"Are “{left}” and “{right}” both names of {thing.label}?",
            reason=f"taken to be one: {reason}",
            about=(f"{thing.id}  {lines[thing.id].line}",),
            decisions={"merge": {"kind": "same", **names}, "split": {"kind": "different", **names}},
            passages=tuple(naming.values())[:_SHOWN],
            entities=(thing.id,),
        )


def _claims(store: Store, thorough: bool) -> Iterator[Item]:
    weak = {claim: (bool(int(guesses)), bool(int(follows))) for claim, guesses, follows in texts_of(store.query(_WEAK))}
    doubtful = " ".join(f'"{status}"' for status in _STATUS)
    facts = facts_where(store, f"VALUES ?status {{ {doubtful} }} ?claim cg:status ?status")
    wanted = [claim for claim, (guessed, _) in weak.items() if thorough or guessed]
    facts += facts_where(store, f"VALUES ?claim {{ {iris(sorted(wanted))} }} ?claim a cg:Claim") if wanted else []
    weighed = {fact.iri: (*_weakness(fact, weak.get(fact.iri)), fact) for fact in facts if not fact.decision}
    ranked = sorted(weighed.values(), key=lambda each: (-each[1], each[2].subject.id, each[2].relation, each[2].iri))
    found = passages(store, [fact.iri for _, _, fact in ranked])
    for reason, _, fact in ranked:
        yield _claim(fact, reason, found.get(fact.iri, ()))


def _weakness(fact: Fact, signs: tuple[bool, bool] | None) -> tuple[str, int]:
    """Why a claim should be looked at, in words, and how much."""
    words, weight = [], 0
    if fact.status in _STATUS:
        word, weight = _STATUS[fact.status]
        words.append("; ".join(fact.reasons) or word)
    if signs is not None:
        guessed, follows = signs
        words += (
            ["a single sentence"] + ["who is meant is a guess"] * guessed + ["it follows, but is not said"] * follows
        )
        weight += 1 + 2 * guessed + follows
    return ", ".join(words), weight


def _claim(fact: Fact, reason: str, said: Sequence[Passage]) -> Item:
    value = fact.object
    names = _names(
        fact.subject.label, fact.subject.type, label_of(value), value.type if isinstance(value, Thing) else None
    )
    record: dict[str, Any] = {**names, "relation": fact.relation, "exact": "yes"}
    if fact.qualifiers:
        record["qualifiers"] = {name: label_of(each) for name, each in sorted(fact.qualifiers.items())}
    values = (fact.subject, value, *fact.qualifiers.values())
    return Item(
        id=fact.iri.rpartition("/")[2],
        kind="claim",
        question=f"{statement_of(fact)}?",
        reason=reason,
        about=(),
        decisions={answer: {"kind": answer, **record} for answer in ("accept", "reject")},
        passages=tuple(said[:_SHOWN]),
        entities=tuple(each.id for each in values if isinstance(each, Thing)),
    )
