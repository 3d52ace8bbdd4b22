"""Chooses the preferred name of a thing: by rule, never by arrival."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from cinegraph.model import EntityType
from cinegraph.resolve.names import is_latin, words
from cinegraph.resolve.person_names import person_name


def preferred_name(kind: EntityType, names: Iterable[str], counts: Mapping[str, int]) -> str:
    """The name to show: in Latin letters, of a person the full name, not all in capitals; then the most frequent, the
    longest, the first in order of code points.

    :param counts: how often each name stands in the articles

    >>> preferred_name(EntityType.PERSON, ["Varda", "AGNÈS VARDA", "Agnès Varda", "Agnes Varda"], {"Varda": 9})
    'Agnes Varda'
    """
    candidates = sorted(set(names))
    for wanted in (is_latin, _is_full if kind is EntityType.PERSON else _is_any):
        candidates = [name for name in candidates if wanted(name)] or candidates
    joined, candidates = _without_shouting(candidates, counts)
    return min(candidates, key=lambda name: (-joined[name], -len(name), name))


def _is_full(name: str) -> bool:
    return person_name(name).full


def _is_any(name: str) -> bool:
    return True


def _without_shouting(names: list[str], counts: Mapping[str, int]) -> tuple[Counter[str], list[str]]:
    """Names without those in capitals (or without any) of which a plain form is there, which takes over their count."""
    joined: Counter[str] = Counter({name: counts.get(name, 0) for name in names})
    plain: dict[tuple[str, ...], str] = {}
    for name in sorted(names, key=lambda name: (-counts.get(name, 0), name)):
        if not _is_odd(name):
            plain.setdefault(words(name), name)
    kept = []
    for name in names:
        if _is_odd(name) and words(name) in plain:
            joined[plain[words(name)]] += joined[name]
        else:
            kept.append(name)
    return joined, kept


def _is_odd(name: str) -> bool:
    return (name.isupper() and len(name) > 1) or name.islower()
