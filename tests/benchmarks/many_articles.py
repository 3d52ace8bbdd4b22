"""Writes many articles: the packaged ones again and again, each time with other people, titles and years in them.

Each set of them tells of a small world of its own, in which the articles speak of one another's people and films as the
packaged ones do; festivals, prizes and places are the same in all. Seeded: the same for anyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from cinegraph.articles import find_articles, read_article
from cinegraph.extract import extract
from cinegraph.generate import names
from cinegraph.lexicon import load_lexicon
from cinegraph.model import EntityType
from cinegraph.resources import resource

_TITLED = frozenset({EntityType.FILM, EntityType.SERIES, EntityType.WORK})
_YEAR = re.compile(r"\b(?:19[6-9]|20[0-2])\d\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PER_FOLDER = 1000
_ENDINGS = ("", "", "er", "man", "sen", "ik", "ova", "idis", "oglu", "etti")
_YEARS = 40
"""So many years a world may lie before the packaged one."""


class Patterns(NamedTuple):
    """The packaged articles, and what of them is exchanged.

    :ivar texts: their files' text, by name
    :ivar words: of the names of people, each with whether it is a first name
    :ivar titles: of films, the longest first
    """

    texts: dict[str, str]
    words: dict[str, bool]
    titles: list[str]


def patterns() -> Patterns:
    """The packaged articles that are plain text or Markdown."""
    lexicon = load_lexicon()
    texts: dict[str, str] = {}
    words: dict[str, bool] = {}
    titles: set[str] = set()
    for source in find_articles([str(resource("data", "articles"))]):
        if source.path is None or Path(source.path).suffix == ".html":
            continue
        texts[source.name] = Path(source.path).read_text(encoding="utf-8")
        for entity in extract(read_article(source), lexicon).entities:
            if entity.type is EntityType.PERSON:
                for name in entity.names:
                    *given, family = _WORD.findall(name) or [""]
                    words |= {word: True for word in given if word[0].isupper()}
                    words |= {family: False} if given else {}
            elif entity.type in _TITLED:
                titles |= set(entity.names)
    return Patterns(texts, words, sorted(titles, key=lambda title: (-len(title), title)))


def articles(number: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """So many articles: of each its file's name and text."""
    given = patterns()
    made = world = 0
    while made < number:
        exchange = _Exchange(given, Random(f"{seed} {world}"))
        for name, text in given.texts.items():
            if made == number:
                return
            yield f"{made // _PER_FOLDER:04}/{world:05}-{name}", exchange(text)
            made += 1
        world += 1


class _Exchange:
    """Puts the names of one world in the place of the packaged ones."""

    def __init__(self, given: Patterns, random: Random) -> None:
        self._names: dict[str, str] = {title: _title(random) for title in given.titles}
        for word, first in given.words.items():
            given_name, family = _person(random)
            self._names.setdefault(word, given_name if first else family)
        self._back = random.randrange(_YEARS)
        found = sorted(self._names, key=lambda name: (-len(name), name))
        self._any = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, found)) + r")(?!\w)")

    def __call__(self, text: str) -> str:
        renamed = self._any.sub(lambda found: self._names[found[0]], text)
        return _YEAR.sub(lambda found: str(int(found[0]) - self._back), renamed)


def _title(random: Random) -> str:
    """A title that few films share, however many there are."""
    return f"{names.title(random)} {random.choice(('', 'of', 'in', 'and'))} {names.town(random)}".replace("  ", " ")


def _person(random: Random) -> tuple[str, str]:
    while True:
        given, _, family = names.person(random).name.partition(" ")
        # Some lists have no surnames but this one.
        if family not in ("", "Doe"):
            # There are more surnames than the lists have.
            return given, family + random.choice(_ENDINGS)


def write(folder: Path, number: int, seed: int = 1) -> None:
    """Write so many articles into a folder; those that are there already stay."""
    for name, text in articles(number, seed):
        file = folder / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
