"""The header of a named query: its title, what it tells, its parameters, an example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cinegraph.errors import InputError
from cinegraph.kinds import EntityType

SCALARS = ("year", "number", "text", "article", "relation")
ENTITIES: dict[str, tuple[EntityType, ...]] = {
    "entity": tuple(EntityType),
    **{f"entity:{kind.value.lower()}": (kind,) for kind in EntityType},
    "entity:film": (EntityType.FILM, EntityType.SERIES),
}
"""The types of parameters that stand for an entity, and which types of entity each takes."""

_FIELD = re.compile(r"^#\s*(title|description|param|example):\s*(.*?)\s*$")
_CONTINUED = re.compile(r"^#\s{2,}(\S.*?)\s*$")
_PARAMETER = re.compile(
    r"^(?P<name>[A-Za-z]\w*)\s+(?P<kind>[a-z]+(?::[a-z]+)?)(?P<optional>\?)?\s+(?:—|-{1,2})\s+(?P<text>.+)$"
)
_NAME = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a named query asks for.

    :ivar kind: ``entity``, ``entity:film`` …, ``year``, ``number``, ``text``, ``article`` or ``relation``
    :ivar optional: whether the query answers without it
    """

    name: str
    kind: str
    description: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query in a file of its own.

    :ivar name: the file's name without ``.rq``
    :ivar example: values for its parameters that show what it does
    :ivar text: the whole file
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: tuple[tuple[str, str], ...]
    text: str

    def parameter(self, name: str) -> Parameter:
        """One parameter.

        :raises InputError: if the query has none of that name
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(parameter.name for parameter in self.parameters) or "none"
        raise InputError(f"the query {self.name} has no parameter {name!r}; its parameters: {known}")


def read_query(path: Path) -> NamedQuery:
    """A named query from its file.

    :raises InputError: if the file cannot be read, or its header is malformed: the message names file and line
    """
    if not _NAME.fullmatch(path.stem):
        raise InputError(f"{path}: the name of a query has lower-case letters, digits and _ only, as in film_awards.rq")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    return parse_query(path.stem, text, str(path))


def parse_query(name: str, text: str, where: str = "query") -> NamedQuery:
    """A named query from its text.

    :param where: what messages call the file
    :raises InputError: if the header is malformed

    >>> query = parse_query("a", "# title: Films of a year\\n# param: when year — of which year\\n")
    >>> query.title, query.parameters[0].kind
    ('Films of a year', 'year')
    """
    title, description, parameters, example = "", "", [], []
    for number, key, value in _fields(text):
        if key == "title":
            title = value
        elif key == "description":
            description = value
        elif key == "param":
            parameters.append(_parameter(value, f"{where}, line {number}"))
        else:
            example.append(_assignment(value, f"{where}, line {number}"))
    if not title:
        raise InputError(f"{where}: the first line has to be a title, as in “# title: Awards of a film”")
    query = NamedQuery(name, title, description, tuple(parameters), tuple(example), text)
    for key, _ in example:
        query.parameter(key)
    return query


def _fields(text: str) -> list[tuple[int, str, str]]:
    """The header's fields, each with its line; an indented comment continues the field before it."""
    fields: list[tuple[int, str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        if match := _FIELD.match(line):
            fields.append((number, match[1], match[2]))
        elif fields and (match := _CONTINUED.match(line)):
            start, key, value = fields[-1]
            fields[-1] = (start, key, f"{value} {match[1]}")
    return fields


def _parameter(text: str, where: str) -> Parameter:
    match = _PARAMETER.match(text)
    if match is None:
        raise InputError(f"{where}: a parameter is written “# param: name type — description”, not {text!r}")
    if match["kind"] not in (*SCALARS, *ENTITIES):
        kinds = ", ".join([*SCALARS, *ENTITIES])
        raise InputError(f"{where}: there is no type of parameter {match['kind']!r}; choose from {kinds}")
    return Parameter(match["name"], match["kind"], match["text"], match["optional"] is not None)


def _assignment(text: str, where: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise InputError(f"{where}: an example is written “# example: name=value”, one for each parameter")
    return name.strip(), value.strip()
