"""Joins the entries of all files: one entry for one id, each name with one owner, references turned into ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from cinegraph.errors import LexiconError
from cinegraph.lexicon.entries import Entry
from cinegraph.lexicon.fold import fold
from cinegraph.lexicon.names import festival_forms
from cinegraph.model import EntityType

_Owners = dict[tuple[EntityType, str], Entry]
_ADDED = ("aliases", "contextual", "skipped")
_GIVERS = (EntityType.ORGANIZATION, EntityType.FESTIVAL, EntityType.PUBLICATION)


def joined(entries: Iterable[tuple[Path, Entry]]) -> dict[str, Entry]:
    """All entries by id, with ``conferred_by`` and ``run_by`` turned from names into ids.

    A row of a later file with the same id adds its names to the earlier row, so that users can extend what is shipped.

    :raises LexiconError: if one file has an id twice, two entries of one type claim a name, or a name refers to nothing
    """
    found: dict[str, tuple[Path, Entry]] = {}
    for path, entry in entries:
        if entry.id not in found:
            found[entry.id] = (path, entry)
            continue
        before, known = found[entry.id]
        if before == path:
            raise LexiconError(f"{path}: {entry.name}: {entry.id} is there twice; remove one row, or rename it")
        found[entry.id] = (path, _extended(known, entry))
    owners = _owners(found.values())
    _claim_usual_forms(found, owners)
    for _, entry in found.values():
        owners.setdefault((entry.type, fold(entry.name)), entry)
    return {entry.id: _linked(path, entry, owners) for path, entry in found.values()}


def _extended(known: Entry, extra: Entry) -> Entry:
    changes: dict[str, Any] = {
        name: getattr(extra, name)
        for name in Entry.__dataclass_fields__
        if name not in _ADDED and getattr(extra, name) not in (None, "")
    }
    changes |= {name: tuple(dict.fromkeys((*getattr(known, name), *getattr(extra, name)))) for name in _ADDED}
    return replace(known, **changes)


def _owners(entries: Iterable[tuple[Path, Entry]]) -> _Owners:
    """Which entry of a type a name always means."""
    owners: _Owners = {}
    origins: dict[str, Path] = {}
    for path, entry in entries:
        origins[entry.id] = path
        for name in entry.always:
            owner = owners.setdefault((entry.type, fold(name)), entry)
            if owner.id != entry.id:
                raise LexiconError(
                    f"{path}: {entry.name}: the name {name!r} is also that of {owner.id} in {origins[owner.id]}; "
                    "move it to 'contextual' in both rows, or remove it from one"
                )
    return owners


def _claim_usual_forms(found: dict[str, tuple[Path, Entry]], owners: _Owners) -> None:
    """Add the shortened names of festivals that no row claims, and no two festivals share."""
    claims: dict[str, list[str]] = {}
    for _, entry in found.values():
        if entry.type is EntityType.FESTIVAL:
            for form in dict.fromkeys(form for name in entry.always for form in festival_forms(name)):
                claims.setdefault(form, []).append(entry.id)
    for form, ids in claims.items():
        path, entry = found[ids[0]]
        if len(ids) == 1 and (entry.type, fold(form)) not in owners:
            owners[entry.type, fold(form)] = entry
            found[entry.id] = (path, replace(entry, aliases=(*entry.aliases, form)))


def _linked(path: Path, entry: Entry, owners: _Owners) -> Entry:
    if entry.conferred_by is None and entry.run_by is None:
        return entry
    return replace(
        entry,
        conferred_by=_reference(path, entry, entry.conferred_by, owners),
        run_by=_reference(path, entry, entry.run_by, owners),
    )


def _reference(path: Path, entry: Entry, name: str | None, owners: _Owners) -> str | None:
    if name is None or name.startswith(("festival/", "organization/", "publication/")):
        return name
    for kind in _GIVERS:
        if (kind, fold(name)) in owners:
            return owners[kind, fold(name)].id
    raise LexiconError(
        f"{path}: {entry.name} refers to {name!r}, which is no organization or festival of the lexicon; add its row"
    )
