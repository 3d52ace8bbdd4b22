"""Relation patterns held as data: compiled once, matched on abstract sentences.

A pattern is a regular expression over lower-cased text in which ``<s:F>`` stands for a node (letter F) captured as ``s``, ``<PX>`` for a node of
either letter, and ``%NAME%`` for a macro of the file. See ``data/lexicon/patterns/*.toml``. What a row asks of the place where its pattern matches,
of the film in question and of the words around it stands in fields of the row, or of the table ``[family.NAME]`` for all rows whose id begins with
that name and a full stop: the engine knows no pattern by its name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
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
KNOWN = "@known"
"""In the place of a relation: what the article tells of the person in slot ``d`` to do in films; nothing where it does not tell."""
OWN = "@own"
"""In the place of a relation: what somebody in slot ``o`` has done for a film that is called that person's own."""
TAKEN_ON = "@taken-on"
"""In the place of a relation: what whom slot ``o`` names, taken on to shoot a film, does for it; by trade, else by who took on (slot ``d``)."""
TAKES_ON = "@takes-on"
"""In the place of a relation: what the person in slot ``d``, who takes on somebody else to shoot a film, does for it."""
LISTED = "@listed"
"""What a film in a filmography is to whoever the page is about: by that person's trade."""
_SLOT = re.compile(r"<(?:(?P<name>[a-z_]\w*):)?(?P<letters>[A-Z]+)>")
_MACRO = re.compile(r"%([A-Z_]+)%")


