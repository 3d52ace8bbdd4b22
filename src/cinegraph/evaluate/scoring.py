"""Counts what is right, wrong and missing in the facts of one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cinegraph.evaluate.figures import ArticleScore, Figures, RelationFigures
from cinegraph.evaluate.gold import Gold
from cinegraph.evaluate.matching import Given, Matcher, Thing
from cinegraph.model import EntityType
from cinegraph.rdf.facts import Fact
from cinegraph.relations import RELATIONS

MAX_QUOTE = 600
# Facts that may be true of the same two things more than once, in different years.
_REPEATABLE = frozenset({"won", "nominated_for", "screened_at", "premiered_at", "jury_member"})
_UNCOUNTED_TYPES = frozenset({EntityType.AWARD, EntityType.SECTION})


def score(gold: Gold, facts: Sequence[Fact], text: str | None, *, core: bool) -> ArticleScore:
    """Hold the facts extracted from one article against its gold.

    A fact of the gold is answered by one given fact only; the same fact given twice counts once.

    :param text: the article's text; without it quotes are not checked, and every alias counts
    :param core: count core facts only
    """
    return _Scoring(gold, text, core=core).of(facts)


class _Scoring:
    def __init__(self, gold: Gold, text: str | None, *, core: bool) -> None:
        self._gold = gold
        self._text = text
        self._core = core
        self._matcher = Matcher(gold, text)
        self._required = frozenset(
            number for number, fact in enumerate(gold.facts) if fact.required and (fact.core or not core)
        )
        self._taken: dict[int, Given] = {}
        self._under: dict[str, set[str]] = defaultdict(set)
        self._right: list[Fact] = []
        self._wrong: list[Fact] = []
        self._wrong_modality: list[Fact] = []
        self._merges = 0

    def of(self, facts: Sequence[Fact]) -> ArticleScore:
        for given in self._in_scope(facts):
            self._judge(given)
        found = self._required & set(self._taken)
        missed = tuple(self._gold.facts[number] for number in sorted(self._required - found))
        return ArticleScore(
            self._gold.article,
            self._figures(found),
            self._by_relation(found),
            missed,
            tuple(self._wrong),
            tuple(self._wrong_modality),
        )

    def _in_scope(self, facts: Iterable[Fact]) -> Iterable[Given]:
        core = {fact.predicate for fact in self._gold.facts if fact.core}
        seen = set()
        for fact in facts:
            predicate = fact["predicate"]
            if self._core and not _is_core(predicate) and predicate not in core:
                continue
            given = self._matcher.given(fact)
            key = (given.subject.identity, predicate, given.object.identity, fact["modality"])
            if key not in seen or predicate in _REPEATABLE:
                seen.add(key)
                yield given

    def _judge(self, given: Given) -> None:
        if self._matcher.wrong_merge(given.subject) or self._matcher.wrong_merge(given.object):
            self._merges += 1
            self._wrong.append(given.fact)
            return
        matching = {
            number: ends
            for number, fact in enumerate(self._gold.facts)
            if (ends := self._matcher.matches(fact, given)) is not None
        }
        fitting = [number for number in matching if given.fact["modality"] in self._gold.facts[number].modalities]
        if fitting:
            self._take(given, min(fitting, key=lambda number: self._preference(number, given)), matching)
        elif matching:
            self._wrong_modality.append(given.fact)
        elif not self._core or _is_core(given.fact["predicate"]):
            self._wrong.append(given.fact)

    def _preference(self, number: int, given: Given) -> tuple[bool, bool, int]:
        right = self._matcher.qualifiers_right(self._gold.facts[number], given)
        return number in self._taken, number not in self._required, -right

    def _take(self, given: Given, number: int, matching: Mapping[int, tuple[Thing, Thing]]) -> None:
        wanted = self._gold.facts[number]
        if number in self._taken:
            better = self._matcher.qualifiers_right(wanted, given)
            if better > self._matcher.qualifiers_right(wanted, self._taken[number]):
                self._taken[number] = given
            return
        self._taken[number] = given
        self._right.append(given.fact)
        for value, thing in zip((wanted.subject, wanted.object), matching[number], strict=True):
            if self._matcher.type_of(value) is not None and thing.entity:
                self._under[value].add(thing.identity)

    def _figures(self, found: frozenset[int]) -> Figures:
        given = [*self._right, *self._wrong, *self._wrong_modality]
        asked = [(self._gold.facts[number], self._taken[number]) for number in found]
        return Figures(
            required=len(self._required),
            found=len(found),
            right=len(self._right),
            wrong=len(self._wrong),
            wrong_modality=len(self._wrong_modality),
            merges=self._merges,
            qualifiers=sum(len(wanted.qualifiers) for wanted, _ in asked),
            qualifiers_right=sum(self._matcher.qualifiers_right(*pair) for pair in asked),
            quoted=0 if self._text is None else len(given),
            grounded=0 if self._text is None else sum(is_grounded(fact, self._text) for fact in given),
            entities=len(self._under),
            one_to_one=self._one_to_one(),
        )

    def _one_to_one(self) -> int:
        users = Counter(
            identity
            for value, identities in self._under.items()
            if self._matcher.type_of(value) not in _UNCOUNTED_TYPES
            for identity in identities
        )
        return sum(len(identities) == 1 and users[next(iter(identities))] <= 1 for identities in self._under.values())

    def _by_relation(self, found: frozenset[int]) -> dict[str, RelationFigures]:
        required = Counter(self._gold.facts[number].predicate for number in self._required)
        hit = Counter(self._gold.facts[number].predicate for number in found)
        right = Counter(fact["predicate"] for fact in self._right)
        wrong = Counter(fact["predicate"] for fact in (*self._wrong, *self._wrong_modality))
        names = sorted({*required, *right, *wrong})
        return {name: RelationFigures(required[name], hit[name], right[name], wrong[name]) for name in names}


def is_grounded(fact: Fact, text: str) -> bool:
    """Whether a fact has evidence, and every quote of it stands in the text at its offsets."""
    evidence = fact["evidence"]
    return bool(evidence) and all(
        0 <= quote["start"] < quote["end"] <= quote["start"] + MAX_QUOTE
        and text[quote["start"] : quote["end"]] == quote["quote"]
        for quote in evidence
    )


def _is_core(predicate: str) -> bool:
    return predicate in RELATIONS and RELATIONS[predicate].core
