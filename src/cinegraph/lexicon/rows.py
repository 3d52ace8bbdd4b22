"""Reads the lexicon's TOML files and checks every row; an error names the file, the row and what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cinegraph.errors import LexiconError

Row = Mapping[str, Any]

_COMMON = {"name", "aliases", "contextual", "source"}
_HELD = {"label", "place", "country", "editions", "skipped", "since"}
FIELDS: Mapping[str, frozenset[str]] = {
    "festival": frozenset(_COMMON | _HELD | {"sections", "awards"}),
    "section": frozenset(_COMMON | {"generic", "run_by"}),
    "award": frozenset(_COMMON | _HELD | {"brands", "conferred_by", "honours", "gender", "categories"}),
    "prize": frozenset(_COMMON | {"generic", "section", "conferred_by", "honours", "gender"}),
    "category": frozenset({"name", "aliases", "contextual", "conferred_by", "honours", "gender"}),
    "organization": frozenset(_COMMON | {"place", "country", "kind"}),
    "publication": frozenset(_COMMON | {"place", "country", "kind"}),
}
"""The fields that a row of each table may have; ``sections``, ``awards`` and ``categories`` hold rows themselves."""

TABLES = ("festival", "award", "organization", "publication")
"""The tables that stand at the top of a file."""

_NESTED = {"sections": "section", "awards": "prize", "categories": "category"}
_TEXTS = {"aliases", "contextual", "brands"}
_YEARS = {"editions", "skipped"}
_CRAFTS = ("director", "cast_member", "screenwriter", "cinematographer", "editor", "composer", "producer")
_FORMS = ("film", "debut", "short", "documentary", "animation", "series")
_ORGANIZATIONS = ("school", "university", "studio", "production_company", "sales_company", "distributor", "broadcaster")
_BODIES = ("streaming", "academy", "critics", "archive", "foundation", "fund", "jury", "association", "film_body")
_OTHERS = ("lab", "photo_agency", "market", "theatre", "gallery", "agency", "website")
_PRESS = ("trade_press", "newspaper", "magazine", "journal", "online", "news_agency", "broadcast")
_CHOICES = {
    "honours": (*_CRAFTS, *_FORMS, "career", "newcomer", "craft"),
    "kind": (*_ORGANIZATIONS, *_BODIES, *_OTHERS, *_PRESS),
    "gender": ("female", "male"),
}


def toml_files(folder_or_file: Path) -> list[Path]:
    """The TOML files of a folder, in the order of their names; or the file itself."""
    return sorted(folder_or_file.glob("*.toml")) if folder_or_file.is_dir() else [folder_or_file]


def read_toml(path: Path) -> Row:
    """The content of a TOML file.

    :raises LexiconError: if it cannot be read, or is not TOML
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read ({error}); check that it exists and is UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: is not valid TOML: {error}; mend that line") from error


def rows_of(path: Path, content: Row, table: str) -> Iterator[Row]:
    """The rows of one table of a file, each checked, those nested in it too.

    :raises LexiconError: if a row lacks a name or a source, or has a field that is unknown or of the wrong kind
    """
    rows = content.get(table, [])
    if not isinstance(rows, list):
        raise LexiconError(f"{path}: {table} must be a list of rows; write [[{table}]] above each")
    for number, row in enumerate(rows, 1):
        _check(path, f"[[{table}]] number {number}", table, row)
        if "source" not in row and "source" not in content:
            raise LexiconError(f'{path}: [[{table}]] {row["name"]}: add source = "…", where the row can be checked')
        yield row


def _check(path: Path, where: str, table: str, row: object) -> None:
    if not isinstance(row, dict) or not any(isinstance(row.get(key), str) and row[key] for key in ("name", "generic")):
        raise LexiconError(f'{path}: {where} has no name; add name = "…"')
    where = f"{where} ({row.get('name') or row['generic']})"
    for name, value in row.items():
        if name not in FIELDS[table]:
            known = ", ".join(sorted(FIELDS[table]))
            raise LexiconError(f"{path}: {where}: unknown field {name!r}; possible are {known}")
        problem = _problem(name, value)
        if problem:
            raise LexiconError(f"{path}: {where}: {name} {problem}")
        if name in _NESTED:
            for number, nested in enumerate(value, 1):
                _check(path, f"{where}, {name} number {number}", _NESTED[name], nested)


def _problem(name: str, value: object) -> str | None:
    """What is wrong with a field's value, in words, or None."""
    if name in _TEXTS:
        good = isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
        return None if good else 'must be a list of names, as in ["Berlinale"]'
    if name in _YEARS:
        whole = isinstance(value, list) and all(isinstance(item, int) for item in value)
        good = whole and isinstance(value, list) and (name != "editions" or len(value) == 2)
        return None if good else "must be a list of whole numbers (editions = [number, year])"
    if name in _NESTED:
        return None if isinstance(value, list) else 'must be a list of rows, as in [{name = "…"}]'
    if name == "since":
        return None if isinstance(value, int) else "must be a year"
    if not isinstance(value, str) or not value.strip():
        return "must be a text"
    if name in _CHOICES and value not in _CHOICES[name]:
        return f"cannot be {value!r}; possible are {', '.join(sorted(_CHOICES[name]))}"
    return None


def texts(path: Path, name: str, value: object) -> list[str]:
    """A list of words of a file, checked.

    :raises LexiconError: if it is anything else
    """
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LexiconError(f"{path}: {name} must be a list of words")
    return value
