"""People of an article: full names, and the surnames, first names and misspellings that mean them."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz.distance import Levenshtein

from cinegraph.extract.registry import Registry
from cinegraph.extract.text import PARTICLES, fold
from cinegraph.lexicon import Lexicon
from cinegraph.model import EntityType, Merge


class People:
    """Links a person's name in an article to one entity, or says that it cannot tell."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self.registry, self.lexicon = registry, lexicon
        self.by_key: dict[str, str] = {}
        self.parts: dict[str, list[str]] = defaultdict(list)
        self.tokens: dict[str, list[str]] = {}

    def add_all(self, names: list[str]) -> None:
        """Make entities of full names (two words or more), united where they are spellings of one."""
        # An initial is whose it is only when all names are known that may begin so.
        for name in sorted(names, key=lambda n: (len(fold(n).split()[0]) == 1, -len(fold(n).split()))):
            self._add(name)

    def _add(self, name: str) -> None:
        key = fold(name)
        if key in self.by_key:
            return
        tokens = key.split()
        # Names of several words that share none are never one person's.
        words = frozenset(tokens)
        near = (i for i, other in self.tokens.items() if len(other) == 1 or not words.isdisjoint(other))
        twin = next((id_ for id_ in near if reason_for_same(tokens, self.tokens[id_])), None) or self._of_initial(tokens)
        if twin is not None:
            reason = reason_for_same(tokens, self.tokens[twin]) or "the initial of the only one with that surname"
            self.by_key[key] = twin
            self.registry.drafts[twin].merges.append(Merge(self.registry.drafts[twin].label, name, reason))
        else:
            twin = self.registry.named(EntityType.PERSON, name)
            self.by_key[key] = twin
            self.tokens[twin] = tokens
            draft = self.registry.drafts[twin]
            draft.label = _title_case(name)
            draft.gender = self.lexicon.gender_of(name.split()[0])
        for part in _capitals(name) or {tokens[-1], tokens[0], " ".join(_surname(tokens))}:
            if twin not in self.parts[part]:
                self.parts[part].append(twin)

    def _of_initial(self, tokens: list[str]) -> str | None:
        """Whom an initial and a surname mean ("G. Polushkin" beside one Gennady Polushkin): the one person of the article who has both."""
        if len(tokens) != 2 or len(tokens[0]) != 1:
            return None
        bearers = [id_ for id_, other in self.tokens.items() if other[-1] == tokens[-1] and len(other) > 1]
        return bearers[0] if len(bearers) == 1 and self.tokens[bearers[0]][0].startswith(tokens[0]) else None

    def add_sharing(self, first_name: str, full_name: str) -> None:
        """Make an entity of a first name whose surname is said with the next one; the first name alone leads to it."""
        self._add(full_name)
        self.by_key[fold(first_name)] = self.by_key[fold(full_name)]

    def candidates(self, name: str) -> list[str]:
        """Ids of the people that a name may mean: by full name, by surname or first name, or by a near spelling."""
        key = fold(name)
        if key in self.by_key:
            return [self.by_key[key]]
        if key in self.parts:
            return self.parts[key]
        if len(key) >= 6 and " " not in key:
            near = [
                part
                for part in self.parts
                if " " not in part and abs(len(part) - len(key)) <= 1 and Levenshtein.distance(part, key) == 1
            ]
            if len(near) == 1 and len(self.parts[near[0]]) == 1:
                return self.parts[near[0]]
        return []

    def single(self, name: str) -> str:
        """The entity of a person known by one name only."""
        key = fold(name)
        if key not in self.by_key:
            id_ = self.registry.named(EntityType.PERSON, _title_case(name))
            self.by_key[key] = id_
            self.registry.drafts[id_].gender = self.lexicon.gender_of(name)
        return self.by_key[key]


_PATRONYMIC = ("vich", "vitch", "vna", "ichna", "ovych", "evych", "oglu", "kyzy")


def reason_for_same(left: list[str], right: list[str]) -> str:
    """Why two full names (folded, as words) are one person's within one article, or an empty string.

    >>> reason_for_same(["andrey", "zvyagintsev"], ["andrei", "zvyagintsev"])
    'spellings of one name'
    >>> reason_for_same(["jean", "renoir"], ["auguste", "renoir"])
    ''
    """
    if left[-1] == right[-1] and left[0] == right[0]:
        return "the same first name and surname"
    short, long = sorted((left, right), key=len)
    if len(short) >= 2 and len(long) > len(short) and set(short) <= set(long):
        return "the shorter name is part of the longer"
    if len(short) == 2 and len(long) == 3 and short[1] == long[2] and long[1].endswith(_PATRONYMIC) and romanised(short[0]) == romanised(long[0]):
        return "romanisations of one name"
    if len(left) == len(right) and sorted(left) == sorted(right):
        return "the same name in another order"
    if len(left) == len(right):
        distances = [Levenshtein.distance(a, b) for a, b in zip(left, right, strict=True)]
        if sum(distances) == 1 and min(len(left[0]), len(right[0])) >= 4:
            changed = distances.index(1)
            if not _inflected(left[changed], right[changed]):
                return "spellings of one name"
        if left[-1] == right[-1] and romanised(left[0]) == romanised(right[0]):
            return "romanisations of one name"
    return ""


def _inflected(left: str, right: str) -> bool:
    """Whether two words differ only by an ending that tells a man from a woman (Petrov, Petrova)."""
    short, long = sorted((left, right), key=len)
    return len(long) == len(short) + 1 and long.startswith(short) and long[-1] in "ae"


def romanised(word: str) -> str:
    """A folded first name under one of its usual romanisations.

    >>> romanised("aleksandr") == romanised("alexander")
    True
    """
    for old, new in (
        ("ks", "x"),
        ("kh", "h"),
        ("yev", "ev"),
        ("yu", "u"),
        ("iu", "u"),
        ("ya", "a"),
        ("ia", "a"),
        ("sch", "sh"),
        ("ph", "f"),
        ("tz", "ts"),
    ):
        word = word.replace(old, new)
    word = word.replace("y", "i").replace("j", "i").replace("w", "v").replace("ander", "andr")
    return word.replace("ii", "i").replace("ei", "e").replace("ai", "a").rstrip("i")


def _capitals(name: str) -> set[str]:
    """The parts of a name whose surname is in capitals ("SEO Ji-an"), by which its bearer is called; nothing where it is written as others are.

    >>> sorted(_capitals("SEO Ji-an")), _capitals("Ada Doe"), _capitals("ADA DOE")
    (['ji an', 'seo'], set(), set())
    """
    words = name.split()
    capitals = [word for word in words if len(word) > 1 and word.isupper() and word.isalpha()]
    others = [word for word in words if word not in capitals]
    if not capitals or not others or not all("-" in word or word.istitle() for word in others) or not any("-" in word for word in others):
        return set()
    return {fold(" ".join(capitals)), fold(" ".join(others))}


def _surname(tokens: list[str]) -> list[str]:
    index = len(tokens) - 1
    while index > 1 and tokens[index - 1] in PARTICLES:
        index -= 1
    return tokens[index:]


def _title_case(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 else name
