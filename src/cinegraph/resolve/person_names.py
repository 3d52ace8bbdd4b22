"""Takes people's names apart: first names, surname with its particle, patronymic, "Jr."; and compares them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from cinegraph.resolve.names import is_latin, spellings, word_set, words
from cinegraph.resolve.romanisation import is_patronymic, looks_slavic, romanised, same_given_name

_HONORIFICS = frozenset(("sir", "dame", "dr", "mr", "mrs", "ms", "prof", "professor"))
_GENERATIONS = {"jr": "jr", "jnr": "jr", "junior": "jr", "mladshiy": "jr", "fils": "jr", "sr": "sr", "snr": "sr",
                "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}  # fmt: skip
_PARTICLES = word_set("von van de der den ten ter del della dello di da do dos das du la le st bin ibn el")
_LOWER_PARTICLES = frozenset(("al", "af", "av", "y", "e", "zu", "lo", "abu", "ould"))
_HYPHENS = re.compile(r"(?<=\w)[-‐‑–](?=\w)")
_DOTTED = re.compile(r"(?<=\.)(?=\w)")
_SHORT_FORMS = tuple(
    word_set(group)
    for group in (
        "robert bob rob bobby", "william bill will billy", "richard dick rick", "james jim jimmy", "john jack johnny",
        "thomas tom tommy", "michael mike mick", "edward ed ted eddie", "charles charlie chuck", "david dave",
        "joseph joe joey", "anthony tony", "steven stephen steve", "daniel dan danny", "samuel sam", "philip phil",
        "elizabeth liz beth betty", "margaret maggie meg peggy", "katherine catherine kate kathy", "harold harry hal",
        "aleksandr sasha", "aleksandra sasha", "ekaterina katya katia", "dmitri dima mitya", "maria masha",
        "sergei seryozha", "mikhail misha", "yevgeny evgeny zhenya", "nikolai kolya", "vladimir volodya",
        "mohammed mohamed muhammad mohammad muhammed mohamad", "youssef yusuf yousef yussef yousuf",
        "hussein hossein husayn hussain hosein", "ahmed ahmad", "abdellatif abdelatif", "suleiman suleyman sulayman",
    )
)  # fmt: skip
_GROUPS_OF = {
    form: tuple(index for index, group in enumerate(_SHORT_FORMS) if form in group)
    for form in frozenset().union(*_SHORT_FORMS)
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, taken apart.

    :ivar given: first and middle names and initials, folded; empty for a bare name
    :ivar surname: folded, a particle before it included, without spaces
    :ivar patronymic: a Russian patronymic, or ""
    :ivar generation: ``jr``, ``sr``, ``ii`` …, or ""
    :ivar turned: equal for the same name whichever end the family name stands at
    :ivar full: whether it names one person well enough to stand without context
    :ivar slavic: whether it may be written in several romanisations
    """

    given: tuple[str, ...]
    surname: str
    patronymic: str
    generation: str
    turned: str
    full: bool
    slavic: bool

    @property
    def key(self) -> str:
        """Equal for the same full name whatever its case, accents, hyphens and spaces."""
        return "".join((*self.given, self.surname)) + (f" {self.generation}" if self.generation else "")

    @property
    def roman(self) -> str:
        """Equal for the same full name in any usual romanisation."""
        return "".join(map(romanised, (*self.given, self.surname))) + self.generation

    @property
    def ends(self) -> tuple[str, ...]:
        """Its first and last name, in one form for all romanisations: what a bare name may be."""
        return tuple(dict.fromkeys(romanised(part) for part in (self.surname, *self.given[:1]) if part[1:]))


@lru_cache(maxsize=131_072)
def person_name(name: str) -> PersonName:
    """Take a person's name apart.

    >>> person_name("Sir Peter von Bagh, Jr.").key, person_name("Andrei Arsenyevich Tarkovsky").key
    ('petervonbagh jr', 'andreitarkovsky')
    >>> person_name("von Trier").full, person_name("J. Ford").full, person_name("F.W. Murnau").full
    (False, False, True)
    """
    parts = _parts(_in_order(name))
    generation = next((_GENERATIONS[word] for word in parts[1:] if word in _GENERATIONS), "")
    kept = [word for index, word in enumerate(parts) if not (index and word in _GENERATIONS)]
    while len(kept) > 1 and kept[0] in _HONORIFICS:
        kept = kept[1:]
    patronymic = kept[1] if len(kept) == 3 and is_patronymic(kept[1]) else ""
    kept = [word for word in kept if not patronymic or word != patronymic]
    start = _surname_start(kept, name)
    given, surname = tuple(kept[:start]), "".join(kept[start:])
    full = _is_full(given, surname) and _is_long_enough(name)
    slavic = bool(given) and (not is_latin(name) or looks_slavic(given[0], surname))
    return PersonName(given, surname, patronymic, generation, _turned(name, generation, patronymic), full, slavic)


