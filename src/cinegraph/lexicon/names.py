"""Makes the usual other forms of a name: "best director" is also "best director award", "prize for best director"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_TROPHIES = ("award", "prize")
_FESTIVAL = re.compile(r"(?P<the>(?:.+ )?)International (?P<kind>(?:\w+ )?Film) Festival")


def distinct(names: Iterable[str], *, without: str = "") -> tuple[str, ...]:
    """Names in their order, each once, and without one of them."""
    return tuple(name for name in dict.fromkeys(names) if name != without)


def has_own_name(category: str) -> bool:
    """Whether a category has a name like a prize's own, as "Rising Star Award" has and "Best Director" has not."""
    return any(trophy in category.split() for trophy in ("Award", "Prize"))


def prize_forms(generic: str) -> Iterator[str]:
    """How a text may name a prize that many festivals give. Words in lower case are found in any case.

    >>> list(prize_forms("Best Director"))[:3]
    ['best director', 'best director award', 'award for best director']
    """
    words = generic.lower()
    yield words
    if words.rpartition(" ")[2] in {"award", "prize", "prix", "mention", "trophy"}:
        return
    for trophy in _TROPHIES:
        yield f"{words} {trophy}"
        yield f"{trophy} for {words}"


def category_forms(brand: str, category: str) -> Iterator[str]:
    """How a text may name a category of an academy's awards.

    >>> list(category_forms("Oscar", "Best Director"))[1:]
    ['best director Oscar', 'Oscar best director', 'Oscar for director']
    """
    if has_own_name(category):
        yield f"{brand} {category}"
        return
    words = category.lower()
    yield f"{brand} for {words}"
    yield f"{words} {brand}"
    yield f"{brand} {words}"
    bare = words.removeprefix("best ")
    if bare != words and bare not in {"film", "picture", "feature", "movie"}:
        yield f"{brand} for {bare}"


def held_forms(labels: Sequence[str], generic: str) -> Iterator[str]:
    """How a text may name a festival's prize or section with the festival before it.

    >>> list(held_forms(["Cannes"], "Jury Prize"))
    ['Cannes jury prize']
    """
    words = generic.lower()
    for label in labels:
        yield f"{label} {words}"
        if generic.startswith("Best "):
            yield f"{label} {words} award"
            yield f"{label} {words} prize"
            yield f"{label} award for {words}"


def festival_forms(name: str) -> Iterator[str]:
    """How texts shorten a festival's name: without "International", and "Fest" for "Festival".

    >>> list(festival_forms("Sofia International Film Festival"))[:3]
    ['Sofia Film Festival', "Sofia Int'l Film Festival", 'Sofia Intl. Film Festival']
    """
    if matched := _FESTIVAL.fullmatch(name):
        place, kind = matched["the"], matched["kind"]
        yield f"{place}{kind} Festival"
        yield f"{place}Int'l {kind} Festival"
        yield f"{place}Intl. {kind} Festival"
        yield f"{place}International {kind} Fest"
        yield f"{place}{kind} Fest"
    elif name.endswith(" Film Festival"):
        yield f"{name.removesuffix('Festival')}Fest"
