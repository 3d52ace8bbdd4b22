"""Contracted verbs behind pronouns ("she's directed", "I'd edited") and the possessives of names in s ("Voss' film") are
spelled out, so that one pattern reads both ways of writing."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.word_lists import words

_VERB = char_class("V")
_CONTRACTED = re.compile(
    rf"(?P<who>{char_class('PF')}|\b(?:i|you|we|they|he|she|it|who|that|there))'(?P<short>ve|ll|m|re|d|s)"
    rf"(?= (?:(?:not|never|also|already|just|now|always|since|then|both|all|even|still|[a-z]+ly) )*(?P<next>{_VERB}|{char_class('PL')}|[a-z]+)(?P<passive> by\b)?)"
)
_POSSESSIVE = re.compile(rf"(?P<owner>{char_class('PEOACS')})' (?=[\w\"\ue000-\uf8ff])")
_IN_QUOTES = re.compile(r"(?:^|[\s(])'[^']*$")
_FULL = {"ve": "have", "ll": "will", "m": "am", "re": "are"}
_NOMINATIVE = frozenset({"i", "you", "we", "they", "he", "she", "it", "who", "that", "there"})
_PARTICIPLES = frozenset(words("irregular_participles"))
_STATES = frozenset(words("participles_of_states"))


def spelled_out(sentence: AbstractSentence) -> AbstractSentence:
    """The sentence, in which the contracted verbs behind its pronouns and the possessives of its names are written in full.

    >>> from cinegraph.extract.nodes import Node
    >>> said = AbstractSentence("she's directed it and they'd like that", 0, 38, [Node("P", 0, 3, "she", kind="pronoun")])
    >>> spelled_out(said).readable()
    '<P:she> has directed it and they would like that'
    """
    if "'" in sentence.string:
        sentence.string = _CONTRACTED.sub(lambda match: _in_full(sentence, match), sentence.string)
        if "' " in sentence.string:
            sentence.string = _POSSESSIVE.sub(lambda match: _with_s(sentence, match), sentence.string)
    return sentence


def _with_s(sentence: AbstractSentence, match: re.Match[str]) -> str:
    ends_in_s = sentence.nodes[match["owner"]].text.lower().endswith(("s", "x", "z", "ce"))
    if not ends_in_s or _IN_QUOTES.search(match.string, max(0, match.start() - 100), match.start()):
        return match.group()
    return f"{match['owner']}'s "


def _in_full(sentence: AbstractSentence, match: re.Match[str]) -> str:
    who, short = match["who"], match["short"]
    node = sentence.nodes.get(who)
    if node is not None and (node.kind != "pronoun" or node.text.lower() not in _NOMINATIVE):
        return match.group()
    if short in _FULL:
        return f"{who} {_FULL[short]}"
    perfect = _is_participle(sentence, match["next"])
    if short == "d":
        return f"{who} {'had' if perfect else 'would'}"
    state = node is None or match["passive"] or match["next"] in _STATES
    return f"{who} {'has' if perfect and not state else 'is'}"


def _is_participle(sentence: AbstractSentence, word: str) -> bool:
    node = sentence.nodes.get(word)
    said = node.text.lower() if node is not None else word
    return said.endswith("ed") or said in _PARTICIPLES
