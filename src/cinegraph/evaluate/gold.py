"""Gold standards: what a careful reader found in an article, one JSON file for each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cinegraph.errors import InputError
from cinegraph.model import EntityType, Modality
from cinegraph.relations import RELATIONS


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity of the gold: ``id`` holds within its file, ``mentions`` are the surface forms in the article."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact of the gold.

    :ivar object: the id of an entity, or a literal
    :ivar modalities: those that count as right
    :ivar required: it counts for recall; if not, giving it is right and leaving it out is no fault
    :ivar qualifiers: those that count, with an entity's id or a literal as value
    """

    subject: str
    predicate: str
    object: str
    modalities: frozenset[Modality]
    core: bool
    required: bool
    qualifiers: tuple[tuple[str, str], ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one article, by the article's file name."""

    article: str
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...]


def read_gold(folder: Path) -> list[Gold]:
    """The gold files (``*.json``) of a folder, in the order of their names.

    :raises InputError: if there is none, or one is malformed; the message names the file and the entry
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder of gold files")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"there are no gold files (*.json) in {folder}")
    return [_gold(path) for path in paths]


def _gold(path: Path) -> Gold:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: this is no JSON that can be read ({error})") from error
    where = str(path)
    fields = _object(data, where)
    entities = tuple(
        _entity(each, f"{where}, entity {number}")
        for number, each in enumerate(_list(fields, "entities", where), start=1)
    )
    ids = [entity.id for entity in entities]
    for id in ids:
        if ids.count(id) > 1:
            raise InputError(f"{where}: two entities have the id {id!r}")
    facts = _list(fields, "facts", where)
    return Gold(
        _text(fields, "article", where),
        entities,
        tuple(_fact(each, frozenset(ids), f"{where}, fact {number}") for number, each in enumerate(facts, start=1)),
    )


def _entity(data: object, where: str) -> GoldEntity:
    fields = _object(data, where)
    type = _text(fields, "type", where)
    if type not in set(EntityType):
        raise InputError(f"{where}: there is no type {type!r}; the types are: {', '.join(EntityType)}")
    mentions = _texts(fields, "mentions", where)
    return GoldEntity(_text(fields, "id", where), EntityType(type), _text(fields, "name", where), mentions)


def _fact(data: object, ids: frozenset[str], where: str) -> GoldFact:
    fields = _object(data, where)
    subject, predicate = _text(fields, "s", where), _text(fields, "p", where)
    if subject not in ids:
        raise InputError(f"{where}: its subject {subject!r} is none of the file's entities")
    if predicate not in RELATIONS:
        raise InputError(
            f"{where}: there is no relation {predicate!r}; the relations are: {', '.join(sorted(RELATIONS))}"
        )
    return GoldFact(
        subject,
        predicate,
        _text(fields, "o", where),
        _modalities(fields.get("modality", Modality.ASSERTED.value), where),
        _flag(fields, "core", RELATIONS[predicate].core, where),
        _flag(fields, "required", True, where),
        _qualifiers(fields.get("required_q") or {}, where),
        evidence if isinstance(evidence := fields.get("evidence"), str) else "",
    )


def _modalities(value: object, where: str) -> frozenset[Modality]:
    given = value if isinstance(value, list) else [value]
    for each in given:
        if not isinstance(each, str) or each not in set(Modality):
            raise InputError(f"{where}: there is no modality {each!r}; the modalities are: {', '.join(Modality)}")
    return frozenset(map(Modality, given))


def _qualifiers(value: object, where: str) -> tuple[tuple[str, str], ...]:
    fields = _object(value, f"{where}, required_q")
    return tuple((name, _text(fields, name, f"{where}, required_q")) for name in fields)


def _object(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise InputError(f"{where}: a JSON object is expected here, not {type(value).__name__}")
    return value


def _list(fields: Mapping[str, object], key: str, where: str) -> Sequence[object]:
    value = fields.get(key)
    if not isinstance(value, list):
        raise InputError(f'{where}: "{key}" must be a list')
    return value


def _text(fields: Mapping[str, object], key: str, where: str) -> str:
    value = fields.get(key)
    if not isinstance(value, str) or not value:
        raise InputError(f'{where}: "{key}" must be a text')
    return value


def _texts(fields: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    values = _list(fields, key, where)
    if not all(isinstance(value, str) for value in values):
        raise InputError(f'{where}: "{key}" must be a list of texts')
    return tuple(map(str, values))


def _flag(fields: Mapping[str, object], key: str, default: bool, where: str) -> bool:
    value = fields.get(key, default)
    if not isinstance(value, bool):
        raise InputError(f'{where}: "{key}" must be true or false')
    return value
