"""The words of the field: occupations, genres, forms, titles before names, particles inside names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cinegraph.errors import LexiconError
from cinegraph.lexicon.entries import Occupation
from cinegraph.lexicon.rows import Row, texts

_NAME_LISTS = ("female_names", "male_names", "unisex_names", "not_first_names")
_GENRES = ("genre_nouns", "genre_modifiers")
_SETS = ("common_nouns", "titles", "particles", "suffixes", "ethnicities", "languages", *_GENRES, *_NAME_LISTS)
WORD_TABLES = (*_SETS, "forms", "occupation")
"""The tables of words that may stand in a file."""


@dataclass(slots=True, eq=False)
class Words:
    """What the word lists of all files give together; keys are in lower case where the case does not matter.

    :ivar genre_nouns: words that name a genre by themselves: "thriller", "western"
    :ivar genre_modifiers: words that narrow one: "psychological", "neo-noir"
    :ivar common_nouns: words of names that many write small: "the Cannes film festival"
    :ivar forms: noun → form: "doc" → ``documentary``
    """

    occupations: dict[str, Occupation] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    particles: set[str] = field(default_factory=set)
    suffixes: set[str] = field(default_factory=set)
    genre_nouns: set[str] = field(default_factory=set)
    genre_modifiers: set[str] = field(default_factory=set)
    ethnicities: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    common_nouns: set[str] = field(default_factory=set)
    female_names: set[str] = field(default_factory=set)
    male_names: set[str] = field(default_factory=set)
    unisex_names: set[str] = field(default_factory=set)
    not_first_names: set[str] = field(default_factory=set)

    def add(self, path: Path, content: Row) -> None:
        """Take in the word lists of one file.

        :raises LexiconError: if a list is no list of words, or an occupation lacks its nouns
        """
        for name in _SETS:
            getattr(self, name).update(texts(path, name, content.get(name, [])))
        for form, nouns in _table(path, "forms", content).items():
            self.forms.update({noun.lower(): form for noun in texts(path, f"forms.{form}", nouns)})
        for row in content.get("occupation", []):
            self.occupations.update(_occupations(path, row))


def _occupations(path: Path, row: Row) -> Iterator[tuple[str, Occupation]]:
    label = row.get("label")
    if not isinstance(label, str):
        raise LexiconError(f'{path}: an [[occupation]] has no label; add label = "…"')
    for noun in texts(path, f"occupation {label}: nouns", row.get("nouns", [])):
        singular = Occupation(label, row.get("relation"), row.get("gender"))
        yield noun.lower(), singular
        yield plural(noun.lower()), Occupation(label, row.get("relation"), row.get("gender"), plural=True)


def plural(noun: str) -> str:
    """The plural of an English noun for a trade.

    >>> plural("actress"), plural("director of photography"), plural("cameraman"), plural("documentary-maker")
    ('actresses', 'directors of photography', 'cameramen', 'documentary-makers')
    """
    head, of, rest = noun.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    if noun.endswith(("s", "ch", "sh", "x")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"


def _table(path: Path, name: str, content: Row) -> Mapping[str, object]:
    value = content.get(name, {})
    if not isinstance(value, dict):
        raise LexiconError(f"{path}: [{name}] must be a table")
    return value
