"""How reductions are made: a step is a regular expression over the abstract string and what it does to the nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from cinegraph.extract.expressions import quicker
from cinegraph.extract.nodes import AbstractSentence, Node
from cinegraph.extract.patterns import expand
from cinegraph.extract.registry import Registry
from cinegraph.extract.sieve import Sieve
from cinegraph.lexicon import Lexicon

_SLOT = re.compile(r"<\w+:(?P<letters>[A-Z]+)>")
_MACROS = {
    "FESTWORD": r"(?: (?:film festival|international film festival|festival|film fest|fest))?",
    "SECTION": r"(?: (?:section|sidebar|strand|programme|program|competition|selection|category|slate|line-?up|unit))?",
    "THE": r"(?:the |this |its |their )?",
    "PREP": r"(?:at|in|of|from|during|by)",
}


@dataclass(slots=True)
class Aside:
    """A claim that a reduction read off: subject node, relation, object node or literal, qualifiers."""

    subject: Node
    relation: str
    object: Node | str
    rule: str
    qualifiers: dict[str, Node | str] = field(default_factory=dict)


Handler = Callable[["Reducer", re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class Step:
    """One reduction.

    :ivar letters: the letters of its first slot, where it cannot do without
    :ivar needed: what the sentence must have besides, tried first because it is cheaper
    """

    name: str
    pattern: re.Pattern[str]
    handler: Handler
    letters: frozenset[str]
    needed: re.Pattern[str] | None


class Steps:
    """The steps of one room, in the order in which they are written; the decorator that adds one."""

    def __init__(self) -> None:
        self.all: list[Step] = []

    def __call__(self, name: str, pattern: str, needed: str = "") -> Callable[[Handler], Handler]:
        """A decorator for what is done where a pattern matches.

        :param pattern: an expression with slots and macros, see :mod:`cinegraph.extract.patterns`
        :param needed: an expression that matches wherever the pattern does, and is cheaper
        """

        def register(handler: Handler) -> Handler:
            first = _SLOT.search(pattern)
            letters = frozenset(first["letters"] if first and "|" not in pattern else "")
            expression = re.compile(quicker(expand(pattern, _MACROS)))
            self.all.append(Step(name, expression, handler, letters, re.compile(needed) if needed else None))
            return handler

        return register


class StepTable:
    """All steps in the order in which they run."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = tuple(steps)
        self._fillable: dict[frozenset[str], int] = {}

    @cached_property
    def sieve(self) -> Sieve:
        """Which steps could match."""
        return Sieve([step.pattern for step in self.steps])

    def fillable(self, present: frozenset[str]) -> int:
        """The steps whose first slot could be filled by nodes of these letters, as a number with their bits set."""
        found = self._fillable.get(present)
        if found is None:
            found = self._fillable[present] = sum(
                1 << index
                for index, step in enumerate(self.steps)
                if not step.letters or not present.isdisjoint(step.letters)
            )
        return found


class Reducer:
    """Reduces one sentence; ``asides`` are the claims read off on the way."""

    def __init__(self, sentence: AbstractSentence, registry: Registry, lexicon: Lexicon, year: str | None) -> None:
        """:param year: the article's year, for "this year's"."""
        self.sentence, self.registry, self.lexicon, self.year = sentence, registry, lexicon, year
        self.asides: list[Aside] = []
        self.rule = ""

    def run(self, steps: StepTable) -> None:
        """Apply every step in order, over again while something changes, so that what one step makes can feed another."""
        sieve = steps.sieve
        for _ in range(3):
            before = self.sentence.string
            allowed = steps.fillable(frozenset(self.sentence.letters()))
            left = sieve.mask(before) & allowed
            while left:
                first = left & -left
                left ^= first
                step = steps.steps[first.bit_length() - 1]
                string = self.sentence.string
                if step.needed is not None and not step.needed.search(string):
                    continue
                self.rule = step.name
                self.sentence.string = step.pattern.sub(partial(self._apply, step.handler), string)
                if self.sentence.string != string:
                    left = sieve.mask(self.sentence.string) & allowed & -(first << 1)
            if self.sentence.string == before:
                break

    def _apply(self, handler: Handler, match: re.Match[str]) -> str:
        result = handler(self, match)
        return match.group() if result is None else result

    def node(self, match: re.Match[str], name: str) -> Node:
        """The node captured by a slot."""
        return self.sentence.nodes[match[name]]

    def text(self, match: re.Match[str], name: str) -> str:
        """The text of the node captured by a slot."""
        return self.node(match, name).text

    def say(
        self, subject: Node, relation: str, value: Node | str, qualifiers: dict[str, Node | str] | None = None
    ) -> None:
        """Note a claim."""
        self.asides.append(Aside(subject, relation, value, f"reduction {self.rule}", qualifiers or {}))


OCCASION = ("festival", "section", "organization", "year")
"""The attributes of an award that say where and when it is given."""
CONFERRAL = (*OCCASION, "for_work")
"""Those, and for what: all that one award of a list, or the category of an award, may say of the others."""


def scope(node: Node, other: Node) -> None:
    """Take a festival's or section's facts over into an award or section that stands within it."""
    key = {"E": "festival", "S": "section", "O": "organization", "A": "organization"}[other.letter]
    for part in node.parts():
        if key == "festival":
            part.attributes[key] = other
        part.attributes.setdefault(key, other)
        for inherited in ("year", "festival"):
            if inherited in other.attributes:
                part.attributes.setdefault(inherited, other.attributes[inherited])
    if node.members:
        node.attributes.setdefault(key, other)


def the_described(people: Node, trade: Node | None = None) -> Node:
    """Who is described before a list: the first of it, where no trade in the plural tells of all ("Irish-American director Ada, the actor Ben and Cora")."""
    if len(people.members) < 2 or (trade is not None and trade.attributes.get("plural")):
        return people
    return people.members[0]
