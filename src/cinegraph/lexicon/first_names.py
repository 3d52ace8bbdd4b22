"""First names of many languages with their gender, from Faker's name lists (MIT), romanised by anyascii (ISC)."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

from cinegraph.lexicon.fold import fold

# Spanish of Argentina and some others hold compound names, families' lists hold placeholders; words below are names
# somewhere, but in an article about film far more often something else.
_PLACEHOLDERS = frozenset(["john doe", "jane doe"])


def first_names() -> dict[str, str]:
    """First names, folded → ``female``, ``male`` or ``both``.

    Importing Faker takes about a fifth of a second; :attr:`Lexicon.first_names` does it once, when first asked.
    """
    genders: dict[str, set[str]] = {}
    for gender, name in _listed():
        key = fold(name)
        if len(key) > 1 and " " not in key and key not in _PLACEHOLDERS:
            genders.setdefault(key, set()).add(gender)
    return {name: "both" if len(found) > 1 else next(iter(found)) for name, found in sorted(genders.items())}


def _listed() -> Iterator[tuple[str, str]]:
    from anyascii import anyascii
    from faker.providers import person

    for module in sorted(info.name for info in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for gender in ("female", "male"):
            for name in _names(getattr(provider, f"first_names_{gender}", ())):
                yield gender, name if name.isascii() else anyascii(name)


def _names(listed: object) -> Iterable[str]:
    """The names of one of Faker's lists; some locales have a mapping of name → frequency, some compute theirs."""
    return [name for name in listed if isinstance(name, str)] if isinstance(listed, Iterable) else []
