"""The names of a thing, each with what it is: original, transliterated, translated, former, or another spelling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from cinegraph.questions.facts import Fact, Thing, iris, terms_of
from cinegraph.rdf.terms import ALT_LABEL, LABEL
from cinegraph.store.folding import fold, loose

if TYPE_CHECKING:
    from cinegraph.store import Store

_LANGUAGES = {
    "ru": "Russian",
    "uk": "Ukrainian",
    "be": "Belarusian",
    "el": "Greek",
    "ka": "Georgian",
    "hy": "Armenian",
    "he": "Hebrew",
    "th": "Thai",
    "ko": "Korean",
    "ja": "Japanese",
    "und-hani": "Chinese characters",
    "und-arab": "Arabic script",
    "und-deva": "Devanagari",
    "und-ethi": "Ethiopic",
}


class Name(NamedTuple):
    """A name other than the preferred one.

    :ivar kind: ``original`` (in its own script), ``transliterated`` (that, in Latin letters), ``translated`` (a film's
        title in Latin letters beside an original one), ``former`` (as articles say), ``variant``
    :ivar language: of a name in another script its tag; for Latin letters empty, since nobody knows
    """

    name: str
    kind: str = "variant"
    language: str = ""

    @property
    def told(self) -> str:
        """The name, with what it is where that is worth telling.

        >>> Name("Дылда", "original", "ru").told, Name("Dylda", "transliterated").told, Name("Cannes").told
        ('Дылда (Russian)', 'Dylda (transliterated)', 'Cannes')
        """
        word = _LANGUAGES.get(self.language, "") if self.kind == "original" else self.kind
        return f"{self.name} ({word})" if word and self.kind != "variant" else self.name


def names_of(store: Store, thing: Thing, facts: Sequence[Fact] = ()) -> tuple[Name, ...]:
    """All names but the preferred one, in order of code points.

    :param facts: claims about it, among them those of its former names
    """
    rows = terms_of(
        store.query(
            f"SELECT ?name WHERE {{ GRAPH graph:entities {{ {iris([thing.iri])} <{LABEL}>|<{ALT_LABEL}> ?name }} }}"
        )
    )
    given = {name.value: name.language or "" for (name,) in rows}
    former = {fact.object for fact in facts if fact.relation == "former_name" and fact.subject == thing and fact.holds}
    return tuple(name._replace(kind="former") if name.name in former else name for name in told_apart(thing, given))


def told_apart(thing: Thing, given: dict[str, str]) -> tuple[Name, ...]:
    """What each name is.

    :param given: each name with its language tag, the preferred one among them
    """
    own = {name: tag for name, tag in given.items() if tag not in ("", "en")}
    read = {loose(fold(name)) for name in own}
    return tuple(
        Name(name, _kind(name, tag, thing, own, read), tag if name in own else "")
        for name, tag in sorted(given.items())
        if name != thing.label
    )


def _kind(name: str, tag: str, thing: Thing, own: dict[str, str], read: set[str]) -> str:
    if name in own:
        return "original"
    if loose(fold(name)) in read and loose(fold(thing.label)) not in read:
        return "transliterated"
    # A title in Latin letters that does not sound like the original says what it means.
    return (
        "translated" if own and thing.type in ("Film", "Series", "Work") and not _like(name, thing.label) else "variant"
    )


def _like(one: str, other: str) -> bool:
    words: Sequence[set[str]] = [set(fold(each).split()) for each in (one, other)]
    return bool(words[0] & words[1])