def keys_of(name: str) -> tuple[str, ...]:
    """Every key under which a full name is the same name; empty for a bare one.

    >>> keys_of("Volker Schlöndorff"), keys_of("Schlöndorff")
    (('volkerschlondorff', 'volkerschloendorff'), ())
    """
    found = [person_name(form) for form in spellings(name)]
    return tuple(dict.fromkeys(form.key for form in found if form.full))


def same_or_short(left: str, right: str) -> bool:
    """Whether two first names may be one person's: initial, beginning, short form, or another spelling.

    >>> same_or_short("a", "andrei"), same_or_short("bob", "robert"), same_or_short("joel", "ethan")
    (True, True, False)
    """
    shorter, longer = sorted((left, right), key=lambda word: (len(word), word))
    if len(shorter) == 1 or (len(shorter) >= 3 and longer.startswith(shorter)):
        return longer.startswith(shorter)
    return same_given_name(left, right) or not set(short_forms(left)).isdisjoint(short_forms(right))


def short_forms(given: str) -> tuple[int, ...]:
    """The groups of short and long forms that a first name is of.

    >>> short_forms("bob") == short_forms("robert"), short_forms("bertrand")
    (True, ())
    """
    return _GROUPS_OF.get(given, ())


def near(left: str, right: str) -> bool:
    """Whether two keys differ by a slip of the pen: one letter, or two in a long one; exchanged letters count as one.

    >>> near("krzysztofzanussi", "krzystofzanussi"), near("joelcoen", "ethancoen"), near("mann", "many")
    (True, False, False)
    """
    length = min(len(left), len(right))
    allowed = 0 if length < 6 else 1 if length < 12 else 2
    return left[-1:] != "" and DamerauLevenshtein.distance(left, right, score_cutoff=allowed) <= allowed


def may_be_same(left: PersonName, right: PersonName) -> bool:
    """Whether nothing in two names speaks against their being one person's: the weak test, for contradictions only.

    >>> may_be_same(person_name("Tarkovsky"), person_name("Andrei Tarkovsky"))
    True
    >>> may_be_same(person_name("Lana Wachowski"), person_name("Lilly Wachowski"))
    False
    """
    if left.generation and right.generation and left.generation != right.generation:
        return False
    if not left.given or not right.given:
        return not set(left.ends).isdisjoint(right.ends)
    if left.turned == right.turned or left.roman == right.roman:
        return True
    same_surname = romanised(left.surname) == romanised(right.surname)
    return (same_surname and same_or_short(left.given[0], right.given[0])) or near(left.roman, right.roman)


def _in_order(name: str) -> str:
    """ "Family, First" in reading order; what follows the comma stays where it is "Jr."."""
    before, comma, after = name.partition(",")
    rest = words(after)
    return f"{after} {before}" if comma and "," not in after and rest and rest[0] not in _GENERATIONS else name


def _parts(name: str) -> list[str]:
    whole = _HYPHENS.sub("'", _DOTTED.sub(" ", name))
    return list(words(whole))


def _turned(name: str, generation: str, patronymic: str) -> str:
    """The first in the alphabet of all rotations of the name's words, hyphenated ones taken apart."""
    parts = [word for word in words(name) if word != patronymic and word not in _HONORIFICS]
    parts = [word for word in parts if _GENERATIONS.get(word) != generation]
    orders = ["".join(parts[index:] + parts[:index]) for index in range(len(parts))]
    return min(orders, default="") + generation


def _surname_start(parts: list[str], name: str) -> int:
    start = max(len(parts) - 1, 0)
    lower = set(re.findall(r"\b[a-z]+\b", name)) & _LOWER_PARTICLES
    while start and (parts[start - 1] in _PARTICLES or parts[start - 1] in lower):
        start -= 1
    return start


def _is_full(given: tuple[str, ...], surname: str) -> bool:
    return len(surname) > 1 and (any(len(word) > 1 for word in given) or len(given) > 1)


def _is_long_enough(name: str) -> bool:
    """Two Han or Hangul characters may be a family name alone."""
    return is_latin(name) or " " in name.strip() or len(name.strip()) > 2