PLACES = frozenset({"line", "item", "caption", "jury", "interview", "review"})
"""Where a pattern may be bound to: a line that is no sentence, an item of a list or table, a caption, what stands under a jury's heading,
an interview, a review or a page with a film's credits."""
FILMS = frozenset({"", "asked", "credits", "news", "part", "reviewed"})
"""Which film ``@film`` is where the sentence leaves it open: the one asked about, the one over the credits, the one that the news is about, the one
named next as a part's, the one under review; else the one last spoken of."""
_MARKS = (
    "defined", "passive", "presupposed", "of_it", "known_film", "any_distributor", "listed", "film_behind", "perhaps_shot", "own_film", "first_film",
)  # fmt: skip
_LISTS = ("where", "kinds", "misread")
_TRAITS = frozenset({"film", "nominated_by", *_MARKS, *_LISTS})
_FIELDS = _TRAITS | {"id", "pattern", "claims", "qualifiers", "needs", "optional", "modality", "examples", "counterexamples"}


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One row of the pattern data.

    :ivar claims: triples of (subject slot, relation, object slot); an object slot that begins with ``=`` is a literal, the subject ``@film`` is
        the film in question, a relation ``@v`` is the one that the node in slot ``v`` carries, ``@maker`` that of the trade of the person in slot ``o``
    :ivar qualifiers: qualifier name → slot, or ``=text``
    :ivar needs: words of which at least one must stand in the sentence (cheap test)
    :ivar letters: node letters that must all stand in the sentence
    :ivar where: the :data:`PLACES` that it is bound to, all of them; everywhere if it names none
    :ivar film: which film it says something of, one of :data:`FILMS`
    :ivar kinds: the kinds of organisation of which all its objects must be
    :ivar nominated_by: where this stands in the sentence, a prize won is a nomination
    :ivar misread: the misreadings that it is prone to, of those under ``[misreadings]`` in the data
    :ivar defined: only where the trade is a definite one ("the director"), and no film stands after it
    :ivar passive: its film stands before it, as a participle's does ("F, written by …")
    :ivar presupposed: taken for granted ("Ada's F"): neither a question nor a denial before it touches it
    :ivar of_it: a film that is only "it" has a director by it too
    :ivar known_film: of a film spoken of before; "the new film by Ada" is another
    :ivar any_distributor: a broadcaster that distributes a film by it is not the film's network
    :ivar listed: a prize won is a nomination where it stands under a heading of nominations
    :ivar film_behind: the film stands behind the prize, and may be that of another prize that ends with one
    :ivar perhaps_shot: whoever directed a film by it may have held the camera ("Ada shot F")
    :ivar first_film: of films joined behind it only the first is meant ("Ada's Sundance-premiering F and G")
    :ivar own_film: it only says whose film it is ("Ada's F"), which in the life of another craft is that craft's work
    """

    id: str
    regex: re.Pattern[str]
    claims: tuple[tuple[str, str, str], ...]
    qualifiers: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    letters: tuple[str, ...]
    modality: str | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    where: frozenset[str]
    film: str
    kinds: tuple[str, ...]
    nominated_by: str
    misread: tuple[str, ...]
    defined: bool
    passive: bool
    presupposed: bool
    of_it: bool
    known_film: bool
    any_distributor: bool
    listed: bool
    film_behind: bool
    perhaps_shot: bool
    own_film: bool
    first_film: bool


@cache
def load_patterns(*extra: Path) -> tuple[Pattern, ...]:
    """The patterns of ``data/lexicon/patterns`` (files with ``[[pattern]]`` rows), in the order of file name and row.

    :param extra: a user's own pattern files
    :raises LexiconError: if a row is malformed; the message names file and row
    """
    folder = resource("data", "lexicon", "patterns")
    macros: dict[str, str] = {}
    families: dict[str, dict[str, object]] = {}
    misreadings: set[str] = set()
    rows: list[tuple[Path, dict[str, object]]] = []
    for path in [*sorted(folder.glob("*.toml")), *extra]:
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
            raise LexiconError(f"{path}: {error}; mend the file") from error
        macros.update(data.get("macros", {}))
        families.update(data.get("family", {}))
        misreadings.update(data.get("misreadings", ()))
        rows += [(path, row) for row in data.get("pattern", [])]
    patterns = tuple(_compile(path, _with_family(row, families), macros, misreadings) for path, row in rows)
    seen: set[str] = set()
    for pattern in patterns:
        if pattern.id in seen:
            raise LexiconError(f"two patterns are called {pattern.id}; rename one")
        seen.add(pattern.id)
    return patterns


@cache
def pattern_of(rule: str) -> Pattern | None:
    """The pattern that a piece of evidence names as its rule, if it is one and no reduction."""
    return _by_id().get(rule)


@cache
def _by_id() -> dict[str, Pattern]:
    return {pattern.id: pattern for pattern in load_patterns()}


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


def _with_family(row: dict[str, object], families: dict[str, dict[str, object]]) -> dict[str, object]:
    """A row with what its family has in common; its own fields go first, and lists are united."""
    name, stop, _ = str(row.get("id", "")).partition(".")
    family = families.get(name) if stop else None
    if family is None:
        return row
    whole = {**family, **row}
    for key in _LISTS:
        if key in family and key in row:
            whole[key] = [*family[key], *row[key]]  # type: ignore[misc]
    return whole


def _compile(path: Path, row: dict[str, object], macros: dict[str, str], misreadings: set[str]) -> Pattern:
    """The pattern of a row.

    :raises LexiconError: if a field is missing, misspelt or names what there is not
    """
    name = str(row.get("id", "?"))
    fault = f"{path.name}: pattern {name}"
    try:
        source = str(row["pattern"])
        regex = _compiled(quicker(expand(source, macros)))
        claims = tuple((str(s), str(p), str(o)) for s, p, o in row["claims"])  # type: ignore[attr-defined]
        qualifiers = tuple(sorted((str(k), str(v)) for k, v in dict(row.get("qualifiers", {})).items()))  # type: ignore[call-overload]
        _check_slots(fault, regex, claims, qualifiers)
        where, kinds, misread = (_texts(row, key) for key in ("where", "kinds", "misread"))
        film = str(row.get("film", ""))
        _check_known(fault, "field", row, _FIELDS)
        _check_known(fault, "place", where, PLACES)
        _check_known(fault, "film", (film,), FILMS)
        _check_known(fault, "misreading", misread, misreadings)
        modality = row.get("modality")
        return Pattern(
            id=name,
            regex=regex,
            claims=claims,
            qualifiers=qualifiers,
            needs=_texts(row, "needs"),
            letters=tuple(m["letters"] for m in _SLOT.finditer(source) if m["name"] and not row.get("optional")),
            modality=str(modality) if modality else None,
            examples=_texts(row, "examples"),
            counterexamples=_texts(row, "counterexamples"),
            where=frozenset(where),
            film=film,
            kinds=kinds,
            nominated_by=str(row.get("nominated_by", "")),
            misread=misread,
            defined=bool(row.get("defined")),
            passive=bool(row.get("passive")),
            presupposed=bool(row.get("presupposed")),
            of_it=bool(row.get("of_it")),
            known_film=bool(row.get("known_film")),
            any_distributor=bool(row.get("any_distributor")),
            listed=bool(row.get("listed")),
            film_behind=bool(row.get("film_behind")),
            perhaps_shot=bool(row.get("perhaps_shot")),
            own_film=bool(row.get("own_film")),
            first_film=bool(row.get("first_film")),
        )
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise LexiconError(f"{fault}: {error!r}") from error


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """An expression, compiled once for all sets of patterns: those of a user stand beside the same shipped ones."""
    return re.compile(source)


def _texts(row: dict[str, object], key: str) -> tuple[str, ...]:
    return tuple(map(str, row.get(key, ())))  # type: ignore[call-overload]


def _check_known(fault: str, what: str, given: Iterable[str], known: Collection[str]) -> None:
    """Raise an error that names the first of some words that is not a known one."""
    for word in given:
        if word not in known:
            raise LexiconError(f"{fault}: no {what} is called {word!r}; there are {', '.join(sorted(filter(None, known)))}")


def _check_slots(
    fault: str, regex: re.Pattern[str], claims: tuple[tuple[str, str, str], ...], qualifiers: tuple[tuple[str, str], ...]
) -> None:
    """Raise an error where claims or qualifiers name a relation or slot that there is not."""
    for slot, relation, value in claims:
        known = relation in RELATIONS or relation in (MAKER, CRAFTED, KNOWN, OWN, TAKEN_ON, TAKES_ON, LISTED)
        if not known and not (relation.startswith("@") and relation[1:] in regex.groupindex):
            raise LexiconError(f"{fault}: no relation is called {relation!r}")
        missing = [s for s in (slot, value) if not s.startswith(("=", "@")) and s not in regex.groupindex]
        if missing:
            raise LexiconError(f"{fault}: no slot is called {missing[0]!r}")
    for key, slot in qualifiers:
        if not slot.startswith("=") and slot not in regex.groupindex:
            raise LexiconError(f"{fault}: qualifier {key}: no slot is called {slot!r}")


class Matcher:
    """Patterns made ready to be matched on many sentences."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._patterns = patterns
        self._sieve = Sieve([pattern.regex for pattern in patterns])
        self._of_letters: dict[tuple[str, ...], int] = {}
        for index, pattern in enumerate(patterns):
            self._of_letters[pattern.letters] = self._of_letters.get(pattern.letters, 0) | 1 << index
        self._fillable: dict[frozenset[str], int] = {}
        self._bound: dict[frozenset[str], int] = {}

    def matches(
        self, sentence: AbstractSentence, elsewhere: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Pattern, re.Match[str]]]:
        """Every match of every pattern in a sentence, patterns in order, each from left to right, overlaps included.

        :param elsewhere: the :data:`PLACES` where the sentence does not stand; what is bound to one of them is left out
        """
        string = sentence.string
        present = frozenset(sentence.letters())
        fillable = self._fillable.get(present)
        if fillable is None:
            fillable = self._fillable[present] = self._with_letters(present)
        if elsewhere:
            fillable &= ~self._bound_to(elsewhere)
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

    def _bound_to(self, places: frozenset[str]) -> int:
        found = self._bound.get(places)
        if found is None:
            found = self._bound[places] = sum(1 << i for i, p in enumerate(self._patterns) if p.where & places)
        return found

    def _with_letters(self, present: frozenset[str]) -> int:
        """The patterns whose slots could all be filled by nodes of these letters, as a number with their bits set."""
        return sum(
            those
            for slots, those in self._of_letters.items()
            if not any(present.isdisjoint(letters) for letters in slots)
        )


@cache
def matcher_of(patterns: tuple[Pattern, ...]) -> Matcher:
    """The matcher of these patterns, made once."""
    return Matcher(patterns)
