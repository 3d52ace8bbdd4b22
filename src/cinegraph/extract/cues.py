"""The cue data: words and contexts that tell what a name is, compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from cinegraph.errors import LexiconError
from cinegraph.extract.text import words_in
from cinegraph.resources import resource


@dataclass(frozen=True, slots=True)
class Cue:
    """A context that speaks for a type: ``pattern`` over lower-cased text beside the name."""

    pattern: re.Pattern[str]
    type: str
    weight: float
    window: int = 80


@dataclass(frozen=True, slots=True)
class Cues:
    """All cue data. ``left`` patterns match at the end of the text before a name, ``right`` ones at the start of what follows."""

    left: tuple[Cue, ...]
    right: tuple[Cue, ...]
    common: frozenset[str]
    capitalised: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    particles: frozenset[str]
    organization_words: frozenset[str]
    festival_words: frozenset[str]
    place_words: frozenset[str]
    publication_words: frozenset[str]
    masters: frozenset[str]
    praise: frozenset[str]
    credit_headings: frozenset[str]
    authors: frozenset[str]
    school_words: frozenset[str]
    rather_words: frozenset[str]
    of_a_production: frozenset[str]
    numbered: frozenset[str]


@dataclass(frozen=True, slots=True)
class Crafts:
    """Words of the crafts: ``verbs`` and ``nouns`` map a word to its relation; ``pattern`` finds both, where one of the words ``openings`` stands.

    :ivar roles: what whoever does it is called, for the nouns of crafts that have no relation of their own
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    pattern: re.Pattern[str]
    openings: frozenset[str]
    roles: dict[str, str]


@cache
def load_crafts() -> Crafts:
    """The crafts of ``data/lexicon/patterns/crafts.toml``.

    >>> load_crafts().verbs["helmed"]
    'director'
    """
    data = tomllib.loads(resource("data", "lexicon", "patterns", "crafts.toml").read_text(encoding="utf-8"))["crafts"]
    verbs = {verb: relation for relation, words in data["verbs"].items() for verb in words.split()}
    with_agent = {verb: relation for relation, words in data["verbs_with_by"].items() for verb in words.split()}
    nouns = {noun: relation for relation, words in data["nouns"].items() for noun in words}
    words = sorted({*verbs, *nouns}, key=lambda word: (-len(word), word))
    agent = rf"(?:{'|'.join(with_agent)})(?=(?: (?:in|and|on|theatrically)(?: [\w-]+)?){{0,2}} by\b)"
    return Crafts(
        {**verbs, **with_agent},
        nouns,
        re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, words))}|{agent})(?![\w-])"),
        frozenset(words_in(word)[0] for word in (*verbs, *with_agent, *nouns)),
        dict(data["roles"]),
    )


def _window(pattern: str) -> int:
    """How many characters beside a name a pattern can need: few, unless it has a long gap."""
    return 80 if re.search(r"\{\d+,[3-9]\d\}", pattern) else 44


@cache
def load_cues() -> Cues:
    """The cues of ``data/lexicon/patterns/cues.toml``.

    :raises LexiconError: if the file is malformed; the message names the row
    """
    path = resource("data", "lexicon", "patterns", "cues.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        words = {key: frozenset(value.split()) for key, value in data["words"].items()}
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise LexiconError(f"{path.name}: {error}; mend the file or install cinegraph again") from error
    sides: dict[str, list[Cue]] = {"left": [], "right": []}
    for number, row in enumerate(data["cue"], 1):
        try:
            sides[row["side"]].append(
                Cue(re.compile(row["pattern"]), row["type"], float(row["weight"]), _window(row["pattern"]))
            )
        except (KeyError, re.error, ValueError) as error:
            raise LexiconError(f"{path.name}: cue {number}: {error}") from error
    return Cues(
        tuple(sides["left"]), tuple(sides["right"]), words["common"], words["capitalised"], words["title_connectors_strong"], words["title_connectors_weak"],
        words["name_particles"], words["organization_words"], words["festival_words"], words["place_words"], words["publication_words"],
        words["masters"], words["praise"], frozenset(data["credit_headings"]), frozenset(data["authors"]),
        words["school_words"], words["words_rather_than_towns"],
        words["of_a_production"], words["numbered"],
    )  # fmt: skip
