"""Whether an extracted fact is one of the gold's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from cinegraph.evaluate.gold import Gold, GoldFact
from cinegraph.evaluate.spelling import plain, stands_in, words
from cinegraph.model import EntityType
from cinegraph.rdf.facts import Fact
from cinegraph.relations import RELATIONS

_BY_WORDS = frozenset({EntityType.AWARD, EntityType.SECTION, EntityType.FESTIVAL})
_COMPOSITE = frozenset({EntityType.AWARD, EntityType.SECTION})
# A premiere is a screening: either name for the other is accepted.
_NEAR = {"premiered_at": "screened_at", "screened_at": "premiered_at"}
_CONTEXT = ("festival", "section", "edition", "conferred_by")
# Words that tell no award, section or festival from another.
_COMMON = frozenset(
    {"the", "a", "an", "of", "at", "for", "in", "and", "best"}
    | {"award", "awards", "prize", "prizes", "film", "films", "festival"}
)
# An award that the gold names without a craft may be given with one ("European Film Award for Best Actress").
_CRAFT = frozenset(
    {"actor", "actress", "leading", "supporting", "role", "director", "direction", "directing"}
    | {"screenplay", "script", "writing", "cinematography", "cinematographer", "camera", "work", "editing"}
    | {"score", "music", "achievement", "international", "feature"}
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST_LITERAL = 12


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity or literal of an extracted fact.

    :ivar identity: what makes it the same thing as another
    :ivar names: the plain names under which it counts
    :ivar entity: whether it is an entity
    """

    identity: str
    names: frozenset[str]
    entity: bool


@dataclass(frozen=True, slots=True)
class Given:
    """An extracted fact, made ready for comparison.

    :ivar context: words of its festival and section, which an award's name may borrow
    """

    fact: Fact
    subject: Thing
    object: Thing
    qualifiers: Mapping[str, Thing]
    context: frozenset[str]


@dataclass(slots=True)
class Matcher:
    """Holds facts against the gold of one article.

    :ivar text: the article's text, where it is known: an alias counts only if it stands there
    """

    gold: Gold
    text: str | None
    _types: dict[str, EntityType] = field(init=False)
    _names: dict[str, frozenset[str]] = field(init=False)
    _own_names: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.text = None if self.text is None else plain(self.text)
        self._types = {entity.id: entity.type for entity in self.gold.entities}
        self._names = {
            entity.id: frozenset(map(plain, (entity.name, entity.id.replace("-", " "), *entity.mentions))) - {""}
            for entity in self.gold.entities
        }
        bearers = Counter((self._types[id], name) for id, names in self._names.items() for name in names)
        self._own_names = {
            id: frozenset(name for name in names if bearers[self._types[id], name] == 1)
            for id, names in self._names.items()
        }

    def type_of(self, value: str) -> EntityType | None:
        """The type of a gold entity by its id, or None for a literal."""
        return self._types.get(value)

    def given(self, fact: Fact) -> Given:
        """A fact made ready for comparison."""
        qualifiers = {name: self._thing(value) for name, value in fact["qualifiers"].items()}
        around = [_names(fact["qualifiers"][key]) for key in _CONTEXT if fact["qualifiers"].get(key)]
        context = words(frozenset[str]().union(*around))
        return Given(fact, self._thing(fact["subject"]), self._thing(fact["object"]), qualifiers, context)

    def wrong_merge(self, thing: Thing) -> bool:
        """Whether an entity bears the own names of two gold entities of one type."""
        if not thing.entity:
            return False
        types = Counter(self._types[id] for id, own in self._own_names.items() if own & thing.names)
        return any(number > 1 for type, number in types.items() if type not in _COMPOSITE)

    def matches(self, wanted: GoldFact, given: Given) -> tuple[Thing, Thing] | None:
        """The ends of a given fact that answer to the wanted one's subject and object; None if it is another fact."""
        predicate = given.fact["predicate"]
        if wanted.predicate != predicate and _NEAR.get(wanted.predicate) != predicate:
            return None
        subject, object = given.subject, given.object
        if self.same(wanted.subject, subject) and self.same(wanted.object, object, given.context):
            return subject, object
        symmetric = RELATIONS[wanted.predicate].symmetric
        if symmetric and self.same(wanted.subject, object) and self.same(wanted.object, subject):
            return object, subject
        return None

    def qualifiers_right(self, wanted: GoldFact, given: Given) -> int:
        """How many of the wanted fact's qualifiers the given one has."""
        return sum(
            name in given.qualifiers and self.same(value, given.qualifiers[name], given.context)
            for name, value in wanted.qualifiers
        )

    def same(self, wanted: str, thing: Thing, context: frozenset[str] = frozenset()) -> bool:
        """Whether an entity or literal is the gold's.

        :param wanted: an entity's id, or a literal
        """
        if wanted not in self._types:
            return _same_literal(plain(wanted), thing.names)
        names = self._names[wanted]
        if thing.names & names:
            return True
        return self._types[wanted] in _BY_WORDS and self._same_words(wanted, thing, context)

    def _same_words(self, wanted: str, thing: Thing, context: frozenset[str]) -> bool:
        """Whether a festival, section or award is the gold's by the words that matter, in whatever order."""
        names = self._names[wanted]
        known = words(names) | context | _COMMON
        no_craft = not words(names) & _CRAFT
        with_craft = known | _CRAFT if no_craft and self._types[wanted] is EntityType.AWARD else known
        needs = [frozenset(name.split()) - _COMMON for name in names]
        for name in thing.names:
            own = frozenset(name.split()) - _COMMON
            if not (own - _CRAFT and own <= with_craft) and not (own and own <= known):
                continue
            telling = own - _CRAFT if no_craft else own
            if any(telling & need and need <= telling | context for need in needs):
                return True
        return False

    def _thing(self, value: object) -> Thing:
        if not isinstance(value, dict):
            return Thing(plain(str(value)), _names(value), False)
        label = value.get("label")
        # Literals have no identity of their own: of two for one subject and predicate the first alone is counted.
        return Thing(str(value.get("iri") or plain(str(label or ""))), _names(value, self.text), label is not None)


def _names(value: object, text: str | None = None) -> frozenset[str]:
    """The plain names under which an entity or literal counts: its label or value, and the aliases in the text."""
    if not isinstance(value, dict):
        return frozenset({plain(str(value))}) - {""}
    own = {plain(str(value[key])) for key in ("label", "value") if value.get(key) not in (None, "")}
    aliases = {plain(str(alias)) for alias in value.get("aliases") or ()} - {""}
    return frozenset(own - {""} | {name for name in aliases if text is None or stands_in(name, text)})


def _same_literal(wanted: str, names: frozenset[str]) -> bool:
    if _YEAR.fullmatch(wanted):
        return any(_YEAR.findall(name) == [wanted] for name in names)
    if wanted in names or re.fullmatch(r"[\d ]+", wanted):
        return wanted in names
    want = frozenset(wanted.split())
    given = [frozenset(name.split()) for name in names if len(name.split()) <= _LONGEST_LITERAL]
    return any(want <= name or name <= want for name in given)
