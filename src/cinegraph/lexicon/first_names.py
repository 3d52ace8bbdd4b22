"""First names with their gender: Faker's lists (MIT), romanised by anyascii (ISC), and typed ones."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from cinegraph.lexicon.fold import fold

# Scripts that anyascii romanises as English articles do. Of Arabic, Hebrew, Han and Indic names it leaves consonants or
# gives another language's reading, so these come from the typed lists and from Faker's Latin ones.
_LATIN, _GREEK, _CYRILLIC = "\u0000-\u024f\u1e00-\u1eff", "\u0370-\u03ff\u1f00-\u1fff", "\u0400-\u052f"
_ARMENIAN, _GEORGIAN, _HANGUL = "\u0530-\u058f", "\u10a0-\u10ff", "\uac00-\ud7af"
_READABLE = re.compile(f"[{_LATIN}{_GREEK}{_CYRILLIC}{_ARMENIAN}{_GEORGIAN}{_HANGUL}’ʼ]+")
_VOWEL = re.compile(r"[aeiouy]")
_LISTS = ("first_names_{}", "first_romanized_names_{}")


def first_names(typed: Mapping[str, Iterable[str]], excluded: Iterable[str]) -> dict[str, str]:
    """First names, folded → ``female``, ``male`` or ``both``.

    Importing Faker takes about a fifth of a second; :attr:`Lexicon.first_names` does it once, when first asked.

    :param typed: gender → names; what they say outdoes Faker's lists
    :param excluded: names that are more often something else
    """
    without = {fold(name) for name in excluded}
    female, male = Counter(map(fold, _listed("female"))), Counter(map(fold, _listed("male")))
    listed = sorted(female.keys() | male.keys())
    genders = {name: _gender(female[name], male[name]) for name in listed if _is_name(name)}
    for gender, names in typed.items():
        genders.update(dict.fromkeys(sorted(map(fold, names)), gender))
    return {name: gender for name, gender in genders.items() if name not in without}


def _gender(female: int, male: int) -> str:
    """The gender that at least three in four of the lists give, or ``both``."""
    if min(female, male) * 3 > max(female, male):
        return "both"
    return "female" if female > male else "male"


def _is_name(key: str) -> bool:
    """One word, or two with a hyphen, that can be spoken: Faker's lists also hold initials."""
    return len(key) > 2 and key.count(" ") < 2 and _VOWEL.search(key) is not None


def _listed(gender: str) -> Iterator[str]:
    from anyascii import anyascii
    from faker.providers import person

    for module in sorted(info.name for info in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for listed in _LISTS:
            for name in _names(getattr(provider, listed.format(gender), ())):
                yield name if name.isascii() else anyascii(name).replace("'", "")


def _names(listed: object) -> list[str]:
    """The names of one of Faker's lists; some locales have a mapping of name → frequency, some compute theirs."""
    names = listed if isinstance(listed, Iterable) else ()
    return [name for name in names if isinstance(name, str) and " " not in name and _READABLE.fullmatch(name)]
