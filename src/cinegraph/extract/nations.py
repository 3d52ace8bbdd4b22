"""Names of several nations side by side ("Franco-Belgian", "the Greek/French/German coproduction"), which are no title and no person."""

from __future__ import annotations

import re
from dataclasses import replace

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.word_lists import pairs
from cinegraph.lexicon import Lexicon

NATIONS_IN_FRONT = pairs("nations_in_front")
"""What stands for a nation before a hyphen ("Franco-Belgian"), with the nation."""
_SIDE_BY_SIDE = re.compile("[-/–]")
_ARTICLE = re.compile("(?:The|A|An) ")


def nations_of(name: str, lexicon: Lexicon) -> list[str]:
    """The nations that stand side by side in a word; none where it is anything else.

    >>> from cinegraph.lexicon import load_lexicon
    >>> nations_of("Franco-Belgian", load_lexicon()), nations_of("Belgian", load_lexicon())
    (['Franco', 'Belgian'], [])
    """
    parts = _SIDE_BY_SIDE.split(name)
    return parts if len(parts) > 1 and all(NATIONS_IN_FRONT.get(part, part) in lexicon.demonyms for part in parts) else []


def are_nations(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of several nations side by side, whatever small words stand behind it.

    >>> from cinegraph.lexicon import load_lexicon
    >>> are_nations("The Greek/French coproduction", load_lexicon()), are_nations("The French Doctor", load_lexicon())
    (True, False)
    """
    if _SIDE_BY_SIDE.search(name) is None:
        return False
    capitals = [word for word in _ARTICLE.sub("", name, count=1).split() if not word.islower()]
    return len(capitals) == 1 and bool(nations_of(capitals[0], lexicon))


def only_nations(candidate: Candidate, lexicon: Lexicon) -> Candidate:
    """A candidate without the article before nations side by side and the words behind them; any other as it is."""
    if candidate.marked not in ("", "plain") or not are_nations(candidate.text, lexicon):
        return candidate
    article = _ARTICLE.match(candidate.text)
    begin = article.end() if article is not None else 0
    name = candidate.text[begin:].split()[0]
    start = candidate.start + begin
    return replace(candidate, start=start, end=start + len(name), outer_start=start, outer_end=start + len(name), text=name, marked="", votes={})
