"""Which of several films of a list a description means that stands before the list or behind it."""

from __future__ import annotations

import re
from itertools import pairwise

from cinegraph.extract.nodes import Node

# Between films that are merely listed; whatever else stands there describes the next one.
_LISTED = re.compile(
    r"[\s\"'*_,;]{0,6}(?:\([^()]{0,60}\)[\s\"'*_,;]{0,4})?(?:(?:and|or|&|as well as|along with|together with|plus) )?(?:the )?[\"'*_]{0,2}"
)
_ONE_BEFORE = re.compile(
    r"\b(?:film|movie|drama|thriller|comedy|documentary|doc|feature|short|debut|western|musical|biopic|series|romance|winner|nominee|entry|contender|title|hit|classic|remake|adaptation|project)\b,? \"?$"
)
_ONE_BEHIND = re.compile(r"\"?(?:,? | \()(?:starring|toplining|featuring|which|whose|in which|about|an?|directed by|written by|based on)\b")
_OF_ANOTHER = re.compile(r"'s? | by | from ")
_NEAR = 40


def the_one_meant(films: Node, char: str, match: re.Match[str], text: str) -> Node:
    """The one film that a description beside a list means, where each of the list has its own; else the list.

    "The 1963 thriller F, Ada's G and Ben's H": the year is F's. "Ada's F and Ben's G, starring Cora": she plays in G.

    :param films: the list
    :param char: what stands for it in a sentence's string
    :param match: what a pattern has matched there
    :param text: the article's text, normalised
    """
    parts = films.parts()
    if len(parts) < 2:
        return films
    between = [text[one.end : other.start] for one, other in pairwise(parts)]
    if all(_LISTED.fullmatch(gap) for gap in between):
        return films
    at = match.string.find(char, match.start(), match.end())
    if _ONE_BEFORE.search(match.string, max(match.start(), at - _NEAR), at):
        return parts[0]
    behind = _OF_ANOTHER.search(between[-1]) is not None and _ONE_BEHIND.match(match.string, at + 1)
    return parts[-1] if behind else films
