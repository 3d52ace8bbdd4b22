"""The plans of headlines are written in full ("Ada Doe to direct F": will direct), so that they are read as the plans that they are."""

from __future__ import annotations

import re
from functools import cache

from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.verbs import any_of, past_of_plain

_NAMES = char_class("PFXTEOW")
_APPOSITION = rf"(?:(?:{char_class('NRLYO')}(?:'s)?|star|veteran|newcomer|winner) ){{0,4}}"


@cache
def _to_do() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<who>\W*{_APPOSITION}{_NAMES}\"?(?:(?:,| and|,? &|/) {_APPOSITION}\"?{_NAMES}\"?){{0,3}}) to "
        rf"(?=(?:also |co-|re-)?(?:{char_class('V')}|(?:{any_of(past_of_plain())}|kick off)\b))"
    )


def in_full(sentence: AbstractSentence) -> AbstractSentence:
    """The sentence, in which a headline's plan is written in full.

    >>> from cinegraph.extract.nodes import Node
    >>> in_full(AbstractSentence("Ada to direct it", 0, 16, [Node("P", 0, 3, "Ada")])).readable()
    '<P:Ada> will direct it'
    """
    if " to " in sentence.string:
        sentence.string = _to_do().sub(r"\g<who> will ", sentence.string)
    return sentence
