"""Wordings that say what plainer words say: "was at the helm of" for "directed", "The prize belongs to Ada" for "Ada won the prize".

A row of ``data/lexicon/patterns/wordings.toml`` has an expression with slots, as the rows of patterns have, and what it says in the words that patterns
know; all patterns of a relation hold for a new verb or noun as soon as it stands there, in every tense.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, partial

from cinegraph.errors import LexiconError
from cinegraph.extract.cues import load_crafts
from cinegraph.extract.nodes import AbstractSentence, Node
from cinegraph.extract.patterns import captured, expand
from cinegraph.extract.sought import SoughtInOrder
from cinegraph.resources import resource

_CRAFT = re.compile(r"<(?P<letter>[VK]):(?P<word>[a-z]+)>")
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of the data.

    :ivar plain: the plainer words: ``{slot}`` is what a slot has captured, ``<V:directed>`` a craft's verb and ``<K:editing>`` a craft's noun
    :ivar tells: subject, relation and object of what every example says, with ``|`` between them
    """

    id: str
    source: str
    plain: str
    tells: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def wordings() -> tuple[Wording, ...]:
    """The rows of the data, in order: one may make what a later one looks for.

    :raises LexiconError: if a row lacks a field
    """
    data = tomllib.loads(resource("data", "lexicon", "patterns", "wordings.toml").read_text(encoding="utf-8"))
    try:
        return tuple(
            Wording(
                row["id"], expand(row["says"], data["macros"]), row["plain"], row["tells"],
                tuple(row["examples"]), tuple(row["counterexamples"]),
            )
            for row in data["wording"]
        )  # fmt: skip
    except KeyError as error:
        raise LexiconError(f"wordings.toml: a row has no {error}; add it") from error


@cache
def _sought() -> SoughtInOrder:
    return SoughtInOrder([row.source for row in wordings()])


def in_plain_words(sentence: AbstractSentence) -> AbstractSentence | None:
    """The sentence with plainer words in the place of its wordings; None where it has none of them.

    >>> from cinegraph.extract.nodes import Node
    >>> ada = AbstractSentence("Ada was at the helm of F.", 0, 25, [Node("P", 0, 3, "Ada"), Node("F", 23, 24, "F")])
    >>> plain = in_plain_words(ada)
    >>> plain.readable() if plain else None
    '<P:Ada> <V:directed> <F:F>.'
    """
    string = _sought().sub(partial(_said, sentence), sentence.string)
    return sentence.saying(string) if string != sentence.string else None


def _said(sentence: AbstractSentence, number: int, match: re.Match[str]) -> str:
    """What is put in the place of a match of a row."""

    def slot(wanted: re.Match[str]) -> str:
        return captured(match, wanted[1]) or ""

    def craft(wanted: re.Match[str]) -> str:
        crafts, word = load_crafts(), wanted["word"]
        relation = crafts.nouns[word] if wanted["letter"] == "K" else crafts.verbs[word]
        node = Node(wanted["letter"], sentence.start, sentence.start, word, attributes={"relation": relation})
        return sentence.add(node)

    return _CRAFT.sub(craft, _PLACE.sub(slot, wordings()[number].plain))
