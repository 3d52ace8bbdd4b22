"""All nodes of a resolution, in columns: an object for each of them would take ten times as much memory.

What many nodes have in common is kept once; what is seldom asked for lies in a temporary file; profiles are made when
they are asked for.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from cinegraph.lexicon import Lexicon
from cinegraph.model import EntityType, Merge
from cinegraph.resolve.nodes import Link, Node, kind_of_link, names_taken_apart, profile_of
from cinegraph.resolve.outlines import Surfaces
from cinegraph.resolve.person_names import PersonName
from cinegraph.resolve.profiles import Profile
from cinegraph.resolve.spill import Spill

_FACTS = ("apart", "births", "years", "premieres", "prizes", "forms", "directors", "givers", "sections")
_GROUPED = frozenset(("years", "directors", "givers", "sections"))


class Form(NamedTuple):
    """How an article speaks of a thing: many articles do it alike."""

    type: EntityType
    label: str
    names: tuple[str, ...]
    lexicon: str | None
    gender: str | None


class Aside(NamedTuple):
    """What is known of a node besides, and is only asked for at the end.

    :ivar local: the id of its entity in its article
    """

    local: str
    surfaces: Surfaces
    merges: tuple[Merge, ...]


class Nodes:
    """The entities of all articles by number, in order of article and local id.

    :ivar forms: how articles speak of things, each once
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.forms: list[Form] = []
        self._lexicon = lexicon
        self._form_numbers: dict[Form, int] = {}
        self._form_of = array("i")
        self._articles: list[str] = []
        self._article_of = array("i")
        self._words: list[str] = []
        self._word_numbers: dict[str, int] = {}
        # Of each link the other node, the relation, the year, and the node of the festival.
        self._links = array("i")
        self._link_ends = array("q", (0,))
        self._facts = bytearray()
        self._fact_ends = array("q", (0,))
        self._aside = Spill()

    def __len__(self) -> int:
        return len(self._form_of)

    def add(self, article: str, nodes: Sequence[Node]) -> None:
        """Add the nodes of an article."""
        self._articles.append(article)
        for node in nodes:
            entity = node.entity
            form = Form(entity.type, entity.label, entity.names, entity.lexicon, entity.gender)
            number = self._form_numbers.setdefault(form, len(self.forms))
            if number == len(self.forms):
                self.forms.append(form)
            self._form_of.append(number)
            self._article_of.append(len(self._articles) - 1)
            for link in node.links:
                festival = -1 if link.festival is None else link.festival
                self._links.extend((link.other, self._word(link.relation), self._word(link.year), festival))
            self._link_ends.append(len(self._links))
            self._facts += self._packed(node, form)
            self._fact_ends.append(len(self._facts))
            merges = tuple((merge.left, merge.right, merge.reason) for merge in entity.merges)
            self._aside.append((entity.id, node.surfaces, merges))

    def complete(self) -> None:
        """Let go of what only adding nodes needs."""
        self._form_numbers.clear()

    def form(self, node: int) -> Form:
        """How its article speaks of it."""
        return self.forms[self._form_of[node]]

    def type(self, node: int) -> EntityType:
        """The entity's type."""
        return self.forms[self._form_of[node]].type

    def article(self, node: int) -> str:
        """The name of its article."""
        return self._articles[self._article_of[node]]

    def links(self, node: int) -> Iterator[Link]:
        """All that the claims of its article tie it to."""
        found, words = self._links, self._words
        for start in range(self._link_ends[node], self._link_ends[node + 1], 4):
            other, relation, year, festival = found[start : start + 4]
            kind = kind_of_link(self.type(other))
            yield Link(kind, words[relation], other, words[year], None if festival < 0 else festival)

    def ordinals(self, node: int) -> tuple[str, ...]:
        """Which of its director's films it is, as its article says it."""
        return self._facts_of(node).get("ordinals", ())

    def profile(self, node: int) -> Profile:
        """What its article says of it: the profile of a cluster that is made of this node alone."""
        form = self.form(node)
        profile = profile_of(node, self.article(node), form, self._lexicon)
        for what, facts in self._facts_of(node).items():
            if what != "ordinals":
                profile.note(what, frozenset(map(frozenset, facts)) if what in _GROUPED else frozenset(facts))
        return profile

    def person_names(self, node: int) -> frozenset[PersonName]:
        """Of a person the names, taken apart."""
        return names_taken_apart(self.form(node).names)

    def directors(self, node: int) -> tuple[int, ...]:
        """The directors of a film, or the authors of a book, that its article names."""
        groups: tuple[tuple[int, ...], ...] = self._facts_of(node).get("directors", ())
        return groups[0] if groups else ()

    def aside(self, node: int) -> Aside:
        """What is known of it besides."""
        local, surfaces, merges = self._aside[node]
        return Aside(local, surfaces, tuple(Merge(*each) for each in merges))

    def of_forms(self, kind: EntityType | None = None) -> Iterator[tuple[Form, array[int]]]:
        """Each form, and the nodes that have it, in order.

        :param kind: only those of this type
        """
        ends, ordered = self._by_form
        for number, found in enumerate(self.forms):
            if kind is None or found.type is kind:
                yield found, ordered[ends[number] : ends[number + 1]]

    @cached_property
    def _by_form(self) -> tuple[array[int], array[int]]:
        """Where the nodes of each form end, and the nodes form by form; asked for when all nodes are there."""
        ends = array("i", bytes(4 * (len(self.forms) + 1)))
        for form in self._form_of:
            ends[form + 1] += 1
        for number in range(len(self.forms)):
            ends[number + 1] += ends[number]
        places, ordered = ends[:], array("i", bytes(4 * len(self)))
        for node, form in enumerate(self._form_of):
            ordered[places[form]] = node
            places[form] += 1
        return ends, ordered

    def _word(self, word: str) -> int:
        number = self._word_numbers.setdefault(word, len(self._words))
        if number == len(self._words):
            self._words.append(word)
        return number

    def _packed(self, node: Node, form: Form) -> bytes:
        """What a profile has of its article's claims, and not of the entity's form; empty where that is nothing."""
        profile = node.profile
        known = profile_of(node.index, node.article, form, self._lexicon) if form.lexicon else None
        found: dict[str, tuple[Any, ...]] = {}
        for what in _FACTS:
            facts = getattr(profile, what)
            if known is not None and facts:
                facts = facts - getattr(known, what)
            if facts:
                found[what] = tuple(map(tuple, facts)) if what in _GROUPED else tuple(facts)
        if node.ordinals:
            found["ordinals"] = tuple(node.ordinals)
        return marshal.dumps(found, 2) if found else b""

    def _facts_of(self, node: int) -> dict[str, tuple[Any, ...]]:
        start, end = self._fact_ends[node], self._fact_ends[node + 1]
        if start == end:
            return {}
        facts: dict[str, tuple[Any, ...]] = marshal.loads(self._facts[start:end])
        return facts
