"""Relation patterns held as data: compiled once, matched on abstract sentences.

A pattern is a regular expression over lower-cased text in which ``<s:F>`` stands for a node (letter F) captured as ``s``, ``<PX>`` for a node of
either letter, and ``%NAME%`` for a macro of the file. See ``data/lexicon/patterns/*.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cinegraph.errors import LexiconError
from cinegraph.extract.expressions import quicker
from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.sieve import Sieve
from cinegraph.relations import RELATIONS
from cinegraph.resources import resource

CRAFTED = "@crafted"
"""The relation of what somebody did to many films: by the craft's verb in slot ``v``, else cut, shot or directed."""
MAKER = "@maker"
"""In the place of a relation: what the person in slot ``o`` does, a director's work where nothing else is known."""
OWN = "@own"
"""In the place of a relation: what somebody in slot ``o`` has done for a film that is called that person's own."""
_SLOT = re.compile(r"<(?:(?P<name>[a-z_]\w*):)?(?P<letters>[A-Z]+)>")
_MACRO = re.compile(r"%([A-Z_]+)%")


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One row of the pattern data.

    :ivar claims: triples of (subject slot, relation, object slot); an object slot that begins with ``=`` is a literal, the subject ``@film`` is
        the film in question, a relation ``@v`` is the one that the node in slot ``v`` carries, ``@maker`` that of the trade of the person in slot ``o``
    :ivar defined: only where the trade is a definite one ("the director"), and no film stands after it
    :ivar qualifiers: qualifier name → slot, or ``=text``
    :ivar needs: words of which at least one must stand in the sentence (cheap test)
    :ivar letters: node letters that must all stand in the sentence
    """

    id: str
    regex: re.Pattern[str]
    claims: tuple[tuple[str, str, str], ...]
    qualifiers: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    letters: tuple[str, ...]
    modality: str | None
    defined: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def load_patterns(*extra: Path) -> tuple[Pattern, ...]:
    """The patterns of ``data/lexicon/patterns`` (files with ``[[pattern]]`` rows), in the order of file name and row.

    :param extra: a user's own pattern files
    :raises LexiconError: if a row is malformed; the message names file and row
    """
    folder = resource("data", "lexicon", "patterns")
    macros: dict[str, str] = {}
    rows: list[tuple[Path, dict[str, object]]] = []
    for path in [*sorted(folder.glob("*.toml")), *extra]:
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
            raise LexiconError(f"{path}: {error}; mend the file") from error
        macros.update(data.get("macros", {}))
        rows += [(path, row) for row in data.get("pattern", [])]
    patterns = tuple(_compile(path, row, macros) for path, row in rows)
    seen: set[str] = set()
    for pattern in patterns:
        if pattern.id in seen:
            raise LexiconError(f"two patterns are called {pattern.id}; rename one")
        seen.add(pattern.id)
    return patterns


def expand(text: str, macros: dict[str, str]) -> str:
    """A pattern with its macros and slots written out as a regular expression.

    >>> expand("%BE% seen", {"BE": "(?:is|was)"})
    '(?:is|was) seen'
    """
    for _ in range(5):
        text = _MACRO.sub(lambda m: macros[m.group(1)], text)
    used: dict[str, int] = {}

    def slot(match: re.Match[str]) -> str:
        name = match["name"]
        if not name:
            return char_class(match["letters"])
        used[name] = used.get(name, 0) + 1
        return f"(?P<{name if used[name] == 1 else f'{name}__{used[name]}'}>{char_class(match['letters'])})"

    return _SLOT.sub(slot, text)


def captured(match: re.Match[str], slot: str) -> str | None:
    """What a slot captured, in whichever alternative of the pattern it stands."""
    text = match[slot]
    number = 2
    while text is None and f"{slot}__{number}" in match.re.groupindex:
        text = match[f"{slot}__{number}"]
        number += 1
    return text


def _compile(path: Path, row: dict[str, object], macros: dict[str, str]) -> Pattern:
    name = str(row.get("id", "?"))
    try:
        source = str(row["pattern"])
        regex = re.compile(quicker(expand(source, macros)))
        claims = tuple((str(s), str(p), str(o)) for s, p, o in row["claims"])  # type: ignore[attr-defined]
        for slot, relation, value in claims:
            known = relation in RELATIONS or relation in (MAKER, CRAFTED, OWN)
            if not known and not (relation.startswith("@") and relation[1:] in regex.groupindex):
                raise LexiconError(f"{path.name}: pattern {name}: no relation is called {relation!r}")
            missing = [s for s in (slot, value) if not s.startswith(("=", "@")) and s not in regex.groupindex]
            if missing:
                raise LexiconError(f"{path.name}: pattern {name}: no slot is called {missing[0]!r}")
        qualifiers = tuple(sorted((str(k), str(v)) for k, v in dict(row.get("qualifiers", {})).items()))  # type: ignore[call-overload]
        for key, slot in qualifiers:
            if not slot.startswith("=") and slot not in regex.groupindex:
                raise LexiconError(f"{path.name}: pattern {name}: qualifier {key}: no slot is called {slot!r}")
        needs = tuple(str(n) for n in row.get("needs", ()))  # type: ignore[attr-defined]
        listed = tuple(tuple(map(str, row.get(k, ()))) for k in ("examples", "counterexamples"))  # type: ignore[call-overload]
        letters = tuple(m["letters"] for m in _SLOT.finditer(source) if m["name"] and not row.get("optional"))
        modality = row.get("modality")
        return Pattern(
            name,
            regex,
            claims,
            qualifiers,
            needs,
            letters,
            str(modality) if modality else None,
            bool(row.get("defined")),
            listed[0],
            listed[1],
        )
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise LexiconError(f"{path.name}: pattern {name}: {error!r}") from error


class Matcher:
    """Patterns made ready to be matched on many sentences."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._patterns = patterns
        self._sieve = Sieve([pattern.regex for pattern in patterns])
        self._fillable: dict[frozenset[str], int] = {}
        self._named: dict[tuple[str, ...], int] = {}

    def matches(
        self, sentence: AbstractSentence, without: tuple[str, ...] = ()
    ) -> Iterator[tuple[Pattern, re.Match[str]]]:
        """Every match of every pattern in a sentence, patterns in order, each from left to right, overlaps included.

        :param without: beginnings of the names of patterns that are left out
        """
        string = sentence.string
        present = frozenset(sentence.letters())
        fillable = self._fillable.get(present)
        if fillable is None:
            fillable = self._fillable[present] = self._with_letters(present)
        if without:
            fillable &= ~self._with_names(without)
        for index in self._sieve.possible(string, fillable) if fillable else ():
            pattern = self._patterns[index]
            if pattern.needs:
                for need in pattern.needs:
                    if need in string:
                        break
                else:
                    continue
            position = 0
            while (match := pattern.regex.search(string, position)) is not None:
                yield pattern, match
                position = match.start() + 1

    def _with_names(self, beginnings: tuple[str, ...]) -> int:
        found = self._named.get(beginnings)
        if found is None:
            found = sum(1 << i for i, p in enumerate(self._patterns) if p.id.startswith(beginnings))
            self._named[beginnings] = found
        return found

    def _with_letters(self, present: frozenset[str]) -> int:
        """The patterns whose slots could all be filled by nodes of these letters, as a number with their bits set."""
        return sum(
            1 << index
            for index, pattern in enumerate(self._patterns)
            if not any(present.isdisjoint(letters) for letters in pattern.letters)
        )


@cache
def matcher_of(patterns: tuple[Pattern, ...]) -> Matcher:
    """The matcher of these patterns, made once."""
    return Matcher(patterns)
