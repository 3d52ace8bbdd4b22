"""The examples of the patterns, changed so that their meaning stays, and what is said before and after."""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Callable
from functools import cache

from cinegraph.relations import RELATIONS
from cinegraph.resources import resource
from extracted import said

EVERY = 9
BEFORE = "The season begins in autumn, and the house is full again on most of the evenings.\n\n"
AFTER = "\n\nThe weather was fine on most of the days, and people came from far away.\n"

Change = Callable[[str], str]
Claims = frozenset[tuple[str, ...]]


@cache
def examples() -> tuple[str, ...]:
    """One of nine of the patterns' examples that are a sentence or a line; the same ones when others are added."""
    folder = resource("data", "lexicon", "patterns")
    files = sorted((each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name)
    patterns = [row for file in files for row in tomllib.loads(file.read_text("utf-8")).get("pattern", [])]
    found = [example for row in patterns for example in row.get("examples", []) if "\n" not in example]
    return tuple(each for each in found if zlib.crc32(each.encode()) % EVERY == 0)


@cache
def claims(sentence: str) -> Claims:
    """What a sentence says between two others that say nothing."""
    return frozenset(each for each in said(BEFORE + sentence + AFTER) if each[1] not in ("publication_year", "age_at"))


def back(found: Claims, called: dict[str, str]) -> Claims:
    """The claims with names as they were before they were changed."""
    names = sorted(called, key=len, reverse=True)
    if not names:
        return found
    spelt = re.compile("|".join(map(re.escape, names)))
    return frozenset(tuple(spelt.sub(lambda match: called[match.group()], part) for part in each) for each in found)


def unordered(found: Claims) -> Claims:
    """Claims of symmetric relations, which are given in either direction, in one."""
    return frozenset(
        (min(one, other), relation, max(one, other), *rest)
        if RELATIONS[relation].symmetric
        else (one, relation, other, *rest)
        for one, relation, other, *rest in found
    )
