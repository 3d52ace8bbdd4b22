"""Makes the usual other forms of a name: "best director" is also "best director award", "prize for best director"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_TROPHIES = ("award", "prize")


def distinct(names: Iterable[str], *, without: str = "") -> tuple[str, ...]:
    """Names in their order, each once, and without one of them."""
    return tuple(name for name in dict.fromkeys(names) if name != without)


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
        yield f"{trophy} for the {words}"


def category_forms(brand: str, category: str) -> Iterator[str]:
    """How a text may name a category of an academy's awards.

    >>> list(category_forms("Oscar", "Best Director"))[1:]
    ['Oscar for the best director', 'best director Oscar', 'Oscar best director', 'Oscar for director']
    """
    words = category.lower()
    yield f"{brand} for {words}"
    yield f"{brand} for the {words}"
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
